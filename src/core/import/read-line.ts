// A line of the source as it was read, before it is known to be text: what the
// rules for noise look at (noise.ts, page-noise.ts, site-noise.ts).
import type { LineWidth } from './measure';

/** A line of the source as it was read. */
export interface ReadLine extends LineWidth {
  /** Clean, spaces kept. Never empty. */
  readonly text: string;
  /** Without spaces. */
  readonly compact: string;
  readonly indent: number;
  readonly blanksBefore: number;
  /** A heading or row by what the file shows beside its characters: never noise. */
  readonly shown: boolean;
  /** Why it is noise; null: text so far. */
  why: string | null;
}

/** Longer than any line of furniture that is known by its place, without spaces. */
export const LONGEST_FURNITURE = 60;

/** The nearest line before (`step` −1) or behind (1) that is text; −1: none. */
export function textBeside(lines: readonly ReadLine[], at: number, step: -1 | 1): number {
  for (let i = at + step; i >= 0 && i < lines.length; i += step) if ((lines[i] as ReadLine).why === null) return i;
  return -1;
}
