import { describe, expect, it } from 'vitest';
import { NOT_STARTED, run } from './run.mjs';

const node = (code, options) => run(process.execPath, ['-e', code], { muted: true, ...options });

describe('a program that is run', () => {
  it('gives its status, 128 where it was killed, another where there is none', async () => {
    expect(await Promise.all([node('process.exit(3)'), node('process.kill(process.pid, "SIGKILL")'), run('no-such-program', [])])).toEqual([3, 128, NOT_STARTED]);
  });
});
