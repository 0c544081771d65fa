// What the writing area can do to its text: ProseMirror commands, each testable
// on a state without a view. A heading is a block of its own or the first
// sentence of a paragraph (`head` and the mark `lead`); both answer to the same
// commands. Offsets are document positions.
import { chainCommands, createParagraphNear, liftEmptyBlock, splitBlockAs } from 'prosemirror-commands';
import type { Node } from 'prosemirror-model';
import { NodeSelection, TextSelection, type Command, type EditorState, type Selection, type Transaction } from 'prosemirror-state';
import { pastedLabel } from '../../core/import/pasted-lines';
import { schema, type HeadAttrs, type HeadingAttrs, type ParagraphAttrs, type PlaceholderAttrs } from '../../core/model/schema';
import { isStale } from '../../core/report/phrase-age';
import { today } from '../templates/today';

const { paragraph, heading, placeholder } = schema.nodes;
const { lead } = schema.marks;

/** Ends of a sentence that may close a run-in heading, closing quotes after it included. */
const SENTENCE_END = /[。！？；：](?:[”’」』）])*/;

interface BlockAt {
  readonly node: Node;
  readonly pos: number;
}

/** Top-level text blocks that the selection touches. */
function touched(state: EditorState): readonly BlockAt[] {
  const blocks: BlockAt[] = [];
  state.doc.nodesBetween(state.selection.from, state.selection.to, (node, pos, parent) => {
    if (parent === state.doc && node.isTextblock) blocks.push({ node, pos });
    return parent === null;
  });
  return blocks;
}

function headOf(node: Node): HeadAttrs | null {
  return node.type === heading ? (node.attrs as HeadingAttrs) : (node.attrs as ParagraphAttrs).head;
}

/** Makes the blocks headings of `level`; a run-in heading stays run-in and takes the level. */
export function setHeading(level: number): Command {
  return (state, dispatch) => {
    const blocks = touched(state);
    if (blocks.length === 0) return false;
    if (dispatch === undefined) return true;
    const tr = state.tr;
    // From the last block on, so that a label taken away moves none of those still to come.
    for (const { node, pos } of [...blocks].reverse()) {
      const head = headOf(node);
      const attrs: HeadAttrs = { level, numbered: level > 0 && level < 5, start: null, form: head?.form ?? null };
      if (node.type === paragraph && head !== null) tr.setNodeMarkup(pos, null, { ...node.attrs, head: attrs });
      else tr.setNodeMarkup(pos, heading, { ...attrs, adjust: node.attrs['adjust'] as unknown });
      // The number is drawn: one that was typed or pasted would stand there twice (W11).
      const typed = head === null && attrs.numbered ? typedLabel(node) : 0;
      if (typed > 0) tr.delete(pos + 1, pos + 1 + typed);
    }
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** Numbers as people type them before a heading: 一、 （一） (一) 1. 1． （1） (G-13). */
const TYPED_LABEL = /^(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．](?!\d))\s*/u;

/** Length of a number typed at a block's start; 0 where there is none, or nothing else. */
function typedLabel(node: Node): number {
  const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
  const length = TYPED_LABEL.exec(text)?.[0].length ?? 0;
  return length < text.length ? length : 0;
}

/** Makes the blocks plain paragraphs: no heading, no run-in heading. */
export const setBody: Command = (state, dispatch) => {
  const blocks = touched(state).filter(({ node }) => headOf(node) !== null);
  if (blocks.length === 0) return false;
  if (dispatch === undefined) return true;
  const tr = state.tr;
  for (const { node, pos } of blocks) {
    tr.setNodeMarkup(pos, paragraph, { align: null, head: null, adjust: node.attrs['adjust'] as unknown });
    tr.removeMark(pos + 1, pos + 1 + node.content.size, lead);
  }
  dispatch(tr.scrollIntoView());
  return true;
};

/** End of the first sentence, as an offset in the block, or null where there is none. */
export function firstSentence(node: Node): number | null {
  // Atoms count one position: a stand-in keeps offsets and positions equal.
  const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
  const match = SENTENCE_END.exec(text);
  return match === null ? null : match.index + match[0].length;
}

/**
 * 段首主题句 (W12): the first sentence becomes a run-in heading, or plain text again. A heading that goes on behind its first
 * sentence keeps its number, and a number that was typed is drawn (W11); any other is a theme sentence without one.
 */
export const toggleTheme: Command = (state, dispatch) => {
  const block = touched(state)[0];
  if (block === undefined) return false;
  const { node, pos } = block;
  const tr = state.tr;
  if (node.type === paragraph && (node.attrs as ParagraphAttrs).head !== null) {
    tr.setNodeMarkup(pos, null, { ...node.attrs, head: null }).removeMark(pos + 1, pos + 1 + node.content.size, lead);
  } else {
    const end = firstSentence(node);
    if (end === null || (node.type === heading && end === node.content.size)) return false;
    const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
    const label = node.type === heading ? null : pastedLabel(text);
    const head: HeadAttrs = label === null || label.length >= end ? (headOf(node) ?? { level: 5, numbered: false, start: null, form: null }) : { level: label.level, numbered: true, start: null, form: label.form };
    runIn(tr, block, head, end);
    if (label !== null && label.length < end) tr.delete(pos + 1, pos + 1 + label.length);
  }
  dispatch?.(tr);
  return true;
};

/** Makes a block a paragraph whose first sentence, up to the offset `end`, is a run-in heading. */
export function runIn(tr: Transaction, { node, pos }: BlockAt, { level, numbered, start, form }: HeadAttrs, end: number): void {
  const { align = null, adjust } = node.attrs as Partial<ParagraphAttrs>;
  tr.setNodeMarkup(pos, paragraph, { align, adjust, head: { level, numbered, start, form } }).addMark(pos + 1, pos + 1 + end, lead.create());
}

/** 升级 (−1) and 降级 (+1), between 1 and 4. */
export function shiftLevel(by: 1 | -1): Command {
  return (state, dispatch) => {
    const blocks = touched(state).filter(({ node }) => {
      const level = headOf(node)?.level;
      return level !== undefined && level >= 1 && level <= 4 && level + by >= 1 && level + by <= 4;
    });
    if (blocks.length === 0) return false;
    if (dispatch === undefined) return true;
    const tr = state.tr;
    for (const { node, pos } of blocks) {
      const head = headOf(node);
      if (head === null) continue;
      if (node.type === heading) tr.setNodeMarkup(pos, null, { ...node.attrs, level: head.level + by });
      else tr.setNodeMarkup(pos, null, { ...node.attrs, head: { ...head, level: head.level + by } });
    }
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** Enter before the text of a heading opens an empty paragraph above it; the heading stays whole. */
const openAbove: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null || selection.$cursor.parentOffset > 0) return false;
  const { parent, depth } = selection.$cursor;
  if (headOf(parent) === null || parent.content.size === 0 || depth !== 1) return false;
  dispatch?.(state.tr.insert(selection.$cursor.before(), paragraph.create()).scrollIntoView());
  return true;
};

/** A numbered item of a list: a number before body text, no run-in heading. */
function isItem(node: Node): boolean {
  return node.type === paragraph && headOf(node) !== null && !node.children.some(({ marks }) => lead.isInSet(marks) !== undefined);
}

/** Enter in an item of a list begins the next one; in an empty one it ends the list. */
const nextItem: Command = (state, dispatch, view) => {
  const { $from, $to } = state.selection;
  const item = $from.parent;
  if ($from.depth !== 1 || !$from.sameParent($to) || !isItem(item)) return false;
  if (item.content.size === 0) return setBody(state, dispatch, view);
  return splitBlockAs((node) => ({ type: paragraph, attrs: { align: node.attrs['align'] as unknown, head: { ...headOf(node), start: null } } }))(state, dispatch);
};

/** What follows the caret becomes a plain paragraph, but a heading split inside gives two headings. */
const split: Command = (state, dispatch) =>
  splitBlockAs((node, atEnd) => (node.type === heading && !atEnd ? null : { type: paragraph, attrs: { align: node.attrs['align'] as unknown } }))(
    state,
    dispatch === undefined ? undefined : (tr) => dispatch(dropStrayLead(tr)),
  );

/** The second part of a run-in paragraph has no head, so it may have no `lead` either. */
function dropStrayLead(tr: Transaction): Transaction {
  const { $from } = tr.selection;
  const block = $from.parent;
  if (block.isTextblock && headOf(block) === null) tr.removeMark($from.start(), $from.end(), lead);
  return tr;
}

export const enter: Command = chainCommands(createParagraphNear, liftEmptyBlock, nextItem, openAbove, split);

/** Shift+Enter in the text, Enter in a deck field: a break that wins over every automatic one. */
export const hardBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create(), true).scrollIntoView());
  return true;
};

/** Backspace at the start of a heading or run-in heading takes the heading back, and only that (W11). */
export const unhead: Command = (state, dispatch, view) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null || selection.$cursor.parentOffset > 0) return false;
  return headOf(selection.$cursor.parent) === null ? false : setBody(state, dispatch, view);
};

/** Puts a 待填 at the caret or in place of the selection, whose text it remembers as last year's. */
export function insertPlaceholder(type: PlaceholderAttrs['type']): Command {
  return (state, dispatch) => {
    const { from, to, $from, $to } = state.selection;
    if (!$from.parent.inlineContent || $from.parent !== $to.parent) return false;
    const was = from === to ? null : state.doc.textBetween(from, to);
    dispatch?.(state.tr.replaceSelectionWith(placeholder.create({ type, was, note: null }), true).scrollIntoView());
    return true;
  };
}

/** Marks the selection as left out by editions of a kind, or takes that back: 见报略 `newspaper`, 宣读略 `speech`. */
export function toggleOmit(edition: 'newspaper' | 'speech'): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    if (empty) return false;
    const { omit } = schema.marks;
    const tr = state.tr;
    let all = true;
    const ranges: { from: number; to: number; editions: readonly string[] }[] = [];
    state.doc.nodesBetween(from, to, (node, pos) => {
      if (!node.isInline) return true;
      const editions = (omit.isInSet(node.marks)?.attrs['editions'] ?? []) as readonly string[];
      if (!editions.includes(edition)) all = false;
      ranges.push({ from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize), editions });
      return false;
    });
    if (ranges.length === 0) return false;
    for (const range of ranges) {
      const others = range.editions.filter((name) => name !== edition);
      const next = all ? others : [...others, edition].sort();
      tr.removeMark(range.from, range.to, omit);
      if (next.length > 0) tr.addMark(range.from, range.to, omit.create({ editions: next }));
    }
    dispatch?.(tr);
    return true;
  };
}

/** A set phrase that asks to be looked at (待核). */
function isAged({ marks }: Node): boolean {
  const mark = schema.marks.phrase.isInSet(marks);
  return mark !== undefined && isStale(mark.attrs['dated'] as string | null, mark.attrs['checked'] as string | null, today());
}

/** Selects the next 待填 or 存疑 after the caret, from the beginning again after the last (W13). */
export const nextTask: Command = (state, dispatch) => {
  const after = state.selection instanceof NodeSelection ? state.selection.from : state.selection.to - 1;
  let first: Selection | null = null;
  let next: Selection | null = null;
  let end = -1;
  state.doc.descendants((node, pos) => {
    if (next !== null) return false;
    const isDoubt = schema.marks.doubt.isInSet(node.marks) !== undefined || isAged(node);
    if (node.type !== placeholder && !isDoubt) return true;
    // A doubt or phrase over several nodes is one place.
    const isSame = isDoubt && node.type !== placeholder && pos === end;
    end = isDoubt ? pos + node.nodeSize : -1;
    if (isSame) return false;
    const found = node.type === placeholder ? NodeSelection.create(state.doc, pos) : TextSelection.create(state.doc, pos, pos + node.nodeSize);
    first ??= found;
    if (pos > after) next = found;
    return false;
  });
  const target = next ?? first;
  if (target === null) return false;
  dispatch?.(state.tr.setSelection(target).scrollIntoView());
  return true;
};

/** True where the selection's first block is a heading or run-in heading of this level (null: body). */
export function isAtLevel(state: EditorState, level: number | null): boolean {
  const block = touched(state)[0];
  return block !== undefined && (headOf(block.node)?.level ?? null) === level;
}
