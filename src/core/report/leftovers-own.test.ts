// The law of the standing check: it never refuses what roll-forward itself wrote. Every draft of our
// pairs, with all changes taken and with every question judged: no error; and judged, no year,
// session or plenary is asked about again but a year that has another's place in its plan.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { recognise, toPackage } from '../import/index';
import { leftoverDiagnostics } from './leftovers';
import { applyRoll } from './roll/apply-roll';
import { FORM_PAIRS } from './roll/evaluation/form-pairs';
import { YEAR_PAIRS } from './roll/evaluation/year-pairs';
import type { RollKind } from './roll/next-meeting';
import { planRoll } from './roll/plan-roll';

const FOLDER = path.resolve(import.meta.dirname, '../../../test/fixtures/roll-forward');
const TEXTS: readonly (readonly [name: string, text: string, kind: RollKind, opens: string | null])[] = [
  ...readdirSync(FOLDER).filter((name) => name.endsWith('.last.txt')).map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8'), 'next', null] as const),
  ...[...FORM_PAIRS, ...YEAR_PAIRS].map(({ name, last, kind, opens }) => [name, last.join('\n'), kind, opens] as const),
];

it('no draft is refused, and what was judged is not asked about again', () => {
  const faults: string[] = [];
  for (const [name, text, kind, opens] of TEXTS) {
    const plan = planRoll(toPackage(recognise(text), { id: 'last', name }), { kind, meeting: opens === null ? {} : { opens } });
    const reviews = plan.items.filter(({ group }) => group === 'review').map(({ id }) => id);
    for (const refused of [[], reviews]) {
      const found = leftoverDiagnostics(applyRoll(plan, { refused: new Set(refused), id: 'n', name: 'n', today: '2025-12-01' }));
      faults.push(...found.filter(({ severity, code, message }) => severity === 'error' || (refused.length > 0 && code !== 'sentence-carried' && !/之年是|开局|收官/.test(message))).map(({ severity, message }) => `${name}: ${severity} ${message}`));
    }
  }
  expect(TEXTS.length).toBeGreaterThan(45);
  expect(faults).toEqual([]);
});
