// Measures whole cold processes from outside: CPU seconds (user and system, all threads) to the
// millisecond by bash's time, peak memory by time(1), since Node cannot read a child's. In pairs, one
// after the other, so that both sides of a ratio meet the same machine; the ratio is the median of the
// pairs' ratios.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The environment that both sides run in: without what makes every start of Node slower on this machine
 * and says nothing of either program (certificates beside Node's own cost three bare starts).
 */
export const environment = { ...process.env, LC_ALL: 'C.UTF-8' };
delete environment.NODE_EXTRA_CA_CERTS;
delete environment.NODE_OPTIONS;

/** `{cpu, mebibytes}` of one run of this command; throws with its words where it fails. */
export function measure(command, scratch) {
  const seconds = `${scratch}/time-seconds`;
  const memory = `${scratch}/time-memory`;
  const script = 'TIMEFORMAT="%3U %3S"; exec 3>"$1"; shift; { time "$@" 2>&4 1>&2; } 4>&2 2>&3';
  const child = spawnSync('bash', ['-c', script, 'bash', seconds, '/usr/bin/time', '-f', '%M', '-o', memory, ...command], { encoding: 'utf8', env: environment });
  if (child.status !== 0) throw new Error(`${command.join(' ')}\n${child.stdout}${child.stderr}`);
  const [user, system] = readFileSync(seconds, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  const kibibytes = Number(readFileSync(memory, 'utf8').trim().split('\n').at(-1));
  if (![user, system, kibibytes].every(Number.isFinite)) throw new Error(`no times of ${command.join(' ')}`);
  return { cpu: user + system, mebibytes: kibibytes / 1024 };
}

/** Both commands `rounds` times in turn, after one round that is not counted (it fills the disk cache). */
export function measurePairs(ours, theirs, rounds, scratch) {
  measure(ours, scratch);
  measure(theirs, scratch);
  const pairs = Array.from({ length: rounds }, () => [measure(ours, scratch), measure(theirs, scratch)]);
  const side = (index, key) => median(pairs.map((pair) => pair[index][key]));
  return {
    ours: { cpu: side(0, 'cpu'), mebibytes: side(0, 'mebibytes') },
    theirs: { cpu: side(1, 'cpu'), mebibytes: side(1, 'mebibytes') },
    cpuRatio: median(pairs.map(([mine, other]) => mine.cpu / other.cpu)),
    memoryRatio: median(pairs.map(([mine, other]) => mine.mebibytes / other.mebibytes)),
  };
}

/** The middle one; of an even number the lower middle. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
}
