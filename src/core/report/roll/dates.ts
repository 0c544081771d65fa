// Dates of the text: full ones (2024年1月8日), of the month alone (1月8日), in Han, with their
// weekday, and the second half of a stretch (1月8日至11日). Dates of the meeting itself come
// from the new meeting's record; nothing about a new meeting is inferred from the old one's
// day (TYPESETTING 4.4: a meeting may fall in December or in spring). Months that stand
// alone (3月，… 1—11月) are found too: they are of last year, and a person's to judge.
import { fromHan, fromHanDigits, toHan, toHanDigits } from '../../model/numerals';

export interface DateMention {
  readonly from: number;
  /** A weekday that stands behind the day belongs to it. */
  readonly to: number;
  readonly text: string;
  /** null: no year is written. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** The same form for another day; ISO in. `begins`: of the end of a stretch its new first day, whose month is not said twice. */
  readonly write: (iso: string, begins?: string) => string;
  /** The second half of a stretch: where its first half starts. */
  readonly since: number | null;
}

const TO = '(?:至|到|—+|–|－|-|～|~)';
const WEEKDAY = /^([（(]?(?:星期|周))([一二三四五六日天])([）)]?)/;
/** A head may have blanks around its numbers: （2025 年 1 月 7 日）. */
const DIGITS = new RegExp(`(?:(\\d{4}) ?年 ?)?(?<!\\d)(\\d{1,2}|元) ?月 ?(\\d{1,2})(?: ?日|(?=${TO}\\d{1,2}日))`, 'g');
const DIGITS_END = new RegExp(`^${TO}(\\d{1,2})日`);
const HAN = /(?:([〇○零一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,3}|元)月([一二三四五六七八九十]{1,3})日/g;
const HAN_END = new RegExp(`^${TO}([一二三四五六七八九十]{1,3})日`);

/** How one way of writing numbers reads and writes those of a date. */
interface Script {
  readonly number: (written: string) => number | null;
  readonly year: (written: string) => number | null;
  readonly show: (n: number) => string;
  readonly showYear: (n: number) => string;
}

const ARABIC: Script = { number: Number, year: Number, show: String, showYear: String };
const CHINESE: Script = { number: fromHan, year: (written) => fromHanDigits(written.replaceAll('○', '〇')), show: toHan, showYear: toHanDigits };

/** Dates in `text`, in order. */
export function dateMentions(text: string): readonly DateMention[] {
  return [...datesIn(text, DIGITS, DIGITS_END, ARABIC), ...datesIn(text, HAN, HAN_END, CHINESE)].toSorted((a, b) => a.from - b.from);
}

function datesIn(text: string, pattern: RegExp, end: RegExp, script: Script): DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, writtenYear, writtenMonth = '', writtenDay = ''] = match;
    // 元月 stays 元月 in a January.
    const isFirst = writtenMonth === '元';
    const showMonth = (m: number): string => (isFirst && m === 1 ? '元' : script.show(m));
    const [month, day] = [isFirst ? 1 : script.number(writtenMonth), script.number(writtenDay)];
    if (month === null || day === null) continue;
    const year = writtenYear === undefined ? null : script.year(writtenYear);
    const from = match.index;
    const weekday = WEEKDAY.exec(text.slice(from + whole.length));
    const tail = whole.endsWith('日') ? '日' : '';
    const to = from + whole.length + (weekday?.[0].length ?? 0);
    found.push({
      from, to, text: text.slice(from, to), year, month, day, since: null,
      write: (iso) => withParts(iso, (y, m, d) => `${writtenYear === undefined ? '' : `${script.showYear(y)}年`}${showMonth(m)}月${script.show(d)}${tail}${weekdayOf(iso, weekday)}`),
    });
    const rest = text.slice(to);
    const stretch = end.exec(rest);
    const last = stretch === null ? null : script.number(stretch[1] ?? '');
    if (stretch === null || last === null) continue;
    // 3月12日至4月2日 is two dates; 12日至15日 has the month of the first.
    const start = to + stretch[0].length - (stretch[1]?.length ?? 0) - 1;
    const lastWeekday = WEEKDAY.exec(text.slice(to + stretch[0].length));
    const stop = to + stretch[0].length + (lastWeekday?.[0].length ?? 0);
    found.push({
      from: start, to: stop, text: text.slice(start, stop), year, month, day: last, since: from,
      write: (iso, begins) => withParts(iso, (_y, m, d) => `${begins !== undefined && begins.slice(0, 7) === iso.slice(0, 7) ? '' : `${showMonth(m)}月`}${script.show(d)}日${weekdayOf(iso, lastWeekday)}`),
    });
  }
  return found;
}

/** （星期一） of a day, in the brackets that stood there. */
function weekdayOf(iso: string, written: RegExpExecArray | null): string {
  if (written === null) return '';
  const [, open = '', was = '', close = ''] = written;
  const now = '日一二三四五六'.charAt(new Date(`${iso}T00:00:00Z`).getUTCDay());
  return `${open}${now === '日' && was === '天' ? '天' : now}${close}`;
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

/** Whether a mention is a later day of the same days: a resolution is passed at the end of a meeting. */
export function isAfter({ year, month, day }: DateMention, iso: string | null): boolean {
  if (iso === null) return false;
  const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
  return (year ?? y) * 366 + month * 31 + day > y * 366 + m * 31 + d;
}

/** （2022年1月）, （2022.1.12）: the day of a head by its month alone, or in figures; the same form for another day. null: the text says something else. */
export function headMonth(text: string): { readonly from: number; readonly to: number; readonly write: (iso: string) => string } | null {
  for (const [pattern, script] of [[/(\d{4})年(\d{1,2})月(?![\d一二三四五六七八九十])/, ARABIC], [/([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?![一二三四五六七八九十])/, CHINESE]] as const) {
    const match = pattern.exec(text);
    if (match === null) continue;
    return { from: match.index, to: match.index + match[0].length, write: (iso) => withParts(iso, (y, m) => `${script.showYear(y)}年${script.show(m)}月`) };
  }
  const figures = /(?<!\d)(?:19|20)\d{2}([.\-/])(\d{1,2})\1(\d{1,2})(?![\d.])/.exec(text);
  if (figures === null) return null;
  const [whole, mark = '', month = '', day = ''] = figures;
  const padded = /^0/.test(month) || /^0/.test(day) || (mark === '-' && month.length + day.length === 4);
  const like = (n: number): string => String(n).padStart(padded ? 2 : 1, '0');
  return { from: figures.index, to: figures.index + whole.length, write: (iso) => withParts(iso, (y, m, d) => [y, like(m), like(d)].join(mark)) };
}

export interface MonthMention {
  readonly from: number;
  readonly to: number;
  /** null: no year is written. */
  readonly year: number | null;
}

/** 3月, 3月份, 5月中旬, 1—11月, 3月至5月, with the year where one stands before it. */
const MONTHS = new RegExp(`(?:((?:19|20)\\d{2})年)?(?<![\\d.])(?:\\d{1,2}月?${TO}(?:(?:19|20)\\d{2}年)?)?(?:0?[1-9]|1[0-2])月(?:份|[上中下]旬|底|初|末)?(?![\\d]|${TO}\\d)`, 'g');
/** In Han only where what follows tells the time: 三月，… 三月份; 三月三 and 十月革命 are names. */
const HAN_MONTHS = /(?<![〇一二三四五六七八九十个])(?:十[一二]?|[一二三四五六七八九])月(?:份|[上中下]旬|底|初|末|(?=[，、至到]))/g;

/** 2024.3.5, 2024-03-05, 2024/3: a day or a month in figures alone. */
const IN_FIGURES = /(?<![\d.])((?:19|20)\d{2})[.\-/／](?:0?[1-9]|1[0-2])(?:[.\-/／](?:0?[1-9]|[12]\d|3[01]))?(?![\d.%％])/g;

/** Months that stand without a day, in order; and days in figures alone. */
export function monthMentions(text: string): readonly MonthMention[] {
  const arabic = [...text.matchAll(MONTHS)].filter((match) => !/[个每]$/.test(text.slice(0, match.index))).map((match): MonthMention => ({ from: match.index, to: match.index + match[0].length, year: match[1] === undefined ? null : Number(match[1]) }));
  const han = [...text.matchAll(HAN_MONTHS)].map((match): MonthMention => ({ from: match.index, to: match.index + match[0].length, year: null }));
  const figures = [...text.matchAll(IN_FIGURES)].map((match): MonthMention => ({ from: match.index, to: match.index + match[0].length, year: Number(match[1]) }));
  return [...arabic, ...han, ...figures].toSorted((a, b) => a.from - b.from);
}
