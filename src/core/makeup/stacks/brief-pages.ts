// Pages of briefs (dovetail.ts) that are worth being judged: looked for once for an edition, whatever
// else the page is compared with, and held to what their texts really take in type, for texts in columns
// of several heights may need a line more than numbers tell. In: what waits. Out: pages in numbers.
import type { Piece } from '../../model/layout';
import { dovetailed } from './dovetail';
import type { Waiting } from '../measure/ruler';
import type { Found, SearchMemory } from '../draft/search-memory';
import type { Yardstick } from '../measure/yardstick';

/** The pages, the best first; none where what waits are no briefs. `isTight`: see dovetailed. `memory` spares their search where nothing has changed. */
export function briefPages(waiting: readonly Waiting[], mastheadRows: number, isTight: boolean, ruler: Yardstick, memory: SearchMemory): readonly Found[] {
  const important = waiting.map((one) => (one.important === true ? 1 : 0)).join('');
  const found = memory.recall(waiting, `briefs ${mastheadRows} ${important} ${isTight ? 1 : 0}`, ruler, (asked) => dovetailed(waiting, mastheadRows, isTight, asked));
  return found.filter(({ pieces }) => pieces.every((piece) => piece.body.length < 2 || endsWell(piece, waiting, ruler)));
}

/** Its text has room, and its columns end as they should (N-34). */
function endsWell(piece: Piece, waiting: readonly Waiting[], ruler: Yardstick): boolean {
  const one = waiting.find(({ article }) => article === piece.article);
  if (one === undefined) return true;
  const { over, fault } = ruler.measure.ends(ruler.thread(one), piece);
  return !over && fault === null;
}
