import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BanxinEvents, Result, Saved } from '../../ipc/index';
import type { SavingState } from '../../ipc/saving';
import { NoticeList } from '../session/notice-list';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Saving } from './saving';

const STATE: SavingState = { document: 3, autosave: true, saved: 5, last: null, trouble: null, journalTrouble: null, backupTrouble: null, outside: 'same' };

/** The window around it, as far as it is used: a session at version 7, of which 5 is saved. */
class Bench {
  readonly calls: (readonly [document: number, version: number])[] = [];
  readonly failures: string[] = [];
  readonly notices = new NoticeList();
  readonly savedVersion = new Observable(5);
  file: string | null = '会议.banxin';
  readOnly: string | null = null;
  answer: Result<Saved | null> = { ok: true, value: null };
  endComposition: (() => void) | null = null;
  #tell: ((state: SavingState) => void) | null = null;
  readonly saving: Saving;

  constructor() {
    const session = { version: 7, savedVersion: this.savedVersion, opened: { document: 3, readOnly: this.readOnly }, file: { get: () => this.file } };
    const workspace = {
      api: {
        on: (_: keyof BanxinEvents, listener: (state: SavingState) => void) => (this.#tell = listener),
        autosave: (document: number, version: number) => {
          this.calls.push([document, version]);
          return Promise.resolve(this.answer);
        },
      },
      session: new Observable(session),
      texts: { whenSettled: () => (this.endComposition === null ? Promise.resolve() : new Promise<void>((resolve) => (this.endComposition = resolve))) },
      files: { fail: ({ message }: { message: string }) => this.failures.push(message) },
      notices: this.notices,
    };
    this.saving = new Saving(workspace as unknown as Workspace);
  }

  tell(change: Partial<SavingState>): void {
    this.#tell?.({ ...STATE, ...change });
  }

  said(): string[] {
    // All that was told: what is told again stands once in the window (notice-list.ts).
    return this.notices.log.get().map(({ message }) => message);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('W42: the clock of autosave', () => {
  it('asks every 30 s while something is unsaved and there is a file', async () => {
    const at = new Bench();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(at.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(at.calls).toEqual([[3, 7]]);
    at.file = null;
    await vi.advanceTimersByTimeAsync(30_000);
    at.file = '会议.banxin';
    at.tell({ saved: 7 });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(at.calls).toEqual([[3, 7]]);
  });
  it('waits while an input method composes, however long, and then asks once', async () => {
    const at = new Bench();
    at.endComposition = () => {};
    await vi.advanceTimersByTimeAsync(200_000);
    expect(at.calls).toEqual([]);
    const end = at.endComposition;
    at.endComposition = null;
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect(at.calls).toEqual([[3, 7]]);
  });
  it('says nothing of a change that is still on its way, and says anything else', async () => {
    const at = new Bench();
    at.answer = { ok: false, code: 'version-mismatch', message: '再试' };
    await vi.advanceTimersByTimeAsync(30_000);
    expect(at.failures).toEqual([]);
    at.answer = { ok: false, code: 'internal', message: '出错' };
    await vi.advanceTimersByTimeAsync(30_000);
    expect(at.failures).toEqual(['出错']);
  });
});

describe('what main tells', () => {
  it('the saved version is the session’s, if it is of this document', () => {
    const at = new Bench();
    at.tell({ document: 2, saved: 1 });
    expect(at.savedVersion.get()).toBe(5);
    at.tell({ saved: 7 });
    expect(at.savedVersion.get()).toBe(7);
  });
  it('a journal that is not written is told once as long as it lasts, and again when it comes back', () => {
    const at = new Bench();
    const trouble = '写入“恢复日志”失败：磁盘已满';
    at.tell({ journalTrouble: trouble });
    at.tell({ journalTrouble: trouble });
    expect(at.said()).toEqual([expect.stringContaining('磁盘已满')]);
    at.tell({});
    at.tell({ journalTrouble: trouble });
    expect(at.said()).toHaveLength(2);
  });
});
