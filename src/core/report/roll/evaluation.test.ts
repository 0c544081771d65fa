// Roll-forward measured on texts of our own that no rule was written from: figures by
// precision and recall over annotated sentences, sessions, years and anniversaries over
// years of sixteen bodies. The bars are issue 6's.
import { expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import { fieldText } from '../../model/field-text';
import { numberHeadings } from '../../model/numbering';
import type { Package } from '../../model/package';
import { findFigures } from '../figures/find-figures';
import { applyRoll } from './apply-roll';
import { FIGURE_SENTENCES, HAN_SENTENCES, HAN_TRAPS, TRAP_SENTENCES, YEAR_PAIRS } from './evaluation-texts';
import { planRoll } from './plan-roll';

const RECALL = 0.97;
const PRECISION = 0.97;
const RIGHT = 0.98;

/** A sentence without its braces, and where they were. */
function annotated(marked: string): { readonly text: string; readonly figures: readonly (readonly [number, number])[] } {
  let text = '';
  const figures: [number, number][] = [];
  marked.split(/[{}]/).forEach((piece, index) => {
    if (index % 2 === 1) figures.push([text.length, text.length + piece.length]);
    text += piece;
  });
  return { text, figures };
}

it.each([
  ['figures of reports', FIGURE_SENTENCES, TRAP_SENTENCES, 180],
  ['counts written in Han', HAN_SENTENCES, HAN_TRAPS, 140],
])('empties %s, and nothing that only looks like one', (_name, sentences, traps, least) => {
  let [found, asked, right] = [0, 0, 0];
  const faults: string[] = [];
  for (const marked of [...sentences, ...traps]) {
    const { text, figures } = annotated(marked);
    const got = findFigures(text).map(({ from, to }) => `${from}-${to}`);
    const want = figures.map(([from, to]) => `${from}-${to}`);
    asked += want.length;
    found += got.length;
    right += got.filter((place) => want.includes(place)).length;
    if (got.join() !== want.join()) faults.push(text);
  }
  expect(asked).toBeGreaterThan(least);
  expect(right / asked, faults.join('\n')).toBeGreaterThanOrEqual(RECALL);
  expect(right / found, faults.join('\n')).toBeGreaterThanOrEqual(PRECISION);
});

function textOf({ articles, meeting }: Package): string {
  return articles.flatMap(({ fields, doc }) => {
    const labels = numberHeadings(doc);
    return [...Object.values(fields).map((field) => fieldText(field, meeting)), ...doc.children.map((block, index) => (labels[index] ?? '') + block.textContent)];
  }).join('\n');
}

it('sessions, years and anniversaries of sixteen bodies are right', () => {
  const faults: string[] = [];
  let all = 0;
  for (const { name, last, kind, opens, says, never } of YEAR_PAIRS) {
    const plan = planRoll(toPackage(recognise(last.join('\n')), { id: 'last', name }), { kind, meeting: opens === null ? {} : { opens } });
    const text = textOf(applyRoll(plan, { refused: new Set(), id: 'next', name, today: '2025-12-01' }));
    all += says.length + never.length;
    faults.push(...says.filter((words) => !text.includes(words)).map((words) => `${name}: lacks ${words}`), ...never.filter((words) => text.includes(words)).map((words) => `${name}: still has ${words}`));
  }
  expect(all).toBeGreaterThan(60);
  expect(1 - faults.length / all, faults.join('\n')).toBeGreaterThanOrEqual(RIGHT);
});
