// 会议信息 as a form: each line is a value of the meeting record, set when its box
// is left, one undoable change each, so that texts, heads, cover and header follow
// at once. A value that cannot be read stays in its box with the reason beside it
// and is not set. Below stands how title and occasion will read, while typing.
import { useEffect, useId, useRef, useState } from 'react';
import type { Meeting, Package } from '../../core/model/package';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { previewOf, type Drafts } from './meeting-drafts';
import { MEETING_LINES, changePath, remarkOn, valueAt, type MeetingLine, type MeetingPath } from './meeting-fields';
import { previewLines } from './preview-words';

/** Lines that stand two in a row. */
const HALF: ReadonlySet<MeetingPath> = new Set(['term', 'reportTerm', 'session', 'place', 'venue', 'opens', 'closes', 'speaker', 'chair', 'expected', 'present']);

export const MeetingDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : (
    <MeetingForm session={session} workspace={workspace} />
  );
};

function MeetingForm({ session, workspace }: { readonly session: DocumentSession; readonly workspace: Parameters<DialogContent>[0]['workspace'] }) {
  const pkg = useSelected(session.state, (state) => state.pkg);
  const [drafts, setDrafts] = useState<Drafts>({});
  const latest = useRef(drafts);
  latest.current = drafts;
  const readOnly = session.opened.readOnly !== null;
  const close = (): void => workspace.dialog.set(null);

  const settle = (path: MeetingPath): void => {
    const { [path]: typed, ...others } = latest.current;
    if (typed !== undefined && setValue(session, path, typed)) {
      latest.current = others;
      setDrafts(others);
    }
  };
  // However the form is left, what stands in the boxes and can be read is set: every change can be undone.
  useEffect(() => () => {
    for (const [path, typed] of Object.entries(latest.current)) setValue(session, path as MeetingPath, typed);
  }, [session]);

  const form = useRef<HTMLDivElement>(null);
  const done = (): void => {
    for (const path of Object.keys(latest.current)) settle(path as MeetingPath);
    const wrong = form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]') ?? null;
    if (wrong === null || Object.keys(latest.current).length === 0) close();
    else wrong.focus();
  };
  const meeting = previewOf(pkg.meeting, drafts);
  return (
    <Dialog
      workspace={workspace}
      title="会议信息"
      width={720}
      onSubmit={done}
      foot={(
        <>
          <span className="rest">{readOnly ? '这份文稿包只读，不能改。' : '填一项，各篇稿件、封面和页眉马上跟着改；每项都可撤销。'}</span>
          <button type="submit" className="button main">完成</button>
        </>
      )}
    >
      <div ref={form} className="meeting">
        {MEETING_LINES.map((line) => (
          <MeetingLineBox
            key={line.path}
            line={line}
            meeting={meeting}
            draft={drafts[line.path] ?? null}
            saved={valueAt(pkg.meeting, line.path)}
            readOnly={readOnly}
            change={(typed) => setDrafts({ ...drafts, [line.path]: typed })}
            settle={() => settle(line.path)}
          />
        ))}
      </div>
      <MeetingPreview articles={pkg.articles} meeting={meeting} />
    </Dialog>
  );
}

/** Sets a value as typed; false where it cannot be read. What is so already changes nothing. */
function setValue(session: DocumentSession, path: MeetingPath, typed: string): boolean {
  const line = MEETING_LINES.find((each) => each.path === path);
  const read = line?.read(typed);
  if (line === undefined || read?.ok !== true || session.opened.readOnly !== null) return false;
  const from = valueAt(session.pkg.meeting, path);
  if (from !== read.value) session.change([{ kind: 'set', path: changePath(path), from, to: read.value }], `会议信息：${line.name}`);
  return true;
}

interface LineProps {
  readonly line: MeetingLine;
  readonly meeting: Meeting;
  readonly draft: string | null;
  readonly saved: string | number | null;
  readonly readOnly: boolean;
  readonly change: (typed: string) => void;
  readonly settle: () => void;
}

/** A line of the form: name, box, what is to be said of the value. */
export function MeetingLineBox({ line, meeting, draft, saved, readOnly, change, settle }: LineProps) {
  const id = useId();
  const read = draft === null ? null : line.read(draft);
  const wrong = read !== null && !read.ok ? read.reason : null;
  // A date half typed is no mistake yet: it is said when the box is left.
  const [left, setLeft] = useState(false);
  const said = wrong !== null && left ? wrong : remarkOn(meeting, line.path);
  return (
    <div className={HALF.has(line.path) ? 'line half' : 'line'}>
      <label htmlFor={id}>{line.name}</label>
      <input
        id={id}
        type="text"
        value={draft ?? line.show(saved)}
        placeholder={line.hint}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong !== null && left}
        aria-describedby={said === null ? undefined : `${id}-said`}
        onChange={(event) => change(event.target.value)}
        onFocus={() => setLeft(false)}
        onBlur={() => {
          setLeft(true);
          settle();
        }}
      />
      {said !== null && <small id={`${id}-said`} className={wrong !== null && left ? 'wrong' : undefined}>{said}</small>}
    </div>
  );
}

/** How title and occasion will read. */
export function MeetingPreview({ articles, meeting }: { readonly articles: Package['articles']; readonly meeting: Meeting }) {
  return (
    <dl className="reads" aria-label="将写成" aria-live="polite">
      {previewLines(articles, meeting).map(({ name, text, empty }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text ?? <span className="quiet">{empty}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
