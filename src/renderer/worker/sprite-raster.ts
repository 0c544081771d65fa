// Rasters glyphs for glyph-sprites.ts: their outlines filled on a canvas, many at a time, and read back.
// Outlines, transform and stroke are those of the exact painting, only four times as large.
import { FINE, type Mask, type Raster } from '../preview/glyph-sprites';
import type { GlyphPaths } from '../preview/paint-page';

/** Side of the canvas, pixels. The largest glyph must fit on it (MOST_SIZE × FINE × two em). */
const SIDE = 1024;

interface Cell {
  /** Index among the glyphs. */
  readonly at: number;
  /** On the canvas. */
  readonly x: number;
  readonly y: number;
  readonly box: Pick<Mask, 'left' | 'top' | 'width' | 'height'>;
}

/** A raster with a canvas of its own, made when it is first needed. @throws RangeError where the worker has no canvas. */
export function spriteRaster(paths: GlyphPaths): Raster {
  let context: OffscreenCanvasRenderingContext2D | null = null;
  return ({ font, size, embolden }, glyphs) => {
    context ??= new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new RangeError('no 2d context in the worker');
    const own = context;
    const unit = size / font.unitsPerEm;
    const masks: (Mask | null)[] = glyphs.map(() => null);
    own.fillStyle = own.strokeStyle = '#000';
    own.lineJoin = 'round';
    own.lineWidth = embolden / unit;
    let cells: Cell[] = [];
    let [x, y, high] = [0, 0, 0];
    const begin = (): void => {
      own.setTransform(1, 0, 0, 1, 0, 0);
      own.clearRect(0, 0, SIDE, SIDE);
    };
    const read = (): void => {
      if (cells.length > 0) {
        const { data } = own.getImageData(0, 0, SIDE, y + high);
        for (const cell of cells) masks[cell.at] = cut(data, cell);
      }
      [cells, x, y, high] = [[], 0, 0, 0];
    };
    begin();
    for (const [at, glyph] of glyphs.entries()) {
      const { path, hull } = paths.pathOf(font, glyph);
      if (hull === null) continue;
      const beside = embolden / 2;
      const [left, top] = [Math.floor(hull.xMin * unit - beside), Math.floor(-hull.yMax * unit - beside)];
      const box = { left, top, width: Math.ceil(hull.xMax * unit + beside) - left, height: Math.ceil(-hull.yMin * unit + beside) - top };
      const [wide, tall] = [FINE * box.width, FINE * box.height];
      if (x + wide > SIDE) [x, y, high] = [0, y + high, 0];
      if (y + tall > SIDE) {
        read();
        begin();
      }
      own.setTransform(FINE * unit, 0, 0, -FINE * unit, x - FINE * left, y - FINE * top);
      own.fill(path);
      if (embolden > 0) own.stroke(path);
      cells.push({ at, x, y, box });
      x += wide;
      high = Math.max(high, tall);
    }
    read();
    return masks;
  };
}

/** Ink is what is not transparent. */
function cut(data: Uint8ClampedArray, { x, y, box }: Cell): Mask {
  const [wide, tall] = [FINE * box.width, FINE * box.height];
  const levels = new Uint8Array(wide * tall);
  for (let row = 0; row < tall; row++) {
    let from = 4 * ((y + row) * SIDE + x) + 3;
    for (let i = 0; i < wide; i++, from += 4) levels[row * wide + i] = data[from]!;
  }
  return { ...box, levels };
}
