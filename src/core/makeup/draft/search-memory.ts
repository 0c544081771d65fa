// Searches of pages, remembered by what they asked: a search knows the articles only
// through the Ruler's answers, so that where a Ruler answers all of its questions as
// before, it would find what it found. A key that changes no article's count of rows
// searches nothing. Its life is the Typesetter's; it holds rows and columns, no text.
import type { PaperMaster } from '../../model/master';
import type { Variant } from '../../model/layout';
import type { BoxSize, DeckSize } from '../../page/deck-size';
import type { Broken, Area, Piece } from '../../page/placement';
import { shapeOf } from '../measure/refits';
import type { BoxWay, Needs, PaperStyle, Ruler, StepHeights, Stepped, Titled, Waiting, Whole } from '../measure/ruler';
import type { Yardstick } from '../measure/yardstick';

/** A page that a search found, as far as it is planned: pieces that stand, and the article that takes what is free. */
export interface Found {
  readonly pieces: readonly Piece[];
  /** What else waits, the last article among it where its title does not stand yet. */
  readonly left: readonly Waiting[];
  readonly rest: { readonly one: Waiting; readonly deck: Area | null; readonly body: readonly Broken[] } | null;
}

/** The same, articles by their rank: the next typesetting has others in their place. */
interface Kept {
  readonly pieces: readonly Piece[];
  readonly left: readonly number[];
  readonly rest: { readonly one: number; readonly deck: Area | null; readonly body: readonly Broken[] } | null;
}

type Question =
  | { readonly ask: 'deck'; readonly article: string; readonly variant: Variant; readonly columns: number; readonly answer: DeckSize }
  | { readonly ask: 'box'; readonly article: string; readonly variant: Variant; readonly columns: number; readonly into: number; readonly answer: BoxSize }
  | { readonly ask: 'boxes'; readonly rank: number; readonly answer: readonly BoxWay[] }
  | { readonly ask: 'whole'; readonly rank: number; readonly columns: number; readonly answer: Whole | null }
  | { readonly ask: 'stepped'; readonly rank: number; readonly left: number; readonly right: number; readonly beside: boolean; readonly heights: StepHeights; readonly answer: readonly Stepped[] }
  | { readonly ask: 'into'; readonly rank: number; readonly columns: number; readonly answer: number }
  | { readonly ask: 'poor'; readonly rank: number; readonly columns: number; readonly into: number; readonly answer: number }
  | { readonly ask: 'refit'; readonly rank: number; readonly body: readonly Broken[]; readonly by: number; readonly answer: number | null }
  | { readonly ask: 'narrowed'; readonly rank: number; readonly piece: Piece; readonly answer: number }
  | { readonly ask: 'need'; readonly rank: number; readonly columns: number; readonly into: number; readonly answer: number };

interface Search {
  readonly questions: readonly Question[];
  readonly found: readonly Kept[];
}

const STEP_HEIGHTS: readonly StepHeights[] = ['usual', 'more', 'small'];

/** Searches from one beginning that are kept: text typed and taken back finds its page again. */
const MOST_ALIKE = 4;
/** Beginnings that are kept for a page master. */
const MOST_BEGINNINGS = 64;

export class SearchMemory {
  private readonly searches = new WeakMap<PaperMaster, Map<string, Search[]>>();

  /** What `search` finds for the articles that wait, or found when everything it asks was the same. `beginning`: what else it knows. */
  recall(waiting: readonly Waiting[], beginning: string, ruler: Yardstick, search: (ruler: Ruler) => readonly Found[]): readonly Found[] {
    let beginnings = this.searches.get(ruler.master);
    if (beginnings === undefined) this.searches.set(ruler.master, (beginnings = new Map()));
    const key = [`${beginning} ${ruler.style}`, ...waiting.map((one) => `${one.article} ${one.variant} ${one.boxed ? 1 : 0} ${one.rank} ${one.rest?.from ?? ''} ${ruler.isLong(one) ? 1 : 0}`)].join('\n');
    const alike = beginnings.get(key) ?? [];
    // The latest are at the end of the map, and of each list.
    beginnings.delete(key);
    beginnings.set(key, alike);
    if (beginnings.size > MOST_BEGINNINGS) for (const oldest of beginnings.keys()) {
      beginnings.delete(oldest);
      break;
    }
    const byRank = new Map(waiting.map((one) => [one.rank, one]));
    for (let i = alike.length - 1; i >= 0; i--) {
      const known = alike[i]!;
      if (!answersAlike(known.questions, byRank, ruler)) continue;
      alike.splice(i, 1);
      alike.push(known);
      return known.found.map(({ pieces, left, rest }): Found => ({
        pieces, left: left.map((rank) => byRank.get(rank)!), rest: rest === null ? null : { ...rest, one: byRank.get(rest.one)! },
      }));
    }
    const asking = new Asking(ruler);
    const found = search(asking);
    alike.push({
      questions: asking.questions,
      found: found.map(({ pieces, left, rest }): Kept => ({ pieces, left: left.map(({ rank }) => rank), rest: rest === null ? null : { ...rest, one: rest.one.rank } })),
    });
    if (alike.length > MOST_ALIKE) alike.shift();
    return found;
  }
}

/** Whether the ruler answers every question as it was answered; what it was asked before is as it was where it does not. */
function answersAlike(questions: readonly Question[], byRank: ReadonlyMap<number, Waiting>, ruler: Yardstick): boolean {
  // What an article needs depends on what was asked before: on copies, until all is known to be the same.
  const needs = new Map<Waiting, Needs>();
  for (const question of questions) {
    let same: boolean;
    switch (question.ask) {
      case 'deck': same = isSame(ruler.deck(question, question.columns), question.answer); break;
      case 'box': same = isSame(ruler.box(question, question.columns, question.into), question.answer); break;
      case 'boxes': same = isSame(ruler.boxes(byRank.get(question.rank)!), question.answer); break;
      case 'stepped': same = isSame(ruler.stepped(byRank.get(question.rank)!, question.left, question.right, question.beside, question.heights), question.answer); break;
      case 'into': same = ruler.into(byRank.get(question.rank)!, question.columns) === question.answer; break;
      case 'poor': same = ruler.poor(byRank.get(question.rank)!, question.columns, question.into) === question.answer; break;
      case 'refit': same = ruler.refit(byRank.get(question.rank)!, question.body, question.by) === question.answer; break;
      case 'narrowed': same = ruler.narrowed(byRank.get(question.rank)!, question.piece) === question.answer; break;
      case 'whole': same = isSame(ruler.whole(byRank.get(question.rank)!, question.columns), question.answer); break;
      case 'need': {
        const one = byRank.get(question.rank)!;
        let known = needs.get(one);
        if (known === undefined) needs.set(one, (known = new Map(ruler.needsOf(one))));
        same = ruler.needAmong(known, one, question.columns, question.into) === question.answer;
        break;
      }
    }
    if (!same) return false;
  }
  for (const [one, known] of needs) for (const [characters, lines] of known) ruler.needsOf(one).set(characters, lines);
  return true;
}

/** Plain records of numbers, compared by what they hold. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [mine, other] = [Object.entries(a), Object.entries(b)];
  return mine.length === other.length && mine.every(([key, value], i) => other[i]![0] === key && isSame(value, other[i]![1]));
}

/** A ruler that writes down what it is asked, each question once. */
class Asking implements Ruler {
  readonly questions: Question[] = [];
  readonly master: PaperMaster;
  readonly style: PaperStyle;
  private readonly decks = new Map<string, Readonly<Record<Variant, DeckSize[]>>>();
  private readonly boxed = new Map<string, BoxSize>();
  private readonly ways = new Map<number, readonly BoxWay[]>();
  private readonly wholes: (Whole | null)[][] = [];
  private readonly steps: (readonly Stepped[] | undefined)[][] = [];
  private readonly needs: number[][] = [];
  private readonly refits = new Map<string, number | null>();
  private readonly pictures = new Map<string, number>();
  private readonly intos: number[][] = [];
  private readonly poors: number[][] = [];
  private readonly long: boolean[] = [];

  constructor(private readonly ruler: Yardstick) {
    this.master = ruler.master;
    this.style = ruler.style;
  }

  wanted(one: { readonly variant: Variant }): number {
    return this.ruler.wanted(one);
  }

  isLong(one: Waiting): boolean {
    return (this.long[one.rank] ??= this.ruler.isLong(one));
  }

  into(one: Waiting, columns: number): number {
    const own = (this.intos[one.rank] ??= []);
    let answer = own[columns];
    if (answer === undefined) {
      own[columns] = answer = this.ruler.into(one, columns);
      this.questions.push({ ask: 'into', rank: one.rank, columns, answer });
    }
    return answer;
  }

  poor(one: Waiting, columns: number, into: number): number {
    const own = (this.poors[one.rank] ??= []);
    const key = columns * 64 + into;
    let answer = own[key];
    if (answer === undefined) {
      own[key] = answer = this.ruler.poor(one, columns, into);
      this.questions.push({ ask: 'poor', rank: one.rank, columns, into, answer });
    }
    return answer;
  }

  deck({ article, variant, headline }: Titled, columns: number): DeckSize {
    // Only pinned pieces have such a title, as one downwards.
    if (headline !== undefined) return this.ruler.deck({ article, variant, headline }, columns);
    let variants = this.decks.get(article);
    if (variants === undefined) this.decks.set(article, (variants = { report: [], news: [], box: [] }));
    const own = variants[variant];
    let answer = own[columns];
    if (answer === undefined) {
      own[columns] = answer = this.ruler.deck({ article, variant }, columns);
      this.questions.push({ ask: 'deck', article, variant, columns, answer });
    }
    return answer;
  }

  /** Only pinned pieces have such a title: it costs every way to fill the page the same, so that it decides nothing. */
  upright(piece: Piece): ReturnType<Ruler['upright']> {
    return this.ruler.upright(piece);
  }

  whole(one: Waiting, columns: number): Whole | null {
    const own = (this.wholes[one.rank] ??= []);
    let answer = own[columns];
    if (answer === undefined) {
      own[columns] = answer = this.ruler.whole(one, columns);
      this.questions.push({ ask: 'whole', rank: one.rank, columns, answer });
    }
    return answer;
  }

  refit(one: Waiting, body: readonly Broken[], by: number): number | null {
    const key = `${one.rank} ${by} ${shapeOf(body)}`;
    let answer = this.refits.get(key);
    if (answer === undefined) {
      this.refits.set(key, (answer = this.ruler.refit(one, body, by)));
      this.questions.push({ ask: 'refit', rank: one.rank, body, by, answer });
    }
    return answer;
  }

  narrowed(one: Waiting, piece: Piece): number {
    if (one.pictured !== true) return 0;
    const key = `${one.rank} ${shapeOf(piece.body)}`;
    let answer = this.pictures.get(key);
    if (answer === undefined) {
      this.pictures.set(key, (answer = this.ruler.narrowed(one, piece)));
      this.questions.push({ ask: 'narrowed', rank: one.rank, piece, answer });
    }
    return answer;
  }

  stepped(one: Waiting, left: number, right: number, beside: boolean, heights: StepHeights): readonly Stepped[] {
    const { columns } = this.master;
    // Asked by the million: a list without gaps, each place of it for one question.
    const own = (this.steps[one.rank] ??= new Array<readonly Stepped[] | undefined>((columns + 1) * (columns + 1) * 2 * STEP_HEIGHTS.length).fill(undefined));
    const key = ((left * (columns + 1) + right) * 2 + (beside ? 1 : 0)) * STEP_HEIGHTS.length + (heights === 'usual' ? 0 : heights === 'more' ? 1 : 2);
    let answer = own[key];
    if (answer === undefined) {
      own[key] = answer = this.ruler.stepped(one, left, right, beside, heights);
      this.questions.push({ ask: 'stepped', rank: one.rank, left, right, beside, heights, answer });
    }
    return answer;
  }

  need(one: Waiting, columns: number, into: number): number {
    const own = (this.needs[one.rank] ??= []);
    const key = columns * 64 + into;
    let answer = own[key];
    if (answer === undefined) {
      own[key] = answer = this.ruler.need(one, columns, into);
      this.questions.push({ ask: 'need', rank: one.rank, columns, into, answer });
    }
    return answer;
  }

  box(one: Titled, columns: number, into: number): BoxSize {
    const { article, variant } = one;
    // As a title block outside of a box.
    if (one.headline !== undefined || one.upright === true) return this.ruler.box(one, columns, into);
    const key = `${article} ${variant} ${columns} ${into}`;
    let answer = this.boxed.get(key);
    if (answer === undefined) {
      this.boxed.set(key, (answer = this.ruler.box({ article, variant }, columns, into)));
      this.questions.push({ ask: 'box', article, variant, columns, into, answer });
    }
    return answer;
  }

  boxes(one: Waiting): readonly BoxWay[] {
    let answer = this.ways.get(one.rank);
    if (answer === undefined) {
      this.ways.set(one.rank, (answer = this.ruler.boxes(one)));
      this.questions.push({ ask: 'boxes', rank: one.rank, answer });
    }
    return answer;
  }
}
