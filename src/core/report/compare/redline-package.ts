// Two packages, or two versions of one, as the one package that a 花脸稿 prints: its
// articles hold both texts (redline.ts), its edition is the booklet of the later one
// with what changed marked. In: both packages, what they are called, the later one's
// booklet. Out: a package and an edition for one export, never stored. Which article
// became which is pair-articles' to say: two files need not have named theirs alike.
import { Fragment, type Node } from 'prosemirror-model';
import { emptyFieldText, renderField } from '../../model/fields';
import { FIELD_PATHS, REDLINE_EDITION, type Article, type Edition, type FieldDoc, type FieldPath, type Meeting, type Package } from '../../model/package';
import { schema, type FieldAttrs } from '../../model/schema';
import { acceptedArticles } from './accepted-text';
import { pairArticles } from './pair-articles';
import { type Joined, redline, type RedlineNames, type Watch, withCountedHeads } from './redline';

export interface RedlineJob {
  readonly was: Package;
  readonly now: Package;
  /** What the two are called. */
  readonly from: string;
  readonly to: string;
  /** On a sheet, of the later package. */
  readonly edition: Edition;
  /** As Edition.printedAt. */
  readonly at: string | null;
}

export interface Redlined {
  /** For pages: both texts are printed. */
  readonly pkg: Package;
  readonly edition: Edition;
  /** For a file with tracked changes, where what is gone is no text and Word counts the heads itself. */
  readonly tracked: { readonly pkg: Package; readonly edition: Edition };
}

/** Both texts as one package; `joined`: where they were joined before, under namesOf the same job. */
export function redlinePackage({ was, now, from, to, edition, at }: RedlineJob, joined: JoinedArticles = joinArticles(was, now, namesOf({ from, to, at }))): Redlined {
  const { old, articles, numbers } = joined;
  const set = new Set(edition.articles);
  const kinds = new Set(now.articles.filter(({ id }) => set.has(id)).map(({ kind }) => kind));
  const known = new Set(now.articles.map(({ id }) => id));
  const gone = old.filter(({ id, kind }) => !known.has(id) && kinds.has(kind)).map(({ id }) => id);
  // Neither cover nor contents: they are made from the text, and it is the text that is compared. The annex is that of the later text, with which its anchors stand; in a file where changes can be taken back it would be of one side alone.
  const withAnnex = edition.booklet === null ? null : { ...edition.booklet, cover: false, contents: false, multiple: 1 };
  const shown: Edition = { ...edition, id: REDLINE_EDITION, name: '花脸稿', articles: [...edition.articles, ...gone], booklet: withAnnex, printedAt: at, faces: {} };
  const tracked: Edition = { ...shown, booklet: withAnnex === null ? null : { ...withAnnex, annex: false } };
  const pkg: Package = { ...now, articles, editions: [], versions: [], comments: [] };
  const renumbered = numbers.filter(({ gone: head }) => head === null).map(({ article, block, label }) => ({ article, block, was: label }));
  return { pkg, edition: { ...shown, redline: { from, to, renumbered } }, tracked: { pkg: { ...pkg, articles: withCountedHeads(joined) }, edition: tracked } };
}

/** What the marks of a 花脸稿 say. */
export function namesOf({ from, to, at }: Pick<RedlineJob, 'from' | 'to' | 'at'>): RedlineNames {
  return { by: `${from} → ${to}`, at: at === null ? null : Date.parse(at) };
}

/** Texts with the record that their fields show. */
type Texts = Pick<Package, 'meeting' | 'articles'>;

export interface JoinedArticles extends Joined {
  /** Those of the earlier text under the ids of the later. */
  readonly old: readonly Pick<Article, 'id' | 'kind'>[];
}

/** Both texts' articles joined. */
export function joinArticles(was: Texts, now: Texts, names: RedlineNames, watch: Watch | null = null): JoinedArticles {
  const [before, after] = [acceptedArticles(was.articles), acceptedArticles(now.articles)];
  const old = pairArticles(before, after);
  // What the record says differs in both: a field of one name is then two texts.
  const settles = JSON.stringify(was.meeting) !== JSON.stringify(now.meeting);
  const settled = (articles: readonly Article[], meeting: Meeting): readonly Article[] => (settles ? articles.map((article) => withValues(article, meeting)) : articles);
  return { old, ...redline(settled(old, was.meeting), settled(after, now.meeting), names, watch) };
}

/** What two versions are called: by 稿次, by name where the 稿次 says nothing, by `files` where both say the same. */
export function versionNames(was: Package, now: Package, ...files: readonly [string, string]): Pick<RedlineJob, 'from' | 'to'> {
  const [from, to] = [was.stage ?? was.name, now.stage ?? now.name];
  return from === to ? { from: baseName(files[0]), to: baseName(files[1]) } : { from, to };
}

/** The last part of a path of either system. */
const baseName = (file: string): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

/** The article with its fields as the words that they print. */
function withValues(article: Article, meeting: Meeting): Article {
  const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, article.fields[path] === null ? null : spelled(article.fields[path], meeting)])) as Record<FieldPath, FieldDoc>;
  return { ...article, fields, doc: spelled(article.doc, meeting) };
}

function spelled(node: Node, meeting: Meeting): Node {
  if (node.type.name === 'field') {
    const { path, form } = node.attrs as FieldAttrs;
    return schema.text(renderField(path, form, meeting) || emptyFieldText(path), node.marks);
  }
  if (node.isLeaf) return node;
  const children: Node[] = [];
  node.forEach((child) => children.push(spelled(child, meeting)));
  return node.copy(Fragment.fromArray(joinedText(children)));
}

/** Fragment.fromArray wants neighbouring texts of the same marks as one. */
function joinedText(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (last !== undefined && last.isText && node.isText && last.sameMarkup(node)) out[out.length - 1] = schema.text((last.text ?? '') + (node.text ?? ''), node.marks);
    else out.push(node);
  }
  return out;
}
