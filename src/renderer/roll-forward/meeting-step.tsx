// 会议信息 of the new meeting: which kind of roll it is, and the record as far as the last
// one tells it. Dates and attendance are never inferred: empty they stay 待填, and it is
// said what follows from that.
import { useEffect, useRef } from 'react';
import type { Meeting } from '../../core/model/package';
import { annualIn, kindOf, oddRecord } from '../../core/report/roll/next-meeting';
import { MEETING_LINES, valueAt } from '../meeting/meeting-fields';
import { MeetingLineBox, MeetingPreview } from '../meeting/meeting-dialog';
import { useWatched } from '../session/observable';
import { ROLL_KINDS } from './item-words';
import { sourceOf, versionSource, type RollSource } from './roll-session';
import type { RollProps } from './roll-props';

export function MeetingStep({ workspace, session }: RollProps) {
  const kind = useWatched(session.kind);
  const source = useWatched(session.source);
  const drafts = useWatched(session.drafts);
  const annual = useWatched(session.annual);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    (box.current?.querySelector<HTMLElement>('input:checked') ?? box.current?.querySelector<HTMLElement>('input'))?.focus();
  }, []);
  if (source === null) return null;
  const isOpen = kindOf(source.pkg.meeting) === null;
  const own = annualIn(source.pkg);
  const given = session.given();
  const record = session.record();
  const odd = kind === null || record === null ? null : oddRecord(kind, record, source.pkg.meeting);
  /** The button that was pressed goes; the keys stay in the form. */
  const takeAnnual = (taken: RollSource | null): void => {
    session.annual.set(taken);
    box.current?.querySelector<HTMLElement>('input:checked')?.focus();
  };
  const chooseAnnual = (): void => {
    void workspace.api.chooseLastReport('annual').then((answer) => {
      if (!answer.ok) session.said.set(answer.code === 'open-cancelled' ? '' : answer.message);
      else if (answer.value !== null) session.annual.set(sourceOf(answer.value));
    });
  };
  return (
    <div ref={box} className="roll-meeting dialog-boxes">
      <fieldset className="roll-kinds">
        <legend>今年的会议{isOpen && <small>去年是第{source.pkg.meeting.session}次会议，今年可能换届：请选一种</small>}</legend>
        {ROLL_KINDS.map(([id, name, about]) => (
          <label key={id}>
            <input type="radio" name="roll-kind" value={id} checked={kind === id} onChange={() => session.choose(id)} />
            <span>
              {name}
              <small>{about}</small>
            </span>
          </label>
        ))}
        {kind === 'firstAnnual' && (
          <p>
            <button type="button" className="button" onClick={chooseAnnual}>上一份年度报告…</button>
            {own !== null && annual === null && <button type="button" className="button" onClick={() => takeAnnual(versionSource(source, own))}>用文稿包里的“{own.name}”</button>}
            {annual === null ? <small>不选就用去年这份的结构</small> : <small>用“{annual.name}”的结构 <button type="button" className="plain link" onClick={() => takeAnnual(null)}>不用</button></small>}
          </p>
        )}
      </fieldset>
      {given === null || record === null ? <p className="quiet">选定以后，这里列出新会议的信息。</p> : (
        <div>
          <div className="meeting">
            {MEETING_LINES.map((line) => (
              <MeetingLineBox
                key={`${line.path}-${kind ?? ''}`}
                line={line}
                meeting={record}
                draft={drafts[line.path] ?? null}
                saved={valueAt(given, line.path)}
                readOnly={false}
                change={(typed) => {
                  const { [line.path]: _, ...others } = session.drafts.get();
                  session.drafts.set(typed === line.show(valueAt(given, line.path)) ? others : { ...others, [line.path]: typed });
                }}
                settle={() => undefined}
              />
            ))}
          </div>
          <MeetingPreview articles={source.pkg.articles} meeting={record} />
          {odd !== null && <p role="status" className="roll-said"><b className="tag warning">疑</b> 填的是{odd.said}，{ROLL_KINDS.find(([id]) => id === kind)?.[1]}应是{odd.due}：两样请核对，草稿照填的写。</p>}
          <p className="quiet roll-said">{saidOf(record)}</p>
        </div>
      )}
    </div>
  );
}

function saidOf({ opens, closes, expected, present }: Meeting): string {
  const dates = opens === null ? '开幕日期没有填：题下的日期转为待填，年份先按去年加一；填了以后自动改。' : '';
  const rest = [...(closes === null && opens !== null ? ['闭幕日期'] : []), ...(expected === null || present === null ? ['应到实到人数'] : [])];
  return `${dates}${rest.length === 0 ? '' : `${rest.join('、')}没有填的，留作待填。`}`;
}
