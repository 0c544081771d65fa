// The right pane: tabs of the editions, the pages of the one shown, the lists of
// what layout says and of what is still open below them.
import type { Diagnostic } from '../../core/diagnostic';
import type { Edition, EditionKind } from '../../core/model/package';
import { LowerPane } from '../panels/lower-pane';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Splitter } from '../shell/splitter';
import { PageStack } from './page-stack';
import { ZoomChoice } from './zoom-choice';

const KINDS: readonly (readonly [EditionKind, string])[] = [['booklet', '单行本'], ['newspaper', '报纸'], ['speech', '大字稿']];
const NONE: readonly Diagnostic[] = [];

export function PagePane({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const diagnostics = useSelected(workspace.feed.pages, (pages) => pages?.diagnostics ?? NONE);
  const shown = useWatched(workspace.edition);
  const editions = useSelected(session.state, ({ pkg }) => pkg.editions);
  const lowerHeight = useSelected(workspace.panes.layout, (layout) => layout.lowerHeight);
  const edition = editions.find(({ id }) => id === shown);
  return (
    <aside className="pane" aria-label="版面">
      <Tabs workspace={workspace} editions={editions} edition={edition} />
      {edition !== undefined && <PageStack key={edition.id} workspace={workspace} isSheet={edition.master.kind === 'sheet'} />}
      <Splitter panes={workspace.panes} side="lowerHeight" sign={-1} name="下栏高度" />
      <section className="lower" style={{ height: lowerHeight }}>
        <LowerPane workspace={workspace} session={session} diagnostics={diagnostics} />
      </section>
    </aside>
  );
}

interface TabsProps {
  readonly workspace: Workspace;
  readonly editions: readonly Edition[];
  readonly edition: Edition | undefined;
}

function Tabs({ workspace, editions, edition }: TabsProps) {
  const count = useSelected(workspace.feed.pages, (pages) => pages?.pages.length ?? null);
  const page = useWatched(workspace.page);
  const ofKind = editions.filter(({ kind }) => kind === edition?.kind);
  return (
    <div className="tabs">
      <div className="row" role="tablist" aria-label="版式">
        {KINDS.map(([kind, name]) => {
          const first = editions.find((candidate) => candidate.kind === kind);
          return (
            first !== undefined && (
              <button key={kind} type="button" role="tab" className="plain" aria-selected={edition?.kind === kind} onClick={() => workspace.chooseEdition(first.id)}>
                {name}
              </button>
            )
          );
        })}
      </div>
      <span className="rest">
        {ofKind.length > 1 && edition !== undefined && (
          <select aria-label="哪一份" value={edition.id} onChange={(event) => workspace.chooseEdition(event.target.value)}>
            {ofKind.map(({ id, name }) => (
              <option key={id} value={id}>{name}</option>
            ))}
          </select>
        )}
        <ZoomChoice panes={workspace.panes} />
        <span>{count === null ? '正在排版…' : `${Math.min(page + 1, count)} / ${count} 页`}</span>
      </span>
    </div>
  );
}
