import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ReplaceStep } from 'prosemirror-transform';
import { Fragment, Slice } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import type { ChangeGroup } from '../core/model/change';
import { readPackage, writePackage } from '../core/model/package-file';
import { schema } from '../core/model/schema';
import { DocumentStore } from './document-store';
import { withEditions } from './with-editions';

const BYTES = writePackage(packageOf([article('a', 'report', doc(p('正文')))]), null);

/** Types `text` at position 1 of article a. */
function typing(text: string): ChangeGroup {
  const step = new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text(text)), 0, 0));
  return { label: '输入', at: 0, changes: [{ kind: 'steps', article: 'a', field: null, steps: [step.toJSON()] }] };
}

function open(options: { file?: string; isNew?: boolean; readOnly?: string } = {}): { readonly store: DocumentStore; readonly number: number } {
  const store = new DocumentStore();
  const opened = { ...readPackage(BYTES), ...(options.readOnly === undefined ? {} : { readOnly: options.readOnly }) };
  const { document } = store.hold({ opened, file: options.file ?? null, isNew: options.isNew ?? false, notes: [], questions: [] });
  return { store, number: document };
}

const textOf = (store: DocumentStore, number: number, version: number): string => store.at(number, version).articles[0]?.doc.textContent ?? '';

describe('main holds the package and follows by numbered changes', () => {
  it('a group that follows is applied, and makes the text unsaved', () => {
    const { store, number } = open();
    expect(store.isDirty).toBe(false);
    store.apply(number, 1, typing('新'));
    expect(textOf(store, number, 1)).toBe('新正文');
    expect(store.isDirty).toBe(true);
  });

  it.each([
    ['that skips a version', 2],
    ['that comes twice', 0],
  ])('a group %s is refused, and nothing changes', (_, version) => {
    const { store, number } = open();
    expect(() => store.apply(number, version, typing('新'))).toThrow(expect.objectContaining({ code: 'version-mismatch' }));
    expect(textOf(store, number, 0)).toBe('正文');
  });

  it('a group that does not fit is refused whole: its first change is not kept', () => {
    const { store, number } = open();
    const bad = typing('新');
    const group = { ...bad, changes: [...bad.changes, { kind: 'set', path: 'name', from: '别的名', to: '新名' } as const] };
    expect(() => store.apply(number, 1, group)).toThrow(expect.objectContaining({ code: 'change-refused' }));
    expect(textOf(store, number, 0)).toBe('正文');
  });

  it('a late call for a text that is no longer open hits nothing', () => {
    const { store, number } = open();
    const next = store.hold({ opened: readPackage(BYTES), file: null, isNew: false, notes: [], questions: [] });
    expect(() => store.apply(number, 1, typing('新'))).toThrow(expect.objectContaining({ code: 'document-gone' }));
    expect(textOf(store, next.document, 0)).toBe('正文');
  });

  it('W50: a package that may only be looked at takes no change', () => {
    const { store, number } = open({ readOnly: '较新的版心保存的' });
    expect(() => store.apply(number, 1, typing('新'))).toThrow(expect.objectContaining({ code: 'document-read-only' }));
    expect(store.isDirty).toBe(false);
  });

  it('where the window sends its whole text, that is the text', async () => {
    const { store, number } = open();
    const mine = packageOf([article('a', 'report', doc(p('窗口里的字')))]);
    await store.resync(number, 7, writePackage(mine, null));
    expect(textOf(store, number, 7)).toBe('窗口里的字');
  });
});

describe('saving is of a version', () => {
  const target = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'banxin-store-')), '稿.banxin');

  it('the file holds the text of that version, and the text is saved', async () => {
    const { store, number } = open({ isNew: true });
    expect(store.isDirty).toBe(true);
    store.apply(number, 1, typing('新'));
    const file = target();
    await store.save(number, 1, file);
    expect(readPackage(new Uint8Array(readFileSync(file))).pkg.articles[0]?.doc.textContent).toBe('新正文');
    expect(store.isDirty).toBe(false);
    expect(store.file).toBe(file);
  });

  it('acceptance 6: saved without a change, the bytes are the same', async () => {
    const { store, number } = open();
    const file = target();
    await store.save(number, 0, file);
    expect(Buffer.compare(readFileSync(file), BYTES)).toBe(0);
  });

  it('a version that main does not have is not saved', async () => {
    const { store, number } = open();
    await expect(store.save(number, 3, target())).rejects.toThrow(expect.objectContaining({ code: 'version-mismatch' }));
  });

  it('W47: where the folder is gone, the text stays unsaved and the message names the file', async () => {
    const { store, number } = open({ isNew: true });
    const file = path.join(path.dirname(target()), '没有', '稿.banxin');
    await expect(store.save(number, 0, file)).rejects.toThrow(/稿\.banxin/);
    expect(store.isDirty).toBe(true);
    expect(store.file).toBeNull();
  });

  it('W50: a read-only package is saved under another name, never over itself', async () => {
    const file = target();
    const { store, number } = open({ readOnly: '较新的版心保存的', file });
    await expect(store.save(number, 0, file)).rejects.toThrow(expect.objectContaining({ code: 'document-read-only' }));
  });
});

describe('W46: a file that is not as it was left is never written over in silence', () => {
  const saved = async (): Promise<{ readonly store: DocumentStore; readonly number: number; readonly file: string }> => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-store-')), '会议.banxin');
    const { store, number } = open();
    await store.save(number, 0, file);
    return { store, number, file };
  };

  it('as it was saved: nothing stands in the way', async () => {
    const { store, number } = await saved();
    expect(store.obstacle(number)).toBeNull();
  });

  it('changed by somebody else, until it is saved again', async () => {
    const { store, number, file } = await saved();
    writeFileSync(file, writePackage(packageOf([article('a', 'report', doc(p('别人的正文')))]), null));
    expect(store.obstacle(number)).toContain('被别人改过');
    await store.save(number, 0, file);
    expect(store.obstacle(number)).toBeNull();
  });

  it('made read-only', async () => {
    const { store, number, file } = await saved();
    chmodSync(file, 0o444);
    expect(store.obstacle(number)).toContain('只读');
  });

  it('gone, or never saved: nothing to lose', async () => {
    const { store, number, file } = await saved();
    rmSync(file);
    expect(store.obstacle(number)).toBeNull();
    const fresh = open();
    expect(fresh.store.obstacle(fresh.number)).toBeNull();
  });
});

describe('what is worth a question on the way out', () => {
  it('a text just recognised is unsaved, but nobody’s work yet', () => {
    const { store, number } = open({ isNew: true });
    expect([store.isDirty, store.hasWork]).toEqual([true, false]);
    store.apply(number, 1, typing('新'));
    expect(store.hasWork).toBe(true);
  });
  it('it is known by its file’s name once there is one', async () => {
    const { store, number } = open();
    const folder = mkdtempSync(path.join(tmpdir(), 'banxin-store-'));
    await store.save(number, 0, path.join(folder, '政协 工作报告（送审稿）.banxin'));
    expect(store.name).toBe('政协 工作报告（送审稿）');
  });
});

describe('a package without editions', () => {
  it('gets one of each kind to be seen by, and keeps its own', () => {
    const bare = { ...packageOf([article('a', 'report', doc(p('正文')))]), editions: [] };
    expect(withEditions(bare).editions.map(({ kind }) => kind)).toEqual(['booklet', 'newspaper', 'speech']);
    const whole = withEditions(bare);
    expect(withEditions(whole)).toBe(whole);
  });
});
