// A 花脸稿 as Word file in the hands of another program: every change accepted is the later
// text, every one taken back the earlier one, to the letter, numbers of headings included,
// and no empty paragraph is left of one that came or went. (LibreOffice leaves one where
// such a paragraph stands right before a table, with which it can join nothing.)
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { article, doc, h, lead, p, packageOf, par, placeholder, table } from '../build';
import { shipped } from '../build-edition';
import { conservedText } from '../../src/core/model/conserved-text';
import type { Package } from '../../src/core/model/package';
import { redlinePackage } from '../../src/core/report/compare/redline-package';
import { exportDocx } from '../../src/node/export-docx';
import { findFonts } from '../../src/node/fonts';
import { openInput } from '../../src/node/package-store';
import { LibreOffice } from './libreoffice';

const office = new LibreOffice();
afterAll(() => office.close());

const target = path.join(tmpdir(), `banxin-tracked-${process.pid}.docx`);

/** Both texts decided by LibreOffice, and as we would print them, line by line without blanks. */
function both(was: Package, now: Package, ids: readonly string[]) {
  const edition = shipped('gb', [...ids]);
  const { tracked } = redlinePackage({ was, now, from: '征求意见稿', to: '大会稿', edition, at: '2026-11-26T09:05' });
  exportDocx({ ...tracked, target, fonts: findFonts({ system: false, edition: 'booklet' }), date: null, accept: ['placeholder-open'] });
  const { accepted, rejected } = office.decided(new Uint8Array(readFileSync(target)));
  const own = (pkg: Package): string => [...conservedText(pkg, { ...edition, booklet: null }).values()].join('\n');
  const bare = (text: string): readonly string[] => text.trimEnd().split('\n').map((line) => line.replace(/[\s\u3000]/g, ''));
  return { accepted: bare(accepted), later: bare(own(now)).filter((line) => line !== ''), rejected: bare(rejected), earlier: bare(own(was)).filter((line) => line !== '') };
}

const report = (...blocks: Parameters<typeof doc>): Package => packageOf([article('report', 'report', doc(...blocks), { 'deck.main': '工作报告' })], []);

it('a moved section, other headings, numbers, run-in items, a table, first and last paragraphs that are others', () => {
  const talks = par({ head: { level: 3 } }, lead('协商议政。'), '召开专题协商会8次，形成报告21篇。');
  const votes = par({ head: { level: 3 } }, lead('民主评议。'), '对15个县直单位开展民主评议，推动整改51条。');
  const unity = [h(2, '凝聚共识'), p('走访民主党派成员和无党派人士56人次，联合开展调研7次。'), p('编辑出版文史资料2部。')];
  const was = report(p('各位委员：去年工作如下。'), h(1, '工作回顾'), h(2, '强化引领'), talks, votes, p('各界别提案如下。'), table(['界别', '提案'], ['中共', '32'], ['民革', '18']), h(2, '服务中心'), p('助力项目建设，完成投资11.8亿元。'), ...unity, h(1, '工作安排'), p('要抓好落实。'), table(['类别', '件数'], ['提案', '187'], ['信息', '264']), p('让我们团结起来，奋勇前进！'));
  const now = report(p('现在报告工作，请审议。'), h(1, '工作回顾'), h(2, '坚定不移把牢方向'), votes, talks, p('各界别提案如下。'), table(['界别', '提案'], ['中共', '35'], ['特邀', '22']), unity[0]!, p('走访民主党派成员和无党派人士', placeholder('figure'), '人次，联合开展调研9次。'), h(2, '服务中心'), p('助力项目建设，完成投资', placeholder('figure'), '亿元。'), h(1, '存在不足'), p('成果转化还不够。'), h(1, '工作安排'), table(['类别', '件数'], ['提案', '202'], ['信息', '264']), p('要抓好落实。'), p('为实现新的目标而努力奋斗！'));
  const { accepted, later, rejected, earlier } = both(was, now, ['report']);
  // The last mark of a text is never one that came or went: what stood before it is taken back, it is not.
  expect(accepted).toEqual(later);
  expect(rejected.filter((line) => line !== '')).toEqual(earlier);
});

it('the bundled report, rolled over and cut by hand', async () => {
  const { pkg } = await openInput('resources/samples/yunling.banxin');
  const report = pkg.articles.find(({ id }) => id === 'report')!;
  const blocks = [...report.doc.children];
  const moved = blocks.splice(6, 5);
  blocks.splice(14, 2);
  blocks.splice(18, 0, ...moved);
  const now = { ...pkg, articles: pkg.articles.map((one) => (one.id === 'report' ? { ...one, doc: one.doc.type.create(null, blocks) } : one)) };
  const { accepted, later, rejected, earlier } = both(pkg, now, ['report']);
  const text = (lines: readonly string[]): string => lines.join('');
  // The title is broken where the booklet breaks it.
  expect(text(accepted)).toBe(text(later));
  expect(text(rejected)).toBe(text(earlier));
  expect([accepted.length, rejected.length]).toEqual([later.length + 1, earlier.length + 1]);
});
