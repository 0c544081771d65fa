import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { samplePackage } from '../../../../test/sample-package';
import { schema } from '../../model/schema';
import type { Article, Package } from '../../model/package';
import { applyRoll } from '../roll/apply-roll';
import { planRoll } from '../roll/plan-roll';
import { conflictsOf, ledgerOf } from './ledger';

const EMPTY = { 'deck.over': null, 'deck.main': null, 'deck.sub': null, 'head.occasion': null, 'head.date': null, 'head.speaker': null, 'head.salutation': null };
const article = (id: string, ...paragraphs: string[]): Article => ({ id, kind: 'report', label: null, fields: EMPTY, doc: schema.nodes.doc.create(null, paragraphs.map((text) => schema.nodes.paragraph.create(null, schema.text(text)))) });
const pkg = (...articles: Article[]): Pick<Package, 'articles'> => ({ articles });

describe('ledgerOf', () => {
  it('sets last year’s value beside the same sentence', () => {
    const ledger = ledgerOf(pkg(article('a', '2025年立案171件，办复率99.5%。新办一件事3次。')), pkg(article('a', '2024年立案163件，办复率100%。')));
    expect(ledger.map(({ value, unit, measure, last }) => [value, unit ?? measure, last])).toEqual([[171, '件', 163], [99.5, '%', 100], [3, '次', null]]);
  });

  it('an open figure is a row, with its measure word and the value it keeps', () => {
    const plan = planRoll({ ...samplePackage, articles: [article('a', '全年立案163件。')] }, { kind: 'next', meeting: {} });
    const draft = applyRoll(plan, { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
    expect(ledgerOf(draft, plan.last)).toMatchObject([{ value: null, measure: '件', last: 163, sentence: '全年立案□件。', inSentence: [4, 5] }]);
  });

  it('the draft of the project’s own sample has each of last year’s figures', () => {
    const plan = planRoll(samplePackage, { kind: 'next', meeting: {} });
    const draft = applyRoll(plan, { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
    const [now, was] = [ledgerOf(draft, samplePackage), ledgerOf(samplePackage, null)];
    expect(now.length).toBe(was.length);
    expect(now.filter(({ last }) => last === null).length).toBeLessThanOrEqual(2);
  });
});

const messages = (...articles: Article[]): string[] => conflictsOf(ledgerOf(pkg(...articles), null)).map(({ message }) => message);

describe('P-12: what does not add up', () => {
  it.each([
    ['形成调研报告21篇，其中25篇得到批示。', ['“其中25篇”大于总数“21篇”']],
    ['全年立案171件：经济类62件、社会类71件、文教类24件、生态类16件，办复率为100%。', ['分项相加173件，比总数“171件”多2']],
    ['共收到提案20件：经济类8件、社会类7件。', ['分项相加15件，与总数“20件”不等']],
    ['审查立案268件，其中12件列为重点提案。', []],
    ['共提出提案312件，其中，委员提案201件，党派提案46件，专委会提案65件。', []],
    ['共提出提案312件，其中，委员提案201件，党派提案46件，专委会提案75件。', ['分项相加322件，比总数“312件”多10']],
    ['编发118篇，其中41篇获批示，被全国政协采用3篇、省政协采用27篇。', []],
  ])('%s', (text, expected) => expect(messages(article('a', text))).toEqual(expected));

  it('one measure that two articles quote differently', () => {
    expect(messages(article('a', '经审查立案268件。'), article('b', '经审查立案286件。'))).toEqual(['“审查立案”一处写268件，另一处写286件']);
    expect(messages(article('a', '经审查立案268件。'), article('b', '经审查立案200余件。'))).toEqual([]);
    expect(messages(article('a', '经审查立案268件。'), article('b', '经审查立案268件。'))).toEqual([]);
  });

  it('the project’s own sample adds up', () => {
    expect(existsSync(new URL('../../../../resources/samples/yunling.banxin', import.meta.url))).toBe(true);
    expect(conflictsOf(ledgerOf(samplePackage, null)).map(({ message }) => message)).toEqual([]);
  });
});
