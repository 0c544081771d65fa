// Dates of the text: full ones (2024年1月8日), of the month alone (1月8日) and of the year
// in Han. Dates of the meeting itself come from the new meeting's record; nothing about
// a new meeting is inferred from the old one's day (TYPESETTING 4.4: a meeting may fall
// in December or in spring).
import { fromHan, fromHanDigits, toHan, toHanDigits } from '../../model/numerals';

export interface DateMention {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** null: no year is written. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** The same form for another day; ISO in. */
  readonly write: (iso: string) => string;
}

const DIGITS = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;
const HAN = /(?:([〇○零一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g;

/** Dates in `text`, in order. */
export function dateMentions(text: string): readonly DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const [whole, year, month = '', day = ''] = match;
    found.push({
      from: match.index, to: match.index + whole.length, text: whole, year: year === undefined ? null : Number(year), month: Number(month), day: Number(day),
      write: (iso) => withParts(iso, (y, m, d) => `${year === undefined ? '' : `${y}年`}${m}月${d}日`),
    });
  }
  for (const match of text.matchAll(HAN)) {
    const [whole, year, month = '', day = ''] = match;
    const [m, d] = [fromHan(month), fromHan(day)];
    if (m === null || d === null) continue;
    found.push({
      from: match.index, to: match.index + whole.length, text: whole, year: year === undefined ? null : fromHanDigits(year.replaceAll('○', '〇')), month: m, day: d,
      write: (iso) => withParts(iso, (ny, nm, nd) => `${year === undefined ? '' : `${toHanDigits(ny)}年`}${toHan(nm)}月${toHan(nd)}日`),
    });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

function withParts(iso: string, write: (year: number, month: number, day: number) => string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return write(year, month, day);
}

/** Whether a mention is this ISO day; a mention without a year may be any year's. */
export function isDay({ year, month, day }: DateMention, iso: string | null): boolean {
  if (iso === null) return false;
  const [y, m, d] = iso.split('-').map(Number);
  return m === month && d === day && (year === null || year === y);
}
