// The faces of a kind of edition, as window and export take them: the user's own
// first where they are installed. Runs in job and reader processes.
import type { EditionKind } from '../core/model/package';
import { findFonts, type FoundFonts } from '../node/fonts';

/** Faces of a kind of edition, as the command line's `export` takes them. @throws AppError. */
export function facesFor(edition: EditionKind): FoundFonts {
  return findFonts({ system: true, edition });
}
