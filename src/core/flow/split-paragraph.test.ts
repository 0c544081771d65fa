import { describe, expect, it } from 'vitest';
import { paragraphOf } from '../../../test/paragraphs';
import type { Paragraph } from './flow';
import { prefixParagraph } from './prefix-paragraph';
import { splitParagraph } from './split-paragraph';
import { splitTable } from './split-table';

/** 甲乙 is text from block offset 10, 第九届 an atom at 12, 丙丁 text from 13. */
const PARAGRAPH: Paragraph = {
  ...paragraphOf('甲乙第九届丙丁', { linesBefore: 2 }),
  spans: [
    { from: 0, to: 2, style: paragraphOf('').style.text, source: { kind: 'text', at: 10 }, glue: null },
    { from: 2, to: 5, style: paragraphOf('').style.text, source: { kind: 'atom', at: 12 }, glue: null },
    { from: 5, to: 7, style: paragraphOf('').style.text, source: { kind: 'text', at: 13 }, glue: null },
  ],
  heading: { level: 2, text: '甲乙' },
  breakBefore: true,
};

const spans = (paragraph: Paragraph): string => paragraph.spans.map(({ from, to, source }) => `${from}-${to}:${source.kind === 'generated' ? source.what : source.kind + source.at}`).join(' ');

describe('a paragraph cut in two', () => {
  it.each([
    [1, '甲', '0-1:text10', '乙第九届丙丁', '0-1:text11 1-4:atom12 4-6:text13'],
    [2, '甲乙', '0-2:text10', '第九届丙丁', '0-3:atom12 3-5:text13'],
    [3, '甲乙第', '0-2:text10 2-3:atom12', '九届丙丁', '0-2:atom12 2-4:text13'],
    [6, '甲乙第九届丙', '0-2:text10 2-5:atom12 5-6:text13', '丁', '0-1:text14'],
  ])('at %d: both parts keep their sources', (offset, first, firstSpans, second, secondSpans) => {
    const [a, b] = splitParagraph(PARAGRAPH, offset);
    expect([a.text, spans(a), b.text, spans(b)]).toEqual([first, firstSpans, second, secondSpans]);
  });
  it('the first part keeps what the paragraph is; the second begins flush, on no page of its own, and is no entry of the outline', () => {
    const [a, b] = splitParagraph(PARAGRAPH, 3);
    expect([a.style, a.heading, a.breakBefore]).toEqual([PARAGRAPH.style, PARAGRAPH.heading, true]);
    expect([b.style.indent, b.style.linesBefore, b.heading, b.breakBefore]).toEqual([0, 0, null, false]);
  });
  it('the same cut gives the same objects, and tails of one style one style', () => {
    expect(splitParagraph(PARAGRAPH, 3)).toBe(splitParagraph(PARAGRAPH, 3));
    expect(splitParagraph(PARAGRAPH, 3)[1].style).toBe(splitParagraph(PARAGRAPH, 4)[1].style);
  });
  it.each([0, -1, 7, 8])('not at %d: one part would be empty', (offset) => expect(() => splitParagraph(PARAGRAPH, offset)).toThrow(RangeError));
});

describe('N-20: a label before a paragraph', () => {
  const style = { ...PARAGRAPH.style, indent: 2 };
  const label = { ...PARAGRAPH.style.text, role: 'hei' as const };
  it('is generated text; what stands behind it keeps its sources', () => {
    const made = prefixParagraph(PARAGRAPH, '（上接第一版）', 'jump-from', label, style);
    expect(made.text).toBe('（上接第一版）甲乙第九届丙丁');
    expect(spans(made)).toBe('0-7:jump-from 7-9:text10 9-12:atom12 12-14:text13');
    expect([made.style, made.spans[0]!.style]).toEqual([style, label]);
  });
  it('is the same object for the same label, another for another', () => {
    const made = prefixParagraph(PARAGRAPH, '（上接第一版）', 'jump-from', label, style);
    expect(prefixParagraph(PARAGRAPH, '（上接第一版）', 'jump-from', label, style)).toBe(made);
    expect(prefixParagraph(PARAGRAPH, '（上接第二版）', 'jump-from', label, style)).not.toBe(made);
  });
});

describe('a table cut between rows', () => {
  const cell = paragraphOf('格');
  const table = { kind: 'table' as const, rows: [[cell], [cell], [cell]], style: cell.style, breakBefore: true };
  it('both parts have their rows; only the first asks for a page of its own', () => {
    const [a, b] = splitTable(table, 1);
    expect([a.rows.length, a.breakBefore, b.rows.length, b.breakBefore]).toEqual([1, true, 2, false]);
    expect(splitTable(table, 1)).toBe(splitTable(table, 1));
  });
  it.each([0, 3])('not at %d', (row) => expect(() => splitTable(table, row)).toThrow(RangeError));
});
