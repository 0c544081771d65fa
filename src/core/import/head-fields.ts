// The head lines of an article → its deck and head fields. Lines keep what is
// printed (dash, brackets, colon); two values on one line are parted, the space
// between them a listed change. Which of several headline lines is 引题, 主题,
// 副题 is decided by the kind (N-10).
import type { ArticleKind } from '../model/package';
import { isAboveName } from './above-name';
import type { Change } from './change';
import { findDate } from './date';
import type { Draft, Page } from './drafts';
import { WIRE_PREFIX } from './head-values';
import { isOneHeadline } from './headline-pair';
import type { LineFacts } from './line-facts';
import type { FieldName, Piece, RecognisedField } from './recognition';
import { isMeetingPlace, isSlogan, isStageLine, nameBeforeSalutation, namesDocument, Role, tellsEvent } from './roles';
import { isKnownName, speakerLine } from './speaker';

/** A head line with its final clean text. */
interface HeadLine {
  readonly facts: LineFacts;
  readonly role: number;
  readonly text: string;
  /** Where its text begins on its line: behind a name that was parted from it. */
  readonly from?: number;
}

interface GrowingField {
  readonly lines: string[];
  readonly pieces: Piece[];
}

type Fields = Record<FieldName, GrowingField | null>;

export interface Head {
  readonly fields: Readonly<Record<FieldName, RecognisedField | null>>;
  readonly label: { readonly text: string; readonly piece: Piece } | null;
  /** Head lines that no field takes: they open the body. */
  readonly rest: readonly number[];
}

/** Fields of the draft's head. `texts` are final clean lines by position; changes of lines that are parted are appended. */
export function headFields(page: Page, draft: Draft, kind: ArticleKind, texts: readonly string[], changes: Map<number, Change[]>): Head {
  const fields: Fields = { over: null, main: null, sub: null, occasion: null, date: null, speaker: null, salutation: null };
  let label: Head['label'] = null;
  const rest: number[] = [];
  const titles: HeadLine[] = [];
  for (const i of draft.head) {
    const line: HeadLine = { facts: page.lines[i] as LineFacts, role: page.roles[i] as number, text: texts[i] as string };
    switch (line.role) {
      case Role.label:
        if (label === null) label = { text: line.text, piece: whole(line) };
        else rest.push(i);
        break;
      case Role.title: titles.push(line); break;
      case Role.sub: add(fields, 'sub', line.text, whole(line)); break;
      case Role.occasion: add(fields, 'occasion', line.text, whole(line)); break;
      case Role.date: addDate(fields, line, changes); break;
      case Role.speaker: add(fields, 'speaker', line.text, whole(line)); break;
      case Role.salutation:
        if (fields.salutation === null) addSalutation(fields, line, changes);
        else rest.push(i);
        break;
      default: throw new RangeError(`role ${line.role} is no head role`);
    }
  }
  deck(fields, withoutStage(withoutSpeaker(withoutWire(titles, changes), fields, changes), fields), kind);
  return { fields, label, rest };
}

function whole(line: HeadLine): Piece {
  const from = line.from ?? 0;
  return { line: line.facts.line, from, to: from + line.text.length };
}

function add(fields: Fields, name: FieldName, text: string, piece: Piece): void {
  const field = fields[name];
  if (field === null) fields[name] = { lines: [text], pieces: [piece] };
  else {
    // Grown in place: a text of nothing but dashes has thousands.
    field.lines.push(text);
    field.pieces.push(piece);
  }
}

/** A salutation; the speaker's name before it on the same line (黎怀远 各位委员：) is parted from it. */
function addSalutation(fields: Fields, line: HeadLine, changes: Map<number, Change[]>): void {
  const { text } = line;
  const length = nameBeforeSalutation(text);
  if (length === 0) {
    add(fields, 'salutation', text, whole(line));
    return;
  }
  const gap = /^\s*/.exec(text.slice(length))?.[0] ?? '';
  if (gap !== '') {
    const own = changes.get(line.facts.line) ?? [];
    own.push({ line: line.facts.line, kind: 'space', from: gap, to: '', at: length });
    changes.set(line.facts.line, own);
  }
  add(fields, 'speaker', text.slice(0, length), { line: line.facts.line, from: 0, to: length });
  add(fields, 'salutation', text.slice(length + gap.length), { line: line.facts.line, from: length, to: text.length - gap.length });
}

/** A date line; a speaker on the same line (（2024年1月8日） 杨光) is parted from it, in either order. */
function addDate(fields: Fields, line: HeadLine, changes: Map<number, Change[]>): void {
  const { text } = line;
  const date = findDate(text);
  const gaps = [...text.matchAll(/\s+/g)];
  const isDate = (side: string): boolean => side.replace(/[（()）]/g, '') === date?.text;
  // 副主席 柳珺 （2026年1月12日）: of two gaps the one beside the date.
  const gap = gaps.find((at) => isDate(text.slice(0, at.index)) || isDate(text.slice(at.index + at[0].length))) ?? gaps[0];
  if (gap === undefined || date === null) {
    add(fields, 'date', text, whole(line));
    return;
  }
  const left = text.slice(0, gap.index);
  const right = text.slice(gap.index + gap[0].length);
  const dateLeft = date.to <= left.length;
  if (speakerLine(dateLeft ? right : left) === null || isMeetingPlace(dateLeft ? right : left) || left.length + right.length === 0) {
    add(fields, 'date', text, whole(line));
    return;
  }
  const own = changes.get(line.facts.line) ?? [];
  own.push({ line: line.facts.line, kind: 'space', from: gap[0], to: '', at: gap.index });
  changes.set(line.facts.line, own);
  add(fields, dateLeft ? 'date' : 'speaker', left, { line: line.facts.line, from: 0, to: left.length });
  add(fields, dateLeft ? 'speaker' : 'date', right, { line: line.facts.line, from: left.length, to: left.length + right.length });
}

/** 新华社北京3月12日电（记者 江一帆）, with the space behind it. */
const DATELINE = /^(?:(?:新华社|中新社|人民网|新华网|本报)[\u4e00-\u9fff]{0,6}(?:\d{1,2}月)?\d{1,2}日?[电讯]|(?:本报|[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|周报|政协报))讯)(?:\s*[（(](?:记者|通讯员)[^（）()]{1,24}[）)])?\s*/;
/** -云岭市人民政府网, _云岭日报, where a site's name ends the title of its page. */
const SITE_SUFFIX = /\s*[-_|｜丨–—]\s*[\u4e00-\u9fff]{2,20}(?:网|网站|日报|晚报|政府|政协|人大|客户端|频道|融媒体中心)$/;

/**
 * The title of a document without what an agency or a site wrote before or
 * behind it (COMMANDS, `title`), each a listed change. A headline of news keeps
 * what it has: there 新华社 may be what it tells of.
 */
function withoutWire(titles: readonly HeadLine[], changes: Map<number, Change[]>): readonly HeadLine[] {
  const last = titles.at(-1);
  if (last === undefined || !namesDocument(last.text.replace(/\s/g, '').replace(SITE_SUFFIX, ''))) return titles;
  return titles.map((line, i) => {
    let { text } = line;
    const cut = (words: string | undefined, at: number): void => {
      if (words === undefined || words === '' || words.length === text.length) return;
      changes.set(line.facts.line, [...(changes.get(line.facts.line) ?? []), { line: line.facts.line, kind: 'wire', from: words, to: '', at }]);
      text = text.slice(0, at) + text.slice(at + words.length);
    };
    if (i === 0) {
      cut(DATELINE.exec(text)?.[0], 0);
      cut(WIRE_PREFIX.exec(text)?.[0], 0);
    }
    if (line === last) {
      const site = SITE_SUFFIX.exec(text);
      if (site !== null) cut(site[0], site.index);
    }
    return text === line.text ? line : { ...line, text };
  });
}

/** 何田：政协江州市…工作报告: who speaks stands under the title of a document, not before it; the colon between them is a listed change. */
function withoutSpeaker(titles: readonly HeadLine[], fields: Fields, changes: Map<number, Change[]>): readonly HeadLine[] {
  const [first] = titles;
  const colon = first === undefined || fields.speaker !== null ? null : /^([^：:，。]{2,16})([：:]\s*)(?=\S{4})/u.exec(first.text);
  if (first === undefined || colon === null || !namesDocument((titles.at(-1) as HeadLine).text.replace(/\s/g, ''))) return titles;
  const [prefix, name, mark] = [colon[0], colon[1] as string, colon[2] as string];
  const said = speakerLine(name);
  if (said !== 'office-and-name' && !(said === 'name' && isKnownName(name.replace(/\s/g, '')))) return titles;
  const { line } = first.facts;
  changes.set(line, [...(changes.get(line) ?? []), { line, kind: 'wire', from: mark, to: '', at: name.length }]);
  add(fields, 'speaker', name, { line, from: 0, to: name.length });
  return [{ ...first, text: first.text.slice(prefix.length), from: name.length }, ...titles.slice(1)];
}

/** …工作报告（征求意见稿）: how far a document is stands under its title, not in it. */
function withoutStage(titles: readonly HeadLine[], fields: Fields): readonly HeadLine[] {
  const last = titles.at(-1);
  const at = last === undefined ? -1 : Math.max(last.text.lastIndexOf('（'), last.text.lastIndexOf('('));
  if (last === undefined || at < 1 || !isStageLine(last.text.slice(at).replace(/\s/g, ''))) return titles;
  const { from, to } = whole(last);
  add(fields, 'sub', last.text.slice(at), { line: last.facts.line, from: from + at, to });
  return [...titles.slice(0, -1), { ...last, text: last.text.slice(0, at) }];
}

/** Headline lines: of a document all are its name; of a story or comment they are parted by what they say. */
function deck(fields: Fields, titles: readonly HeadLine[], kind: ArticleKind): void {
  const roles = deckRoles(titles, kind);
  titles.forEach((line, i) => { add(fields, roles[i] as FieldName, line.text, whole(line)); });
}

const documentKinds: ReadonlySet<ArticleKind> = new Set(['report', 'resolution', 'address', 'notice']);
const GENRE = /^(?:(?:人物|新闻|工作|长篇|本报|记者)?(?:通讯|特写|特稿|侧记|综述|专访|纪实|手记|速写|调查|访谈)|报告文学|深度报道|[\u4e00-\u9fff]{0,8}(?:风采录?|故事|先锋|人物志|群英谱|在行动|走基层))$/;

/** over, main or sub for each headline line, in order. */
function deckRoles(titles: readonly HeadLine[], kind: ArticleKind): FieldName[] {
  // A bulletin's name, number and editor stand over what it brings.
  const above = titles.findIndex(({ facts }) => facts.hint?.over !== true);
  if (above > 0) return [...titles.slice(0, above).map((): FieldName => 'over'), ...deckRoles(titles.slice(above), kind)];
  // 人物通讯, 委员履职风采录: what kind of story it is, and in which column, over its headline.
  const named = documentKinds.has(kind) ? 0 : titles.slice(0, -1).findIndex(({ facts }) => !GENRE.test(facts.compact));
  const genres = named < 0 ? titles.length - 1 : named;
  if (genres > 0) return [...titles.slice(0, genres).map((): FieldName => 'over'), ...deckRoles(titles.slice(genres), kind)];
  const n = titles.length;
  // 云岭市第七届人民代表大会第五次会议文件（二） over the title is not its beginning.
  if (n <= 1 || kind === 'report' || kind === 'resolution' || kind === 'address' || kind === 'notice') return documentRoles(titles);
  // One sentence on two lines is one 主题, what stands over or under them its 引题 or 副题.
  const pair = titles.findIndex(({ facts }, i) => i > 0 && isOneHeadline((titles[i - 1] as HeadLine).facts.compact, facts.compact));
  if (pair > 0) return titles.map((_, i) => (i < pair - 1 ? 'over' : i > pair ? 'sub' : 'main'));
  if (n === 2) return pairRoles(titles[0] as HeadLine, titles[1] as HeadLine);
  return titles.map((_, i) => (i === 0 ? 'over' : i === n - 1 ? 'sub' : 'main'));
}

/** All lines are the document's name, but for what stands over it, and for what follows when the name is whole. */
function documentRoles(titles: readonly HeadLine[]): FieldName[] {
  const n = titles.length;
  const over = titles.map(({ facts }, i) => i < n - 1 && (isAboveName(facts.compact) || (i === 0 && isThemeOver(facts, titles.slice(1).map(({ facts: { compact } }) => compact).join('')))));
  let [name, end] = ['', n - 1];
  titles.forEach(({ facts, text }, i) => {
    if (over[i] !== true) name += text.replace(/\s/g, '');
    // （摘要） on a line of its own is the name's end.
    if (namesDocument(name) && (facts.hint === null || facts.hint.title === undefined) && !titles.slice(i + 1).some((line) => namesDocument(line.facts.compact) || EXTENT.test(line.facts.compact) || line.facts.hint?.title !== undefined)) end = Math.min(end, i);
  });
  return titles.map((_, i) => (over[i] === true ? 'over' : i > end ? 'sub' : 'main'));
}

/** 奋进新征程　建功新时代 over the whole name of a document, without a dash between them. */
function isThemeOver(facts: LineFacts, rest: string): boolean {
  return (isSlogan(facts) || (CALLS.test(facts.compact) && !namesDocument(facts.compact))) && facts.part === null && namesDocument(rest) && /^(?:中国人民政治协商会议|人民政协|政协|[\u4e00-\u9fff]{2,14}?(?:[省市县区州盟旗]|第[一二三四五六七八九十]{1,3}届))/.test(rest);
}

const EXTENT = /^[（(【\[].*[）)】\]]$/;

const COLUMN = /^[\u4e00-\u9fff“”·]{0,6}(?:声音|观察|聚焦|关注|专访|访谈|特写|侧记|速写|之窗|风采|快讯|观点|话题|镜头|进行时|在一线|新春走基层)$/;

/** Who said it, and what is said below. */
const SAYS = /(?:强调|指出|提出|要求|明确|号召|呼吁|倡议|寄语|表示|部署|建议|认为|指示|批示|(?:寄语|勉励|致信|致辞).{2,12})[：:]?$/;
/** A meeting or visit that a headline tells of, with 召开, 举行 in it. */
const HELD = /(?:召开|举行|举办|开展|学习)(?:.{0,20}(?:会议?|论坛|活动|协商|座谈|视察|调研|学习))?$|(?:调研|视察|考察|走访|看望|慰问|热议|热烈讨论).{0,16}$/;
/** A call: 让…, 以…, 为…, 推动…. */
const CALLS = /^(?:让|围绕|聚力|以|为|把|用|推动|推进|坚持|坚定|牢记|锚定|凝聚|凝心|聚焦|奋力|努力|加快|全力|着力|深入|扎实|切实|广泛|充分|守护|擦亮|绘就|书写|谱写|助力|共[绘谱筑建商话护同]|不断|持续|更好|进一步|全面|奋进|奋楫|勇|笃行|实干|团结)/;

/** Two lines: a slogan over an event is its 引题; an event with a line of details below has a 副题; two even halves are one title. */
function pairRoles(first: HeadLine, second: HeadLine): FieldName[] {
  // 一论学习贯彻…精神 says what the comment is about, over its headline or under it.
  const isTheme = (line: HeadLine): boolean => /^(?:[一二三四五六七八九十]论|再论|写在|(?:热烈)?祝贺.{4,}(?:[开闭]幕|召开)(?:之际)?$)/.test(line.facts.compact);
  if (isTheme(first)) return ['over', 'main'];
  if (isTheme(second)) return ['main', 'sub'];
  // Who came and who spoke stands over or under what took place.
  const tellsWho = ({ facts: { compact } }: HeadLine): boolean => /到会祝贺|作.{0,12}报告|讲话|主持|出席|致辞|致[开闭]幕[词辞]/.test(compact) && !/开幕|闭幕|举行|召开/.test(compact.replace(/致[开闭]幕[词辞]/, ''));
  if (tellsWho(first) && tellsEvent(second.facts.compact) && !tellsWho(second)) return ['over', 'main'];
  // 委员声音: the name of a column over its headline.
  if (COLUMN.test(first.facts.compact) && second.facts.compact.length > first.facts.compact.length) return ['over', 'main'];
  // …会议强调 over what was said; 市政协召开常委会会议 over what it was about.
  if (SAYS.test(first.facts.compact) && !SAYS.test(second.facts.compact)) return ['over', 'main'];
  if (HELD.test(first.facts.compact) && !/[开闭]幕/.test(first.facts.compact) && (CALLS.test(second.facts.compact) || isSlogan(second.facts)) && !tellsWho(second)) return ['over', 'main'];
  const event = (line: HeadLine): boolean => tellsEvent(line.facts.compact) || namesDocument(line.facts.compact);
  if (event(second) && !event(first)) return ['over', 'main'];
  if (event(first)) return ['main', 'sub'];
  if (isSlogan(first.facts) && isSlogan(second.facts)) return ['main', 'main'];
  return first.facts.compact.length === second.facts.compact.length ? ['main', 'main'] : ['main', 'sub'];
}
