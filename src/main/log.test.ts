import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { withoutText } from './plain-word';

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-log-'));
vi.mock('electron', () => ({ app: { getPath: () => path.join(folder, 'user'), isPackaged: true } }));
const { Log, note, noteFault, programLog } = await import('./log');

afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = '云岭秘密句子';

describe('W63: the log', () => {
  it('turns when it is full: no file is larger than the limit, the newest entries stand in the tail', () => {
    const place = path.join(folder, 'turning');
    const log = new Log(place, { bytes: 1000, files: 3 });
    for (let i = 0; i < 200; i++) log.write(`entry ${i}`);
    expect(readdirSync(place).sort()).toEqual(['banxin.1.log', 'banxin.2.log', 'banxin.log']);
    for (const name of readdirSync(place)) expect(statSync(path.join(place, name)).size).toBeLessThanOrEqual(1000);
    const tail = log.tail(1500);
    expect(tail.length).toBeLessThanOrEqual(1500);
    expect(tail).toMatch(/entry 199\n$/);
    const numbers = tail.trimEnd().split('\n').map((line) => Number(/^\S+ entry (\d+)$/.exec(line)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => 200 - numbers.length + index));
    expect(numbers.length).toBeGreaterThan(30);
  });

  it('goes on in the file of the run before', () => {
    const place = path.join(folder, 'again');
    new Log(place).write('first');
    const second = new Log(place);
    second.write('second');
    expect(second.tail(1000)).toMatch(/first\n.*second\n$/);
  });

  it('a folder that takes nothing stops nothing', () => {
    const place = path.join(folder, 'gone');
    const log = new Log(place);
    rmSync(place, { recursive: true });
    expect(() => log.write('x')).not.toThrow();
  });

  it('has words of ours and numbers, and none of the text', () => {
    note('call', { method: 'save', ms: 12, ok: true, file: `${SECRET}.banxin`, path: '/home/zhang/a b' });
    note(SECRET);
    noteFault('save', new RangeError(SECRET));
    const text = readFileSync(path.join(folder, 'user/logs/banxin.log'), 'utf8');
    expect(text).toBe(programLog().tail(10_000));
    expect(text).toMatch(/ call method=save ms=12 ok=true file=\? path=\?\n/);
    expect(text).toMatch(/ fault save RangeError at .*log\.test/);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  it('plain data is freed of text at any depth, keys too', () => {
    expect(withoutText({ autosave: true, recent: [{ file: `/home/${SECRET}`, at: 3 }], [SECRET]: 'x', zoom: 'width' })).toEqual({
      autosave: true, recent: [{ file: '?', at: 3 }], '?': 'x', zoom: 'width',
    });
  });
});
