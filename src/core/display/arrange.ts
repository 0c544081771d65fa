// Pages of a display list on sheets of paper: some of them, two on a folded A3,
// one over several sheets where it is larger than the paper. In: a list and an
// arrangement. Out: another list of the same faces, for the PDF writer; nothing
// is set anew and nothing is scaled, so what is printed is what the export has.
// Outline and links stay behind: they are of the pages, not of the sheets.
import type { Size } from '../geometry';
import { mm } from '../units';
import type { DisplayList, DisplayPage, Group, Item } from './list';

/** Paper that office printers have, upright, pt. */
export const PAPERS = { A4: { width: mm(210), height: mm(297) }, A3: { width: mm(297), height: mm(420) } } as const satisfies Readonly<Record<string, Size>>;
export type Paper = keyof typeof PAPERS;

export interface Arrangement {
  /** Pages to print in order, 0-based; null: all. */
  readonly pages: readonly number[] | null;
  readonly paper: Paper;
  /** Two pages a side in the order of a folded booklet, all sheets one inside the other. */
  readonly fold: boolean;
}

/** A side of a folded sheet: page indexes at the left and the right; null: blank. */
export type Side = readonly [number | null, number | null];

/**
 * Sides in printing order, front and back of each sheet, for so many pages: 4-1, 2-3 of four; 8-1, 2-7, 6-3, 4-5 of
 * eight. Page indexes are 0-based; the pages are filled up to a multiple of four by blanks.
 */
export function foldOrder(pages: number): readonly Side[] {
  const whole = Math.ceil(pages / 4) * 4;
  const at = (index: number): number | null => (index < pages ? index : null);
  const sides: Side[] = [];
  for (let sheet = 0; sheet < whole / 4; sheet++) {
    sides.push([at(whole - 1 - 2 * sheet), at(2 * sheet)], [at(2 * sheet + 1), at(whole - 2 - 2 * sheet)]);
  }
  return sides;
}

/** Sheets of paper that a printing of so many sides takes. A folded sheet always has both. */
export function sheetsFor(sides: number, { copies, duplex }: { readonly copies: number; readonly duplex: boolean }): number {
  return (duplex ? Math.ceil(sides / 2) : sides) * copies;
}

/** Sides that pages of these sizes take on a paper. */
export function sidesFor(pages: readonly Size[], { paper, fold }: Pick<Arrangement, 'paper' | 'fold'>): number {
  if (fold) return foldOrder(pages.length).length;
  return pages.reduce((sum, page) => sum + tilesOf(page, PAPERS[paper]).length, 0);
}

/** The list as it is to be printed; the list itself where the arrangement changes nothing. @throws RangeError for a page that is not there. */
export function arrange(list: DisplayList, { pages, paper, fold }: Arrangement): DisplayList {
  const chosen = pages === null ? list.pages : pages.map((index) => {
    const page = list.pages[index];
    if (page === undefined) throw new RangeError(`no page ${index}`);
    return page;
  });
  if (pages === null && !fold && chosen.every(({ size }) => isSame(size, PAPERS[paper]))) return list;
  const sheets = fold ? folded(chosen, PAPERS[paper]) : chosen.flatMap((page) => onSheets(page, PAPERS[paper]));
  return { ...list, pages: sheets, outline: [] };
}

function folded(pages: readonly DisplayPage[], paper: Size): DisplayPage[] {
  const half: Size = { width: paper.height / 2, height: paper.width };
  const blank: DisplayPage = { size: half, label: '', items: [], glyph: new Uint16Array(0), x: new Float32Array(0), at: new Uint16Array(0) };
  return foldOrder(pages.length).map((side) => {
    const [left, right] = side.map((index) => (index === null ? blank : pages[index]!)) as [DisplayPage, DisplayPage];
    const shift = left.glyph.length;
    return {
      size: { width: paper.height, height: paper.width },
      label: '',
      items: [centred(left, half, 0, 0), centred(right, half, half.width, shift)],
      glyph: joined(Uint16Array, left.glyph, right.glyph),
      x: joined(Float32Array, left.x, right.x),
      at: joined(Uint16Array, left.at, right.at),
    };
  });
}

/** A page in the middle of a place of this size that begins at `x`, its glyphs found `shift` places later. */
function centred(page: DisplayPage, place: Size, x: number, shift: number): Group {
  const at = { x: x + (place.width - page.size.width) / 2, y: (place.height - page.size.height) / 2 };
  return { kind: 'group', what: 'page', article: null, ...at, clip: null, items: moved(page.items, shift) };
}

interface Tile {
  readonly sheet: Size;
  /** Of the page's left and top edge on the sheet. */
  readonly x: number;
  readonly y: number;
}

/** What two neighbouring sheets of one page have in common at least, pt: enough to glue, more than a printer leaves white. */
const OVERLAP = mm(10);

/** A page on as few sheets as hold it; the paper lies as needs fewer, upright where both are the same. */
function tilesOf(page: Size, paper: Size): readonly Tile[] {
  const upright = grid(page, paper);
  const lying = grid(page, { width: paper.height, height: paper.width });
  return lying.length < upright.length ? lying : upright;
}

function grid(page: Size, sheet: Size): readonly Tile[] {
  const xs = stops(page.width, sheet.width);
  return stops(page.height, sheet.height).flatMap((y) => xs.map((x) => ({ sheet, x: -x, y: -y })));
}

/** Where sheets of `room` begin along a length: one in the middle, or as many as cover it, in equal steps. */
function stops(length: number, room: number): readonly number[] {
  if (length <= room + 1) return [(length - room) / 2];
  const count = Math.ceil((length - OVERLAP) / (room - OVERLAP));
  return Array.from({ length: count }, (_, i) => (i * (length - room)) / (count - 1));
}

function onSheets(page: DisplayPage, paper: Size): DisplayPage[] {
  if (isSame(page.size, paper)) return [{ ...page, items: moved(page.items, 0) }];
  const items = moved(page.items, 0);
  return tilesOf(page.size, paper).map(({ sheet, x, y }) => ({
    ...page,
    size: sheet,
    items: [{ kind: 'group', what: 'sheet', article: null, x: 0, y: 0, clip: sheet, items: [{ kind: 'group', what: 'page', article: null, x, y, clip: null, items }] }],
  }));
}

/** The items without links, their glyphs found `shift` places later in the page's arrays. */
function moved(items: readonly Item[], shift: number): Item[] {
  return items.flatMap((item): Item[] => {
    switch (item.kind) {
      case 'glyphs': return [shift === 0 ? item : { ...item, first: item.first + shift, end: item.end + shift }];
      case 'group': return [{ ...item, items: moved(item.items, shift) }];
      case 'link': return [];
      case 'path':
      case 'image': return [item];
    }
  });
}

function joined<T extends Uint16Array | Float32Array>(make: new (length: number) => T, a: T, b: T): T {
  const out = new make(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** Papers are given in whole millimetres, masters in thousandths of a pt. */
function isSame(a: Size, b: Size): boolean {
  return Math.abs(a.width - b.width) < 1 && Math.abs(a.height - b.height) < 1;
}
