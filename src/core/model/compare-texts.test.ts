import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../../test/build';
import { compareTexts, textSize, type ComparedRow } from './compare-texts';

const of = (...paragraphs: string[]): ReturnType<typeof packageOf> => packageOf([article('a', 'report', doc(...paragraphs.map((text) => p(text))))]);
const side = (rows: readonly ComparedRow[], which: 'left' | 'right'): string[] => rows.flatMap((row) => (row[which] === null ? [] : [row[which].map(({ text }) => text).join('')]));
/** Own pieces in brackets. */
const marked = (row: ComparedRow | undefined, which: 'left' | 'right'): string | null =>
  row?.[which]?.map(({ text, own }) => (own ? `[${text}]` : text)).join('') ?? null;

describe('two texts beside each other', () => {
  it('a letter more, a letter less: only those are marked', () => {
    const { rows, changes } = compareTexts(of('召开专题协商会9次，形成报告25篇。'), of('召开专题协商会次，形成调研报告25篇。'));
    expect(changes).toBe(1);
    expect(marked(rows[0], 'left')).toBe('召开专题协商会[9]次，形成报告25篇。');
    expect(marked(rows[0], 'right')).toBe('召开专题协商会次，形成[调研]报告25篇。');
  });
  it('a paragraph more stands beside nothing, its neighbours beside each other', () => {
    const { rows } = compareTexts(of('第一段的文字。', '新来的一段话在这里。', '第二段的文字。'), of('第一段的文字。', '第二段的文字。'));
    expect(rows.map((row) => [marked(row, 'left'), marked(row, 'right')])).toEqual([
      ['第一段的文字。', '第一段的文字。'], ['[新来的一段话在这里。]', null], ['第二段的文字。', '第二段的文字。'],
    ]);
  });
  it('paragraphs that share nothing are two, not one changed', () => {
    const { rows } = compareTexts(of('甲乙丙丁戊己庚辛'), of('子丑寅卯辰巳午未'));
    expect(rows.map((row) => [row.left === null, row.right === null])).toEqual([[false, true], [true, false]]);
  });
  it('headings and articles that only one side has', () => {
    const left = packageOf([article('a', 'report', doc(h(1, '总的看法'), p('正文'))), article('b', 'news', doc(p('消息')))]);
    const { rows } = compareTexts(left, packageOf([article('a', 'report', doc(h(1, '总的看法'), p('正文')))]));
    expect(rows.map(({ kind, same }) => [kind, same])).toEqual([['heading', true], ['body', true], ['body', false]]);
  });
  it('what differs besides the text has a word', () => {
    const pkg = of('正文');
    expect(compareTexts(pkg, { ...pkg, stage: '大会稿', meeting: { ...pkg.meeting, venue: '会堂' } }).notes).toEqual(['会议信息不同', '文稿包名或稿次不同']);
    expect(compareTexts(pkg, pkg).notes).toEqual([]);
  });
  it('the size is all letters of titles and text', () => expect(textSize(of('四个字的', '两个'))).toBe(6));
});

it('both columns hold their text whole, and what is not marked is the same in both', () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，'), maxLength: 12 }), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(text, text, (a, b) => {
    const { rows } = compareTexts(of(...a), of(...b));
    expect(side(rows, 'left').join('|')).toBe(a.join('|'));
    expect(side(rows, 'right').join('|')).toBe(b.join('|'));
    for (const row of rows) {
      const shared = (which: 'left' | 'right'): string => row[which]?.filter(({ own }) => !own).map((piece) => piece.text).join('') ?? '';
      expect(shared('left')).toBe(shared('right'));
    }
  }), { numRuns: 300 });
});
