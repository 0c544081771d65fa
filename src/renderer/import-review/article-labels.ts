// What the articles of an import are called in its review: by their kind, short
// enough for a band beside every line; several of a kind are counted. The colour
// of a band goes by the article's place among those that the review began with.
import type { ArticleKind } from '../../core/model/package';
import type { RecognisedArticle } from '../../core/import/recognition';

export const KIND_NAMES: readonly (readonly [ArticleKind, string])[] = [
  ['report', '报告'], ['editorial', '社论'], ['news', '消息'], ['resolution', '决议'], ['address', '讲话'], ['notice', '公告'], ['continuation', '转版稿'],
];

export const kindName = (kind: ArticleKind): string => KIND_NAMES.find(([each]) => each === kind)?.[1] ?? kind;

export interface ArticleLabel {
  /** 报告, 消息2. */
  readonly name: string;
  /** Of all articles, from 1: the digit that sends lines to it. */
  readonly number: number;
  /** Which of the colours, from 0. */
  readonly tint: number;
}

/** Colours that bands have; more articles begin again. */
const TINTS = 6;

/** The same for the same id, so that an article that is moved keeps its colour. */
function tintOf(id: string): number {
  const number = Number(/\d+$/.exec(id)?.[0] ?? 1) - 1;
  return (id.startsWith('a') ? number : number + 3) % TINTS;
}

/** By article id. */
export function labelsOf(articles: readonly RecognisedArticle[]): ReadonlyMap<string, ArticleLabel> {
  const labels = new Map<string, ArticleLabel>();
  const all = new Map<ArticleKind, number>();
  for (const { kind } of articles) all.set(kind, (all.get(kind) ?? 0) + 1);
  const counts = new Map<ArticleKind, number>();
  articles.forEach(({ id, kind }, i) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    labels.set(id, { name: `${kindName(kind)}${all.get(kind) === 1 ? '' : count}`, number: i + 1, tint: tintOf(id) });
  });
  return labels;
}
