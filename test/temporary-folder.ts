// One folder for everything that a run of the tests writes outside the project, taken away
// at its end: a machine that runs the tests daily does not fill up. Loaded by both vitest
// configs as a globalSetup; the workers and the programs they start inherit TMPDIR.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Points TMPDIR at a folder of this run. */
export function setup(): () => void {
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-'));
  // As open as /tmp itself: a scheduler of CUPS and the ordinary user of one journey use it too.
  chmodSync(folder, 0o1777);
  process.env['TMPDIR'] = folder;
  return () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    // A program that was killed by a test may still be writing its last file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}
