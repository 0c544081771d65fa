// How tall a title block is, and where its lines stand: what a placer asks of one (N-36).
import type { Filled } from './fill-frame';
import { MAIN_STYLES } from './fit-deck';
import { paceOf } from './frame';

/** A line of a headline: grid rows from the top of its block, fractions of them. */
export interface LineRows {
  readonly from: number;
  readonly to: number;
}

export interface DeckSize {
  readonly rows: number;
  readonly lines: readonly LineRows[];
  /** Lines of the 主题. */
  readonly mainLines: number;
  /** Sizes in which its 主题 may be set in these rows, pt: as it is fitted, then smaller ones (headline-order.ts). Left out: it gives way to no other. */
  readonly sizes?: readonly number[];
}

/** A title block set downwards (竖题). */
export interface UprightSize extends DeckSize {
  readonly fits: boolean;
  /** One that a layout editor would take of himself (vertical-title.ts). */
  readonly isSeemly: boolean;
}

export interface BoxSize extends DeckSize {
  /** Measure of its text, characters of the text's own size. */
  readonly characters: number;
  /** Rows beyond its need that its text takes by leading (T-35): in so many its headline’s zone grows by none. Left out: none. */
  readonly led?: number;
  /** Its label (社论) from the box's top: it stays there, whatever rows the headline's zone has beyond its need. Left out: none. */
  readonly label?: LineRows;
  /** A title downwards that has no room beside its text. */
  readonly isCramped?: boolean;
}

/** The lines of a title block as rows from `row` on: where the em box of each begins and ends, in its own rows centred. */
export function lineRows({ fragments }: Filled, row: number, pitch: number): readonly LineRows[] {
  return fragments.flatMap((fragment) => Array.from({ length: fragment.end - fragment.first }, (_, i): LineRows => {
    const { size } = fragment.set.paragraph.style.text;
    const centre = row + fragment.row + (i + 0.5) * paceOf(fragment);
    return { from: centre - size / pitch / 2, to: centre + size / pitch / 2 };
  }));
}

/** Lines of the 主题 in a title block. */
export function mainLines({ fragments }: Filled): number {
  return fragments.reduce((sum, { set, first, end }) => sum + (MAIN_STYLES.has(set.paragraph.style.name) ? end - first : 0), 0);
}
