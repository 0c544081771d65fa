// What an issue of a paper lacks, or has twice: the day it appears, text under a headline,
// a headline over a text (N-33), one 社论 alone. A desk sees it on the proof at once; who exports without looking is told.
// In: a newspaper edition and its package; out: findings with their articles.
import type { Diagnostic } from './diagnostic';
import { articleName } from './model/article-name';
import { fieldText } from './model/field-text';
import type { Article, Edition, Package } from './model/package';
import { quoted } from './model/quote';

/** What labels the one editorial of an issue; other comments have labels of their own. */
const EDITORIAL = '社论';

export function issuePartsDiagnostics({ articles, date, paper }: Pick<Edition, 'articles' | 'date' | 'paper'>, pkg: Package): Diagnostic[] {
  const chosen = articles.flatMap((id) => pkg.articles.find((article) => article.id === id) ?? []);
  const titleOf = (article: Article): string => articleName(article, pkg.meeting);
  const at = (article: Article): Diagnostic['at'] => ({ article: article.id, block: null, field: 'deck.main', from: 0, to: 0, line: null, excerpt: titleOf(article) });
  const said = (message: string, suggestion: string, where: Diagnostic['at']): Diagnostic => ({ severity: 'warning', code: 'issue-incomplete', message, at: where, suggestion });
  const editorials = chosen.filter(({ kind, label }) => kind === 'editorial' && label === EDITORIAL);
  const second = editorials[1];
  return [
    ...(paper === null || date !== null || pkg.meeting.opens !== null ? [] : [said('这一期没有出报日期：报头、报眉不印日期、星期和农历', '在“报纸信息”里填出报日期，或在会议信息里填开幕日期', null)]),
    ...chosen.filter(({ doc }) => doc.textContent.trim() === '').map((article) => said(`${quoted(titleOf(article))}没有正文，版上只有标题`, '写上正文，或不选这一篇', at(article))),
    // What goes on from another page has its jump line for one.
    ...chosen.filter(({ kind, doc, fields }) => kind !== 'continuation' && doc.textContent.trim() !== '' && fieldText(fields['deck.main'], pkg.meeting).trim() === '')
      .map((article) => said(`以${quoted(titleOf(article))}开头的一篇没有标题，版上只有一条线和上一篇隔开（题文分离）`, '在“文稿”里给它写上主题；本是上一篇的，就并回上一篇，或不选这一篇', at(article))),
    ...(second === undefined ? [] : [said(`这一期有 ${editorials.length} 篇社论：${editorials.map((one) => quoted(titleOf(one))).join('、')}`, '一期只发一篇社论：另一篇换成“本报评论员”，或放到另一期', at(second))]),
  ];
}
