// An article beside last year's: paragraph by paragraph what stands in each, what was
// lost and what is new, and how much was carried over (the heat map of 去年对照). In: both
// texts. Out: rows in reading order, with the place of each in the article of now, and
// sums by section. The share is of all that last year's report had, not of one paragraph:
// a paragraph put together from three is carried over too.
import type { Node } from 'prosemirror-model';
import { headOf, numberHeadings } from '../../model/numbering';
import type { Package } from '../../model/package';
import { changedPieces, type ChangeStatus } from './change-list';
import { bareText, movedBlocks, type WholeBlock } from './moved-blocks';
import { joinArticles } from './redline-package';
import { ReuseIndex } from './reuse';
import { wordDifference } from './word-difference';
import { sentencesOf } from '../roll/sentences';
import { isOfThePart } from '../roll/unit';

export interface BesidePiece {
  readonly text: string;
  /** Only this side has it. */
  readonly own: boolean;
}

export interface BesideRow {
  readonly status: ChangeStatus;
  /** Last year it stood elsewhere; of one that is gone, it stands elsewhere now. */
  readonly moved: boolean;
  readonly isHeading: boolean;
  /** Number as it stood last year, of what is new as it stands now; null: none, or of a heading that is gone in its words. */
  readonly label: string | null;
  /** Index among the sections. */
  readonly section: number;
  /** Index of the block in the article of now; of one that is gone of the block that it stood behind, −1 before the first. */
  readonly block: number;
  /** Of last year; null: it had no such paragraph. */
  readonly was: readonly BesidePiece[] | null;
  readonly now: readonly BesidePiece[] | null;
  /** Its new words as ranges of the block of now. */
  readonly fresh: readonly { readonly from: number; readonly to: number }[];
  /** Part of this year's paragraph that stood in last year's report, 0–1; 0 of one that is gone. */
  readonly share: number;
}

/** What of a section of level 1 or 2 was kept, in paragraphs; the share of its characters. */
export type BesideSums = Readonly<Record<ChangeStatus, number>> & { readonly share: number };

export interface Beside {
  readonly rows: readonly BesideRow[];
  readonly sections: readonly BesideSums[];
  readonly whole: BesideSums;
  /** Sentences of at least thirty characters that stand in both word for word, with their block. */
  readonly verbatim: readonly { readonly text: string; readonly block: number }[];
}

/** 原句 from here on; below FRESH it is 新写 (mock/README, "States"). */
const WHOLE = 0.95;
const FRESH = 0.3;
const VERBATIM = 30;
/** Of a paragraph that words were only taken from all stands as it was, and yet it is another. */
const MOST_OF = 0.99;

/** What a share is called. */
export function reuseWord(share: number): '原句' | '沿用' | '新写' {
  return share >= WHOLE ? '原句' : share >= FRESH ? '沿用' : '新写';
}

type Texts = Pick<Package, 'meeting' | 'articles'>;

/** An article of `now` beside the one of `was` that it came from; null where `now` has no such article. */
export function besideLastYear(was: Texts, now: Texts, id: string): Beside | null {
  const article = now.articles.find((one) => one.id === id);
  if (article === undefined) return null;
  const { articles, numbers } = joinArticles(was, { ...now, articles: [article] }, { by: '', at: null });
  const joined = articles[0]!;
  const were = new Map(numbers.filter((one) => one.article === id && one.gone === null).map((one) => [one.block, one.label]));
  const old = changedTexts(was);
  const index = new ReuseIndex(old.join('\u2029'));
  const rows: BesideRow[] = [];
  const verbatim: { text: string; block: number }[] = [];
  const known = new Set(old.flatMap((text) => sentencesOf(text).map((sentence) => sentence.text)));
  let [section, block, isClosing] = [0, -1, false];
  const labels = numberHeadings(joined.doc);
  joined.doc.forEach((node, _offset, at) => {
    const pieces = changedPieces(node, now.meeting);
    const side = (other: 'inserted' | 'deleted'): readonly BesidePiece[] => pieces.filter(({ change }) => change !== other).map(({ change, text, gap }) => ({ text: gap + text, own: change !== null }));
    const [before, after] = [side('inserted'), side('deleted')];
    const isGone = pieces.length === 0 ? article.doc.maybeChild(block + 1)?.content.size !== 0 : after.length === 0;
    if (!isGone) block++;
    if (pieces.length === 0) return;
    const level = headOf(node)?.level ?? 0;
    // What closes a part is of none of its sections, as in 两稿对比.
    const closes = level === 0 && section > 0 && isOfThePart(article.kind, node);
    if (level === 1 || level === 2 || (closes && !isClosing)) section++;
    isClosing = closes || (isClosing && level !== 1 && level !== 2);
    const text = after.map((piece) => piece.text).join('');
    const status: ChangeStatus = pieces.every(({ change }) => change === null) ? 'kept' : isGone ? 'gone' : before.length === 0 ? 'new' : 'changed';
    rows.push({ status, moved: false, isHeading: node.type.name === 'heading', label: were.get(at) ?? labels[at] ?? null, section, block, was: before.length === 0 ? null : before, now: isGone ? null : after, fresh: isGone ? [] : freshRanges(node, article.doc.maybeChild(block)), share: status === 'kept' ? 1 : isGone ? 0 : status === 'changed' ? Math.min(MOST_OF, Math.max(index.share(text), keptShare(pieces, text.length))) : index.share(text) });
    for (const sentence of sentencesOf(text)) if (sentence.text.length >= VERBATIM && known.has(sentence.text)) verbatim.push({ text: sentence.text, block });
  });
  const placed = withMoves(rows, article.doc);
  return { rows: placed, sections: Array.from({ length: section + 1 }, (_, i) => sumsOf(placed.filter((row) => row.section === i))), whole: sumsOf(placed), verbatim };
}

/** Letters that a paragraph keeps between two changes and that are surely last year's. */
const KEPT_RUN = 4;

/** The part of a paragraph that stands as it did between its changes, though in stretches too short to be found elsewhere. */
const keptShare = (pieces: readonly { readonly change: unknown; readonly text: string }[], length: number): number => pieces.reduce((sum, { change, text }) => (change === null && text.length >= KEPT_RUN ? sum + text.length : sum), 0) / Math.max(1, length);

/** The rows, and those of paragraphs that changed places with last year's words beside them. */
function withMoves(rows: readonly BesideRow[], doc: Node): readonly BesideRow[] {
  const out = [...rows];
  const textOf = (pieces: readonly BesidePiece[] | null): string => (pieces ?? []).map(({ text }) => text).join('');
  const whole = rows.flatMap(({ status, isHeading, was, now }, index): WholeBlock[] => (status === 'new' || status === 'gone' ? [{ index, status, isHeading, text: textOf(status === 'new' ? now : was) }] : []));
  for (const { gone, come } of movedBlocks(whole)) {
    const row = rows[come.index]!;
    const pieces = wordDifference(bareText(gone), come.text);
    const side = (other: 'gone' | 'new'): readonly BesidePiece[] => pieces.filter(({ kind }) => kind !== other).map(({ kind, text }) => ({ text, own: kind !== 'same' }));
    const isKept = pieces.every(({ kind }) => kind === 'same');
    // An atom is one position and reads as many letters: then the places are others.
    const isPlain = doc.maybeChild(row.block)?.content.size === come.text.length;
    out[come.index] = { ...row, status: isKept ? 'kept' : 'changed', moved: true, label: gone.text.slice(0, gone.text.length - bareText(gone).length) || null, was: side('new'), now: side('gone'), fresh: isPlain ? placesOf(side('gone')) : [] };
    out[gone.index] = { ...rows[gone.index]!, moved: true };
  }
  return out;
}

function placesOf(pieces: readonly BesidePiece[]): BesideRow['fresh'] {
  let at = 0;
  return pieces.flatMap(({ text, own }) => {
    const from = at;
    at += text.length;
    return own ? [{ from, to: at }] : [];
  });
}

/** Positions of the inserted words in the block as it stands; none where values stand spelled out in `joined`, whose positions are others. */
function freshRanges(joined: Node, block: Node | null): BesideRow['fresh'] {
  const out: { from: number; to: number }[] = [];
  let at = 0;
  joined.forEach((inline) => {
    const names = inline.marks.map(({ type }) => type.name);
    if (names.includes('deleted')) return;
    if (names.includes('inserted')) {
      const last = out.at(-1);
      if (last?.to === at) last.to = at + inline.nodeSize;
      else out.push({ from: at, to: at + inline.nodeSize });
    }
    at += inline.nodeSize;
  });
  return at === block?.content.size ? out : [];
}

function changedTexts({ articles, meeting }: Texts): string[] {
  return articles.flatMap(({ doc }) => doc.children.map((node: Node) => changedPieces(node, meeting).map(({ text }) => text).join('')));
}

function sumsOf(rows: readonly BesideRow[]): BesideSums {
  // What went elsewhere is counted there.
  const count = (status: ChangeStatus): number => rows.filter((row) => row.status === status && !row.isHeading && !(row.moved && status === 'gone')).length;
  const size = ({ now }: BesideRow): number => (now ?? []).reduce((sum, { text }) => sum + text.length, 0);
  const all = rows.reduce((sum, row) => sum + size(row), 0);
  return { kept: count('kept'), changed: count('changed'), new: count('new'), gone: count('gone'), share: all === 0 ? 0 : rows.reduce((sum, row) => sum + row.share * size(row), 0) / all };
}
