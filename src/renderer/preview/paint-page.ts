// Draws a page of the display list on a canvas: glyph outlines at the list's own
// places, so that screen and print cannot disagree. It measures nothing and wraps
// nothing. Outlines are Path2D, made once per face and glyph; paper is white and
// ink black in either theme, because this is the page.
import type { DisplayList, DisplayPage, GlyphRun, Item, PathItem } from '../../core/display/list';
import type { Font, InkBox, Outline } from '../../core/font';
import { assertNever } from '../../core/assert-never';
import type { Rect } from '../../core/geometry';
import { meet, type Mark } from './changed-areas';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const M = 77; // char codes of the outline's commands
const L = 76;
const Q = 81;
const C = 67;

interface GlyphPath {
  readonly path: Path2D;
  /** A box about all points of the outline, on it or not; null: it has none. */
  readonly hull: InkBox | null;
}

/** Path2D of glyphs, in font units with y up. Lives as long as the faces do. */
export class GlyphPaths {
  readonly #paths = new WeakMap<Font, Map<number, GlyphPath>>();

  pathOf(font: Font, glyph: number): GlyphPath {
    let ofFont = this.#paths.get(font);
    if (ofFont === undefined) this.#paths.set(font, (ofFont = new Map<number, GlyphPath>()));
    let path = ofFont.get(glyph);
    if (path === undefined) {
      const outline = font.outline(glyph);
      ofFont.set(glyph, (path = { path: toPath(outline), hull: hullOf(outline) }));
    }
    return path;
  }
}

function hullOf({ coords }: Outline): InkBox | null {
  if (coords.length === 0) return null;
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < coords.length; i += 2) {
    const [x, y] = [coords[i]!, coords[i + 1]!];
    xMin = Math.min(xMin, x);
    xMax = Math.max(xMax, x);
    yMin = Math.min(yMin, y);
    yMax = Math.max(yMax, y);
  }
  return { xMin, yMin, xMax, yMax };
}

function toPath({ ops, coords }: Outline): Path2D {
  const path = new Path2D();
  let at = 0;
  const next = (): number => coords[at++] ?? 0;
  for (const op of ops) {
    if (op === M) path.moveTo(next(), next());
    else if (op === L) path.lineTo(next(), next());
    else if (op === Q) path.quadraticCurveTo(next(), next(), next(), next());
    else if (op === C) path.bezierCurveTo(next(), next(), next(), next(), next(), next());
    else path.closePath();
  }
  return path;
}

export interface PaintResources {
  readonly list: DisplayList;
  readonly fonts: ReadonlyMap<string, Font>;
  readonly images: ReadonlyMap<string, ImageBitmap>;
  readonly paths: GlyphPaths;
}

/** Paints the whole page at `scale` device pixels a pt. The canvas is at least the page's size. */
export function paintPage(context: Context, page: DisplayPage, resources: PaintResources, scale: number): void {
  paintSheet(context, page, scale);
  for (const item of page.items) paintItem(context, page, item, resources, scale, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
}

/**
 * Paints parts of a page anew over the picture of another setting of it (changed-areas.ts), which has the same ink
 * elsewhere: afterwards each pixel is what `paintPage` makes of it. `parts`: in whole pixels of the picture, outside of
 * which nothing differs. What touches them is painted whole on `scratch`, a canvas of the picture's size, and they are copied
 * from there: outlines that a clip cuts are smoothed a little differently along their whole length.
 */
export function paintParts(context: Context, scratch: Context, page: DisplayPage, marks: readonly Mark[], parts: readonly Rect[], resources: PaintResources, scale: number): void {
  const { canvas } = scratch;
  scratch.setTransform(1, 0, 0, 1, 0, 0);
  // What a new canvas is beyond the sheet's edge.
  scratch.fillStyle = '#000';
  scratch.fillRect(0, 0, canvas.width, canvas.height);
  paintSheet(scratch, page, scale);
  const touched = parts.map(({ x, y, width, height }): Rect => ({ x: x / scale, y: y / scale, width: width / scale, height: height / scale }));
  for (const { item, dx, dy, box } of marks) if (touched.some((area) => meet(area, box))) paintItem(scratch, page, item, resources, scale, dx, dy);
  context.setTransform(1, 0, 0, 1, 0, 0);
  for (const { x, y, width, height } of parts) context.drawImage(canvas, x, y, width, height, x, y, width, height);
}

function paintSheet(context: Context, { size }: DisplayPage, scale: number): void {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
}

/** An item of a page, its group's left and top at `dx`, `dy` (pt). Leaves the context's transform as it falls. */
export function paintItem(context: Context, page: DisplayPage, item: Item, resources: PaintResources, scale: number, dx: number, dy: number): void {
  switch (item.kind) {
    case 'group': {
      const [x, y] = [dx + item.x, dy + item.y];
      if (item.clip !== null) {
        context.save();
        context.setTransform(scale, 0, 0, scale, 0, 0);
        context.beginPath();
        context.rect(x, y, item.clip.width, item.clip.height);
        context.clip();
      }
      for (const inner of item.items) paintItem(context, page, inner, resources, scale, x, y);
      if (item.clip !== null) context.restore();
      return;
    }
    case 'glyphs':
      paintGlyphs(context, page, item, resources, scale, dx, dy);
      return;
    case 'path':
      context.setTransform(scale, 0, 0, scale, scale * dx, scale * dy);
      paintPath(context, item, resources.list);
      return;
    case 'image': {
      const image = resources.images.get(item.image);
      if (image === undefined) return;
      context.setTransform(scale, 0, 0, scale, scale * dx, scale * dy);
      context.drawImage(item.red === true ? reddened(image, css(redOf(resources.list))) : image, item.rect.x, item.rect.y, item.rect.width, item.rect.height);
      return;
    }
    case 'link':
      return;
    default:
      assertNever(item);
  }
}

type Colours = readonly [red: number, green: number, blue: number];

function gray(value: number): Colours {
  const level = Math.round(value * 255);
  return [level, level, level];
}

/** The list's red on a screen, from its process inks; 套红 without one is black, as the writer would refuse it. */
function redOf({ red }: DisplayList): Colours {
  if (red === undefined) return [0, 0, 0];
  const [c, m, y, k] = red.cmyk;
  const light = (ink: number): number => Math.round(255 * (1 - ink) * (1 - k));
  return [light(c), light(m), light(y)];
}

/** What a run is painted in, 0…255. */
export function coloursOf(run: Pick<GlyphRun, 'gray' | 'red'>, list: DisplayList): Colours {
  return run.red === true ? redOf(list) : gray(run.gray);
}

const css = (colours: Colours): string => `rgb(${colours.join()})`;

/** Line art with its black in another colour. */
function reddened(image: ImageBitmap, colour: string): CanvasImageSource {
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  if (context === null) return image;
  context.drawImage(image, 0, 0);
  context.globalCompositeOperation = 'screen';
  context.fillStyle = colour;
  context.fillRect(0, 0, image.width, image.height);
  return canvas;
}

function paintGlyphs(context: Context, page: DisplayPage, run: GlyphRun, resources: PaintResources, scale: number, dx: number, dy: number): void {
  const id = resources.list.fonts[run.font];
  const font = id === undefined ? undefined : resources.fonts.get(id);
  if (font === undefined) throw new RangeError(`the list names a face that is not here: ${id}`);
  const unit = (run.size / font.unitsPerEm) * scale;
  const baseline = (dy + run.y) * scale;
  context.fillStyle = css(coloursOf(run, resources.list));
  if (run.embolden > 0) {
    context.strokeStyle = context.fillStyle;
    context.lineJoin = 'round';
    // The context is in font units while a glyph is drawn.
    context.lineWidth = (run.embolden * font.unitsPerEm) / run.size;
  }
  for (let i = run.first; i < run.end; i++) {
    const { path } = resources.paths.pathOf(font, page.glyph[i] ?? 0);
    context.setTransform(unit, 0, 0, -unit, (dx + (page.x[i] ?? 0)) * scale, baseline);
    context.fill(path);
    if (run.embolden > 0) context.stroke(path);
  }
}

function paintPath(context: Context, { ops, coords, fill, stroke, red }: PathItem, list: DisplayList): void {
  context.beginPath();
  let at = 0;
  const next = (): number => coords[at++] ?? 0;
  for (const op of ops) {
    if (op === 'M') context.moveTo(next(), next());
    else if (op === 'L') context.lineTo(next(), next());
    else if (op === 'C') context.bezierCurveTo(next(), next(), next(), next(), next(), next());
    else context.closePath();
  }
  if (fill !== null) {
    context.fillStyle = css(red === true ? redOf(list) : gray(fill));
    context.fill();
  }
  if (stroke !== null) {
    context.strokeStyle = css(red === true ? redOf(list) : gray(stroke.gray));
    context.lineWidth = stroke.width;
    context.stroke();
  }
}
