// 两稿对比: two of the text of now, the frozen 稿次 and other files, as 花脸稿 on the pages,
// beside each other, or their changes alone; sections with their status at the left, 修改
// 说明 with a line for each 理由 at the right. What is shown can be written: 花脸稿 as PDF,
// Word's tracked changes, the 修改说明. Nothing here changes the text.
import { useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import { assertNever } from '../../core/assert-never';
import { articlesFor, DEFAULT_PRESET, makeEdition, type EditionPreset } from '../../core/model/editions';
import { readPackage } from '../../core/model/package-file';
import type { Edition, Package } from '../../core/model/package';
import { sharePercent } from '../../core/report/compare/reuse';
import { useWatched } from '../session/observable';
import type { DocumentSession } from '../session/document-session';
import type { Workspace } from '../session/workspace';
import { ComparedColumns } from '../saving/compared-columns';
import { Sheet } from '../saving/sheet';
import type { DialogContent } from '../shell/dialog-content';
import { useShelf } from '../templates/use-shelf';
import { ChangeCards } from './change-cards';
import { ChangedBlocks } from './changed-blocks';
import { columnRows } from './column-rows';
import { type ComparedText, comparedTexts, NOW, shortTitle } from './compared-texts';
import { exportComparison, exportExplained } from './export-comparison';
import { RedlinePages } from './redline-pages';
import { changeWord, STATUS_WORDS } from './status-words';
import { type ComparedNow, type ComparisonState, useComparison } from './use-comparison';

export const CompareDialog: DialogContent = ({ workspace, subject }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <Comparison workspace={workspace} session={session} first={subject} />;
};

const MODES = [['pages', '花脸稿'], ['columns', '左右对照'], ['changes', '只看改动']] as const;
type Mode = (typeof MODES)[number][0];
const FILE = 'file';

interface ComparisonProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  /** Id of the version to begin with. */
  readonly first: string | null;
}

function Comparison({ workspace, session, first }: ComparisonProps) {
  const { pkg } = useWatched(session.state);
  const [files, setFiles] = useState<readonly ComparedText[]>([]);
  // A 理由 changes the package, not the texts: they are compared anew only where articles or record are others.
  const { articles, meeting, versions, stage } = pkg;
  const texts = useMemo(() => comparedTexts(session.pkg, files), [session, articles, meeting, versions, stage, files]);
  const [chosen, choose] = useState<readonly [string, string]>(() => [first ?? pkg.versions.at(-1)?.id ?? '', NOW]);
  const [mode, setMode] = useState<Mode>('pages');
  const [place, setPlace] = useState(0);
  const [tab, setTab] = useState<'changes' | 'verbatim'>('changes');
  const [was, now] = chosen.map((id) => texts.find((text) => text.id === id) ?? null) as [ComparedText | null, ComparedText | null];
  const ask = useCallback(() => workspace.api.editionPresets(), [workspace]);
  const { shelf: presets } = useShelf(workspace, ask);
  const { editions } = pkg;
  const booklet = useMemo(() => bookletOf({ editions, articles }, presets), [editions, articles, presets]);
  const { state, giveUp, again } = useComparison(was, now, booklet);
  const compared = state.kind === 'compared' ? state.compared : null;
  const changes = compared?.list.changes ?? [];
  const at = Math.min(place, changes.length - 1);
  const pick = async (side: 0 | 1, id: string): Promise<void> => {
    let wanted = id;
    if (id === FILE) {
      const answer = await workspace.api.chooseCompared();
      if (!answer.ok) workspace.files.fail(answer);
      if (!answer.ok || answer.value === null) return;
      const { name, bytes } = answer.value;
      wanted = `${FILE}:${files.length}:${name}`;
      setFiles([...files, { id: wanted, title: name.replace(/\.[^.]+$/, ''), when: '', pkg: readPackage(bytes).pkg }]);
    }
    choose(side === 0 ? [wanted, chosen[1]] : [chosen[0], wanted]);
    setPlace(0);
  };
  const close = (): void => {
    // A 理由 that is being written is kept when its line is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    workspace.dialog.set(null);
  };
  const go = (by: 1 | -1): void => {
    if (changes.length > 0) setPlace((at + by + changes.length) % changes.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    go(event.key === 'ArrowUp' ? -1 : 1);
  };
  const choices = (side: 0 | 1, label: string) => (
    <select aria-label={label} value={chosen[side]} {...(side === 0 ? { 'data-first': true } : {})} onChange={(event) => void pick(side, event.target.value)}>
      {!texts.some(({ id }) => id === chosen[side]) && <option value="">（请选择）</option>}
      {texts.map(({ id, title, when }) => <option key={id} value={id}>{when === '' ? title : `${title}　${when}`}</option>)}
      <option value={FILE}>另一个文件…</option>
    </select>
  );
  const steps = (
    <div className="compare-tools">
      {choices(0, '原来的稿')}
      <span aria-hidden="true">→</span>
      {choices(1, '后来的稿')}
      <button type="button" className="button small" onClick={() => choose([chosen[1], chosen[0]])}>对调</button>
      <span className="modes" role="group" aria-label="怎么看">
        {MODES.map(([id, title]) => <button key={id} type="button" className="plain" aria-pressed={mode === id} onClick={() => setMode(id)}>{title}</button>)}
      </span>
    </div>
  );
  const foot = compared !== null && (
    <>
      <button type="button" className="button main" onClick={() => void exportComparison(workspace, compared.red, 'pdf')}>导出花脸稿 PDF</button>
      <button type="button" className="button" onClick={() => void exportComparison(workspace, compared.red, 'docx')}>Word 修订稿</button>
      {(['docx', 'pdf', 'txt'] as const).map((format) => (
        <button key={format} type="button" className="button" onClick={() => void exportExplained(workspace, { list: compared.list, reasons: session.pkg.reasons ?? {}, from: shortTitle(compared.was), to: shortTitle(compared.now), now: compared.now.pkg }, compared.edition, format)}>
          修改说明 {FORMAT_NAMES[format]}
        </button>
      ))}
      <span className="rest quiet" role="status">
        {changes.length === 0 ? '文字没有不同' : `改动 ${changes.length} 处：增 ${compared.list.added} 字，删 ${compared.list.removed} 字　原句未动 ${sharePercent(compared.list.kept)}`}
      </span>
      <button type="button" className="button" onClick={close}>关闭</button>
    </>
  );
  return (
    <Sheet workspace={workspace} title="两稿对比" steps={steps} note="" onKeyDown={onKeyDown} onClose={close} foot={foot === false ? <button type="button" className="button rest" onClick={close}>关闭</button> : foot}>
      {compared === null ? <NotCompared state={state} why={booklet === null ? '正在打开…' : pkg.versions.length === 0 ? '还没有定过稿次。可以在“文件 › 稿次”里把现在的文字定一稿，以后就能和它对比；也可以在上面选另一个文件。' : '请在上面选两份稿子。'} giveUp={giveUp} again={again} /> : (
        <div className="compare">
          <Sections compared={compared} title={shortTitle(compared.was)} section={changes[at]?.section ?? -1} go={(section) => {
            const index = changes.findIndex((change) => change.section === section);
            if (index >= 0) setPlace(index);
          }} />
          {mode === 'pages' ? (
            <RedlinePages workspace={workspace} red={compared.red} change={changes[at] ?? null} />
          ) : mode === 'columns' ? <Columns compared={compared} at={at} /> : <ChangedBlocks joined={compared.joined} meeting={compared.now.pkg.meeting} list={compared.list} at={at} go={setPlace} />}
          <aside aria-label="修改说明">
            <div className="tabs">
              <div className="row" role="tablist" aria-label="修改说明与原句">
                <button type="button" className="plain" role="tab" aria-selected={tab === 'changes'} onClick={() => setTab('changes')}>修改说明 {changes.length}</button>
                <button type="button" className="plain" role="tab" aria-selected={tab === 'verbatim'} onClick={() => setTab('verbatim')}>逐字列出 {compared.verbatim.length}</button>
              </div>
              <span className="rest">
                <button type="button" className="button small" disabled={changes.length === 0} onClick={() => go(-1)} title="Alt+↑">上一处</button>
                <button type="button" className="button small" disabled={changes.length === 0} onClick={() => go(1)} title="Alt+↓">下一处</button>
              </span>
            </div>
            <p className="quiet where" role="status">{changes.length === 0 ? '没有改动' : `第 ${at + 1} 处 / 共 ${changes.length} 处`}</p>
            {tab === 'changes' ? <ChangeCards session={session} list={compared.list} at={at} go={setPlace} /> : (
              <ol className="change-cards" aria-label="两稿都有的句子" tabIndex={0}>{compared.verbatim.map((text, i) => <li key={i}><p>{text}</p></li>)}</ol>
            )}
          </aside>
        </div>
      )}
    </Sheet>
  );
}

const FORMAT_NAMES = { docx: 'Word', pdf: 'PDF', txt: '文本' } as const;

/** 花脸稿 are pages of the booklet; of a package that has none of the standard one, made for it and not kept. null: the presets are not there yet. */
function bookletOf({ editions, articles }: Pick<Package, 'editions' | 'articles'>, presets: readonly EditionPreset[] | null): Edition | null {
  const own = editions.find(({ kind, master }) => kind === 'booklet' && master.kind === 'sheet');
  const preset = presets?.find(({ id }) => id === DEFAULT_PRESET.booklet);
  return own ?? (preset === undefined ? null : makeEdition(preset, articlesFor('booklet', { articles }), 'booklet'));
}

/** In place of a comparison: what is missing for one, how far it is, or why there is none. */
function NotCompared({ state, why, giveUp, again }: { readonly state: ComparisonState; readonly why: string; readonly giveUp: () => void; readonly again: () => void }) {
  switch (state.kind) {
    case 'nothing': return <p className="wait" role="status">{why}</p>;
    case 'working': return (
      <div className="compare-wait">
        <p role="status">正在对比…</p>
        <progress value={state.done} aria-label="对比进度" />
        <button type="button" className="button" onClick={giveUp}>不再对比</button>
      </div>
    );
    case 'givenUp': return (
      <div className="compare-wait">
        <p role="status">没有对比完。</p>
        <button type="button" className="button" onClick={again}>重新对比</button>
      </div>
    );
    case 'failed': return <p className="wait trouble" role="alert">这两份稿子没有对比成：{state.message}</p>;
    case 'compared': return null;
    default: return assertNever(state);
  }
}

function Sections({ compared: { list }, title, section, go }: { readonly compared: ComparedNow; readonly title: string; readonly section: number; readonly go: (section: number) => void }) {
  const count = (status: keyof typeof STATUS_WORDS): number => list.sections.filter((one) => one.status === status && !one.moved).length;
  // One that moved stands in the list where it went from, and where it came to.
  const moved = list.sections.filter((one) => one.moved && one.status === 'new').length;
  return (
    <nav aria-label="章节">
      <h3 className="cap">与“{title}”相比</h3>
      <dl>
        {(['kept', 'changed', 'new', 'gone'] as const).map((status) => <div key={status}><dt>{STATUS_WORDS[status]}</dt><dd>{count(status)} 节</dd></div>)}
        {moved > 0 && <div><dt>移动</dt><dd>{moved} 节</dd></div>}
      </dl>
      <h3 className="cap">章节</h3>
      <ul>
        {list.sections.map(({ title: name, level, status, moved: isMoved, count: changed }, index) => (
          <li key={index}>
            <button type="button" className="plain" title={name} data-level={level} data-status={status} aria-current={index === section} disabled={changed === 0} onClick={() => go(index)}>
              <span>{name}</span>
              <b className="tag" data-status={status}>{changeWord({ status, moved: isMoved })}</b>
              <small>{changed === 0 ? '' : changed}</small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Columns({ compared: { was, now, joined }, at }: { readonly compared: ComparedNow; readonly at: number }) {
  const rows = useMemo(() => columnRows(joined, now.pkg.meeting), [joined, now]);
  const nothing = (): void => undefined;
  return (
    <ComparedColumns compared={rows} newer="right" left={{ title: was.title, facts: was.when, tag: null }} right={{ title: now.title, facts: now.when, tag: null }}
      walk={{ at: Math.min(at, rows.changes - 1), count: rows.changes, go: nothing, onKeyDown: nothing }} />
  );
}
