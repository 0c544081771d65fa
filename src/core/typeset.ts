// The one door of the engine: a package and an edition in, pages and
// diagnostics out.
import type { DisplayList } from './display/list';
import type { Diagnostic } from './diagnostic';
import type { Font, FontRole } from './font';

/** The world as a parameter (Typst's World): fonts and images by id, no paths. */
export interface Resources {
  /** Faces of each role, in the declared order of fallbacks; the first is the role's own. */
  readonly fonts: ReadonlyMap<FontRole, readonly Font[]>;
  readonly images: ReadonlyMap<string, Uint8Array>;
}

export interface Typeset {
  readonly list: DisplayList;
  readonly diagnostics: readonly Diagnostic[];
}
