// The list of `banxin rollforward` for people: what was rewritten, emptied and left to them, by
// group and kind, equal ones in one line, each with the line of the source text or the section
// that it stands in. In: the proposals. Out: lines.
import type { TextPlace } from '../core/diagnostic';
import { wordEnd, wordStart } from '../core/model/word-edges';
import { listedKind, rollGroups, type RollRow } from '../core/report/roll/fold-items';
import type { RollItem } from '../core/report/roll/item';
import { GROUP_NAMES, KIND_NAMES } from '../core/report/roll/kind-names';
import { clipSection } from '../core/report/roll/section-words';

/** Letters of a name or a sentence in a line. */
const LONGEST = 40;
/** Letters around a figure. */
const AROUND = 10;

/** `placed`: a place with its line, where the source is a text. */
export function rollList(items: readonly RollItem[], placed: (place: TextPlace) => TextPlace): readonly string[] {
  const lines = rollGroups(items).filter(({ rows }) => rows.length > 0).flatMap(({ group, count, kinds, rows }) => [
    `${GROUP_NAMES[group]} ${count} 处`,
    ...kinds.flatMap(({ kind, count: some }) => [`  ${KIND_NAMES[kind][0]} ${some} 处`, ...rows.filter(({ items: [first] }) => listedKind(first) === kind).map((row) => `    ${whereOf(row, placed)}  ${wordsOf(row.items[0])}`)]),
  ]);
  const rest = (['promise', 'carried'] as const).map((kind) => ({ kind, count: items.filter((item) => item.group === 'review' && item.kind === kind && !item.task).length })).filter(({ count }) => count > 0);
  return rest.length === 0 ? lines : [...lines, `只供查看（--json 里有全部）：${rest.map(({ kind, count }) => `${KIND_NAMES[kind][0]} ${count} 处`).join('，')}`];
}

function whereOf({ items }: RollRow, placed: (place: TextPlace) => TextPlace): string {
  const places = items.map(({ place, section }) => {
    const { line } = placed(place);
    return line !== null ? String(line) : place.field !== null ? '标题区' : section === '' ? '开头' : clipSection(section);
  });
  const named = [...new Set(places)];
  const isLines = named.every((one) => /^\d+$/.test(one));
  return `${isLines ? `第${named.map(Number).toSorted((a, b) => a - b).join('、')}行` : named.map((one) => (/^\d+$/.test(one) ? `第${one}行` : one)).join('、')}${items.length > 1 ? `（${items.length} 处）` : ''}`;
}

const clip = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

function wordsOf(item: RollItem): string {
  switch (item.group) {
    case 'change': return `${clip(item.from)} → ${clip(item.to)}（${item.why}）`;
    case 'blank': {
      const { text, from, to } = item.sentence;
      return `${text.slice(wordStart(text, from - AROUND), from)}【${clip(item.was)}】${text.slice(to, wordEnd(text, to + AROUND))}`.replaceAll('\n', ' ');
    }
    case 'review': return `${clip(item.text)}（${item.why}）`;
  }
}
