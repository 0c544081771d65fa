// Where an article may be cut in two for a jump to another page (N-20 (4)): ideally
// at a paragraph's or sentence's end, else at a clause, else where the line ends;
// at least five lines go over, never a heading without its text. Both parts keep
// their sources: joined, they are the text that was cut (N-20 (7)).
import type { Block, BlockContent, Paragraph } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import { splitTable } from '../flow/split-table';
import { layoutBlock } from './block-layout';
import type { Cursor, Filled } from './fill-frame';
import { leadAlone } from './lead-end';
import type { Paginator } from './paginate';
import { STOP_KINDS, stopsOf } from './stops';
import { before } from './table-rows';

/** The part before a cut and the part behind it. */
export type Cut = readonly [readonly Block[], readonly Block[]];

/** A jump leaves at least so many lines on each side (N-20 (4)). */
const JUMP_LINES = 5;
/** Rows that may stay empty so that a piece ends at a stop. */
const STOP_ROWS = 4;
/** Lines that a cut may be moved up until what stays fits. */
const MOST_TRIES = 24;

/**
 * A formula or a Latin word that cannot be broken, at a text's beginning: behind the label （上接第N版） it leaves the rest
 * of the first line to a few characters, which are spread over it (1+4+6+N gave 0.29 em). Another stop, if there is one.
 */
const UNBREAKABLE = /[0-9A-Za-z][0-9A-Za-z+.%/-]{4,}/u;
/** Characters of the text that stand in the label's line, about. */
const LABEL_LINE = 10;

interface Place {
  readonly block: number;
  readonly chunk: number;
}

/** Cuts of the thread at or above the place where `filled` ends, the best first; none where not even one line would stay. */
export function* cutsOf(thread: readonly Block[], filled: readonly Filled[], width: number, paginator: Paginator): Iterable<Cut> {
  const next = filled.at(-1)?.next ?? null;
  if (next === null) return;
  const { content, ref } = thread[next.block]!;
  // Inside a row that no column holds: its cells go on on the other page.
  if (next.tail?.kind === 'table' && content.kind === 'table') {
    yield [[...thread.slice(0, next.block), wrap(before(content, next.tail), ref)], [wrap(next.tail, ref), ...thread.slice(next.block + 1)]];
  }
  const chunksOf = (index: number): number => layoutBlock(thread[index]!, thread[index]!.content, width, null, paginator.setter).heights.length;
  let place: Place | null = placeOf(thread, next, width, paginator);
  for (let over = linesFrom(place, thread.length, chunksOf); over < JUMP_LINES && place !== null; over++) place = stepUp(place, chunksOf);
  for (let tries = 0; tries < MOST_TRIES && place !== null; tries++, place = stepUp(place, chunksOf)) {
    const cut = cutNear(thread, place, width, paginator);
    if (cut !== null) yield cut;
  }
  // Nothing but headings: a cut that breaks the rules, or the article would begin on every page and never go on.
  for (place = placeOf(thread, next, width, paginator); place !== null; place = stepUp(place, chunksOf)) {
    const { block, chunk } = place;
    if (chunk === 0 && block > 0) yield [thread.slice(0, block), thread.slice(block)];
    const { content } = thread[block]!;
    if (chunk > 0 && content.kind === 'paragraph') yield split(thread, block, content, paginator.setter.set(content, width).lines[chunk - 1]!.to);
  }
}

/** The thread cut where `filled` ends, wherever that is: what stands in it, and what finds no room. */
export function cutWhere(thread: readonly Block[], filled: readonly Filled[], width: number, paginator: Paginator): Cut {
  const next = filled.at(-1)?.next ?? null;
  if (next === null) return [thread, []];
  const { block, chunk } = placeOf(thread, next, width, paginator);
  const { content, ref } = thread[block]!;
  if (next.tail?.kind === 'table' && content.kind === 'table') return [[...thread.slice(0, block), wrap(before(content, next.tail), ref)], [wrap(next.tail, ref), ...thread.slice(block + 1)]];
  if (chunk === 0) return [thread.slice(0, block), thread.slice(block)];
  if (content.kind === 'table') return chunk < content.rows.length ? join(thread, block, splitTable(content, chunk)) : [thread.slice(0, block + 1), thread.slice(block + 1)];
  return split(thread, block, content, paginator.setter.set(content, width).lines[chunk - 1]?.to ?? 0);
}

/** A cursor's place, its lines counted in the whole paragraph as it is set at `width` without anybody's wish. */
function placeOf(thread: readonly Block[], { block, chunk, tail, looseness, width: counted }: Cursor, width: number, { setter }: Paginator): Place {
  const { content } = thread[block]!;
  if (content.kind === 'table') return { block, chunk };
  const part = tail?.kind === 'paragraph' ? tail : content;
  const set = counted === null ? null : setter.set(part, counted, looseness ?? part.looseness);
  const offset = content.text.length - part.text.length + (set?.lines[chunk - 1]?.to ?? 0);
  // The one line of an empty paragraph ends where it begins.
  return { block, chunk: offset === 0 ? 0 : setter.set(content, width).lines.filter((line) => line.to <= offset).length };
}

/** Lines from a place to the thread's end, as far as they matter. */
function linesFrom({ block, chunk }: Place, blocks: number, chunksOf: (index: number) => number): number {
  let lines = chunksOf(block) - chunk;
  for (let index = block + 1; index < blocks && lines < JUMP_LINES; index++) lines += chunksOf(index);
  return lines;
}

/** One line up; null at the thread's beginning. */
function stepUp({ block, chunk }: Place, chunksOf: (index: number) => number): Place | null {
  if (chunk > 0) return { block, chunk: chunk - 1 };
  return block === 0 ? null : { block: block - 1, chunk: chunksOf(block - 1) - 1 };
}

/** The best cut within a few rows above a place; null where there is none. */
function cutNear(thread: readonly Block[], { block: index, chunk }: Place, width: number, paginator: Paginator): Cut | null {
  const block = thread[index]!;
  if (chunk === 0) return cutBefore(thread, index);
  const { content } = block;
  if (content.kind === 'table') return chunk < content.rows.length ? join(thread, index, splitTable(content, chunk)) : cutBefore(thread, index + 1);
  if (content.style.keepWithNext > 0 || content.style.title) return null;
  const { lines } = paginator.setter.set(content, width);
  const lineEnd = (count: number): number => (count <= 0 ? 0 : (lines[count - 1]?.to ?? content.text.length));
  const latest = lineEnd(chunk);
  if (latest >= content.text.length) return cutBefore(thread, index + 1);
  // The stop of a run-in head ends a heading, not a sentence: no part ends with it, or before it (T-34).
  const lead = leadAlone(content);
  if (latest <= lead) return cutBefore(thread, index);
  const earliest = Math.max(lead, lineEnd(chunk - STOP_ROWS));
  for (const stops of STOP_KINDS) {
    const places = stopsOf(content, stops, earliest, latest);
    const stop = places.find((place) => !UNBREAKABLE.test(content.text.slice(place, place + LABEL_LINE))) ?? places[0];
    if (stop !== undefined) return split(thread, index, content, stop);
    // The end of the paragraph above is a sentence's end too.
    const above = chunk <= STOP_ROWS ? cutBefore(thread, index) : null;
    if (above !== null) return above;
  }
  return split(thread, index, content, latest);
}

/** A cut between two blocks, both parts with text and no heading last. */
function cutBefore(thread: readonly Block[], index: number): Cut | null {
  const before = thread[index - 1];
  if (before === undefined || index >= thread.length || before.content.style.keepWithNext > 0) return null;
  return [thread.slice(0, index), thread.slice(index)];
}

function split(thread: readonly Block[], index: number, paragraph: Paragraph, offset: number): Cut {
  const [head, tail] = splitParagraph(paragraph, offset);
  if (paragraph.looseness === 0) return join(thread, index, [head, tail]);
  // Lines that a hand asked for are given once: by the longer half.
  return join(thread, index, offset * 2 >= paragraph.text.length ? [head, unasked(tail)] : [unasked(head), tail]);
}

const asked = new WeakMap<Paragraph, Paragraph>();

/** The paragraph without anybody's wish for lines more or less, the same each time. */
function unasked(paragraph: Paragraph): Paragraph {
  let plain = asked.get(paragraph);
  if (plain === undefined) asked.set(paragraph, (plain = { ...paragraph, looseness: 0 }));
  return plain;
}

function join(thread: readonly Block[], index: number, [head, tail]: readonly [BlockContent, BlockContent]): Cut {
  const { ref } = thread[index]!;
  return [[...thread.slice(0, index), wrap(head, ref)], [wrap(tail, ref), ...thread.slice(index + 1)]];
}

const wrapped = new WeakMap<BlockContent, Block>();

/** A block around a made paragraph or table, the same each time, so that what hangs on its identity stands. */
export function wrap(content: BlockContent, ref: number): Block {
  let block = wrapped.get(content);
  if (block === undefined || block.ref !== ref) wrapped.set(content, (block = { ref, content }));
  return block;
}
