// Pieces that stand in or behind another article go to their own: a report that
// goes on behind a story, the rest of one whose beginning is on another page, an
// attendance sentence that lost its story. Each move is a named rule with its
// reason; where a rule is a guess, the line is listed as unassigned.
import { askApart, askUnfinished, rejoinBroken } from './broken-off';
import { continuesNumbers } from './continues-numbers';
import { rejoinWords } from './cut-pairs';
import { ATTENDANCE, kindOf, opensWith, type Draft, type Page } from './drafts';
import { noteOfPiece } from './jumps';
import type { LineFacts } from './line-facts';
import { askLostEnds, mayBeReports } from './lost-ends';
import type { Unassigned } from './recognition';
import { CLOSING, endsInHail, isHail, Role } from './roles';
import { askToldElsewhere } from './told-elsewhere';

/** Each article is looked at beside all others; a page has a dozen, a paper of many pages a few hundred. */
const MOST_ARTICLES = 500;

/**
 * Pieces that stand in or behind another article go to their own. Changes the drafts; an emptied one falls out.
 * `ask` receives the lines whose article is a guess.
 */
export function moveStrays(page: Page, drafts: Draft[], ask: Unassigned[]): Draft[] {
  if (drafts.length > MOST_ARTICLES) return drafts;
  rejoinWords(page, drafts, ask);
  rejoinBroken(page, drafts, ask);
  for (const draft of drafts) {
    if (draft.kind !== 'report' || opensWith(page, draft, Role.jump)) moveReportPieces(page, drafts, draft, ask);
  }
  askUnfinished(page, drafts, ask);
  for (const draft of drafts) {
    moveEnding(page, drafts, draft, ask);
    moveSentences(page, drafts, draft, ask);
  }
  mergeHeadlessReports(page, drafts);
  askApart(page, drafts, ask);
  const held = drafts.filter((draft) => draft.head.length + draft.body.length > 0);
  askLostEnds(page, held, ask);
  askToldElsewhere(page, held, ask);
  return drafts.filter((draft) => draft.head.length + draft.body.length > 0);
}

/** Of drafts that a piece could go on, the one that stopped last before it; else the first. */
function lastBefore(drafts: readonly Draft[], at: number): Draft | undefined {
  const end = (draft: Draft): number => draft.body.at(-1) ?? -1;
  const before = drafts.filter((draft) => end(draft) < at).sort((a, b) => end(b) - end(a));
  return before[0] ?? drafts[0];
}

/** Where the numbers of an article break off: （四） behind the items 一、二、三、 of an agenda. Its first number where none does. */
function brokenNumber(page: Page, draft: Draft, labelled: number): number {
  const last = [0, 0, 0];
  const at = draft.body.findIndex((i, k) => {
    const { label, row } = page.lines[i] as LineFacts;
    if (k < labelled || label === null || row || label.level > 2) return false;
    if (label.value !== 1 && label.value !== (last[label.level] as number) + 1) return true;
    last[label.level] = label.value;
    if (label.level === 1) last[2] = 0;
    return false;
  });
  return at < 0 ? labelled : at;
}

/** （四）… in a comment or a story that numbers nothing: the report beside it, which stopped at （三）, goes on. */
function moveReportPieces(page: Page, drafts: Draft[], draft: Draft, ask: Unassigned[]): void {
  const labelled = draft.body.findIndex((i) => (page.lines[i] as LineFacts).label !== null && !(page.lines[i] as LineFacts).row);
  if (labelled < 0) return;
  const first = brokenNumber(page, draft, labelled);
  const line = page.lines[draft.body[first] as number] as LineFacts;
  const report = lastBefore(drafts.filter((other) => other !== draft && other.kind === 'report' && continuesNumbers(page, other, line)), draft.body[first] as number);
  if (report === undefined) {
    if (first === labelled) partHeadlessReport(page, drafts, draft, first, ask);
    return;
  }
  // A piece of another page is the report's from its note on, also where it begins with 二、 or （一）.
  const note = noteOfPiece(page, draft);
  if (note === null && (line.label?.value === 1 || (first === 0 && draft.kind === 'report'))) return;
  let from = note ?? first;
  const reportEnd = page.lines[report.body.at(-1) as number] as LineFacts;
  const before = page.lines[draft.body[first - 1] ?? -1];
  const beforeThat = page.lines[draft.body[first - 2] ?? -1];
  if (note === null && first >= 2 && reportEnd.open && before !== undefined && beforeThat !== undefined && !beforeThat.open && before.start === 'plain') {
    from = first - 1;
    ask.push({ line: before.line, reason: '报告的上一段没有写完，这一行在它的下一个序号之前' });
  }
  const pieces = draft.body.splice(from);
  const ending = draft.kind === 'editorial' ? endingAt(page, pieces) : -1;
  if (ending >= 0) {
    ask.push({ line: (page.lines[pieces[ending] as number] as LineFacts).line, reason: '报告的结语之后还有文字，像是前面这篇文章的结尾' });
    draft.body.push(...pieces.splice(ending));
  } else if (note === null && from === first && before !== undefined && !reportEnd.open && mayBeReports(page, draft, first - 1)) {
    ask.push({ line: before.line, reason: '下一行的序号接着前面的报告，这一段也可能是报告的' });
  }
  const moved = pieces.filter((i) => {
    const { short, compact } = page.lines[i] as LineFacts;
    const stays = short && (isHail(compact) || ATTENDANCE.test(compact));
    if (stays) draft.body.push(i);
    return !stays;
  });
  report.body.push(...moved);
  report.reasons.push(`第${line.line}行的序号接着本稿`);
  // A jump piece that was a report by these lines alone is one no more.
  if (draft.kind === 'report') draft.kind = kindOf(page, draft).kind;
}

/** （四）… behind a story or resolution that numbers nothing, and no report beside it that it could go on: the rest of one whose beginning stands on another page. */
function partHeadlessReport(page: Page, drafts: Draft[], draft: Draft, first: number, ask: Unassigned[]): void {
  const line = page.lines[draft.body[first] as number] as LineFacts;
  const { label } = line;
  if (label === null || label.level > 2 || label.value === 1 || label.form === 'di' || first === 0 || !['resolution', 'news', 'editorial', 'address', 'continuation'].includes(draft.kind)) return;
  const rest = draft.body.splice(first);
  drafts.splice(drafts.indexOf(draft) + 1, 0, { kind: 'report', head: [], body: rest, seams: new Set(), strays: new Set(), reasons: ['序号从半中间起，是另一篇报告的后半'] });
  ask.push({ line: line.line, reason: '上文没有编号，这一行的序号却不从头起，像是另一篇报告的后半' });
}

/** Paragraphs behind a report's closing that may be another text's end. */
const LONGEST_ENDING = 4;

/** Index of what stands behind the closing words of a report, a few plain paragraphs; −1 where nothing does. */
function endingAt(page: Page, body: readonly number[]): number {
  const line = (i: number): LineFacts => page.lines[i] as LineFacts;
  const at = body.findLastIndex((i, k) => k < body.length - 1 && CLOSING.test(line(i).text.slice(-24))) + 1;
  const rest = body.slice(at);
  return at > 0 && rest.length <= LONGEST_ENDING && rest.every((i) => line(i).label === null && !line(i).row && line(i).start === 'plain') ? at : -1;
}

/** Behind the closing words of a report a comment's end (蓝图已经绘就…⏎祝大会圆满成功！): it goes to the comment that has no such end. */
function moveEnding(page: Page, drafts: readonly Draft[], draft: Draft, ask: Unassigned[]): void {
  const hails = (i: number | undefined): boolean => i !== undefined && endsInHail((page.lines[i] as LineFacts).compact);
  if (draft.kind !== 'report' || !hails(draft.body.at(-1))) return;
  const comment = drafts.find((other) => other.kind === 'editorial' && !other.body.some(hails));
  const at = endingAt(page, draft.body);
  if (comment === undefined || at < 0) return;
  const rest = draft.body.splice(at);
  comment.body.push(...rest);
  ask.push({ line: (page.lines[rest[0] as number] as LineFacts).line, reason: '报告的结语之后还有祝贺的结语，像是社论的' });
}

/** One sentence that names its own kind: the attendance goes to the story, the hail to the comment. */
function moveSentences(page: Page, drafts: readonly Draft[], draft: Draft, ask: Unassigned[]): void {
  const lines = draft.body.slice();
  for (const i of lines) {
    const line = page.lines[i] as LineFacts;
    if (line.compact.length > 100) continue;
    let target: Draft | undefined;
    let reason = '';
    if (draft.kind !== 'news' && draft.kind !== 'continuation' && ATTENDANCE.test(line.compact)) {
      target = drafts.find((other) => other.kind === 'continuation') ?? drafts.find((other) => other.kind === 'news' && other.head.length === 0) ?? drafts.find((other) => other.kind === 'news');
      reason = '出席人数一句不属于这一文种，像是开幕消息的';
    } else if (draft.kind !== 'editorial' && draft.kind !== 'address' && draft.kind !== 'report' && draft.body.length > 1 && endsInHail(line.compact)) {
      target = drafts.find((other) => other.kind === 'editorial');
      reason = '祝贺的结语像是社论的';
    }
    if (target === undefined || target === draft) continue;
    draft.body.splice(draft.body.indexOf(i), 1);
    target.body.push(i);
    target.strays.add(i);
    ask.push({ line: line.line, reason });
  }
}

/** A headless piece （五）… belongs to the report that stopped at （四）, wherever it stands. */
function mergeHeadlessReports(page: Page, drafts: readonly Draft[]): void {
  for (const piece of drafts) {
    if (piece.kind !== 'report' || piece.head.length > 0 || piece.body.length === 0) continue;
    const first = piece.body.map((i) => page.lines[i] as LineFacts).find((line) => line.label !== null && line.label.level <= 2 && !line.row);
    if (first === undefined) continue;
    const report = lastBefore(drafts.filter((other) => other !== piece && other.kind === 'report' && other.head.length > 0 && other.body.length > 0 && continuesNumbers(page, other, first)), piece.body[0] as number);
    if (report === undefined) continue;
    report.body.push(...piece.body);
    report.reasons.push(`第${first.line}行的序号接着本稿`);
    piece.body = [];
  }
}
