// The name of a paper with the number of the page on one line, on top of each page
// (…工作报告　第2页): from the second on it is left out; the first one keeps its words,
// without the number, where they stand nowhere else and so are the title.
import type { Unmarked } from './unmarked-line';

const PAGED = /^(.*?\S)([\s\u3000]*[（(]?第[\s\u3000]*\d{1,4}[\s\u3000]*页(?:[，,/\s\u3000]*共[\s\u3000]*\d{1,4}[\s\u3000]*页)?[）)]?[\s\u3000]*)$/;
const LONGEST = 80;
const SHORTEST = 4;

/** Leaves out or shortens the heads of pages. */
export function pageHeads(lines: Unmarked): void {
  const heads = new Map<string, { readonly line: number; readonly number: string }[]>();
  for (let line = 1; line <= lines.count; line += 1) {
    const text = lines.text(line);
    const found = text.length > LONGEST || !lines.isOpen(line) ? null : PAGED.exec(text);
    const words = found?.[1]?.replace(/\s/g, '') ?? '';
    if (found === null || words.length < SHORTEST || /[，。；]/.test(words)) continue;
    heads.set(words, [...(heads.get(words) ?? []), { line, number: found[2] as string }]);
  }
  for (const [words, own] of heads) {
    const [first, ...others] = own;
    if (first === undefined || others.length === 0) continue;
    let stands = false;
    for (let line = 1; line <= lines.count && !stands; line += 1) stands = lines.text(line).length <= LONGEST * 2 && lines.text(line).replace(/\s/g, '') === words;
    if (stands) lines.leave(first.line, HEAD);
    else lines.take(first.line, 'line-number', lines.text(first.line).length - first.number.length, first.number);
    for (const { line } of others) lines.leave(line, HEAD);
  }
}

const HEAD = '页眉：每页重复的一行';
