// Character maps written by hand from the OpenType specification, "cmap".
import { describe, expect, it } from 'vitest';
import { CharacterMap } from './cmap';
import { FontError } from './font-error';

const u16 = (...values: readonly number[]): number[] => values.flatMap((v) => [(v >> 8) & 255, v & 255]);
const u32 = (...values: readonly number[]): number[] => values.flatMap((v) => [(v >>> 24) & 255, (v >> 16) & 255, (v >> 8) & 255, v & 255]);

/** A cmap table of (platform, encoding, subtable). */
function table(...subtables: readonly (readonly [number, number, readonly number[]])[]): Uint8Array {
  let at = 4 + subtables.length * 8;
  const records: number[] = [];
  for (const [platform, encoding, bytes] of subtables) {
    records.push(...u16(platform, encoding), ...u32(at));
    at += bytes.length;
  }
  return Uint8Array.from([...u16(0, subtables.length), ...records, ...subtables.flatMap(([, , bytes]) => bytes)]);
}

/** Segments: 0x41–0x43 by delta (→ 10–12); 0x4E00–0x4E02 by an array (→ 7, none, 9, delta 1); the closing 0xFFFF. */
const FORMAT_4 = [
  ...u16(4, 0, 0), ...u16(6, 0, 0, 0),
  ...u16(0x43, 0x4e02, 0xffff), ...u16(0), ...u16(0x41, 0x4e00, 0xffff),
  ...u16(10 - 0x41, 1, 1), ...u16(0, 4, 0), ...u16(6, 0, 8),
];
const FORMAT_6 = [...u16(6, 0, 0, 0x30, 3), ...u16(5, 0, 6), ...u16(0, 0)];
const FORMAT_12 = [...u16(12, 0), ...u32(0, 0, 3), ...u32(0x41, 0x43, 20), ...u32(0x4e00, 0x4e01, 30), ...u32(0x20bb7, 0x20bb7, 99)];

describe('cmap', () => {
  it.each([
    ['format 4', FORMAT_4, [7, 9]],
    ['format 6', FORMAT_6, []],
    ['format 12', FORMAT_12, [30, 31]],
  ])('%s: marking a range marks the glyphs of its code points, and no others', (_what, subtable, glyphs) => {
    const marks = new Uint8Array(100);
    new CharacterMap(table([0, 3, subtable])).mark(marks, 5, 0x4e00, 0x9fff);
    expect([...marks.keys()].filter((glyph) => marks[glyph] === 5)).toEqual(glyphs);
    expect([...new Set(marks)].filter((value) => value !== 0 && value !== 5)).toEqual([]);
  });

  it('groups that overlap, as in a broken file, are walked once: the first has the say', () => {
    const marks = new Uint8Array(100);
    new CharacterMap(table([3, 10, [...u16(12, 0), ...u32(0, 0, 2), ...u32(0x4e00, 0x4e02, 10), ...u32(0x4e00, 0x4e03, 20)]])).mark(marks, 5, 0x4e00, 0x9fff);
    expect([...marks.keys()].filter((glyph) => marks[glyph] === 5)).toEqual([10, 11, 12, 23]);
  });

  it.each([
    ['format 4, a segment by delta', FORMAT_4, 0x42, 11],
    ['format 4, before the first segment', FORMAT_4, 0x40, 0],
    ['format 4, between segments', FORMAT_4, 0x44, 0],
    ['format 4, a segment by an array of glyphs, delta added', FORMAT_4, 0x4e00, 7],
    ['format 4, 0 in the array is no glyph, whatever the delta', FORMAT_4, 0x4e01, 0],
    ['format 4, last of the array', FORMAT_4, 0x4e02, 9],
    ['format 4 knows nothing above the Basic Plane', FORMAT_4, 0x10042, 0],
    ['format 6, the trimmed array', FORMAT_6, 0x32, 6],
    ['format 6, a hole', FORMAT_6, 0x31, 0],
    ['format 6, past its end', FORMAT_6, 0x33, 0],
    ['format 12, a group', FORMAT_12, 0x43, 22],
    ['format 12, between groups', FORMAT_12, 0x4e02, 0],
    ['format 12, above the Basic Plane', FORMAT_12, 0x20bb7, 99],
  ])('%s', (_rule, subtable, codePoint, glyph) => {
    const map = new CharacterMap(table([3, subtable === FORMAT_12 ? 10 : 1, subtable]));
    expect(map.glyphOf(codePoint)).toBe(glyph);
    expect(map.glyphOf(codePoint)).toBe(glyph); // the second time out of the cache
  });

  it('takes the full Unicode subtable where there are two', () => {
    const map = new CharacterMap(table([0, 3, FORMAT_4], [3, 1, FORMAT_4], [3, 10, FORMAT_12]));
    expect(map.glyphOf(0x41)).toBe(20);
  });

  it('a map of a national encoding alone is refused with a word', () => {
    expect(() => new CharacterMap(table([1, 25, FORMAT_6], [3, 3, FORMAT_4]))).toThrow(FontError);
  });
});
