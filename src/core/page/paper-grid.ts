// The lattice of a newspaper page (N-01, N-02): base columns, broken measures,
// grid rows, all from characters and lines; millimetres follow.
import type { PaperMaster } from '../model/master';
import type { Frame, Grid } from './frame';
import type { Area, Broken } from './placement';

/** The grid of the page's body text. */
export function paperGrid(master: PaperMaster): Grid {
  return { pitch: master.pitch, firstBaseline: master.firstBaseline, em: master.em };
}

/** Width of n base columns with the gaps between them, pt: long(n) = n·b + (n−1)·g (N-01). */
export function longMeasure(master: PaperMaster, columns: number): number {
  return (columns * master.characters + (columns - 1) * master.gap) * master.em;
}

/** Left edge of base column k, pt from the sheet's left. */
export function columnLeft(master: PaperMaster, column: number): number {
  return master.left + column * (master.characters + master.gap) * master.em;
}

/** Top of grid row k, pt from the sheet's top: rows are cells of one pitch, the first ink at the type area's top. */
export function rowTop(master: PaperMaster, row: number): number {
  return master.top + row * master.pitch;
}

/** Characters that a title downwards is wide: 8–9 (N-14). */
export const UPRIGHT_CHARACTERS = 9;

/** What a base column is wider than a title downwards, characters: it goes to the text beside that. */
export function leftBeside({ characters }: PaperMaster): number {
  return Math.max(0, Math.floor(characters) - UPRIGHT_CHARACTERS);
}

/** Width of a title downwards in so many base columns, pt; `beside`: the text beside it has what it leaves of them. */
export function uprightMeasure(master: PaperMaster, columns: number, beside: boolean): number {
  return longMeasure(master, columns) - (beside ? leftBeside(master) * master.em : 0);
}

/** Measure of each of k columns over m base columns, in whole characters; the remainder widens the gaps (N-01). `beside` a title downwards: with what that leaves of its column. */
export function brokenMeasure(master: PaperMaster, columns: number, into: number, beside = false): { readonly characters: number; readonly gap: number } {
  const all = columns * master.characters + (columns - 1) * master.gap + (beside ? leftBeside(master) : 0);
  const characters = Math.floor((all - (into - 1) * master.gap) / into);
  return { characters, gap: into === 1 ? 0 : (all - into * characters) / (into - 1) };
}

/** The frames of body columns, left to right. */
export function brokenFrames(master: PaperMaster, { area, into, beside = false }: Broken, what: string): Frame[] {
  const { characters, gap } = brokenMeasure(master, area.columns, into, beside);
  const more = beside ? leftBeside(master) * master.em : 0;
  // A measure that does not fill its area stands in the middle of it.
  const width = characters * master.em;
  const spare = into === 1 ? (longMeasure(master, area.columns) + more - width) / 2 : 0;
  return Array.from({ length: into }, (_, k) => ({
    what, x: columnLeft(master, area.column) - more + spare + k * (width + gap * master.em), y: rowTop(master, area.row), width, rows: area.rows, grid: paperGrid(master),
  }));
}

/** One frame over a whole area. */
export function areaFrame(master: PaperMaster, area: Area, what: string): Frame {
  return {
    what, x: columnLeft(master, area.column), y: rowTop(master, area.row), width: longMeasure(master, area.columns), rows: area.rows, grid: paperGrid(master),
  };
}
