// 最近文件: the last four with their first page, the rest as rows. Delete takes one
// off the list, as its menu does.
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { RecentFile } from '../../ipc/recent';
import { dayAndTime } from '../saving/when';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';

/** Shown with a picture. */
const PICTURED = 4;

export function RecentList({ workspace }: { readonly workspace: Workspace }) {
  const files = useWatched(workspace.recent.files);
  if (files.length === 0) return <p className="none-recent">打开过的文稿会列在这里，带着首页的小样。</p>;
  return (
    <section className="recent" aria-label="最近文件">
      <h2>最近文件</h2>
      <ul className="pictures">
        {files.slice(0, PICTURED).map((file) => (
          <Entry key={file.id} workspace={workspace} file={file}>
            <Picture file={file} />
            <b>{nameOf(file)}</b>
            <small>{file.isGone ? '找不到了' : file.folder}</small>
            <small>{dayAndTime(file.at)}</small>
          </Entry>
        ))}
      </ul>
      {files.length > PICTURED && (
        <ul className="rows">
          {files.slice(PICTURED).map((file) => (
            <Entry key={file.id} workspace={workspace} file={file}>
              <span>{nameOf(file)}</span>
              <small>{file.isGone ? '找不到了' : file.folder}</small>
              <small>{dayAndTime(file.at)}</small>
            </Entry>
          ))}
        </ul>
      )}
    </section>
  );
}

function nameOf({ name }: RecentFile): string {
  return name.replace(/\.banxin$/i, '');
}

interface EntryProps {
  readonly workspace: Workspace;
  readonly file: RecentFile;
  readonly children: ReactNode;
}

function Entry({ workspace, file, children }: EntryProps) {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    void workspace.recent.forget(file.id);
  };
  return (
    <li className={file.isGone ? 'gone' : ''}>
      <button type="button" className="plain" title={`${file.folder}\n${file.name}`} onKeyDown={onKey} onClick={() => void workspace.files.take(workspace.api.openRecent(file.id))}>
        {children}
      </button>
      <button type="button" className="plain forget" aria-label={`从最近文件中移去${file.name}`} title="从最近文件中移去（文件不会删除）" onClick={() => void workspace.recent.forget(file.id)}>
        移去
      </button>
    </li>
  );
}

function Picture({ file: { thumbnail } }: { readonly file: RecentFile }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (thumbnail === null) return;
    // Structured clone gives a view on bytes of its own.
    const made = URL.createObjectURL(new Blob([thumbnail.slice().buffer], { type: 'image/png' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [thumbnail]);
  return <span className="first-page">{url === null ? <i>文稿包</i> : <img src={url} alt="" />}</span>;
}
