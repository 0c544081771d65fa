import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samplePackage } from '../../test/sample-package';
import { writePackage } from '../core/model/package-file';
import { openInput, savePackage, textId } from './package-store';

let dir = '';
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-store-')); });
afterEach(() => rmSync(dir, { recursive: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const at = path.join(dir, name);
  writeFileSync(at, content);
  return at;
};

describe('any input opens as a package', () => {
  it('a package, whatever its file is called', async () => {
    for (const name of ['a.banxin', 'a.zip']) expect((await openInput(put(name, writePackage(samplePackage, null)))).pkg).toEqual(samplePackage);
  });
  it('a raw text, named after its file, with what was recognised', async () => {
    const { pkg, text, origin } = await openInput(put('报告.txt', '各位委员：\n一、工作回顾\n一年来成绩不少。'));
    expect([pkg.name, text?.encoding, text?.recognition.articles.length, origin, pkg.editions]).toEqual(['报告', 'utf-8', 1, null, []]);
  });
  it('bytes that are no character are told, with their lines', async () => {
    const bytes = Buffer.concat([Buffer.from('工作报告的第一行文字\n第二'), Buffer.from([0xff]), Buffer.from('行\n第三行没有问题')]);
    expect((await openInput(put('x.txt', bytes))).notes.join()).toContain('第 2 行');
  });
  it.each([['.docx', 'x', 'docx-damaged'], ['.wps', 'x', 'docx-damaged'], ['.doc', '{\\rtf1 text}', 'format-unsupported'], ['.docx', '', 'docx-damaged']])('a file named %s that is none', async (type, content, code) => {
    await expect(openInput(put(`a${type}`, content))).rejects.toMatchObject({ code, message: expect.stringContaining(`a${type}`) as string });
  });
});

it.skipIf(!existsSync('/dev/zero'))('an endless device is no file', async () => {
  symlinkSync('/dev/zero', path.join(dir, 'a.txt'));
  await expect(openInput(path.join(dir, 'a.txt'))).rejects.toMatchObject({ code: 'read-failed', message: expect.stringContaining('不是普通文件') as string });
});

describe('FILE#VERSION', () => {
  it('takes the record and the articles of the version, its name is the stage', async () => {
    const file = put('a.banxin', writePackage(samplePackage, null));
    for (const name of ['征求意见稿', 'v1']) {
      const { pkg } = await openInput(`${file}#${name}`);
      expect([pkg.stage, pkg.articles, pkg.meeting, pkg.editions]).toEqual(['征求意见稿', samplePackage.versions[0]!.articles, samplePackage.versions[0]!.meeting, samplePackage.editions]);
    }
  });
  it('an unknown one names those that there are', async () => {
    const file = put('a.banxin', writePackage(samplePackage, null));
    await expect(openInput(`${file}#大会稿`)).rejects.toMatchObject({ code: 'version-unknown', message: expect.stringContaining('征求意见稿') as string });
  });
  it('a file whose own name has a # is that file; a text has no versions', async () => {
    expect((await openInput(put('a#2.txt', '正文。'))).pkg.name).toBe('a#2');
    await expect(openInput(`${put('b.txt', '正文。')}#1`)).rejects.toMatchObject({ code: 'version-unknown' });
  });
});

describe('saving', () => {
  it('opened and saved without a change: the same bytes', async () => {
    const file = put('a.banxin', writePackage(samplePackage, null));
    const before = readFileSync(file);
    const { pkg, origin } = await openInput(file);
    expect(await savePackage(file, pkg, origin)).toBe(before.length);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
  it('a disk that is full leaves the old package whole', async () => {
    const file = put('a.banxin', writePackage(samplePackage, null));
    const { pkg, origin } = await openInput(file);
    const fault = (): void => { throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }); };
    await expect(savePackage(file, { ...pkg, name: '新名' }, origin, fault)).rejects.toMatchObject({ code: 'write-failed' });
    expect((await openInput(file)).pkg).toEqual(samplePackage);
    expect(readdirSync(dir)).toEqual(['a.banxin']);
  });
  it('the id of a text is its own', async () => {
    expect(await textId('甲')).toBe(await textId('甲'));
    expect(await textId('甲')).not.toBe(await textId('乙'));
  });
});
