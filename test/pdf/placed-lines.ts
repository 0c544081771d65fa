// A PDF's characters in content order with their places, as mupdf reads them, and
// the lines that they stand in; and what a reader measures on lines: forbidden
// starts and ends, numbers cut, lone characters, the widest gap, baselines. Shares
// nothing with the engine: rules and measures are TYPESETTING's.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withFile } from './tools';

export interface Char {
  readonly c: string;
  /** Origin from the sheet's left and top, pt. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** PostScript name without the subset's tag. */
  readonly font: string;
}

/** Characters of each page, blanks included that are in the file. */
export function charactersOf(bytes: Uint8Array): Char[][] {
  const xml = withFile(bytes, (file, folder) => {
    const out = path.join(folder, 'text.xml');
    execFileSync('mutool', ['convert', '-F', 'stext', '-O', 'inhibit-spaces', '-o', out, file], { stdio: 'ignore' });
    return readFileSync(out, 'utf8');
  });
  const NAMES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };
  const plain = (text: string): string => text.replace(/&(?:#x([0-9a-f]+)|(\w+));/gi, (whole, hex?: string, name?: string) => (hex === undefined ? (NAMES[name!] ?? whole) : String.fromCodePoint(parseInt(hex, 16))));
  return xml.split('<page ').slice(1).map((page) => {
    const chars: Char[] = [];
    let font = '';
    let size = 0;
    for (const m of page.matchAll(/<font name="([^"]*)" size="([^"]*)">|<char quad="[^"]*" x="([^"]*)" y="([^"]*)"[^>]* c="([^"]*)"/g)) {
      if (m[1] !== undefined) [font, size] = [m[1].replace(/^[A-Z]{6}\+/, ''), Number(m[2])];
      else chars.push({ c: plain(m[5]!), x: Number(m[3]), y: Number(m[4]), size, font });
    }
    return chars;
  });
}

export interface PrintedLine {
  readonly page: number;
  readonly chars: readonly Char[];
  readonly text: string;
}

/** Lines in content order: characters that go on to the right on about one baseline (faces sit a little higher or lower, note anchors are raised). */
export function linesOf(pages: readonly (readonly Char[])[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  pages.forEach((page, index) => {
    let row: Char[] = [];
    const flush = (): void => {
      const chars = row.filter(({ c }) => c.trim() !== '');
      if (chars.length > 0) lines.push({ page: index, chars, text: chars.map(({ c }) => c).join('') });
      row = [];
    };
    for (const char of page) {
      const last = row.at(-1);
      const goesOn = last !== undefined && Math.abs(char.y - last.y) < 0.6 * Math.min(last.size, char.size) && char.x > last.x - 0.3 * last.size && char.x < last.x + 3 * last.size;
      if (!goesOn) flush();
      row.push(char);
    }
    flush();
  });
  return lines;
}

const START = new Set('。．？！，、；：”’）》〉】〗〕］｝」』·％‰℃～/%');
const END = new Set('“‘（《〈【〖〔［｛「『￥$/');
const isHan = (c: string): boolean => /\p{Script=Han}/u.test(c);
const isWord = (c: string): boolean => /[0-9A-Za-z]/.test(c);

/** Where the ink of a line begins: an opening mark has its blank on the left. */
export function inkStart({ chars }: PrintedLine): number {
  const first = chars[0]!;
  return '“‘（《〈【〔'.includes(first.c) ? first.x + first.size / 2 : first.x;
}

/** A page number: — 12 —. */
export const isFolio = ({ text }: PrintedLine): boolean => /^—\d+—$/.test(text);

export interface Measured {
  readonly lines: number;
  readonly forbidden: readonly string[];
  /** Numbers and words cut at a line's end. */
  readonly cut: readonly string[];
  /** Lines of fewer than two characters, marks not counted, that go on from a line before. */
  readonly lone: readonly string[];
  /** Widest added gap between two Han, em, and the line. */
  readonly worst: { readonly gap: number; readonly text: string };
  /** Lines with a gap over 0.12 em. */
  readonly loose: readonly string[];
  /** Lines with two Han closer than their em. */
  readonly tight: readonly string[];
}

/** Measures lines of running text at `size`. */
export function measure(all: readonly PrintedLine[], size: number): Measured {
  const lines = all.filter((line) => Math.abs(line.chars[0]!.size - size) < 0.02 * size && !isFolio(line));
  const found = { forbidden: [] as string[], cut: [] as string[], lone: [] as string[], loose: [] as string[], tight: [] as string[] };
  let worst = { gap: 0, text: '' };
  lines.forEach(({ chars, text }, i) => {
    if (START.has(chars[0]!.c) || (chars[0]!.c === '—' && chars[1]?.c !== '—') || END.has(chars.at(-1)!.c)) found.forbidden.push(text);
    const before = lines[i - 1]?.text ?? '';
    if ((/\d[.,]?$/.test(before) && /^[.,]?\d/.test(text)) || (/\d$/.test(before) && /^[%％‰℃]/.test(text)) || (/[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(text))) found.cut.push(`${before}|${text}`);
    if (chars.filter(({ c }) => isHan(c) || isWord(c)).length < 2) found.lone.push(text);
    let gap = 0;
    for (let k = 1; k < chars.length; k++) {
      const [a, b] = [chars[k - 1]!, chars[k]!];
      if (!isHan(a.c) || !isHan(b.c) || a.font !== b.font) continue;
      const added = (b.x - a.x) / size - 1;
      // More is a blank that was typed or a name that was spaced.
      if (added < 0.45) gap = Math.max(gap, added);
      if (added < -0.01) found.tight.push(text);
    }
    if (gap > 0.1205) found.loose.push(`${text} ${gap.toFixed(3)}`);
    if (gap > worst.gap) worst = { gap, text };
  });
  return { lines: lines.length, ...found, worst };
}

/** Baselines of running text at `size` that are not `top + k · pitch` on their page, in pt off, for the face `font`. */
export function offGrid(all: readonly PrintedLine[], size: number, font: string, first: number, pitch: number): string[] {
  const off: string[] = [];
  for (const line of all) {
    const { chars, text, page } = line;
    const char = chars.find((one) => one.font === font && Math.abs(one.size - size) < 0.02 * size);
    if (char === undefined || chars.length < 2 || isFolio(line)) continue;
    const k = (char.y - first) / pitch;
    if (Math.abs(k - Math.round(k)) * pitch > 0.02) off.push(`${page + 1}: ${text}`);
  }
  return off;
}
