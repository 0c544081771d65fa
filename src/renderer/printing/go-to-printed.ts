// Puts the caret where a printed line stands today, and says what became of it. The
// dialog that showed it closes first: while it is open, no text can have the focus.
import type { Traced } from '../../core/model/trace-line';
import type { Workspace } from '../session/workspace';

/** Closes the dialog, then selects the words of a traced line; says so where they are not what was printed. */
export async function goToPrinted({ dialog, places, notices }: Workspace, { kind, place }: Traced): Promise<void> {
  dialog.set(null);
  // Drawn away, and the focus given back to the text that had it.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  if (place === null) {
    notices.tell('said', '那一稿的文字都已经不在了，没有地方可转。');
    return;
  }
  const { article, field, block, from, to } = place;
  places.goTo({ article, field, block, offset: from, ...(to > from ? { to } : {}) });
  if (kind === 'changed') notices.tell('said', '那一行的文字后来改过：选中的是现在的文字。');
  if (kind === 'gone') notices.tell('said', '那一行已经删去：光标在离它最近的一行。');
}
