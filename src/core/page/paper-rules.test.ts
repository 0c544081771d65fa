// Rules between columns and beside pieces stand where there is something to part, and nowhere else;
// a screen without a frame reaches a little further than its text on all sides, and no rule is under
// it. On pages that are written row by row.
import { expect, it } from 'vitest';
import { FAKE } from '../../../test/build-edition';
import { FIXED, fixedPage } from '../../../test/fixed-page';
import { checkLaws, textsOf } from '../../../test/laws-pages';
import type { Area, Piece } from '../model/layout';
import type { Edition } from '../model/package';
import type { PaperMaster } from '../model/master';
import { Typesetter } from '../typeset';

const { pkg, edition } = fixedPage();
const { left: LEFT, top: TOP, pitch: PITCH, em: EM, characters, gap } = edition.master as PaperMaster;

/** The page with these pieces, its laws, and its rules downwards: base column at their right, first row beside them and the row after the last. */
function downwards(pieces: readonly Piece[]): { readonly laws: string[]; readonly rules: { column: number; from: number; to: number }[] } {
  const own: Edition = { ...edition, articles: pieces.map(({ article }) => article), layout: { pages: [{ number: 1, mastheadRows: 0, pieces }] } };
  const set = new Typesetter(FAKE).typeset({ ...pkg, editions: [own] }, own);
  const rules = set.list.pages[0]!.items.flatMap((item) => {
    if (item.kind !== 'path' || item.stroke === null || item.coords[0] !== item.coords[2]) return [];
    const [x, from, , to] = item.coords as [number, number, number, number];
    // A rule ends with its last character, which is an em high and not a pitch.
    return [{ column: Math.round((x - LEFT) / ((characters + gap) * EM)), from: Math.round((from - TOP) / PITCH), to: Math.round((to - EM - TOP) / PITCH) + 1 }];
  });
  return { laws: checkLaws(set, { ...pkg, editions: [own] }, own, FAKE), rules };
}

/** Columns `from` to before `end`, `rows` rows from `row` on. */
function columns(from: number, end: number, row: number, rows: number): Area {
  return { column: from, columns: end - from, row, rows };
}

function piece(article: string, deck: Area, ...body: readonly Area[]): Piece {
  return { article, variant: 'news', deck, body: body.map((area) => ({ area, into: area.columns })), box: null, from: null, to: null };
}

it('the rule at the left of a piece ends with the text at its left edge, though a leg at its right goes further down', () => {
  // 40 lines at the left, 162 at the right, of which the last column is the longest; under both, but for it, a headline.
  const { laws, rules } = downwards([
    piece('brief', columns(0, 2, 0, 4), columns(0, 2, 4, 20)),
    piece('story', columns(3, 8, 0, 4), columns(3, 7, 4, 30), columns(7, 8, 4, 42)),
    piece('lead', columns(0, 6, 35, 4), columns(0, 6, 39, 40)),
  ]);
  expect(rules.filter(({ column, from }) => column === 3 && from < 35)).toEqual([{ column: 3, from: 0, to: 34 }]);
  expect(rules.filter(({ column, from }) => column === 7 && from < 35)).toEqual([{ column: 7, from: 4, to: 46 }]);
  expect(laws).toEqual([]);
});

it('text that goes on at that edge under another article has a rule of its own; none goes through what stands between', () => {
  const { laws, rules } = downwards([
    piece('story', columns(3, 8, 0, 4), columns(3, 5, 4, 12), columns(3, 5, 60, 16), columns(5, 8, 4, 72)),
    piece('lead', columns(0, 5, 20, 4), columns(0, 5, 24, 34)),
    piece('brief', columns(0, 3, 60, 4), columns(0, 3, 64, 20)),
  ]);
  const edge = rules.filter(({ column, from }) => column === 3 && (from < 4 || from >= 59));
  expect(edge.map(({ from }) => from)).toEqual([0, 60]);
  expect(edge[0]!.to).toBeLessThanOrEqual(16);
  expect(edge[1]!.to).toBeLessThanOrEqual(76);
  expect(laws.filter((law) => law.includes('goes through'))).toEqual([]);
});

it('a leg that begins beside the title of its article is parted from the column at its left where both have text', () => {
  // 162 lines: six columns of 20 under the title, and one of 42 at its right from 22 rows higher.
  const { laws, rules } = downwards([piece('story', columns(0, 6, 0, 22), columns(0, 6, 22, 20), columns(6, 7, 0, 42))]);
  expect(rules.filter(({ column }) => column === 6)).toEqual([{ column: 6, from: 22, to: 42 }]);
  expect(rules.map(({ column }) => column)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(laws).toEqual([]);
});

it('and one that begins lower, under another article, from where it begins', () => {
  // 162 lines: five columns of 30, ends of paragraphs, and 12 under the brief.
  const { laws, rules } = downwards([
    piece('brief', columns(5, 7, 0, 4), columns(5, 7, 4, 20)),
    piece('story', columns(0, 5, 0, 4), columns(0, 5, 4, 30), columns(5, 6, 25, 12)),
  ]);
  expect(rules.filter(({ column }) => column === 5)).toEqual([{ column: 5, from: 0, to: 24 }, { column: 5, from: 25, to: 37 }]);
  expect(laws).toEqual([]);
});

it('text on both sides of another article is parted from that by its own rows alone: what stands under it may be wider', () => {
  // 162 lines: 40 in each of three columns at the left of the brief, 14 at its right; under the shorter ones a headline over both.
  const { laws, rules } = downwards([
    piece('story', columns(0, 8, 0, 4), columns(0, 3, 4, 40), columns(5, 8, 4, 14)),
    piece('brief', columns(3, 5, 5, 4), columns(3, 5, 9, 20)),
    piece('lead', columns(3, 8, 31, 4), columns(3, 8, 35, 48)),
  ]);
  expect(rules.filter(({ column, from }) => column === 5 && from < 31)).toEqual([{ column: 5, from: 4, to: 18 }]);
  expect(laws).toEqual([]);
});

it('底纹 stands off the text that it is behind, and short of the rules between it and others', () => {
  const own: Edition = { ...edition, dress: { other: { tint: 10 } } };
  const set = new Typesetter(FAKE).typeset({ ...pkg, editions: [own] }, own);
  const [page] = set.list.pages;
  const paths = page!.items.flatMap((item) => (item.kind === 'path' ? [item] : []));
  const across = (coords: readonly number[], odd: number): readonly [number, number] => {
    const own = coords.filter((_, i) => i % 2 === odd);
    return [Math.min(...own), Math.max(...own)];
  };
  const screens = paths.filter(({ fill }) => fill === 0.9);
  const all = screens.flatMap(({ coords }) => coords);
  const [[left, right], [top, foot]] = [across(all, 0), across(all, 1)];
  const texts = textsOf(set).filter(({ article }) => article === 'other');
  const em = 9;
  expect(Math.min(...texts.map(({ x }) => x)) - left).toBeGreaterThan(0.25 * em);
  expect(foot - Math.max(...texts.map(({ y }) => y))).toBeGreaterThan(0.4 * em);
  // The rule above it, and the one at its right, are beyond it.
  const rules = paths.filter(({ stroke, ops }) => stroke !== null && ops === 'ML');
  for (const { coords } of rules) {
    const [x, y] = [across(coords, 0), across(coords, 1)];
    const isInside = x[0] < right && x[1] > left && y[0] < foot && y[1] > top;
    // Its own columns alone are parted by one inside.
    if (isInside) expect([x[0], y[0] > top && y[1] < foot]).toEqual([x[1], true]);
  }
  expect(rules.some(({ coords }) => across(coords, 1)[1] < top && across(coords, 1)[0] === across(coords, 1)[1] && top - across(coords, 1)[1] < em)).toBe(true);
});

it('rows that a title has beyond its need stand above it and below it alike', () => {
  const more: Edition = { ...edition, layout: { pages: FIXED.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => (piece.article !== 'story' ? piece : { ...piece, deck: { ...piece.deck!, rows: 5 }, body: piece.body.map((run) => ({ ...run, area: { ...run.area, row: run.area.row + 1 } })) })) })) } };
  const baseline = (on: Edition): number => textsOf(new Typesetter(FAKE).typeset({ ...pkg, editions: [on] }, on)).find(({ article, frame }) => article === 'story' && frame === 'deck')!.y;
  expect(edition.master.kind === 'paper' && baseline(more) - baseline(edition)).toBeCloseTo(edition.master.pitch as number / 2, 6);
});
