// The place in a piece's text nearest to a point of the page: where a caret goes that was asked for there.
import type { Point } from '../../core/geometry';
import { areasOf, type Piece } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import type { Places } from '../session/places';
import type { Workspace } from '../session/workspace';
import { rectOf } from './snap';

/** Lines and characters that the text nearest to a point is looked for at, the point first: between lines and below the last one there is none. */
const NEAR = [[0, 0], [0, -0.5], [0, 0.5], [-2, 0], [2, 0], [0, -1.5], [-3, -1], [3, -1], [0, -3], [0, -5], [-4, -4], [0, -8], [0, -12]] as const;

/** null where none is near. Never out of the piece: what stands beside it is another's text. */
export async function placeNear({ places }: Workspace, page: number, { x, y }: Point, piece: Piece, master: PaperMaster): ReturnType<Places['placeAt']> {
  const areas = areasOf(piece).map((area) => rectOf(area, master));
  for (const [characters, lines] of NEAR) {
    const near = { x: x + characters * master.em, y: y + lines * master.pitch };
    const isIn = (characters === 0 && lines === 0) || areas.some((area) => area.x <= near.x && near.x < area.x + area.width && area.y <= near.y && near.y < area.y + area.height);
    const found = isIn ? await places.placeAt(page, near.x, near.y) : null;
    if (found?.place.article === piece.article) return found;
  }
  return null;
}

/** A point in the first line of a piece's text, pt; null for a box, whose text begins somewhere below its title. */
export function firstLine(piece: Piece, master: PaperMaster): Point | null {
  const first = piece.body[0];
  if (piece.box !== null || first === undefined) return null;
  const { x, y } = rectOf(first.area, master);
  return { x: x + master.em / 4, y: y + master.pitch / 2 };
}
