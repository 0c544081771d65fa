import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { applyChanges } from './apply-change';
import type { PackageChange } from './change';
import { History } from './history';
import { EMPTY_MEETING, type Article, type Package } from './package';
import { articleToJson } from './package-json';
import { schema } from './schema';

const p = (text: string): Node => schema.node('paragraph', null, text === '' ? [] : schema.text(text));
const article = (id: string, ...texts: string[]): Article => ({
  id, kind: 'report', label: null, doc: schema.node('doc', null, texts.map(p)),
  fields: { 'deck.over': null, 'deck.main': schema.node('doc', null, p('标题')), 'deck.sub': null, 'head.occasion': null, 'head.date': null, 'head.speaker': null, 'head.salutation': null },
});
const base: Package = {
  id: 'p', name: '试', stage: null, meeting: EMPTY_MEETING, articles: [article('a', '甲乙丙丁', '戊己庚辛')], editions: [], versions: [], assets: new Map(), comments: [], ignored: [],
};

/** A history over `base`, with hands: type inserts at a position, erase deletes, each a group of its own unless joined. */
function open(pkg: Package = base) {
  const history = new History(pkg);
  let clock = 0;
  const edit = (make: (tr: Transform) => Transform, joins = false, composition: number | null = null): void => {
    const tr = make(new Transform(history.pkg.articles[0]!.doc));
    const change: PackageChange = { kind: 'steps', article: 'a', field: null, steps: tr.steps.map((step) => step.toJSON() as unknown) };
    const done = history.apply([change], { label: '输入', at: (clock += joins ? 100 : 1000), joins, composition });
    if (!done.ok) throw new Error(done.reason);
  };
  return {
    history, edit,
    type: (at: number, text: string, joins = false, composition: number | null = null) => edit((tr) => tr.insert(at, schema.text(text)), joins, composition),
    erase: (from: number, to: number) => edit((tr) => tr.delete(from, to)),
    set: (path: string, from: unknown, to: unknown) => history.apply([{ kind: 'set', path, from, to }], { label: '改会议信息', at: (clock += 1000) }),
    texts: () => { const out: string[] = []; history.pkg.articles[0]!.doc.forEach((block) => out.push(block.textContent)); return out.join('|'); },
  };
}

describe('undo and redo over everything', () => {
  it('text and record are undone in one order', () => {
    const { history, type, set, texts } = open();
    type(1, '一');
    set('meeting/term', null, 9);
    type(2, '二');
    history.undo(1);
    expect([texts(), history.pkg.meeting.term]).toEqual(['一甲乙丙丁|戊己庚辛', 9]);
    history.undo(2);
    expect([texts(), history.pkg.meeting.term]).toEqual(['一甲乙丙丁|戊己庚辛', null]);
    history.undo(3);
    expect(texts()).toBe('甲乙丙丁|戊己庚辛');
    expect(history.undo(4)).toEqual({ ok: false, reason: '没有可撤销的修改' });
    for (let i = 0; i < 3; i++) expect(history.redo(5 + i).ok).toBe(true);
    expect([texts(), history.pkg.meeting.term]).toEqual(['一二甲乙丙丁|戊己庚辛', 9]);
    expect(history.redo(9)).toEqual({ ok: false, reason: '没有可恢复的修改' });
  });
  it('undo, redo, undo again, and a new change ends redo', () => {
    const { history, type, texts } = open();
    type(1, '一');
    type(1, '二');
    history.undo(1);
    history.redo(2);
    history.undo(3);
    expect(texts()).toBe('一甲乙丙丁|戊己庚辛');
    type(1, '三');
    expect(history.redoLabel).toBeNull();
    history.undo(4);
    history.undo(5);
    expect(texts()).toBe('甲乙丙丁|戊己庚辛');
  });
  it('the log only grows: replaying it on the first package gives the package', () => {
    const { history, type, erase, texts } = open();
    type(1, '一');
    erase(2, 4);
    history.undo(1);
    type(3, '三');
    history.undoGroup(0, 2);
    const replayed = applyChanges(base, history.groups.flatMap((group) => group.changes));
    expect(replayed.ok && replayed.value.pkg).toEqual(history.pkg);
    expect(texts()).toBe('甲三乙丙丁|戊己庚辛');
  });
});

describe('typing is grouped by time and by the composition', () => {
  it('keys in quick succession are one step of undo', () => {
    const { history, type } = open();
    type(1, '一', true);
    type(2, '二', true);
    expect(history.groups).toHaveLength(1);
    history.undo(1);
    expect(history.pkg).toEqual(base);
  });
  it('a pause begins a new one', () => {
    const { history, type } = open();
    type(1, '一', true);
    type(2, '二', false);
    expect(history.groups).toHaveLength(2);
  });
  it('a composition is one group however slow', () => {
    const { history, type } = open();
    type(1, '一', false, 7);
    type(2, '二', false, 7);
    type(3, '三', false, 8);
    expect(history.groups).toHaveLength(2);
  });
  it('an undoing is never joined', () => {
    const { history, type } = open();
    type(1, '一', true);
    history.undo(150);
    type(1, '二', true);
    expect(history.groups).toHaveLength(3);
  });
});

describe('a change in the middle is undone by its inverse mapped over the later steps', () => {
  it('typed before, deleted elsewhere: both stand', () => {
    const { history, type, erase, texts } = open();
    type(3, '中');
    type(1, '头');
    erase(6, 7);
    expect(texts()).toBe('头甲乙中丙|戊己庚辛');
    history.undoGroup(0, 1);
    expect(texts()).toBe('头甲乙丙|戊己庚辛');
  });
  it('a group of several steps, undone over a later paragraph split', () => {
    const { history, edit, texts } = open();
    edit((tr) => tr.insert(2, schema.text('子')).insert(8, schema.text('丑')).delete(5, 6));
    expect(texts()).toBe('甲子乙丙|丑戊己庚辛');
    edit((tr) => tr.split(4));
    history.undoGroup(0, 1);
    expect(texts()).toBe('甲乙|丙丁|戊己庚辛');
  });
  it('a record field, with text changed since', () => {
    const { history, type, set } = open();
    set('meeting/term', null, 9);
    type(1, '一');
    expect(history.undoGroup(0, 1).ok).toBe(true);
    expect(history.pkg.meeting.term).toBeNull();
  });
  it('an added comment is found by its id', () => {
    const { history } = open();
    const thread = (id: string) => ({ id, article: 'a', entries: [], done: false });
    for (const id of ['x', 'y']) history.apply([{ kind: 'add', what: 'comment', index: 0, value: thread(id) }], { label: '批注', at: 1 });
    history.undoGroup(0, 2);
    expect(history.pkg.comments.map(({ id }) => id)).toEqual(['y']);
  });
  it('a later deletion that was itself undone does not stand in the way', () => {
    const { history, type, erase, texts } = open();
    type(3, '中');
    erase(2, 5);
    type(1, '头');
    history.undoGroup(1, 1);
    history.undoGroup(0, 2);
    expect(texts()).toBe('头甲乙丙丁|戊己庚辛');
  });
});

describe('or refused with the reason', () => {
  const reason = '这里后来又改过，请先撤销后来的修改';
  it('words typed inside the insertion would go with it', () => {
    const { history, type, texts } = open();
    type(3, '中间');
    type(4, '又');
    expect(history.undoGroup(0, 1)).toEqual({ ok: false, reason });
    expect(texts()).toBe('甲乙中又间丙丁|戊己庚辛');
  });
  it('words of the insertion were replaced by as many others', () => {
    const { history, type, edit } = open();
    type(3, '中间话');
    edit((tr) => tr.replaceWith(4, 5, schema.text('外')));
    expect(history.undoGroup(0, 1)).toEqual({ ok: false, reason });
  });
  it('what the deletion stood in was deleted', () => {
    const { history, erase } = open();
    erase(3, 4);
    erase(1, 4);
    expect(history.undoGroup(0, 1)).toEqual({ ok: false, reason });
  });
  it('the attribute was set again', () => {
    const { history, edit } = open();
    edit((tr) => tr.setNodeAttribute(0, 'align', 'center'));
    edit((tr) => tr.setNodeAttribute(0, 'align', 'right'));
    expect(history.undoGroup(0, 1)).toEqual({ ok: false, reason });
  });
  it('the value was set again', () => {
    const { history, set } = open();
    set('meeting/term', null, 9);
    set('meeting/term', 9, 10);
    expect(history.undoGroup(0, 1)).toEqual({ ok: false, reason: '这里后来又改过' });
  });
  it('the added article was edited', () => {
    const { history, edit } = open({ ...base, articles: [] });
    history.apply([{ kind: 'add', what: 'article', index: 0, value: articleToJson(base.articles[0]!) }], { label: '导入', at: 1 });
    edit((tr) => tr.insert(1, schema.text('一')));
    expect(history.undoGroup(0, 1)).toEqual({ ok: false, reason: '这一项后来又改过' });
  });
  it('the field was replaced as a whole', () => {
    const { history, set } = open();
    const title = base.articles[0]!.fields['deck.main']!;
    history.apply([{ kind: 'steps', article: 'a', field: 'deck.main', steps: [{ stepType: 'replace', from: 1, to: 2 }] }], { label: '输入', at: 1 });
    set('articles/a/fields/deck.main', history.pkg.articles[0]!.fields['deck.main']!.toJSON(), title.toJSON());
    expect(history.undoGroup(0, 9)).toEqual({ ok: false, reason: '这篇稿件或这一栏后来整个换过' });
  });
  it('what the program does because of a step is of that step: one undo takes both back, one redo brings both; behind an undoing it is a step of its own', () => {
    const { history, type, texts } = open();
    const kept: PackageChange = { kind: 'set', path: 'stage', from: null, to: '工作稿' };
    type(1, '一');
    const { size } = history;
    history.apply([kept], { label: '定下', at: 5000, follows: true });
    expect([history.size, history.undoLabel, texts(), history.pkg.stage]).toEqual([size, '输入', '一甲乙丙丁|戊己庚辛', '工作稿']);
    expect([history.undo(6000).ok, texts(), history.pkg.stage]).toEqual([true, '甲乙丙丁|戊己庚辛', null]);
    expect([history.redo(7000).ok, texts(), history.pkg.stage]).toEqual([true, '一甲乙丙丁|戊己庚辛', '工作稿']);
    history.undo(8000);
    history.apply([kept], { label: '定下', at: 9000, follows: true });
    expect(history.undoLabel).toBe('定下');
  });
  it('a quiet group is passed over by undo and redo, and can be taken back alone or with all behind it', () => {
    const { history, type, texts } = open();
    type(1, '一');
    const quiet: PackageChange = { kind: 'set', path: 'stage', from: null, to: '工作稿' };
    history.apply([quiet], { label: '记下', at: 5000, quiet: true });
    expect([history.undoLabel, history.undo(6000).ok, texts(), history.pkg.stage]).toEqual(['输入', true, '甲乙丙丁|戊己庚辛', '工作稿']);
    expect([history.redoLabel, history.redo(7000).ok, texts(), history.pkg.stage]).toEqual(['输入', true, '一甲乙丙丁|戊己庚辛', '工作稿']);
    expect([history.undo(8000, true).ok, texts(), history.pkg.stage]).toEqual([true, '一甲乙丙丁|戊己庚辛', null]);
    expect(history.undoLabel).toBe('输入');
  });
  it('the same group twice', () => {
    const { history, type } = open();
    type(1, '一');
    history.undoGroup(0, 1);
    expect(history.undoGroup(0, 2)).toEqual({ ok: false, reason: '这一步已经撤销' });
    expect(() => history.undoGroup(9, 3)).toThrow(RangeError);
  });
});
