import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bestOf } from '../../test/best-of';
import { article, doc, p, packageOf } from '../../test/build';
import type { ChangeGroup } from '../core/model/change';
import { writePackage } from '../core/model/package-file';
import { schema } from '../core/model/schema';
import { Journal, type JournalOptions, type JournalStart, type JournalStep } from './journal';
import { decodeRecords, encodeRecord } from './journal-records';
import { discard, listRecoverable, recover, setAside } from './recovery';
import { hashOf } from './save-file';

let dir = '';
const open: Journal[] = [];
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-journal-')); });
afterEach(async () => {
  for (const journal of open.splice(0)) await journal.keep();
  rmSync(dir, { recursive: true });
});

const BASE = writePackage(packageOf([article('a', 'report', doc(p('正文')))]), null);
const NOBODY: ReadonlySet<string> = new Set();

function typing(text: string): ChangeGroup {
  const step = new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text(text)), 0, 0));
  return { label: '输入', at: 0, changes: [{ kind: 'steps', article: 'a', field: null, steps: [step.toJSON()] }] };
}

function start(facts: Partial<JournalStart> = {}, options: JournalOptions = {}): Journal {
  const journal = new Journal(dir, { packageId: 'x', name: '会议', file: null, hash: null, version: 0, changes: 0, recoveredFrom: null, bytes: BASE, ...facts }, options);
  open.push(journal);
  return journal;
}

/** As a kill leaves it: nothing more is written, and its process is nowhere. */
function orphan(): string {
  const [name = ''] = readdirSync(dir).filter((each) => each.endsWith('.journal')).sort().slice(-1);
  return name;
}

const full = (): Error => Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
const textOf = async (id: string): Promise<string> => (await recover(dir, id)).opened.pkg.articles[0]?.doc.textContent ?? '';

describe('W41: what was typed is recovered', () => {
  it('every change that was flushed, from the first key, without a file', async () => {
    const journal = start();
    journal.append(1, typing('一'));
    journal.append(2, typing('二'));
    await journal.settled();
    const { items } = await listRecoverable(dir, NOBODY);
    expect(items).toEqual([expect.objectContaining({ name: '会议', file: null, changes: 2, holder: null })]);
    expect(await textOf(items[0]!.id)).toBe('二一正文');
  });
  it('is on the disk within a second of being given', async () => {
    const journal = start();
    await journal.settled();
    let version = 0;
    expect(await bestOf(3, 1000, async () => {
      const before = readFileSync(path.join(dir, orphan())).length;
      journal.append(++version, typing('一'));
      const began = performance.now();
      await expect.poll(() => readFileSync(path.join(dir, orphan())).length, { interval: 5 }).toBeGreaterThan(before);
      return performance.now() - began;
    })).toBeLessThan(1000);
  });
  it('the whole text where the window handed it over, and what followed', async () => {
    const journal = start();
    journal.append(1, typing('一'));
    journal.whole(9, writePackage(packageOf([article('a', 'report', doc(p('窗口里的')))]), null));
    journal.append(10, typing('新'));
    await journal.settled();
    expect(await textOf(orphan())).toBe('新窗口里的');
  });
  it('a tail torn anywhere is cut off, told, and the rest recovered', async () => {
    const journal = start();
    journal.append(1, typing('一'));
    await journal.settled();
    const whole = readFileSync(path.join(dir, orphan()));
    journal.append(2, typing('二'));
    await journal.keep();
    const file = path.join(dir, orphan());
    const all = readFileSync(file);
    for (const length of [whole.length + 1, whole.length + 7, whole.length + 30, all.length - 1]) {
      writeFileSync(file, all.subarray(0, length));
      const { opened, lost } = await recover(dir, orphan());
      expect(opened.pkg.articles[0]?.doc.textContent).toBe('一正文');
      expect(lost).toContain('末尾不完整');
    }
    const spoilt = Buffer.from(all);
    spoilt[all.length - 3]! ^= 1;
    writeFileSync(file, spoilt);
    expect(await textOf(orphan())).toBe('一正文');
    appendFileSync(file, Buffer.alloc(4096));
    expect(await textOf(orphan())).toBe('一正文');
  });
  it('a change that does not follow ends what is recovered, and is told', async () => {
    const journal = start();
    journal.append(1, typing('一'));
    journal.append(3, typing('三'));
    await journal.settled();
    const { opened, lost } = await recover(dir, orphan());
    expect([opened.pkg.articles[0]?.doc.textContent, lost]).toEqual(['一正文', expect.stringContaining('第 3 步')]);
  });
  it('every start of a journal is read or refused, never misread', () => {
    const record = encodeRecord({ kind: 'whole', version: 1, at: 0 }, Buffer.from('字节'));
    const bytes = Buffer.concat([Buffer.from('BANXINJ1'), record]);
    for (let length = 0; length < bytes.length; length++) expect(decodeRecords(bytes.subarray(0, length)).records).toEqual([]);
    expect(Buffer.from(decodeRecords(bytes).records[0]!.blob).toString()).toBe('字节');
    expect(decodeRecords(Buffer.from('PK'))).toEqual({ records: [], end: 0 });
  });
});

describe('a good save begins anew', () => {
  it('what it saved is no longer to be recovered; what was typed meanwhile is', async () => {
    const journal = start();
    journal.append(1, typing('一'));
    journal.append(2, typing('二'));
    const saved = writePackage(packageOf([article('a', 'report', doc(p('一正文')))]), null);
    journal.saved(1, '会议', '/somewhere/会议.banxin', hashOf(saved), saved);
    journal.append(3, typing('三'));
    await journal.settled();
    expect(readdirSync(dir)).toHaveLength(1);
    const { items } = await listRecoverable(dir, NOBODY);
    expect(items).toEqual([expect.objectContaining({ changes: 2, file: '/somewhere/会议.banxin', hash: hashOf(saved) })]);
    expect(await textOf(items[0]!.id)).toBe('三二一正文');
  });
  it('with nothing after it there is nothing to recover', async () => {
    const journal = start();
    journal.append(1, typing('一'));
    journal.saved(1, '会议', '/somewhere/会议.banxin', 'h', BASE);
    await journal.settled();
    expect((await listRecoverable(dir, NOBODY)).items).toEqual([]);
    expect(readdirSync(dir)).toEqual([]);
  });
  it('where the new journal cannot be made the old one goes on, with all of it', async () => {
    let broken = false;
    const journal = start({}, { fault: (step) => { if (broken && step === 'journal-replace') throw full(); } });
    journal.append(1, typing('一'));
    await journal.settled();
    broken = true;
    journal.saved(1, '会议', '/somewhere/会议.banxin', 'h', writePackage(packageOf([article('a', 'report', doc(p('一正文')))]), null));
    journal.append(2, typing('二'));
    await expect(journal.settled()).rejects.toThrow('磁盘已满');
    const { items } = await listRecoverable(dir, NOBODY);
    expect(items).toEqual([expect.objectContaining({ changes: 1, file: '/somewhere/会议.banxin' })]);
    expect(await textOf(items[0]!.id)).toBe('二一正文');
    broken = false;
    await journal.settled();
    expect(await textOf(orphan())).toBe('二一正文');
  });
  it('dropped, nothing is left; kept, all of it', async () => {
    const kept = start();
    kept.append(1, typing('留'));
    const dropped = start();
    dropped.append(1, typing('弃'));
    await dropped.drop();
    await kept.keep();
    expect(readdirSync(dir).map((name) => name.split('.')[0])).toEqual([kept.session]);
  });
});

describe('W47: a disk that does not take the journal', () => {
  it.each<JournalStep>(['journal-create', 'journal-name', 'journal-append', 'journal-sync'])('full at %s: told, tried again, and then nothing is missing', async (point) => {
    const told: (string | null)[] = [];
    let broken = point === 'journal-create' || point === 'journal-name';
    const journal = start({}, { onTrouble: (reason) => told.push(reason), fault: (step) => { if (broken && step === point) throw full(); } });
    if (!broken) await journal.settled();
    broken = true;
    journal.append(1, typing('一'));
    await expect(journal.settled()).rejects.toThrow('磁盘已满');
    expect(journal.trouble).toContain('磁盘已满');
    journal.append(2, typing('二'));
    broken = false;
    await journal.settled();
    expect([told.length, told[0], told.at(-1)]).toEqual([2, expect.stringContaining('恢复日志'), null]);
    expect(await textOf(orphan())).toBe('二一正文');
  });
});

describe('W43: what is listed', () => {
  it('nothing of this program itself, nothing untouched, nothing half made', async () => {
    const journal = start();
    journal.append(1, typing('一'));
    await journal.settled();
    writeFileSync(path.join(dir, 'k2-999999-aa.1.journal.tmp'), 'half');
    utimesSync(path.join(dir, 'k2-999999-aa.1.journal.tmp'), 1, 1);
    expect((await listRecoverable(dir, new Set([journal.session]))).items).toEqual([]);
    expect(readdirSync(dir)).toEqual([orphan()]);
  });
  it('the text that is in its file already: a kill right after the save', async () => {
    const file = path.join(dir, '会议.banxin');
    const journal = start({ file });
    journal.append(1, typing('一'));
    await journal.settled();
    expect((await listRecoverable(dir, NOBODY)).items).toHaveLength(1);
    writeFileSync(file, (await recover(dir, orphan())).bytes);
    expect((await listRecoverable(dir, NOBODY)).items).toEqual([]);
  });
  it('a recovered text before its first key, once, and not the journal that it came from', async () => {
    const first = start();
    first.append(1, typing('一'));
    await first.keep();
    const old = orphan();
    const { bytes, changes } = await recover(dir, old);
    const second = start({ bytes, changes, recoveredFrom: old });
    await second.keep();
    const { items } = await listRecoverable(dir, NOBODY);
    expect(items.map(({ id, changes: count }) => [id.startsWith(second.session), count])).toEqual([[true, 1]]);
    expect(await textOf(items[0]!.id)).toBe('一正文');
  });
  it('one that another computer holds is named, and stays', async () => {
    const other = encodeRecord({
      kind: 'open', session: 's-1-a', generation: 1, packageId: 'x', name: '会议', file: null, hash: null, version: 0, at: 1, machine: `${hostname()}-else`, pid: 1, changes: 1, recoveredFrom: null,
    }, BASE);
    writeFileSync(path.join(dir, 's-1-a.1.journal'), Buffer.concat([Buffer.from('BANXINJ1'), other]));
    expect((await listRecoverable(dir, NOBODY)).items).toEqual([expect.objectContaining({ holder: `${hostname()}-else` })]);
    utimesSync(path.join(dir, 's-1-a.1.journal'), 1, 1);
    expect((await listRecoverable(dir, NOBODY)).items).toEqual([expect.objectContaining({ holder: null })]);
  });
  it('one whose start is spoilt is told of, stays, and is not told of again once set aside', async () => {
    const journal = start();
    journal.append(1, typing('一'));
    await journal.keep();
    const name = orphan();
    truncateSync(path.join(dir, name), 40);
    expect(await listRecoverable(dir, NOBODY)).toEqual({ items: [], damaged: [name] });
    await setAside(dir, [name]);
    expect((await listRecoverable(dir, NOBODY)).damaged).toEqual([]);
    expect(readdirSync(dir)).toEqual([`${name}.damaged`]);
  });
  it('a name from outside is a name: nothing else is read or removed', async () => {
    for (const id of ['../x.journal', 'a/b.journal', '会议.banxin']) {
      await expect(recover(dir, id)).rejects.toMatchObject({ code: 'recovery-failed' });
      await expect(discard(dir, id)).rejects.toMatchObject({ code: 'recovery-failed' });
    }
  });
});
