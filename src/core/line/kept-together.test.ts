// What stands together on a line, what parts where, and what no line can hold (T-04 to T-08, frames too narrow): tables
// of small paragraphs at 10 pt to the em.
import { describe, expect, it } from 'vitest';
import { fakeFont } from '../../../test/fake-font';
import { checkLaws } from '../../../test/laws';
import { paragraphOf } from '../../../test/paragraphs';
import { alone, lines, set, type FONTS } from '../../../test/set-paragraph';
import { breakLines } from './break-lines';
import type { LineIssue, SetParagraph } from './line';
import { shape } from './shape';

describe('layout always finishes: a frame without width takes a character to the line, each reported', () => {
  it.each([0, -1, -1000])('%d em wide', (measure) => {
    const s = set('政协', measure, {});
    expect(lines(s)).toBe('政|协');
    expect(s.issues.filter(({ code }) => code === 'line-overfull')).toHaveLength(2);
  });
});

describe('what no rule can satisfy is set inside its frame and reported (line-overfull)', () => {
  it.each<[string, string, number]>([
    ['a number of 30 digits, broken at the measure', '共123456789012345678901234567890件', 10],
    ['a long Latin word', '用internationalizationalism的', 8],
    ['a run of closers', `政协${'》'.repeat(40)}会议`, 10],
    ['a run of openers', `政协${'《'.repeat(40)}会议`, 10],
    ['only marks', '。'.repeat(60), 9],
  ])('%s', (_, text, measure) => {
    const s = set(text, measure);
    expect(s.issues.map((i: LineIssue) => i.code)).toContain('line-overfull');
    for (const line of s.lines) expect(line.right).toBeLessThanOrEqual(measure * 10 + 0.01);
    expect(lines(s).replaceAll('|', '')).toBe(text);
  });

  it('a glyph wider than its frame stands alone', () => {
    const s = set('政协', 0.5);
    expect(s.lines.length).toBe(2);
    expect(s.issues.filter((i) => i.code === 'line-overfull').length).toBe(2);
  });
});

describe('T-04: two ellipses in a row = 4 em on a line of their own', () => {
  it.each<[string, number, string]>([
    ['政协会议…………工作报告', 13, '政协会议|…………|工作报告'],
    ['政协会议工作报告年度建言…………资政', 8, '政协会议工作报告|年度建言|…………|资政'],
    ['…………政协', 13, '…………|政协'],
    ['政协…………', 13, '政协|…………'],
    ['政协“…………”。会议', 13, '政协|“…………”。|会议'],
    ['政协⋯⋯⋯⋯会议', 13, '政协|⋯⋯⋯⋯|会议'],
    ['政协\n…………\n会议', 13, '政协\n|…………\n|会议'],
    ['政协……会议', 13, '政协……会议'],
    ['第一部分………………3', 13, '第一部分………………3'], // a leader
  ])('%s at %d characters', (text, measure, expected) => {
    const s = set(text, measure);
    expect(lines(s)).toBe(expected);
    expect(checkLaws(s, () => measure * 10)).toEqual([]);
  });

  it('each of the two is 2 em, whether the face has a glyph for it or not; the line before is not stretched', () => {
    for (const doubles of [true, false]) {
      const fonts: typeof FONTS = new Map([['song', [fakeFont({ doubles })]]]);
      const s = breakLines(shape(paragraphOf('政协…………会议', { indent: 0 }), fonts), () => 130);
      expect(s.lines.map((line) => [line.from, line.to, line.right])).toEqual([[0, 2, 20], [2, 6, 40], [6, 8, 20]]);
    }
  });
});

describe('T-05: 1+4+6+N is one unit, and parts only where it takes half the measure or more and the line before it would be very loose', () => {
  it.each<[string, number, string]>([
    ['构建“1+4+6+N”协商工作布局', 6, '构建“1+4+6+|N”协商工作|布局'],
    ['构建了“481+691+N”协商工作', 8, '构建了“481+691+|N”协商工作'],
    ['构建了“481+691+N”协商工作', 12, '构建了“481+691+N”协商|工作'],
    ['我们构建了新“481+691+N”协商工作', 11, '我们构建了新“481+691+|N”协商工作'],
    ['我们再构建起来了“481+691+N”协商工作布局', 12, '我们再构建起来了|“481+691+N”协商工作布局'],
  ])('%s at %d characters', (text, measure, expected) => {
    const s = set(text, measure, { punctuation: 'kaiming' });
    expect(lines(s)).toBe(expected);
    expect(checkLaws(s, () => measure * 10)).toEqual([]);
  });
});

describe('a web address parts after its signs where it takes half the measure or more, and is no fault', () => {
  it.each([
    ['详见https://www.yunling.example.cn/consultation/2025/index.html?page=12公告', 12, '详见https://www.yunling.|example.cn/consultation/|2025/index.html?page=|12公告'],
    ['请发至tian.bangongshi@yunling.example.cn信箱', 9, '请发至tian.|bangongshi@|yunling.example.cn|信箱'],
  ])('%s at %d characters', (text, measure, expected) => {
    const s = set(text, measure);
    expect(lines(s)).toBe(expected);
    expect(s.issues.map(({ code }) => code)).not.toContain('line-overfull');
  });
  it('a piece of it that is wider than the measure is broken there, and reported', () => {
    const s = set('https://example.cn/abcdefghijklmnopqrstuvwxyz', 8);
    for (const line of s.lines) expect(line.right).toBeLessThanOrEqual(80.01);
    expect(s.issues.map(({ code }) => code)).toContain('line-overfull');
  });
  it('leaves no lone character before it', () => {
    for (const [text] of [['一年来通过https://www.yunling.example.cn/consultation/2025/reports/annual-summary/index.html公开'], ['编号为12345678901234567890123456789012345678901234567890的文件']] as const) {
      for (let measure = 8; measure < 22; measure++) expect(lines(set(text, measure)).split('|')[0]!.length, `${measure} ${lines(set(text, measure))}`).toBeGreaterThan(2);
    }
  });
});

describe('T-08: compress punctuation first, then test prohibitions, because widths change the break', () => {
  it('》。 would be a mark too many for the line at full width, and fits once it is compressed', () => {
    // full width 10 em; 》 hugged by its fellow (T-11) and 。 at the line's end (T-13) make it 9
    const s = set('政协会议工作《年》。报告建言', 9);
    expect(lines(s)).toBe('政协会议工作《年》。|报告建言');
    expect(s.lines[0]!.right).toBe(90);
    expect(s.lines[0]!.gap).toBe(0);
  });

  it('a Han less, and 。 is reached by squeezing, not by carrying 年》 over', () => {
    // 9½ em with every blank: the ½ em left of 《 is squeezed away (T-21, step 4)
    const s = set('政协会议工作《年度》。报告建言', 9.5);
    expect(lines(s)).toBe('政协会议工作《年度》。|报告建言');
    expect(s.lines[0]!.right).toBe(95);
  });
});

describe('a typed blank stands at the left of its room, where a caret and a reader of the PDF look for it', () => {
  it.each<[string, string, number[]]>([
    ['an ideographic one', '政\u3000协', [0, 1, 2]], ['a typed space between Han', '政 协', [0, 1, 1.5]], ['two of them', '政\u3000\u3000协', [0, 1, 2, 3]], ['after a mark', '，\u3000协', [0, 0.5, 1.5]],
  ])('%s', (_name, text, places) => expect(alone(text, 8, true)).toEqual(places));
  it('in a line that is loosened the room of a typed space between Han opens behind it', () => {
    const [, blank, after] = alone('政 协会', 4.1, false);
    expect(blank).toBe(1);
    expect(after).toBeGreaterThan(1.5);
  });
});

describe('typed U+3000 (T-06): no width at a line’s end', () => {
  it('between names', () => {
    const s = set('江一帆\u3000郭望晴\u3000何晓棠\u3000林致远', 7);
    expect(lines(s)).toBe('江一帆\u3000郭望晴\u3000|何晓棠\u3000林致远');
    expect(s.lines.map((line) => line.right)).toEqual([70, 70]);
  });
});

describe('typed U+3000 is one em: no line makes it wider (N 2.4: names of a 电头 stand a full-width space apart, and are whole)', () => {
  /** Widths of the typed blanks inside the lines of a setting, em. */
  const blanks = ({ glyph, at, x, paragraph, lines: all }: SetParagraph): number[] => all.flatMap((line) =>
    Array.from({ length: line.end - line.first }, (_, k) => line.first + k)
      .filter((k) => k + 1 < line.end && paragraph.text[at[k]!] === '\u3000' && k < glyph.length)
      .map((k) => Math.round((x[k + 1]! - x[k]!) * 100) / 1000));
  const kaiming = { punctuation: 'kaiming', indent: 2 } as const;
  it('in a loose line it stays, all else opens', () => {
    const s = alone('政协\u3000工作报告', 7.3, false);
    expect(s[3]! - s[2]!).toBeCloseTo(1, 6);
    expect(s[1]! - s[0]!).toBeGreaterThan(1);
  });
  it.each<[string, number, string, number[]]>([
    // Half an em too much for the name: its blank gives it.
    ['本报讯（记者\u3000江一帆\u3000何晓棠）1月12日上午，市政协六届四次会议开幕。', 11, '本报讯（记者\u3000江一帆\u3000|何晓棠）', [0.5]],
    ['本报讯（记者\u3000江一帆\u3000何晓棠）1月12日上午，市政协六届四次会议开幕。', 13, '本报讯（记者\u3000江一帆\u3000|何晓棠）', [1]],
    ['本报讯（记者\u3000江一帆\u3000何晓棠）1月12日上午，市政协六届四次会议在云岭会堂隆重开幕。', 17, '本报讯（记者\u3000江一帆\u3000何晓棠）|', [1, 1]],
    ['本报讯（记者\u3000江帆\u3000何晓棠）1月12日上午，市政协六届四次会议开幕。', 11, '本报讯（记者\u3000江帆\u3000|何晓棠）', [1]],
  ])('%s at %d characters', (text, measure, begins, widths) => {
    const s = set(text, measure, kaiming);
    expect(lines(s).startsWith(begins), lines(s)).toBe(true);
    expect(blanks(s)).toEqual(widths);
    expect(Math.max(...s.lines.map(({ gap }) => gap))).toBeLessThan(0.24);
    expect(checkLaws(s, () => measure * 10)).toEqual([]);
  });
  it.each([11, 12, 13, 17, 20])('a space typed between the names of a 电头 stands for the full-width one, at %d characters', (measure) => {
    const typed = (blank: string) => set(`本报讯（记者${blank}江一帆${blank}通讯员${blank}郭望晴）1月12日上午，市政协六届四次会议在云岭会堂开幕。`, measure, kaiming);
    const [narrow, wide] = [typed(' '), typed('\u3000')];
    expect(lines(narrow).replaceAll(' ', '\u3000')).toBe(lines(wide));
    expect(narrow.lines.map(({ gap }) => gap)).toEqual(wide.lines.map(({ gap }) => gap));
  });
  it('a line that holds the first of two names alone has 1.5 em to share: a half before its bracket, a seventh in each of its seven places', () => {
    const s = set('本报讯（记者 江一帆 郭望晴）1月12日上午，市政协六届四次会议开幕。', 13, kaiming);
    expect(lines(s)).toMatch(/^本报讯（记者 江一帆 \|/u);
    expect(s.lines[0]!.gap).toBeCloseTo(1 / 7, 4);
  });
});
