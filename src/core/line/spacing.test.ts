// Widths of marks and their neighbours (T-04, T-10 to T-14, T-25), measured on
// set text: the room a text takes between two Han, in em.
import { describe, expect, it } from 'vitest';
import type { ParagraphStyle, PunctuationStyle } from '../flow/flow';
import type { Font, FontRole } from '../font';
import { fakeFont } from '../../../test/fake-font';
import { paragraphOf, type Piece } from '../../../test/paragraphs';
import { breakLines } from './break-lines';
import type { SetParagraph } from './line';
import { shape } from './shape';

const FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map<FontRole, readonly Font[]>([
  ['song', [fakeFont()]], ['hei', [fakeFont({ family: 'Hei' })]], ['kai', [fakeFont({ family: 'Kai' })]],
]);

function set(content: string | readonly Piece[], style: Partial<ParagraphStyle> = {}, measure = 100): SetParagraph {
  return breakLines(shape(paragraphOf(content, { indent: 0, ...style }), FONTS), () => measure * 10);
}

/** em between the Han before `text` and the one after it. */
function room(text: string, style: Partial<ParagraphStyle>): number {
  const { x } = set(`政${text}协`, style);
  return (x[x.length - 1]! - x[0]!) / 10 - 1;
}

describe('TYPESETTING 1.3: marks by style', () => {
  it.each<[PunctuationStyle, string, number]>([
    ['quanjiao', '。', 1], ['quanjiao', '，', 1], ['quanjiao', '、', 1], ['quanjiao', '“', 1], ['quanjiao', '》', 1],
    ['kaiming', '。', 1], ['kaiming', '！', 1], ['kaiming', '，', 0.5], ['kaiming', '：', 0.5], ['kaiming', '（', 0.5], ['kaiming', '”', 0.5],
    ['banjiao', '。', 0.5], ['banjiao', '；', 0.5], ['banjiao', '《', 0.5],
    ['plain', '。', 1], ['plain', '，', 1], ['plain', '（', 1],
  ])('%s: %s takes %d em', (punctuation, text, expected) => {
    expect(room(text, { punctuation })).toBeCloseTo(expected, 6);
  });

  it.each([['·', 0.5], ['/', 0.5], ['／', 0.5], ['–', 0.5], ['—', 1], ['～', 1], ['——', 2], ['⸺', 2], ['……', 2], ['…', 1], ['⋯⋯', 2]])(
    'fixed in every style: %s takes %d em', (text, expected) => {
      for (const punctuation of ['quanjiao', 'kaiming', 'banjiao'] as const) expect(room(text, { punctuation })).toBeCloseTo(expected, 6);
    });
});

describe('T-11: two marks that would take 2 em take 1½, trimmed so that brackets hug their own content', () => {
  it.each<[string, number]>([
    ['”）', 1.5], ['。”', 1.5], ['》，', 1.5], ['“《', 1.5], ['》《', 1.5], ['”“', 1.5], ['：“', 1.5], ['，《', 1.5], ['。“', 1.5],
  ])('quanjiao %s: %d em', (text, expected) => {
    expect(room(text, { punctuation: 'quanjiao' })).toBeCloseTo(expected, 6);
  });

  it('TYPESETTING 8, test 3: （？） takes 2½ em, only ？’s own right blank goes', () => {
    expect(room('（？）', { punctuation: 'quanjiao' })).toBeCloseTo(2.5, 6);
  });

  it('three or more: pairwise left to right', () => {
    expect(room('》”，', { punctuation: 'quanjiao' })).toBeCloseTo(2, 6);
    expect(room('。”“《', { punctuation: 'quanjiao' })).toBeCloseTo(2.5, 6);
  });

  it('mark + —— is not squeezed', () => {
    expect(room('》——《', { punctuation: 'quanjiao' })).toBeCloseTo(4, 6);
  });

  it('plain adjusts nothing', () => {
    expect(room('。”', { punctuation: 'plain' })).toBeCloseTo(2, 6);
  });

  it.each<[string, number]>([['。”', 1], ['”。', 1.5], ['：“', 1], ['。“', 1.5], ['》《', 1], ['（？）', 1.5]])('kaiming %s: %d em', (text, expected) => {
    expect(room(text, { punctuation: 'kaiming' })).toBeCloseTo(expected, 6);
  });
});

describe('T-04: ？！ together take 1 em, three 2 em', () => {
  it.each<[string, number]>([['？！', 1], ['！！', 1], ['！！！', 2], ['？', 1]])('%s: %d em', (text, expected) => {
    expect(room(text, { punctuation: 'quanjiao' })).toBeCloseTo(expected, 6);
    expect(room(text, { punctuation: 'kaiming' })).toBeCloseTo(expected, 6);
  });
});

describe('T-14: compression runs across style changes', () => {
  it.each<[string, string]>([['政。', '”协'], ['政》', '《协'], ['政：', '“协']])('%s in hei, %s in song: 1½ em', (first, second) => {
    const { x } = set([{ text: first, style: { role: 'hei' } }, { text: second }]);
    expect((x[3]! - x[0]!) / 10 - 1).toBeCloseTo(1.5, 6);
  });
});

describe('TYPESETTING 8, test 2 and T-31: ink of the first glyph; the paragraph’s ink starts at 2 em', () => {
  // the fake face's Han have 0.05 em beside their ink, its openers 0.10 em in the half em of their box
  it.each<[string, number, number]>([['正', 2.05, 0], ['“正', 2.1, 2.55], ['（正', 2.1, 2.55], ['《正', 2.1, 2.55], ['“《正', 2.1, 3.05]])(
    '%s at %d em', (text, first, han) => {
      const { x, glyph, faces } = set(text, { indent: 2 });
      const ink = (k: number): number => x[k]! / 10 + faces[0]!.font.inkOf(glyph[k]!)!.xMin / 1000;
      expect(ink(0)).toBeCloseTo(first, 6);
      if (han > 0) expect(ink(glyph.length - 1)).toBeCloseTo(han, 6);
    });

  it('keep: the opener’s blank stands at the paragraph’s start', () => {
    const { x } = set('“正', { indent: 2, indentOpener: 'keep' });
    expect(x[1]).toBeCloseTo(30, 6);
  });
});

describe('T-12: an opener at a line’s start is ½ em wide; T-13: a mark at a line’s end is trimmed to ½ em', () => {
  it('as the ends of full lines show', () => {
    const s = set('政协会议工作报告，“政协会议工作报告的人民', {}, 8.5);
    expect(s.lines.map((line) => [line.from, line.to, line.right, line.gap])).toEqual([[0, 9, 85, 0], [9, 18, 85, 0], [18, 21, 30, 0]]);
    expect(s.x[10]).toBeCloseTo(5, 6);
  });

  it('last 。 of a paragraph: ½ em', () => {
    expect(set('政协。').lines[0]!.right).toBeCloseTo(25, 6);
  });
});

describe('T-25: Han–Latin gap, not at Chinese stops nor inside brackets', () => {
  it.each<[string, number]>([['12', 1.25], ['，12', 2.125], ['（12）', 3], ['GDP', 1.75], ['3%', 1.25]])('⅛ em: %s takes %d em', (text, expected) => {
    expect(room(text, { hanLatinGap: 0.125 })).toBeCloseTo(expected, 6);
  });

  it('0: digits stand on ½ em, the grid holds', () => {
    expect(room('2024', {})).toBeCloseTo(2, 6);
  });
});

describe('T-06: a mark before a note anchor loses its blank; the anchor is set at its own size', () => {
  it('制”〔1〕政', () => {
    const { x } = set([{ text: '政”' }, { text: '〔1〕', glue: 'note', style: { size: 6, rise: 0.4 } }, { text: '协' }]);
    // ½ em of the closer, then 0.3 em for each of three half-em glyphs at 0.6
    expect((x[x.length - 1]! - x[0]!) / 10 - 1).toBeCloseTo(0.5 + 0.9, 6);
  });
});

describe('quotes: Chinese unless the quotation is Latin through and through', () => {
  it.each<[string, number]>([['“1+4+6+N”', 1 + 3.5 + 1], ['“GDP”', 1 + 1.5 + 1]])('%s: full-width quotes', (text, expected) => {
    expect(room(text, {})).toBeCloseTo(expected, 6);
  });

  it('narrow ones between Latin words', () => {
    const { x } = set('a “b” c');
    expect(x[3]! - x[2]!).toBeCloseTo(10, 6); // the fake face's “ advances 1 em, unsplit: no half box
  });
});
