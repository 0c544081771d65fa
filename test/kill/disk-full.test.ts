// Acceptance 2: a disk that is really full (a tmpfs of 256 KB) under the save, the
// journal, the backups and an export. Needs the right to mount: as root; elsewhere the
// same is proved with errors put in by hand (save-file.test, journal.test, export.test).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../build';
import { sampleEditions, samplePackage } from '../sample-package';
import type { ChangeGroup } from '../../src/core/model/change';
import { makeEdition } from '../../src/core/model/editions';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { schema } from '../../src/core/model/schema';
import { DocumentStore } from '../../src/main/document-store';
import { Backups } from '../../src/node/backups';
import { exportPdf } from '../../src/node/export';
import { findFonts } from '../../src/node/fonts';
import { takeLock } from '../../src/node/lock';
import { shippedPreset } from '../../src/node/presets';
import { listRecoverable, recover } from '../../src/node/recovery';

const SIZE_KB = 256;

function mount(at: string): boolean {
  mkdirSync(at, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_KB}k`, 'tmpfs', at]).status === 0;
}

function unmount(at: string): void {
  spawnSync('umount', ['-l', at]);
}

const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const at = mkdtempSync(path.join(tmpdir(), 'banxin-mount-'));
  const did = mount(at);
  if (did) unmount(at);
  rmSync(at, { recursive: true });
  return did;
})();

let dir = '';
let small = '';
const stores: DocumentStore[] = [];
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'banxin-full-'));
  small = path.join(dir, 'small');
  mkdirSync(small);
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.letGo();
  unmount(small);
  rmSync(dir, { recursive: true, force: true });
});

/** Takes all that is left of the small disk. */
function fill(): string {
  const file = path.join(small, 'filler');
  try {
    for (let i = 0; ; i++) writeFileSync(file, Buffer.alloc(4096, i), { flag: 'a' });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOSPC') throw error;
  }
  return file;
}

function typing(text: string): ChangeGroup {
  const step = new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text(text)), 0, 0));
  return { label: '输入', at: 0, changes: [{ kind: 'steps', article: 'a', field: null, steps: [step.toJSON()] }] };
}

const BYTES = writePackage(packageOf([article('a', 'report', doc(p('正文')))]), null);
const textIn = (bytes: Uint8Array): string => readPackage(bytes).pkg.articles[0]?.doc.textContent ?? '';

async function open(userData: string, file: string): Promise<{ readonly store: DocumentStore; readonly document: number; readonly backups: Backups }> {
  writeFileSync(file, BYTES);
  const backups = new Backups(path.join(userData, 'backups'));
  const store = new DocumentStore({ journals: path.join(userData, 'journal'), backups });
  stores.push(store);
  const { document } = await store.hold({ opened: readPackage(BYTES), file, isNew: false, notes: [], questions: [] });
  return { store, document, backups };
}

async function journaled(userData: string): Promise<string | null> {
  const folder = path.join(userData, 'journal');
  const [item] = (await listRecoverable(folder, new Set())).items;
  return item === undefined ? null : ((await recover(folder, item.id)).opened.pkg.articles[0]?.doc.textContent ?? null);
}

describe.skipIf(!canMount)('a disk that is full', () => {
  it('under the file: the old one stands whole, the text stays unsaved and journaled; with room again it is saved', async () => {
    expect(mount(small)).toBe(true);
    const userData = path.join(dir, 'user');
    const file = path.join(small, '会议.banxin');
    const { store, document } = await open(userData, file);
    store.apply(document, 1, typing('新'));
    const filler = fill();
    await expect(store.save(store.freeze(document, 1), file)).rejects.toThrow(`写入“${file}”失败：磁盘已满`);
    expect(await store.autosave(document, 1)).toBe(false);
    expect(store.state.trouble).toContain('磁盘已满');
    expect([textIn(new Uint8Array(readFileSync(file))), store.isDirty, readdirSync(small).sort()]).toEqual(['正文', true, ['filler', '会议.banxin']]);
    await expect.poll(() => journaled(userData)).toBe('新正文');
    rmSync(filler);
    expect(await store.autosave(document, 1)).toBe(true);
    expect(textIn(new Uint8Array(readFileSync(file)))).toBe('新正文');
  });

  it('under journal and backups: told, the file is saved all the same, and with room again the journal has everything', async () => {
    expect(mount(small)).toBe(true);
    const file = path.join(dir, '会议.banxin');
    const { store, document } = await open(small, file);
    await store.journaled();
    const filler = fill();
    for (let version = 1; version <= 40; version++) store.apply(document, version, typing('字'.repeat(200)));
    await expect.poll(() => store.state.journalTrouble, { timeout: 20_000 }).toContain('磁盘已满');
    // What stands in the journal is whole, though its last lot found no room.
    const before = await journaled(small);
    expect(before === null || /^字*正文$/.test(before)).toBe(true);
    await store.save(store.freeze(document, 40), file);
    expect([textIn(new Uint8Array(readFileSync(file))).length, store.state.backupTrouble]).toEqual([8002, expect.stringContaining('磁盘已满')]);
    store.apply(document, 41, typing('末'));
    rmSync(filler);
    await expect.poll(() => store.state.journalTrouble, { timeout: 20_000 }).toBeNull();
    await expect.poll(() => journaled(small)).toMatch(/^末字{8000}正文$/);
  });

  it('that can only be read: opened without a lock, and said; nothing is saved over it, and elsewhere it is', async () => {
    expect(mount(small)).toBe(true);
    const file = path.join(small, '会议.banxin');
    const { store, document } = await open(path.join(dir, 'user'), file);
    store.apply(document, 1, typing('新'));
    expect(spawnSync('mount', ['-o', 'remount,ro', small]).status).toBe(0);
    expect(await takeLock(file)).toEqual({ kind: 'none', reason: expect.stringMatching(/只能读，没有加锁/) as string });
    await expect(store.save(store.freeze(document, 1), file)).rejects.toThrow(`写入“${file}”失败：这里只能读，不能写`);
    expect([textIn(new Uint8Array(readFileSync(file))), store.isDirty]).toEqual(['正文', true]);
    const other = path.join(dir, '另存.banxin');
    await store.save(store.freeze(document, 1), other);
    expect([textIn(new Uint8Array(readFileSync(other))), store.isDirty, store.file]).toEqual(['新正文', false, other]);
  });

  it('under an export: no half PDF, the old one stands', async () => {
    expect(mount(small)).toBe(true);
    const target = path.join(small, '报告.pdf');
    writeFileSync(target, 'the old one');
    fill();
    const edition = { ...makeEdition(shippedPreset('gb'), ['report', 'brief'], 'booklet'), booklet: sampleEditions[0]!.booklet };
    expect(() => exportPdf({ pkg: samplePackage, edition, target, fonts: findFonts({ system: false, edition: 'booklet' }), date: null, accept: [] })).toThrow('磁盘已满');
    expect(readFileSync(target, 'utf8')).toBe('the old one');
    expect(readdirSync(small).sort()).toEqual(['filler', '报告.pdf']);
    expect(existsSync(target)).toBe(true);
  });
});
