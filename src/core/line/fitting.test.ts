// How lines are fitted, T-15 and T-20 to T-32, measures that change, looseness: tables of small paragraphs at 10 pt
// to the em. What stands together on a line, or cannot: kept-together.test.ts.
import { describe, expect, it } from 'vitest';
import { fakeFont } from '../../../test/fake-font';
import { checkLaws, lineText } from '../../../test/laws';
import { paragraphOf } from '../../../test/paragraphs';
import { alone, FONTS, lines, set } from '../../../test/set-paragraph';
import type { ParagraphStyle } from '../flow/flow';
import { breakLines } from './break-lines';
import { Measured } from './measured';
import { setLine } from './set-lines';
import { shape } from './shape';

describe('T-20: all lines but the last are justified both sides', () => {
  it('full lines end on the measure, the last one where it ends', () => {
    const s = set('政协会议工作报告年度建言资政凝聚共识履职尽责', 10, {});
    expect(s.lines.map((line) => line.right)).toEqual([100, 100, 20]);
  });
});

describe('T-21: reduce brackets first, then commas, then stops, each equally before the next', () => {
  // natural: 10 em; blanks of ½ em before “, after ”, after ，, after 。
  const text = '政“协”会，议。员政';
  const blanks = (x: readonly number[]): number[] => {
    // Han stand at glyphs 0, 2, 4, 6, 8; between them one half-em mark and its blank
    return [0, 2, 4, 6].map((k) => Math.round((x[k + 2]! - x[k]! - 1.5) * 1e4) / 1e4);
  };
  it.each<[number, number[]]>([
    [0, [0.5, 0.5, 0.5, 0.5]],
    [0.5, [0.25, 0.25, 0.5, 0.5]],
    [1, [0, 0, 0.5, 0.5]],
    [1.25, [0, 0, 0.25, 0.5]],
    [1.75, [0, 0, 0, 0.25]],
    [2, [0, 0, 0, 0]],
  ])('%d em too long: blanks %s', (need, expected) => {
    expect(blanks(alone(text, 10 - need, true))).toEqual(expected);
  });

  it('word spaces shrink before brackets do, to ¼ em', () => {
    const fonts: typeof FONTS = new Map([['song', [fakeFont({ advance: { ' ': 400 } })]]]);
    const natural = 1 + 1 + 1 + 1 + 1 + 0.4 + 1; // 政, blank and “, 协, ” and blank, 会, space, AB
    const gently = alone('政“协”会 AB', natural - 0.1, true, {}, fonts);
    expect(gently[2]! - gently[0]!).toBeCloseTo(2, 6);
    expect(gently[6]! - gently[4]!).toBeCloseTo(1.3, 6);
    const more = alone('政“协”会 AB', natural - 0.35, true, {}, fonts);
    expect(more[2]! - more[0]!).toBeCloseTo(1.9, 6);
    expect(more[6]! - more[4]!).toBeCloseTo(1.25, 6);
  });

  // natural: 10.9 em; word space 0.4 em, blanks before “, after ， and 。 ½ each, two Han–Latin gaps of ¼
  it.each<[number, number[]]>([
    [0, [0.4, 0.5, 0.5, 0.25, 0.5]],
    [0.1, [0.3, 0.5, 0.5, 0.25, 0.5]],
    [0.45, [0.25, 0.2, 0.5, 0.25, 0.5]],
    [0.85, [0.25, 0, 0.3, 0.25, 0.5]],
    [1.25, [0.25, 0, 0, 0.2, 0.5]],
    [1.5, [0.25, 0, 0, 0.125, 0.4]],
  ])('steps 2, 4, 5, 6, 7 in turn on one line: %d em too long: word space, bracket, comma, Han–Latin gap, stop at %s', (need, expected) => {
    const fonts: typeof FONTS = new Map([['song', [fakeFont({ advance: { ' ': 400 } })]]]);
    const x = alone('政a b协，会“议员。工', 10.9 - need, true, { hanLatinGap: 0.25 }, fonts);
    const found = [x[3]! - x[1]! - 0.5, x[8]! - x[6]! - 1.5, x[6]! - x[4]! - 1.5, x[4]! - x[3]! - 0.5, x[11]! - x[9]! - 1.5];
    expect(found.map((d) => Math.round(d * 1e4) / 1e4)).toEqual(expected);
    expect(x[1]! - x[0]! - 1).toBeCloseTo(expected[3]!, 4);
  });

  it('behind a label whose mark has no blank (开明式) some comes back before Han gaps open', () => {
    const text = [{ text: '（二）', glue: 'label' as const }, { text: '服务大局献良策，协商议政更加精准有效。' }];
    const s = set(text, 11, { punctuation: 'kaiming', indent: 2 });
    expect(lines(s)).toMatch(/^（二）服务大局献良\|/u);
    // An em over nine places: a half of it behind the label, the rest shared out.
    expect(s.x[3]! - s.x[2]! - 5).toBeCloseTo(5 + s.lines[0]!.gap * 10, 4);
    expect(s.lines[0]!.gap).toBeLessThan(0.1);
    const wide = set(text, 11, { punctuation: 'quanjiao', indent: 2 });
    expect(wide.x[3]! - wide.x[2]! - 10).toBeCloseTo(wide.lines[0]!.gap * 10, 4);
  });
  it('a run-in label （一） is never squeezed', () => {
    const s = set([{ text: '（一）', glue: 'label' }, { text: '政协会议，工作报告，建言资政，凝聚共识履职' }], 13);
    const label = set([{ text: '（一）', glue: 'label' }, { text: '政协' }], 13);
    expect(s.x[3]).toBe(label.x[3]);
  });
});

describe('T-22: Latin word spaces grow to ½ em, then Han–Latin gaps, then all places equally', () => {
  it('a word space takes what is missing alone', () => {
    const x = alone('AB CD政', 3.25 + 0.2, false);
    expect(x[3]! - x[1]!).toBeCloseTo(0.5 + 0.45, 4);
    expect(x[5]! - x[4]!).toBeCloseTo(0.5, 4);
  });

  it('what is left opens every place but those inside words', () => {
    const x = alone('AB CD政协', 4.25 + 0.25 + 0.3, false);
    // openings: at the blank, D|政, 政|协: 0.1 em each
    expect(x[3]! - x[1]!).toBeCloseTo(0.5 + 0.5 + 0.1, 4);
    expect(x[5]! - x[4]!).toBeCloseTo(0.6, 4);
    expect(x[6]! - x[5]!).toBeCloseTo(1.1, 4);
    expect(x[1]! - x[0]!).toBeCloseTo(0.5, 4);
  });

  // 政协 a b 会议: blanks of ¼ em before a, in the middle and before 会; natural width 5¾ em
  it.each<[number, number, number, number]>([
    [5.75, 0.25, 0.25, 0],
    [5.875, 0.375, 0.25, 0],
    [6, 0.5, 0.25, 0],
    [6.1, 0.5, 0.3, 0],
    [5.75 + 0.25 + 2 / 12, 0.5, 1 / 3, 0],
    // openings: 政|协, 协|a, at the word space, b|会, 会|议
    [5.75 + 0.25 + 2 / 12 + 0.25, 0.55, 1 / 3 + 0.05, 0.05],
  ])('each step is exhausted before the next: in %d em the word space takes %d em, each Han–Latin gap %d, between Han %d', (measure, word, gap, han) => {
    const x = alone('政协a b会议', measure, false, { hanLatinGap: 0.25 });
    expect(x[2]! - x[1]! - 1).toBeCloseTo(gap, 4);
    expect(x[4]! - x[2]! - 0.5).toBeCloseTo(word, 4);
    expect(x[5]! - x[4]! - 0.5).toBeCloseTo(gap, 4);
    expect(x[1]! - x[0]! - 1).toBeCloseTo(han, 4);
    expect(x[6]! + 1).toBeCloseTo(measure, 4);
  });

  it('a comma that may open does so after word spaces and Han–Latin gaps', () => {
    // 政，a b会: comma ½, Latin ½ each, blanks ¼ (word) and ⅛ (b|会); the comma's own blank is 0
    const blanks = (measure: number): number[] => {
      const x = alone('政，a b会', measure, false, { hanLatinGap: 0.125, punctuation: 'kaiming', openCommas: true });
      return [x[2]! - x[1]! - 0.5, x[4]! - x[2]! - 0.5, x[5]! - x[4]! - 0.5].map((d) => Math.round(d * 1e3) / 1e3);
    };
    const natural = 1 + 0.5 + 0.5 + 0.25 + 0.5 + 0.125 + 1;
    expect(blanks(natural)).toEqual([0, 0.25, 0.125]);
    expect(blanks(natural + 0.2)).toEqual([0, 0.45, 0.125]);
    expect(blanks(natural + 0.25 + 0.2)).toEqual([0, 0.5, 0.325]);
    expect(blanks(natural + 0.25 + 5 / 24 + 0.3)).toEqual([0.3, 0.5, 0.333]);
  });

  it('Han–Latin gaps open before Han do', () => {
    const x = alone('政12协会', 4.25 + 0.2, false, { hanLatinGap: 0.125 });
    expect([x[1]! - x[0]!, x[3]! - x[2]!, x[4]! - x[3]!].map((d) => Math.round(d * 1e3) / 1e3)).toEqual([1.225, 0.725, 1]);
  });

  it('never inside 2-em units and stacked stops, nor beside connectors and interpuncts', () => {
    const x = alone('政——协·会？！议', 1 + 2 + 1 + 0.5 + 1 + 1 + 1 + 0.4, false);
    const steps = x.slice(1).map((v, k) => Math.round((v - x[k]!) * 1e3) / 1e3);
    // openings: 政|—— , ——|协, 会|？, ！|议: 0.1 em each; the interpunct's ink (0.23 em of 0.33) is centred in ½ em
    expect(steps[0]).toBeCloseTo(1.1, 3);
    expect(steps[1]).toBeCloseTo(2.1, 3);
    expect(steps[2]! + steps[3]!).toBeCloseTo(1.5, 3);
    expect(steps[4]).toBeCloseTo(1.1, 3);
    expect(steps[5]).toBeCloseTo(0.5, 3);
    expect(steps[6]).toBeCloseTo(0.6, 3);
  });
});

describe('T-23: push in before push out', () => {
  it('the stop gives way to the comma that would not fit', () => {
    const s = set('政协会议工作。报告年度建言，资政凝聚共识', 13, { punctuation: 'kaiming' });
    expect(lines(s)).toBe('政协会议工作。报告年度建言，|资政凝聚共识');
    expect(s.lines[0]!.gap).toBe(0);
    expect(s.lines[0]!.right).toBeCloseTo(130, 6);
  });

  it('push out only where nothing can shrink', () => {
    const s = set('政协会议工作的报告年度建言，资政凝聚共识', 13, { punctuation: 'kaiming' });
    expect(lines(s)).toBe('政协会议工作的报告年度建|言，资政凝聚共识');
    expect(s.lines[0]!.gap).toBeCloseTo(1 / 11, 6);
  });
});

describe('T-24: added gaps over 0.12 em are reported with their width', () => {
  it('a first line that nothing can fill', () => {
    const s = set('共受理各类案件43499件，审结率稳步上升，群众更加满意', 11, { punctuation: 'kaiming', indent: 2 });
    expect(s.issues).toEqual([{ code: 'line-loose', from: 0, to: 7, line: 0, detail: '0.333' }]);
  });
});

describe('T-30: first-line indent is 2 em of the paragraph’s own size', () => {
  it('on the first line alone', () => {
    const s = set('政协会议工作报告年度建言资政', 10, { indent: 2 });
    expect(s.lines.map((line) => [s.x[line.first], line.right])).toEqual([[20, 100], [0, 60]]);
  });
});

describe('T-32: a last line holds at least 2 characters, marks not counted', () => {
  it.each<[string, number]>([
    ['政协会议工作报告年度建言资政凝聚共识履职尽责民生改善城', 13],
    ['政协会议工作报告年度建言资政凝聚共识履职尽责民生改善城。', 13],
    ['政协会议工作报告年度建言资，政凝聚共识履职，尽责民生改善城市。', 14],
  ])('%s at %d characters', (text, measure) => {
    const s = set(text, measure);
    expect(lineText(s, s.lines.at(-1)!).replace(/\p{P}/gu, '').length).toBeGreaterThanOrEqual(2);
    expect(checkLaws(s, () => measure * 10)).toEqual([]);
  });

  it('a tiny paragraph is exempt', () => {
    expect(set('好。', 13).issues).toEqual([]);
  });

  it('where nothing can mend it, it is reported', () => {
    expect(set('政协会', 2).issues.map((i) => i.code)).toContain('last-line-short');
  });
});

describe('T-15: 。，、 may hang where the style says so, never one of several', () => {
  const text = '政协会议工作的报告年度建言，资政凝聚共识';
  it('hangs the comma outside the measure', () => {
    const s = set(text, 13, { punctuation: 'kaiming', hanging: true });
    expect(lines(s)).toBe('政协会议工作的报告年度建言，|资政凝聚共识');
    expect(s.lines[0]!.right).toBeCloseTo(135, 6);
    expect(checkLaws(s, () => 130)).toEqual([]);
  });

  it('not after a bracket', () => {
    const s = set('政协会议工作的《报告年度建》，资政凝聚共识', 13, { punctuation: 'kaiming', hanging: true });
    for (const line of s.lines) expect(line.right).toBeLessThan(130.01);
  });

  it('off by default', () => {
    expect(set(text, 13, { punctuation: 'kaiming' }).lines[0]!.right).toBeCloseTo(130, 6);
  });
});

describe('openCommas: a comma’s blank grows to ½ em before Han gaps open', () => {
  it('one missing half em is given by the comma', () => {
    const s = set('政协会议，工作报告年度建言资。政凝聚共识', 13, { punctuation: 'kaiming', openCommas: true });
    expect(s.lines[0]!.gap).toBe(0);
    expect(s.lines[0]!.right).toBeCloseTo(130, 6);
    expect(s.x[5]! - s.x[4]!).toBeCloseTo(10, 6);
  });
});

describe('a line that no break keeps from being loose', () => {
  const POINTS = { advance: { ',': 278, '.': 278 }, ink: { ',': { xMin: 80, yMin: -100, xMax: 200, yMax: 100 }, '.': { xMin: 80, yMin: 0, xMax: 200, yMax: 100 } } };
  const fonts: typeof FONTS = new Map([['song', [fakeFont(POINTS)]]]);
  const narrow = (text: string, measure: number, style: Partial<ParagraphStyle>): ReturnType<typeof set> =>
    breakLines(shape(paragraphOf(text, { indent: 2, punctuation: 'kaiming', tighten: 0.028, ...style }), fonts), measure * 10);

  it('draws its characters together by a hair: 11.25 em on 11, not nine characters on eleven', () => {
    const text = '对年人均纯收入低于7,500元的一千户家庭实行动态监测，逐户落实帮扶。';
    const s = narrow(text, 13, {});
    expect(lines(s)).toMatch(/^对年人均纯收入低于7,500\|元的/u);
    expect(s.lines[0]!.right).toBeCloseTo(130, 4);
    // a quarter em over nine places
    expect(s.x[1]! - s.x[0]!).toBeCloseTo(10 - 2.5 / 9, 4);
    expect(s.lines[0]!.gap).toBe(0);
    expect(checkLaws(s, () => 130)).toEqual([]);
    expect(lines(narrow(text, 13, { tighten: 0 }))).toMatch(/^对年人均纯收入低于\|7,500元/u);
  });

  it('before a stop twice as near, for its ink stands off', () => {
    const shaped = shape(paragraphOf('粮食总产量3.5万吨，', { indent: 0, punctuation: 'kaiming', tighten: 0.028 }), fonts);
    const m = new Measured();
    m.load(shaped, 'justified');
    m.ease();
    const x = new Float64Array(shaped.glyph.length);
    const line = setLine(m, 0, x.length, 0, 11, { start: 0, measure: 8.5, index: 0, last: false }, x, []);
    // A quarter em over eight places, one of which counts twice.
    expect(line.right).toBeCloseTo(85, 4);
    expect(x[1]! - x[0]!).toBeCloseTo(10 - 2.5 / 9, 4);
    expect(x[10]! - x[9]!).toBeCloseTo(10 - 5 / 9, 4);
  });

  it('opens its commas and the places beside its numbers before its Han (T-22, 2)', () => {
    const text = '2025年，公共安全支出15555万元，完成调整预算的九成以上，增长不多。';
    const s = narrow(text, 13, {});
    expect(lines(s)).toMatch(/^2025年，公共安全支出\|15555/u);
    // 1.5 em are missing: a third stands before 年, a half behind the comma, the rest in all eight places
    expect(s.lines[0]!.gap).toBeCloseTo((1.5 - 1 / 3 - 1 / 2) / 8, 4);
    expect(s.x[6]! - s.x[5]!).toBeCloseTo(10 + 10 * s.lines[0]!.gap, 4);
    expect(s.lines[0]!.right).toBeCloseTo(130, 4);
    expect(s.issues).toEqual([]);
    expect(checkLaws(s, () => 130)).toEqual([]);
  });

  it('and the bracket of a byline, but no typed blank', () => {
    const s = narrow('本报讯（记者　江一帆　郭望晴）政协云岭市第五届委员会第四次会议昨日开幕。', 13, { tighten: 0 });
    expect(lines(s)).toMatch(/^本报讯（记者　江一帆　\|郭望晴/u);
    // 1.5 em are missing: a half before （, the rest in seven places
    expect(s.lines[0]!.gap).toBeCloseTo(1 / 7, 4);
    expect(s.x[3]! - s.x[2]!).toBeCloseTo(10 + 10 * s.lines[0]!.gap, 4);
    expect(s.lines[0]!.right).toBeCloseTo(130, 4);
    expect(checkLaws(s, () => 130)).toEqual([]);
  });

  it('while a paragraph without such a line keeps its commas closed and its Han on their em', () => {
    const s = narrow('2025年，公共安全支出大幅增长，完成调整预算的九成以上，没有一项突破预算，各项事业都有新的进展。', 13, {});
    for (const line of s.lines.slice(0, -1)) expect(line.gap).toBeLessThan(0.12);
    expect(s.x[5]! - s.x[4]!).toBeCloseTo(10 * (1 + s.lines[0]!.gap), 4);
  });

  it('a paragraph that is asked for another number of lines is set the same again afterwards', () => {
    const shaped = shape(paragraphOf('2025年，公共安全支出15555万元，完成调整预算的九成以上，增长不多。', { indent: 2, punctuation: 'kaiming', tighten: 0.028 }), fonts);
    const plain = breakLines(shaped, 130);
    const refused = breakLines(shaped, 130, -1, plain);
    expect(refused.issues.map((issue) => issue.code)).toEqual(['looseness-refused']);
    expect([...refused.x]).toEqual([...plain.x]);
    expect([...breakLines(shaped, 130).x]).toEqual([...plain.x]);
  });

  it('a decimal point and a comma between digits take a quarter em, elsewhere what their face gives them', () => {
    expect(alone('7,500', 9, true, {}, fonts)).toEqual([0, 0.485, 0.75, 1.25, 1.75]);
    expect(alone('a,b', 9, true, {}, fonts)).toEqual([0, 0.5, 0.778]);
  });
});

describe('alignment', () => {
  it.each<[ParagraphStyle['align'], number, number]>([['left', 0, 60], ['center', 20, 80], ['right', 40, 100], ['justify', 0, 60]])(
    '%s: a line of 6 in 10 stands from %d to %d', (align, from, to) => {
      const s = set('政协会议工作', 10, { align });
      expect([s.x[0], s.lines[0]!.right]).toEqual([from, to]);
    });

  it('left and right margins are em of the paragraph’s size', () => {
    const s = set('政协会议工作报告年度', 10, { left: 1, right: 2 });
    expect(s.lines.map((line) => [s.x[line.first], line.right])).toEqual([[10, 80], [10, 40]]);
  });

  it('a right-aligned line is trimmed at its last mark', () => {
    expect(set('政协。', 10, { align: 'right' }).lines[0]!.right).toBe(100);
  });
});

describe('hard breaks', () => {
  it('end a line without stretching it, and belong to it', () => {
    const s = set('政协\n会议工作\n', 10);
    expect(s.lines.map((line) => [line.from, line.to, line.right])).toEqual([[0, 3, 20], [3, 8, 40], [8, 8, 0]]);
    expect(checkLaws(s, () => 100)).toEqual([]);
  });

  it('an empty paragraph is one empty line', () => {
    const s = set('', 10);
    expect(s.lines).toEqual([{ first: 0, end: 0, from: 0, to: 0, right: 0, gap: 0 }]);
  });
});

describe('measures that change from line to line', () => {
  it('are each filled', () => {
    const text = '政协会议工作报告年度建言资政凝聚共识履职尽责民生改善城市更新全面推进高质量发展';
    const measureOf = (line: number): number => [80, 80, 120, 120, 60][line] ?? 100;
    const s = breakLines(shape(paragraphOf(text, { indent: 0 }), FONTS), measureOf);
    expect(s.lines.slice(0, -1).map((line) => line.right)).toEqual([80, 80, 120]);
    expect(checkLaws(s, measureOf)).toEqual([]);
  });
});

describe('looseness', () => {
  const text = '全年共审查立案一百余件，其中遴选重点提案十一件，立案提案办理答复率百分之百，提案成果得到有效运用，社情民意广泛性持续扩大，党委政府高度重视。';
  it('+1 gives a line more, all lines lawful', () => {
    const best = set(text, 10);
    const more = set(text, 10, {}, 1);
    expect(more.lines.length).toBe(best.lines.length + 1);
    expect(checkLaws(more, () => 100)).toEqual([]);
  });

  it('what the paragraph has no slack for is refused, with what was asked and what was reached', () => {
    const s = set('政协会议工作报告', 10, {}, -1);
    expect(s.lines.length).toBe(1);
    expect(s.issues).toEqual([{ code: 'looseness-refused', from: 0, to: 8, line: null, detail: '-1 0' }]);
  });
});
