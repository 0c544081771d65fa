// Chinese numerals both ways: 十一届 and 二十大 count (place value, 十百千万),
// 二〇二四年 spells (one character a digit). Headings, terms, sessions and
// jump lines write them; the recogniser reads them. Only the everyday forms of
// GB/T 15835: no 壹贰叁, no 廿; 两 is read but never written.

const DIGITS = '〇一二三四五六七八九';
const UNITS = ['', '十', '百', '千'] as const;
const MAX = 99_999_999;

/** Four digits at most, without leading 零; `bare`: 10–19 begin with 十, not 一十. */
function section(n: number, bare: boolean): string {
  let out = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(n / 10 ** power) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    if (gap) out += '零';
    gap = false;
    const isTen = power === 1 && digit === 1 && out === '' && bare;
    out += (isTen ? '' : DIGITS[digit]!) + UNITS[power]!;
  }
  return out;
}

/**
 * A count in Han: 9 → 九, 11 → 十一, 20 → 二十, 105 → 一百零五, 10000 → 一万; 0 → 零.
 * @throws RangeError for anything but an integer of 0…99,999,999.
 */
export function toHan(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > MAX) throw new RangeError(`no Han numeral for ${n}`);
  if (n === 0) return '零';
  const high = Math.floor(n / 10_000);
  const low = n % 10_000;
  if (high === 0) return section(low, true);
  const joint = low > 0 && low < 1000 ? '零' : '';
  return `${section(high, true)}万${joint}${section(low, false)}`;
}

/** One digit a character, as years are written: 2024 → 二〇二四. @throws RangeError for anything but a non-negative integer. */
export function toHanDigits(n: number): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`no digits for ${n}`);
  let out = '';
  for (const digit of String(n)) out += DIGITS[Number(digit)]!;
  return out;
}

function digitOf(char: string): number {
  if (char === '零') return 0;
  if (char === '两') return 2;
  return DIGITS.indexOf(char);
}

/** Place value up to 千; null where the form is not one that toHan writes (两 for 二 apart). */
function readSection(text: string): number | null {
  let total = 0;
  let pending = -1;
  let lastPower = 4;
  let afterZero = false;
  for (const char of text) {
    const power = UNITS.indexOf(char as (typeof UNITS)[number]);
    if (power > 0) {
      if (power >= lastPower || pending === 0) return null;
      if (pending < 0 && !(power === 1 && total === 0)) return null;
      total += (pending < 0 ? 1 : pending) * 10 ** power;
      lastPower = power;
      pending = -1;
      continue;
    }
    const digit = digitOf(char);
    if (digit < 0 || pending > 0) return null;
    afterZero = pending === 0;
    pending = digit;
  }
  if (pending === 0) return null;
  // 一百五 is 150 in speech and 105 by rule: neither is written in an official text.
  if (pending > 0 && !afterZero && (lastPower === 2 || lastPower === 3)) return null;
  return pending < 0 ? total : total + pending;
}

/**
 * The number that a Han count says (九 → 9, 二十一 → 21, 一百零五 → 105), or null where the
 * text is no count. Reads what toHan writes; 一十一 and 两百 are understood as well.
 */
export function fromHan(text: string): number | null {
  if (text === '零' || text === '〇') return 0;
  const parts = text.split('万');
  if (parts.length > 2 || text === '') return null;
  if (parts.length === 1) return readSection(text);
  const [head = '', tail = ''] = parts;
  const high = head === '' ? null : readSection(head);
  const low = tail === '' ? 0 : readSection(tail);
  return high === null || low === null ? null : high * 10_000 + low;
}

/** The number that Han digits spell (二〇二四, 二零二四 → 2024), or null; at least two characters. */
export function fromHanDigits(text: string): number | null {
  if (text.length < 2 || text.length > 8) return null;
  let n = 0;
  for (const char of text) {
    const digit = char === '两' ? -1 : digitOf(char);
    if (digit < 0) return null;
    n = n * 10 + digit;
  }
  return n;
}
