// Ground plans of a page of stacks (dovetail.ts): which base columns the articles at its head
// take and how each of them is parted, and the stacks below, one under each part. In: a page's
// columns. Out: plans. No article and no row is known here.

/** A stack of the page, left to right. */
export interface StackPlan {
  readonly column: number;
  readonly columns: number;
  /** The article at the head that stands over it, by its turn from the left. */
  readonly top: number;
  /** Under that one's title; else its text begins beside the title, at the page's head. */
  readonly under: boolean;
}

/** An article at the page's head. */
export interface TopPlan {
  readonly column: number;
  readonly columns: number;
  /** Base columns of its title, the first ones. */
  readonly title: number;
  /** Its stacks: from the first, to behind the last. */
  readonly from: number;
  readonly to: number;
}

export interface GroundPlan {
  readonly tops: readonly TopPlan[];
  readonly stacks: readonly StackPlan[];
  /**
   * Stacks right of which one article ends at the head and the next begins, where one over both stacks, at the foot, keeps a
   * gutter from going through (N-32); none where one article takes the whole width, or the style asks for none.
   */
  readonly joints: readonly number[];
}

/** Base columns of a stack, and of an article at the head beside the first one, its title and its text beside that. */
const MOST_WIDE = 3;
const BESIDE = 1;
/** Fewer stacks than two dovetail with nothing. */
const LEAST_STACKS = 2;

/**
 * The plans for so many base columns and articles beside the first one. That one is at the left, over the whole width or a part of
 * it; of those at its right each has its title over one column and text beside it: of two headlines side by side at the page's
 * head one would be too many (N-30), and so a column of text stands between. The last may have its title over all of its columns.
 * `isWhole`, `isPart`: the first one is long enough for the whole width; short enough for a part; `gutters`: no gutter may go through.
 */
export function groundPlans(columns: number, others: number, isWhole: boolean, isPart: boolean, gutters: boolean): readonly GroundPlan[] {
  const out: GroundPlan[] = [];
  const add = (tops: readonly Omit<TopPlan, 'from' | 'to'>[]): void => {
    for (const stacks of stackings(tops)) {
      if (stacks.length < LEAST_STACKS || stacks.length > others) continue;
      const own = tops.map((top, t): TopPlan => ({ ...top, from: stacks.findIndex((stack) => stack.top === t), to: stacks.findLastIndex((stack) => stack.top === t) + 1 }));
      const joints = gutters ? own.slice(0, -1).map(({ to }) => to - 1) : [];
      // What stands over both stacks of a joint stands over those of no other one.
      if (joints.some((at, i) => i > 0 && at <= joints[i - 1]! + 1)) continue;
      out.push({ tops: own, stacks, joints });
    }
  };
  if (isWhole) for (const title of [columns, columns - 1, columns - 2]) if (title > columns / 2) add([{ column: 0, columns, title }]);
  if (isPart) {
    for (let title = 1; title + BESIDE < columns; title++) {
      for (const rest of besides(columns - title - BESIDE)) {
        let column = title + BESIDE;
        add([{ column: 0, columns: title + BESIDE, title }, ...rest.map((top) => {
          const own = { column, ...top };
          column += top.columns;
          return own;
        })]);
      }
    }
  }
  return out;
}

/** Articles at the head beside the first one, over so many columns. */
function besides(columns: number): readonly (readonly { readonly columns: number; readonly title: number }[])[] {
  if (columns === 0) return [[]];
  const out: { readonly columns: number; readonly title: number }[][] = [];
  for (let wide = 1; wide <= Math.min(2, columns); wide++) if (wide === columns) out.push([{ columns: wide, title: wide }]);
  if (columns >= 1 + BESIDE) for (const rest of besides(columns - 1 - BESIDE)) out.push([{ columns: 1 + BESIDE, title: 1 }, ...rest]);
  return out;
}

/** All ways to stand stacks under the articles at the head, none of them under two, or under a title and beside it. */
function stackings(tops: readonly Omit<TopPlan, 'from' | 'to'>[]): readonly (readonly StackPlan[])[] {
  let ways: readonly (readonly StackPlan[])[] = [[]];
  for (const [top, { column, columns, title }] of tops.entries()) {
    for (const [from, wide, under] of [[column, title, true], [column + title, columns - title, false]] as const) {
      if (wide === 0) continue;
      ways = ways.flatMap((way) => partsOf(wide).map((parts) => {
        let at = from;
        return [...way, ...parts.map((own): StackPlan => {
          const stack = { column: at, columns: own, top, under };
          at += own;
          return stack;
        })];
      }));
    }
  }
  return ways;
}

/** All ways to part a width into stacks, in order. */
function partsOf(columns: number): readonly (readonly number[])[] {
  if (columns === 0) return [[]];
  const out: number[][] = [];
  for (let wide = 1; wide <= Math.min(MOST_WIDE, columns); wide++) for (const rest of partsOf(columns - wide)) out.push([wide, ...rest]);
  return out;
}
