// One decision on an import under review → the review after it. Pure: the same
// review and decision give the same answer, and nothing of the review before is
// changed, so that undo is the record before. What cannot be done is refused with
// its reason in Chinese, as a value.
import { assertNever } from '../../assert-never';
import type { ArticleKind } from '../../model/package';
import type { Change } from '../change';
import { unfinishedWords } from '../queries';
import type { FieldName, RecognisedArticle, RecognisedBlock } from '../recognition';
import { cleanAs, closeBench, openBench, ownersOf, type Bench } from './bench';
import type { ImportDecision, LinePart } from './decision';
import { joinLines, partLines } from './join-lines';
import { headingLevel, makeHeading, makeParagraph, makeTable, type CleanLine } from './make-part';
import { asParagraph, FIELD_ORDER, linesOf, putBlocks, putParts, runsOf, takeHead, takeParts, withLine, type Part } from './parts';
import { putMark, visibleBehind } from './put-mark';
import { rawLine, unassignedKey, type Review } from './review';

export type Decided = { readonly ok: true; readonly review: Review } | { readonly ok: false; readonly reason: string };

const ok = (review: Review): Decided => ({ ok: true, review });
const refuse = (reason: string): Decided => ({ ok: false, reason });

const NO_FIELDS: RecognisedArticle['fields'] = { over: null, main: null, sub: null, occasion: null, date: null, speaker: null, salutation: null };

/** Applies one decision. */
export function decide(review: Review, decision: ImportDecision): Decided {
  switch (decision.kind) {
    case 'join': return join(review, decision.before, decision.after);
    case 'apart': return apart(review, decision.before, decision.after);
    case 'leave': return ok(settle(leave(review, decision.question), decision.question));
    case 'doubt': return ok({ ...settle(review, decision.question), doubts: [...review.doubts, ...decision.places] });
    case 'notes': return ok({ ...settle(review, decision.question), notes: new Set([...review.notes, decision.line]) });
    case 'pair': return pair(review, decision);
    case 'send': return send(review, decision.lines, decision.article, decision.before);
    case 'open': return open(review, decision.lines, decision.id, decision.as);
    case 'noise': return toNoise(review, decision.lines);
    case 'text': return toText(review, decision.lines, decision.id);
    case 'part': return toPart(review, decision.lines, decision.part);
    case 'article-kind': return articleKind(review, decision.article, decision.to);
    case 'order': return order(review, decision.article, decision.to);
    default: return assertNever(decision);
  }
}

function settle(review: Review, question: string): Review {
  return { ...review, settled: new Set([...review.settled, question]) };
}

/** A guess that the user leaves as it is is none any more. */
function leave(review: Review, question: string): Review {
  const { unassigned } = review.recognition;
  const guesses = unassigned.filter(({ line }) => unassignedKey(line) !== question);
  if (guesses.length === unassigned.length) return review;
  const bench = openBench(review);
  bench.unassigned = guesses;
  const isLeftOut = [...bench.noise.keys()].some((line) => unassignedKey(line) === question);
  return closeBench(bench, isLeftOut ? `${HAND}不收` : `${HAND}就放在这一篇`);
}

const HAND = '人工：';

/** 第3行, 第3–7行, 第3行等5行 */
export function lineWords(lines: readonly number[]): string {
  const [first = 0] = lines;
  const last = lines.at(-1) ?? first;
  if (lines.length === 1) return `第${first}行`;
  return last - first + 1 === lines.length ? `第${first}–${last}行` : `第${first}行等${lines.length}行`;
}

function without<T extends { readonly beforeLine: number; readonly afterLine: number }>(joins: readonly T[], before: number, after: number): readonly T[] {
  return joins.filter(({ beforeLine, afterLine }) => beforeLine !== before || afterLine !== after);
}

function join(review: Review, before: number, after: number): Decided {
  const bench = openBench(review);
  const articles = joinLines(bench.articles, before, after);
  if (typeof articles === 'string') return refuse(articles);
  bench.articles = withLines(articles, bench.articles);
  // Both sides of the seam have their other side now.
  bench.asked = bench.asked.filter(({ beforeLine, afterLine }) => beforeLine !== before && afterLine !== after);
  bench.unassigned = bench.unassigned.filter(({ line, reason }) => line !== after && (line !== before || unfinishedWords(line, reason) === null));
  return ok(closeBench(bench, `${HAND}第${after}行接着第${before}行，合为一段`));
}

function apart(review: Review, before: number, after: number): Decided {
  const bench = openBench(review);
  const articles = partLines(bench.articles, before, after);
  const asked = without(bench.asked, before, after);
  if (articles === bench.articles && asked.length === bench.asked.length) return refuse(`第${after}行本来就自成一段。`);
  bench.articles = articles;
  bench.asked = asked;
  return ok(closeBench(bench, `${HAND}第${after}行另起一段`));
}

/** Articles whose blocks changed have their lines counted anew. */
function withLines(articles: readonly RecognisedArticle[], old: readonly RecognisedArticle[]): readonly RecognisedArticle[] {
  return articles.map((article) => (old.includes(article) ? article : { ...article, lines: linesOf(article) }));
}

function pair(review: Review, { question, line, at, mark }: Extract<ImportDecision, { kind: 'pair' }>): Decided {
  const bench = openBench(review);
  const closes = '”’）》〉】〕'.includes(mark);
  const index = bench.articles.findIndex(({ lines }) => lines.includes(line));
  const article = bench.articles[index];
  const marked = article === undefined ? null : putMark(article, { line, at, mark, closes });
  if (marked === null) return refuse(`第${line}行的这个地方不能添字。`);
  bench.pairs = [...bench.pairs, { line, mark, behind: visibleBehind(article as RecognisedArticle, line, at) }];
  bench.articles = bench.articles.map((one, i) => (i === index ? marked : one));
  bench.changes.set(line, [...(bench.changes.get(line) ?? []), { line, kind: 'pair', from: '', to: mark, at }]);
  return ok(settle(closeBench(bench, `${HAND}补上“${mark}”`), question));
}

/** Takes lines out of every article that has some. */
function takeAll(bench: Bench, lines: ReadonlySet<number>): readonly Part[] {
  const taken: Part[] = [];
  const isIn = (line: number): boolean => lines.has(line);
  bench.articles = bench.articles.map((article) => {
    if (!article.lines.some(isIn)) return article;
    const { rest, parts } = takeParts(article, isIn);
    taken.push(...parts);
    return { ...rest, lines: linesOf(rest) };
  });
  return taken;
}

/** What hangs on lines that were moved by hand is not asked any more. */
function forget(bench: Bench, lines: ReadonlySet<number>): void {
  bench.unassigned = bench.unassigned.filter(({ line }) => !lines.has(line));
}

function textLines(bench: Bench, lines: readonly number[]): Set<number> {
  const owners = ownersOf(bench.articles);
  return new Set(lines.filter((line) => owners.has(line)));
}

function send(review: Review, lines: readonly number[], id: string, before: number | null): Decided {
  const bench = openBench(review);
  const target = bench.articles.find((article) => article.id === id);
  if (target === undefined) return refuse('要送到的那一篇已经不在了。');
  const chosen = textLines(bench, lines);
  const own = new Set(target.lines);
  const moved = before === null ? new Set([...chosen].filter((line) => !own.has(line))) : chosen;
  if (moved.size === 0) return refuse(chosen.size === 0 ? '选中的行都没有收进稿件；先收作正文。' : '选中的行已经在这一篇里。');
  if (before !== null && moved.has(before)) return refuse('不能移到自己里面。');
  const parts = takeAll(bench, moved);
  const sorted = [...moved].sort((a, b) => a - b);
  const words = `${lineWords(sorted)}由人工${own.has(sorted[0] as number) ? '调整了位置' : '移入'}`;
  // Before a place means before that block, whatever it is: fields go among the text there only where they are not the target's own.
  const isWithin = before !== null && sorted.every((line) => own.has(line));
  bench.articles = bench.articles.map((article) => {
    if (article.id !== id) return article;
    const whole = putParts(article, isWithin ? parts.map((part) => ({ kind: 'block' as const, block: asParagraph(part) })) : parts, before);
    return { ...whole, lines: linesOf(whole), reasons: [...whole.reasons, words] };
  });
  forget(bench, moved);
  return ok(closeBench(bench, `${HAND}${words}`));
}

function open(review: Review, lines: readonly number[], id: string, kind: ArticleKind): Decided {
  const bench = openBench(review);
  const chosen = textLines(bench, lines);
  if (chosen.size === 0) return refuse('选中的行都没有收进稿件；先收作正文。');
  if (bench.articles.some((article) => article.id === id)) return refuse('这一篇已经有了。');
  const sorted = [...chosen].sort((a, b) => a - b);
  const home = bench.articles.findIndex((article) => article.lines.includes(sorted[0] as number));
  const whole = bench.articles[home]?.lines ?? [];
  if (whole.length === chosen.size && whole.every((line) => chosen.has(line))) return refuse('选中的行本来就是单独一篇。');
  const parts = takeAll(bench, chosen);
  const empty: RecognisedArticle = { id, kind, label: null, fields: NO_FIELDS, blocks: [], lines: [], reasons: [`${lineWords(sorted)}由人工另起一篇`] };
  const article = putParts(empty, parts, null);
  bench.articles = [...bench.articles.slice(0, home + 1), { ...article, lines: linesOf(article) }, ...bench.articles.slice(home + 1)];
  forget(bench, chosen);
  return ok(closeBench(bench, `${HAND}另起一篇`));
}

function toNoise(review: Review, lines: readonly number[]): Decided {
  const bench = openBench(review);
  const chosen = textLines(bench, lines);
  if (chosen.size === 0) return refuse('选中的行本来就没有收进稿件。');
  takeAll(bench, chosen);
  for (const line of chosen) {
    bench.changes.delete(line);
    bench.noise.set(line, { line, text: rawLine(review.source, line), why: '人工定为不收' });
  }
  bench.pairs = bench.pairs.filter(({ line }) => !chosen.has(line));
  forget(bench, chosen);
  bench.asked = bench.asked.filter(({ beforeLine, afterLine }) => !chosen.has(beforeLine) && !chosen.has(afterLine));
  const closed = closeBench(bench, `${HAND}不收`);
  return ok({ ...closed, doubts: closed.doubts.filter(({ line }) => !chosen.has(line)) });
}

function toText(review: Review, lines: readonly number[], id: string): Decided {
  const bench = openBench(review);
  const chosen = lines.filter((line) => bench.noise.has(line)).sort((a, b) => a - b);
  if (chosen.length === 0) return refuse('选中的行本来就收在稿件里。');
  const owners = ownersOf(bench.articles);
  const homes = new Map<string, RecognisedBlock[]>();
  for (const line of chosen) {
    const text = cleanAs(bench, line, 'paragraph');
    // A line of characters that cleaning takes away altogether holds nothing to put anywhere.
    if (text === '') continue;
    bench.noise.delete(line);
    const home = nearestOwner(owners, line, review.recognition.lineCount) ?? id;
    homes.set(home, [...(homes.get(home) ?? []), makeParagraph([{ line, text }])]);
  }
  if (homes.size === 0) return refuse('选中的行里没有文字。');
  if (homes.has(id) && !bench.articles.some((article) => article.id === id)) {
    bench.articles = [...bench.articles, { id, kind: 'continuation', label: null, fields: NO_FIELDS, blocks: [], lines: [], reasons: ['人工收作正文'] }];
  }
  bench.articles = bench.articles.map((article) => {
    const blocks = homes.get(article.id);
    if (blocks === undefined) return article;
    const whole = { ...article, blocks: putBlocks(article.blocks, blocks, null) };
    return { ...whole, lines: linesOf(whole) };
  });
  forget(bench, new Set(chosen));
  return ok(closeBench(bench, `${HAND}收作正文`));
}

/** The article of the nearest line of text above, else below. */
function nearestOwner(owners: ReadonlyMap<number, string>, line: number, count: number): string | null {
  for (let at = line - 1; at >= 1; at -= 1) if (owners.has(at)) return owners.get(at) as string;
  for (let at = line + 1; at <= count; at += 1) if (owners.has(at)) return owners.get(at) as string;
  return null;
}

const isField = (part: LinePart): part is FieldName => (FIELD_ORDER as readonly string[]).includes(part);

/** A field of more lines than this is none. */
const MOST_FIELD_LINES = 20;

function toPart(review: Review, lines: readonly number[], part: LinePart): Decided {
  const bench = openBench(review);
  const chosen = textLines(bench, lines);
  if (chosen.size === 0) return refuse('选中的行没有收进稿件；先收作正文。');
  if ((isField(part) || part === 'label') && chosen.size > MOST_FIELD_LINES) return refuse(`一次选了${chosen.size}行，不会都是${part === 'label' ? '栏题' : '标题或题下各项'}。`);
  const isIn = (line: number): boolean => chosen.has(line);
  const reason = `${HAND}定为${PART_NAMES[part]}`;
  const made: RecognisedArticle[] = [];
  for (const article of bench.articles) {
    if (!article.lines.some(isIn)) {
      made.push(article);
      continue;
    }
    const own = article.lines.filter(isIn);
    const next = part === 'row' ? asTable(bench, article, own) : asPart(bench, article, isIn, part, reason);
    if (next === null) return refuse('选中的行分不出同样多的栏，不能定为表格。');
    made.push({ ...next, lines: linesOf(next) });
  }
  bench.articles = made;
  return ok(closeBench(bench, reason));
}

/** What a part is called; the window shows the same words. */
export const PART_NAMES: Readonly<Record<LinePart, string>> = {
  over: '引题', main: '主题', sub: '副题', occasion: '会议名称行', date: '日期', speaker: '报告人', salutation: '称谓', label: '栏题', paragraph: '正文', row: '表格',
  'heading-0': '部分标题', 'heading-1': '一级标题', 'heading-2': '二级标题', 'heading-3': '三级标题', 'heading-4': '四级标题', 'heading-5': '小标题',
};

/** All chosen lines of the article as one table, where the first of them stands; null where they have no equal cells. */
function asTable(bench: Bench, article: RecognisedArticle, own: readonly number[]): RecognisedArticle | null {
  const table = makeTable(own.map((line) => ({ line, text: cleanAs(bench, line, 'row') })));
  if (table === null) return null;
  const chosen = new Set(own);
  const marker = own[0] as number;
  let placed = false;
  const { rest } = takeHead(article, (line) => chosen.has(line));
  const blocks = article.blocks.flatMap((block) => runsOf(block, (line) => chosen.has(line)).flatMap((run) => {
    if (!run.taken) return [run.block];
    if (placed || !run.block.pieces.some(({ line }) => line === marker)) return [];
    placed = true;
    return [table];
  }));
  return { ...rest, blocks: placed ? blocks : putBlocks(blocks, [table], null) };
}

function asPart(bench: Bench, article: RecognisedArticle, isIn: (line: number) => boolean, part: LinePart, reason: string): RecognisedArticle {
  const { rest, parts } = takeHead(article, isIn);
  const done = new Set<number>();
  const clean = (line: number): CleanLine => ({ line, text: cleanAs(bench, line, part) });
  const level = headingLevel(part);
  const note = (change: Change): void => void bench.changes.set(change.line, [...(bench.changes.get(change.line) ?? []), change]);
  const make = (lines: readonly CleanLine[]): RecognisedBlock => (level === null ? makeParagraph(lines) : makeHeading(lines, level, reason, note));
  const field: CleanLine[] = [];
  const toField = isField(part) || part === 'label';
  const blocks = article.blocks.flatMap((block) => runsOf(block, isIn).flatMap((run) => {
    if (!run.taken) return [run.block];
    const lines = [...new Set(run.block.pieces.map(({ line }) => line))].filter((line) => !done.has(line));
    for (const line of lines) done.add(line);
    if (lines.length === 0) return [];
    if (toField) {
      field.push(...lines.map(clean));
      return [];
    }
    // Rows of a table are lines of their own.
    return run.block.kind === 'table' ? lines.map((line) => make([clean(line)])) : [make(lines.map(clean))];
  }));
  // Lines of the head that are in no block: each becomes one of its own.
  const loose = [...new Set(parts.flatMap((one) => (one.kind === 'block' ? [] : [one.piece.line])))].filter((line) => !done.has(line)).sort((a, b) => a - b);
  if (!toField) return { ...rest, blocks: putBlocks(blocks, loose.map((line) => make([clean(line)])), null) };
  field.push(...loose.map(clean));
  return withHeadLines({ ...rest, blocks }, part, field);
}

/** Lines in a field behind those that it has; a label takes one line, and gives the one before back to the text. */
function withHeadLines(article: RecognisedArticle, part: FieldName | 'label', lines: readonly CleanLine[]): RecognisedArticle {
  if (part === 'label') {
    const [first, ...others] = lines as readonly [CleanLine, ...CleanLine[]];
    const old = article.label === null ? [] : [asParagraph({ kind: 'label', ...article.label })];
    const blocks = putBlocks(article.blocks, [...old, ...others.map((line) => makeParagraph([line]))], null);
    return { ...article, label: { text: first.text, piece: { line: first.line, from: 0, to: first.text.length } }, blocks };
  }
  let field = article.fields[part];
  for (const { line, text } of lines) field = withLine(field, text, { line, from: 0, to: text.length });
  return { ...article, fields: { ...article.fields, [part]: field } };
}

function articleKind(review: Review, id: string, to: ArticleKind): Decided {
  const bench = openBench(review);
  const article = bench.articles.find((one) => one.id === id);
  if (article === undefined || article.kind === to) return refuse('这一篇本来就是这个文种。');
  bench.articles = bench.articles.map((one) => (one.id === id ? { ...one, kind: to, reasons: [...one.reasons, '文种由人工改定'] } : one));
  return ok(closeBench(bench, `${HAND}文种改定`));
}

function order(review: Review, id: string, to: number): Decided {
  const bench = openBench(review);
  const from = bench.articles.findIndex((one) => one.id === id);
  const article = bench.articles[from];
  if (article === undefined || to === from || to < 0 || to >= bench.articles.length) return refuse('已经在头上或末尾了。');
  bench.articles = bench.articles.toSpliced(from, 1).toSpliced(to, 0, article);
  return ok(closeBench(bench, `${HAND}次序改定`));
}
