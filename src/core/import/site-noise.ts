// Noise of a web page and of a paper's masthead that its place shows: words of a
// site's bar beside its buttons, the block above the article and the block below it,
// the headline that a site repeats over the report's own title, the day it was
// brought, links to other pages. Each rule is a small function with its reason; all
// are bound to short lines. page-noise.ts calls them.
import { PAPER_END } from './furniture';
import { WIRE_PREFIX } from './head-values';
import { LONGEST_FURNITURE, textBeside, type ReadLine } from './read-line';

/** Finds noise of web pages by place. Changes `why` of the lines. */
export function markSiteNoise(lines: readonly ReadLine[]): void {
  markBarWords(lines);
  markSiteTop(lines);
  markRedHead(lines);
  markRepeatedTitle(lines);
  markOtherTitle(lines);
  markSiteDates(lines);
  markBylines(lines);
  markAccountLines(lines);
  markAdvertisements(lines);
  markMastheads(lines);
  markAgencyLines(lines);
  markLinkLists(lines);
  markSiteFoot(lines);
}

/** Words that are a site's only where its other words stand beside them. */
const BAR_WORDS = /^(?:[>›»＞/]|首页|正文|[\u4e00-\u9fff]{0,4}(?:要闻|新闻|动态|公开|专栏|专题)|大|中|小|T\|?T?|加大|减小|还原|增大|全屏|默认|正常|特大|较大|检索|搜索|今天是[:：]?|欢迎您?|邮箱|繁|简|[【】\[\]（）()|｜]+|【?字[号体][:：]?|打印|关闭|下载|收藏|来源[:：]?|时间[:：]?|编辑[:：]?|分享[:：]?)$/;

function markBarWords(lines: readonly ReadLine[]): void {
  const beside = (i: number): boolean => lines[i] !== undefined && lines[i]?.why !== null;
  const mark = (i: number): void => {
    const line = lines[i] as ReadLine;
    if (line.why === null && (beside(i - 1) || beside(i + 1)) && BAR_WORDS.test(line.compact)) line.why = '网站按钮';
  };
  for (let i = 0; i < lines.length; i += 1) mark(i);
  for (let i = lines.length - 1; i >= 0; i -= 1) mark(i);
}

/** What stands above an article and never in one. */
const ABOVE = /^(?:网站面包屑|网站栏目|网站名称|网址)$/;
/** Lines of a page's top that are looked through. */
const TOP_REACH = 40;

/**
 * Above a site's path or bar, at the top of a text and before any title, stands the site: whatever is short there.
 * Between two lines of a paper's masthead stands what has the paper's name.
 */
function markSiteTop(lines: readonly ReadLine[]): void {
  let bound = 0;
  for (let i = 0; i < Math.min(lines.length, TOP_REACH); i += 1) {
    const { why, shown, compact } = lines[i] as ReadLine;
    if (shown || (why === null && (compact.length > LONGEST_FURNITURE || /[。；！？：:]$|^(?:——|[（(])|[开闭]幕/.test(compact) || DOCUMENT.test(compact)))) break;
    // Under a headline stand who edited, who took the picture, whence it comes.
    if (why !== null && /^(?:编辑署名|图片说明|来源与时间)$/.test(why)) break;
    if (why !== null && ABOVE.test(why)) bound = i;
    const isPaper = why === null && compact.length <= 24 && PAPER_NAME.test(compact);
    if (isPaper && i > 0 && lines[i - 1]?.why !== null && lines[i + 1]?.why?.startsWith('报') === true) (lines[i] as ReadLine).why = '报头';
  }
  for (const line of lines.slice(0, bound)) line.why ??= '网站栏目';
}

const PAPER_NAME = new RegExp(PAPER_END);

const WEB = /^(?:网站|网址|版权与备案|来源与时间|公众号)/;
const MOST_FOOT = 30;

/**
 * Below an article, behind the first of a site's lines there: buttons and links that no rule knows, where the text
 * shows by two kinds of lines that it is a web page and nothing there could be an article.
 */
function markSiteFoot(lines: readonly ReadLine[]): void {
  const kinds = new Set(lines.flatMap(({ why }) => (why !== null && WEB.test(why) ? [why] : [])));
  if (kinds.size < 2) return;
  const body = lines.findLastIndex((line) => line.why === null && (line.shown || line.compact.length > LONGEST_FURNITURE || /[。！？；”）]$/.test(line.compact)));
  const first = lines.findIndex((line, i) => i > body && line.why !== null && /^(?:网站|编辑署名|版权|来源与时间|公众号|别的网页)/.test(line.why));
  if (body < 0 || first < 0) return;
  const foot = lines.slice(first).filter(({ why }) => why === null);
  const mayBeText = ({ compact, text }: ReadLine): boolean => DOCUMENT.test(compact) || /(?:名单|公告|决议|议程|日程)$/.test(compact) || /^[一二三四五六七八九十（(\d]+[、）).]/.test(compact) || /^(?:本报|各位)/.test(compact) || text.split(/\s{2,}|\t|\u3000+/).length > 2;
  if (foot.length <= MOST_FOOT && !foot.some(mayBeText)) for (const line of foot) line.why = '网页的页脚';
}

const DOCUMENT = /(?:报告|决议|文件|材料|讲话|汇编)(?:[（(].*[）)])?$/;

/** How far behind the site's headline the report's own title may stand. */
const TITLE_REACH = 14;

/** A site's headline over the title that the report brings itself, in one line or several: only the first text of all. */
function markRepeatedTitle(lines: readonly ReadLine[]): void {
  const i = lines.findIndex((line) => line.why === null);
  const line = lines[i];
  if (line === undefined || line.shown || line.compact.length < 5 || line.compact.length > LONGEST_FURNITURE) return;
  // 政府工作报告（全文） · 政府工作报告_云岭市人民政府
  const words = line.compact.replace(WIRE_PREFIX, '').replace(/[（(【\[]?全文[）)】\]]?$|[_|｜][^_|｜]{2,20}$/, '');
  if (words.length < 5 || /(?:[。；：]|会议|大会|委员会|政府|法院|检察院|[局厅委部处办院联会]|办公室)$/.test(words)) return;
  // 2026年云岭市政府工作报告: the year and the place are the site's.
  const asked = new Set([words, words.replace(/^\d{4}年度?/, ''), words.replace(/^(?:\d{4}年度?)?(?:[\u4e00-\u9fff]{2,7}[省市县区州盟旗])?(?:人民)?(?=政府工作报告$)/, '')]);
  for (let j = i + 1; j < Math.min(lines.length, i + TITLE_REACH); j += 1) {
    if ([...asked].some((title) => title.length > 5 && spells(lines, j, title))) line.why = '网页标题：下面另有相同的标题';
    // Behind running text there is no title any more.
    if (line.why !== null || (lines[j] as ReadLine).compact.length > LONGEST_FURNITURE) return;
  }
}

/** The words that say what a document is: in the site's own headline and in the document's name. */
const KINDS = ['报告', '讲话', '致辞', '决议', '公报', '意见', '办法', '条例', '方案', '公告', '名单'];

/**
 * A site's own headline (市政协常委会报告工作), whence and when it was brought, and below that the document with the name
 * it has: the headline is the site's where it says the same kind of document, and is no beginning of the name.
 */
function markOtherTitle(lines: readonly ReadLine[]): void {
  const i = lines.findIndex((line) => line.why === null);
  const line = lines[i];
  if (line === undefined || line.shown || line.compact.length < 6 || line.compact.length > LONGEST_FURNITURE || /[。；：]$|^(?:——|—|[（(]第)/.test(line.compact)) return;
  const j = textBeside(lines, i, 1);
  if (j < 0 || !lines.slice(i + 1, j).some(({ why }) => why === '来源与时间')) return;
  let name = '';
  for (let k = j, used = 0; k < lines.length && used < 3; k += 1) {
    const { why, compact } = lines[k] as ReadLine;
    if (why !== null) continue;
    name += compact;
    used += 1;
    const bare = name.replace(/[（(][^（）()]{1,10}[）)]$/, '');
    const kind = KINDS.find((word) => bare.endsWith(word));
    if (kind === undefined) continue;
    if (bare.length >= 10 && bare.length <= 80 && OPENS_NAME.test(bare) && line.compact.includes(kind) && !/[。；，！？]/.test(bare)) line.why = '网页标题：下面另有文件自己的标题';
    return;
  }
}

const OPENS_NAME = /^(?:关于|中国人民政治协商会议|政协|中国共产党|[\u4e00-\u9fff]{2,14}?(?:[省市县区州盟旗]|第[一二三四五六七八九十]{1,3}届|人民政府|人民代表大会|委员会))/;

/** 云办发〔2026〕3号, who signs it beside. */
const DOCUMENT_NUMBER = /^[\u4e00-\u9fff]{1,12}[〔\[【（(]\d{4}[〕\]】）)]第?\d{1,4}号(?:签发人[:：][\u4e00-\u9fff]{2,4})?$/;
const RED_HEAD = /^[\u4e00-\u9fff（）()]{4,40}文件$/;
/** Text lines from the top in which a document's number stands. */
const RED_REACH = 5;

/** The red head of an official paper and its number, over the title: what is printed of it for a meeting has neither (G-21). */
function markRedHead(lines: readonly ReadLine[]): void {
  let head: ReadLine | null = null;
  for (const line of lines.filter(({ why, shown }) => why === null && !shown).slice(0, RED_REACH)) {
    if (DOCUMENT_NUMBER.test(line.compact)) {
      line.why = '发文字号';
      if (head !== null) head.why = '红头：发文机关标志';
      return;
    }
    head = RED_HEAD.test(line.compact) ? line : null;
  }
}

/** Do the text lines from `at` on, up to four, make the words? */
export function spells(lines: readonly ReadLine[], at: number, words: string): boolean {
  let text = '';
  for (let k = at, used = 0; k < lines.length && used < 4; k += 1) {
    const line = lines[k] as ReadLine;
    if (line.why !== null) {
      if (used === 0) return false;
      continue;
    }
    text += used === 0 ? line.compact.replace(WIRE_PREFIX, '') : line.compact;
    used += 1;
    if (text === words) return true;
    if (!words.startsWith(text)) return false;
  }
  return false;
}

/** 2026-01-13, as sites stamp an article; documents write 年月日. */
const SITE_DATE = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/;

/** The day on which a site brought an article, alone on its line; several under each other are a list. */
function markSiteDates(lines: readonly ReadLine[]): void {
  const isDate = (i: number): boolean => SITE_DATE.test(lines[i]?.compact ?? '');
  lines.forEach((line, i) => { if (line.why === null && !line.shown && isDate(i) && !isDate(i - 1) && !isDate(i + 1)) line.why = '来源与时间'; });
}

/** An account's byline over its text: 原创 云岭政协 2026年1月16日 18:02 云州. A sentence is not of short words with a clock among them; a timetable has one in every line. */
function markBylines(lines: readonly ReadLine[]): void {
  const isByline = (line: ReadLine | undefined): boolean => line !== undefined && line.text.includes(':') && /\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?\s?\d{1,2}:\d{2}/.test(line.text) && !/[。；，！？]/.test(line.text) && line.text.split(/\s+/).every((word) => word.length <= 12);
  const body = lines.findIndex((line) => line.why === null && line.compact.length > LONGEST_FURNITURE);
  for (let i = 0; i < (body < 0 ? lines.length : body); i += 1) {
    const line = lines[i] as ReadLine;
    if (line.why === null && !line.shown && isByline(line) && !isByline(lines[i - 1]) && !isByline(lines[i + 1])) line.why = '来源与时间';
  }
}

/** 以下文章来源于云岭日报，作者何晓棠; 向上滑动阅览 */
const ABOVE_TEXT = /^(?:以下文章来源于.{2,40}|[（(]?(?:上下|左右|向[上下左右])滑动.{0,12}[）)]?|[（(]?滑动(?:查看|阅览|浏览).{0,10}[）)]?)$/;

/** In what an account sent: 原创 云岭政协 over the text, ▲市政协主席作报告 under a picture. Items with ▲ stand under each other. */
function markAccountLines(lines: readonly ReadLine[]): void {
  if (!lines.some(({ why }) => why !== null && /^(?:公众号|图片说明)/.test(why))) return;
  const mayBeCaption = (line: ReadLine | undefined): boolean => line !== undefined && line.why === null && !line.shown && /^[▲△▼]\s?[\u4e00-\u9fff“《]/.test(line.text) && line.compact.length <= LONGEST_FURNITURE && !/[。；！？]$/.test(line.compact);
  const body = lines.findIndex((line) => line.why === null && line.compact.length > LONGEST_FURNITURE);
  lines.forEach((line, i) => {
    if (line.why === null && !line.shown && line.compact.length <= 50 && ABOVE_TEXT.test(line.compact)) {
      line.why = '公众号的按钮';
      // 云岭政协: the account's own name above it.
      const above = lines[i - 1];
      if (above !== undefined && above.why === null && !above.shown && above.compact.length <= 12 && line.compact.startsWith('以下')) above.why = '公众号的按钮';
      return;
    }
    // 临江政协 over the day and place that it was sent, right under its buttons.
    if (line.why === null && !line.shown && i < (body < 0 ? lines.length : body) && line.compact.length <= 12 && /^[\u4e00-\u9fff]+$/.test(line.compact) && /^\d{4}年\d{1,2}月\d{1,2}日\d{1,2}[:：]\d{2}/.test(lines[i + 1]?.compact ?? '') && lines.slice(0, i).every(({ why }) => why?.startsWith('公众号') === true)) line.why = '公众号的按钮';
    else if (mayBeCaption(line) && !mayBeCaption(lines[textBeside(lines, i, -1)]) && !mayBeCaption(lines[textBeside(lines, i, 1)])) line.why = '图片说明';
    else if (line.why === null && !line.shown && i < (body < 0 ? lines.length : body) && /^原创(?:[:：]|\s)/.test(line.text) && line.compact.length <= 30) line.why = '公众号的按钮';
  });
}

/** Behind these words stand headlines of other pages. */
const OPENS_LINKS = '网站推荐';

/** What a price, a telephone, a sale under 广告 says. */
const SELLS = /热线|电话|咨询|预约|优惠|特价|促销|酬宾|开盘|开业|招租|招聘|诚聘|转让|出租|包邮|[一二三四五六七八九\d]折|\d{3,4}[-—]?\d{7,8}|1\d{10}|\d{7,8}(?!\d)/;

/** The lines under 广告, down to the next blank line or what is no advertisement: short, and one of them sells something. */
function markAdvertisements(lines: readonly ReadLine[]): void {
  lines.forEach((line, i) => {
    if (line.why !== '广告') return;
    let end = i + 1;
    while (end < lines.length && lines[end]!.blanksBefore === 0 && lines[end]!.why === null && !lines[end]!.shown && lines[end]!.compact.length <= 60 && !/[。！？]$/.test(lines[end]!.compact)) end += 1;
    const under = lines.slice(i + 1, end);
    if (under.some(({ compact }) => SELLS.test(compact))) for (const one of under) one.why = '广告';
  });
}

/** A paper's name alone, in letters, the weather: furniture beside the date and number of its masthead. */
function markMastheads(lines: readonly ReadLine[]): void {
  const isMasthead = (line: ReadLine | undefined): boolean => line?.why?.startsWith('报') === true || line?.why === '版面导航';
  const mark = (i: number): void => {
    const line = lines[i] as ReadLine;
    // A date belongs to it only where nothing of an article stands above.
    const opens = isMasthead(lines[i + 1]) && /^\d{4}年\d{1,2}月\d{1,2}日$/.test(line.compact) && textBeside(lines, i, -1) < 0;
    if (opens) line.why = '报头';
    else if (line.why === null && !line.shown && line.compact.length <= 40 && (isMasthead(lines[i - 1]) || isMasthead(lines[i + 1])) && MASTHEAD_PART.test(line.compact)) line.why = '报头';
  };
  for (let i = 0; i < lines.length; i += 1) mark(i);
  for (let i = lines.length - 1; i >= 0; i -= 1) mark(i);
}

const MASTHEAD_PART = new RegExp(`^(?:要闻|时政|综合|本市新闻|[\\u4e00-\\u9fff]{0,6}(?:专版|特刊|专刊|副刊|周刊|特别报道))$|^\\d{2}$|^[\\u4e00-\\u9fff]{2,8}${PAPER_END}社?$|^[A-Za-z .]{4,40}$|天气.*(?:℃|°C|级)|^.{2,12}(?:晴|阴|雨|云|雪).*(?:℃|°C)`);

/** 新华社北京3月17日电（记者 江一帆）, alone over the title of a document that the agency sends whole. */
function markAgencyLines(lines: readonly ReadLine[]): void {
  lines.forEach((line, i) => {
    if (line.why !== null || line.shown || !(line.compact.startsWith('新华社') || line.compact.startsWith('中新社')) || !/^(?:新华社|中新社)[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日电(?:[（(](?:记者|通讯员)[^（）()]{1,24}[）)])?$/.test(line.compact)) return;
    const after = lines[textBeside(lines, i, 1)];
    if (after !== undefined && DOCUMENT.test(after.compact)) line.why = '来源与时间';
  });
}

/** Links to other pages, under 相关链接: each with its date, or down to the end of the text nothing but short lines that say no sentence. */
function markLinkLists(lines: readonly ReadLine[]): void {
  let isOpen = false;
  for (const line of lines) {
    if (opensLinks(line)) isOpen = true;
    else if (line.why === null) {
      isOpen &&= !line.shown && line.compact.length <= LONGEST_FURNITURE && LINK_DATE.test(line.compact);
      if (isOpen) line.why = LINK;
    }
  }
  let links: ReadLine[] = [];
  for (const line of lines.toReversed()) {
    if (opensLinks(line)) {
      // Numbered lines are links under the words of an account alone, counted from 1: elsewhere a list.
      if (!/^往期/.test(line.compact) && links.some(({ compact }) => /^\d/.test(compact))) return;
      for (const link of links) link.why = LINK;
      links = [];
    } else if (line.why === null) {
      if (links.length === MOST_LINKS || line.shown || !line.open || line.compact.length > 40 || (/^[一二三四五六七八九十（(\d]+[、）).]/.test(line.compact) && !/^\d{1,2}[.、．](?!\d)/.test(line.compact))) return;
      links.push(line);
    }
  }
}

const opensLinks = ({ why, compact }: ReadLine): boolean => why === OPENS_LINKS && /^[>»›▶★☆●■◆▲]*(?:相关|推荐|延伸|热门|更多|热点|猜你|精彩|最新|为你|图片|大家|往期)/.test(compact);
const LINK = '别的网页的链接';
const LINK_DATE = /[\[（(]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[\]）)]?$/;
const MOST_LINKS = 12;
