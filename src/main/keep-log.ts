// Hears what nobody else does, for the log: faults that nothing caught, processes
// that end, errors of the window. A window's error is noted by its class and place
// alone: its message may hold words of the text (W63).
import os from 'node:os';
import { app, type WebContents } from 'electron';
import { note, noteFault } from './log';

/** Starts noting, with what this run is. Once, when the app is ready. */
export function keepLog(): void {
  const { electron, chrome } = process.versions;
  note('start', { version: app.getVersion(), electron, chrome, platform: process.platform, arch: process.arch, release: os.release(), packed: app.isPackaged });
  process.on('uncaughtExceptionMonitor', (error) => noteFault('main', error));
  process.on('unhandledRejection', (error) => noteFault('main', error));
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName = 'none' }) => note('process-gone', { type: type.replaceAll(' ', '-'), reason, exitCode, service: serviceName }));
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => note('window-gone', { reason, exitCode }));
  app.on('will-quit', () => note('end'));
}

/** Notes what a window says of itself. */
export function keepLogOf(window: WebContents): void {
  window.on('unresponsive', () => note('window-hangs'));
  hearConsole(window);
}

/** The event has its facts as arguments in older Electrons, as one object in newer ones. */
function hearConsole(window: WebContents): void {
  window.on('console-message', (event: unknown, ...rest: unknown[]) => {
    const [level, message, line, source] = rest.length >= 4 ? rest : factsOf(event);
    if (level !== 3 && level !== 'error') return;
    const name = /^Uncaught (?:\(in promise\) )?([A-Za-z]{1,40}Error)\b/.exec(String(message))?.[1] ?? 'message';
    note('window-error', { name, file: String(source).split('/').at(-1) ?? '', line: Number(line) });
  });
}

function factsOf(event: unknown): readonly unknown[] {
  const { level, message, lineNumber, sourceId } = event as { readonly level?: unknown; readonly message?: unknown; readonly lineNumber?: unknown; readonly sourceId?: unknown };
  return [level, message, lineNumber, sourceId];
}
