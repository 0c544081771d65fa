// The rules may stay unloaded only for a package of which they say nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf, table } from '../../../test/build';
import type { Package } from '../model/package';
import { mayHaveFindings } from './may-have-findings';
import { samplePackage } from '../../../test/sample-package';
import { textFindings } from './text-findings';

const one = (...words: readonly string[]): Package => packageOf([article('report', 'report', doc(...words.map((text) => p(text))))]);
const found = (pkg: Package): number => textFindings(pkg, { ...samplePackage.editions[0]!, articles: pkg.articles.map(({ id }) => id) }).length;

describe('whether the rules about the words are loaded', () => {
  it.each<[string, Package, boolean]>([
    ['a report in order', one('全年立案90件，其中委员提案60件、集体提案30件。'), false],
    ['parts above their total', one('收到信息45篇，其中采用51篇。'), true],
    ['the stage before the conference', { ...one('立案90件。'), stage: '大会稿' }, true],
    ['two articles', packageOf([article('a', 'report', doc(p('立案90件。'))), article('b', 'resolution', doc(p('立案91件。')))]), true],
    ['a table', packageOf([article('a', 'report', doc(p('如下：'), table(['类别', '件数'], ['合计', '3'])))]), true],
  ])('%s', (_, pkg, may) => { expect(mayHaveFindings(pkg)).toBe(may); });

  it('the sample, rolled and with its ledger: yes', () => { expect(mayHaveFindings(samplePackage)).toBe(true); });

  it('no means no finding', () => {
    const figure = fc.tuple(fc.constantFrom('立案', '委员提案', '采用', '其中', '（三）', '2025年', ''), fc.integer({ min: 1, max: 99 }), fc.constantFrom('件', '篇', '人次', '年', '%'), fc.constantFrom('，', '，其中', '：', '、', '。')).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.array(fc.array(figure, { minLength: 1, maxLength: 6 }).map((all) => all.join('')), { minLength: 1, maxLength: 3 }), (texts) => {
      const pkg = one(...texts);
      if (!mayHaveFindings(pkg)) expect(found(pkg)).toBe(0);
    }), { numRuns: 400 });
  });
});
