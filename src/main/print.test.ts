// A real process stands in for CUPS's `lp`: a script on the PATH that notes its words
// and its file. What lp itself says in each case was read off CUPS 2.4.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PrinterInfo } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetFolder, listPrinters, lpError, lpWords, printFile, printFolder, type PrintJob } from './print';

let dir = '';
const PATH = process.env['PATH'];
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-lp-')); });
afterEach(() => {
  process.env['PATH'] = PATH;
  rmSync(dir, { recursive: true, force: true });
});

/** Puts a program on the PATH, in front of the others (or as the only one). */
function program(name: string, script: string, alone = false): void {
  const file = path.join(dir, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  process.env['PATH'] = alone ? dir : `${dir}:${PATH}`;
}

const job = (more: Partial<PrintJob> = {}): PrintJob => ({
  file: path.join(dir, 'print.pdf'), printer: 'office', title: '工作报告（工作稿第3稿）2025-12-18', copies: 3, sides: 'long', collate: true, paper: 'A4', ...more,
});

describe('lp is told everything that the dialog asked', () => {
  it('printer, title, copies, sides, paper; the file behind --', () => {
    expect(lpWords(job()).join(' ')).toBe(`-d office -t 工作报告（工作稿第3稿）2025-12-18 -n 3 -o sides=two-sided-long-edge -o media=A4 -o collate=true -o print-scaling=none -- ${dir}/print.pdf`);
    expect(lpWords(job({ sides: 'short', paper: 'A3', collate: false }))).toEqual(expect.arrayContaining(['sides=two-sided-short-edge', 'media=A3', 'collate=false']));
    expect(lpWords(job({ sides: 'one' }))).toContain('sides=one-sided');
  });
  it('the words arrive one by one, whatever stands in them, and the file can be read', async () => {
    program('lp', `for word in "$@"; do printf '%s\\n' "$word" >> "${dir}/words"; last="$word"; done; cat "$last" > "${dir}/bytes"; echo "$LC_ALL" > "${dir}/locale"`);
    writeFileSync(job().file, '%PDF-1.7 the bytes');
    await printFile(job({ title: '“引号” $(ls) 空 格' }));
    expect(readFileSync(path.join(dir, 'words'), 'utf8').split('\n').slice(0, 6)).toEqual(['-d', 'office', '-t', '“引号” $(ls) 空 格', '-n', '3']);
    expect(readFileSync(path.join(dir, 'bytes'), 'utf8')).toBe('%PDF-1.7 the bytes');
    expect(readFileSync(path.join(dir, 'locale'), 'utf8')).toBe('C\n');
  });
});

describe('what stands in the way is said with the printer’s name and what to do', () => {
  it.each<[string, string, string]>([
    ['lp: The printer or class does not exist.', 'printer-unknown', '找不到打印机“office”'],
    ['lp: Error - unknown destination "office".', 'printer-unknown', '或者打印服务没有运行'],
    ['lp: Destination "office" is not accepting jobs.', 'printer-refuses', '打印机“office”现在不接收任务'],
    ['lp: Error - scheduler not responding.', 'no-print-service', '打印服务没有运行'],
    ['lp: Unable to connect to server', 'no-print-service', '另存 PDF'],
    ['lp: Unsupported document-format "application/pdf".', 'print-failed', 'Unsupported document-format'],
    ['', 'print-failed', 'lp 退出码 1'],
  ])('%j', (said, code, words) => expect(lpError(1, said, 'office')).toMatchObject({ code, message: expect.stringContaining(words) as string }));
  it('a failing lp', async () => {
    program('lp', 'echo "lp: The printer or class does not exist." >&2; exit 1');
    await expect(printFile(job())).rejects.toMatchObject({ code: 'printer-unknown' });
  });
  it('no lp at all', async () => {
    program('other', 'exit 0', true);
    await expect(printFile(job())).rejects.toMatchObject({ code: 'no-lp', message: expect.stringContaining('CUPS') as string });
  });
});

it('the printed file is taken away with its folder', async () => {
  const folder = await printFolder();
  writeFileSync(path.join(folder, 'print.pdf'), 'x');
  expect(statSync(folder).mode & 0o077).toBe(0);
  await forgetFolder(folder);
  expect(existsSync(folder)).toBe(false);
});

describe('the printers of the system', () => {
  const printer = (name: string, options: Record<string, string>, displayName = ''): PrinterInfo => ({ name, displayName, description: '', options } as unknown as PrinterInfo);
  const found = [printer('hall', { 'printer-state': '5' }), printer('office', { 'printer-state': '3' }, '办公室 HP'), printer('attic', { 'printer-state': '4', 'printer-is-accepting-jobs': 'false', 'printer-info': '阁楼' })];
  it('the default first, as lpstat says; their states', async () => {
    program('lpstat', 'echo "system default destination: office"');
    expect(await listPrinters(found)).toEqual([
      { name: 'office', title: '办公室 HP', isDefault: true, state: 'ready' },
      { name: 'hall', title: 'hall', isDefault: false, state: 'stopped' },
      { name: 'attic', title: '阁楼', isDefault: false, state: 'stopped' },
    ]);
  });
  it('without a default, or without lpstat, the first', async () => {
    program('lpstat', 'echo "no system default destination"');
    expect((await listPrinters(found)).map(({ name, isDefault }) => [name, isDefault])).toEqual([['hall', true], ['office', false], ['attic', false]]);
    program('other', 'exit 0', true);
    expect((await listPrinters(found))[0]).toMatchObject({ name: 'hall', isDefault: true });
    expect(await listPrinters([])).toEqual([]);
  });
});
