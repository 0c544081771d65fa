// Dates as heads and lines write them: 2024年1月8日, 二〇二四年一月八日,
// 2024-01-08, 1月8日, 2024年元月8日. A date without a year stays text: the year is never
// guessed (COMMANDS, `date`).
import { fromHan, fromHanDigits } from '../model/numerals';

export interface FoundDate {
  /** ISO, or null without a year or for a day that does not exist. */
  readonly iso: string | null;
  /** As written. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const DATE = /(?:(\d{4}|[〇○零一二三四五六七八九]{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,3}|元)月(\d{1,2}|[一二三四五六七八九十]{1,3})日|(\d{4})[-./](\d{1,2})[-./](\d{1,2})/;

function number(text: string): number | null {
  return /^\d/.test(text) ? Number(text) : fromHan(text);
}

function iso(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null || month < 1 || month > 12 || day < 1) return null;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > days ? null : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first date in a text without spaces, or null. */
export function findDate(text: string): FoundDate | null {
  if (!text.includes('日') && !text.includes('-') && !text.includes('/') && !text.includes('.')) return null;
  const match = DATE.exec(text);
  if (match === null) return null;
  const [whole, year, month, day, y, m, d] = match;
  const value = y !== undefined
    ? iso(Number(y), Number(m), Number(d))
    : iso(year === undefined ? null : /^\d/.test(year) ? Number(year) : fromHanDigits(year.replaceAll('○', '〇')), month === '元' ? 1 : number(month ?? ''), number(day ?? ''));
  return { iso: value, text: whole, from: match.index, to: match.index + whole.length };
}
