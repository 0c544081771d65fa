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
  if (found.length < FEWEST || others * 8 > found.length) {
    if (takeNumberedLabels(lines)) return;
    takeFifths(lines);
    return;
  }
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

/** 2.一、主要工作: lines numbered with a point, where headings with numbers of their own stand behind. */
function takeNumberedLabels(lines: Unmarked): boolean {
  const found: { readonly line: number; readonly head: string; readonly value: number }[] = [];
  let others = 0;
  for (let line = 1; line <= lines.count; line += 1) {
    if (!lines.isOpen(line)) continue;
    const match = POINTED.exec(lines.text(line).slice(0, 12));
    if (match === null) others += 1;
    else found.push({ line, head: match[0], value: Number(match[1]) });
  }
  const labelled = found.filter(({ line, head }) => /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/.test(lines.text(line).slice(head.length))).length;
  if (labelled < 2 || others > 1 || found.some(({ value }, k) => value !== k + 1)) return false;
  for (const { line, head } of found) lines.take(line, 'line-number', 0, head);
  return true;
}

const POINTED = /^[ \t\u3000]*(\d{1,4})[.．、][ \t]*/;

/** A number every five lines, beside the text, as drafts print it; pages begin anew. The blanks keep their width, so that indents stay. */
function takeFifths(lines: Unmarked): void {
  const found: { readonly line: number; readonly at: number; readonly digits: string; readonly order: number }[] = [];
  let order = 0;
  for (let line = 1; line <= lines.count; line += 1) {
    if (!lines.isOpen(line)) continue;
    const bare = /^\s*\d{1,3}\s*$/.test(lines.text(line));
    if (!bare) order += 1;
    const match = FIFTH.exec(lines.text(line).slice(0, 90));
    if (match !== null && Number(match[2]) % 5 === 0 && match[2] !== '0') found.push({ line, at: (match[1] as string).length, digits: match[2] as string, order });
  }
  const isBare = (line: number): boolean => /^\s*\d{1,3}\s*$/.test(lines.text(line));
  // Page heads may stand between.
  const steps = found.slice(1).filter(({ line, digits, order: place }, k) => {
    const last = found[k];
    return last !== undefined && (Number(digits) === 5 || (Number(digits) === Number(last.digits) + 5 && (isBare(line) || place - last.order === 5)));
  }).length;
  if (found.length < FEWEST_FIFTHS || steps * 10 < (found.length - 1) * 8 || !found.some(({ digits }) => Number(digits) >= 10)) return;
  for (const { line, at, digits } of found) {
    // Alone where the text was taken out of the page in its own order.
    if (lines.text(line).trim() === digits) lines.leave(line, '行旁每五行印一个的行号');
    else lines.take(line, 'line-number', at, digits, ' '.repeat(digits.length));
  }
}

const FIFTH = /^([ \t]*)(\d{1,3})(?=[ \t]{2,70}\S|[ \t][^\s\d]|[ \t]*$)/;
const FEWEST_FIFTHS = 3;

/** Blanks that stand behind each number: the least of all lines; what is more is the text's own indent. */
function gutterOf(behind: readonly string[]): number {
  return behind.reduce((least, text) => (text.trim() === '' ? least : Math.min(least, /^[ \t]*/.exec(text)?.[0].length ?? 0)), 8);
}
