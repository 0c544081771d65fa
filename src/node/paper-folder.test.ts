// 送报社 on the sample's opening edition: every file is there and says what it must,
// blocks hold their own article alone, once and whole over the pages.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Layout } from '../core/model/layout';
import { sampleEditions, samplePackage } from '../../test/sample-package';
import { readPackage } from '../core/model/package-file';
import { Typesetter } from '../core/typeset';
import { readBack } from '../pdf/read-back';
import { findFonts } from './fonts';
import { type PaperFolder, writePaperFolder } from './paper-folder';

const edition = sampleEditions.find(({ kind }) => kind === 'newspaper')!;
const fonts = findFonts({ system: false, edition: 'newspaper' });
const dir = mkdtempSync(path.join(tmpdir(), 'banxin-paper-'));
afterAll(() => rmSync(dir, { recursive: true }));

let made: PaperFolder;
const folder = path.join(dir, '送报社');
beforeAll(() => {
  made = writePaperFolder({ pkg: samplePackage, edition, folder, encoding: 'gb18030', fonts, date: null, accept: [] });
});
const squeezed = (text: string): string => text.replace(/\s/gu, '');

describe('送报社', () => {
  it('has the page PDF, a text an article, a PDF a block, and the slip', () => {
    expect(readdirSync(folder).filter((name) => name !== '版块').toSorted()).toEqual(made.files.filter((name) => !name.startsWith('版块')).toSorted());
    expect(made.files.filter((name) => /^\d\d .*\.txt$/.test(name))).toHaveLength(edition.articles.length);
    const blocks = made.exported.typeset.layout!.layout.pages.flatMap(({ pieces }) => pieces);
    expect(readdirSync(path.join(folder, '版块'))).toHaveLength(blocks.length);
    expect(made.lost).toEqual([]);
  });

  it('texts are in the encoding asked for, with line ends of Windows', () => {
    const text = new TextDecoder('gb18030').decode(readFileSync(path.join(folder, made.files[1]!)));
    expect(text).toContain('\r\n');
    expect(squeezed(text)).toContain(squeezed(samplePackage.articles.find(({ id }) => id === edition.articles[0])!.doc.lastChild!.textContent));
  });

  it('the slip counts characters and lines, and says how each meets its room', () => {
    const slip = new TextDecoder('gb18030').decode(readFileSync(path.join(folder, '送稿单.txt')));
    expect(slip.match(/字符数 \d+；按每行 \d+ 字，正文 \d+ 行/g)).toHaveLength(edition.articles.length);
    expect(slip.match(/正好|余 \d+ 行|缺 \d+ 行/g)).toHaveLength(edition.articles.length);
    const report = /字符数 (\d+)；按每行 (\d+) 字，正文 (\d+) 行/.exec(slip.slice(slip.indexOf('工作报告')))!;
    // Lines hold no more than their characters, and few of them are short.
    expect(Number(report[3]) * Number(report[2])).toBeGreaterThan(0.9 * Number(report[1]));
    expect(Number(report[3]) * Number(report[2])).toBeLessThan(1.4 * Number(report[1]));
  });

  it('blocks have the size of their columns and rows, and hold their own article once and whole', () => {
    const texts = new Map<string, string>();
    for (const name of made.files.filter((one) => one.startsWith('版块')).toSorted()) {
      const read = readBack(readFileSync(path.join(folder, name)));
      expect(read.pages).toBe(1);
      expect(read.articles.size).toBe(1);
      const [[id, text]] = [...read.articles] as [[string, string]];
      texts.set(id, (texts.get(id) ?? '') + text);
    }
    const whole = readBack(readFileSync(path.join(folder, made.files[0]!)));
    for (const [id, text] of whole.articles) expect(squeezed(texts.get(id) ?? '')).toBe(squeezed(text));
  });

  it('says what finds no room in the page’s own lines too, where the block’s are wider', () => {
    const { pkg } = readPackage(readFileSync(path.resolve(import.meta.dirname, '../../resources/samples/yunling.banxin')));
    const paper = pkg.editions.find(({ id }) => id === 'paper-closing')!;
    const { layout } = new Typesetter({ fonts: fonts.fonts, images: pkg.assets }).typeset(pkg, paper).layout!;
    const at = layout.pages.flatMap(({ pieces }) => pieces).find(({ box, body, to }) => box === null && to === null && body.at(-1)!.area.columns > 1 && body.every(({ area }) => area.rows > 12))!;
    const low: Layout = {
      pages: layout.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => (piece === at ? { ...at, body: at.body.map((run) => ({ ...run, into: Math.max(1, run.area.columns - 1), area: { ...run.area, rows: run.area.rows - 8 } })) } : piece)) })),
    };
    const target = path.join(dir, '排不下');
    writePaperFolder({ pkg, edition: { ...paper, layout: low }, folder: target, encoding: 'utf-8', fonts, date: null, accept: ['frame-overset'] });
    const slip = readFileSync(path.join(target, '送稿单.txt'), 'utf8');
    const [, over, measure, own, about] = /余 (\d+) 行（排不下；每行 (\d+) 字，按每行 (\d+) 字约 (\d+) 行）/.exec(slip) ?? [];
    expect(Number(own)).toBe(11);
    expect(Number(measure)).toBeGreaterThan(11);
    expect(Number(about)).toBe(Math.ceil((Number(over) * Number(measure)) / 11));
  });

  it('refuses what is no newspaper', () => {
    expect(() => writePaperFolder({ pkg: samplePackage, edition: sampleEditions.find(({ kind }) => kind === 'booklet')!, folder: path.join(dir, 'x'), encoding: 'utf-8', fonts, date: null, accept: [] })).toThrow('不是报纸');
  });
});
