// 第7页第12行: how people on the telephone name a line of the draft that they
// hold, as typed into 转到. In: what was typed. Out: page and line, or null. Any
// two numbers that belong together are understood: 第7页第12行, 7页12行, 7.12, 7 12,
// 七页十二行, full-width digits; a page alone means its first line.
import { fromHan } from './numerals';

export interface LineAddress {
  /** As printed, from 1. */
  readonly page: number;
  readonly line: number;
}

const NUMBER = '([0-9]{1,4}|[零〇一二两三四五六七八九十百]{1,7})';
const ADDRESS = new RegExp(`^第?${NUMBER}(?:页第?|[.,:;/\\-、。，：；·　 ]+|$)(?:${NUMBER}行?)?$`);

/** Reads an address; null where it is none. */
export function readLineAddress(text: string): LineAddress | null {
  const match = ADDRESS.exec(text.normalize('NFKC').trim().replace(/\s*(第|页|行)\s*/g, '$1').replace(/\s+/g, ' '));
  if (match === null) return null;
  const page = numberOf(match[1] ?? '');
  const line = match[2] === undefined ? 1 : numberOf(match[2]);
  return page === null || line === null || page < 1 || line < 1 ? null : { page, line };
}

function numberOf(text: string): number | null {
  return /^[0-9]+$/.test(text) ? Number(text) : fromHan(text);
}
