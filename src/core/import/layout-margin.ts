// Text that a program laid out as a PDF's page stands (pdftotext -layout): each line begins
// with the blanks of the margin, and a blank line stands between all of them where the pitch
// is wide. Both are of the page, not of the text: indents and gaps are reckoned from there.
// Read from lines that go on with a sentence, for those begin at the margin.
import type { ReadLine } from './read-line';

/** Lines that go on, at least, and the share of them that shows a margin or a pitch. */
const FEWEST = 12;
const MOST_SHARE = 0.6;

/** The lines with indents, widths and blank lines of the text alone. */
export function withoutMargin<T extends ReadLine>(lines: readonly T[]): readonly T[] {
  const going: T[] = [];
  let before: T | null = null;
  for (const line of lines) {
    if (line.why !== null) continue;
    if (before?.open === true && before.compact.length >= 12 && !line.shown) going.push(line);
    before = line;
  }
  if (going.length < FEWEST) return lines;
  const margin = usual(going.map(({ indent }) => indent));
  const blanks = usual(going.map(({ blanksBefore }) => blanksBefore));
  if (margin === 0 && blanks === 0) return lines;
  return lines.map((line) => {
    const less = Math.min(margin, line.indent);
    return { ...line, indent: line.indent - less, width: line.width - less, count: line.count - less, blanksBefore: Math.max(0, line.blanksBefore - blanks) };
  });
}

/** The value that most have; 0 where too few do. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return count >= values.length * MOST_SHARE ? value : 0;
}
