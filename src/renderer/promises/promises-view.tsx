// 承诺与结果: each task of last year's plan beside the sentence of this year's review that speaks
// of it, why it is taken for that, and whether it was done: a person's to say. Rows are one
// list of options: ↑↓ walk, 1–4 judge, 0 takes back, Enter goes to choose another sentence.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { FieldPath, PromiseStatus } from '../../core/model/package';
import { reportTitle } from '../panels/article-names';
import { PROMISE_STATES, promiseRows, promisesCsv, promisesSheet, sayOfPromise, type PromiseRow } from '../../core/report/promise-rows';
import type { ReviewSentence } from '../../core/report/promises';
import { TableStatus, useTableWork } from '../figures/table-work';
import { Sheet } from '../saving/sheet';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Caret } from '../session/places';
import type { Workspace } from '../session/workspace';
import type { DialogContent } from '../shell/dialog-content';
import { today } from '../templates/today';
import { SentenceChoice } from './sentence-choice';

export const PromisesDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <PromisesView workspace={workspace} session={session} />;
};

const STATUSES = Object.keys(PROMISE_STATES) as PromiseStatus[];

function PromisesView({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const { pkg } = useWatched(session.state);
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState('');
  const work = useTableWork(workspace, setSaid);
  const { busy, run: write } = work;
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  /** Where the caret goes once the view is gone: while it stands the text cannot have the focus. */
  const leaveFor = useRef<Caret | null>(null);
  const { articles, versions, promises } = pkg;
  const rows = useMemo(() => promiseRows({ articles, versions, ...(promises === undefined ? {} : { promises }) }), [articles, versions, promises]);
  const current = Math.min(at, rows.length - 1);
  const row = rows[current];
  const isFixed = session.opened.readOnly !== null;
  useEffect(() => {
    list.current?.focus();
    return () => {
      if (leaveFor.current !== null) workspace.places.goTo(leaveFor.current);
    };
  }, [workspace]);
  useEffect(() => document.getElementById(`promise-${current}`)?.scrollIntoView({ block: 'nearest' }), [current]);

  const judge = (of: PromiseRow, status: PromiseStatus | null): void => {
    const changes = isFixed ? [] : sayOfPromise(of, { status });
    if (changes.length > 0) session.change(changes, status === null ? '承诺与结果：撤回' : `承诺与结果：${PROMISE_STATES[status]}`);
  };
  const choose = (result: string | null): void => {
    const changes = isFixed || row === undefined ? [] : sayOfPromise(row, { result });
    if (changes.length > 0) session.change(changes, '承诺与结果：选定原句');
    list.current?.focus();
  };
  const goTo = ({ article, field, block, from, to }: ReviewSentence['place']): void => {
    leaveFor.current = { article, field: field as FieldPath | null, block: block ?? 0, offset: from, to };
    workspace.dialog.set(null);
  };
  const onListKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + 6, PageUp: current - 6, Home: 0, End: rows.length - 1 }[event.key];
    const digit = /^[0-4]$/.exec(event.key)?.[0];
    if (to !== undefined) setAt(Math.max(0, Math.min(rows.length - 1, to)));
    else if (row !== undefined && digit !== undefined) judge(row, digit === '0' ? null : (STATUSES[Number(digit) - 1] ?? null));
    else if (row !== undefined && event.key === 'Enter') search.current?.focus();
    else return;
    event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const isWord = event.target instanceof HTMLInputElement;
    const key = `${event.shiftKey ? 'Shift+' : ''}${event.code.replace(/^Key/, '')}`;
    const run = { F: () => search.current?.select(), Z: isWord ? undefined : () => workspace.undo(), Y: isWord ? undefined : () => workspace.redo(), 'Shift+Z': isWord ? undefined : () => workspace.redo() }[key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  const file = `${pkg.name} 承诺与结果`;
  const judged = rows.filter(({ status }) => status !== null).length;
  return (
    <Sheet
      workspace={workspace}
      title="承诺与结果"
      note={rows.length === 0 ? '' : `去年的安排 ${rows.length} 项 · 已定 ${judged} · 今年没有提到 ${rows.filter(({ result }) => result === null).length}`}
      onKeyDown={onKeyDown}
      foot={
        <>
          <TableStatus work={work} quiet={said} />
          <span className="rest" />
          <button type="button" className="button" disabled={busy || rows.length === 0} onClick={() => write(() => workspace.api.saveTable(file, promisesCsv(rows)), (name) => (name === null ? '' : `已导出 ${name}：${rows.length} 项。`))}>导出 CSV</button>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>关闭</button>
          <button type="button" className="button main" disabled={busy || rows.length === 0} onClick={() => write(() => workspace.api.saveSheets([{ name: file, ...promisesSheet(rows, reportTitle(pkg), today()) }]), (names) => (names === null ? '' : `已导出 ${names.join('、')}。`))}>导出 Word 表</button>
        </>
      }
    >
      <div className="promises">
        <section aria-label="去年的安排">
          <div ref={list} className="promise-rows" role="listbox" aria-label="去年的安排" tabIndex={0} onKeyDown={onListKey} {...(row === undefined ? {} : { 'aria-activedescendant': `promise-${current}` })}>
            {rows.map((one, index) => <Row key={one.key} row={one} index={index} isCurrent={index === current} choose={() => setAt(index)} judge={(status) => judge(one, status)} />)}
          </div>
          {rows.length === 0 && <p className="quiet wait">{versions.some(({ id }) => id === 'last-year') ? '去年的文稿里没有认出“要…”的安排。' : '文稿包里没有去年的文稿：从去年的报告开始做的草稿才有。'}</p>}
          <p className="roll-keys">↑↓ 移动，1 完成，2 部分，3 未提，4 改名，0 撤回，回车 另选原句</p>
        </section>
        {row !== undefined && <SentenceChoice key={row.key} row={row} articles={articles} search={search} isFixed={isFixed} choose={choose} goTo={goTo} leave={() => list.current?.focus()} />}
      </div>
    </Sheet>
  );
}

interface RowProps {
  readonly row: PromiseRow;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly choose: () => void;
  readonly judge: (status: PromiseStatus | null) => void;
}

/** By keys a row is judged as a whole, so its four words are no buttons of their own. */
function Row({ row: { task, result, reason, status }, index, isCurrent, choose, judge }: RowProps) {
  return (
    <div id={`promise-${index}`} role="option" aria-selected={isCurrent} className={`promise-row${isCurrent ? ' current' : ''}`} onClick={choose}>
      <p className="promise-task"><small>{index + 1}</small>{task.text}</p>
      <p className="promise-result">
        {result === null ? <b>今年没有提到</b> : result.text}
        {result !== null && <small>{result.place === null ? '选定的这句后来改过，稿件里找不到了' : reason}</small>}
      </p>
      <span className="roll-choice">
        <span className="unseen">状态：{status === null ? '未定' : PROMISE_STATES[status]}</span>
        {STATUSES.map((one) => <span key={one} aria-hidden="true" className={status === one ? 'on' : ''} onClick={() => judge(status === one ? null : one)}>{PROMISE_STATES[one]}</span>)}
      </span>
    </div>
  );
}
