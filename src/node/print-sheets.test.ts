import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { popplerInfo, popplerLines, popplerText } from '../../test/pdf/tools';
import { makeSamplePackage } from '../../test/sample/make-sample';
import type { Arrangement } from '../core/display/arrange';
import { draftEdition, makeEdition } from '../core/model/editions';
import { exportPdf } from './export';
import type { ExportJob } from './export-edition';
import { findFonts } from './fonts';
import { shippedPreset } from './presets';
import { writePrintFile } from './print-sheets';

const pkg = makeSamplePackage();
const draft = draftEdition(pkg, shippedPreset('draft'), '2026-01-12T16:20');
const paper = makeEdition(shippedPreset('N8'), pkg.articles.map(({ id }) => id), 'paper');

let dir = '';
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-print-')); });
afterEach(() => rmSync(dir, { recursive: true }));
const job = (edition: ExportJob['edition']): ExportJob => ({ pkg, edition, target: path.join(dir, 'print.pdf'), fonts: findFonts({ system: false, edition: edition.kind }), date: '2026-01-12', accept: [] });
const printed = (): Buffer => readFileSync(path.join(dir, 'print.pdf'));
const A4: Arrangement = { pages: null, paper: 'A4', fold: false };

describe('the file for the printer', () => {
  it('all pages on their own paper: the very bytes of an export', () => {
    const { sides, exported } = writePrintFile(job(draft), A4);
    const bytes = printed();
    exportPdf({ ...job(draft), target: path.join(dir, 'export.pdf') });
    expect([sides, bytes.equals(readFileSync(path.join(dir, 'export.pdf')))]).toEqual([exported.pages, true]);
  });
  it('some pages: those alone, as another program reads them', () => {
    writePrintFile(job(draft), { ...A4, pages: [6, 1] });
    expect(popplerInfo(printed()).get('Pages')).toBe('2');
    expect([1, 2].map((page) => /第 (\d+) 页/.exec(popplerLines(printed(), page)[0] ?? '')?.[1])).toEqual(['7', '2']);
  });
  it('folded: two pages of A4 on each side of A3, in the order of a booklet', () => {
    const { sides } = writePrintFile(job(draft), { pages: [0, 1, 2, 3], paper: 'A3', fold: true });
    const info = popplerInfo(printed());
    expect([sides, info.get('Pages'), info.get('Page size')]).toEqual([2, '2', '1190.55 x 841.89 pts (A3)']);
    expect([1, 2].map((page) => [...(popplerLines(printed(), page)[0] ?? '').matchAll(/第 (\d+) 页/g)].map((match) => match[1]))).toEqual([['4', '1'], ['2', '3']]);
  });
  it('a broadsheet page on two lying A3, no text lost', () => {
    const { sides, exported } = writePrintFile(job(paper), { pages: [0], paper: 'A3', fold: false });
    expect([sides, popplerInfo(printed()).get('Page size')]).toEqual([2, '1190.55 x 841.89 pts (A3)']);
    expect(popplerText(printed())).toContain([...exported.typeset.list.title].slice(-6).join(''));
  });
  it('a page that there is not is said', () => {
    expect(() => writePrintFile(job(draft), { ...A4, pages: [400] })).toThrow('没有第 401 页');
  });
});
