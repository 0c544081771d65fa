// `npm run recognise`: the recogniser's figures by kind of decision, on the
// written cases, on generated pages, and on pages of seeds that no tuning looked
// at. `--faults` lists what went wrong on the first two (`--seeds A-B`: on those pages); `--seed N` prints a page.
import { DECISIONS, emptyScore, f1, precision, recall, scoreCase, type Score } from './score';
import { messyCase } from './mess';
import { writtenCases } from './written';
import { HELD_BACK, TUNING } from './seeds';
import type { Case } from './case';

const words = process.argv.slice(2);
const value = (name: string): string | undefined => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const seed = value('--seed');

const range = /^(\d+)-(\d+)$/.exec(value('--seeds') ?? '');

if (seed !== undefined) print(messyCase(Number(seed)));
else if (range !== null) report(`generated, seeds ${range[0]}`, seeds({ from: Number(range[1]), to: Number(range[2]) }));
else {
  report('written', writtenCases());
  report(`generated, seeds ${TUNING.from}–${TUNING.to}`, seeds(TUNING));
  if (!words.includes('--faults')) report(`held back, seeds ${HELD_BACK.from}–${HELD_BACK.to}`, seeds(HELD_BACK));
}

function seeds({ from, to }: { readonly from: number; readonly to: number }): Case[] {
  return Array.from({ length: to - from + 1 }, (_, i) => messyCase(from + i));
}

function print(one: Case): void {
  const score = emptyScore();
  scoreCase(one, score);
  const lines = one.text.split(/\r\n|\r|\n/);
  process.stdout.write(`${lines.map((line, i) => `${i + 1}\t${line}`).join('\n')}\n\n${score.faults.join('\n')}\n`);
}

function report(name: string, cases: readonly Case[]): void {
  const score = emptyScore();
  for (const one of cases) scoreCase(one, score);
  process.stdout.write(`${name}: ${cases.length} texts\n${rows(score)}\n`);
  if (words.includes('--faults')) process.stdout.write(`${score.faults.join('\n')}\n\n`);
}

function rows(score: Score): string {
  const percent = (share: number): string => (share * 100).toFixed(2).padStart(7);
  const lines = DECISIONS.map((decision) => {
    const tally = score.tallies[decision];
    return `  ${decision.padEnd(12)} P ${percent(precision(tally))}  R ${percent(recall(tally))}  F1 ${percent(f1(tally))}  (${tally.right} right, ${tally.wrong} wrong, ${tally.missed} missed)`;
  });
  return `${lines.join('\n')}\n  guessed head fields ${score.guessed}; false certain joins ${score.falseJoins}; text lost as noise ${score.lost}; texts not rebuilt ${score.broken}; slowest ${score.slowest.toFixed(0)} ms\n`;
}
