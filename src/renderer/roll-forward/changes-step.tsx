// 审核改动: groups and kinds on the left, rows in the middle with before and after in
// their sentence, on the right what will be left to do by section. Rows are one list of
// options: ↑↓ walk, space turns over, → unfolds equal ones, on a group's row space takes
// the group. Only rows in view are drawn.
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { listedKind, placesOf, type RollGroup, type RollItemKind } from '../../core/report/roll/fold-items';
import { GROUP_NAMES, KIND_NAMES } from '../../core/report/roll/kind-names';
import { lackingWords } from '../panels/lacking-words';
import { useWatched } from '../session/observable';
import { today } from '../templates/today';
import { listRows, type ListRow } from './list-rows';
import { draftOf } from './make-draft';
import { RowView } from './row-view';
import { stateOf, type Proposal, type RollSession } from './roll-session';
import { sectionCounts, sectionNamer } from './section-counts';

/** CSS pixels of a group's row and of an item's. */
const HEAD = 36;
const ITEM = 60;
const PAGE = 8;

export function ChangesStep({ session }: { readonly session: RollSession }) {
  const proposal = useWatched(session.proposal);
  return proposal === null ? null : <Changes session={session} proposal={proposal} />;
}

interface ChangesProps {
  readonly session: RollSession;
  readonly proposal: Proposal;
}

function Changes({ session, proposal }: ChangesProps) {
  const refused = useWatched(session.refused);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(1);
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => listRows(proposal.groups, unfolded), [proposal, unfolded]);
  const nameOf = useMemo(() => sectionNamer(proposal.plan.last), [proposal]);
  const current = Math.min(at, rows.length - 1);
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: rows.length, overscan: 6, getScrollElement: () => list.current, useFlushSync: false,
    estimateSize: (index) => (rows[index]?.shape === 'head' ? HEAD : ITEM),
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [virtual, current]);
  const fold = (row: ListRow, open: boolean): void => {
    if (row.shape === 'head') return;
    setUnfolded((now) => new Set(open ? [...now, row.row] : [...now].filter((id) => id !== row.row)));
    if (!open) setAt(rows.findIndex((one) => one.id === row.row));
  };
  const turn = (row: ListRow): void => session.turn(row);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[current];
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + PAGE, PageUp: current - PAGE, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) setAt(Math.max(0, Math.min(rows.length - 1, to)));
    else if (row !== undefined && event.key === ' ') turn(row);
    else if (row !== undefined && event.key === 'ArrowRight') fold(row, true);
    else if (row !== undefined && event.key === 'ArrowLeft') fold(row, false);
    else return;
    event.preventDefault();
  };
  const goTo = (group: RollGroup, kind: RollItemKind | null): void => {
    const index = rows.findIndex((row) => row.group === group && (kind === null ? row.shape === 'head' : row.shape === 'row' && listedKind(row.items[0]) === kind));
    if (index < 0) return;
    setAt(index);
    virtual.scrollToIndex(index, { align: 'start' });
    list.current?.focus();
  };
  const items = virtual.getVirtualItems();
  const isDrawn = items.some(({ index }) => index === current);
  const here = rows[current];
  return (
    <div className="roll-changes">
      <nav aria-label="改动分组">
        <h3 className="cap">改动分组</h3>
        <ul className="list">
          {proposal.groups.filter(({ rows: own }) => own.length > 0).map(({ group, count, kinds }) => (
            <li key={group}>
              <button type="button" className="plain" onClick={() => goTo(group, null)}>{GROUP_NAMES[group]}<small>{count}</small></button>
              <ul>
                {kinds.map(({ kind, count: some }) => (
                  <li key={kind}>
                    <button type="button" className="plain sub" {...(here?.group === group && here.shape !== 'head' && listedKind(here.items[0]) === kind ? { 'aria-current': true } : {})} onClick={() => goTo(group, kind)}>{KIND_NAMES[kind][0]}<small>{some}</small></button>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <p className="quiet">不在清单里的字，一个也不改。</p>
      </nav>
      <section aria-label="改动">
        <div ref={list} className="roll-rows" role="listbox" aria-label="改动" aria-multiselectable="true" tabIndex={0} onKeyDown={onKeyDown} {...(isDrawn ? { 'aria-activedescendant': `roll-row-${current}` } : {})}>
          <div className="tall" role="presentation" style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start, key }) => {
              const row = rows[index];
              return row === undefined ? null : (
                <RowView
                  key={String(key)}
                  index={index}
                  count={rows.length}
                  top={start}
                  row={row}
                  state={stateOf(row.items, refused)}
                  accepted={row.items.filter(({ id }) => !refused.has(id))}
                  nameOf={nameOf}
                  isCurrent={index === current}
                  isUnfolded={row.shape === 'row' && unfolded.has(row.row)}
                  measure={virtual.measureElement}
                  choose={() => setAt(index)}
                  decide={(isAccepted) => session.decide(row.items, isAccepted)}
                  fold={(open) => fold(row, open)}
                />
              );
            })}
          </div>
          {rows.length === 0 && <p className="quiet">没有认出要改的地方。生成的草稿与去年一字不差。</p>}
        </div>
        <p className="roll-keys">↑↓ 移动，空格 接受或不改，→ 展开同改的各处，← 收起；在一组的首行按空格，整组一起</p>
      </section>
      <Left proposal={proposal} refused={refused} />
    </div>
  );
}

/** Pixels that one place is in the bars. */
const BAR = 4;
const WIDEST = 56;

function Left({ proposal, refused: decided }: { readonly proposal: Proposal; readonly refused: ReadonlySet<string> }) {
  const { plan } = proposal;
  // Counted in the draft itself, which is made anew a moment after a decision.
  const refused = useDeferredValue(decided);
  const sections = useMemo(() => sectionCounts(draftOf(proposal, refused, ''), today()), [proposal, refused]);
  const blanks = sections.reduce((sum, one) => sum + one.blanks, 0);
  const checks = sections.reduce((sum, one) => sum + one.checks, 0);
  const listed = (group: RollGroup): number => placesOf(group, proposal.groups.filter((one) => one.group === group).flatMap(({ rows }) => rows.flatMap(({ items }) => items)).filter(({ id }) => !refused.has(id)));
  const most = Math.max(1, ...sections.map((one) => one.blanks + one.checks));
  const unit = Math.min(BAR, WIDEST / most);
  return (
    <aside aria-label="生成草稿后要做的">
      <h3 className="cap">生成草稿后要做的</h3>
      <dl>
        <div><dt>待填</dt><dd>{blanks} 处</dd></div>
        <div><dt>待核</dt><dd>{checks} 处</dd></div>
        {proposal.template !== null && <div><dt>其中模板自带</dt><dd>待填 {blanks - listed('blank')} · 待核 {checks - listed('review')}</dd></div>}
        <div><dt>会议信息还缺</dt><dd>{lackingWords(plan.meeting) ?? '不缺'}</dd></div>
      </dl>
      <h3 className="cap">按章节</h3>
      <p className="roll-legend"><i className="solid" /> 待填（实心） <i className="hollow" /> 待核（空心）</p>
      <ul tabIndex={0} aria-label="按章节">
        {sections.map((one) => (
          <li key={one.name}>
            <span>{one.name}</span>
            <span className="bars" aria-hidden="true">
              {one.blanks > 0 && <i className="solid" style={{ width: one.blanks * unit }} />}
              {one.checks > 0 && <i className="hollow" style={{ width: Math.max(one.checks * unit, 4) }} />}
            </span>
            <span><span className="unseen">待填</span>{one.blanks} · <span className="unseen">待核</span>{one.checks}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">工作稿照样导出；征求意见稿导出前列出待办并印作 ××；大会稿须待办清零。</p>
    </aside>
  );
}
