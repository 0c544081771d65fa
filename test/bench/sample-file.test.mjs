import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleFile } from './sample-file.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-bench-'));
const file = path.join(folder, 'work-report-page-2024.txt');
afterAll(() => rmSync(folder, { recursive: true }));

describe('the report that BANXIN_SAMPLE names', () => {
  it('is no report where nothing stands', () => {
    expect(() => sampleFile(path.join(folder, 'none.txt'))).toThrow('none.txt');
    expect(() => sampleFile(folder)).toThrow('work-report-page-2024.txt');
  });
  it('is the file itself, or the page in the folder', () => {
    writeFileSync(file, '关于某事的报告');
    expect([sampleFile(file), sampleFile(folder)]).toEqual([file, file]);
  });
  it('is called in a folder as the tests call it', () => {
    expect(readFileSync(path.resolve(import.meta.dirname, '../real-sample.ts'), 'utf8')).toContain(`'${path.basename(file)}'`);
  });
});
