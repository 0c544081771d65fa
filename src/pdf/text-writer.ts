// The text objects of a content stream. A line is one Td and one TJ; what the
// places differ from the widths in W becomes a Tc where it is even along the run,
// else an adjustment, reckoned from where the pen really stands, so that nothing
// drifts: a glyph is within 0.005 pt of its place, however long the line.
import type { DisplayPage, GlyphRun } from '../core/display/list';
import type { ContentBuffer } from './content-buffer';
import { TOLERANCE } from './content-kernel';
import type { EmbeddedFace } from './font-objects';
import { type GraphicsState, RED_INK } from './graphics-state';
import { textBytes } from './text-bytes';

/** A run that begins no farther from the pen than this (em) is reached by an adjustment, not by a new Td. */
const REACH = 4;

export class TextWriter {
  readonly #page: DisplayPage;
  readonly #out: ContentBuffer;
  readonly #graphics: GraphicsState;
  readonly #faces: readonly (EmbeddedFace | null)[];
  #inText = false;
  // Start of the current text line as Td has set it, thousandths.
  #lineX = 0;
  #lineY = 0;
  // Where the pen stands on that line, pt.
  #pen = 0;

  constructor(page: DisplayPage, out: ContentBuffer, graphics: GraphicsState, faces: readonly (EmbeddedFace | null)[]) {
    this.#page = page;
    this.#out = out;
    this.#graphics = graphics;
    this.#faces = faces;
  }

  /** `ET`, where a text object is open. */
  end(): void {
    if (!this.#inText) return;
    this.#out.hotAscii('ET\n');
    this.#inText = false;
  }

  /**
   * Writes a run of a group whose origin is (dx, dy) from the page's top left.
   * @throws RangeError for a face that is not embedded.
   */
  run(run: GlyphRun, dx: number, dy: number): void {
    const face = this.#faces[run.font];
    if (face === null || face === undefined) throw new RangeError(`font ${run.font} of the list is not embedded`);
    const out = this.#out;
    const x = dx + (this.#page.x[run.first] as number);
    const lineY = Math.round((this.#page.size.height - dy - run.y) * 1000);
    const gap = x - this.#pen;
    const onLine = this.#inText && lineY === this.#lineY && Math.abs(gap) <= REACH * run.size;
    if (!this.#inText) {
      out.hotAscii('BT\n');
      this.#inText = true;
      this.#lineX = 0;
      this.#lineY = 0;
    }
    this.#graphics.textInk(run.red === true ? RED_INK : run.gray, run.embolden);
    this.#graphics.font(face, run.size);
    if (!this.#graphics.isOtherLayer(0) && this.#runByKernel(run, face, dx, x, lineY, !onLine)) return;
    this.#graphics.setSpacing(this.#evenSpacing(run, face, this.#graphics.spacing));
    if (!onLine) {
      const lineX = Math.round(x * 1000);
      out.thousandths(lineX - this.#lineX);
      out.hotAscii(' ');
      out.thousandths(lineY - this.#lineY);
      out.hotAscii(' Td\n');
      this.#lineX = lineX;
      this.#lineY = lineY;
      this.#pen = lineX / 1000;
    }
    this.#glyphs(run, face, dx, run.first, this.#openArray(), false);
  }

  /** The rest of a run, from its spacing on, by the kernel; false where it has not been written. */
  #runByKernel(run: GlyphRun, face: EmbeddedFace, dx: number, x: number, lineY: number, moves: boolean): boolean {
    const lineX = moves ? Math.round(x * 1000) : this.#lineX;
    const { spacing } = this.#graphics;
    const left = this.#out.run(face, run.first, run.end, dx, run.size, spacing, moves, lineX - this.#lineX, lineY - this.#lineY, moves ? lineX / 1000 : this.#pen);
    if (left === null) return false;
    this.#lineX = lineX;
    this.#lineY = lineY;
    this.#pen = left[0]!;
    if (left[1] !== spacing) this.#graphics.hasSpacing(left[1]!);
    if (left[2]! < run.end) this.#glyphs(run, face, dx, left[2]!, left[3]!, left[4] !== 0);
    return true;
  }

  /**
   * The spacing (1/100000 pt) that most glyphs of the run have beyond
   * their widths: the value that the first two equal neighbours share. A line
   * stretched evenly is then one string. `set`: the spacing that stands, for a run that shares none.
   */
  #evenSpacing(run: GlyphRun, face: EmbeddedFace, set: number): number {
    const { glyph, x } = this.#page;
    const { cidOf, widths } = face;
    const scale = run.size / 1000;
    let before = NaN;
    for (let i = run.first; i + 1 < run.end; i++) {
      const width = widths[cidOf[glyph[i] as number] as number] as number;
      const extra = (x[i + 1] as number) - (x[i] as number) - width * scale;
      if (Math.abs(extra - before) < TOLERANCE / 5) return Math.round(extra * 1e5) || 0; // no −0, which is no whole number to V8
      before = extra;
    }
    return run.end - run.first > 1 && Math.abs(before) < TOLERANCE ? 0 : set;
  }

  /** Writes the glyphs from `from` on into the array that is open since `opened`; `corrected`: whether it holds adjustments. */
  #glyphs(run: GlyphRun, face: EmbeddedFace, dx: number, from: number, opened: number, corrected: boolean): void {
    const out = this.#out;
    const { glyph, x } = this.#page;
    const { cidOf, widths, flagged } = face;
    const scale = run.size / 1000;
    const spacing = this.#graphics.spacing / 1e5;
    let pen = this.#pen;
    let bracket = opened;
    let adjusted = corrected;
    for (let i = from; i < run.end; ) {
      if (!this.#graphics.isOtherLayer(0)) {
        const start = i;
        this.#pen = pen;
        i = this.hotPlain(glyph, x, cidOf, widths, flagged, start, run.end, dx, scale, spacing);
        pen = this.#pen;
        if (i > start) continue;
      }
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
      if (this.#graphics.isOtherLayer(layer)) {
        this.#closeArray(bracket, adjusted);
        this.#graphics.layer(layer);
        bracket = this.#openArray();
        adjusted = false;
      }
      out.hotCodes(glyph, cidOf, i, i + 1);
      pen += (widths[cidOf[id] as number] as number) * scale + spacing;
      i = next;
    }
    this.#closeArray(bracket, adjusted);
    this.#pen = pen;
  }

  /**
   * Writes glyphs from `first` on that stand where the pen is and have their own text: nothing but their codes. Most of
   * a line, so a leaf of its own, and told all it needs: runs that look alike are not all of one shape to V8, which would
   * throw the compiled code away. Moves the pen; returns the first glyph that needs more.
   */
  private hotPlain(
    glyph: Uint16Array, x: Float32Array, cidOf: Uint16Array, widths: Float64Array, flagged: Uint8Array, first: number, end: number, dx: number, scale: number, spacing: number,
  ): number {
    let pen = this.#pen;
    let i = first;
    for (; i < end; i++) {
      const id = glyph[i] as number;
      const miss = dx + (x[i] as number) - pen;
      if (miss > TOLERANCE || miss < -TOLERANCE || flagged[id] !== 0) break;
      pen += (widths[cidOf[id] as number] as number) * scale + spacing;
    }
    this.#pen = pen;
    this.#out.hotCodes(glyph, cidOf, first, i);
    return i;
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
    out.hotAscii('/Span <</ActualText ');
    out.hotAscii(textBytes(text));
    out.hotAscii('>> BDC\n');
    const bracket = this.#openArray();
    for (let i = first; i < end; i++) {
      const units = Math.round(((pen - dx - (this.#page.x[i] as number)) / scale) * 10);
      if (units !== 0) this.#adjust(units);
      out.hotCodes(this.#page.glyph, face.cidOf, i, i + 1);
      const cid = face.cidOf[this.#page.glyph[i] as number] as number;
      pen += (face.widths[cid] as number) * scale + this.#graphics.spacing / 1e5 - (units / 10) * scale;
    }
    this.#closeArray(bracket, true);
    out.hotAscii('EMC\n');
    return pen;
  }

  /** `[(`; returns where the bracket stands, to be blanked if the array stays a single string. */
  #openArray(): number {
    const bracket = this.#out.length;
    this.#out.hotAscii('[(');
    return bracket;
  }

  #closeArray(bracket: number, adjusted: boolean): void {
    const out = this.#out;
    if (adjusted) {
      out.hotAscii(')]TJ\n');
    } else if (out.length > bracket + 2) {
      out.patch(bracket, 0x20);
      out.hotAscii(')Tj\n');
    } else {
      out.truncate(bracket);
    }
  }

  #adjust(tenths: number): void {
    this.#out.hotAscii(')');
    this.#out.thousandths(tenths * 100);
    this.#out.hotAscii('(');
  }
}
