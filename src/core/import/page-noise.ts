// Noise that a line alone does not show, but its place does: page numbers and
// running heads between the lines of a paragraph, a table of contents; what a web
// page has around its article is site-noise.ts's. Each rule is a small function with
// its reason; all are bound to short lines. Goes after noise.ts, before roles.
import { markColumnLabels } from './column-labels';
import { isFullLine, type Measure } from './measure';
import { LONGEST_FURNITURE, textBeside, type ReadLine } from './read-line';
import { markSiteNoise, spells } from './site-noise';

const PAGE_NUMBER = '页码';
/** The reason of contents. */
export const CONTENTS = '目录：各版面自己生成';

/** Finds noise by place. Changes `why` of the lines. */
export function markPageNoise(lines: readonly ReadLine[], measure: Measure | null): void {
  keepTimetable(lines);
  keepNotices(lines);
  markPageNumbers(lines, measure);
  markRunningHeads(lines, measure);
  if (measure !== null) markMeetingPapers(lines);
  markSiteNoise(lines);
  markContents(lines);
  markColumnLabels(lines);
}

/** Days with their weekdays, one behind another, head the parts of a timetable; a paper has one day. */
function keepTimetable(lines: readonly ReadLine[]): void {
  const days = lines.filter(({ why, compact }) => why !== null && /^(?:\d{4}年)?\d{1,2}月\d{1,2}日[（(]?星期[一二三四五六日天][）)]?$/.test(compact));
  if (new Set(days.map(({ compact }) => compact)).size > 1) for (const day of days) day.why = null;
}

/** 联系人：江一帆 over 联系电话：…: a notice says where to turn, and a proposal who sees to it; the foot of a paper or a site has more of its kind about it. */
function keepNotices(lines: readonly ReadLine[]): void {
  lines.forEach((line, i) => {
    if (line.why === null) return;
    const before = lines[i - 1];
    // 联系人：何田　联系电话：… under who signs an answer, a letter, a notice.
    if (/^[（(]?联系人[:：]/.test(line.compact) && before?.why === null) {
      line.why = null;
      return;
    }
    if (before?.why === null && CONTACT.test(line.compact) && /^(?:联系|报名|咨询|监督|举报|地点|会议地点|电话|传真|邮箱|地址)/.test(before.compact)) line.why = null;
    else if (before?.why === null && FORM.test(before.compact) && lines[i + 1]?.why === null && /^(?:主办|承办|协办|会办)(?:单位)?[:：]/.test(line.compact)) line.why = null;
  });
}

/** 提案编号：第023号 */
const FORM = /^[\u4e00-\u9fff]{2,6}[:：]./;
const CONTACT = /^(?:联系)?(?:电话|传真|邮箱|电子邮箱|地址|邮编|信箱)[:：]/;

/** Bare numbers of one to three digits: in wrapped text, or where they count the pages of a whole text. */
function markPageNumbers(lines: readonly ReadLine[], measure: Measure | null): void {
  const at = lines.flatMap((line, i) => (line.why === null && !line.shown && /^\d{1,3}$/.test(line.compact) ? [i] : []));
  const isNumber = (i: number): boolean => /^[\d.%]{1,6}$/.test(lines[i]?.compact ?? '');
  const alone = at.filter((i) => !isNumber(i - 1) && !isNumber(i + 1));
  let steps = 0;
  for (let k = 1; k < alone.length; k += 1) {
    const by = Number(lines[alone[k] as number]?.compact) - Number(lines[alone[k - 1] as number]?.compact);
    if ((by === 1 || by === 2) && (alone[k] as number) - (alone[k - 1] as number) >= 6) steps += 1;
  }
  const counts = alone.length >= 3 && steps >= (alone.length - 1) * 0.7;
  for (const i of alone) if (counts || (measure !== null && !isPartedNumber(lines, i, measure))) (lines[i] as ReadLine).why = PAGE_NUMBER;
}

/** A number that a bold or lowered face parted from its sentence: under a short line that is not finished, over one that goes on. */
function isPartedNumber(lines: readonly ReadLine[], at: number, measure: Measure): boolean {
  const before = lines[textBeside(lines, at, -1)];
  const after = lines[textBeside(lines, at, 1)];
  return before !== undefined && before.open && before[measure.by] * 4 < measure.value * 3 && after !== undefined && after.indent === 0;
}

/** Lines that stand at the top of page after page: the same words, beside page numbers or in mid paragraph. */
function markRunningHeads(lines: readonly ReadLine[], measure: Measure | null): void {
  const places = new Map<string, number[]>();
  lines.forEach((line, i) => {
    if (line.why !== null || line.shown || line.compact.length > LONGEST_FURNITURE || line.compact.length < 3 || NO_RUNNING_HEAD.test(line.text)) return;
    const own = places.get(line.compact);
    if (own === undefined) places.set(line.compact, [i]);
    else own.push(i);
  });
  for (const own of places.values()) {
    const apart = own.filter((i) => interrupts(lines, i, measure));
    // In text that is not wrapped a page number stands anywhere and tells nothing of its neighbours.
    const turned = measure === null ? [] : own.filter((i) => lines[i - 1]?.why === PAGE_NUMBER || lines[i + 1]?.why === PAGE_NUMBER);
    const edges = new Set([...apart, ...turned]);
    for (const i of own) if (repeatsTitle(lines, i)) edges.add(i);
    if (own.length === 1 && !(turned.length === 1 && (apart.length === 1 || standsOverLaterPart(lines, own[0] as number))) && !own.some((i) => repeatsTitle(lines, i))) continue;
    if (measure !== null && own.length > 1) for (const i of own.slice(1)) if (standsOverText(lines, i, measure)) edges.add(i);
    if (own.length === 2 && edges.size < (measure === null ? 2 : 1)) continue;
    if (own.length > 2 && edges.size * 3 < own.length && !(measure !== null && isRegular(own))) continue;
    // 云岭市政协文件 over the title is on top of its page as on the next ones.
    const first = own[0] as number;
    if (own.length > 1 && PAPER.test((lines[first] as ReadLine).compact) && textBeside(lines, first, -1) < 0 && own.slice(1).every((i) => edges.has(i))) (lines[first] as ReadLine).why = '页眉：每页重复的一行';
    // One of its places may be the title itself.
    own.forEach((i, k) => { if ((edges.has(i) || (k > 0 && own.length > 2)) && !opensHead(lines, i)) (lines[i] as ReadLine).why = '页眉：每页重复的一行'; });
  }
}

/** What is no running head: a dash, brackets, a stop, the marks of a sentence, a date, a table's row. */
const NO_RUNNING_HEAD = /^[—（(]|^本报|讯[（(]|记者|[。！？；：，\t]$|[，；《》“”\t]|^\d+年\d+月\d+日$|^[一二三四五六七八九十（(\d]+[、）).]/;

/** Does an occasion, a date, a salutation follow: is the line a title in its place? */
function opensHead(lines: readonly ReadLine[], at: number): boolean {
  const after = lines[textBeside(lines, at, 1)];
  return after !== undefined && (/^(?:—|[（(]?\d{4}年|[（(]?[〇零一二三四五六七八九]{4}年|在.{4,}会议|(?:各位|尊敬的).{0,30}[:：]$|[（(][^（）()]{2,16}[）)]$)/.test(after.compact) || (after.compact.length <= 4 && after.open));
}

/** 云岭市2026年会议文件, at the top of a printed page: what the paper is a part of. Over a title, before any text, it stays (head-fields.ts). */
function markMeetingPapers(lines: readonly ReadLine[]): void {
  const body = lines.findIndex((line) => line.why === null && /[。；]/.test(line.compact));
  if (body < 0) return;
  for (let i = body + 1; i < lines.length; i += 1) {
    const line = lines[i] as ReadLine;
    if (line.why === null && !line.shown && line.compact.length <= 40 && !/[，。；：]/.test(line.compact) && /(?:会议|大会)(?:文件|材料)(?:汇编)?(?:[（(〔].{1,8}[）)〕]|之[一二三四五六七八九十]{1,3})?$/.test(line.compact)) line.why = '页眉：会议文件的名称';
  }
}

/** The name of a paper or a set of papers, no title of one. */
const PAPER = /^[^《》]{2,40}(?:文件|材料|汇编)(?:[（(].{1,8}[）)])?$/;

const DOCUMENT = /(?:报告|决议|文件|材料|讲话|汇编)(?:[（(].*[）)])?$/;

/** Does the line say again, far below it, the title that the text begins with? */
function repeatsTitle(lines: readonly ReadLine[], at: number): boolean {
  const words = (lines[at] as ReadLine).compact;
  if (!DOCUMENT.test(words) || opensHead(lines, at)) return false;
  for (let i = 0; i < Math.min(at - 8, 24); i += 1) if ((lines[i] as ReadLine).why === null && spells(lines, i, words)) return true;
  return false;
}

/** Does running text of the measure stand right under the line? */
function standsOverText(lines: readonly ReadLine[], at: number, measure: Measure): boolean {
  const line = lines[at] as ReadLine;
  const after = lines[textBeside(lines, at, 1)];
  return DOCUMENT.test(line.compact) && after !== undefined && isFullLine(after, measure);
}

/** A document's name over （二）: a title stands over the beginning, a page's head anywhere. */
function standsOverLaterPart(lines: readonly ReadLine[], at: number): boolean {
  const after = lines[textBeside(lines, at, 1)];
  return DOCUMENT.test((lines[at] as ReadLine).compact) && after !== undefined && /^[（(]?[二三四五六七八九](?:、|[）)])/.test(after.compact);
}

/** Do the places come at even distances, a page apart? */
function isRegular(places: readonly number[]): boolean {
  const gaps = places.slice(1).map((at, k) => at - (places[k] as number)).sort((a, b) => a - b);
  const middle = gaps[gaps.length >> 1] as number;
  return middle >= 12 && gaps.filter((gap) => Math.abs(gap - middle) <= middle * 0.4).length * 3 >= gaps.length * 2;
}

/** Does the line stand between two parts of one sentence? */
function interrupts(lines: readonly ReadLine[], at: number, measure: Measure | null): boolean {
  const before = lines[textBeside(lines, at, -1)];
  const after = lines[textBeside(lines, at, 1)];
  if (before === undefined || after === undefined || !before.open || after.indent > 0) return false;
  const line = lines[at] as ReadLine;
  if (measure !== null) return isFullLine(before, measure) && !(isFullLine(line, measure) && line.open);
  return before.compact.length >= 30 && after.compact.length >= 20;
}

/** An entry of a table of contents with a leader to its page. */
const LED_ENTRY = /^[^。；]{2,60}?(?:[….·．_—-]{3,}|。{3,})\s*[（(]?\d{1,3}[）)]?$/;
/** The same with its page behind a gap: under 目录 alone, for tables have such rows. */
const SPACED_ENTRY = /^[^。；]{2,60}?(?:\s{2,}|\t|\u3000)[（(]?\d{1,3}[）)]?$/;
/** Lines that are looked through for what an entry names. */
const CONTENTS_REACH = 3000;

/** Lines that a table of contents takes, and that one entry is printed on. */
const MOST_CONTENTS = 160;

/**
 * The end of entries, each said again below, with their pages behind them, on lines of their own or a few at a time, as a
 * program reads them out of a page. An entry may take two lines.
 */
function pagedEntries(lines: readonly ReadLine[], from: number): number {
  const below = lines.slice(from, from + CONTENTS_REACH).map(({ compact }) => (compact.length > 200 ? compact.slice(0, 200) : compact));
  const text = below.join('');
  const starts: number[] = [];
  let length = 0;
  for (const one of below) {
    starts.push(length);
    length += one.length;
  }
  const isBelow = (words: string, k: number): boolean => words.length >= 2 && text.indexOf(words, (starts[k] as number) + (below[k] as string).length) >= 0;
  const seen = new Set<string>();
  let end = from;
  let last = '';
  for (let k = 0; k < Math.min(below.length, MOST_CONTENTS); k += 1) {
    const line = lines[from + k] as ReadLine;
    if (line.shown || line.compact.length > LONGEST_FURNITURE || /[。；]$/.test(line.compact)) break;
    if (/^\d{1,3}$/.test(line.compact)) {
      if (last !== '') end = from + k + 1;
      continue;
    }
    const page = /\s\d{1,3}$/.exec(line.text);
    const words = page === null ? line.compact : line.text.slice(0, page.index).replace(/\s/g, '');
    const whole = isBelow(words, k) && !seen.has(words);
    if (!whole && !(last !== '' && isBelow(last + words, k))) break;
    seen.add(words);
    last = whole ? words : last + words;
    if (page !== null) end = from + k + 1;
  }
  return end;
}

/**
 * A table of contents: entries with leaders under each other, or under 目录 entries with their pages, or words that
 * stand again below, one by one. Contents are made anew for each edition.
 */
function markContents(lines: readonly ReadLine[]): void {
  const run = (from: number, isEntry: (line: ReadLine) => boolean): number => {
    let end = from;
    while (end < lines.length && !(lines[end] as ReadLine).shown && isEntry(lines[end] as ReadLine)) end += 1;
    return end;
  };
  const mark = (from: number, to: number): void => { for (const line of lines.slice(from, to)) line.why ??= CONTENTS; };
  const parted = lines.findIndex(({ compact }, i) => compact === '目' && /^[录次]$/.test(lines[i + 1]?.compact ?? ''));
  if (parted >= 0) {
    const end = pagedEntries(lines, parted + 2);
    if (end - parted > 4) mark(parted, end);
  }
  const head = lines.findIndex(({ compact }) => compact === '目录' || compact === '目次');
  if (head >= 0) {
    let end = run(head + 1, ({ text }) => LED_ENTRY.test(text) || SPACED_ENTRY.test(text));
    if (end === head + 1) {
      const seen = new Map<string, number>();
      for (const { compact } of lines.slice(head + 1, head + CONTENTS_REACH)) seen.set(compact, (seen.get(compact) ?? 0) + 1);
      const entries = new Set<string>();
      // An entry said a second time is the heading itself.
      end = run(head + 1, ({ compact }) => (seen.get(compact) ?? 0) > 1 && !entries.has(compact) && entries.add(compact).has(compact));
    }
    end = Math.max(end, pagedEntries(lines, head + 1));
    if (end - head > 2) mark(head, end);
  }
  for (let i = 0; i < lines.length; i += 1) {
    const end = run(i, ({ text, why }) => why === null && LED_ENTRY.test(text));
    if (end - i >= 3) mark(i, end);
    i = Math.max(i, end - 1);
  }
}
