// Whether a page master keeps to its sheet: type area, page number. What is set
// outside of the paper is in the file and not in print, so a preset that does it is
// refused (read-preset.ts), and an edition of a package that does it is an error.
import type { Master } from './master';

/** Rounding of mm into pt may put an edge this far out, pt. */
const TOLERANCE = 0.01;
/** Ink of a page number below its baseline and above it, em of the body: enough to see it leave the sheet. */
const FOLIO = 0.5;

/** Which measure leaves the sheet and by how much, in Chinese, or null: `版心宽 999 pt、左边空 53.3 pt，纸宽 800 pt`. */
export function offSheet(master: Master): string | null {
  const [left, wide, em] = master.kind === 'sheet'
    ? [master.inner, master.columns.characters * master.columns.em, master.columns.em]
    : [master.left, (master.columns * master.characters + (master.columns - 1) * master.gap) * master.em, master.em];
  const high = (master.lines - 1) * master.pitch + em;
  // Written so that a measure that is no number is out too.
  const within = (from: number, length: number, sheet: number): boolean => from >= 0 && from + length <= sheet + TOLERANCE;
  if (!within(left, wide, master.width)) return `版心宽 ${said(wide)}、左边空 ${said(left)}，纸宽 ${said(master.width)}`;
  if (!within(master.top, high, master.height)) return `版心高 ${said(high)}、上边空 ${said(master.top)}，纸高 ${said(master.height)}`;
  if (master.kind === 'paper' || master.folio.place === 'none') return null;
  const folio = master.top + high + master.folio.belowTypeArea;
  return within(folio, FOLIO * em, master.height) ? null : `页码在版心下 ${said(master.folio.belowTypeArea)}，离纸上边 ${said(folio)}，纸高 ${said(master.height)}`;
}

function said(value: number): string {
  return `${Math.round(value * 10) / 10} pt`;
}
