// What a review asks, each with its two answers and which of them is proposed:
// the queries of the recogniser (queries.ts), as things that can be done with one
// key. Read anew from every state of the review, so that an answer that was
// undone is asked again.
import { BESIDE } from '../columns';
import { lonelyMarks, type LonelyMark } from '../lonely-marks';
import { columnWords, lineAt, possibleRest, queriesOf, typedNotes, unfinishedWords, type Query } from '../queries';
import { OTHERWISE } from '../open-ends';
import type { Piece, RecognisedArticle, RecognisedBlock } from '../recognition';
import { isOutOfOrder, lateSections } from '../section-order';
import type { ImportDecision } from './decision';
import { pieceLength, pieceStart } from './parts';
import { rawLine, unassignedKey, type Review } from './review';

export interface Answer {
  /** What the key does, in Chinese: 合为一段. */
  readonly words: string;
  readonly decision: ImportDecision;
}

export interface ReviewQuestion {
  /** The same for the same question in every state of the review. */
  readonly key: string;
  readonly kind: Query['kind'] | 'damaged';
  /** Source lines that it is about, the one to look at first in front. */
  readonly lines: readonly number[];
  /** What is asked, in Chinese. */
  readonly text: string;
  /** The words at the place. */
  readonly quote: string;
  /** J; null where there is nothing to do but to know it. */
  readonly yes: Answer | null;
  /** K: leave it as it is. */
  readonly no: Answer;
  /** Which one Enter takes. */
  readonly proposal: 'yes' | 'no';
}

/** Characters of a line shown at a seam. */
const SEAM = 18;

/** A line with bytes that no character could be read from. */
export interface DamagedLine {
  readonly line: number;
  readonly bytes: readonly number[];
}

/** Open questions in the order of the source. */
export function questionsOf(review: Review, damaged: readonly DamagedLine[]): ReviewQuestion[] {
  const { recognition, settled } = review;
  const questions: ReviewQuestion[] = damaged.map((one) => damagedQuestion(one, review));
  for (const { beforeLine, afterLine, certain, reason } of recognition.joins) if (!certain) questions.push(joinQuestion(review, beforeLine, afterLine, reason));
  for (const { line, reason } of recognition.unassigned) questions.push(unassignedQuestion(review, line, reason));
  questions.push(...pairQuestions(review));
  for (const article of recognition.articles) questions.push(...notesQuestion(article));
  for (const query of queriesOf(recognition)) if (query.kind === 'repeat') questions.push(repeatQuestion(query));
  return questions.filter(({ key }) => !settled.has(key)).sort((a, b) => (a.lines[0] as number) - (b.lines[0] as number));
}

function notesQuestion(article: RecognisedArticle): ReviewQuestion[] {
  return typedNotes(article).map(({ kind, lines, text, terms }) => {
    const [line = 0] = lines;
    const key = `notes:${line}`;
    return { key, kind, lines, text, quote: terms, yes: { words: '改成注', decision: { kind: 'notes', question: key, line } }, no: { words: '留作正文', decision: { kind: 'leave', question: key } }, proposal: 'yes' };
  });
}

/** Bytes that a question names. */
const MOST_BYTES = 6;

function damagedQuestion({ line, bytes }: DamagedLine, { source }: Review): ReviewQuestion {
  const named = bytes.slice(0, MOST_BYTES).map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  const key = `damaged:${line}`;
  return {
    key, kind: 'damaged', lines: [line], text: `第${line}行有 ${bytes.length} 个读不出的字节（${named}${bytes.length > MOST_BYTES ? ' …' : ''}），印作“\ufffd”；完成后请对照原件补上。`, quote: around(rawLine(source, line), '\ufffd'),
    yes: null, no: { words: '知道了', decision: { kind: 'leave', question: key } }, proposal: 'no',
  };
}

function around(text: string, mark: string): string {
  const at = Math.max(0, text.indexOf(mark));
  return text.slice(Math.max(0, at - SEAM), at + SEAM);
}

/** The recogniser's word for a cut that only the pattern of the article shows (doubtful-cuts.ts). */
const BY_PATTERN = '像是一段';
const SENTENCE_END = /[。！？；：][”’）》]*\s*$/;

function joinQuestion({ source }: Review, before: number, after: number, reason: string): ReviewQuestion {
  const [a, b] = [rawLine(source, before).trimEnd(), rawLine(source, after).trimStart()];
  return {
    key: `join:${before},${after}`, kind: 'join', lines: [before, after], text: `第${before}行与第${after}行是不是一段：${reason}`,
    quote: `……${a.slice(-SEAM)}｜${b.slice(0, SEAM)}……`,
    yes: { words: '合为一段', decision: { kind: 'join', before, after } }, no: { words: '分成两段', decision: { kind: 'apart', before, after } },
    proposal: !reason.startsWith(OTHERWISE) && !SENTENCE_END.test(a) || reason.includes(BY_PATTERN) ? 'yes' : 'no',
  };
}

function unassignedQuestion({ recognition, source }: Review, line: number, reason: string): ReviewQuestion {
  const key = unassignedKey(line);
  const own = recognition.articles.find(({ lines }) => lines.includes(line));
  const quote = rawLine(source, line).trim().slice(0, SEAM * 2);
  if (own === undefined) {
    return {
      key, kind: 'unassigned', lines: [line], text: columnWords(line), quote,
      yes: { words: '收作正文', decision: { kind: 'text', lines: [line], id: `column-${line}` } }, no: { words: '不收', decision: { kind: 'leave', question: key } }, proposal: 'no',
    };
  }
  if (reason === BESIDE) return { key, kind: 'unassigned', lines: [line], text: `第${line}行${BESIDE}；次序不对就选中这些行移开。`, quote, yes: null, no: { words: '知道了', decision: { kind: 'leave', question: key } }, proposal: 'no' };
  const late = isOutOfOrder(reason) ? lateSections(own).find((section) => section.line === line) : undefined;
  if (late !== undefined) {
    return {
      key, kind: 'unassigned', lines: [line], text: `第${line}行的${reason}；下面接不上的文字可以再选中移开。`, quote,
      yes: { words: `移到第${late.before}行前面`, decision: { kind: 'send', lines: late.lines, article: own.id, before: late.before } }, no: { words: '次序就是这样', decision: { kind: 'leave', question: key } }, proposal: 'no',
    };
  }
  const unfinished = unfinishedWords(line, reason);
  const rest = unfinished === null ? null : possibleRest(recognition, line);
  if (rest !== null) {
    return {
      key, kind: 'unassigned', lines: [line, rest], text: `${unfinished}；第${rest}行可能就是`, quote: `……${rawLine(source, line).trimEnd().slice(-SEAM)}｜${rawLine(source, rest).trimStart().slice(0, SEAM)}……`,
      yes: { words: '接在这一行后面', decision: { kind: 'join', before: line, after: rest } }, no: { words: '不是', decision: { kind: 'leave', question: key } }, proposal: 'no',
    };
  }
  if (unfinished !== null) return { key, kind: 'unassigned', lines: [line], text: `${unfinished}；找到了可以移到这一行后面。`, quote: `……${rawLine(source, line).trimEnd().slice(-SEAM)}｜`, yes: null, no: { words: '知道了', decision: { kind: 'leave', question: key } }, proposal: 'no' };
  const other = neighbour(recognition.articles, line, own);
  return {
    key, kind: 'unassigned', lines: [line], text: `第${line}行放在哪一篇：${reason}`, quote,
    yes: other === null ? null : { words: '放回上文那一篇', decision: { kind: 'send', lines: [line], article: other.id, before: null } },
    no: { words: '就放在这一篇', decision: { kind: 'leave', question: key } }, proposal: 'no',
  };
}

/** The article of the nearest line above that is not this one. */
function neighbour(articles: readonly RecognisedArticle[], line: number, own: RecognisedArticle | undefined): RecognisedArticle | null {
  let nearest = 0;
  let found: RecognisedArticle | null = null;
  for (const article of articles) {
    if (article === own) continue;
    const above = article.lines.findLast((one) => one < line) ?? 0;
    if (above > nearest) [nearest, found] = [above, article];
  }
  return found;
}

function repeatQuestion({ lines, text }: Query): ReviewQuestion {
  const key = `repeat:${text}`;
  const places = lines.slice(1).map((line) => ({ line, sentence: text }));
  return {
    key, kind: 'repeat', lines, text: `这句话不止一处（第 ${lines.join('、')} 行）`, quote: text,
    yes: { words: '后一处标存疑', decision: { kind: 'doubt', question: key, places } }, no: { words: '都留着', decision: { kind: 'leave', question: key } }, proposal: 'no',
  };
}

function pairQuestions({ recognition }: Review): ReviewQuestion[] {
  const questions: ReviewQuestion[] = [];
  let quoted: readonly string[] | null = null;
  for (const { blocks } of recognition.articles) {
    for (const block of blocks) {
      for (const lonely of lonelyMarks(block.text)) {
        quoted ??= quotedIn(recognition.articles);
        questions.push(pairQuestion(block, lonely, quoted));
      }
    }
  }
  return questions;
}

/** Up to 24 characters that stand in a pair of marks anywhere, the marks too, longest first. */
function quotedIn(articles: readonly RecognisedArticle[]): readonly string[] {
  const found = new Set<string>();
  for (const { blocks } of articles) {
    for (const { text } of blocks) for (const [whole] of text.matchAll(/“[^“”。]{1,24}”|‘[^‘’。]{1,24}’|《[^《》。]{1,24}》/g)) found.add(whole);
  }
  return [...found].sort((a, b) => b.length - a.length);
}

function pairQuestion(block: RecognisedBlock, lonely: LonelyMark, quoted: readonly string[]): ReviewQuestion {
  const { text } = block;
  const { at, mark, missing, opens } = lonely;
  const line = lineAt(block, at);
  const words = text.slice(Math.max(0, at - SEAM), at + SEAM);
  const key = `unmatched:${line}:${words}`;
  const place = opens ? closerPlace(text, at, quoted) : openerPlace(text, at, quoted);
  const target = placeInLine(block, place, opens);
  const shown = opens ? `${text.slice(at, place)}${missing}` : `${missing}${text.slice(place, at + 1)}`;
  return {
    key, kind: 'unmatched-quote', lines: [line], text: `第${line}行的${mark}没有配对；可补成：${shown.length > SEAM * 2 ? `${shown.slice(0, SEAM)}……${shown.slice(-SEAM)}` : shown}`, quote: words,
    yes: target === null ? null : { words: `补上${missing}`, decision: { kind: 'pair', question: key, line: target.line, at: target.at, mark: missing } },
    no: { words: '不改', decision: { kind: 'leave', question: key } }, proposal: target === null ? 'no' : 'yes',
  };
}

/** Where the closer goes: where the same words are closed elsewhere, else before the mark that ends the clause. */
function closerPlace(text: string, at: number, quoted: readonly string[]): number {
  const known = quoted.find((whole) => whole[0] === text[at] && text.startsWith(whole.slice(0, -1), at));
  if (known !== undefined) return at + known.length - 1;
  for (let i = at + 1; i < text.length; i += 1) if ('，。；：、！？“（《'.includes(text[i] as string)) return i;
  return text.length;
}

/** Where the opener goes: before the same words, else behind the mark that began the clause. */
function openerPlace(text: string, at: number, quoted: readonly string[]): number {
  const known = quoted.find((whole) => whole.at(-1) === text[at] && text.slice(0, at + 1).endsWith(whole.slice(1)));
  if (known !== undefined) return at - known.length + 2;
  for (let i = at - 1; i >= 0; i -= 1) if ('，。；：、！？”）》'.includes(text[i] as string)) return i + 1;
  return 0;
}

/** The source line of an offset in the block's text, and the offset in the line's clean form. */
function placeInLine(block: RecognisedBlock, offset: number, closes: boolean): { readonly line: number; readonly at: number } | null {
  for (let i = 0; i < block.pieces.length; i += 1) {
    const start = pieceStart(block, i);
    const end = start + pieceLength(block, i);
    const isHere = closes ? offset > start && offset <= end : offset >= start && offset < end;
    if (isHere) return { line: (block.pieces[i] as Piece).line, at: (block.pieces[i] as Piece).from + offset - start };
  }
  return null;
}
