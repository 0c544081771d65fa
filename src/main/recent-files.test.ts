import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { RecentFiles } from './recent-files';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe('最近文件', () => {
  let folder: string;
  let recent: RecentFiles;
  const file = (name: string): string => {
    const at = path.join(folder, name);
    writeFileSync(at, '');
    return at;
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'banxin-recent-'));
    recent = new RecentFiles(path.join(folder, 'recent'));
  });

  it('the last opened stands first, once, and is found again by another run', () => {
    recent.note(file('甲.banxin'), 1);
    recent.note(file('乙.banxin'), 2);
    recent.note(path.join(folder, '甲.banxin'), 3);
    const list = new RecentFiles(path.join(folder, 'recent')).list();
    expect(list.map(({ name, at, isGone, thumbnail }) => [name, at, isGone, thumbnail])).toEqual([['甲.banxin', 3, false, null], ['乙.banxin', 2, false, null]]);
    expect(list[0]?.folder).toBe(folder);
    expect(recent.fileOf(list[1]?.id ?? '')).toBe(path.join(folder, '乙.banxin'));
  });

  it('keeps twelve, and their pictures', () => {
    for (let i = 0; i < 15; i++) recent.note(file(`${i}.banxin`), i);
    expect(recent.list().map(({ name }) => name)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((i) => `${i}.banxin`));
    recent.keepThumbnail(path.join(folder, '14.banxin'), PNG);
    expect(recent.list()[0]?.thumbnail).toEqual(Buffer.from(PNG));
  });

  it('a file that is away is said to be, and can be taken off the list', () => {
    const gone = file('走了.banxin');
    recent.note(gone, 1);
    rmSync(gone);
    const [entry] = recent.list();
    expect(entry?.isGone).toBe(true);
    recent.forget(entry?.id ?? '');
    expect(recent.list()).toEqual([]);
    expect(() => recent.fileOf(entry?.id ?? '')).toThrow('不在最近文件里');
  });

  it('what is no picture is refused; a damaged list is an empty one', () => {
    const one = file('甲.banxin');
    recent.note(one, 1);
    expect(() => recent.keepThumbnail(one, Uint8Array.from([1, 2, 3, 4]))).toThrow('PNG');
    writeFileSync(path.join(folder, 'recent/list.json'), '[{"file": 7');
    expect(recent.list()).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('a folder that cannot be written fails no opening', () => {
    mkdirSync(path.join(folder, 'recent'));
    chmodSync(path.join(folder, 'recent'), 0o500);
    expect(() => recent.note(file('甲.banxin'), 1)).not.toThrow();
    expect(recent.list()).toEqual([]);
  });
});
