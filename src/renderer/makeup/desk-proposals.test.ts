// Proposals beside the page, asked of a worker that is a stand-in, for a desk that is one too.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, shipped } from '../../../test/build-edition';
import type { Proposal } from '../../core/makeup/judge/proposal';
import { applyChange } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import type { Layout, Piece } from '../../core/model/layout';
import type { Package } from '../../core/model/package';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { DeskProposals } from './desk-proposals';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const edition = shipped('T6', ['a', 'b'], { paper: DAILY });
const PKG = packageOf(['a', 'b'].map((id) => article(id, 'news', doc(p('会议昨日开幕。')))), [edition]);
const TYPED: PackageChange = { kind: 'steps', article: 'b', field: null, steps: [{ stepType: 'replace', from: 1, to: 2 }] };
const FURTHER: PackageChange = { kind: 'set', path: `editions/${edition.id}/paper`, from: DAILY, to: { ...DAILY, firstPage: 2 } };

function changed(pkg: Package, change: PackageChange): Package {
  const after = applyChange(pkg, change);
  if (!after.ok) throw new Error(after.reason);
  return after.value;
}

const pieceAt = (row: number, pinned: boolean): Piece => ({ article: 'a', variant: 'news', deck: { column: 0, columns: 2, row, rows: 3 }, body: [{ area: { column: 0, columns: 2, row: row + 3, rows: 9 }, into: 2 }], box: null, from: null, to: null, ...(pinned ? { pinned } : {}) });
const layoutAt = (row: number, pinned = false): Layout => ({ pages: [{ number: 1, mastheadRows: 0, pieces: [pieceAt(row, pinned)] }] });
const proposalAt = (row: number): Proposal => ({ layout: layoutAt(row), score: 90 - row, reasons: [], fill: 1, feetLines: 0, taboos: [], looseness: { lines: 0, pieces: 0, headRows: 0, boxRows: 0 } });

/** A desk with a page, and a worker that tells and ends when the test says. */
function desk(layout: Layout | null, isByHand = false) {
  const session = new Observable({ pkg: PKG });
  const said = new Observable('以前的话');
  const asked: { readonly tell: (some: readonly Proposal[]) => void; readonly end: (all: readonly Proposal[] | null) => void }[] = [];
  let stopped = 0;
  const host = { get edition() { return session.get().pkg.editions[0] ?? null; }, layout, isByHand, said, whenDone: () => Promise.resolve() };
  const feed = { propose: (tell: (some: readonly Proposal[]) => void) => new Promise<readonly Proposal[] | null>((end) => asked.push({ tell, end })), proposeNoMore: () => stopped++ };
  const proposals = new DeskProposals(host, { session, feed } as unknown as Workspace);
  return { proposals, session, said, asked, stops: () => stopped };
}

it('those found so far are shown while more are looked for; asked again meanwhile it says that it is at it, and asks nobody', async () => {
  const { proposals, said, asked, stops } = desk(layoutAt(0));
  proposals.noMore();
  expect(stops()).toBe(0);
  const done = proposals.propose(true);
  expect([proposals.isOn.get(), said.get()]).toEqual([true, '']);
  asked[0]!.tell([proposalAt(5)]);
  expect(proposals.list.get()).toEqual([proposalAt(5)]);
  await proposals.propose(true);
  expect([asked.length, said.get()]).toEqual([1, '正在拼几个方案，拼好就在右边。']);
  proposals.noMore();
  expect(stops()).toBe(1);
  asked[0]!.end([proposalAt(5), proposalAt(9)]);
  await done;
  expect([proposals.isOn.get(), proposals.list.get()]).toEqual([false, [proposalAt(5), proposalAt(9)]]);
});

it('tells who asked what came of it: that the page was left as it is, that pinned blocks are where they were, or which one the page is now', async () => {
  for (const [layout, isByHand, words] of [
    [layoutAt(0), true, '重新拼了 2 个方案；手工排的版面没有动，Alt+1 换成方案一。'],
    [layoutAt(0), false, '重新拼了 2 个方案；版面没有动，Alt+1 换成方案一。'],
    [layoutAt(0, true), true, '重新拼了 2 个方案，锁定的 1 块都在原处；手工排的版面没有动，Alt+1 换成方案一。'],
    [layoutAt(9), false, '重新拼了 2 个方案；版面现在就是方案二。'],
  ] as const) {
    const { proposals, said, asked } = desk(layout, isByHand);
    const done = proposals.propose(true);
    asked[0]!.end([proposalAt(5), proposalAt(9)]);
    await done;
    expect(said.get()).toBe(words);
  }
});

it('where none came, or the worker was lost, those from before stay; who did not ask is told nothing', async () => {
  const { proposals, said, asked } = desk(layoutAt(0));
  const first = proposals.propose(false);
  asked[0]!.end([proposalAt(5)]);
  await first;
  expect(said.get()).toBe('以前的话');
  const lost = proposals.propose(true);
  asked[1]!.end(null);
  await lost;
  expect([said.get(), proposals.list.get()]).toEqual(['排版断了，正在重新开始：稍候再按一次。', [proposalAt(5)]]);
  const none = proposals.propose(true);
  asked[2]!.end([]);
  await none;
  expect(said.get()).toBe('这一回没有拼出方案，右边还是以前的：解开锁定的版块，或撤下一篇再拼。');
  expect(proposals.isOn.get()).toBe(false);
});

it('they are old when a text was typed in or the paper is another, much in the second case alone, and no more when that is undone', async () => {
  const { proposals, session, asked } = desk(layoutAt(0));
  const done = proposals.propose(false);
  asked[0]!.end([proposalAt(5)]);
  await done;
  expect([proposals.compare(), proposals.isStale.get()]).toEqual([false, false]);
  session.set({ pkg: changed(PKG, TYPED) });
  expect([proposals.compare(), proposals.isStale.get()]).toEqual([false, true]);
  session.set({ pkg: changed(PKG, FURTHER) });
  expect([proposals.compare(), proposals.isStale.get()]).toEqual([true, true]);
  session.set({ pkg: PKG });
  expect([proposals.compare(), proposals.isStale.get()]).toEqual([false, false]);
});

it('renewed, they wait for those that are being looked for, and are of the edition as it is then', async () => {
  const { proposals, session, asked } = desk(layoutAt(0));
  const first = proposals.propose(false);
  session.set({ pkg: changed(PKG, TYPED) });
  proposals.compare();
  const renewed = proposals.renew();
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toHaveLength(1);
  asked[0]!.end([proposalAt(5)]);
  await first;
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toHaveLength(2);
  // The old ones stay, marked, until there are others.
  expect(proposals.list.get()).toEqual([proposalAt(5)]);
  asked[1]!.end([proposalAt(7)]);
  await renewed;
  expect([proposals.list.get(), proposals.compare()]).toEqual([[proposalAt(7)], false]);
});

it('of an edition without articles nothing is asked: what stood is gone, and what to do is told', async () => {
  const { proposals, session, said, asked } = desk(layoutAt(0));
  proposals.list.set([proposalAt(5)]);
  session.set({ pkg: changed(PKG, { kind: 'set', path: `editions/${edition.id}/articles`, from: ['a', 'b'], to: [] }) });
  await proposals.propose(true);
  expect([asked.length, proposals.list.get(), proposals.isOn.get(), said.get()]).toEqual([0, [], false, '这一期没有选稿件，拼不出方案：先在左边把稿件选进来。']);
});
