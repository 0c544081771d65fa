// From 排版台 to a dialog of its own, and back: one is open at a time, so the desk closes for
// it and is opened again when it closes. In: the dialog's id. What the desk made is in the
// package; what was only looked at on it (zoom, what was selected) is not kept.
import type { Workspace } from '../session/workspace';
import { MAKEUP } from './makeup-command';

/** Opens a dialog over the desk's place; where it closes, and no other opens, the desk is there again. */
export function leaveFor({ dialog }: Pick<Workspace, 'dialog'>, id: string): void {
  dialog.set(id);
  const unwatch = dialog.watch(() => {
    const now = dialog.get();
    if (now === id) return;
    unwatch();
    if (now === null) dialog.set(MAKEUP);
  });
}
