// What writing and reading back a PDF cost in a cold process, apart from the
// composing: bundled as the command line is (scripts/build-cli.mjs) and run as
// `node write-entry.cjs FACE TEXT TIMES OUT [GAP]`. Sets the text's characters
// 28 to a line and 22 to a page, TIMES times 9,000 of them from shifting places,
// every other line stretched by GAP, and prints CPU milliseconds as JSON.
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import type { DisplayList, DisplayPage, GlyphRun } from '../../src/core/display/list';
import type { Font } from '../../src/core/font';
import { openFont } from '../../src/font/open-font';
import { readBack } from '../../src/pdf/read-back';
import { writePdfTo } from '../../src/pdf/write-pdf';

const COLUMNS = 28;
const LINES = 22;
const SIZE = 15.8;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function buildPage(font: Font, text: string, index: number, gap: number): DisplayPage {
  const count = COLUMNS * LINES;
  const glyph = new Uint16Array(count);
  const x = new Float32Array(count);
  const at = new Uint16Array(count);
  const items: GlyphRun[] = [];
  for (let line = 0; line < LINES; line++) {
    const from = (index * 7919 + line * COLUMNS) % (text.length - COLUMNS);
    const slice = text.slice(from, from + COLUMNS);
    const first = line * COLUMNS;
    let pen = 0;
    for (let i = 0; i < COLUMNS; i++) {
      const id = font.glyphOf(slice.charCodeAt(i));
      glyph[first + i] = id;
      x[first + i] = pen;
      at[first + i] = i;
      pen += (font.advanceOf(id) * SIZE) / font.unitsPerEm + (line % 2) * gap;
      // Squeezed marks, here and there.
      if (gap !== 0 && i % 9 === 8) pen -= 3;
    }
    items.push({
      kind: 'glyphs', font: 0, size: SIZE, y: 28 * (line + 1), first, end: first + COLUMNS, embolden: 0, gray: 0, text: slice,
      source: { kind: 'generated', block: null, what: 'bench' },
    });
  }
  const body = { kind: 'group' as const, what: 'body', article: 'report', x: 79, y: 100, clip: null, items };
  return { size: { width: 595.276, height: 841.89 }, label: String(index + 1), items: [body], glyph, x, at };
}

const [face = '', textFile = '', times = '1', out = '', gap = '0'] = process.argv.slice(2);
const begin = cpuMs();
const faceFile = openSync(face, 'r');
const font = openFont({
  length: fstatSync(faceFile).size,
  read(at, count) {
    const bytes = new Uint8Array(count);
    readSync(faceFile, bytes, 0, count, at);
    return bytes;
  },
});
const text = readFileSync(textFile, 'utf8').replace(/\s/g, '');
const pages: DisplayPage[] = [];
for (let i = 0; i * COLUMNS * LINES < 9000 * Number(times); i++) pages.push(buildPage(font, text, i, Number(gap)));
const list: DisplayList = { fonts: [font.id], pages, outline: [], title: '', author: '' };
const built = cpuMs();
const target = openSync(out, 'w');
const { bytes } = writePdfTo(list, new Map([[font.id, font]]), { date: null }, (lot) => {
  for (let at = 0; at < lot.length; ) at += writeSync(target, lot, at);
});
closeSync(target);
const written = cpuMs();
const { problems, articles } = readBack(readFileSync(out));
const read = cpuMs();
const rounded = (ms: number): number => Math.round(ms * 10) / 10;
console.log(
  JSON.stringify({
    pages: pages.length, bytes, characters: articles.get('report')?.length, problems: problems.length,
    ms: { start: rounded(begin), build: rounded(built - begin), write: rounded(written - built), readBack: rounded(read - written) },
    rssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
process.exit(0);
