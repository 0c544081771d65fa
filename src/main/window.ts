// A window: sandboxed, isolated, on our own scheme, with no way out of it
// (W60): navigation, new windows, webviews and permissions are denied.
import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, session, type WebContents } from 'electron';
import { WINDOW_ORIGIN } from '../ipc/index';

const PRELOAD = path.join(import.meta.dirname, '../preload/index.cjs');

/** A second window stands this far from the first, so that both are seen, px. */
const CASCADE = 28;

/** A window stands on the screen after this time whether or not its first picture was told, ms. */
const SHOWN_AT_LATEST = 5000;

const SIZE = { width: 1366, height: 768 };

/** Where a window goes that is opened from another: a little lower and to the right, on the screen with all of itself. */
function placeBeside(beside: BrowserWindow): { readonly x: number; readonly y: number } {
  const { workArea } = screen.getDisplayMatching(beside.getBounds());
  const [x = 0, y = 0] = beside.getPosition();
  return {
    x: Math.max(workArea.x, Math.min(x + CASCADE, workArea.x + workArea.width - SIZE.width)),
    y: Math.max(workArea.y, Math.min(y + CASCADE, workArea.y + workArea.height - SIZE.height)),
  };
}

/** Makes a window and loads it; shown when its first picture stands. `beside`: the one that it is opened from. */
export function createWindow(beside: BrowserWindow | null): BrowserWindow {
  const window = new BrowserWindow({
    ...(beside === null ? {} : placeBeside(beside)),
    ...SIZE,
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: '版心',
    // The desk's colour, so that no white flashes before the first picture.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1e1d1b' : '#f2f0eb',
    autoHideMenuBar: true,
    webPreferences: {
      preload: PRELOAD,
      session: session.defaultSession,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  // On a machine that is busy enough the first picture may never be told: a window that is not shown draws nothing.
  const late = setTimeout(() => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  }, SHOWN_AT_LATEST);
  window.once('closed', () => clearTimeout(late));
  void window.loadURL(`${WINDOW_ORIGIN}/index.html`);
  return window;
}

/** Sizes of the window's own text, of true size (W8: up to 200 %). */
const ZOOMS = [1, 1.1, 1.25, 1.5, 1.75, 2];

/** One size larger (1), one smaller (−1), or true size (0). */
export function zoomWindow(contents: WebContents, step: -1 | 0 | 1): void {
  const now = contents.getZoomFactor();
  const at = ZOOMS.reduce((best, zoom, index) => (Math.abs(zoom - now) < Math.abs((ZOOMS[best] ?? 1) - now) ? index : best), 0);
  contents.setZoomFactor(step === 0 ? 1 : (ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + step))] ?? 1));
}

/** Denies every way out of the window's page, for any web contents that ever comes to be. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
