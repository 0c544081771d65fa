// How the titles of a newspaper's articles are parted into lines on its set pages: what 改稿
// shows them by. In: pages as they are drawn, their make-up and who their blocks are. Out: where
// the lines of each deck and head field begin, by article and page. Titles downwards have their
// columns as lines. Fields that open the text (称谓) are none.
import type { DisplayList, DisplayPage, Item } from '../../core/display/list';
import { type PrintedLine, printedPages } from '../../core/display/page-lines';
import type { BlockOrigin, BlockRef } from '../../core/flow/flow';
import type { Layout } from '../../core/model/layout';

/** Where a line begins: a position in the paragraph, and in the text of the value of the record (会议信息) that stands there; 0: before it, or no such value. */
export interface LineStart {
  readonly at: number;
  readonly inside: number;
}

/** Where the lines of a field begin that is printed in several, the first line's left out. */
export interface PrintedTitle {
  readonly page: number;
  readonly article: string;
  readonly field: string;
  readonly starts: readonly LineStart[];
}

/** A value of the record in a line's source. */
const ATOM = '\ufffc';

type Origins = ReadonlyMap<BlockRef, BlockOrigin>;

/** The titles of a newspaper that are printed in more than one line. */
export function printedTitles(list: DisplayList, layout: Layout, origins: Origins): PrintedTitle[] {
  return layout.pages.flatMap(({ number }, index) => {
    const page = list.pages[index];
    return page === undefined ? [] : titlesOf(list, page, number, origins);
  });
}

function titlesOf(list: DisplayList, page: DisplayPage, number: number, origins: Origins): PrintedTitle[] {
  // The frames of titles alone: a page has some hundred lines of text.
  const items = page.items.filter((item) => item.kind === 'group' && item.article !== null && isTitle(item.items, origins));
  const starts = new Map<string, { article: string; field: string; starts: LineStart[]; last: PrintedLine }>();
  for (const line of printedPages({ ...list, pages: [{ ...page, items }] }, origins)[0]?.lines ?? []) {
    const { article, field, from, to } = line;
    if (field === null || to === from) continue;
    const key = `${article} ${field}`;
    const found = starts.get(key);
    if (found === undefined) {
      starts.set(key, { article, field, starts: [], last: line });
      continue;
    }
    found.starts.push({ at: from, inside: insideOf(found.last, line, found.starts.at(-1)) });
    found.last = line;
  }
  return [...starts.values()].flatMap(({ article, field, starts: own }) => (own.length === 0 ? [] : [{ page: number, article, field, starts: own }]));
}

/** Characters of a value of the record that stand on the lines before, where this line goes on in it. */
function insideOf(before: PrintedLine, line: PrintedLine, start: LineStart | undefined): number {
  if (before.to - 1 !== line.from || !before.source.endsWith(ATOM) || !line.source.startsWith(ATOM)) return 0;
  const own = before.source.replace(/\ufffc+$/u, '').length;
  return before.text.length - own + (own === 0 && start?.at === line.from ? start.inside : 0);
}

/** The first text in it that is the writer's is of a field, and of none that opens the text. */
function isTitle(items: readonly Item[], origins: Origins): boolean {
  for (const item of items) {
    if (item.kind !== 'glyphs' || item.source.kind === 'generated') continue;
    const origin = origins.get(item.source.block);
    if (origin?.kind !== 'generated') return origin?.kind === 'field' && origin.field !== 'head.salutation';
  }
  return false;
}
