// A page's items as a PDF content stream. Coordinates are the page's own, y up,
// rounded once to thousandths of a pt; groups are folded into them, so q/Q
// stands only around a clip. Text of an article lies in /Article marks, all else
// in /Artifact, so that the written bytes alone tell whose the text is.
import { assertNever } from '../core/assert-never';
import type { DisplayPage, Group, ImageItem, Item, LinkItem, PathItem } from '../core/display/list';
import type { ContentBuffer } from './content-buffer';
import type { EmbeddedFace } from './font-objects';
import { GraphicsState, RED_INK } from './graphics-state';
import { textBytes } from './text-bytes';
import { TextWriter } from './text-writer';

/** A link on the page: PDF coordinates in thousandths, target as in the list. */
export interface PlacedLink {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly page: number;
  readonly y: number;
}

export interface ContentResources {
  readonly faces: readonly (EmbeddedFace | null)[];
  /** Resource name of an image of the list; `mask`: line art that is printed in the ink of fills. @throws RangeError for one that is not there. */
  imageName(id: string, mask: boolean): string;
}

/** Writes `page` into `out` and returns its links. */
export function writePageContent(page: DisplayPage, out: ContentBuffer, resources: ContentResources): PlacedLink[] {
  const writer = new PageWriter(page, out, resources);
  writer.items(page.items, 0, 0, null);
  writer.finish();
  return writer.links;
}

class PageWriter {
  readonly links: PlacedLink[] = [];
  readonly #page: DisplayPage;
  readonly #out: ContentBuffer;
  readonly #resources: ContentResources;
  readonly #graphics: GraphicsState;
  readonly #text: TextWriter;
  /** The open mark: an article, null for an artifact, undefined for none. */
  #mark: string | null | undefined = undefined;

  constructor(page: DisplayPage, out: ContentBuffer, resources: ContentResources) {
    this.#page = page;
    this.#out = out;
    this.#resources = resources;
    this.#graphics = new GraphicsState(out);
    out.page(page);
    this.#text = new TextWriter(page, out, this.#graphics, resources.faces);
  }

  /** Items of a group whose origin is (x, y) from the page's top left; `article` is who owns them. */
  items(items: readonly Item[], x: number, y: number, article: string | null): void {
    for (const item of items) {
      switch (item.kind) {
        case 'glyphs':
          if (item.end === item.first) break;
          this.#openMark(article);
          this.#text.run(item, x, y);
          break;
        case 'path':
          this.#path(item, x, y, article);
          break;
        case 'image':
          this.#image(item, x, y, article);
          break;
        case 'link':
          this.#link(item, x, y);
          break;
        case 'group':
          this.#group(item, x + item.x, y + item.y, article);
          break;
        default:
          assertNever(item);
      }
    }
  }

  finish(): void {
    this.#closeMark();
  }

  #group(group: Group, x: number, y: number, outer: string | null): void {
    const article = group.article ?? outer;
    if (group.clip === null) {
      this.items(group.items, x, y, article);
      return;
    }
    // A mark never straddles q or Q, so that a sequence is whole wherever it is read.
    this.#closeMark();
    this.#graphics.save();
    this.#graphics.number(x);
    this.#graphics.number(this.#page.size.height - y - group.clip.height);
    this.#graphics.number(group.clip.width);
    this.#graphics.number(group.clip.height);
    this.#out.hotAscii('re W n\n');
    this.items(group.items, x, y, article);
    this.#closeMark();
    this.#graphics.restore();
  }

  // ---- marks and text objects

  #openMark(article: string | null): void {
    if (this.#mark === article) return;
    this.#closeMark();
    this.#mark = article;
    if (article === null) {
      this.#out.hotAscii('/Artifact BMC\n');
      return;
    }
    this.#out.hotAscii('/Article <</Id ');
    this.#out.hotAscii(textBytes(article));
    this.#out.hotAscii('>> BDC\n');
  }

  #closeMark(): void {
    this.#text.end();
    if (this.#mark === undefined) return;
    this.#out.hotAscii('EMC\n');
    this.#mark = undefined;
  }

  // ---- paths and images

  #path(path: PathItem, dx: number, dy: number, article: string | null): void {
    if (path.fill === null && path.stroke === null) return;
    this.#openMark(article);
    this.#text.end();
    if (path.fill !== null) this.#graphics.fill(path.red === true ? RED_INK : path.fill);
    if (path.stroke !== null) this.#graphics.stroke(path.red === true ? RED_INK : path.stroke.gray, path.stroke.width, false);
    const height = this.#page.size.height - dy;
    let at = 0;
    for (const op of path.ops) {
      const count = op === 'C' ? 6 : op === 'Z' ? 0 : 2;
      for (let k = 0; k < count; k += 2) {
        this.#graphics.number(dx + coordinate(path, at + k));
        this.#graphics.number(height - coordinate(path, at + k + 1));
      }
      at += count;
      this.#out.hotAscii(pathOperator(op));
    }
    this.#out.hotAscii(path.fill === null ? 'S\n' : path.stroke === null ? 'f\n' : 'B\n');
  }

  #image(image: ImageItem, dx: number, dy: number, article: string | null): void {
    this.#openMark(article);
    this.#text.end();
    const { rect } = image;
    this.#graphics.save();
    if (image.red === true) this.#graphics.fill(RED_INK);
    this.#graphics.number(rect.width);
    this.#out.hotAscii('0 0 ');
    this.#graphics.number(rect.height);
    this.#graphics.number(dx + rect.x);
    this.#graphics.number(this.#page.size.height - dy - rect.y - rect.height);
    this.#out.hotAscii(`cm /${this.#resources.imageName(image.image, image.red === true)} Do `);
    this.#graphics.restore();
  }

  #link(link: LinkItem, dx: number, dy: number): void {
    const left = Math.round((dx + link.rect.x) * 1000);
    const top = Math.round((this.#page.size.height - dy - link.rect.y) * 1000);
    const right = left + Math.round(link.rect.width * 1000);
    this.links.push({ left, bottom: top - Math.round(link.rect.height * 1000), right, top, page: link.page, y: link.y });
  }
}

function coordinate(path: PathItem, index: number): number {
  const value = path.coords[index];
  if (value === undefined) throw new RangeError(`path ${path.ops} has ${path.coords.length} coordinates`);
  return value;
}

function pathOperator(op: string): string {
  switch (op) {
    case 'M':
      return 'm ';
    case 'L':
      return 'l ';
    case 'C':
      return 'c ';
    case 'Z':
      return 'h ';
    default:
      throw new RangeError(`path command ${op}`);
  }
}
