// Applies and inverts one PackageChange. In: a package and a change. Out: a new
// package that shares all that did not change, or the reason why the change does
// not fit (a value, not an exception: undo in the middle and a peer's change may
// legitimately not fit). Every change says what it expects to find (`from`,
// `value`), so a change on other ground is refused, never half done.
// Laws (apply-change.test.ts): apply then its inverse gives the package back;
// a change survives JSON.
import type { Node } from 'prosemirror-model';
import { AddMarkStep, AddNodeMarkStep, RemoveMarkStep, RemoveNodeMarkStep, ReplaceStep, Step } from 'prosemirror-transform';
import { assertNever } from '../assert-never';
import type { PackageChange, PartKind } from './change';
import { FIELD_PATHS, type Article, type Edition, type FieldPath, type Package } from './package';
import {
  articleFromJson, articleToJson, fieldFromJson, fromBase64, jsonEqual, toBase64, versionFromJson, versionToJson,
  type ArticleJson, type AssetJson, type VersionJson,
} from './package-json';
import { schema } from './schema';

/** `reason` is ready Chinese text. */
export type ChangeResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

const ok = <T>(value: T): ChangeResult<T> => ({ ok: true, value });
const fail = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason });

const isFieldPath = (path: string): path is FieldPath => (FIELD_PATHS as readonly string[]).includes(path);

/** The doc that a change of steps is about, or null where it is gone. */
export function docOf(pkg: Package, article: string, field: string | null): Node | null {
  const found = pkg.articles.find((candidate) => candidate.id === article);
  if (found === undefined) return null;
  if (field === null) return found.doc;
  return isFieldPath(field) ? found.fields[field] : null;
}

function withDoc(pkg: Package, article: string, field: string | null, doc: Node): Package {
  const articles = pkg.articles.map((old): Article => {
    if (old.id !== article) return old;
    return field === null ? { ...old, doc } : { ...old, fields: { ...old.fields, [field]: doc } };
  });
  return { ...pkg, articles };
}

/** Runs steps over a doc; `seen` gets each step with the doc before it. */
function runSteps(start: Node, json: readonly unknown[], seen?: (step: Step, before: Node, after: Node) => void): ChangeResult<Node> {
  let doc = start;
  for (const item of json) {
    let after: Node | null = null;
    try {
      const step = Step.fromJSON(schema, item);
      const result = step.apply(doc);
      after = result.doc;
      if (after !== null) seen?.(step, doc, after);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    if (after === null) return fail('这一步与现在的文字对不上');
    doc = after;
  }
  return ok(doc);
}

/** A step's exact inverse: AddMarkStep.invert() would also strip the mark from text that had it before. */
function invertStep(step: Step, before: Node, after: Node): Step {
  const inverse = step.invert(before);
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    if (inverse.apply(after).doc?.eq(before) === true) return inverse;
    return new ReplaceStep(step.from, step.to, before.slice(step.from, step.to));
  }
  if (step instanceof AddNodeMarkStep || step instanceof RemoveNodeMarkStep) {
    if (inverse.apply(after).doc?.eq(before) === true) return inverse;
    const end = step.pos + (before.nodeAt(step.pos)?.nodeSize ?? 0);
    return new ReplaceStep(step.pos, end, before.slice(step.pos, end));
  }
  return inverse;
}

const ROOTS: Readonly<Record<string, PartKind>> = { articles: 'article', editions: 'edition', versions: 'version', comments: 'comment' };

/** Keys that a `set` may not touch: ids are names, docs change by steps, a version is frozen. An edition's choice of articles is its own. */
const isFixed = (root: string, key: string): boolean => key === 'id' || key === 'doc' || (key === 'articles' && root !== 'editions');

/** Rewrites the value at `path` inside plain records; the key must exist. */
function setIn(record: unknown, path: readonly string[], from: unknown, to: unknown): ChangeResult<unknown> {
  const [key, ...rest] = path;
  if (key === undefined) return jsonEqual(record, from) ? ok(to) : fail('这里后来又改过');
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, key)) return fail('要改的项目已不在');
  const inner = setIn((record as Readonly<Record<string, unknown>>)[key], rest, from, to);
  if (!inner.ok) return inner;
  if (Array.isArray(record)) return ok(record.map((item: unknown, i) => (String(i) === key ? inner.value : item)));
  return ok({ ...record, [key]: inner.value });
}

/** articles/ID/fields/deck.main: a whole field, by its JSON. */
function setField(pkg: Package, id: string, path: string, from: unknown, to: unknown): ChangeResult<Package> {
  const article = pkg.articles.find((candidate) => candidate.id === id);
  if (article === undefined || !isFieldPath(path)) return fail('要改的项目已不在');
  if (!jsonEqual(article.fields[path]?.toJSON() ?? null, from)) return fail('这里后来又改过');
  try {
    const fields = { ...article.fields, [path]: fieldFromJson(to) };
    return ok({ ...pkg, articles: pkg.articles.map((old) => (old.id === id ? { ...article, fields } : old)) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail('这一步的内容读不出来');
  }
}

/** Records that a package need not have: targets by article, what people say of figures and of promises by their key. */
const OPTIONAL = ['targets', 'figures', 'promises', 'reasons', 'pictures'] as const;
type Optional = (typeof OPTIONAL)[number];

const isOptional = (root: string): root is Optional => (OPTIONAL as readonly string[]).includes(root);

/** targets/ID, figures/KEY: one entry of such a record, null for none. The last that goes takes the record with it. */
function setEntry(pkg: Package, root: Optional, key: string, from: unknown, to: unknown): ChangeResult<Package> {
  const { [root]: record = {}, ...rest } = pkg;
  const old: unknown = Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : null;
  if (!jsonEqual(old, from)) return fail('这里后来又改过');
  const entries: [string, unknown][] = Object.entries(record);
  const next = to === null ? entries.filter(([other]) => other !== key)
    : old === null ? [...entries, [key, to]] : entries.map(([other, value]) => [other, other === key ? to : value]);
  return ok(next.length === 0 ? rest : { ...rest, [root]: Object.fromEntries(next) as unknown });
}

/** What an edition need not have: the make-up of a newspaper, how its articles are dressed, which of them are 重要. */
const EDITION_OPTIONAL = ['layout', 'dress', 'important'] as const;
type EditionOptional = (typeof EDITION_OPTIONAL)[number];

const isEditionOptional = (key: string | undefined): key is EditionOptional => (EDITION_OPTIONAL as readonly (string | undefined)[]).includes(key);

/** editions/ID/layout, editions/ID/dress, editions/ID/important: null for none: that takes the key with it. */
function setEditionOptional(pkg: Package, id: string, key: EditionOptional, from: unknown, to: unknown): ChangeResult<Package> {
  const edition = pkg.editions.find((candidate) => candidate.id === id);
  if (edition === undefined) return fail('要改的项目已不在');
  const { [key]: old = null, ...rest } = edition;
  if (!jsonEqual(old, from)) return fail('这里后来又改过');
  const changed = (to === null ? rest : { ...rest, [key]: to }) as Edition;
  return ok({ ...pkg, editions: pkg.editions.map((one) => (one === edition ? changed : one)) });
}

/**
 * Paths are keys joined by `/`: name, stage, ignored, meeting/term, meeting/organisation/full,
 * articles/ID/kind, articles/ID/fields/deck.main, editions/ID/look/size, versions/ID/name, comments/ID/done,
 * targets/ID, editions/ID/layout, editions/ID/dress, editions/ID/important, figures/KEY, promises/KEY, pictures/ID, reasons/KEY (a key is words of the text and may hold a `/`).
 */
function applySet(pkg: Package, path: string, from: unknown, to: unknown): ChangeResult<Package> {
  const [root = '', ...rest] = path.split('/');
  if (root === 'name' || root === 'stage' || root === 'ignored' || root === 'meeting') {
    if (root === 'meeting' && rest[0] === 'superior') return setSuperior(pkg, rest, from, to);
    const changed = setIn(pkg[root], rest, from, to);
    return changed.ok ? ok({ ...pkg, [root]: changed.value }) : changed;
  }
  const [id = '', ...inside] = rest;
  if (isOptional(root) && id !== '' && ((root !== 'targets' && root !== 'pictures') || inside.length === 0)) return setEntry(pkg, root, rest.join('/'), from, to);
  if (root === 'editions' && inside.length === 1 && isEditionOptional(inside[0])) return setEditionOptional(pkg, id, inside[0], from, to);
  if (!Object.hasOwn(ROOTS, root) || inside.length === 0 || isFixed(root, inside[0]!)) return fail('要改的项目已不在');
  if (root === 'articles' && inside[0] === 'fields') return inside.length === 2 ? setField(pkg, id, inside[1]!, from, to) : fail('要改的项目已不在');
  const list = pkg[root as 'articles' | 'editions' | 'versions' | 'comments'] as readonly { readonly id: string }[];
  const index = list.findIndex((part) => part.id === id);
  if (index < 0) return fail('要改的项目已不在');
  const changed = setIn(list[index], inside, from, to);
  return changed.ok ? ok({ ...pkg, [root]: list.map((part, i) => (i === index ? changed.value : part)) }) : changed;
}

/** The one value that a record leaves out where it is not known. */
function setSuperior(pkg: Package, rest: readonly string[], from: unknown, to: unknown): ChangeResult<Package> {
  const changed = setIn({ superior: null, ...pkg.meeting }, rest, from, to);
  if (!changed.ok) return changed;
  const { superior, ...others } = changed.value as Package['meeting'];
  return ok({ ...pkg, meeting: superior === null || superior === undefined ? others : { ...others, superior } });
}

/** A part kind's list as JSON values, in order. Each value has an `id`. */
export function partsOf(pkg: Package, what: PartKind): readonly { readonly id: string }[] {
  switch (what) {
    case 'article': return pkg.articles;
    case 'edition': return pkg.editions;
    case 'version': return pkg.versions;
    case 'comment': return pkg.comments;
    case 'asset': return [...pkg.assets].map(([id, bytes]) => ({ id, bytes }));
    default: return assertNever(what);
  }
}

/** The JSON that `add` and `remove` carry for one part. */
export function partToJson(pkg: Package, what: PartKind, index: number): unknown {
  const part = partsOf(pkg, what)[index];
  if (part === undefined) return null;
  switch (what) {
    case 'article': return articleToJson(pkg.articles[index]!);
    case 'version': return versionToJson(pkg.versions[index]!);
    case 'asset': return { id: part.id, data: toBase64(pkg.assets.get(part.id)!) };
    case 'edition':
    case 'comment': return part;
    default: return assertNever(what);
  }
}

function partFromJson(what: PartKind, value: unknown): { readonly id: string } {
  switch (what) {
    case 'article': return articleFromJson(value as ArticleJson);
    case 'version': return versionFromJson(value as VersionJson);
    case 'asset': return { id: (value as AssetJson).id, bytes: fromBase64((value as AssetJson).data) } as { readonly id: string };
    case 'edition':
    case 'comment': return value as { readonly id: string };
    default: return assertNever(what);
  }
}

function withParts(pkg: Package, what: PartKind, parts: readonly { readonly id: string }[]): Package {
  switch (what) {
    case 'article': return { ...pkg, articles: parts as Package['articles'] };
    case 'edition': return { ...pkg, editions: parts as Package['editions'] };
    case 'version': return { ...pkg, versions: parts as Package['versions'] };
    case 'comment': return { ...pkg, comments: parts as Package['comments'] };
    case 'asset': return { ...pkg, assets: new Map((parts as readonly { id: string; bytes: Uint8Array }[]).map(({ id, bytes }) => [id, bytes])) };
    default: return assertNever(what);
  }
}

function applyAdd(pkg: Package, what: PartKind, index: number, value: unknown): ChangeResult<Package> {
  const parts = partsOf(pkg, what);
  if (!(index >= 0 && index <= parts.length)) return fail('要放回的位置已不在');
  try {
    const part = partFromJson(what, value);
    if (parts.some(({ id }) => id === part.id)) return fail('同名的一项已经在了');
    return ok(withParts(pkg, what, parts.toSpliced(index, 0, part)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail('这一步的内容读不出来');
  }
}

/** The package after a change, or the reason why it does not fit. */
export function applyChange(pkg: Package, change: PackageChange): ChangeResult<Package> {
  switch (change.kind) {
    case 'steps': {
      const doc = docOf(pkg, change.article, change.field);
      if (doc === null) return fail('这篇稿件或这一栏已不在');
      const changed = runSteps(doc, change.steps);
      return changed.ok ? ok(withDoc(pkg, change.article, change.field, changed.value)) : changed;
    }
    case 'set': return applySet(pkg, change.path, change.from, change.to);
    case 'add': return applyAdd(pkg, change.what, change.index, change.value);
    case 'remove': {
      const parts = partsOf(pkg, change.what);
      if (parts[change.index] === undefined) return fail('要去掉的一项已不在');
      if (!jsonEqual(partToJson(pkg, change.what, change.index), change.value)) return fail('这一项后来又改过');
      return ok(withParts(pkg, change.what, parts.toSpliced(change.index, 1)));
    }
    case 'move': {
      const parts = partsOf(pkg, change.what);
      const part = parts[change.from];
      if (part === undefined || !(change.to >= 0 && change.to < parts.length)) return fail('要移动的一项已不在');
      return ok(withParts(pkg, change.what, parts.toSpliced(change.from, 1).toSpliced(change.to, 0, part)));
    }
    default: return assertNever(change);
  }
}

/** The change that undoes `change`, which fits `pkg` (the package before it). */
export function invertChange(pkg: Package, change: PackageChange): ChangeResult<PackageChange> {
  switch (change.kind) {
    case 'steps': {
      const doc = docOf(pkg, change.article, change.field);
      if (doc === null) return fail('这篇稿件或这一栏已不在');
      const inverse: unknown[] = [];
      const run = runSteps(doc, change.steps, (step, before, after) => inverse.unshift(invertStep(step, before, after).toJSON()));
      return run.ok ? ok({ ...change, steps: inverse }) : run;
    }
    case 'set': return ok({ ...change, from: change.to, to: change.from });
    case 'add': return ok({ ...change, kind: 'remove' });
    case 'remove': return ok({ ...change, kind: 'add' });
    case 'move': return ok({ ...change, from: change.to, to: change.from });
    default: return assertNever(change);
  }
}

export interface Applied {
  readonly pkg: Package;
  /** Undoes the whole, in the order in which it is to be applied. */
  readonly inverse: readonly PackageChange[];
}

/** Applies changes in order, all or none, and says how to undo them. */
export function applyChanges(pkg: Package, changes: readonly PackageChange[]): ChangeResult<Applied> {
  let current = pkg;
  const inverse: PackageChange[] = [];
  for (const change of changes) {
    const applied = applyChange(current, change);
    if (!applied.ok) return applied;
    const undo = invertChange(current, change);
    if (!undo.ok) return undo;
    inverse.unshift(undo.value);
    current = applied.value;
  }
  return ok({ pkg: current, inverse });
}
