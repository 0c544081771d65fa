import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { readPackage, writePackage } from '../core/model/package-file';
import { schema } from '../core/model/schema';
import type { Opened } from '../ipc/index';
import { AppError } from '../node/app-error';
import { Backups } from '../node/backups';
import { Journal } from '../node/journal';
import { hashOf } from '../node/save-file';
import type { Loaded } from './held-document';
import { RecoveryDesk, type RecoveryLinks } from './recovery-desk';

let dir = '';
let file = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'banxin-recovery-'));
  file = path.join(dir, '会议.banxin');
});
afterEach(() => rmSync(dir, { recursive: true }));

const BYTES = writePackage(packageOf([article('a', 'report', doc(p('正文')))]), null);
const OPENED: Opened = { document: 1, file: null, readOnly: null, version: 0, dirty: true, bytes: BYTES, notes: [], questions: [] };
const step = new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text('新')), 0, 0));

/** What a crash leaves: a file and a journal with one change behind it. */
async function crashed(named = true): Promise<void> {
  if (named) writeFileSync(file, BYTES);
  const journal = new Journal(path.join(dir, 'journal'), {
    packageId: 'x', name: '会议', file: named ? file : null, hash: named ? hashOf(BYTES) : null, version: 0, changes: 0, recoveredFrom: null, bytes: BYTES,
  });
  journal.append(1, { label: '输入', at: 0, changes: [{ kind: 'steps', article: 'a', field: null, steps: [step.toJSON()] }] });
  await journal.keep();
}

interface Bench {
  readonly desk: RecoveryDesk;
  readonly backups: Backups;
  readonly taken: Loaded[];
  readonly opened: string[];
}

function bench(links: Partial<RecoveryLinks> = {}): Bench {
  const backups = new Backups(path.join(dir, 'backups'));
  const taken: Loaded[] = [];
  const opened: string[] = [];
  const desk = new RecoveryDesk(path.join(dir, 'journal'), backups, {
    sessions: () => new Set(),
    isJournaled: () => true,
    take: async (load) => {
      taken.push(await load());
      return OPENED;
    },
    open: async (name) => {
      opened.push(name);
      return OPENED;
    },
    ...links,
  });
  return { desk, backups, taken, opened };
}

const textOf = (loaded: Loaded | undefined): string => loaded?.opened.pkg.articles[0]?.doc.textContent ?? '';
const journals = (): number => readdirSync(path.join(dir, 'journal')).length;
const only = async ({ desk }: Bench): Promise<string> => (await desk.list()).items[0]?.id ?? '';

describe('W43: the choices', () => {
  it('恢复: the text with its changes, to be saved where it was; then the journal goes', async () => {
    await crashed();
    const at = bench();
    await at.desk.choose(await only(at), 'recover');
    expect([textOf(at.taken[0]), at.taken[0]?.file, at.taken[0]?.recovered]).toEqual(['新正文', file, expect.objectContaining({ changes: 1, hash: hashOf(BYTES), sizeOnDisk: 2 })]);
    expect(journals()).toBe(0);
  });
  it('打开磁盘上的: the file, and the recovered text in the backups', async () => {
    await crashed();
    const at = bench();
    await at.desk.choose(await only(at), 'disk');
    expect([at.opened, journals()]).toEqual([[file], 0]);
    const [backup] = await at.backups.list();
    expect([backup?.kind, readPackage(await at.backups.read(backup?.id ?? '')).pkg.articles[0]?.doc.textContent]).toEqual(['given-up', '新正文']);
  });
  it('两份都留: a file beside the other, which is as it was', async () => {
    await crashed();
    const at = bench();
    const opened = await at.desk.choose(await only(at), 'both');
    expect(at.opened[0]).toMatch(/会议（恢复稿 \d\d-\d\d \d\d\.\d\d）\.banxin$/);
    expect(readPackage(new Uint8Array(readFileSync(at.opened[0] ?? ''))).pkg.articles[0]?.doc.textContent).toBe('新正文');
    expect([readFileSync(file).equals(BYTES), journals(), opened?.notes]).toEqual([true, 0, [expect.stringContaining('两份都留下了')]]);
  });
  it('不要, of a text that was never saved: in the backups, and nothing opens', async () => {
    await crashed(false);
    const at = bench();
    expect(await at.desk.choose(await only(at), 'discard')).toBeNull();
    expect([(await at.backups.list()).map(({ kind }) => kind), journals(), at.opened]).toEqual([['given-up'], 0, []]);
  });
});

describe('nothing goes before its text is somewhere else', () => {
  it.each<[what: string, choice: 'recover' | 'disk' | 'both', links: Partial<RecoveryLinks>]>([
    ['the user stays with the text that is open', 'recover', { take: () => Promise.resolve(null) }],
    ['the new journal is not on the disk', 'recover', { isJournaled: () => false }],
    ['the file on the disk cannot be opened', 'disk', { open: () => Promise.reject(new AppError('read-failed', '读不了')) }],
    ['the user stays, asked about the text that is open', 'disk', { open: () => Promise.resolve(null) }],
    ['the copy cannot be opened', 'both', { open: () => Promise.reject(new AppError('read-failed', '读不了')) }],
  ])('%s', async (_, choice, links) => {
    await crashed();
    const at = bench(links);
    await at.desk.choose(await only(at), choice).catch((error: unknown) => expect(error).toBeInstanceOf(AppError));
    expect(journals()).toBe(1);
    expect((await at.desk.list()).items).toHaveLength(1);
  });
  it('another computer has it open', async () => {
    await crashed();
    const at = bench();
    const id = await only(at);
    const name = path.join(dir, 'journal', id);
    // Its heart beats now, on another machine.
    const bytes = readFileSync(name);
    const theirs = Buffer.from(bytes.toString('latin1').replaceAll(`"machine":"${hostname()}"`, `"machine":"${'x'.repeat(hostname().length)}"`), 'latin1');
    const { crc32 } = await import('node:zlib');
    const length = theirs.readUInt32LE(8);
    theirs.writeUInt32LE(crc32(theirs.subarray(16, 16 + length)), 12);
    writeFileSync(name, theirs);
    await expect(at.desk.choose(id, 'disk')).rejects.toMatchObject({ code: 'recovery-held' });
    utimesSync(name, 1, 1);
    await at.desk.choose(id, 'disk');
    expect(journals()).toBe(0);
  });
});

describe('the texts beside each other', () => {
  it('what is new on the left; a file that others changed since is told', async () => {
    await crashed();
    writeFileSync(file, writePackage(packageOf([article('a', 'report', doc(p('别人的正文')))]), null));
    const at = bench();
    const { compared, item, notes } = await at.desk.texts(await only(at));
    expect([compared.changes, compared.leftSize, compared.rightSize, item.changedOutside, notes]).toEqual([1, 3, 5, true, []]);
  });
  it('a file that is gone, and one that is broken: the recovered text alone, with a word', async () => {
    await crashed();
    const at = bench();
    const id = await only(at);
    rmSync(file);
    expect(await at.desk.texts(id)).toMatchObject({ item: { diskAt: null }, compared: { rightSize: 0 }, notes: [expect.stringContaining('不在原处')] });
    writeFileSync(file, 'PK');
    expect((await at.desk.texts(id)).notes).toEqual([expect.stringContaining('会议.banxin')]);
  });
});
