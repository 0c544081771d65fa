// The text as numbered lines: split at LF, CRLF and CR only (COMMANDS,
// "lines"), blank ones counted; where the source of a web page has several
// paragraphs in one line, between them as well (markup.ts). Offsets in typed
// arrays, so that 100,000 lines cost no objects. How each line ended is kept, for
// the text must be rebuildable to the last character.
import { columnHalves } from './columns';
import { closesRow, inParagraph, opensParagraph, opensRow, paragraphCuts } from './markup';

/** Line `i` (0-based; its number is `i + 1`) is `[starts[i], ends[i])` of the text, without its line break. */
export interface SourceLines {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Lines (1-based) of the right one of two columns that stood side by side; empty in nearly every text. */
  readonly right: ReadonlySet<number>;
}

/** What closes a line: nothing (end of text, a cut between two paragraphs), LF, CRLF or CR. The number is the code in `lineEnds`. */
export const LINE_BREAKS = ['', '\n', '\r\n', '\r'] as const;

/** Splits the text. An empty text has one empty line; a text that ends in a break has an empty last line. */
export function splitLines(text: string): SourceLines {
  const breaks: number[] = [];
  if (text.includes('\r')) {
    for (let at = 0; at < text.length; at += 1) {
      const c = text.charCodeAt(at);
      if (c === 0x0a) breaks.push(at, at + 1);
      else if (c === 0x0d) {
        const after = text.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;
        breaks.push(at, after);
        at = after - 1;
      }
    }
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at, at + 1);
  }
  return inColumns(text, linesOf(text, text.includes('<') ? withCuts(text, breaks) : breaks));
}

/** The lines with those cut in two that hold two columns. */
function inColumns(text: string, lines: SourceLines): SourceLines {
  if (lines.count < 6 || !MAY_HOLD_COLUMNS.some((gap) => text.includes(gap))) return lines;
  const halves = columnHalves(text, Array.from(lines.starts, (start, i) => [start, lines.ends[i] as number] as const));
  if (halves.length === 0) return lines;
  const cuts = new Map(halves.map(({ line, cut }) => [line, cut]));
  const starts: number[] = [];
  const ends: number[] = [];
  const right = new Set<number>();
  for (let i = 0; i < lines.count; i += 1) {
    const cut = cuts.get(i);
    starts.push(lines.starts[i] as number);
    if (cut !== undefined) {
      ends.push(cut);
      starts.push(cut);
    }
    ends.push(lines.ends[i] as number);
    if (cut !== undefined) right.add(ends.length);
  }
  return { count: starts.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends), right };
}

/** Blanks that stand between columns, and seldom in a text that has none. */
const MAY_HOLD_COLUMNS = ['   ', '\t', '\u3000\u3000\u3000', ' \u3000'];

/**
 * The breaks with the cuts inside lines among them, which take nothing away. A table's row or a paragraph that the source
 * of a web page writes over several lines is the first of them whole; the others are empty, so that the lines behind keep their numbers.
 */
function withCuts(text: string, breaks: readonly number[]): readonly number[] {
  const all: number[] = [];
  let from = 0;
  for (let b = 0; b <= breaks.length; b += 2) {
    const to = breaks[b] ?? text.length;
    const line = text.slice(from, to);
    const end = line.includes('<') && line.length <= LONGEST ? wholeEnd(text, line, breaks, b) : b;
    if (end > b) {
      const close = breaks[end] ?? text.length;
      for (let k = b; k < end; k += 2) all.push(close, close);
      b = end;
    } else for (const cut of paragraphCuts(line)) all.push(from + cut, from + cut);
    if (b < breaks.length) all.push(breaks[b] as number, breaks[b + 1] as number);
    from = breaks[b + 1] ?? text.length;
  }
  return all;
}

/** Lines that a row of a table or a paragraph may take. */
const ROW_REACH = 80;
/** A longer line is a whole page, and no beginning of a paragraph. */
const LONGEST = 20_000;

/** Index in `breaks` of the line that closes the row or paragraph which this line opens; its own where it opens none or none is closed. */
function wholeEnd(text: string, line: string, breaks: readonly number[], at: number): number {
  if (opensRow(line)) return rowEnd(text, breaks, at);
  const tag = opensParagraph(line);
  if (tag === null || paragraphCuts(line).length > 0) return at;
  for (let b = at + 2; b <= breaks.length && b <= at + ROW_REACH * 2; b += 2) {
    const place = inParagraph(text.slice(breaks[b - 1], breaks[b] ?? text.length), tag);
    if (place === null) return at;
    if (place === 'end') return b;
  }
  return at;
}

function rowEnd(text: string, breaks: readonly number[], at: number): number {
  for (let b = at + 2; b <= breaks.length && b <= at + ROW_REACH * 2; b += 2) {
    const next = text.slice(breaks[b - 1], breaks[b] ?? text.length);
    if (closesRow(next)) return b;
    if (opensRow(next)) return at;
  }
  return at;
}

const NONE: ReadonlySet<number> = new Set();

function linesOf(text: string, breaks: readonly number[]): SourceLines {
  const count = breaks.length / 2 + 1;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    starts[i] = i === 0 ? 0 : (breaks[i * 2 - 1] as number);
    ends[i] = i === count - 1 ? text.length : (breaks[i * 2] as number);
  }
  return { count, starts, ends, right: NONE };
}

/** How each line ended, as indexes into LINE_BREAKS. */
export function lineEndsOf(text: string, lines: SourceLines): Uint8Array {
  const codes = new Uint8Array(lines.count);
  for (let i = 0; i < lines.count - 1; i += 1) {
    const end = lines.ends[i] as number;
    if (lines.starts[i + 1] === end) continue;
    codes[i] = text.charCodeAt(end) === 0x0a ? 1 : (lines.starts[i + 1] as number) - end === 2 ? 2 : 3;
  }
  return codes;
}
