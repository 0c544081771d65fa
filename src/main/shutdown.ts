// The system ends the program (W49): log-off, shutdown, a polite signal. Nobody can
// be asked and there is little time, so the journal is written out and kept, the lock
// is taken away, and the program goes; the next start offers the text.
import { app, powerMonitor } from 'electron';
import type { OpenWindows } from './open-windows';

/** Longer than the disk ever takes for a journal's last records, shorter than a system waits, ms. */
const LAST_MS = 3000;

/** Listens for the end that nobody asked for. Answers how to end so, for the event that a window alone gets. */
export function keepThroughShutdown(windows: OpenWindows): () => void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    const late = new Promise((resolve) => setTimeout(resolve, LAST_MS));
    const kept = Promise.all(windows.all.map((one) => one.lastWords().then(() => one.abandon())));
    void Promise.race([kept, late]).finally(() => app.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault(); // the system waits a little for the last records
    end();
  });
  return end;
}
