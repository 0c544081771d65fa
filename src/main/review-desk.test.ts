import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportedText } from '../ipc/importing';
import type { Opened } from '../ipc/index';
import type { ReviewHome } from '../node/review-journal';
import { ReviewDesk } from './review-desk';

const userData = mkdtempSync(path.join(tmpdir(), 'banxin-reviews-'));
afterEach(() => rmSync(path.join(userData, 'reviews'), { recursive: true, force: true }));

const HOME: ReviewHome = { packageId: 'p', name: '全会', file: '/somewhere/全会.banxin' };
const TEXT = { name: '去年.txt', bytes: new Uint8Array([1]), sha256: 'hash' } as ImportedText;

/** A desk where this package is open; `opening`: what opening the review's package leads to. */
function desk(home: ReviewHome | null, opening: ReviewHome | null = null): ReviewDesk {
  let open = home;
  return new ReviewDesk({
    userData,
    read: () => Promise.resolve(TEXT),
    home: () => open,
    openHome: () => {
      open ??= opening;
      return Promise.resolve(opening === null ? null : ({ document: 1 } as Opened));
    },
    journaled: () => Promise.resolve(),
    trouble: () => {},
  });
}

/** A decision in a desk where `home` is open, and the end without a word. Answers the review's id. */
async function left(home: ReviewHome | null): Promise<string> {
  const before = desk(home);
  await before.begin(TEXT);
  await before.step('hash', { kind: 'decide', label: '第1行不收', decisions: [{ kind: 'noise', lines: [1] }] });
  await before.keep();
  return (await before.list())[0]?.id ?? '';
}

describe('the package that a review was for', () => {
  it('is named in the list and opened with it', async () => {
    const id = await left(HOME);
    const after = desk(null, HOME);
    expect(await after.list()).toMatchObject([{ id, home: '全会' }]);
    expect(await after.resume(id)).toMatchObject({ opened: { document: 1 }, missing: null });
    // And is still known where it crashes once more.
    await after.keep();
    expect(await desk(null).list()).toMatchObject([{ home: '全会' }]);
  });

  it.each([['is not there', null], ['another one is open', { ...HOME, packageId: 'q', name: '别的' }]])('%s: said, by its name', async (_name, open) => {
    expect(await desk(open).resume(await left(HOME))).toMatchObject({ opened: null, missing: '全会' });
  });

  it('was none: nothing is missing', async () => {
    expect(await desk(HOME).resume(await left(null))).toMatchObject({ opened: null, missing: null });
  });
});
