// Cut paragraphs and hard-wrapped lines (TYPESETTING §0): which neighbouring
// lines of an article's body are one paragraph. Certain ones are joined,
// doubtful ones asked, everything else stays apart. Never across a heading,
// never before a number label. Each decision is one rule with its reason.
import { isSpace } from './character';
import type { Draft, Page } from './drafts';
import type { LineFacts } from './line-facts';
import { endsInNames, goesOnWithNames } from './run-of-names';
import { isFormLine, isJumpAway, isSlogan, namesDocument, Role, tellsEvent } from './roles';

export interface JoinDecision {
  readonly certain: boolean;
  readonly reason: string;
}

/** Where else in the text a string stands. */
export interface Occurrences {
  /** Anywhere, within one line. */
  anywhere(part: string): boolean;
  /** Inside a line, not at its head. */
  insideLine(part: string): boolean;
}

/** Text looked through for evidence; a page's article is a fiftieth of it. */
const MOST_TEXT = 100_000;

/** Looks strings up in lines of text; each look-up is one native search. */
export function occurrencesIn(lines: readonly LineFacts[]): Occurrences {
  const text = lines.map((line) => line.text).join('\n').slice(0, MOST_TEXT);
  return {
    anywhere: (part) => text.includes(part),
    insideLine: (part) => {
      for (let at = text.indexOf(part), tries = 0; at >= 0 && tries < 64; at = text.indexOf(part, at + 1), tries += 1) {
        const c = text.charCodeAt(at - 1);
        if (at > 0 && c !== 0x0a && !isSpace(c)) return true;
      }
      return false;
    },
  };
}

/** Below this many characters an unfinished line is a list item or a name, not a paragraph cut off. */
const SHORTEST_CUT = 20;
const LABELLED_HEADING = 40;
const LONG_HEADING = 60;

/** How paragraphs begin, and what hardly stands behind a cut in mid sentence: the stop before it may have been lost. */
const OPENER = /^(?:会议(?:认为|指出|强调|要求|号召|决定)，|(?:一|五)年来，|同时，|此外，|首先，|其次，|最后，|当前，|今年以来，|过去[一五]年，|新的一年，|回顾.{2,10}，|总的看，)/;

/** A labelled line that is a heading of its own: short, without a stop, not a full line of wrapped text. */
export function isOwnHeading(line: LineFacts): boolean {
  if (line.label === null || line.row || line.text.length > LABELLED_HEADING + line.label.length) return false;
  if (line.wrapped && line.open) return false;
  const stop = line.text.search(/[。；]/);
  return stop < 0 || stop === line.text.length - 1;
}

/** A line that looks like a heading of its own, but whose text goes on: what is under it has no indent, and all paragraphs have. */
function isCutHeading(a: LineFacts, b: LineFacts): boolean {
  return a.open && a.indented && b.outdented && b.blanksBefore === 0 && !b.short;
}

interface Pair {
  readonly page: Page;
  readonly draft: Draft;
  readonly a: LineFacts;
  readonly b: LineFacts;
  readonly aAt: number;
  readonly bAt: number;
  /** Levels whose numbered lines stand, most of them, as headings of their own. */
  readonly ownLevels: ReadonlySet<number>;
  /** The first is surely joined to the line before it. */
  readonly goesOn: boolean;
  /** The line behind them. */
  readonly next: LineFacts | undefined;
  /** The text shows the first line of paragraphs by an indent. */
  readonly indents: boolean;
}

/** ●, ★, ■ before an item; ○ in 二○二六 is a figure. */
const BULLET = /^(?:[●★■◆▲◎□☆►▶※•▪➤➢✓√]|○(?![○〇零一二三四五六七八九十年]))/;

/** May these two be pieces of one paragraph at all? */
function mayJoin(pair: Pair): boolean {
  const { page, draft, a, b, aAt, bAt } = pair;
  if (BULLET.test(b.text)) return false;
  if (draft.strays.has(aAt) || draft.strays.has(bAt)) return false;
  if (a.hint?.item === true || b.hint?.item === true || a.hint?.heading !== undefined || b.hint?.heading !== undefined || b.hint?.lead !== undefined || b.hint?.newPage === true) return false;
  if (page.roles[aAt] === Role.subhead || page.roles[aAt] === Role.sign || page.roles[bAt] !== Role.body) return false;
  if (!a.dangles && (isFormLine(b) || (isFormLine(a) && !a.wrapped && a.compact.length <= 40))) return false;
  if (b.start === 'dateline' || (a.label !== null && a.wrapped && !b.outdented && !isHeadingTail(pair) && pair.ownLevels.has(a.label.level) && !/[。；：]/.test(a.text))) return false;
  // A longer one where its fellows stand by themselves, and no stop parts it: 一、聚焦…，以…取得新成效.
  if (a.label?.level === 1 && !a.wrapped && pair.ownLevels.has(1) && a.text.length <= LONG_HEADING + a.label.length && !/[。；：]/.test(a.text) && b.text.length >= SHORTEST_CUT) return false;
  if (a.row || b.row || a.scheduled || b.scheduled || isJumpAway(b.compact) || isJumpAway(a.compact) || (b.label !== null && b.labelBefore === 0) || b.start === 'members' || (isOwnHeading(a) && !isCutHeading(a, b))) return false;
  return !(b.start === 'mandate' && !a.open);
}

/** The rest of a heading that did not fit its line: no indent, not full, no stop, and a paragraph with its indent behind it. */
function isHeadingTail({ a, b, next, indents }: Pair): boolean {
  return indents && a.indented && !b.indented && b.open && !b.wrapped && next?.indented === true;
}

/** Two neighbours of a body (indexes into it) and what was decided on them. */
export interface DecidedJoin extends JoinDecision {
  readonly before: number;
  readonly after: number;
}

/** Levels of which more numbered lines are headings of their own than open a paragraph; full lines do not tell. */
function levelsOfOwn(facts: readonly LineFacts[]): ReadonlySet<number> {
  const own = [0, 0, 0, 0, 0];
  for (const line of facts) {
    if (line.label === null || line.row || (line.wrapped && line.open)) continue;
    own[line.label.level] = (own[line.label.level] as number) + (isOwnHeading(line) ? 1 : -1);
  }
  return new Set([1, 2, 3, 4].filter((level) => (own[level] as number) > 0));
}

/** The joins of an article's body, in order of their first piece. */
export function decideJoins(page: Page, draft: Draft): DecidedJoin[] {
  const { body } = draft;
  const facts = body.map((i) => page.lines[i] as LineFacts);
  const indented = facts.reduce((n, line) => n + (line.indented ? 1 : 0), 0);
  const indents = indented >= 2 && indented < body.length;
  const ownLevels = levelsOfOwn(facts);
  const pair = (k: number, m: number): Pair => ({
    page, draft, a: facts[k] as LineFacts, b: facts[m] as LineFacts, aAt: body[k] as number, bAt: body[m] as number, next: facts[m + 1], indents, ownLevels, goesOn: false,
  });
  if (draft.seams.size > 0) return decideInDisorder(facts, pair);
  const joins: DecidedJoin[] = [];
  let asked = -1;
  for (let k = 1; k < body.length; k += 1) {
    const last = joins.at(-1);
    // A sentence that items of another piece interrupt: its rest is behind the last of them, which is asked.
    if (asked === k) continue;
    if (BULLET.test((facts[k] as LineFacts).text) && !BULLET.test((facts[k - 1] as LineFacts).text)) {
      let m = k + 1;
      while (m < facts.length && m - k <= MOST_PIECES && BULLET.test((facts[m] as LineFacts).text)) m += 1;
      if (m < facts.length && m - k <= MOST_PIECES && (facts[k - 1] as LineFacts).open && isRunning(facts[k - 1] as LineFacts, page.measure) && mayJoin(pair(k - 1, m))) {
        joins.push({ before: k - 1, after: m, certain: false, reason: '句子没有完，中间隔着带项目符号的行' });
        asked = m;
      }
      continue;
    }
    const here = { ...pair(k - 1, k), goesOn: last !== undefined && last.certain && last.after === k - 1 };
    const decision = mayJoin(here) ? inserted(here, decide(here)) : null;
    if (decision !== null) joins.push({ ...decision, before: k - 1, after: k });
  }
  return joins;
}

function decide(pair: Pair): JoinDecision | null {
  const { a, b, indents, aAt, bAt } = pair;
  if (b.labelBefore > 0) return { certain: bAt === aAt + 1, reason: '序号断在两行' };
  if (a.partial) return { certain: bAt === aAt + 1, reason: '两截合起来正好是一行' };
  if (pair.goesOn && isFragment(a) && !b.indented) return { certain: bAt === aAt + 1, reason: '前一行是句子当中单独断出来的数字或字母' };
  // Brought here from behind another article: the place itself is a guess.
  const apart = bAt !== aAt + 1;
  if (b.continues && (a.open || !b.text.startsWith('的')) && !(b.indented && indents)) return { certain: !apart, reason: '后一行以不能起段的标点或字开头' };
  if (a.open && isRunning(a, pair.page.measure)) {
    // A 名单 has no stop. In a notice the next line is another part of it; in a story the sentence may go on.
    if (!goesOnWithNames(b.text) && endsInNames(a.text)) return pair.draft.kind === 'notice' ? null : { certain: false, reason: '前一行以名单收尾，没有句号，后一行不像名单的下文' };
    if (b.indented && indents && !a.indented && !a.wrapped) return { certain: false, reason: '前一行没有写完，但后一行有首行缩进' };
    if (b.indented && indents && a.wrapped) return { certain: false, reason: '前一行是满行，但后一行有首行缩进' };
    if (!a.wrapped && OPENER.test(b.text)) return { certain: false, reason: '前一行没有写完，但后一行像是另起一段' };
    if (a.wrapped && !b.outdented && namesDocument(a.compact) && !/[，。；：]/.test(a.compact) && !/^\d|^[（(]试行/.test(b.text) && a.text.lastIndexOf('《') <= a.text.lastIndexOf('》')) return { certain: false, reason: '前一行正好是满行，却像一个标题' };
    if (isHeadlineLike(b, pair.next)) return { certain: false, reason: '夹在句子中间的一行像是标题' };
    if (isDocumentTitle(a) || isDocumentTitle(b)) return { certain: false, reason: '夹在句子中间的一行像是文件的题目' };
    return { certain: !apart, reason: a.wrapped ? '前一行是满行，句子没有完' : '前一行句子没有完' };
  }
  if (!a.open && a.wrapped && isFull(a, b) && b.blanksBefore === 0 && !b.indented) {
    // A short line without a stop under a full stop may be a page's furniture.
    const certain = b.outdented && (b.wrapped || !b.open);
    return { certain, reason: b.outdented ? '前一行是满行，后一行没有首行缩进' : '前一行是满行，正好以句号收尾' };
  }
  return null;
}

/** The whole name of a report and nothing else: a page's head as much as a part of a sentence. */
function isDocumentTitle({ compact }: LineFacts): boolean {
  return compact.length >= 12 && /^(?:中国人民政治协商会议|政协|[\u4e00-\u9fff]{2,10}(?:人民代表大会|人民政府|人民法院|人民检察院))[^，。；：“”《》、！？]*工作报告$/.test(compact);
}

/** Phrases that blanks part, or an event over a story's first line: no part of a sentence, or the sentence was cut right there. */
function isHeadlineLike(b: LineFacts, next: LineFacts | undefined): boolean {
  return b.short && b.open && !b.wrapped && b.label === null && ((b.compact.length >= 10 && isSlogan(b)) || (b.compact.length >= 6 && next?.start === 'dateline' && tellsEvent(b.compact)));
}

/** PM⏎2.5⏎年均浓度: figures or letters that a lowered face parted from their sentence. */
function isFragment(line: LineFacts): boolean {
  return line.compact.length <= 8 && !/[\u3400-\u9fff。！？]/.test(line.compact);
}

/** A line much shorter than the measure, without a stop, in mid paragraph: it may be a page's furniture, so it is asked about. */
function inserted({ page, a, b, next }: Pair, decision: JoinDecision | null): JoinDecision | null {
  if (decision === null || page.measure === 0) return decision;
  const isOdd = (line: LineFacts, after: LineFacts | undefined): boolean => line.open && !line.wrapped && !line.dangles && !isFragment(line) && line.compact.length * 4 < page.measure * 3 && after !== undefined && !after.indented && after.label === null;
  return isOdd(b, next) || isOdd(a, b) ? { certain: false, reason: '夹在满行之间的短行，没有写完，可能不是这一段的' } : decision;
}

/** An unfinished line that is running text, not an item of a list. */
function isRunning(line: LineFacts, measure: number): boolean {
  return line.wrapped || line.dangles || line.text.length >= SHORTEST_CUT || (measure > 0 && line.text.length >= measure * 0.75);
}

function isFull(a: LineFacts, b: LineFacts): boolean {
  return a.width + 4 >= b.width;
}

/** Pieces looked at on each side; a page's article has a dozen. */
const MOST_PIECES = 24;

/**
 * In an article whose headline stands in mid text the order of pieces is in doubt: nothing is certain. A word that
 * a cut runs through (的关|键一年) finds its rest anywhere in the article; else the neighbour is asked, unless it
 * is a second copy of a passage.
 */
function decideInDisorder(facts: readonly LineFacts[], pair: (k: number, m: number) => Pair): DecidedJoin[] {
  const occurrences = occurrencesIn(facts);
  const joins: DecidedJoin[] = [];
  const taken = new Set<number>();
  const settled = new Set<number>();
  // Hard-wrapped lines are in order whatever the pieces are; only over the headline nothing is certain.
  for (let k = 1; k < facts.length; k += 1) {
    const here = pair(k - 1, k);
    if (!here.a.wrapped || here.draft.seams.has(here.bAt) || !mayJoin(here)) continue;
    const decision = decide(here);
    if (decision === null) continue;
    joins.push({ ...decision, before: k - 1, after: k });
    settled.add(k - 1);
    taken.add(k);
  }
  const unfinished = facts.map((_, k) => k).filter((k) => !settled.has(k) && (facts[k] as LineFacts).open && isRunning(facts[k] as LineFacts, 0)).slice(0, MOST_PIECES);
  const left: number[] = [];
  for (const k of unfinished) {
    let best = -1;
    let most = 0;
    for (let m = k + 1; m < Math.min(facts.length, k + MOST_PIECES); m += 1) {
      if (taken.has(m) || !mayJoin(pair(k, m))) continue;
      const found = crossingEvidence((facts[k] as LineFacts).text, (facts[m] as LineFacts).text, occurrences);
      if (found > most) [best, most] = [m, found];
    }
    if (best < 0) left.push(k);
    else {
      taken.add(best);
      joins.push({ before: k, after: best, certain: false, reason: '断开处连起来的词在别处也有，但本稿各段的次序不明' });
    }
  }
  for (const k of left) {
    const m = k + 1;
    const b = facts[m];
    if (b === undefined || taken.has(m) || !mayJoin(pair(k, m))) continue;
    if (b.text.length >= 8 && occurrences.insideLine(b.text.slice(0, 8))) continue;
    joins.push({ before: k, after: m, certain: false, reason: pair(k, m).draft.seams.has(pair(k, m).bAt) ? '句子没有完，但标题夹在中间' : '句子没有完，但本稿各段的次序不明' });
  }
  return joins.sort((x, y) => x.before - y.before);
}

/** How many of the four-character strings over a cut stand elsewhere: a word that the cut runs through. 0–3. */
export function crossingEvidence(a: string, b: string, occurrences: Occurrences): number {
  const tail = a.slice(-3);
  const parts = [tail.slice(-2) + b.slice(0, 2), tail.slice(-1) + b.slice(0, 3), tail + b.slice(0, 1)];
  return parts.filter((part) => part.length === 4 && /^[\u3400-\u9fff]{4}$/.test(part) && occurrences.anywhere(part)).length;
}
