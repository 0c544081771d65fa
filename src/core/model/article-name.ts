// What an article is called where somebody has to know it again: by its title, and where it has
// none (a piece that was continued from another page, a brief) by how it begins. Never by its id,
// which no reader knows. In: a package and the id. Out: words, without quotation marks.
import { fieldText } from './field-text';
import type { Article, Meeting, Package } from './package';

/** Characters of a text that stand for its title. */
const BEGINNING = 12;

/** Title on one line; else the first characters of the text with an ellipsis; else 无题的稿件. */
export function articleName({ fields, doc }: Pick<Article, 'fields' | 'doc'>, meeting: Meeting): string {
  const title = fieldText(fields['deck.main'], meeting);
  if (title !== '') return title;
  let text = '';
  doc.forEach((block) => {
    if (text.length <= 2 * BEGINNING) text += block.textContent;
  });
  const letters = [...text.replaceAll(/\s/gu, '')];
  if (letters.length === 0) return '无题的稿件';
  return letters.length > BEGINNING ? `${letters.slice(0, BEGINNING).join('')}……` : letters.join('');
}

/** The same of the article with an id; the id itself where the package has no such article. */
export function nameOfArticle({ articles, meeting }: Pick<Package, 'articles' | 'meeting'>, id: string): string {
  const article = articles.find((one) => one.id === id);
  return article === undefined ? id : articleName(article, meeting);
}
