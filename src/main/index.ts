// Electron's main process: registers the scheme, makes the one window, answers its
// calls. Starting and stopping are read here from top to bottom; the work is in the
// desk (files, dialogs), the document store (the text) and the jobs.
import path from 'node:path';
import { app, Menu, session, type BrowserWindow } from 'electron';
import { closeNetwork } from './closed-network';
import { closeSession, registerScheme, serve } from './protocol';
import { Desk } from './desk';
import { FaceList } from './face-list';
import { handle, send, toFailure } from './handle';
import { keepLog } from './keep-log';
import { listenForLastWords } from './last-words';
import { EXTENSIONS } from './open-file';
import { APPLY, CLIPBOARD, NOTHING, PATH, RESYNC, SAMPLE, SAVE, STEP } from './payloads';
import { cancelReading, onReading } from './readers';
import { answerRecentCalls } from './recent-handlers';
import { answerPrintingCalls } from './printing-handlers';
import { answerSavingCalls } from './saving-handlers';
import { keepThroughShutdown } from './shutdown';
import { answerTemplateCalls } from './templates';
import { answerSupportCalls } from './support-handlers';
import { confine, createWindow, zoomWindow } from './window';

registerScheme();
closeNetwork();
// With --no-sandbox (root, in tests) it would crash-loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('web-contents-created', (_event, contents) => confine(contents));

if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(begin);
} else app.quit();

function begin(): void {
  // Our menu row is in the window; a Mac needs its own for the clipboard keys.
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null);
  const faces = new FaceList();
  closeSession(session.defaultSession);
  serve(session.defaultSession, path.join(import.meta.dirname, '../renderer'), (id) => faces.fileOf(id));
  const window = createWindow();
  keepLog(window.webContents);
  onReading((file) => send(window.webContents, 'reading', { file }));
  const desk = new Desk(window, app.getPath('userData'));
  answerCalls(window, desk, faces);
  answerSavingCalls(desk);
  answerSupportCalls(window, desk.store, faces);
  answerPrintingCalls(window, desk.store, app.getPath('userData'));
  answerRecentCalls(desk);
  answerTemplateCalls(desk, app.getPath('userData'));
  const lastWords = listenForLastWords(window);
  keepThroughShutdown(window, desk, lastWords);
  // W46: coming back to the window, the file may have been changed by somebody else.
  window.on('focus', () => void desk.store.look());
  askBeforeClosing(window, desk, lastWords);

  const fromOutside = (argv: readonly string[]): void => {
    const file = argv.findLast((word) => !word.startsWith('-') && EXTENSIONS.some((extension) => word.toLowerCase().endsWith(`.${extension}`)));
    if (file !== undefined) void openFromOutside(window, desk, path.resolve(file));
  };
  app.on('second-instance', (_event, argv) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    fromOutside(argv.slice(1));
  });
  window.webContents.once('did-finish-load', () => fromOutside(process.argv.slice(1)));
  // A window that dies alone is loaded again, from main's text.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
}

function answerCalls(window: BrowserWindow, desk: Desk, faces: FaceList): void {
  const { store } = desk;
  handle('start', NOTHING, () => desk.start());
  handle('chooseDocument', NOTHING, () => desk.chooseDocument());
  handle('openDropped', PATH, (file) => desk.open(file));
  handle('openSample', SAMPLE, (id) => desk.openSample(id));
  handle('apply', APPLY, async (document, version, group) => done(store.apply(document, version, group)));
  handle('resync', RESYNC, async (document, version, bytes) => done(await store.resync(document, version, bytes)));
  handle('save', SAVE, (document, version) => desk.save(document, version, false));
  handle('saveAs', SAVE, (document, version) => desk.save(document, version, true));
  handle('cancelOpening', NOTHING, async () => done(cancelReading()));
  handle('fonts', NOTHING, () => faces.editions());
  handle('clipboard', CLIPBOARD, async (action) => {
    const { webContents } = window;
    const run = { cut: () => webContents.cut(), copy: () => webContents.copy(), paste: () => webContents.paste(), pastePlain: () => webContents.pasteAndMatchStyle() };
    return done(run[action]());
  });
  handle('zoomWindow', STEP, async (step) => done(zoomWindow(window.webContents, step)));
  handle('toggleFullScreen', NOTHING, async () => done(window.setFullScreen(!window.isFullScreen())));
  handle('quit', NOTHING, async () => done(window.close()));
}

/** Methods that only do something answer null. */
function done(_: void): null {
  return null;
}

/** Closing waits for the window's last words, then asks about what is unsaved. */
function askBeforeClosing(window: BrowserWindow, desk: Desk, lastWords: () => Promise<void>): void {
  let mayClose = false;
  let isAsking = false;
  const ask = async (): Promise<void> => {
    await lastWords();
    if (!(await desk.mayLeave())) return;
    await desk.leave();
    mayClose = true;
    window.close();
  };
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    ask()
      .catch((error: unknown) => send(window.webContents, 'failed', toFailure(error)))
      .finally(() => {
        isAsking = false;
      });
  });
}

async function openFromOutside(window: BrowserWindow, desk: Desk, file: string): Promise<void> {
  try {
    const opened = await desk.open(file);
    if (opened !== null && !window.isDestroyed()) send(window.webContents, 'opened', opened);
  } catch (error) {
    if (!window.isDestroyed()) send(window.webContents, 'failed', toFailure(error));
  }
}
