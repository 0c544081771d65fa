// Glyphs as small pictures, to be laid on a page that changes under a hand: filling an outline
// costs tens of microseconds, laying a picture one. Each is rastered once, four times as fine as the screen; the
// mean of 4 × 4 of its points is the ink of a pixel wherever the glyph stands, to a quarter of a pixel both ways.
// In: faces, glyphs, sizes in device pixels. Out: sprites. What is kept has a bound: sizes not used for longest go first.
// Places are rounded to quarters, so this is not for pages that are looked at at rest.
import type { Font } from '../../core/font';

/** Points of a mask in a pixel, each way, and places in it where a glyph may stand. */
export const FINE = 4;
/** A place in points, shifted so far, is its pixel. */
export const FINE_BITS = Math.log2(FINE);

/** A glyph's ink, `FINE` points a pixel each way. */
export interface Mask {
  /** Left and top of the mask from the glyph's origin, whole pixels. */
  readonly left: number;
  readonly top: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** 0…255, a row of `FINE × width` after another. */
  readonly levels: Uint8Array;
}

/** A glyph's ink in pixels, standing at one place in a pixel. */
export interface Sprite {
  /** Left and top from the pixel that the origin is in. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0…255, a row after another. */
  readonly levels: Uint8Array;
}

/** What glyphs of one look have in common. Lengths in device pixels. */
export interface SpriteStyle {
  readonly font: Font;
  readonly size: number;
  /** Stroke around them; 0 for none. */
  readonly embolden: number;
}

/** Rasters glyphs of one style: a mask each, null for one without ink. */
export type Raster = (style: SpriteStyle, glyphs: readonly number[]) => readonly (Mask | null)[];

interface Kept {
  readonly mask: Mask;
  /** By `FINE × down + across`. */
  readonly sprites: (Sprite | undefined)[];
}

/** Glyphs of one style. */
export class SpriteSet {
  readonly #kept = new Map<number, Kept | null>();
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  has(glyph: number): boolean {
    return this.#kept.has(glyph);
  }

  add(glyph: number, mask: Mask | null): void {
    this.#kept.set(glyph, mask === null ? null : { mask, sprites: [] });
    this.#bytes += mask === null ? 0 : mask.levels.length;
  }

  /** The glyph at a place in a pixel (0 … FINE − 1 both ways); null: no ink, or it was not prepared. */
  at(glyph: number, across: number, down: number): Sprite | null {
    const kept = this.#kept.get(glyph);
    if (kept === undefined || kept === null) return null;
    const place = FINE * down + across;
    let sprite = kept.sprites[place];
    if (sprite === undefined) {
      kept.sprites[place] = sprite = spriteOf(kept.mask, across, down);
      this.#bytes += sprite.levels.length;
    }
    return sprite;
  }
}

export class GlyphSprites {
  readonly #raster: Raster;
  readonly #mostBytes: number;
  /** The last used stands last. */
  readonly #sets = new Map<string, SpriteSet>();

  /** `mostBytes`: what may be kept beside what is in use. */
  constructor(raster: Raster, mostBytes: number) {
    this.#raster = raster;
    this.#mostBytes = mostBytes;
  }

  get bytes(): number {
    let sum = 0;
    for (const set of this.#sets.values()) sum += set.bytes;
    return sum;
  }

  clear(): void {
    this.#sets.clear();
  }

  /** Sprites of a style with these glyphs among them. */
  prepared(style: SpriteStyle, glyphs: Iterable<number>): SpriteSet {
    const key = `${style.font.id} ${style.size} ${style.embolden}`;
    const set = this.#sets.get(key) ?? new SpriteSet();
    this.#sets.delete(key);
    this.#sets.set(key, set);
    const missing: number[] = [];
    for (const glyph of new Set(glyphs)) if (!set.has(glyph)) missing.push(glyph);
    if (missing.length > 0) {
      const masks = this.#raster(style, missing);
      for (const [i, glyph] of missing.entries()) set.add(glyph, masks[i] ?? null);
    }
    return set;
  }

  /** Forgets what was not used for longest, down to the bound; to be called when nothing is in use. */
  trim(): void {
    let { bytes } = this;
    for (const [key, set] of this.#sets) {
      if (bytes <= this.#mostBytes) return;
      this.#sets.delete(key);
      bytes -= set.bytes;
    }
  }
}

/** A mask's glyph at a place in a pixel (0 … FINE − 1 both ways): each pixel is the mean of the points that fall into it. */
export function spriteOf({ left, top, width, height, levels }: Mask, across: number, down: number): Sprite {
  const [wide, high] = [width + (across > 0 ? 1 : 0), height + (down > 0 ? 1 : 0)];
  const row = FINE * width;
  const sums = new Uint16Array(wide * high);
  for (let y = 0; y < FINE * height; y++) {
    const to = ((y + down) >> FINE_BITS) * wide;
    const from = y * row;
    // The points of one pixel after another; of the first and the last some may lie beside the mask.
    for (let i = 0, x = -across; i < wide; i++, x += FINE) {
      const end = Math.min(row, x + FINE);
      let sum = 0;
      for (let at = Math.max(0, x); at < end; at++) sum += levels[from + at]!;
      sums[to + i]! += sum;
    }
  }
  const out = new Uint8Array(sums.length);
  // The half of the points of a pixel, 16, rounds to the nearest.
  for (let i = 0; i < out.length; i++) out[i] = (sums[i]! + (FINE * FINE) / 2) >> (2 * FINE_BITS);
  return { left, top, width: wide, height: high, levels: out };
}

/** Pixels of four bytes (red, green, blue, opaque), a row after another; its left and top are those of the page's picture. */
export interface Pixels {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Lays a sprite in one colour over pixels, cut off at their edges. `x`, `y`: the pixel that the origin is in. */
export function lay(pixels: Pixels, sprite: Sprite, x: number, y: number, [red, green, blue]: readonly [number, number, number]): void {
  const [left, top] = [x + sprite.left - pixels.left, y + sprite.top - pixels.top];
  const [fromX, toX] = [Math.max(0, -left), Math.min(sprite.width, pixels.width - left)];
  const [fromY, toY] = [Math.max(0, -top), Math.min(sprite.height, pixels.height - top)];
  const { data } = pixels;
  for (let j = fromY; j < toY; j++) {
    let from = j * sprite.width + fromX;
    let to = 4 * ((top + j) * pixels.width + left + fromX);
    for (let i = fromX; i < toX; i++, from++, to += 4) {
      const ink = sprite.levels[from]!;
      if (ink === 0) continue;
      const rest = 255 - ink;
      data[to] = over(data[to]!, rest, red, ink);
      data[to + 1] = over(data[to + 1]!, rest, green, ink);
      data[to + 2] = over(data[to + 2]!, rest, blue, ink);
    }
  }
}

/** (ground × rest + colour × ink) / 255, to the nearest. */
function over(ground: number, rest: number, colour: number, ink: number): number {
  const sum = ground * rest + colour * ink + 128;
  return (sum + (sum >> 8)) >> 8;
}
