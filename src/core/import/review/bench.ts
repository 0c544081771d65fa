// The review laid open for one decision: articles as a list that may be changed,
// changes and noise by line, cleaning of a line in the way of its new part. What
// a decision leaves is put together again by `closeBench`, the derived lists
// (joins, reasons of lines) with it, so that no decision can forget one of them.
import type { Change } from '../change';
import { cleanLine, type SpaceMode } from '../clean-line';
import type { Join, LineReason, LineRole, Noise, Recognition, RecognisedArticle, RecognisedBlock, Unassigned } from '../recognition';
import { isSpacedOut } from '../roles';
import type { LinePart } from './decision';
import { FIELD_ORDER, linesOf } from './parts';
import { rawLine, type PairMark, type Review } from './review';

export interface Bench {
  readonly review: Review;
  articles: readonly RecognisedArticle[];
  readonly changes: Map<number, readonly Change[]>;
  readonly noise: Map<number, Noise>;
  /** Doubtful ones that are still asked. */
  asked: readonly Join[];
  unassigned: readonly Unassigned[];
  pairs: readonly PairMark[];
}

export function openBench(review: Review): Bench {
  const { recognition, pairs } = review;
  const changes = new Map<number, Change[]>();
  for (const change of recognition.changes) {
    const own = changes.get(change.line);
    if (own === undefined) changes.set(change.line, [change]);
    else own.push(change);
  }
  return {
    review, articles: recognition.articles, changes, noise: new Map(recognition.noise.map((one) => [one.line, one])),
    asked: recognition.joins.filter(({ certain }) => !certain), unassigned: recognition.unassigned, pairs,
  };
}

/** Id of the article of each line that is text. */
export function ownersOf(articles: readonly RecognisedArticle[]): ReadonlyMap<number, string> {
  const owners = new Map<number, string>();
  for (const { id, lines } of articles) for (const line of lines) owners.set(line, id);
  return owners;
}

/** How the spaces of a line are taken that becomes this part (recognise.ts has the same for what it finds). */
function modeOf(part: LinePart, raw: string): SpaceMode {
  switch (part) {
    case 'over': case 'main': return isSpacedOut(raw.trim()) ? 'squeeze' : 'keep';
    case 'sub': case 'date': return 'keep';
    case 'speaker': return raw.replace(/\s/g, '').length <= 4 ? 'squeeze' : 'keep';
    case 'row': return 'row';
    default: return 'body';
  }
}

/** The line's clean form as this part; its listed changes are made anew. */
export function cleanAs(bench: Bench, line: number, part: LinePart): string {
  const raw = rawLine(bench.review.source, line);
  const own: Change[] = [];
  let text = cleanLine(raw, line, modeOf(part, raw), own);
  for (const { mark, behind } of bench.pairs.filter((pair) => pair.line === line)) {
    const at = placeFromEnd(text, behind);
    own.push({ line, kind: 'pair', from: '', to: mark, at });
    text = text.slice(0, at) + mark + text.slice(at);
  }
  if (own.length > 0) bench.changes.set(line, own);
  else bench.changes.delete(line);
  return text;
}

/** The offset that this many characters, white space not counted, stand behind. */
function placeFromEnd(text: string, behind: number): number {
  let at = text.length;
  for (let left = behind; left > 0 && at > 0; at -= 1) if (!/\s/.test(text[at - 1] as string)) left -= 1;
  return at;
}

/** The review after the decision. Lines that changed their part have `reason` then. */
export function closeBench(bench: Bench, reason: string): Review {
  const { review } = bench;
  const before = review.recognition;
  const articles = bench.articles.map((article) => {
    const old = before.articles.find(({ id }) => id === article.id);
    return old === article ? article : { ...article, lines: linesOf(article) };
  }).filter(({ lines }) => lines.length > 0);
  const joins = joinsOf(articles, bench.asked, before.joins, reason);
  const noise = [...bench.noise.values()].sort((a, b) => a.line - b.line);
  const changes = [...bench.changes.keys()].sort((a, b) => a - b).flatMap((line) => bench.changes.get(line) as readonly Change[]);
  const lineReasons = reasonsOf(articles, noise, before, bench.unassigned, reason);
  return { ...review, pairs: bench.pairs, recognition: { ...before, articles, joins, noise, changes, unassigned: bench.unassigned, lineReasons } };
}

/** Certain joins as the blocks have them, and of the asked ones those that are not done. */
function joinsOf(articles: readonly RecognisedArticle[], asked: readonly Join[], old: readonly Join[], reason: string): readonly Join[] {
  const key = (before: number, after: number): string => `${before},${after}`;
  const known = new Map(old.filter(({ certain }) => certain).map((join) => [key(join.beforeLine, join.afterLine), join]));
  const joins: Join[] = [];
  const done = new Set<string>();
  for (const { blocks } of articles) {
    for (const block of blocks) {
      if (block.kind === 'table') continue;
      block.pieces.forEach(({ line }, i) => {
        const next = block.pieces[i + 1];
        if (next === undefined || next.line === line) return;
        done.add(key(line, next.line));
        joins.push(known.get(key(line, next.line)) ?? { beforeLine: line, afterLine: next.line, certain: true, reason });
      });
    }
  }
  joins.push(...asked.filter(({ beforeLine, afterLine }) => !done.has(key(beforeLine, afterLine))));
  return joins.sort((a, b) => a.beforeLine - b.beforeLine || a.afterLine - b.afterLine);
}

/** Kinds of body text that the recogniser tells apart; a decision knows them as a paragraph. */
const BODY: ReadonlySet<LineRole> = new Set(['body', 'dateline', 'jump', 'signature']);

/** What each line is now; the reason stays where the part stayed. */
function reasonsOf(
  articles: readonly RecognisedArticle[], noise: readonly Noise[], old: Recognition, unassigned: readonly Unassigned[], reason: string,
): readonly LineReason[] {
  const known = new Map(old.lineReasons.map((one) => [one.line, one]));
  const joined = new Map(old.joins.filter(({ certain }) => certain).map((join) => [join.afterLine, join.beforeLine]));
  const found = new Map<number, LineReason>();
  const put = (line: number, article: string | null, role: LineRole, level: number | null, follows?: number): void => {
    if (found.has(line)) return;
    const was = known.get(line);
    const isSame = was?.article === article && was.level === level && (was.role === role || (role === 'body' && BODY.has(was.role)));
    const stays = isSame && joined.get(line) === follows;
    // A 电头 stays one in another article; joined to another paragraph it is a part of that.
    const kind = role === 'body' && follows === undefined && was !== undefined && BODY.has(was.role) ? was.role : role;
    found.set(line, stays ? was : { line, article, role: kind, level, reason, sure: true });
  };
  for (const { line, why } of noise) {
    const was = known.get(line);
    found.set(line, was?.role === 'noise' ? was : { line, article: null, role: 'noise', level: null, reason: why, sure: true });
  }
  for (const { id, label, fields, blocks } of articles) {
    if (label !== null) put(label.piece.line, id, 'label', null);
    for (const name of FIELD_ORDER) for (const { line } of fields[name]?.pieces ?? []) put(line, id, name, null);
    for (const block of blocks) block.pieces.forEach(({ line }, i) => put(line, id, ...roleOf(block, i), block.kind === 'table' ? undefined : block.pieces[i - 1]?.line));
  }
  const guesses = new Set(unassigned.map(({ line }) => line));
  return [...found.values()].sort((a, b) => a.line - b.line).map((one) => (one.sure || guesses.has(one.line) ? one : { ...one, sure: true, reason }));
}

function roleOf(block: RecognisedBlock, piece: number): readonly [LineRole, number | null] {
  if (block.kind === 'table') return ['row', null];
  const { head } = block;
  if (head === null) return block.align === 'center' ? ['label', null] : ['body', null];
  if (head.leadLength === null) return ['heading', head.level];
  return piece === 0 ? ['run-in', head.level] : ['body', null];
}
