// 报纸信息: what the shown newspaper edition prints around its articles. Set with
// 完成 as one undoable change.
import { useId, useState } from 'react';
import type { Edition } from '../../core/model/package';
import type { PackageChange } from '../../core/model/change';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { shownPaper } from './shown-paper';
import { PAPER_LINES, paperForm, readPaper, type PaperForm, type PaperLine } from './paper-lines';

export const PaperDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const edition = shownPaper(workspace);
  return session === null || edition === null ? null : <Form workspace={workspace} session={session} edition={edition} />;
};

function Form({ workspace, session, edition }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly edition: Edition }) {
  const [form, setForm] = useState<PaperForm>(() => paperForm(edition));
  const [wrong, setWrong] = useState<{ readonly key: keyof PaperForm; readonly reason: string } | null>(null);
  const readOnly = session.opened.readOnly !== null;
  const done = (): void => {
    const read = readPaper(form, edition.paper);
    if (!read.ok) {
      setWrong(read);
      return;
    }
    const changes: PackageChange[] = [];
    const set = (key: 'paper' | 'date', from: unknown, to: unknown): void => {
      if (JSON.stringify(from) !== JSON.stringify(to)) changes.push({ kind: 'set', path: `editions/${edition.id}/${key}`, from, to });
    };
    set('paper', edition.paper, read.paper);
    set('date', edition.date, read.date);
    if (changes.length > 0 && !readOnly) session.change(changes, '报纸信息');
    workspace.dialog.set(null);
  };
  return (
    <Dialog
      workspace={workspace}
      title={`报纸信息：${edition.name}`}
      width={640}
      onSubmit={done}
      foot={(
        <>
          <span className="rest">{readOnly ? '这份文稿包只读，不能改。' : '报头、报眉印这些；空着的不印。'}</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main" disabled={readOnly}>完成</button>
        </>
      )}
    >
      <div className="meeting">
        {PAPER_LINES.map((line) => (
          <Line
            key={line.key}
            line={line}
            value={form[line.key]}
            readOnly={readOnly}
            wrong={wrong?.key === line.key ? wrong.reason : null}
            change={(value) => {
              setWrong(null);
              setForm({ ...form, [line.key]: value });
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface LineProps {
  readonly line: PaperLine;
  readonly value: string;
  readonly readOnly: boolean;
  readonly wrong: string | null;
  readonly change: (value: string) => void;
}

function Line({ line, value, readOnly, wrong, change }: LineProps) {
  const id = useId();
  return (
    <div className="line">
      <label htmlFor={id}>{line.name}</label>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={line.hint}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-said`}
        onChange={(event) => change(event.target.value)}
      />
      {wrong !== null && <small id={`${id}-said`} className="wrong" role="alert">{wrong}</small>}
    </div>
  );
}
