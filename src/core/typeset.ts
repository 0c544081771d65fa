// The one door of the engine: a package and an edition in, pages and
// diagnostics out.
import type { DisplayList } from './display/list';
import type { Diagnostic } from './diagnostic';
import type { Font, FontRole } from './font';
import type { BlockOrigin, BlockRef } from './flow/flow';

/** The world as a parameter (Typst's World): fonts and images by id, no paths. */
export interface Resources {
  /** Faces of each role, in the declared order of fallbacks; the first is the role's own. */
  readonly fonts: ReadonlyMap<FontRole, readonly Font[]>;
  readonly images: ReadonlyMap<string, Uint8Array>;
}

export interface Typeset {
  readonly list: DisplayList;
  /** Who each BlockRef of the list's sources is. */
  readonly origins: ReadonlyMap<BlockRef, BlockOrigin>;
  readonly diagnostics: readonly Diagnostic[];
}
