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
  /** `moved`: its words stood in the old printing too, on another page or in other lines. */
  readonly kind: 'new' | 'moved';
}

export interface ChangedPage {
  /** Index among today's pages. */
  readonly page: number;
  readonly label: string;
  /** Lines of today's page that differ, in order. */
  readonly lines: readonly ChangedLine[];
  /** Lines that stood on the page and whose words stand nowhere now. */
  readonly gone: readonly string[];
}

export interface PageChanges {
  readonly pages: readonly ChangedPage[];
  /** Old pages beyond the end of today's: they are to be thrown away. */
  readonly dropped: number;
}

/** Compares page by page. */
export function changedPages(then: readonly PrintedPage[], now: readonly PrintedPage[]): PageChanges {
  const stood = wordsOf(then);
  const stands = wordsOf(now);
  const pages: ChangedPage[] = [];
  now.forEach((page, index) => {
    const old = then[index];
    if (old !== undefined && isSame(old, page)) return;
    const kept = keptLines((old?.lines ?? []).map(({ text }) => text), page.lines.map(({ text }) => text));
    pages.push({
      page: index,
      label: page.label,
      lines: page.lines.flatMap((line, i): ChangedLine[] => (kept.has(i) ? [] : [{ line: i + 1, text: line.text, kind: isIn(stood, line) ? 'moved' : 'new' }])),
      gone: (old?.lines ?? []).flatMap((line) => (isIn(stands, line) ? [] : [line.text])),
    });
  });
  return { pages, dropped: Math.max(0, then.length - now.length) };
}

function isSame(a: PrintedPage, b: PrintedPage): boolean {
  return a.label === b.label && a.lines.length === b.lines.length && a.lines.every(({ text }, i) => text === b.lines[i]?.text);
}

/** All words of each article in reading order: a paragraph that only fell into other lines has no new ones. */
function wordsOf(pages: readonly PrintedPage[]): ReadonlyMap<string, string> {
  const words = new Map<string, string[]>();
  for (const { lines } of pages) {
    for (const { article, text } of lines) {
      const list = words.get(article);
      if (list === undefined) words.set(article, [text]);
      else list.push(text);
    }
  }
  return new Map([...words].map(([article, texts]) => [article, texts.join('')]));
}

function isIn(words: ReadonlyMap<string, string>, { article, text }: PrintedPage['lines'][number]): boolean {
  return words.get(article)?.includes(text) === true;
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
