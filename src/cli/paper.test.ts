// banxin paper on the sample: a folder with all its files; wrong usage and a folder that
// is there already are refused, and nothing half written is left.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from './paper';

const SAMPLE = path.resolve(import.meta.dirname, '../../resources/samples/yunling.banxin');
const dir = mkdtempSync(path.join(tmpdir(), 'banxin-cli-paper-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('writes the folder under its name', async () => {
  const target = path.join(dir, '送报社');
  expect(await run([SAMPLE, '-o', target, '--edition', 'paper-closing', '--encoding', 'gb18030'])).toBe(0);
  const files = readdirSync(target);
  expect(files).toContain('送稿单.txt');
  expect(files.filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
  expect(files.filter((name) => /^\d\d .*\.txt$/.test(name))).toHaveLength(3);
  expect(readdirSync(dir)).toEqual(['送报社']);
});

it('refuses an encoding that it does not know, a folder that is there, an edition that is no newspaper', async () => {
  await expect(run([SAMPLE, '-o', path.join(dir, 'a'), '--encoding', 'big5'])).rejects.toThrow('--encoding');
  const there = path.join(dir, '有了');
  mkdirSync(there);
  await expect(run([SAMPLE, '-o', there])).rejects.toThrow('已经有了');
  await expect(run([SAMPLE, '-o', path.join(dir, 'b'), '--edition', 'booklet'])).rejects.toThrow('不是报纸');
  expect(readdirSync(dir).toSorted()).toEqual(['有了', '送报社'].toSorted());
});
