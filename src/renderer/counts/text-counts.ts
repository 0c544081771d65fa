// How long a text is, as those who ask count it (W17): Word's 字数 and 字符数, and
// what print counts (版面字数): whole lines of the edition, the last of a paragraph
// too, a half-width character as half. Worked out from the text alone, without
// setting it: a line that is opened or closed by a rule may count otherwise there.
import type { Node } from 'prosemirror-model';
import type { Meeting } from '../../core/model/package';
import type { Master } from '../../core/model/master';
import { leafText } from '../editor/field-atoms';
import { countWords } from '../panels/count-words';

export interface TextCounts {
  /** 字数 as Word counts it. */
  readonly words: number;
  /** 字符数 without blanks. */
  readonly characters: number;
  /** 字符数 with blanks. */
  readonly withBlanks: number;
  readonly paragraphs: number;
  /** 版面字数 at the edition's measure. */
  readonly set: number;
}

export const NO_COUNTS: TextCounts = { words: 0, characters: 0, withBlanks: 0, paragraphs: 0, set: 0 };

/** Characters that a paragraph's first line is indented by. */
const INDENT = 2;

/** Characters in a line of an edition's body. */
export function measureOf(master: Master): number {
  return master.kind === 'paper' ? master.characters : master.columns.characters;
}

const BLANK = /\s/;

/** Width in characters: half-width ones are half. */
function width(text: string): number {
  let sum = 0;
  for (const char of text) sum += (char.codePointAt(0) ?? 0) < 0x80 ? 0.5 : 1;
  return sum;
}

/** Counts of one paragraph's text; an empty one is no paragraph. */
export function countText(text: string, measure: number): TextCounts {
  const chars = [...text].filter((char) => char !== '\n');
  if (chars.length === 0) return NO_COUNTS;
  const lines = Math.ceil((width(chars.join('')) + INDENT) / measure);
  return { words: countWords(text), characters: chars.filter((char) => !BLANK.test(char)).length, withBlanks: chars.length, paragraphs: 1, set: lines * measure };
}

export function addCounts(a: TextCounts, b: TextCounts): TextCounts {
  return {
    words: a.words + b.words, characters: a.characters + b.characters, withBlanks: a.withBlanks + b.withBlanks, paragraphs: a.paragraphs + b.paragraphs, set: a.set + b.set,
  };
}

/** Counts of a document between two positions. */
export function countBetween(doc: Node, from: number, to: number, meeting: Meeting, measure: number): TextCounts {
  let sum = NO_COUNTS;
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    const start = pos + 1;
    const text = node.textBetween(Math.max(0, from - start), Math.min(node.content.size, to - start), undefined, (leaf) => leafText(leaf, meeting));
    sum = addCounts(sum, countText(text, measure));
    return false;
  });
  return sum;
}
