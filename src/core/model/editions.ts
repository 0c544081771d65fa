// Editions from presets, and the choice of one by what a command asks (COMMANDS,
// "Export"). A preset is data (resources/looks, resources/masters, put together by
// whoever can read files): an edition copies look and master whole, so that a
// later change of the preset changes no package. Nothing is invented: a raw text
// has no paper profile, so its newspaper has no masthead.
import type { Look } from './look';
import type { Master } from './master';
import type { BookletParts, Edition, EditionKind, Package } from './package';

export interface EditionPreset {
  /** gb, office, N8, N6, T6, speech. */
  readonly id: string;
  readonly name: string;
  readonly kind: EditionKind;
  readonly look: Look;
  readonly master: Master;
  readonly booklet: BookletParts | null;
}

/** A booklet's parts where neither edition nor preset says more: the text alone. */
export const PLAIN_BOOKLET: BookletParts = { cover: false, number: null, collect: false, contents: false, annex: false, multiple: 1 };

/** Of a booklet that is made for a package where nobody chose: the text, and what its notes explain. A Word file's footnotes are text that somebody wrote, and must not be left out unsaid. */
export const MADE_BOOKLET: BookletParts = { ...PLAIN_BOOKLET, annex: true };

/** Id and preset of the 改稿本: an edition that every package has and none stores. */
export const DRAFT = 'draft';

/** The preset that a kind takes where none is named (COMMANDS). */
export const DEFAULT_PRESET: Readonly<Record<EditionKind | typeof DRAFT, string>> = { booklet: 'gb', newspaper: 'N8', speech: 'speech', draft: 'draft' };

export const EDITION_NAMES: Readonly<Record<EditionKind, string>> = { booklet: '会议文件单行本', newspaper: '报纸版面', speech: '大字稿' };

/** What a kind sets where nobody chose: reports (all where there is none), for a newspaper all, for a speech the first report. */
export function articlesFor(kind: EditionKind, pkg: Pick<Package, 'articles'>): readonly string[] {
  const all = pkg.articles.map(({ id }) => id);
  const reports = pkg.articles.filter((article) => article.kind === 'report').map(({ id }) => id);
  switch (kind) {
    case 'newspaper': return all;
    case 'booklet': return reports.length > 0 ? reports : all;
    case 'speech': return reports.length > 0 ? reports.slice(0, 1) : all.slice(0, 1);
  }
}

/** A new edition of a preset's kind, for the articles given. */
export function makeEdition(preset: EditionPreset, articles: readonly string[], id: string): Edition {
  return {
    id, kind: preset.kind, name: EDITION_NAMES[preset.kind], articles, date: null, phase: null, look: preset.look, master: preset.master, paper: null,
    booklet: preset.kind === 'booklet' ? (preset.booklet ?? MADE_BOOKLET) : null, abridgedNote: false, faces: {},
  };
}

/** The 改稿本 of a package: its reports (all articles where it has none) in the look and master of `preset`, printed at `printedAt` (Edition.printedAt). */
export function draftEdition(pkg: Package, preset: EditionPreset, printedAt: string | null): Edition {
  return { ...makeEdition(preset, articlesFor('booklet', pkg), DRAFT), name: '改稿本', booklet: preset.booklet ?? PLAIN_BOOKLET, printedAt };
}

export interface EditionRequest {
  /** A kind, `draft`, or the id of an edition. */
  readonly edition: string;
  /** Sets this article alone. */
  readonly article: string | null;
  /** Look and master to set it in, instead of the edition's own; of its kind. */
  readonly preset: EditionPreset | null;
}

export type EditionChoice =
  | { readonly ok: true; readonly edition: Edition; /** Said to people (Chinese): which of several was taken; null: nothing to say. */ readonly note: string | null }
  | { readonly ok: false; readonly code: 'edition-unknown' | 'article-unknown' | 'preset-mismatch' | 'article-none'; readonly message: string };

const KINDS: readonly string[] = ['booklet', 'newspaper', 'speech'] satisfies EditionKind[];

/** Whether a word names a kind of edition. */
export function isEditionKind(word: string): word is EditionKind {
  return KINDS.includes(word);
}

/**
 * The edition that a request means: by id, else the first of the kind, else one made from the kind's preset
 * (`defaultPreset` gives it; it is asked only then).
 */
export function chooseEdition(pkg: Package, request: EditionRequest, defaultPreset: (kind: EditionKind | typeof DRAFT) => EditionPreset): EditionChoice {
  const byId = pkg.editions.find(({ id }) => id === request.edition);
  const draft = byId === undefined && request.edition === DRAFT;
  const kind = byId?.kind ?? (draft ? 'booklet' : isEditionKind(request.edition) ? request.edition : null);
  if (kind === null) {
    const known = pkg.editions.map(({ id }) => id).join('、');
    return { ok: false, code: 'edition-unknown', message: `没有版式“${request.edition}”；可用 booklet、newspaper、speech、draft${known === '' ? '' : `，或文稿包里的 ${known}`}` };
  }
  const { preset } = request;
  if (preset !== null && preset.kind !== kind) {
    return { ok: false, code: 'preset-mismatch', message: `预设“${preset.id}”是${EDITION_NAMES[preset.kind]}的，不能用于${EDITION_NAMES[kind]}` };
  }
  if (request.article !== null && !pkg.articles.some(({ id }) => id === request.article)) {
    return { ok: false, code: 'article-unknown', message: `没有稿件“${request.article}”；有 ${pkg.articles.map(({ id }) => id).join('、')}` };
  }
  if (pkg.articles.length === 0) return { ok: false, code: 'article-none', message: '里面没有稿件，无可排版' };
  const same = draft ? [] : pkg.editions.filter((edition) => edition.kind === kind);
  const found = byId ?? same[0];
  let edition = found ?? (draft ? draftEdition(pkg, preset ?? defaultPreset(DRAFT), null) : makeEdition(preset ?? defaultPreset(kind), articlesFor(kind, pkg), kind));
  const unused: string[] = [];
  if (found !== undefined && preset !== null) {
    // A make-up is one of its page: on another it is nothing.
    const { layout, ...rest } = found;
    const isKept = layout !== undefined && isSamePage(found.master, preset.master);
    if (layout !== undefined && !isKept) unused.push(`版式“${found.name}”里存的版面是按“${found.master.name}”拼的，这次按“${preset.master.name}”，用不上，另拼`);
    edition = { ...rest, ...(isKept ? { layout } : {}), look: preset.look, master: preset.master, booklet: kind === 'booklet' ? (preset.booklet ?? found.booklet) : null };
  }
  // A package that lost an article keeps its other articles printable; what is missing is said.
  const present = [...new Set(edition.articles)].filter((id) => pkg.articles.some((article) => article.id === id));
  const lost = edition.articles.filter((id) => !present.includes(id));
  const notes = [
    ...(byId === undefined && same.length > 1 ? [`文稿包里有 ${same.length} 个${EDITION_NAMES[kind]}，取第一个：${same[0]!.name}（${same[0]!.id}）`] : []),
    ...(lost.length > 0 && request.article === null ? [`版式“${edition.name}”选的稿件 ${lost.join('、')} 已不在文稿包里`] : []),
    ...unused,
  ];
  const articles = request.article !== null ? [request.article] : present;
  if (articles.length === 0) return { ok: false, code: 'article-none', message: `版式“${edition.name}”没有选稿件` };
  // A make-up of all articles is none of one alone.
  if (request.article !== null && edition.layout?.pages.some(({ pieces }) => pieces.some(({ article }) => article !== request.article)) === true) {
    const { layout: _layout, ...alone } = edition;
    edition = alone;
  }
  return { ok: true, edition: { ...edition, articles }, note: notes.length === 0 ? null : notes.join('；') };
}

/** Two masters are the same page, whatever file they came from and whatever they are called. */
function isSamePage(a: Master, b: Master): boolean {
  const [one, other] = [a, b].map(({ id: _id, name: _name, ...page }) => new Map<string, unknown>(Object.entries(page))) as [Map<string, unknown>, Map<string, unknown>];
  return one.size === other.size && [...one].every(([key, value]) => JSON.stringify(value) === JSON.stringify(other.get(key)));
}
