// The journal of a review: on the disk at once, read again after a program that ended
// without a word, cut off where it is torn, and gone when all is in a package.
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bestOf } from '../../test/best-of';
import type { ReviewStep } from '../core/import/review/steps';
import { encodeRecord } from './journal-records';
import { giveUpReview, listReviews, readReview, ReviewJournal, wantReview } from './review-journal';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-reviews-')), 'reviews');
});

const BYTES = new TextEncoder().encode('云岭市政协常委会工作报告\n各位委员：\n');
const noise = (line: number): ReviewStep => ({ kind: 'decide', label: `第${line}行不收`, decisions: [{ kind: 'noise', lines: [line] }] });
const HOME = { packageId: 'p', name: '会议', file: '/somewhere/会议.banxin' };
const begin = (steps: readonly ReviewStep[] = [noise(1)], resumedFrom: string | null = null): ReviewJournal => new ReviewJournal(folder, { name: '去年.txt', bytes: BYTES, steps, resumedFrom, home: HOME });
const fileOf = (journal: ReviewJournal): string => path.join(folder, journal.id);

describe('what is kept', () => {
  it('the text and every step, on the disk well within a second; our own is not offered while it is written', async () => {
    const journal = begin();
    let line = 1;
    expect(await bestOf(3, 1000, async () => {
      const from = performance.now();
      for (const last = line + 39; line < last;) journal.append(noise(++line));
      await journal.settled();
      return performance.now() - from;
    })).toBeLessThan(1000);
    expect(await listReviews(folder)).toEqual([]);
    await journal.keep();
    const [kept] = await listReviews(folder);
    expect(kept).toMatchObject({ name: '去年.txt', decisions: line, home: HOME });
    const { bytes, steps } = await readReview(folder, kept?.id ?? '');
    expect(new Uint8Array(bytes)).toEqual(BYTES);
    expect(steps).toEqual(Array.from({ length: 40 }, (_, i) => noise(i + 1)));
  });

  it('torn in its last record, all before it', async () => {
    const journal = begin();
    journal.append(noise(2));
    await journal.keep();
    truncateSync(fileOf(journal), readFileSync(fileOf(journal)).length - 3);
    expect((await readReview(folder, journal.id)).steps).toEqual([noise(1)]);
    appendFileSync(fileOf(journal), 'torn');
    expect(await listReviews(folder)).toMatchObject([{ decisions: 1 }]);
  });

  it.each<[string, ReviewStep[]]>([['undone', [noise(1), { kind: 'undo' }]], ['finished', [noise(1), { kind: 'finished', articles: null }]]])('%s, there is nothing to go on with', async (_name, steps) => {
    await begin(steps).keep();
    expect(await listReviews(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gone on with: the new one has the steps and stands before the old one goes', async () => {
    const old = begin();
    await old.keep();
    const next = begin([noise(1)], old.id);
    await next.settled();
    expect(readdirSync(folder)).toEqual([next.id]);
    // Killed between the two: both stand, one is offered.
    const late = begin([noise(1)], next.id);
    const bytes = readFileSync(fileOf(next));
    await late.keep();
    await next.keep();
    writeFileSync(fileOf(next), bytes);
    expect((await listReviews(folder)).map(({ id }) => id)).toEqual([late.id]);
    expect(existsSync(fileOf(next))).toBe(false);
  });

  it('dropped, it is gone', async () => {
    const journal = begin();
    await journal.drop();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of another computer on a shared home, once it is old enough to be left', async () => {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'a-1-b.review');
    const head = { kind: 'review', name: '去年.txt', at: 1, machine: `${hostname()}-else`, pid: 1, resumedFrom: null };
    writeFileSync(file, Buffer.concat([Buffer.from('BANXINR1'), encodeRecord(head, BYTES), encodeRecord({ kind: 'step', at: 2, step: noise(1) })]));
    expect(await listReviews(folder)).toEqual([]);
    const yesterday = new Date(Date.now() - 24 * 3600_000);
    utimesSync(file, yesterday, yesterday);
    expect(await listReviews(folder)).toMatchObject([{ name: '去年.txt', at: 2, decisions: 1 }]);
  });

  it('half-made files go; a damaged one is put aside', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'a-0-b.review.tmp'), 'half');
    writeFileSync(path.join(folder, 'a-0-c.review'), 'no journal');
    expect(await listReviews(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['a-0-c.review.given-up']);
  });
});

describe('不要', () => {
  it('out of the list, back when it is wanted after all, gone after 30 days', async () => {
    const journal = begin();
    await journal.keep();
    await giveUpReview(folder, journal.id);
    expect(await listReviews(folder)).toEqual([]);
    await wantReview(folder, journal.id);
    expect(await listReviews(folder)).toHaveLength(1);
    await giveUpReview(folder, journal.id);
    const long = new Date(Date.now() - 31 * 24 * 3600_000);
    utimesSync(`${fileOf(journal)}.given-up`, long, long);
    await listReviews(folder);
    expect(readdirSync(folder)).toEqual([]);
    await expect(wantReview(folder, journal.id)).rejects.toThrow('导入审阅');
  });

  it.each(['../a.review', 'a.journal', '/etc/passwd'])('%s is no name of a journal', async (id) => {
    await expect(readReview(folder, id)).rejects.toThrow('不是导入审阅的恢复日志');
  });
});

describe('a disk that does not take it', () => {
  it('is told once, kept in memory, and written when it does', async () => {
    mkdirSync(path.dirname(folder), { recursive: true });
    writeFileSync(folder, 'a file where the folder should be');
    const told = vi.fn();
    const journal = new ReviewJournal(folder, { name: '一.txt', bytes: BYTES, steps: [noise(1)], resumedFrom: null, home: null }, told);
    await expect(journal.settled()).rejects.toThrow('恢复日志');
    journal.append(noise(2));
    await expect(journal.settled()).rejects.toThrow('恢复日志');
    rmSync(folder);
    await journal.settled();
    expect(told.mock.calls.map(([reason]) => reason === null)).toEqual([false, true]);
    expect((await readReview(folder, journal.id)).steps).toEqual([noise(1), noise(2)]);
    await journal.drop();
  });
});
