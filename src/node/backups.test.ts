import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Backups, type BackupKind } from './backups';

let dir = '';
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-backups-')); });
afterEach(() => rmSync(dir, { recursive: true }));

const DAY = 24 * 60 * 60 * 1000;
const NOON = new Date(2026, 10, 26, 12).getTime();
const text = (words: string): Buffer => Buffer.from(words);

/** Copies with a clock that the test moves. */
function clocked(cap?: number): { readonly backups: Backups; at: number } {
  const clock = { at: NOON };
  const backups = new Backups(dir, { now: () => clock.at, ...(cap === undefined ? {} : { cap }) });
  return Object.assign(clock, { backups });
}

const kinds = async (backups: Backups): Promise<string[]> => (await backups.list()).map(({ kind, at }) => `${kind} ${Math.round((NOON - at) / DAY)}`);

describe('W44: what is kept', () => {
  it('a copy comes back byte for byte, with its title, time and size', async () => {
    const { backups } = clocked();
    await backups.keep('pkg-1', '云岭市政协五届四次会议', 'save', text('全文'));
    const [backup] = await backups.list('pkg-1');
    expect(backup).toMatchObject({ kind: 'save', name: '云岭市政协五届四次会议', at: NOON, bytes: 6 });
    expect(Buffer.from(await backups.read(backup!.id)).toString()).toBe('全文');
  });
  it('the last ten saves by hand, of each package', async () => {
    const clock = clocked();
    for (let i = 1; i <= 13; i++) {
      clock.at = NOON + i * 1000;
      await clock.backups.keep('a', '甲', 'save', text(`第 ${i} 次`));
      await clock.backups.keep('b', '乙', 'save', text(`第 ${Math.min(i, 3)} 次`));
    }
    await clock.backups.prune();
    expect((await clock.backups.list('a')).map(({ at }) => (at - NOON) / 1000)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    // Saved again without a change: one entry, of the last time.
    expect((await clock.backups.list('b')).map(({ at }) => (at - NOON) / 1000)).toEqual([13, 2, 1]);
  });
  it('a day’s state and what was put aside for thirty days, not longer', async () => {
    const clock = clocked();
    for (const kind of ['day', 'given-up', 'unsaved', 'replaced', 'shrink'] satisfies BackupKind[]) {
      for (const age of [29, 31]) await clock.backups.keep('a', '甲', kind, text(`${kind} ${age}`), NOON - age * DAY);
    }
    await clock.backups.prune();
    expect((await kinds(clock.backups)).sort()).toEqual(['day 29', 'given-up 29', 'replaced 29', 'shrink 29', 'unsaved 29']);
  });
  it('one state a day', async () => {
    const { backups } = clocked();
    expect(await backups.hasDay('a', NOON)).toBe(false);
    await backups.keep('a', '甲', 'day', text('早'), NOON - 3600_000);
    expect([await backups.hasDay('a', NOON), await backups.hasDay('a', NOON - DAY), await backups.hasDay('b', NOON)]).toEqual([true, false, false]);
  });
  it('all together below the cap, the oldest going first; what was put aside stays', async () => {
    const clock = clocked(2500);
    await clock.backups.keep('a', '甲', 'unsaved', Buffer.alloc(1000, 1), NOON - 20 * DAY);
    for (let i = 1; i <= 4; i++) await clock.backups.keep('b', '乙', 'day', Buffer.alloc(500, i), NOON - (10 - i) * DAY);
    await clock.backups.prune();
    expect(await kinds(clock.backups)).toEqual(['day 6', 'day 7', 'day 8', 'unsaved 20']);
  });
});

describe('a running save', () => {
  it('its copy of the old file is in no list, survives a prune, and can be made to stay', async () => {
    const { backups } = clocked();
    const before = await backups.keep('a', '甲', 'before', text('对方的'));
    await backups.prune();
    expect(await backups.list()).toEqual([]);
    // To the program that starts after a kill it is what the file was before.
    expect(await kinds(clocked().backups)).toEqual(['before 0']);
    await backups.promote(before, 'replaced');
    expect(await kinds(backups)).toEqual(['replaced 0']);
  });
});

describe('names from outside', () => {
  it('ids and titles stay names inside the folder', async () => {
    const { backups } = clocked();
    const { id } = await backups.keep('../../x', '..\\甲/乙:*?\u0000', 'save', text('文'));
    expect(readdirSync(dir)).toHaveLength(1);
    expect(id).not.toContain('..\\');
    expect(Buffer.from(await backups.read(id)).toString()).toBe('文');
    for (const bad of ['../x', 'a/../b', 'a/b/c', 'a/settings.json', '']) await expect(backups.read(bad)).rejects.toMatchObject({ code: 'backup-failed' });
  });
  it('other files in the folder are left alone, a copy that was spoilt is refused', async () => {
    const { backups } = clocked();
    const { id } = await backups.keep('a', '甲', 'save', text('全文'));
    writeFileSync(path.join(dir, 'a', '笔记.txt'), 'x');
    writeFileSync(path.join(dir, ...id.split('/')), '坏了的');
    await backups.prune();
    expect(readdirSync(path.join(dir, 'a'))).toContain('笔记.txt');
    await expect(backups.read(id)).rejects.toThrow('已经损坏');
  });
  it.skipIf(process.getuid?.() === 0)('a folder that cannot be written is told', async () => {
    chmodSync(dir, 0o500);
    await expect(clocked().backups.keep('a', '甲', 'save', text('文'))).rejects.toThrow('没有权限');
    chmodSync(dir, 0o700);
  });
});
