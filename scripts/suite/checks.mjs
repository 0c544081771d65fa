// The checks that look at the code without running it. All run, whatever the others say, and at once: one alone leaves
// half of a machine idle.
import { bin } from '../setup/place.mjs';
import { run, say } from '../setup/run.mjs';

const CHECKS = [
  { name: 'tsc -b', command: 'tsc', args: ['-b'] },
  { name: 'oxlint --type-aware', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'knip', command: 'knip', args: ['--no-progress', '--no-config-hints'] },
];

/** Runs them and gives the names of those that failed. */
export async function runChecks() {
  const statuses = await Promise.all(CHECKS.map(async ({ name, command, args }) => {
    const status = await run(bin(command), args, { quiet: true });
    say(`${status === 0 ? '✓' : '✗'} ${name}`);
    return status;
  }));
  return CHECKS.filter((_, index) => statuses[index] !== 0).map(({ name }) => name);
}
