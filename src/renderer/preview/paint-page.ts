// Draws a page of the display list on a canvas: glyph outlines at the list's own
// places, so that screen and print cannot disagree. It measures nothing and wraps
// nothing. Outlines are Path2D, made once per face and glyph; paper is white and
// ink black in either theme, because this is the page.
import type { DisplayList, DisplayPage, GlyphRun, Item, PathItem } from '../../core/display/list';
import type { Font, Outline } from '../../core/font';
import { assertNever } from '../../core/assert-never';
import type { Rect } from '../../core/geometry';
import { meet, type Mark } from './changed-areas';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const M = 77; // char codes of the outline's commands
const L = 76;
const Q = 81;
const C = 67;

/** Path2D of glyphs, in font units with y up. Lives as long as the faces do. */
export class GlyphPaths {
  readonly #paths = new WeakMap<Font, Map<number, Path2D>>();

  pathOf(font: Font, glyph: number): Path2D {
    let ofFont = this.#paths.get(font);
    if (ofFont === undefined) this.#paths.set(font, (ofFont = new Map<number, Path2D>()));
    let path = ofFont.get(glyph);
    if (path === undefined) ofFont.set(glyph, (path = toPath(font.outline(glyph))));
    return path;
  }
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
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, page.size.width, page.size.height);
  for (const item of page.items) paintItem(context, page, item, resources, scale, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
}

/**
 * Paints parts of a page anew over the picture of another setting of it (changed-areas.ts), which has the same ink
 * elsewhere. Rectangles in pt; they are widened to whole device pixels, so that nothing is blended at their edges.
 */
export function paintAreas(context: Context, page: DisplayPage, marks: readonly Mark[], areas: readonly Rect[], resources: PaintResources, scale: number): void {
  const wide = areas.map(({ x, y, width, height }): Rect => {
    const [left, top] = [Math.floor(x * scale), Math.floor(y * scale)];
    return { x: left, y: top, width: Math.ceil((x + width) * scale) - left, height: Math.ceil((y + height) * scale) - top };
  });
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  for (const { x, y, width, height } of wide) context.rect(x, y, width, height);
  context.clip();
  context.fillStyle = '#fff';
  for (const { x, y, width, height } of wide) context.fillRect(x, y, width, height);
  const touched = wide.map(({ x, y, width, height }): Rect => ({ x: x / scale, y: y / scale, width: width / scale, height: height / scale }));
  for (const { item, dx, dy, box } of marks) if (touched.some((area) => meet(area, box))) paintItem(context, page, item, resources, scale, dx, dy);
  context.restore();
}

function paintItem(context: Context, page: DisplayPage, item: Item, resources: PaintResources, scale: number, dx: number, dy: number): void {
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
      context.drawImage(item.red === true ? reddened(image, redOf(resources.list)) : image, item.rect.x, item.rect.y, item.rect.width, item.rect.height);
      return;
    }
    case 'link':
      return;
    default:
      assertNever(item);
  }
}

function gray(value: number): string {
  const level = Math.round(value * 255);
  return `rgb(${level},${level},${level})`;
}

/** The list's red on a screen, from its process inks; 套红 without one is black, as the writer would refuse it. */
function redOf({ red }: DisplayList): string {
  if (red === undefined) return '#000';
  const [c, m, y, k] = red.cmyk;
  return `rgb(${[c, m, y].map((ink) => Math.round(255 * (1 - ink) * (1 - k))).join()})`;
}

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
  context.fillStyle = run.red === true ? redOf(resources.list) : gray(run.gray);
  if (run.embolden > 0) {
    context.strokeStyle = context.fillStyle;
    context.lineJoin = 'round';
    // The context is in font units while a glyph is drawn.
    context.lineWidth = (run.embolden * font.unitsPerEm) / run.size;
  }
  for (let i = run.first; i < run.end; i++) {
    const path = resources.paths.pathOf(font, page.glyph[i] ?? 0);
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
    context.fillStyle = red === true ? redOf(list) : gray(fill);
    context.fill();
  }
  if (stroke !== null) {
    context.strokeStyle = red === true ? redOf(list) : gray(stroke.gray);
    context.lineWidth = stroke.width;
    context.stroke();
  }
}
