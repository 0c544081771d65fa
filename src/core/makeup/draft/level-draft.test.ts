// Rows added here and there until feet are level and holes closed (N-34): what grows grows
// within its limits, nothing overlaps, and what is level already stays as it is.
import { describe, expect, it } from 'vitest';
import { shipped } from '../../../../test/build-edition';
import { type Area, areasOf, type Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { meets } from './close-holes';
import { levelledDraft } from './level-draft';
import { fakeMeasurer } from '../../../../test/makeup/fake-measurer';
import type { Measurer } from '../measure/measurer';
import { whiteOf } from '../rules/page-white';
import type { Waiting } from '../measure/ruler';
import type { Found } from './search-memory';
import { Yardstick } from '../measure/yardstick';

const N8 = shipped('N8', []).master as PaperMaster;
const DECK = 6;
const measure = fakeMeasurer({
  deck: () => ({ rows: DECK, lines: [{ from: 0.5, to: 2.5 }], mainLines: 2 }),
  upright: () => ({ rows: 20, lines: [{ from: 0, to: 20 }], mainLines: 2, fits: true, isSeemly: false }),
  box: () => ({ rows: 40, characters: 20, lines: [{ from: 4, to: 6 }], mainLines: 2 }),
});
const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const story = (article: string, column: number, columns: number, row: number, rows: number): Piece =>
  ({ article, variant: 'news', deck: area(column, columns, row, DECK), body: [{ area: area(column, columns, row + DECK, rows - DECK), into: columns }], box: null, from: null, to: null });
const box = (article: string, own: Area): Piece => ({ article, variant: 'box', deck: null, body: [], box: { area: own, into: 1 }, from: null, to: null });
const waiting = (...articles: string[]): Waiting[] => articles.map((article, rank) => ({ article, kind: 'news', variant: 'news', boxed: false, rank, rest: null }));
const level = (found: Found, of: readonly Waiting[], by: Measurer = measure): Found | null => levelledDraft(found, of, { number: 2, mastheadRows: 0 }, new Yardstick(N8, by));

function overlapping(pieces: readonly Piece[]): boolean {
  const areas = pieces.flatMap(areasOf);
  return areas.some((a, i) => areas.slice(i + 1).some((b) => meets(a, b) && a.row < b.row + b.rows && b.row < a.row + a.rows));
}

describe('a draft with rows added', () => {
  it('a stack that ends rows above its neighbour goes down to its foot, no title block more than three rows higher', () => {
    const found: Found = { pieces: [story('a', 0, 4, 0, 30), story('b', 0, 4, 31, 24), box('c', area(4, 4, 0, 60))], left: [], rest: null };
    const made = level(found, waiting('a', 'b', 'c'))!;
    expect(whiteOf({ pieces: made.pieces, mastheadRows: 0 }, 8, 123)).toMatchObject({ holes: 0, worst: 0 });
    expect(overlapping(made.pieces)).toBe(false);
    for (const { deck } of made.pieces) expect((deck?.rows ?? DECK) - DECK).toBeLessThanOrEqual(3);
    // The text of each is as long as it was.
    expect(made.pieces.map(({ body }) => body[0]?.area.rows)).toEqual(found.pieces.map(({ body }) => body[0]?.area.rows));
  });

  it('a box takes four rows at the most, and what is pinned none', () => {
    const pieces = [box('a', area(0, 4, 0, 40)), story('b', 4, 4, 0, 44)];
    const [grown] = level({ pieces, left: [], rest: null }, waiting('a', 'b'))!.pieces;
    expect(grown!.box!.area.rows).toBe(44);
    expect(level({ pieces: pieces.map((piece) => ({ ...piece, pinned: true })), left: [], rest: null }, waiting('a', 'b'))).toBeNull();
  });

  it('a text gives rows where its paragraphs have them and title blocks have given theirs (撑版)', () => {
    const found: Found = { pieces: [story('a', 0, 4, 0, 35), box('b', area(4, 4, 0, 40))], left: [], rest: null };
    // The box's headline lower than the story's (N-30).
    const rigidly: Measurer = { ...measure, box: () => ({ rows: 40, characters: 20, lines: [{ from: 20, to: 22 }], mainLines: 2 }) };
    const gives: Measurer = { ...rigidly, stretch: () => ({ lines: 8, rows: 0 }) };
    const [a, b] = level(found, waiting('a', 'b'), gives)!.pieces;
    expect(whiteOf({ pieces: [a!, b!], mastheadRows: 0 }, 8, 123)).toMatchObject({ holes: 0, worst: 0 });
    expect(a!.fitted).toBe(8);
    expect(a!.body[0]!.area.rows).toBeGreaterThan(35 - DECK);
    expect(a!.deck!.rows + a!.body[0]!.area.rows).toBe(40);
    // Without them it has only its title block's.
    const [rigid] = level(found, waiting('a', 'b'), rigidly)!.pieces;
    expect(rigid!.fitted).toBeUndefined();
    expect(rigid!.body[0]!.area.rows).toBe(35 - DECK);
  });

  it('a box right under another article\'s title stays there', () => {
    const long: Piece = { ...story('a', 0, 2, 0, 29), deck: area(0, 8, 0, DECK) };
    const found: Found = { pieces: [long, box('b', area(2, 6, DECK, 40)), story('c', 0, 2, 30, 14)], left: [], rest: null };
    const made = level(found, waiting('a', 'b', 'c'))!.pieces;
    expect(whiteOf({ pieces: made, mastheadRows: 0 }, 8, 123)).toMatchObject({ holes: 0, worst: 0 });
    expect(made[1]!.box!.area.row).toBe(made[0]!.deck!.rows);
  });

  it('what is level stays', () => {
    expect(level({ pieces: [story('a', 0, 8, 0, 30), box('b', area(0, 8, 31, 40))], left: [], rest: null }, waiting('a', 'b'))).toBeNull();
  });
});
