// The help while typing (W18, W11), as pure rules: what becomes of text that was
// just put in. In: a state whose caret stands right after the new text, and where
// that began. Out: the transaction that helps, or null. Punctuation: straight
// quotes curve by what stands before them in the paragraph, ... is ……, -- is ——.
// Headings: 一、 （一） （1） and 第一， at a line's start make one, 1. once a word follows it
// (1.5万元 is none), but only where the number typed is the one that would be drawn:
// 三、四季度 in body text stays. One that goes on behind its sentence is run in.
import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { headingLabel, headOf, numberHeadings } from '../../core/model/numbering';
import { fromHan } from '../../core/model/numerals';
import { schema, type HeadAttrs, type NumberForm } from '../../core/model/schema';
import { firstSentence, runIn } from '../editor/text-commands';
import type { WritingSettings } from '../session/writing-settings';

/** Characters of a block up to an offset, one a position. */
function textBefore(block: Node, offset: number): string {
  return block.textBetween(0, offset, undefined, '\ufffc');
}

/** How many quotes of a kind are open at the end of a text. An apostrophe inside a word closes nothing. */
function openQuotes(text: string, open: string, close: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && depth > 0) depth--;
  }
  return depth;
}

/** The curved quote for a straight one after this text. */
export function curvedQuote(straight: '"' | "'", before: string): string {
  if (straight === '"') return openQuotes(before, '“', '”') > 0 ? '”' : '“';
  if (openQuotes(before, '‘', '’') > 0) return '’';
  return /[A-Za-z]$/.test(before) ? '’' : '‘';
}

/** A piece of the block's text and what it becomes. Offsets in the block. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly label: string;
}

/** Changes of punctuation that ends at or after `from`; `text` is the block's up to the caret. */
function punctuation(text: string, from: number, { quotes, ellipsis, dash }: WritingSettings): readonly Change[] {
  const changes: Change[] = [];
  let curved = text;
  if (quotes) {
    for (let i = from; i < text.length; i++) {
      const char = text[i];
      if (char !== '"' && char !== "'") continue;
      const quote = curvedQuote(char, curved.slice(0, i));
      curved = curved.slice(0, i) + quote + curved.slice(i + 1);
      changes.push({ from: i, to: i + 1, text: quote, label: '改为弯引号' });
    }
  }
  const runs: readonly (readonly [boolean, RegExp, string, string])[] = [
    [ellipsis, /(?<!\.)\.\.\.(?!\.)/g, '……', '改为省略号'],
    [dash, /(?<!-)--(?!-)/g, '——', '改为破折号'],
  ];
  for (const [isOn, pattern, becomes, label] of runs) {
    if (!isOn) continue;
    for (const { 0: run, index } of text.matchAll(pattern)) {
      if (index + run.length > from) changes.push({ from: index, to: index + run.length, text: becomes, label });
    }
  }
  return changes.toSorted((a, b) => b.from - a.from);
}

const HAN = '([一二三四五六七八九十]{1,3})';
const DIGITS = '([1-9]\\d?|[１-９])';
/** The label that a text up to the caret begins with, its level and form. Digits count things too: under a heading alone are they numbers (`under`), and 1. only before a word (`word`). */
const LABELS: readonly { readonly pattern: RegExp; readonly level: number | null; readonly form: NumberForm; readonly under: boolean; readonly word: boolean }[] = [
  { pattern: new RegExp(`^(${HAN}、)`), level: 1, form: null, under: false, word: false },
  { pattern: new RegExp(`^([（(]${HAN}[）)])`), level: 2, form: null, under: false, word: false },
  { pattern: new RegExp(`^(${DIGITS}[.．])`), level: 3, form: null, under: true, word: true },
  { pattern: new RegExp(`^([（(]${DIGITS}[）)])`), level: 4, form: null, under: true, word: false },
  { pattern: new RegExp(`^(第${HAN}，)`), level: null, form: 'di', under: false, word: false },
];
/** What may stand behind a number that came in with it at once; 三、四季度 is no heading. */
const WORD = /^(?![一二三四五六七八九十])[\p{Script=Han}“《]/u;

/** 一 or 1, as typed. */
const numberOf = (typed: string): number | null => fromHan(typed) ?? (/^\d+$/.test(typed.normalize('NFKC')) ? Number(typed.normalize('NFKC')) : null);

/** Level for a 第一， before the block at `index`: that of the 第…， before it, else one below the heading above. */
function levelOfDi(doc: Node, index: number): number {
  for (let i = index - 1; i >= 0; i--) {
    const head = headOf(doc.child(i));
    if (head === null || head.level > 4) continue;
    return head.form === 'di' ? head.level : Math.min(head.level + 1, 4);
  }
  return 1;
}

/** The paragraph becomes a heading where its text up to the caret begins with a number that fits here and was just typed, from the offset `from` on. */
function heading(state: EditorState, from: number): Transaction | null {
  const { $from } = state.selection;
  const block = $from.parent;
  if ($from.depth !== 1 || block.type !== schema.nodes.paragraph || headOf(block) !== null || block.attrs['align'] !== null) return null;
  const typed = textBefore(block, $from.parentOffset);
  const index = $from.index(0);
  for (const { pattern, level: fixed, form, under, word } of LABELS) {
    const [, label = '', number = ''] = pattern.exec(typed) ?? [];
    const n = numberOf(number);
    // What stood there before the last word was left as it is once.
    const isAlone = typed.length === label.length && !word;
    const isWord = WORD.test(typed.slice(label.length)) && (word ? from <= label.length : from < label.length);
    if (n === null || !(isAlone || isWord) || (under && !state.doc.children.slice(0, index).some((before) => (headOf(before)?.level ?? 5) < 5))) continue;
    const level = fixed ?? levelOfDi(state.doc, index);
    const head: HeadAttrs = { level, numbered: true, start: null, form };
    const tr = state.tr.setNodeMarkup($from.before(), schema.nodes.heading, { ...head, adjust: block.attrs['adjust'] as unknown });
    tr.delete($from.start(), $from.start() + label.length);
    return numberHeadings(tr.doc)[index] === headingLabel(level, form, n) ? tr : null;
  }
  return null;
}

/** Letters typed behind a heading's first sentence by which it is seen to go on. */
const TAIL = 8;

/** A numbered heading whose sentence is closed and goes on is a run-in heading (W12): it stands in its paragraph. */
function goesOn(state: EditorState, from: number): Transaction | null {
  const { $from } = state.selection;
  const block = $from.parent;
  if ($from.depth !== 1 || block.type !== schema.nodes.heading || !(block.attrs as HeadAttrs).numbered || $from.parentOffset < block.content.size) return null;
  const end = firstSentence(block);
  // What stood there longer was left as it is.
  if (end === null || end >= block.content.size || from > end + TAIL || !/[。！？]/.test(textBefore(block, end).slice(-2))) return null;
  const { tr } = state;
  runIn(tr, { node: block, pos: $from.before() }, block.attrs as HeadAttrs, end);
  return tr;
}

/** What help there is, and its name in 撤销历史. */
export interface Help {
  readonly tr: Transaction;
  readonly label: string;
}

/** Help for the text between the position `from` and the caret, or null. `headings`: the text is an article's, not a field. */
export function helpFor(state: EditorState, from: number, settings: WritingSettings, headings: boolean): Help | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.inlineContent || from < $from.start()) return null;
  if (headings && settings.headings) {
    const tr = heading(state, from - $from.start());
    if (tr !== null) return { tr, label: '设为标题' };
    const run = goesOn(state, from - $from.start());
    if (run !== null) return { tr: run, label: '设为段首标题' };
  }
  const start = $from.start();
  const changes = punctuation(textBefore($from.parent, $from.parentOffset), from - start, settings);
  if (changes.length === 0) return null;
  const tr = state.tr;
  for (const change of changes) tr.replaceWith(start + change.from, start + change.to, schema.text(change.text, state.doc.nodeAt(start + change.from)?.marks ?? []));
  return { tr, label: changes[0]?.label ?? '' };
}

/** What may follow an open figure: measure words and units. Longest first. */
const MEASURES = ['个百分点', '人次', '万元', '亿元', '万人', '平方米', '公里', ...'个件次人名条户家份场篇期项位批只支座处所类元万亿余多年月日届%％'];
const OPEN_FIGURE = new RegExp(`(××|XX|ＸＸ|xx)(?:${MEASURES.join('|')})$`);

/** Document positions of a ×× right before the caret and its measure word, or null. */
export function openFigure(state: EditorState): { readonly from: number; readonly to: number } | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.inlineContent) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 8), $from.parentOffset, undefined, '\ufffc');
  const match = OPEN_FIGURE.exec(before);
  if (match === null || /[A-Za-z×Ｘ]/.test(before[match.index - 1] ?? '')) return null;
  const from = $from.pos - before.length + match.index;
  return { from, to: from + 2 };
}
