// 见报略 proposed: whole sentences of an article that its newspaper may leave out for the
// rest to fit its block, as an editor cuts: from the end, never the first paragraph, no
// heading, no sentence that the next one hangs on, none with a 待填 in it, none that nobody
// leaves out of a paper (kept-sentences.ts). In: an article, lines that are too many, and how
// many still are after a change (it is set for that). Out: the change that marks them, undone
// as any other; null where so little is not to be had.
import { Transform } from 'prosemirror-transform';
import type { Node } from 'prosemirror-model';
import type { PackageChange } from './change';
import type { Article } from './package';
import { isClosingCall, isKept } from './kept-sentences';
import { schema } from './schema';

export interface TextCut {
  readonly change: PackageChange;
  /** The sentences, in the order of the text. */
  readonly sentences: readonly string[];
  readonly characters: number;
}

/** A run of sentences of one paragraph: positions in the document. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Settings that are tried at the most: each sets the article anew. */
const MOST_TRIES = 32;
/** Part of an article that is cut at the most: beyond it another make-up is wanted. */
const MOST_PART = 0.35;
/** What a cut at the very beginning costs beside one at the end, in lines. */
const EARLY = 0.75;
/** What a second place costs beside one, in lines. */
const SECOND = 0.5;
/** Lines that the last one over may be short by: a tail saved somewhere else. */
const TAIL = 1.5;
/** Part of a line that the next try is longer by, where a line is still over. */
const FINER = 0.25;

const ATOM = '￼';
const OPENERS = '“‘（《〈';
const CLOSERS = '”’）》〉';
/** A sentence that says which of several it is; it and its fellows stay. */
const COUNTED = /^(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+|首先|其次|再次|最后|[（(]?\d+[）).、])/u;
/** A sentence that leans on the one before. */
const LEANING = /^(?:这|该|此|其|他|她|它|上述|对此|因此|为此|同时|但)/u;

/** `lines` of `measure` characters are too many; `overAfter`: lines that still are after a change. */
export function proposeCut({ id, kind, doc }: Pick<Article, 'id' | 'kind' | 'doc'>, lines: number, measure: number, overAfter: (change: PackageChange) => number): TextCut | null {
  const most = MOST_PART * doc.textContent.length;
  const size = doc.content.size;
  const cost = (cut: readonly Run[]): number => lengthOf(cut) + measure * (SECOND * (cut.length - 1) + (EARLY * cut.reduce((sum, { from }) => sum + 1 - from / size, 0)) / cut.length);
  const runs = paragraphsOf(doc, CLOSED.has(kind)).flatMap(runsOf);
  const taken: Run[] = [];
  let least = Math.max(1, Math.floor((lines - TAIL) * measure));
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const free = runs.filter(({ from, to, text }) => lengthOf(taken) + text.length <= most && !taken.some((other) => from < other.to && other.from < to));
    const enough = cheapest(free, least, most - lengthOf(taken), cost);
    if (enough === null) {
      // No run is enough, nor are two: the longest, and what is still missing by others.
      const longest = free.reduce<Run | null>((best, one) => (best === null || one.text.length > best.text.length ? one : best), null);
      if (longest === null) return null;
      taken.push(longest);
      least = Math.max(1, least - longest.text.length);
      continue;
    }
    const cut = [...taken, ...enough].sort((a, b) => a.from - b.from);
    const change = omitChange(id, doc, cut);
    const over = overAfter(change);
    if (over === 0) return { change, sentences: cut.map(({ text }) => text), characters: lengthOf(cut) };
    least = lengthOf(enough) + Math.max(1, Math.round(Math.max(FINER, over - 1) * measure));
  }
  return null;
}

/** The cheapest run, or two that are not of one another, from `least` to `most` characters; null where there are none. */
function cheapest(runs: readonly Run[], least: number, most: number, cost: (cut: readonly Run[]) => number): readonly Run[] | null {
  let best: { readonly cut: readonly Run[]; readonly cost: number } | null = null;
  const offer = (cut: readonly Run[]): void => {
    const length = lengthOf(cut);
    if (length < least || length > most) return;
    const own = cost(cut);
    if (best === null || own < best.cost) best = { cut, cost: own };
  };
  const found = (): { readonly cut: readonly Run[]; readonly cost: number } | null => best;
  const sorted = runs.toSorted((a, b) => a.text.length - b.text.length);
  for (const one of sorted) offer([one]);
  // As one grows the shortest other that is enough with it shrinks; no pair is cheaper than it is long.
  let first = sorted.length;
  for (const [i, one] of sorted.entries()) {
    while (first > 0 && sorted[first - 1]!.text.length + one.text.length >= least) first--;
    for (let j = Math.max(first, i + 1); j < sorted.length; j++) {
      const other = sorted[j]!;
      if (one.text.length + other.text.length >= Math.min(most + 1, found()?.cost ?? Infinity)) break;
      if (one.to <= other.from || other.to <= one.from) offer([one, other]);
    }
  }
  return found()?.cut ?? null;
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

interface Sentence extends Run {
  /** It may be cut without the others of its paragraph. */
  readonly alone: boolean;
  /** It may be cut at all. */
  readonly free: boolean;
}

/** Whose last paragraph closes it: reports, addresses, editorials. */
const CLOSED: ReadonlySet<Article['kind']> = new Set<Article['kind']>(['report', 'address', 'editorial']);

/** Paragraphs of body text behind the first; of a text that its last one closes not that one either, nor the call before it. */
function paragraphsOf(doc: Node, isClosed: boolean): Sentence[][] {
  const found: { readonly node: Node; readonly at: number }[] = [];
  doc.forEach((node, at) => {
    if (node.type === schema.nodes.paragraph && node.content.size > 0) found.push({ node, at });
  });
  const call = found.findIndex(({ node }, i) => i > found.length / 2 && isClosingCall(node.textContent));
  const end = Math.min(call < 0 ? found.length : call, isClosed ? found.length - 1 : found.length);
  return found.slice(1, end).map(({ node, at }) => sentencesOf(node, at + 1));
}

function sentencesOf(paragraph: Node, base: number): Sentence[] {
  const text = paragraph.textBetween(0, paragraph.content.size, undefined, ATOM);
  const bounds: number[] = [0];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (OPENERS.includes(sign)) depth++;
    else if (CLOSERS.includes(sign)) depth = Math.max(0, depth - 1);
    const isEnd = '。！？'.includes(sign) || (CLOSERS.includes(sign) && '。！？'.includes(text[i - 1] ?? ''));
    if (isEnd && depth === 0 && !CLOSERS.includes(text[i + 1] ?? '')) bounds.push(i + 1);
  }
  if (bounds.at(-1) !== text.length) bounds.push(text.length);
  const texts = bounds.slice(1).map((end, i) => text.slice(bounds[i], end));
  const isCounted = texts.some((one) => COUNTED.test(one));
  return texts.map((one, i) => {
    const [from, to] = [bounds[i]!, bounds[i + 1]!];
    const free = !hasKept(paragraph, from, to) && !isKept(one);
    return { from: base + from, to: base + to, text: one, free, alone: free && i > 0 && !isCounted && !LEANING.test(texts[i + 1] ?? '') };
  });
}

/** Something in it stays: a 待填, a run-in heading or theme sentence, what is left out already. */
function hasKept(paragraph: Node, from: number, to: number): boolean {
  let found = false;
  paragraph.nodesBetween(from, to, (node) => {
    if (!node.isInline) return true;
    const omitted = schema.marks.omit.isInSet(node.marks)?.attrs['editions'] as readonly string[] | undefined;
    found ||= node.type === schema.nodes.placeholder || schema.marks.lead.isInSet(node.marks) !== undefined || schema.marks.theme.isInSet(node.marks) !== undefined || omitted?.includes('newspaper') === true;
    return false;
  });
  return found;
}

/** Sentences in a row that may be cut, and the paragraph whole where all of it may. */
function runsOf(sentences: readonly Sentence[]): Run[] {
  const out: Run[] = [];
  const run = (part: readonly Sentence[]): Run => ({ from: part[0]!.from, to: part.at(-1)!.to, text: part.map(({ text }) => text).join('') });
  for (let i = 0; i < sentences.length; i++) {
    for (let j = i; j < sentences.length && sentences[j]!.free; j++) {
      const isWhole = i === 0 && j === sentences.length - 1;
      // What leans on a sentence inside the run goes with it.
      if (isWhole || (i > 0 && sentences[j]!.alone)) out.push(run(sentences.slice(i, j + 1)));
    }
  }
  return out;
}

/** Runs left out by newspapers, beside who leaves them out already. */
function omitChange(article: string, doc: Node, runs: readonly Run[]): PackageChange {
  const { omit } = schema.marks;
  const tr = new Transform(doc);
  for (const { from, to } of runs) {
    doc.nodesBetween(from, to, (node, pos) => {
      if (!node.isInline) return true;
      const editions = (omit.isInSet(node.marks)?.attrs['editions'] ?? []) as readonly string[];
      const [start, end] = [Math.max(from, pos), Math.min(to, pos + node.nodeSize)];
      tr.removeMark(start, end, omit).addMark(start, end, omit.create({ editions: [...editions, 'newspaper'].sort() }));
      return false;
    });
  }
  return { kind: 'steps', article, field: null, steps: tr.steps.map((step) => step.toJSON() as unknown) };
}
