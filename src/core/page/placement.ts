// Where articles stand on newspaper pages, in base columns × grid rows: what a
// placer (a program or a hand) says, and all that the composer needs to know.
import type { Variant } from '../flow/flow-article';

/** A rectangle of the page's lattice: base columns (0-based) and grid rows from the type area's top. */
export interface Area {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

/** Body columns: an area broken into `into` columns (m栏破k, N-01). */
export interface Broken {
  readonly area: Area;
  readonly into: number;
}

/** One piece of an article on one page. */
export interface Piece {
  readonly article: string;
  readonly variant: Variant;
  /** Title block; null for a continuation. */
  readonly deck: Area | null;
  readonly body: readonly Broken[];
  /** The frame of a boxed article (围框) and the columns of text in it, else null. */
  readonly box: Broken | null;
  /** 版次 of the page that this piece goes on from; null where it begins here. */
  readonly from: number | null;
  /** 版次 of the page where it goes on; null where it ends here. */
  readonly to: number | null;
}

export interface PagePlan {
  /** 版次 */
  readonly number: number;
  /** Rows of the masthead (报头) at the head of the type area; 0 for an inner page. */
  readonly mastheadRows: number;
  readonly pieces: readonly Piece[];
}

export interface Placement {
  readonly pages: readonly PagePlan[];
  /** Articles that found no place at all. */
  readonly left: readonly string[];
  /** Articles that were to stand in a box, and that none on a page could hold. */
  readonly unboxed: readonly string[];
}
