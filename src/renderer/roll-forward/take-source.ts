// Last year's file as the source of a session: what a call of main gives, or why it gave
// none. Also asked by files that are dropped while the view is open.
import type { Result } from '../../ipc/index';
import type { LastReport } from '../../ipc/roll-forward';
import { sourceOf, type RollSession } from './roll-session';

/** Takes it; what was decided on another file goes with that. */
export async function takeSource(session: RollSession, answer: Promise<Result<LastReport | null>>): Promise<void> {
  session.said.set('正在读…');
  const read = await answer;
  session.said.set('');
  if (!read.ok) {
    if (read.code !== 'open-cancelled') session.said.set(read.message);
  } else if (read.value !== null) {
    session.take(sourceOf(read.value));
    session.step.set('source');
  }
}
