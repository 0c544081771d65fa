// Where a paragraph of the article stands in the text that was imported. Words are
// compared without marks, blanks and widths, which importing changes, by several
// stretches of the paragraph, so that a sentence rewritten since does not lose the
// place. What cannot be told is null, never a guess by order.

/** The text as it is searched, and which line each of its characters is from. */
export interface OriginalIndex {
  readonly words: string;
  /** Offset in `words` at which each line begins. */
  readonly starts: Int32Array;
}

/** Only what a reader would call a letter, in one width. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

export function indexOriginal(lines: readonly string[]): OriginalIndex {
  const starts = new Int32Array(lines.length);
  const parts: string[] = [];
  let at = 0;
  lines.forEach((line, i) => {
    starts[i] = at;
    const words = lettersOf(line);
    parts.push(words);
    at += words.length;
  });
  return { words: parts.join(''), starts };
}

/** Letters of a stretch that is looked for, and how many stretches of a paragraph are. */
const STRETCH = 12;
const MOST_STRETCHES = 16;
const LEAST = 4;
/** Places of one stretch that are looked at. */
const MOST_PLACES = 8;

/** 1-based line where most of the paragraph's stretches stand, the first of several; null: it is not there. */
export function findInOriginal({ words, starts }: OriginalIndex, paragraph: string): number | null {
  const letters = lettersOf(paragraph);
  if (letters.length < LEAST) return null;
  const step = Math.max(STRETCH, Math.floor(letters.length / MOST_STRETCHES));
  const votes = new Map<number, number>();
  for (let at = 0; at === 0 || at + STRETCH <= letters.length; at += step) {
    const stretch = letters.slice(at, at + STRETCH);
    // A sentence that stands twice votes for both its places; the rest of the paragraph decides.
    for (let found = words.indexOf(stretch), tries = 0; found >= 0 && tries < MOST_PLACES; found = words.indexOf(stretch, found + 1), tries += 1) {
      const line = lineAt(starts, found);
      votes.set(line, (votes.get(line) ?? 0) + 1);
    }
  }
  let best: number | null = null;
  for (const [line, count] of votes) {
    const most = best === null ? 0 : (votes.get(best) ?? 0);
    if (count > most || (count === most && best !== null && line < best)) best = line;
  }
  return best;
}

/** The line, 1-based, that holds an offset: the last that begins at or before it. */
function lineAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
