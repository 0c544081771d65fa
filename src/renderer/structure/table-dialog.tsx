// 插入 › 表格: how many rows and columns.
import { useState } from 'react';
import { LABEL } from '../editor/text-view';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { MOST_COLUMNS, MOST_ROWS, insertTable } from './table-commands';

/** A whole number within bounds, or null. */
function read(text: string, most: number): number | null {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return value >= 1 && value <= most ? value : null;
}

export const TableDialog: DialogContent = ({ workspace }) => {
  const [rows, setRows] = useState('3');
  const [columns, setColumns] = useState('3');
  const [said, setSaid] = useState<string | null>(null);
  const submit = (): void => {
    const [height, width] = [read(rows, MOST_ROWS), read(columns, MOST_COLUMNS)];
    const view = workspace.texts.active?.view;
    if (height === null || width === null) {
      setSaid(`行数 1 到 ${MOST_ROWS}，列数 1 到 ${MOST_COLUMNS}。`);
      return;
    }
    workspace.dialog.set(null);
    if (view?.editable === true) insertTable(height, width)(view.state, (tr) => view.dispatch(tr.setMeta(LABEL, '插入表格')));
  };
  return (
    <Dialog
      workspace={workspace}
      title="表格"
      width={400}
      onSubmit={submit}
      foot={(
        <>
          <span className="rest" role="status">{said}</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main">插入</button>
        </>
      )}
    >
      <div className="form-rows">
        <label htmlFor="table-rows">行数</label>
        <input id="table-rows" type="text" inputMode="numeric" data-first autoComplete="off" value={rows} onChange={(event) => setRows(event.target.value)} onFocus={(event) => event.target.select()} />
        <label htmlFor="table-columns">列数</label>
        <input id="table-columns" type="text" inputMode="numeric" autoComplete="off" value={columns} onChange={(event) => setColumns(event.target.value)} onFocus={(event) => event.target.select()} />
      </div>
    </Dialog>
  );
};
