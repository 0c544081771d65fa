// The measure of text inside a box (围框): what its own type size, pitch and air leave of
// the columns that it stands over (T-35). The page is set by it, and the editor on the page.
import type { PaperMaster } from '../model/master';
import type { Variant } from '../model/layout';
import type { StyleSheet } from '../flow/style-sheet';
import { longMeasure, UPRIGHT_CHARACTERS } from './paper-grid';

/** Air left and right inside a box, characters of the page's body (TYPESETTING 2.2, by eye on the reference page). */
const BOX_AIR = 1.25;
/** Pitch of a box's text in its own size: 10.5 on 15 (T-35). */
const BOX_PITCH = 15 / 10.5;
/** Between the columns of a box, em of its text. */
const BOX_GAP = 1.5;

export interface BoxMeasure {
  /** Size and pitch of its text, pt: its own, or the page's. */
  readonly em: number;
  readonly pitch: number;
  /** Whole characters a line. */
  readonly characters: number;
  /** Between two columns of text, pt. */
  readonly gap: number;
}

/** Width of a title downwards in a box, pt. */
export function uprightWidth({ em }: PaperMaster): number {
  return UPRIGHT_CHARACTERS * em;
}

/** Of a box over so many base columns with its text in `into` columns, its title above them or downwards at their left. */
export function boxMeasure(master: PaperMaster, sheet: StyleSheet, variant: Variant, columns: number, into: number, upright = false): BoxMeasure {
  const own = variant === 'box';
  const em = own ? sheet.paragraph('boxBody').text.size : master.em;
  const gap = BOX_GAP * em;
  const inside = longMeasure(master, columns) - 2 * BOX_AIR * master.em - (upright ? uprightWidth(master) + gap : 0);
  return { em, pitch: own ? em * BOX_PITCH : master.pitch, characters: Math.max(1, Math.floor((inside - (into - 1) * gap) / into / em + 1e-6)), gap };
}
