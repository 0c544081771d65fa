// The checks that look at the code without running it. All run, whatever the first ones say.
import { bin } from '../setup/place.mjs';
import { run, say } from '../setup/run.mjs';

const CHECKS = [
  { name: 'tsc -b', command: 'tsc', args: ['-b'] },
  { name: 'oxlint --type-aware', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'knip', command: 'knip', args: ['--no-progress', '--no-config-hints'] },
];

/** Runs them and gives the names of those that failed. */
export async function runChecks() {
  const failed = [];
  for (const { name, command, args } of CHECKS) {
    const status = await run(bin(command), args, { quiet: true });
    say(`${status === 0 ? '✓' : '✗'} ${name}`);
    if (status !== 0) failed.push(name);
  }
  return failed;
}
