// Code point → glyph by cmap alone. Formats 4 and 12 (every face in use) and
// 6; searched in the table's own bytes, answers cached for the Basic
// Multilingual Plane, so that opening costs nothing and the second look-up of
// a character is one array read.
import { u16, u32 } from './byte-source';
import { FontError } from './font-error';

/** Platform and encoding of Unicode subtables, the full ones first. */
const PREFERRED: readonly (readonly [number, number])[] = [[3, 10], [0, 6], [0, 4], [3, 1], [0, 3], [0, 2], [0, 1], [0, 0]];

export class CharacterMap {
  readonly #table: Uint8Array;
  readonly #at: number;
  readonly #format: number;
  /** 0: not yet looked up, or missing. A missing one is searched again: rare, and reported anyway. */
  readonly #bmp = new Uint16Array(65536);

  /** @throws FontError `broken` or, without a readable Unicode subtable, `unsupported`. */
  constructor(table: Uint8Array) {
    this.#table = table;
    [this.#at, this.#format] = chooseSubtable(table);
  }

  /** Glyph of a code point, 0 where the face lacks it. */
  glyphOf(codePoint: number): number {
    if (codePoint > 0xffff) return this.#search(codePoint);
    const known = this.#bmp[codePoint]!;
    return known !== 0 ? known : this.#learn(codePoint);
  }

  /** Sets `marks` to `value` at the glyph of each code point of first…last (inclusive) that the face has, where `marks` reaches. */
  mark(marks: Uint8Array, value: number, first: number, last: number): void {
    const table = this.#table;
    const at = this.#at;
    if (this.#format === 12) {
      let next = first; // groups ascend; in a broken table they may not, and must still end
      for (let i = 0; i < u32(table, at + 12) && next <= last; i += 1) {
        const group = at + 16 + i * 12;
        const start = u32(table, group);
        const end = Math.min(u32(table, group + 4), last);
        for (let c = Math.max(start, next); c <= end; c += 1) marks[(u32(table, group + 8) + c - start) & 0xffff] = value;
        next = Math.max(next, end + 1);
      }
    } else if (this.#format === 4) {
      if (first <= 0xffff) markSegments(table, at, marks, value, first, last);
    } else {
      for (let c = first; c <= Math.min(last, 0xffff); c += 1) marks[searchTrimmed(table, at, c)] = value;
    }
    marks[0] = 0; // what a range lacks is .notdef
  }

  #learn(codePoint: number): number {
    const glyph = this.#search(codePoint);
    this.#bmp[codePoint] = glyph;
    return glyph;
  }

  #search(codePoint: number): number {
    if (this.#format === 12) return searchGroups(this.#table, this.#at, codePoint);
    if (codePoint > 0xffff) return 0;
    return this.#format === 4 ? searchSegments(this.#table, this.#at, codePoint) : searchTrimmed(this.#table, this.#at, codePoint);
  }
}

function chooseSubtable(table: Uint8Array): readonly [number, number] {
  const count = u16(table, 2);
  for (const [platform, encoding] of PREFERRED) {
    for (let i = 0; i < count; i += 1) {
      const at = 4 + i * 8;
      if (u16(table, at) !== platform || u16(table, at + 2) !== encoding) continue;
      const offset = u32(table, at + 4);
      if (offset + 16 > table.length) throw new FontError('broken', '字体的字符对照表（cmap）不完整');
      const format = u16(table, offset);
      if (format !== 4 && format !== 6 && format !== 12) continue;
      // Format 4 may be longer than its 16-bit length says (some big faces are); what it needs is checked by count.
      const need = format === 12 ? 16 + u32(table, offset + 12) * 12 : format === 4 ? 16 + u16(table, offset + 6) * 4 : 10 + u16(table, offset + 8) * 2;
      if (offset + need > table.length) throw new FontError('broken', '字体的字符对照表（cmap）不完整');
      return [offset, format];
    }
  }
  throw new FontError('unsupported', '字体没有 Unicode 字符对照表（cmap）');
}

/** Format 12: sorted groups (first, last, glyph of first). */
function searchGroups(table: Uint8Array, at: number, codePoint: number): number {
  let low = 0;
  let high = u32(table, at + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + middle * 12;
    if (codePoint < u32(table, group)) high = middle - 1;
    else if (codePoint > u32(table, group + 4)) low = middle + 1;
    else return (u32(table, group + 8) + codePoint - u32(table, group)) & 0xffff;
  }
  return 0;
}

/** Format 4: the first segment whose end is not below the code point. */
function searchSegments(table: Uint8Array, at: number, codePoint: number): number {
  const doubled = u16(table, at + 6) & ~1;
  const ends = at + 14;
  const starts = ends + doubled + 2;
  let low = 0;
  let high = (doubled >> 1) - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (u16(table, ends + middle * 2) < codePoint) low = middle + 1;
    else high = middle;
  }
  const start = u16(table, starts + low * 2);
  if (codePoint < start || codePoint > u16(table, ends + low * 2)) return 0;
  const delta = u16(table, starts + doubled + low * 2);
  const rangeAt = starts + doubled * 2 + low * 2;
  const range = u16(table, rangeAt);
  if (range === 0) return (codePoint + delta) & 0xffff;
  const glyphAt = rangeAt + range + (codePoint - start) * 2;
  const glyph = glyphAt + 2 <= table.length ? u16(table, glyphAt) : 0;
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

/** `mark` in format 4; every segment's fields are read once. */
function markSegments(table: Uint8Array, at: number, marks: Uint8Array, value: number, first: number, last: number): void {
  const doubled = u16(table, at + 6) & ~1;
  let next = first; // as in `mark`
  for (let i = 0; i < doubled; i += 2) {
    const end = u16(table, at + 14 + i);
    if (end < next) continue;
    const startAt = at + 16 + doubled + i;
    const start = u16(table, startAt);
    if (start > last) break;
    const delta = u16(table, startAt + doubled);
    const range = u16(table, startAt + doubled * 2);
    const base = startAt + doubled * 2 + range - start * 2;
    for (let c = Math.max(start, next); c <= end && c <= last; c += 1) {
      const listed = range === 0 || base + c * 2 + 2 > table.length ? 0 : u16(table, base + c * 2);
      if (range === 0) marks[(c + delta) & 0xffff] = value;
      else if (listed !== 0) marks[(listed + delta) & 0xffff] = value;
    }
    next = end + 1;
  }
}

/** Format 6: one trimmed array. */
function searchTrimmed(table: Uint8Array, at: number, codePoint: number): number {
  const index = codePoint - u16(table, at + 6);
  return index >= 0 && index < u16(table, at + 8) ? u16(table, at + 10 + index * 2) : 0;
}
