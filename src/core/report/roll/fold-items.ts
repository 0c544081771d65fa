// What roll-forward proposes, as rows of the list a person goes through: equal changes
// are one row (7 处同改), so that a decision is made once. In: the items of a plan. Out:
// groups with counts by kind. A figure is a row of its own: each is another fact.
import type { BlankKind, ChangeKind, ReviewKind, RollItem } from './item';

export type RollGroup = RollItem['group'];
/** `record`: a value of the meeting record that nobody knows yet; it is filled there, and no 待填 of the text. */
export type RollItemKind = ChangeKind | BlankKind | ReviewKind | 'record';

/** Items of one decision, in the order of the text; at least one. */
export interface RollRow {
  /** Id of its first item. */
  readonly id: string;
  readonly items: readonly [RollItem, ...RollItem[]];
}

export interface KindCount {
  readonly kind: RollItemKind;
  readonly count: number;
}

export interface RollGroupRows {
  readonly group: RollGroup;
  /** Places as the draft will count them: what the record lacks is none, and flags that touch are one. */
  readonly count: number;
  readonly kinds: readonly KindCount[];
  readonly rows: readonly RollRow[];
}

const GROUPS: readonly RollGroup[] = ['change', 'blank', 'review'];

/** Kinds in the order of the list. */
const KINDS: readonly RollItemKind[] = [
  'session', 'term', 'year', 'date', 'plan-period', 'anniversary', 'figure', 'event', 'spirit', 'work', 'name', 'record',
  'leader', 'plenary', 'formula', 'quotation', 'slogan', 'count', 'promise', 'carried',
];

/** The kind that an item is listed under. */
export const listedKind = (item: RollItem): RollItemKind => (item.group === 'blank' && item.record ? 'record' : item.kind);

/** Doubts of the draft: flags that touch or overlap become one. */
function stretchesOf(items: readonly RollItem[]): number {
  const ends = new Map<string, number>();
  let count = 0;
  for (const { place } of items.toSorted((a, b) => a.place.from - b.place.from)) {
    const text = `${place.article}/${place.field ?? ''}/${place.block ?? ''}`;
    const end = ends.get(text);
    if (end === undefined || place.from > end) count++;
    ends.set(text, Math.max(end ?? 0, place.to));
  }
  return count;
}

/** Places of a group's items as the draft will count them. */
export function placesOf(group: RollGroup, items: readonly RollItem[]): number {
  return group === 'review' ? stretchesOf(items) : items.filter((item) => listedKind(item) !== 'record').length;
}

/** The three groups; what only stands in the answer (sentences carried over, last year's promises) is no row. */
export function rollGroups(items: readonly RollItem[]): readonly RollGroupRows[] {
  const shown = items.filter((item) => item.group !== 'review' || item.task);
  return GROUPS.map((group): RollGroupRows => {
    const own = shown.filter((item) => item.group === group);
    const kinds = KINDS.map((kind) => ({ kind, count: own.filter((item) => listedKind(item) === kind).length })).filter(({ count }) => count > 0);
    return { group, count: placesOf(group, own), kinds, rows: kinds.flatMap(({ kind }) => fold(own.filter((item) => listedKind(item) === kind))) };
  });
}

function fold(items: readonly RollItem[]): RollRow[] {
  const rows = new Map<string, RollItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [item]);
    else row.push(item);
  }
  return [...rows.values()].map((row) => ({ id: row[0]!.id, items: row as unknown as RollRow['items'] }));
}

function keyOf(item: RollItem): string {
  switch (item.group) {
    // A year is the same change in a heading and in a sentence (总结年，标题).
    case 'change': return `${item.kind}\n${item.from}\n${item.to}\n${item.why.split('，')[0] ?? ''}`;
    case 'blank': return item.kind === 'figure' || item.kind === 'date' ? item.id : `${item.kind}\n${item.was}`;
    case 'review': return `${item.kind}\n${item.text}\n${item.why}`;
  }
}
