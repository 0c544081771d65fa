// The picture of the page that is in a hand: kept beside the exact one (page-pictures.ts), which nothing here
// touches, so that what is shown when the hand has let go is painted as if no hand had been. In: settings of a page, one
// after another. Out: bitmaps; only what differs from the setting before is painted.
import type { DisplayPage } from '../../core/display/list';
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

export class QuickPicture {
  readonly #sprites: GlyphSprites;
  #held: { readonly index: number; readonly scale: number; readonly canvas: OffscreenCanvas; page: DisplayPage } | null = null;
  /** Whoever prepares sprites leaves off where it is not his turn any more. */
  #turn = 0;

  constructor(paths: GlyphPaths) {
    this.#sprites = new GlyphSprites(spriteRaster(paths), MOST_BYTES);
  }

  /** Nothing is in a hand: its picture goes. The sprites stay for the next one. */
  letGo(): void {
    if (this.#held === null) return;
    this.#held = null;
    this.#sprites.trim();
  }

  /** Forgets the sprites too. */
  clear(): void {
    this.#turn++;
    this.#held = null;
    this.#sprites.clear();
  }

  /** The page that stands at `index`, `scale` device pixels a pt; begins from its exact picture where there is one of this scale. */
  async paint(index: number, page: DisplayPage, resources: PaintResources, scale: number, exact: ExactPicture | null): Promise<ImageBitmap> {
    this.#turn++;
    const [width, height] = [Math.round(page.size.width * scale), Math.round(page.size.height * scale)];
    let held = this.#held;
    let before: DisplayPage | null = held?.page ?? null;
    if (held === null || held.index !== index || held.scale !== scale || held.canvas.width !== width || held.canvas.height !== height) {
      this.#held = held = { index, scale, canvas: new OffscreenCanvas(width, height), page };
      before = exact?.page ?? null;
      if (exact !== null) contextOf(held.canvas).drawImage(exact.canvas, 0, 0);
    }
    const areas = (before === null ? null : changedAreas(before, page)) ?? [{ x: 0, y: 0, ...page.size }];
    // What fails half way leaves a picture of neither.
    this.#held = null;
    paintQuick(contextOf(held.canvas), page, pixelAreas(areas, scale, width, height), resources, this.#sprites, scale);
    this.#held = { ...held, page };
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
    if (this.#held === null) this.#sprites.trim();
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  // Painted by the processor, as the exact picture is: its pixels are read back.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new RangeError('no 2d context in the worker');
  return context;
}
