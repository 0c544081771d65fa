// Promises and results: each task of last year's plan (要…, 我们将…) beside what this
// year's review says of it (issue "Last year's report becomes this year's draft", 3).
// Matched by likeness (promise-match.ts), with what both have as the reason; whether it was
// done is a person's to say. In: last year's text and this year's. Out: one entry a task.
import type { TextPlace } from '../diagnostic';
import type { Package } from '../model/package';
import { likenessOf, readingOf, sharedWords, weigh, type Reading } from './promise-match';
import { promises } from './roll/names';
import { ATOM, leadEnd, placeIn, sentencesOf, unitsOf, type Unit } from './roll/unit';

export interface PromiseResult {
  readonly text: string;
  readonly place: TextPlace;
  readonly section: string;
  /** The sentence of this year's review that says most of it, or null: never mentioned again. */
  readonly result: { readonly text: string; readonly place: TextPlace; readonly score: number; readonly shared: readonly string[]; /** The sentence behind the task that it was found by; null: the task itself. */ readonly by: string | null } | null;
}

/** From this likeness on a sentence speaks of the task: measured on promise-evaluation-texts.ts. */
const SPOKEN = 0.28;

/** A sentence of this year's review. */
export interface ReviewSentence {
  readonly text: string;
  readonly place: TextPlace;
  /** A head of a section: it tells no result. */
  readonly isHead: boolean;
}

/** What looks back in the reports of `now`, sentence by sentence. */
export function reviewSentences(now: Pick<Package, 'articles'>): readonly ReviewSentence[] {
  return unitsOf(now).filter(({ kind, part, heading, field }) => kind === 'report' && part !== 'plan' && part !== 'close' && !heading && field === null)
    .flatMap((unit) => sentencesOf(unit.text).map(({ from, text }) => ({ text: text.replaceAll(ATOM, '').trim(), place: placeIn(unit, from, from + text.length), isHead: from < leadEnd(unit) || isTheme(unit, from) })));
}

/** A theme sentence inside a paragraph. */
function isTheme({ node }: Unit, at: number): boolean {
  let found = false;
  node.forEach((inline, offset) => {
    if (offset <= at && at < offset + inline.nodeSize) found = inline.marks.some(({ type }) => type.name === 'theme');
  });
  return found;
}

/** A task with what is said of how it is to be done. */
interface Task {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly text: string;
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

/** Tasks in the order of last year's text. */
export function promiseResults(last: Pick<Package, 'articles' | 'meeting'>, now: Pick<Package, 'articles'>): readonly PromiseResult[] {
  const { place } = last.meeting;
  const sentences = reviewSentences(now).filter(({ isHead }) => !isHead).map((sentence) => ({ ...sentence, reading: readingOf(sentence.text, place) }));
  const tasks = unitsOf(last).filter(({ kind, part, heading }) => kind === 'report' && part === 'plan' && !heading).flatMap((unit) => tasksIn(unit, place));
  const weights = weigh(tasks.flatMap(({ readings }) => readings.filter(({ share }) => share === 1 || share === BEHIND).map(({ reading }) => reading)), sentences.map(({ reading }) => reading));
  return tasks.map(({ unit, from, to, text, readings }): PromiseResult => {
    let result: PromiseResult['result'] = null;
    for (const { reading, share, by } of readings) {
      for (const sentence of sentences) {
        const score = likenessOf(reading, sentence.reading, weights) * share;
        if (score >= (by === null ? SPOKEN : SPOKEN_BEHIND) && score > (result?.score ?? 0)) result = { text: sentence.text, place: sentence.place, score, shared: sharedWords(by ?? text, sentence.text), by };
      }
    }
    return { text, place: placeIn(unit, from, to), section: unit.section, result };
  });
}

/** 要强化监督实效。制定年度监督计划，…: sentences behind a task up to the next say how it is done. */
function tasksIn(unit: Unit, place: string | null): Task[] {
  const found = promises(unit.text);
  const sentences = sentencesOf(unit.text);
  const shown = (from: number, to: number): string => unit.text.slice(from, to).replaceAll(ATOM, '').trim();
  return found.map(({ from, to }, index): Task => {
    const next = found[index + 1]?.from ?? unit.text.length;
    const behind = sentences.filter((sentence) => sentence.from >= to && sentence.from < next && !/总书记|这就需要/.test(sentence.text)).map((sentence) => shown(sentence.from, sentence.from + sentence.text.length));
    const text = shown(from, to);
    const readings = [text, ...behind].flatMap((words, n) => {
      const by = n === 0 ? null : words;
      const share = n === 0 ? 1 : BEHIND;
      const clauses = words.split(/[，、；：。]/).filter((clause) => clause.length >= LEAST_CLAUSE);
      return [{ reading: readingOf(words, place), share, by }, ...(clauses.length < 2 ? [] : clauses.map((clause) => ({ reading: readingOf(clause, place), share: share * CLAUSE, by })))];
    });
    return { unit, from, to, text, readings };
  });
}
