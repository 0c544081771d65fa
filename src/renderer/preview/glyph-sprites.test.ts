import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Font } from '../../core/font';
import { FINE, GlyphSprites, lay, type Mask, type Pixels, spriteOf, type SpriteStyle } from './glyph-sprites';

const FONT = { id: 'fake' } as Font;
const style = (size: number): SpriteStyle => ({ font: FONT, size, embolden: 0 });

/** A mask of a rectangle of full ink, in points from the glyph's origin. */
function box(x: number, y: number, width: number, height: number): Mask {
  const [left, top] = [Math.floor(x / FINE), Math.floor(y / FINE)];
  const [wide, high] = [Math.ceil((x + width) / FINE) - left, Math.ceil((y + height) / FINE) - top];
  const levels = new Uint8Array(FINE * FINE * wide * high);
  for (let j = y; j < y + height; j++) levels.fill(255, (j - FINE * top) * FINE * wide + x - FINE * left, (j - FINE * top) * FINE * wide + x + width - FINE * left);
  return { left, top, width: wide, height: high, levels };
}

const white = (width: number, height: number, left = 0, top = 0): Pixels => ({ left, top, width, height, data: new Uint8ClampedArray(4 * width * height).fill(255) });
const redOf = ({ data }: Pixels): number[] => [...data].filter((_, i) => i % 4 === 0);

describe('a sprite', () => {
  it('of a bar one pixel wide: whole where it stands on the pixel, a quarter and three quarters where it stands between two', () => {
    const bar = box(0, 0, 4, 4);
    expect(spriteOf(bar, 0, 0)).toMatchObject({ left: 0, top: 0, width: 1, height: 1, levels: Uint8Array.of(255) });
    expect([...spriteOf(bar, 1, 0).levels]).toEqual([191, 64]);
    expect([...spriteOf(bar, 3, 0).levels]).toEqual([64, 191]);
    expect([...spriteOf(bar, 2, 2).levels]).toEqual([64, 64, 64, 64]);
  });

  it('has in each pixel the part of it that the glyph covers, wherever it stands', () => {
    const points = fc.integer({ min: 1, max: 30 });
    fc.assert(fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }), points, points, fc.nat(3), fc.nat(3), (x, y, width, height, across, down) => {
      const sprite = spriteOf(box(x, y, width, height), across, down);
      // Points of the bar in a pixel, counted along one side.
      const in1 = (from: number, length: number, pixel: number): number => Math.max(0, Math.min(from + length, FINE * (pixel + 1)) - Math.max(from, FINE * pixel));
      for (let j = 0; j < sprite.height; j++) {
        for (let i = 0; i < sprite.width; i++) {
          const covered = in1(x + across, width, sprite.left + i) * in1(y + down, height, sprite.top + j);
          expect(sprite.levels[j * sprite.width + i]).toBe(Math.round((255 * covered) / 16));
        }
      }
      // Nothing is cut off.
      expect(sprite.left * FINE).toBeLessThanOrEqual(x + across);
      expect((sprite.left + sprite.width) * FINE).toBeGreaterThanOrEqual(x + across + width);
    }));
  });
});

describe('laying', () => {
  it('darkens by its ink, in its colour; white ink lightens', () => {
    const half = { left: 0, top: 0, width: 1, height: 1, levels: Uint8Array.of(128) };
    const pixels = white(1, 1);
    lay(pixels, half, 0, 0, [0, 0, 0]);
    expect([...pixels.data]).toEqual([127, 127, 127, 255]);
    lay(pixels, { ...half, levels: Uint8Array.of(255) }, 0, 0, [200, 10, 20]);
    expect([...pixels.data]).toEqual([200, 10, 20, 255]);
    lay(pixels, { ...half, levels: Uint8Array.of(255) }, 0, 0, [255, 255, 255]);
    expect([...pixels.data]).toEqual([255, 255, 255, 255]);
  });

  it('is cut off at the edges of the pixels, whose own place counts: parts put together are the whole', () => {
    const levels = Uint8Array.from({ length: 30 }, (_, i) => i * 8);
    const sprite = { left: -2, top: -3, width: 5, height: 6, levels };
    fc.assert(fc.property(fc.integer({ min: -9, max: 17 }), fc.integer({ min: -9, max: 17 }), fc.integer({ min: 1, max: 8 }), (x, y, at) => {
      const whole = white(9, 9);
      lay(whole, sprite, x, y, [0, 0, 0]);
      const [left, right] = [white(at, 9), white(9 - at, 9, at)];
      lay(left, sprite, x, y, [0, 0, 0]);
      lay(right, sprite, x, y, [0, 0, 0]);
      for (let row = 0; row < 9; row++) {
        expect([...redOf(left).slice(row * at, (row + 1) * at), ...redOf(right).slice(row * (9 - at), (row + 1) * (9 - at))]).toEqual(redOf(whole).slice(row * 9, (row + 1) * 9));
      }
    }));
  });
});

describe('kept sprites', () => {
  function kept(mostBytes: number): { readonly sprites: GlyphSprites; readonly rastered: number[] } {
    const rastered: number[] = [];
    const sprites = new GlyphSprites((_, glyphs) => {
      rastered.push(...glyphs);
      return glyphs.map((glyph) => (glyph === 0 ? null : box(0, 0, 40, 40)));
    }, mostBytes);
    return { sprites, rastered };
  }

  it('a glyph of a size is rastered once; one without ink is known too', () => {
    const { sprites, rastered } = kept(1e6);
    expect(sprites.prepared(style(10), [5, 0, 5]).at(5, 0, 0)).not.toBeNull();
    expect(sprites.prepared(style(10), [0, 5, 6]).at(0, 0, 0)).toBeNull();
    expect(rastered).toEqual([5, 0, 6]);
    sprites.prepared(style(11), [5]);
    expect(rastered).toEqual([5, 0, 6, 5]);
  });

  it('trimmed, they take no more than allowed: the size not used for longest goes first; cleared, nothing', () => {
    // A mask of 1600 bytes each, and a sprite of 100.
    const { sprites, rastered } = kept(3500);
    for (const size of [10, 11, 12]) sprites.prepared(style(size), [7]).at(7, 0, 0);
    expect(sprites.bytes).toBe(3 * 1700);
    sprites.prepared(style(10), [7]);
    sprites.trim();
    expect(sprites.bytes).toBe(2 * 1700);
    sprites.prepared(style(10), [7]);
    sprites.prepared(style(12), [7]);
    expect(rastered).toHaveLength(3);
    sprites.prepared(style(11), [7]);
    expect(rastered).toHaveLength(4);
    sprites.clear();
    expect(sprites.bytes).toBe(0);
  });
});
