// Keys and clicks of what stands in the text but is no text: Enter or a double click
// opens the box of a 待填, a 名词解释 or a value of the meeting record; one click on such a
// value is a click on words, which puts the caret beside them. Tab walks a
// table's cells, Enter in a cell makes a line. In front of the article's own keys;
// never while composing, for ProseMirror runs no key then.
import { keymap } from 'prosemirror-keymap';
import { NodeSelection, Plugin, TextSelection, type Command, type Selection } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { schema } from '../../core/model/schema';
import { hardBreak } from '../editor/text-commands';
import { cellAt, clearCells, emptyCells, walkCells } from './table-commands';

/** Ids of the boxes (shell/dialogs.tsx) by the atom that they are for. */
function boxOf(node: Node): string | null {
  if (node.type === schema.nodes.placeholder) return 'placeholder';
  if (node.type === schema.nodes.field) return 'field';
  return node.type === schema.nodes.note ? 'note' : null;
}

/** Whether a point in words over several lines is nearer to their first letter than to their end, as the line runs. */
function nearerStart(lines: readonly DOMRect[], { clientX, clientY }: MouseEvent): boolean {
  const whole = lines.reduce((sum, { width }) => sum + width, 0);
  const at = lines.findIndex(({ top, bottom }) => clientY >= top && clientY < bottom);
  const before = lines.slice(0, Math.max(0, at)).reduce((sum, { width }) => sum + width, 0);
  return before + clientX - (lines[at] ?? lines[0])!.left < whole / 2;
}

/** An atom of the text is selected alone, or stands at an end of the words that are. */
function beginsOrEndsWithAtom(selection: Selection): boolean {
  if (selection instanceof NodeSelection) return selection.node.isInline;
  const isAtom = (node: Node | null): boolean => node !== null && node.isInline && node.isAtom && !node.isText;
  return !selection.empty && (isAtom(selection.$from.nodeAfter) || isAtom(selection.$to.nodeBefore));
}

/** For texts and fields: what opens the boxes. */
export function atomKeys(open: (dialog: string) => void): readonly Plugin[] {
  const enter: Command = (state) => {
    const box = state.selection instanceof NodeSelection ? boxOf(state.selection.node) : null;
    if (box === null) return false;
    open(box);
    return true;
  };
  return [
    keymap({ Enter: enter }),
    new Plugin({
      props: {
        handleDOMEvents: {
          // The browser composes nothing over an element that cannot be edited: what is selected gives way first, as to a
          // letter that is typed. The change belongs to the composition, so that one step of undo takes back both.
          compositionstart(view) {
            const { selection } = view.state;
            if (!beginsOrEndsWithAtom(selection)) return false;
            const tr = view.state.tr.deleteSelection();
            view.dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.from)));
            return false;
          },
        },
        // A value of the record looks like words, and may be a whole line: selected by a click, the next letter would take its place.
        handleClickOn(view, _pos, node, nodePos, event, direct) {
          if (!direct || node.type !== schema.nodes.field || event.button !== 0 || event.shiftKey) return false;
          const dom = view.nodeDOM(nodePos);
          const isBefore = dom instanceof Element && nearerStart([...dom.getClientRects()], event);
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, nodePos + (isBefore ? 0 : node.nodeSize))));
          return true;
        },
        handleDoubleClickOn(view, _pos, node, nodePos, _event, direct) {
          const box = direct && view.editable && !view.composing ? boxOf(node) : null;
          if (box === null) return false;
          view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodePos)));
          open(box);
          return true;
        },
      },
    }),
  ];
}

const inCell = (command: Command): Command => (state, dispatch, view) => cellAt(state.selection.$head) !== null && command(state, dispatch, view);

/** For an article's text. */
export function tableKeys(): readonly Plugin[] {
  return [
    keymap({ Tab: walkCells(1), 'Shift-Tab': walkCells(-1), Enter: inCell(hardBreak), Backspace: emptyCells, Delete: emptyCells }),
    new Plugin({
      props: {
        handleTextInput(view, _from, _to, text) {
          const tr = view.state.tr;
          if (view.composing || !clearCells(tr)) return false;
          view.dispatch(tr.insertText(text));
          return true;
        },
        handleDOMEvents: {
          compositionstart(view) {
            const tr = view.state.tr;
            if (clearCells(tr)) view.dispatch(tr);
            return false;
          },
        },
      },
    }),
  ];
}
