// What the keys, buttons and drags of a review do, each as one decision with its
// words for undo. Where something cannot be done, the session says why.
import type { RecognisedArticle } from '../../core/import/recognition';
import type { LinePart } from '../../core/import/review/decision';
import { lineWords, PART_NAMES, type ReviewQuestion } from '../../core/import/review/index';
import type { ArticleKind } from '../../core/model/package';
import { kindName, labelsOf } from './article-labels';
import type { ResultRow } from './result-rows';
import type { ReviewSession } from './review-session';

const nameOf = (session: ReviewSession, id: string): string => labelsOf(session.review.recognition.articles).get(id)?.name ?? '';

/** Lines that hold something among these, or words why nothing can be done with them. */
function held(session: ReviewSession, lines: readonly number[]): readonly number[] | null {
  const { bands } = session.state.get();
  const own = lines.filter((line) => bands.bandOf(line) !== null);
  if (own.length > 0) return own;
  session.said.set('选中的是空行，没有文字。');
  return null;
}

/** To an article, before the block that holds the line `before`, or where the source's order puts them. */
export function sendTo(session: ReviewSession, lines: readonly number[], article: string, before: number | null = null): boolean {
  const own = held(session, lines);
  return own !== null && session.decide({ kind: 'send', lines: own, article, before }, `${lineWords(own)}送到${nameOf(session, article)}`);
}

/** To the article with this number in the list, from 1. */
export function sendToNumber(session: ReviewSession, lines: readonly number[], number: number): boolean {
  const article = session.review.recognition.articles[number - 1];
  if (article !== undefined) return sendTo(session, lines, article.id);
  session.said.set(`没有第 ${number} 篇。`);
  return false;
}

export function openArticle(session: ReviewSession, lines: readonly number[]): boolean {
  const own = held(session, lines);
  return own !== null && session.decide({ kind: 'open', lines: own, id: session.newId(), as: 'news' }, `${lineWords(own)}另起一篇`);
}

export function toNoise(session: ReviewSession, lines: readonly number[]): boolean {
  const own = held(session, lines);
  return own !== null && session.decide({ kind: 'noise', lines: own }, `${lineWords(own)}不收`);
}

export function toText(session: ReviewSession, lines: readonly number[]): boolean {
  const own = held(session, lines);
  return own !== null && session.decide({ kind: 'text', lines: own, id: session.newId() }, `${lineWords(own)}收作正文`);
}

export function toPart(session: ReviewSession, lines: readonly number[], part: LinePart): boolean {
  const own = held(session, lines);
  return own !== null && session.decide({ kind: 'part', lines: own, part }, `${lineWords(own)}定为${PART_NAMES[part]}`);
}

interface Seam {
  readonly before: number;
  readonly after: number;
}

/** Where the paragraph of a line could go on, or be cut: the line and the one before it in the article. */
function seamOf({ blocks }: RecognisedArticle, line: number): Seam | null {
  const block = blocks.findIndex(({ pieces }) => pieces.some((piece) => piece.line === line));
  const pieces = blocks[block]?.pieces ?? [];
  const piece = pieces.findIndex((one) => one.line === line);
  const before = piece > 0 ? pieces[piece - 1]?.line : blocks[block - 1]?.pieces.at(-1)?.line;
  return before === undefined ? null : { before, after: line };
}

/** Joins the selected lines into one paragraph; of one line, with the paragraph before it. */
export function joinSelected(session: ReviewSession): boolean {
  const lines = session.heldLines();
  if (lines.length < 2) return seams(session, lines, (at) => session.decide({ kind: 'join', ...at }, `第${at.before}、${at.after}行合为一段`));
  return session.decide(lines.slice(1).map((after, i) => ({ kind: 'join', before: lines[i] as number, after })), `${lineWords(lines)}合为一段`);
}

/** Each selected line begins a paragraph of its own. */
export function partSelected(session: ReviewSession): boolean {
  const lines = session.heldLines();
  if (lines.length < 2) return seams(session, lines, (at) => session.decide({ kind: 'apart', ...at }, `第${at.after}行另起一段`));
  return session.decide(lines.slice(1).map((after, i) => ({ kind: 'apart', before: lines[i] as number, after })), `${lineWords(lines)}各成一段`);
}

/** Acts where the one line begins. */
function seams(session: ReviewSession, [line]: readonly number[], act: (seam: Seam) => boolean): boolean {
  if (line === undefined) {
    session.said.set('选中的是空行，没有文字。');
    return false;
  }
  const article = session.review.recognition.articles.find((one) => one.lines.includes(line));
  const at = article === undefined ? null : seamOf(article, line);
  if (at !== null) return act(at);
  session.said.set(`第${line}行前面没有可以相接的段落。`);
  return false;
}

/** Answers a question and goes on to the next; `undefined` takes what is proposed. */
export function answer(session: ReviewSession, question: ReviewQuestion, which: 'yes' | 'no' = question.proposal): boolean {
  const given = question[which];
  if (given === null) {
    session.said.set('这一条没有可以代做的改动，按 K 表示知道了。');
    return false;
  }
  const at = session.state.get().questions.findIndex(({ key }) => key === question.key);
  if (!session.decide(given.decision, `${lineWords(question.lines)}：${given.words}`)) return false;
  const { questions } = session.state.get();
  const next = questions[Math.min(at, questions.length - 1)];
  if (next !== undefined) goToQuestion(session, next);
  else session.question.set(null);
  return true;
}

/** Makes a question current and shows its place. */
export function goToQuestion(session: ReviewSession, question: ReviewQuestion): void {
  session.question.set(question.key);
  session.lookAt(question.lines.at(-1) ?? 1);
}

export function setKind(session: ReviewSession, article: string, to: ArticleKind): boolean {
  return session.decide({ kind: 'article-kind', article, to }, `${nameOf(session, article)}改为${kindName(to)}`);
}

/** The article goes to this index in the list. */
export function moveArticleTo(session: ReviewSession, article: string, to: number): boolean {
  return session.decide({ kind: 'order', article, to }, `移动${nameOf(session, article)}`);
}

/** One up (−1) or down (+1): an article in the list, a block within its article. */
export function moveRow(session: ReviewSession, row: ResultRow, by: 1 | -1): boolean {
  const { articles } = session.review.recognition;
  const at = articles.findIndex(({ id }) => id === row.article);
  if (row.kind === 'article') return moveArticleTo(session, row.article, at + by);
  const blocks = articles[at]?.blocks ?? [];
  const block = blocks.findIndex(({ pieces }) => row.kind !== 'field' && pieces[0]?.line === row.lines[0]);
  const neighbour = blocks[block + by];
  if (block < 0 || neighbour === undefined) {
    session.said.set(row.kind === 'field' ? '题下各项有固定的位置，不能移动。' : '已经在头上或末尾了。');
    return false;
  }
  // Down is its neighbour going up: a block can only be put before another.
  const [moved, before] = by < 0 ? [blocks[block], neighbour] : [neighbour, blocks[block]];
  const lines = moved?.pieces.map(({ line }) => line) ?? [];
  return session.decide({ kind: 'send', lines, article: row.article, before: before?.pieces[0]?.line ?? null }, `移动${lineWords(row.lines)}`);
}
