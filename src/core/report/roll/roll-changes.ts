// A draft as changes of the package that it was made from: one group of the change log,
// so that undo gives back last year's text as it stood and main, worker and journal take
// the draft like any other change. In: both packages. Out: changes in an order that can
// be applied. The ids of articles and editions are the same in both.
import { ReplaceStep } from 'prosemirror-transform';
import { Slice, type Node } from 'prosemirror-model';
import { partToJson } from '../../model/apply-change';
import type { PackageChange } from '../../model/change';
import { FIELD_PATHS, type Article, type Meeting, type Package } from '../../model/package';
import { jsonEqual } from '../../model/package-json';

/** What makes `draft` of `base`; the name and id of the package stay. */
export function rollChanges(base: Package, draft: Package): readonly PackageChange[] {
  return [
    ...set('stage', base.stage, draft.stage),
    ...meetingChanges(base.meeting, draft.meeting),
    ...base.articles.flatMap((article) => {
      const next = draft.articles.find(({ id }) => id === article.id);
      return next === undefined ? [] : articleChanges(article, next);
    }),
    ...draft.articles.flatMap((article, index): PackageChange[] => (base.articles.some(({ id }) => id === article.id) ? [] : [{ kind: 'add', what: 'article', index, value: partToJson(draft, 'article', index) }])),
    ...base.editions.flatMap((edition): PackageChange[] => {
      const next = draft.editions.find(({ id }) => id === edition.id);
      if (next === undefined) return [];
      return (['date', 'paper', 'faces'] as const).flatMap((key) => set(`editions/${edition.id}/${key}`, edition[key], next[key]));
    }),
    ...removals(base, 'version'),
    ...draft.versions.map((_, index): PackageChange => ({ kind: 'add', what: 'version', index, value: partToJson(draft, 'version', index) })),
    ...removals(base, 'comment'),
    ...set('ignored', base.ignored, draft.ignored),
    ...entryChanges('figures', base.figures, draft.figures),
    ...entryChanges('promises', base.promises, draft.promises),
  ];
}

/** Records of what people said, entry by entry. */
function entryChanges(root: 'figures' | 'promises', from: Readonly<Record<string, unknown>> = {}, to: Readonly<Record<string, unknown>> = {}): PackageChange[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) => set(`${root}/${key}`, from[key] ?? null, to[key] ?? null));
}

function set(path: string, from: unknown, to: unknown): PackageChange[] {
  return jsonEqual(from, to) ? [] : [{ kind: 'set', path, from, to }];
}

/** What makes one meeting record of another. */
export function meetingChanges(from: Meeting, to: Meeting): PackageChange[] {
  return (Object.keys(to) as (keyof Meeting)[]).flatMap((key) => set(`meeting/${key}`, from[key], to[key]));
}

/** What makes the texts of an article those of another of the same id. */
export function articleChanges(from: Article, to: Article): PackageChange[] {
  return [
    ...FIELD_PATHS.flatMap((path) => set(`articles/${from.id}/fields/${path}`, from.fields[path]?.toJSON() ?? null, to.fields[path]?.toJSON() ?? null)),
    ...docChanges(from.id, from.doc, to.doc),
  ];
}

/** One step over what differs between the first and the last block that do. */
function docChanges(article: string, from: Node, to: Node): PackageChange[] {
  const start = from.content.findDiffStart(to.content);
  if (start === null) return [];
  let first = 0;
  while (first < from.childCount && first < to.childCount && from.child(first).eq(to.child(first))) first++;
  let last = 0;
  while (last < from.childCount - first && last < to.childCount - first && from.child(from.childCount - 1 - last).eq(to.child(to.childCount - 1 - last))) last++;
  const at = (doc: Node, index: number): number => doc.children.slice(0, index).reduce((sum, block) => sum + block.nodeSize, 0);
  const cut = to.content.cut(at(to, first), at(to, to.childCount - last));
  const step = new ReplaceStep(at(from, first), at(from, from.childCount - last), new Slice(cut, 0, 0));
  return [{ kind: 'steps', article, field: null, steps: [step.toJSON() as unknown] }];
}

/** From the end, so that the indices before stay. */
function removals(base: Package, what: 'version' | 'comment'): PackageChange[] {
  const parts = what === 'version' ? base.versions : base.comments;
  return parts.map((_, i): PackageChange => {
    const index = parts.length - 1 - i;
    return { kind: 'remove', what, index, value: partToJson(base, what, index) };
  });
}
