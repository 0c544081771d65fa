// 排版台: a view over the window for making up a newspaper by hand: articles at the left,
// the page in the middle, proposals, the selected block and what is wrong at the right.
// Every act is one change of the package with undo. Escape lets go of what is held,
// then of what is selected, then leaves.
import { Fragment, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Point } from '../../core/geometry';
import { boundsOf } from '../../core/makeup/measure/hand-shape';
import type { Edition } from '../../core/model/package';
import { quoted } from '../../core/model/quote';
import type { PaperRequest } from '../../ipc/makeup';
import { articleNames } from '../panels/article-names';
import { shownPaper } from '../paper/shown-paper';
import { Sheet } from '../saving/sheet';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Zoom } from '../session/pane-layout';
import type { Workspace } from '../session/workspace';
import type { DialogContent } from '../shell/dialog-content';
import { areaName } from './area-name';
import { ArticleChoices } from './article-choices';
import { BlockPanel } from './block-panel';
import { carryKey, nextPage, PAGE_TAB } from './carry-block';
import type { Ahead } from './desk-drag';
import { DESK_HELP } from './desk-help';
import { deskKey } from './desk-keys';
import { type Asked, editingPercent, READABLE, settingOf } from './edit-in-place';
import { FindingsList, sparedPage } from './findings-list';
import { leaveFor } from './leave-for';
import { LineTable } from './line-table';
import { MakeupDesk } from './makeup-desk';
import { totalWords, whiteLines } from './mends';
import { OmittedList } from './omitted-list';
import { PageBoard } from './page-board';
import { ProposalComparison } from './proposal-comparison';
import { ProposalList } from './proposal-list';
import { exportBlock, sendToPaper, type SendAnswer } from './send-to-paper';
import { firstLine, placeNear } from './text-near';
import { wavesOf, waveWords } from './wave-words';

export const MakeupDialog: DialogContent = ({ workspace, subject }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <Shown workspace={workspace} session={session} back={subject} />;
};

interface ShownProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  /** The article whose block was selected when the desk was left for a dialog. */
  readonly back: string | null;
}

function Shown({ workspace, session, back }: ShownProps) {
  const [id] = useState(() => shownPaper(workspace)?.id ?? null);
  const edition = useSelected(session.state, ({ pkg }) => pkg.editions.find((one) => one.id === id) ?? null);
  return edition === null ? null : <MakeupView workspace={workspace} session={session} edition={edition} back={back} />;
}

/** With their keys (desk-keys.ts), as people read them and as `aria-keyshortcuts` has them. */
const ZOOMS: readonly (readonly [Zoom, string, string, string])[] = [['page', '整版', 'Ctrl+0', 'Control+0'], ['width', '版心宽', 'Ctrl+Shift+1', 'Control+Shift+1'], ['true', '实际大小', 'Ctrl+1', 'Control+1']];
/** Milliseconds after the last change of ranks at which proposals are made up again. */
const RENEW_AFTER = 400;
/** And after the last change of what else they are made of: undoings in a row are not waited on. */
const RESTED_AFTER = 1200;
/** Percent of true size that the page is shown at, at the least and at the most. */
const [LEAST_PERCENT, MOST_PERCENT] = [10, 400];
/** Milliseconds after which what was said has been read by somebody who writes on. */
const READ = 5000;
/** Characters from which on what is said may need more lines than the foot has: it grows over the page. */
const LONG = 60;

/** Written once: an element that is the same is not drawn again. */
const KEYS = <p>{DESK_HELP.map(({ text }) => <Fragment key={text}>{text}<br /></Fragment>)}</p>;

function MakeupView({ workspace, session, edition, back }: ShownProps & { readonly edition: Edition }) {
  const [desk] = useState(() => new MakeupDesk(workspace, edition.id));
  const [zoom, setZoom] = useState<Zoom>('page');
  const [percent, setPercent] = useState(60);
  const [page, setPage] = useState(0);
  const [lattice, setLattice] = useState(false);
  const [comparing, setComparing] = useState(false);
  const [encoding, setEncoding] = useState<PaperRequest['encoding']>('utf-8');
  const [sent, setSent] = useState<SendAnswer>({ said: '', accept: null });
  const percentShown = useRef(60);
  const placed = useRef<Asked | null>(null);
  const before = useRef<{ readonly zoom: Zoom; readonly percent: number } | null>(null);
  const inPlace = useWatched(workspace.inPlace);
  const pages = useWatched(workspace.feed.pages);
  const selected = useWatched(desk.selected);
  const swapping = useWatched(desk.swapping);
  const said = useWatched(desk.said);
  const proposing = useWatched(desk.proposals.isOn);
  const looking = useWatched(desk.looking);
  const task = useWatched(workspace.files.task);
  const dragging = useWatched(desk.drag.isOn);
  const target = useWatched(desk.drag.target);
  const exchange = useWatched(desk.drag.exchange);
  const ahead = useWatched(desk.drag.ahead);
  const pkg = useSelected(session.state, (state) => state.pkg);
  // The same function until an article is called something else: what shows names alone is not drawn anew at every key.
  const names = useMemo(() => JSON.stringify(articleNames(pkg.articles, pkg.meeting).map((name, i) => [pkg.articles[i]!.id, name])), [pkg.articles, pkg.meeting]);
  const nameOf = useMemo(() => {
    const byId = new Map(JSON.parse(names) as readonly (readonly [string, string])[]);
    // A page that was set before may have one that is gone now.
    return (article: string): string => byId.get(article) ?? '删去的稿件';
  }, [names]);
  const { drawn: layout, master } = desk;
  const index = Math.min(page, (layout?.pages.length ?? 1) - 1);
  const plan = layout?.pages[index];
  // Set on another paper's page than it has now: its frames would stand beside what is drawn.
  const isOther = master !== null && pages?.madeUp?.area !== undefined && pages.madeUp.area !== areaName(master);
  // As it is drawn: its panel and its frame say the same.
  const piece = selected === null ? null : layout?.pages.find(({ number }) => number === selected.page)?.pieces.find(({ article }) => article === selected.article) ?? desk.pieceOf(selected);
  // Of the text that is written what is underlined in it.
  const written = inPlace === null ? [] : wavesOf(pages?.diagnostics ?? [], inPlace);
  const findings = (pages?.diagnostics ?? []).filter((finding) => (finding.at !== null && 'page' in finding.at) || finding.code === 'frame-overset' || finding.code === 'phase-mismatch' || written.includes(finding));
  const spared = sparedPage(findings, layout, master);
  const totals = (['over', 'short'] as const).map((what) => totalWords(pages?.madeUp?.rooms ?? [], what, master?.characters ?? 1, what === 'over' || master === null ? 0 : whiteLines(layout?.pages ?? [], master.columns, master.lines))).filter((words) => words !== '');

  useEffect(() => {
    if (workspace.edition.get() !== edition.id) workspace.chooseEdition(edition.id);
    let isOpen = true;
    let isHere = true;
    const begin = (): void => {
      if (isOpen && workspace.feed.pages.get()?.madeUp !== undefined && workspace.feed.pages.get()?.madeUp !== null) {
        isOpen = false;
        if (back !== null) desk.selected.set(desk.blocks().find(({ article }) => article === back) ?? null);
        // The page as it is now asks for its picture when it is laid out; the search would have the worker for seconds.
        void desk.whenDone().then(() => requestAnimationFrame(() => requestAnimationFrame(() => void (isHere && desk.proposals.propose(false)))));
      }
    };
    const unwatch = workspace.feed.pages.watch(begin);
    begin();
    return () => {
      isOpen = false;
      isHere = false;
      unwatch();
      workspace.inPlace.set(null);
    };
  }, [workspace, desk, edition.id, back]);
  // Proposals keep to who leads and who is 重要: where that changes they are made up again. Of other articles it is said that they are old.
  const ranks = JSON.stringify([edition.articles, edition.important ?? []]);
  const made = useRef({ ranks, articles: edition.articles });
  useEffect(() => {
    const old = made.current;
    made.current = { ranks, articles: edition.articles };
    if (old.ranks === ranks || old.articles.toSorted().join() !== edition.articles.toSorted().join()) return;
    const timer = setTimeout(() => void desk.proposals.renew(), RENEW_AFTER);
    return () => clearTimeout(timer);
  }, [desk, ranks]);
  // So they keep to texts and pictures: of others, changed or changed back, they are old. Where much is another they are made up again when the hand rests.
  useEffect(() => {
    if (!desk.proposals.compare()) return;
    const timer = setTimeout(() => void desk.proposals.renew(), RESTED_AFTER);
    return () => clearTimeout(timer);
  }, [desk, pkg, edition]);
  // The edition is another one than its make-up by hand was of: what became of the page is said where that is seen.
  const follows = pages?.diagnostics.find(({ code }) => code === 'layout-followed')?.message ?? '';
  useEffect(() => {
    if (follows !== '') desk.said.set(`${follows}。`);
  }, [desk, follows]);
  const saidAt = useRef(0);
  useEffect(() => void (saidAt.current = performance.now()), [said]);
  // Somebody writes on the page: what was said before is none of that, once it has been read; a page that is not kept any more (undone) is kept as it is.
  const text = pkg.articles.find(({ id }) => id === inPlace)?.doc;
  const open = useRef({ article: inPlace, text });
  useEffect(() => {
    const before = open.current;
    open.current = { article: inPlace, text };
    if (inPlace === null || before.article !== inPlace || before.text === text || session.state.get().redoLabel !== null) return;
    if (performance.now() - saidAt.current > READ) desk.said.set('');
    if (!desk.isByHand || follows !== '') desk.keepNow(true);
  }, [desk, session, inPlace, text, follows]);
  // What was accepted was so of the page as it was.
  useEffect(() => setSent((old) => (old.accept === null ? old : { said: '', accept: null })), [pkg]);
  // The page of the block that was selected.
  useEffect(() => {
    const at = selected === null ? -1 : (layout?.pages.findIndex(({ number }) => number === selected.page) ?? -1);
    if (at >= 0) setPage(at);
  }, [selected]);

  // What was selected may be gone: undone, or made up anew.
  useEffect(() => {
    if (selected === null || desk.pieceOf(selected) !== null) return;
    desk.selected.set(desk.blocks().find(({ article }) => article === selected.article) ?? null);
  }, [desk, selected, layout]);

  // A button that did its work may be gone (试排, 取消, 不再拼): the page has the keys then, not nobody.
  useEffect(() => {
    if (inPlace === null && document.activeElement === document.body) document.querySelector<HTMLElement>('.makeup-blocks')?.focus({ preventScroll: true });
  });

  // A block of a page that is not seen must not be moved unseen.
  const turn = (to: number): void => {
    const next = layout?.pages[to];
    if (next === undefined) return;
    setPage(to);
    const held = desk.selected.get();
    if (desk.swapping.get() === null && inPlace === null && held !== null && held.page !== next.number) desk.select(null);
  };
  const edit = (article: string, at?: Point): void => {
    const block = desk.selected.get();
    const edited = block === null ? null : desk.pieceOf(block);
    if (master === null || edited === null || !desk.mayChange()) return;
    const shown = layout?.pages.findIndex(({ number }) => number === block?.page) ?? -1;
    // The caret where it was asked for, or at the first line that stands on this page: of the page as it is seen, before it is kept.
    const point = at ?? firstLine(edited, master);
    placed.current = shown >= 0 && point !== null ? placeNear(workspace, shown, point, edited, master) : null;
    desk.said.set('');
    desk.keepNow();
    if (shown >= 0) setPage(shown);
    before.current = { zoom, percent };
    const least = editingPercent(settingOf(edited, master, edition.look));
    setPercent(zoom === 'hand' ? Math.max(percent, least) : least);
    setZoom('hand');
    workspace.article.set(article);
    workspace.inPlace.set(article);
  };
  const stopEditing = (): void => {
    workspace.inPlace.set(null);
    if (before.current !== null) {
      setZoom(before.current.zoom);
      setPercent(before.current.percent);
    }
    before.current = null;
    setTimeout(() => document.querySelector<HTMLElement>('.makeup-blocks')?.focus(), 0);
  };
  const send = (accept: readonly string[]): void => {
    if (task !== null) return;
    // What was said of an act before would stand before the answer.
    desk.said.set('');
    setSent({ said: '', accept: null });
    void sendToPaper(workspace, edition.id, encoding, accept).then(setSent);
  };
  const saveBlock = (accept: readonly string[], of?: SendAnswer['block']): void => {
    if (task !== null) return;
    const name = desk.selected.get();
    const standing = name === null ? null : desk.pieceOf(name);
    const bounds = standing === null ? null : boundsOf(standing);
    const block = of ?? (name === null || bounds === null ? null : { ...name, columns: bounds.columns, rows: bounds.rows });
    if (block === null) {
      desk.said.set('先选一块，再存成 PDF。');
      return;
    }
    desk.said.set('');
    setSent({ said: '', accept: null });
    void exportBlock(workspace, edition.id, block, accept).then(setSent);
  };
  const picture = (): void => {
    const block = desk.selected.get();
    if (block === null) {
      desk.said.set('先选一块，再配图：图随它的稿件排。');
      return;
    }
    workspace.article.set(block.article);
    leaveFor(workspace, 'picture', block.article);
  };
  const close = (): void => {
    // Escape ends the composition first.
    if (workspace.texts.isOpenComposition) return;
    if (inPlace !== null) {
      stopEditing();
      return;
    }
    if (looking !== null) desk.lookNoMore();
    else if (comparing) setComparing(false);
    else if (desk.drag.isOn.get()) void desk.drag.drop(null);
    else if (desk.picture.get()) desk.picture.set(false);
    else if (swapping !== null) desk.swapNoMore();
    else if (selected !== null) desk.selected.set(null);
    else workspace.dialog.set(null);
  };
  const hold = (next: number): void => {
    // Text that is written is as large as it has to be, or larger.
    const edited = plan?.pieces.find(({ article }) => article === inPlace);
    const least = edited === undefined || master === null ? LEAST_PERCENT : editingPercent(settingOf(edited, master, edition.look));
    if (inPlace !== null && next < least) desk.said.set(`正文已经是 ${READABLE} 像素，再小就不好写了。`);
    setPercent(Math.max(least, Math.min(MOST_PERCENT, Math.round(next))));
    setZoom('hand');
  };
  const compare = (): void => {
    // Text that is written stays in view, and what was not found yet cannot be compared.
    if (inPlace !== null) return;
    if (desk.proposals.list.get().length < 2) desk.said.set(proposing ? '方案还在拼，拼好再比。' : '不到两个方案，没有可比的：Ctrl+回车重新排版。');
    else setComparing(!comparing);
  };
  // The page stays in view: a dialog of keys would stand in its place.
  const help = (): void => {
    document.querySelector('.makeup-keys')?.scrollIntoView({ block: 'nearest' });
    desk.said.set('按键列在右边。');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.target as HTMLElement).closest('.ProseMirror') !== null) return;
    // What lies under the proposals is not changed unseen.
    if (comparing && !event.altKey) return;
    const done = carryKey(event, desk) || deskKey(event, { workspace, desk, edit, picture, save: () => saveBlock([]), send: () => send([]), help, compare, page: index, turn, zoom: (by) => hold(percentShown.current * by), fit: (next) => inPlace === null && setZoom(next) });
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const told = looking !== null ? `${looking}：正在试别的稿件怎么让…` : target !== null && target !== selected?.page ? `松开就移到${desk.pageOf(target)}` : exchange !== null ? exchangeWords(nameOf(exchange.article), ahead) : inPlace !== null ? [waveWords(pages?.diagnostics ?? [], inPlace), said.replace(/。$/u, ''), 'Esc 返回版面'].filter((words) => words !== '').join('；') : swapping !== null ? `Tab 走到另一块，回车对调（单击它也行）：与${quoted(nameOf(swapping.article))}对调；Esc 不调` : task ?? (said !== '' ? said : sent.said);
  return (
    <Sheet
      workspace={workspace}
      title="排版台"
      note={`${edition.name} · ${edition.paper?.style === 'modular' ? '模块式' : '穿插式'}${master === null ? '' : ` · ${master.columns} 栏 × ${master.characters} 字 ${master.lines} 行`}`}
      steps={(
        <div className="makeup-tools" role="toolbar" aria-label="排版">
          {layout?.pages.map(({ number }, at) => (
            <button key={number} type="button" className={`button small${target === number && number !== selected?.page ? ' target' : ''}`} {...{ [PAGE_TAB]: number }} aria-pressed={at === index} title={selected === null || selected.page === number ? undefined : '把版块拖到这里，就移到这一版'} onClick={() => turn(at)}>{desk.pageOf(number)}</button>
          ))}
          {dragging && <span className={`button small makeup-new-page${target === nextPage(desk) ? ' target' : ''}`} {...{ [PAGE_TAB]: nextPage(desk) }}>新一版</span>}
          {ZOOMS.map(([id, title, keys, pressed]) => <button key={id} type="button" className="button small" title={keys} aria-keyshortcuts={pressed} aria-pressed={zoom === id} onClick={() => setZoom(id)}>{title}</button>)}
          <button type="button" className="button small" aria-pressed={lattice} onClick={() => setLattice(!lattice)}>栏格、折线</button>
          <button type="button" className="button small" disabled={piece === null} title="Ctrl+Alt+X" aria-keyshortcuts="Control+Alt+X" aria-pressed={swapping !== null} onClick={() => {
            if (swapping === null) desk.swapping.set(selected);
            else desk.swapNoMore();
            // The other block is looked for on the page.
            document.querySelector<HTMLElement>('.makeup-blocks')?.focus();
          }}>对调</button>
          <button type="button" className="button small" disabled={piece === null} title="Ctrl+Alt+L" aria-keyshortcuts="Control+Alt+L" aria-pressed={piece?.pinned === true} onClick={() => selected !== null && void desk.act({ kind: 'pin', ...selected, pinned: piece?.pinned !== true }, piece?.pinned === true ? '解锁' : '锁定')}>锁定</button>
          <button type="button" className="button small" title="Ctrl+回车" aria-keyshortcuts="Control+Enter" aria-disabled={proposing} onClick={() => void desk.proposals.propose(true)}>重新排版</button>
        </div>
      )}
      onClose={close}
      onKeyDown={onKeyDown}
      foot={(
        <>
          <p className={`quiet makeup-said${told.length > LONG ? ' long' : ''}`} role="status" title={told}>{told}</p>
          {looking !== null && <button type="button" className="button small" onClick={() => desk.lookNoMore()}>不再找</button>}
          {task !== null && <button type="button" className="button small" onClick={() => void workspace.files.cancel()}>取消</button>}
          <span className="rest" />
          <span className="quiet" data-ms={pages?.madeUp === null || pages === null ? undefined : Math.round(pages.madeUp.ms)}>
            <span aria-live="polite">{totals.map((words) => `${words}　`).join('')}</span>{hasRed(edition) ? 'K、套红两色' : 'K 单色'}{pages?.madeUp === null || pages === null ? '' : `　拼版 ${Math.max(1, Math.round(pages.madeUp.ms))} 毫秒`}
          </span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>回到稿件</button>
          <select aria-label="文本编码" value={encoding} onChange={(event) => setEncoding(event.target.value === 'gb18030' ? 'gb18030' : 'utf-8')}>
            <option value="utf-8">文本 UTF-8</option>
            <option value="gb18030">文本 GB18030</option>
          </select>
          {sent.accept === null
            ? <button type="button" className="button main" title="Ctrl+Shift+回车" aria-keyshortcuts="Control+Shift+Enter" aria-disabled={task !== null} onClick={() => send([])}>送报社</button>
            // It stands where 送报社 stood: the second half of a double click is not consent.
            : <button type="button" className="button main" aria-disabled={task !== null} onClick={(event) => event.detail < 2 && (sent.block === undefined ? send(sent.accept ?? []) : saveBlock(sent.accept ?? [], sent.block))}>{sent.block === undefined ? '仍然送' : '仍然导出'}</button>}
        </>
      )}
    >
      <div className="makeup">
        <aside className="makeup-left" aria-label="稿件">
          <h3 className="cap">稿件</h3>
          <ArticleChoices session={session} desk={desk} pkg={pkg} edition={edition} nameOf={nameOf} />
          {master !== null && <LineTable workspace={workspace} layout={layout} master={master} nameOf={nameOf} />}
        </aside>
        {plan === undefined || master === null || isOther ? <p className="wait" role="status" tabIndex={-1} data-first>正在排版…</p> : (
          <PageBoard workspace={workspace} desk={desk} master={master} plan={plan} index={index} zoom={zoom} percent={percent} lattice={lattice} nameOf={nameOf} findings={findings} session={session} edition={edition} edit={edit} stopEditing={stopEditing} hold={hold} percentShown={percentShown} placed={placed} />
        )}
        {comparing && master !== null && <ProposalComparison desk={desk} master={master} layout={layout} nameOf={nameOf} close={() => setComparing(false)} />}
        <aside className="makeup-right" aria-label="方案和所选" inert={comparing}>
          <h3 className="cap">方案{desk.isByHand ? '' : '（程序先排的，还没有定下）'}</h3>
          {master !== null && <ProposalList desk={desk} master={master} layout={layout} score={pages?.madeUp?.proposal.score ?? null} nameOf={nameOf} />}
          {/* Behind the proposals for who goes by Tab: those are what is looked for first. Its key is Alt+0. */}
          <button type="button" className="button small makeup-to-compare" title="Alt+0：各方案放大并排，理由都列出来" aria-keyshortcuts="Alt+0" onClick={compare}>并排比较</button>
          {piece !== null && selected !== null && <BlockPanel workspace={workspace} desk={desk} block={selected} piece={piece} name={nameOf(selected.article)} picture={picture} save={() => saveBlock([])} />}
          <OmittedList desk={desk} nameOf={nameOf} />
          <FindingsList desk={desk} findings={findings} spared={spared} layout={layout} show={turn} />
          {/* A stop of the caret's own: before there are proposals the column has no other, and its keys are read by scrolling. */}
          <section className="makeup-keys" aria-label="按键" tabIndex={0}>
            <h3>按键</h3>
            {KEYS}
          </section>
        </aside>
      </div>
    </Sheet>
  );
}

/** What letting go does over the middle of another block, and what it costs where that is known. */
function exchangeWords(name: string, ahead: Ahead | null): string {
  if (ahead === null) return `松开就和${quoted(name)}对调`;
  return ahead.reason === null ? `松开就和${quoted(name)}对调；${ahead.note?.replace(/^对调[了后]，?/u, '') ?? '版面分数不降'}` : `${ahead.reason}；松开就不动`;
}

/** Something of it is printed in red. */
function hasRed({ dress, paper }: Edition): boolean {
  return paper?.nameRed === true || Object.values(dress ?? {}).some(({ red }) => red === true);
}
