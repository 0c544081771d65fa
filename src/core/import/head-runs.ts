// Values of a head that are set over several lines (W-01, W-02): a title of two
// to four lines, an occasion of two or three. No line of them shows what it is
// by itself; put together they do. A title longer than a headline is on one line
// shows by its words and by the head under it. The lines are marked before roles are decided.
import { findDate } from './date';
import { WIRE_PREFIX } from './head-values';
import { isOneHeadline } from './headline-pair';
import type { LineFacts } from './line-facts';
import { isWholeOccasion } from './occasion';
import { isFormLine, isSalutation, namesDocument } from './roles';
import { speakerLine } from './speaker';

/** What a news headline says, and no title of a document but one that names it at its end. */
const EVENTS = /开幕|闭幕|举行|会见|看望|座谈会|调研|启动|到会祝贺|主持/;
const BODY_END = /(?:委员会|会议|大会|政府|法院|检察院|常委会|计划|预算|社会|\d{4}年|届|[和与及、])$/;
const MOST_LINES = 4;
/** Characters of one line of a title of several. */
const LONGEST_PART = 64;
const LONGEST_TITLE = 120;
/** Letters of a place or a body before 省, 市, 届. */
const LONGEST_PLACE = 14;

/** Characters of a title on one line, 贯彻落实…的意见 and …情况 with all their bodies in it. */
const LONGEST_LINE = 120;

/** Marks `part` of the lines that only together are a title or an occasion. */
export function markHeadRuns(lines: readonly LineFacts[]): void {
  for (let i = 0; i < lines.length; i += 1) {
    if (isLongTitle(lines[i] as LineFacts, lines[i - 1], lines[i + 1])) {
      (lines[i] as LineFacts).short = true;
      (lines[i] as LineFacts).part = 'title';
      continue;
    }
    if (isLabelledDate(lines, i)) {
      (lines[i] as LineFacts).part = 'date';
      continue;
    }
    const occasion = runLength(lines, i, mayBeOccasionLine, isWholeOccasion);
    const title = occasion > 1 ? 0 : runLength(lines, i, mayBeTitleLine, (text) => namesDocument(text) && opensName(text));
    const length = Math.max(occasion, title, occasion > 1 || title > 1 ? 0 : headlineLength(lines, i));
    if (length < 2) continue;
    const part = occasion > 1 && !isSpeechTitle(lines, i, occasion) ? 'occasion' : 'title';
    for (let k = i; k < i + length; k += 1) (lines[k] as LineFacts).part = part;
    i += length - 1;
  }
}

const DATE_LABEL = /^(?:(?:报告|汇报|讲话|发言|作报告|会议)?(?:的)?(?:时间|日期))[:：]?(?=[^：:])/;

/** 时间：2026年1月8日 of a head, beside who speaks, the meeting or the salutation. With 地点：, 出席：… beside it it is a field of a form. */
function isLabelledDate(lines: readonly LineFacts[], at: number): boolean {
  const { short, compact, row } = lines[at] as LineFacts;
  const label = short && !row ? DATE_LABEL.exec(compact) : null;
  if (label === null) return false;
  const date = findDate(compact);
  if (date === null || date.from !== label[0].length || !/^(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?)?(?:[上下]午)?$/.test(compact.slice(date.to))) return false;
  const [before, after] = [lines[at - 1], lines[at + 1]];
  if (before === undefined || isFormLine(before) || (after !== undefined && isFormLine(after))) return false;
  const isHead = ({ short: isShort, compact: text, part }: LineFacts): boolean => isShort && (part !== null || namesDocument(text) || isWholeOccasion(text) || isSalutation(text) || speakerLine(text) !== null || /^(?:——|—|⸺)/.test(text));
  return isHead(before) && (after === undefined || isHead(after) || !after.short || after.start !== 'plain' || /^(?:报告|汇报|讲话|发言)/.test(compact));
}

/** Lines under a headline, above its story: 副题. */
const MOST_UNDER = 2;

/** 2 where this line and the next are one sentence of a headline, with its story below; else 0. */
function headlineLength(lines: readonly LineFacts[], at: number): number {
  const [line, next] = [lines[at] as LineFacts, lines[at + 1]];
  if (next === undefined || !line.short || !next.short || line.label !== null || next.label !== null || line.row || next.row || next.blanksBefore > 1 || !isOneHeadline(line.compact, next.compact)) return 0;
  // Under 特此公告。 who signs it is no headline.
  if (/^(?:特此|以上(?:报告|发言|意见))/.test(lines[at - 1]?.compact ?? '')) return 0;
  // Two lines of hard-wrapped text are none, nor is what a cut sentence goes on with.
  if ((line.wrapped && next.wrapped) || (lines[at - 1]?.wrapped === true && lines[at - 1]?.open === true)) return 0;
  for (let k = at + 2; k <= at + 2 + MOST_UNDER; k += 1) {
    const under = lines[k];
    if (under === undefined) return 0;
    if (under.start === 'dateline') return 2;
    if (!under.short || /[。；]$/.test(under.compact)) return !under.open || !under.short ? 2 : 0;
  }
  return 0;
}

/** 在政协…会议⏎闭幕会上的讲话, with no title over it and no dash: the speech has no other title. */
function isSpeechTitle(lines: readonly LineFacts[], at: number, length: number): boolean {
  const before = lines[at - 1];
  const text = lines.slice(at, at + length).map(({ compact }) => compact).join('');
  return text.startsWith('在') && /上的(?:讲话|发言|致辞|演讲)$/.test(text) && (before === undefined || !before.short || !before.open);
}

/** How many lines from `at` on make the whole: the least number that does; 0 where none does, 1 where the first alone does. */
function runLength(lines: readonly LineFacts[], at: number, mayBe: (line: LineFacts, first: boolean) => boolean, isWhole: (text: string) => boolean): number {
  let text = '';
  for (let k = 0; k < MOST_LINES && at + k < lines.length; k += 1) {
    const line = lines[at + k] as LineFacts;
    if (!mayBe(line, k === 0) || (k > 0 && line.blanksBefore > 2)) return 0;
    // A name that is whole by itself goes on from a body's name, and from nothing else.
    if (k > 0 && namesDocument(line.compact) && line.compact.length >= 6 && !/^(?:关于|工作报告)/.test(line.compact) && !BODY_END.test(text)) return 0;
    text += k === 0 ? line.compact.replace(WIRE_PREFIX, '') : line.compact;
    if (text.length > LONGEST_TITLE) return 0;
    if (isWhole(text)) return k + 1;
  }
  return 0;
}

/**
 * A title of more characters than a headline has (…常务委员会关于贯彻落实…情况的报告): a name of a document without
 * a sentence's marks or verbs, behind nothing that is unfinished, with the head's next line under it or at the text's head.
 */
function isLongTitle(line: LineFacts, before: LineFacts | undefined, next: LineFacts | undefined): boolean {
  if (line.short || line.text.length > LONGEST_LINE || line.label !== null || line.row || next === undefined || (before?.open === true && !before.short)) return false;
  const compact = line.text.replace(/\s/g, '').replace(WIRE_PREFIX, '');
  return namesDocument(compact) && opensName(compact) && !/[。；！？：，]|听取|审议|审查|所作|作了|收到|印发|根据/.test(compact) && (before === undefined || goesOnHead(next));
}

/** A line that stands under a title: 在…会议上, a date, a name, a salutation, a sub-title with its dash, （审议稿）. */
function goesOnHead({ short, compact }: LineFacts): boolean {
  if (!short) return false;
  const bare = compact.replace(/^[（(]|[）)]$/g, '');
  return /^(?:——|—|⸺)/.test(compact) || isWholeOccasion(compact) || findDate(bare)?.text === bare || isSalutation(compact) || speakerLine(compact) !== null || (/^[（(].*[）)]$/.test(compact) && (findDate(compact) !== null || /[稿案要面]$/.test(bare)));
}

function mayBeTitleLine(line: LineFacts): boolean {
  const compact = line.compact.replace(WIRE_PREFIX, '');
  if (!line.short || compact.length > LONGEST_PART || line.label !== null || line.row || /[。；！？：，]|^[—（(]/.test(compact)) return false;
  // A signature's date closes a text; the title of the next begins behind it.
  return findDate(compact)?.text !== compact && (!EVENTS.test(compact) || namesDocument(compact));
}

function mayBeOccasionLine(line: LineFacts, first: boolean): boolean {
  const { compact } = line;
  if (!line.short || compact.length > 44 || line.label !== null || line.row || /[。；！？：]/.test(compact)) return false;
  // A date over an occasion of one line is a line of its own.
  if (!first && isWholeOccasion(compact)) return false;
  return !first || /^(?:——|—|⸺|[（(](?=\d|在)|在|\d{4}年\d{1,2}月)/.test(compact);
}

/** How the name of a document over several lines begins: with its body, its place, its year, or 关于. */
function opensName(text: string): boolean {
  if (/^(?:关于|中国人民政治协商会议|人民政协|政协|全国|最高|国务院|第[一二三四五六七八九十]{1,3}届|\d{4}年)/.test(text)) return true;
  // The length by hand: V8 writes `{2,14}?` out as twelve places, each with every sign.
  const place = /^[\u4e00-\u9fff]{2,}?[省市县区州盟旗镇乡届]/.exec(text);
  return place !== null && place[0].length <= LONGEST_PLACE + 1;
}
