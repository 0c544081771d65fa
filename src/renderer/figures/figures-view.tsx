// 数字台账: every figure of the package in a table over the whole window. Rows are a grid for
// the keys: arrows walk cells, Enter types in a cell or goes to the sentence, the space bar
// confirms or takes back. The text is not copied: a figure is changed in its sentence, and
// what is typed here is what people say of it.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Article, FieldPath, FigureRecord } from '../../core/model/package';
import { confirmFigure, figureLedger, sayOfFigure, withdrawFigure, type FigureRow, type FigureState } from '../../core/report/figures/figure-rows';
import { isoDay } from '../../core/report/figures/ledger-csv';
import { readAuthor } from '../comments/author';
import { articleNames } from '../panels/article-names';
import { Sheet } from '../saving/sheet';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Caret } from '../session/places';
import type { Workspace } from '../session/workspace';
import type { DialogContent } from '../shell/dialog-content';
import { today } from '../templates/today';
import { COLUMNS } from './ledger-columns';
import { shownRows, STATE_NAMES, type SortColumn } from './ledger-list';
import { cellId, LedgerRow } from './ledger-row';
import { ledgerSessionOf, type LedgerSession } from './ledger-session';
import { LedgerFoot } from './ledger-foot';
import { LedgerSide } from './ledger-side';

/** CSS pixels of a row on one line. */
const ROW = 32;
const PAGE = 12;

export const FiguresDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <FiguresView workspace={workspace} session={session} ledger={ledgerSessionOf(session)} />;
};

interface ViewProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly ledger: LedgerSession;
}

function FiguresView({ workspace, session, ledger }: ViewProps) {
  const { pkg } = useWatched(session.state);
  const view = useWatched(ledger.view);
  const place = useWatched(ledger.place);
  const [typing, setTyping] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { articles, versions, figures } = pkg;
  const { rows, conflicts } = useMemo(() => figureLedger({ articles, versions, ...(figures === undefined ? {} : { figures }) }), [articles, versions, figures]);
  const shown = useMemo(() => shownRows(rows, view), [rows, view]);
  const heads = useMemo(() => articleHeads(rows, shown, view.sort.by === 'text' ? articleNames(articles, pkg.meeting) : null, articles), [rows, shown, view.sort.by, articles, pkg.meeting]);
  const at = Math.max(0, Math.min(place.row, shown.length - 1));
  const current = rows[shown[at] ?? -1];
  const column = COLUMNS[place.column] ?? COLUMNS[0];
  const label = `台账：${column.title}`;
  const isFixed = session.opened.readOnly !== null;
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: shown.length, overscan: 8, getScrollElement: () => grid.current, useFlushSync: false, estimateSize: () => ROW, scrollPaddingStart: ROW,
    getItemKey: (index) => `${rows[shown[index]!]?.figure.article ?? ''} ${rows[shown[index]!]?.figure.key ?? index}`,
  });
  /** Where the caret goes once the view is gone: while it stands the text cannot have the focus. */
  const leaveFor = useRef<Caret | null>(null);
  useEffect(() => {
    grid.current?.focus();
    return () => {
      if (leaveFor.current !== null) workspace.places.goTo(leaveFor.current);
    };
  }, [workspace]);
  useEffect(() => {
    if (shown.length > 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [virtual, at, shown.length]);

  const goTo = (row: number, column = place.column): void => {
    setTyping(false);
    ledger.place.set({ row: Math.max(0, Math.min(shown.length - 1, row)), column: Math.max(0, Math.min(COLUMNS.length - 1, column)) });
  };
  const goToText = ({ figure }: FigureRow): void => {
    const { article, field, block, from, to } = figure.place;
    leaveFor.current = { article, field: field as FieldPath | null, block: block ?? 0, offset: from, to };
    workspace.dialog.set(null);
  };
  const say = (row: FigureRow, next: Partial<FigureRecord>, label: string): void => {
    const changes = isFixed ? [] : sayOfFigure(row, next);
    if (changes.length > 0) session.change(changes, label);
  };
  /** Space: 核实, or taken back. */
  const turn = (row: FigureRow): void => {
    if (isFixed) return;
    if (row.figure.value === null) {
      ledger.said.set('这一处还待填：先在原句里填上数字。');
      return;
    }
    const { stands } = row;
    const changes = stands ? withdrawFigure(row) : confirmFigure(row, row.record?.checker || readAuthor(localStorage), today());
    if (changes.length > 0) session.change(changes, stands ? '撤回核实' : '核实数字');
    ledger.said.set(stands ? '已撤回核实。' : row.conflicts.length > 0 ? '已核实；有出入的各数都核实以后，不再提示。' : '');
  };
  const typed = (word: string | null, then: 'down' | 'right' | 'left' | 'stay'): void => {
    if (word !== null && current !== undefined && column.typed !== null) {
      const day = column.typed === 'date' ? isoDay(word.trim(), today()) : word.trim();
      if (day === null) ledger.said.set(`日期“${word.trim()}”读不出来，没有收：写成 ${today()} 的样子。`);
      else say(current, { [column.typed]: day }, label);
    }
    grid.current?.focus();
    goTo(at + (then === 'down' ? 1 : 0), place.column + (then === 'right' ? 1 : then === 'left' ? -1 : 0));
  };
  const onGridKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.target !== grid.current) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE, PageUp: at - PAGE, Home: 0, End: shown.length - 1 }[event.key];
    const side = { ArrowLeft: place.column - 1, ArrowRight: place.column + 1 }[event.key];
    if (to !== undefined) goTo(to);
    else if (side !== undefined) goTo(at, side);
    else if (current === undefined) return;
    else if (event.key === ' ') turn(current);
    else if (event.key === 'Delete' && column.typed !== null) say(current, { [column.typed]: '' }, label);
    else if (event.key === 'Enter' || event.key === 'F2') {
      if (column.typed !== null) setTyping(!isFixed);
      else if (column.id === 'state') turn(current);
      else goToText(current);
    } else return;
    event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = `${event.shiftKey ? 'Shift+' : ''}${event.code.replace(/^Key/, '')}`;
    const above = rows[shown[at - 1] ?? -1];
    const { typed: own } = column;
    const isWord = event.target instanceof HTMLInputElement;
    const run = {
      F: () => search.current?.select(),
      Z: isWord ? undefined : () => workspace.undo(),
      Y: isWord ? undefined : () => workspace.redo(),
      'Shift+Z': isWord ? undefined : () => workspace.redo(),
      // As in a spreadsheet: what stands above, once more.
      D: isWord || above === undefined || current === undefined || own === null ? undefined : () => {
        say(current, { [own]: above.record?.[own] ?? '' }, label);
        goTo(at + 1);
      },
    }[key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  const sortBy = (by: SortColumn): void => ledger.view.set({ ...view, sort: { by, down: view.sort.by === by && !view.sort.down } });
  const close = (): void => {
    if (typing) typed(null, 'stay');
    else workspace.dialog.set(null);
  };
  const items = virtual.getVirtualItems();
  const isDrawn = items.some(({ index }) => index === at);
  return (
    <Sheet
      workspace={workspace}
      title="数字台账"
      note=""
      steps={<Tools ledger={ledger} rows={rows} search={search} toGrid={() => grid.current?.focus()} />}
      onClose={close}
      onKeyDown={onKeyDown}
      foot={<LedgerFoot workspace={workspace} session={session} ledger={ledger} rows={rows} />}
    >
      <div className="ledger">
        <section aria-label="各数">
          <div ref={grid} className="ledger-grid" role="grid" aria-label="数字台账" aria-rowcount={shown.length + 1} aria-colcount={COLUMNS.length} tabIndex={0} onKeyDown={onGridKey} {...(isDrawn ? { 'aria-activedescendant': cellId(at, place.column) } : {})}>
            <div className="figure-row figure-head" role="row" aria-rowindex={1}>
              {COLUMNS.map(({ id, title, sort }) => (
                <div key={id} role="columnheader" className={`figure-${id}`} {...(sort === null ? {} : { 'aria-sort': view.sort.by !== sort ? 'none' : view.sort.down ? 'descending' : 'ascending' })}>
                  {sort === null ? title : <button type="button" className="plain" onClick={() => sortBy(sort)}>{title}{view.sort.by === sort && <span aria-hidden="true">{view.sort.down ? ' ↑' : ' ↓'}</span>}</button>}
                </div>
              ))}
            </div>
            <div className="tall" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
              {items.map(({ index, start, key }) => {
                const row = rows[shown[index]!];
                return row === undefined ? null : (
                  <LedgerRow
                    key={String(key)}
                    at={index}
                    top={start}
                    row={row}
                    conflicts={conflicts}
                    head={heads.get(index) ?? null}
                    column={index === at ? place.column : null}
                    isTyping={typing && index === at}
                    measure={virtual.measureElement}
                    choose={(column) => {
                      if (index !== at || column !== place.column) goTo(index, column);
                    }}
                    type={() => setTyping(!isFixed)}
                    typed={typed}
                    goToText={() => goToText(row)}
                    turn={() => turn(row)}
                  />
                );
              })}
            </div>
          </div>
          {shown.length === 0 && <p className="quiet wait">{rows.length === 0 ? '稿件里没有认出数字。' : '没有合乎条件的数。'}</p>}
          <datalist id="figure-offices">{officesOf(rows).map((office) => <option key={office} value={office} />)}</datalist>
          <p className="roll-keys">↑↓←→ 移动，回车 填写或去原句，空格 核实或撤回，Ctrl+D 同上一行，Ctrl+F 查找</p>
        </section>
        <LedgerSide rows={rows} conflicts={conflicts} choose={(index) => {
          if (!shown.includes(index)) ledger.view.set({ ...view, state: 'all', office: null, search: '' });
          goTo(shownRows(rows, ledger.view.get()).indexOf(index), 2);
          grid.current?.focus();
        }} />
      </div>
    </Sheet>
  );
}

/** What stands above the first row of each article, by the row's place; in another order than the text's nothing does. */
function articleHeads(rows: readonly FigureRow[], shown: readonly number[], names: readonly string[] | null, articles: readonly Article[]): ReadonlyMap<number, { readonly name: string; readonly counts: string }> {
  const heads = new Map<number, { readonly name: string; readonly counts: string }>();
  if (names === null) return heads;
  shown.forEach((index, place) => {
    const { article } = rows[index]!.figure;
    if (place > 0 && rows[shown[place - 1]!]!.figure.article === article) return;
    const own = rows.filter(({ figure }) => figure.article === article);
    const counts = (['confirmed', 'unconfirmed', 'conflicting', 'open'] as const).map((state) => [state, own.filter((row) => row.state === state).length] as const).filter(([, count]) => count > 0);
    heads.set(place, { name: names[articles.findIndex(({ id }) => id === article)] ?? article, counts: [`${own.length} 个数`, ...counts.map(([state, count]) => `${STATE_NAMES[state]} ${count}`)].join(' · ') });
  });
  return heads;
}

/** 委室 named so far, by their names. */
function officesOf(rows: readonly FigureRow[]): readonly string[] {
  return [...new Set(rows.map(({ record }) => record?.office ?? '').filter((office) => office !== ''))].toSorted((a, b) => a.localeCompare(b, 'zh-CN'));
}

const KINDS: readonly (FigureState | 'all')[] = ['all', 'conflicting', 'unconfirmed', 'open', 'confirmed'];

interface ToolProps {
  readonly ledger: LedgerSession;
  readonly rows: readonly FigureRow[];
  readonly search: React.RefObject<HTMLInputElement | null>;
  readonly toGrid: () => void;
}

function Tools({ ledger, rows, search, toGrid }: ToolProps) {
  const view = useWatched(ledger.view);
  const change = (next: Partial<typeof view>): void => {
    ledger.view.set({ ...view, ...next });
    ledger.place.set({ ...ledger.place.get(), row: 0 });
  };
  return (
    <div className="ledger-tools">
      <div className="ledger-kinds" role="group" aria-label="状态">
        {KINDS.map((kind) => (
          <button key={kind} type="button" className="plain" aria-pressed={view.state === kind} onClick={() => change({ state: kind })}>
            {kind === 'all' ? '全部' : STATE_NAMES[kind]} {kind === 'all' ? rows.length : rows.filter(({ state }) => state === kind).length}
          </button>
        ))}
      </div>
      <label>责任委室<select value={view.office === null ? 'all' : `=${view.office}`} onChange={(event) => change({ office: event.currentTarget.value === 'all' ? null : event.currentTarget.value.slice(1) })}>
        <option value="all">全部</option>
        {officesOf(rows).map((office) => <option key={office} value={`=${office}`}>{office}</option>)}
        <option value="=">还没有定</option>
      </select></label>
      <input
        ref={search}
        type="search"
        aria-label="查找"
        placeholder="查找　Ctrl+F"
        value={view.search}
        onChange={(event) => change({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          toGrid();
        }}
      />
    </div>
  );
}
