// A cut can fall after a full stop (TYPESETTING §0, …创造条件。⏎加强与政协…):
// marks cannot show it, only the pattern of the article can. Three patterns are
// read, all only where the text has been cut elsewhere too; the answer is
// always a question, never a join.
import { themeLength, type Group } from './headings';
import type { RecognisedHead } from './recognition';

/**
 * Indexes of groups that may be the rest of the group before them, ascending. `joined`: certain joins of the
 * article; `cut`: those of them that join long pieces, as columns cut them, not hard-wrapped lines.
 */
export function doubtfulCuts(groups: readonly Group[], heads: readonly (RecognisedHead | null)[], joined: number, cut: number): number[] {
  if (joined === 0) return [];
  const items = itemsOf(groups, heads);
  const found = new Set([...oddItem(items), ...items.flatMap((item) => oddParagraph(groups, heads, item)), ...headless(groups, heads, cut)]);
  return [...found].filter((i) => !TURN.test((groups[i] as Group).text)).sort((a, b) => a - b);
}

/** An item of one paragraph is this long at least where the article puts all that it has to say into one. */
const LONG_ITEM = 150;
/** Questions for each cut that the marks show: a column seldom ends behind a full stop. */
const MOST_PER_CUT = 2;
/** How a paragraph begins that closes a part or turns to its other half: it is one of its own. */
const TURN = /^(?:回顾|总的来?[看说]|总之|在(?:肯定|总结|看到)|看到成绩|成绩的取得|(?:以上|上述|这些)[^，。]{0,4}成绩|各位|同志们|在此，|从[^，。]{1,6}看，|截至|附[：:件录表]|[^。]{0,40}也(?:清醒地?|应当?)?(?:看到|认识到))/;

/** Characters that stand in front of a cut at least: no heading without a number, no 各位委员！ of its own. */
const SHORTEST_PIECE = 30;
const isPiece = ({ text, subhead }: Group): boolean => !subhead && text.length >= SHORTEST_PIECE;

/**
 * Items of one long paragraph each, what stands under 一、 before them and what 各位委员 opens, and among them some with a paragraph that has neither number nor head of its own:
 * a page that was cut in mid sentence was cut behind full stops too. Where such paragraphs are many beside
 * the cuts that the marks show, the article is written so.
 */
function headless(groups: readonly Group[], heads: readonly (RecognisedHead | null)[], cut: number): number[] {
  const items = stretchesOf(groups, heads, (i) => heads[i]?.level === 1 || heads[i]?.level === 2 || (i > 1 && (groups[i] as Group).members));
  if (items.length < 4) return [];
  const whole = items.filter(([from, to]) => to - from === 1 && (groups[from] as Group).text.length >= LONG_ITEM);
  if (whole.length < 2) return [];
  const rests = items.flatMap(([from, to]) => groups.slice(from + 1, to).flatMap((group, k) => (heads[from + 1 + k] === null && !group.row && group.label === null && isPiece(groups[from + k] as Group) ? [from + 1 + k] : [])));
  return rests.length <= cut * MOST_PER_CUT ? rests : [];
}

/** The groups of each numbered item of level 2 that opens a paragraph: [first, end). */
function itemsOf(groups: readonly Group[], heads: readonly (RecognisedHead | null)[]): (readonly [number, number])[] {
  return stretchesOf(groups, heads, (i) => heads[i]?.level === 2 && heads[i]?.leadLength !== null);
}

/** Stretches that begin with a paragraph or heading that `begins` takes, up to the next number or address: [first, end). A heading on a line of its own is left out. */
function stretchesOf(groups: readonly Group[], heads: readonly (RecognisedHead | null)[], begins: (i: number) => boolean): (readonly [number, number])[] {
  const items: (readonly [number, number])[] = [];
  for (let i = 0; i < groups.length; i += 1) {
    if (!begins(i)) continue;
    const head = heads[i] ?? null;
    const from = head !== null && head.leadLength === null ? i + 1 : i;
    let end = i + 1;
    while (end < groups.length && (heads[end] === null || heads[end]?.level === 5) && !(groups[end] as Group).members) end += 1;
    if (from < end) items.push([from, end]);
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

/** All paragraphs of the item open with a theme sentence but one, or a few of many. */
function oddParagraph(groups: readonly Group[], heads: readonly (RecognisedHead | null)[], [from, to]: readonly [number, number]): number[] {
  const odd: number[] = [];
  for (let i = from + 1; i < to; i += 1) if (heads[i] === null && themeLength((groups[i] as Group).text) === 0) odd.push(i);
  return to - from - 1 - odd.length >= 2 && odd.length * 2 <= to - from - 1 - odd.length ? odd : [];
}
