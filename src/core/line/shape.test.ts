// Shaping: which face and which glyph a character gets, where its ink stands in
// its box, and what is reported when a face lacks it. Fake faces, 10 pt.
import { describe, expect, it } from 'vitest';
import type { ParagraphStyle, TextStyle } from '../flow/flow';
import type { Font, FontRole } from '../font';
import { fakeFont } from '../../../test/fake-font';
import { paragraphOf } from '../../../test/paragraphs';
import { breakLines } from './break-lines';
import type { SetParagraph } from './line';
import { shape } from './shape';

type Fonts = ReadonlyMap<FontRole, readonly Font[]>;

function fontsOf(entries: Partial<Record<FontRole, readonly Font[]>>): Fonts {
  return new Map(Object.entries(entries) as [FontRole, readonly Font[]][]);
}

function set(text: string, fonts: Fonts, style: Partial<ParagraphStyle> = {}, look: Partial<TextStyle> = {}): SetParagraph {
  const paragraph = paragraphOf([{ text, style: look }], { indent: 0, ...style });
  return breakLines(shape(paragraph, fonts), () => 1000);
}

/** Family of each glyph's face. */
function families(s: SetParagraph): string[] {
  return [...s.face].map((f) => s.faces[f]!.font.family);
}

describe('T-10: a mark is ½ em of ink and ½ em of blank, by measured ink and not by halt', () => {
  const at = (text: string, ink: { xMin: number; xMax: number }, advance = 1000): number => {
    const font = fakeFont({ ink: { [text]: { ...ink, yMin: 0, yMax: 500 } }, advance: { [text]: advance } });
    const s = set(`政${text}政`, fontsOf({ song: [font] }), { punctuation: 'banjiao' });
    return (s.x[1]! / 10) * 1000 + ink.xMin; // ink's left edge, thousandths of an em; the box is 1000 to 1500
  };
  it.each<[string, string, { xMin: number; xMax: number }, number, number]>([
    ['a comma in its left half stays', '，', { xMin: 80, xMax: 300 }, 1000, 1080],
    ['an opener in its right half stays', '“', { xMin: 620, xMax: 940 }, 1000, 1120],
    ['a centred question mark is centred in its half', '？', { xMin: 300, xMax: 700 }, 1000, 1050],
    ['a centred opener likewise', '（', { xMin: 300, xMax: 700 }, 1000, 1050],
    ['a quote of 0.35 em keeps its side to the word', '“', { xMin: 30, xMax: 320 }, 350, 1180],
    ['ink wider than half an em is centred on its box', '！', { xMin: 100, xMax: 800 }, 1000, 900],
  ])('%s', (_, text, ink, advance, expected) => {
    expect(at(text, ink, advance)).toBeCloseTo(expected, 3);
  });
});

describe('digits stand on ½ em', () => {
  it('a face’s own 0.55 em are centred, never scaled', () => {
    const s = set('政2024年', fontsOf({ song: [fakeFont({ digit: 550 })] }));
    expect([...s.x].map((x) => Math.round(x * 1000) / 1000)).toEqual([0, 9.75, 14.75, 19.75, 24.75, 30]);
    expect(s.faces.map((f) => f.size)).toEqual([10]);
  });

  it('by the face’s hwid where it has one', () => {
    const font: Font = { ...fakeFont({ digit: 550 }), halfWidthOf: (cp) => (cp === 0x32 ? 0xe100 : 0), advanceOf: (g) => (g === 0xe100 ? 500 : 1000) };
    const s = set('政2', fontsOf({ song: [font] }));
    expect([s.glyph[1], s.x[1]]).toEqual([0xe100, 10]);
  });
});

describe('2-em units', () => {
  it('—— is the face’s 2-em glyph, one glyph for two characters', () => {
    const s = set('政——协', fontsOf({ song: [fakeFont()] }));
    expect([...s.glyph]).toEqual([0x653f, 0xe000, 0x534f]);
    expect([...s.at]).toEqual([0, 1, 3]);
  });

  it('else two glyphs that join at the middle', () => {
    const s = set('政——协', fontsOf({ song: [fakeFont({ doubles: false })] }));
    const ink = s.faces[0]!.font.inkOf(s.glyph[1]!)!;
    expect(s.glyph.length).toBe(4);
    expect(s.x[1]! + ink.xMax / 100).toBeCloseTo(20.1, 5);
    expect(s.x[2]! + ink.xMin / 100).toBeCloseTo(19.9, 5);
    expect([s.x[0], s.x[3]]).toEqual([0, 30]);
  });

  it('…… without a glyph of its own: each on its em', () => {
    const s = set('政……协', fontsOf({ song: [fakeFont({ doubles: false })] }));
    expect([...s.x]).toEqual([0, 10, 20, 30]);
  });

  it('⸺ in one character takes two glyphs, and what follows keeps its place', () => {
    const s = set('政⸺协会', fontsOf({ song: [fakeFont({ doubles: false, lacks: '⸺' })] }));
    expect([...s.at]).toEqual([0, 1, 1, 2, 3]);
    expect([s.x[0], s.x[3], s.x[4]]).toEqual([0, 30, 40]);
  });
});

describe('a face lacks a character (issue 2, §4): every departure is reported with character and place', () => {
  const names = '喆堃珺镕䶮燊昇翀玥赟';
  const song = fakeFont({ family: 'Song', lacks: names });
  const full = fakeFont({ family: 'Full' });
  const half = fakeFont({ family: 'Half', only: names.slice(0, 5) });

  it.each([...names])('in body text the fallback is per character: %s', (name) => {
    const s = set(`张${name}委员`, fontsOf({ song: [song, full] }));
    expect(families(s)).toEqual(['Song', 'Full', 'Song', 'Song']);
    expect(s.issues).toEqual([{ code: 'glyph-substituted', from: 1, to: 2, line: null, detail: `${name} Full` }]);
  });

  it.each([...names])('a name or title line moves as a whole to the next face that has all of it: %s', (name) => {
    const s = set(`张${name}`, fontsOf({ song: [song, half, full] }), { fallback: 'field' });
    expect(families(s)).toEqual(['Full', 'Full']);
    expect(s.issues).toEqual([{ code: 'field-substituted', from: 1, to: 2, line: null, detail: `${name} Full` }]);
  });

  it('a field that no face has whole falls back per character', () => {
    const s = set('张喆', fontsOf({ song: [song, half] }), { fallback: 'field' });
    expect(families(s)).toEqual(['Song', 'Half']);
  });

  it('what no face has is a box of one em', () => {
    const s = set('张喆委', fontsOf({ song: [song] }));
    expect([...s.x]).toEqual([0, 10, 20]);
    expect(s.glyph[1]).toBe(0);
    expect(s.issues.map((i) => [i.code, i.from, i.to, i.detail])).toEqual([['glyph-missing', 1, 2, '喆']]);
  });

  it('code points beyond the BMP are one glyph for two code units; a lone surrogate is a box', () => {
    const font: Font = { ...full, glyphOf: (cp) => (cp === 0x20bb7 ? 9 : full.glyphOf(cp)) };
    const s = set('𠮷政\ud842', fontsOf({ song: [font] }));
    expect([[...s.glyph], [...s.at]]).toEqual([[9, 0x653f, 0], [0, 2, 3]]);
  });

  it('variation selectors and joiners draw nothing', () => {
    const s = set('葛\u{e0100}\u200d\ufe0f政', fontsOf({ song: [full] }));
    expect([[...s.at], s.issues]).toEqual([[0, 5], []]);
  });

  it('a role without a face takes another role’s, and says so', () => {
    const s = set('政协', fontsOf({ song: [full] }), {}, { role: 'kai' });
    expect(families(s)).toEqual(['Full', 'Full']);
    expect(s.issues.map((i) => i.code)).toEqual(['font-missing', 'role-substituted']);
  });

  it('no font at all is a mistake of the caller', () => {
    expect(() => set('政协', new Map())).toThrow(RangeError);
  });
});

describe('faces of a style', () => {
  const song = fakeFont({ family: 'Song' });
  const times = fakeFont({ family: 'Times' });

  it('Latin and digits in the face that the style names', () => {
    const s = set('在2024年GDP增8%，', fontsOf({ song: [song], times: [times] }), {}, { latin: 'times' });
    expect(families(s).map((f) => f[0]).join('')).toBe('STTTTSTTTSTTS');
  });

  it('a stroke that thickens is reported as 合成加粗', () => {
    const s = set('政协', fontsOf({ song: [song] }), {}, { embolden: 0.02 });
    expect(s.faces[0]!.embolden).toBeCloseTo(0.2, 6);
    expect(s.issues).toEqual([{ code: 'embolden-synthetic', from: 0, to: 2, line: null, detail: 'Song' }]);
  });

  it('superscript: size and rise are the span’s own', () => {
    const s = set('1', fontsOf({ song: [song] }), {}, { size: 6, rise: 0.5 });
    expect([s.faces[0]!.size, s.faces[0]!.rise]).toEqual([6, 3]);
  });

  it('where faces meet: a face is raised as a whole, so that its Han and marks stay one run', () => {
    const kai = fakeFont({ family: 'Kai', adjust: { rise: 0.03 } });
    const s = set('“政”。协', fontsOf({ song: [kai] }), { punctuation: 'banjiao' });
    expect(s.faces.map((f) => [f.size, f.rise])).toEqual([[10, 0.3]]);
    expect([...s.face]).toEqual([0, 0, 0, 0, 0]);
    expect(set('1', fontsOf({ song: [kai] }), {}, { size: 6, rise: 0.5 }).faces[0]!.rise).toBeCloseTo(3.18, 6);
  });
});
