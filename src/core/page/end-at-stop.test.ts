import { describe, expect, it } from 'vitest';
import type { Block } from '../flow/flow';
import { han } from '../../../test/build';
import { FAKE_FONTS } from '../../../test/build-edition';
import { paragraphOf } from '../../../test/paragraphs';
import { prose, random } from '../../../test/random';
import { block, head, lines, newSetter, textOf, threadText, WIDTH } from '../../../test/threads';
import type { SetParagraph } from '../line/line';
import type { Filled } from './fill-frame';
import { Paginator } from './paginate';
import { Setter } from './setter';

/** Pages of so many rows of ten characters, at most three of them empty for a stop. */
function pages(thread: readonly Block[], rows: number): readonly Filled[] {
  return new Paginator(newSetter()).paginate(thread, () => ({ width: WIDTH, rows, endAtStop: 3 }), { stray: 'never' });
}

const text = (content: string): Block => block(paragraphOf(content));
/** The last characters of a page. */
const end = (page: Filled): string => textOf([page]).slice(-2);

describe('G-22: a page of the large-type copy ends at a stop', () => {
  it('at a sentence, where at most 3 lines stay empty for it', () => {
    const thread = [text(`${han(24)}末。${han(40)}。`)]; // the stop is on line 3 of 5
    const [first, second] = pages(thread, 5);
    expect(end(first!)).toBe('末。');
    expect(first).toMatchObject({ used: 3, short: 2 });
    // The rest goes on flush: it is no new paragraph.
    expect(second!.fragments[0]!.set.x[0]).toBe(0);
  });
  it.each(['；', '，'])('else at %s', (mark) => {
    const thread = [text(`${han(8)}句。${han(20)}末${mark}${han(60)}。`)]; // 。 on line 2, five lines up; the clause on line 4 of 7
    const [first] = pages(thread, 7);
    expect(end(first!)).toBe(`末${mark}`);
    expect(first!.used).toBe(4);
  });
  it('a ； is better than a later ，', () => {
    const thread = [text(`${han(30)}分；${han(12)}逗，${han(60)}。`)];
    expect(end(pages(thread, 7)[0]!)).toBe('分；');
  });
  it('never inside “…”', () => {
    const thread = [text(`${han(20)}末。“${han(8)}里。${han(6)}里。${han(30)}”${han(20)}。`)];
    expect(end(pages(thread, 5)[0]!)).toBe('末。');
  });
  it('nor inside a quotation that the page before began', () => {
    // 96 characters of quotation: two pages end inside it with their line, neither at its stops; the third ends behind it.
    const thread = [text(`“${han(30)}里。${han(30)}里。${han(30)}”${han(12)}末。${han(60)}。`)];
    const ends = pages(thread, 5).map(end);
    expect(ends.filter((one) => one.endsWith('里。'))).toEqual([]);
    expect(ends).toContain('末。');
  });
  it('a paragraph\'s own end is a stop', () => {
    const thread = [lines(3), lines(2), lines(4)];
    expect(pages(thread, 5)[0]).toMatchObject({ short: 0, next: { block: 2, chunk: 0, tail: null } });
  });
  it('few lines of a new paragraph without a sentence in them go over whole', () => {
    const thread = [lines(4), text(`${han(50)}。`)];
    expect(pages(thread, 6)[0]).toMatchObject({ used: 4, short: 2, next: { block: 1, chunk: 0, tail: null } });
  });
  it('with the heading before them, which would be left behind (T-34)', () => {
    const thread = [lines(3), head(), text(`${han(50)}。`)];
    expect(pages(thread, 6)[0]).toMatchObject({ used: 3, short: 3, next: { block: 1, chunk: 0, tail: null } });
  });
  it('but not where heading and lines are more than may stay empty', () => {
    const thread = [lines(3), head(), text(`${han(50)}。`)];
    expect(pages(thread, 7)[0]!.fragments).toHaveLength(3);
  });
  it('a run-in head\'s own stop is none: it goes over with its text', () => {
    const runIn = block(paragraphOf([{ text: `（二）${han(8)}。`, style: { role: 'hei' } }, { text: `${han(40)}。` }]));
    expect(pages([lines(4), runIn, lines(2)], 6)[0]).toMatchObject({ used: 4, short: 2, next: { block: 1, chunk: 0, tail: null } });
    // With a sentence of its text on the page it stays.
    const longer = block(paragraphOf([{ text: `（二）${han(8)}。`, style: { role: 'hei' } }, { text: `${han(6)}末。${han(40)}。` }]));
    expect(end(pages([lines(4), longer, lines(2)], 7)[0]!)).toBe('末。');
  });
  it('nor is the stop of a theme sentence that the look sets like its text (社情民意通民心。, a large-type copy)', () => {
    const themed = (rest: string): Block => block({ ...paragraphOf(`${han(7)}题。${rest}`), lead: 9 });
    // Its line alone at the foot would be the heading's; with the row that stays empty it goes over whole.
    expect(pages([lines(4), themed(`${han(40)}。`), lines(2)], 6)[0]).toMatchObject({ used: 4, short: 2, next: { block: 1, chunk: 0, tail: null } });
    // More rows would stay empty than may: the page ends at a clause of its text, else with its line, not at the theme's stop.
    expect(end(pages([lines(2), themed(`${han(20)}句，${han(40)}。`), lines(2)], 6)[0]!)).toBe('句，');
    expect(pages([lines(2), themed(`${han(40)}。`), lines(2)], 6)[0]).toMatchObject({ used: 6, short: 0 });
    expect(end(pages([lines(2), themed(`${han(6)}末。${han(40)}。`), lines(2)], 6)[0]!)).toBe('末。');
  });
  it('one line of a paragraph (各位委员！) is not left alone at the foot where a clause more of it stands there too', () => {
    const address = (rest: string): Block => text(`${han(4)}！${rest}`);
    const [first] = pages([lines(2), address(`${han(20)}句，${han(40)}。`), lines(2)], 6);
    expect(first).toMatchObject({ used: 5, short: 1 });
    expect(end(first!)).toBe('句，');
    // Nothing else in reach: its stop is one all the same.
    expect(end(pages([lines(2), address(`${han(50)}。`), lines(2)], 6)[0]!).endsWith('！')).toBe(true);
  });
  it('at most 3 lines stay empty in all: those that a heading left count', () => {
    // Rows 5 and 6 of 7 are too few for a heading of two rows and its line; the paragraph before ends a sentence 2 lines up.
    const thread = [text(`${han(26)}句。${han(20)}末。`), lines(1), head(1, 1, { gridLines: 2 }), lines(3)];
    for (const page of pages(thread, 8)) if (page.next !== null) expect(page.short).toBeLessThanOrEqual(3);
  });
  it('a text without any stop: the page ends with its line, and every line of it is full', () => {
    const thread = [text(han(100))];
    const [first] = pages(thread, 5);
    expect(first).toMatchObject({ used: 5, short: 0 });
    expect(textOf([first!])).toHaveLength(48);
  });
});

describe('adjust.lines: what a hand asked of a paragraph holds where a page cuts it', () => {
  const lineCount = (frames: readonly Filled[]): number => frames.reduce((sum, { fragments }) => sum + fragments.reduce((all, { first, end }) => all + end - first, 0), 0);
  // 22 characters to a line as in the large-type copy, so that a line more can be had.
  const wide = 220;
  const set = (content: Block, rows: number): readonly Filled[] => new Paginator(newSetter()).paginate([content], () => ({ width: wide, rows, endAtStop: 3 }), { stray: 'never' });
  const asking = (seed: number, looseness: number): Block => block({ ...paragraphOf(prose(random(seed), 420)), looseness });

  it('a line more is a line more over both pages, once', () => {
    let cut = 0;
    let more = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const plain = set(asking(seed, 0), 12);
      const loose = set(asking(seed, 1), 12);
      if (plain.length < 2) continue;
      cut++;
      expect(textOf(loose), `seed ${seed}`).toBe(textOf(plain));
      const gained = lineCount(loose) - lineCount(plain);
      // A stop moved up or down by the line may cost or save a half-empty line of its own.
      expect(gained, `seed ${seed}`).toBeGreaterThanOrEqual(0);
      expect(gained, `seed ${seed}`).toBeLessThanOrEqual(2);
      if (gained >= 1) more++;
    }
    expect(cut).toBeGreaterThan(20);
    expect(more / cut).toBeGreaterThan(0.85);
  });
  it('what no part of it can give is said by the part that was asked last', () => {
    const frames = set(block({ ...paragraphOf(han(420)), looseness: -3 }), 12);
    expect(frames.flatMap(({ fragments }) => fragments.flatMap(({ set: { issues } }) => issues.map(({ code }) => code)))).toContain('looseness-refused');
  });
});

describe('whatever the text, nothing is lost and no page wastes more than 3 lines', () => {
  it('random reports', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const roll = random(seed);
      const thread = Array.from({ length: 1 + roll(8) }, () => (roll(5) === 0 ? head() : text(prose(roll, 5 + roll(300)))));
      const all = pages(thread, 6 + roll(6));
      expect(textOf(all), `seed ${seed}`).toBe(threadText(thread));
      for (const page of all) if (page.next !== null && page.forced === null) expect(page.short, `seed ${seed}`).toBeLessThanOrEqual(3);
    }
  });
  it.each([['digits, two to an em', '1'], ['narrow letters', 'i'], ['Han', '政']])('an endless run of %s is not broken into lines anew to its end on every page', (_name, character) => {
    let broken = 0;
    class Counting extends Setter {
      override set(...args: Parameters<Setter['set']>): SetParagraph {
        broken += args[0].text.length;
        return super.set(...args);
      }
    }
    const thread = [text(character.repeat(20_000))];
    const all = new Paginator(new Counting(FAKE_FONTS)).paginate(thread, () => ({ width: WIDTH, rows: 18, endAtStop: 3 }), { stray: 'never' });
    expect(textOf(all)).toBe(threadText(thread));
    expect(broken).toBeLessThan(10 * 20_000);
  });
  it('a paragraph of 100,000 characters', () => {
    const thread = [text(prose(random(1), 100_000))];
    const all = pages(thread, 18);
    expect(textOf(all)).toBe(threadText(thread));
    expect(all.slice(0, -1).filter((page) => !/[。！；，：]$/u.test(textOf([page])))).toEqual([]);
  });
});
