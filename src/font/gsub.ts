// The little of GSUB that Chinese setting needs: a feature's single and
// ligature substitutions, on one or two glyphs, as the script hani in the
// language ZHS (Simplified Chinese) has them. Contextual lookups are passed
// over: no face in use reaches `hwid` or a two-em dash through one. What a
// shaper would do beyond this (Latin ligatures, marks) work reports have no use for.
import { i16, tagAt, u16, u32 } from './byte-source';

const SINGLE = 1;
const LIGATURE = 4;
const EXTENSION = 7;

export class Substitutions {
  readonly #table: Uint8Array;
  readonly #features: readonly number[];

  constructor(table: Uint8Array) {
    this.#table = table;
    this.#features = featuresOf(table);
  }

  /** Applies the lookups of the named features, in lookup order, over the whole run. Returns a new run. */
  apply(features: readonly string[], glyphs: readonly number[]): number[] {
    const lookups = new Set<number>();
    const list = u16(this.#table, 6);
    for (const index of this.#features) {
      const record = list + 2 + index * 6;
      if (!features.includes(tagAt(this.#table, record))) continue;
      const feature = list + u16(this.#table, record + 4);
      const count = u16(this.#table, feature + 2);
      for (let i = 0; i < count; i += 1) lookups.add(u16(this.#table, feature + 4 + i * 2));
    }
    let run = glyphs.slice();
    for (const lookup of [...lookups].sort((a, b) => a - b)) run = this.#applyLookup(lookup, run);
    return run;
  }

  #applyLookup(index: number, run: readonly number[]): number[] {
    const t = this.#table;
    const list = u16(t, 8);
    if (index >= u16(t, list)) return run.slice();
    const lookup = list + u16(t, list + 2 + index * 2);
    const subtables = u16(t, lookup + 4);
    const result: number[] = [];
    for (let i = 0; i < run.length; ) {
      let taken = 0;
      for (let k = 0; k < subtables && taken === 0; k += 1) {
        let at = lookup + u16(t, lookup + 6 + k * 2);
        let type = u16(t, lookup);
        if (type === EXTENSION) {
          type = u16(t, at + 2);
          at += u32(t, at + 4);
        }
        if (type === SINGLE) taken = this.#single(at, run, i, result);
        else if (type === LIGATURE) taken = this.#ligature(at, run, i, result);
      }
      if (taken === 0) result.push(run[i]!);
      i += Math.max(taken, 1);
    }
    return result;
  }

  /** Glyphs consumed: 1 or 0. */
  #single(at: number, run: readonly number[], i: number, into: number[]): number {
    const covered = this.#coverage(at + u16(this.#table, at + 2), run[i]!);
    if (covered < 0) return 0;
    into.push(u16(this.#table, at) === 1 ? (run[i]! + i16(this.#table, at + 4)) & 0xffff : u16(this.#table, at + 6 + covered * 2));
    return 1;
  }

  /** Glyphs consumed: those of the first ligature that matches, or 0. */
  #ligature(at: number, run: readonly number[], i: number, into: number[]): number {
    const t = this.#table;
    const covered = this.#coverage(at + u16(t, at + 2), run[i]!);
    if (covered < 0) return 0;
    const set = at + u16(t, at + 6 + covered * 2);
    const count = u16(t, set);
    for (let k = 0; k < count; k += 1) {
      const ligature = set + u16(t, set + 2 + k * 2);
      const parts = u16(t, ligature + 2);
      let same = parts > 0 && i + parts <= run.length;
      for (let p = 1; same && p < parts; p += 1) same = run[i + p] === u16(t, ligature + 4 + (p - 1) * 2);
      if (!same) continue;
      into.push(u16(t, ligature));
      return parts;
    }
    return 0;
  }

  /** Index in a coverage table, -1 where the glyph is not in it. */
  #coverage(at: number, glyph: number): number {
    const t = this.#table;
    const count = u16(t, at + 2);
    for (let i = 0; i < count; i += 1) {
      if (u16(t, at) === 1) {
        if (u16(t, at + 4 + i * 2) === glyph) return i;
      } else {
        const range = at + 4 + i * 6;
        if (glyph >= u16(t, range) && glyph <= u16(t, range + 2)) return u16(t, range + 4) + glyph - u16(t, range);
      }
    }
    return -1;
  }
}

/** Feature indices of hani/ZHS; of hani's default language, or of DFLT, where the face has no such. */
function featuresOf(t: Uint8Array): readonly number[] {
  if (t.length < 10) return [];
  const scripts = u16(t, 4);
  const script = findRecord(t, scripts, scripts, 'hani') ?? findRecord(t, scripts, scripts, 'DFLT');
  if (script === null) return [];
  const plain = u16(t, script);
  const language = findRecord(t, script + 2, script, 'ZHS ') ?? (plain === 0 ? null : script + plain);
  if (language === null) return [];
  const count = u16(t, language + 4);
  const features = Array.from({ length: count }, (_, i) => u16(t, language + 6 + i * 2));
  const required = u16(t, language + 2);
  return required === 0xffff ? features : [required, ...features];
}

/** Of a list of (tag, offset) records behind a count at `at`: the absolute place of `tag`, offsets from `base`. */
function findRecord(t: Uint8Array, at: number, base: number, tag: string): number | null {
  const count = u16(t, at);
  for (let i = 0; i < count; i += 1) {
    const record = at + 2 + i * 6;
    if (tagAt(t, record) === tag) return base + u16(t, record + 4);
  }
  return null;
}
