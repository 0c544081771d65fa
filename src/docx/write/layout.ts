// What a set edition knows and Word would find out otherwise: where title lines end,
// which page a heading is on, what stands on the cover and where. In: display list
// and origins of the same edition. Out: plain records for the writer. Every other
// line and page is Word's own business (TYPESETTING 19: the PDF is the truth).
import type { DisplayList, GlyphRun, Group, Item } from '../../core/display/list';
import type { BlockOrigin, BlockRef } from '../../core/flow/flow';
import { ANNEX } from '../../core/model/conserved-text';
import type { StyleName } from '../../core/model/look';
import type { SheetMaster } from '../../core/model/master';
import { printedPages } from '../../core/display/page-lines';

export interface CoverPart {
  readonly style: StyleName;
  readonly lines: readonly string[];
  /** Row of the page's grid that it begins on. */
  readonly row: number;
}

export interface DocxContents {
  readonly level: number;
  readonly text: string;
  /** As printed. */
  readonly page: string;
}

export interface DocxLayout {
  /** By `titleKey`: after how many characters, blanks not counted, each line but the last ends. */
  readonly breaks: ReadonlyMap<string, readonly number[]>;
  readonly contents: readonly DocxContents[];
  readonly cover: readonly CoverPart[];
  /** Printed pages, blank ones left out. */
  readonly pages: number;
  /** Those of them that stand before page 1. */
  readonly front: number;
}

/** The key of a field or block in `breaks`. */
export function titleKey(article: string, place: string | number): string {
  return `${article} ${place}`;
}

/** Characters without the blanks that setting may add or drop. */
export function inkCount(text: string): number {
  return text.replace(/[\s\u3000]/g, '').length;
}

const COVER_STYLES: Readonly<Record<string, StyleName>> = {
  'cover-series': 'coverSeries', 'cover-collect': 'coverSeries', 'cover-title': 'coverTitle', 'cover-work': 'coverWork',
  'cover-stage': 'coverOccasion', 'cover-occasion': 'coverOccasion', 'cover-speaker': 'coverSpeaker', 'cover-foot': 'coverFoot',
};

/** What the writer takes from a set edition on sheets. */
export function docxLayout(list: DisplayList, origins: ReadonlyMap<BlockRef, BlockOrigin>, master: SheetMaster): DocxLayout {
  const lines = new Map<string, string[]>();
  for (const { lines: onPage } of printedPages(list, origins)) {
    for (const { article, field, block, text } of onPage) {
      const key = titleKey(article, field ?? block ?? '');
      const of = lines.get(key);
      if (of === undefined) lines.set(key, [text]);
      else of.push(text);
    }
  }
  const breaks = new Map<string, readonly number[]>();
  for (const [key, of] of lines) {
    let count = 0;
    breaks.set(key, of.slice(0, -1).map((text) => (count += inkCount(text))));
  }
  const contents: DocxContents[] = list.outline.filter(({ level }) => level <= 2).map(({ level, title, page }) => ({ level, text: title, page: list.pages[page - 1]?.label ?? '' }));
  const annex = list.pages.findIndex(({ items }) => items.some((item) => item.kind === 'group' && item.article === ANNEX));
  if (annex >= 0) contents.push({ level: 1, text: '名词解释', page: list.pages[annex]!.label });
  const printed = list.pages.filter(({ items }) => items.length > 0);
  return { breaks, contents, cover: coverOf(list, master), pages: printed.length, front: Math.max(0, printed.findIndex(({ label }) => label === '1')) };
}

function coverOf(list: DisplayList, master: SheetMaster): CoverPart[] {
  const parts: CoverPart[] = [];
  for (const item of list.pages[0]?.items ?? []) {
    if (item.kind !== 'group') continue;
    const style = COVER_STYLES[item.what];
    if (style !== undefined) parts.push({ style, lines: linesOf(item), row: Math.round((item.y - master.top) / master.pitch) });
  }
  return parts;
}

function linesOf(group: Group): string[] {
  const lines = new Map<number, string>();
  for (const run of runsOf(group.items)) lines.set(run.y, (lines.get(run.y) ?? '') + run.text);
  return [...lines.values()];
}

function runsOf(items: readonly Item[]): GlyphRun[] {
  return items.flatMap((item) => (item.kind === 'glyphs' ? [item] : item.kind === 'group' ? runsOf(item.items) : []));
}
