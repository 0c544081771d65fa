// Feet as they are printed: the last line of each body column of a page, found by where its
// frame stands on the sheet, against the foot of the area that the plan gives it. It asks the
// composed page and the plan, and nothing of what make-up says of either (N-34, T-36).
import type { PaperMaster } from '../../src/core/model/master';
import { type Frame, type FilledFrame, paceOf } from '../../src/core/page/frame';
import { columnLeft, leftBeside } from '../../src/core/page/paper-grid';
import type { PagePlan } from '../../src/core/page/placement';

/** A run of columns of one area, as printed. */
export interface PrintedLeg {
  readonly article: string;
  /** Which run of its piece, from 0, and whether the text, or its part on this page, ends in it. */
  readonly leg: number;
  readonly isLast: boolean;
  /** Rows of its area. */
  readonly rows: number;
  /** Rows from its top to the last line of each of its columns, left to right; of what has no line: 0. */
  readonly printed: readonly number[];
}

/** The runs of plain pieces of a page. `frames`: the page as it is composed from that plan. A jump line counts as a line. For pages without pictures. */
export function printedLegs({ pieces }: PagePlan, frames: readonly FilledFrame[], master: PaperMaster): PrintedLeg[] {
  return pieces.flatMap(({ article, body, to }) => body.map(({ area, into, beside = false }, leg): PrintedLeg => {
    const [left, right] = [columnLeft(master, area.column) - (beside ? leftBeside(master) * master.em : 0), columnLeft(master, area.column + area.columns)];
    const isLast = leg === body.length - 1;
    const rowOf = ({ y }: Pick<Frame, 'y'>): number => Math.round((y - master.top) / master.pitch) - area.row;
    const own = frames.filter(({ frame, article: whose }) => (frame.what === 'jump-to' ? to !== null && isLast : frame.what === 'body' && whose === article)
      && frame.x > left - master.em && frame.x < right - master.em && rowOf(frame) >= 0 && rowOf(frame) < area.rows);
    const byColumn = new Map<number, number>();
    for (const { frame, fragments } of own) {
      const foot = Math.max(0, ...fragments.map((one) => Math.ceil(one.row + (one.end - one.first) * paceOf(one) - 1e-6)));
      byColumn.set(Math.round(frame.x), Math.max(byColumn.get(Math.round(frame.x)) ?? 0, rowOf(frame) + foot));
    }
    const printed = [...byColumn].toSorted(([a], [b]) => a - b).map(([, rows]) => rows);
    return { article, leg, isLast, rows: area.rows, printed: [...printed, ...Array.from({ length: Math.max(0, into - printed.length) }, () => 0)] };
  }));
}

/** Rows that a leg's worst column is short of its area, more than it may be: none, but of one line in columns of the last leg, where the text ends and not all are short of it. */
export function footFault({ isLast, rows, printed }: PrintedLeg): number {
  const short = printed.map((own) => rows - own);
  const worst = Math.max(...short);
  return worst === 1 && isLast && (printed.length === 1 || short.includes(0)) ? 0 : Math.max(0, worst);
}
