// A recognition against the truth of its case: right, wrong and missed by kind of
// decision, with what went wrong in words. Precision, recall and F1 follow.
import { outlineOf, recognise, restoreText } from '../../src/core/import';
import type { OutlineArticle } from '../../src/core/import/outline';
import type { Case, TrueArticle } from './case';

export const DECISIONS = ['headings', 'sub-heads', 'head fields', 'articles', 'lines', 'joins', 'noise'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface Tally {
  right: number;
  /** Said and not so. */
  wrong: number;
  /** So and not said. */
  missed: number;
}

export interface Score {
  readonly tallies: Readonly<Record<Decision, Tally>>;
  /** Head fields that the text does not hold and that were said. */
  guessed: number;
  falseJoins: number;
  /** Text taken for noise. */
  lost: number;
  broken: number;
  slowest: number;
  readonly faults: string[];
}

export function emptyScore(): Score {
  const tallies = Object.fromEntries(DECISIONS.map((decision) => [decision, { right: 0, wrong: 0, missed: 0 }])) as Record<Decision, Tally>;
  return { tallies, guessed: 0, falseJoins: 0, lost: 0, broken: 0, slowest: 0, faults: [] };
}

export function f1({ right, wrong, missed }: Tally): number {
  return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed);
}

export const recall = ({ right, missed }: Tally): number => (right + missed === 0 ? 1 : right / (right + missed));
export const precision = ({ right, wrong }: Tally): number => (right + wrong === 0 ? 1 : right / (right + wrong));

const FIELDS = ['title', 'occasion', 'date', 'dateText', 'speaker', 'salutation'] as const;

/** Scores one case into `score`. */
export function scoreCase(one: Case, score: Score): void {
  const fault = (decision: string, text: string): void => { score.faults.push(`${one.name}: ${decision}: ${text}`); };
  const from = performance.now();
  const recognition = recognise(one.text);
  score.slowest = Math.max(score.slowest, performance.now() - from);
  const outline = outlineOf(recognition);
  if (restoreText(recognition) !== one.text) {
    score.broken += 1;
    fault('law', 'the text is not rebuilt');
  }
  scoreArticles(one, outline.articles, score, fault);
  const found = outline.articles.flatMap((article) => article.headings.map((heading) => ({ ...heading, line: heading.line as number })));
  const truth = one.articles.flatMap((article) => article.headings);
  for (const [decision, level5] of [['headings', false], ['sub-heads', true]] as const) {
    // Spaces do not count (written.ts): 第一部分　工作回顾 is written with or without.
    const keys = (list: readonly { level: number; number: string | null; text: string; line: number }[]): Set<string> => new Set(list.filter((heading) => (heading.level === 5) === level5).map(({ line, level, number, text }) => `${line} ${level} ${number ?? ''} ${text.replace(/\s/g, '')}`));
    compare(keys(truth), keys(found), score.tallies[decision], (text) => { fault(decision, text); });
  }
  scoreJoins(one, outline.joins, score, fault);
  const noise = new Set(outline.noise.map(({ line }) => `${line}`));
  const trueNoise = new Set(one.noise.map(String));
  compare(trueNoise, noise, score.tallies.noise, (text) => { fault('noise', `${text} ${JSON.stringify(lineOf(one, Number(text.slice(2))))}`); });
  score.lost += [...noise].filter((line) => !trueNoise.has(line)).length;
}

const lineOf = (one: Case, line: number): string => (one.text.split(/\r\n|\r|\n/)[line - 1] ?? '').slice(0, 60);

function compare(truth: ReadonlySet<string>, found: ReadonlySet<string>, tally: Tally, fault: (text: string) => void): void {
  for (const key of found) {
    if (truth.has(key)) tally.right += 1;
    else {
      tally.wrong += 1;
      fault(`+ ${key}`);
    }
  }
  for (const key of truth) {
    if (found.has(key)) continue;
    tally.missed += 1;
    fault(`- ${key}`);
  }
}

/** Each true article goes with the found one that shares most lines, each found one once. */
function pairs(truth: readonly TrueArticle[], found: readonly OutlineArticle[]): Map<TrueArticle, OutlineArticle> {
  const all = truth.flatMap((article) => found.map((other) => ({ article, other, shared: article.lines.filter((line) => other.lines?.includes(line)).length })));
  const out = new Map<TrueArticle, OutlineArticle>();
  const taken = new Set<OutlineArticle>();
  for (const { article, other, shared } of all.sort((a, b) => b.shared - a.shared)) {
    if (shared === 0 || out.has(article) || taken.has(other)) continue;
    out.set(article, other);
    taken.add(other);
  }
  return out;
}

function scoreArticles(one: Case, found: readonly OutlineArticle[], score: Score, fault: (decision: string, text: string) => void): void {
  const paired = pairs(one.articles, found);
  const { articles, lines } = score.tallies;
  articles.wrong += found.length - paired.size;
  for (const extra of found) if (![...paired.values()].includes(extra)) fault('articles', `+ ${extra.kind} ${extra.title ?? '-'} at ${extra.firstLine ?? 0}`);
  for (const truth of one.articles) {
    const other = paired.get(truth);
    if (other === undefined) {
      articles.missed += 1;
      lines.missed += truth.lines.length;
      fault('articles', `- ${truth.kind} ${truth.title ?? '-'}`);
      continue;
    }
    const own = new Set(truth.lines);
    const shared = (other.lines ?? []).filter((line) => own.has(line)).length;
    lines.right += shared;
    lines.missed += own.size - shared;
    lines.wrong += (other.lines ?? []).length - shared;
    if (other.kind === truth.kind && other.title === truth.title && shared === own.size && shared === other.lines?.length) articles.right += 1;
    else {
      articles.wrong += 1;
      articles.missed += 1;
      const apart = [...(other.lines ?? []).filter((line) => !own.has(line)).map((line) => `+${line}`), ...truth.lines.filter((line) => !other.lines?.includes(line)).map((line) => `-${line}`)];
      fault('articles', `${truth.kind} ${truth.title ?? '-'} is ${other.kind} ${other.title ?? '-'}; lines ${apart.slice(0, 8).join(' ')}`);
    }
    for (const field of FIELDS) {
      const tally = score.tallies['head fields'];
      const [expected, said] = [truth[field], other[field]];
      if (expected === said) {
        if (expected !== null) tally.right += 1;
        continue;
      }
      if (expected !== null) tally.missed += 1;
      if (said !== null) tally.wrong += 1;
      if (expected === null) score.guessed += 1;
      fault('head fields', `${field} ${expected ?? '-'} is ${said ?? '-'}`);
    }
  }
}

function scoreJoins(one: Case, joins: readonly { readonly beforeLine: number; readonly afterLine: number; readonly certain: boolean }[], score: Score, fault: (decision: string, text: string) => void): void {
  const tally = score.tallies.joins;
  const truth = new Map(one.cuts.map((cut) => [`${cut.before}|${cut.after}`, cut.shown]));
  const certain = new Set(joins.filter((join) => join.certain).map((join) => `${join.beforeLine}|${join.afterLine}`));
  for (const key of certain) {
    if (truth.has(key)) continue;
    score.falseJoins += 1;
    tally.wrong += 1;
    const [a, b] = key.split('|').map(Number) as [number, number];
    fault('joins', `+ ${key} …${lineOf(one, a).slice(-20)}⏎${lineOf(one, b).slice(0, 20)}`);
  }
  for (const [key, shown] of truth) {
    if (!shown) continue;
    if (certain.has(key)) tally.right += 1;
    else {
      tally.missed += 1;
      const [a, b] = key.split('|').map(Number) as [number, number];
      fault('joins', `- ${key} …${(one.text.split(/\r\n|\r|\n/)[a - 1] ?? '').slice(-20)}⏎${lineOf(one, b).slice(0, 20)}`);
    }
  }
}
