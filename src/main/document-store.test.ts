// What main holds of a text: changes in their order, saving of a version, files that others change. What is kept by
// itself: document-kept.test.ts.
import { chmodSync, existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { BYTES, clearBench, open, temporary, typing, type Bench } from '../../test/document-bench';
import { readPackage, writePackage } from '../core/model/package-file';
import type { DocumentStore } from './document-store';
import { withEditions } from './with-editions';

clearBench();

const textOf = (store: DocumentStore, number: number, version: number): string => store.at(number, version).articles[0]?.doc.textContent ?? '';

describe('main holds the package and follows by numbered changes', () => {
  it('a group that follows is applied, and makes the text unsaved', async () => {
    const { store, number } = await open();
    expect(store.isDirty).toBe(false);
    store.apply(number, 1, typing('新'));
    expect(textOf(store, number, 1)).toBe('新正文');
    expect(store.isDirty).toBe(true);
  });

  it.each([
    ['that skips a version', 2],
    ['that comes twice', 0],
  ])('a group %s is refused, and nothing changes', async (_, version) => {
    const { store, number } = await open();
    expect(() => store.apply(number, version, typing('新'))).toThrow(expect.objectContaining({ code: 'version-mismatch' }));
    expect(textOf(store, number, 0)).toBe('正文');
  });

  it('a group that does not fit is refused whole: its first change is not kept', async () => {
    const { store, number } = await open();
    const bad = typing('新');
    const group = { ...bad, changes: [...bad.changes, { kind: 'set', path: 'name', from: '别的名', to: '新名' } as const] };
    expect(() => store.apply(number, 1, group)).toThrow(expect.objectContaining({ code: 'change-refused' }));
    expect(textOf(store, number, 0)).toBe('正文');
  });

  it('a late call for a text that is no longer open hits nothing', async () => {
    const { store, number } = await open();
    const next = await store.hold({ opened: readPackage(BYTES), file: null, isNew: false, notes: [], questions: [] });
    expect(() => store.apply(number, 1, typing('新'))).toThrow(expect.objectContaining({ code: 'document-gone' }));
    expect(textOf(store, next.document, 0)).toBe('正文');
  });

  it('W50: a package that may only be looked at takes no change', async () => {
    const { store, number } = await open({ readOnly: '较新的版心保存的' });
    expect(() => store.apply(number, 1, typing('新'))).toThrow(expect.objectContaining({ code: 'document-read-only' }));
    expect(store.isDirty).toBe(false);
  });

  it('where the window sends its whole text, that is the text', async () => {
    const { store, number } = await open();
    const mine = packageOf([article('a', 'report', doc(p('窗口里的字')))]);
    await store.resync(number, 7, writePackage(mine, null));
    expect(textOf(store, number, 7)).toBe('窗口里的字');
  });
});

describe('saving is of a version', () => {
  const target = (): string => path.join(temporary(), '稿.banxin');

  it('the file holds the text of that version, and the text is saved', async () => {
    const { store, number } = await open({ isNew: true });
    expect(store.isDirty).toBe(true);
    store.apply(number, 1, typing('新'));
    const file = target();
    await store.save(store.freeze(number, 1), file);
    expect(readPackage(new Uint8Array(readFileSync(file))).pkg.articles[0]?.doc.textContent).toBe('新正文');
    expect(store.isDirty).toBe(false);
    expect(store.file).toBe(file);
  });

  it('a text just made is nothing to ask about; one that hands have worked on before it opened is', async () => {
    const { store } = await open({ isNew: true });
    expect(store.hasWork).toBe(false);
    await store.hold({ opened: readPackage(BYTES), file: null, isNew: true, notes: [], questions: [], work: 3 });
    expect(store.hasWork).toBe(true);
  });

  it('acceptance 6: saved without a change, the bytes are the same', async () => {
    const { store, number } = await open();
    const file = target();
    await store.save(store.freeze(number, 0), file);
    expect(Buffer.compare(readFileSync(file), BYTES)).toBe(0);
  });

  it('a version that main does not have is not saved', async () => {
    const { store, number } = await open();
    expect(() => store.freeze(number, 3)).toThrow(expect.objectContaining({ code: 'version-mismatch' }));
  });

  it('W47: where the folder is gone, the text stays unsaved and the message names the file', async () => {
    const { store, number } = await open({ isNew: true });
    const file = path.join(path.dirname(target()), '没有', '稿.banxin');
    await expect(store.save(store.freeze(number, 0), file)).rejects.toThrow(/稿\.banxin/);
    expect(store.isDirty).toBe(true);
    expect(store.file).toBeNull();
  });

  it('W50: a read-only package is saved under another name, never over itself', async () => {
    const file = target();
    const { store, number } = await open({ readOnly: '较新的版心保存的', file });
    await expect(store.save(store.freeze(number, 0), file)).rejects.toThrow(expect.objectContaining({ code: 'document-read-only' }));
  });
});

describe('W46: a file that is not as it was left is never written over in silence', () => {
  const saved = async (): Promise<Bench & { readonly file: string }> => {
    const file = path.join(temporary(), '会议.banxin');
    writeFileSync(file, BYTES);
    return { ...(await open({ file })), file };
  };
  const theirs = writePackage(packageOf([article('a', 'report', doc(p('别人的正文')))]), null);

  it('as it was: nothing stands in the way, and a new time alone is no change', async () => {
    const { store, file } = await saved();
    utimesSync(file, 5, 5);
    expect(await store.look()).toBe('same');
  });
  it('changed by somebody else: seen, autosave stays away and says why, until the user decides', async () => {
    const { store, number, file, backups } = await saved();
    store.apply(number, 1, typing('我的'));
    writeFileSync(file, theirs);
    expect(await store.look()).toBe('changed');
    expect(await store.autosave(number, 1)).toBe(false);
    expect(readFileSync(file).equals(theirs)).toBe(true);
    expect(store.state).toMatchObject({ outside: 'changed', trouble: '磁盘上的文件被别人改过' });
    await store.save(store.freeze(number, 1), file, { by: 'hand', keepAs: 'replaced' });
    expect(store.state).toMatchObject({ outside: 'same', trouble: null });
    const kept = (await backups.list()).find(({ kind }) => kind === 'replaced');
    expect(Buffer.from(await backups.read(kept?.id ?? '')).equals(theirs)).toBe(true);
  });
  it('where the other side cannot be kept, it is not replaced', async () => {
    const { store, number, file, userData } = await saved();
    store.apply(number, 1, typing('我的'));
    writeFileSync(file, theirs);
    writeFileSync(path.join(userData, 'backups'), 'a file where the folder should be');
    await expect(store.save(store.freeze(number, 1), file, { by: 'hand', keepAs: 'replaced' })).rejects.toMatchObject({ code: 'backup-failed' });
    expect(readFileSync(file).equals(theirs)).toBe(true);
  });
  it('changed in the moment before the save: not written over either', async () => {
    const file = path.join(temporary(), '会议.banxin');
    writeFileSync(file, BYTES);
    const { store, number } = await open({ file, fault: (step) => { if (step === 'keep') writeFileSync(file, theirs); } });
    store.apply(number, 1, typing('我的'));
    expect(await store.look()).toBe('same');
    await expect(store.save(store.freeze(number, 1), file)).rejects.toMatchObject({ code: 'changed-outside' });
    expect([readFileSync(file).equals(theirs), store.state.outside]).toEqual([true, 'changed']);
  });
  it('our own text that reading back failed on is no change of others', async () => {
    const file = path.join(temporary(), '会议.banxin');
    writeFileSync(file, BYTES);
    const { store, number } = await open({ file, fault: (step) => { if (step === 'read-back') throw Object.assign(new Error('io'), { code: 'EIO', syscall: 'read' }); } });
    store.apply(number, 1, typing('我的'));
    await expect(store.save(store.freeze(number, 1), file)).rejects.toThrow('磁盘读写出错');
    expect(await store.look()).toBe('same');
  });
  it('gone: seen, and autosave does not bring it back under a name that the user may have moved', async () => {
    const { store, number, file } = await saved();
    store.apply(number, 1, typing('我的'));
    rmSync(file);
    expect(await store.look()).toBe('gone');
    expect(await store.autosave(number, 1)).toBe(false);
    expect(existsSync(file)).toBe(false);
    await store.save(store.freeze(number, 1), file);
    expect(store.state).toMatchObject({ outside: 'same', trouble: null });
  });
  it('set read-only: told, autosave stays away', async () => {
    const { store, number, file } = await saved();
    store.apply(number, 1, typing('我的'));
    chmodSync(file, 0o444);
    expect([await store.isReadOnlyFile(), await store.autosave(number, 1)]).toEqual([true, false]);
    expect(store.state.trouble).toContain('只读');
  });
  it('a file of another text that a new name lands on is kept in the backups', async () => {
    const { store, number, backups } = await open({ isNew: true });
    const file = path.join(temporary(), '旧稿.banxin');
    writeFileSync(file, theirs);
    await store.save(store.freeze(number, 0), file);
    expect((await backups.list()).map(({ kind }) => kind).sort()).toEqual(['replaced', 'save']);
  });
});

describe('what is worth a question on the way out', () => {
  it('a text just recognised is unsaved, but nobody’s work yet', async () => {
    const { store, number } = await open({ isNew: true });
    expect([store.isDirty, store.hasWork]).toEqual([true, false]);
    store.apply(number, 1, typing('新'));
    expect(store.hasWork).toBe(true);
  });
  it('it is known by its file’s name once there is one', async () => {
    const { store, number } = await open();
    const folder = temporary();
    await store.save(store.freeze(number, 0), path.join(folder, '政协 工作报告（送审稿）.banxin'));
    expect(store.name).toBe('政协 工作报告（送审稿）');
  });
});

describe('a package without editions', () => {
  it('gets one of each kind to be seen by, and keeps its own', async () => {
    const bare = { ...packageOf([article('a', 'report', doc(p('正文')))]), editions: [] };
    expect(withEditions(bare).editions.map(({ kind }) => kind)).toEqual(['booklet', 'newspaper', 'speech']);
    const whole = withEditions(bare);
    expect(withEditions(whole)).toBe(whole);
  });
});
