// Last year's paragraphs level with this year's: as the text is scrolled and written, each
// row on screen gets at least the height of its paragraph there, and stands where that
// stands. Where both have room side by side the shorter of two is given room, here or there,
// so that all on screen are level line by line; in a narrow pane the one with the caret is,
// or else the first. Nothing moves while an input method composes (W20).
import { useEffect, useRef, type RefObject } from 'react';
import type { Workspace } from '../session/workspace';
import { BlockSpacers } from './block-spacers';
import type { BesideNow } from './use-beside';

export interface LevelOptions {
  /** Left out: the pane is scrolled by hand alone. */
  readonly follows: boolean;
  /** Both columns have room. */
  readonly isWide: boolean;
  /** The block that the caret is in. */
  readonly caret: number;
}

/** Keeps the rows in `box`, one an element of `.beside-row` in the order of the comparison, level with the text. */
export function useLevelRows(workspace: Workspace, { article, beside, blocks, version }: BesideNow, box: RefObject<HTMLElement | null>, { follows, isWide, caret }: LevelOptions): void {
  const spacers = useRef<BlockSpacers | null>(null);
  const caretBlock = useRef(caret);
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    caretBlock.current = caret;
    again.current();
  }, [caret]);
  useEffect(() => {
    const text = workspace.texts.of({ article, field: null })?.view.dom;
    if (!follows || !isWide || text === undefined) return;
    spacers.current = new BlockSpacers(text);
    return () => {
      spacers.current?.end();
      spacers.current = null;
    };
  }, [workspace, article, follows, isWide]);
  useEffect(() => {
    const rows = box.current;
    const text = workspace.texts.of({ article, field: null })?.view.dom;
    const desk = text?.closest<HTMLElement>('.desk') ?? null;
    if (!follows || rows === null || text === undefined || desk === null) return;
    const groups = groupsOf(rows, beside.rows);
    let frame = 0;
    const level = (): void => {
      frame = 0;
      // Rows of another state of the text fit its paragraphs as long as there are as many.
      if (workspace.texts.composing || text.children.length !== blocks) return;
      setRows({ rows, text, desk, groups, spacers: spacers.current, caret: caretBlock.current });
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(level);
    };
    again.current = later;
    const sizes = new ResizeObserver(later);
    sizes.observe(text);
    sizes.observe(rows);
    desk.addEventListener('scroll', later, { passive: true });
    level();
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      desk.removeEventListener('scroll', later);
      again.current = () => undefined;
      rows.style.paddingTop = '';
      for (const { own } of groups.values()) own.style.minHeight = '';
    };
  }, [workspace, article, beside, blocks, version, follows, isWide, box]);
}

/** A paragraph's row, and those of last year's that stood behind it and are gone. */
interface Group {
  readonly own: HTMLElement;
  readonly gone: readonly HTMLElement[];
}

function groupsOf(rows: HTMLElement, compared: BesideNow['beside']['rows']): ReadonlyMap<number, Group> {
  const elements = rows.querySelectorAll<HTMLElement>('.beside-row');
  const groups = new Map<number, { own: HTMLElement; gone: HTMLElement[] }>();
  for (const [index, { block, status }] of compared.entries()) {
    const element = elements[index];
    if (element === undefined) continue;
    if (status === 'gone') groups.get(block)?.gone.push(element);
    else groups.set(block, { own: element, gone: [] });
  }
  return groups;
}

interface Columns {
  readonly rows: HTMLElement;
  readonly text: HTMLElement;
  readonly desk: HTMLElement;
  readonly groups: ReadonlyMap<number, Group>;
  /** null: this year's text is given no room. */
  readonly spacers: BlockSpacers | null;
  readonly caret: number;
}

function setRows({ rows, text, desk, groups, spacers, caret }: Columns): void {
  const view = desk.getBoundingClientRect();
  const blocks = [...text.children] as HTMLElement[];
  const first = firstBelow(blocks, view.top);
  const shown: number[] = [];
  for (let i = first; i < blocks.length && blocks[i]!.getBoundingClientRect().top < view.bottom; i++) shown.push(i);
  if (spacers !== null) {
    // As wide and in the same type as the text, so that lines are broken where it breaks them.
    rows.style.setProperty('--beside-measure', `${text.clientWidth}px`);
    rows.style.setProperty('--beside-face', getComputedStyle(text).fontFamily);
    const opening = text.getBoundingClientRect().top - view.top + desk.scrollTop - (rows.getBoundingClientRect().top - view.top);
    rows.style.paddingTop = `${Math.max(0, opening)}px`;
  }
  const wanted = shown.flatMap((i) => groupAt(blocks, groups, spacers, i));
  for (const { group, least } of wanted) group.own.style.minHeight = `${least}px`;
  spacers?.set(new Map(wanted.flatMap(({ own, room }) => own.map((block, i) => [block, i === own.length - 1 ? room : 0] as const))));
  const anchor = shown.includes(caret) && groups.has(caret) ? caret : (shown.find((i) => groups.has(i) && blocks[i]!.getBoundingClientRect().top >= view.top) ?? shown.find((i) => groups.has(i)));
  if (anchor === undefined) return;
  rows.scrollTop += groups.get(anchor)!.own.getBoundingClientRect().top - blocks[anchor]!.getBoundingClientRect().top;
}

/** What a paragraph and its row need to be level, and what stands behind them. */
function groupAt(blocks: readonly HTMLElement[], groups: ReadonlyMap<number, Group>, spacers: BlockSpacers | null, index: number): { readonly group: Group; readonly least: number; readonly own: readonly Element[]; readonly room: number }[] {
  const group = groups.get(index);
  if (group === undefined) return [];
  // Empty paragraphs have no rows: they are the one's before them.
  let end = index + 1;
  while (end < blocks.length && !groups.has(end)) end++;
  const own = blocks.slice(index, end);
  const rooms = own.reduce((sum, block) => sum + (spacers?.roomBelow(block) ?? 0), 0);
  const last = own.at(-1)!;
  const extent = last.getBoundingClientRect().bottom - own[0]!.getBoundingClientRect().top - rooms + (spacers?.roomBelow(last) ?? 0);
  const least = Math.max(extent, naturalHeight(group.own));
  const gone = group.gone.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
  return [{ group, least: round(least), own, room: round(least + gone - extent) }];
}

/** Of a row without the least height that it was given. */
const naturalHeight = (row: HTMLElement): number => Math.max(...[...row.querySelectorAll<HTMLElement>(':scope > .words, .heat > div')].map((part) => part.getBoundingClientRect().height));

const round = (px: number): number => Math.round(px * 2) / 2;

/** Index of the first block that ends below `top`. */
function firstBelow(blocks: readonly Element[], top: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.getBoundingClientRect().bottom <= top) low = middle + 1;
    else high = middle;
  }
  return low;
}
