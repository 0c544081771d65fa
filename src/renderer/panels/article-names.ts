// What an article is called in lists: by its kind; a report by what it reports on;
// of several of a name by its title too.
import { leafText } from '../editor/field-atoms';
import type { Article, ArticleKind, Meeting } from '../../core/model/package';

const KINDS: Readonly<Record<ArticleKind, string>> = {
  report: '工作报告', editorial: '社论', news: '消息', resolution: '决议', address: '讲话', notice: '公告', continuation: '转版稿',
};

/** Title of an article on one line; '' where it has none. */
function titleOf(article: Article, meeting: Meeting): string {
  const main = article.fields['deck.main'];
  return main === null ? '' : main.textBetween(0, main.content.size, '', (leaf) => leafText(leaf, meeting).replaceAll('\n', ''));
}

function plainName(article: Article, title: string): string {
  if (article.kind === 'report' && title.includes('提案')) return '提案工作报告';
  if (article.kind === 'report' && title.includes('常务委员会')) return '常委会工作报告';
  return article.label ?? KINDS[article.kind];
}

/** One name an article, in order. */
export function articleNames(articles: readonly Article[], meeting: Meeting): readonly string[] {
  const titles = articles.map((article) => titleOf(article, meeting));
  const plain = articles.map((article, index) => plainName(article, titles[index] ?? ''));
  return plain.map((name, index) => {
    const isOnly = plain.indexOf(name) === index && plain.lastIndexOf(name) === index;
    const title = titles[index] ?? '';
    return isOnly || title === '' ? name : `${name} · ${title}`;
  });
}
