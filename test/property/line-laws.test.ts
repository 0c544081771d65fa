// TYPESETTING 8, test 1: 10,000 random Mainland paragraphs at 11, 13, 17, 20 and
// 28 characters, and no rule broken. The paragraphs come from a seed, so that a
// failure comes again; no unit in them is wider than the narrowest measure.
import { describe, expect, it } from 'vitest';
import type { Font, FontRole } from '../../src/core/font';
import type { Paragraph, PunctuationStyle } from '../../src/core/flow/flow';
import { breakLines } from '../../src/core/line/break-lines';
import { shape } from '../../src/core/line/shape';
import { fakeFont } from '../fake-font';
import { checkLaws, sameSetting } from '../laws';
import { paragraphOf, type Piece } from '../paragraphs';

const SEED = 20261125;
const PARAGRAPHS = 10_000;
const MEASURES = [11, 13, 17, 20, 28];

const FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map<FontRole, readonly Font[]>([
  ['song', [fakeFont({ family: 'Song', digit: 550 })]],
  ['hei', [fakeFont({ family: 'Hei', doubles: false })]],
  ['kai', [fakeFont({ family: 'Kai', adjust: { rise: 0.03 }, doubles: false })]],
]);

/** Small generator (mulberry32): the same numbers on every machine. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const HAN = '政协委员会议报告工作年度建言资政凝聚共识履职尽责民生改善城市更新全面推进高质量发展的一是了';
const STOPS = ['，', '，', '，', '、', '。', '；', '：', '！', '？', '？！', '！！！', '……', '——', '。”', '，“', '”。', '（'];

/** A paragraph of two to five pieces; every second one changes face in the middle of its marks (T-14). */
function randomParagraph(roll: (below: number) => number, punctuation: PunctuationStyle, gap: number): Paragraph {
  const han = (most: number): string => Array.from({ length: 1 + roll(most) }, () => HAN[roll(HAN.length)]!).join('');
  const inside = (): string => han(8) + (roll(4) === 0 ? '、' + han(4) : '') + (roll(9) === 0 ? '？！' : '');
  const number = (): string => {
    const n = String(roll(9999));
    switch (roll(8)) {
      case 0: return `${roll(99)}.${roll(9)}%`;
      case 1: return `第${roll(40)}次`;
      case 2: return `20${10 + roll(30)}年${1 + roll(12)}月${1 + roll(28)}日`;
      case 3: return `“1+4+6+N”`;
      case 4: return `${roll(9)},${100 + roll(899)}.${roll(9)}万元`;
      case 5: return `${n}—${roll(9999)}件`;
      case 6: return `￥${n}`;
      default: return `${n}余人次`;
    }
  };
  const phrase = (): string => {
    switch (roll(14)) {
      case 0: return `“${inside()}”`;
      case 1: return `《${inside()}》`;
      case 2: return `“${han(4)}‘${inside()}’${han(3)}”`;
      case 3: return `（${inside()}）`;
      case 4: return `《${han(5)}（${han(3)}）》`;
      case 5: return number();
      case 6: return `${han(6)}·${han(4)}`;
      case 7: return ['GDP', 'APP', 'e-mail', 'AI', 'km/h'][roll(5)]!;
      case 8: return `${han(3)}/${han(3)}`;
      case 9: return `《${han(4)}》《${han(4)}》`;
      default: return han(12);
    }
  };
  const pieces: Piece[] = [];
  if (roll(3) === 0) pieces.push({ text: '（一）', glue: 'label', style: { role: 'kai' } });
  const roles: readonly FontRole[] = ['hei', 'song', 'kai'];
  const parts = 1 + roll(4);
  for (let p = 0; p < parts; p++) {
    let text = '';
    const phrases = 1 + roll(12);
    for (let k = 0; k < phrases; k++) {
      text += phrase();
      if (roll(3) > 0) {
        const stop = STOPS[roll(STOPS.length)]!;
        text += stop === '（' ? `（${inside()}）` : stop === '，“' ? `，“${inside()}”` : stop;
      }
    }
    pieces.push({ text, style: { role: roles[p % 3]! } });
    if (roll(12) === 0) pieces.push({ text: '〔1〕', glue: 'note', style: { size: 6, rise: 0.4 } });
  }
  return paragraphOf(pieces, { punctuation, hanLatinGap: gap });
}

describe('TYPESETTING 8, test 1: no broken rule in 10,000 random Mainland paragraphs', () => {
  for (const punctuation of ['quanjiao', 'kaiming', 'banjiao'] as const) {
    it(`at 11, 13, 17, 20 and 28 characters, ${punctuation}`, () => {
      const roll = random(SEED + punctuation.length);
      const broken: string[] = [];
      let lines = 0;
      let overfull = 0;
      const many = punctuation === 'banjiao' ? PARAGRAPHS / 10 : punctuation === 'kaiming' ? PARAGRAPHS * 0.4 : PARAGRAPHS * 0.5;
      for (let n = 0; n < many && broken.length < 5; n++) {
        const paragraph = randomParagraph(roll, punctuation, n % 3 === 0 ? 0.125 : 0);
        const shaped = shape(paragraph, FONTS);
        for (const measure of MEASURES) {
          const set = breakLines(shaped, () => measure * 10);
          lines += set.lines.length;
          overfull += set.issues.filter((i) => i.code === 'line-overfull').length;
          for (const breach of checkLaws(set, () => measure * 10)) broken.push(`${measure}: ${breach} in ${paragraph.text}`);
          if (n % 50 === 0 && !sameSetting(set, breakLines(shape(paragraph, FONTS), () => measure * 10))) broken.push(`set twice: ${paragraph.text}`);
        }
      }
      expect(broken).toEqual([]);
      expect(lines).toBeGreaterThan(many * 5);
      expect(overfull / lines).toBeLessThan(0.001);
    });
  }
});
