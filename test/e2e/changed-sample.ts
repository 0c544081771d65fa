// The project's own sample, changed, in a program of its own: what a test of one matter needs.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Package } from '../../src/core/model/package';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { launch, type Running } from './launch';

/** Opens the sample as `change` leaves it and waits for its pages; closed, nothing of it is left. */
export async function launchChanged(name: string, change: (pkg: Package) => Package): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-changed-'));
  const file = path.join(folder, `${name}.banxin`);
  writeFileSync(file, writePackage(change(readPackage(readFileSync('resources/samples/yunling.banxin')).pkg), null));
  const run = await launch({ files: [file] });
  await run.page.waitForSelector('.scroll .page canvas[data-key]');
  return { ...run, close: async () => { await run.close(); rmSync(folder, { recursive: true }); } };
}
