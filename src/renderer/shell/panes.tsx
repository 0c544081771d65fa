// The three panes with movable splitters: 稿件与结构, the writing area, the pages.
import { useEffect, useRef, type CSSProperties } from 'react';
import { ArticleEditor } from '../editor/article-editor';
import { faceVariables, roleVariables } from '../editor/edition-faces';
import { FindBar } from '../find/find-bar';
import { useFindingMarks } from '../panels/finding-marks';
import { OriginalPane } from '../import-review/original-pane';
import { LastYearPane } from '../last-year/last-year-pane';
import { useIsWide } from '../last-year/use-is-wide';
import { Navigation } from '../panels/navigation';
import { PagePane } from '../preview/page-pane';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Splitter } from './splitter';
import { ToolRow } from './tool-row';

/** CSS pixels: at 1366 and 200 % the window has 683. */
const LEAST_NAV = 112;
const LEAST_WRITING = 300;
const LEAST_SIDE = 240;

export function Panes({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const layout = useWatched(workspace.panes.layout);
  const original = useWatched(workspace.imports.originalShown);
  const lastYear = useWatched(workspace.lastYearShown);
  // Where there is room it stands beside the pages, else in their place.
  const isBeside = useIsWide() && lastYear;
  useFindingMarks(workspace);
  const { navWidth, pagesWidth, navFolded, pagesFolded, swapped } = layout;
  // Where the window is narrow, or its text large, the panes give way as far as each stays usable.
  const wide = `minmax(${LEAST_WRITING}px, 1fr)`;
  const narrow = `minmax(${LEAST_SIDE}px, ${pagesWidth}px)`;
  const columns = [navFolded ? '' : `minmax(${LEAST_NAV}px, ${navWidth}px) 0`, pagesFolded ? 'minmax(0, 1fr)' : swapped ? `${narrow} ${isBeside ? `${wide} ` : ''}0 ${wide}` : `${wide} ${isBeside ? `${wide} ` : ''}0 ${narrow}`].join(' ');
  return (
    <div className="panes" style={{ gridTemplateColumns: columns }}>
      {!navFolded && (
        <>
          <Navigation workspace={workspace} session={session} />
          <Splitter panes={workspace.panes} side="navWidth" sign={1} name="左栏宽度" />
        </>
      )}
      <Writing workspace={workspace} session={session} />
      {isBeside && !pagesFolded && <LastYearPane workspace={workspace} session={session} />}
      {!pagesFolded && (
        <>
          <Splitter panes={workspace.panes} side="pagesWidth" sign={swapped ? 1 : -1} name="版面宽度" />
          {lastYear && !isBeside ? <LastYearPane workspace={workspace} session={session} /> : original ? <OriginalPane workspace={workspace} session={session} /> : <PagePane workspace={workspace} session={session} />}
        </>
      )}
    </div>
  );
}

function Writing({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const shown = useWatched(workspace.article);
  const inPlace = useWatched(workspace.inPlace);
  const editionId = useWatched(workspace.edition);
  const edition = session.pkg.editions.find(({ id }) => id === editionId);
  const faces = useWatched(workspace.faces).find((candidate) => candidate.edition === edition?.kind)?.faces ?? [];
  const article = session.pkg.articles.find(({ id }) => id === shown);
  const desk = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Another article begins at its top, unless a place in it was asked for.
    desk.current?.scrollTo(0, 0);
    workspace.places.takePending();
  }, [workspace, shown]);
  return (
    <main className="pane" aria-label="写作区">
      {/* The text's own headings come below one of the window's. */}
      <h2 className="unseen">写作区</h2>
      <ToolRow workspace={workspace} />
      <FindBar workspace={workspace} session={session} />
      <div ref={desk} className="desk" style={(edition === undefined ? {} : { ...roleVariables(faces), ...faceVariables(edition.look) }) as CSSProperties}>
        {article === undefined ? <p className="quiet">这个文稿包里没有稿件。</p> : inPlace === article.id ? <p className="quiet">这一篇正在排版台上改。</p> : <ArticleEditor key={article.id} workspace={workspace} session={session} article={article} />}
      </div>
    </main>
  );
}
