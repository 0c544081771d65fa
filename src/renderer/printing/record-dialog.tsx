// 打印记录: what was printed and exported, the newest first. One entry beside today's
// text shows which pages changed since, line by line; only those can be printed
// again: the night before the plenary nobody carries all of them.
import { useCallback, useEffect, useState } from 'react';
import { changedPages, type ChangedPage, type PageChanges } from '../../core/display/changed-pages';
import type { PrintedPage } from '../../core/display/page-lines';
import { traceLine } from '../../core/model/trace-line';
import type { PrintEntry } from '../../ipc/printing';
import { Sheet } from '../saving/sheet';
import { dayAndTime } from '../saving/when';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { DialogContent } from '../shell/dialog-content';
import { walkList } from '../shell/walk-list';
import { goToPrinted } from './go-to-printed';
import { entryText, printDialog } from './printing';

/** Subject `last`: the last printing is compared at once. */
export const RecordDialog: DialogContent = ({ workspace, subject }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <Record workspace={workspace} session={session} compareLast={subject === 'last'} />;
};

interface Compared {
  readonly entry: string;
  readonly now: readonly PrintedPage[];
  readonly changes: PageChanges;
}

function Record({ workspace, session, compareLast }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly compareLast: boolean }) {
  const { document } = session.opened;
  const [entries, setEntries] = useState<readonly PrintEntry[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [comparing, setComparing] = useState<string | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const entry = entries?.find(({ id }) => id === chosen) ?? entries?.[0] ?? null;
  const shown = compared?.entry === entry?.id ? compared : null;

  const compare = useCallback(async ({ id, edition, draft }: PrintEntry): Promise<void> => {
    setComparing(id);
    const [then, now] = await Promise.all([workspace.api.printedPages(document, id), workspace.api.pagesNow({ document, version: session.version, edition, draft })]);
    setComparing(null);
    if (!then.ok) workspace.files.fail(then);
    else if (!now.ok) workspace.files.fail(now);
    else setCompared({ entry: id, now: now.value, changes: changedPages(then.value, now.value) });
  }, [workspace, session, document]);

  useEffect(() => {
    void workspace.api.printRecord(document).then((answer) => {
      if (!answer.ok) {
        workspace.files.fail(answer);
        return;
      }
      setEntries(answer.value);
      const last = answer.value.find(({ kind }) => kind === 'print') ?? answer.value[0];
      if (!compareLast || last === undefined) return;
      setChosen(last.id);
      void compare(last);
    });
  }, [workspace, document, compareLast, compare]);

  const saveText = async ({ id }: PrintEntry): Promise<void> => {
    const answer = await workspace.api.savePrinted(document, id);
    if (!answer.ok) workspace.files.fail(answer);
    else if (answer.value !== null) workspace.notices.tell('done', `打印时的文稿已另存为 ${answer.value}。`);
  };
  const goTo = (page: number, line: number): void => {
    if (shown === null) return;
    const lines = shown.now.flatMap((each) => each.lines);
    const before = shown.now.slice(0, page).reduce((sum, each) => sum + each.lines.length, 0);
    void goToPrinted(workspace, traceLine(lines, before + line - 1, session.pkg.articles));
  };
  const changed = shown?.changes.pages ?? [];
  return (
    <Sheet
      workspace={workspace}
      title="打印记录"
      note="每次打印、导出都记下当时的文字，存在这台电脑上，不写进文稿包。"
      foot={(
        <>
          <button type="button" className="button" disabled={entry === null} onClick={() => entry !== null && void saveText(entry)}>另存当时的文稿…</button>
          <button type="button" className="button" disabled={entry === null} onClick={() => entry !== null && workspace.dialog.set(`go-to:${entry.id}`)}>转到…</button>
          <span className="rest" />
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>关闭</button>
          <button type="button" className="button" disabled={entry === null || comparing !== null} onClick={() => entry !== null && void compare(entry)}>与现在相比</button>
          <button
            type="button"
            className="button main"
            disabled={entry === null || changed.length === 0}
            onClick={() => entry !== null && workspace.dialog.set(printDialog({ edition: entry.edition, draft: entry.draft, pages: changed.map(({ page }) => page) }))}
          >
            只印改动页
          </button>
        </>
      )}
    >
      <nav className="found" aria-label="打印记录">
        {entries?.length === 0 && <p className="small">还没有打印过，也没有导出过。</p>}
        <ul onKeyDown={(event) => walkList(event)}>
          {entries?.map((each, index) => (
            <li key={each.id}>
              <button type="button" className="plain" autoFocus={index === 0} aria-current={each.id === entry?.id} onClick={() => setChosen(each.id)}>
                <b>{dayAndTime(each.at)} · {each.stage ?? '没有稿次'}</b>
                <small>{entryText(each, session.pkg)}</small>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {entry === null ? <p className="quiet wait">{entries === null ? '正在查找…' : ''}</p> : comparing !== null ? <p className="quiet wait" role="status">正在排出现在的版面…</p> : shown === null ? (
        <p className="quiet wait">选“与现在相比”，看这一次以后改了哪几页。</p>
      ) : (
        <section className="changed" aria-label="改动的页">
          <p role="status">{summary(shown)}</p>
          {changed.map((page) => <Page key={page.page} page={page} goTo={(line) => goTo(page.page, line)} />)}
        </section>
      )}
    </Sheet>
  );
}

/** 一共 26 页，改动 3 页：第 2、5、6 页。 */
function summary({ now, changes: { pages, dropped } }: Compared): string {
  const gone = dropped === 0 ? '' : `原来最后 ${dropped} 页没有了，请收回。`;
  if (pages.length === 0) return `一共 ${now.length} 页，都没有改动。${gone}`;
  return `一共 ${now.length} 页，改动 ${pages.length} 页：第 ${pages.map(nameOf).join('、')} 页。${gone}`;
}

function nameOf({ label, page }: ChangedPage): string {
  return label === '' ? String(page + 1) : label;
}

function Page({ page, goTo }: { readonly page: ChangedPage; readonly goTo: (line: number) => void }) {
  return (
    <article>
      <h3>第 {nameOf(page)} 页</h3>
      <ul onKeyDown={(event) => walkList(event)}>
        {page.lines.map(({ line, text, kind }) => (
          <li key={line}>
            <button type="button" className="plain" onClick={() => goTo(line)}>
              <b className="tag">{kind === 'new' ? '改' : '移'}</b>
              <small>第 {line} 行</small>
              <span className={kind === 'new' ? 'new' : ''}>{text}</span>
            </button>
          </li>
        ))}
        {page.gone.map((text, index) => (
          <li key={`gone ${index}`} className="gone">
            <b className="tag">删</b>
            <small>原来</small>
            <s>{text}</s>
          </li>
        ))}
      </ul>
    </article>
  );
}
