// How well a title answers to what was typed: its characters, or the initials of
// their pinyin, in order, with others between them. What stands together and at the
// start counts for more, so that bc finds 保存 before 版次…存.
import { initialsOf } from './initials';

export interface FuzzyMatch {
  readonly score: number;
  /** Indexes of the characters that answer, in the title's characters. */
  readonly at: readonly number[];
}

/** Taste: together is better than apart, the start better than later, the character itself better than its initial. */
const [EACH, TOGETHER, START, ITSELF] = [1, 4, 3, 1];

/** The best match of `query` in `title`, or null. Blanks and ' (between an input method's syllables) say nothing. */
export function fuzzyMatch(query: string, title: string): FuzzyMatch | null {
  const asked = [...query.replace(/[\s'’]/g, '').toLowerCase()];
  const chars = [...title];
  if (asked.length === 0) return { score: 0, at: [] };
  const known = new Map<number, FuzzyMatch | null>();
  const best = (q: number, from: number, isNext: boolean): FuzzyMatch | null => {
    if (q === asked.length) return { score: 0, at: [] };
    const key = (q * (chars.length + 1) + from) * 2 + (isNext ? 1 : 0);
    const found = known.get(key);
    if (found !== undefined) return found;
    let top: FuzzyMatch | null = null;
    for (let i = from; i < chars.length; i++) {
      const char = chars[i] ?? '';
      const isItself = char.toLowerCase() === asked[q];
      if (!isItself && !initialsOf(char).includes(asked[q] ?? ' ')) continue;
      const rest = best(q + 1, i + 1, true);
      if (rest === null) continue;
      const score = rest.score + EACH + (isNext && i === from ? TOGETHER : 0) + (i === 0 ? START : 0) + (isItself ? ITSELF : 0);
      if (top === null || score > top.score) top = { score, at: [i, ...rest.at] };
    }
    known.set(key, top);
    return top;
  };
  const match = best(0, 0, false);
  // Of two equal ones the shorter title says it better.
  return match === null ? null : { score: match.score - chars.length / 100, at: match.at };
}
