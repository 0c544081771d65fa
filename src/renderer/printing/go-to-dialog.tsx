// 转到 (Ctrl+G): somebody on the telephone says 第7页第12行 of the draft in his hand.
// Which printing that is, is chosen (the last by default; the 改稿本 as it would be
// printed now where nothing was printed here, for a draft from another computer).
// The line as it was printed is shown while the address is typed, with what became
// of it; Enter goes to its words in today's text.
import { useEffect, useMemo, useState } from 'react';
import type { PrintedLine, PrintedPage } from '../../core/display/page-lines';
import { readLineAddress } from '../../core/model/line-address';
import { USUAL_DRAFT } from '../../core/model/draft-wish';
import { DRAFT } from '../../core/model/editions';
import { traceLine, type Traced } from '../../core/model/trace-line';
import type { PrintEntry } from '../../ipc/printing';
import { dayAndTime } from '../saving/when';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { goToPrinted } from './go-to-printed';
import { entryText } from './printing';

export const GoToDialog: DialogContent = ({ workspace, subject }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <GoTo workspace={workspace} session={session} first={subject} />;
};

/** In the list of printings: the 改稿本 as it would be printed now. */
const NOW = 'now';

type Found =
  | { readonly ok: true; readonly line: PrintedLine; readonly traced: Traced }
  | { readonly ok: false; readonly said: string };

const SAID: Readonly<Record<Traced['kind'], string>> = {
  same: '这一行的文字没有改过。', changed: '这一行改过了，转到现在的文字。', gone: '这一行已经删去，转到离它最近的一行。',
};

function GoTo({ workspace, session, first }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly first: string | null }) {
  const { document } = session.opened;
  const [entries, setEntries] = useState<readonly PrintEntry[] | null>(null);
  const [chosen, setChosen] = useState(first);
  const [pages, setPages] = useState<{ readonly entry: string; readonly pages: readonly PrintedPage[] } | null>(null);
  const [address, setAddress] = useState('');
  // What was printed last is in people's hands; an export alone may be too.
  const entry = chosen === NOW ? null : (entries?.find(({ id }) => id === chosen) ?? entries?.find(({ kind }) => kind === 'print') ?? entries?.[0] ?? null);
  const id = entry?.id ?? (entries === null ? null : NOW);

  useEffect(() => {
    void workspace.api.printRecord(document).then((answer) => {
      if (answer.ok) setEntries(answer.value);
      else workspace.files.fail(answer);
    });
  }, [workspace, document]);
  useEffect(() => {
    let isOver = false;
    if (id !== null) {
      const now = { document, version: session.version, edition: DRAFT, draft: { ...USUAL_DRAFT, article: workspace.article.get() } };
      void (id === NOW ? workspace.api.pagesNow(now) : workspace.api.printedPages(document, id)).then((answer) => {
        if (isOver) return;
        if (answer.ok) setPages({ entry: id, pages: answer.value });
        else workspace.files.fail(answer);
      });
    }
    return () => {
      isOver = true;
    };
  }, [workspace, session, document, id]);

  const printed = pages?.entry === id ? pages.pages : null;
  const found = useMemo(() => (printed === null ? null : find(address, printed, session)), [address, printed, session]);
  const go = (): void => {
    if (found?.ok !== true || found.traced.place === null) return;
    void goToPrinted(workspace, found.traced);
  };
  return (
    <Dialog
      workspace={workspace}
      title="转到"
      onSubmit={go}
      foot={(
        <>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main" disabled={found?.ok !== true || found.traced.place === null}>转到</button>
        </>
      )}
    >
      <div className="go-to">
        <label htmlFor="go-to-entry">哪一稿</label>
        <select id="go-to-entry" value={id ?? ''} onChange={(event) => setChosen(event.target.value)}>
          {entries?.map((each) => <option key={each.id} value={each.id}>{dayAndTime(each.at)} · {each.stage ?? '没有稿次'} · {entryText(each, session.pkg)}</option>)}
          {entries !== null && <option value={NOW}>现在的改稿本{entries.length === 0 ? '（这台电脑上还没有打印过）' : ''}</option>}
        </select>
        <label htmlFor="go-to-line">第几页第几行</label>
        <input id="go-to-line" type="text" data-first autoComplete="off" placeholder="第7页第12行，也可写 7.12" value={address} onChange={(event) => setAddress(event.target.value)} />
        <div className="found-line" role="status">
          {found === null ? (id === NOW && <span>正在排出现在的版面…</span>) : found.ok ? (
            <>
              <q>{found.line.text}</q>
              <span>{found.traced.place === null ? '那一稿的文字都已经不在了。' : SAID[found.traced.kind]}</span>
            </>
          ) : <span>{found.said}</span>}
        </div>
      </div>
    </Dialog>
  );
}

function find(address: string, pages: readonly PrintedPage[], session: DocumentSession): Found {
  if (address.trim() === '') return { ok: false, said: '行从每页第一行文字数起，空行不算。' };
  const at = readLineAddress(address);
  if (at === null) return { ok: false, said: '写上页和行，如 第7页第12行。' };
  // The number as printed; pages without one (a cover) are counted from the front.
  const labelled = pages.findIndex(({ label }) => label === String(at.page));
  const index = labelled < 0 ? at.page - 1 : labelled;
  const page = pages[index];
  if (page === undefined) return { ok: false, said: `那一稿没有第 ${at.page} 页：一共 ${pages.length} 页。` };
  const line = page.lines[at.line - 1];
  if (line === undefined) return { ok: false, said: `第 ${at.page} 页只有 ${page.lines.length} 行。` };
  const before = pages.slice(0, index).reduce((sum, { lines }) => sum + lines.length, 0);
  const traced = traceLine(pages.flatMap(({ lines }) => lines), before + at.line - 1, session.pkg.articles);
  return { ok: true, line, traced };
}
