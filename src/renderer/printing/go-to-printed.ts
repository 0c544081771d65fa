// Puts the caret where a printed line stands today, and says what became of it: the
// dialog that showed it is gone by then.
import type { Traced } from '../../core/model/trace-line';
import type { Workspace } from '../session/workspace';

/** Selects the words of a traced line; says so where they are not what was printed. */
export function goToPrinted({ places, notices }: Workspace, { kind, place }: Traced): void {
  if (place === null) {
    notices.tell('said', '那一稿的文字都已经不在了，没有地方可转。');
    return;
  }
  const { article, field, block, from, to } = place;
  places.goTo({ article, field, block, offset: from, ...(to > from ? { to } : {}) });
  if (kind === 'changed') notices.tell('said', '那一行的文字后来改过：选中的是现在的文字。');
  if (kind === 'gone') notices.tell('said', '那一行已经删去：光标在离它最近的一行。');
}
