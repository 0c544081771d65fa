// Two columns of print side by side in each line, as text recognition and a PDF's layout
// give them: a wide gap at one place through many lines, with sentences that break off on
// both sides of it. Such lines are cut at the gap, so that each half is a line; the right
// column is read behind the left one (recognise.ts). A table's cells hold no sentences that
// break off, a list no marks: they stay.

/** Why the first line of a right column is looked at. */
export const BESIDE = '起是右栏：原来两栏并排在一行里，先读左栏，再读右栏';

/** Fewest lines under each other with the gap. */
const FEWEST = 6;
const LONGEST = 240;
/** Half ems of a gap at least, and by how much its end may vary. */
const NARROWEST_GAP = 2;
const DRIFT = 2;
/** Lines with one half alone that may stand between. */
const MOST_BETWEEN = 4;

interface Gap {
  /** Half ems from the line's beginning. */
  readonly from: number;
  readonly to: number;
}

interface Line {
  readonly start: number;
  readonly text: string;
  readonly gaps: readonly Gap[];
  readonly indent: number;
  readonly width: number;
}

export interface ColumnHalf {
  /** Offset in the text at which the line is cut: behind the left half, which may be empty, and the gap. */
  readonly cut: number;
  /** Index of the line, from 0. */
  readonly line: number;
}

const advance = (c: number, at: number): number => (c === 0x09 ? (Math.floor(at / 8) + 1) * 8 : at + (c < 0x2000 ? 1 : 2));
const isBlank = (c: number): boolean => c === 0x20 || c === 0x09 || c === 0xa0 || c === 0x3000;

function measured(text: string, start: number): Line {
  const gaps: Gap[] = [];
  let width = 0;
  let blank = 0;
  let indent = -1;
  let end = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (isBlank(c)) {
      if (blank === 0) end = width;
      blank += 1;
    } else {
      if (indent < 0) indent = width;
      else if (blank > 0 && width - end >= NARROWEST_GAP) gaps.push({ from: end, to: width });
      blank = 0;
    }
    width = advance(c, width);
  }
  return { start, text, gaps, indent: Math.max(0, indent), width: blank > 0 ? end : width };
}

/** The lines that hold two columns, by index; `lines` are the offsets of each line's text. */
export function columnHalves(text: string, lines: readonly (readonly [number, number])[]): readonly ColumnHalf[] {
  const halves: ColumnHalf[] = [];
  let run: { readonly index: number; readonly line: Line }[] = [];
  let without = 0;
  const close = (): void => {
    if (run.length >= FEWEST) halves.push(...halvesOf(run));
    run = [];
    without = 0;
  };
  lines.forEach(([from, to], index) => {
    const length = to - from;
    if (length === 0) return;
    const source = length > LONGEST ? '' : text.slice(from, to);
    // Nearly no line of a report has two blanks among its characters.
    const mayHave = source !== '' && (/[^\s] {2}|[^\s]\t|\S\u3000/.test(source) || run.length > 0);
    const line = mayHave ? measured(source, from) : null;
    if (line !== null && line.gaps.length > 0) {
      without = 0;
      run.push({ index, line });
    } else if (run.length > 0 && line !== null && without < MOST_BETWEEN) {
      without += 1;
      run.push({ index, line });
    } else close();
  });
  close();
  return halves;
}

/** The halves of lines under each other; a line of the whole width parts them. */
function halvesOf(run: readonly { readonly index: number; readonly line: Line }[]): ColumnHalf[] {
  const edge = edgeOf(run.map(({ line }) => line));
  if (edge === null) return [];
  const halves: ColumnHalf[] = [];
  const lefts: string[] = [];
  const rights: string[] = [];
  let full = 0;
  let rest: ColumnHalf[] = [];
  for (const [k, { index, line }] of run.entries()) {
    const gap = line.gaps.find((one) => reaches(one, edge));
    if (gap !== undefined) {
      const cut = offsetAt(line, Math.min(gap.to, Math.max(edge, gap.from)));
      halves.push({ line: index, cut: line.start + cut });
      lefts.push(line.text.slice(0, cut).trim());
      rights.push(line.text.slice(cut).trim());
      if (gap.from >= edge - 12) full += 1;
    } else if (line.gaps.length === 0 && line.indent >= edge - DRIFT) halves.push({ line: index, cut: line.start + offsetAt(line, Math.min(line.indent, edge)) });
    else if (line.width > edge + DRIFT) {
      rest = halvesOf(run.slice(k + 1));
      break;
    }
  }
  return lefts.length >= FEWEST && full * 10 >= lefts.length * 6 && isRunning(lefts) && isRunning(rights) ? [...halves, ...rest] : rest;
}

const reaches = (gap: Gap, edge: number): boolean => Math.abs(gap.to - edge) <= DRIFT || (gap.from < edge && gap.to > edge);

/** Where the right column begins: the end at which most gaps end; null where too few do. */
function edgeOf(lines: readonly Line[]): number | null {
  const ends = new Map<number, number>();
  for (const { gaps } of lines) for (const { to } of gaps) ends.set(to, (ends.get(to) ?? 0) + 1);
  const edge = [...ends].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
  return edge !== undefined && edge >= 20 && lines.filter(({ gaps }) => gaps.some((gap) => reaches(gap, edge))).length >= FEWEST ? edge : null;
}

function offsetAt({ text }: Line, width: number): number {
  let at = 0;
  let i = 0;
  while (i < text.length && at < width) {
    at = advance(text.charCodeAt(i), at);
    i += 1;
  }
  // The gap's own blanks stay with the left half, an indent of full blanks with the right one.
  while (i < text.length && (text.charCodeAt(i) === 0x20 || text.charCodeAt(i) === 0x09)) i += 1;
  return i;
}

/** Sentences that break off at the column's edge, with their marks inside. */
function isRunning(halves: readonly string[]): boolean {
  const open = halves.filter((half) => /[^。！？；：”）]$/.test(half)).length;
  const marked = halves.filter((half) => /[，。；、][^，。；、]/.test(half)).length;
  const long = halves.filter((half) => half.length >= 8).length;
  return open * 2 >= halves.length && marked * 5 >= halves.length * 2 && long * 10 >= halves.length * 7;
}
