// Where articles stand on newspaper pages, in base columns × grid rows: what a
// placer (a program or a hand) says, all that the composer needs to know, and what
// an edition keeps of it. Plain data; what stands in the frames is the articles' one text.

import type { PackageChange } from './change';
import { pageNamer } from './page-name';
import { quoted } from './quote';

/** In which surroundings an article stands: its title block and body may be set in other styles there. */
export type Variant = 'report' | 'news' | 'box';

/** 标题一行, 两行: lines of a 主题 that a hand asked for. */
export type HeadlineLines = 1 | 2;

/** A rectangle of the page's lattice: base columns (0-based) and grid rows from the type area's top. */
export interface Area {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

/** Body columns: an area broken into `into` columns (m栏破k, N-01). */
export interface Broken {
  readonly area: Area;
  readonly into: number;
  /** At the right of a title downwards, which leaves it what its own column is wider than such a title (N-14). */
  readonly beside?: boolean;
}

/** One piece of an article on one page. */
export interface Piece {
  readonly article: string;
  readonly variant: Variant;
  /** Title block; null for a continuation. */
  readonly deck: Area | null;
  readonly body: readonly Broken[];
  /** The frame of a boxed article (围框) and the columns of text in it, else null. */
  readonly box: Broken | null;
  /** 版次 of the page that this piece goes on from; null where it begins here. */
  readonly from: number | null;
  /** 版次 of the page where it goes on; null where it ends here. */
  readonly to: number | null;
  /** 撑版 (N-34): text lines beside the best setting that the body takes to reach its feet; left out: none. */
  readonly fitted?: number;
  /** 竖题: the title block stands at the left of the text, as high as the piece, its lines downwards. */
  readonly upright?: boolean;
  /** Lines that its 主题 is set in where they can be; left out: as the program finds best. */
  readonly headline?: HeadlineLines;
  /** 锁定: stays where it is when the pages are proposed anew. */
  readonly pinned?: boolean;
}

export interface PagePlan {
  /** 版次 */
  readonly number: number;
  /** Rows of the masthead (报头) at the head of the type area; 0 for an inner page. */
  readonly mastheadRows: number;
  readonly pieces: readonly Piece[];
}

/** A block: what an article has on the page of this 版次. */
export interface BlockName {
  readonly page: number;
  readonly article: string;
}

/** The make-up of an edition: kept in it once it was chosen. */
export interface Layout {
  readonly pages: readonly PagePlan[];
}

/** The change that keeps a make-up in an edition of a package, or takes it out (null): one step of undo as any other. */
export function layoutChange({ id, layout: old }: { readonly id: string; readonly layout?: Layout }, layout: Layout | null): PackageChange {
  return { kind: 'set', path: `editions/${id}/layout`, from: old ?? null, to: layout };
}

/** Lines that columns of text hold. */
export function textRows(body: readonly Broken[]): number {
  return body.reduce((sum, { area, into }) => sum + area.rows * into, 0);
}

/** The row under an area. */
export function footOf({ row, rows }: Area): number {
  return row + rows;
}

/** The areas that a piece covers: title block, columns of text, box. */
export function areasOf({ deck, body, box }: Piece): Area[] {
  // Asked a hundred thousand times by a make-up's search.
  const out: Area[] = [];
  if (deck !== null) out.push(deck);
  for (const { area } of body) out.push(area);
  if (box !== null) out.push(box.area);
  return out;
}

/** Why a layout cannot stand on pages of so many columns and rows, in Chinese; null where it can. `pageOf`: what the paper calls a page; `titleOf` names an article, left out: 有一篇. */
export function layoutFault({ pages }: Layout, columns: number, lines: number, pageOf: (number: number) => string = pageNamer(null), titleOf?: (article: string) => string): string | null {
  const named = (article: string): string => (titleOf === undefined ? '有一篇' : quoted(titleOf(article)));
  const both = (one: string, other: string): string => (titleOf === undefined ? '有两篇' : one === other ? `${named(one)}的两块` : `${named(one)}与${named(other)}`);
  for (const [i, page] of pages.entries()) {
    if (i > 0 && page.number <= pages[i - 1]!.number) return '版次没有由小到大';
    const taken: (string | undefined)[] = [];
    for (const piece of page.pieces) {
      const areas = areasOf(piece);
      if (areas.length === 0) return `${pageOf(page.number)}${named(piece.article)}没有位置`;
      for (const area of areas) {
        if (!isInside(area, page.mastheadRows, columns, lines)) return `${pageOf(page.number)}${named(piece.article)}排到了版心外`;
        for (let row = area.row; row < area.row + area.rows; row++) {
          for (let column = area.column; column < area.column + area.columns; column++) {
            const other = taken[row * columns + column];
            if (other !== undefined) return `${pageOf(page.number)}${both(other, piece.article)}重叠`;
            taken[row * columns + column] = piece.article;
          }
        }
      }
      for (const { area, into } of [...piece.body, ...(piece.box === null ? [] : [piece.box])]) {
        if (!Number.isInteger(into) || into < 1 || into > 2 * area.columns) return `${pageOf(page.number)}${named(piece.article)}的栏数不对`;
      }
    }
  }
  return null;
}

function isInside({ column, columns: wide, row, rows }: Area, head: number, columns: number, lines: number): boolean {
  return [column, wide, row, rows].every(Number.isInteger) && wide >= 1 && rows >= 1 && column >= 0 && column + wide <= columns && row >= head && row + rows <= lines;
}
