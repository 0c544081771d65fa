// Replaces hits of find.ts. In: a package, hits found in just this package, what to
// put in their place. Out: changes for one step of undo. Nothing but the hits
// changes, and a text put in takes the marks of the hit's first character. A hit
// that covers a value of the meeting record, a placeholder or a note anchor is
// left: replacing it would cut the tie that the author set.
import { Transform } from 'prosemirror-transform';
import { docOf } from './apply-change';
import type { PackageChange } from './change';
import type { Hit } from './find';
import type { FieldPath, Package } from './package';
import { schema } from './schema';

export interface Replaced {
  readonly changes: readonly PackageChange[];
  readonly done: readonly Hit[];
  /** Hits that cannot be replaced. */
  readonly left: readonly Hit[];
}

/** What a replacement may name: `$$`, `$&`, a number of a group, a name of one. */
const REFERENCE = /\$(?:(\$)|(&)|(\d{1,2})|<([^>]+)>)/g;

/** `$1`, `$<name>`, `$&` and `$$` of a regular expression's replacement filled in; what names no group stands as it is. */
export function expandReplacement(template: string, whole: string, { groups, named }: Hit['match']): string {
  return template.replace(REFERENCE, (text, dollar?: string, all?: string, digits?: string, name?: string) => {
    if (dollar !== undefined) return '$';
    if (all !== undefined) return whole;
    if (name !== undefined) return named !== null && Object.hasOwn(named, name) ? (named[name] ?? '') : text;
    const at = Number(digits);
    if (at >= 1 && at <= groups.length) return groups[at - 1] ?? '';
    // $12 with one group is the group and a 2.
    const first = Number(digits?.[0]);
    return digits?.length === 2 && first >= 1 && first <= groups.length ? (groups[first - 1] ?? '') + (digits[1] ?? '') : text;
  });
}

/** What a regular expression's replacement names and the expression does not have, in Chinese; null: nothing. `source` compiles. */
export function replacementError(template: string, source: string): string | null {
  // An alternative that matches nothing gives every group of the expression.
  const { length, groups } = new RegExp(`${source}|`, 'u').exec('') ?? { length: 1, groups: undefined };
  const count = length - 1;
  for (const [text, , , digits, name] of template.matchAll(REFERENCE)) {
    if (name !== undefined && (groups === undefined || !Object.hasOwn(groups, name))) return `“替换为”里的 ${text} 指名叫“${name}”的括号，正则表达式里没有；要写 $ 本身，写两个 $$。`;
    if (digits === undefined) continue;
    const [whole, first] = [Number(digits), Number(digits[0])];
    if ((whole >= 1 && whole <= count) || (digits.length === 2 && first >= 1 && first <= count)) continue;
    const has = count === 0 ? '正则表达式里没有括号' : `正则表达式里只有 ${count} 个`;
    return `“替换为”里的 ${text} 指第 ${whole} 个括号，${has}；要写 $ 本身，写两个 $$。`;
  }
  return null;
}

/** The changes that put `textFor` each hit in its place. `hits` in the order in which Finder gives them. */
export function replaceHits(pkg: Package, hits: readonly Hit[], textFor: (hit: Hit) => string): Replaced {
  const done = hits.filter((hit) => !hit.fixed);
  const byText = new Map<string, Hit[]>();
  for (const hit of done) {
    const key = `${hit.article}/${hit.field ?? ''}`;
    byText.set(key, [...(byText.get(key) ?? []), hit]);
  }
  const changes: PackageChange[] = [];
  for (const list of byText.values()) {
    const { article, field } = list[0]!;
    const change = changeOf(pkg, article, field, list, textFor);
    if (change !== null) changes.push(change);
  }
  return { changes, done, left: hits.filter((hit) => hit.fixed) };
}

function changeOf(pkg: Package, article: string, field: FieldPath | null, hits: readonly Hit[], textFor: (hit: Hit) => string): PackageChange | null {
  const doc = docOf(pkg, article, field);
  if (doc === null) throw new RangeError(`hits of another package: no ${article} ${field ?? ''}`);
  const tr = new Transform(doc);
  // From the last on, so that none moves those still to come.
  for (const hit of hits.toReversed()) {
    const text = textFor(hit);
    if (text === '') tr.delete(hit.from, hit.to);
    else tr.replaceWith(hit.from, hit.to, schema.text(text, doc.resolve(hit.from).nodeAfter?.marks ?? []));
  }
  if (!tr.docChanged) return null;
  // A field without a text is no field (document-session says the same when it is emptied by hand).
  if (field !== null && tr.doc.content.size <= 2) return { kind: 'set', path: `articles/${article}/fields/${field}`, from: doc.toJSON(), to: null };
  return { kind: 'steps', article, field, steps: tr.steps.map((step) => step.toJSON() as unknown) };
}
