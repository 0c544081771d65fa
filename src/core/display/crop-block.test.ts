import { describe, expect, it } from 'vitest';
import { cropBlock } from './crop-block';
import type { DisplayPage, Item } from './list';

const AREA = { x: 100, y: 200, width: 243, height: 112.5 };
const group = (what: string, article: string | null, x: number, y: number): Item => ({ kind: 'group', what, article, x, y, clip: null, items: [] });
const rect = (x: number, y: number, width: number, height: number, fill: number | null): Item => ({ kind: 'path', ops: 'MLLLZ', coords: [x, y, x + width, y, x + width, y + height, x, y + height], fill, stroke: fill === null ? { width: 0.9, gray: 0 } : null });

function cropped(items: readonly Item[], others: Parameters<typeof cropBlock>[4] = []): readonly Item[] {
  const page: DisplayPage = { size: { width: 1000, height: 1500 }, label: '1', items, glyph: new Uint16Array(0), x: new Float32Array(0), at: new Uint16Array(0) };
  return cropBlock(page, 'a', [AREA], AREA, others).items;
}

describe('a block cut out of its page', () => {
  it('has its own text, its picture and caption, and nothing of its neighbours', () => {
    const kept = cropped([group('body', 'a', 100, 200), group('picture', null, 226, 220), group('caption', null, 226, 290), group('body', 'b', 360, 200), group('picture', null, 400, 220)]);
    expect(kept.map((item) => (item.kind === 'group' ? `${item.what} ${item.x},${item.y}` : ''))).toEqual(['body 0,0', 'picture 126,20', 'caption 126,90']);
  });
  it('has its screen, which reaches into the gaps, and not another’s', () => {
    expect(cropped([rect(96.4, 197.75, 250.2, 112.5, 0.9), rect(352, 197.75, 250, 112.5, 0.9)])).toHaveLength(1);
  });
  it('has rules inside it, not those of what stands beside', () => expect(cropped([rect(100, 200, 243, 110, null), rect(343, 195, 100, 60, null)])).toHaveLength(1));
  it('leaves the rule over a neighbour’s headline, which stands in its own last row, to that neighbour', () => {
    const rule: Item = { kind: 'path', ops: 'ML', coords: [226, 306, 343, 306], fill: null, stroke: { width: 0.567, gray: 0 } };
    const own: Item = { ...rule, coords: [100, 290, 343, 290] };
    expect(cropped([rule, own], [{ x: 226, y: 301.25, width: 30, height: 11.25 }, { x: 262, y: 301.25, width: 81, height: 11.25 }])).toEqual([{ ...own, coords: [0, 90, 243, 90] }]);
  });
});
