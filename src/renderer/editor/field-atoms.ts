// A value of the meeting record inside text (field{path, form}): shown as its
// rendered text, selected as one character. Backspace after it makes it plain
// text (DESIGN), as somebody who edits a date by hand means to.
import type { Node } from 'prosemirror-model';
import { TextSelection, type Command } from 'prosemirror-state';
import type { Decoration, NodeViewConstructor } from 'prosemirror-view';
import { emptyFieldText, renderField } from '../../core/model/fields';
import type { Meeting } from '../../core/model/package';
import { schema, type FieldAttrs } from '../../core/model/schema';
import { PARTED } from './printed-lines';

function shown(node: Node, meeting: Meeting): { readonly text: string; readonly empty: boolean } {
  const { path, form } = node.attrs as FieldAttrs;
  const text = renderField(path, form, meeting);
  return text === null ? { text: emptyFieldText(path), empty: true } : { text, empty: false };
}

/** Text of an inline atom outside Banxin: a field's value, 〔数字：待填〕, a line break. */
export function leafText(node: Node, meeting: Meeting): string {
  if (node.type === schema.nodes.field) return shown(node, meeting).text;
  return node.type.spec.leafText?.(node) ?? '';
}

/** Where the record comes from, and who is told that it may have changed. */
export interface MeetingSource {
  readonly meeting: () => Meeting;
  /** @returns unsubscribe. */
  readonly watch: (listener: () => void) => () => void;
}

/** Node view of `field`: it follows the record in place, so that nothing around it is drawn anew. */
export function fieldView({ meeting, watch }: MeetingSource): NodeViewConstructor {
  return (node, _view, _place, decorations) => {
    const dom = document.createElement('span');
    let parted = partedOf(decorations);
    const { path, form } = node.attrs as FieldAttrs;
    dom.dataset['path'] = path;
    dom.dataset['form'] = form;
    dom.title = '取自会议信息；双击换一项或换写法，按退格键变成普通文字';
    let drawn: Meeting | null = null;
    const draw = (): void => {
      const record = meeting();
      // Called at every change of the package: most of them leave the record alone.
      if (record === drawn) return;
      drawn = record;
      const { text: whole, empty } = shown(node, record);
      const text = inLines(whole, parted);
      dom.className = empty ? 'field empty' : 'field';
      if (dom.textContent !== text) dom.textContent = text;
    };
    draw();
    const update = (next: Node, now: readonly Decoration[]): boolean => {
      if (!next.sameMarkup(node)) return false;
      const lines = partedOf(now);
      if (lines !== parted) {
        parted = lines;
        drawn = null;
        draw();
      }
      return true;
    };
    return { dom, update, destroy: watch(draw), ignoreMutation: () => true };
  };
}

/** Where the page parts its text into lines (printed-lines.ts): offsets with commas; '' nowhere. */
function partedOf(decorations: readonly Decoration[]): string {
  return decorations.map(({ spec }) => (spec as Readonly<Record<string, unknown>>)[PARTED]).find((parted) => typeof parted === 'string') ?? '';
}

/** A text with line ends at these offsets. */
function inLines(text: string, parted: string): string {
  if (parted === '') return text;
  const ends = [0, ...parted.split(',').map(Number), text.length];
  return ends.slice(1).map((end, i) => text.slice(ends[i], end)).join('\n');
}

/** Backspace right after a field that has a value: the value as plain text. */
export function plainField(meeting: () => Meeting): Command {
  return (state, dispatch) => {
    const { selection } = state;
    if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
    const before = selection.$cursor.nodeBefore;
    if (before === null || before.type !== schema.nodes.field) return false;
    const { text, empty } = shown(before, meeting());
    if (empty) return false;
    const to = selection.$cursor.pos;
    dispatch?.(state.tr.replaceWith(to - before.nodeSize, to, schema.text(text, before.marks)).scrollIntoView());
    return true;
  };
}
