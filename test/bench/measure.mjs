// Measures whole cold processes: CPU seconds (user and system) and peak memory, as time(1) has them,
// since Node cannot read a child's. In pairs, one after the other, so that both sides of a ratio meet
// the same machine; the ratio is the median of the pairs' ratios.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** `{cpu, mebibytes}` of one run of this command; throws with its words where it fails. */
export function measure(command, scratch) {
  const report = `${scratch}/time`;
  const child = spawnSync('/usr/bin/time', ['-f', '%U %S %M', '-o', report, ...command], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${command.join(' ')}\n${child.stdout}${child.stderr}`);
  const [user, system, kibibytes] = readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
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
