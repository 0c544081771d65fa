// The rows of 审核改动 as one flat list: a group's own row, its rows, and under an
// unfolded row each of the equal places.
import type { RollGroup, RollGroupRows } from '../../core/report/roll/fold-items';
import type { RollItem } from '../../core/report/roll/item';

export interface ListRow {
  readonly id: string;
  readonly shape: 'head' | 'row' | 'part';
  readonly group: RollGroup;
  /** Id of the row that it belongs to; of a group's own row ''. */
  readonly row: string;
  readonly items: readonly [RollItem, ...RollItem[]];
}

export function listRows(groups: readonly RollGroupRows[], unfolded: ReadonlySet<string>): readonly ListRow[] {
  return groups.flatMap(({ group, rows }): ListRow[] => {
    const all = rows.flatMap(({ items }) => items);
    const [first, ...rest] = all;
    if (first === undefined) return [];
    return [
      { id: `group ${group}`, shape: 'head', group, row: '', items: [first, ...rest] },
      ...rows.flatMap(({ id, items }): ListRow[] => [
        { id, shape: 'row', group, row: id, items },
        ...(unfolded.has(id) && items.length > 1 ? items.map((item): ListRow => ({ id: `part ${item.id}`, shape: 'part', group, row: id, items: [item] })) : []),
      ]),
    ];
  });
}
