// Last year's file as the source of a session: what a call of main gives, or why it gave
// none. Also asked by files that are dropped while the view is open.
import type { Result } from '../../ipc/index';
import type { LastReport } from '../../ipc/roll-forward';
import { sourceOf, type RollSession } from './roll-session';

/** A file that was dropped on the view: what was decided is not given up for it without a word. */
export async function takeDropped(session: RollSession, ask: () => Promise<Result<LastReport>>): Promise<void> {
  if (session.decisions > 0) session.said.set(`已经作了 ${session.decisions} 个决定，没有换文件；要换，先取消再重新开始。`);
  else await takeSource(session, ask());
}

/** Takes it; what was decided on another file goes with that. */
export async function takeSource(session: RollSession, answer: Promise<Result<LastReport | null>>): Promise<void> {
  session.reading.set(true);
  const read = await answer;
  session.reading.set(false);
  session.said.set('');
  if (!read.ok) {
    if (read.code !== 'open-cancelled') session.said.set(read.message);
  } else if (read.value !== null) {
    session.take(sourceOf(read.value));
    session.step.set('source');
  }
}
