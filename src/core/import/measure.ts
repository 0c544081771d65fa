// The measure of hard-wrapped text: the one width at which nearly all of its long
// lines end (a PDF's or a column's). Read from the widths of all lines, so that
// one odd line does not hide it. A text of whole paragraphs has none.

/** What is known of a line's width. Half ems, the indent included. */
export interface LineWidth {
  /** Digits and Latin letters count half. */
  readonly width: number;
  /** Every character counts whole, as where a program broke the text by count. */
  readonly count: number;
  /** Ends in mid sentence. */
  readonly open: boolean;
}

export interface Measure {
  readonly by: 'width' | 'count';
  /** Half ems. */
  readonly value: number;
}

/** By how much full lines may fall short: a mark or a number that went over to the next line. */
const SHORT_BY = 4;
/** And stand out: marks that may not begin a line hang at the end of the one before. */
const LONG_BY = 6;
const NARROWEST = 20;
const WIDEST = 140;

/** The text's measure, or null where it is not wrapped. Linear in lines. */
export function measureOf(lines: readonly LineWidth[]): Measure | null {
  const width = best(lines, 'width');
  const count = best(lines, 'count');
  if (width === null && count === null) return null;
  if (width === null || (count !== null && count.full > width.full)) return { by: 'count', value: (count as Found).value };
  return { by: 'width', value: width.value };
}

/** Does the line end at the measure? */
export function isFullLine(line: LineWidth, measure: Measure): boolean {
  const value = line[measure.by];
  return value >= measure.value - SHORT_BY && value <= measure.value + LONG_BY;
}

interface Found {
  readonly value: number;
  readonly full: number;
}

function best(lines: readonly LineWidth[], by: Measure['by']): Found | null {
  const bins = new Int32Array(WIDEST + LONG_BY + 2);
  const opens = new Int32Array(WIDEST + LONG_BY + 2);
  let wide = 0;
  let wider = 0;
  for (const line of lines) {
    const value = line[by];
    if (value >= NARROWEST) wide += 1;
    if (value > WIDEST) wider += 1;
    if (value < NARROWEST || value >= bins.length) continue;
    bins[value] = (bins[value] as number) + 1;
    if (line.open) opens[value] = (opens[value] as number) + 1;
  }
  let found: Found | null = null;
  for (let value = NARROWEST; value <= WIDEST; value += 1) {
    let full = 0;
    let open = 0;
    for (let w = Math.max(NARROWEST, value - 2); w <= value + 2; w += 1) {
      full += bins[w] as number;
      open += opens[w] as number;
    }
    // Running text breaks in mid sentence more often than not; a list of full sentences does not.
    if (full < 6 || full * 4 < wide || open * 2 <= full || (found !== null && full <= found.full)) continue;
    found = { value, full };
  }
  if (found === null) return null;
  // The commonest width of the window is the measure.
  let { value: middle } = found;
  for (let w = middle - 2; w <= middle + 4 && w < bins.length; w += 1) if ((bins[w] ?? 0) > (bins[middle] as number)) middle = w;
  found = { value: middle, full: found.full };
  // Longer lines than the measure are headings or furniture, and few.
  let longer = wider;
  for (let w = found.value + LONG_BY + 1; w < bins.length; w += 1) longer += bins[w] as number;
  return longer * 12 > wide ? null : found;
}
