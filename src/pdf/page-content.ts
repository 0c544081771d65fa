// A page's items as a PDF content stream. Coordinates are the page's own, y up,
// rounded once to thousandths of a pt; groups are folded into them, so q/Q
// stands only around a clip. A line is one Td and one TJ; what the places differ
// from the widths in W becomes a Tc where it is even along the run, else an
// adjustment, reckoned from where the pen really stands, so that nothing
// drifts. Text of an article lies in /Article marks, all else in /Artifact.
import { assertNever } from '../core/assert-never';
import type { DisplayPage, GlyphRun, Group, ImageItem, Item, LinkItem, PathItem } from '../core/display/list';
import type { ContentBuffer } from './content-buffer';
import { type EmbeddedFace, layerName } from './font-objects';
import { textBytes } from './text-bytes';

/** A glyph may stand this far from its place (pt) before the pen is moved: half of what may be seen (0.01 pt). */
const TOLERANCE = 0.005;
/** A run that begins no farther from the pen than this (em) is reached by an adjustment, not by a new Td. */
const REACH = 4;

/** A link on the page: PDF coordinates in thousandths, target as in the list. */
export interface PlacedLink {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly page: number;
  readonly y: number;
}

/** Graphics state as the stream has set it; what Q restores. */
interface GraphicsState {
  fill: number;
  stroke: number;
  lineWidth: number;
  roundJoin: boolean;
  face: EmbeddedFace | null;
  /** Which of the face's font objects. */
  layer: number;
  size: number;
  /** Tc, in 1/100000 pt. */
  spacing: number;
  stroking: boolean;
}

const INITIAL: GraphicsState = {
  fill: 0, stroke: 0, lineWidth: 1, roundJoin: false, face: null, layer: 0, size: 0, spacing: 0, stroking: false,
};

export interface ContentResources {
  readonly faces: readonly (EmbeddedFace | null)[];
  /** Resource name of an image of the list. @throws RangeError for one that is not there. */
  imageName(id: string): string;
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
  #state: GraphicsState = { ...INITIAL };
  /** The open mark: an article, null for an artifact, undefined for none. */
  #mark: string | null | undefined = undefined;
  #inText = false;
  // Start of the current text line as Td has set it, thousandths.
  #lineX = 0;
  #lineY = 0;
  // Where the pen stands on that line, pt.
  #pen = 0;

  constructor(page: DisplayPage, out: ContentBuffer, resources: ContentResources) {
    this.#page = page;
    this.#out = out;
    this.#resources = resources;
  }

  /** Items of a group whose origin is (x, y) from the page's top left; `article` is who owns them. */
  items(items: readonly Item[], x: number, y: number, article: string | null): void {
    for (const item of items) {
      switch (item.kind) {
        case 'glyphs':
          if (item.end > item.first) this.#run(item, x, y, article);
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
    const saved = { ...this.#state };
    this.#out.ascii('q ');
    this.#number(x);
    this.#number(this.#page.size.height - y - group.clip.height);
    this.#number(group.clip.width);
    this.#number(group.clip.height);
    this.#out.ascii('re W n\n');
    this.items(group.items, x, y, article);
    this.#closeMark();
    this.#out.ascii('Q\n');
    this.#state = saved;
  }

  // ---- marks and text objects

  #openMark(article: string | null): void {
    if (this.#mark === article) return;
    this.#closeMark();
    this.#mark = article;
    if (article === null) {
      this.#out.ascii('/Artifact BMC\n');
      return;
    }
    this.#out.ascii('/Article <</Id ');
    this.#out.ascii(textBytes(article));
    this.#out.ascii('>> BDC\n');
  }

  #closeMark(): void {
    this.#endText();
    if (this.#mark === undefined) return;
    this.#out.ascii('EMC\n');
    this.#mark = undefined;
  }

  #endText(): void {
    if (!this.#inText) return;
    this.#out.ascii('ET\n');
    this.#inText = false;
  }

  // ---- glyphs

  #run(run: GlyphRun, dx: number, dy: number, article: string | null): void {
    const face = this.#resources.faces[run.font];
    if (face === null || face === undefined) throw new RangeError(`font ${run.font} of the list is not embedded`);
    this.#openMark(article);
    const out = this.#out;
    const state = this.#state;
    const x = dx + (this.#page.x[run.first] as number);
    const lineY = Math.round((this.#page.size.height - dy - run.y) * 1000);
    const gap = x - this.#pen;
    const onLine = this.#inText && lineY === this.#lineY && Math.abs(gap) <= REACH * run.size;
    if (!this.#inText) {
      out.ascii('BT\n');
      this.#inText = true;
      this.#lineX = 0;
      this.#lineY = 0;
    }
    this.#ink(run);
    if (state.face !== face || state.size !== run.size) this.#font(face, 0, run.size);
    const spacing = this.#evenSpacing(run, face);
    if (spacing !== state.spacing) {
      out.fixed(spacing, 5);
      out.ascii(' Tc\n');
      state.spacing = spacing;
    }
    if (!onLine) {
      const lineX = Math.round(x * 1000);
      out.thousandths(lineX - this.#lineX);
      out.ascii(' ');
      out.thousandths(lineY - this.#lineY);
      out.ascii(' Td\n');
      this.#lineX = lineX;
      this.#lineY = lineY;
      this.#pen = lineX / 1000;
    }
    this.#glyphs(run, face, dx);
  }

  #font(face: EmbeddedFace, layer: number, size: number): void {
    this.#out.ascii(`/${layerName(face, layer)} `);
    this.#number(size);
    this.#out.ascii('Tf\n');
    this.#state.face = face;
    this.#state.layer = layer;
    this.#state.size = size;
  }

  /** Gray of the fill, and stroke where the run is thickened (合成加粗). */
  #ink(run: GlyphRun): void {
    this.#fill(run.gray);
    const stroking = run.embolden > 0;
    if (stroking) {
      this.#stroke(run.gray, run.embolden);
      // A mitred corner of a thickened hook would stand out as a spike.
      if (!this.#state.roundJoin) this.#out.ascii('1 j ');
      this.#state.roundJoin = true;
    }
    if (stroking !== this.#state.stroking) this.#out.ascii(stroking ? '2 Tr\n' : '0 Tr\n');
    this.#state.stroking = stroking;
  }

  /**
   * The spacing (1/100000 pt) that most glyphs of the run have beyond
   * their widths: the value that the first two equal neighbours share. A line
   * stretched evenly is then one string.
   */
  #evenSpacing(run: GlyphRun, face: EmbeddedFace): number {
    const { glyph, x } = this.#page;
    const { cidOf, widths } = face;
    const scale = run.size / 1000;
    let before = NaN;
    for (let i = run.first; i + 1 < run.end; i++) {
      const width = widths[cidOf[glyph[i] as number] as number] as number;
      const extra = (x[i + 1] as number) - (x[i] as number) - width * scale;
      if (Math.abs(extra - before) < TOLERANCE / 5) return Math.round(extra * 1e5);
      before = extra;
    }
    return run.end - run.first > 1 && Math.abs(before) < TOLERANCE ? 0 : this.#state.spacing;
  }

  #glyphs(run: GlyphRun, face: EmbeddedFace, dx: number): void {
    const out = this.#out;
    const { glyph, x } = this.#page;
    const { cidOf, widths, flagged } = face;
    const scale = run.size / 1000;
    const spacing = this.#state.spacing / 1e5;
    let pen = this.#pen;
    let bracket = this.#openArray();
    let adjusted = false;
    for (let i = run.first; i < run.end; ) {
      const id = glyph[i] as number;
      const miss = dx + (x[i] as number) - pen;
      if (miss > TOLERANCE || miss < -TOLERANCE) {
        // Tenths of a thousandth em, so that at 42 pt the place is still within 0.005 pt.
        const units = Math.round((-miss / scale) * 10);
        this.#adjust(units);
        pen -= (units / 10) * scale;
        adjusted = true;
      }
      let next = i + 1;
      let layer = 0;
      if (flagged[id] !== 0) {
        next = this.#clusterEnd(run, i);
        const text = this.#clusterText(run, i, next);
        const found = next === i + 1 && text !== '' ? face.layerOf(id, text) : null;
        if (found === null) {
          // No font object says it: the glyphs of the cluster are one replaced span.
          this.#closeArray(bracket, adjusted);
          pen = this.#span(run, face, i, next, text, dx, pen);
          bracket = this.#openArray();
          adjusted = false;
          i = next;
          continue;
        }
        layer = found;
      }
      if (layer !== this.#state.layer) {
        this.#closeArray(bracket, adjusted);
        this.#font(face, layer, run.size);
        bracket = this.#openArray();
        adjusted = false;
      }
      out.reserve(4);
      out.code(cidOf[id] as number);
      pen += (widths[cidOf[id] as number] as number) * scale + spacing;
      i = next;
    }
    this.#closeArray(bracket, adjusted);
    this.#pen = pen;
  }

  /** One past the last glyph that shares the characters of glyph `i`. */
  #clusterEnd(run: GlyphRun, i: number): number {
    const { at } = this.#page;
    let next = i + 1;
    while (next < run.end && at[next] === at[i]) next++;
    return next;
  }

  #clusterText(run: GlyphRun, i: number, next: number): string {
    const { at } = this.#page;
    return run.text.slice(i === run.first ? 0 : (at[i] as number), next < run.end ? (at[next] as number) : run.text.length);
  }

  /** Glyphs whose text no font object says, under /ActualText; the first stands where the pen is. Returns the pen. */
  #span(run: GlyphRun, face: EmbeddedFace, first: number, end: number, text: string, dx: number, start: number): number {
    const out = this.#out;
    const scale = run.size / 1000;
    let pen = start;
    out.ascii('/Span <</ActualText ');
    out.ascii(textBytes(text));
    out.ascii('>> BDC\n');
    const bracket = this.#openArray();
    for (let i = first; i < end; i++) {
      const units = Math.round(((pen - dx - (this.#page.x[i] as number)) / scale) * 10);
      if (units !== 0) this.#adjust(units);
      const cid = face.cidOf[this.#page.glyph[i] as number] as number;
      out.reserve(4);
      out.code(cid);
      pen += (face.widths[cid] as number) * scale + this.#state.spacing / 1e5 - (units / 10) * scale;
    }
    this.#closeArray(bracket, true);
    out.ascii('EMC\n');
    return pen;
  }

  /** `[(`; returns where the bracket stands, to be blanked if the array stays a single string. */
  #openArray(): number {
    const bracket = this.#out.length;
    this.#out.ascii('[(');
    return bracket;
  }

  #closeArray(bracket: number, adjusted: boolean): void {
    const out = this.#out;
    if (adjusted) {
      out.ascii(')]TJ\n');
    } else if (out.length > bracket + 2) {
      out.patch(bracket, 0x20);
      out.ascii(')Tj\n');
    } else {
      out.truncate(bracket);
    }
  }

  #adjust(tenths: number): void {
    this.#out.ascii(')');
    this.#out.thousandths(tenths * 100);
    this.#out.ascii('(');
  }

  // ---- paths and images

  #path(path: PathItem, dx: number, dy: number, article: string | null): void {
    if (path.fill === null && path.stroke === null) return;
    this.#openMark(article);
    this.#endText();
    if (path.fill !== null) this.#fill(path.fill);
    if (path.stroke !== null) {
      this.#stroke(path.stroke.gray, path.stroke.width);
      if (this.#state.roundJoin) this.#out.ascii('0 j ');
      this.#state.roundJoin = false;
    }
    const height = this.#page.size.height - dy;
    let at = 0;
    for (const op of path.ops) {
      const count = op === 'C' ? 6 : op === 'Z' ? 0 : 2;
      for (let k = 0; k < count; k += 2) {
        this.#number(dx + coordinate(path, at + k));
        this.#number(height - coordinate(path, at + k + 1));
      }
      at += count;
      this.#out.ascii(pathOperator(op));
    }
    this.#out.ascii(path.fill === null ? 'S\n' : path.stroke === null ? 'f\n' : 'B\n');
  }

  #image(image: ImageItem, dx: number, dy: number, article: string | null): void {
    this.#openMark(article);
    this.#endText();
    const { rect } = image;
    this.#out.ascii('q ');
    this.#number(rect.width);
    this.#out.ascii('0 0 ');
    this.#number(rect.height);
    this.#number(dx + rect.x);
    this.#number(this.#page.size.height - dy - rect.y - rect.height);
    this.#out.ascii(`cm /${this.#resources.imageName(image.image)} Do Q\n`);
  }

  #link(link: LinkItem, dx: number, dy: number): void {
    const left = Math.round((dx + link.rect.x) * 1000);
    const top = Math.round((this.#page.size.height - dy - link.rect.y) * 1000);
    const right = left + Math.round(link.rect.width * 1000);
    this.links.push({ left, bottom: top - Math.round(link.rect.height * 1000), right, top, page: link.page, y: link.y });
  }

  // ---- state

  #fill(gray: number): void {
    if (this.#state.fill === gray) return;
    this.#state.fill = gray;
    this.#number(gray);
    this.#out.ascii('g\n');
  }

  #stroke(gray: number, width: number): void {
    if (this.#state.stroke !== gray) {
      this.#state.stroke = gray;
      this.#number(gray);
      this.#out.ascii('G\n');
    }
    if (this.#state.lineWidth !== width) {
      this.#state.lineWidth = width;
      this.#number(width);
      this.#out.ascii('w\n');
    }
  }

  #number(value: number): void {
    this.#out.thousandths(Math.round(value * 1000));
    this.#out.ascii(' ');
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
