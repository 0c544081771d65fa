// Editions on whose pages acts by hand are measured: the sample's two, those of seeds, and an
// inner page of 对开 that a report heads over all columns, above an editorial and briefs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Edition, Package } from '../../src/core/model/package';
import { readPackage } from '../../src/core/model/package-file';
import { article, doc, p, packageOf } from '../build';
import { DAILY, shipped } from '../build-edition';
import { Dice, makeName, paragraph } from '../recognise/grammar';
import { editionOf } from './editions';

export interface HandCase {
  readonly name: string;
  readonly pkg: Package;
  readonly edition: Edition;
}

/** `root`: folder of the project. */
export function handCases(root: string, seeds: readonly number[]): HandCase[] {
  const { pkg } = readPackage(readFileSync(path.join(root, 'resources/samples/yunling.banxin')));
  const sample = (id: string, name: string): HandCase => ({ name, pkg, edition: pkg.editions.find((one) => one.id === id)! });
  return [sample('paper-opening', '开幕版'), sample('paper-closing', '闭幕版'), reportPage(), fullPage(root), ...seeds.map((seed): HandCase => {
    const one = editionOf(seed);
    return { name: `${seed}号 ${one.name}`, pkg: one.pkg, edition: one.edition };
  })];
}

/** The other sample on N8: ten articles, of which no line is to spare. */
function fullPage(root: string): HandCase {
  const { pkg } = readPackage(readFileSync(path.join(root, 'resources/samples/lanpu.banxin')));
  const own = pkg.editions.find(({ kind }) => kind === 'newspaper')!;
  const { layout: _layout, ...edition } = { ...own, master: shipped('N8', []).master };
  return { name: '澜浦 N8', pkg, edition };
}

/** A page of N8 that a report of 5600 characters heads. */
function reportPage(): HandCase {
  const d = new Dice(20_260_112);
  const text = (characters: number): ReturnType<typeof doc> => {
    const out = [];
    for (let length = 0; length < characters;) {
      const next = paragraph(d, Math.max(30, Math.min(characters - length, d.int(60, 240))));
      length += next.length;
      out.push(p(next));
    }
    return doc(...out);
  };
  const articles = [
    article('report', 'report', text(5600), { 'deck.main': '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', 'head.occasion': '——在政协云岭市第五届委员会第四次会议上', 'head.date': '2026年1月12日', 'head.speaker': makeName(d), 'head.salutation': '各位委员' }),
    article('editorial', 'editorial', text(900), { 'deck.main': '同心共济启新程', 'deck.sub': '——热烈祝贺市政协五届四次会议隆重开幕' }, '社论'),
    article('story', 'news', text(800), { 'deck.over': '市政协五届四次会议', 'deck.main': '联组讨论热议高质量发展' }),
    article('first', 'news', text(420), { 'deck.main': '市政协举行主席会议' }),
    article('second', 'news', text(300), { 'deck.main': '医疗保障专题协商会举行' }),
    article('third', 'news', text(240), { 'deck.main': '委员视察老旧小区改造' }),
  ];
  const edition = shipped('N8', articles.map(({ id }) => id), { paper: { ...DAILY, firstPage: 2 } });
  return { name: '报告通栏 N8', pkg: packageOf(articles, [edition]), edition };
}
