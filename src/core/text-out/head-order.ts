// The title block in printed order (G-21, N-10), as plain text and web page have it, with the
// 稿次 under the title of a report: they have no header to say it in.
import type { Article, Edition, FieldPath } from '../model/package';
import { stageInBrackets } from '../model/stage';

export const HEAD_ORDER: readonly (FieldPath | 'label' | 'stage' | 'abridged')[] = [
  'label', 'deck.over', 'deck.main', 'deck.sub', 'stage', 'head.occasion', 'abridged', 'head.date', 'head.speaker', 'head.salutation',
];

/** The 稿次 under the title of an article as text has it: of a report, in any edition but a newspaper; null: none. */
export function stageOfText(article: Article, edition: Edition, stage: string | null): string | null {
  return article.kind === 'report' && edition.kind !== 'newspaper' ? stageInBrackets(stage) : null;
}
