// A list's number as Word writes it, by the name of its format (ECMA-376 17.18.59):
// the Chinese ones to the letter, the others that occur in Chinese files. A format
// that is not known here is written in digits, as Word does with one it cannot set.
import { toHan, toHanDigits } from '../../core/model/numerals';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const LEGAL_OF: Readonly<Record<string, string>> = { 零: '零', 一: '壹', 二: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖', 十: '拾', 百: '佰', 千: '仟', 万: '萬' };

const fullWidth = (n: number): string => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** a…z, aa, bb… as Word repeats letters. */
function letters(n: number, first: string): string {
  const code = first.charCodeAt(0) + ((n - 1) % 26);
  return String.fromCharCode(code).repeat(Math.min(20, Math.ceil(n / 26)));
}

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

function roman(n: number): string {
  let left = n;
  let out = '';
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      out += sign;
      left -= value;
    }
  }
  return out;
}

/** ①…⑳ ㉑…㊿; beyond, Word writes plain digits. */
function enclosed(n: number): string {
  if (n >= 1 && n <= 20) return String.fromCodePoint(0x2460 + n - 1);
  if (n >= 21 && n <= 35) return String.fromCodePoint(0x3251 + n - 21);
  if (n >= 36 && n <= 50) return String.fromCodePoint(0x32b1 + n - 36);
  return String(n);
}

/** 10–19 as 一十… : 十 with its one, as the legal and the counted thousands write it. */
const withOne = (text: string): string => (text.startsWith('十') ? `一${text}` : text);

/** The number `n` in a format; '' for none and bullets. */
export function formatNumber(n: number, format: string): string {
  if (format === 'none' || format === 'bullet') return '';
  if (n < 0 || n > 99_999) return String(n);
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting': return n === 0 && format !== 'chineseCountingThousand' ? '〇' : toHan(n);
    case 'taiwaneseCounting': return toHan(n);
    // Word spells 一〇 here; as a heading's number it counts, and the house writes 十.
    case 'ideographDigital': return toHan(n);
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
    case 'koreanDigital':
    case 'koreanDigital2': return toHanDigits(n);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal': return [...withOne(toHan(n))].map((sign) => LEGAL_OF[sign] ?? sign).join('').replace('萬', format === 'chineseLegalSimplified' ? '万' : '萬');
    case 'ideographTraditional': return n >= 1 && n <= 10 ? STEMS[n - 1]! : String(n);
    case 'ideographZodiac': return n >= 1 && n <= 12 ? BRANCHES[n - 1]! : String(n);
    case 'ideographZodiacTraditional': return n >= 1 && n <= 60 ? STEMS[(n - 1) % 10]! + BRANCHES[(n - 1) % 12]! : String(n);
    case 'ideographEnclosedCircle': return n >= 1 && n <= 10 ? String.fromCodePoint(0x3280 + n - 1) : String(n);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese': return enclosed(n);
    case 'decimalEnclosedParen': return n >= 1 && n <= 20 ? String.fromCodePoint(0x2474 + n - 1) : String(n);
    case 'decimalEnclosedFullstop': return n >= 1 && n <= 20 ? String.fromCodePoint(0x2488 + n - 1) : String(n);
    case 'decimalFullWidth':
    case 'decimalFullWidth2': return fullWidth(n);
    case 'decimalZero': return n < 10 ? `0${n}` : String(n);
    case 'upperLetter': return n === 0 ? '' : letters(n, 'A');
    case 'lowerLetter': return n === 0 ? '' : letters(n, 'a');
    case 'upperRoman': return roman(n);
    case 'lowerRoman': return roman(n).toLowerCase();
    case 'ordinal': return `${n}.`;
    default: return String(n);
  }
}

/** Legal numbering (w:isLgl) writes every number of a level's text in digits; these formats it leaves as they are. */
export function legalFormat(format: string): string {
  return format === 'bullet' || format === 'none' || format === 'decimalZero' ? format : 'decimal';
}
