// Two ellipses in a row (`…………`, 4 em) stand on a line of their own (T-04;
// GB/T 15834 5.1.5): the stretch of text is cut before and after them as at a
// hard break. Marks that may not begin a line stay with them. Exactly two: a
// longer row is no ellipsis but dots that somebody drew as a leader.
import { CLOSE, ELLIPSIS, NOTE, OPEN, STOP_END, STOP_IN, STOP_PAIR } from './char-class';

/** Characters of two ellipses. */
const LENGTH = 4;

/**
 * Cuts a row's stretches around two ellipses in a row. `at` and `cls` are the row's; `segments` and `segmentAt`
 * (first glyph and display offset of each stretch, ascending) get the new ones.
 */
export function isolateEllipses(text: string, count: number, at: Uint32Array, cls: Uint8Array, segments: number[], segmentAt: number[]): void {
  for (let k = 0; k < count; k++) {
    if (cls[k] !== ELLIPSIS) continue;
    const from = at[k]!;
    const dot = text.charCodeAt(from);
    let to = from;
    while (text.charCodeAt(to) === dot) to++;
    let end = k + 1;
    while (end < count && at[end]! < to) end++;
    if (to - from === LENGTH) {
      let first = k;
      while (first > 0 && cls[first - 1] === OPEN) first--;
      while (end < count && staysBehind(cls[end]!)) end++;
      cut(first, at, segments, segmentAt);
      if (end < count) cut(end, at, segments, segmentAt);
    }
    k = end - 1;
  }
}

function staysBehind(cls: number): boolean {
  return cls === STOP_END || cls === STOP_IN || cls === STOP_PAIR || cls === CLOSE || cls === NOTE;
}

function cut(glyph: number, at: Uint32Array, segments: number[], segmentAt: number[]): void {
  let place = 0;
  while (place < segments.length && segments[place]! < glyph) place++;
  if (segments[place] === glyph) return;
  segments.splice(place, 0, glyph);
  segmentAt.splice(place, 0, at[glyph]!);
}
