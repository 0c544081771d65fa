// 字数 as Word counts it (W17): each Han character and each full-width mark is
// one, a run of Latin letters and digits is one, blanks are none. Counted once a
// node and remembered by its identity, so that a keystroke counts one paragraph.
import type { Node } from 'prosemirror-model';
import type { Meeting } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import { leafText } from '../editor/field-atoms';

/** Number of words in Word's sense. */
export function countWords(text: string): number {
  let count = 0;
  let inRun = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The second half of a character outside the BMP belongs to the first.
    if (code >= 0xdc00 && code < 0xe000) continue;
    if (code <= 0x20 || code === 0x3000 || code === 0xa0 || code === 0xfffc) inRun = false;
    else if (code < 0x2e80 && !isWideMark(code)) {
      if (!inRun) count++;
      inRun = true;
    } else {
      count++;
      inRun = false;
    }
  }
  return count;
}

/** Marks that a Chinese text sets full width though they stand among the Latin ones: — ‘ ’ “ ” … · */
function isWideMark(code: number): boolean {
  return code === 0x2014 || code === 0x2018 || code === 0x2019 || code === 0x201c || code === 0x201d || code === 0x2026 || code === 0xb7;
}

interface Counted {
  readonly meeting: Meeting;
  readonly words: number;
  /** Without what is marked 宣读略. */
  readonly spoken: number;
}

const counted = new WeakMap<Node, Counted>();

/** What an inline node counts as: a value of the meeting record as its text, a placeholder as the number that is to come. */
function countedText(inline: Node, meeting: Meeting): string {
  if (inline.isText) return inline.text ?? '';
  if (inline.type === schema.nodes.placeholder) return '数';
  return inline.type === schema.nodes.field ? leafText(inline, meeting) : '';
}

function isSpoken(inline: Node): boolean {
  const editions: unknown = schema.marks.omit.isInSet(inline.marks)?.attrs['editions'];
  return !Array.isArray(editions) || !editions.includes('speech');
}

function count(block: Node, meeting: Meeting): Counted {
  const known = counted.get(block);
  if (known?.meeting === meeting) return known;
  let text = '';
  let spoken = '';
  block.descendants((inline) => {
    // A cell of a table ends a run of letters.
    if (!inline.isInline) {
      text += '\n';
      spoken += '\n';
      return;
    }
    const piece = countedText(inline, meeting);
    text += piece;
    if (isSpoken(inline)) spoken += piece;
  });
  const words = countWords(text);
  const found = { meeting, words, spoken: text === spoken ? words : countWords(spoken) };
  counted.set(block, found);
  return found;
}

/** 字数 of a top-level block. */
export function countBlock(block: Node, meeting: Meeting): number {
  return count(block, meeting).words;
}

export function countDoc(doc: Node, meeting: Meeting): number {
  let sum = 0;
  doc.forEach((block) => {
    sum += count(block, meeting).words;
  });
  return sum;
}

/** 字数 of what is read aloud: what is marked 宣读略 is not. */
export function countSpoken(doc: Node, meeting: Meeting): number {
  let sum = 0;
  doc.forEach((block) => {
    sum += count(block, meeting).spoken;
  });
  return sum;
}
