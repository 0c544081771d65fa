// The quick picture beside the exact one: what is copied from it, and when. The canvases here are stand-ins that keep
// what is asked of them; what real ones show is looked at in test/e2e/sheet.test.ts.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DisplayList, DisplayPage } from '../../core/display/list';
import type { Rect } from '../../core/geometry';
import { GlyphPaths, type PaintResources } from '../preview/paint-page';
import { QuickPicture } from './quick-picture';

/** What was drawn from another canvas: all of it, or a part. */
interface Copied {
  readonly from: object;
  readonly part: readonly number[];
}

class StandIn {
  static made: StandIn[] = [];
  readonly copied: Copied[] = [];
  readonly cleared: (readonly number[])[] = [];

  constructor(readonly width: number, readonly height: number) {
    StandIn.made.push(this);
  }

  getContext(): object {
    return new Proxy({}, {
      get: (_, name) => (name === 'drawImage' ? (from: object, ...part: number[]) => void this.copied.push({ from, part }) : name === 'fillRect' ? (...part: number[]) => void this.cleared.push(part) : () => undefined),
      set: () => true,
    });
  }
}

beforeEach(() => {
  StandIn.made = [];
  vi.stubGlobal('OffscreenCanvas', StandIn);
  vi.stubGlobal('createImageBitmap', (canvas: StandIn) => Promise.resolve(canvas));
});
afterEach(() => vi.unstubAllGlobals());

const SIZE = 512;
/** A page with a black square at each of these places, pt. */
const page = (...squares: readonly (readonly [number, number])[]): DisplayPage => ({
  size: { width: SIZE, height: SIZE }, label: '', glyph: new Uint16Array(), x: new Float32Array(), at: new Uint16Array(),
  items: squares.map(([x, y]) => ({ kind: 'path', ops: 'MLLLZ', coords: [x, y, x + 10, y, x + 10, y + 10, x, y + 10], fill: 0, stroke: null })),
});
const LIST: DisplayList = { fonts: [], pages: [], outline: [], title: '', author: '' };
const resources: PaintResources = { list: LIST, fonts: new Map(), images: new Map(), paths: new GlyphPaths() };
const exactOf = (shown: DisplayPage) => ({ canvas: new StandIn(SIZE, SIZE) as unknown as OffscreenCanvas, page: shown });
const covers = (part: readonly number[], [x, y]: readonly [number, number]): boolean => {
  const { x: left, y: top, width, height }: Rect = { x: part[0]!, y: part[1]!, width: part[2]!, height: part[3]! };
  return left <= x && x + 10 <= left + width && top <= y && y + 10 <= top + height;
};

it('begins from the exact picture once; after an exact one of what was typed only the parts that differ are copied, before the next key', async () => {
  const quick = new QuickPicture(new GlyphPaths());
  const [one, two, three, four] = [page([40, 40]), page([40, 40], [200, 200]), page([40, 40], [200, 200], [400, 40]), page([40, 40], [200, 200], [400, 400])];
  const exact = exactOf(one);
  const held = (await quick.paint(0, two, resources, 1, exact)) as unknown as StandIn;
  expect(held.copied).toEqual([{ from: exact.canvas, part: [0, 0] }]);
  // The exact one of it, and one change more that was never painted quickly.
  quick.letGo(0, 1);
  const next = exactOf(three);
  quick.catchUp(next);
  const parts = held.copied.slice(1);
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.every(({ from, part }) => from === next.canvas && part.length === 8)).toBe(true);
  // Both what was laid there of sprites and what the exact one has besides; not the square that stood all along.
  for (const square of [[200, 200], [400, 40]] as const) expect(parts.some(({ part }) => covers(part, square))).toBe(true);
  expect(parts.some(({ part }) => covers(part, [40, 40]))).toBe(false);
  const canvases = StandIn.made.length;
  held.cleared.length = 0;
  expect(await quick.paint(0, four, resources, 1, next)).toBe(held);
  // No copy, no canvas more; painted is what differs from the exact one alone.
  expect(held.copied).toHaveLength(1 + parts.length);
  expect(StandIn.made).toHaveLength(canvases);
  expect(held.cleared.some((part) => covers(part, [400, 400]))).toBe(true);
  expect(held.cleared.some((part) => covers(part, [200, 200]))).toBe(false);
});

it('a key that comes before there was time catches up itself', async () => {
  const quick = new QuickPicture(new GlyphPaths());
  const [one, two, three] = [page([40, 40]), page([40, 40], [200, 200]), page([40, 40], [200, 200], [400, 40])];
  const held = (await quick.paint(0, two, resources, 1, exactOf(one))) as unknown as StandIn;
  quick.letGo(0, 1);
  const next = exactOf(two);
  expect(await quick.paint(0, three, resources, 1, next)).toBe(held);
  expect(held.copied.slice(1).every(({ from }) => from === next.canvas)).toBe(true);
  expect(held.copied.slice(1).some(({ part }) => covers(part, [200, 200]))).toBe(true);
  // In the middle of a hand nothing is copied.
  const copies = held.copied.length;
  quick.catchUp(next);
  await quick.paint(0, two, resources, 1, next);
  expect(held.copied).toHaveLength(copies);
});

it('of another page, another size or where the exact one is gone, it begins anew', async () => {
  for (const [index, scale, hasExact] of [[1, 1, true], [0, 2, true], [0, 1, false]] as const) {
    const quick = new QuickPicture(new GlyphPaths());
    const held = await quick.paint(0, page([40, 40]), resources, 1, null);
    quick.letGo(index, scale);
    quick.catchUp(hasExact ? exactOf(page([40, 40])) : null);
    expect(await quick.paint(0, page([40, 40]), resources, 1, null)).not.toBe(held);
  }
});
