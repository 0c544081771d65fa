// The picture of the page that is in a hand: kept beside the exact one (page-pictures.ts), which nothing here
// touches, so that what is shown when the hand has let go is painted as if no hand had been. In: settings of a page, one
// after another. Out: bitmaps; only what differs from the setting before is painted. When the exact one is painted, the parts
// in which this one is another are copied from it: the next key finds it as it would be begun from that, without a copy of all.
import type { DisplayPage } from '../../core/display/list';
import type { Rect } from '../../core/geometry';
import { changedAreas } from '../preview/changed-areas';
import { GlyphSprites } from '../preview/glyph-sprites';
import type { GlyphPaths, PaintResources } from '../preview/paint-page';
import { paintQuick, spritesOf } from '../preview/paint-quick';
import { pixelAreas } from '../preview/pixel-areas';
import { spriteRaster } from './sprite-raster';

/** Most that sprites take beside those in use, bytes: those of a broadsheet at 100 % are some 10 MB. */
const MOST_BYTES = 24e6;
/** Glyphs that are rastered at once when nobody waits: a few milliseconds. */
const AT_ONCE = 150;

/** A picture that is painted exactly, and what it shows. */
export interface ExactPicture {
  readonly canvas: OffscreenCanvas;
  readonly page: DisplayPage;
}

interface Held {
  readonly index: number;
  readonly scale: number;
  readonly canvas: OffscreenCanvas;
  readonly page: DisplayPage;
  /** Whole pixels of what was painted of sprites since it was as the exact one, disjoint. */
  readonly painted: readonly Rect[];
  /** The exact one has been painted since: what is shown is that. */
  readonly isBehind: boolean;
}

export class QuickPicture {
  readonly #sprites: GlyphSprites;
  #held: Held | null = null;
  /** What is shown is a quick picture. */
  #isInHand = false;
  /** Whoever prepares sprites leaves off where it is not his turn any more. */
  #turn = 0;

  constructor(paths: GlyphPaths) {
    this.#sprites = new GlyphSprites(spriteRaster(paths), MOST_BYTES);
  }

  /** The exact picture of the page at `index` is painted: what is in a hand next begins from it. The sprites stay. */
  letGo(index: number, scale: number): void {
    const held = this.#held;
    // Of another page or size nothing is kept: each is some ten megabytes.
    this.#held = held?.index === index && held.scale === scale ? { ...held, isBehind: true } : null;
    if (this.#isInHand) this.#sprites.trim();
    this.#isInHand = false;
  }

  /** Makes what was let go as the exact picture of its page is now; where that is another page than was let go, it goes. For when nobody waits. */
  catchUp(exact: ExactPicture | null): void {
    const held = this.#held;
    if (held?.isBehind !== true) return;
    this.#held = null;
    const { canvas, scale } = held;
    const areas = exact === null || exact.canvas.width !== canvas.width || exact.canvas.height !== canvas.height ? null : changedAreas(held.page, exact.page);
    if (exact === null || areas === null) return;
    const context = contextOf(canvas);
    for (const { x, y, width, height } of [...held.painted, ...pixelAreas(areas, scale, canvas.width, canvas.height)]) context.drawImage(exact.canvas, x, y, width, height, x, y, width, height);
    this.#held = { ...held, page: exact.page, painted: [], isBehind: false };
  }

  /** Forgets the sprites too. */
  clear(): void {
    this.#turn++;
    this.#held = null;
    this.#isInHand = false;
    this.#sprites.clear();
  }

  /** The page that stands at `index`, `scale` device pixels a pt; begins from its exact picture where there is one of this scale. */
  async paint(index: number, page: DisplayPage, resources: PaintResources, scale: number, exact: ExactPicture | null): Promise<ImageBitmap> {
    this.#turn++;
    this.#isInHand = true;
    const [width, height] = [Math.round(page.size.width * scale), Math.round(page.size.height * scale)];
    this.catchUp(exact);
    let held = this.#held;
    let before: DisplayPage | null = held?.page ?? null;
    if (held === null || held.index !== index || held.scale !== scale || held.canvas.width !== width || held.canvas.height !== height) {
      held = { index, scale, canvas: new OffscreenCanvas(width, height), page, painted: [], isBehind: false };
      before = exact?.page ?? null;
      if (exact !== null) contextOf(held.canvas).drawImage(exact.canvas, 0, 0);
    }
    const areas = (before === null ? null : changedAreas(before, page)) ?? [{ x: 0, y: 0, ...page.size }];
    const parts = pixelAreas(areas, scale, width, height);
    // What fails half way leaves a picture of neither.
    this.#held = null;
    paintQuick(contextOf(held.canvas), page, parts, resources, this.#sprites, scale);
    this.#held = { ...held, page, painted: pixelAreas([...held.painted, ...parts], 1, width, height) };
    return createImageBitmap(held.canvas);
  }

  /** Rasters the sprites of a page before they are needed, a few at a time; leaves off where something is painted or prepared meanwhile. */
  async prepare(page: DisplayPage, resources: PaintResources, scale: number): Promise<void> {
    const turn = ++this.#turn;
    for (const { style, glyphs } of spritesOf(page, resources, scale)) {
      for (let at = 0; at < glyphs.length; at += AT_ONCE) {
        this.#sprites.prepared(style, glyphs.slice(at, at + AT_ONCE));
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (turn !== this.#turn) return;
      }
    }
    if (!this.#isInHand) this.#sprites.trim();
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  // Painted by the processor, as the exact picture is: its pixels are read back.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new RangeError('no 2d context in the worker');
  return context;
}
