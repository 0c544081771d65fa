// What a jumped text has lost on one page it needs on the page where it goes on: its block there
// is made higher, the page set level about it, page after page. In: a paper before
// and after an act on one of its pages. Out: the paper with that room made, and what was done
// in words; null where nothing was lost on a later page, or no room can be made there.
import type { Layout } from '../../model/layout';
import { quoted } from '../../model/quote';
import type { HandTools } from './hand-act';
import { pieceOf } from './hand-put';
import { pullByHand } from './pull-by-hand';
import { type BlockRoom, roomsOf } from '../judge/rooms';
import type { Steps } from '../measure/steps';

/** Pages that room is made on, one after another: a jump that is pushed on is pushed on again. */
const MOST_PAGES = 3;
/** Rows more than it seems to need: a heading, or a paragraph's last line, may take them. */
const MOST_MORE = 2;

const STILL = { left: 0, right: 0, top: 0, bottom: 0 };

/** A paper whose later pages have room for what lost its own on `page`. */
interface Followed {
  readonly layout: Layout;
  readonly note: string;
}

/** Makes room where texts go on that have more lines over there than before the act. */
export function* followJump(before: Layout, after: Layout, page: number, tools: HandTools): Steps<Followed | null> {
  const { ruler, titleOf } = tools;
  const old = roomsOf(before, ruler);
  const lost = (layout: Layout): BlockRoom[] => roomsOf(layout, ruler).filter((room) => room.page > page && room.over > (old.find((one) => one.page === room.page && one.article === room.article)?.over ?? 0));
  const words: string[] = [];
  let now = after;
  for (let i = 0; i < MOST_PAGES; i++) {
    const [room] = lost(now);
    if (room === undefined) break;
    const piece = pieceOf(now, room);
    if (piece === null || piece.pinned === true) return null;
    let next: Layout | null = null;
    const least = room.more ?? Math.ceil(room.over / Math.max(1, room.columns));
    for (let rows = least; next === null && rows <= least + MOST_MORE; rows++) {
      // Where it stands at the foot of its page what is above it gives way.
      for (const edges of [{ ...STILL, bottom: rows }, { ...STILL, top: rows }]) {
        yield;
        const outcome = yield* pullByHand(now, piece, { kind: 'pull', page: room.page, article: room.article, edges, giveWay: 'level' }, tools);
        if (!outcome.ok || lost(outcome.layout).some((one) => one.page === room.page)) continue;
        next = outcome.layout;
        words.push(`${quoted(titleOf(room.article))}在${ruler.pageOf(room.page)}接着排，加高 ${rows} 行`);
        break;
      }
    }
    if (next === null) return null;
    now = next;
  }
  // Half of it made would leave a later page that nobody looks at with less.
  return words.length === 0 || lost(now).length > 0 ? null : { layout: now, note: words.join('，') };
}
