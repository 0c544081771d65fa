// Hostile paragraphs for the line setter (issue 2, §8): whatever comes, lines
// that hold all of the text, inside their frame, and no exception. And the law
// helper itself: it sees the faults that are planted here.
import { describe, expect, it } from 'vitest';
import type { Font, FontRole } from '../../src/core/font';
import type { ParagraphStyle } from '../../src/core/flow/flow';
import { breakLines } from '../../src/core/line/break-lines';
import type { SetParagraph } from '../../src/core/line/line';
import { shape } from '../../src/core/line/shape';
import { fakeFont } from '../fake-font';
import { checkLaws } from '../laws';
import { paragraphOf } from '../paragraphs';

const FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map([['song', [fakeFont({ lacks: '龘' })]]]);

function set(text: string, ems: number, style: Partial<ParagraphStyle> = {}, looseness = 0): SetParagraph {
  return breakLines(shape(paragraphOf(text, style, looseness), FONTS), () => ems * 10);
}

const PROSE = '坚持党对政协工作的全面领导，把“两个确立”转化为行动自觉；全年立案110件，办复率100%。';

describe('indents that a column cannot bear', () => {
  it.each([[500, 0, 0], [12, 0, 0], [-50, 0, 0], [2, 50, 50], [2, 8, 8]])('indent %i, left %i, right %i at 13 characters', (indent, left, right) => {
    const s = set(PROSE.repeat(5), 13, { indent, left, right });
    expect(s.lines.map((_, i) => s.paragraph.text.slice(s.lines[i]!.from, s.lines[i]!.to)).join('')).toBe(PROSE.repeat(5));
    for (const line of s.lines) {
      // An opener at a line's start stands half an em to the left, its blank outside, its ink in the frame (T-12).
      expect(s.x[line.first]!).toBeGreaterThanOrEqual(-5.01);
      expect(line.right).toBeLessThanOrEqual(130.01);
    }
  });
});

describe('hostile paragraphs', () => {
  it.each<[string, string]>([
    ['no Han at all', 'the quick brown fox jumps over the lazy dog '.repeat(200)],
    ['only stops and brackets', '。”，“《（'.repeat(800)],
    ['only closers', '”'.repeat(3000)],
    ['only openers', '（'.repeat(3000)],
    ['only digits', '1234567890'.repeat(300)],
    ['only dashes', '—'.repeat(3001)],
    ['only ellipses', '…'.repeat(3001)],
    ['only blanks', ' \u3000'.repeat(20_000)],
    ['only hard breaks', '\n'.repeat(3000)],
    ['emoji and extension B', '😀𠮷👨‍👩‍👧'.repeat(500)],
    ['lone surrogates', '\ud800政\udfff'.repeat(300)],
    ['control characters', '\u0000\u0007政\u200b\ufeff协'.repeat(300)],
    ['characters that no face has', '龘'.repeat(500)],
  ])('%s', (_, text) => {
    for (const [ems, punctuation] of [[13, 'kaiming'], [28, 'quanjiao']] as const) {
      const s = set(text, ems, { punctuation });
      expect(checkLaws(s, () => ems * 10)).toEqual([]);
      for (const line of s.lines) expect(line.right).toBeLessThanOrEqual(ems * 10 + 0.01);
    }
  });

  it('one paragraph of 200,000 characters', () => {
    const text = PROSE.repeat(4500).slice(0, 200_000);
    const s = set(text, 28);
    expect([s.lines[0]!.from, s.lines.at(-1)!.to]).toEqual([0, 200_000]);
    for (const line of s.lines) expect(line.right).toBeLessThan(280.01);
    for (const line of s.lines.slice(0, -1)) expect(line.right).toBeGreaterThan(279.99);
  });

  it.each([1, 0.4, 0, -3])('a measure of %d em', (ems) => {
    const s = set(PROSE, ems);
    expect(s.lines.at(-1)!.to).toBe(PROSE.length);
  });

  it('a monster, loosened and in changing measures', () => {
    const text = PROSE.repeat(200);
    const measure = (line: number): number => (line % 2 === 0 ? 130 : 200);
    expect(checkLaws(breakLines(shape(paragraphOf(text), FONTS), measure), measure)).toEqual([]);
    const best = set(text, 13);
    expect(set(text, 13, {}, 1).lines.length).toBe(best.lines.length + 1);
  });
});

describe('the law helper sees', () => {
  const lawful = set(PROSE, 13);
  const broken = (change: Partial<SetParagraph>): string[] => checkLaws({ ...lawful, ...change }, () => 130);

  it('nothing wrong with a lawful setting', () => {
    expect(broken({})).toEqual([]);
  });

  it('a forbidden line start', () => {
    const unruly = breakLines(shape(paragraphOf('政协。会议', { indent: 0, kinsoku: 'none' }), FONTS), () => 20);
    expect(checkLaws(unruly, () => 20).join()).toContain('T-01');
  });

  it('a number parted between two lines', () => {
    const text = '政协1234会议';
    const s = breakLines(shape(paragraphOf(text, { indent: 0 }), FONTS), () => 80);
    const [only] = s.lines;
    const lines = [{ ...only!, end: 4, to: 4, right: 30 }, { ...only!, first: 4, from: 4 }];
    expect(checkLaws({ ...s, lines }, () => 80).join()).toContain('T-05');
  });

  it('a lost line, and a line short of its measure', () => {
    expect(broken({ lines: lawful.lines.slice(0, -1) }).join()).toContain('the lines hold');
    expect(broken({ lines: lawful.lines.map((l, k) => (k === 1 ? { ...l, right: l.right - 0.02 } : l)) }).join()).toContain('short of');
  });

  it('ink outside the frame', () => {
    expect(broken({ x: lawful.x.map((x) => x + 9) }).join()).toContain('right of the frame');
    expect(broken({ x: lawful.x.map((x) => x - 9) }).join()).toContain('left of the frame');
  });
});
