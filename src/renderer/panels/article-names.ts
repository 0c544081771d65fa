// What an article is called in lists: by its kind, and of several of a kind by its
// title too.
import type { Article, ArticleKind } from '../../core/model/package';

const KINDS: Readonly<Record<ArticleKind, string>> = {
  report: '工作报告', editorial: '社论', news: '消息', resolution: '决议', address: '讲话', notice: '公告', continuation: '转版稿',
};

/** Title of an article on one line; '' where it has none. */
export function titleOf(article: Article): string {
  const main = article.fields['deck.main'];
  return main === null ? '' : main.textBetween(0, main.content.size, '', (leaf) => (leaf.type.name === 'hard_break' ? '' : '〔〕'));
}

/** One name an article, in order. */
export function articleNames(articles: readonly Article[]): readonly string[] {
  return articles.map((article) => {
    const kind = article.label ?? KINDS[article.kind];
    const isOnly = articles.filter((other) => (other.label ?? KINDS[other.kind]) === kind).length === 1;
    const title = titleOf(article);
    return isOnly || title === '' ? kind : `${kind} · ${title}`;
  });
}
