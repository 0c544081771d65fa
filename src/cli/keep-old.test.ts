// What is kept of packages that a command writes over: each once, the newest ten.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepOld } from './keep-old';

let dir = '';
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-kept-')); });
afterEach(() => rmSync(dir, { recursive: true }));
const at = (name: string): string => path.join(dir, name);

it('the newest ten stay, the greatest number the newest; nothing else goes', () => {
  for (const other of ['会议.旧稿.banxin', '会议.旧07.banxin', '别的.旧.banxin', '会议.旧3.txt']) writeFileSync(at(other), '他人的');
  const target = at('会议.banxin');
  expect(keepOld(target)).toBeNull();
  for (let i = 1; i <= 13; i++) {
    writeFileSync(target, `第${i}次`);
    expect(keepOld(target)).toBe(at(`会议.旧${i === 1 ? '' : i}.banxin`));
  }
  const kept = readdirSync(dir).filter((name) => readFileSync(at(name), 'utf8').startsWith('第') && name !== '会议.banxin');
  expect(Object.fromEntries(kept.map((name) => [name, readFileSync(at(name), 'utf8')]))).toEqual(Object.fromEntries([4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((i) => [`会议.旧${i}.banxin`, `第${i}次`])));
  expect(readdirSync(dir).length).toBe(4 + 10 + 1);
});

it('an empty file is no package that was worked on', () => {
  writeFileSync(at('空.banxin'), '');
  expect(keepOld(at('空.banxin'))).toBeNull();
});
