// What a placer says of an edition's articles: the pages, and what found no place.
import type { Area, Broken, PagePlan, Piece } from '../model/layout';

export type { Area, Broken, PagePlan, Piece };

export interface Placement {
  readonly pages: readonly PagePlan[];
  /** Articles that found no place at all. */
  readonly left: readonly string[];
  /** Articles that were to stand in a box, and that none on a page could hold. */
  readonly unboxed: readonly string[];
}
