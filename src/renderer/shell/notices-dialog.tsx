// 通知: everything that was said since the program began, the newest first (W5): what
// a notice below the menu said is here after it was put away.
import { useEffect } from 'react';
import { useWatched } from '../session/observable';
import type { Notice } from '../session/notice-list';
import { Dialog } from './dialog';
import type { DialogContent } from './dialog-content';
import { NOTICE_CLASSES, NOTICE_TAGS } from './notices';

const CLOCK = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const DAY_AND_CLOCK = new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The time of day; of another day the day too. */
function when(at: number): string {
  return (new Date(at).toDateString() === new Date().toDateString() ? CLOCK : DAY_AND_CLOCK).format(at);
}

export const NoticesDialog: DialogContent = ({ workspace }) => {
  const { notices } = workspace;
  const log = useWatched(notices.log);
  useEffect(() => notices.seeAll(), [notices, log]);
  return (
    <Dialog workspace={workspace} title="通知" width={720}>
      {log.length === 0 ? <p className="quiet">还没有通知。</p> : <ul className="said-list">{log.toReversed().map((notice) => <Entry key={notice.id} notice={notice} />)}</ul>}
    </Dialog>
  );
};

function Entry({ notice: { kind, message, at } }: { readonly notice: Notice }) {
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>{when(at)}</time>
      <span><b className={NOTICE_CLASSES[kind]}>{NOTICE_TAGS[kind]}</b> {message}</span>
    </li>
  );
}
