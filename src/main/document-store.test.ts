import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ReplaceStep } from 'prosemirror-transform';
import { Fragment, Slice } from 'prosemirror-model';
import { afterEach, describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import type { ChangeGroup } from '../core/model/change';
import { readPackage, writePackage } from '../core/model/package-file';
import { schema } from '../core/model/schema';
import { Backups } from '../node/backups';
import type { JournalStep } from '../node/journal';
import { listRecoverable, recover } from '../node/recovery';
import { SAVE_STEPS, type SaveStep } from '../node/save-file';
import { DocumentStore } from './document-store';
import { withEditions } from './with-editions';

const BYTES = writePackage(packageOf([article('a', 'report', doc(p('正文')))]), null);

/** Types `text` at position 1 of article a. */
function typing(text: string): ChangeGroup {
  const step = new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text(text)), 0, 0));
  return { label: '输入', at: 0, changes: [{ kind: 'steps', article: 'a', field: null, steps: [step.toJSON()] }] };
}

const folders: string[] = [];
const stores: DocumentStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.letGo();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-store-'));
  folders.push(folder);
  return folder;
}

interface Bench {
  readonly store: DocumentStore;
  readonly number: number;
  readonly backups: Backups;
  /** Folder of the user's data. */
  readonly userData: string;
}

async function open(options: { file?: string; isNew?: boolean; readOnly?: string; bytes?: Uint8Array; fault?: (step: SaveStep | JournalStep) => void } = {}): Promise<Bench> {
  const userData = temporary();
  const backups = new Backups(path.join(userData, 'backups'));
  const store = new DocumentStore({ journals: path.join(userData, 'journal'), backups, ...(options.fault === undefined ? {} : { fault: options.fault }) });
  stores.push(store);
  const opened = { ...readPackage(options.bytes ?? BYTES), ...(options.readOnly === undefined ? {} : { readOnly: options.readOnly }) };
  const { document } = await store.hold({ opened, file: options.file ?? null, isNew: options.isNew ?? false, notes: [], questions: [] });
  return { store, number: document, backups, userData };
}

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
  /** Time for the journal to reach the disk. */
  const second = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

  it('has what was typed, and the window’s whole text where that came', async () => {
    const bench = await open({ isNew: true });
    bench.store.apply(bench.number, 1, typing('新'));
    await second();
    expect(await journaled(bench)).toBe('新正文');
    await bench.store.resync(bench.number, 4, writePackage(packageOf([article('a', 'report', doc(p('窗口里的字')))]), null));
    await second();
    expect(await journaled(bench)).toBe('窗口里的字');
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
    stores.push(store);
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
    await second();
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
    await second();
    expect(await journaled(bench)).toBe('更新正文');
  });
  it('goes when the text is let go, with nothing left', async () => {
    const { store, number, userData } = await open({ isNew: true });
    store.apply(number, 1, typing('新'));
    await second();
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
