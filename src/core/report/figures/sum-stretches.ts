// Where in a text a total and its parts may stand that do not add up. Every export asks, and
// reading figures takes a hundred times as long as this: of a report that is in order nothing
// is read at all. In: a paragraph's text. Out: whole sentences, for conflicts.ts to judge. In
// doubt a sentence is given; none is left out of which the whole ledger has something to say.
import { sentenceAt } from '../roll/sentences';
import type { Stretch } from './ledger';
import { mayBeWhole } from './whole-parts';

/** What parts stand behind. */
const MARK = /其中|按[^，。；：\d]{1,10}分[，：]|：|[，；](?:合计|共计|总计)(?=\d|[一二两三四五六七八九十百千])/g;
/** Between a total's number and the mark: its words, then at most one stop. */
const WORDS_BEFORE = 20;
/** A number no farther before the mark than this may be its total too. */
const NEAR = 16;

/** The sentences of a paragraph in which a total and its parts may stand, in order; `to` exclusive. */
export function sumStretches(text: string): readonly Stretch[] {
  if (!text.includes('其中') && !text.includes('：') && !/[合共总]计|按[^，。；：\d]{1,10}分，/.test(text)) return [];
  const found: Stretch[] = [];
  for (const { index, 0: mark } of text.matchAll(MARK)) {
    if (mark.startsWith('按')) {
      // What was counted may stand anywhere before.
      const { to } = sentenceAt(text, index);
      found.splice(0, found.length, { from: 0, to: Math.max(to, found.at(-1)?.to ?? 0) });
      continue;
    }
    // What is summed stands in the sentence of its total.
    const number = mark.endsWith('计') ? index : numberBefore(text, index);
    if (number < 0) continue;
    const { to } = sentenceAt(text, index + mark.length - 1);
    if (mark === '其中' && addsUp(text, number, index, to)) continue;
    const { from } = sentenceAt(text, number);
    const last = found.at(-1);
    if (last !== undefined && from < last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else found.push({ from, to });
  }
  return found;
}

const isDigit = (char: string): boolean => char >= '0' && char <= '9';
const isHanNumber = (char: string): boolean => '一二两三四五六七八九十百千'.includes(char);
const isStop = (char: string): boolean => '，。；：'.includes(char);

/** Whether the bracket of a heading's number closes at `at`: （四）. */
const isLabelEnd = (text: string, at: number): boolean => text.charAt(at) === '）' && /（[一二三四五六七八九十\d]{1,3}$/.test(text.slice(Math.max(0, at - 4), at));

/** The last character of the number whose words end at `mark`, at most one stop between; -1 for none. */
function numberBefore(text: string, mark: number): number {
  let at = mark - 1;
  while (at >= 0 && /\s/.test(text.charAt(at))) at--;
  if ('，；（。'.includes(text.charAt(at))) at--;
  for (const end = at - WORDS_BEFORE; at >= 0 && at >= end; at--) {
    const char = text.charAt(at);
    // A year is no total: 2025年总体要求是：; nor is a label: （三）总体要求是：.
    if (isDigit(char) || isHanNumber(char)) return text.charAt(at + 1) === '年' && /(?:19|20)\d\d$/.test(text.slice(Math.max(0, at - 3), at + 1)) ? -1 : at;
    if (isStop(char) || isLabelEnd(text, at)) return -1;
  }
  return -1;
}

/** A number behind the mark, 余 or the like, what multiplies it, and the first character of its word. */
const PART = /(\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)([余多来几]?)([万亿千百十]*)(.)/gs;
/** The same of a total, which is exact. */
const TOTAL = /^(\d+(?:\.\d+)?)([万亿千百十]*)([^余多来几])/s;

/**
 * Whether the numbers behind 其中 (at `mark`) with the word of the total, whose last digit is at `number`, surely sum up to
 * no more than it by the end of their sentence. Whatever is not plain is not sure: Han numbers, 余, thousands apart, another total nearby.
 */
function addsUp(text: string, number: number, mark: number, end: number): boolean {
  let from = number;
  while (from > 0 && /[\d.]/.test(text.charAt(from - 1))) from--;
  const total = TOTAL.exec(text.slice(from, mark));
  // Beyond a stop no number is the total of these parts.
  let near = from;
  while (near > 0 && near > mark - NEAR && !isStop(text.charAt(near - 1)) && !isLabelEnd(text, near - 1)) near--;
  const nearby = text.slice(near, from) + text.slice(number + 1, mark);
  if (total === null || /[\d,一二两三四五六七八九十百千]/.test(nearby)) return false;
  const parts = text.slice(mark, end);
  if (/\d[,\s]\d/.test(parts)) return false;
  const [, amount, multiple, word] = total;
  let sum = 0;
  for (const [, part, about, times, own] of parts.matchAll(PART)) {
    if (own !== word) continue;
    if (about !== '' || times !== multiple || !isDigit(part!.charAt(0))) return false;
    sum += Number(part);
  }
  const [added, whole] = [Math.round(sum * 1000), Math.round(Number(amount) * 1000)];
  return added === whole || (added < whole && !mayBeWhole(parts));
}
