// A cut can fall after a full stop (TYPESETTING §0, …创造条件。⏎加强与政协…):
// marks cannot show it, only the pattern of the article can. Two patterns are
// read, both only where the text has been cut elsewhere too; the answer is
// always a question, never a join.
import { themeLength, type Group } from './headings';
import type { RecognisedHead } from './recognition';

/** Indexes of groups that may be the rest of the group before them. */
export function doubtfulCuts(groups: readonly Group[], heads: readonly (RecognisedHead | null)[], hasCuts: boolean): number[] {
  if (!hasCuts) return [];
  const items = itemsOf(groups, heads);
  return [...oddItem(items), ...items.flatMap((item) => oddParagraph(groups, heads, item))];
}

/** The groups of each numbered item of level 2 that opens a paragraph: [first, end). */
function itemsOf(groups: readonly Group[], heads: readonly (RecognisedHead | null)[]): (readonly [number, number])[] {
  const items: (readonly [number, number])[] = [];
  for (let i = 0; i < groups.length; i += 1) {
    const head = heads[i];
    if (head === null || head === undefined || head.level !== 2 || head.leadLength === null) continue;
    let end = i + 1;
    while (end < groups.length && (heads[end] === null || heads[end]?.level === 5) && !(groups[end] as Group).members) end += 1;
    items.push([i, end]);
    i = end - 1;
  }
  return items;
}

/** Every item is one paragraph but this, which has two. */
function oddItem(items: readonly (readonly [number, number])[]): number[] {
  if (items.length < 4) return [];
  const longer = items.filter(([from, to]) => to - from > 1);
  const [only] = longer;
  return longer.length === 1 && only !== undefined && only[1] - only[0] === 2 ? [only[0] + 1] : [];
}

/** All paragraphs of the item open with a theme sentence but one. */
function oddParagraph(groups: readonly Group[], heads: readonly (RecognisedHead | null)[], [from, to]: readonly [number, number]): number[] {
  const odd: number[] = [];
  for (let i = from + 1; i < to; i += 1) if (heads[i] === null && themeLength((groups[i] as Group).text) === 0) odd.push(i);
  return to - from - 1 - odd.length >= 2 && odd.length === 1 ? odd : [];
}
