// What both kinds of outlines (glyf, CFF) offer to a face, and the path that
// they are written into.
import type { FontSubset, InkBox, Outline } from '../core/font';

export interface OutlineStore {
  /** Glyphs in the face. */
  readonly count: number;
  /** @throws FontError where the glyph's data is broken. */
  ink(glyph: number): InkBox | null;
  /** @throws FontError where the glyph's data is broken. */
  outline(glyph: number): Outline;
  /** `glyphs`: distinct valid ids, ascending, 0 first. @throws FontError. */
  subset(glyphs: readonly number[]): FontSubset;
}

const M = 77;
const L = 76;
const Q = 81;
const C = 67;
const Z = 90;

/** Collects an Outline. Font units, y up. */
export class PathBuilder {
  readonly #ops: number[] = [];
  readonly #coords: number[] = [];

  moveTo(x: number, y: number): void {
    this.#ops.push(M);
    this.#coords.push(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#ops.push(L);
    this.#coords.push(x, y);
  }

  quadTo(cx: number, cy: number, x: number, y: number): void {
    this.#ops.push(Q);
    this.#coords.push(cx, cy, x, y);
  }

  curveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    this.#ops.push(C);
    this.#coords.push(c1x, c1y, c2x, c2y, x, y);
  }

  close(): void {
    this.#ops.push(Z);
  }

  finish(): Outline {
    return { ops: Uint8Array.from(this.#ops), coords: Float32Array.from(this.#coords) };
  }
}
