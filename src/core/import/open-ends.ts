// Where two texts stand open at once: one broke off at a column's end and its rest has not
// come, a second one breaks off too. What follows may be the rest of either; without a word
// that the cut runs through, a join is asked about, never done. In: drafts with all moved
// pieces at home. Only cut pieces count: the lines of hard-wrapped text follow each other.
import { isCutEnd } from './broken-off';
import { mayBeRest } from './cut-pairs';
import type { Draft, Page } from './drafts';
import { crossingEvidence, occurrencesIn, type DecidedJoin, type Occurrences } from './joins';
import type { LineFacts } from './line-facts';

/** A text that breaks off before another one. Positions in the line list. */
interface OpenEnd {
  readonly draft: Draft;
  readonly end: number;
  /** Where it goes on as far as known; Infinity: nowhere. */
  readonly rest: number;
}

/** The open ends of a text, in its order, and what shows that a cut runs through a word (crossingEvidence). */
export interface OpenEnds {
  readonly ends: readonly OpenEnd[];
  readonly evidence: (a: string, b: string) => number;
}

/** Lines behind an open end in which its rest may stand; a page's columns have no more. */
const MOST_LINES = 60;
/** Cuts of a text that are looked up; what is beyond is asked about. */
const MOST_LOOKED_UP = 400;

/** All open ends of a text. */
export function openEnds(page: Page, drafts: readonly Draft[]): OpenEnds {
  const ends: OpenEnd[] = [];
  for (const draft of drafts) {
    draft.body.forEach((end, k) => {
      const rest = draft.body[k + 1] ?? Infinity;
      if (rest !== end + 1 && end + 1 < page.lines.length && isCutEnd(page, draft, end)) ends.push({ draft, end, rest });
    });
  }
  let occurrences: Occurrences | null = null;
  let lookedUp = 0;
  const evidence = (a: string, b: string): number => {
    lookedUp += 1;
    if (lookedUp > MOST_LOOKED_UP) return 0;
    occurrences ??= occurrencesIn(page.lines);
    return crossingEvidence(a, b, occurrences);
  };
  return { ends: ends.sort((a, b) => a.end - b.end), evidence };
}

/** The first open end not before the position. */
function firstFrom(ends: readonly OpenEnd[], at: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as OpenEnd).end < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Another text's open end above line `a` that still waits at line `b`; null: there is none. */
function rivalOf(draft: Draft, a: number, b: number, ends: readonly OpenEnd[]): OpenEnd | null {
  for (let i = firstFrom(ends, b - MOST_LINES); i < ends.length; i += 1) {
    const one = ends[i] as OpenEnd;
    if (one.end >= a) return null;
    if (one.draft !== draft && one.rest > b) return one;
  }
  return null;
}

/** How the reason of a join begins that is only one where another one is none. */
export const OTHERWISE = '如果';

/** The reason of a join with a rival, by the rival's line. */
export const rivalWords = (line: number): string => `第${line}行也没有写完，后一行也可能是它的下文`;

/** The joins with those made doubtful that could go to another text as well. */
export function doubtRivals(page: Page, draft: Draft, joins: readonly DecidedJoin[], { ends, evidence }: OpenEnds): readonly DecidedJoin[] {
  if (ends.length === 0) return joins;
  const lineAt = (i: number): LineFacts => page.lines[i] as LineFacts;
  return joins.flatMap((join) => {
    const [a, b] = [draft.body[join.before] as number, draft.body[join.after] as number];
    if (!join.certain || lineAt(a).wrapped || !lineAt(a).open || lineAt(a).dangles || lineAt(b).labelBefore > 0) return join;
    const rival = rivalOf(draft, a, b, ends);
    if (rival === null || evidence(lineAt(a).text, lineAt(b).text) > evidence(lineAt(rival.end).text, lineAt(b).text)) return join;
    const doubtful = { ...join, certain: false, reason: rivalWords(lineAt(rival.end).line) };
    // Where the rest of the other one stands between, this one goes on behind it.
    const next = draft.body[join.after + 1];
    if (lineAt(b).open || next !== b + 1 || joins.some(({ after }) => after === join.after + 1) || !mayBeRest(page, draft, next)) return [doubtful];
    return [doubtful, { before: join.before, after: join.after + 1, certain: false, reason: `${OTHERWISE}第${lineAt(b).line}行是第${lineAt(rival.end).line}行的下文，它就接着前一行` }];
  });
}
