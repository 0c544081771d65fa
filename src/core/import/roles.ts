// What part a line can play in an article, and what it costs to say so: low
// where the line's own evidence speaks for the role. Costs are natural-log-like
// weights chosen by hand on invented heads and pages; only differences matter:
// 1 is a hint, 3 is strong, 6 nearly decides, NEVER excludes. What stands
// before and after a line is sequence.ts's business.
import { isPaperMark, isPaperNumber } from './above-name';
import { isAddressee } from './addressee';
import { findDate } from './date';
import type { LineFacts } from './line-facts';
import { occasionPart } from './occasion';
import { isKnownName, isReportingBody, nameLength, speakerLine } from './speaker';

export const Role = {
  label: 0, // 社论, 本报评论员
  title: 1, // 引题, 主题 and 副题 without dash: parted in head-fields.ts
  sub: 2, // 副题 with dash
  occasion: 3,
  date: 4,
  speaker: 5,
  salutation: 6,
  subhead: 7, // an unnumbered heading
  dateline: 8, // a paragraph that opens a news story
  jump: 9, // a paragraph that goes on from another page
  body: 10,
  sign: 11, // who signs a text, and its date, under it
} as const;
export type Role = (typeof Role)[keyof typeof Role];
export const ROLE_COUNT = 12;
export const NEVER = 1e6;

const LABELS = /^[【\[（(]?(?:社论|社评|评论|短评|时评|快评|锐评|热评|编后|本[报刊台]评论员|本[报刊台]评论员文章|评论员文章|本[报刊](?:编辑部|评论部)|(?:本[报刊])?特约评论员|编者按|本报社论|[\u4e00-\u9fff]{2,4}(?:时评|快评|锐评))[】\]）)]?$/;
const SALUTATION = /^(?:(?:尊敬的)?(?:各位|全体)[^，。：:！]{1,12}|同志们|委员们|代表们|主席团?、(?:各位|全体)[^，。]{1,12}|主席|主任|尊敬的[^，。]{1,14})(?:[，、](?:各位|同志们|朋友们|女士们|先生们)[^，。：:！]{0,10}){0,3}[：:！!]$/;
const DOCUMENT_NAME = /(?:工作报告|报告|决议|决定|公告|公示|通告|通知|公报|公开信|纪要|贺信|贺电|慰问信|开幕词|闭幕词|开幕辞|闭幕辞|讲话|致辞|主持词|议程|日程(?:安排)?表?|名单|选举办法|表决办法|办法|条例|建议案|意见|方案|纲要|倡议书|公约|发言|(?<=关于.{2,60}的)(?:提案|建议|通报|请示|批复|函|总结|答复|复函)|(?<=(?:会议|大会|委员会)(?:集体|重点)?)提案)(?:[（(〔][^（）()]*[）)〕])?$/;
const NEWS_WORDS = /(?:开幕|闭幕|举行|召开|会见|看望|强调|作报告|出席|主持|当选|通过|座谈会|调研|启动|发布|会议|大会)/;
const NAME_PART = /(?:委员会|政治协商会议|常务委员会|人民政府|人民代表大会|人民法院|人民检察院|大会|会议)$/;
/** （2022年1月）, （二〇二二年一月）: a head's day by its month alone. */
const MONTH_ALONE = /^[（(](?:\d{4}年\d{1,2}月|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月)[）)]$/;
const ADOPTED = /^[（(].*(?:通过|批准|决定任命|审议|审定|审议同意|选举产生|选举)[）)]$|^(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)[^，。；]{6,40}(?:通过|批准)$/;

/** ——访市政协委员罗承志 says whom a story is about. */
const ABOUT = /^(?:——|—|⸺)(?:访|专访|记|对话|走近|致|追忆|怀念|与|听|看|评)/;
const DASH = /^(?:——|—|⸺)\s*/;
/** （经…常委会第二十次会议审议通过）, the day left out. */
const PASSED = /^[（(](?=.*(?:会议|常委会|委员会|大会|党组)).*(?:通过|批准|审定|同意|审议同意)[）)]$/;
/** 云岭大会堂, 云岭市: where a meeting is, beside its day. Some read like names. */
export function isMeetingPlace(compact: string): boolean {
  return PLACE.test(compact);
}

const PLACE = /^[（(]?[\u4e00-\u9fff·]{2,12}(?:会堂|礼堂|中心|剧院|剧场|宾馆|酒店|会议厅|会议室|会场|报告厅|[省市县区州盟旗])[）)]?$/;

const IN_ORDER = /^[（(](?:共\d{1,4}[名人位]|[^（）()]{0,16}(?:按|以)[^（）()]{0,8}(?:姓氏|笔[画划]|音序|排序|排列|顺序)[^（）()]{0,12})(?:[，、][^（）()]{2,20})?[）)]$/;

/** 预祝大会圆满成功！: the last words of a comment, a line of their own. */
export function isHail(compact: string): boolean {
  return compact.length <= 40 && /^(?:最后，)?(?:衷心|热烈)?(?:预祝|祝愿?(?!贺)).{0,30}(?:圆满成功|成功)[！!。]?$/.test(compact);
}

/** …蓝图已绘就，奋进正当时。预祝大会圆满成功！: a short paragraph that ends so. */
export function endsInHail(compact: string): boolean {
  return compact.length <= 100 && isHail(compact.slice(compact.slice(0, -1).search(/[^。！？]*$/)));
}

/** An article's last words: what follows is likelier a new head than a sub-head of the same text. */
export const CLOSING = /(?:更大贡献|圆满成功|不懈奋斗|努力奋斗|贡献力量|新的?(?:篇章|辉煌|贡献)|谢谢大家|胜利闭幕|实景)[！。”!]*$/;

/** A salutation that stands alone on its line (W-04). */
export function isSalutation(compact: string): boolean {
  return compact.length <= 40 && '：:！!'.includes(compact.at(-1) ?? ' ') && SALUTATION.test(compact);
}

/** A name and the salutation on one line (黎怀远 各位委员：), as web pages join them: the length of the name, the gap behind it not counted; 0 where it is no such line. */
export function nameBeforeSalutation(text: string): number {
  if (!text.includes('各位')) return 0; // spares the pattern, which a class beyond the first plane makes slow to compile
  const match = /^([\u3400-\u9fff\u{20000}-\u{323af}·]{2,4}?)\s*((?:尊敬的)?各位.*)$/u.exec(text);
  if (match === null || !isKnownName(match[1] as string)) return 0;
  return isSalutation((match[2] as string).replace(/\s/g, '')) ? (match[1] as string).length : 0;
}

/** The label of a comment over its headline. */
export function isCommentLabel(compact: string): boolean {
  return compact.length <= 10 && (compact.includes('评') || compact.includes('论') || compact.includes('编')) && LABELS.test(compact);
}

/** （摘要）, （节选）: how much of a document is here, on a line of its own. */
function isExtentLine(compact: string): boolean {
  return EXTENT.test(compact);
}

const EXTENT = /^[（(](?:内容)?(?:摘要|节选|选登|全文|书面|摘登|摘编|摘录|要点|有删[节减]|书面(?:报告|发言|材料)|择要|略有删[节减])[）)]$/;

/** （征求意见稿）, （草案）: how far a document is, in brackets of its own. */
export function isStageLine(compact: string): boolean {
  return STAGE.test(compact);
}

const STAGE = /^[（(](?:[^（）()，。；]{0,8}第?[一二三四五六七八九十\d]{1,2}稿|根据[^（）()。；]{2,10}整理(?:[，、][^（）()。；]{2,14})?|[^（）()，。；]{0,8}(?:工作|意见|讨论|送审|审议|审定|审查|大会|会议|表决|见报|公开|修改|初|定|正式|汇报|报审|书面|代拟|送阅)稿[^（）()，。；]{0,6}|草案|修订草案|草稿)[）)]$/;

/** Does a title's last words say what document it is? */
export function namesDocument(compact: string): boolean {
  return DOCUMENT_NAME.test(compact);
}

/** （下转第二版）: stays text at the end of its piece, as （上接第一版） stays at the head of the other (N-20). */
export function isJumpAway(compact: string): boolean {
  return compact.length <= 24 && compact.includes('版') && JUMP_AWAY.test(compact);
}

/** Also 【下转第三版】, ▶下转3版, （下转第三版·时政）, （未完待续，下转第二版）. */
const JUMP_AWAY = /^[（(【\[▲△▶►▷→]*(?:未完(?:待续)?[，、,]?)?紧?(?:下转|下接|转)(?:本报)?第?[A-D]?[0-9〇零一二三四五六七八九十]{1,3}版(?:[·：:][\u4e00-\u9fff]{2,6}|[①-⑨])?[）)】\]▶►▷→]*$/;

/** Does the line end in the name of a body or meeting? */
export function namesBody(compact: string): boolean {
  return NAME_PART.test(compact);
}

/** Words that a news headline says an event with. */
export function tellsEvent(compact: string): boolean {
  return NEWS_WORDS.test(compact);
}

/** A headline of two or four phrases parted by spaces, as comments have them (N-13). */
export function isSlogan(facts: LineFacts): boolean {
  return facts.text !== facts.compact && !(facts.loose && !/\s{2}|\u3000/.test(facts.text)) && !/[，。；：]|(?:工作|不足|安排|回顾|任务|目标|要求|体会|建议|打算)$/.test(facts.compact) && /^[\u4e00-\u9fff“”·\s]+$/.test(facts.text)
    && facts.text.split(/\s+/).every((phrase) => phrase.length >= 3 && phrase.length <= 14);
}

/** A title of which every character is spaced: 工 作 报 告. */
export function isSpacedOut(text: string): boolean {
  return /^(?:\S\s+){2,}\S$/.test(text);
}

/** 第一部分　…, 第二章　…, 第三节　…: a division of the text with its name. */
export function isDivision(text: string): boolean {
  return text.charCodeAt(0) === 0x7b2c && /^第[一二三四五六七八九十百零〇\d]{1,4}(?:部分|[编章节])[\s\u3000]+\S[^。；]*$/.test(text);
}

const BRIEFS = /^[【\[■●★◆]?(?:(?:政协|人大|本市|本县|本区|市内|县内|两会|会议|大会)?(?:简讯|短讯)|一句话新闻|简明新闻|新闻速递|要闻速览)[】\]]?$/;

/** Fills `costs` (ROLE_COUNT numbers) for one line; `before` is the line of text before it. */
export function roleCosts(facts: LineFacts, before: LineFacts | null, costs: Float64Array): void {
  costs.fill(NEVER);
  if (!facts.short) {
    costs[Role.body] = 0;
    longStart(facts, costs);
    return;
  }
  const { compact } = facts;
  costs[Role.body] = 4;
  if (facts.row || facts.scheduled || isJumpAway(compact)) {
    costs[Role.body] = 0;
    return;
  }
  if (facts.wrapped && !isSpacedOut(facts.text)) {
    costs[Role.body] = 0;
    if (!facts.indented && before !== null && before.open && before.wrapped && !isSlogan(before) && facts.part === null && !/^[（—]/.test(compact)) return;
    // Behind a line that stopped, a line of the text's own measure may still be a headline by chance: a new
    // paragraph would be indented.
    if (before !== null && !(before.open && before.wrapped && !isSlogan(before)) && !facts.indented) costs[Role.body] = facts.outdented || isSlogan(facts) ? 3 : namesDocument(compact) ? 2.5 : 0;
  }
  // What stands between an unfinished sentence and its rest is a part of it, but for the headline behind a column's end.
  if (facts.part === null && (facts.dangles || (before !== null && before.dangles && !facts.indented && !cutsOff(before, facts)))) {
    costs[Role.body] = 0;
    return;
  }
  if (facts.label !== null) {
    costs[Role.body] = 0;
    costs[Role.title] = 9;
  }
  // 第三部分 over 第一章 over 第一节 are no head of another text, however short they stand on each other.
  if (isDivision(facts.text)) {
    costs[Role.subhead] = 0;
    return;
  }
  if (isCommentLabel(compact)) costs[Role.label] = 0;
  // 简讯 over briefs without headlines: all of them are one story of that name, not text of the story above.
  if (facts.label === null && BRIEFS.test(compact)) {
    costs[Role.body] = 7;
    costs[Role.title] = 0;
    return;
  }
  if (nameBeforeSalutation(facts.text) > 0) costs[Role.salutation] = 0;
  if (isAddressee(compact)) costs[Role.salutation] = 0.3;
  if (isSalutation(compact)) costs[Role.salutation] = /[！!]$/.test(compact) ? 3 : 0;
  generic(facts, costs);
  head(facts, costs);
  // 附件2：, 机密★启用前, and a number under it: the head of what follows.
  if (facts.label === null && (isPaperMark(compact) || (isPaperNumber(compact) && before !== null && isPaperMark(before.compact)))) {
    costs[Role.title] = 1;
    // （内部资料　注意保存） stands under a name as well.
    if (/^[（(].*[）)]$/.test(compact)) costs[Role.sub] = 0.5;
    costs[Role.speaker] = NEVER;
    costs[Role.body] = Math.max(costs[Role.body] as number, 4);
    costs[Role.subhead] = Math.max(costs[Role.subhead] as number, 4);
  }
  costs[Role.sign] = signCost(facts);
  if (isHail(compact)) {
    costs[Role.body] = 0;
    costs[Role.title] = 9;
    costs[Role.subhead] = 9;
  }
  if (facts.part !== null) inRun(facts.part, costs);
  if (facts.start !== 'plain') longStart(facts, costs);
}

/** Characters of a piece that a column's end cut; lines of hard-wrapped text tell nothing. */
const SHORTEST_PIECE = 20;

/** Does a line that is a headline by its words stand under a long piece that a column's end cut? A name behind 《 is the sentence's own. */
function cutsOff(before: LineFacts, facts: LineFacts): boolean {
  if (before.compact.length < SHORTEST_PIECE || before.wrapped || before.text.endsWith('《') || !facts.open || facts.wrapped) return false;
  return isCommentLabel(facts.compact) || isSlogan(facts) || (facts.compact.length >= 10 && !facts.continues && (namesDocument(facts.compact) || tellsEvent(facts.compact)));
}

function longStart(facts: LineFacts, costs: Float64Array): void {
  if (facts.start === 'dateline') {
    costs[Role.dateline] = 0;
    costs[Role.body] = 3;
  } else if (facts.start === 'jump') {
    costs[Role.jump] = 0;
    costs[Role.body] = 8;
    costs[Role.title] = NEVER;
  } else if (facts.start === 'members' || facts.start === 'mandate') costs[Role.body] = Math.min(costs[Role.body] as number, 1);
}

/** 联系人：江一帆, 时间：1月12日: a line of a form or notice, no headline. */
const FORM_LINE = /^(?:(?:计量|金额)?单位|联系(?:人|电话|方式|单位|地址)|电话|传真|邮箱|网址|时间|地点|地址|附件\d*|主持人?|参加|出席|列席|缺席|请假|记录人?|会议(?:时间|地点|主持)|主办(?:单位)?|承办(?:单位)?|会办(?:单位)?|协办(?:单位)?|提案(?:人|编号|者)|案由|案号|抄送|主送|签发人?|主题词|备注|说明|注|编号|类别|等级|密级|联名人|附议人|界别|党派|审查意见|立案意见|分送|报送?|送|记录|签发|责任编辑|内容|反映人|(?:数据|资料)?来源)[:：].|^内容[:：]$|^\d{1,2}[:：]\d{2}(?!\d)/;
/** Is it a line of a form? */
export function isFormLine({ short, compact }: LineFacts): boolean {
  return short && (compact.includes('：') || compact.includes(':')) && FORM_LINE.test(compact);
}

/** （奏国歌）: what a host does, an aside. */
const ASIDE = /^[（(][^（）()]{2,30}[）)]$/;

const SIGNS = /(?:委员会|常委会|办公室|办公厅|大会|主席团|秘书处|党组|人民政府|政府|人民法院|人民检察院|编辑部|报社|局|厅|部)$/;

/** A body, a date or both under a text: short, without a mark. */
function signCost({ text, compact, label, wrapped }: LineFacts): number {
  if (label !== null || wrapped || compact.length > 34) return NEVER;
  const bare = compact.replace(/^[（(]|[）)]$/g, '');
  const date = findDate(bare);
  if (date !== null && date.text === bare) return 0.5;
  // （江一帆 何晓棠）: who wrote a story, under it.
  if (bare.length === compact.length - 2 && text.slice(1, -1).trim().split(/[\s、]+/).every((name) => name.length >= 2 && isKnownName(name))) return 0.3;
  const named = date === null ? bare : bare.slice(0, date.from);
  // 县政协举行第二次大会 is a headline.
  return SIGNS.test(named) && !/[，。：；！？“”]|举行|召开|[开闭]幕|启动/.test(named) ? (date === null ? 1 : 0.5) : NEVER;
}

/** One of several lines that together are a title or an occasion, or a head's 时间：…: nearly nothing else. */
function inRun(part: 'title' | 'occasion' | 'date', costs: Float64Array): void {
  for (let role = 0; role < ROLE_COUNT; role += 1) costs[role] = (costs[role] as number) + 4;
  costs[Role[part]] = 0;
}

/** Title, sub-head, body: by length, marks and words. */
function generic(facts: LineFacts, costs: Float64Array): void {
  const { compact, label } = facts;
  const sentences = /[。；]/.test(compact);
  const last = compact.at(-1) as string;
  if (sentences || last === '，' || last === '、' || facts.continues) {
    costs[Role.body] = 0;
    if (!sentences || facts.continues) return;
    costs[Role.title] = Math.min(costs[Role.title] as number, 12);
    costs[Role.subhead] = 10;
    return;
  }
  if (label !== null) return;
  const asks = last === '！' || last === '？' || last === '!' || last === '?';
  if (asks) costs[Role.body] = 1;
  if (isFormLine(facts)) {
    costs[Role.body] = 0;
    costs[Role.title] = Math.min(costs[Role.title] as number, 9);
    costs[Role.subhead] = 9;
    return;
  }
  const aside = ASIDE.test(compact) ? 5 : 0;
  if (last === '：' || last === ':') costs[Role.body] = 1;
  const commas = compact.includes('，');
  let title = 2.5 + (compact.length > 40 ? 3 : 0) + (compact.length < 4 ? 3 : 0) + (asks ? 2 : 0) + (last === '：' ? 6 : 0) + (commas ? 1.5 : 0);
  let subhead = 2 + (compact.length > 30 ? 3 : 0) + (compact.length < 4 ? 3 : 0) + (asks ? 3 : 0) + (last === '：' ? 4 : 0) + (commas ? 0.5 : 0);
  // 五年来，我们……: text that trails off.
  if (/(?:…|⋯){1,2}”?$|^(?:…|⋯){2}/.test(compact)) [title, subhead] = [title + 4, subhead + 5];
  // A sentence that was cut, not a heading.
  const clauses = (compact.match(/[，、“《]/g) ?? []).length;
  if (clauses >= 2 && compact.length > 16) {
    subhead += 2.5;
    if (facts.text === compact) title += 2.5;
  }
  // …组织部门779⏎名走访: a figure waits for what it counts.
  if (commas && /\d$/.test(compact)) subhead += 3;
  // A figure with its measure word belongs to a sentence; a year, a plan's number to a heading as well.
  if (/\d(?!\d{0,3}年)[^年]{0,3}[件次项个名人条家场处%％亿万]/.test(compact) && compact.length > 12) subhead += 2;
  if (namesDocument(compact)) {
    title -= 2.5;
    subhead += 3;
    if (!facts.wrapped && !commas) costs[Role.body] = Math.max(costs[Role.body] as number, 6);
  } else if (isSlogan(facts)) {
    title -= 2;
    subhead += 1.5;
    // Phrases that a blank parts are no words of the sentence that a column's end cut above them.
    if (compact.length >= 10 && !facts.wrapped) costs[Role.body] = Math.max(costs[Role.body] as number, 6.5);
  } else if (tellsEvent(compact)) {
    title -= 1.5;
    subhead += compact.length >= 12 ? 3 : 0;
  } else if (NAME_PART.test(compact)) {
    title -= 1.5;
    subhead += 2;
  }
  if (/^\d{4}年/.test(compact) && !namesDocument(compact)) subhead -= 0.5;
  // ●改造老旧小区27个, ★政协小知识: an item of a list or a box.
  if (/^[●★■▲•▪]/.test(compact)) {
    costs[Role.body] = Math.min(costs[Role.body] as number, 1);
    subhead += 3;
  }
  if (!/[\u3400-\u9fff]/.test(compact)) {
    title += 6;
    subhead += 6;
    costs[Role.body] = 2;
  }
  if (isSpacedOut(facts.text)) title -= 1;
  costs[Role.title] = Math.min(costs[Role.title] as number, Math.max(title, 0));
  costs[Role.subhead] = Math.max(subhead + aside, 0.5);
  costs[Role.sub] = 9;
}

/** What is left of a line without its date: who speaks. An office with a name may be long (中国人民政治协商会议云岭市委员会副主席 苏望), a name or an office alone is not. */
function isSpeakerBeside(rest: string): boolean {
  const said = speakerLine(rest);
  return said !== null && rest.length <= (said === 'office-and-name' && !/(?:会|会议)上/.test(rest) ? 36 : 12);
}

/** Occasion, date, speaker, dash sub-title. */
function head(facts: LineFacts, costs: Float64Array): void {
  const { compact } = facts;
  const part = occasionPart(compact);
  if (part !== null) {
    // 在…会议上的讲话 without a dash may be the title itself; under another title it is the occasion.
    const named = part === 'whole' && compact.startsWith('在') && /(?:讲话|致辞|发言|主持词|[开闭]幕[词辞])$/.test(compact);
    costs[Role.occasion] = part === 'whole' ? (named ? 2 : 0) : part === 'first' ? 1 : 2.5;
    if (part !== 'last') costs[Role.title] = named ? 1 : Math.max(costs[Role.title] as number, 5);
    if (part === 'whole') costs[Role.body] = 6;
  }
  if (/^(?:——|—|⸺)/.test(compact) && compact.length >= 4) {
    costs[Role.sub] = part === null ? 0 : 2;
    costs[Role.title] = 7;
    costs[Role.subhead] = NEVER;
    costs[Role.body] = /[。；]$/.test(compact) ? 0 : 3;
  }
  const date = findDate(compact);
  if (MONTH_ALONE.test(compact)) {
    costs[Role.date] = 0;
    costs[Role.body] = Math.max(costs[Role.body] as number, 3);
  }
  // （经…常委会第二十次会议审议通过）: how it was passed, its day left out.
  if (date === null && PASSED.test(compact)) {
    costs[Role.date] = 0.3;
    costs[Role.title] = 8;
    costs[Role.speaker] = NEVER;
    costs[Role.body] = Math.max(costs[Role.body] as number, 3);
  }
  if (date !== null) {
    const rest = compact.length - date.text.length;
    // ——2026年1月8日: the dash of a line under the title.
    const bare = compact.replace(/^(?:[（(]|——|—|⸺)|[）)]$/g, '');
    // （2025年1月6日至10日）: from its first to its last day.
    if (bare === date.text || (bare.startsWith(date.text) && /^(?:[（(][^（）()]{2,4}[）)])?(?:至|到|[—–－～~-]+)(?:\d{1,2}月)?\d{1,2}日$/.test(bare.slice(date.text.length)))) {
      costs[Role.date] = 0;
      costs[Role.sub] = NEVER;
      costs[Role.title] = NEVER;
      costs[Role.subhead] = 6;
    } else if (ADOPTED.test(compact)) {
      costs[Role.date] = 0;
      costs[Role.title] = 8;
      costs[Role.body] = Math.max(costs[Role.body] as number, 3);
    } else if (date.iso !== null && rest > 0 && facts.text !== compact && isMeetingPlace(compact.replace(date.text, ''))) costs[Role.date] = 0.3;
    else if (isSpeakerBeside(compact.replace(date.text, '').replace(/[（(][）)]/, ''))) costs[Role.date] = 0.3;
    else if ((rest <= 6 || /^[（(][^（）()]*(?:上午|下午|晚上?)?\d{1,2}(?:[:：]\d{2}|[时点]半?)[）)]$/.test(compact)) && /^[（(].*[）)]$/.test(compact)) costs[Role.date] = 1;
  }
  const speaker = speakerLine(facts.text.replace(DASH, ''));
  if (speaker !== null && (!DASH.test(compact) || speaker === 'office-and-name' || isKnownName(compact.replace(DASH, ''))) && !ABOUT.test(compact)) {
    // ——何　田: nothing else stands behind the dash.
    if (DASH.test(compact)) costs[Role.sub] = 3;
    const known = isKnownName(compact.replace(/^(?:[（(]|——|—|⸺)|[）)]$/g, ''));
    costs[Role.speaker] = speaker === 'name' ? (known ? 0 : nameLength(compact) === 4 ? 3 : 1.5) : speaker === 'office' ? 1.5 : 0.5;
    if (speaker === 'name' && known && nameLength(compact) < 4) costs[Role.title] = (costs[Role.title] as number) + 3;
  }
  // A budget is reported by the body that made it: 云岭市财政局 where the speaker stands.
  if (speaker !== 'office-and-name' && isReportingBody(compact)) costs[Role.speaker] = Math.min(costs[Role.speaker] as number, 1.5);
  // （共12名，按姓氏笔画为序） under the title of a list.
  if (IN_ORDER.test(compact)) {
    costs[Role.sub] = 0;
    costs[Role.speaker] = NEVER;
    costs[Role.title] = 6;
  }
  // 公告（第十二号）; （征求意见稿） under a title.
  if (/^[（(]第[^（）()]{1,5}号[）)]$|^[〔\[（(]\d{4}[〕\]）)]第?\d{1,4}[号期]$/.test(compact) || isStageLine(compact)) {
    costs[Role.sub] = 0;
    costs[Role.speaker] = NEVER;
    costs[Role.title] = 5;
  }
  // 政府工作报告⏎（摘要）: the title's end, as where it stands on the title's own line.
  if (isExtentLine(compact)) {
    costs[Role.speaker] = NEVER;
    costs[Role.title] = 1;
    costs[Role.body] = 2;
  }
}
