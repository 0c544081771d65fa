// What goes on from a page on later ones, ended where its text does: its page has more of it than
// before, so that its last columns would stand empty below. In: a layout and that page. Out: the layout
// with those columns level at the least foot that holds their text; all else is as it is.
import type { Block } from '../../flow/flow';
import type { Layout, PagePlan, Piece } from '../../model/layout';
import { endingAt, footFor } from '../draft/rest-columns';
import type { Yardstick } from '../measure/yardstick';
import { unfitted } from './hand-room';

/** The layout with the blocks that go on from `page`, and end, no higher than their text; the same where all are full. */
export function endedJumps(layout: Layout, page: number, { measure }: Yardstick): Layout {
  const rests = new Map<string, readonly Block[]>();
  let isChanged = false;
  const pages = layout.pages.map((plan): PagePlan => ({ ...plan, pieces: plan.pieces.map((piece): Piece => {
    const { article, variant, body, box, from, to, pinned } = piece;
    if (box !== null) return piece;
    const start = rests.get(article);
    const thread = start !== undefined && from !== null ? measure.continued(start, from) : measure.body(article, variant);
    const { rest, columns } = measure.fill(thread, body, true);
    if (to !== null) rests.set(article, rest ?? []);
    if (from === null || plan.number <= page || to !== null || rest !== null || pinned === true) return piece;
    let lines = columns.reduce((sum, { used }) => sum + used, 0);
    // A paragraph's last line, or a heading, may take a line more in level columns.
    for (let more = 0; more < columns.length + 2; more++, lines++) {
      const ended = endingAt(body, footFor(body, lines));
      if (ended.length < body.length || measure.fill(thread, ended, true).rest !== null) continue;
      if (JSON.stringify(ended) === JSON.stringify(body)) return piece;
      isChanged = true;
      return { ...unfitted(piece), body: ended };
    }
    return piece;
  }) }));
  return isChanged ? { pages } : layout;
}
