// A Word 花脸稿 whose headings came, went and moved at random shows the later text, each
// number as our own pages print it, whatever lists Word counts by; taken in again it is the
// later text, block for block, and as it was before its changes the earlier one's words.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { article, doc, h, lead, p, packageOf, par } from '../build';
import { FAKE, shipped } from '../build-edition';
import { conservedText, textDifference } from '../../src/core/model/conserved-text';
import type { Edition, Package } from '../../src/core/model/package';
import type { SheetMaster } from '../../src/core/model/master';
import { redlinePackage } from '../../src/core/report/compare/redline-package';
import { Typesetter } from '../../src/core/typeset';
import { printedWords } from '../../src/docx/own/printed-words';
import { readOwn } from '../../src/docx/own/read-own';
import { readDocx } from '../../src/docx/read/document';
import { docxLayout } from '../../src/docx/write/layout';
import { writeDocx } from '../../src/docx/write/write-docx';

const blocks = [
  h(1, '工作回顾'), h(1, '工作安排'), h(1, '存在不足'), h(2, '强化政治引领'), h(2, '服务中心大局'), h(2, '广泛凝聚共识'), h(3, '助力产业振兴'), h(3, '助力项目建设'),
  par({ head: { level: 2 } }, lead('践行履职为民。'), '建成协商议事室196个。'), par({ head: { level: 3 } }, lead('民主评议。'), '推动整改60条。'), p('召开专题协商会9次，形成报告25篇。'), p('走访民主党派成员63人次。'),
];
const text = fc.shuffledSubarray(blocks, { minLength: 1 }).map((chosen) => packageOf([article('report', 'report', doc(...chosen), { 'deck.main': '工作报告' })]));

it('shows the later text with its numbers, and is read as either text', () => {
  fc.assert(fc.property(text, text, (was, now) => {
    const { pkg, edition } = redlinePackage({ was, now, from: '甲', to: '乙', edition: shipped('gb', ['report']), at: null }).tracked;
    const typeset = new Typesetter(FAKE).typeset(pkg, edition);
    const layout = docxLayout(typeset.list, typeset.origins, edition.master as SheetMaster);
    const bytes = writeDocx({ pkg, edition: edition as Edition & { readonly master: SheetMaster }, layout, faces: {}, date: '2026-01-12' });
    const words = (one: Package): string[] => one.articles[0]!.doc.children.map((block) => block.textContent);
    const read = (revisions: 'accepted' | 'original'): Package => readOwn(bytes, readDocx(bytes, revisions), revisions)!.pkg;
    expect(read('accepted').articles[0]!.doc.toJSON()).toEqual(now.articles[0]!.doc.toJSON());
    expect(words(read('original'))).toEqual(words(was));
    expect(textDifference(printedWords(bytes), [...conservedText(pkg, edition).values()].join('\n'))).toBeNull();
  }), { numRuns: 30 });
});
