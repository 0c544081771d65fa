// 撑版 (N-34) asked in numbers: whether the whole of a text fills its columns a row or two
// higher or lower, by a few lines more or fewer. In: an article, its columns, rows. Out: the
// lines that it gives for it; null where its paragraphs do not, or one would gape. Each is
// set once; the same columns at another row of the page are the same question.
import type { Block } from '../../flow/flow';
import type { Broken, Piece } from '../../model/layout';
import { MOST_GAP } from './head-gaps';
import type { Measurer } from './measurer';
import type { Waiting } from './ruler';
import type { Text } from './text-lengths';

/** Rows that a column has at the least (N-34). */
const LEAST_ROWS = 3;

/** Columns by what of them decides how a text is set. */
export function shapeOf(body: readonly Broken[]): string {
  return body.map(({ area, into }) => `${area.columns},${into},${area.rows}`).join(' ');
}

export class Refits {
  private readonly known = new WeakMap<Text, Map<string, number | null>>();

  constructor(
    private readonly measure: Measurer,
    private readonly textOf: (one: Waiting) => Text,
    private readonly isTooLoose: (thread: readonly Block[], piece: Piece) => boolean,
  ) {}

  /** Lines more, or fewer, in the columns `by` rows higher. */
  lines(one: Waiting, body: readonly Broken[], by: number): number | null {
    const text = this.textOf(one);
    let known = this.known.get(text);
    if (known === undefined) this.known.set(text, (known = new Map()));
    const key = `${by} ${shapeOf(body)}`;
    let lines = known.get(key);
    if (lines === undefined) known.set(key, (lines = this.set(one, text, body, by)));
    return lines;
  }

  private set(one: Waiting, { thread }: Text, given: readonly Broken[], by: number): number | null {
    const { measure } = this;
    const body = given.map(({ area, into }): Broken => ({ into, area: { ...area, rows: area.rows + by } }));
    if (body.some(({ area }) => area.rows < LEAST_ROWS)) return null;
    const found = measure.stretch(thread, body);
    if (found === null) return null;
    const fitted = found.lines === 0 ? found.rows : found.lines;
    const piece: Piece = { article: one.article, variant: one.variant, deck: null, body, box: null, from: null, to: null, fitted };
    return measure.ends(thread, piece).short > 0 || measure.gap(thread, piece) > MOST_GAP || this.isTooLoose(thread, piece) ? null : fitted;
  }
}
