// What the window and the worker of 去年对照 say to each other: last year's texts once,
// then each state of the article in hand, numbered; answers bear the number of what was asked.
import type { Meeting } from '../../core/model/package';
import type { ArticleJson, VersionJson } from '../../core/model/package-json';
import type { Beside } from '../../core/report/compare/beside';

export type ToBeside =
  | { readonly kind: 'last'; readonly last: VersionJson }
  | { readonly kind: 'compare'; readonly request: number; readonly meeting: Meeting; readonly article: ArticleJson };

/** null: there is nothing to compare. */
export interface FromBeside {
  readonly request: number;
  readonly beside: Beside | null;
}
