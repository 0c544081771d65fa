// Electron's main process: registers the scheme, opens the first window. Starting and
// stopping are read here from top to bottom; what answers a window is in
// open-window.ts, the work in its desk (files, dialogs), the document store (the text)
// and the jobs.
import path from 'node:path';
import { app, Menu, session } from 'electron';
import { closeNetwork } from './closed-network';
import { boundCompilers } from './compiler-threads';
import { closeSession, registerScheme, serve } from './protocol';
import { openDoor } from './handle';
import { keepLog } from './keep-log';
import { openOffice } from './office';
import { EXTENSIONS } from './open-file';
import { openInWindow, openWindow } from './open-window';
import { reveal } from './open-windows';
import { keepThroughShutdown } from './shutdown';
import { confine } from './window';

registerScheme();
closeNetwork();
boundCompilers();
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
  keepLog();
  const office = openOffice(app.getPath('userData'));
  const { faces, windows } = office;
  closeSession(session.defaultSession);
  serve(session.defaultSession, path.join(import.meta.dirname, '../renderer'), (id) => faces.fileOf(id));
  openDoor();
  const end = keepThroughShutdown(windows);
  openWindow(office, end, fileIn(process.argv.slice(1)));
  app.on('second-instance', (_event, argv) => {
    const file = fileIn(argv.slice(1));
    if (file !== null) openInWindow(office, end, file);
    else if (windows.all[0] !== undefined) reveal(windows.all[0].window);
  });
  // One window after another, so that who stays in one stays in the rest.
  app.on('before-quit', (event) => {
    if (windows.all.length === 0) return;
    event.preventDefault();
    void windows.closeAll();
  });
}

/** The last file that a command line names, or null. */
function fileIn(argv: readonly string[]): string | null {
  const file = argv.findLast((word) => !word.startsWith('-') && EXTENSIONS.some((extension) => word.toLowerCase().endsWith(`.${extension}`)));
  return file === undefined ? null : path.resolve(file);
}
