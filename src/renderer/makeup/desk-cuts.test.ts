// 见报略 for a desk that is a stand-in: when sentences are left out at once, when they are offered
// first, and when nothing is done.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, shipped } from '../../../test/build-edition';
import type { Omission, OmissionAnswer } from '../../core/makeup/hand/omission';
import type { PackageChange } from '../../core/model/change';
import { pageNamer } from '../../core/model/page-name';
import type { Layout } from '../../core/model/layout';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { type CutHost, DeskCuts } from './desk-cuts';
import type { DeskProposals } from './desk-proposals';

const A = { page: 1, article: 'a' };
const LAYOUT: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: [] }] };
const JOINED: Layout = { pages: [{ number: 1, mastheadRows: 12, pieces: [] }] };
const MARK: PackageChange = { kind: 'steps', article: 'a', field: null, steps: [] };
const omission = (why: Omission['why'], layout: Layout | null = LAYOUT): Omission => ({ why, page: why === 'page' ? 2 : 1, parts: [{ article: 'a', cut: { change: MARK, sentences: ['会议强调这一点。'], characters: 8 } }], characters: 8, layout, ...(why === 'page' ? {} : { score: 88 }) });

function desk(answer: OmissionAnswer | null, { readOnly = false, meanwhile = () => {} }: { readonly readOnly?: boolean; readonly meanwhile?: (session: { version: number }) => void } = {}) {
  const edition = { ...shipped('T6', ['a'], { paper: DAILY }), layout: LAYOUT };
  const pkg = packageOf([article('a', 'news', doc(p('会议昨日开幕。')), { 'deck.main': '市政协会议开幕' })], [edition]);
  const changes: (readonly [readonly PackageChange[], string])[] = [];
  const session = {
    pkg, version: 1,
    change(made: readonly PackageChange[], label: string) {
      changes.push([made, label]);
      session.version++;
    },
  };
  const said = new Observable('');
  const [asked, log] = [[] as (string | null)[], [] as string[]];
  const host: CutHost = {
    edition, layout: LAYOUT, said, get version() { return session.version; },
    proposals: { propose: (isAsked: boolean) => Promise.resolve(log.push(`proposed ${isAsked}`)) } as unknown as DeskProposals,
    mayChange: () => !readOnly, pageOf: pageNamer(null),
    whenDone: () => Promise.resolve(void log.push('waited')),
  };
  const feed = {
    cut: (_: Layout, of: string | null) => {
      asked.push(of);
      meanwhile(session);
      return Promise.resolve(answer);
    },
  };
  return { cuts: new DeskCuts(host, { feed, session: new Observable(session) } as unknown as Workspace), session, said, changes, asked, log };
}

it('for a block that is over they are left out at once, one step of undo, and listed', async () => {
  const { cuts, changes, said, asked, session } = desk({ ok: true, omission: omission('over') });
  await cuts.omit(A);
  expect(asked).toEqual(['a']);
  // The page stays as it is: the marks alone are changed.
  expect(changes).toEqual([[[MARK], '见报略 8 字']]);
  expect(cuts.omitted.get()).toMatchObject({ isOffered: false, version: session.version });
  expect(said.get()).toBe('见报略了 8 字，1 处，略去的列在右边；Ctrl+Z 撤销。');
});

it('what brings a jump back is offered word for word; asked again it is left out with the page joined, without another search', async () => {
  const { cuts, changes, said, asked } = desk({ ok: true, omission: omission('jump', JOINED) });
  await cuts.omit(A);
  expect([changes, cuts.omitted.get()?.isOffered]).toEqual([[], true]);
  expect(said.get()).toBe('略去 8 字，全文就能并回第1版：略哪几句列在右边，再按 L 略去。');
  await cuts.omit(A);
  expect(asked).toEqual(['a']);
  expect(changes).toHaveLength(1);
  expect(changes[0]![0].map(({ kind }) => kind)).toEqual(['set', 'steps']);
  expect(cuts.omitted.get()?.isOffered).toBe(false);
});

it('an offer that another change came after, or for another block, is asked for anew', async () => {
  const late = desk({ ok: true, omission: omission('jump', JOINED) });
  await late.cuts.omit(A);
  late.session.version++;
  await late.cuts.omit(A);
  expect([late.asked, late.changes]).toEqual([['a', 'a'], []]);
  const other = desk({ ok: true, omission: omission('jump', JOINED) });
  await other.cuts.omit(A);
  await other.cuts.omit({ page: 1, article: 'b' });
  expect([other.asked, other.changes]).toEqual([['a', 'b'], []]);
});

it('a page less is made up anew when the page after it is there', async () => {
  const { cuts, log, changes } = desk({ ok: true, omission: omission('page', null) });
  await cuts.omit(null);
  expect(changes).toHaveLength(1);
  expect(log).toEqual(['waited', 'waited', 'proposed false']);
});

it('nothing is left out, and why is said, where none is found; where the worker was asked something else; where the package may not be changed or was meanwhile', async () => {
  for (const [answer, words] of [[{ ok: false, reason: '这一块排得下，不用略' }, '这一块排得下，不用略。'], [null, '版面正在重排，稍候再按一次。']] as const) {
    const { cuts, changes, said } = desk(answer);
    await cuts.omit(A);
    expect([changes, said.get(), cuts.omitted.get()]).toEqual([[], words, null]);
  }
  const readOnly = desk({ ok: true, omission: omission('over') }, { readOnly: true });
  await readOnly.cuts.omit(A);
  expect([readOnly.asked, readOnly.changes]).toEqual([[], []]);
  const typed = desk({ ok: true, omission: omission('over') }, { meanwhile: (session) => void session.version++ });
  await typed.cuts.omit(A);
  expect([typed.changes, typed.cuts.omitted.get()]).toEqual([[], null]);
});

it('what was found of the package as it is is left out without another search; of another package it is looked for anew', async () => {
  const { cuts, asked, changes } = desk({ ok: true, omission: omission('over') });
  await cuts.of(A);
  await cuts.of(A);
  await cuts.omit(A);
  expect([asked, changes.length]).toEqual([['a'], 1]);
  await cuts.of(A);
  await cuts.of({ page: 1, article: 'b' });
  expect(asked).toEqual(['a', 'a', 'b']);
  // Changed while it was looked for, it is of no package that there is.
  const typed = desk({ ok: true, omission: omission('over') }, { meanwhile: (session) => void session.version++ });
  await typed.cuts.of(A);
  await typed.cuts.of(A);
  expect(typed.asked).toEqual(['a', 'a']);
});

it('for the panel: the sentences of a block that is over; none of a jump, which L offers', async () => {
  expect(await desk({ ok: true, omission: omission('over') }).cuts.of(A)).toMatchObject({ characters: 8, score: 88 });
  expect(await desk({ ok: true, omission: omission('jump', JOINED) }).cuts.of(A)).toBeNull();
  expect(await desk({ ok: false, reason: '排得下' }).cuts.of(A)).toBeNull();
});
