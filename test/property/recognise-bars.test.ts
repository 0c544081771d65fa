// The bars of the recogniser (issue "Any text in"), on the written cases and on
// generated pages. `npm run recognise` prints the same figures on hundreds of
// pages, those of seeds that no tuning looked at among them.
import { describe, expect, it } from 'vitest';
import { CHECK } from '../recognise/seeds';
import { messyCase } from '../recognise/mess';
import { emptyScore, f1, precision, recall, scoreCase, type Score } from '../recognise/score';
import { writtenCases } from '../recognise/written';

const WRITTEN = writtenCases();

function scoreOf(cases: readonly Parameters<typeof scoreCase>[0][]): Score {
  const score = emptyScore();
  for (const one of cases) scoreCase(one, score);
  return score;
}

function holdsBars(score: Score): void {
  const { tallies } = score;
  const why = score.faults.slice(0, 8).join('\n');
  expect(f1(tallies.headings), why).toBeGreaterThanOrEqual(0.98);
  expect(f1(tallies['sub-heads']), why).toBeGreaterThanOrEqual(0.95);
  expect(precision(tallies['head fields']), why).toBeGreaterThanOrEqual(0.98);
  expect(recall(tallies['head fields']), why).toBeGreaterThanOrEqual(0.95);
  expect(f1(tallies.articles), why).toBeGreaterThanOrEqual(0.9);
  expect(recall(tallies.joins), why).toBeGreaterThanOrEqual(0.95);
  expect(recall(tallies.noise), why).toBeGreaterThanOrEqual(0.95);
  expect([score.lost, score.falseJoins, score.broken], why).toEqual([0, 0, 0]);
}

describe('the bars of the recogniser', () => {
  it.each(WRITTEN.map((one) => [one.name, one] as const))('written: %s, all right', (_name, one) => {
    expect(scoreOf([one]).faults).toEqual([]);
  });

  it('there are heads of every layout and whole pages among the written', () => {
    expect(WRITTEN.filter(({ name }) => name.startsWith('head')).length).toBeGreaterThanOrEqual(14);
    expect(WRITTEN.filter(({ name }) => name.startsWith('page')).length).toBeGreaterThanOrEqual(8);
  });

  it('generated pages', () => {
    holdsBars(scoreOf(Array.from({ length: CHECK.to - CHECK.from + 1 }, (_, i) => messyCase(CHECK.from + i))));
  });
});
