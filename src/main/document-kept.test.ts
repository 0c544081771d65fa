// What main keeps of a text without being asked: autosave (W42), the journal (W41), the saves by hand (W44).
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ReplaceStep } from 'prosemirror-transform';
import { Slice } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { BYTES, clearBench, letGoAfter, open, temporary, typing, type Bench } from '../../test/document-bench';
import { readPackage, writePackage } from '../core/model/package-file';
import { Backups } from '../node/backups';
import type { JournalStep } from '../node/journal';
import { listRecoverable, recover } from '../node/recovery';
import { SAVE_STEPS, type SaveStep } from '../node/save-file';
import { DocumentStore } from './document-store';

clearBench();

describe('W42: autosave', () => {
  const typed = async (fault?: (step: SaveStep | JournalStep) => void): Promise<Bench & { readonly file: string }> => {
    const file = path.join(temporary(), '会议.banxin');
    writeFileSync(file, BYTES);
    const bench = await open({ file, ...(fault === undefined ? {} : { fault }) });
    bench.store.apply(bench.number, 1, typing('新'));
    return { ...bench, file };
  };
  const textIn = (file: string): string => readPackage(new Uint8Array(readFileSync(file))).pkg.articles[0]?.doc.textContent ?? '';

  it('writes what changed, once, and says when', async () => {
    const { store, number, file } = await typed();
    expect(await store.autosave(number, 1)).toBe(true);
    expect([textIn(file), store.state.last?.by, store.isDirty]).toEqual(['新正文', 'auto', false]);
    const { mtimeMs } = statSync(file);
    expect(await store.autosave(number, 1)).toBe(false);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });
  it('leaves alone what has no file', async () => {
    const { store, number } = await open({ isNew: true });
    store.apply(number, 1, typing('新'));
    expect(await store.autosave(number, 1)).toBe(false);
    expect(store.state.trouble).toBeNull();
  });
  it('fails until the disk takes it, and is told so long', async () => {
    let full = true;
    const { store, number, file } = await typed((step) => {
      if (full && step === 'write') throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    });
    expect(await store.autosave(number, 1)).toBe(false);
    expect([store.state.trouble, store.isDirty, textIn(file)]).toEqual([expect.stringContaining('磁盘已满'), true, '正文']);
    full = false;
    expect(await store.autosave(number, 1)).toBe(true);
    expect([store.state.trouble, textIn(file)]).toEqual([null, '新正文']);
  });
  it('does not take most of the text away by itself', async () => {
    const file = path.join(temporary(), '会议.banxin');
    const bytes = writePackage(packageOf([article('a', 'report', doc(p('正文'.repeat(50))))]), null);
    writeFileSync(file, bytes);
    const { store, number } = await open({ file, bytes });
    const step = new ReplaceStep(1, 91, Slice.empty);
    store.apply(number, 1, { label: '删除', at: 0, changes: [{ kind: 'steps', article: 'a', field: null, steps: [step.toJSON()] }] });
    expect(store.shrinkage(store.freeze(number, 1))).toEqual({ from: 100, to: 10 });
    expect(await store.autosave(number, 1)).toBe(false);
    expect([store.state.trouble, readFileSync(file).equals(bytes)]).toEqual([expect.stringContaining('手动保存'), true]);
  });
  it('keeps the state that the day before ended with', async () => {
    const { store, number, file, backups } = await typed();
    const yesterday = Date.now() / 1000 - 26 * 3600;
    utimesSync(file, yesterday, yesterday);
    await store.autosave(number, 1);
    store.apply(number, 2, typing('再'));
    await store.autosave(number, 2);
    const kept = await backups.list();
    expect(kept.map(({ kind, at }) => [kind, Math.round(at / 1000)])).toEqual([['day', Math.round(yesterday)]]);
    expect(Buffer.from(await backups.read(kept[0]?.id ?? '')).equals(BYTES)).toBe(true);
  });
});

describe('W41: the journal beside the text', () => {
  const journaled = async ({ userData }: Bench): Promise<string | null> => {
    const folder = path.join(userData, 'journal');
    const { items } = await listRecoverable(folder, new Set());
    return items[0] === undefined ? null : ((await recover(folder, items[0].id)).opened.pkg.articles[0]?.doc.textContent ?? null);
  };
  it('has what was typed, and the window’s whole text where that came', async () => {
    const bench = await open({ isNew: true });
    bench.store.apply(bench.number, 1, typing('新'));
    // By itself; elsewhere it is asked to (`store.journaled`).
    await expect.poll(() => journaled(bench)).toBe('新正文');
    await bench.store.resync(bench.number, 4, writePackage(packageOf([article('a', 'report', doc(p('窗口里的字')))]), null));
    await expect.poll(() => journaled(bench)).toBe('窗口里的字');
  });
  it('a recovered text can be undone to where its journal began, after a second crash too', async () => {
    const bench = await open({ isNew: true });
    bench.store.apply(bench.number, 1, typing('一'));
    bench.store.apply(bench.number, 2, typing('二'));
    await bench.store.journaled();
    const recovered = async (userData: string) => {
      const folder = path.join(userData, 'journal');
      const [item] = (await listRecoverable(folder, new Set())).items;
      return recover(folder, item?.id ?? '');
    };
    const { opened, id, changes, hash, past } = await recovered(bench.userData);
    const userData = temporary();
    const store = new DocumentStore({ journals: path.join(userData, 'journal'), backups: new Backups(path.join(userData, 'backups')) });
    letGoAfter(store);
    const held = await store.hold({ opened, file: null, isNew: true, notes: [], questions: [], recovered: { id, changes, hash, sizeOnDisk: 0, past } });
    expect([held.version, held.dirty, store.hasWork, held.past?.groups.map(({ changes: made }) => made.length)]).toEqual([0, true, true, [1, 1]]);
    expect(readPackage(held.past?.bytes ?? new Uint8Array()).pkg.articles[0]?.doc.textContent).toBe('正文');
    store.apply(held.document, 1, typing('三'));
    await store.journaled();
    const again = await recovered(userData);
    expect([again.changes, again.past.groups.length, again.opened.pkg.articles[0]?.doc.textContent, again.past.start.articles[0]?.doc.textContent]).toEqual([3, 3, '三二一正文', '正文']);
  });
  it.each(SAVE_STEPS)('a save that fails at %s leaves it whole', async (point) => {
    const file = path.join(temporary(), '会议.banxin');
    writeFileSync(file, BYTES);
    const bench = await open({ file, fault: (step) => { if (step === point) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }); } });
    bench.store.apply(bench.number, 1, typing('新'));
    await expect(bench.store.save(bench.store.freeze(bench.number, 1), file)).rejects.toThrow('磁盘已满');
    expect(bench.store.isDirty).toBe(true);
    await bench.store.journaled();
    // After the rename the file has the very text, so that there is nothing to recover; before it the journal has.
    const isNew = SAVE_STEPS.indexOf(point) > SAVE_STEPS.indexOf('rename');
    const inFile = readPackage(new Uint8Array(readFileSync(file))).pkg.articles[0]?.doc.textContent;
    expect([inFile, await journaled(bench)]).toEqual(isNew ? ['新正文', null] : ['正文', '新正文']);
  });
  it('what is typed while a save runs is not in the file, and is in the journal', async () => {
    const bench = await open({ isNew: true });
    bench.store.apply(bench.number, 1, typing('新'));
    const file = path.join(temporary(), '会议.banxin');
    const saving = bench.store.save(bench.store.freeze(bench.number, 1), file);
    bench.store.apply(bench.number, 2, typing('更'));
    await saving;
    expect(bench.store.isDirty).toBe(true);
    await bench.store.journaled();
    expect(await journaled(bench)).toBe('更新正文');
  });
  it('goes when the text is let go, with nothing left', async () => {
    const { store, number, userData } = await open({ isNew: true });
    store.apply(number, 1, typing('新'));
    await store.journaled();
    expect(readdirSync(path.join(userData, 'journal'))).toHaveLength(1);
    await store.letGo();
    expect(readdirSync(path.join(userData, 'journal'))).toEqual([]);
  });
  it('stays when the system ends the program', async () => {
    const bench = await open({ isNew: true });
    bench.store.apply(bench.number, 1, typing('新'));
    await bench.store.keepJournal();
    expect(await journaled(bench)).toBe('新正文');
  });
  it('a text given up stays in the backups', async () => {
    const { store, number, backups } = await open({ isNew: true });
    store.apply(number, 1, typing('新'));
    await store.putAside('unsaved');
    const [backup] = await backups.list();
    expect(readPackage(await backups.read(backup?.id ?? '')).pkg.articles[0]?.doc.textContent).toBe('新正文');
  });
});

describe('W44: saves by hand are kept', () => {
  it('each of them, but not one that changed nothing', async () => {
    const file = path.join(temporary(), '会议.banxin');
    const { store, number, backups } = await open({ isNew: true });
    for (let version = 1; version <= 3; version++) {
      store.apply(number, version, typing(String(version)));
      await store.save(store.freeze(number, version), file);
    }
    await store.save(store.freeze(number, 3), file);
    expect((await backups.list()).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['save 会议', 'save 会议', 'save 会议']);
  });
  it('where they cannot be written, the save goes through and the trouble is told', async () => {
    const { store, number, userData } = await open({ isNew: true });
    writeFileSync(path.join(userData, 'backups'), 'a file where the folder should be');
    const file = path.join(temporary(), '会议.banxin');
    await store.save(store.freeze(number, 0), file);
    expect([existsSync(file), store.isDirty, store.state.backupTrouble]).toEqual([true, false, expect.stringContaining('历史备份')]);
  });
});
