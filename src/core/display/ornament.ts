// Patterned rules (花线) as paths: along a line, or around a rectangle, each side with
// a whole number of figures, so that corners close. In: the pattern and where; out:
// path items in the page's coordinates. Figures by eye on newspapers of the 1990s.
import type { Rule } from '../page/frame';
import type { PathItem } from './list';

type Pattern = NonNullable<Rule['pattern']>;
type Place = Pick<Rule, 'x' | 'y' | 'width' | 'height'>;

interface Side {
  readonly x: number;
  readonly y: number;
  /** Unit vector along the side. */
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
}

/** Step between figures, pt; each side takes the nearest that goes into it. */
const STEP: Readonly<Record<Pattern, number>> = { dots: 4.2, wave: 6, chain: 9 };
const DOT = 1.6;
const WAVE = { high: 1.5, stroke: 0.6 };
const CHAIN = { long: 2.6, high: 1.7, dot: 1, rule: 3.1, stroke: 0.28 };
/** Control points of a quarter circle lie this share of the radius away. */
const ROUND = 0.5523;

/** A path while it is drawn. */
class Pen {
  ops = '';
  readonly coords: number[] = [];

  to(op: 'M' | 'L' | 'C', ...coords: readonly number[]): void {
    this.ops += op;
    this.coords.push(...coords);
  }

  close(): void {
    this.ops += 'Z';
  }

  circle(x: number, y: number, r: number): void {
    const k = r * ROUND;
    this.to('M', x + r, y);
    this.to('C', x + r, y + k, x + k, y + r, x, y + r);
    this.to('C', x - k, y + r, x - r, y + k, x - r, y);
    this.to('C', x - r, y - k, x - k, y - r, x, y - r);
    this.to('C', x + k, y - r, x + r, y - k, x + r, y);
    this.close();
  }
}

/** The paths of a patterned rule; a place without height is a line. */
export function ornament(pattern: Pattern, place: Place): PathItem[] {
  const sides = sidesOf(place);
  const pen = new Pen();
  for (const side of sides) {
    const steps = Math.max(1, Math.round(side.length / STEP[pattern]));
    const step = side.length / steps;
    if (pattern === 'wave') wave(pen, side, steps, step);
    else if (pattern === 'dots') for (let i = 0; i < steps + (sides.length === 1 ? 1 : 0); i++) pen.circle(side.x + side.dx * i * step, side.y + side.dy * i * step, DOT / 2);
    else for (let i = 0; i < steps; i++) link(pen, side, (i + 0.5) * step, step, i > 0 || sides.length > 1);
  }
  if (pattern === 'wave') return [{ kind: 'path', ops: pen.ops, coords: pen.coords, fill: null, stroke: { width: WAVE.stroke, gray: 0 } }];
  const filled: PathItem = { kind: 'path', ops: pen.ops, coords: pen.coords, fill: 0, stroke: null };
  return pattern === 'dots' ? [filled] : [filled, ...rails(place)];
}

function sidesOf({ x, y, width, height }: Place): Side[] {
  if (height === 0) return [{ x, y, dx: 1, dy: 0, length: width }];
  if (width === 0) return [{ x, y, dx: 0, dy: 1, length: height }];
  return [
    { x, y, dx: 1, dy: 0, length: width }, { x: x + width, y, dx: 0, dy: 1, length: height },
    { x: x + width, y: y + height, dx: -1, dy: 0, length: width }, { x, y: y + height, dx: 0, dy: -1, length: height },
  ];
}

/** Waves that begin and end on the side's line: half of each outwards, half inwards. */
function wave(pen: Pen, { x, y, dx, dy }: Side, steps: number, step: number): void {
  const at = (along: number, out: number): [number, number] => [x + dx * along + dy * out, y + dy * along - dx * out];
  pen.to('M', x, y);
  for (let i = 0; i < 2 * steps; i++) {
    const [from, half, out] = [(i * step) / 2, step / 2, (i % 2 === 0 ? 1 : -1) * WAVE.high * 1.33];
    pen.to('C', ...at(from + half * 0.36, out), ...at(from + half * 0.64, out), ...at(from + half, 0));
  }
}

/** A diamond, and a dot before it. */
function link(pen: Pen, { x, y, dx, dy }: Side, along: number, step: number, dotted: boolean): void {
  const at = (forth: number, out: number): [number, number] => [x + dx * (along + forth) + dy * out, y + dy * (along + forth) - dx * out];
  pen.to('M', ...at(-CHAIN.long, 0));
  pen.to('L', ...at(0, CHAIN.high));
  pen.to('L', ...at(CHAIN.long, 0));
  pen.to('L', ...at(0, -CHAIN.high));
  pen.close();
  if (dotted) pen.circle(...at(-step / 2, 0), CHAIN.dot / 2);
}

/** The two hairlines that a chain runs between. */
function rails({ x, y, width, height }: Place): PathItem[] {
  const stroke = { width: CHAIN.stroke, gray: 0 };
  return [-CHAIN.rule, CHAIN.rule].map((by): PathItem => {
    if (height === 0) return { kind: 'path', ops: 'ML', coords: [x, y + by, x + width, y + by], fill: null, stroke };
    if (width === 0) return { kind: 'path', ops: 'ML', coords: [x + by, y, x + by, y + height], fill: null, stroke };
    const [l, t, r, b] = [x - by, y - by, x + width + by, y + height + by];
    return { kind: 'path', ops: 'MLLLZ', coords: [l, t, r, t, r, b, l, b], fill: null, stroke };
  });
}
