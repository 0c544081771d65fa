// 取回 Word 改稿: a text that went out as a Word file and comes back changed, beside the
// package. In: the package and what the file holds (docx/own, or an import of a foreign
// file). Out: what differs, piece by piece: paragraphs changed, new and gone, head
// fields, 批注; what accepting them changes is take-back-changes.ts' to say. A file
// holds the articles of one edition, so an article that is not in it is not gone, nor
// is a stretch that the edition left out (见报略, 宣读略): it stays where it stands.
import type { Node } from 'prosemirror-model';
import { headOf } from '../../model/numbering';
import { FIELD_PATHS, type Article, type EditionKind, type FieldPath, type Package } from '../../model/package';
import type { ParagraphAttrs } from '../../model/schema';
import { acceptedArticles } from '../compare/accepted-text';
import { wordDifference, type WordPiece } from '../compare/word-difference';
import { withAnchors } from './printed-annex';
import { likenessOf, pairBlocks, type BlockPair } from './pair-blocks';
import { children, labelsOf, type PairedArticle, pieceId, sameNumber } from './paired-article';
import { isOmitted, shownText, type Showing } from './shown-units';

/** A piece that can be accepted by itself. */
export interface TakenPiece {
  /** Names the piece in this comparison. */
  readonly id: string;
  readonly article: string;
  readonly kind: 'changed' | 'new' | 'gone' | 'field' | 'comment';
  /** The heading it stands under, with its number; '' before the first. */
  readonly section: string;
  /** Words, what is gone before what is new in its place. */
  readonly words: readonly WordPiece[];
  /** What else is otherwise, in Chinese (级别, 编号); null: the words alone. */
  readonly what: string | null;
}

export interface TakenArticle {
  readonly article: string;
  readonly title: string;
  /** Paragraphs that are the same. */
  readonly kept: number;
}

export interface TakeBack {
  readonly articles: readonly TakenArticle[];
  readonly pieces: readonly TakenPiece[];
  /** Titles of the file's articles that the package has not. */
  readonly unknown: readonly string[];
  /** What the edition left out of the file and the package keeps: stretches, and the edition's kind. */
  readonly leftOut: { readonly edition: EditionKind; readonly count: number } | null;
}

/** What the accepting stands on; opaque to callers. */
export interface TakeBackPlan extends TakeBack {
  readonly pairs: readonly PairedArticle[];
  readonly theirs: Package;
  readonly showing: Showing;
}

const FIELD_NAMES: Readonly<Record<FieldPath, string>> = {
  'deck.over': '引题', 'deck.main': '主题', 'deck.sub': '副题', 'head.occasion': '会议名称行', 'head.date': '日期', 'head.speaker': '报告人', 'head.salutation': '称谓',
};

/** Articles are the same by their ids, else by kind and most of their words. */
const SAME_ARTICLE = 0.3;

/**
 * Compares a package with what came back. `edition`: the kind of edition that the file was written for; null: it is no file of
 * ours and its structure was guessed, so that its words alone tell what is otherwise.
 */
export function takeBack(pkg: Package, returned: Package, edition: EditionKind | null): TakeBackPlan {
  const theirs: Package = { ...returned, articles: acceptedArticles(returned.articles).map(withAnchors) };
  const all: Showing = { meeting: pkg.meeting, stage: pkg.stage, edition, withoutNotes: edition === null && !holdsNotes(theirs) };
  const same: { readonly ours: Article; readonly theirs: Article }[] = [];
  const unknown: string[] = [];
  for (const article of theirs.articles) {
    const ours = sameArticle(article, pkg.articles.filter(({ id }) => !same.some((pair) => pair.ours.id === id)), all);
    if (ours === null) unknown.push(titleOf(article, all));
    else same.push({ ours, theirs: article });
  }
  const showing: Showing = { ...all, edition: edition ?? editionOf(same, all) };
  const pairs = same.map((pair): PairedArticle => ({ ...pair, guessed: edition === null, blocks: pairsOf(pair.ours.doc, pair.theirs.doc, showing) }));
  const pieces = pairs.flatMap((pair) => [...fieldPieces(pair, showing), ...blockPieces(pair, showing)]);
  const kept = (pair: PairedArticle): number => pair.blocks.filter(({ ours: a, theirs: b }) => a !== null && b !== null && isKept(pair, a, b, showing)).length;
  return {
    pairs, theirs, showing, unknown, leftOut: leftOutOf(pairs, showing),
    articles: pairs.map((pair) => ({ article: pair.ours.id, title: titleOf(pair.ours, showing), kept: kept(pair) })),
    pieces: [...pieces, ...commentPieces(pkg, theirs)],
  };
}

function titleOf({ id, fields }: Article, showing: Showing): string {
  const main = fields['deck.main']?.firstChild ?? null;
  return main === null ? id : shownText(main, showing).replace(/\n/g, '');
}

function sameArticle(article: Article, ours: readonly Article[], showing: Showing): Article | null {
  const byId = ours.find(({ id, kind }) => id === article.id && kind === article.kind);
  if (byId !== undefined) return byId;
  const text = ({ doc }: Article): string => shownBlocks(doc, showing).map((block) => block.text).join('');
  let best: Article | null = null;
  let most = SAME_ARTICLE;
  for (const one of ours) {
    const likeness = likenessOf(text(one), text(article));
    if (likeness > most) [best, most] = [one, likeness];
  }
  return best;
}

function shownBlocks(doc: Node, showing: Showing): { readonly key: string; readonly text: string }[] {
  return children(doc).map((block) => {
    const text = shownText(block, showing);
    return { key: `${shapeOf(block)} ${text}`, text };
  });
}

/** Whether any note came back with the texts. */
function holdsNotes({ articles }: Package): boolean {
  let found = false;
  for (const { doc } of articles) doc.descendants((node) => void (found ||= node.type.name === 'note'));
  return found;
}

/** Pairs of blocks; one of which the edition printed nothing is nobody's, and stays. */
function pairsOf(ours: Node, theirs: Node, showing: Showing): BlockPair[] {
  const all = shownBlocks(ours, showing);
  const printed = all.flatMap((block, index) => (isWhollyLeftOut(ours.child(index), showing) ? [] : [{ ...block, index }]));
  return pairBlocks(printed, shownBlocks(theirs, showing)).map((pair) => ({ ...pair, ours: pair.ours === null ? null : printed[pair.ours]!.index }));
}

/** Kinds of editions that leave stretches out, as the commands offer them. */
const OMITTING: readonly EditionKind[] = ['newspaper', 'speech'];

/** The kind of edition that a file was written for which does not say so: the one all of whose stretches are missing in it. */
function editionOf(pairs: readonly { readonly ours: Article; readonly theirs: Article }[], all: Showing): EditionKind | null {
  return OMITTING.find((edition) => {
    const showing = { ...all, edition };
    const stretches = pairs.flatMap(({ ours, theirs }) => {
      const there = shownBlocks(theirs.doc, all).map(({ text }) => text).join('\n');
      const texts: string[] = [];
      ours.doc.descendants((node) => {
        if (node.isText && isOmitted(node, showing)) texts.push(node.text!);
      });
      return texts.map((text) => there.includes(text));
    });
    return stretches.length > 0 && !stretches.includes(true);
  }) ?? null;
}

/** Whether the edition prints nothing of a block that has words. */
function isWhollyLeftOut(block: Node, showing: Showing): boolean {
  let [any, all] = [false, true];
  block.descendants((node) => {
    if (!node.isInline) return;
    any = true;
    all &&= isOmitted(node, showing);
  });
  return any && all;
}

/** Stretches of the articles that the edition left out; null where there is none. */
function leftOutOf(pairs: readonly PairedArticle[], showing: Showing): TakeBack['leftOut'] {
  let count = 0;
  for (const { ours } of pairs) {
    ours.doc.descendants((node, _position, parent, index) => {
      if (node.isInline && isOmitted(node, showing) && !(parent !== null && index > 0 && isOmitted(parent.child(index - 1), showing))) count++;
    });
  }
  return showing.edition === null || count === 0 ? null : { edition: showing.edition, count };
}

/** What a block is, without what editions asked of it and without where it makes its numbers begin: that shows in its label. */
function shapeOf(block: Node): string {
  const { adjust: _adjust, ...attrs } = block.attrs;
  const head = headOf(block);
  const { start: _start, ...counted } = head ?? {};
  const shape = block.type.name === 'heading' ? { ...attrs, start: null } : head === null ? attrs : { ...attrs, head: counted };
  return JSON.stringify([block.type.name, shape]);
}

/** The same words in the same shape; a number that is another only because one before it is was not changed itself. */
function isKept(pair: PairedArticle, a: number, b: number, showing: Showing): boolean {
  return shownText(pair.ours.doc.child(a), showing) === shownText(pair.theirs.doc.child(b), showing) && isSameKind(pair, a, b);
}

/** Whether two blocks are one kind of block with one number; a guess is no difference. */
function isSameKind({ ours, theirs, guessed }: PairedArticle, a: number, b: number): boolean {
  return guessed || (shapeOf(ours.doc.child(a)) === shapeOf(theirs.doc.child(b)) && sameNumber(ours, a, theirs, b));
}

function fieldPieces({ ours, theirs, guessed }: PairedArticle, showing: Showing): TakenPiece[] {
  return FIELD_PATHS.flatMap((path): TakenPiece[] => {
    const [was, now] = [ours, theirs].map(({ fields }) => (fields[path]?.firstChild ? shownText(fields[path].firstChild, showing) : '')) as [string, string];
    // Another's title has its lines where his page ended them.
    if (was === now || (guessed && bare(was) === bare(now))) return [];
    return [{ id: `${ours.id} ${path}`, article: ours.id, kind: 'field', section: '标题部分', words: wordDifference(was, now), what: FIELD_NAMES[path] }];
  });
}

function blockPieces(pair: PairedArticle, showing: Showing): TakenPiece[] {
  const { ours, theirs, blocks } = pair;
  const [ourLabels, theirLabels] = [labelsOf(ours), labelsOf(theirs)];
  let section = '';
  return blocks.flatMap(({ ours: a, theirs: b }): TakenPiece[] => {
    const [was, now] = [a === null ? null : ours.doc.child(a), b === null ? null : theirs.doc.child(b)];
    // Where theirs is a guess, ours knows what is a heading.
    const isOurs = now === null || (pair.guessed && was !== null);
    const head = isOurs ? was! : now;
    const label = (isOurs ? ourLabels[a!] : theirLabels[b!]) ?? '';
    // A heading opens the section that it stands in itself.
    if (headOf(head) !== null && headOf(head)!.level <= 2) section = label + headText(head, showing);
    const base = { id: pieceId(ours.id, a, b), article: ours.id, section };
    if (was === null) return [{ ...base, kind: 'new', words: [{ kind: 'new', text: shownText(now!, showing) }], what: whatIs(now!, theirLabels[b!] ?? null) }];
    if (now === null) return [{ ...base, kind: 'gone', words: [{ kind: 'gone', text: shownText(was, showing) }], what: null }];
    if (isKept(pair, a!, b!, showing)) return [];
    return [{ ...base, kind: 'changed', words: wordDifference(shownText(was, showing), shownText(now, showing)), what: isSameKind(pair, a!, b!) ? null : `${whatIs(was, ourLabels[a!] ?? null) ?? '正文'} → ${whatIs(now, theirLabels[b!] ?? null) ?? '正文'}` }];
  });
}

const bare = (text: string): string => text.replace(/\s/g, '');

const LEVELS = ['部分标题', '一级标题', '二级标题', '三级标题', '四级标题', '小标题'];

/** What a block is, in the words of the window; null: a plain paragraph. */
function whatIs(block: Node, label: string | null): string | null {
  if (block.type.name === 'table') return '表格';
  const head = headOf(block);
  if (head !== null) return `${block.type.name === 'heading' ? '' : '段首'}${LEVELS[head.level] ?? '标题'}${label === null ? '' : `“${label}”`}`;
  switch ((block.attrs as ParagraphAttrs).align) {
    case 'center': return '居中';
    case 'right': return '落款';
    case 'left': return '顶格';
    default: return null;
  }
}

function headText(block: Node, showing: Showing): string {
  if (block.type.name === 'heading') return shownText(block, showing);
  let lead = '';
  block.forEach((node) => {
    if (node.marks.some(({ type }) => type.name === 'lead')) lead += node.text ?? '';
  });
  return lead.replace(/。$/, '');
}

/** 批注 that a Word user wrote, and what he answered. */
function commentPieces(pkg: Package, theirs: Package): TakenPiece[] {
  return theirs.comments.flatMap((thread): TakenPiece[] => {
    const known = pkg.comments.find(({ id }) => id === thread.id);
    const entries = known === undefined ? thread.entries : thread.entries.slice(known.entries.length);
    const settled = known !== undefined && thread.done && !known.done;
    if (entries.length === 0 && !settled) return [];
    const text = entries.map(({ by, text: said }) => `${by}：${said}`).join('\n');
    return [{ id: `comment ${thread.id}`, article: thread.article, kind: 'comment', section: thread.quote ?? '', words: text === '' ? [] : [{ kind: 'new', text }], what: known === undefined ? '批注' : settled ? '批注已办' : '批注的答复' }];
  });
}
