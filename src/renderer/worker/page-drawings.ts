// Pages of the worker as pictures: painted whole, or a newspaper's head and foot as a form
// shows them. Glyphs and decoded pictures are kept from one to the next. In: a list and
// what it shows. Out: bitmaps, which cross to the window.
import type { DisplayList, DisplayPage, Item } from '../../core/display/list';
import type { PaperMaster } from '../../core/model/master';
import type { Edition } from '../../core/model/package';
import { GlyphPaths, paintPage, type PaintResources } from '../preview/paint-page';
import type { FaceStore } from './face-store';
import { PagePictures } from './page-pictures';
import { QuickPicture } from './quick-picture';

/** Of a sketch: pt of a 报眉 above the type area, of air above a 报头, its rows, pt of a 报尾 below. */
const SKETCH_HEADER = 48;
const SKETCH_AIR = 20;
const SKETCH_ROWS = 12;
const SKETCH_TAIL = 40;

export class PageDrawings {
  readonly #store: FaceStore;
  readonly #paths = new GlyphPaths();
  readonly #pictures = new PagePictures();
  readonly #quick = new QuickPicture(this.#paths);
  /** Pictures of the package, decoded; null where that cannot be. */
  readonly #decoded = new Map<string, ImageBitmap | null>();

  constructor(store: FaceStore) {
    this.#store = store;
  }

  /** Pages that were painted are shown no more. */
  clear(): void {
    this.#pictures.clear();
    this.#quick.clear();
  }

  /** Another package: its pictures are others too. */
  forget(): void {
    this.clear();
    this.#decoded.clear();
  }

  /** A page of the list, `scale` pixels a pt. `isQuick`: of sprites, for as long as something of it is in a hand. */
  async paint(list: DisplayList, page: DisplayPage, assets: ReadonlyMap<string, Uint8Array>, scale: number, isQuick: boolean): Promise<ImageBitmap> {
    const resources = await this.#resources(list, page, assets);
    const index = list.pages.indexOf(page);
    if (isQuick) return this.#quick.paint(index, page, resources, scale, this.#pictures.keptAt(index, scale));
    this.#quick.letGo(index, scale);
    const bitmap = await this.#pictures.paint(index, page, resources, scale);
    // Behind its answer: the next key finds it done.
    setTimeout(() => this.#quick.catchUp(this.#pictures.keptAt(index, scale)), 0);
    return bitmap;
  }

  /** Makes ready for quick pictures of a page of the list, while nobody waits. */
  async prepare(list: DisplayList, page: DisplayPage, assets: ReadonlyMap<string, Uint8Array>, scale: number): Promise<void> {
    await this.#quick.prepare(page, await this.#resources(list, page, assets), scale);
  }

  /** There will be no more quick pictures for a while: what was made for them goes. */
  forgetQuick(): void {
    this.#quick.clear();
  }

  /** Head of the first page and foot of the last of a newspaper, below each other; null where there is nothing to draw on. */
  async sketch(list: DisplayList, master: PaperMaster, paper: Edition['paper'], assets: ReadonlyMap<string, Uint8Array>, scale: number): Promise<ImageBitmap | null> {
    const [first, last] = [list.pages[0], list.pages.at(-1)];
    if (first === undefined || last === undefined) return null;
    const { top, lines, pitch } = master;
    const head = { from: Math.max(0, top - (paper?.firstPage === 1 ? SKETCH_AIR : SKETCH_HEADER)), to: top + (paper?.firstPage === 1 ? SKETCH_ROWS * pitch : 0) };
    const foot = { from: top + lines * pitch - 4, to: Math.min(last.size.height, top + lines * pitch + SKETCH_TAIL) };
    const strips = [{ page: first, ...head }, ...(paper?.tail === undefined ? [] : [{ page: last, ...foot }])];
    const width = Math.round(first.size.width * scale);
    const out = new OffscreenCanvas(width, strips.reduce((sum, { from, to }) => sum + Math.round((to - from) * scale), 0));
    const context = out.getContext('2d', { alpha: false });
    if (context === null) return null;
    let y = 0;
    for (const { page, from, to } of strips) {
      const canvas = new OffscreenCanvas(width, Math.round(to * scale));
      const own = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
      if (own === null) return null;
      paintPage(own, page, await this.#resources(list, page, assets), scale);
      const high = Math.round((to - from) * scale);
      context.drawImage(canvas, 0, Math.round(from * scale), width, high, 0, y, width, high);
      y += high;
    }
    return out.transferToImageBitmap();
  }

  async #resources(list: DisplayList, page: DisplayPage, assets: ReadonlyMap<string, Uint8Array>): Promise<PaintResources> {
    return { list, fonts: this.#store.opened, images: await this.#images(page, assets), paths: this.#paths };
  }

  /** The pictures of a page, each decoded once; one that does not decode stays white and is told of by the findings. */
  async #images(page: DisplayPage, assets: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, ImageBitmap>> {
    const images = new Map<string, ImageBitmap>();
    for (const id of imagesOf(page.items)) {
      let bitmap = this.#decoded.get(id);
      const bytes = assets.get(id);
      if (bitmap === undefined && bytes !== undefined) {
        bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>])).catch(() => null);
        this.#decoded.set(id, bitmap);
      }
      if (bitmap !== undefined && bitmap !== null) images.set(id, bitmap);
    }
    return images;
  }
}

/** Pictures that items show, by id. */
function imagesOf(items: readonly Item[]): string[] {
  return items.flatMap((item) => (item.kind === 'group' ? imagesOf(item.items) : item.kind === 'image' ? [item.image] : []));
}
