// Where a run of the tests keeps its bundles of the command line: beside out/cli, as a bundle looks for the faces
// from where it stands. A globalSetup of vitest.config.ts; nothing is made before a test asks (bundle.ts), and what
// was made goes at the end of the run, when no worker needs it any more.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Names the folder in BANXIN_BUNDLES. */
export function setup(): () => void {
  const out = path.resolve(import.meta.dirname, '../../out');
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(path.join(out, 'cli-proof-'));
  // One test runs it as somebody else.
  chmodSync(folder, 0o755);
  process.env['BANXIN_BUNDLES'] = folder;
  return () => {
    delete process.env['BANXIN_BUNDLES'];
    rmSync(folder, { recursive: true, force: true });
  };
}
