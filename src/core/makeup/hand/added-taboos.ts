// Rules of the page (N-30 to N-37) that are broken after an act by hand and were kept before it, told by
// their names. In: a layout before and after. Out: words, or none. Each kind is counted: where one
// headline stood beside another and now stands beside a third, nothing is the worse.
import type { Layout } from '../../model/layout';
import type { HandTools } from './hand-act';
import { harmOf } from './harm';
import { isFault } from '../rules/page-cost';
import { TABOO_NAMES } from '../rules/taboo-names';
import type { TabooKind } from '../rules/taboos';

/** `2 处碰题、1 处断版`: faults in the paper's style that there are more of than before; empty where there are none. */
export function addedTaboos(before: Layout, after: Layout, tools: Pick<HandTools, 'edition' | 'ruler' | 'isReport'>): string {
  const [was, is] = [before, after].map((layout) => countsOf(layout, tools)) as [ReadonlyMap<TabooKind, number>, ReadonlyMap<TabooKind, number>];
  return [...is].map(([kind, count]) => [kind, count - (was.get(kind) ?? 0)] as const).filter(([, more]) => more > 0).map(([kind, more]) => `${more} 处${TABOO_NAMES[kind]}`).join('、');
}

function countsOf(layout: Layout, tools: Pick<HandTools, 'edition' | 'ruler' | 'isReport'>): ReadonlyMap<TabooKind, number> {
  const counts = new Map<TabooKind, number>();
  for (const { taboos } of harmOf(layout, tools).pages) for (const found of taboos) if (isFault(found, tools.ruler.style)) counts.set(found.kind, (counts.get(found.kind) ?? 0) + 1);
  return counts;
}
