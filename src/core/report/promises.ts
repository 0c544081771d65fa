// Promises and results: each task of last year's plan (要…, 我们将…) beside what this
// year's review says of it (issue "Last year's report becomes this year's draft", 3).
// Matched by likeness (promise-match.ts), with what both have as the reason; whether it was
// done is a person's to say. In: last year's text and this year's. Out: one entry a task.
import type { Node } from 'prosemirror-model';
import type { TextPlace } from '../diagnostic';
import type { Package } from '../model/package';
import { readingOf, ReviewSearch, sharedWords, type Reading } from './promise-match';
import { planTasks } from './roll/plan-tasks';
import { sentencesOf } from './roll/sentences';
import { ATOM, leadEnd, placeIn, unitsOf, type Unit } from './roll/unit';

export interface PromiseResult {
  readonly text: string;
  readonly place: TextPlace;
  readonly section: string;
  /** The sentence of this year's review that says most of it, or null: never mentioned again. */
  readonly result: { readonly text: string; readonly place: TextPlace; readonly score: number; readonly shared: readonly string[]; /** The sentence behind the task that it was found by; null: the task itself. */ readonly by: string | null; /** Last year's sentence still, its numbers 待填 or to the letter. */ readonly isLast: 'open' | 'same' | null } | null;
}

/** From this likeness on a sentence speaks of the task: measured on promise-years.ts. */
const SPOKEN = 0.28;

/** A sentence of this year's review. */
export interface ReviewSentence {
  readonly text: string;
  readonly place: TextPlace;
  /** A head of a section, or a theme sentence: it tells no result. */
  readonly isHead: boolean;
}

/** What looks back in the reports of `now`, sentence by sentence. */
export function reviewSentences(now: Pick<Package, 'articles'>): readonly ReviewSentence[] {
  return reviewUnits(now).flatMap((unit) => sentencesOf(unit.text).map(({ from, text }) => ({ text: asRead(unit, from, text), place: placeIn(unit, from, from + text.length), isHead: isHead(unit, from) })));
}

const reviewUnits = (now: Pick<Package, 'articles'>): readonly Unit[] => unitsOf(now).filter(({ kind, part, heading, field }) => kind === 'report' && part !== 'plan' && part !== 'close' && !heading && field === null);

const shown = (text: string): string => text.replaceAll(ATOM, '').trim();

/** A stretch as it is read, a 待填 as □. */
function asRead({ node }: Unit, from: number, text: string): string {
  if (!text.includes(ATOM)) return text.trim();
  let read = '';
  for (let i = 0; i < text.length; i++) read += text.charAt(i) !== ATOM ? text.charAt(i) : node.nodeAt(from + i)?.type.name === 'placeholder' ? '□' : '';
  return read.trim();
}

/** A sentence without its numbers and holes: last year's of this year's draft. */
const withoutNumbers = (text: string): string => text.replaceAll(/[\d.,\s\ufffc]|余(?=[\u4e00-\u9fff])/g, '');

function isHead(unit: Unit, at: number): boolean {
  let isTheme = false;
  unit.node.forEach((inline, offset) => {
    if (offset <= at && at < offset + inline.nodeSize) isTheme = inline.marks.some(({ type }) => type.name === 'theme');
  });
  return isTheme || at < leadEnd(unit);
}

/** A sentence of a paragraph, read. */
interface Read {
  readonly from: number;
  readonly length: number;
  readonly reading: Reading;
}

// A paragraph that stands as it was is not read again: findings are asked for at every pause of the writing.
const read = new WeakMap<Node, { readonly place: string | null; readonly sentences: readonly Read[] }>();

function readUnit(unit: Unit, place: string | null): readonly Read[] {
  const known = read.get(unit.node);
  if (known?.place === place) return known.sentences;
  const sentences = sentencesOf(unit.text).filter(({ from }) => !isHead(unit, from)).map(({ from, text }): Read => ({ from, length: text.length, reading: readingOf(shown(text), place) }));
  read.set(unit.node, { place, sentences });
  return sentences;
}

/** A task with what is said of how it is to be done. */
interface Task {
  readonly text: string;
  readonly place: TextPlace;
  readonly section: string;
  /** It, what stands behind it, the clauses of both: how much each counts, and the sentence behind the task that it is of. */
  readonly readings: readonly { readonly reading: Reading; readonly share: number; readonly by: string | null }[];
}

/** What is said behind a task counts a little less than the task itself, and so does one of the things that a long task names. */
const BEHIND = 0.9;
const CLAUSE = 0.7;
/** What is found by a word behind the task must be found the more surely. */
const SPOKEN_BEHIND = 0.38;
/** Letters of a clause that says what is to be done. */
const LEAST_CLAUSE = 6;

// Last year's text does not change.
const planned = new WeakMap<Package['articles'], readonly Task[]>();
/** Sentences that looked back last year, to the letter and without their numbers. */
const lastSaid = new WeakMap<Package['articles'], { readonly letters: ReadonlySet<string>; readonly bare: ReadonlySet<string> }>();

function saidLast(last: Pick<Package, 'articles'>): { readonly letters: ReadonlySet<string>; readonly bare: ReadonlySet<string> } {
  const known = lastSaid.get(last.articles);
  if (known !== undefined) return known;
  const texts = reviewUnits(last).flatMap((unit) => sentencesOf(unit.text).map(({ text }) => text));
  const said = { letters: new Set(texts), bare: new Set(texts.map(withoutNumbers)) };
  lastSaid.set(last.articles, said);
  return said;
}

/** Tasks in the order of last year's text. */
export function promiseResults(last: Pick<Package, 'articles' | 'meeting'>, now: Pick<Package, 'articles'>): readonly PromiseResult[] {
  const { place } = last.meeting;
  const tasks = planned.get(last.articles) ?? unitsOf(last).filter(({ kind, part, heading }) => kind === 'report' && part === 'plan' && !heading).flatMap((unit) => tasksIn(unit, place));
  planned.set(last.articles, tasks);
  const sentences = reviewUnits(now).flatMap((unit) => readUnit(unit, place).map((sentence) => ({ unit, ...sentence })));
  const said = saidLast(last);
  const search = new ReviewSearch(sentences.map(({ reading }) => reading), tasks.flatMap(({ readings }) => readings.filter(({ share }) => share === 1 || share === BEHIND).map(({ reading }) => reading)));
  return tasks.map(({ text, place: where, section, readings }): PromiseResult => {
    let found: { readonly index: number; readonly score: number; readonly by: string | null } | null = null;
    for (const { reading, share, by } of readings) {
      const best = search.best(reading);
      const score = (best?.likeness ?? 0) * share;
      if (best !== null && score >= (by === null ? SPOKEN : SPOKEN_BEHIND) && score > (found?.score ?? 0)) found = { index: best.index, score, by };
    }
    if (found === null) return { text, place: where, section, result: null };
    const { unit, from, length, reading } = sentences[found.index]!;
    const raw = unit.text.slice(from, from + length);
    const words = asRead(unit, from, raw);
    const isLast = said.letters.has(raw) ? 'same' : words.includes('□') && said.bare.has(withoutNumbers(raw)) ? 'open' : null;
    return { text, place: where, section, result: { text: words, place: placeIn(unit, from, from + length), score: found.score, shared: sharedWords(found.by ?? text, reading.text), by: found.by, isLast } };
  });
}

/** 要强化监督实效。制定年度监督计划，…: sentences behind a task up to the next say how it is done. */
function tasksIn(unit: Unit, place: string | null): Task[] {
  const found = planTasks(unit.text, leadEnd(unit));
  const sentences = sentencesOf(unit.text);
  return found.map(({ from, to }, index): Task => {
    const next = found[index + 1]?.from ?? unit.text.length;
    const behind = sentences.filter((sentence) => sentence.from >= to && sentence.from < next && !/总书记|这就需要/.test(sentence.text)).map((sentence) => shown(sentence.text));
    const text = shown(unit.text.slice(from, to));
    const readings = [text, ...behind].flatMap((words, n) => {
      const by = n === 0 ? null : words;
      const share = n === 0 ? 1 : BEHIND;
      const clauses = words.split(/[，、；：。]/).filter((clause) => clause.length >= LEAST_CLAUSE);
      return [{ reading: readingOf(words, place), share, by }, ...(clauses.length < 2 ? [] : clauses.map((clause) => ({ reading: readingOf(clause, place), share: share * CLAUSE, by })))];
    });
    return { text, place: placeIn(unit, from, to), section: unit.section, readings };
  });
}
