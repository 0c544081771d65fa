import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { applyChange, applyChanges, invertChange } from './apply-change';
import type { PackageChange } from './change';
import { EMPTY_MEETING, type Article, type CommentThread, type Package } from './package';
import { articleToJson, fromBase64, jsonEqual, toBase64 } from './package-json';
import { schema } from './schema';

const p = (text: string): Node => schema.node('paragraph', null, text === '' ? [] : schema.text(text));
const doc = (...texts: string[]): Node => schema.node('doc', null, texts.map(p));
const noFields = {
  'deck.over': null, 'deck.main': null, 'deck.sub': null, 'head.occasion': null, 'head.date': null, 'head.speaker': null, 'head.salutation': null,
};
const article = (id: string, ...texts: string[]): Article => ({ id, kind: 'report', label: null, fields: { ...noFields, 'deck.main': doc('标题') }, doc: doc(...texts) });
const thread = (id: string): CommentThread => ({ id, article: 'a', entries: [], done: false });
const base: Package = {
  id: 'p', name: '试', stage: null, meeting: { ...EMPTY_MEETING, term: 9 }, articles: [article('a', '市政协全会', '第二段'), article('b', '社论')], editions: [], versions: [],
  assets: new Map([['pic.png', new Uint8Array([1, 2, 3, 250])]]), comments: [thread('c')], ignored: [],
};

const steps = (edit: (tr: Transform) => Transform, id = 'a', field: 'deck.main' | null = null): PackageChange => {
  const target = base.articles.find((candidate) => candidate.id === id)!;
  const tr = edit(new Transform(field === null ? target.doc : target.fields[field]!));
  return { kind: 'steps', article: id, field, steps: tr.steps.map((step) => step.toJSON() as unknown) };
};

/** All the laws at once: applies, the inverse gives the package back, JSON changes nothing, the rest is shared. */
function checkLaws(change: PackageChange): Package {
  const sent = JSON.parse(JSON.stringify(change)) as PackageChange;
  const applied = applyChanges(base, [sent]);
  if (!applied.ok) throw new Error(applied.reason);
  const back = applyChanges(applied.value.pkg, JSON.parse(JSON.stringify(applied.value.inverse)) as PackageChange[]);
  if (!back.ok) throw new Error(back.reason);
  expect(back.value.pkg).toEqual(base);
  back.value.pkg.articles.forEach((restored, i) => expect(restored.doc.eq(base.articles[i]!.doc)).toBe(true));
  return applied.value.pkg;
}

describe('apply, then the inverse, gives the package back; a change survives JSON', () => {
  const strong = schema.mark('strong');
  it.each<[string, PackageChange, (pkg: Package) => unknown, unknown]>([
    ['typing', steps((tr) => tr.insert(1, schema.text('今天'))), (pkg) => pkg.articles[0]!.doc.child(0).textContent, '今天市政协全会'],
    ['several steps in one change', steps((tr) => tr.delete(1, 3).insert(1, schema.text('省'))), (pkg) => pkg.articles[0]!.doc.child(0).textContent, '省协全会'],
    ['splitting a paragraph', steps((tr) => tr.split(3)), (pkg) => pkg.articles[0]!.doc.childCount, 3],
    ['a mark', steps((tr) => tr.addMark(1, 3, strong)), (pkg) => pkg.articles[0]!.doc.rangeHasMark(1, 2, strong.type), true],
    ['a block attribute', steps((tr) => tr.setNodeAttribute(0, 'align', 'center')), (pkg) => pkg.articles[0]!.doc.child(0).attrs.align as unknown, 'center'],
    ['wrapping into a heading', steps((tr) => tr.setBlockType(1, 1, schema.nodes.heading, { level: 2 })), (pkg) => pkg.articles[0]!.doc.child(0).type.name, 'heading'],
    ['a field', steps((tr) => tr.insert(3, schema.text('！')), 'a', 'deck.main'), (pkg) => pkg.articles[0]!.fields['deck.main']!.textContent, '标题！'],
    ['the record', { kind: 'set', path: 'meeting/organisation/full', from: null, to: '云岭市政协' }, (pkg) => pkg.meeting.organisation.full, '云岭市政协'],
    ['a value of the record that it leaves out', { kind: 'set', path: 'meeting/superior', from: null, to: '州' }, (pkg) => pkg.meeting.superior, '州'],
    ['the record as a whole', { kind: 'set', path: 'meeting', from: base.meeting, to: EMPTY_MEETING }, (pkg) => pkg.meeting.term, null],
    ['the stage', { kind: 'set', path: 'stage', from: null, to: '大会稿' }, (pkg) => pkg.stage, '大会稿'],
    ["an article's kind", { kind: 'set', path: 'articles/b/kind', from: 'report', to: 'editorial' }, (pkg) => pkg.articles[1]!.kind, 'editorial'],
    ['an empty field filled', { kind: 'set', path: 'articles/b/fields/deck.sub', from: null, to: doc('副题').toJSON() as unknown }, (pkg) => pkg.articles[1]!.fields['deck.sub']!.textContent, '副题'],
    ["a comment's state", { kind: 'set', path: 'comments/c/done', from: false, to: true }, (pkg) => pkg.comments[0]!.done, true],
    ['a new article', { kind: 'add', what: 'article', index: 1, value: articleToJson(article('n', '新')) }, (pkg) => pkg.articles.map(({ id }) => id), ['a', 'n', 'b']],
    ['an article removed', { kind: 'remove', what: 'article', index: 0, value: articleToJson(base.articles[0]!) }, (pkg) => pkg.articles.map(({ id }) => id), ['b']],
    ['an article moved', { kind: 'move', what: 'article', from: 0, to: 1 }, (pkg) => pkg.articles.map(({ id }) => id), ['b', 'a']],
    ['a picture', { kind: 'add', what: 'asset', index: 0, value: { id: 'x.png', data: toBase64(new Uint8Array([9])) } }, (pkg) => [...pkg.assets.keys()], ['x.png', 'pic.png']],
    ['a picture removed', { kind: 'remove', what: 'asset', index: 0, value: { id: 'pic.png', data: 'AQID+g==' } }, (pkg) => pkg.assets.size, 0],
  ])('%s', (_name, change, see, expected) => expect(see(checkLaws(change))).toEqual(expected));

  it('a mark over text that has it in part comes off only where it was put', () => {
    const half: Package = { ...base, articles: [{ ...base.articles[0]!, doc: new Transform(base.articles[0]!.doc).addMark(2, 4, strong).doc }] };
    const change: PackageChange = { kind: 'steps', article: 'a', field: null, steps: [{ stepType: 'addMark', mark: { type: 'strong' }, from: 1, to: 5 }] };
    const applied = applyChanges(half, [change]);
    if (!applied.ok) throw new Error(applied.reason);
    const back = applyChanges(applied.value.pkg, applied.value.inverse);
    expect(back.ok && back.value.pkg.articles[0]!.doc.eq(half.articles[0]!.doc)).toBe(true);
  });
  it('what did not change is shared', () => {
    const changed = checkLaws(steps((tr) => tr.insert(1, schema.text('今'))));
    expect(changed.articles[1]).toBe(base.articles[1]);
    expect(changed.articles[0]!.doc.child(1)).toBe(base.articles[0]!.doc.child(1));
    expect(changed.meeting).toBe(base.meeting);
  });
});

describe('a change on other ground is refused with a reason, and changes nothing', () => {
  it.each<[string, PackageChange, string]>([
    ['the value is another', { kind: 'set', path: 'meeting/term', from: 8, to: 10 }, '这里后来又改过'],
    ['the key does not exist', { kind: 'set', path: 'meeting/weather', from: null, to: '晴' }, '要改的项目已不在'],
    ['a key of Object.prototype', { kind: 'set', path: 'meeting/__proto__/x', from: null, to: 1 }, '要改的项目已不在'],
    ['an id is no value', { kind: 'set', path: 'articles/a/id', from: 'a', to: 'z' }, '要改的项目已不在'],
    ['a doc changes by steps alone', { kind: 'set', path: 'articles/a/doc', from: null, to: null }, '要改的项目已不在'],
    ['the article is gone', { kind: 'steps', article: 'gone', field: null, steps: [] }, '这篇稿件或这一栏已不在'],
    ['the field is empty', { kind: 'steps', article: 'a', field: 'deck.sub', steps: [] }, '这篇稿件或这一栏已不在'],
    ['the step is past the end', { kind: 'steps', article: 'a', field: null, steps: [{ stepType: 'replace', from: 900, to: 901 }] }, '这一步与现在的文字对不上'],
    ['the step is no step', { kind: 'steps', article: 'a', field: null, steps: [{ stepType: 'fly' }] }, '这一步与现在的文字对不上'],
    ['the id is taken', { kind: 'add', what: 'comment', index: 0, value: thread('c') }, '同名的一项已经在了'],
    ['the index is past the end', { kind: 'add', what: 'comment', index: 3, value: thread('d') }, '要放回的位置已不在'],
    ['the part was edited since', { kind: 'remove', what: 'comment', index: 0, value: { ...thread('c'), done: true } }, '这一项后来又改过'],
    ['an unknown node', { kind: 'add', what: 'article', index: 0, value: { ...articleToJson(article('n', '新')), doc: { type: 'video' } } }, '这一步的内容读不出来'],
  ])('%s', (_name, change, reason) => expect(applyChange(base, change)).toEqual({ ok: false, reason }));
  it('of several changes all are made or none', () => {
    const both = applyChanges(base, [{ kind: 'set', path: 'stage', from: null, to: '大会稿' }, { kind: 'set', path: 'name', from: 'x', to: 'y' }]);
    expect(both).toEqual({ ok: false, reason: '这里后来又改过' });
  });
  it('the inverse of steps needs the package before them', () => {
    expect(invertChange(base, { kind: 'steps', article: 'gone', field: null, steps: [] }).ok).toBe(false);
  });
});

describe('JSON by value', () => {
  it.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true], [{ a: undefined }, {}, true], [[1], { 0: 1 }, false],
    [{ a: 1 }, { a: 1, b: 2 }, false], [null, {}, false], [[1, 2], [1], false], ['1', 1, false],
  ])('%j and %j: %s', (a, b, equal) => expect(jsonEqual(a, b)).toBe(equal));
  it('RFC 4648 §10: base64 both ways', () => {
    const vectors = [['', ''], ['f', 'Zg=='], ['fo', 'Zm8='], ['foo', 'Zm9v'], ['foob', 'Zm9vYg=='], ['fooba', 'Zm9vYmE='], ['foobar', 'Zm9vYmFy']] as const;
    for (const [plain, coded] of vectors) {
      const bytes = Uint8Array.from(plain, (char) => char.charCodeAt(0));
      expect(toBase64(bytes)).toBe(coded);
      expect(fromBase64(coded)).toEqual(bytes);
    }
    for (const bad of ['Zg=', 'Zg!=', 'Z===']) expect(() => fromBase64(bad)).toThrow(RangeError);
  });
});
