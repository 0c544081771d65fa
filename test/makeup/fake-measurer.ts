// A measurer of fixed sizes, for tests of what a page's search does with them: no text, nothing too
// loose, every end level. What a test is about it says itself.
import type { Measurer } from '../../src/core/makeup/measure/measurer';

/** Title blocks, boxes and fills as `own` has them; all else quiet. */
export function fakeMeasurer(own: Pick<Measurer, 'deck' | 'box'> & Partial<Measurer>): Measurer {
  return {
    upright: () => ({ rows: 20, lines: [{ from: 0, to: 20 }], mainLines: 1, fits: true, isSeemly: false }),
    body: () => [],
    fill: () => ({ columns: [], rows: [], thread: [], rest: null }),
    overfill: (thread) => ({ columns: [], rows: [], thread, rest: null }),
    stretch: () => null,
    gaps: () => ({ lines: 0, loose: 0, worst: 0 }),
    ends: () => ({ short: 0, blank: 0, many: 0, low: 0, fault: null, column: 0, over: false }),
    continued: (rest) => rest,
    gap: () => 0,
    boxOver: () => 0,
    tooLoose: () => null,
    narrowedPicture: () => null,
    ...own,
  };
}
