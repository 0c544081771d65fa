// Roles → drafts of articles: where one ends and the next begins, what kind
// each is, and a headline that stands in mid text put back to its article. Each
// decision is a named rule with its reason. Pieces that stand in another article
// are stray-pieces.ts's business.
import type { ArticleKind } from '../model/package';
import type { LineFacts } from './line-facts';
import { isHail, namesDocument, Role, tellsEvent } from './roles';
import type { Unassigned } from './recognition';

export interface Draft {
  kind: ArticleKind;
  /** Positions in the line list, in the article's order. */
  head: number[];
  body: number[];
  /** First body positions after a headline that stands in mid text. */
  readonly seams: Set<number>;
  /** Positions of single sentences brought here from another article: paragraphs of their own. */
  readonly strays: Set<number>;
  readonly reasons: string[];
}

export interface Page {
  readonly lines: readonly LineFacts[];
  readonly roles: Uint8Array;
  /** See wrapMeasure. */
  readonly measure: number;
}

const isHeadRole = (role: number): boolean => role <= Role.salutation;

/** Does a new article begin at `i`? */
function begins({ lines, roles }: Page, i: number): boolean {
  const role = roles[i] as number;
  const before = roles[i - 1] as number;
  // Under the signature stands whom it goes to.
  if (before === Role.sign) return role !== Role.sign && !(role === Role.body && IMPRINT.test((lines[i] as LineFacts).compact));
  // A title on a page of its own, behind a cover.
  if (role === Role.title && lines[i]?.hint?.newPage === true && i > 0) return true;
  if (role === Role.jump || role === Role.dateline) return !isHeadRole(before);
  return isHeadRole(role) && !isHeadRole(before);
}

/** A headline right under who speaks, where the head has its title: the text of that head is not here. */
function beginsHead({ lines, roles }: Page, { head, body }: Draft, i: number): boolean {
  const compact = (k: number): string => (lines[k] as LineFacts).compact;
  const before = roles[i - 1] as number;
  return roles[i] === Role.title && body.length === 0 && (before === Role.speaker || before === Role.salutation) && (lines[i] as LineFacts).part === null
    && tellsEvent(compact(i)) && !namesDocument(compact(i)) && head.some((k) => roles[k] === Role.title && namesDocument(compact(k)));
}

const IMPRINT = /^(?:(?:分送|抄送|抄报|主送|报送?|送|发|附件\d?|联系(?:人|电话|方式)|承办单位)[:：].|[（(]?共印\d{1,5}份[）)]?$|[（(]此件.{2,14}[）)]$)/;

/** Cuts the lines into drafts by their roles. */
export function cutDrafts(page: Page): Draft[] {
  const drafts: Draft[] = [];
  let draft: Draft | null = null;
  for (let i = 0; i < page.lines.length; i += 1) {
    if (draft === null || begins(page, i) || beginsHead(page, draft, i)) {
      draft = { kind: 'continuation', head: [], body: [], seams: new Set(), strays: new Set(), reasons: [] };
      drafts.push(draft);
    }
    (isHeadRole(page.roles[i] as number) ? draft.head : draft.body).push(i);
  }
  return drafts;
}

/** More lines than any headline has. */
const MOST_TITLE_LINES = 5;

/**
 * A box of short lines right over a title (数读报告 126个 …) reads as one long headline. The title is what its last
 * lines make; the others are a piece of their own, which is asked about.
 */
export function partLongHeads(page: Page, drafts: readonly Draft[], ask: Unassigned[]): Draft[] {
  return drafts.flatMap((draft) => {
    const titles = draft.head.filter((i) => page.roles[i] === Role.title);
    if (titles.length <= MOST_TITLE_LINES) return [draft];
    const text = (from: number): string => titles.slice(from).map((i) => (page.lines[i] as LineFacts).compact).join('');
    let from = titles.length - 1;
    while (from > titles.length - 4 && !namesDocument(text(from)) && (page.lines[titles[from] as number] as LineFacts).part === null) from -= 1;
    while (from > 0 && (page.lines[titles[from] as number] as LineFacts).part === 'title' && (page.lines[titles[from - 1] as number] as LineFacts).part === 'title') from -= 1;
    const first = titles[from] as number;
    const box = draft.head.filter((i) => i < first);
    if (box.length === 0) return [draft];
    for (const i of box) page.roles[i] = Role.body;
    ask.push({ line: (page.lines[box[0] as number] as LineFacts).line, reason: '标题上面有许多短行，像是图表里的文字' });
    const own: Draft = { kind: 'continuation', head: [], body: box, seams: new Set(), strays: new Set(), reasons: [] };
    return [own, { ...draft, head: draft.head.filter((i) => i >= first) }];
  });
}

/** …主席团名单⏎秘书长⏎贺  松: the offices and names under the title of a list are the list, nobody speaks it. Changes roles and drafts. */
export function freeListed(page: Page, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (!/名单(?:[（(][^（）()]*[）)])?$/.test(headText(page, draft, Role.title))) continue;
    const listed = draft.head.filter((i) => page.roles[i] === Role.speaker);
    for (const i of listed) page.roles[i] = Role.body;
    draft.head = draft.head.filter((i) => !listed.includes(i));
    draft.body = [...listed, ...draft.body];
  }
}

/** Letters of a cover beside its title, in lines that read as headlines. */
const LONGEST_BESIDE = 60;
/** Lines of a cover beside its title: how far the text is, place and month, a number in the set. */
const MOST_COVER = 4;

/**
 * A cover in front of its report: the same title, and nothing under it that is a sentence. Gives the drafts without such, and
 * adds their lines to `covers`: the edition makes its own cover.
 */
export function withoutCovers(page: Page, drafts: readonly Draft[], covers: Set<number>): readonly Draft[] {
  const titleOf = (draft: Draft): string => headText(page, draft, Role.title).replace(/[（(〔][^（）()]*[）)〕]$/, '');
  return drafts.filter((draft, d) => {
    const next = drafts[d + 1];
    const title = titleOf(draft);
    if (next === undefined || next.body.length < 3 || draft.body.length > MOST_COVER) return true;
    // …会议文件（之二） over it and the body's name under it are headlines as well.
    const own = titleOf(next);
    if (own.length < 8 || !title.includes(own) || title.length > own.length + LONGEST_BESIDE || !namesDocument(own)) return true;
    const isCover = draft.body.every((i) => (page.lines[i] as LineFacts).short && !/[。；！？]/.test((page.lines[i] as LineFacts).text));
    if (isCover) for (const i of [...draft.head, ...draft.body]) covers.add(i);
    return !isCover;
  });
}

/** The compact text of a draft's head lines of one role, joined. */
export function headText({ lines, roles }: Page, draft: Draft, role: Role): string {
  return draft.head.filter((i) => roles[i] === role && (lines[i] as LineFacts).hint?.over !== true).map((i) => (lines[i] as LineFacts).compact).join('');
}

const has = ({ roles }: Page, draft: Draft, role: Role): boolean => draft.head.some((i) => roles[i] === role);
/** Does the draft's body open with a line of the role? */
export const opensWith = ({ roles }: Page, draft: Draft, role: Role): boolean => draft.body.length > 0 && roles[draft.body[0] as number] === role;

/** The sentence that says how many came. */
export const ATTENDANCE = /应(?:出席|到)[^。]{0,10}\d+(?:人|名)[^。]{0,16}实(?:到|出席)/;

interface KindFound {
  readonly kind: ArticleKind;
  readonly reason: string;
}

/** What kind of text a draft is, with the evidence that says so. */
export function kindOf(page: Page, draft: Draft): KindFound {
  const title = headText(page, draft, Role.title);
  const bodies = draft.body.map((i) => page.lines[i] as LineFacts);
  const mandate = bodies.slice(0, 2).some((line) => /(?:报告工作|报告.{0,24}(?:工作|情况)|作.{0,16}报告|提请.{0,12}(?:审查|审议))/.test(line.text.slice(0, 160)) && line.start === 'mandate');
  if (opensWith(page, draft, Role.dateline)) return { kind: 'news', reason: '以电头开头' };
  if (opensWith(page, draft, Role.jump)) return showsReport(bodies) ? { kind: 'report', reason: '转版续文，有报告的层次序号或称呼' } : { kind: 'continuation', reason: '上接另一版' };
  if (has(page, draft, Role.label)) return { kind: 'editorial', reason: '有社论、评论员一类的标签' };
  const byTitle = kindByTitle(title, page, draft);
  if (byTitle !== null) return byTitle;
  if (isReportName(headText(page, draft, Role.sub))) return { kind: 'report', reason: '副题是报告' };
  if (mandate) return { kind: 'report', reason: '有受委托报告工作的句子' };
  if (has(page, draft, Role.salutation)) return { kind: 'address', reason: '以称呼开头' };
  return kindByBody(title, page, draft, bodies);
}

/** ——…工作报告（摘要） names the report; ——一论学习贯彻…工作报告 is about one. */
function isReportName(sub: string): boolean {
  const bare = sub.replace(/(?:[（(〔][^（）()]*[）)〕])+$/, '');
  return /(?:工作(?:情况的?)?|情况的?|关于.{2,60}的)报告$/.test(bare) && !/[一二三四五六七八九十再]论|学习|贯彻|落实|解读|热议|审议|讨论|聚焦|听取/.test(bare.replace(/关于.*$/, ''));
}

function kindByTitle(title: string, page: Page, draft: Draft): KindFound | null {
  const bare = title.replace(/[（(〔][^（）()]*[）)〕]$/, '');
  // …隆重开幕 …作报告 tells what happened; a report is no story about one.
  if (!namesDocument(bare) || /(?:[开闭]幕|举行|召开|主持|到会祝贺).*作[^，。]{0,14}报告$|(?:热议|热评|点赞|畅谈|分组(?:审议|讨论)).{0,16}报告$/.test(bare)) return null;
  // 关于…的建议 is what a proposal or a speech is about; whoever greets the members speaks.
  if (/(?:建议|提案)$/.test(bare)) {
    if (has(page, draft, Role.salutation)) return null;
    return showsReport(draft.body.map((i) => page.lines[i] as LineFacts)) ? { kind: 'report', reason: '标题是提案、建议，有层次序号' } : { kind: 'notice', reason: '标题是提案、建议' };
  }
  if (/报告$/.test(bare)) return { kind: 'report', reason: '标题是报告' };
  if (/(?:决议|决定)$/.test(bare)) return { kind: 'resolution', reason: '标题是决议、决定' };
  if (/(?:开幕词|闭幕词|开幕辞|闭幕辞|讲话|致辞|主持词|发言)$/.test(bare)) return { kind: 'address', reason: '标题是讲话、致辞' };
  return { kind: 'notice', reason: has(page, draft, Role.date) ? '标题是公告、议程一类，有日期' : '标题是公告、议程一类' };
}

/** Numbered parts or 各位委员： what only a report or a speech has. */
function showsReport(bodies: readonly LineFacts[]): boolean {
  return bodies.some((line) => (line.label !== null && line.label.level <= 2 && !line.row) || line.start === 'members');
}

function kindByBody(title: string, page: Page, draft: Draft, bodies: readonly LineFacts[]): KindFound {
  const sub = headText(page, draft, Role.sub);
  if (/(?:热烈祝贺|祝贺|写在|论|评|学习贯彻|二论|三论)/.test(sub) || bodies.some((line) => line.short && isHail(line.compact))) return { kind: 'editorial', reason: '有祝贺的副题或结语' };
  const sayings = bodies.filter((line) => /^会议(?:认为|指出|强调|要求|号召|同意|批准|充分肯定)/.test(line.text)).length;
  if (title === '' && showsReport(bodies)) return { kind: 'report', reason: '有报告的层次序号或称呼' };
  if (title === '' && sayings >= 2) return { kind: 'resolution', reason: '以“会议认为”“会议指出”分段' };
  const news = bodies.slice(0, 3).some((line) => /^(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚)?，|^(?:今天|昨日|近日|日前)/.test(line.text)) || bodies.some((line) => ATTENDANCE.test(line.text.slice(0, 200)));
  if (news) return { kind: 'news', reason: '写会议的日期、出席人数' };
  if (title !== '' && tellsEvent(title)) return { kind: 'news', reason: '标题写一件事' };
  if (sub !== '') return { kind: 'editorial', reason: '有破折号副题' };
  if (title !== '' && showsReport(bodies)) return { kind: 'report', reason: '有标题和层次序号' };
  if (title !== '' && bodies.length > 0) return { kind: 'news', reason: '有标题的一般稿件' };
  return { kind: 'continuation', reason: '看不出文种' };
}

/** A headline in mid article: the text before it has a beginning but no title, the text after it a title but no beginning. */
export function mergeMidHeadlines(page: Page, drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const before = out.at(-1);
    if (before === undefined || !isMidHeadline(page, before, draft)) {
      out.push(draft);
      continue;
    }
    before.head.push(...draft.head);
    const first = draft.body[0];
    if (first !== undefined) before.seams.add(first);
    before.body.push(...draft.body);
    before.reasons.push('标题夹在正文中间，前后同属一稿');
  }
  return out;
}

function isMidHeadline(page: Page, before: Draft, draft: Draft): boolean {
  if (has(page, before, Role.title) || before.body.length === 0 || !has(page, draft, Role.title)) return false;
  if (has(page, draft, Role.label) || has(page, draft, Role.salutation) || has(page, draft, Role.occasion)) return false;
  if (opensWith(page, draft, Role.dateline) || opensWith(page, draft, Role.jump)) return false;
  const title = headText(page, draft, Role.title);
  if (has(page, before, Role.label)) return !namesDocument(title);
  const last = page.lines[before.body.at(-1) as number] as LineFacts;
  return opensWith(page, before, Role.dateline) && last.open && !last.short && !namesDocument(title);
}
