// Where a line may end when the whole stretch is to take a certain number of
// lines: too early, and what is left cannot be squeezed into the lines left;
// too late, and it cannot fill them. Bounds from the prefix sums alone, wide
// enough to keep every setting, so that the search by line number (copyfitting)
// tries the few ends that can still come out, and mostly sees at once that none can.
import { TOLERANCE } from './cost';
import type { Measured } from './measured';

/** Ends of a setting in exactly `lines` lines of glyphs [s, t), line after line. Life: one search. */
export class LineWindow {
  /** Ends of the line last asked for: `low` ≤ end ≤ `high`. */
  low: number;
  high: number;
  /** em that the lines after the one last asked for hold, and that those of them hold which must be full. */
  private after = 0;
  private full = 0;
  /** em that a line may be shorter than its part of the whole's least width. */
  private readonly dropped: number;

  constructor(
    private readonly m: Measured, s: number, private readonly t: number, private readonly line: number, private readonly measureOf: (line: number) => number,
    private readonly lines: number, private readonly bound: number,
  ) {
    this.low = this.high = s;
    this.dropped = m.dropped();
    for (let k = 0; k < lines; k++) this.after += measureOf(line + k) + this.dropped + TOLERANCE;
    for (let k = 0; k < lines - 1; k++) this.full += measureOf(line + k) - TOLERANCE;
  }

  /** Moves on to the next line, the first one at first (`layer` 0); false where it can end nowhere. */
  next(layer: number): boolean {
    const { m, t, lines } = this;
    const left = lines - layer - 1;
    this.after -= this.measureOf(this.line + layer) + this.dropped + TOLERANCE;
    if (left === 0) {
      this.low = this.high = t;
      return true;
    }
    this.full -= this.measureOf(this.line + layer) - TOLERANCE;
    if (!m.blanks) this.low = m.firstHeld(this.low, t, this.after);
    this.high = left === 1 || m.filling === 'ragged' ? t - 1 : m.lastFull(this.high, t, this.bound, this.full);
    return this.low <= this.high;
  }
}

/**
 * Worst added gap (em) that glyphs [s, t) surely need in so many lines of one measure (em; the first in `first`): what
 * their openings come to on the average. 0 may still turn out not to be enough; Infinity: it cannot be done.
 */
export function leastGap(m: Measured, s: number, t: number, first: number, rest: number, lines: number): number {
  if (lines < 1) return Infinity;
  if (!m.blanks && m.least(s, t) > first + (lines - 1) * rest + lines * (m.dropped() + TOLERANCE)) return Infinity;
  if (lines === 1 || m.filling === 'ragged') return 0;
  const lacking = first + (lines - 2) * rest - lines * TOLERANCE - m.most(s, t, 0);
  if (lacking <= 0) return 0;
  const openings = m.openings[t - 1]! - m.openings[s]!;
  return openings > 0 ? lacking / openings : Infinity;
}
