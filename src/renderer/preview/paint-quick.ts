// Paints parts of a page with glyphs as sprites (glyph-sprites.ts), for as long as something of it is in
// a hand. Rules, tints, pictures and large glyphs are painted as ever; over them small glyphs are laid in the
// pixels themselves. In: a page and parts of its picture in whole pixels. Out: the picture there, each
// glyph at most an eighth of a pixel from where it stands.
import type { DisplayPage, GlyphRun, Item } from '../../core/display/list';
import type { Rect } from '../../core/geometry';
import { boxOf, meet } from './changed-areas';
import { FINE, FINE_BITS, type GlyphSprites, lay, type Pixels, type SpriteStyle } from './glyph-sprites';
import { type Context, coloursOf, paintItem, type PaintResources } from './paint-page';

/** Larger glyphs are painted by their outlines, device pixels: few on a page, and a sprite of them is large. */
export const MOST_SIZE = 32;

interface Placed<T extends Item> {
  readonly item: T;
  /** Left and top of its group, pt. */
  readonly dx: number;
  readonly dy: number;
  /** All of its ink, pt. */
  readonly box: Rect;
}

interface Layers {
  /** In their order. */
  readonly ground: readonly Placed<Item>[];
  readonly text: readonly Placed<GlyphRun>[];
  /** What is not black and lies over text that comes before it. */
  readonly top: readonly Placed<Item>[];
}

const isSmall = (run: GlyphRun, scale: number): boolean => run.size * scale <= MOST_SIZE;

function styleOf(run: GlyphRun, { list, fonts }: PaintResources, scale: number): SpriteStyle {
  const id = list.fonts[run.font];
  const font = id === undefined ? undefined : fonts.get(id);
  if (font === undefined) throw new RangeError(`the list names a face that is not here: ${id}`);
  return { font, size: run.size * scale, embolden: run.embolden * scale };
}

/** Parts of the page's picture painted anew. `parts`: disjoint, in whole pixels of the picture. */
export function paintQuick(context: Context, page: DisplayPage, parts: readonly Rect[], resources: PaintResources, sprites: GlyphSprites, scale: number): void {
  const touched = parts.map(({ x, y, width, height }): Rect => ({ x: x / scale, y: y / scale, width: width / scale, height: height / scale }));
  const layers = layersOf(page, scale);
  const isTouched = ({ box }: Placed<Item>): boolean => touched.some((area) => meet(area, box));
  clipped(context, parts, () => {
    context.fillStyle = '#fff';
    for (const { x, y, width, height } of parts) context.fillRect(x, y, width, height);
    for (const placed of layers.ground) if (isTouched(placed)) paintItem(context, page, placed.item, resources, scale, placed.dx, placed.dy);
  });
  const runs = layers.text.filter(isTouched).map((placed) => ({ placed, set: sprites.prepared(styleOf(placed.item, resources, scale), page.glyph.subarray(placed.item.first, placed.item.end)), colour: coloursOf(placed.item, resources.list) }));
  for (const [i, part] of parts.entries()) {
    const own = runs.filter(({ placed }) => meet(touched[i]!, placed.box));
    if (own.length === 0) continue;
    const image = context.getImageData(part.x, part.y, part.width, part.height);
    const pixels: Pixels = { left: part.x, top: part.y, width: part.width, height: part.height, data: image.data };
    for (const { placed: { item, dx, dy }, set, colour } of own) {
      // In quarters of a pixel.
      const y = Math.round((dy + item.y) * scale * FINE);
      for (let glyph = item.first; glyph < item.end; glyph++) {
        const x = Math.round((dx + page.x[glyph]!) * scale * FINE);
        const sprite = set.at(page.glyph[glyph]!, x & (FINE - 1), y & (FINE - 1));
        if (sprite !== null) lay(pixels, sprite, x >> FINE_BITS, y >> FINE_BITS, colour);
      }
    }
    context.putImageData(image, part.x, part.y);
  }
  clipped(context, parts, () => {
    for (const placed of layers.top) if (isTouched(placed)) paintItem(context, page, placed.item, resources, scale, placed.dx, placed.dy);
  });
}

/** Styles of a page's small glyphs with the glyphs that it has of each, as `prepared` takes them. */
export function spritesOf(page: DisplayPage, resources: PaintResources, scale: number): readonly { readonly style: SpriteStyle; readonly glyphs: readonly number[] }[] {
  const found = new Map<string, { readonly style: SpriteStyle; readonly glyphs: Set<number> }>();
  for (const { item } of layersOf(page, scale).text) {
    const key = `${item.font} ${item.size} ${item.embolden}`;
    let one = found.get(key);
    if (one === undefined) found.set(key, (one = { style: styleOf(item, resources, scale), glyphs: new Set() }));
    for (let i = item.first; i < item.end; i++) one.glyphs.add(page.glyph[i]!);
  }
  return [...found.values()].map(({ style, glyphs }) => ({ style, glyphs: [...glyphs] }));
}

function clipped(context: Context, parts: readonly Rect[], paint: () => void): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  for (const { x, y, width, height } of parts) context.rect(x, y, width, height);
  context.clip();
  paint();
  context.restore();
}

function layersOf(page: DisplayPage, scale: number): Layers {
  const ground: Placed<Item>[] = [];
  const text: Placed<GlyphRun>[] = [];
  const top: Placed<Item>[] = [];
  const walk = (items: readonly Item[], dx: number, dy: number): void => {
    for (const item of items) {
      if (item.kind === 'group' && item.clip === null) walk(item.items, dx + item.x, dy + item.y);
      else if (item.kind === 'glyphs' && isSmall(item, scale)) text.push({ item, dx, dy, box: boxOf(page, item, dx, dy) });
      else if (item.kind !== 'link') {
        const placed = { item, dx, dy, box: boxOf(page, item, dx, dy) };
        // Black over black is the same either way.
        (!isBlack(item) && text.some(({ box }) => meet(box, placed.box)) ? top : ground).push(placed);
      }
    }
  };
  walk(page.items, 0, 0);
  return { ground, text, top };
}

function isBlack(item: Item): boolean {
  if (item.kind === 'path') return item.red !== true && (item.fill ?? 0) === 0 && (item.stroke?.gray ?? 0) === 0;
  return item.kind === 'glyphs' && item.red !== true && item.gray === 0;
}
