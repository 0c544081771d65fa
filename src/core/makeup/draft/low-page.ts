// How low a page its articles fill: where its text does not fill the page, one as high as
// that is searched, its feet level. In: the articles that wait; out: rows.
import type { PageFrame } from './page-moves';
import type { Ruler, Waiting } from '../measure/ruler';

/** Rows that a make-up in narrower pieces may take more than one in bands. */
const LOW_AIR = 3;

/** Rows of a page that the articles fill when they stand one under the other, and a little more; null where that is no lower than the page. */
export function lowPage(waiting: readonly Waiting[], { mastheadRows }: PageFrame, ruler: Ruler): number | null {
  const { columns, lines } = ruler.master;
  let rows = mastheadRows;
  for (const one of waiting) {
    if (one.boxed) rows += Math.min(...ruler.boxes(one).map((way) => Math.ceil((way.rows * way.columns) / columns))) + 1;
    else rows += (one.rest === null ? ruler.deck(one, columns).rows : 0) + (ruler.whole(one, columns)?.rows ?? lines) + 1;
  }
  return Number.isFinite(rows) && rows + LOW_AIR < lines ? rows + LOW_AIR : null;
}

/** Rows of a page that the articles would just fill, each as wide as it takes least room; null where that is no lower than the page. */
export function justFilled(waiting: readonly Waiting[], { mastheadRows }: PageFrame, ruler: Ruler): number | null {
  const { columns, lines } = ruler.master;
  let cells = 0;
  for (const one of waiting) {
    let least = Infinity;
    if (one.boxed) least = Math.min(...ruler.boxes(one).map((way) => (way.rows + 1) * way.columns));
    else {
      for (let wide = 2; wide <= columns; wide++) {
        const whole = ruler.whole(one, wide);
        if (whole !== null) least = Math.min(least, ((one.rest === null ? ruler.deck(one, wide).rows : 0) + whole.rows + 1) * wide);
      }
    }
    cells += least;
  }
  const rows = mastheadRows + Math.ceil(cells / columns) + LOW_AIR;
  return Number.isFinite(rows) && rows < lines ? rows : null;
}
