// The faces that an article's editor on the page wears: those in which its piece is printed.
import { BOXED_TITLE, bodyStyle, headStyle } from '../../core/flow/article-styles';
import { StyleSheet } from '../../core/flow/style-sheet';
import type { Piece } from '../../core/model/layout';
import type { Article, Edition } from '../../core/model/package';
import { faceVariables } from '../editor/edition-faces';

/** CSS variables for the faces of an article as a piece of an edition's page: `--body-face` and those in the text, `--edit-title` of its 主题. */
export function printedFaces({ look, kind }: Pick<Edition, 'look' | 'kind'>, article: Pick<Article, 'kind' | 'fields' | 'doc'>, { variant, box }: Pick<Piece, 'variant' | 'box'>): Readonly<Record<string, string>> {
  const sheet = new StyleSheet(look);
  const { role } = headStyle(sheet, 'deck.main', article, { variant: box === null ? variant : BOXED_TITLE, edition: kind }).text;
  return { ...faceVariables(look, bodyStyle(sheet, article, { variant, edition: kind }).text.role), '--edit-title': `var(--${role})` };
}
