// Last year's value of each figure: of the same sentence; where the sentence was written anew,
// of what it counts (立案〔〕件), if only one of last year's is so called; or of the figure at the same
// place of a sentence that is nearly the same. In: both ledgers. Out: a value each, or null.
import { likeness, pairsOf, REWORDED } from './sentence-likeness';

/** What is read of a figure of the ledger. */
export interface CountedFigure {
  readonly value: number | null;
  readonly unit: string | null;
  readonly measure: string | null;
  readonly sentence: string;
  readonly inSentence: readonly [number, number];
  readonly yearKey: string;
  /** What it says of last year itself. */
  readonly last: number | null;
}

/** Letters before a number by which what it counts is called. */
const NAME = 4;
const LEAST_NAME = 3;
/** More figures than these without a sentence of their own are not compared pair by pair. */
const MOST = 400;

export function lastValues(now: readonly CountedFigure[], last: readonly CountedFigure[]): readonly (number | null)[] {
  const known = new Map<string, number>();
  last.forEach(({ value, yearKey }, index) => {
    if (value !== null && !known.has(yearKey)) known.set(yearKey, index);
  });
  const found = now.map(({ yearKey }) => known.get(yearKey) ?? null);
  const taken = new Set(found);
  const left = last.flatMap((figure, index) => (figure.value === null || taken.has(index) ? [] : [{ figure, index, pairs: pairsOfKey(figure.yearKey) }])).slice(0, MOST);
  const named = countNames(left.map(({ figure }) => figure));
  const open = now.flatMap((_, index) => (found[index] === null && now[index]!.last === null ? [index] : [])).slice(0, MOST);
  const ownNames = countNames(open.map((index) => now[index]!));
  for (const index of open) {
    const figure = now[index]!;
    const name = nameOf(figure);
    const isAlone = name !== null && named.get(name) === 1 && ownNames.get(name) === 1;
    const same = isAlone ? left.find((one) => nameOf(one.figure) === name) : nearest(figure, left);
    if (same === undefined || taken.has(same.index)) continue;
    taken.add(same.index);
    found[index] = same.index;
  }
  return found.map((index, at) => (index === null ? now[at]!.last : last[index]!.value));
}

/** 收到提案|件: the letters before the number, and its words. null: too few to tell. */
function nameOf(figure: CountedFigure): string | null {
  const { sentence, inSentence: [from] } = figure;
  const before = /[\u4e00-\u9fff]*$/.exec(sentence.slice(0, from))?.[0].replace(/^(?:其中|经|全年|共|先后)+|(?:共计?|累计|达到?|约|近|超过?)+$/g, '') ?? '';
  const word = wordOf(figure);
  return before.length < LEAST_NAME || word === '' ? null : `${before.slice(-NAME)}|${word}`;
}

function countNames(figures: readonly CountedFigure[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const name = nameOf(figure);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

type Left = { readonly figure: CountedFigure; readonly index: number; readonly pairs: ReadonlySet<string> };

function nearest(figure: CountedFigure, left: readonly Left[]): Left | undefined {
  const mine = pairsOfKey(figure.yearKey);
  const place = figure.yearKey.slice(figure.yearKey.lastIndexOf('#'));
  let best: Left | undefined;
  let score = REWORDED;
  for (const one of left) {
    if (!one.figure.yearKey.endsWith(place) || wordOf(one.figure) !== wordOf(figure)) continue;
    const share = likeness(mine, one.pairs);
    if (share >= score) [best, score] = [one, share];
  }
  return best;
}

const pairsOfKey = (key: string): ReadonlySet<string> => pairsOf(key.slice(0, Math.max(0, key.lastIndexOf('#'))));

const wordOf = ({ unit, measure }: CountedFigure): string => `${unit ?? ''}${measure ?? ''}`;
