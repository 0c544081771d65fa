// The other programs that read our PDFs back: poppler, mupdf, qpdf. `npm test`
// installs them; where one is missing the tests fail, as they cannot prove
// anything without it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Writes the bytes to a file of their own, runs `use` on its path, takes both away. */
export function withFile<T>(bytes: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-pdf-'));
  try {
    const file = path.join(folder, 'test.pdf');
    writeFileSync(file, bytes);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Poppler's text of all pages in content order, white space out. */
export function popplerText(bytes: Uint8Array): string {
  return withFile(bytes, (file) => run('pdftotext', '-raw', file, '-')).replace(/\s/g, '');
}

/** Poppler's text of one page (from 1), a line of paper a line of text, its blanks kept as so many spaces. */
export function popplerLines(bytes: Uint8Array, page: number): string[] {
  const text = withFile(bytes, (file) => run('pdftotext', '-layout', '-f', String(page), '-l', String(page), file, '-'));
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** MuPDF's text, white space out. */
export function mupdfText(bytes: Uint8Array): string {
  return withFile(bytes, (file, folder) => {
    run('mutool', 'draw', '-F', 'text', '-o', path.join(folder, 'text'), file);
    return readFileSync(path.join(folder, 'text'), 'utf8');
  }).replace(/\s/g, '');
}

/** `pdffonts`: a row a font, its cells by heading. */
export function popplerFonts(bytes: Uint8Array): { name: string; type: string; emb: string; sub: string; uni: string }[] {
  const [, rule = '', ...rows] = withFile(bytes, (file) => run('pdffonts', file)).trimEnd().split('\n');
  const ends: number[] = [];
  for (const cell of rule.matchAll(/-+/g)) ends.push((cell.index ?? 0) + cell[0].length + 1);
  return rows.map((row) => {
    const cell = (i: number): string => row.slice(ends[i - 1] ?? 0, ends[i]).trim();
    return { name: cell(0), type: cell(1), emb: cell(3), sub: cell(4), uni: cell(5) };
  });
}

/** `pdfinfo -box` by key. */
export function popplerInfo(bytes: Uint8Array): Map<string, string> {
  const lines = withFile(bytes, (file) => run('pdfinfo', '-box', '-isodates', file)).split('\n');
  return new Map(lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim().replace(/\s+/g, ' ')]));
}

/** What `qpdf --check` says; it throws where there is an error or a warning. */
export function qpdfCheck(bytes: Uint8Array): string {
  return withFile(bytes, (file) => run('qpdf', '--check', file));
}

/** The file with its streams inflated, one character a byte. */
export function inflated(bytes: Uint8Array): string {
  return withFile(bytes, (file, folder) => {
    const out = path.join(folder, 'qdf.pdf');
    run('qpdf', '--qdf', '--object-streams=disable', file, out);
    return readFileSync(out, 'latin1');
  });
}

/** qpdf's own view of pages (with labels) and outlines. */
export function qpdfJson(bytes: Uint8Array, key: 'pages' | 'outlines' | 'pagelabels'): unknown {
  return (JSON.parse(withFile(bytes, (file) => run('qpdf', '--json=1', `--json-key=${key}`, file))) as Record<string, unknown>)[key];
}

/** MuPDF's outline, as `mutool show` prints it. */
export function mupdfOutline(bytes: Uint8Array): string {
  return withFile(bytes, (file) => run('mutool', 'show', file, 'outline'));
}

/** What MuPDF would draw, as XML: glyphs with their places, colours, paths. */
export function mupdfTrace(bytes: Uint8Array): string {
  return withFile(bytes, (file) => run('mutool', 'trace', file));
}

export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  /** 0 black … 255 white, row by row from the top. */
  readonly pixels: Uint8Array;
}

/** A page as MuPDF draws it, `dpi` pixels to the inch. */
export function mupdfPicture(bytes: Uint8Array, page: number, dpi: number): GrayPicture {
  const pgm = withFile(bytes, (file, folder) => {
    const out = path.join(folder, 'page.pgm');
    run('mutool', 'draw', '-q', '-c', 'gray', '-r', String(dpi), '-o', out, file, String(page));
    return readFileSync(out);
  });
  const head = /^P5\s(?:#.*\n)?(\d+)\s(\d+)\s255\s/.exec(pgm.subarray(0, 100).toString('latin1'));
  if (head === null) throw new RangeError('not a gray picture');
  return { width: Number(head[1]), height: Number(head[2]), pixels: pgm.subarray(head[0].length) };
}
