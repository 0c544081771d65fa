// What is done to 批注, each as the changes of one step of undo: the mark on the
// words and the thread beside the document come and go together. Pure: a package
// in, changes out; ids and times are given.
import { Transform } from 'prosemirror-transform';
import { docOf } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import { FIELD_PATHS, type CommentThread, type Package } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import type { TextTarget } from '../session/document-session';

export type CommentEntry = CommentThread['entries'][number];

/** Words quoted with a thread, for when they are gone. */
const LONGEST_QUOTE = 80;

function indexOf(pkg: Package, id: string): number {
  return pkg.comments.findIndex((thread) => thread.id === id);
}

/** A thread on the words from `from` to `to` (document positions); null where there are none. */
export function addThread(pkg: Package, { article, field }: TextTarget, from: number, to: number, id: string, entry: CommentEntry): readonly PackageChange[] | null {
  const doc = docOf(pkg, article, field);
  if (doc === null || from >= to || to > doc.content.size) return null;
  const tr = new Transform(doc).addMark(from, to, schema.marks.comment.create({ id }));
  if (tr.steps.length === 0) return null;
  const quote = doc.textBetween(from, to, '', (leaf) => leaf.type.spec.leafText?.(leaf) ?? '').slice(0, LONGEST_QUOTE);
  const thread: CommentThread = { id, article, entries: [entry], done: false, quote };
  return [
    { kind: 'steps', article, field, steps: tr.steps.map((step) => step.toJSON() as unknown) },
    { kind: 'add', what: 'comment', index: pkg.comments.length, value: thread },
  ];
}

/** Another entry at a thread's end. */
export function answerThread(pkg: Package, id: string, entry: CommentEntry): readonly PackageChange[] {
  const thread = pkg.comments[indexOf(pkg, id)];
  return thread === undefined ? [] : [{ kind: 'set', path: `comments/${id}/entries`, from: thread.entries, to: [...thread.entries, entry] }];
}

/** 已办, or open again. */
export function tickThread(pkg: Package, id: string, done: boolean): readonly PackageChange[] {
  const thread = pkg.comments[indexOf(pkg, id)];
  return thread === undefined || thread.done === done ? [] : [{ kind: 'set', path: `comments/${id}/done`, from: thread.done, to: done }];
}

/** The thread and its marks, wherever they stand. */
export function removeThread(pkg: Package, id: string): readonly PackageChange[] {
  const index = indexOf(pkg, id);
  if (index < 0) return [];
  const mark = schema.marks.comment.create({ id });
  const changes: PackageChange[] = [];
  for (const { id: article } of pkg.articles) {
    for (const field of [null, ...FIELD_PATHS]) {
      const doc = docOf(pkg, article, field);
      if (doc === null) continue;
      const { steps } = new Transform(doc).removeMark(0, doc.content.size, mark);
      if (steps.length > 0) changes.push({ kind: 'steps', article, field, steps: steps.map((step) => step.toJSON() as unknown) });
    }
  }
  return [...changes, { kind: 'remove', what: 'comment', index, value: pkg.comments[index] }];
}
