import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { fields, sampleBrief, sampleEditions, samplePackage, sampleReport } from '../../../test/sample-package';
import { ANNEX, conservedText, sameText, textDifference } from './conserved-text';
import type { Edition, Package } from './package';
import { schema } from './schema';

const [booklet, paper] = sampleEditions as readonly [Edition, Edition];
const speech: Edition = { ...booklet, id: 's', kind: 'speech', booklet: null };
const text = (value: string, ...marks: ['omit', { editions: string[] }][]): Node => schema.text(value, marks.map(([name, attrs]) => schema.mark(name, attrs)));
const p = (...inline: Node[]): Node => schema.node('paragraph', null, inline);

/** The sample report with another body, in an edition. */
function body(edition: Edition, blocks: Node[], pkg: Partial<Package> = {}): string {
  const article = { ...sampleReport, fields: fields({}), doc: schema.node('doc', null, blocks) };
  return conservedText({ ...samplePackage, ...pkg, articles: [article, sampleBrief] }, edition).get('report')!;
}

describe('conserved text = document − omitted ranges + known furniture', () => {
  it('the sample report in its booklet, title block first', () => {
    expect(conservedText(samplePackage, booklet).get('report')).toBe([
      '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', '——在政协云岭市第五届委员会第四次会议上', '（2026年1月12日）', '林远', '各位委员：',
      '我受常务委员会委托，报告工作。', '一、工作回顾\n（一年）',
      '（五）固本铸魂。收到提案〔数字：待填〕件，三成平台〔1〕新话2摘来的句子。提法', '类别\n\n', '2026年1月12日',
    ].join('\n'));
  });
  it('the 名词解释 annex by number of first appearance, each term with its first explanation; none where no anchor is printed', () => {
    expect(conservedText(samplePackage, booklet).get(ANNEX)).toBe('名词解释\n1.“1+4+6+N”：一个平台');
    expect(conservedText(samplePackage, paper).has(ANNEX)).toBe(false);
    const note = (term: string, explanation: string): Node => schema.node('note', { term, text: explanation });
    const article = { ...sampleReport, doc: schema.node('doc', null, [p(text('甲'), note('乙词', ''), text('丙'), note('甲词', '甲解'), text('丁'), note('乙词', '乙解'))]) };
    expect(conservedText({ ...samplePackage, articles: [article, sampleBrief] }, booklet).get(ANNEX)).toBe('名词解释\n1.乙词：乙解\n2.甲词：甲解');
  });

  it('见报略 is left out of the newspaper, which has no annex and so no anchors, and says （摘要）', () => {
    const printed = conservedText(samplePackage, paper).get('report')!;
    expect(printed).toContain('收到提案〔数字：待填〕三成平台新话');
    expect(printed).toContain('会议上\n（摘要）\n（2026年1月12日）');
  });
  it('each article of the edition, its label over the headline', () => {
    expect([...conservedText(samplePackage, paper)].map(([id, printed]) => [id, printed.slice(0, 7)])).toEqual([['report', '中国人民政治协'], ['brief', '简讯\n会议举行']]);
  });
  it('a stage that asks prints a placeholder as ××', () => {
    expect(conservedText({ ...samplePackage, stage: '征求意见稿' }, booklet).get('report')).toContain('收到提案××件，三成');
  });
  it('a block whose every word is left out prints nothing, its number neither', () => {
    const out: ['omit', { editions: string[] }] = ['omit', { editions: ['speech'] }];
    const blocks = [schema.node('heading', { level: 1 }, text('甲', out)), schema.node('heading', { level: 1 }, text('乙'))];
    expect(body(speech, blocks)).toBe('二、乙');
    expect(body(booklet, blocks)).toBe('一、甲\n二、乙');
  });
  it('a field without a value prints what the page shows', () => {
    expect(body(booklet, [p(schema.node('field', { path: 'venue', form: 'plain' }))])).toBe('〔会场：未填〕');
  });
  it('a term has one number, by first appearance over the articles', () => {
    const note = (term: string): Node => schema.node('note', { term, text: '' });
    expect(body(booklet, [p(note('乙'), note('甲'), note('乙'))])).toBe('〔1〕〔2〕〔1〕');
  });
});

describe('same text, blanks apart', () => {
  it.each<[string, string, boolean]>([
    ['工作报告', '工　作\n报 告', true], ['', ' \u200b\ufeff', true], ['甲乙', '甲', false], ['甲', '甲乙', false], ['甲乙', '乙甲', false], ['“甲”', '"甲"', false],
    ['1 000', '1000', true], ['a‑b', 'ab', false], ['a—b', 'ab', false], ['a‐b', 'ab', false],
  ])('%j and %j: %s', (a, b, same) => expect(sameText(a, b)).toBe(same));
  it('says where they part', () => {
    expect(textDifference('甲乙丙丁', '甲乙 丙己')).toEqual({ at: 4, expected: '己', found: '丁' });
    expect(textDifference('甲', '甲乙')).toEqual({ at: 1, expected: '乙', found: '' });
  });
});

describe('text that the program put inside an article is passed over, once and in order', () => {
  const jumps = ['（下转第二版）', '（上接第一版）'];
  it.each<[string, string, string, readonly string[], boolean]>([
    ['between two words', '前半（下转第二版）（上接第一版）后半', '前半后半', jumps, true],
    ['with blanks in it', '前半（下转 第二版）（上接第一版）后半', '前半后半', jumps, true],
    ['at the end', '全文（下转第二版）', '全文', jumps, true],
    ['never put', '全文', '全文', jumps, true],
    ['twice', '前（下转第二版）（下转第二版）后', '前后', jumps, false],
    ['in the wrong order', '前（上接第一版）（下转第二版）后', '前后', jumps, false],
    ["the article's own （上接第一版） stays text", '（上接第一版）后半', '（上接第一版）后半', jumps, true],
    ['its own bracket beside a generated one', '前（二）（下转第二版）后', '前（二）后', jumps, true],
    ['text lost beside it', '前（下转第二版）', '前后', jumps, false],
  ])('%s', (_name, read, conserved, generated, same) => expect(textDifference(read, conserved, generated) === null).toBe(same));
});
