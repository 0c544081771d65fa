// A block to another page in a shape that has room there: all of its text, nothing covered,
// nobody's text cut, and what was done said; fake fonts, pages by seed.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { editionOf } from '../../../../test/makeup/editions';
import { checkLaws } from '../../../../test/laws-pages';
import { prose, random } from '../../../../test/random';
import { areasOf, type Layout, layoutFault, type Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import { pieceOf } from './hand-put';
import type { HandAct } from './hand-act';
import { boundsOf } from '../measure/hand-shape';

const [COLUMNS, LINES] = [6, 85];

/** Stories of so many characters on tabloid pages that a hand has laid out. */
function paper(sizes: Readonly<Record<string, number>>, pages: readonly (readonly Piece[])[]) {
  const roll = random(7);
  const pkg = packageOf(Object.entries(sizes).map(([id, characters]) => article(id, id === 'comment' ? 'editorial' : 'news', doc(...Array.from({ length: Math.ceil(characters / 120) }, () => p(prose(roll, 120)))), { 'deck.main': `市政协${prose(roll, 8)}` })));
  const edition = shipped('T6', Object.keys(sizes), { paper: { ...DAILY, firstPage: 2 } });
  const layout: Layout = { pages: pages.map((pieces, i) => ({ number: i + 2, mastheadRows: 0, pieces })) };
  const typesetter = new Typesetter(FAKE);
  const act = (one: HandAct, on: Layout = layout) => typesetter.actByHand(pkg, edition, on, one);
  return { pkg, edition, layout, typesetter, act };
}

const story = (id: string, column: number, row: number, columns: number, rows: number): Piece => ({
  article: id, variant: 'news', deck: { column, columns, row, rows: 5 }, body: [{ area: { column, columns, row: row + 5, rows: rows - 5 }, into: columns }], box: null, from: null, to: null,
});

describe('移到别的版', () => {
  it('too high for what is blank there, a block takes it in other columns and rows; its text whole, the others as they were, in one act', () => {
    const { pkg, edition, layout, typesetter, act } = paper({ high: 850, lead: 2800, below: 1500 }, [[story('high', 0, 0, 2, 64), story('lead', 2, 0, 4, 85)], [story('below', 0, 0, 6, 50)]]);
    const outcome = act({ kind: 'carry', page: 2, article: 'high', to: 3 });
    expect(outcome).toMatchObject({ ok: true, note: expect.stringMatching(/“.*”原来 2 栏 64 行，第3版没有这样的空，排成了 \d 栏 \d+ 行/u) as string });
    if (!outcome.ok) return;
    expect(layoutFault(outcome.layout, COLUMNS, LINES)).toBeNull();
    const there = pieceOf(outcome.layout, { page: 3, article: 'high' })!;
    expect(boundsOf(there).columns).toBeGreaterThan(2);
    expect(boundsOf(there).row).toBeGreaterThan(49);
    expect(pieceOf(outcome.layout, { page: 3, article: 'below' })).toEqual(pieceOf(layout, { page: 3, article: 'below' }));
    expect(typesetter.rooms(pkg, edition, outcome.layout).find(({ article: id }) => id === 'high')!.over).toBe(0);
    expect(checkLaws(typesetter.typeset(pkg, { ...edition, layout: outcome.layout }), pkg, { ...edition, layout: outcome.layout }, FAKE).filter((fault) => fault.includes('high'))).toEqual([]);
  });

  it('a boxed one is boxed in the blank’s width', () => {
    const box: Piece = { article: 'comment', variant: 'box', deck: null, body: [], box: { area: { column: 0, columns: 2, row: 0, rows: 75 }, into: 1 }, from: null, to: null };
    const { pkg, edition, typesetter, act } = paper({ comment: 600, lead: 2800, below: 1500 }, [[box, story('lead', 2, 0, 4, 85)], [story('below', 0, 0, 6, 38)]]);
    const outcome = act({ kind: 'carry', page: 2, article: 'comment', to: 3 });
    expect(outcome.ok && outcome.note).toMatch(/排成了 [3-6] 栏/u);
    if (!outcome.ok) return;
    const there = pieceOf(outcome.layout, { page: 3, article: 'comment' })!;
    expect(there.box).not.toBeNull();
    expect(typesetter.rooms(pkg, edition, outcome.layout).find(({ article: id }) => id === 'comment')!.over).toBe(0);
  });

  it('where the blank is in pieces the others shift for it, as they are', () => {
    const { layout, pkg, edition, typesetter, act } = paper({ high: 850, lead: 2800, one: 600, two: 600 }, [[story('high', 0, 0, 2, 64), story('lead', 2, 0, 4, 85)], [story('one', 0, 20, 6, 25), story('two', 0, 60, 6, 25)]]);
    const outcome = act({ kind: 'carry', page: 2, article: 'high', to: 3 });
    expect(outcome.ok && outcome.note).toMatch(/让了位/u);
    if (!outcome.ok) return;
    const shapes = (on: Layout, id: string) => areasOf(pieceOf(on, { page: 3, article: id })!).map(({ columns, rows }) => [columns, rows]);
    for (const id of ['one', 'two']) expect(shapes(outcome.layout, id)).toEqual(shapes(layout, id));
    expect(typesetter.rooms(pkg, edition, outcome.layout).find(({ article: id }) => id === 'high')!.over).toBe(0);
  });

  it('it stands right below what is above it there, however low it stood', () => {
    const { layout, act } = paper({ low: 300, lead: 2800, one: 600 }, [[story('lead', 0, 0, 6, 60), story('low', 2, 61, 4, 20)], [story('one', 0, 0, 6, 25)]]);
    const outcome = act({ kind: 'carry', page: 2, article: 'low', to: 3 });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(boundsOf(pieceOf(outcome.layout, { page: 3, article: 'low' })!)).toEqual({ ...boundsOf(pieceOf(layout, { page: 2, article: 'low' })!), row: 26 });
    // What that costs is told, though nobody else moved.
    expect(outcome.note).toMatch(/^“.+”移到第3版，别的稿件没有动（第3版没有排满，缺 \d+ 行/u);
  });

  it('onto a full page all else is made up anew about it, the lead at its head where that can be', () => {
    // At the page's head alone the page was worth nothing then.
    const { pkg, edition } = editionOf(15);
    const { layout: _, ...unplaced } = edition;
    const typesetter = new Typesetter(FAKE);
    const [best] = typesetter.propose(pkg, unplaced);
    const outcome = typesetter.actByHand(pkg, unplaced, best!.layout, { kind: 'carry', page: 2, article: 'brief-5', to: 1 });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(Number(/变为 ([\d.]+) 分/u.exec(outcome.note ?? '')?.[1])).toBeGreaterThan(40);
    const lead = edition.articles[0]!;
    const [front] = outcome.layout.pages;
    expect(boundsOf(pieceOf(outcome.layout, { page: 1, article: lead })!)).toMatchObject({ column: 0, row: front!.mastheadRows });
    expect(pieceOf(outcome.layout, { page: 1, article: 'brief-5' })).not.toBeNull();
  }, 60_000);

  it('where nothing helps the reason says what would', () => {
    const { act } = paper({ high: 2600, lead: 2800, below: 4000 }, [[story('high', 0, 0, 3, 85), story('lead', 3, 0, 3, 85)], [{ ...story('below', 0, 0, 6, 85), pinned: true }]]);
    expect(act({ kind: 'carry', page: 2, article: 'high', to: 3 })).toEqual({ ok: false, reason: expect.stringContaining('先把那一版的一篇移到别的版') as string });
  });
});
