// A screen without a frame reaches a little further than its text on all sides, and no rule is
// under it. On the page that is written row by row.
import { expect, it } from 'vitest';
import { FAKE } from '../../../test/build-edition';
import { FIXED, fixedPage } from '../../../test/fixed-page';
import { textsOf } from '../../../test/laws-pages';
import type { Edition } from '../model/package';
import { Typesetter } from '../typeset';

const { pkg, edition } = fixedPage();

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
