// A typed 名词解释: what the review asks of it, and what its answers make.
import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { queriesOf } from '../queries';
import { recognise } from '../recognise';
import { decide } from './decide';
import { glossaryOf } from './glossary';
import { questionsOf, type ReviewQuestion } from './questions';
import { reviewPackage } from './review-package';
import { startReview, type Review } from './review';

const REPORT = ['政协云岭市第五届委员会常务委员会工作报告', '各位委员：', '我代表常务委员会向大会报告工作，请予审议。', '一、2025年工作回顾', '常委会搭建“有事好商量”协商平台，建成委员工作室36个，开展双周协商11次，有事好商量成为品牌。', '二、2026年工作安排', '新的一年，要把委员工作室建得更实，让协商在基层落地见效。'];
const LIST = ['名词解释', '1. “有事好商量”：由政协搭建平台，组织各方面协商解决群众身边问题的机制。', '2.委员工作室：委员联系界别群众的场所。', '3、双周协商：每两周一次的专题协商座谈会。'];

const reviewOf = (lines: readonly string[]): Review => startReview(lines.join('\n'), recognise(lines.join('\n')));
const asked = (review: Review): ReviewQuestion | undefined => questionsOf(review, []).find(({ kind }) => kind === 'notes');
const blocksOf = (review: Review): readonly Node[] => reviewPackage(review, { id: 'p', name: '稿' }, { bytes: new Uint8Array(), sha256: 'a'.repeat(64) }).articles[0]!.doc.children;
function notesOf(blocks: readonly Node[]): [behind: string, term: string, text: string][] {
  const found: [string, string, string][] = [];
  for (const block of blocks) block.forEach((child, offset) => {
    if (child.type.name === 'note') found.push([block.textBetween(0, offset).slice(-6), child.attrs['term'] as string, child.attrs['text'] as string]);
  });
  return found;
}
function answered(review: Review, which: 'yes' | 'no'): Review {
  const done = decide(review, asked(review)![which]!.decision);
  if (!done.ok) throw new Error(done.reason);
  return done.review;
}

describe('a typed 名词解释 at the end of a report', () => {
  const review = reviewOf([...REPORT, ...LIST]);
  it('is asked about with both answers', () => {
    expect(asked(review)).toMatchObject({ lines: [8, 9, 10, 11], quote: '“有事好商量”“委员工作室”“双周协商”', yes: { words: '改成注' }, no: { words: '留作正文' }, proposal: 'yes' });
    expect(asked(review)?.text).toBe('第8行起的名词解释有 3 条在正文里有这个词，要不要改成注：词后标注号，解释印在单行本末尾的名词解释里。');
  });
  it('is a query of the import, and none is where the list stays text for good', () => {
    const queries = (lines: readonly string[]) => queriesOf(recognise(lines.join('\n'))).filter(({ kind }) => kind === 'notes');
    expect(queries([...REPORT, ...LIST])).toEqual([{ kind: 'notes', lines: [8, 9, 10, 11], text: asked(review)!.text }]);
    expect(queries(REPORT)).toEqual([]);
  });
  it('as notes: each at the first place of its term, behind its closing mark; the list is gone, no word with it', () => {
    const done = answered(review, 'yes');
    const blocks = blocksOf(done);
    expect(notesOf(blocks)).toEqual([
      ['有事好商量”', '有事好商量', '由政协搭建平台，组织各方面协商解决群众身边问题的机制。'], ['成委员工作室', '委员工作室', '委员联系界别群众的场所。'], ['，开展双周协商'.slice(-6), '双周协商', '每两周一次的专题协商座谈会。'],
    ]);
    expect(blocks.at(-1)?.textContent).toBe(REPORT.at(-1));
    expect(asked(done)).toBeUndefined();
    // The lines themselves are as they were: the text is rebuilt from the review all the same.
    expect(done.recognition).toBe(review.recognition);
  });
  it('left as text it is what it was, and is not asked again', () => {
    const done = answered(review, 'no');
    expect(asked(done)).toBeUndefined();
    expect(blocksOf(done).map((block) => block.textContent)).toEqual(blocksOf(review).map((block) => block.textContent));
    expect(notesOf(blocksOf(done))).toEqual([]);
  });
  it('a mark that was typed at the term is the note’s, wherever the term stands first', () => {
    const marked = reviewOf([...REPORT.slice(0, 4), '常委会搭建有事好商量平台，擦亮“有事好商量”〔1〕品牌，建成委员工作室①36个。', ...REPORT.slice(5), ...LIST.slice(0, 3)]);
    const blocks = blocksOf(answered(marked, 'yes'));
    expect(notesOf(blocks).map(([behind, term]) => [behind, term])).toEqual([['有事好商量”', '有事好商量'], ['成委员工作室', '委员工作室']]);
    expect(blocks.map((block) => block.textContent).join()).not.toMatch(/〔1〕|①/);
  });
  it('what stands nowhere in the text stays under its title', () => {
    const some = reviewOf([...REPORT, ...LIST, '4.“两个毫不动摇”：指两条原则。']);
    expect(asked(some)?.text).toContain('“两个毫不动摇”正文里没有，仍留作正文');
    const blocks = blocksOf(answered(some, 'yes'));
    expect(blocks.slice(-2).map((block) => block.textContent)).toEqual(['名词解释', '4.“两个毫不动摇”：指两条原则。']);
    expect(notesOf(blocks)).toHaveLength(3);
  });
  it.each<[string, readonly string[]]>([
    ['no term of it in the text', ['名词解释', '1.数字孪生：一种技术。']], ['no list under it', ['名词解释', '下面的词请各位委员对照报告理解。']], ['a list without the title', LIST.slice(1)],
  ])('nothing is asked: %s', (_, lines) => {
    expect(asked(reviewOf([...REPORT, ...lines]))).toBeUndefined();
  });
  it('other marks and numbers; what follows the list stays', () => {
    const other = recognise([...REPORT, '有关用语说明', '①有事好商量：协商机制。', '委员工作室：委员的场所。', '〔3〕双周协商：座谈会。', '云岭市政协办公室'].join('\n')).articles[0]!;
    expect(glossaryOf(other)?.entries.map(({ term, text }) => [term, text])).toEqual([['有事好商量', '协商机制。'], ['委员工作室', '委员的场所。'], ['双周协商', '座谈会。']]);
  });
});
