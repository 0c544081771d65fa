// What the window and the worker of 两稿对比 say to each other: two texts go there once, how
// far it is and both texts joined come back.
import type { Article, Meeting } from '../../core/model/package';
import type { ArticleJson } from '../../core/model/package-json';
import type { ChangeList } from '../../core/report/compare/change-list';
import type { OldNumber, RedlineNames } from '../../core/report/compare/redline';

export interface TextJson {
  readonly meeting: Meeting;
  readonly articles: readonly ArticleJson[];
}

export interface ToCompare {
  readonly was: TextJson;
  readonly now: TextJson;
  readonly names: RedlineNames;
}

export type FromCompare =
  /** Done, 0–1. */
  | { readonly kind: 'progress'; readonly done: number }
  | {
    readonly kind: 'compared';
    readonly old: readonly Pick<Article, 'id' | 'kind'>[];
    readonly articles: readonly ArticleJson[];
    readonly numbers: readonly OldNumber[];
    readonly list: ChangeList;
    /** Sentences that stand in both word for word. */
    readonly verbatim: readonly string[];
  };
