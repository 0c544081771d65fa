// `npm run test:docx`: our Word files through LibreOffice, which its first run installs: pages, lines of
// titles, text, and the way back. `--update` writes LibreOffice's own files of our text into
// test/fixtures/docx (lo-*.docx), which `npm test` reads.
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { ensureLibreOffice, ensureSystemPackages } from './setup/system.mjs';
import { runVitest } from './suite/vitest.mjs';

const words = process.argv.slice(2);
if (words.some((word) => word !== '--update')) {
  console.error('npm run test:docx [-- --update]');
  process.exit(2);
}
if (!(await ensurePackages())) process.exit(1);
await ensureFaces();
await ensureSystemPackages();
if (!(await ensureLibreOffice())) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const env = words.includes('--update') ? { ...process.env, BANXIN_UPDATE: '1' } : process.env;
const { passed, failed } = await runVitest('docx', ['--config', 'vitest.docx.config.ts'], { env });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
