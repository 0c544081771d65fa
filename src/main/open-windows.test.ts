import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import type { DocumentStore } from './document-store';
import { OpenWindows, type OpenWindow } from './open-windows';

/** A window by its name; `stays`: its user will not leave. */
function one(name: string, { file = null as string | null, writable = true, stays = false, log = [] as string[] } = {}): OpenWindow {
  return {
    window: { isMinimized: () => false, focus: () => log.push(`front ${name}`) } as unknown as BrowserWindow,
    store: { file, isWritable: writable, isHolding: file !== null, session: file === null ? null : `session-${name}` } as unknown as DocumentStore,
    open: async () => {},
    lastWords: async () => {},
    abandon: async () => {},
    close: async () => {
      log.push(`close ${name}`);
      return !stays;
    },
  };
}

describe('the windows that are open', () => {
  it('the one used last is first, and walking along them comes round', () => {
    const windows = new OpenWindows();
    const [a, b, c] = [one('a'), one('b'), one('c')];
    for (const each of [a, b, c]) windows.front(each);
    expect(windows.all).toEqual([c, b, a]);
    const walked: OpenWindow[] = [];
    for (let step = 0; step < 3; step++) {
      const { next } = windows;
      if (next === null) break;
      walked.push(next);
      windows.front(next);
    }
    expect(walked).toEqual([a, b, c]);
    windows.forget(b);
    windows.forget(c);
    expect([windows.all, windows.next]).toEqual([[a], null]);
  });

  it('knows whose file it is, if it is open to be changed, and all journals of this program', () => {
    const windows = new OpenWindows();
    const [a, looked] = [one('a', { file: '/甲.banxin' }), one('b', { file: '/乙.banxin', writable: false })];
    for (const each of [a, looked, one('c')]) windows.front(each);
    expect([windows.holding('/甲.banxin'), windows.holding('/乙.banxin'), windows.holding('/丙.banxin')]).toEqual([a, null, null]);
    expect(windows.sessions).toEqual(new Set(['session-a', 'session-b']));
  });

  it('退出: one after another from the front; who stays in one stays in those behind it', async () => {
    const log: string[] = [];
    const windows = new OpenWindows();
    for (const each of [one('a', { log }), one('b', { log, stays: true }), one('c', { log })]) windows.front(each);
    expect(await windows.closeAll()).toBe(false);
    expect(log).toEqual(['front c', 'close c', 'front b', 'close b']);
  });
});
