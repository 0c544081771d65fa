// Heading labels as they stand at the head of a line (G-07, G-13, T-06):
// 一、 （一） 1. （1） 第一， and the other makes that drafts hold (1、 1． 1） 一． （一）、).
// Read by hand, not by regular expression: it runs on every line. The clean line
// goes in, so brackets are full-width already.
import { fromHan } from '../model/numerals';
import type { NumberForm } from '../model/schema';
import { isDigit } from './character';

export interface Label {
  /** 1 一、 · 2 （一）, 第一， · 3 1. · 4 （1） */
  readonly level: 1 | 2 | 3 | 4;
  /** As in the text, without its mark: 一, 12. */
  readonly number: string;
  readonly value: number;
  readonly form: NumberForm;
  /** UTF-16 length in the line. */
  readonly length: number;
  /** The make that the house prints; differs from the text's own in drafts. */
  readonly canonical: string;
}

const HAN_NUMBER = '一二三四五六七八九十百零〇';

function hanRun(text: string, from: number): number {
  let i = from;
  while (i < text.length && i < from + 5 && HAN_NUMBER.includes(text[i] as string)) i += 1;
  return i;
}

function digitRun(text: string, from: number): number {
  let i = from;
  while (i < text.length && i < from + 3 && isDigit(text.charCodeAt(i))) i += 1;
  return i;
}

function label(level: Label['level'], number: string, value: number | null, form: NumberForm, length: number, canonical: string): Label | null {
  return value === null || value < 1 || value > 99 ? null : { level, number, value, form, length, canonical };
}

/** The label at the head of a clean line, or null. A year, a date or a decimal at its head is none. */
export function readLabel(text: string): Label | null {
  const c = text.charCodeAt(0);
  if (c === 0xff08) return bracketed(text);
  if (isDigit(c)) return arabic(text);
  if (c === 0x7b2c) return ordinal(text);
  if (!HAN_NUMBER.includes(text[0] ?? '?')) return null;
  const end = hanRun(text, 0);
  const number = text.slice(0, end);
  if (!'、．.'.includes(text[end] ?? '?')) return null;
  // 一、二 is a pair of numbers, not a label; so is 三、四季度.
  if (HAN_NUMBER.includes(text[end + 1] ?? '?') && hanRun(text, end + 1) === end + 2) {
    const after = text[end + 2] ?? '?';
    // 一、九届二次会议以来的工作 is a heading.
    if (after === '、' || ('届级季产线'.includes(after) && fromHan(text[end + 1]!) === (fromHan(number) ?? 0) + 1)) return null;
  }
  return label(1, number, fromHan(number), null, end + 1, `${number}、`);
}

function bracketed(text: string): Label | null {
  const han = hanRun(text, 1);
  const digits = digitRun(text, 1);
  const end = Math.max(han, digits);
  if (end === 1 || text[end] !== '）') return null;
  const number = text.slice(1, end);
  const extra = '、．'.includes(text[end + 1] ?? '?') ? 1 : 0;
  return han > 1
    ? label(2, number, fromHan(number), null, end + 1 + extra, `（${number}）`)
    : label(4, number, Number(number), null, end + 1 + extra, `（${number}）`);
}

function arabic(text: string): Label | null {
  const end = digitRun(text, 0);
  const number = text.slice(0, end);
  if (end > 2 || number.startsWith('0')) return null;
  // 1）强化学习: half of a bracket.
  if (text[end] === '）') return label(4, number, Number(number), null, end + 1, `（${number}）`);
  if (!'.．、'.includes(text[end] ?? '?')) return null;
  // 2.2024年度优秀提案名单: a year, no decimal.
  if (isDigit(text.charCodeAt(end + 1)) && !/^(?:19|20)\d{2}年/.test(text.slice(end + 1, end + 6))) return null;
  return label(3, number, Number(number), null, end + 1, `${number}.`);
}

/** 第一， as a label (G-13). 第一、第二 is a list, 第一产业 a word. */
function ordinal(text: string): Label | null {
  const end = hanRun(text, 1);
  if (end === 1 || !'，、：'.includes(text[end] ?? '?') || text[end + 1] === '第') return null;
  const number = text.slice(1, end);
  return label(2, number, fromHan(number), 'di', end + 1, `第${number}，`);
}
