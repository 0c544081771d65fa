import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samplePackage } from '../../test/sample-package';
import type { PrintedPage } from '../core/display/page-lines';
import { readPackage } from '../core/model/package-file';
import { type NewEntry, PrintRecord } from './print-record';

let dir = '';
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-record-')); });
afterEach(() => rmSync(dir, { recursive: true }));

const entry = (at: number, more: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'print', at, stage: '工作稿第3稿', edition: 'draft', editionName: '改稿本', draft: { article: null, every: 5, header: true, marginMm: 60, pitch: 1.5 }, pages: 26, chosen: [0, 4], copies: 10,
  to: '主席会议成员', where: 'office', ...more,
});
const lines: readonly PrintedPage[] = [{ label: '1', lines: [{ text: '一、总结', article: 'report', field: null, block: 1, from: 0, to: 2, source: '总结' }] }];
const record = (): PrintRecord => new PrintRecord(dir);
const files = (): string[] => readdirSync(path.join(dir, samplePackage.id)).map((name) => path.extname(name)).sort();

describe('the print record', () => {
  it('keeps entry, lines and text; another run reads them, the newest first', async () => {
    await record().add(entry(1000), samplePackage, lines);
    const second = await record().add(entry(2000, { kind: 'export', to: '', chosen: null }), { ...samplePackage, stage: '大会稿' }, lines);
    const listed = await record().list(samplePackage.id);
    expect(listed.map(({ at, kind, stage, to }) => [at, kind, stage, to])).toEqual([[2000, 'export', '工作稿第3稿', ''], [1000, 'print', '工作稿第3稿', '主席会议成员']]);
    expect(listed[0]).toEqual(second);
    expect(await record().lines(samplePackage.id, second.id)).toEqual(lines);
    const { pkg } = readPackage(await record().text(samplePackage.id, second.id));
    expect([pkg.stage, pkg.articles, pkg.versions]).toEqual(['大会稿', samplePackage.articles, []]);
  });
  it('two printings of one text in the same millisecond: two entries, the text once', async () => {
    const [one, two] = [await record().add(entry(5), samplePackage, lines), await record().add(entry(5), samplePackage, lines)];
    expect(one.id).not.toBe(two.id);
    expect(files()).toEqual(['.banxin', '.json', '.json', '.lines', '.lines']);
  });
  it('packages do not see each other’s; an id that is no file name on every system has a folder all the same', async () => {
    await record().add(entry(1), { ...samplePackage, id: 'a:b*?' }, lines);
    expect([await record().list('a:b*?').then((list) => list.length), await record().list('a'), await record().list('..')]).toEqual([1, [], []]);
    expect(readdirSync(dir)).toEqual(['a%3Ab%2A%3F']);
  });
  it('what is damaged is left out; what is not there is said', async () => {
    const { id } = await record().add(entry(1), samplePackage, lines);
    const broken = await record().add(entry(2), samplePackage, lines);
    truncateSync(path.join(dir, samplePackage.id, `${broken.id}.json`), 20);
    writeFileSync(path.join(dir, samplePackage.id, 'other.json'), '{"id":"x"}');
    expect((await record().list(samplePackage.id)).map((one) => one.id)).toEqual([id]);
    await expect(record().lines(samplePackage.id, '../x')).rejects.toMatchObject({ code: 'print-entry-unknown' });
  });
  it('the oldest go beyond the bounds, and a text that no entry has goes with the last of them', async () => {
    const small = new PrintRecord(dir, { entries: 3, bytes: 1e9 });
    await small.add(entry(1), { ...samplePackage, stage: '旧稿' }, lines);
    for (let at = 2; at <= 4; at++) await small.add(entry(at), samplePackage, lines);
    expect([(await record().list(samplePackage.id)).map(({ at }) => at), files()]).toEqual([[4, 3, 2], ['.banxin', '.json', '.json', '.json', '.lines', '.lines', '.lines']]);
    // Larger than allowed by itself, the newest stays.
    await new PrintRecord(dir, { entries: 3, bytes: 1 }).add(entry(5), samplePackage, lines);
    expect([(await record().list(samplePackage.id)).map(({ at }) => at), files()]).toEqual([[5], ['.banxin', '.json', '.lines']]);
  });
});
