// Articles that do not belong into an issue of a paper (TYPESETTING 4.1b): a 决议 is
// passed at the closing, so it never stands in the opening issue nor in one between, nor beside the
// opening editorial; what hails the opening is stale in the closing one and, but for its story, in
// those between. Told by the kind of an article and the words of its titles, of an editorial also by
// its last paragraph. What looks back, or only tells of somebody at the ceremony, belongs anywhere.
import type { Diagnostic } from './diagnostic';
import { articleName } from './model/article-name';
import { fieldText } from './model/field-text';
import type { Article, Edition, Meeting, Package, Phase } from './model/package';
import { quoted } from './model/quote';

const NAMES: Readonly<Record<Phase, string>> = { opening: '开幕', during: '会中', closing: '闭幕' };

/** A title that looks back at the meeting or ahead: it belongs into any issue. */
const ELSEWHEN = /回顾|回眸|回望|侧记|花絮|综述|见证|巡礼|难忘|日记|手记|掠影|倒计时|明[日天]|将于|即将|筹备|前夕/;
/** The ceremony itself in a title, not something that was seen there (手语翻译走进开幕会): it ends a part of the title, or the day's program follows it. */
const CEREMONY: Readonly<Record<'opening' | 'closing', RegExp>> = {
  opening: /(?<!首次.{0,12})(?:开幕(?:$|[\s，。！、”》）—]|词|社论|大会举行|会举行|式举行)|(?:隆重|今日|昨日|今天|昨天|正式|胜利|在.{2,12})开幕)/,
  closing: /(?:闭幕(?:$|[\s，。！、”》）—]|词|社论|讲话|大会举行|会举行|式举行|会上的讲话)|(?:圆满|胜利|隆重|今日|昨日|今天|昨天|正式|在.{2,12})闭幕|(?:胜利|圆满)结束)/,
};

/** At which end of a meeting an article is news; null for either. */
function endOf(article: Article, meeting: Meeting): 'opening' | 'closing' | null {
  const title = (['deck.over', 'deck.main', 'deck.sub'] as const).map((path) => fieldText(article.fields[path], meeting)).join(' ');
  if (article.kind === 'resolution') return 'closing';
  if (!['editorial', 'news', 'address'].includes(article.kind) || ELSEWHEN.test(title)) return null;
  if (CEREMONY.closing.test(title)) return 'closing';
  if (CEREMONY.opening.test(title)) return 'opening';
  const last = article.doc.lastChild?.textContent ?? '';
  if (article.kind === 'editorial' && /预祝.{0,20}(?:大会|会议|全会)/.test(last)) return 'opening';
  return null;
}

/** Articles of a newspaper edition in the wrong issue, and those of both ends side by side where nobody gave the issue a phase. */
export function phaseDiagnostics({ phase, articles }: Edition, pkg: Package): Diagnostic[] {
  const chosen = articles.flatMap((id) => pkg.articles.find((article) => article.id === id) ?? []);
  const ends = chosen.map((article) => ({ article, end: endOf(article, pkg.meeting) }));
  const titleOf = (article: Article): string => articleName(article, pkg.meeting);
  const at = (article: Article): Diagnostic['at'] => ({ article: article.id, block: null, field: 'deck.main', from: 0, to: 0, line: null, excerpt: titleOf(article) });
  if (phase !== null) {
    return ends.filter(({ end }) => end !== null && end !== phase).map(({ article, end }): Diagnostic => ({
      severity: 'warning', code: 'phase-mismatch', at: at(article), suggestion: `把这篇移到${NAMES[end!]}的那一期，或改这一期的会期`,
      message: `${quoted(titleOf(article))}是${article.kind === 'resolution' ? '闭幕时通过的决议' : `${NAMES[end!]}的稿件`}，不该登在${NAMES[phase]}这一期`,
    }));
  }
  const [opening, closing] = (['opening', 'closing'] as const).map((asked) => ends.find(({ end, article }) => end === asked && (asked === 'closing' || article.kind === 'editorial'))?.article);
  if (opening === undefined || closing === undefined) return [];
  return [{
    severity: 'warning', code: 'phase-mismatch', at: at(closing), suggestion: '分开登在开幕、闭幕两期',
    message: `${quoted(titleOf(opening))}是开幕的社论，${quoted(titleOf(closing))}是${closing.kind === 'resolution' ? '闭幕时通过的决议' : '闭幕的稿件'}，不该登在同一期`,
  }];
}
