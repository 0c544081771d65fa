// The pictures of the pages in view, kept in the worker: a page that was set anew is
// painted where it differs from its picture and copied, so that a key on a newspaper
// page costs a column and not all of its glyphs. Thumbnails are painted whole: they
// wait for a pause anyway.
import type { DisplayPage } from '../../core/display/list';
import { changedAreas, marksOf } from '../preview/changed-areas';
import { paintPage, paintParts, type PaintResources } from '../preview/paint-page';
import { pixelAreas } from '../preview/pixel-areas';
import type { ExactPicture } from './quick-picture';

interface Picture {
  readonly canvas: OffscreenCanvas;
  readonly scale: number;
  page: DisplayPage;
}

/** Pages in view at once; each picture is some ten megabytes. */
const MOST_KEPT = 4;
/** Smaller ones are thumbnails, device pixels. */
const LEAST_PIXELS = 120_000;

export class PagePictures {
  /** By the page's index; the last painted stands last. */
  readonly #kept = new Map<number, Picture>();
  /** What parts are painted on, of the size of the last picture that had any. */
  #scratch: OffscreenCanvas | null = null;

  /** Forgets them: the faces are others, or another document or edition is shown. */
  clear(): void {
    this.#kept.clear();
    this.#scratch = null;
  }

  /** The picture that is kept of the page at `index`; null: none of this scale. What it shows may not be changed. */
  keptAt(index: number, scale: number): ExactPicture | null {
    const kept = this.#kept.get(index);
    return kept?.scale === scale ? kept : null;
  }

  /** The page that stands at `index` as a bitmap, `scale` device pixels a pt. @throws RangeError where the worker has no canvas. */
  async paint(index: number, page: DisplayPage, resources: PaintResources, scale: number): Promise<ImageBitmap> {
    const [width, height] = [Math.round(page.size.width * scale), Math.round(page.size.height * scale)];
    const kept = this.#kept.get(index);
    const areas = kept?.scale === scale ? changedAreas(kept.page, page) : null;
    if (kept !== undefined && areas !== null) {
      const marks = areas.length === 0 ? [] : marksOf(page);
      if (areas.length > 0 && marks !== null) paintParts(contextOf(kept.canvas), this.#scratchOf(width, height), page, marks, pixelAreas(areas, scale, width, height), resources, scale);
      kept.page = page;
      this.#keep(index, kept);
      return createImageBitmap(kept.canvas);
    }
    const canvas = new OffscreenCanvas(width, height);
    paintPage(contextOf(canvas), page, resources, scale);
    if (width * height < LEAST_PIXELS) return canvas.transferToImageBitmap();
    this.#keep(index, { canvas, scale, page });
    return createImageBitmap(canvas);
  }

  #scratchOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
    if (this.#scratch?.width !== width || this.#scratch.height !== height) this.#scratch = new OffscreenCanvas(width, height);
    return contextOf(this.#scratch);
  }

  #keep(index: number, picture: Picture): void {
    this.#kept.delete(index);
    this.#kept.set(index, picture);
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(old);
    }
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  // Painted by the processor: a graphics process that fails or starts anew must not hold the worker up.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new RangeError('no 2d context in the worker');
  return context;
}
