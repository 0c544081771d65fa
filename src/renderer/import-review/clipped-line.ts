// A source line as its row shows it. A line may hold five million characters: past
// a length that no paragraph has, its middle is left out, in words.

export interface ClippedLine {
  readonly head: string;
  /** Characters left out between the two; 0: nothing is. */
  readonly left: number;
  readonly tail: string;
}

/** The longest paragraph of a report has 1,500 characters. */
const LONGEST = 2000;
const HEAD = 600;
const TAIL = 200;

export function clipLine(text: string): ClippedLine {
  if (text.length <= LONGEST) return { head: text, left: 0, tail: '' };
  return { head: text.slice(0, HEAD), left: text.length - HEAD - TAIL, tail: text.slice(-TAIL) };
}

/** Rows that a line takes where each holds this many Han; at least one. A guess before it is measured. */
export function rowsFor(length: number, perRow: number): number {
  const shown = Math.min(length, HEAD + TAIL + 24);
  return Math.max(1, Math.ceil((length <= LONGEST ? length : shown) / Math.max(1, perRow)));
}
