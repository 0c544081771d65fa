import { describe, expect, it } from 'vitest';
import { sampleBrief, sampleEditions, samplePackage, sampleReport } from '../../../test/sample-package';
import { articlesFor, chooseEdition, MADE_BOOKLET, PLAIN_BOOKLET, type EditionPreset, type EditionRequest } from './editions';
import type { EditionKind, Package } from './package';

const [booklet, paper] = [sampleEditions[0]!, sampleEditions[1]!];
const preset = (kind: EditionKind | 'draft', id: string): EditionPreset => ({ id, name: id, kind: kind === 'draft' ? 'booklet' : kind, look: { ...booklet.look, id }, master: kind === 'newspaper' ? paper.master : booklet.master, booklet: null });
const raw: Package = { ...samplePackage, editions: [], articles: [sampleBrief, sampleReport, { ...sampleReport, id: 'second' }] };

const choose = (pkg: Package, edition: string, more: Partial<EditionRequest> = {}) =>
  chooseEdition(pkg, { edition, article: null, preset: null, ...more }, (kind) => preset(kind, `default-${kind}`));

function chosen(pkg: Package, edition: string, more: Partial<EditionRequest> = {}) {
  const choice = choose(pkg, edition, more);
  if (!choice.ok) throw new Error(choice.message);
  return choice;
}

describe('--edition takes a kind or the id of an edition', () => {
  it('by id', () => expect(chosen(samplePackage, 'paper').edition).toEqual(paper));
  it('by kind', () => expect(chosen(samplePackage, 'newspaper').edition.id).toBe('paper'));
  it('of several of a kind the bare kind means the first, which is said', () => {
    const two = { ...samplePackage, editions: [paper, { ...paper, id: 'closing', name: '闭幕日' }] };
    const { edition, note } = chosen(two, 'newspaper');
    expect(edition.id).toBe('paper');
    expect(note).toContain('取第一个：开幕日');
    expect(chosen(two, 'closing').note).toBeNull();
  });
  it.each(['poster', 'constructor', ''])('%j is neither', (word) => expect(choose(samplePackage, word)).toMatchObject({ ok: false, code: 'edition-unknown' }));
});

describe('where there is none one is made', () => {
  it.each<[EditionKind, string[]]>([['booklet', ['report', 'second']], ['newspaper', ['brief', 'report', 'second']], ['speech', ['report']]])('a %s of %j', (kind, articles) => {
    const { edition } = chosen(raw, kind);
    expect([edition.kind, edition.articles, edition.look.id, edition.paper]).toEqual([kind, articles, `default-${kind}`, null]);
  });
  it('a draft, even where the package has a booklet: its reports in a look and master of their own, without a booklet’s parts', () => {
    const { edition, note } = chosen(samplePackage, 'draft');
    expect([edition.id, edition.kind, edition.name, edition.articles, edition.look.id, edition.booklet, note]).toEqual(['draft', 'booklet', '改稿本', ['report'], 'default-draft', PLAIN_BOOKLET, null]);
  });
  it('a booklet without any report sets all', () => expect(articlesFor('booklet', { ...raw, articles: [sampleBrief] })).toEqual(['brief']));
  it('cover and contents only where asked; what notes explain is printed', () => {
    expect(chosen(raw, 'booklet').edition.booklet).toEqual(MADE_BOOKLET);
    expect(MADE_BOOKLET).toEqual({ ...PLAIN_BOOKLET, annex: true });
  });
});

describe('--article and --preset', () => {
  it('sets one article', () => expect(chosen(samplePackage, 'newspaper', { article: 'brief' }).edition.articles).toEqual(['brief']));
  it('without the make-up of all', () => {
    const piece = { article: 'report', variant: 'report', deck: null, body: [], box: null, from: null, to: null } as const;
    const kept = (...articles: string[]): Package => ({ ...samplePackage, editions: [{ ...paper, layout: { pages: [{ number: 1, mastheadRows: 0, pieces: articles.map((id) => ({ ...piece, article: id })) }] } }] });
    expect(chosen(kept('report', 'brief'), 'newspaper', { article: 'brief' }).edition.layout).toBeUndefined();
    expect(chosen(kept('brief'), 'newspaper', { article: 'brief' }).edition.layout).toBeDefined();
    expect(chosen(kept('report', 'brief'), 'newspaper').edition.layout).toBeDefined();
  });
  it('an unknown article is refused', () => expect(choose(raw, 'booklet', { article: 'x' })).toMatchObject({ ok: false, code: 'article-unknown' }));
  it("a preset takes the place of the edition's look and master, not of its parts", () => {
    const { edition } = chosen(samplePackage, 'booklet', { preset: preset('booklet', 'office') });
    expect([edition.id, edition.look.id, edition.booklet]).toEqual(['booklet', 'office', booklet.booklet]);
  });
  it('a make-up that is kept is one of its page: the same page named again keeps it, another leaves it unused and says so', () => {
    const layout = { pages: [] };
    const kept: Package = { ...samplePackage, editions: [{ ...paper, layout }] };
    const same = { ...preset('newspaper', 'N8'), master: JSON.parse(JSON.stringify(paper.master)) as typeof paper.master };
    expect(chosen(kept, 'newspaper', { preset: same })).toMatchObject({ edition: { layout }, note: null });
    const other = chosen(kept, 'newspaper', { preset: { ...same, master: { ...same.master, name: '四开 5 栏', columns: 5 } as typeof paper.master } });
    expect(other.edition.layout).toBeUndefined();
    expect(other.note).toBe(`版式“${paper.name}”里存的版面是按“${paper.master.name}”拼的，这次按“四开 5 栏”，用不上，另拼`);
  });
  it('a preset of another kind is refused', () => expect(choose(raw, 'booklet', { preset: preset('newspaper', 'N8') })).toMatchObject({ ok: false, code: 'preset-mismatch' }));
});

describe('articles that are not there', () => {
  it('a lost article is left out and said', () => {
    const { edition, note } = chosen({ ...samplePackage, articles: [sampleReport] }, 'paper');
    expect([edition.articles, note]).toEqual([['report'], '版式“开幕日”选的稿件 brief 已不在文稿包里']);
  });
  it('one that is named twice is set once', () => {
    expect(chosen({ ...samplePackage, editions: [{ ...paper, articles: ['brief', 'report', 'brief'] }] }, 'paper').edition.articles).toEqual(['brief', 'report']);
  });
  it('none at all is an error', () => expect(choose({ ...raw, articles: [] }, 'booklet')).toMatchObject({ ok: false, code: 'article-none' }));
});
