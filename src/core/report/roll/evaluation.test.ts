// Roll-forward measured on texts of our own: figures by precision and recall over annotated
// sentences and passages, sessions, years and anniversaries over 48 bodies and 56 passages. The bars
// are issue 6's. Each text was looked at once before a rule was mended. Until the rules were made by
// default (a number in digits is a figure unless it is kept) first looks gave, figures: recall
// .83, .90, .95, .97, precision .99, .90, 1, 1. After that the eight sets of set-1.ts … set-8.ts, written
// by somebody who did not know the rules, in their order: recall 1, 1, .993, 1, .994, 1, 1, 1; precision
// 1, .979, .987, .993, 1, 1, 1, .994 (the number of a serial, emptied on purpose, not counted); sessions and years
// 42 of 47 (a speech without a date was not read), 42 of 42, 44/44, 41/41, 42/42, 42/42, 45/46, 45/47.
// (7 and 8 on the same rules). The rules before gave, on the same sets, precision .993, .965, .867, .993, .994,
// .986, .994, .911 (white space and serials counted), recall down to .873, sessions and years .85 to .90.
// Sets 9 and 10 (set-9.ts, set-10.ts), by the same hand, aimed at years, sessions, dates and anniversaries alone, gave at
// first look 120 of 130 of those (.923), figures recall .975, precision .988; what is passed at a meeting and a closing
// speech bear its last day since, so their passages have one. Set 11 (set-11.ts), of the same kind, gave 98 of 106 (.925): seven
// of the eight were one editorial, whose body was taken for the other that it named in passing; figures 61 of 61, none too many.
// Set 12 (set-12.ts), of nine, gave 123 of 124 (.992: the year ahead that an editorial begins a paragraph with), figures 72 of 72, one too many.
// Set 13 (set-13.ts), of nine, after rules were made for sixty texts of our own: 112 of 112, two changes too many in a report on five
// years (111 of 112 lines, .991), figures 62 of 62, one too many. Set 14 (set-14.ts), of nine, looked at between them by another: 114 of
// 114, one change too many (2026年是开局之年, which stays; 112 of 114 lines, .982), figures 74 of 74, one too many.
import { expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import { fieldText } from '../../model/field-text';
import { numberHeadings } from '../../model/numbering';
import type { Package } from '../../model/package';
import { findFigures } from '../figures/find-figures';
import { applyRoll } from './apply-roll';
import { FIGURE_SENTENCES, TRAP_SENTENCES } from './evaluation/figure-sentences';
import { FORM_PAIRS } from './evaluation/form-pairs';
import { HAN_SENTENCES, HAN_TRAPS } from './evaluation/han-sentences';
import { PASSAGES, type Passage } from './evaluation/passages';
import { RULE_SENTENCES, RULE_TRAPS } from './evaluation/rule-sentences';
import { SET_EIGHT } from './evaluation/set-8';
import { SET_ELEVEN } from './evaluation/set-11';
import { SET_FIVE } from './evaluation/set-5';
import { SET_FOURTEEN } from './evaluation/set-14';
import { SET_FOUR } from './evaluation/set-4';
import { SET_NINE } from './evaluation/set-9';
import { SET_ONE } from './evaluation/set-1';
import { SET_SEVEN } from './evaluation/set-7';
import { SET_SIX } from './evaluation/set-6';
import { SET_TEN } from './evaluation/set-10';
import { SET_THREE } from './evaluation/set-3';
import { SET_THIRTEEN } from './evaluation/set-13';
import { SET_TWELVE } from './evaluation/set-12';
import { SET_TWO } from './evaluation/set-2';
import { YEAR_PAIRS } from './evaluation/year-pairs';
import { planRoll } from './plan-roll';
import type { RollItem } from './item';
import { ATOM, unitsOf, type Unit } from './unit';

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
  ['what each rule is for', RULE_SENTENCES, RULE_TRAPS, 350],
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

it.each([['22 bodies', YEAR_PAIRS, 150], ['26 more', FORM_PAIRS, 180]])('sessions, years and anniversaries of %s are right', (_name, pairs, least) => {
  const faults: string[] = [];
  let all = 0;
  for (const { name, last, kind, opens, says, never } of pairs) {
    const plan = planRoll(toPackage(recognise(last.join('\n')), { id: 'last', name }), { kind, meeting: opens === null ? {} : { opens } });
    const text = textOf(applyRoll(plan, { refused: new Set(), id: 'next', name, today: '2025-12-01' }));
    all += says.length + never.length;
    faults.push(...says.filter((words) => !text.includes(words)).map((words) => `${name}: lacks ${words}`), ...never.filter((words) => text.includes(words)).map((words) => `${name}: still has ${words}`));
  }
  expect(all).toBeGreaterThan(least);
  expect(1 - faults.length / all, faults.join('\n')).toBeGreaterThanOrEqual(RIGHT);
});

interface Marked {
  readonly text: string;
  /** As it must stand in the draft, figures where they were. */
  readonly now: string;
  readonly figures: readonly string[];
  readonly changes: number;
}

const bare = (text: string): string => text.replaceAll(/[\s（）—]/g, '');

/** A stretch with a few letters of what stands around it, to be told from its like. */
const around = (text: string, from: number, to: number): string => `${bare(text.slice(0, from)).slice(-6)}{${text.slice(from, to).trim()}}${bare(text.slice(to)).slice(0, 4)}`;

/** A line without its marks, and what they said. */
function unmarked(line: string): Marked {
  const pieces = line.split(/([{}⟪⟫])/);
  const places: (readonly [number, number])[] = [];
  let [text, now, changes] = ['', '', 0];
  pieces.forEach((piece, index) => {
    if (/^[{}⟪⟫]$/.test(piece)) return;
    const [was = '', then = was] = pieces[index - 1] === '⟪' ? piece.split('→') : [piece];
    if (pieces[index - 1] === '⟪') changes++;
    if (pieces[index - 1] === '{') places.push([text.length, text.length + was.length]);
    text += was;
    now += then;
  });
  return { text, now, changes, figures: places.map(([from, to]) => around(text, from, to)) };
}

/** A text with the changes of its items made. */
function changed(text: string, base: number, items: readonly RollItem[]): string {
  return items.filter(({ group }) => group === 'change').toSorted((a, b) => b.place.from - a.place.from)
    .reduce((now, item) => (item.group === 'change' ? `${now.slice(0, item.place.from - base)}${item.to}${now.slice(item.place.to - base)}` : now), text);
}

it.each<[string, readonly Passage[], figures: number, changes: number]>([
  ['eight bodies', PASSAGES, 450, 45],
  ['forty-eight more that no rule was written from', [...SET_ONE, ...SET_TWO, ...SET_THREE, ...SET_FOUR, ...SET_FIVE, ...SET_SIX, ...SET_SEVEN, ...SET_EIGHT], 1150, 330],
  ['forty-seven with dates, plan words and anniversaries in every place', [...SET_NINE, ...SET_TEN, ...SET_ELEVEN, ...SET_TWELVE, ...SET_THIRTEEN, ...SET_FOURTEEN], 330, 560],
])('whole passages of %s: every figure is emptied and nothing else, sessions and years are right', (_name, passages, leastFigures, leastChanges) => {
  const faults: string[] = [];
  let [asked, found, right, changes, wrong] = [0, 0, 0, 0, 0];
  for (const { name, opens, closes = null, kind = 'next', lines } of passages) {
    const marked = lines.map(unmarked);
    const last = toPackage(recognise(marked.map(({ text }) => text).join('\n')), { id: 'last', name });
    const plan = planRoll(last, { kind, meeting: { opens, closes } });
    const units = unitsOf(last);
    const want = new Set(marked.flatMap(({ figures }) => figures));
    const itemsOf = ({ article, block, field, base, text }: Unit): readonly RollItem[] => plan.items.filter(({ place }) => place.article === article && place.block === block && place.field === field && place.from >= base && place.to <= base + text.length);
    const got = units.flatMap((unit) => itemsOf(unit).filter((item) => item.group === 'blank' && item.kind === 'figure' && !item.why.startsWith('书刊')).map(({ place }) => around(unit.text, place.from - unit.base, place.to - unit.base)));
    asked += want.size;
    found += got.length;
    right += got.filter((place) => want.has(place)).length;
    faults.push(...[...want].filter((place) => !got.includes(place)).map((place) => `${name}: left ${place}`), ...got.filter((place) => !want.has(place)).map((place) => `${name}: emptied ${place}`));
    // What stands in a field of the head is the record's; every other text is what its line says, to the letter.
    const draft = bare(textOf(applyRoll(plan, { refused: new Set(), id: 'next', name, today: '2025-12-01' })));
    for (const line of marked) {
      changes += line.changes;
      const text = bare(line.text);
      const unit = units.find((one) => one.field === null && one.text !== '' && !one.text.includes(ATOM) && text.endsWith(bare(one.text)));
      const isRight = unit === undefined ? line.changes === 0 || draft.includes(bare(line.now)) : bare(line.now).endsWith(bare(changed(unit.text, unit.base, itemsOf(unit))));
      if (!isRight) wrong += Math.max(1, line.changes);
      if (!isRight) faults.push(`${name}: ${line.now}`);
    }
  }
  expect(asked).toBeGreaterThan(leastFigures);
  expect(changes).toBeGreaterThan(leastChanges);
  expect(right / asked, faults.join('\n')).toBeGreaterThanOrEqual(RECALL);
  expect(right / found, faults.join('\n')).toBeGreaterThanOrEqual(PRECISION);
  expect(1 - wrong / changes, faults.join('\n')).toBeGreaterThanOrEqual(RIGHT);
});
