// 取回 Word 改稿, its second half: of the pieces that the user accepts the changes, one step
// of undo. What both texts show stays the package's own, with marks, placeholders and 批注;
// theirs come under ids of ours. Steps are made from an article's end to its beginning.
import { Fragment, type Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import type { PackageChange } from '../../model/change';
import { headOf } from '../../model/numbering';
import { FIELD_PATHS, type CommentThread, type Package } from '../../model/package';
import { schema } from '../../model/schema';
import { children, type PairedArticle, pieceId, sameNumber } from './paired-article';
import { mergeInline, placeOfQuote, shownText, type Showing } from './shown-units';
import type { TakeBackPlan } from './take-back';

/** What accepting these pieces changes, for one step of undo. `newId` gives a 批注 its id. */
export function takeBackChanges(pkg: Package, plan: TakeBackPlan, accepted: ReadonlySet<string>, newId: () => string): PackageChange[] {
  const { showing } = plan;
  const changes: PackageChange[] = [];
  const threads = plan.theirs.comments.filter(({ id }) => accepted.has(`comment ${id}`));
  const added = new Map(threads.filter(({ id }) => !pkg.comments.some((one) => one.id === id)).map((thread) => [thread.id, newId()]));
  for (const pair of plan.pairs) {
    const { ours, theirs } = pair;
    for (const path of FIELD_PATHS) {
      if (!accepted.has(`${ours.id} ${path}`)) continue;
      const [was, now] = [ours.fields[path], theirs.fields[path]];
      const merged = was?.firstChild && now?.firstChild ? schema.node('doc', null, schema.node('paragraph', null, plain(mergeInline(was.firstChild, now.firstChild, showing)))) : now === null ? null : schema.node('doc', null, schema.node('paragraph', null, plain(now.firstChild?.content ?? Fragment.empty)));
      changes.push({ kind: 'set', path: `articles/${ours.id}/fields/${path}`, from: was?.toJSON() ?? null, to: merged?.toJSON() ?? null });
    }
    const steps = bodySteps(pair, accepted, added, showing);
    if (steps.length > 0) changes.push({ kind: 'steps', article: ours.id, field: null, steps });
  }
  let index = pkg.comments.length;
  for (const thread of threads) {
    const id = added.get(thread.id);
    const article = plan.pairs.find((pair) => pair.theirs.id === thread.article)?.ours.id ?? thread.article;
    const quote = quoteOf(plan.theirs, thread, showing);
    if (id !== undefined) changes.push({ kind: 'add', what: 'comment', index: index++, value: { id, article, entries: thread.entries, done: thread.done, quote } satisfies CommentThread });
    else {
      const known = pkg.comments.find((one) => one.id === thread.id)!;
      if (thread.entries.length > known.entries.length) changes.push({ kind: 'set', path: `comments/${known.id}/entries`, from: known.entries, to: [...known.entries, ...thread.entries.slice(known.entries.length)] });
      if (thread.done && !known.done) changes.push({ kind: 'set', path: `comments/${known.id}/done`, from: false, to: true });
    }
  }
  return changes;
}

/** Steps of an article's body, from its end to its beginning, so that places before stay what they were; then the marks of new 批注. */
function bodySteps({ ours, theirs, blocks, guessed }: PairedArticle, accepted: ReadonlySet<string>, added: ReadonlyMap<string, string>, showing: Showing): unknown[] {
  const tr = new Transform(ours.doc);
  const starts: number[] = [];
  ours.doc.forEach((_node, offset) => {
    starts.push(offset);
  });
  let next = ours.doc.content.size;
  for (const { ours: a, theirs: b } of blocks.toReversed()) {
    const takes = accepted.has(pieceId(ours.id, a, b));
    if (a === null) {
      if (takes) tr.insert(next, renamed(theirs.doc.child(b!), added));
      continue;
    }
    next = starts[a]!;
    const was = ours.doc.child(a);
    if (!takes) continue;
    if (b === null) tr.delete(next, next + was.nodeSize);
    else tr.replaceWith(next, next + was.nodeSize, mergedBlock(was, guessed ? asOurs(theirs.doc.child(b), was) : withNumberOf(theirs.doc.child(b), sameNumber(ours, a, theirs, b) ? was : null), added, showing));
  }
  if (tr.doc.childCount === 0) tr.insert(0, schema.node('paragraph'));
  // 批注 on words that both have: the words are ours, the mark comes to them.
  for (const [id, fresh] of added) {
    if (rangeOf(tr.doc, fresh) !== null) continue;
    const there = rangeOf(theirs.doc, id);
    const pair = there === null ? undefined : blocks.find(({ theirs: b }) => b === there.block);
    if (there === null || pair === undefined || pair.ours === null) continue;
    const here = blockAfter(tr, starts[pair.ours]!);
    const quote = shownText(theirs.doc.child(there.block).cut(there.from, there.to), showing);
    const place = here === null || !here.node.isTextblock ? null : placeOfQuote(here.node, quote, there.from, showing);
    if (here !== null && place !== null) tr.addMark(here.at + 1 + place.from, here.at + 1 + place.to, schema.marks.comment.create({ id: fresh }));
  }
  return tr.steps.map((step) => step.toJSON() as unknown);
}

function blockAfter(tr: Transform, start: number): { readonly node: Node; readonly at: number } | null {
  const at = tr.mapping.map(start, 1);
  const found = tr.doc.nodeAt(at);
  return found === null ? null : { node: found, at };
}

function mergedBlock(ours: Node, theirs: Node, added: ReadonlyMap<string, string>, showing: Showing): Node {
  const adjust = ours.attrs['adjust'] as unknown;
  if (sameCells(ours, theirs)) {
    const rows = children(ours).map((row, r) => row.copy(Fragment.fromArray(children(row).map((cell, c) => cell.copy(Fragment.from(mergedBlock(cell.firstChild!, theirs.child(r).child(c).firstChild!, added, showing)))))));
    return ours.copy(Fragment.fromArray(rows));
  }
  if (!ours.isTextblock || !theirs.isTextblock) return withAdjust(renamed(theirs, added), adjust);
  return theirs.type.create({ ...theirs.attrs, adjust }, renamed(theirs.type.create(theirs.attrs, mergeInline(ours, theirs, showing)), added, ours).content);
}

/** Two tables of as many rows, each of as many cells: changed cell by cell. */
function sameCells(ours: Node, theirs: Node): boolean {
  return ours.type.name === 'table' && theirs.type.name === 'table' && ours.childCount === theirs.childCount && children(ours).every((row, r) => row.childCount === theirs.child(r).childCount);
}

/** Words of theirs in a block of our kind. */
function asOurs(theirs: Node, ours: Node): Node {
  return ours.isTextblock && theirs.isTextblock ? ours.type.create(ours.attrs, theirs.content) : theirs;
}

/** A head that begins its numbers as `ours` does, where they print the same number. */
function withNumberOf(block: Node, ours: Node | null): Node {
  const [head, own] = [headOf(block), ours === null ? null : headOf(ours)];
  if (head === null || own === null || head.start === own.start) return block;
  return block.type.create(block.type.name === 'heading' ? { ...block.attrs, start: own.start } : { ...block.attrs, head: { ...head, start: own.start } }, block.content, block.marks);
}

function withAdjust(block: Node, adjust: unknown): Node {
  return block.type.create({ ...block.attrs, adjust }, block.content);
}

/** A block with its 批注 under the ids that they get here; those that are not accepted go, those of `own` stay. */
function renamed(block: Node, added: ReadonlyMap<string, string>, own?: Node): Node {
  const known = new Set<string>();
  own?.descendants((node) => node.marks.forEach(({ type, attrs }) => type.name === 'comment' && known.add(String(attrs['id']))));
  const walk = (node: Node): Node => {
    if (!node.isInline) {
      const inside = children(node).map(walk);
      return node.copy(Fragment.fromArray(inside));
    }
    return node.mark(node.marks.flatMap((mark) => {
      if (mark.type.name !== 'comment') return [mark];
      const id = String(mark.attrs['id']);
      const fresh = added.get(id);
      return fresh !== undefined ? [mark.type.create({ id: fresh })] : known.has(id) ? [mark] : [];
    }));
  };
  return walk(block);
}

const plain = (content: Fragment): Fragment => renamed(schema.node('paragraph', null, content), new Map()).content;

/** First block and offsets in it where a 批注 stands. */
function rangeOf(doc: Node, id: string): { readonly block: number; readonly from: number; readonly to: number } | null {
  for (const [block, node] of children(doc).entries()) {
    let [from, to] = [-1, -1];
    if (!node.isTextblock) continue;
    node.forEach((inline, at) => {
      if (!inline.marks.some(({ type, attrs }) => type.name === 'comment' && attrs['id'] === id)) return;
      if (from < 0) from = at;
      to = at + inline.nodeSize;
    });
    if (from >= 0) return { block, from, to };
  }
  return null;
}

function quoteOf(theirs: Package, { id, article, quote }: CommentThread, showing: Showing): string {
  if (quote !== undefined) return quote;
  const doc = theirs.articles.find((one) => one.id === article)?.doc;
  const range = doc === undefined ? null : rangeOf(doc, id);
  return doc === undefined || range === null ? '' : shownText(doc.child(range.block).cut(range.from, range.to), showing).slice(0, 80);
}
