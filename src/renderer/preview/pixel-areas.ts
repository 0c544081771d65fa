// Parts of a picture in whole pixels, no pixel in two of them: what may be painted one after
// another without ink lying twice. In: rectangles on the page. Out: tiles of the picture that
// they touch, put together.
import type { Rect } from '../../core/geometry';

/** Side of a tile, pixels: about a column's width on a page that is seen whole. */
const TILE = 32;

/** Tiles of a picture of `width` × `height` pixels that areas (pt) touch at `scale` pixels a pt; whole pixels, disjoint. */
export function pixelAreas(areas: readonly Rect[], scale: number, width: number, height: number): readonly Rect[] {
  const [columns, rows] = [Math.ceil(width / TILE), Math.ceil(height / TILE)];
  const touched = new Uint8Array(columns * rows);
  const tile = (pt: number, most: number, round: (value: number) => number): number => Math.max(0, Math.min(most, round((pt * scale) / TILE)));
  for (const area of areas) {
    const [left, right] = [tile(area.x, columns, Math.floor), tile(area.x + area.width, columns, Math.ceil)];
    const bottom = tile(area.y + area.height, rows, Math.ceil);
    for (let row = tile(area.y, rows, Math.floor); row < bottom; row++) touched.fill(1, row * columns + left, row * columns + right);
  }
  const out: Rect[] = [];
  // Runs of the row above, by their columns: those that go on below grow.
  let above = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const here = new Map<string, number>();
    for (let from = 0; from < columns; from++) {
      if (touched[row * columns + from] === 0) continue;
      let end = from;
      while (end < columns && touched[row * columns + end] === 1) end++;
      const y = row * TILE;
      const high = Math.min(height, y + TILE) - y;
      const key = `${from} ${end}`;
      const at = above.get(key);
      if (at === undefined) here.set(key, out.push({ x: from * TILE, y, width: Math.min(width, end * TILE) - from * TILE, height: high }) - 1);
      else {
        const grown = out[at]!;
        out[at] = { ...grown, height: grown.height + high };
        here.set(key, at);
      }
      from = end;
    }
    above = here;
  }
  return out;
}
