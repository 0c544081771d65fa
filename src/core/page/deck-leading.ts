// The lines of one block of a title stand at a leading of their own, not at whole rows of
// the page's grid: two lines of 21 pt three rows apart look like two titles (N-11: one to two
// rows between and around). The title block takes whole rows all the same; what its lines do
// not need stands above and below the block, half each. In: a title block in type. Out: the
// same with its lines closer.
import type { Filled } from './fill-frame';
import type { Fragment } from './frame';

/** From line to line of a title, em: by eye on 小标宋, 黑体 and 楷体 from 10.5 to 48 pt. */
const LEADING = 1.3;

const made = new WeakMap<Filled, { readonly pitch: number; readonly led: Filled }>();

/** The title block with its lines at their own leading; `pitch`: of the page's rows, pt. The same object each time. */
export function ledDeck(deck: Filled, pitch: number): Filled {
  const known = made.get(deck);
  if (known?.pitch === pitch) return known.led;
  const led: Filled = { ...deck, fragments: deck.fragments.map((fragment) => ledFragment(fragment, pitch)) };
  made.set(deck, { pitch, led });
  return led;
}

function ledFragment(fragment: Fragment, pitch: number): Fragment {
  const { first, end, row, set: { paragraph: { style: { gridLines, text } } } } = fragment;
  const pace = (text.size * LEADING) / pitch;
  const lines = end - first;
  return lines < 2 || pace >= gridLines ? fragment : { ...fragment, row: row + (lines * (gridLines - pace)) / 2, pace };
}
