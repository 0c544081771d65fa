// Moving a section of an article (W14): its heading, run-in headings among them,
// with everything up to the next heading of its level or above. One transaction of
// plain steps, so that main and worker apply the same, marks and comments move
// along, and undo takes one step. Numbers follow by themselves; a number to restart
// at (`start`) stays with the place, not with the section that is carried away.
import type { Node } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { headOf } from '../../core/model/numbering';
import { schema, type HeadAttrs } from '../../core/model/schema';

/** Blocks `from` (its heading) to `to`, exclusive. */
export interface Section {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

/** Level of the section that a block opens; null where it opens none. A theme sentence (5) is no section. */
function levelOf(doc: Node, block: number): number | null {
  const node = doc.maybeChild(block);
  const level = node === null ? undefined : headOf(node)?.level;
  return level === undefined || level > 4 ? null : level;
}

/** The innermost section that holds a block; null before the first heading. */
export function sectionAt(doc: Node, block: number): Section | null {
  for (let from = Math.min(block, doc.childCount - 1); from >= 0; from--) {
    const level = levelOf(doc, from);
    if (level === null) continue;
    let to = from + 1;
    while (to < doc.childCount && (levelOf(doc, to) ?? 6) > level) to++;
    return { from, to, level };
  }
  return null;
}

/** Where a section may stand: before these blocks (the count of blocks: at the end), so that it swallows no other's text. */
export function placesFor(doc: Node, level: number): readonly number[] {
  const places: number[] = [];
  for (let block = 0; block < doc.childCount; block++) if ((levelOf(doc, block) ?? 6) <= level) places.push(block);
  return [...places, doc.childCount];
}

/** Whether a heading above `level` stands somewhere before a block. */
function hasParent(doc: Node, before: number, level: number): boolean {
  for (let block = 0; block < before; block++) if ((levelOf(doc, block) ?? 6) < level) return true;
  return false;
}

/** The place next above (−1) or below (+1) a section, past its neighbour or into the next part; null where there is none. */
export function nextPlace(doc: Node, section: Section, by: 1 | -1): number | null {
  const places = placesFor(doc, section.level);
  if (by > 0) return places.find((place) => place > section.to) ?? null;
  const place = places.findLast((candidate) => candidate < section.from) ?? null;
  // A sub-section does not leave its first part upwards: nothing would stand above it.
  return place !== null && hasParent(doc, section.from, section.level) && !hasParent(doc, place, section.level) ? null : place;
}

function positionOf(doc: Node, block: number): number {
  let position = 0;
  for (let i = 0; i < block; i++) position += doc.child(i).nodeSize;
  return position;
}

function setStart(tr: Transaction, position: number, start: number | null): void {
  const node = tr.doc.nodeAt(position);
  if (node === null) return;
  if (node.type === schema.nodes.heading) tr.setNodeAttribute(position, 'start', start);
  else tr.setNodeAttribute(position, 'head', { ...(node.attrs['head'] as HeadAttrs), start });
}

/** Start of the section that a block opens, where it is one of `level`. */
function startOf(doc: Node, block: number, level: number): number | null {
  const node = doc.maybeChild(block);
  const head = node === null ? null : headOf(node);
  return head?.level === level ? head.start : null;
}

/** The transaction that puts a section before block `place`; null where it stands there already or must not. */
export function moveSection(state: EditorState, { from, to, level }: Section, place: number): Transaction | null {
  const { doc, selection } = state;
  if ((place >= from && place <= to) || !placesFor(doc, level).includes(place)) return null;
  const [start, end, target] = [positionOf(doc, from), positionOf(doc, to), positionOf(doc, place)];
  const size = end - start;
  const tr = state.tr.delete(start, end);
  const at = target > start ? target - size : target;
  tr.insert(at, doc.slice(start, end).content);

  const own = startOf(doc, from, level);
  const taken = startOf(doc, place, level);
  // The section that closes the gap is the first now; the one at the place no longer is.
  if (own !== null && startOf(doc, to, level) === null && levelOf(doc, to) === level) setStart(tr, target > start ? start : start + size, own);
  if (taken !== null) setStart(tr, at + size, null);
  if (own !== taken && (own !== null || taken !== null)) setStart(tr, at, taken);

  if (selection instanceof TextSelection && selection.from > start && selection.to < end) {
    tr.setSelection(TextSelection.create(tr.doc, selection.anchor - start + at, selection.head - start + at));
  }
  return tr.scrollIntoView();
}

/** 上移一节 (−1), 下移一节 (+1): the innermost section of the caret. */
export function shiftSection(by: 1 | -1): Command {
  return (state, dispatch) => {
    const section = sectionAt(state.doc, state.selection.$head.index(0));
    const place = section === null ? null : nextPlace(state.doc, section, by);
    if (section === null || place === null) return false;
    if (dispatch === undefined) return true;
    const tr = moveSection(state, section, place);
    if (tr === null) return false;
    dispatch(tr);
    return true;
  };
}
