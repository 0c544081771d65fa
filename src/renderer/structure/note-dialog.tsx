// 名词解释: a term and what it means. On an anchor that is selected it changes that
// one; else it puts an anchor behind the caret or the selection, whose words are the
// term. The anchors build the annex 名词解释 of an edition that has one.
import { useState } from 'react';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema, type NoteAttrs } from '../../core/model/schema';
import { LABEL } from '../editor/text-view';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { changeAtom, deleteAtom, selectedAtom } from './selected-atom';

/** Longer words are no term. */
const LONGEST_TERM = 40;

export const NoteDialog: DialogContent = ({ workspace }) => <NoteForm workspace={workspace} />;

function selectedWords(view: EditorView | undefined): string {
  if (view === undefined || !(view.state.selection instanceof TextSelection)) return '';
  const { from, to } = view.state.selection;
  return view.state.doc.textBetween(from, to, '').slice(0, LONGEST_TERM);
}

function insertNote(view: EditorView, attrs: NoteAttrs): void {
  const { to, $to } = view.state.selection;
  const tr = view.state.tr.insert(to, schema.nodes.note.create(attrs, null, $to.marks()));
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, to + 1)).scrollIntoView().setMeta(LABEL, '名词解释'));
}

function NoteForm({ workspace }: { readonly workspace: Workspace }) {
  const [atom] = useState(() => selectedAtom(workspace, schema.nodes.note));
  const view = workspace.texts.active?.view;
  const old = atom === null ? null : (atom.attrs as NoteAttrs);
  const [term, setTerm] = useState(() => old?.term ?? selectedWords(view));
  const [text, setText] = useState(old?.text ?? '');
  const [said, setSaid] = useState<string | null>(null);
  const submit = (): void => {
    const next: NoteAttrs = { term: term.trim(), text: text.trim() };
    if (next.term === '' || next.text === '') {
      setSaid(next.term === '' ? '名词还没有写。' : '解释还没有写。');
      return;
    }
    workspace.dialog.set(null);
    if (atom !== null) {
      if (next.term !== old?.term || next.text !== old.text) changeAtom(atom, next, '改名词解释');
    } else if (view?.editable === true) insertNote(view, next);
  };
  return (
    <Dialog
      workspace={workspace}
      title="名词解释"
      width={520}
      onSubmit={submit}
      foot={(
        <>
          <span className="rest" role="status">{said ?? '印在单行本后面的名词解释里，按出现先后编号。'}</span>
          {atom !== null && (
            <button
              type="button"
              className="button"
              onClick={() => {
                workspace.dialog.set(null);
                deleteAtom(atom, '删除名词解释');
              }}
            >
              删除
            </button>
          )}
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main">确定</button>
        </>
      )}
    >
      <div className="form-rows">
        <label htmlFor="note-term">名词</label>
        <input id="note-term" type="text" data-first={term === '' || undefined} autoComplete="off" value={term} onChange={(event) => setTerm(event.target.value)} />
        <label htmlFor="note-text">解释</label>
        <textarea id="note-text" rows={5} data-first={term !== '' || undefined} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
    </Dialog>
  );
}
