// Texts for a review as they come in: encodings found, bytes kept, what is no text refused in words.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpackRecognition } from '../core/import/review/index';
import { importBytes, importFile, originalOf } from './import-source';

const GB = Uint8Array.from([0xcc, 0xe1, 0xb0, 0xb8, 0xb9, 0xa4, 0xd7, 0xf7, 0x0a, 0xb1, 0xa8, 0xb8, 0xe6]);

describe('a text for a review', () => {
  it('keeps its bytes and says what they were read as', () => {
    const imported = importBytes(GB, '/home/u/旧稿.txt');
    expect([imported.name, imported.encoding, imported.text, imported.damaged]).toEqual(['旧稿.txt', 'GB18030', '提案工作\n报告', []]);
    expect(imported.bytes).toBe(GB);
    // By sha256sum.
    expect(imported.sha256).toBe('b20802a3a76aa5184a92b7074dcd5248ba1b4eeaa9224f6ce13d7a1d18c628bb');
    expect(unpackRecognition(imported.recognition).lineCount).toBe(2);
    expect(originalOf(GB)).toEqual({ text: '提案工作\n报告', encoding: 'GB18030' });
  });
  it('names the lines with bytes that no character could be read from', () => {
    const text = `${'一年来，市政协常委会认真履行职能。'.repeat(20)}\n`;
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xff]), Buffer.from(text)]);
    expect(importBytes(bytes, '坏.txt').damaged).toEqual([{ line: 2, bytes: [0xff] }]);
  });
  it.each<[string, Uint8Array, string, string]>([
    ['a zip', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2]), 'format-unsupported', '“包.txt”不是纯文本，没有导入。文稿包和 Word 文件请用“文件 › 打开”。'],
    ['nothing but blanks', Buffer.from(' \n\u3000\n'), 'text-empty', '“包.txt”里没有文字，没有导入。'],
    ['a picture', Uint8Array.from({ length: 600 }, (_, i) => (i * 37) % 256), 'not-text', '“包.txt”不是文本文件，不能导入。请用原来的软件打开，另存为纯文本（.txt）。'],
  ])('refuses %s', (_title, bytes, code, message) => {
    expect(() => importBytes(bytes, '包.txt')).toThrow(expect.objectContaining({ code, message }));
  });
  it('refuses a folder and a file that is not there', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'banxin-import-'));
    expect(() => importFile(folder)).toThrow(expect.objectContaining({ code: 'read-failed' }));
    expect(() => importFile(path.join(folder, '没有.txt'))).toThrow(expect.objectContaining({ code: 'read-failed' }));
    const file = path.join(folder, '有.txt');
    writeFileSync(file, '提案');
    expect(importFile(file).text).toBe('提案');
  });
});
