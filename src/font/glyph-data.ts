// The bytes of glyphs, read by ranges out of a table that is too large to be
// read whole (10–15 MB in a Chinese face, of which a report needs 0.8). One
// glyph (ink of a mark) comes from a small block that is kept; many (a subset)
// come in runs, merged over gaps that are cheaper to read than to seek over.
import { type ByteSource } from './byte-source';
import { FontError } from './font-error';

/** Reading a gap below this costs less than a second read (COLDSTART, "What follows" 2). */
const GAP = 4096;
const BLOCK = 8192;
const EMPTY = new Uint8Array(0);

export interface GlyphRanges {
  readonly count: number;
  /** Absolute place in the file, `to` exclusive; from = to for a glyph without data. */
  from(glyph: number): number;
  to(glyph: number): number;
}

export class GlyphData {
  readonly #source: ByteSource;
  readonly #ranges: GlyphRanges;
  readonly #limit: number;
  readonly #blocks = new Map<number, Uint8Array>();

  /** `limit`: absolute end of the table, that no glyph may cross. */
  constructor(source: ByteSource, ranges: GlyphRanges, limit: number) {
    this.#source = source;
    this.#ranges = ranges;
    this.#limit = Math.min(limit, source.length);
  }

  /** One glyph's bytes. @throws FontError `broken`. */
  one(glyph: number): Uint8Array {
    const from = this.#ranges.from(glyph);
    const to = this.#ranges.to(glyph);
    this.#check(glyph, from, to);
    if (from === to) return EMPTY;
    const index = Math.floor(from / BLOCK);
    if (Math.floor((to - 1) / BLOCK) !== index) return this.#source.read(from, to - from);
    let block = this.#blocks.get(index);
    if (block === undefined) {
      block = this.#source.read(index * BLOCK, Math.min(BLOCK, this.#source.length - index * BLOCK));
      this.#blocks.set(index, block);
    }
    return block.subarray(from - index * BLOCK, to - index * BLOCK);
  }

  /** The bytes of many glyphs, in the order given; reads least where ids ascend. @throws FontError `broken`. */
  many(glyphs: ArrayLike<number>): Uint8Array[] {
    const result: Uint8Array[] = [];
    for (let first = 0; first < glyphs.length; ) {
      let start = Infinity;
      let end = 0;
      let next = first;
      for (; next < glyphs.length; next += 1) {
        const glyph = glyphs[next]!;
        const from = this.#ranges.from(glyph);
        const to = this.#ranges.to(glyph);
        this.#check(glyph, from, to);
        if (from === to) continue;
        if (end !== 0 && (from < start || from > end + GAP)) break;
        start = Math.min(start, from);
        end = Math.max(end, to);
      }
      const run = end === 0 ? EMPTY : this.#source.read(start, end - start);
      for (; first < next; first += 1) {
        const glyph = glyphs[first]!;
        const from = this.#ranges.from(glyph);
        const to = this.#ranges.to(glyph);
        result.push(from === to ? EMPTY : run.subarray(from - start, to - start));
      }
    }
    return result;
  }

  #check(glyph: number, from: number, to: number): void {
    if (!(from <= to && to <= this.#limit)) throw new FontError('broken', `字体第 ${glyph} 号字形的数据超出文件`);
  }
}
