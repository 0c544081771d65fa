// Articles named in the words of a make-up.
import { quoted } from '../../model/quote';
import type { TitleOf } from './loss';

/** Articles named in a sentence; more are counted. */
const MOST_NAMED = 3;

/** Articles by their names, the first few of many. */
export function namesOf(articles: readonly string[], titleOf: TitleOf): string {
  return `${articles.slice(0, MOST_NAMED).map((article) => quoted(titleOf(article))).join('、')}${articles.length > MOST_NAMED ? `等 ${articles.length} 篇` : ''}`;
}
