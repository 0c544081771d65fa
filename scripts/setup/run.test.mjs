import { getPriority } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { NOT_STARTED, run } from './run.mjs';

const node = (code, options) => run(process.execPath, ['-e', code], { muted: true, ...options });

describe('a program that is run', () => {
  it('gives its status, 128 where it was killed, another where there is none', async () => {
    expect(await Promise.all([node('process.exit(3)'), node('process.kill(process.pid, "SIGKILL")'), run('no-such-program', [])])).toEqual([3, 128, NOT_STARTED]);
  });

  it('aside: it and what it starts stand behind those who are not', async () => {
    // Under `npm test` this file itself stands there already.
    const place = Math.max(5, getPriority());
    const behind = `const os = require('node:os'); process.exitCode = os.getPriority() === ${place} ? 0 : 1;
      if (process.argv[1] === 'child') process.exit(); else process.exitCode += 2 * require('node:child_process').spawnSync(process.execPath, ['-e', process.argv[2], 'child', '']).status;`;
    const aside = (code) => run(process.execPath, ['-e', code, 'parent', code], { aside: true });
    expect(await aside(behind)).toBe(0);
    expect(await node(`process.exit(require('node:os').getPriority() === ${getPriority()} ? 0 : 1)`)).toBe(0);
    expect(await run('no-such-program', [], { aside: true })).toBe(NOT_STARTED);
  });

  it('aside: its output comes in one piece at its end', async () => {
    const said = [];
    const ear = vi.spyOn(process.stderr, 'write').mockImplementation((bytes) => said.push(String(bytes)) > 0);
    try {
      const ended = run(process.execPath, ['-e', "console.log('first'); setTimeout(() => console.error('last'), 300)"], { aside: true });
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(said).toEqual([]);
      expect(await ended).toBe(0);
    } finally {
      ear.mockRestore();
    }
    expect(said.join('')).toBe('first\nlast\n');
  });
});
