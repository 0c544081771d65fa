// What the window still has in hand when the program ends: letters of an open
// composition, a change on its way. It is asked for them and answers by readyToClose.
import type { BrowserWindow } from 'electron';
import { handle, send } from './handle';
import { NOTHING } from './payloads';

/** The window answers at once; one that hangs must not keep the program open, ms. */
const CLOSING_MS = 1500;

/** Registers the answer for a window; the function asks, and resolves when everything was handed over or the time is up. */
export function listenForLastWords(window: BrowserWindow): () => Promise<void> {
  let ready: (() => void) | null = null;
  handle(window.webContents, 'readyToClose', NOTHING, async () => {
    ready?.();
    return null;
  });
  return async () => {
    const said = new Promise<void>((resolve) => {
      ready = resolve;
    });
    send(window.webContents, 'closing', null);
    await Promise.race([said, new Promise((resolve) => setTimeout(resolve, CLOSING_MS))]);
  };
}
