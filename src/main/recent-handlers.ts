// The window's calls about the files opened last.
import type { Desk } from './desk';
import { handle } from './handle';
import { NAME, NOTHING, PICTURE } from './payloads';

/** Registers them; once. */
export function answerRecentCalls(desk: Desk): void {
  const { recent, store } = desk;
  handle('recent', NOTHING, async () => recent.list());
  handle('openRecent', NAME, (id) => desk.open(recent.fileOf(id)));
  handle('forgetRecent', NAME, async (id) => {
    recent.forget(id);
    return null;
  });
  handle('keepThumbnail', PICTURE, async (document, png) => {
    if (store.isOpen(document) && store.file !== null) recent.keepThumbnail(store.file, png);
    return null;
  });
}
