// Our Word files as another program sets them: the booklet's pages within one, its
// text, the lines of its title (issue 5, part 2). LibreOffice 7.4 and newer.
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { conservedText, sameText, textDifference } from '../../src/core/model/conserved-text';
import { printedWords } from '../../src/docx/own/printed-words';
import { chooseEdition } from '../../src/core/model/editions';
import type { Edition, Package } from '../../src/core/model/package';
import { exportDocx } from '../../src/node/export-docx';
import { exportPdf } from '../../src/node/export';
import { findFonts } from '../../src/node/fonts';
import { openInput } from '../../src/node/package-store';
import { shippedPreset } from '../../src/node/presets';
import { LibreOffice, popplerPages } from './libreoffice';

const office = new LibreOffice();
afterAll(() => office.close());

const target = (ending: string): string => path.join(tmpdir(), `banxin-lo-${process.pid}.${ending}`);

interface Set {
  readonly pkg: Package;
  readonly edition: Edition;
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
}

async function set(file: string, name: string, preset: string | null): Promise<Set> {
  const { pkg } = await openInput(file);
  const choice = chooseEdition(pkg, { edition: name, article: null, preset: preset === null ? null : shippedPreset(preset) }, () => shippedPreset('gb'));
  if (!choice.ok) throw new Error(choice.message);
  const job = { pkg, edition: choice.edition, fonts: findFonts({ system: false, edition: choice.edition.kind }), date: null, accept: [] };
  exportDocx({ ...job, target: target('docx') });
  exportPdf({ ...job, target: target('pdf') });
  return { pkg, edition: choice.edition, docx: new Uint8Array(readFileSync(target('docx'))), pdf: new Uint8Array(readFileSync(target('pdf'))) };
}

/** Lines of each page without its number, empty pages left out; how many pages stand before the text. */
function pagesOf(pdf: Uint8Array): { readonly pages: readonly (readonly string[])[]; readonly front: number } {
  const all = popplerPages(pdf).map((lines) => lines.filter((line) => line.trim() !== '')).filter((lines) => lines.length > 0);
  const folio = /^[—-]\s*(\d+)\s*[—-]$/;
  const front = all.findIndex((lines) => lines.some((line) => folio.exec(line.trim())?.[1] === '1'));
  return { pages: all.map((lines) => lines.filter((line) => !folio.test(line.trim()))), front: Math.max(0, front) };
}

const bare = (line: string): string => line.replace(/[\s\u3000]/g, '');

describe.each([
  ['the bundled booklet', 'resources/samples/yunling.banxin', 'booklet', null],
  ['the proposals’ booklet', 'resources/samples/yunling.banxin', 'booklet-proposals', null],
  ['the same in the office’s look', 'resources/samples/yunling.banxin', 'booklet', 'office'],
  ['a raw page', 'resources/samples/raw-opening.txt', 'booklet', null],
  ['a clean report', 'resources/samples/clean/report.txt', 'booklet', null],
])('%s', (_name, file, edition, preset) => {
  it('has our pages within one, our text, and our title’s lines', async () => {
    const ours = await set(file, edition, preset);
    const theirs = pagesOf(office.convert(ours.docx, 'pdf'));
    const own = pagesOf(ours.pdf);
    expect(Math.abs(theirs.pages.length - own.pages.length), `LibreOffice ${theirs.pages.length}, ours ${own.pages.length}`).toBeLessThanOrEqual(1);
    const conserved = [...conservedText(ours.pkg, ours.edition).values()].join('\n');
    expect(textDifference(theirs.pages.slice(theirs.front).flat().join('\n'), conserved)).toBeNull();
    // The title block: every line up to the salutation or the first paragraph.
    const title = own.pages[own.front]!.findIndex((line) => /^(?:各位|同志们|我)/.test(bare(line)));
    expect(title).not.toBe(0);
    const head = (pages: typeof own): string[] => pages.pages[pages.front]!.slice(0, title).map(bare);
    expect(head(theirs)).toEqual(head(own));
  });
});

it('the speech has our text; its pages, which end at stops, are the booklet’s business alone', async () => {
  const { pkg, edition, docx } = await set('resources/samples/yunling.banxin', 'speech', null);
  const { pages, front } = pagesOf(office.convert(docx, 'pdf'));
  expect(textDifference(pages.slice(front).flat().join('\n'), [...conservedText(pkg, edition).values()].join('\n'))).toBeNull();
});

describe('a file that LibreOffice has saved', () => {
  it.each([['booklet', 'lo-report.docx'], ['booklet-proposals', 'lo-proposals.docx']])('%s: says the same; npm test reads what it makes of structure', async (name, fixture) => {
    const { pkg, edition, docx } = await set('resources/samples/yunling.banxin', name, null);
    const saved = office.convert(docx, 'docx');
    expect(sameText(printedWords(saved), [...conservedText(pkg, edition).values()].join('\n'))).toBe(true);
    if (process.env['BANXIN_UPDATE'] !== undefined) writeFileSync(path.join(import.meta.dirname, '../fixtures/docx', fixture), saved);
  });
});
