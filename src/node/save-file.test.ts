import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync, lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, SAVE_STEPS, saveFile, type KeptCopy, type SaveStep } from './save-file';

let dir = '';
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-save-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const at = (name: string): string => path.join(dir, name);
const NEW = Buffer.from('新的文稿');
const failing = (code: string) => (point: SaveStep) => (step: SaveStep): void => {
  if (step === point) throw Object.assign(new Error(code), { code, syscall: 'write' });
};

describe('W40: the old file or the new one, whole', () => {
  it('writes, and answers the hash', async () => {
    expect(await saveFile(at('a'), NEW)).toBe(hashOf(NEW));
    expect(readFileSync(at('a'))).toEqual(NEW);
    expect(readdirSync(dir)).toEqual(['a']);
  });
  it('keeps the mode, and a link stays a link', async () => {
    writeFileSync(at('real'), 'old');
    chmodSync(at('real'), 0o640);
    symlinkSync(at('real'), at('link'));
    await saveFile(at('link'), NEW);
    expect([lstatSync(at('link')).isSymbolicLink(), statSync(at('real')).mode & 0o777, readFileSync(at('real')).equals(NEW)]).toEqual([true, 0o640, true]);
  });
  it.each(SAVE_STEPS)('disk full at %s: whole, nothing left over, the message names file and cause', async (point) => {
    writeFileSync(at('a'), 'old');
    const said: string[] = [];
    const keep = async (): Promise<KeptCopy> => ({ letGo: async () => void said.push('let go'), undo: async () => void said.push('undone') });
    await expect(saveFile(at('a'), NEW, { keep, fault: failing('ENOSPC')(point) })).rejects.toMatchObject({ code: 'write-failed', message: `写入“${at('a')}”失败：磁盘已满` });
    const isNew = SAVE_STEPS.indexOf(point) > SAVE_STEPS.indexOf('rename');
    expect(readFileSync(at('a'), 'utf8')).toBe(isNew ? '新的文稿' : 'old');
    expect(readdirSync(dir)).toEqual(['a']);
    // Once the new one stands, the copy of the old one stays until that has been read back.
    expect(said).toEqual(isNew || point === 'keep' ? [] : ['undone']);
  });
  it('the old one is kept before anything is written, and let go only after reading back', async () => {
    writeFileSync(at('a'), 'old');
    const seen: string[] = [];
    const keep = async (old: Uint8Array): Promise<KeptCopy> => {
      seen.push(`kept ${Buffer.from(old).toString()}`);
      return { letGo: async () => void seen.push('let go'), undo: async () => void seen.push('undone') };
    };
    await saveFile(at('a'), NEW, { keep, fault: (step) => void seen.push(step) });
    expect(seen).toEqual(['keep', 'kept old', 'open', 'write', 'sync', 'check', 'rename', 'sync-folder', 'read-back', 'let-go', 'let go']);
  });
  it('what a killed process left under the same number is in nobody’s way', async () => {
    for (let i = 0; i < 40; i++) writeFileSync(at(`.a.${process.pid}-s${i}.tmp`), 'half');
    await saveFile(at('a'), NEW);
    expect(readFileSync(at('a'))).toEqual(Buffer.from(NEW));
  });
  it('a file whose copy cannot be kept is not touched', async () => {
    writeFileSync(at('a'), 'old');
    await expect(saveFile(at('a'), NEW, { keep: () => Promise.reject(new RangeError('no copy')) })).rejects.toThrow('no copy');
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
  });
  it('a disk that gives back other bytes is found out before the old file goes', async () => {
    writeFileSync(at('a'), 'old');
    const fault = (step: SaveStep): void => {
      if (step === 'check') writeFileSync(at(readdirSync(dir).find((name) => name.endsWith('.tmp')) ?? ''), 'rotten');
    };
    await expect(saveFile(at('a'), NEW, { fault })).rejects.toThrow('读回来的内容与写下的不同');
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
    expect(readdirSync(dir)).toEqual(['a']);
  });
  it.each([['a folder that is gone', 'no/such/a', '没有这个文件或文件夹'], ['a folder in its place', '.', '这是一个文件夹']])('%s', async (_, name, says) => {
    await expect(saveFile(at(name), NEW)).rejects.toThrow(says);
  });
});

describe('W47: a file that is held for a while', () => {
  it.each<[code: string, step: SaveStep]>([['EBUSY', 'open'], ['EBUSY', 'rename'], ['EPERM', 'rename'], ['EBUSY', 'read-back']])('%s at %s, released after three tries: saved', async (code, point) => {
    writeFileSync(at('a'), 'old');
    let times = 0;
    const waits: number[] = [];
    const fault = (step: SaveStep): void => {
      if (step === point && ++times <= 3) failing(code)(point)(step);
    };
    await saveFile(at('a'), NEW, { fault, wait: async (ms) => void waits.push(ms) });
    expect(readFileSync(at('a'))).toEqual(NEW);
    expect(waits).toEqual([50, 100, 200]);
    expect(readdirSync(dir)).toEqual(['a']);
  });
  it('held for ever: given up within five seconds, the old file stands, the message says who holds it', async () => {
    writeFileSync(at('a'), 'old');
    let waited = 0;
    await expect(saveFile(at('a'), NEW, { fault: failing('EBUSY')('rename'), wait: async (ms) => void (waited += ms) })).rejects.toThrow('文件正被别的程序占用');
    expect(waited).toBeGreaterThan(2500);
    expect(waited).toBeLessThanOrEqual(5000);
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
    expect(existsSync(at('a'))).toBe(true);
    expect(readdirSync(dir)).toEqual(['a']);
  });
});
