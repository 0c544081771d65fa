// Promises and results: each task of last year's plan (要…, 我们将…) beside what this
// year's review says of it (issue "Last year's report becomes this year's draft", 3).
// Matched by shared words, with the words as the reason; whether it was done is a
// person's to say. In: last year's text and this year's. Out: one entry a task.
import type { TextPlace } from '../diagnostic';
import type { Package } from '../model/package';
import { wordsOf } from './compare/word-difference';
import { promises } from './roll/names';
import { ATOM, placeIn, sentencesOf, unitsOf } from './roll/unit';

export interface PromiseResult {
  readonly text: string;
  readonly place: TextPlace;
  readonly section: string;
  /** The sentence of this year's review that says most of it, or null: never mentioned again. */
  readonly result: { readonly text: string; readonly place: TextPlace; readonly score: number; readonly shared: readonly string[] } | null;
}

/** From this share of the task's weight on a sentence speaks of it. By eye on the project's own reports. */
const SPOKEN = 0.34;

/** Words of work reports that tell nothing about the task. */
const COMMON = new Set('要 我们 将 着力 持续 积极 深入 继续 推动 组织 开展 工作 政协 委员 市政协 加强 推进 做好 完善 提升 促进 发挥 作用 围绕 坚持 不断 进一步 更好 建设 服务 发展 全市 机制 活动 有关 问题 重点 落实 制度 各 等 和 的 在 上 把 对 就 与 为 以 年 次 个 项'.split(' '));

/** A sentence of this year's review. */
export interface ReviewSentence {
  readonly text: string;
  readonly place: TextPlace;
}

/** What looks back in the reports of `now`, sentence by sentence. */
export function reviewSentences(now: Pick<Package, 'articles'>): readonly ReviewSentence[] {
  return unitsOf(now).filter(({ kind, part, heading, field }) => kind === 'report' && part !== 'plan' && part !== 'close' && !heading && field === null)
    .flatMap((unit) => sentencesOf(unit.text).map(({ from, text }) => ({ text: text.replaceAll(ATOM, '').trim(), place: placeIn(unit, from, from + text.length) })));
}

/** Tasks in the order of last year's text. */
export function promiseResults(last: Pick<Package, 'articles'>, now: Pick<Package, 'articles'>): readonly PromiseResult[] {
  const sentences = reviewSentences(now).map((sentence) => ({ ...sentence, words: new Set(telling(sentence.text)) }));
  const tasks = unitsOf(last).filter(({ kind, part, heading }) => kind === 'report' && part === 'plan' && !heading);
  const weight = weights(sentences.map(({ words }) => words));
  return tasks.flatMap((unit) => promises(unit.text).map(({ from, to }): PromiseResult => {
    const text = unit.text.slice(from, to).replaceAll(ATOM, '').trim();
    const own = [...new Set(telling(text))];
    const total = own.reduce((sum, word) => sum + weight(word), 0);
    let result: PromiseResult['result'] = null;
    for (const sentence of sentences) {
      const shared = own.filter((word) => sentence.words.has(word));
      const score = total === 0 ? 0 : shared.reduce((sum, word) => sum + weight(word), 0) / total;
      if (score >= SPOKEN && shared.length >= 2 && score > (result?.score ?? 0)) result = { text: sentence.text, place: sentence.place, score: Math.round(score * 100) / 100, shared };
    }
    return { text, place: placeIn(unit, from, to), section: unit.section, result };
  }));
}

const telling = (text: string): string[] => wordsOf(text).filter((word) => word.length >= 2 && /[\u3400-\u9fff]/.test(word) && !COMMON.has(word));

/** A word that stands in few sentences says more (inverse document frequency). */
function weights(sentences: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + sentences.length / (1 + (counts.get(word) ?? 0)));
}
