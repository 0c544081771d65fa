// Putting a standard section or a set phrase into the text, and ticking a phrase
// that was looked at: plain steps, so that main and worker apply the same and undo
// takes one step. A section stands between blocks, never inside one.
import type { Fragment, Mark, Node } from 'prosemirror-model';
import { NodeSelection, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { Transform, type Step } from 'prosemirror-transform';
import { isStale } from '../../core/report/phrase-age';
import { schema } from '../../core/model/schema';

const { phrase } = schema.marks;
const { paragraph, placeholder } = schema.nodes;

/** Selects the first placeholder from `from` to `to`, for it is what is written next; else puts the caret at the end. */
function selectFirstOpen(tr: Transaction, from: number, to: number): void {
  let first: number | null = null;
  tr.doc.nodesBetween(from, Math.min(to, tr.doc.content.size), (node, pos) => {
    if (first === null && node.type === placeholder && pos >= from) first = pos;
    return first === null;
  });
  tr.setSelection(first === null ? TextSelection.near(tr.doc.resolve(Math.min(to, tr.doc.content.size)), -1) : NodeSelection.create(tr.doc, first));
}

/** Puts blocks behind the block of the caret, or in the place of an empty paragraph. */
export function insertBlocks(blocks: Fragment): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if (state.doc.childCount === 0 || blocks.childCount === 0) return false;
    const index = Math.min($to.index(0), state.doc.childCount - 1);
    let end = 0;
    for (let i = 0; i <= index; i++) end += state.doc.child(i).nodeSize;
    const block = state.doc.child(index);
    const isEmpty = block.type === paragraph && block.content.size === 0;
    const start = isEmpty ? end - block.nodeSize : end;
    if (dispatch === undefined) return true;
    const tr = state.tr.replaceWith(start, end, blocks);
    selectFirstOpen(tr, start, start + blocks.size);
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** Puts a phrase at the caret, in place of what is selected. */
export function insertPhrase(nodes: readonly Node[]): Command {
  return (state, dispatch) => {
    const { $from, $to, from, to } = state.selection;
    if (!$from.parent.inlineContent || $from.parent !== $to.parent) return false;
    if (dispatch === undefined) return true;
    const size = nodes.reduce((sum, node) => sum + node.nodeSize, 0);
    const tr = state.tr.replaceWith(from, to, [...nodes]);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, from + size)).removeStoredMark(phrase).scrollIntoView());
    return true;
  };
}

export interface PhraseRange {
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}

/** The phrase that holds a position, over its text and fields; null where there is none. */
export function phraseAt(doc: Node, position: number): PhraseRange | null {
  const at = doc.resolve(position);
  const { parent } = at;
  if (!parent.inlineContent) return null;
  const start = at.start();
  const ranges: { from: number; to: number; mark: Mark }[] = [];
  parent.forEach((node, offset) => {
    const mark = phrase.isInSet(node.marks);
    const last = ranges.at(-1);
    if (mark === undefined) return;
    if (last?.to === start + offset && last.mark.eq(mark)) last.to += node.nodeSize;
    else ranges.push({ from: start + offset, to: start + offset + node.nodeSize, mark });
  });
  return ranges.find(({ from, to }) => position >= from && position <= to) ?? null;
}

/** Steps that tick a phrase as looked at on the ISO day `day`. */
export function checkedSteps(doc: Node, { from, to, mark }: PhraseRange, day: string): readonly Step[] {
  return new Transform(doc).removeMark(from, to, mark).addMark(from, to, phrase.create({ ...mark.attrs, checked: day.slice(0, 7) })).steps;
}

/** 表述已核对: the phrase at the caret, where it has aged. */
export function checkPhrase(day: () => string): Command {
  return (state, dispatch) => {
    const range = phraseAt(state.doc, state.selection.from);
    if (range === null) return false;
    const { dated, checked } = range.mark.attrs as { readonly dated: string | null; readonly checked: string | null };
    const now = day();
    if (!isStale(dated, checked, now)) return false;
    if (dispatch === undefined) return true;
    const tr = state.tr;
    for (const step of checkedSteps(state.doc, range, now)) tr.step(step);
    dispatch(tr);
    return true;
  };
}
