// A block to another page of the paper: by a key, or by a drag onto the tab of that page.
// Where it stands there the make-up decides (by-hand.ts, carry); the page is then shown.
import type { KeyboardEvent } from 'react';
import type { BlockName } from '../../core/model/layout';
import type { MakeupDesk } from './makeup-desk';

/** On a page's tab: its 版次. */
export const PAGE_TAB = 'data-page-number';

/** The 版次 of the tab under the pointer, or null. */
export function pageUnder(x: number, y: number): number | null {
  const tab = document.elementFromPoint(x, y)?.closest(`[${PAGE_TAB}]`);
  return tab === null || tab === undefined ? null : Number(tab.getAttribute(PAGE_TAB));
}

/** 版次 behind the last page. */
export function nextPage(desk: MakeupDesk): number {
  return (desk.layout?.pages.at(-1)?.number ?? 0) + 1;
}

/** Carries a block; selects it there where it could go. */
export async function carryBlock(desk: MakeupDesk, block: BlockName, to: number): Promise<void> {
  if (to === block.page) return;
  if (await desk.act({ kind: 'carry', ...block, to }, `移到${desk.pageOf(to)}`)) desk.selected.set({ page: to, article: block.article });
}

/** Ctrl+Alt+PageUp and PageDown: to the page before, or the next one, which may be a new one. */
export function carryKey(event: KeyboardEvent, desk: MakeupDesk): boolean {
  const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
  const block = desk.selected.get();
  if (step === 0 || !event.altKey || !(event.ctrlKey || event.metaKey)) return false;
  if (block === null) {
    desk.said.set('先选一块：单击它，或按 Tab。');
    return true;
  }
  const numbers = [...(desk.layout?.pages.map(({ number }) => number) ?? []), nextPage(desk)];
  const to = numbers[numbers.indexOf(block.page) + step];
  if (to !== undefined) void carryBlock(desk, block, to);
  else desk.said.set('这已经是第一个版，前面没有版了。');
  return true;
}
