import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFileOf, takeLock, type Lock, type LockHolder, type LockOptions } from './lock';

let dir = '';
let file = '';
const held: Lock[] = [];
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'banxin-lock-'));
  file = path.join(dir, '会议.banxin');
});
afterEach(async () => {
  for (const lock of held.splice(0)) await lock.release();
  rmSync(dir, { recursive: true });
});

const ZHANG = { user: 'zhang', machine: 'PC-A', pid: 11 };
const LI = { user: 'li', machine: 'PC-B', pid: 12 };

/** Tries; 'held', or who has it. */
async function attempt(options: LockOptions): Promise<string> {
  const result = await takeLock(file, options);
  if (result.kind === 'held') held.push(result.lock);
  return result.kind === 'held' ? `held${result.taken === null ? '' : ` from ${result.taken.user}`}` : result.kind === 'busy' ? `busy: ${result.holder.user}@${result.holder.machine}` : result.reason;
}

/** Makes the lock look this old. */
function age(seconds: number): void {
  const at = Date.now() / 1000 - seconds;
  utimesSync(lockFileOf(file), at, at);
}

describe('W45: one has it', () => {
  it('the first takes it, the second is told who has it, and has it once it is let go', async () => {
    expect(await attempt({ holder: ZHANG })).toBe('held');
    expect(await attempt({ holder: LI })).toBe('busy: zhang@PC-A');
    await held.pop()?.release();
    expect(readdirSync(dir)).toEqual([]);
    expect(await attempt({ holder: LI })).toBe('held');
  });
  it('of ten at once exactly one', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, (_, i) => attempt({ holder: { user: `user${i}`, machine: `PC-${i}`, pid: 12 } })));
    expect(results.filter((result) => result === 'held')).toHaveLength(1);
  });
  it('by default it names this user, machine and process', async () => {
    await attempt({});
    const { holder } = JSON.parse(readFileSync(lockFileOf(file), 'utf8')) as { holder: LockHolder };
    expect([holder.machine, holder.pid]).toEqual([hostname(), process.pid]);
  });
});

describe('a dead lock', () => {
  it('whose heart stopped a minute ago is taken over, with a word on whose it was', async () => {
    await attempt({ holder: ZHANG });
    age(55);
    expect(await attempt({ holder: LI })).toBe('busy: zhang@PC-A');
    age(65);
    expect(await attempt({ holder: LI })).toBe('held from zhang');
    expect(readdirSync(dir)).toEqual([path.basename(lockFileOf(file))]);
  });
  it('whose process is gone from this machine is taken over at once', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await attempt({ holder: { user: 'zhang', machine: hostname(), pid } });
    expect(await attempt({})).toBe('held from zhang');
  });
  it('with our own number, of a program that died and had it before us, is taken over', async () => {
    writeFileSync(lockFileOf(file), JSON.stringify({ holder: { user: 'zhang', machine: hostname(), pid: process.pid, since: 1 }, token: 'old' }));
    expect(await attempt({})).toBe('held from zhang');
  });
  it('of ten that take it over at once exactly one has it', async () => {
    await attempt({ holder: ZHANG });
    age(65);
    const results = await Promise.all(Array.from({ length: 10 }, (_, i) => attempt({ holder: { user: `user${i}`, machine: `PC-${i}`, pid: 12 } })));
    expect(results.filter((result) => result.startsWith('held'))).toHaveLength(1);
  });
  it('half written or of another program: respected while young, replaced when old', async () => {
    writeFileSync(lockFileOf(file), '{"hold');
    expect(await attempt({ holder: LI })).toBe('busy: 别人@');
    age(65);
    expect(await attempt({ holder: LI })).toBe('held');
  });
});

describe('the heart', () => {
  it('keeps the lock young', async () => {
    await attempt({ holder: ZHANG, beatMs: 20 });
    age(300);
    await expect.poll(() => Date.now() - statSync(lockFileOf(file)).mtimeMs).toBeLessThan(1000);
    expect(await attempt({ holder: LI })).toBe('busy: zhang@PC-A');
  });
  it('brings back a lock that somebody removed', async () => {
    await attempt({ holder: ZHANG, beatMs: 20 });
    rmSync(lockFileOf(file));
    await expect.poll(() => existsSync(lockFileOf(file))).toBe(true);
  });
  it('notices that it was taken over while the machine slept, and leaves the new one alone', async () => {
    const lost: LockHolder[] = [];
    await attempt({ holder: ZHANG, beatMs: 300, onLost: (by) => lost.push(by) });
    age(65);
    expect(await attempt({ holder: LI })).toBe('held from zhang');
    await expect.poll(() => lost.map(({ user }) => user)).toEqual(['li']);
    await held[0]?.release();
    expect(existsSync(lockFileOf(file))).toBe(true);
  });
});

describe('where there can be no lock', () => {
  it('a folder that is gone: none, and said', async () => {
    file = path.join(dir, 'no', '会议.banxin');
    expect(await attempt({})).toContain('没有加锁');
  });
  it.skipIf(process.getuid?.() === 0)('a folder that can only be read: none, and said', async () => {
    chmodSync(dir, 0o500);
    expect(await attempt({})).toContain('只能读');
    chmodSync(dir, 0o700);
  });
});
