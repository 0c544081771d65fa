// 来源: last year's file, by main's dialog, from the files opened last, or the package
// that is open. What reading it found stands below, with the way into 导入审阅.
import { useEffect, useRef } from 'react';
import type { Result } from '../../ipc/index';
import type { LastReport } from '../../ipc/roll-forward';
import { renderField } from '../../core/model/fields';
import { dayAndTime } from '../saving/when';
import { useWatched } from '../session/observable';
import { articleNames } from '../panels/article-names';
import type { RollProps } from './roll-props';
import type { RollSource } from './roll-session';
import { takeSource } from './take-source';

/** Recent files offered. */
const MOST_RECENT = 8;

export function SourceStep({ workspace, session, next }: RollProps & { readonly next: () => void }) {
  const source = useWatched(session.source);
  const open = useWatched(workspace.session);
  const recent = useWatched(workspace.recent.files);
  const busy = useWatched(session.reading);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.focus();
    void workspace.recent.load();
  }, [workspace]);
  const take = (answer: Promise<Result<LastReport | null>>): void => {
    void takeSource(session, answer);
  };
  const review = (): void => {
    void workspace.imports.takeImported(workspace.api.reviewLastReport());
  };
  return (
    <div className="roll-source">
      <section aria-label="去年的文件">
        <h3>去年的文件</h3>
        <p>选去年的定稿。年份、届次自动顺延，数字留空待填，拿不准的列出来请您核对，其余一字不动。</p>
        <p>
          <button ref={first} type="button" className={source === null ? 'button main' : 'button'} data-first disabled={busy} onClick={() => take(workspace.api.chooseLastReport('last'))}>选择去年的文件…</button>
          <small>版心文稿包、Word、纯文本；也可以拖进来</small>
        </p>
        {busy && (
          <p role="status">
            正在读这个文件…
            <button type="button" className="button small" onClick={() => void workspace.api.cancelOpening()}>停止</button>
          </p>
        )}
        {open !== null && (
          <p>
            <button type="button" className="button" disabled={busy} onClick={() => session.take({ name: open.file.get() ?? open.pkg.name, pkg: open.pkg, notes: [], questions: 0, isText: false })}>用打开着的这份：{open.pkg.name}</button>
          </p>
        )}
        {recent.length > 0 && (
          <>
            <h3>最近文件</h3>
            <ul className="roll-recent" aria-label="最近文件">
              {recent.filter(({ isGone }) => !isGone).slice(0, MOST_RECENT).map(({ id, name, folder, at }) => (
                <li key={id}>
                  <button type="button" className="plain" disabled={busy} title={`${folder}\n${name}`} onClick={() => take(workspace.api.recentLastReport(id))}>
                    <span>{name}</span>
                    <small>{dayAndTime(at)}</small>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {source !== null && <Found source={source} review={review} next={next} />}
    </div>
  );
}

function Found({ source, review, next }: { readonly source: RollSource; readonly review: () => void; readonly next: () => void }) {
  const { pkg, name, notes, questions, isText } = source;
  const names = articleNames(pkg.articles, pkg.meeting);
  const session = renderField('meeting', 'jieci', pkg.meeting);
  const go = useRef<HTMLButtonElement>(null);
  useEffect(() => go.current?.focus(), [source]);
  return (
    <section aria-label="读到的内容">
      <h3>{name}</h3>
      <dl className="roll-facts">
        <dt>会议</dt>
        <dd>{session === null ? '认不出届次，下一步请填' : `${pkg.meeting.place ?? ''} ${session}${pkg.meeting.opens === null ? '' : `，${pkg.meeting.opens}开幕`}`}</dd>
        <dt>稿件</dt>
        <dd>{names.length === 0 ? '没有' : names.join('、')}</dd>
      </dl>
      {notes.map((note) => <p key={note} className="quiet">{note}</p>)}
      {questions > 0 && <p className="roll-doubts"><b className="tag warning">疑</b> 有 {questions} 处拿不准怎么分、怎么接。{isText ? '可以先逐行审阅，也可以直接往下走。' : ''}</p>}
      <p>
        <button ref={go} type="button" className="button main" onClick={next}>用它，下一步</button>
        {isText && <button type="button" className="button" onClick={review}>先作导入审阅</button>}
      </p>
    </section>
  );
}
