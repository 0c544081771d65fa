import { describe, expect, it } from 'vitest';
import { article, doc, field, h, note, p, packageOf } from '../../../../test/build';
import { FAKE, shipped } from '../../../../test/build-edition';
import { conservedText } from '../../model/conserved-text';
import { dumpList } from '../../display/dump';
import type { Package } from '../../model/package';
import { Typesetter } from '../../typeset';
import { redlinePackage, versionNames } from './redline-package';

const NAMES = { from: '工作稿第3稿', to: '征求意见稿', at: '2025-12-26T09:05' };
const made = (was: Package, now: Package, articles = now.articles.map(({ id }) => id)) => redlinePackage({ was, now, ...NAMES, edition: shipped('gb', articles) });
const lines = (one: ReadonlyMap<string, string>): string[] => [...one.values()].join('\n').split('\n');

describe('redlinePackage', () => {
  it('prints both texts, and of the tracked edition the later one alone', () => {
    const was = packageOf([article('report', 'report', doc(p('召开协商会8次。'), p('远程协商取得突破。')))], []);
    const now = packageOf([article('report', 'report', doc(p('召开协商会9次。')))], []);
    const { pkg, edition, tracked } = made(was, now);
    expect(lines(conservedText(pkg, edition))).toEqual(['召开协商会89次。', '远程协商取得突破。']);
    expect(lines(conservedText(tracked.pkg, tracked.edition))).toEqual(['召开协商会9次。']);
    expect(edition).toMatchObject({ redline: { from: '工作稿第3稿', to: '征求意见稿' }, printedAt: '2025-12-26T09:05', booklet: { cover: false, contents: false } });
    expect(tracked.edition.booklet).toMatchObject({ cover: false, contents: false, annex: false });
    expect(pkg.versions).toEqual([]);
  });

  it('prints both numbers of a head that has another; the tracked edition leaves counting to Word, the old heads’ too', () => {
    const was = packageOf([article('report', 'report', doc(h(1, '回顾'), p('召开协商会8次。'), h(1, '安排'), p('要抓好落实。')))], []);
    const now = packageOf([article('report', 'report', doc(h(1, '安排'), p('要抓好落实。')))], []);
    const { pkg, edition, tracked } = made(was, now);
    expect(lines(conservedText(pkg, edition))).toEqual(['一、回顾', '召开协商会8次。', '二、一、安排', '要抓好落实。']);
    expect(edition.redline?.renumbered).toEqual([{ article: 'report', block: 2, was: '二、' }]);
    expect(lines(conservedText(tracked.pkg, tracked.edition))).toEqual(['一、安排', '要抓好落实。']);
    expect(tracked.pkg.articles[0]?.doc.child(0)).toMatchObject({ attrs: { level: 1, numbered: true }, textContent: '回顾' });
    const set = dumpList(new Typesetter(FAKE).typeset(pkg, edition).list);
    expect(set).toMatch(/\{number\} "二、"\n.*\{number\} "一、"/);
    // Rules that lie: through a heading and a paragraph that are gone, through the old number, under the new one, under the header.
    expect([...set.matchAll(/path ML [\d.]+ ([\d.]+) [\d.]+ ([\d.]+) /g)].filter(([, from, to]) => from === to)).toHaveLength(5);
  });

  it('prints the anchors of notes, of one that is gone a sign that it was there, and the later annex', () => {
    const was = packageOf([article('report', 'report', doc(p('推行一线协商', note('一线协商', '旧说明。'), '，擦亮同心圆', note('同心圆', '品牌。'), '品牌。')))], []);
    const now = packageOf([article('report', 'report', doc(p('推行一线协商', note('一线协商', '新说明。'), '，擦亮同心圆品牌。')))], []);
    const { pkg, edition } = made(was, now);
    expect(lines(conservedText(pkg, edition))).toEqual(['推行一线协商〔1〕〔1〕，擦亮同心圆〔注〕品牌。', '名词解释', '1.一线协商：新说明。']);
    expect(dumpList(new Typesetter(FAKE).typeset(pkg, edition).list)).toContain('"〔注〕"');
  });

  it('pairs articles of other ids by kind, and keeps one that is gone behind the others', () => {
    const text = doc(p('办好每一件提案。'));
    const was = packageOf([article('a1', 'report', text), article('a2', 'report', doc(p('提案工作报告。'))), article('n', 'news', doc(p('本报讯。')))], []);
    const { pkg, edition } = made(was, packageOf([article('report', 'report', text)], []));
    expect(edition.articles).toEqual(['report', 'a2']);
    expect([...conservedText(pkg, edition)]).toEqual([['report', '办好每一件提案。'], ['a2', '提案工作报告。']]);
  });

  it('shows what the meeting record says where the two records differ, and leaves fields alone where they do not', () => {
    const text = doc(h(1, '开幕'), p('于', field('opens'), '开幕。'));
    const was = packageOf([article('report', 'report', text)], [], { opens: '2025-01-08' });
    const now = packageOf([article('report', 'report', text)], [], { opens: '2026-01-12' });
    const both = made(was, now);
    expect(lines(conservedText(both.pkg, both.edition))[1]).toBe('于20252026年1月812日开幕。');
    const same = made(was, was);
    expect(same.pkg.articles).toEqual(was.articles);
  });
});

describe('versionNames', () => {
  it('takes 稿次 before names, and files where both are called the same', () => {
    const pkg = packageOf([article('report', 'report', doc(p('文')))], []);
    expect(versionNames({ ...pkg, stage: '工作稿第3稿' }, { ...pkg, stage: '征求意见稿' }, 'a', 'b')).toEqual({ from: '工作稿第3稿', to: '征求意见稿' });
    expect(versionNames(pkg, pkg, '/x/旧.banxin', 'C:\\y\\新.txt')).toEqual({ from: '旧.banxin', to: '新.txt' });
  });
});
