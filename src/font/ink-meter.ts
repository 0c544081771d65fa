// The ink box of curves as they are drawn: exact extremes of each cubic, since
// control points lie outside the ink and squeezing is measured from ink.
import type { InkBox } from '../core/font';
import type { CurveSink } from './charstring';

export class InkMeter implements CurveSink {
  #xMin = Infinity;
  #yMin = Infinity;
  #xMax = -Infinity;
  #yMax = -Infinity;
  #x = 0;
  #y = 0;

  /** Null where nothing was drawn. */
  box(): InkBox | null {
    return this.#xMin > this.#xMax ? null : { xMin: this.#xMin, yMin: this.#yMin, xMax: this.#xMax, yMax: this.#yMax };
  }

  moveTo(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
  }

  lineTo(x: number, y: number): void {
    this.#include(this.#x, this.#y);
    this.#include(x, y);
    this.moveTo(x, y);
  }

  curveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    const x0 = this.#x;
    const y0 = this.#y;
    this.#include(x0, y0);
    this.#include(x, y);
    if (Math.min(c1x, c2x) < this.#xMin || Math.max(c1x, c2x) > this.#xMax) {
      for (const t of extremes(x0, c1x, c2x, x)) this.#include(cubic(x0, c1x, c2x, x, t), y);
    }
    if (Math.min(c1y, c2y) < this.#yMin || Math.max(c1y, c2y) > this.#yMax) {
      for (const t of extremes(y0, c1y, c2y, y)) this.#include(x, cubic(y0, c1y, c2y, y, t));
    }
    this.moveTo(x, y);
  }

  close(): void {
    // A contour closes on its own start, which is in the box already.
  }

  #include(x: number, y: number): void {
    if (x < this.#xMin) this.#xMin = x;
    if (x > this.#xMax) this.#xMax = x;
    if (y < this.#yMin) this.#yMin = y;
    if (y > this.#yMax) this.#yMax = y;
  }
}

function cubic(p0: number, p1: number, p2: number, p3: number, t: number): number {
  const s = 1 - t;
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
}

/** Places in (0, 1) where a cubic's derivative is 0. */
function extremes(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3;
  const b = 2 * (p0 - 2 * p1 + p2);
  const c = p1 - p0;
  const roots: number[] = [];
  if (Math.abs(a) < 1e-9) {
    if (Math.abs(b) > 1e-9) roots.push(-c / b);
  } else {
    const root = b * b - 4 * a * c;
    if (root >= 0) roots.push((-b + Math.sqrt(root)) / (2 * a), (-b - Math.sqrt(root)) / (2 * a));
  }
  return roots.filter((t) => t > 0 && t < 1);
}
