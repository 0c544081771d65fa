// 去年对照: last year's article beside this year's, read only, at the paragraph that the
// caret is in; lost words struck here, new ones underlined in the text; how much of each
// paragraph was carried over; sentences taken over whole. In the same place any number of
// 参考资料, searched by words. Last year's text is the version that the draft was made from.
import { Fragment, useMemo, useRef, useState } from 'react';
import { LAST_YEAR } from '../../core/report/roll/version-ids';
import { type BesideRow, reuseWord } from '../../core/report/compare/beside';
import { sharePercent } from '../../core/report/compare/reuse';
import type { Package, Version } from '../../core/model/package';
import { readPackage } from '../../core/model/package-file';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { STATUS_WORDS } from '../compare/status-words';
import { today } from '../templates/today';
import { toggleLastYear } from './last-year-command';
import { putLastYear } from './last-year-text';
import { ReferenceList } from './reference-list';
import { addReference, LAST_YEAR_SOURCE, lastYearAsReference, referencesOf, removeReference } from './references';
import { blockTaken, takeParagraph } from './take-text';
import { type BesideNow, useBeside } from './use-beside';
import { useIsWide } from './use-is-wide';
import { useLevelRows } from './use-level-rows';
import { useNewWords } from './use-new-words';

interface PaneProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
}

const LAST = 'last';
/** All at once. */
const ALL = 'all';

export function LastYearPane({ workspace, session }: PaneProps) {
  const versions = useSelected(session.state, ({ pkg }) => pkg.versions);
  const assets = useSelected(session.state, ({ pkg }) => pkg.assets);
  const last = versions.find(({ id }) => id === LAST_YEAR) ?? null;
  const references = useMemo(() => referencesOf(session.pkg), [session, assets]);
  const [tab, setTab] = useState<string>(LAST);
  const [asked, ask] = useState('');
  const [follows, setFollows] = useState(true);
  const [marks, setMarks] = useState(true);
  const made = useBeside(workspace, session, last);
  useNewWords(workspace, marks && tab === LAST ? made : null);
  const shown = references.find(({ id }) => id === tab);
  const isAll = tab === ALL && references.length > 0;
  const searched = useMemo(() => (isAll ? [...(last === null ? [] : [lastYearAsReference(session.pkg, last)]), ...references] : references.filter(({ id }) => id === tab)), [session, isAll, last, references, tab]);
  const choose = async (): Promise<{ readonly name: string; readonly pkg: Package } | null> => {
    const answer = await workspace.api.chooseCompared();
    if (!answer.ok) workspace.files.fail(answer);
    return !answer.ok || answer.value === null ? null : { name: answer.value.name.replace(/\.[^.]+$/, ''), pkg: readPackage(answer.value.bytes).pkg };
  };
  const chooseLast = async (): Promise<void> => {
    const chosen = await choose();
    if (chosen !== null) session.change([putLastYear(chosen.pkg, today())], '放入去年的文稿');
  };
  const add = async (): Promise<void> => {
    const chosen = await choose();
    if (chosen === null) return;
    const { name, pkg } = chosen;
    const change = await addReference(session.pkg, name, pkg);
    if (change === null) workspace.notices.tell('said', `“${name}”已经在参考资料里。`);
    else {
      const had = new Set(session.pkg.assets.keys());
      session.change([change], '加参考资料');
      // What was asked for is shown.
      const id = [...session.pkg.assets.keys()].find((one) => !had.has(one));
      if (id !== undefined) setTab(id);
    }
  };
  const remove = (id: string): void => {
    const change = removeReference(session.pkg, id);
    if (change !== null) session.change([change], '去掉参考资料');
    setTab(LAST);
  };
  const readOnly = session.opened.readOnly !== null;
  return (
    <aside className="pane last-year" aria-label="去年对照">
      <div className="tabs">
        <div className="row" role="tablist" aria-label="去年与参考资料">
          <button type="button" className="plain" role="tab" aria-selected={searched.length === 0} onClick={() => setTab(LAST)}>去年</button>
          {references.length > 0 && <button type="button" className="plain" role="tab" aria-selected={isAll} onClick={() => setTab(ALL)}>全部资料</button>}
          {references.map(({ id, name }) => <button key={id} type="button" className="plain" role="tab" aria-selected={id === tab} title={name} onClick={() => setTab(id)}>{name}</button>)}
        </div>
        <span className="rest">
          <button type="button" className="button small" disabled={readOnly} onClick={() => void add()}>加参考资料…</button>
          <button type="button" className="button small" onClick={() => toggleLastYear(workspace)}>收起</button>
        </span>
      </div>
      <div className="beside-tools">
        {searched.length === 0 ? (
          <>
            <button type="button" className="button small" aria-pressed={follows} onClick={() => setFollows(!follows)}>随写作区滚动</button>
            <button type="button" className="button small" aria-pressed={marks} onClick={() => setMarks(!marks)}>标出差别</button>
            <span className="quiet">只读</span>
          </>
        ) : (
          <>
            <input type="search" aria-label="在参考资料中查找" placeholder={isAll ? '在去年和所有参考资料中查找' : '在参考资料中查找'} value={asked} onChange={(event) => ask(event.target.value)} />
            {shown !== undefined && references.length > 1 && asked.trim() !== '' && <button type="button" className="button small" onClick={() => setTab(ALL)}>查全部资料</button>}
            {shown !== undefined && <button type="button" className="button small" disabled={readOnly} onClick={() => remove(shown.id)}>去掉这份</button>}
          </>
        )}
      </div>
      {searched.length > 0 ? <ReferenceList key={tab} workspace={workspace} session={session} references={searched} asked={asked} />
        : last === null ? (
          <div className="quiet">
            <p>这份文稿包里没有去年的文字。从“文件 › 从去年的报告开始”做的草稿会带着它；也可以在这里选去年的文件（文稿包、Word 或文本）。</p>
            <button type="button" className="button" disabled={readOnly} onClick={() => void chooseLast()}>选去年的文件…</button>
          </div>
        )
        : made === null ? <p className="quiet" role="status">正在与去年对照…</p>
        : <Rows workspace={workspace} session={session} last={last} made={made} follows={follows} marks={marks} />}
    </aside>
  );
}

interface RowsProps extends PaneProps {
  readonly last: Version;
  readonly made: BesideNow;
  readonly follows: boolean;
  readonly marks: boolean;
}

function Rows({ workspace, session, last, made, follows, marks }: RowsProps) {
  const { article, beside } = made;
  const isWide = useIsWide();
  const box = useRef<HTMLDivElement>(null);
  const caret = useWatched(workspace.places.caret);
  const [listed, list] = useState(false);
  const block = caret?.article === article && caret.field === null ? caret.block : 0;
  const here = beside.rows.findIndex((row) => row.block === block && row.status !== 'gone');
  const sums = beside.sections[beside.rows[here]?.section ?? 0];
  useLevelRows(workspace, made, box, { follows, isWide, caret: block });
  return (
    <>
      {sums !== undefined && <p className="beside-sums">本节比去年　保留 {sums.kept} · 改动 {sums.changed} · 新增 {sums.new} · 删去 {sums.gone} 段 · 沿用 {sharePercent(sums.share)}</p>}
      <p className="beside-sums">
        全文沿用 {sharePercent(beside.whole.share)}
        <button type="button" className="button small" aria-expanded={listed} onClick={() => list(!listed)}>原句照抄（30字以上）{beside.verbatim.length} 句</button>
      </p>
      {listed && (
        <ul className="beside-verbatim" aria-label="原句照抄" tabIndex={0}>
          {beside.verbatim.map(({ text, block: at }, i) => <li key={i}><button type="button" className="plain" onClick={() => workspace.places.goTo({ article, field: null, block: at, offset: 0 })}>{text}</button></li>)}
        </ul>
      )}
      <div ref={box} className={`beside-rows${follows && isWide ? ' level' : ''}`} tabIndex={0} role="region" aria-label="去年的文字">
        {beside.rows.map((row, index) => (
          <div key={index} className={`beside-row${row.isHeading ? ' head' : ''}${index === here ? ' here' : ''}`}>
            <Heat row={row} />
            <div className="words">
              <Words row={row} marks={marks} />
              {row.status === 'gone' && !row.moved && row.was !== null && (
                <button type="button" className="button small" disabled={session.opened.readOnly !== null} onClick={() => takeParagraph(workspace, article, row.block, blockTaken(last, (row.was ?? []).map(({ text }) => text).join(''), LAST_YEAR_SOURCE))}>取来放在这里</button>
              )}
            </div>
          </div>
        ))}
      </div>
    </>
  );
}

/** How much of this year's paragraph was carried over: bar, number and word. */
function Heat({ row: { status, moved, isHeading, share } }: { readonly row: BesideRow }) {
  const isMeasured = status !== 'gone' && !isHeading;
  return (
    <div className="heat">
      {isMeasured && <i aria-hidden="true"><b style={{ height: sharePercent(share) }} /></i>}
      <div>
        {isMeasured && <small>{sharePercent(share)} {reuseWord(share)}</small>}
        {(moved || status !== 'kept') && <b className="tag" data-status={status}>{moved ? (status === 'gone' ? '移走' : '移来') : STATUS_WORDS[status]}</b>}
      </div>
    </div>
  );
}

function Words({ row: { label, was, now }, marks }: { readonly row: BesideRow; readonly marks: boolean }) {
  if (was === null) return <p className="lack">去年没有这一段（今年 {(now ?? []).reduce((sum, { text }) => sum + text.length, 0)} 字）</p>;
  return <p>{label}{was.map(({ text, own }, i) => (own && marks ? <del key={i}>{withNotes(text)}</del> : <span key={i}>{withNotes(text)}</span>))}</p>;
}

/** A note as the small sign that it is in the text, its term for who asks. */
function withNotes(text: string) {
  return text.split(/(〔注：[^〕]*〕)/).map((part, i) => (i % 2 === 1 ? <sup key={i} title={part.slice(1, -1)}>注</sup> : <Fragment key={i}>{part}</Fragment>));
}
