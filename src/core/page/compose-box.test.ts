// The text of a box led out to the box's foot (T-35): on its own pitch, as far as 4 %; what
// is left of a box's rows beyond that goes to the headline's zone. Fake fonts.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, FAKE_FONTS, shipped } from '../../../test/build-edition';
import { prose, random } from '../../../test/random';
import type { Piece } from '../model/layout';
import type { PaperMaster } from '../model/master';
import { Flower } from '../flow/flow-article';
import { paperSetting } from '../typeset-paper';
import { Paginator } from './paginate';
import { PieceMemory } from './piece-memory';
import { Setter } from './setter';

const edition = shipped('N8', ['e'], { paper: { ...DAILY, firstPage: 2 } });
const master = edition.master as PaperMaster;
const pitch = (15 / 10.5) * 10.5;

/** A box over five columns with so many rows more than it needs: its need, where its text and headline begin, its text's pitch, and row of its last line's foot. */
function boxOf(paragraphs: number, more: number, variant: Piece['variant'] = 'box'): { readonly rows: number; readonly top: number; readonly head: number; readonly pitch: number; readonly foot: number; readonly led: number } {
  const roll = random(paragraphs);
  const pkg = packageOf([article('e', 'editorial', doc(...Array.from({ length: paragraphs }, () => p(prose(roll, 120)))), { 'deck.main': '同心启新程' }, '社论')], [edition]);
  const setter = new Setter(FAKE_FONTS);
  const paginator = new Paginator(setter);
  const flower = new Flower();
  const { composer } = paperSetting(edition, master, pkg.articles, pkg.meeting, (one, which) => flower.flow(one, { edition, meeting: pkg.meeting, stage: pkg.stage, variant: which, noteNumber: null, notesKey: '' }, new Map()).flow, { flower, setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() });
  const { rows, led = 0 } = composer.measurer.box('e', variant, 5, 3);
  const piece: Piece = { article: 'e', variant, deck: null, body: [], box: { area: { column: 0, columns: 5, row: 0, rows: rows + more }, into: 3 }, from: null, to: null };
  const [page] = composer.compose({ pages: [{ number: 2, mastheadRows: 0, pieces: [piece] }], left: [], unboxed: [] }).pages;
  const rowOf = (y: number): number => (y - master.top) / master.pitch;
  const body = page!.frames.filter(({ frame }) => frame.what === 'box-body');
  const lines = Math.max(...body.flatMap(({ fragments }) => fragments.map(({ row, first, end }) => row + end - first)));
  const { y, grid } = body[0]!.frame;
  return { rows, led, top: rowOf(y), head: rowOf(page!.frames.find(({ frame }) => frame.what === 'box-deck')!.frame.y), pitch: grid.pitch, foot: rowOf(y) + ((lines - 1) * grid.pitch) / master.pitch + 1 };
}

describe('T-35: leading inside a box', () => {
  it('its first and last lines stand on the page’s grid, the last one a row above the box’s foot, its pitch no more than 4 % over its own', () => {
    for (const paragraphs of [12, 13, 14, 15, 16, 17, 18, 19, 20]) {
      for (const more of [0, 1, 2, 4]) {
        const box = boxOf(paragraphs, more);
        expect(box.top, `${paragraphs}+${more}`).toBeCloseTo(Math.round(box.top), 6);
        expect(box.foot, `${paragraphs}+${more}`).toBeCloseTo(box.rows + more - 1, 6);
        expect(box.pitch).toBeGreaterThanOrEqual(pitch - 1e-9);
        expect(box.pitch).toBeLessThanOrEqual(pitch * 1.04 + 1e-9);
      }
    }
  });
  it('rows that leading takes move neither headline nor text; the next ones do', () => {
    const many = 26;
    const none = boxOf(many, 0);
    expect(none.led).toBeGreaterThan(0);
    const led = boxOf(many, none.led);
    expect(led.pitch).toBeGreaterThan(none.pitch);
    expect([led.top, led.head]).toEqual([none.top, none.head]);
    const more = boxOf(many, none.led + 2);
    expect([more.top, more.head]).toEqual([none.top + 2, none.head + 1]);
  });
  it('a text set as on the page keeps the page’s pitch', () => {
    expect([boxOf(14, 3, 'news').pitch, boxOf(14, 3, 'news').led]).toEqual([master.pitch, 0]);
  });
  it('a few lines are not led out: on so few it would show', () => {
    expect(boxOf(1, 3).pitch).toBe(pitch);
  });
});
