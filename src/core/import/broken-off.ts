// A text that breaks off in mid sentence where another article begins: columns were read
// in the wrong order, and its rest stands in or behind a later article, often with neither
// number nor head of its own. What shows where the rest begins is evidence beside a finished
// paragraph: the cut runs through a word, an indent is missing, blank lines part it, the
// report above it has closed. The piece goes to the text that broke off, and it is asked
// about; what has no rest when numbered pieces are at home too (stray-pieces.ts) is asked as well.
import { continuesNumbers } from './continues-numbers';
import type { Draft, Page } from './drafts';
import { crossingEvidence, occurrencesIn, type Occurrences } from './joins';
import type { LineFacts } from './line-facts';
import type { Unassigned } from './recognition';
import { CLOSING, endsInHail, isFormLine, isJumpAway, Role } from './roles';

/** An unfinished line below this is a caption, a list's item or a name. */
const SHORTEST = 20;
/** Texts that break off and are looked after, drafts behind each in which its rest is looked for, and lines in each; a page has one or two. */
const MOST_BROKEN = 16;
const MOST_DRAFTS = 4;
const MOST_LINES = 200;

/** Puts the rest of each text that broke off to it. Changes the drafts; `ask` receives the lines whose article is a guess. */
export function rejoinBroken(page: Page, drafts: readonly Draft[], ask: Unassigned[]): void {
  const broken = drafts.filter((draft) => breaksOff(page, draft)).slice(0, MOST_BROKEN);
  if (broken.length === 0) return;
  const occurrences = occurrencesIn(page.lines);
  const usual = usualBlanks(page);
  for (const draft of broken) {
    const at = drafts.indexOf(draft);
    const end = lineOf(page, draft.body.at(-1)).line;
    const rest = drafts.slice(at + 1, at + 1 + MOST_DRAFTS).reduce<Rest | null>((found, other) => found ?? restIn(page, draft, other, occurrences, usual), null) ?? restBefore(page, draft, drafts.slice(0, at), occurrences);
    if (rest === null) continue;
    const moved = rest.from.body.splice(rest.at);
    const { line } = lineOf(page, moved[0]);
    ask.push({ line, reason: `第${end}行没有写完，这一行像是它的下文：${rest.reason}` });
    // What stands in front of the cut in the source is put behind it, but never joined to it: a join goes down the text.
    if ((moved[0] as number) < (draft.body.at(-1) as number)) for (const i of moved) draft.strays.add(i);
    draft.body.push(...moved);
    draft.reasons.push(`第${line}行像是本稿断开的下文`);
  }
}

/** The reason of a line that is where it belongs, while its rest is not to be found. */
export const UNFINISHED = '没有写完，后面却是另一篇，下文可能排在别处，也可能缺了';

/** Asks about texts that still break off before another one, when all pieces that show where they belong are at home. */
export function askUnfinished(page: Page, drafts: readonly Draft[], ask: Unassigned[]): void {
  drafts.slice(0, -1).forEach((draft) => {
    if (breaksOff(page, draft)) ask.push({ line: lineOf(page, draft.body.at(-1)).line, reason: UNFINISHED });
  });
}

/** Characters of a whole sentence that can be a paragraph; below it stand hails and asides. */
const SHORTEST_SENTENCE = 8;
/** How an article's own last paragraphs begin: annexes, notes, a second story under one headline. */
const OWN = /^(?:附[件录表注]?|注|备注|来源|链接|延伸|另[，：]|又讯|据悉|据了解)/;

/**
 * Asks about paragraphs that stand apart inside an article of a page whose blank lines part its articles and nothing
 * else: the rest of a text that broke off behind a full stop has no other sign.
 */
export function askApart(page: Page, drafts: readonly Draft[], ask: Unassigned[]): void {
  if (drafts.length < 2 || usualBlanks(page) > 0) return;
  const found: number[] = [];
  let apart = 0;
  drafts.forEach((draft, d) => draft.body.forEach((i, k) => {
    const line = lineOf(page, i);
    if (k === 0 || line.blanksBefore === 0 || draft.body[k - 1] !== i - 1) return;
    apart += 1;
    if (d > 0 && mayGoOn(page, draft, k) && line.text.length >= (line.open ? SHORTEST : SHORTEST_SENTENCE) && !OWN.test(line.text) && !draft.seams.has(i)) found.push(line.line);
  }));
  // More gaps inside articles than articles: the blank lines say nothing.
  if (apart > drafts.length) return;
  const asked = new Set(ask.map(({ line }) => line));
  for (const line of found) if (!asked.has(line)) ask.push({ line, reason: '它与上一段隔开，又没有自己的标题，像是另一篇的下文' });
}

interface Rest {
  readonly from: Draft;
  /** Index into its body. */
  readonly at: number;
  readonly reason: string;
}

const lineOf = (page: Page, at: number | undefined): LineFacts => page.lines[at as number] as LineFacts;

/** Does the text end in mid sentence, in running text, with no word of where it goes on? */
function breaksOff(page: Page, draft: Draft): boolean {
  const at = draft.body.at(-1);
  return at !== undefined && isCutEnd(page, draft, at);
}

/** Does the line at this position end in mid sentence, in running text? */
export function isCutEnd(page: Page, draft: Draft, at: number): boolean {
  if (page.roles[at] === Role.sign || page.roles[at] === Role.subhead || draft.strays.has(at)) return false;
  const line = lineOf(page, at);
  const running = line.wrapped || !line.short || (line.text.length >= SHORTEST && (line.start === 'dateline' || /[，。；]/.test(line.text)));
  return line.open && !line.row && running && line.label?.level !== 1 && !isFormLine(line) && !isJumpAway(line.compact.slice(-10).replace(/^[^（(]*/, '')) && line.hint?.heading === undefined;
}

/** Blank lines that stand between the paragraphs of this text, most often. */
function usualBlanks(page: Page): number {
  const counts = new Map<number, number>();
  page.lines.forEach((line, i) => {
    if (i > 0 && page.roles[i] === Role.body && page.roles[i - 1] === Role.body && !line.short && !lineOf(page, i - 1).short) counts.set(line.blanksBefore, (counts.get(line.blanksBefore) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Where in another article the rest of the draft begins; the strongest evidence first. */
function restIn(page: Page, draft: Draft, other: Draft, occurrences: Occurrences, usual: number): Rest | null {
  const end = lineOf(page, draft.body.at(-1));
  let best: Rest | null = null;
  let least = Infinity;
  for (let k = 0; k < Math.min(other.body.length, MOST_LINES); k += 1) {
    const i = other.body[k] as number;
    const line = lineOf(page, i);
    // The numbered piece that goes on brings what is behind it; the cut is above it. Another report has numbers of its own.
    if (other.kind !== 'report' && continuesNumbers(page, draft, line)) break;
    if (!mayGoOn(page, other, k)) continue;
    const found = evidence(page, other, k, end, occurrences, usual);
    if (found === null || found.rank >= least) continue;
    least = found.rank;
    best = { from: other, at: k, reason: found.reason };
  }
  return best;
}

/** A piece without a head that stands in front of the text it ends: only where the cut itself shows it. */
function restBefore(page: Page, draft: Draft, before: readonly Draft[], occurrences: Occurrences): Rest | null {
  const end = lineOf(page, draft.body.at(-1));
  for (const from of before) {
    if (from.head.length > 0 || from.body.length === 0 || !mayGoOn(page, from, 0)) continue;
    const found = cutEvidence(lineOf(page, from.body[0]), end, occurrences);
    if (found !== null) return { from, at: 0, reason: found.reason };
  }
  return null;
}

/** Could a piece of another text begin here: a plain paragraph behind a finished one? */
function mayGoOn(page: Page, other: Draft, k: number): boolean {
  const at = other.body[k] as number;
  const line = lineOf(page, at);
  if (page.roles[at] !== Role.body || line.row || line.label !== null || line.start !== 'plain' || line.hint?.heading !== undefined || other.strays.has(at) || other.seams.has(at) || isFormLine(line)) return false;
  if (k === 0) return other.head.length === 0;
  const before = other.body[k - 1] as number;
  return before === at - 1 && (!lineOf(page, before).open || page.roles[before] === Role.sign);
}

interface Evidence {
  /** The least is the strongest. */
  readonly rank: number;
  readonly reason: string;
}

/** What the two sides of the cut show. */
function cutEvidence(line: LineFacts, end: LineFacts, occurrences: Occurrences): Evidence | null {
  if (line.continues || /^[\u3400-\u9fff][，。；、]/.test(line.text)) return { rank: 0, reason: '它以不能起段的字或标点开头' };
  return crossingEvidence(end.text, line.text, occurrences) > 0 ? { rank: 1, reason: '断开处连起来的词在别处也有' } : null;
}

function evidence(page: Page, other: Draft, k: number, end: LineFacts, occurrences: Occurrences, usual: number): Evidence | null {
  const line = lineOf(page, other.body[k]);
  const cut = cutEvidence(line, end, occurrences);
  if (cut !== null) return cut;
  if (k === 0) return { rank: 2, reason: '它没有自己的标题' };
  const before = lineOf(page, other.body[k - 1]);
  if (line.outdented && !before.wrapped && (line.wrapped || !line.short || !line.open)) return { rank: 3, reason: '它没有首行缩进' };
  if (line.blanksBefore > usual) return { rank: 4, reason: '它与上一段隔开' };
  if (other.kind === 'report' && CLOSING.test(before.text.slice(-24))) return { rank: 5, reason: '上一段是报告的结语' };
  return other.kind === 'editorial' && endsInHail(before.compact) ? { rank: 5, reason: '上一段是祝贺的结语' } : null;
}
