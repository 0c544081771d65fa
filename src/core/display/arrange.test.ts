import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A4, displayList, group } from '../../../test/display-builder';
import { fakeFont } from '../../../test/fake-font';
import type { Size } from '../geometry';
import { mm } from '../units';
import { arrange, type Arrangement, foldOrder, PAPERS, sheetsFor, sidesFor } from './arrange';
import { placedRuns } from './hit-test';
import type { DisplayList } from './list';

const pagesOf = (count: number, size: Size = A4): DisplayList => displayList([fakeFont()], Array.from({ length: count }, (_, i) => ({
  size, label: String(i + 1), items: (page) => [group('report', [page.line(`第${i + 1}页`, { x: 10, y: 20 })], { what: 'text', x: 100, y: 200 }), { kind: 'link', rect: { x: 0, y: 0, width: 1, height: 1 }, page: 1, y: 0 }],
})));
const all: Arrangement = { pages: null, paper: 'A4', fold: false };

/** Words with their places on each side, rounded. */
const words = (list: DisplayList): unknown[][] => list.pages.map((page) => [...placedRuns(page)].map(({ run, x, y }) => [run.text, Math.round(x + page.x[run.first]!), Math.round(y + run.y)]));

describe('a folded booklet: sheets one inside the other', () => {
  it.each<[number, (number | null)[][]]>([
    [1, [[null, 1], [null, null]]],
    [4, [[4, 1], [2, 3]]],
    [6, [[null, 1], [2, null], [6, 3], [4, 5]]],
    [8, [[8, 1], [2, 7], [6, 3], [4, 5]]],
  ])('%i pages', (count, sides) => expect(foldOrder(count).map((side) => side.map((index) => (index === null ? null : index + 1)))).toEqual(sides));
  it('any number of pages: each once, an even and its odd neighbour on one side, front and back of a leaf follow', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), (count) => {
      const sides = foldOrder(count);
      expect(sides.flat().filter((index) => index !== null).toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(sides.length % 2).toBe(0);
      // Leaf of a sheet: right of the front and left of the back are one leaf's two pages.
      for (let sheet = 0; sheet < sides.length; sheet += 2) expect(sides[sheet]![1] ?? -1).toBe(sides[sheet + 1]![0] === null ? (sides[sheet]![1] ?? -1) : sides[sheet + 1]![0]! - 1);
    }));
  });
  it('two A4 pages stand on a lying A3, glyphs of both in one page', () => {
    const list = arrange(pagesOf(4), { pages: null, paper: 'A3', fold: true });
    expect(list.pages.map(({ size }) => [Math.round(size.width), Math.round(size.height)])).toEqual([[1191, 842], [1191, 842]]);
    expect(words(list)).toEqual([[['第4页', 110, 220], ['第1页', 705, 220]], [['第2页', 110, 220], ['第3页', 705, 220]]]);
    for (const page of list.pages) for (const { run } of placedRuns(page)) expect(Array.from(page.at.slice(run.first, run.end))).toEqual([0, 1, 2]);
  });
  it('only the pages asked for, in their order', () => {
    expect(words(arrange(pagesOf(9), { pages: [6, 2], paper: 'A3', fold: true })).flat().map((word) => (word as string[])[0])).toEqual(['第7页', '第3页']);
  });
});

describe('pages on paper', () => {
  it('all A4 pages on A4: the very list', () => {
    const list = pagesOf(3);
    expect(arrange(list, all)).toBe(list);
  });
  it('some pages, without links and outline of those that are not there', () => {
    const list = arrange(pagesOf(9), { ...all, pages: [8, 0] });
    expect(words(list)).toEqual([[['第9页', 110, 220]], [['第1页', 110, 220]]]);
    expect([list.outline, JSON.stringify(list.pages.map(({ items }) => items)).includes('"link"')]).toEqual([[], false]);
  });
  it('a page that is not there is a mistake', () => expect(() => arrange(pagesOf(2), { ...all, pages: [2] })).toThrow(RangeError));

  it.each<[string, Size, Arrangement['paper'], number, [number, number][]]>([
    // 390 × 550 mm: two lying A3, one above the other, 44 mm in common, 15 mm white at each side.
    ['a broadsheet page', { width: mm(390), height: mm(550) }, 'A3', 2, [[15, 0], [15, -253]]],
    ['a broadsheet page', { width: mm(390), height: mm(550) }, 'A4', 4, [[0, 0], [-180, 0], [0, -253], [-180, -253]]],
    ['a tabloid page', { width: mm(275), height: mm(390) }, 'A3', 1, [[11, 15]]],
    ['a page a little smaller', { width: mm(200), height: mm(280) }, 'A4', 1, [[5, 8.5]]],
  ])('%s on %o %s', (_name, size, paper, sheets, corners) => {
    const list = arrange(pagesOf(1, size), { pages: null, paper, fold: false });
    expect([list.pages.length, sidesFor([size], { paper, fold: false })]).toEqual([sheets, sheets]);
    const found = list.pages.map((page) => {
      const { run, x, y } = [...placedRuns(page)][0]!;
      return [x + page.x[run.first]! - 110, y + run.y - 220];
    });
    found.forEach(([x, y], i) => {
      expect(x).toBeCloseTo(mm(corners[i]![0]), 1);
      expect(y).toBeCloseTo(mm(corners[i]![1]), 1);
    });
    // Each sheet is the paper, upright or lying, and nothing is drawn beside it.
    for (const page of list.pages) {
      expect([page.size.width, page.size.height].toSorted((a, b) => a - b)).toEqual([PAPERS[paper].width, PAPERS[paper].height]);
      expect(page.items).toMatchObject([{ kind: 'group', clip: page.size }]);
    }
  });
  it('every point of any page lies on a sheet', () => {
    fc.assert(fc.property(fc.integer({ min: 50, max: 900 }), fc.integer({ min: 50, max: 900 }), fc.constantFrom<Arrangement['paper']>('A3', 'A4'), (w, h, paper) => {
      const size = { width: mm(w), height: mm(h) };
      const tiles = arrange(pagesOf(1, size), { pages: [0], paper, fold: false }).pages.map((page) => {
        const { run, x, y } = [...placedRuns(page)][0]!;
        return { left: 110 - x - page.x[run.first]!, top: 220 - y - run.y, ...page.size };
      });
      for (const [px, py] of [[0, 0], [size.width, size.height], [size.width / 2, size.height / 2], [size.width, 0]] as const) {
        expect(tiles.some(({ left, top, width, height }) => px >= left - 1 && px <= left + width + 1 && py >= top - 1 && py <= top + height + 1)).toBe(true);
      }
    }));
  });
});

describe('sheets of paper', () => {
  const a4 = Array.from({ length: 26 }, () => A4);
  it.each<[string, Arrangement['paper'], boolean, number, boolean, number]>([
    ['ten copies of 26 pages on both sides', 'A4', false, 10, true, 130],
    ['one side', 'A4', false, 1, false, 26],
    ['folded', 'A3', true, 3, true, 21],
  ])('%s', (_name, paper, fold, copies, duplex, sheets) => expect(sheetsFor(sidesFor(a4, { paper, fold }), { copies, duplex })).toBe(sheets));
});
