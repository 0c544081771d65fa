// A textblock as a Word user sees it, with the way back to its nodes: characters one by
// one, an atom by the words that it shows. Comparing and merging a Word file's text
// stand on the shown words, so that a value of the record that came back as plain
// words is no change, and the atom stays.
import { Fragment, type Node } from 'prosemirror-model';
import { emptyFieldText, renderField } from '../../model/fields';
import { isPrinted } from '../../model/conserved-text';
import type { EditionKind, Meeting } from '../../model/package';
import { placeholderText } from '../../model/placeholder';
import type { FieldAttrs, NoteAttrs, PlaceholderAttrs } from '../../model/schema';
import { wordDifference } from '../compare/word-difference';

export interface Showing {
  readonly meeting: Meeting;
  readonly stage: string | null;
  /** The file was written for an edition of this kind: what that leaves out (见报略, 宣读略) is not in it. */
  readonly edition: EditionKind | null;
  /** The file says nothing of notes (a plain text without its annex): ours are not gone, they were not in it. */
  readonly withoutNotes: boolean;
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

/** The words that a textblock or a table shows; what a reviewer struck out or the edition leaves out is not among them. */
export function shownText(block: Node, showing: Showing): string {
  if (block.isTextblock) return inlineNodes(block, showing).map(({ node }) => shownOf(node, showing)).join('');
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

const isDeleted = (node: Node): boolean => node.marks.some(({ type }) => type.name === 'deleted');

/** Whether a file of that edition leaves an inline node out by its mark (见报略, 宣读略). */
export function isOmitted(node: Node, { edition }: Showing): boolean {
  return edition !== null && !isPrinted(node.marks.filter(({ type }) => type.name !== 'deleted'), edition);
}

/** Whether the file does not show an inline node that stays all the same. */
function isLeftOut(node: Node, showing: Showing): boolean {
  return isOmitted(node, showing) || (showing.withoutNotes && node.type.name === 'note');
}

function inlineNodes(block: Node, showing: Showing): { readonly node: Node; readonly at: number }[] {
  const nodes: { readonly node: Node; readonly at: number }[] = [];
  block.forEach((node, at) => {
    if (!isDeleted(node) && !isLeftOut(node, showing)) nodes.push({ node, at });
  });
  return nodes;
}

function unitsOf(block: Node, showing: Showing): Unit[] {
  const units: Unit[] = [];
  let shown = 0;
  for (const { node, at } of inlineNodes(block, showing)) {
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

/** What no Word user saw of a textblock, at the place in the shown text where it stands. */
function leftOut(block: Node, showing: Showing): { readonly shown: number; readonly node: Node }[] {
  const found: { readonly shown: number; readonly node: Node }[] = [];
  let shown = 0;
  block.forEach((node) => {
    if (isLeftOut(node, showing)) found.push({ shown, node });
    else if (!isDeleted(node)) shown += shownOf(node, showing).length;
  });
  return found;
}

/**
 * The content of `ours` with what `theirs` has otherwise: what both show stays ours, with its marks, atoms and 批注, and what
 * the edition left out stays where it was. Where a difference cuts through an atom, the content is theirs as a whole, and behind it what was left out.
 */
export function mergeInline(ours: Node, theirs: Node, showing: Showing): Fragment {
  const [a, b] = [unitsOf(ours, showing), unitsOf(theirs, showing)];
  const kept = leftOut(ours, showing);
  const whole = kept.reduce((content, { node }) => content.append(Fragment.from(node)), theirs.content);
  let merged = Fragment.empty;
  let [at, other] = [0, 0];
  /** Up to a place of our shown text: what was left out before it, and our own words where they stay. */
  const goTo = (to: number, stays: boolean): boolean => {
    while (at < to) {
      const end = Math.min(to, kept.find(({ shown }) => shown > at)?.shown ?? to);
      while (kept[0] !== undefined && kept[0].shown <= at) merged = merged.append(Fragment.from(kept.shift()!.node));
      const part = contentOf(ours, a, at, end);
      if (part === null) return false;
      if (stays) merged = merged.append(part);
      at = end;
    }
    return true;
  };
  for (const { kind, text } of wordDifference(shownText(ours, showing), shownText(theirs, showing))) {
    const theirsToo = kind === 'new' ? contentOf(theirs, b, other, other + text.length) : Fragment.empty;
    if (theirsToo === null || (kind !== 'new' && !goTo(at + text.length, kind === 'same'))) return whole;
    merged = merged.append(theirsToo);
    if (kind !== 'gone') other += text.length;
  }
  return kept.reduce((content, { node }) => content.append(Fragment.from(node)), merged);
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
