import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runLimited, type Worker } from './limited-process';

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-limits-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = path.join(folder, 'worker.cjs');
writeFileSync(script, `
process.on('message', (order) => {
  if (order === 'answer') process.send('done');
  if (order === 'hang') for (;;);
  if (order === 'die') process.exit(3);
  if (order === 'fill') { const kept = []; setInterval(() => { kept.push(Buffer.alloc(20 << 20, 1)); }, 10); }
});
`);

/** A plain Node process in the place of Electron's; its memory as Linux tells it. */
function worker(): { readonly worker: Worker<string, string>; readonly isGone: () => Promise<boolean> } {
  let child: ChildProcess | undefined;
  return {
    worker: {
      start(order, heard, ended) {
        child = fork(script);
        child.on('message', (report) => heard(report as string));
        child.on('exit', (code) => ended(code ?? -1));
        child.send(order);
      },
      kill: () => void child?.kill('SIGKILL'),
      memoryMiB: () => Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child?.pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    },
    isGone: () => new Promise((resolve) => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) resolve(true);
      else child.once('exit', () => resolve(true));
    }),
  };
}

const never = new AbortController().signal;
const LIMITS = { seconds: 10, memoryMiB: 400 };

describe.skipIf(process.platform !== 'linux')('W61: a process that reads a foreign file has limits', () => {
  it('gives its report', async () => {
    const { worker: one } = worker();
    await expect(runLimited(one, 'answer', '“会议.banxin”', LIMITS, never)).resolves.toBe('done');
  });

  it('one that hangs is ended after its time, in words', async () => {
    const { worker: one, isGone } = worker();
    const began = performance.now();
    await expect(runLimited(one, 'hang', '“会议.banxin”', { ...LIMITS, seconds: 1 }, never)).rejects.toMatchObject({
      code: 'limit-time', message: '“会议.banxin”读了 1 秒还没有读完，没有打开它；文件可能已损坏，或不是文稿包。',
    });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await isGone()).toBe(true);
  });

  it('one that fills the memory is ended', async () => {
    const { worker: one, isGone } = worker();
    await expect(runLimited(one, 'fill', '“会议.banxin”', LIMITS, never)).rejects.toMatchObject({ code: 'limit-memory', message: expect.stringContaining('400 兆字节') as string });
    expect(await isGone()).toBe(true);
  });

  it('one that dies is told, and one that is cancelled ends at once', async () => {
    const { worker: dying } = worker();
    await expect(runLimited(dying, 'die', '“会议.banxin”', LIMITS, never)).rejects.toMatchObject({ code: 'job-died' });
    const { worker: hanging, isGone } = worker();
    const control = new AbortController();
    setTimeout(() => control.abort(), 200);
    await expect(runLimited(hanging, 'hang', '“会议.banxin”', LIMITS, control.signal)).rejects.toMatchObject({ code: 'open-cancelled' });
    expect(await isGone()).toBe(true);
  });

  it('one that was cancelled before it began never starts', async () => {
    const { worker: one, isGone } = worker();
    await expect(runLimited(one, 'hang', '“会议.banxin”', LIMITS, AbortSignal.abort())).rejects.toMatchObject({ code: 'open-cancelled' });
    expect(await isGone()).toBe(true);
  });
});
