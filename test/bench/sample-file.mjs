// The report that BANXIN_SAMPLE names: a file, or the folder that holds the page which test/real-sample.ts
// looks for, so that one setting serves tests and bench.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const PAGE = 'work-report-page-2024.txt';

/** The file behind a name. Throws where there is none. */
export function sampleFile(named) {
  const file = existsSync(named) && statSync(named).isDirectory() ? path.join(named, PAGE) : named;
  if (!existsSync(file)) throw new Error(`BANXIN_SAMPLE names no report: ${file}`);
  return file;
}
