// A textblock as a Word user sees it, with the way back to its nodes: characters one by
// one, an atom by the words that it shows. Comparing and merging a Word file's text
// stand on the shown words, so that a value of the record that came back as plain
// words is no change, and the atom stays.
import { Fragment, type Node } from 'prosemirror-model';
import { emptyFieldText, renderField } from '../../model/fields';
import type { Meeting } from '../../model/package';
import { placeholderText } from '../../model/placeholder';
import type { FieldAttrs, NoteAttrs, PlaceholderAttrs } from '../../model/schema';
import { wordDifference } from '../compare/word-difference';

export interface Showing {
  readonly meeting: Meeting;
  readonly stage: string | null;
}

interface Unit {
  /** Offsets in the block's content. */
  readonly from: number;
  readonly to: number;
  /** Offsets in the shown text. */
  readonly shownFrom: number;
  readonly shownTo: number;
}

/** What an inline node shows; a note its term and explanation, for that is what a Word user may have changed of it. */
function shownOf(node: Node, { meeting, stage }: Showing): string {
  switch (node.type.name) {
    case 'hard_break': return '\n';
    case 'field': {
      const { path, form } = node.attrs as FieldAttrs;
      return renderField(path, form, meeting) ?? emptyFieldText(path);
    }
    case 'placeholder': return placeholderText((node.attrs as PlaceholderAttrs).type, stage);
    case 'note': {
      const { term, text } = node.attrs as NoteAttrs;
      return `〔${term}：${text}〕`;
    }
    default: return node.text ?? '';
  }
}

/** The words that a textblock or a table shows; what a reviewer struck out is not among them. */
export function shownText(block: Node, showing: Showing): string {
  if (block.isTextblock) return inlineNodes(block).map(({ node }) => shownOf(node, showing)).join('');
  const cells: string[] = [];
  block.forEach((row) => {
    const texts: string[] = [];
    row.forEach((cell) => {
      texts.push(cell.firstChild === null ? '' : shownText(cell.firstChild, showing));
    });
    cells.push(texts.join('\t'));
  });
  return cells.join('\n');
}

function inlineNodes(block: Node): { readonly node: Node; readonly at: number }[] {
  const nodes: { readonly node: Node; readonly at: number }[] = [];
  block.forEach((node, at) => {
    if (!node.marks.some(({ type }) => type.name === 'deleted')) nodes.push({ node, at });
  });
  return nodes;
}

function unitsOf(block: Node, showing: Showing): Unit[] {
  const units: Unit[] = [];
  let shown = 0;
  for (const { node, at } of inlineNodes(block)) {
    if (node.isText) {
      for (let i = 0; i < node.text!.length; i++, shown++) units.push({ from: at + i, to: at + i + 1, shownFrom: shown, shownTo: shown + 1 });
      continue;
    }
    const { length } = shownOf(node, showing);
    units.push({ from: at, to: at + node.nodeSize, shownFrom: shown, shownTo: shown + length });
    shown += length;
  }
  return units;
}

/** Content of the units that show `[from, to)`; null where the range cuts an atom in two. */
function contentOf(block: Node, units: readonly Unit[], from: number, to: number): Fragment | null {
  let content = Fragment.empty;
  for (const unit of units) {
    if (unit.shownTo <= from || unit.shownFrom >= to) continue;
    if (unit.shownFrom < from || unit.shownTo > to) return null;
    content = content.append(block.content.cut(unit.from, unit.to));
  }
  return content;
}

/**
 * The content of `ours` with what `theirs` has otherwise: what both show stays ours, with its marks, atoms and 批注.
 * Where a difference cuts through an atom, the content is theirs as a whole.
 */
export function mergeInline(ours: Node, theirs: Node, showing: Showing): Fragment {
  const [a, b] = [unitsOf(ours, showing), unitsOf(theirs, showing)];
  let merged = Fragment.empty;
  let [at, other] = [0, 0];
  for (const { kind, text } of wordDifference(shownText(ours, showing), shownText(theirs, showing))) {
    const part = kind === 'gone' ? contentOf(ours, a, at, at + text.length) : kind === 'same' ? contentOf(ours, a, at, at + text.length) : contentOf(theirs, b, other, other + text.length);
    if (part === null) return theirs.content;
    if (kind !== 'gone') merged = merged.append(part);
    if (kind !== 'new') at += text.length;
    if (kind !== 'gone') other += text.length;
  }
  return merged;
}

/** Where a quote stands in a block's content, the nearest to `near` in the shown text; null: nowhere. */
export function placeOfQuote(block: Node, quote: string, near: number, showing: Showing): { readonly from: number; readonly to: number } | null {
  const text = shownText(block, showing);
  const units = unitsOf(block, showing);
  let best: number | null = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) if (best === null || Math.abs(at - near) < Math.abs(best - near)) best = at;
  if (best === null || quote === '') return null;
  const [start, end] = [best, best + quote.length];
  const inside = units.filter(({ shownFrom, shownTo }) => shownTo > start && shownFrom < end);
  return inside.length === 0 ? null : { from: inside[0]!.from, to: inside.at(-1)!.to };
}
