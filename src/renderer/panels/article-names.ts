// What an article is called in lists: by its kind; a report by what it reports on;
// of several of a name by its title too.
import { leafText } from '../editor/field-atoms';
import type { Article, ArticleKind, Meeting, Package } from '../../core/model/package';

const KINDS: Readonly<Record<ArticleKind, string>> = {
  report: '工作报告', editorial: '社论', news: '消息', resolution: '决议', address: '讲话', notice: '公告', continuation: '转版稿',
};

/** Title of an article on one line; '' where it has none. */
function titleOf(article: Article, meeting: Meeting): string {
  const main = article.fields['deck.main'];
  return main === null ? '' : main.textBetween(0, main.content.size, '', (leaf) => leafText(leaf, meeting).replaceAll('\n', ''));
}

/** Title of the first report (of the first article where there is none), on one line; what the package is called where it has none. */
export function reportTitle({ articles, meeting, name }: Pick<Package, 'articles' | 'meeting' | 'name'>): string {
  const report = articles.find(({ kind }) => kind === 'report') ?? articles[0];
  const title = report === undefined ? '' : titleOf(report, meeting);
  return title === '' ? name : title;
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

/** A beginning that two titles share is worth leaving out from this many characters on. */
const SHARED = 6;

/** Characters at the beginning that two texts share. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * The names for a narrow list: of several of a name the title without the beginning that another one's has too
 * (政协…会议闭幕 and 政协…会议举行… differ at their ends, which the list would cut off).
 */
export function narrowNames(articles: readonly Article[], meeting: Meeting): readonly string[] {
  const names = articleNames(articles, meeting);
  return names.map((name, index) => {
    const most = Math.max(0, ...names.map((other, at) => (at === index ? 0 : shared(name, other))));
    const head = name.indexOf(' · ') + ' · '.length;
    return name.includes(' · ') && most - head >= SHARED && most < name.length ? `${name.slice(0, head)}…${name.slice(most)}` : name;
  });
}
