// What changed on paper between two printings: which pages no longer print what
// they did, and which of their lines are new or have come from elsewhere. In: the
// printed lines of both. Out: one record a page that must be printed again. A page
// counts by its place: text that moved over to it changes it too, since whoever
// holds the old page would miss it.
import type { PrintedPage } from './page-lines';

export interface ChangedLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** `moved`: it stood on another page, or at another place of it. */
  readonly kind: 'new' | 'moved';
}

export interface ChangedPage {
  /** Index among today's pages. */
  readonly page: number;
  readonly label: string;
  /** Lines of today's page that differ, in order. */
  readonly lines: readonly ChangedLine[];
  /** Lines that stood on the page and stand nowhere now. */
  readonly gone: readonly string[];
}

export interface PageChanges {
  readonly pages: readonly ChangedPage[];
  /** Old pages beyond the end of today's: they are to be thrown away. */
  readonly dropped: number;
}

/** Compares page by page. */
export function changedPages(then: readonly PrintedPage[], now: readonly PrintedPage[]): PageChanges {
  const stood = countTexts(then);
  const stands = countTexts(now);
  const pages: ChangedPage[] = [];
  now.forEach((page, index) => {
    const old = then[index];
    if (old !== undefined && isSame(old, page)) return;
    const kept = keptLines((old?.lines ?? []).map(({ text }) => text), page.lines.map(({ text }) => text));
    pages.push({
      page: index,
      label: page.label,
      lines: page.lines.flatMap(({ text }, i): ChangedLine[] => (kept.has(i) ? [] : [{ line: i + 1, text, kind: stood.has(text) ? 'moved' : 'new' }])),
      gone: (old?.lines ?? []).flatMap(({ text }) => (stands.has(text) ? [] : [text])),
    });
  });
  return { pages, dropped: Math.max(0, then.length - now.length) };
}

function isSame(a: PrintedPage, b: PrintedPage): boolean {
  return a.label === b.label && a.lines.length === b.lines.length && a.lines.every(({ text }, i) => text === b.lines[i]?.text);
}

function countTexts(pages: readonly PrintedPage[]): ReadonlySet<string> {
  return new Set(pages.flatMap(({ lines }) => lines.map(({ text }) => text)));
}

/** Indexes of the lines of `now` that a longest common subsequence with `then` keeps: those stand on the page as they did. A page has some dozens of lines. */
function keptLines(then: readonly string[], now: readonly string[]): ReadonlySet<number> {
  const width = now.length + 1;
  const length = new Uint16Array((then.length + 1) * width);
  for (let i = then.length - 1; i >= 0; i--) {
    for (let k = now.length - 1; k >= 0; k--) {
      length[i * width + k] = then[i] === now[k] ? length[(i + 1) * width + k + 1]! + 1 : Math.max(length[(i + 1) * width + k]!, length[i * width + k + 1]!);
    }
  }
  const kept = new Set<number>();
  for (let i = 0, k = 0; i < then.length && k < now.length;) {
    if (then[i] === now[k]) {
      kept.add(k);
      i++;
      k++;
    } else if (length[(i + 1) * width + k]! >= length[i * width + k + 1]!) i++;
    else k++;
  }
  return kept;
}
