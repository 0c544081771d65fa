// The readers on the tiny fonts of test/fixtures/fonts, whose glyphs are few
// enough to be known: expected values are fontTools' (make-fonts.py), or follow
// from the text of make-fonts.py by the rule in the title.
import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../test/fixtures/fonts/pinned';
import { wrapCff } from '../../test/fixtures/fonts/wrap-cff';
import type { Font, Outline } from '../core/font';
import { bytesSource } from './byte-source';
import { listFaces } from './face-info';
import { lazyFont } from './lazy-font';
import { openFont } from './open-font';

function tiny(name: string): Uint8Array {
  return readFileSync(inRepository(`test/fixtures/fonts/${name}`));
}

function svg(outline: Outline): string {
  const sizes: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };
  let at = 0;
  return Array.from(outline.ops, (code) => {
    const op = String.fromCharCode(code);
    const args = Array.from(outline.coords.slice(at, at + sizes[op]!));
    at += sizes[op]!;
    return op + args.join(' ');
  }).join('');
}

const glyphOf = (font: Font, character: string): number => font.glyphOf(character.codePointAt(0)!);

describe('Type 2 charstrings of a name-keyed CFF (note 5177)', () => {
  const font = openFont(bytesSource(tiny('tiny-name.otf')));

  it.each([
    ['hstemhm with a width, the implied vstemhm of hintmask, a local subroutine, vvcurveto, hflex', 'A',
      'M100 0L300 0L300 150C360 150 400 180 400 220C410 220 430 250 440 250C460 250 490 220 530 220Z'],
    ['hhcurveto with a side step, vhcurveto with a fifth operand, rcurveline, rlinecurve, a global subroutine', 'B',
      'M50 50C150 55 170 85 210 85C210 95 230 125 270 132C271 134 274 138 279 144L286 152L295 162C285 142 255 102 205 42L215 42L215 62L245 62L245 102Z'],
    ['flex, hflex1 and flex1 (which come back to their first height), fractions', 'C',
      'M-300 1000C-299 1002 -296 1006 -291 1012C-284 1020 -275 1030 -264 1042C-263 1044 -260 1048 -255 1048C-249 1048 -242 1056 -233 1042' +
        'C-213 1043 -193 1045 -173 1048C-153 1052 -133 1057 -127 1042L-116.5 1021.75Z'],
  ])('%s', (_rule, character, path) => {
    expect(svg(font.outline(glyphOf(font, character)))).toBe(path);
  });

  it('ink is that of the curve, not of its control points (1052.13, where a control point stands at 1057)', () => {
    expect(font.inkOf(glyphOf(font, 'C'))).toEqual({ xMin: -300, yMin: 1000, xMax: -116.5, yMax: expect.closeTo(1052.13, 2) });
  });

  it('a glyph without a contour has no ink, nor has one of a single point', () => {
    expect(font.inkOf(glyphOf(font, ' '))).toBeNull();
    expect(font.inkOf(0)).toBeNull();
  });

  it('subsets to a CID-keyed CFF: subroutines gone, outlines the same', () => {
    const subset = font.subset([glyphOf(font, 'C'), glyphOf(font, 'A')]);
    expect(subset.kind).toBe('cff');
    expect([...subset.glyphs]).toEqual([0, glyphOf(font, 'A'), glyphOf(font, 'C')]);
    const read = openFont(bytesSource(wrapCff(subset.bytes, 3, 1000)));
    expect(svg(read.outline(1))).toBe(svg(font.outline(glyphOf(font, 'A'))));
    expect(svg(read.outline(2))).toBe(svg(font.outline(glyphOf(font, 'C'))));
  });
});

describe('a CID-keyed CFF with nine font dicts and subroutines in each (Noto Serif CJK SC, cut)', () => {
  const font = openFont(bytesSource(tiny('tiny-cid.otf')));

  it.each([
    ['1', 471, { xMin: 70, yMin: -1, xMax: 427, yMax: 738 }],
    ['A', 718, { xMin: 12, yMin: 0, xMax: 711, yMax: 734 }],
    ['一', 1000, { xMin: 48, yMin: 398, xMax: 959, yMax: 514 }],
    ['的', 1000, { xMin: 90, yMin: -76, xMax: 956, yMax: 837 }],
    ['，', 1000, { xMin: 76, yMin: -196, xMax: 229, yMax: 118 }],
  ])('%s: advance and ink as fontTools measures them', (character, advance, ink) => {
    const glyph = glyphOf(font, character);
    expect(font.advanceOf(glyph)).toBe(advance);
    const measured = font.inkOf(glyph)!;
    for (const side of ['xMin', 'yMin', 'xMax', 'yMax'] as const) expect(Math.abs(measured[side] - ink[side])).toBeLessThan(1);
  });

  it('subsets with the font dicts in use alone, each glyph with its own (fontTools: ， in 0, 一 in 5, A in 6, .notdef in 1)', () => {
    const glyphs = ['，', '一', 'A'].map((c) => glyphOf(font, c));
    const subset = font.subset(glyphs);
    const read = fontkit.create(Buffer.from(wrapCff(subset.bytes, subset.glyphs.length, 1000))) as unknown as OracleFont;
    expect(read['CFF '].topDict.FDArray).toHaveLength(4);
    subset.glyphs.forEach((original, index) => {
      expect(read.getGlyph(index).path.toSVG()).toBe(svg(font.outline(original)));
    });
  });
});

interface OracleFont {
  readonly 'CFF ': { readonly topDict: { readonly FDArray: readonly unknown[] } };
  getGlyph(glyph: number): { readonly path: { toSVG(): string } };
}

describe('GSUB as Simplified Chinese (hani, ZHS) has it', () => {
  it.each([
    ['tiny-song.ttf', '—', 2000, 'locl makes each — a 1-em one and ccmp joins them: 2 em, not the 1.69 em of the plain pair'],
    ['tiny-cid.otf', '—', 2000, 'the same out of a CFF face'],
    ['tiny-song.ttf', '…', 0, 'no 2-em ellipsis in Noto'],
    ['tiny-times.ttf', '—', 0, 'a face that lacks the character'],
  ])('%s: %s %s doubled is %d wide (%s)', (file, character, width) => {
    const font = openFont(bytesSource(tiny(file)));
    const double = font.doubleOf(character.codePointAt(0)!);
    expect(double === 0 ? 0 : font.advanceOf(double)).toBe(width);
  });

  it.each([
    ['tiny-song.ttf', '1', 500], ['tiny-song.ttf', 'A', 500], ['tiny-song.ttf', '一', 0], ['tiny-cid.otf', '1', 500], ['tiny-times.ttf', '1', 0], ['tiny-name.otf', 'A', 0],
  ])('%s: the hwid form of %s is %d wide (0: none)', (file, character, width) => {
    const font = openFont(bytesSource(tiny(file)));
    const half = font.halfWidthOf(character.codePointAt(0)!);
    expect(half === 0 ? 0 : font.advanceOf(half)).toBe(width);
  });
});

describe('composite glyphs (glyf)', () => {
  const font = openFont(bytesSource(tiny('tiny-times.ttf')));

  it('é is drawn out of its letter and its accent', () => {
    const parts = font.outline(glyphOf(font, 'é'));
    expect(Array.from(parts.ops, (op) => String.fromCharCode(op)).filter((op) => op === 'M')).toHaveLength(3); // e has two contours
    expect(font.inkOf(glyphOf(font, 'é'))).toEqual({ xMin: 80, yMin: -20, xMax: 838, yMax: 1424 });
  });

  it('a subset brings the parts along, behind the glyphs asked for', () => {
    const glyph = glyphOf(font, 'é');
    const subset = font.subset([glyph]);
    expect(Array.from(subset.glyphs.subarray(0, 2))).toEqual([0, glyph]);
    expect(subset.glyphs).toHaveLength(4);
    const read = fontkit.create(Buffer.from(subset.bytes)) as unknown as OracleFont;
    const whole = fontkit.create(Buffer.from(tiny('tiny-times.ttf'))) as unknown as OracleFont;
    expect(read.getGlyph(1).path.toSVG()).toBe(whole.getGlyph(glyph).path.toSVG());
  });
});

describe('collections and names', () => {
  it('a .ttc holds both faces, each with its own tables', () => {
    const source = bytesSource(tiny('tiny.ttc'));
    expect(listFaces(source).map((face) => [face.index, face.names.family])).toEqual([[0, 'Tiny Song'], [1, 'Tiny Times']]);
    expect(openFont(source, { index: 1 }).unitsPerEm).toBe(2048);
    expect(openFont(source, { index: 0 }).id).not.toBe(openFont(source, { index: 1 }).id);
    expect(() => openFont(source, { index: 2 })).toThrow(RangeError);
  });

  it('a face is known by its Chinese name too (G-23: display name ≠ file name)', () => {
    const [face] = listFaces(bytesSource(tiny('tiny-biaosong.ttf')));
    expect(face?.names.localFamily).toBe('测试小标宋');
    expect(face?.names.family).toBe('Tiny Biaosong');
    expect(face?.names.all).toEqual(['Tiny Biaosong', 'TinyBiaosong', '测试小标宋']);
    expect(face?.weight).toBe(700);
  });

  it.each([
    [0, true, 'installable'], [2, false, 'restricted'], [4, true, 'preview and print'], [8, true, 'editable'], [6, true, 'of several levels the least restrictive holds'],
    [0x104, false, 'no subsetting'], [0x200, false, 'bitmaps only'],
  ])('fsType %i: embedding allowed is %s (%s)', (fsType, allowed) => {
    const bytes = Uint8Array.from(tiny('tiny-song.ttf'));
    new DataView(bytes.buffer).setUint16(tableAt(bytes, 'OS/2') + 8, fsType);
    expect(openFont(bytesSource(bytes)).embeddable).toBe(allowed);
  });

  it('the id is the same for the same bytes and another for another file', () => {
    const id = openFont(bytesSource(tiny('tiny-song.ttf'))).id;
    expect(openFont(bytesSource(tiny('tiny-song.ttf'))).id).toBe(id);
    expect(id).toMatch(/^TinySong-[0-9a-f]{16}$/);
    expect(openFont(bytesSource(tiny('tiny-biaosong.ttf'))).id).not.toBe(id);
  });
});

function tableAt(bytes: Uint8Array, tag: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let i = 0; i < view.getUint16(4); i += 1) {
    if (String.fromCharCode(...bytes.subarray(12 + i * 16, 16 + i * 16)) === tag) return view.getUint32(12 + i * 16 + 8);
  }
  throw new RangeError(tag);
}

describe('lazyFont', () => {
  it('opens at the first question, once, and answers as the font does', () => {
    let opened = 0;
    const font = openFont(bytesSource(tiny('tiny-song.ttf')));
    const lazy = lazyFont(() => {
      opened += 1;
      return font;
    });
    expect(opened).toBe(0);
    expect(lazy.id).toBe(font.id);
    expect(lazy.glyphOf(0x4e00)).toBe(font.glyphOf(0x4e00));
    expect(opened).toBe(1);
  });
});
