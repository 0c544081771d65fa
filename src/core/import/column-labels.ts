// The name of a column over an article of a paper or a site (今日关注, 简讯, 聚焦两会):
// no title of the article and no paragraph of the story above. Known by a list and,
// where the list does not have it, by its shape and place; what only the shape shows
// is asked about (queries.ts). What names a kind of writing (委员声音, 专访) is printed
// over its headline and stays (head-fields.ts). In: the lines as read, noise marked. Goes last of the
// rules by place, for it looks at what stands above and below as text.
import { readLabel } from './label';
import { LONGEST_FURNITURE, textBeside, type ReadLine } from './read-line';
import { isCommentLabel, isSalutation, namesBody, namesDocument, tellsEvent } from './roles';
import { isKnownName } from './speaker';

const COLUMN = '栏目名';
/** A column's name by its shape alone. */
export const LIKELY_COLUMN = '像是栏目名';

const OF_WHAT = '今日|本期|本周|每日|一周|时政|本市|本地|本县|本区|本省|全市|全县|全区|市内|县内|国内|综合|特别|重点|专题|深度|独家|会议|大会|两会|政协|人大|委员|代表|政务|民生|基层|权威|热点|焦点|重要|头版|新闻|履职|工作|县区|市县';
const WHAT = '要闻|关注|聚焦|焦点|头条|新闻|报道|专题|专栏|专版|特刊|快讯|速递|速览|快报|传真|直击|直播|现场|进行时|时间|视点|视线|视窗|热点|花絮|动态|简讯|短讯|短波|消息|导读|看点|发布|播报|集锦|集萃|连线|面对面';
const ALONE = '要闻|时政|简讯|短讯|快讯|专题|专栏|专版|特刊|花絮|头条|导读|关注|聚焦|焦点|热点|综合|简明新闻|一句话新闻|新闻速递|图片新闻|本版导读|会场内外|特别策划|新春走基层|记者手记|现场新闻';
const LOOKS_AT = '聚焦|关注|直击|走进|数说|图说|热议|喜迎|解读';
// One pattern for all would be compiled for every report: each is tried where its first or last two characters stand.
const LONE_NAMES: ReadonlySet<string> = new Set(ALONE.split('|'));
const LOOKING: ReadonlySet<string> = new Set(LOOKS_AT.split('|'));
const LOOKED_AT = new RegExp(`^(?:${LOOKS_AT})(?:今日|\\d{4}年?|[\\u4e00-\\u9fff]{0,4})?(?:两会|政协|大会|会议|热点|民生)$`);
const LAST_TWO: ReadonlySet<string> = new Set(WHAT.split('|').map((word) => word.slice(-2)));
const OF_A_KIND = new RegExp(`^(?:(?:${OF_WHAT}){1,2}(?:${WHAT})|(?:\\d{4}年?)?[\\u4e00-\\u9fff]{0,5}两会(?:特别报道|专题报道|${WHAT})|[\\u4e00-\\u9fff]{2,3}(?:要闻|简讯|短讯|快讯))$`);
/** What is put round a column's name: ■, 【】, its pinyin, how many pieces stand under it. */
const ORNAMENT = /^[【\[（(〔■□◆◇●○★☆▶►▌|｜·—–-]+|[】\]）)〕■□◆◇●○★☆◀◄|｜·—–-]+$|[A-Za-z.·]+$|[（(]?[一二三四五六七八九十\d]{1,2}[则篇][）)]?$/g;

const bare = (compact: string): string => compact.replace(ORNAMENT, '').replace(ORNAMENT, '');

/** Is it the name of a column that papers and sites have? */
export function isColumnName(compact: string): boolean {
  if (compact.length > 24) return false;
  const name = bare(compact);
  return LONE_NAMES.has(name) || (LOOKING.has(name.slice(0, 2)) && LOOKED_AT.test(name)) || (LAST_TWO.has(name.slice(-2)) && OF_A_KIND.test(name));
}

/** What a short line is that is no column's name, though it has its shape: a part of a title, a heading that stands alone. */
const OTHER = /[省市县区州盟旗镇乡委会院局厅部办社报协大府]$|^(?:名词|注释|附[件录表注]|目录|目次|前言|引言|序言|结语|结束语|摘要|全文|议程|日程|名单|图例|说明|备注)|工作$|^[一二三四五六七八九十第]/;

function hasShape(compact: string): boolean {
  return /^[\u4e00-\u9fff]{2,6}$/.test(compact) && !OTHER.test(compact) && !namesDocument(compact) && !namesBody(compact) && !tellsEvent(compact) && !isCommentLabel(compact) && !(compact.length <= 3 && isKnownName(compact));
}

/** Could a headline be here: a short line without a number, not finished? */
function isHeadline({ compact, text, open }: ReadLine): boolean {
  return compact.length >= 5 && compact.length <= LONGEST_FURNITURE && (open || /[！？”）]$/.test(compact)) && !/[。；，：]$|\t|^(?:——|[（(])/.test(text) && readLabel(text) === null && !/^(?:本报|新华社|各位)/.test(compact);
}

/** 简讯 over its pieces, which are numbered. */
function isNumberedStory(name: ReadLine, { compact, text, open }: ReadLine): boolean {
  return /[简短快]讯|要闻|一句话新闻/.test(name.compact) && open && compact.length <= LONGEST_FURNITURE && readLabel(text) !== null;
}

/** How a story or a speech begins under its headline. */
const OPENS = /^(?:本报|本台|新华社|[\u4e00-\u9fff]{2,8}讯[（(])|^(?:——|—)|^[（(]?\d{4}年\d{1,2}月/;

/** Marks the names of columns. Changes `why` of the lines; from the end on, for one may stand over another. */
export function markColumnLabels(lines: readonly ReadLine[]): void {
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i] as ReadLine;
    if (line.why !== null || line.shown || line.compact.length > 24) continue;
    const above = lines[textBeside(lines, i, -1)];
    const at = textBeside(lines, i, 1);
    const below = lines[at];
    if (!(above === undefined || !above.open || isColumnName(above.compact))) continue;
    const isNamed = isColumnName(line.compact);
    if (!isNamed && !hasShape(line.compact)) continue;
    // Under the last story stands the name of what the page has next.
    if (below === undefined) {
      if (isNamed && above !== undefined) line.why = COLUMN;
    } else if (isNamed && (isHeadline(below) || isCommentLabel(below.compact) || isNumberedStory(line, below))) line.why = COLUMN;
    else if (!isNamed && isWholeTitle(below) && (above === undefined || line.blanksBefore > 0) && opensUnder(lines, at)) line.why = LIKELY_COLUMN;
  }
}

/** A title that needs no line above it: the whole name of a report, or an event told. */
function isWholeTitle(line: ReadLine): boolean {
  const { compact } = line;
  return isHeadline(line) && compact.length >= 10 && (tellsEvent(compact) || (namesDocument(compact) && /(?:委员会|政协|人大|人民|法院|检察院)/.test(compact)));
}

/** Does a story, an occasion, a date, a salutation follow within the lines of a head? */
function opensUnder(lines: readonly ReadLine[], at: number): boolean {
  let i = at;
  for (let k = 0; k < 4; k += 1) {
    i = textBeside(lines, i, 1);
    const line = lines[i];
    if (line === undefined || line.compact.length > LONGEST_FURNITURE) return line !== undefined && OPENS.test(line.compact);
    if (OPENS.test(line.compact) || isSalutation(line.compact)) return true;
  }
  return false;
}
