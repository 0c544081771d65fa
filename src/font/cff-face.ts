// A parsed CFF as its subset is written from: names, top dict, font dicts, flat
// charstrings. cff.ts makes one; cff-subset.ts needs no more of it.
import type { Subroutines } from './charstring';
import type { DictEntry } from './cff-dict';

/** A font dict: hints and subroutines that a part of the glyphs shares. */
export interface FontDict {
  /** FontMatrix entry as it stands, or null. */
  readonly matrix: Uint8Array | null;
  /** The Private dict without its subroutines. */
  readonly privateDict: Uint8Array;
  readonly subrs: Subroutines;
  readonly subrCount: number;
}

/** What the subset writer needs of a parsed CFF. */
export interface CffFace {
  readonly name: string;
  readonly top: ReadonlyMap<number, DictEntry>;
  readonly fontDicts: readonly FontDict[];
  fontDictOf(glyph: number): number;
  /** Flat charstrings of the glyphs, in their order. */
  charstrings(glyphs: readonly number[]): Uint8Array[];
}
