// The window's calls about the files opened last.
import type { WebContents } from 'electron';
import type { Desk } from './desk';
import { handle } from './handle';
import { NAME, NOTHING, PICTURE } from './payloads';

/** Registers them for a window. */
export function answerRecentCalls(contents: WebContents, desk: Desk): void {
  const { recent, store } = desk;
  handle(contents, 'recent', NOTHING, async () => recent.list());
  handle(contents, 'openRecent', NAME, (id) => desk.open(recent.fileOf(id)));
  handle(contents, 'forgetRecent', NAME, async (id) => {
    recent.forget(id);
    return null;
  });
  handle(contents, 'keepThumbnail', PICTURE, async (document, png) => {
    if (store.isOpen(document) && store.file !== null) recent.keepThumbnail(store.file, png);
    return null;
  });
}
