// Word in from the command line: the report of `import --json`, lines that are
// paragraphs, the choice of changes, and last year's look on this year's booklet.
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { popplerLines } from '../pdf/tools';
import { expectFailure, expectWords, json, useCli } from './run';

const cli = useCli();
const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/docx');

it('import --json: outline’s object, encoding, changes, queries, and the report', () => {
  const ran = cli.run('import', path.join(FIXTURES, 'in-changes.docx'), '-o', 'changes.banxin', '--json');
  expect(ran.code).toBe(0);
  expectWords(ran);
  const told = json(ran);
  expect(told).toMatchObject({ encoding: 'docx', articles: [{ kind: 'report' }], changes: [], queries: expect.any(Array) as unknown });
  expect(told.report).toMatchObject({
    found: expect.arrayContaining([{ what: '标题', evidence: '黑体，独立成段，序号是键入的', count: 2 }]) as unknown,
    notTaken: expect.arrayContaining([{ what: '修订：删除的文字', where: '第 9 段', text: '十余80' }]) as unknown,
    revisions: { choice: 'accepted', insertions: 5, deletions: 4, moves: 1, formatting: 1, authors: ['李岩', '周敏'] }, comments: [], changes: [],
  });
  expect(ran.err).toContain('没有取入 修订：删除的文字（第 9 段）：十余80');
});

it('--revisions original takes the text before the changes; another word is a wrong usage', () => {
  const ran = cli.run('import', path.join(FIXTURES, 'in-changes.docx'), '-o', 'original.banxin', '--revisions', 'original', '--json');
  expect((json(ran).report as { revisions: unknown }).revisions).toMatchObject({ choice: 'original', insertions: 5 });
  expect(cli.run('import', path.join(FIXTURES, 'in-changes.docx'), '-o', 'x.banxin', '--revisions', 'all').code).toBe(2);
});

it('outline of a docx counts paragraphs, whatever breaks stand in them', () => {
  const [article] = json(cli.run('outline', path.join(FIXTURES, 'in-wps.docx'), '--json')).articles as { headings: { line: number }[]; lines: number[]; lastLine: number }[];
  expect(article?.headings.map(({ line }) => line)).toEqual([5, 7, 8, 9]);
  expect([article?.lines, article?.lastLine]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 10]);
});

it('an old file under the name of WPS is read as text; a .docx that is none is refused', () => {
  copyFileSync(path.join(FIXTURES, 'in-old.doc'), cli.at('old.wps'));
  const told = json(cli.run('import', 'old.wps', '-o', 'old.banxin', '--json'));
  expect(told).toMatchObject({ encoding: 'doc', articles: [{ kind: 'report', speaker: '陈清远' }] });
  cli.put('a.docx', 'x');
  expectFailure(cli.run('import', 'a.docx', '-o', 'a.banxin', '--json'), 1, 'docx-damaged');
  expectFailure(cli.run('import', 'old.wps', '-o', 'b.banxin', '--look', 'look.json', '--json'), 1, 'look-unknown');
});

it('--look: a booklet in last year’s look has LibreOffice’s pages of that file, within one, and its title lines', () => {
  expect(cli.run('import', path.join(FIXTURES, 'in-last-year.docx'), '-o', 'last.banxin', '--look', 'look.json').code).toBe(0);
  const look = JSON.parse(readFileSync(cli.at('look.json'), 'utf8')) as { look: { styles: Record<string, unknown> } };
  // As the file is made: 22 lines of 28.95 pt, 27 characters of 16 pt in 442 pt, number outside with dashes, a cover.
  expect(look).toMatchObject({
    extends: 'gb', look: { size: 16, hanLatinGap: 0.25, styles: { body: { role: 'fangsong', indent: 2 }, title: { role: 'biaosong', size: 22 }, occasion: { role: 'kai' }, heading1: { role: 'hei' }, runIn2: { role: 'kai', embolden: 0.03 }, folio: { role: 'song', size: 14 } } },
    master: { top: 104.9, inner: 79.4, lines: 22, pitch: 28.95, columns: { characters: 27, em: 16 }, folio: { place: 'outside', dash: true } }, booklet: { cover: true, contents: false },
  });
  const ran = cli.run('export', 'last.banxin', '--edition', 'booklet', '--preset', 'look.json', '-o', 'last.pdf', '--json');
  expect([ran.code, json(ran).textConserved]).toEqual([0, true]);
  // LibreOffice 7.4 on the same faces, by hand: 8 pages; the title stands in two lines there.
  expect(Math.abs((json(ran).pages as number) - 8)).toBeLessThanOrEqual(1);
  const lines = popplerLines(cli.read('last.pdf'), 3).map((line) => line.replace(/\s/g, ''));
  expect(lines).toEqual(expect.arrayContaining(['政协云岭市第九届委员会', '常务委员会工作报告', '——在政协云岭市第九届委员会第三次会议上']));
});
