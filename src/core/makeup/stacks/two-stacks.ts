// Pages that a beam of single pieces seldom comes to, made at a stroke (N-31, N-32): one
// article over the whole width, its feet at two heights, and under it two stacks of the
// others (or one, beside its own text), so that neither a row nor a gutter goes straight
// through. The step of its feet is what the stacks differ by: they end level, whatever is
// in them. In: what waits. Out: the page without the top article, and that one's room, for
// judge-ends.ts to judge; nothing is set.
import type { Area, Broken, Piece } from '../../model/layout';
import { brokenMeasure } from '../../page/paper-grid';
import type { Rest } from '../draft/page-state';
import type { Ruler, Waiting } from '../measure/ruler';
import { stacked, type StackItem, stackItem } from './stack-item';

/** A page without its top article, what waits for the next one, and the top article's room. */
export interface Stacked {
  readonly pieces: readonly Piece[];
  readonly left: readonly Waiting[];
  readonly rest: Rest;
}

/** Articles that are tried at the top: the first ones, and the longest. */
const TOPS = 4;
/** Base columns of the narrower stack. */
const LEAST_WIDE = 2;
/** Rows of text that the top article has over each stack, and by which its feet differ at the least. */
const LEAST_ROWS = 3;
/** More articles are shared out in too many ways; more than these are not left out of the page one by one, nor turned. */
const MOST = 9;
const MOST_LEFT = 6;
const MOST_TURNED = 7;
/** Feet that differ by more leave too long a stub at one side. */
const MOST_STEP = 45;

/** `foot`: the row that the page ends at; null: as low as the text needs, everything on it. */
export function* twoStacks(waiting: readonly Waiting[], mastheadRows: number, foot: number | null, ruler: Ruler): Iterable<Stacked> {
  if (waiting.length < 2 || waiting.length > MOST) return;
  const { columns } = ruler.master;
  for (const one of topsOf(waiting, ruler)) {
    // What is 重要 heads its stack.
    const others = waiting.filter((other) => other !== one).sort((a, b) => Number(b.important === true) - Number(a.important === true));
    for (let left = LEAST_WIDE; left <= columns - LEAST_WIDE; left++) yield* split(one, others, left, mastheadRows, foot, ruler);
  }
}

function topsOf(waiting: readonly Waiting[], ruler: Ruler): readonly Waiting[] {
  const plain = waiting.filter(({ boxed }) => !boxed);
  const longest = plain.find((one) => ruler.isLong(one));
  return [...new Set([...plain.slice(0, TOPS), ...(longest === undefined ? [] : [longest])])];
}

function* split(one: Waiting, others: readonly Waiting[], left: number, top: number, foot: number | null, ruler: Ruler): Iterable<Stacked> {
  const { master } = ruler;
  const right = master.columns - left;
  const into = [ruler.into(one, left), ruler.into(one, right)] as const;
  if (brokenMeasure(master, left, into[0]).characters !== brokenMeasure(master, right, into[1]).characters) return;
  const deckRows = one.rest === null ? ruler.deck(one, master.columns).rows : 0;
  const lines = ruler.need(one, left, into[0]);
  if (!Number.isFinite(lines)) return;
  const items = others.map((other) => [stackItem(other, left, ruler), stackItem(other, right, ruler)] as const);
  const begin = top + deckRows;
  // 0: left, 1: right, 2: waits for the next page.
  const sides = foot === null || others.length >= MOST_LEFT ? 2 : 3;
  const ways = sides ** others.length;
  for (let way = 0; way < ways; way++) {
    const heights = [0, 0];
    const stacks: [StackItem[], StackItem[]] = [[], []];
    const waits: Waiting[] = [];
    let isGood = true;
    for (let i = 0, rest = way; i < others.length; i++, rest = Math.floor(rest / sides)) {
      const side = rest % sides;
      if (side === 2) {
        waits.push(others[i]!);
        continue;
      }
      const item = items[i]![side === 0 ? 0 : 1];
      if (item === null) {
        isGood = false;
        break;
      }
      stacks[side === 0 ? 0 : 1].push(item);
      heights[side]! += item.rows + 1;
    }
    if (!isGood || stacks[0].length + stacks[1].length === 0) continue;
    const [low, high] = heights as [number, number];
    // With all others at one side its text goes down to the foot at the other, however far that is.
    const most = stacks[0].length === 0 || stacks[1].length === 0 ? master.lines : MOST_STEP;
    if (Math.abs(high - low) < LEAST_ROWS || Math.abs(high - low) > most) continue;
    // Rows of its text over the left stack and over the right one.
    const rows: [number, number] = foot === null ? sharedOut(lines, into, high - low) : [foot - begin - low, foot - begin - high];
    if (Math.min(...rows) < LEAST_ROWS || begin + rows[0] + low > master.lines) continue;
    // What waits for another page waits for room that its text would have left.
    if (foot !== null && waits.length > 0 && rows[0] * into[0] + rows[1] * into[1] > lines) continue;
    const body: Broken[] = [{ area: { column: 0, columns: left, row: begin, rows: rows[0] }, into: into[0] }, { area: { column: left, columns: right, row: begin, rows: rows[1] }, into: into[1] }];
    const deck: Area | null = deckRows === 0 ? null : { column: 0, columns: master.columns, row: top, rows: deckRows };
    const rest: Rest = { one, deck, body };
    for (const [a, b] of others.length < MOST_TURNED ? ordersOf(stacks) : [stacks]) yield { pieces: [...stacked(a, 0, begin + rows[0] + 1), ...stacked(b, left, begin + rows[1] + 1)], left: waits, rest };
  }
}

/** The stacks in the edition's order, and each with its last article first: headlines that stood side by side, or on the fold, stand elsewhere then. */
function ordersOf([a, b]: readonly [readonly StackItem[], readonly StackItem[]]): readonly (readonly [readonly StackItem[], readonly StackItem[]])[] {
  const turned = (items: readonly StackItem[]): readonly StackItem[] => [...items.slice(-1), ...items.slice(0, -1)];
  return [[a, b], ...(a.length > 1 ? [[turned(a), b] as const] : []), ...(b.length > 1 ? [[a, turned(b)] as const] : []), ...(a.length > 1 && b.length > 1 ? [[turned(a), turned(b)] as const] : [])];
}

/** Rows over each stack that hold the lines, the left ones `more` beyond the right ones. */
function sharedOut(lines: number, into: readonly [number, number], more: number): [number, number] {
  const right = Math.ceil((lines - into[0] * more) / (into[0] + into[1]));
  return [right + more, right];
}
