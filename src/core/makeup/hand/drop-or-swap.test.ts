// Drops on the other sample's full page of 对开, where no line is to spare: with the faces that
// print it, as its proposals fill it.
import { describe, expect, it } from 'vitest';
import { handCases } from '../../../../test/makeup/hand-cases';
import { findFonts } from '../../../node/fonts';
import type { Layout } from '../../model/layout';
import { Typesetter } from '../../typeset';
import { boundsOf } from '../measure/hand-shape';

const { pkg, edition } = handCases(process.cwd(), []).find(({ name }) => name === '澜浦 N8')!;
const typesetter = new Typesetter({ images: pkg.assets, fonts: findFonts({ system: false, edition: 'newspaper' }).fonts });
const made = typesetter.typeset(pkg, edition).layout!;
const layout: Layout = made.layout;
const [page] = layout.pages;
const piece = (id: string, on: Layout = layout) => on.pages[0]!.pieces.find(({ article }) => article === id)!;
const over = (on: Layout): number => typesetter.rooms(pkg, edition, on).reduce((sum, room) => sum + room.over, 0);
const worth = (on: Layout): number => typesetter.typeset(pkg, { ...edition, layout: on }).layout!.score;
/** A block put with its middle on the middle of another's headline, as a hand does. */
const dropped = (id: string, on: string) => {
  const [own, deck] = [boundsOf(piece(id)), piece(on).deck ?? boundsOf(piece(on))];
  const { columns, lines } = edition.master as Extract<typeof edition.master, { kind: 'paper' }>;
  const column = Math.max(0, Math.min(columns - own.columns, Math.round(deck.column + deck.columns / 2 - own.columns / 2)));
  const row = Math.max(page!.mastheadRows, Math.min(lines - own.rows, Math.round(deck.row + deck.rows / 2 - own.rows / 2)));
  return typesetter.actByHand(pkg, edition, layout, { kind: 'move', page: page!.number, article: id, columns: column - own.column, rows: row - own.row, giveWay: true });
};

describe('a block put on another one’s headline where every line is taken', () => {
  it('the page is full, and worth much', () => {
    expect(over(layout)).toBe(0);
    expect(made.score).toBeGreaterThan(90);
  });
  const drops = [['brief-standing', 'story-stairs'], ['brief-paper', 'story-stairs']] as const;
  it.each(drops)('%s on %s: nobody’s last lines are cut off for it on a page that is spoilt; what cannot be is not done, and why', (id, on) => {
    const outcome = dropped(id, on);
    if (!outcome.ok) {
      expect(outcome.reason).toMatch(/会余 \d+ 行|排不下|压住|版心外/u);
      return;
    }
    if (over(outcome.layout) > 0) expect(made.score - worth(outcome.layout)).toBeLessThanOrEqual(30);
    expect(over(outcome.layout)).toBeLessThanOrEqual(15);
  });
  it('put on the one right below it, for which nobody can give way, the two change places, and it is said', () => {
    const outcome = dropped('brief-proposals', 'story-harbour');
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.note).toMatch(/^“大会收到提案341件”与“夜归的船看见了灯”对调了/u);
    expect(over(outcome.layout)).toBe(0);
    const [own, other] = ['brief-proposals', 'story-harbour'].map((id) => boundsOf(piece(id, outcome.layout)));
    expect(own!.row).toBeGreaterThan(other!.row);
  });
});
