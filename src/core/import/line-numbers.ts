// A text with the numbers of its lines, as a draft for discussion is printed (12　文字)
// or a program shows a file: the numbers are taken, each a listed change, and the indents
// behind them stay. They count up one by one through nearly all lines; a list of persons
// that does so as well is told by its lines, which hold no sentences.
import type { Unmarked } from './unmarked-line';

const NUMBER = /^[ \t\u3000]*(\d{1,5})(?:[ \t\u3000]*[|｜│┃]|[:：](?!\d)|(?=[ \t\u3000])|$)/;
const FEWEST = 10;

/** Takes the numbers of lines away. */
export function lineNumbers(lines: Unmarked): void {
  const found: { readonly line: number; readonly value: number; readonly head: string }[] = [];
  let others = 0;
  for (let line = 1; line <= lines.count; line += 1) {
    if (!lines.isOpen(line)) continue;
    const text = lines.text(line);
    const match = NUMBER.exec(text.slice(0, 40));
    if (match !== null) found.push({ line, value: Number(match[1]), head: match[0] });
    else if (!/^\s*(?:第?\s*\d{1,4}\s*页|[-—]\s*\d{1,4}\s*[-—])\s*$/.test(text)) others += 1;
  }
  if (found.length < FEWEST || others * 8 > found.length) return;
  // From page to page they may begin anew.
  const steps = found.slice(1).filter(({ value }, k) => value === (found[k]?.value ?? 0) + 1 || value === 1).length;
  const behind = found.map(({ line, head }) => lines.text(line).slice(head.length));
  const sentences = behind.filter((text) => /[，。；]/.test(text)).length;
  if (steps * 10 < (found.length - 1) * 9 || sentences * 4 < behind.filter((text) => text.trim() !== '').length) return;
  const gutter = gutterOf(behind);
  found.forEach(({ line, head }, k) => {
    const blanks = /^[ \t]*/.exec(behind[k] as string)?.[0] ?? '';
    lines.take(line, 'line-number', 0, head + blanks.slice(0, gutter));
  });
}

/** Blanks that stand behind each number: the least of all lines; what is more is the text's own indent. */
function gutterOf(behind: readonly string[]): number {
  return behind.reduce((least, text) => (text.trim() === '' ? least : Math.min(least, /^[ \t]*/.exec(text)?.[0].length ?? 0)), 8);
}
