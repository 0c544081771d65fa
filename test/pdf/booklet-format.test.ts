// The booklet against GB/T 9704 (TYPESETTING §3), measured on its PDF by other
// programs: places of characters by mupdf, ink by poppler's raster. Nothing here
// knows the engine.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportPdf } from '../../src/node/export';
import { findFonts } from '../../src/node/fonts';
import { makeSamplePackage } from '../sample/make-sample';

interface Char {
  readonly c: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

const MM = 72 / 25.4;
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-booklet-'));
const file = path.join(folder, 'booklet.pdf');
let pages: Char[][] = [];
/** Pages in front of page 1: cover and contents. */
const FRONT = 2;

beforeAll(() => {
  const pkg = makeSamplePackage();
  exportPdf({ pkg, edition: pkg.editions.find(({ id }) => id === 'booklet')!, target: file, fonts: findFonts({ system: false, edition: 'booklet' }), date: null, accept: [] });
  pages = charactersOf(file);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Every character of every page with its origin, size and font, as mupdf reads them. */
function charactersOf(pdf: string): Char[][] {
  const out = path.join(folder, 'text.xml');
  execFileSync('mutool', ['convert', '-F', 'stext', '-O', 'inhibit-spaces', '-o', out, pdf], { stdio: 'ignore' });
  const unescape = (text: string): string =>
    text.replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16))).replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&amp;/g, '&');
  return readFileSync(out, 'utf8').split('<page ').slice(1).map((page) => {
    const chars: Char[] = [];
    let font = '';
    let size = 0;
    for (const m of page.matchAll(/<font name="([^"]*)" size="([^"]*)">|<char quad="[^"]*" x="([^"]*)" y="([^"]*)"[^>]* c="([^"]*)"/g)) {
      if (m[1] !== undefined) [font, size] = [m[1], Number(m[2])];
      else chars.push({ c: unescape(m[5]!), x: Number(m[3]), y: Number(m[4]), size, font });
    }
    return chars;
  });
}

/** Lines of body text, top to bottom: characters within a point of one baseline. */
function lines(page: readonly Char[]): Char[][] {
  const rows: Char[][] = [];
  for (const char of [...page].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row !== undefined && char.y - row[0]!.y < 6) row.push(char);
    else rows.push([char]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

const text = (row: readonly Char[]): string => row.map(({ c }) => c).join('');
const isFolio = (row: readonly Char[]): boolean => /^—\s*\d+\s*—$/.test(text(row));

/** Edges of the ink inside a box of the page, mm from the sheet's left and top: raster at 300 dpi. */
function ink(number: number, box: { top: number; bottom: number }): { left: number; right: number; top: number; bottom: number } {
  const pgm = execFileSync('pdftoppm', ['-gray', '-r', '300', '-f', String(number), '-l', String(number), file], { maxBuffer: 1 << 28 });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'))!;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const at = head[0].length;
  const mm = (px: number): number => (px * 25.4) / 300;
  const edges = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let y = Math.floor((box.top * 300) / 25.4); y < Math.min(height, (box.bottom * 300) / 25.4); y++) {
    for (let x = 0; x < width; x++) {
      if (pgm[at + y * width + x]! > 160) continue;
      edges.left = Math.min(edges.left, mm(x));
      edges.right = Math.max(edges.right, mm(x + 1));
      edges.top = Math.min(edges.top, mm(y));
      edges.bottom = Math.max(edges.bottom, mm(y + 1));
    }
  }
  return edges;
}

describe('GB/T 9704 on the written PDF', () => {
  const full = (): Char[][] => pages.slice(FRONT + 1, FRONT + 9);

  it('G-03: 22 lines on a full page, evenly spaced: the standard’s (225 mm − 1 em) / 21', () => {
    for (const page of full()) {
      const baselines = lines(page).filter((row) => !isFolio(row)).map((row) => row.find(({ font }) => font.includes('Fandol'))?.y ?? row[0]!.y);
      expect(baselines).toHaveLength(22);
      const pitch = (225 * MM - (156 * MM) / 28) / 21;
      baselines.slice(1).forEach((y, i) => expect(Math.abs(y - baselines[i]! - pitch)).toBeLessThan(1.3)); // faces differ by up to 0.075 em on one grid
      const fangsong = lines(page).map((row) => row.filter(({ font }) => font.includes('Fandol'))).filter((row) => row.length > 10).map((row) => row[0]!.y);
      for (const y of fangsong) {
        const k = (y - fangsong[0]!) / pitch;
        expect(Math.abs(k - Math.round(k)) * pitch).toBeLessThan(0.02);
      }
    }
  });

  it('G-02: first ink 37 ± 1 mm from the top, 28 mm from the left on odd and 26 mm on even pages', () => {
    for (const number of [FRONT + 2, FRONT + 3, FRONT + 4]) {
      const edges = ink(number, { top: 30, bottom: 263 });
      expect(Math.abs(edges.top - 37)).toBeLessThan(1);
      // 35 mm below the type area
      expect(Math.abs(edges.bottom - 262)).toBeLessThan(1);
      const odd = (number - FRONT) % 2 === 1;
      expect(Math.abs(edges.left - (odd ? 28 : 26))).toBeLessThan(1);
      expect(Math.abs(edges.right - (odd ? 184 : 182))).toBeLessThan(1.2);
    }
  });

  it('G-03, G-20: 28 characters fill 156 mm ± 0.1', () => {
    let seen = 0;
    for (const page of full()) {
      for (const row of lines(page)) {
        // Full-width characters alone, no mark at either end that would be trimmed there.
        const ends = [row[0]!, row.at(-1)!].every(({ c }) => /\p{Script=Han}/u.test(c));
        if (row.length !== 28 || !ends || row.some(({ c }) => /[0-9A-Za-z.%“”《》（）]/.test(c))) continue;
        seen++;
        const width = row.at(-1)!.x - row[0]!.x + row[0]!.size;
        expect(Math.abs(width / MM - 156)).toBeLessThan(0.1);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('G-10: page numbers — n — in 14 pt song outside, one character in, their dash 7 mm below the type area', () => {
    pages.slice(FRONT).forEach((page, i) => {
      const number = i + 1;
      const folio = lines(page).find(isFolio);
      if (folio === undefined) {
        expect(page).toHaveLength(0); // a blank page has no number
        return;
      }
      const marks = folio.filter(({ c }) => c.trim() !== '');
      expect(text(marks)).toBe(`—${number}—`);
      expect(marks[0]!.size).toBeCloseTo(14, 1);
      expect(marks[0]!.font).toContain('Serif');
      const em = (156 / 28) * MM;
      // The dash's own advance is a little less than its em, in whose middle it stands.
      if (number % 2 === 1) expect(Math.abs(marks.at(-1)!.x + 14 - ((28 + 156) * MM - em))).toBeLessThan(1);
      else expect(Math.abs(marks[0]!.x - (26 * MM + em))).toBeLessThan(1);
      // Ink of the digits and dashes: the dash lies in the middle of it.
      const edges = ink(FRONT + number, { top: 263.5, bottom: 280 });
      expect(Math.abs((edges.top + edges.bottom) / 2 - (262 + 7))).toBeLessThan(0.6);
    });
  });

  it('G-05…G-07: faces by role', () => {
    const first = lines(pages[FRONT]!);
    const fontsOf = (row: readonly Char[] | undefined): string[] => [...new Set(row?.filter(({ c }) => /\p{Script=Han}/u.test(c)).map(({ font }) => font.replace(/^[A-Z]{6}\+/, '')))];
    expect(fontsOf(first[0])).toEqual(['NotoSerifSC-ExtraBold']);
    expect(fontsOf(first.find((row) => text(row).startsWith('——')))).toEqual(['GBZenKai-Medium']);
    expect(fontsOf(first.find((row) => text(row).startsWith('一、')))).toEqual(['NotoSansSC-Medium']);
    const second = pages.slice(FRONT).flatMap(lines).find((row) => text(row).startsWith('（一）'))!;
    expect(fontsOf(second.slice(0, 12))).toEqual(['GBZenKai-Medium']);
    const body = pages.slice(FRONT).flatMap(lines).filter((row) => row.length > 24);
    expect(body.filter((row) => fontsOf(row).includes('FandolFang-Regular')).length).toBeGreaterThan(200);
  });

  it('G-06: the title in 22 pt on lines 2 and 3, broken where its meaning allows', () => {
    const [one, two] = lines(pages[FRONT]!);
    expect(text(one!)).toBe('中国人民政治协商会议云岭市第五届委员会');
    expect(text(two!)).toBe('常务委员会工作报告');
    expect(one![0]!.size).toBeCloseTo(22, 1);
    const middle = (row: readonly Char[]): number => (row[0]!.x + row.at(-1)!.x + 22) / 2;
    for (const row of [one!, two!]) expect(middle(row)).toBeCloseTo((28 + 78) * MM, 0);
  });
});
