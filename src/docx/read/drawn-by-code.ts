// Fields that draw characters by their code alone, without a result: 带圈字符 and 拼音
// 指南 of Word (EQ with an overstrike), and 插入符号 as a field (SYMBOL). Their
// characters stand in no text node, and would be lost without a word.
import { symbolCharacter } from './symbols';

export interface DrawnByCode {
  readonly what: string;
  readonly text: string;
}

const CIRCLES = '○〇◯';

/** Fields that show words of Word's own making, which it computes when it opens the file (AUTONUM), or stored with it (SEQ, REF, DATE). */
const SHOWN = /^\s*(AUTONUM(?:LGL|OUT)?|LISTNUM|SEQ|PAGE|NUMPAGES|SECTIONPAGES|SECTION|REF|PAGEREF|STYLEREF|NOTEREF|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|FILENAME|TITLE|AUTHOR|SUBJECT|DOCPROPERTY|INCLUDETEXT|MERGEFIELD|QUOTE|=)/i;

/** The name of a field that shows something and came without its result, or null: what it shows is not in the file. */
export function lostResult(code: string): string | null {
  return SHOWN.exec(code)?.[1]?.toUpperCase() ?? null;
}

/** What a field's code draws, or null where it draws nothing that is known here. */
export function drawnByCode(code: string): DrawnByCode | null {
  const symbol = /^\s*SYMBOL\s+(0x[0-9a-f]+|\d+)(?=\s|$)/i.exec(code);
  if (symbol !== null) {
    const font = /\\f\s+"?([^"\\]+?)"?\s*(?:\\|$)/i.exec(code)?.[1] ?? '';
    const sign = symbolCharacter(font, Number(symbol[1]));
    return sign === null ? null : { what: `SYMBOL 域（${font}）`, text: sign };
  }
  if (!/^\s*EQ\b/i.test(code)) return null;
  const over = /\\o(?:\s*\\a[clrd])?\s*\((.*)[,;，；]([^,;，；()]*)\)\s*$/is.exec(code);
  if (over === null) return null;
  const base = (over[2] ?? '').trim();
  const mark = (over[1] ?? '').trim();
  if (base === '') return null;
  const n = Number(base);
  if (CIRCLES.includes(mark) && Number.isInteger(n) && n >= 1 && n <= 20) return { what: '带圈字符（EQ 域）', text: String.fromCodePoint(0x2460 + n - 1) };
  return { what: mark.length <= 1 ? '带圈字符（EQ 域），圈不留' : '拼音指南（EQ 域），拼音不留', text: base };
}
