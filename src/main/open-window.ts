// Makes a window with all that answers it: a desk for its document, the doors for its
// calls, its closing. Windows know of each other only through the office.
import { app, type BrowserWindow } from 'electron';
import { send, handle, toFailure } from './handle';
import { Desk } from './desk';
import { Jobs } from './jobs';
import { keepLogOf } from './keep-log';
import { listenForLastWords } from './last-words';
import type { Office } from './office';
import { reveal, type OpenWindow } from './open-windows';
import { APPLY, CLIPBOARD, NOTHING, ON, PATH, RESYNC, SAMPLE, SAVE, STEP, WORD_AGAIN } from './payloads';
import { answerEditionCalls } from './edition-handlers';
import { answerComparingCalls } from './comparing-handlers';
import { answerLedgerCalls } from './ledger-handlers';
import { answerImportCalls } from './import-handlers';
import { answerPaperCalls } from './paper-handlers';
import { answerPrintingCalls } from './printing-handlers';
import { answerTakeBackCalls } from './take-back-handlers';
import { answerRecentCalls } from './recent-handlers';
import { answerRollForwardCalls } from './roll-forward-handlers';
import { answerSavingCalls } from './saving-handlers';
import { answerSupportCalls } from './support-handlers';
import { answerTemplateCalls } from './templates';
import { createWindow, zoomWindow } from './window';

/**
 * Opens a window on its start screen, or on `file`.
 * @param onSessionEnd Windows ends the session; only a window is told.
 */
export function openWindow(office: Office, onSessionEnd: () => void, file: string | null = null): void {
  const { windows } = office;
  const window = createWindow(windows.all[0]?.window ?? null);
  const { webContents } = window;
  keepLogOf(webContents);
  const desk = new Desk(window, office);
  const another = (): void => openWindow(office, onSessionEnd);
  answerCalls(window, desk, office, another);
  answerSavingCalls(webContents, desk);
  answerSupportCalls(window, desk.store, office.faces);
  const jobs = new Jobs();
  answerPrintingCalls(window, desk.store, office.record, jobs);
  answerPaperCalls(window, desk.store, jobs);
  answerEditionCalls(window);
  answerRecentCalls(webContents, desk);
  answerTemplateCalls(webContents, desk, office.userData);
  answerImportCalls(window, desk);
  answerTakeBackCalls(window, desk);
  answerRollForwardCalls(window, desk);
  answerComparingCalls(window, desk);
  answerLedgerCalls(window);
  const lastWords = listenForLastWords(window);
  const one: OpenWindow = {
    window, store: desk.store, lastWords, abandon: () => desk.abandon(), close: closing(window, desk, lastWords), open: (named) => openFromOutside(window, desk, named),
  };
  windows.front(one);
  window.on('focus', () => {
    windows.front(one);
    // W46: coming back to the window, the file may have been changed by somebody else.
    void desk.store.look();
  });
  window.on('leave-full-screen', () => send(webContents, 'leftFullScreen', null));
  window.once('closed', () => windows.forget(one));
  // Electron's types have it for one platform only; elsewhere it never comes.
  (window as unknown as NodeJS.EventEmitter).on('session-end', onSessionEnd);
  if (file !== null) webContents.once('did-finish-load', () => void one.open(file));
  // A window that dies alone is loaded again, from main's text.
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    desk.windowDied();
    webContents.reload();
  });
}

/** A file named from outside: in the window that has it, in one that has none yet, else in a new one. */
export function openInWindow(office: Office, onSessionEnd: () => void, file: string): void {
  const { windows } = office;
  const holder = windows.all.find(({ store }) => store.file === file);
  if (holder !== undefined) {
    reveal(holder.window);
    return;
  }
  const empty = windows.all.find(({ store }) => !store.isHolding);
  if (empty === undefined) openWindow(office, onSessionEnd, file);
  else {
    reveal(empty.window);
    void empty.open(file);
  }
}

function answerCalls(window: BrowserWindow, desk: Desk, { faces, windows }: Office, another: () => void): void {
  const { store } = desk;
  const { webContents } = window;
  handle(webContents, 'start', NOTHING, () => desk.start());
  handle(webContents, 'chooseDocument', NOTHING, () => desk.chooseDocument());
  handle(webContents, 'openDropped', PATH, (file) => desk.open(file));
  handle(webContents, 'openSample', SAMPLE, (id) => desk.openSample(id));
  handle(webContents, 'openWordAgain', WORD_AGAIN, (document, revisions) => desk.openWordAgain(document, revisions));
  handle(webContents, 'apply', APPLY, async (document, version, group) => done(store.apply(document, version, group)));
  handle(webContents, 'resync', RESYNC, async (document, version, bytes) => done(await store.resync(document, version, bytes)));
  handle(webContents, 'save', SAVE, (document, version) => desk.save(document, version, false));
  handle(webContents, 'saveAs', SAVE, (document, version) => desk.save(document, version, true));
  handle(webContents, 'cancelOpening', NOTHING, async () => done(desk.reading.cancel()));
  handle(webContents, 'fonts', NOTHING, () => faces.editions());
  handle(webContents, 'clipboard', CLIPBOARD, async (action) => {
    const run = { cut: () => webContents.cut(), copy: () => webContents.copy(), paste: () => webContents.paste(), pastePlain: () => webContents.pasteAndMatchStyle() };
    return done(run[action]());
  });
  handle(webContents, 'zoomWindow', STEP, async (step) => done(zoomWindow(webContents, step)));
  handle(webContents, 'setFullScreen', ON, async (on) => done(window.setFullScreen(on)));
  handle(webContents, 'newWindow', NOTHING, async () => done(another()));
  handle(webContents, 'nextWindow', NOTHING, async () => {
    const { next } = windows;
    if (next !== null) reveal(next.window);
    return next !== null;
  });
  handle(webContents, 'closeWindow', NOTHING, async () => done(window.close()));
  handle(webContents, 'quit', NOTHING, async () => done(app.quit()));
}

/** Methods that only do something answer null. */
function done(_: void): null {
  return null;
}

/** Closing waits for the window's last words, then asks about what is unsaved. Answers how to close from outside. */
function closing(window: BrowserWindow, desk: Desk, lastWords: () => Promise<void>): () => Promise<boolean> {
  let mayClose = false;
  let asking: Promise<boolean> | null = null;
  const ask = async (): Promise<boolean> => {
    await lastWords();
    if (!(await desk.mayLeave())) return false;
    await desk.leave();
    mayClose = true;
    window.close();
    return true;
  };
  const close = (): Promise<boolean> => {
    asking ??= ask()
      .catch((error: unknown) => {
        send(window.webContents, 'failed', toFailure(error));
        return false;
      })
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    void close();
  });
  return close;
}

/** Opens a file that no call of the window asked for, and tells it. */
async function openFromOutside(window: BrowserWindow, desk: Desk, file: string): Promise<void> {
  try {
    const opened = await desk.open(file);
    if (opened !== null && !window.isDestroyed()) send(window.webContents, 'opened', opened);
  } catch (error) {
    if (!window.isDestroyed()) send(window.webContents, 'failed', toFailure(error));
  }
}
