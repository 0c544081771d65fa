// What 版式设置 lets a hand decide about an edition, and the changes of one step of
// undo that this makes of it: which articles it prints in which order, whose paper it
// is on, and the parts of a booklet (cover, 目录, 名词解释, blanks at the end). Pure.
// The pages follow as after any change; what the paper prints around them is 报纸信息.
import type { PackageChange } from '../../core/model/change';
import { EDITION_NAMES, makeEdition, MADE_BOOKLET, type EditionPreset } from '../../core/model/editions';
import type { Edition, EditionKind, Package } from '../../core/model/package';
import { jsonEqual } from '../../core/model/package-json';

export interface EditionForm {
  readonly name: string;
  /** Ids of the articles printed, in their order. */
  readonly articles: readonly string[];
  /** Id of the preset whose look and master it takes; null: those that it has, which are no preset's (any more). */
  readonly preset: string | null;
  readonly cover: boolean;
  /** Number in the conference's set (之二); '' for none. */
  readonly number: string;
  readonly collect: boolean;
  readonly contents: boolean;
  readonly annex: boolean;
  readonly multiple: number;
  readonly abridgedNote: boolean;
}

/** The preset that an edition is set in now, to the letter; null: in none that is known. */
function presetOf({ kind, look, master }: Edition, presets: readonly EditionPreset[]): string | null {
  return presets.find((preset) => preset.kind === kind && jsonEqual(preset.look, look) && jsonEqual(preset.master, master))?.id ?? null;
}

/** The form of an edition as it is. Articles that are gone from the package are not in it. */
export function editionForm(edition: Edition, pkg: Pick<Package, 'articles'>, presets: readonly EditionPreset[]): EditionForm {
  const parts = edition.booklet ?? MADE_BOOKLET;
  return {
    name: edition.name,
    articles: edition.articles.filter((id) => pkg.articles.some((article) => article.id === id)),
    preset: presetOf(edition, presets),
    cover: parts.cover, number: parts.number ?? '', collect: parts.collect, contents: parts.contents, annex: parts.annex, multiple: parts.multiple,
    abridgedNote: edition.abridgedNote,
  };
}

/** The form set in a preset; the parts of a booklet that a preset of the user's names go with it. */
export function withPreset(form: EditionForm, { id, booklet }: EditionPreset): EditionForm {
  if (booklet === null) return { ...form, preset: id };
  const { cover, number, collect, contents, annex, multiple } = booklet;
  return { ...form, preset: id, cover, number: number ?? '', collect, contents, annex, multiple };
}

/** Why the form cannot stand beside the other editions, in Chinese, and where; null where it can. */
export function wrongInForm({ name, articles }: EditionForm, others: readonly Pick<Edition, 'name'>[]): { readonly key: 'name' | 'articles'; readonly reason: string } | null {
  if (name.trim() === '') return { key: 'name', reason: '起个名字，导出的文件和选择框里用' };
  if (others.some((other) => other.name.trim() === name.trim())) return { key: 'name', reason: `已经有叫“${name.trim()}”的版式，换个名字，选的时候才分得清` };
  return articles.length === 0 ? { key: 'articles', reason: '至少选一篇，不然没有可印的' } : null;
}

/** The edition as the form has it. A make-up by hand follows other pages and articles as far as it can (makeup/follow-edition.ts). */
function shaped(edition: Edition, form: EditionForm, presets: readonly EditionPreset[]): Edition {
  const preset = form.preset === null ? undefined : presets.find(({ id, kind }) => id === form.preset && kind === edition.kind);
  const number = form.number.trim();
  return {
    ...edition,
    name: form.name.trim(),
    articles: form.articles,
    look: preset?.look ?? edition.look,
    master: preset?.master ?? edition.master,
    booklet: edition.kind === 'booklet'
      ? { ...edition.booklet, cover: form.cover, number: number === '' ? null : number, collect: form.collect, contents: form.contents, annex: form.annex, multiple: form.multiple }
      : edition.booklet,
    abridgedNote: form.abridgedNote,
  };
}

/** Changes that make an edition what the form says; none where it is so already. */
export function editionChanges(edition: Edition, form: EditionForm, presets: readonly EditionPreset[]): readonly PackageChange[] {
  const next = shaped(edition, form, presets);
  const keys = (['name', 'articles', 'look', 'master', 'booklet', 'abridgedNote'] as const).filter((key) => !jsonEqual(edition[key], next[key]));
  return keys.map((key): PackageChange => ({ kind: 'set', path: `editions/${edition.id}/${key}`, from: edition[key], to: next[key] }));
}

/** What changes of an edition leave to be done: a make-up that was taken stays in its columns and rows on another page; null: nothing. `page`: what that is called. */
export function keptWords({ name, layout, kind }: Edition, changes: readonly PackageChange[], page: string | null): string | null {
  if (kind !== 'newspaper' || layout === undefined || !changes.some((change) => change.kind === 'set' && change.path.endsWith('/master'))) return null;
  return `“${name}”换了${page === null ? '开本' : `开本（${page}）`}：定下的版面排得下的，还在原来的栏和行上；到排版台（Alt+4）按 Ctrl+回车重新拼，锁定的版块不动。`;
}

/** The articles that a new edition of a kind begins with: those of the one of its kind that is there. */
export function newForm(kind: EditionKind, { editions, articles }: Pick<Package, 'editions' | 'articles'>, presets: readonly EditionPreset[]): EditionForm | null {
  const like = editions.find((edition) => edition.kind === kind);
  const preset = presets.find((one) => one.kind === kind);
  if (preset === undefined) return null;
  const base = like ?? makeEdition(preset, articles.map(({ id }) => id), '');
  return { ...editionForm(base, { articles }, presets), name: freeName(editions, like?.name ?? EDITION_NAMES[kind]) };
}

/** `名（2）`, numbered on where that is there. */
function freeName(editions: readonly Edition[], name: string): string {
  const plain = name.replace(/（\d+）$/, '');
  for (let serial = 2; ; serial++) {
    const next = `${plain}（${serial}）`;
    if (!editions.some((edition) => edition.name === next)) return next;
  }
}

/** The change that adds an edition behind the last of its kind. Its paper is printed as the other's of its kind. */
export function addEdition(kind: EditionKind, id: string, form: EditionForm, { editions }: Pick<Package, 'editions'>, presets: readonly EditionPreset[]): PackageChange | null {
  const like = editions.find((edition) => edition.kind === kind);
  const preset = presets.find((one) => (form.preset === null ? one.kind === kind : one.id === form.preset));
  if (preset === undefined) return null;
  const made = makeEdition(preset, form.articles, id);
  const base: Edition = { ...made, paper: like?.paper ?? null, look: form.preset === null && like !== undefined ? like.look : made.look, master: form.preset === null && like !== undefined ? like.master : made.master };
  const last = editions.findLastIndex((edition) => edition.kind === kind);
  return { kind: 'add', what: 'edition', index: last < 0 ? editions.length : last + 1, value: shaped(base, form, presets) };
}

/** The change that takes an edition away; null for the last of its kind, which every package has. */
export function removeEdition({ editions }: Pick<Package, 'editions'>, id: string): PackageChange | null {
  const index = editions.findIndex((edition) => edition.id === id);
  const edition = editions[index];
  if (edition === undefined || editions.filter(({ kind }) => kind === edition.kind).length < 2) return null;
  return { kind: 'remove', what: 'edition', index, value: edition };
}
