// Which of the make-ups that were found are shown: the best, and others that a desk would print
// as well and that are another choice than it. In: what was seen, what the searches were led by,
// the jury. Out: a few of them. Nothing is set or searched here.
import type { Placed } from '../search/place';
import { differences } from './differences';
import type { Jury } from './jury';
import type { UprightWays } from './upright-ways';

/** Proposals that are enough. */
export const ENOUGH = 3;
/** Points that a make-up may be worth less than the best where it is level to the line and that one is not. */
const LEVEL_WORTH = 5;
/** Points by which another one is clearly better than the searches' own. */
const CLEARLY = 3;
/** Points that a good one is worth less than the best at the most; what one unlikeness (unlikeness.ts) is worth in points, and how much of it counts. */
const MOST_BELOW = 10;
const UNLIKE = 2;
const MOST_UNLIKE = 6;
/** Points that a make-up with one headline downwards may be worth less than the one that it is shown for: it is another look, which a desk likes to see. */
const UPRIGHT_BELOW = 1.5;
const OTHER_BELOW = 4;

/**
 * The best, and others that may stand beside it: on as many pages, without a fault, the lead as high, and worth about as much.
 * Of these the second is the one that differs most for what it is worth less, and so the third.
 */
export function goodOf(seen: readonly Placed[], chosen: readonly Placed[], jury: Jury): readonly Placed[] {
  const best = bestOf(seen, chosen, jury);
  if (best === undefined) return [];
  const score = jury.scoreOf(best);
  const good = seen.filter((one) => {
    const own = jury.scoreOf(one);
    return one !== best && !jury.isFaulty(one) && own <= score && one.placement.pages.length === best.placement.pages.length && own >= score - MOST_BELOW && (jury.isLed(one) || !jury.isLed(best));
  });
  const out = [best];
  while (out.length < ENOUGH) {
    let [next, most]: [Placed | undefined, number] = [undefined, -Infinity];
    for (const one of good) {
      if (!jury.differs(one, out)) continue;
      const worth = jury.scoreOf(one) + UNLIKE * Math.min(MOST_UNLIKE, ...out.map((other) => jury.unlike(other, one)));
      if (worth > most) [next, most] = [one, worth];
    }
    if (next === undefined) break;
    out.push(next);
  }
  return out;
}

/** Those that are shown: the good ones; where they are too few what the searches chose, and what else there is, on as few pages before all else. */
export function shownOf(seen: readonly Placed[], chosen: readonly Placed[], jury: Jury): readonly Placed[] {
  const good = goodOf(seen, chosen, jury);
  const pages = good[0]?.placement.pages.length ?? 0;
  const more = (one: Placed): number => Number(one.placement.pages.length > pages);
  const rest = [...chosen, ...seen].toSorted((a, b) => more(a) - more(b) || jury.better(a, b));
  const filled = (begin: readonly Placed[]): readonly Placed[] => {
    const out = [...begin];
    for (const one of rest) if (out.length < Math.min(ENOUGH, chosen.length) && jury.differs(one, out)) out.push(one);
    return out;
  };
  // The best two may leave no third that is another one than both.
  let shown: readonly Placed[] = [];
  for (const begin of [good, good.slice(0, 1), chosen]) if (shown.length < Math.min(ENOUGH, chosen.length)) shown = filled(begin);
  // Where the lead can head the first page, one of them has it so (N-37), whatever else is better.
  const led = shown.some((one) => jury.isLed(one)) ? undefined : rest.find((one) => jury.isLed(one));
  return led === undefined ? shown : [...shown.filter((other) => jury.differs(led, [other])).slice(0, ENOUGH - 1), led];
}

/**
 * One of those that are shown with one of its headlines downwards (竖题, N-14), the last of them that has room for it; the first
 * only where it is worth more for it, so that of two as good the horizontal one is printed where nobody chooses. Else another
 * make-up that has room for one, for the last.
 */
export function withUpright(shown: readonly Placed[], seen: readonly Placed[], uprights: UprightWays, jury: Jury): readonly Placed[] {
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return shown;
  const bestOf = (one: Placed, instead: Placed, least: number): readonly Placed[] | null => {
    let best: Placed | null = null;
    for (const next of uprights.of(one)) {
      const score = jury.scoreOf(next);
      if (score < least || jury.isFaulty(next) || (instead !== first && score > jury.scoreOf(first)) || !jury.differs(next, shown.filter((other) => other !== instead))) continue;
      if (best === null || score > jury.scoreOf(best)) best = next;
    }
    return best === null ? null : shown.map((other) => (other === instead ? best : other));
  };
  for (const one of shown.toReversed()) {
    const made = bestOf(one, one, jury.scoreOf(one) + (one === first ? Number.EPSILON : -UPRIGHT_BELOW));
    if (made !== null) return made;
  }
  if (last === first) return shown;
  for (const one of seen) {
    if (shown.includes(one) || jury.isFaulty(one) || jury.isLed(one) !== jury.isLed(first) || one.placement.pages.length !== first.placement.pages.length || jury.scoreOf(one) < jury.scoreOf(last) - OTHER_BELOW) continue;
    const made = bestOf(one, last, Math.max(jury.scoreOf(last) - OTHER_BELOW, jury.scoreOf(first) - MOST_BELOW));
    if (made !== null) return made;
  }
  return shown;
}

/** The one that differs in most articles from those chosen. */
export function farthest(others: readonly Placed[], chosen: readonly Placed[]): Placed | undefined {
  const distance = (one: Placed): number => Math.min(Infinity, ...chosen.map((other) => differences(one.placement, other.placement)));
  return others.toSorted((a, b) => distance(b) - distance(a))[0];
}

/** The best that the searches chose, who know of loose lines too; another one where that is better to the eye. */
function bestOf(seen: readonly Placed[], chosen: readonly Placed[], jury: Jury): Placed | undefined {
  const [best] = levelFirst(seen.toSorted(jury.better), jury);
  const [first] = chosen.toSorted(jury.better);
  if (best === undefined || first === undefined) return best;
  return jury.rankOf(best) === jury.rankOf(first) && jury.isLed(best) === jury.isLed(first) && jury.scoreOf(best) < jury.scoreOf(first) + CLEARLY && (jury.isWhole(first) || !jury.isWhole(best)) ? first : best;
}

/** Layouts, the best first, with one in front that is level to the line where the best is not, and that is worth little less: level feet are a bar. */
export function levelFirst(sorted: readonly Placed[], jury: Jury): readonly Placed[] {
  const [highest] = sorted;
  if (highest === undefined || jury.isWhole(highest)) return sorted;
  const isAsGood = (one: Placed): boolean => jury.rankOf(one) === jury.rankOf(highest) && jury.isLed(one) === jury.isLed(highest) && one.placement.pages.length === highest.placement.pages.length && jury.scoreOf(one) >= jury.scoreOf(highest) - LEVEL_WORTH;
  const level = sorted.find((one) => jury.isWhole(one) && isAsGood(one));
  return level === undefined ? sorted : [level, ...sorted.filter((one) => one !== level)];
}
