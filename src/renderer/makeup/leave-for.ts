// From 排版台 to a dialog of its own, and back: one is open at a time, so the desk closes for
// it and is opened again when it closes, with the block of the same article selected. In: the
// dialog's id, or what opens it. What the desk made is in the package; its zoom is not kept.
import type { Workspace } from '../session/workspace';
import { MAKEUP } from './makeup-command';

/** Opens a dialog over the desk's place; where it closes, and no other opens, the desk is there again. `article`: whose block was selected. */
export function leaveFor({ dialog }: Pick<Workspace, 'dialog'>, open: string | (() => void), article: string | null = null): void {
  if (typeof open === 'string') dialog.set(open);
  else open();
  const id = dialog.get();
  // It opened nothing: the desk is still there.
  if (id === null || id.split(':')[0] === MAKEUP) return;
  const unwatch = dialog.watch(() => {
    const now = dialog.get();
    if (now === id) return;
    unwatch();
    if (now === null) dialog.set(article === null ? MAKEUP : `${MAKEUP}:${article}`);
  });
}
