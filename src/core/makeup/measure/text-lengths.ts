// How long articles are: the text that is to be set, its characters, and the lines that
// it takes in a measure, each measured once. A long article is set in one measure and
// reckoned in the others.
import type { PaperMaster } from '../../model/master';
import type { Block } from '../../flow/flow';
import { brokenMeasure } from '../../page/paper-grid';
import type { Measurer } from './measurer';
import type { Needs, Waiting } from './ruler';

/** Characters that a paragraph counts for at the least: many of few characters take a line each all the same. */
const LEAST_LINE = 8;
/** Rows of a column that nothing fills. */
const ENDLESS = 100_000;

/** What answers about an article hang on: it waits anew in each search, as another `Waiting`, and its rest on each page that a search may come to. */
export interface Text {
  readonly thread: readonly Block[];
  /** Characters; null: not counted yet. */
  length: number | null;
}

export class TextLengths {
  private readonly own = new WeakMap<Waiting, Text>();
  private readonly texts = new WeakMap<readonly Block[], Map<string, Text>>();
  private readonly needs = new WeakMap<Waiting, Needs>();

  constructor(
    private readonly master: PaperMaster,
    private readonly measure: Measurer,
  ) {}

  /** What is to be set: the article's body, or its rest with （上接第N版） in front. */
  thread(one: Waiting): readonly Block[] {
    return this.text(one).thread;
  }

  /** The same for all that are the same blocks, set in the same way: with a title or without, alone on its page or not. What others need, and all that is asked of the page, is no part of it. */
  text(one: Waiting): Text {
    let text = this.own.get(one);
    if (text === undefined) {
      const thread = one.rest === null ? this.measure.body(one.article, one.variant) : this.measure.continued(one.rest.thread, one.rest.from);
      let ways = this.texts.get(thread);
      if (ways === undefined) this.texts.set(thread, (ways = new Map()));
      const way = `${one.article} ${one.variant} ${one.rest === null ? 1 : 0} ${one.alone === true ? 1 : 0}`;
      text = ways.get(way);
      if (text === undefined) ways.set(way, (text = { thread, length: null }));
      this.own.set(one, text);
    }
    return text;
  }

  /**
   * Lines that it takes in the columns of a broken measure; Infinity where that is more than two pages. A long article is
   * set in one measure for it, and reckoned from that in others: breaking it in each would cost more than all else.
   */
  need(one: Waiting, columns: number, into: number): number {
    return this.needAmong(this.needsOf(one), one, columns, into);
  }

  /** The needs of an article that were asked for so far; further ones of a long article are reckoned from the first. */
  needsOf(one: Waiting): Needs {
    let known = this.needs.get(one);
    if (known === undefined) this.needs.set(one, (known = new Map()));
    return known;
  }

  /** `need` as it is where `known` was asked before; the answer is added to it. */
  needAmong(known: Needs, one: Waiting, columns: number, into: number): number {
    const { characters } = brokenMeasure(this.master, columns, into);
    let lines = known.get(characters);
    if (lines === undefined) {
      const [first] = known;
      lines = first !== undefined && this.isLong(one) ? reckoned(this.thread(one).length, first[1], first[0], characters) : this.measureNeed(one, columns, into);
      known.set(characters, lines);
    }
    return lines;
  }

  private measureNeed(one: Waiting, columns: number, into: number): number {
    const { master } = this;
    if (this.characters(one) > 2 * master.columns * master.characters * master.lines) return Infinity;
    // In as few columns as have the measure: where columns end may take or save a line, and who asks first must not decide.
    const times = greatestDivisor(columns, into);
    const filled = this.measure.fill(this.thread(one), [{ area: { column: 0, columns: columns / times, row: 0, rows: ENDLESS }, into: into / times }]);
    return filled.rest === null ? filled.columns.reduce((sum, column) => sum + column.used, 0) : Infinity;
  }

  /** More than a third of a page: it takes what the others leave. */
  isLong(one: Waiting): boolean {
    const { columns, characters, lines } = this.master;
    return this.characters(one) > (columns * characters * lines) / 3;
  }

  characters(one: Waiting): number {
    const text = this.text(one);
    return (text.length ??= this.countCharacters(text));
  }

  private countCharacters({ thread }: Text): number {
    const characters = thread.reduce((sum, { content }) => sum + (content.kind === 'paragraph' ? content.text.length : content.rows.flat().reduce((all, cell) => all + cell.text.length, 0)), 0);
    return Math.max(characters, LEAST_LINE * thread.length);
  }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Lines in another measure: the text in whole lines over it, and half a line more for each paragraph's end. */
function reckoned(paragraphs: number, lines: number, measure: number, other: number): number {
  const ends = 0.5 * paragraphs;
  return Math.ceil(((lines - ends) * measure) / other + ends);
}
