// 送报社 on the sample's opening edition: every file is there and says what it must,
// blocks hold their own article alone, once and whole over the pages.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Layout } from '../core/model/layout';
import type { PaperMaster } from '../core/model/master';
import { FIXED, fixedPage } from '../../test/fixed-page';
import { sampleEditions, samplePackage } from '../../test/sample-package';
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
    expect(made.blocks.map(({ article }) => article)).toEqual(blocks.map(({ article }) => article));
    for (const { page, file } of made.blocks) expect([path.dirname(file), file.includes(`第${page}版 `), made.files.includes(file)]).toEqual(['版块', true, true]);
    expect(made.lost).toEqual([]);
  });

  it('an edition without articles is refused before a folder is made; a long title is whole in its file’s name', () => {
    const empty = path.join(dir, '空');
    expect(() => writePaperFolder({ pkg: samplePackage, edition: { ...edition, articles: [] }, folder: empty, encoding: 'utf-8', fonts, date: null, accept: [] })).toThrow('没有选稿件，没有可送的');
    expect(existsSync(empty)).toBe(false);
    expect(made.files.filter((name) => name.includes('常务委员会工作报告'))).not.toEqual([]);
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

  it('counts to the character and the line, on a page that is written row by row; what finds no room is told in the page’s own lines too, where the block’s are wider', () => {
    const { pkg, edition: paper } = fixedPage();
    const layout: Layout = { pages: FIXED.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => (piece.article === 'story' ? { ...piece, body: piece.body.map((run) => ({ ...run, into: 5, area: { ...run.area, rows: run.area.rows - 8 } })) } : piece)) })) };
    const target = path.join(dir, '排不下');
    const { files } = writePaperFolder({ pkg, edition: { ...paper, layout }, folder: target, encoding: 'utf-8', fonts, date: null, accept: ['frame-overset'] });
    // Lines of 15 characters: sixteen paragraphs of nine lines and one of two, 19 rows in five columns; 51 of 15 are 59 of 13.
    const rows = [
      ['市政协会议今天开幕', 9 + 24 * 128, 240, '8栏×36行；正好'],
      ['市政协举行会议', 7 + 4 * 128, 40, '2栏×24行；正好'],
      ['委员走进社区', 6 + 6 * 128, 60, '2栏×34行；正好'],
      ['同心启新程', 5 + 8 * 128, 80, '6栏×27行；正好'],
      ['委员热议新一年的协商工作', 12 + 16 * 128 + 24, 162, '6栏×23行；余 51 行（排不下；每行 15 字，按每行 13 字约 59 行）'],
    ] as const;
    expect(readFileSync(path.join(target, '送稿单.txt'), 'utf8')).toContain(rows.map(([name, characters, lines, place], i) => `${i + 1}. ${name}\n    字符数 ${characters}；按每行 13 字，正文 ${lines} 行\n    位置 第1版 ${place}\n`).join(''));
    // Each block's sheet is its columns and rows: 13 characters a column, the gaps between them.
    const sizes = files.filter((name) => name.startsWith('版块')).map((name) => /\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)/.exec(readFileSync(path.join(target, name)).toString('latin1'))!.slice(1).map(Number));
    const { em, gap, pitch } = paper.master as PaperMaster;
    expect(sizes).toEqual([[8, 36], [2, 24], [2, 34], [6, 27], [6, 23]].map(([columns, high]) => [expect.closeTo((13 * columns! + gap * (columns! - 1)) * em, 2), expect.closeTo(high! * pitch, 2)]));
  });

  it('refuses what is no newspaper', () => {
    expect(() => writePaperFolder({ pkg: samplePackage, edition: sampleEditions.find(({ kind }) => kind === 'booklet')!, folder: path.join(dir, 'x'), encoding: 'utf-8', fonts, date: null, accept: [] })).toThrow('不是报纸');
  });
});
