import { describe, expect, it } from 'vitest';
import { shipped } from '../../../../test/build-edition';
import { paragraphOf } from '../../../../test/paragraphs';
import type { PaperMaster } from '../../model/master';
import type { Broken } from '../../page/placement';
import type { Measurer } from '../measure/measurer';
import type { Ruler, Waiting } from '../measure/ruler';
import { type Found, SearchMemory } from './search-memory';
import { Yardstick } from '../measure/yardstick';

const N8 = shipped('N8', []).master as PaperMaster;

/** A ruler over articles of so many characters, each `more` rows higher than its characters say. */
function rulerOf(characters: Readonly<Record<string, number>>, more: Readonly<Record<string, number>> = {}): Yardstick {
  const measure: Measurer = {
    deck: (article) => ({ rows: 5 + (more[article] ?? 0), lines: [{ from: 0, to: 4 }], mainLines: 1 }),
    upright: () => ({ rows: 20, lines: [{ from: 0, to: 20 }], mainLines: 1, fits: true, isSeemly: false }),
  box: () => ({ rows: 40, characters: 20, lines: [], mainLines: 1 }),
    body: (article) => [{ ref: article.charCodeAt(0), content: paragraphOf('字'.repeat(characters[article] ?? 0)) }],
    fill: (thread, body) => {
      const [{ area, into }] = body as readonly [Broken];
      const { ref, content } = thread[0]!;
      const own = content.kind === 'paragraph' ? content.text.length : 0;
      const used = Math.ceil(own / ((area.columns * 13) / into)) + (more[String.fromCharCode(ref)] ?? 0);
      return { columns: [{ fragments: [], used, short: 0, forced: null, next: null, seen: 1 }], rows: [Math.ceil(used / into)], thread, rest: null };
    },
    overfill: (thread) => ({ columns: [], rows: [], thread, rest: null }),
    stretch: () => null,
    gaps: () => ({ lines: 0, loose: 0, worst: 0 }),
    ends: () => ({ short: 0, blank: 0, many: 0, low: 0, fault: null, column: 0, over: false }),
    continued: (rest) => rest,
    gap: () => 0,
    boxOver: () => 0,
    tooLoose: () => null, narrowedPicture: () => null,
  };
  return new Yardstick(N8, measure);
}

const waitingOf = (...articles: string[]): Waiting[] => articles.map((article, rank) => ({ article, kind: 'news', variant: 'news', boxed: false, rank, rest: null }));

/** A search that asks a little of each article, and leaves the last. */
function asks(count: { searches: number }, waiting: readonly Waiting[], order: readonly number[] = [3, 4]): (ruler: Ruler) => readonly Found[] {
  return (ruler) => {
    count.searches++;
    for (const one of waiting) {
      ruler.deck(one, 2);
      ruler.whole(one, 3);
      for (const columns of order) ruler.need(one, columns, columns - 1);
    }
    return [{ pieces: [], left: waiting.slice(-1), rest: { one: waiting[0]!, deck: null, body: [] } }];
  };
}

const SHORT = { a: 300, b: 500 };

describe('a search is made once for the same answers', () => {
  it('another text of as many rows: what was found, with the articles as they are now', () => {
    const memory = new SearchMemory();
    const count = { searches: 0 };
    for (const characters of [SHORT, { a: 301, b: 499 }]) {
      const waiting = waitingOf('a', 'b');
      const [found] = memory.recall(waiting, 'front', rulerOf(characters), asks(count, waiting));
      expect(found?.left[0]).toBe(waiting[1]);
      expect(found?.rest?.one).toBe(waiting[0]);
    }
    expect(count.searches).toBe(1);
  });
  it.each([
    ['a row more', 'front', rulerOf(SHORT, { b: 1 }), ['a', 'b']],
    ['another page', 'inner', rulerOf(SHORT), ['a', 'b']],
    ['an article more', 'front', rulerOf(SHORT), ['a', 'b', 'c']],
    ['another order', 'front', rulerOf(SHORT), ['b', 'a']],
    ['an article that has grown long', 'front', rulerOf({ ...SHORT, b: 20_000 }), ['a', 'b']],
  ] as const)('%s: searched anew', (_, beginning, ruler, articles) => {
    const memory = new SearchMemory();
    const count = { searches: 0 };
    const first = waitingOf('a', 'b');
    memory.recall(first, 'front', rulerOf(SHORT), asks(count, first));
    const waiting = waitingOf(...articles);
    memory.recall(waiting, beginning, ruler, asks(count, waiting));
    expect(count.searches).toBe(2);
  });
  it('a row more and a row less again: the first search stands', () => {
    const memory = new SearchMemory();
    const count = { searches: 0 };
    for (const more of [0, 1, 2, 0, 1, 2]) {
      const waiting = waitingOf('a', 'b');
      memory.recall(waiting, 'front', rulerOf(SHORT, { a: more }), asks(count, waiting));
    }
    expect(count.searches).toBe(3);
  });
});

describe('needs of a long article, which are reckoned from the first that was asked for', () => {
  const LONG = { a: 300, b: 8000, c: 400 };
  const needsAfter = (memory: SearchMemory, ruler: Yardstick, order: readonly number[]): [number, number][] => {
    const waiting = waitingOf('a', 'b', 'c');
    memory.recall(waiting, 'front', ruler, asks({ searches: 0 }, waiting, order));
    return [...ruler.needsOf(waiting[1]!)];
  };
  it('are after a remembered search what they are after a search', () => {
    const memory = new SearchMemory();
    const searched = needsAfter(memory, rulerOf(LONG), [3, 5]);
    expect(searched).toHaveLength(2);
    expect(needsAfter(memory, rulerOf({ ...LONG, b: 8001 }), [3, 5])).toEqual(searched);
  });
  it('are untouched by a memory that did not serve', () => {
    const memory = new SearchMemory();
    needsAfter(memory, rulerOf(LONG), [3, 5]);
    // `b` still answers as before; `c`, asked last, does not.
    const fresh = needsAfter(new SearchMemory(), rulerOf(LONG, { c: 1 }), [5, 3]);
    expect(fresh).toHaveLength(2);
    expect(needsAfter(memory, rulerOf(LONG, { c: 1 }), [5, 3])).toEqual(fresh);
  });
});
