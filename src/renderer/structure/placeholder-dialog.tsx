// 待填: what belongs there, what stood there last year, and a note for whoever fills
// it in. Opened by Enter or a double click on the chip.
import { useState } from 'react';
import { placeholderText } from '../../core/model/placeholder';
import { schema, type PlaceholderAttrs } from '../../core/model/schema';
import { PLACEHOLDER_TYPES, isPlaceholderType } from '../editor/placeholder-types';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { changeAtom, selectedAtom, type SelectedAtom } from './selected-atom';
import { submitOnEnter } from './submit-on-enter';

export const PlaceholderDialog: DialogContent = ({ workspace }) => {
  const [atom] = useState(() => selectedAtom(workspace, schema.nodes.placeholder));
  return atom === null ? (
    <Dialog workspace={workspace} title="待填">先选中一处待填（按 Tab 走到下一处）。</Dialog>
  ) : (
    <PlaceholderForm workspace={workspace} atom={atom} />
  );
};

function PlaceholderForm({ workspace, atom }: { readonly workspace: Workspace; readonly atom: SelectedAtom }) {
  const first = atom.attrs as PlaceholderAttrs;
  const [type, setType] = useState(first.type);
  const [was, setWas] = useState(first.was ?? '');
  const [note, setNote] = useState(first.note ?? '');
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const submit = (): void => {
    const next: PlaceholderAttrs = { type, was: orNull(was), note: orNull(note) };
    workspace.dialog.set(null);
    if (next.type !== first.type || next.was !== first.was || next.note !== first.note) changeAtom(atom, next, '改待填');
  };
  return (
    <Dialog
      workspace={workspace}
      title="待填"
      width={480}
      onSubmit={submit}
      foot={(
        <>
          <span className="rest">选中它直接打字，就填上了。</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main">确定</button>
        </>
      )}
    >
      <div className="form-rows" onKeyDown={submitOnEnter}>
        <label htmlFor="placeholder-type">这里填</label>
        <select id="placeholder-type" value={type} onChange={(event) => isPlaceholderType(event.target.value) && setType(event.target.value)}>
          {PLACEHOLDER_TYPES.map((each) => <option key={each} value={each}>{placeholderText(each, null)}</option>)}
        </select>
        <label htmlFor="placeholder-was">去年</label>
        <input id="placeholder-was" type="text" autoComplete="off" value={was} onChange={(event) => setWas(event.target.value)} />
        <label htmlFor="placeholder-note">说明</label>
        <input id="placeholder-note" type="text" data-first autoComplete="off" placeholder="谁来填，从哪里取" value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
    </Dialog>
  );
}
