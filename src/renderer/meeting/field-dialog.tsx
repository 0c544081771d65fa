// 插入 › 会议信息项: a value of the meeting record in one of its forms. It follows the
// record wherever it stands; Backspace behind it makes it plain text. On a value that
// is selected it changes which one, and how it is written.
import { useState } from 'react';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema, type FieldAttrs } from '../../core/model/schema';
import { LABEL } from '../editor/text-view';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { changeAtom, selectedAtom } from '../structure/selected-atom';
import { fieldChoices } from './field-choice';
import { submitOnEnter } from '../structure/submit-on-enter';

export const FieldDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <FieldForm workspace={workspace} session={session} />;
};

function insertField(view: EditorView, attrs: FieldAttrs): void {
  const { selection } = view.state;
  // Over a selected atom it takes its place; words are replaced as by typing.
  const tr = selection instanceof NodeSelection ? view.state.tr.replaceWith(selection.from, selection.to, schema.nodes.field.create(attrs)) : view.state.tr.replaceSelectionWith(schema.nodes.field.create(attrs), true);
  view.dispatch(tr.scrollIntoView().setMeta(LABEL, '会议信息项'));
}

function FieldForm({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const [choices] = useState(() => fieldChoices(session.pkg.meeting));
  const [atom] = useState(() => selectedAtom(workspace, schema.nodes.field));
  const old = atom === null ? null : (atom.attrs as FieldAttrs);
  const [path, setPath] = useState(old?.path ?? choices[0]?.path ?? '');
  const forms = choices.find((choice) => choice.path === path)?.forms ?? [];
  const [form, setForm] = useState(old?.form ?? forms[0]?.form ?? '');
  const submit = (): void => {
    const view = workspace.texts.active?.view;
    workspace.dialog.set(null);
    if (atom !== null) {
      if (old?.path !== path || old.form !== form) changeAtom(atom, { path, form }, '改会议信息项');
    } else if (view?.editable === true) insertField(view, { path, form });
  };
  return (
    <Dialog
      workspace={workspace}
      title="会议信息项"
      width={520}
      onSubmit={submit}
      foot={(
        <>
          <span className="rest">会议信息改了，它跟着改；在它后面按退格键变成普通文字。</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main">{atom === null ? '插入' : '确定'}</button>
        </>
      )}
    >
      <div className="form-rows" onKeyDown={submitOnEnter}>
        <label htmlFor="field-path">哪一项</label>
        <select
          id="field-path"
          data-first
          value={path}
          onChange={(event) => {
            setPath(event.target.value);
            setForm(choices.find((choice) => choice.path === event.target.value)?.forms[0]?.form ?? '');
          }}
        >
          {choices.map((choice) => <option key={choice.path} value={choice.path}>{choice.name}</option>)}
        </select>
        <label htmlFor="field-form">写法</label>
        <select id="field-form" value={form} onChange={(event) => setForm(event.target.value)}>
          {forms.map((each) => <option key={each.form} value={each.form}>{each.text}</option>)}
        </select>
      </div>
    </Dialog>
  );
}
