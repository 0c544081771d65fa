// The atom that is selected in the text with the caret, for the box that changes it;
// and the change itself, one step of undo.
import type { Attrs, NodeType } from 'prosemirror-model';
import { NodeSelection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { LABEL } from '../editor/text-view';
import type { Workspace } from '../session/workspace';

export interface SelectedAtom {
  readonly view: EditorView;
  readonly pos: number;
  readonly attrs: Attrs;
}

/** null where nothing of the type is selected. */
export function selectedAtom(workspace: Workspace, type: NodeType): SelectedAtom | null {
  const view = workspace.texts.active?.view;
  if (view === undefined || !(view.state.selection instanceof NodeSelection)) return null;
  const { node, from } = view.state.selection;
  return node.type === type ? { view, pos: from, attrs: node.attrs } : null;
}

/** Gives the atom other attributes; it stays selected. */
export function changeAtom({ view, pos }: SelectedAtom, attrs: Attrs, label: string): void {
  if (!view.editable) return;
  const tr = view.state.tr.setNodeMarkup(pos, null, attrs);
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)).setMeta(LABEL, label));
}

export function deleteAtom({ view, pos }: SelectedAtom, label: string): void {
  if (!view.editable) return;
  const tr = view.state.tr.delete(pos, pos + 1);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, pos)).setMeta(LABEL, label));
}
