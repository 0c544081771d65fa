// The graphics state that a content stream has set so far (8.4, 9.3): an
// operator is written only where it changes something, and what Q takes back is
// known. Numbers become thousandths here, once.
import type { ContentBuffer } from './content-buffer';
import { type EmbeddedFace, layerName } from './font-objects';

/** As a gray of `fill` or `stroke`: the document's red, a plate of its own (套红). */
export const RED_INK = 2;

interface State {
  fill: number;
  stroke: number;
  lineWidth: number;
  roundJoin: boolean;
  /** Text is stroked as well as filled. */
  stroking: boolean;
  face: EmbeddedFace | null;
  /** Which of the face's font objects. */
  layer: number;
  size: number;
  /** Tc, in 1/100000 pt. */
  spacing: number;
}

const INITIAL: State = {
  fill: 0, stroke: 0, lineWidth: 1, roundJoin: false, stroking: false, face: null, layer: 0, size: 0, spacing: 0,
};

export class GraphicsState {
  readonly #out: ContentBuffer;
  #state: State = { ...INITIAL };
  readonly #saved: State[] = [];

  constructor(out: ContentBuffer) {
    this.#out = out;
  }

  /** Tc, in 1/100000 pt. */
  get spacing(): number {
    return this.#state.spacing;
  }

  /** `q`. */
  save(): void {
    this.#saved.push({ ...this.#state });
    this.#out.hotAscii('q ');
  }

  /** `Q`. */
  restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) throw new RangeError('more Q than q');
    this.#state = saved;
    this.#out.hotAscii('Q\n');
  }

  /** A length or a gray, and a space behind it. */
  number(value: number): void {
    this.#out.thousandths(Math.round(value * 1000));
    this.#out.hotAscii(' ');
  }

  /** Gray of fills: 0 black … 1 white, or RED_INK. */
  fill(gray: number): void {
    if (this.#state.fill === gray) return;
    this.#state.fill = gray;
    if (gray === RED_INK) {
      this.#out.hotAscii('/Red cs 1 scn\n');
      return;
    }
    this.number(gray);
    this.#out.hotAscii('g\n');
  }

  /** Gray and width of strokes, and whether corners are round (else mitred). */
  stroke(gray: number, width: number, roundJoin: boolean): void {
    const state = this.#state;
    if (state.stroke !== gray) {
      state.stroke = gray;
      if (gray === RED_INK) this.#out.hotAscii('/Red CS 1 SCN\n');
      else {
        this.number(gray);
        this.#out.hotAscii('G\n');
      }
    }
    if (state.lineWidth !== width) {
      state.lineWidth = width;
      this.number(width);
      this.#out.hotAscii('w\n');
    }
    if (state.roundJoin !== roundJoin) {
      state.roundJoin = roundJoin;
      this.#out.hotAscii(roundJoin ? '1 j\n' : '0 j\n');
    }
  }

  /** Gray of text, and the width of the stroke that thickens it (合成加粗), 0 for none. */
  textInk(gray: number, embolden: number): void {
    this.fill(gray);
    const stroking = embolden > 0;
    // A mitred corner of a thickened hook would stand out as a spike.
    if (stroking) this.stroke(gray, embolden, true);
    if (stroking === this.#state.stroking) return;
    this.#state.stroking = stroking;
    this.#out.hotAscii(stroking ? '2 Tr\n' : '0 Tr\n');
  }

  /** A face at a size, through whichever of its font objects. */
  font(face: EmbeddedFace, size: number): void {
    if (this.#state.face === face && this.#state.size === size) return;
    this.#setFont(face, 0, size);
  }

  /** True where glyphs of the current face have to go through another of its font objects. */
  isOtherLayer(layer: number): boolean {
    return this.#state.layer !== layer;
  }

  layer(layer: number): void {
    const { face, size } = this.#state;
    if (face !== null) this.#setFont(face, layer, size);
  }

  #setFont(face: EmbeddedFace, layer: number, size: number): void {
    this.#out.hotAscii(`/${layerName(face, layer)} `);
    this.number(size);
    this.#out.hotAscii('Tf\n');
    this.#state.face = face;
    this.#state.layer = layer;
    this.#state.size = size;
  }

  /** Notes a Tc that was written elsewhere. */
  hasSpacing(spacing: number): void {
    this.#state.spacing = spacing;
  }

  /** Tc, in 1/100000 pt. */
  setSpacing(spacing: number): void {
    if (this.#state.spacing === spacing) return;
    this.#state.spacing = spacing;
    this.#out.hotFixed(spacing, 5);
    this.#out.hotAscii(' Tc\n');
  }
}
