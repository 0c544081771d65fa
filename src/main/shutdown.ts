// The system ends the program (W49): log-off, shutdown, a polite signal. Nobody can
// be asked and there is little time, so the journal is written out and kept, the lock
// is taken away, and the program goes; the next start offers the text.
import { app, powerMonitor, type BrowserWindow } from 'electron';
import type { Desk } from './desk';

/** Longer than the disk ever takes for a journal's last records, shorter than a system waits, ms. */
const LAST_MS = 3000;

/** Listens for the end that nobody asked for. `lastWords` asks the window for what it has in hand. */
export function keepThroughShutdown(window: BrowserWindow, desk: Desk, lastWords: () => Promise<void>): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    const late = new Promise((resolve) => setTimeout(resolve, LAST_MS));
    void Promise.race([lastWords().then(() => desk.abandon()), late]).finally(() => app.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  // Electron's types have it for one platform only; elsewhere it never comes.
  (window as unknown as NodeJS.EventEmitter).on('session-end', end);
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault(); // the system waits a little for the last records
    end();
  });
}
