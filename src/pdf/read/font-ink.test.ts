import { describe, expect, it } from 'vitest';
import { fangsongFace, kaiFace, songFace } from '../../../test/pdf/faces';
import type { Font } from '../../core/font';
import { cffInk } from './cff-ink';
import { openCffOutlines } from './cff-table';
import { glyfInk } from './glyf-ink';

const faces = [songFace(), kaiFace(), fangsongFace()];
const fangsong = fangsongFace();

describe('a glyph has ink exactly where the face itself measures some', () => {
  it.each(faces.map((font): [string, Font] => [font.postscriptName, font]))('%s, 1,500 characters, marks and spaces', (_, font) => {
    const codePoints = [0x20, 0xa0, 0x3000, ...Array.from({ length: 0x80 - 0x21 }, (__, i) => 0x21 + i), ...Array.from({ length: 1400 }, (__, i) => 0x3001 + i * 15)];
    const { bytes, glyphs } = font.subset(codePoints.map((codePoint) => font.glyphOf(codePoint)));
    const hasInk = font.format === 'cff' ? cffInk(bytes) : glyfInk(bytes);
    const wrong = Array.from(glyphs).filter((glyph, cid) => hasInk(cid) !== (font.inkOf(glyph) !== null));
    expect(wrong).toEqual([]);
    expect(Array.from(glyphs).filter((glyph) => font.inkOf(glyph) === null).length).toBeGreaterThan(0);
  });
});

describe('Type 2 charstrings (Adobe 5177)', () => {
  const n = (...values: number[]): number[] => values.map((value) => value + 139);
  const cases: [string, number[], boolean][] = [
    ['nothing but a move', [...n(10, 10), 21], false],
    ['a line there and back', [...n(0, 0), 21, ...n(50), 6, ...n(-50), 6], false],
    ['two lines there and back, apart from each other', [...n(0, 0), 21, ...n(50), 6, ...n(-50), 6, ...n(9, 9), 21, ...n(50), 7, ...n(-50), 7], false],
    ['a second contour with an area', [...n(0, 0), 21, ...n(50), 6, ...n(9, 9), 21, ...n(50, 0, 0, 50), 5], true],
    ['rlineto, a triangle', [...n(0, 0), 21, ...n(50, 0, 0, 50), 5], true],
    ['hlineto by turns', [...n(0), 22, ...n(50, 50, -50), 6], true],
    ['vlineto by turns', [...n(0), 4, ...n(50, 50), 7], true],
    ['rrcurveto', [...n(0, 0), 21, ...n(10, 0, 10, 10, 0, 10), 8], true],
    ['rcurveline', [...n(0, 0), 21, ...n(9, 0, 9, 0, 9, 0, 0, 9), 24], true],
    ['rlinecurve', [...n(0, 0), 21, ...n(9, 0, 9, 9, 9, 0, 9, 0), 25], true],
    ['hhcurveto with its first dy', [...n(0, 0), 21, ...n(5, 10, 10, 0, 10), 27], true],
    ['hhcurveto on one line', [...n(0, 0), 21, ...n(10, 10, 0, 10), 27], false],
    ['vvcurveto', [...n(0, 0), 21, ...n(5, 10, 10, 0, 10), 26], true],
    ['hvcurveto', [...n(0, 0), 21, ...n(10, 0, 0, 10), 31], true],
    ['vhcurveto, high by its last operand alone', [...n(0, 0), 21, ...n(0, 10, 0, 0, 10), 30], true],
    ['hflex', [...n(0, 0), 21, ...n(9, 9, 5, 9, 9, 9, 9), 12, 34], true],
    ['flex', [...n(0, 0), 21, ...n(9, 0, 9, 0, 9, 5, 9, 0, 9, 0, 9, -5, 50), 12, 35], true],
    ['hflex1', [...n(0, 0), 21, ...n(9, 0, 9, 5, 9, 9, 9, 0, 9), 12, 36], true],
    ['flex1', [...n(0, 0), 21, ...n(9, 0, 9, 5, 9, 0, 9, 0, 9, -5, 9), 12, 37], true],
    ['a hintmask between: its byte is no operator', [...n(0, 10), 18, ...n(0, 10), 19, 0x15, ...n(0, 0), 21, ...n(50, 0, 0, 50), 5], true],
    ['a width before the move', [...n(60, 0, 0), 21, ...n(50, 0, 0, 50), 5], true],
    ['numbers of two, three and five bytes', [...n(0, 0), 21, 247, 0, 28, 0, 0, 255, 0, 0, 0, 0, 251, 0, 5], true],
    ['what stands after endchar', [14, ...n(50, 0, 0, 50), 5], false],
  ];
  const glyph = fangsong.glyphOf(0x9b31); // 鬱: a long charstring, to be written over
  it.each(cases)('%s', (_, program, ink) => {
    const bytes = fangsong.subset([glyph]).bytes.slice();
    const charstring = openCffOutlines(bytes).charstring(1);
    if (charstring === null || charstring.length < program.length) throw new RangeError('no room');
    charstring.fill(14).set(program);
    expect(cffInk(bytes)(1)).toBe(ink);
  });
  it.each([
    ['a subroutine that is not there', [...n(0), 10], '子程序'],
    ['an operator that does not exist', [2], '不认识的指令 2'],
  ])('%s is a fault', (_, program, message) => {
    const bytes = fangsong.subset([glyph]).bytes.slice();
    openCffOutlines(bytes).charstring(1)?.fill(14).set(program);
    expect(() => cffInk(bytes)(1)).toThrow(message);
  });
});
