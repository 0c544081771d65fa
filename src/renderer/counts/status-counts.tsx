// Counts in the status row (W17): the article with its target, the section of the
// caret with its own, the selection, how long it is to read, which page, what is
// open. A click on the counts opens 字数与目标.
import { useMemo } from 'react';
import { sectionTargets } from '../../core/model/targets';
import { countDoc, countSpoken } from '../panels/count-words';
import { entryAt, outlineEntries } from '../panels/outline-entries';
import { countTasks } from '../panels/task-list';
import { useSettled } from '../panels/use-settled';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { useSelectedWords } from './use-selected-words';

const number = (value: number): string => value.toLocaleString('zh-CN');
const withTarget = (words: string, target: number | null): string => (target === null ? words : `${words}（目标 ${number(target)}）`);

/** Minutes that a text takes to read aloud; at least one. */
export function readingMinutes(words: number, rate: number): number {
  return Math.max(1, Math.round(words / rate));
}

export function StatusCounts({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const pkg = useSettled(workspace, session);
  const shown = useWatched(workspace.article);
  const { readingRate } = useWatched(workspace.settings.settings);
  const selected = useSelectedWords(workspace);
  const { meeting } = pkg;
  const article = pkg.articles.find(({ id }) => id === shown);
  const doc = article?.doc ?? null;
  const entries = useMemo(() => (doc === null ? [] : outlineEntries(doc, meeting)), [doc, meeting]);
  const at = useSelected(workspace.places.caret, (caret) => (caret?.article === shown && caret.field === null ? entryAt(entries, caret.block) : -1));
  const targets = shown === null ? undefined : pkg.targets?.[shown];
  const ofSections = useMemo(() => sectionTargets(targets, entries.map(({ title }) => title)), [targets, entries]);
  const section = entries[at];
  return (
    <>
      <button type="button" className="plain counts" title="字数与目标（点开设目标字数）" onClick={() => workspace.dialog.set('counts')}>
        <span>全文 {withTarget(`${number(doc === null ? 0 : countDoc(doc, meeting))} 字`, targets?.words ?? null)}</span>
        {section !== undefined && <span>本节 {withTarget(number(section.words), ofSections[at] ?? null)}</span>}
        {selected > 0 && <span>选中 {number(selected)}</span>}
      </button>
      <span>宣读约 {readingMinutes(doc === null ? 0 : countSpoken(doc, meeting), readingRate)} 分钟</span>
      <PageNumber workspace={workspace} />
      <span>待办 {countTasks(pkg)}</span>
    </>
  );
}

/** The page of the caret; where its edition does not have it, the page in view. */
function PageNumber({ workspace }: { readonly workspace: Workspace }) {
  const pages = useSelected(workspace.feed.pages, (all) => all?.pages.length ?? null);
  const inView = useWatched(workspace.page);
  const ofCaret = useSelected(workspace.places.line, (line) => line?.page ?? null);
  return <span>{pages === null ? '正在排版…' : `第 ${Math.min((ofCaret ?? inView) + 1, pages)} / ${pages} 页`}</span>;
}
