// What becomes of a session that last year's text names, by its relation to the meetings (TYPESETTING
// 4.4): this one, the one before, the one after, counted since the first of the 届. In: a mention and both
// records. Out: the new words and why, or why a person must look; null: it stays as it is.
import { reportTermOf } from '../../model/fields';
import { toHan } from '../../model/numerals';
import type { Meeting } from '../../model/package';
import type { SessionMention } from './sessions';

export type MovedSession =
  | { readonly kind: 'session' | 'term'; readonly to: string; readonly why: string; /** What a person must still look at. */ readonly doubt?: string }
  | { readonly kind: 'ask'; readonly why: string };

/** `isAboutProposals`: its sentence counts proposals, which run from one session to the next. `isCompared`: something is compared with it. */
export function moveSession(mention: SessionMention, last: Meeting, next: Meeting, isAboutProposals: boolean, isCompared = false): MovedSession | null {
  const { term, session, since, write, text } = mention;
  if (mention.isListed) return { kind: 'ask', why: '几次会议连在一起，请核对' };
  const base = { was: reportTermOf(last), now: next.reportTerm };
  if (session === null) return moveTerm(mention, last, next, base);
  if (last.term === null || last.session === null || next.term === null || next.session === null) return { kind: 'ask', why: '去年的届次不明，请核对' };
  if (term === last.term && session === last.session) {
    const to = write(next.term, next.session);
    return to === text ? null : { kind: 'session', to, why: '本次会议' };
  }
  const isPrevious = last.session > 1 ? term === last.term && session === last.session - 1 : last.session === 1 && term === last.term - 1 && session > 1;
  if (session === 1 && since && !(isPrevious && isAboutProposals)) {
    // Counted from the first session of the 届: stays within it, and becomes the new 届's where that changed.
    if (isPrevious) return { kind: 'ask', why: '从第一次会议算起还是从上次会议算起，请核对' };
    return base.was !== null && base.now !== null && term === base.was && base.was !== base.now ? { kind: 'term', to: write(base.now, 1), why: '本届第一次会议以来' } : null;
  }
  if (isPrevious) {
    // The plenary held before the new one.
    const held = next.session > 1 ? { term: next.term, session: next.session - 1 } : { term: last.term, session: last.session };
    return { kind: 'session', to: write(held.term, held.session), why: '上一次会议' };
  }
  // 为九届四次会议作准备, said by the third: the meeting after the new one.
  if (term === last.term && term === next.term && session === last.session + 1 && !since) {
    const moved = { kind: 'session', to: write(next.term, next.session + 1), why: '下一次会议' } as const;
    // After the fifth commonly comes the first of another 届.
    return next.session < LAST_OF_TERM ? moved : { ...moved, doubt: `今年是第${toHan(next.session)}次会议，下一次可能换届，请核对` };
  }
  if (isCompared && term === last.term && term === next.term && session === last.session - 2 && next.session > 2) return { kind: 'session', to: write(term, next.session - 2), why: '上上次会议' };
  // 三次会议以来, where the last was the fifth: whether it moves on, and by how many, is not told.
  return term >= last.term ? { kind: 'ask', why: term === last.term && session < last.session ? '更早的一次会议，请核对' : '往后的会议，请核对' } : null;
}

/** Sessions that a 届 commonly has. */
export const LAST_OF_TERM = 5;

/** The 届 alone: that of who reports, else that of the meeting. */
function moveTerm({ term, write }: SessionMention, last: Meeting, next: Meeting, base: { readonly was: number | null; readonly now: number | null }): MovedSession | null {
  if (base.was !== null && base.now !== null && base.was !== base.now && term === base.was) return { kind: 'term', to: write(base.now, null), why: '报告届' };
  if (last.term !== null && next.term !== null && term === last.term && last.term !== next.term && term !== base.now) return { kind: 'term', to: write(next.term, null), why: '会议届' };
  return null;
}
