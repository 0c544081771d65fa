import { describe, expect, it } from 'vitest';
import { sampleBrief, sampleEditions, samplePackage, sampleReport } from '../../../test/sample-package';
import { applyChange } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import { makeEdition, type EditionPreset } from '../../core/model/editions';
import type { Edition, Package } from '../../core/model/package';
import { addEdition, editionChanges, editionForm, keptWords, newForm, removeEdition, withPreset, wrongInForm } from './edition-form';

const [booklet, paper] = [sampleEditions[0]!, sampleEditions[1]!];
const presets: readonly EditionPreset[] = [
  { id: 'gb', name: '国标', kind: 'booklet', look: booklet.look, master: booklet.master, booklet: null },
  { id: 'office', name: '机关讲话', kind: 'booklet', look: { ...booklet.look, id: 'office' }, master: booklet.master, booklet: null },
  { id: 'N8', name: '对开 8 栏', kind: 'newspaper', look: paper.look, master: paper.master, booklet: null },
  { id: 'N6', name: '对开 6 栏', kind: 'newspaper', look: paper.look, master: { ...paper.master, id: 'N6' }, booklet: null },
];
const pkg: Package = { ...samplePackage, editions: [booklet, paper] };

function applied(to: Package, changes: readonly PackageChange[]): Package {
  return changes.reduce((before, change) => {
    const result = applyChange(before, change);
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  }, to);
}
const edition = (of: Package, id: string): Edition => of.editions.find((one) => one.id === id)!;

describe('版式设置', () => {
  it('finds an edition as it is, its preset by what it holds; nothing changed is no change', () => {
    const form = editionForm(booklet, pkg, presets);
    expect(form.preset).toBe('gb');
    expect(editionChanges(booklet, form, presets)).toEqual([]);
    expect(editionForm({ ...booklet, look: { ...booklet.look, id: 'own' } }, pkg, presets).preset).toBeNull();
  });

  it('another page under a make-up that was taken is said to leave it where it was; nothing else is', () => {
    const taken: Edition = { ...paper, layout: { pages: [] } };
    const to = (of: Edition, change: Partial<ReturnType<typeof editionForm>>) => editionChanges(of, { ...editionForm(of, pkg, presets), ...change }, presets);
    expect(keptWords(taken, to(taken, { preset: 'N6' }), '对开 6 栏')).toMatch(/换了开本（对开 6 栏）：定下的版面排得下的，还在原来的栏和行上；.*Ctrl\+回车重新拼/);
    expect(keptWords(taken, to(taken, { name: '另名' }), '对开 8 栏')).toBeNull();
    const { layout: _layout, ...free } = taken;
    expect(keptWords(free, to(free, { preset: 'N6' }), '对开 6 栏')).toBeNull();
  });

  it('cover, number, contents, annex and blanks are one change of the booklet alone, which its inverse takes back', () => {
    const form = { ...editionForm(booklet, pkg, presets), cover: !booklet.booklet!.cover, number: ' 之三 ', contents: true, annex: false, multiple: 4 };
    const changes = editionChanges(booklet, form, presets);
    expect(changes.map((change) => change.kind === 'set' && change.path)).toEqual([`editions/${booklet.id}/booklet`]);
    expect(edition(applied(pkg, changes), booklet.id).booklet).toEqual({ cover: !booklet.booklet!.cover, number: '之三', collect: booklet.booklet!.collect, contents: true, annex: false, multiple: 4 });
  });

  it('keeps of a booklet what the form does not show', () => {
    const newer = { ...booklet, booklet: { ...booklet.booklet!, later: 1 } } as Edition;
    const changed = applied({ ...pkg, editions: [newer] }, editionChanges(newer, { ...editionForm(newer, pkg, presets), multiple: 2 }, presets));
    expect(edition(changed, booklet.id).booklet).toMatchObject({ later: 1, multiple: 2 });
  });

  it('another preset brings its look and master; an own one stays where nobody chose', () => {
    expect(edition(applied(pkg, editionChanges(booklet, { ...editionForm(booklet, pkg, presets), preset: 'office' }, presets)), booklet.id).look.id).toBe('office');
    const own: Edition = { ...booklet, look: { ...booklet.look, id: 'own' } };
    const form = { ...editionForm(own, pkg, presets), name: '又名' };
    expect(edition(applied({ ...pkg, editions: [own] }, editionChanges(own, form, presets)), own.id)).toEqual({ ...own, name: '又名' });
  });

  it('a make-up stays in the edition, whatever page and articles it has then: it follows them (makeup/follow-edition.ts)', () => {
    const made: Edition = { ...paper, layout: { pages: [] } };
    const form = editionForm(made, pkg, presets);
    const after = (change: Partial<typeof form>): Edition => edition(applied({ ...pkg, editions: [made] }, editionChanges(made, { ...form, ...change }, presets)), made.id);
    for (const change of [{ preset: 'N6' }, { articles: [...form.articles].reverse() }, { name: '闭幕日' }]) expect(after(change).layout).toEqual(made.layout);
  });

  it('says what is missing', () => {
    const form = editionForm(booklet, pkg, presets);
    expect([wrongInForm(form, [paper]), wrongInForm({ ...form, name: ' ' }, [])?.key, wrongInForm({ ...form, articles: [] }, [])?.key]).toEqual([null, 'name', 'articles']);
    expect(wrongInForm({ ...form, name: ` ${paper.name}` }, [paper])).toEqual({ key: 'name', reason: expect.stringContaining(`已经有叫“${paper.name}”的版式`) });
  });

  it('a preset of the user’s own brings its page, and the parts of a booklet that it names', () => {
    const own: EditionPreset = {
      id: '/home/own.json', name: '市政协 20 行', kind: 'booklet', look: booklet.look, master: { ...booklet.master, id: 'own' }, booklet: { cover: true, number: '之二', collect: false, contents: true, annex: false, multiple: 4 },
    };
    const form = withPreset(editionForm(booklet, pkg, presets), own);
    expect(form).toMatchObject({ preset: own.id, cover: true, number: '之二', contents: true, annex: false, multiple: 4 });
    const done = edition(applied(pkg, editionChanges(booklet, form, [...presets, own])), booklet.id);
    expect(done).toMatchObject({ master: { id: 'own' }, booklet: { cover: true, number: '之二' } });
    expect(withPreset(form, { ...own, id: 'N', booklet: null })).toEqual({ ...form, preset: 'N' });
  });

  it('articles that are gone are not in the form', () => {
    const lost = { ...booklet, articles: ['gone', sampleReport.id] };
    expect(editionForm(lost, pkg, presets).articles).toEqual([sampleReport.id]);
  });
});

describe('新建版式, 删除版式', () => {
  it('begins as the one of its kind, in a name of its own, and stands behind it', () => {
    const form = newForm('newspaper', pkg, presets)!;
    expect(form).toMatchObject({ name: `${paper.name}（2）`, articles: editionForm(paper, pkg, presets).articles, preset: 'N8' });
    const added = applied(pkg, [addEdition('newspaper', 'second', { ...form, articles: [sampleBrief.id], preset: 'N6' }, pkg, presets)!]);
    expect(added.editions.map(({ id }) => id)).toEqual([booklet.id, paper.id, 'second']);
    expect(edition(added, 'second')).toMatchObject({ kind: 'newspaper', articles: [sampleBrief.id], master: { id: 'N6' }, paper: paper.paper, booklet: null });
    expect(newForm('newspaper', added, presets)?.name).toBe(`${paper.name}（3）`);
  });

  it('a kind that has none takes the usual preset', () => {
    const bare: Package = { ...pkg, editions: [paper] };
    const added = applied(bare, [addEdition('booklet', 'b', { ...newForm('booklet', bare, presets)!, cover: true }, bare, presets)!]);
    expect(edition(added, 'b')).toEqual({ ...makeEdition(presets[0]!, pkg.articles.map(({ id }) => id), 'b'), name: '会议文件单行本（2）', booklet: { cover: true, number: null, collect: false, contents: false, annex: true, multiple: 1 } });
  });

  it('the last of its kind stays', () => {
    expect(removeEdition(pkg, paper.id)).toBeNull();
    const two: Package = { ...pkg, editions: [booklet, paper, { ...paper, id: 'second' }] };
    expect(applied(two, [removeEdition(two, paper.id)!]).editions.map(({ id }) => id)).toEqual([booklet.id, 'second']);
  });
});
