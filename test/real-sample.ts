// Where the real report page stands that some tests measure: BANXIN_SAMPLE names its
// file or the folder that holds it, else it lies beside the checkout. Its text never
// stands in this project; where it is absent those tests are skipped.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const PAGE = 'work-report-page-2024.txt';

/** Path of the sample page, which need not exist. */
export function realSample(): string {
  const named = process.env['BANXIN_SAMPLE'] ?? path.resolve(import.meta.dirname, '../../shared/samples');
  return existsSync(named) && statSync(named).isDirectory() ? path.join(named, PAGE) : named;
}
