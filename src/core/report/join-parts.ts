// The papers of a template put into a package that is there: a meeting has one
// package, and its stories, resolutions and addresses come one after another. In:
// the package and what the template made. Out: changes of the one log, so that one
// undo takes all of it back. The article joins the paper of its phase (a 决议 never
// stands beside the opening editorial, TYPESETTING 4.1b), or brings one; of the
// other editions it brings the one that the template names first.
import type { PackageChange } from '../model/change';
import type { Article, ArticleKind, Edition, Package } from '../model/package';
import { articleToJson } from '../model/package-json';

/** What a paper prints of a meeting; addresses and lists come as their own papers. */
const PRINTED: readonly ArticleKind[] = ['report', 'editorial', 'news', 'resolution'];

/** `id`, or with the first number that is free. */
function free(id: string, taken: ReadonlySet<string>): string {
  let name = id;
  for (let n = 2; taken.has(name); n++) name = `${id}-${n}`;
  return name;
}

/** A name that tells it from other editions: 决议会议文件; one that does so already stays (提案工作报告单行本). */
function editionName({ name }: Edition, template: string): string {
  const short = template.replace(/（.*$/, '');
  return name.includes('报告') || name.endsWith('版') || name.startsWith(short) ? name : short + name;
}

export interface Joined {
  readonly changes: readonly PackageChange[];
  /** Id of the first article as it joined. */
  readonly article: string;
}

/** The changes that put `parts` of a template of that name into `pkg`. @throws RangeError where there are no articles. */
export function joinParts(pkg: Package, parts: { readonly articles: readonly Article[]; readonly editions: readonly Edition[] }, template: string): Joined {
  const taken = new Set(pkg.articles.map(({ id }) => id));
  const changes: PackageChange[] = [];
  const ids: string[] = [];
  for (const [at, article] of parts.articles.entries()) {
    const id = free(article.id, taken);
    taken.add(id);
    ids.push(id);
    changes.push({ kind: 'add', what: 'article', index: pkg.articles.length + at, value: articleToJson({ ...article, id }) });
  }
  const [first] = ids;
  if (first === undefined) throw new RangeError('a template without an article');

  const editions = new Set(pkg.editions.map(({ id }) => id));
  const add = (edition: Edition): void => {
    const id = free(`${edition.kind}-${first}`, editions);
    editions.add(id);
    changes.push({ kind: 'add', what: 'edition', index: editions.size - 1, value: { ...edition, id, name: editionName(edition, template), articles: ids } });
  };
  const [main] = parts.editions;
  const paper = parts.editions.find(({ kind }) => kind === 'newspaper');
  if (main !== undefined && main.kind !== 'newspaper') add(main);
  if (paper !== undefined && (main === paper || PRINTED.includes(parts.articles[0]!.kind))) {
    const papers = pkg.editions.filter(({ kind }) => kind === 'newspaper');
    // One that nobody gave a phase takes what comes.
    const there = papers.find(({ phase }) => phase === paper.phase) ?? papers.find(({ phase }) => phase === null);
    if (there === undefined) add(paper);
    else changes.push({ kind: 'set', path: `editions/${there.id}/articles`, from: there.articles, to: [...there.articles, ...ids] });
  }
  return { changes, article: first };
}
