import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from './app-error';
import { writeAtomically, type FaultPoint, type Sink } from './atomic-write';

let dir = '';
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-write-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const at = (name: string): string => path.join(dir, name);
const put = (...lots: string[]) => (sink: Sink): void => lots.forEach((lot) => sink(Buffer.from(lot)));
const systemError = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'write' });

describe('a file is whole or not there', () => {
  it('writes lots in order and answers their length', () => {
    expect(writeAtomically(at('a'), put('甲', '乙')).bytes).toBe(6);
    expect(readFileSync(at('a'), 'utf8')).toBe('甲乙');
    expect(readdirSync(dir)).toEqual(['a']);
  });
  it.each<FaultPoint>(['open', 'write', 'sync', 'rename'])('disk full at %s: the old file stands, nothing is left over, the error names file and cause', (point) => {
    writeFileSync(at('a'), 'old');
    const fault = (here: FaultPoint): void => { if (here === point) throw systemError('ENOSPC'); };
    expect(() => writeAtomically(at('a'), put('new'), { fault })).toThrow(expect.objectContaining({ code: 'write-failed', message: `写入“${at('a')}”失败：磁盘已满` }) as Error);
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
    expect(readdirSync(dir)).toEqual(['a']);
  });
  it('what a killed process left under the same number is in nobody’s way', () => {
    for (let i = 0; i < 40; i++) writeFileSync(at(`.a.${process.pid}-${i}.tmp`), 'half');
    writeAtomically(at('a'), put('new'));
    expect([readFileSync(at('a'), 'utf8'), readdirSync(dir).length]).toEqual(['new', 41]);
  });
  it('fails in the middle of writing a new file: no file at all', () => {
    let lots = 0;
    const fault = (here: FaultPoint): void => { if (here === 'write' && ++lots === 2) throw systemError('EIO'); };
    expect(() => writeAtomically(at('n'), put('one', 'two'), { fault })).toThrow(AppError);
    expect(readdirSync(dir)).toEqual([]);
  });
  it('a check that refuses leaves the target as it was; its error comes through', () => {
    writeFileSync(at('a'), 'old');
    const verify = (temporary: string): void => { throw new RangeError(readFileSync(temporary, 'utf8')); };
    expect(() => writeAtomically(at('a'), put('new'), { verify })).toThrow(new RangeError('new'));
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
    expect(readdirSync(dir)).toEqual(['a']);
  });
  it("the maker's own mistake comes through as it is", () => {
    expect(() => writeAtomically(at('a'), () => { throw new TypeError('bug'); })).toThrow(TypeError);
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('the target', () => {
  it('keeps its mode', () => {
    writeFileSync(at('a'), 'old');
    chmodSync(at('a'), 0o640);
    writeAtomically(at('a'), put('new'));
    expect(statSync(at('a')).mode & 0o777).toBe(0o640);
  });
  it('behind a link is written, and the link stays a link', () => {
    writeFileSync(at('real'), 'old');
    symlinkSync(at('real'), at('link'));
    writeAtomically(at('link'), put('new'));
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('real'), 'utf8')).toBe('new');
  });
  it('may not be a folder', () => {
    mkdirSync(at('d'));
    expect(() => writeAtomically(at('d'), put('x'))).toThrow('文件夹');
  });
  it('needs its folder', () => {
    expect(() => writeAtomically(at('no/such/a'), put('x'))).toThrow('没有这个文件或文件夹');
  });
  it('a name of 250 bytes has room for the temporary one', () => {
    const name = '报'.repeat(80);
    writeAtomically(at(name), put('x'));
    expect(readdirSync(dir)).toEqual([name]);
  });
});
