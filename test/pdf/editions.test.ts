// Every edition of the project's own package, its newspaper in each preset and its
// booklet in each look, on the written bytes by other programs (issue 2 §5, §6, §8;
// TYPESETTING 8, tests 1, 4, 5, 9): structure by qpdf, text and faces by poppler
// and mupdf, places by mupdf, ink by its raster.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conservedText } from '../../src/core/model/conserved-text';
import type { Edition, Package } from '../../src/core/model/package';
import { exportPdf } from '../../src/node/export';
import type { ExportResult } from '../../src/node/export-edition';
import { findFonts } from '../../src/node/fonts';
import { shippedPreset } from '../../src/node/presets';
import { makeSamplePackage } from '../sample/make-sample';
import { commandLine } from '../cli/bundle';
import { charactersOf, inkStart, isFolio, linesOf, measure, offGrid, type Char, type PrintedLine } from './placed-lines';
import { inflated, mupdfOutline, mupdfPicture, mupdfText, popplerFonts, popplerInfo, popplerText, qpdfCheck, qpdfJson } from './tools';

interface Made {
  readonly edition: Edition;
  readonly result: ExportResult;
  readonly bytes: Buffer;
  readonly chars: readonly (readonly Char[])[];
  readonly lines: readonly PrintedLine[];
}

const MM = 72 / 25.4;
const A4 = [595.276, 841.89] as const;
const BROADSHEET = [390 * MM, 550 * MM] as const;
const TABLOID = [275 * MM, 390 * MM] as const;

/** Name, edition of the package, preset in its place (null: its own), sheet. */
const EDITIONS: readonly (readonly [string, string, string | null, readonly [number, number]])[] = [
  ['booklet', 'booklet', null, A4], ['booklet-proposals', 'booklet-proposals', null, A4], ['office', 'booklet', 'office', A4], ['speech', 'speech', null, A4],
  ['paper-opening', 'paper-opening', null, TABLOID], ['paper-closing', 'paper-closing', null, TABLOID],
  ['opening on N8', 'paper-opening', 'N8', BROADSHEET], ['opening on N6', 'paper-opening', 'N6', BROADSHEET],
];
const PAPERS = EDITIONS.filter(([, id]) => id.startsWith('paper')).map(([name]) => name);
const NAMES = EDITIONS.map(([name]) => [name] as const);

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-editions-'));
const made = new Map<string, Made>();
let pkg: Package;

function editionOf(id: string, preset: string | null): Edition {
  const edition = pkg.editions.find((one) => one.id === id)!;
  if (preset === null) return edition;
  const { look, master } = shippedPreset(preset);
  return { ...edition, look, master };
}

function make(edition: Edition, name: string): { readonly result: ExportResult; readonly bytes: Buffer } {
  const target = path.join(folder, `${name}.pdf`);
  const result = exportPdf({ pkg, edition, target, fonts: findFonts({ system: false, edition: edition.kind }), date: null, accept: [] });
  return { result, bytes: readFileSync(target) };
}

beforeAll(() => {
  pkg = makeSamplePackage();
  for (const [name, id, preset] of EDITIONS) {
    const edition = editionOf(id, preset);
    const { result, bytes } = make(edition, name);
    const chars = charactersOf(bytes);
    made.set(name, { edition, result, bytes, chars, lines: linesOf(chars) });
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const of = (name: string): Made => made.get(name)!;
const plain = (text: string): string => text.replace(/\s/g, '');

/** `text` without `article`, which stands in it whole or in pieces, the longest first part each time. */
function without(text: string, article: string): readonly [string, readonly string[]] {
  const pieces: string[] = [];
  let rest = article;
  while (rest !== '') {
    let [fits, fails] = [0, rest.length + 1];
    while (fails - fits > 1) {
      const middle = (fits + fails) >> 1;
      if (text.includes(rest.slice(0, middle))) fits = middle;
      else fails = middle;
    }
    if (fits === 0) return [text, [...pieces, `缺：${rest.slice(0, 20)}`, '', '']];
    const piece = rest.slice(0, fits);
    text = text.replace(piece, '');
    pieces.push(piece);
    rest = rest.slice(fits);
  }
  return [text, pieces];
}

describe.each(NAMES)('%s', (name) => {
  it('qpdf finds no error, no warning and no reference to nothing', () => {
    const { bytes } = of(name);
    expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors found');
    const qdf = inflated(bytes);
    const there = new Set([...qdf.matchAll(/^(\d+) 0 obj$/gm)].map(([, id]) => id));
    const missing = [...qdf.replace(/stream\n[\s\S]*?\nendstream/g, '').matchAll(/\b(\d+) 0 R\b/g)].map(([, id]) => id).filter((id) => !there.has(id));
    expect(missing).toEqual([]);
  });

  it('the text of every article is whole and in order for poppler and mupdf; what else is there is listed', () => {
    const { bytes, edition, result } = of(name);
    expect(result.textConserved).toBe(true);
    const generated = result.generated.map(plain).sort((a, b) => b.length - a.length);
    for (const read of [popplerText(bytes), mupdfText(bytes)]) {
      let text = plain(read);
      for (const one of generated) {
        expect(text).toContain(one);
        text = text.replace(one, '');
      }
      for (const [id, article] of conservedText(pkg, edition)) {
        const [rest, pieces] = without(text, plain(article));
        text = rest;
        // N-20: one jump a story.
        expect([id, pieces.length]).toEqual([id, PAPERS.includes(name) ? Math.min(2, pieces.length) : 1]);
      }
      expect(text).toBe('');
    }
  });

  it('every font is an embedded subset with its characters', () => {
    const { bytes, result } = of(name);
    const fonts = popplerFonts(bytes);
    expect(fonts).toHaveLength(result.fonts.length);
    for (const { emb, sub, uni, type } of fonts) expect([emb, sub, uni, type.startsWith('CID')]).toEqual(['yes', 'yes', 'yes', true]);
  });

  it('K alone: no operator and no colour space of RGB or of other inks', () => {
    const qdf = inflated(of(name).bytes);
    expect(qdf.match(/(?<=\s)(?:rg|RG)(?=\s)/g)).toBeNull();
    expect(qdf.match(/\/(?:DeviceRGB|CalRGB|ICCBased|Lab)\b/g)).toBeNull();
    for (const [, c, m, y] of qdf.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ [kK]$/gm)) expect([c, m, y].map(Number)).toEqual([0, 0, 0]);
  });

  it('N-43: all boxes are the sheet; page labels are the printed numbers', () => {
    const { bytes, chars } = of(name);
    const [width, height] = EDITIONS.find(([one]) => one === name)![3];
    const info = popplerInfo(bytes);
    for (const box of ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox']) {
      const [left, top, right, bottom] = info.get(box)!.split(' ').map(Number) as [number, number, number, number];
      expect([box, left, top]).toEqual([box, 0, 0]);
      expect(Math.abs(right - width)).toBeLessThan(0.02);
      expect(Math.abs(bottom - height)).toBeLessThan(0.02);
    }
    expect((qpdfJson(bytes, 'pages') as unknown[]).length).toBe(chars.length);
    const ranges = qpdfJson(bytes, 'pagelabels') as { index: number; label: { '/S'?: string; '/St': number } }[];
    chars.forEach((page, index) => {
      const range = ranges.findLast((one) => one.index <= index)!;
      const label = range.label['/S'] === '/D' ? String(range.label['/St'] + index - range.index) : null;
      const printed = /—(\d+)—$/.exec(page.map(({ c }) => c).join('').replace(/\s/g, ''))?.[1];
      // Papers print a 版次 in the header of inner pages alone.
      if (!PAPERS.includes(name)) expect([index, label]).toEqual([index, printed ?? null]);
      else expect(label).toBe(String(index + 1));
    });
  });

  it('title, author and language; the date of the meeting or the paper', () => {
    const { bytes, edition } = of(name);
    const info = popplerInfo(bytes);
    const title: Readonly<Record<string, string>> = { report: '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', proposals: '政协云岭市第五届委员会常务委员会关于五届三次会议以来提案工作情况的报告' };
    if (title[edition.articles[0]!] !== undefined) expect(info.get('Title')).toBe(title[edition.articles[0]!]);
    else expect(info.get('Title')).not.toBe('');
    expect(info.get('Author')).toBe('政协云岭市委员会');
    expect(info.get('CreationDate')?.slice(0, 10)).toBe(edition.date ?? '2026-01-12');
    expect(inflated(bytes)).toMatch(/\/Lang \(zh-CN\)/);
  });

  it('the outline is the headings of the report, each on the page where it stands', () => {
    const { bytes, lines } = of(name);
    const entries = [...mupdfOutline(bytes).matchAll(/^[-+|]\s*"(.*)"\s+#page=(\d+)/gm)].map(([, title, page]) => ({ title: title!, page: Number(page) }));
    expect(entries.length).toBeGreaterThan(0);
    const pageText = (page: number): string => plain(lines.filter((line) => line.page === page - 1).map(({ text }) => text).join(''));
    for (const { title, page } of entries) expect([title, pageText(page).includes(plain(title))]).toEqual([title, true]);
  });

  it('no glyph without ink: every character leaves a mark on the raster', () => {
    const { bytes, chars } = of(name);
    const dpi = 110;
    const scale = dpi / 72;
    const blank: string[] = [];
    chars.forEach((page, index) => {
      if (page.length === 0) return;
      const { width, height, pixels } = mupdfPicture(bytes, index + 1, dpi);
      for (const { c, x, y, size } of page) {
        if (c.trim() === '') continue;
        const [left, right] = [Math.floor((x - 0.05 * size) * scale), Math.ceil((x + size) * scale)];
        const [top, bottom] = [Math.floor((y - 0.95 * size) * scale), Math.ceil((y + 0.3 * size) * scale)];
        let marked = false;
        for (let py = Math.max(0, top); py < Math.min(height, bottom) && !marked; py++) {
          for (let px = Math.max(0, left); px < Math.min(width, right); px++) {
            if (pixels[py * width + px]! < 200) { marked = true; break; }
          }
        }
        if (!marked) blank.push(`${index + 1}: ${c}`);
      }
    });
    expect(blank).toEqual([]);
  });
});

describe('the measure itself sees each fault', () => {
  /** Lines of 10 pt, a character an em apart and `gap` em more. */
  const row = (text: string, gap = 0, y = 0): PrintedLine => ({ page: 0, text, chars: [...text].map((c, k) => ({ c, x: k * 10 * (1 + gap), y, size: 10, font: 'A' })) });
  it.each<[string, PrintedLine[], Partial<ReturnType<typeof measure>>]>([
    ['a stop at a start', [row('政协'), row('，会议')], { forbidden: ['，会议'] }], ['an opener at an end', [row('政协（')], { forbidden: ['政协（'] }],
    ['a dash before a subtitle may stand there', [row('——在会议上')], { forbidden: [] }], ['a single dash may not', [row('—在会议上')], { forbidden: ['—在会议上'] }],
    ['a number cut', [row('提案28'), row('6件多')], { cut: ['提案28|6件多'] }], ['a number and its %', [row('达98'), row('%以上')], { cut: ['达98|%以上'] }],
    ['a lone character', [row('政协会议'), row('上。')], { lone: ['上。'] }], ['a gap', [row('政协会议', 0.13)], { loose: ['政协会议 0.130'] }], ['letters pushed together', [row('政协', -0.02)], { tight: ['政协'] }],
  ])('%s', (_name, lines, found) => expect(measure(lines, 10)).toMatchObject(found));
  it('a line off the grid', () => expect(offGrid([row('政协', 0, 12), row('会议', 0, 27.5)], 10, 'A', 0, 12)).toEqual(['1: 会议']));
});

describe('quality on paper (issue 2 §4), by a measure that shares nothing with the engine', () => {
  // size of the text, characters to the line, worst gap in em, share of lines over 0.12 em
  it.each<[string, number, number, number, number]>([
    ['booklet', 15.793, 28, 0.12, 0], ['booklet-proposals', 15.793, 28, 0.12, 0], ['office', 15.793, 28, 0.12, 0], ['speech', 22, 18, 0.18, 0.005],
    ['paper-opening', 9, 11, 0.35, 0.013], ['paper-closing', 9, 11, 0.35, 0.013], ['opening on N8', 9, 13, 0.24, 0.006], ['opening on N6', 9, 17, 0.18, 0.004],
  ])('%s: %d pt, %d characters to the line', (name, size, _characters, worst, loose) => {
    // Cover and contents are no running text.
    const front = of(name).edition.booklet?.contents === true ? 2 : 0;
    const found = measure(of(name).lines.filter(({ page }) => page >= front), size);
    expect(found.lines).toBeGreaterThan(90);
    expect({ forbidden: found.forbidden, cut: found.cut, lone: found.lone, tight: found.tight }).toEqual({ forbidden: [], cut: [], lone: [], tight: [] });
    expect(found.worst.gap).toBeLessThanOrEqual(worst);
    expect(found.loose.length).toBeLessThanOrEqual(Math.ceil(loose * found.lines));
  });

  it.each([['booklet', 28], ['office', 28], ['speech', 18]] as const)('%s: no line is wider than its %d characters', (name, characters) => {
    const em = name === 'speech' ? 22 : 15.793;
    const wide = of(name).lines.filter((line) => line.chars.at(-1)!.x - inkStart(line) + line.chars.at(-1)!.size / 2 > characters * em + 0.01);
    expect(wide.map(({ text }) => text)).toEqual([]);
  });

  // Test 5 of TYPESETTING 8, on all columns of all pages of each preset.
  it.each(PAPERS)('T-35: on %s every unboxed baseline stands on the one grid of 11.25 pt of the type area, which is centred in the sheet', (name) => {
    const { lines } = of(name);
    const [width, height] = EDITIONS.find(([one]) => one === name)![3];
    const rows = name.includes('N') ? 123 : 85;
    const top = (height - ((rows - 1) * 11.25 + 9)) / 2;
    // The em box of the first line touches the top: the baseline lies 0.88 em below it.
    expect(offGrid(lines, 9, 'NotoSerifSC-Regular', top + 0.88 * 9, 11.25)).toEqual([]);
    const ems = name.includes('N8') ? 111 : name.includes('N6') ? 109.5 : 71;
    const left = (width - ems * 9) / 2;
    const body = lines.filter((line) => Math.abs(line.chars[0]!.size - 9) < 0.1);
    expect(Math.abs(Math.min(...body.map(inkStart)) - left)).toBeLessThan(0.6);
    // A line that ends in a mark ends half an em after its origin, any other a whole one.
    expect(Math.max(...body.map((line) => line.chars.at(-1)!.x))).toBeLessThan(left + ems * 9 - 4.4);
  });

  it.each([['booklet', 'FandolFang-Regular', 29.619], ['speech', 'NotoSerifSC-Medium', 36]] as const)('%s: all baselines of a face on one grid', (name, font, pitch) => {
    const { lines, edition } = of(name);
    const size = edition.look.size;
    const first = lines.find(({ chars }) => chars.length > 10 && chars[5]!.font === font && Math.abs(chars[5]!.size - size) < 0.1)!.chars[5]!.y;
    expect(offGrid(lines, size, font, first, pitch)).toEqual([]);
  });
});

describe('the looks of the booklet', () => {
  it('机关讲话: second level kai in bold, said to be 合成加粗; Times-like digits; the page number in the middle', () => {
    const { bytes, lines, result } = of('office');
    const second = lines.find(({ text, page }) => text.startsWith('（一）') && page > 1)!;
    expect(second.chars[3]!.font).toBe('GBZenKai-Medium');
    expect(inflated(bytes)).toMatch(/^2 Tr$/m);
    expect(result.diagnostics.filter(({ code }) => code === 'embolden-synthetic').map(({ message }) => message).join()).toContain('合成加粗');
    const digits = lines.filter(({ chars }) => Math.abs(chars[0]!.size - 15.793) < 0.1).flatMap(({ chars }) => chars).filter(({ c }) => /\d/.test(c));
    expect(digits.filter(({ font }) => font === 'Tinos-Regular').length).toBeGreaterThan(digits.length * 0.7);
    const folios = lines.filter(isFolio);
    expect(folios.length).toBeGreaterThan(10);
    for (const { chars, page } of folios) {
      // The middle of the type area, which lies 28 mm from the inside, 26 from the outside.
      const middle = ((page % 2 === 0 ? 28 : 26) + 78) * MM;
      expect(Math.abs((chars[0]!.x + chars.at(-1)!.x + 14) / 2 - middle)).toBeLessThan(1.5);
    }
  });
  it('国标 has neither', () => {
    const { bytes, lines } = of('booklet');
    expect(inflated(bytes)).not.toMatch(/^2 Tr$/m);
    expect(lines.flatMap(({ chars }) => chars).some(({ font }) => font === 'Tinos-Regular')).toBe(false);
  });
});

it('same input, same bytes: again here, and in two processes of the command line', () => {
  const { edition, bytes } = of('paper-closing');
  expect(make(edition, 'again').bytes.equals(bytes)).toBe(true);
  const root = path.resolve(import.meta.dirname, '../..');
  const out = mkdtempSync(path.join(tmpdir(), 'banxin-editions-'));
  try {
    for (const name of ['a.pdf', 'b.pdf']) {
      const words = [commandLine(), 'export', path.join(root, 'resources/samples/yunling.banxin'), '--edition', 'paper-closing', '-o', path.join(out, name)];
      expect(spawnSync(process.execPath, words, { env: { ...process.env, BANXIN_PINNED_FACES: '1', TZ: name === 'a.pdf' ? 'UTC' : 'Asia/Shanghai' } }).status).toBe(0);
      expect(readFileSync(path.join(out, name)).equals(bytes)).toBe(true);
    }
  } finally {
    rmSync(out, { recursive: true });
  }
});
