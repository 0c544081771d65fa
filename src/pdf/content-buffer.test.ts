import { describe, expect, it } from 'vitest';
import { ContentBuffer } from './content-buffer';

function written(write: (out: ContentBuffer) => void): string {
  const out = new ContentBuffer(4);
  write(out);
  return Buffer.from(out.bytes()).toString('latin1');
}

describe('numbers stand in their shortest form, without exponent or superfluous zero', () => {
  it.each([
    [0, 3, '0'],
    [1000, 3, '1'],
    [12500, 3, '12.5'],
    [595276, 3, '595.276'],
    [-7, 3, '-.007'],
    [7, 3, '.007'],
    [70, 3, '.07'],
    [700, 3, '.7'],
    [-1005, 3, '-1.005'],
    [100000, 3, '100'],
    [13712, 5, '.13712'],
    [-100000, 5, '-1'],
    [3, 0, '3'],
    [2147483647, 3, '2147483.647'],
    [-2147483647, 5, '-21474.83647'],
    [2147483648, 5, '21474.83648'],
    [-2147483650, 5, '-21474.8365'],
    [2147483647000, 3, '2147483647'],
    [-0, 3, '0'],
  ])('%d with %d places is %s', (value, places, expected) => {
    expect(written((out) => out.hotFixed(value, places))).toBe(expected);
  });
});

/** A map of glyphs in which one stands for a code. */
function glyphTo(glyph: number, cid: number): Uint16Array {
  const cidOf = new Uint16Array(0x10000);
  cidOf[glyph] = cid;
  return cidOf;
}

describe('a glyph code in a literal string is two bytes, escaped where the literal needs it (7.3.4.2)', () => {
  it.each([
    [0x0102, '\x01\x02'],
    [0x0028, '\x00\\('],
    [0x2900, '\\)\x00'],
    [0x5c5c, '\\\\\\\\'],
    [0x0d0a, '\\r\n'], // a bare CR would be read as LF; LF stands as it is
  ])('code %i', (cid, expected) => {
    expect(written((out) => out.hotCodes(Uint16Array.of(7), glyphTo(7, cid), 0, 1))).toBe(expected);
  });

  it('those of several glyphs follow one another', () => {
    const cidOf = glyphTo(7, 0x0028);
    cidOf[9] = 0x0102;
    expect(written((out) => out.hotCodes(Uint16Array.of(9, 7, 9, 9), cidOf, 1, 3))).toBe('\x00\\(\x01\x02');
  });
});

it('grows over its first capacity, and begins anew after reset', () => {
  const out = new ContentBuffer(2);
  out.hotAscii('abcdefgh');
  out.reset();
  out.hotAscii('xy');
  expect(Buffer.from(out.bytes()).toString('latin1')).toBe('xy');
});
