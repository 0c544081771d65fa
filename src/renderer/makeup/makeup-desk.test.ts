// What an act by hand that took long has to say is not lost where another key was pressed
// while it was looked for. The worker is a stand-in that answers when it is told to; the clock is the
// test's, so that a busy machine makes no act a long one.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shipped } from '../../../test/build-edition';
import type { DeskAct } from '../../core/makeup/hand/hand-act';
import type { Layout } from '../../core/model/layout';
import type { Edition } from '../../core/model/package';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { HandAnswer } from '../worker/protocol';
import { MakeupDesk } from './makeup-desk';

const layoutAt = (row: number): Layout => ({ pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'a', variant: 'news', deck: { column: 0, columns: 3, row, rows: 5 }, body: [], box: null, from: null, to: null }] }] });
const A = { page: 1, article: 'a' } as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** `remade`: what the program made up where the make-up that is kept cannot stand. */
function opened(remade: Layout | null = null) {
  let edition: Edition = { ...shipped('T6', ['a']), layout: layoutAt(0) };
  let version = 0;
  const labels: string[] = [];
  const pages = new Observable<unknown>(null);
  const show = (): void => {
    const isRemade = remade !== null && edition.layout?.pages[0]?.pieces[0]?.deck?.row === 0;
    pages.set({ version, madeUp: { proposal: { layout: isRemade ? remade : edition.layout }, rooms: [] }, diagnostics: isRemade ? [{ severity: 'warning', code: 'layout-followed', message: '版面：原来的版面在现在的版心里排不下，程序重新拼过', at: null, suggestion: '' }] : [] });
  };
  const session = {
    get pkg() {
      return { editions: [edition], articles: [], meeting: {} };
    },
    get version() {
      return version;
    },
    opened: { readOnly: null },
    change: ([change]: readonly { readonly to: unknown }[], label: string) => {
      labels.push(label);
      edition = { ...edition, layout: change!.to as Layout };
      version++;
      show();
    },
  };
  show();
  const waiting: ((answer: HandAnswer) => void)[] = [];
  const feed = { pages, hand: (_base: Layout, _act: DeskAct) => new Promise<HandAnswer>((resolve) => waiting.push(resolve)), handNoMore: () => {} };
  const desk = new MakeupDesk({ session: new Observable(session), feed } as unknown as Workspace, edition.id);
  /** Answers the act that is looked for, after so many ms. */
  const answer = async (with_: HandAnswer, after = 0): Promise<void> => {
    await vi.advanceTimersByTimeAsync(after);
    waiting.shift()!(with_);
    await vi.advanceTimersByTimeAsync(5);
  };
  /** The package has another version, of which no pages are here yet. */
  const change = (): void => void version++;
  return { desk, answer, labels, kept: () => edition.layout, change, show };
}

const LONG = 450;

it('what an act that was waited on says stands before what the key pressed meanwhile says', async () => {
  const { desk, answer } = opened();
  const both = [desk.act({ kind: 'lead', ...A }, '提到版首'), desk.act({ kind: 'move', ...A, columns: 0, rows: 1 }, '移动版块')];
  await answer({ layout: layoutAt(3), reason: null, note: '“乙”让了位' }, LONG);
  expect(desk.said.get()).toBe('“乙”让了位；Ctrl+Z 撤销。');
  await answer({ layout: layoutAt(4), reason: null });
  await Promise.all(both);
  expect(desk.said.get()).toBe('提到版首：“乙”让了位。其间按的“移动版块”做了；Ctrl+Z 一步一步撤销。');
});

it('so before a refusal, and before what another act that was made says', async () => {
  for (const [second, said] of [
    [{ layout: null, reason: '会出版心' }, '提到版首：“乙”让了位；Ctrl+Z 撤销。其间按的“移动版块”没有做：会出版心。'],
    [{ layout: layoutAt(4), reason: null, note: '“丙”让了位' }, '提到版首：“乙”让了位。移动版块：“丙”让了位；Ctrl+Z 一步一步撤销。'],
  ] as const) {
    const { desk, answer } = opened();
    const both = [desk.act({ kind: 'lead', ...A }, '提到版首'), desk.act({ kind: 'move', ...A, columns: 0, rows: 1 }, '移动版块')];
    await answer({ layout: layoutAt(3), reason: null, note: '“乙”让了位' }, LONG);
    await answer(second);
    await Promise.all(both);
    expect(desk.said.get()).toBe(said);
  }
});

it('so where the one that was waited on could not be made', async () => {
  for (const [second, said] of [
    [{ layout: null, reason: '会出版心' }, '提到版首没有做：其余的稿件就排不下了。其间按的“移动版块”没有做：会出版心。'],
    [{ layout: layoutAt(4), reason: null }, '提到版首没有做：其余的稿件就排不下了。其间按的“移动版块”做了；Ctrl+Z 撤销。'],
  ] as const) {
    const { desk, answer } = opened();
    const both = [desk.act({ kind: 'lead', ...A }, '提到版首'), desk.act({ kind: 'move', ...A, columns: 0, rows: 1 }, '移动版块')];
    await answer({ layout: null, reason: '其余的稿件就排不下了' }, LONG);
    await answer(second);
    await Promise.all(both);
    expect(desk.said.get()).toBe(said);
  }
});

it('a key pressed after the report, or after an act that took no time, has the foot for itself', async () => {
  for (const wait of [LONG, 0]) {
    const { desk, answer } = opened();
    const first = desk.act({ kind: 'lead', ...A }, '提到版首');
    const early = wait === 0 ? desk.act({ kind: 'move', ...A, columns: 0, rows: 1 }, '移动版块') : null;
    await answer({ layout: layoutAt(3), reason: null, note: '“乙”让了位' }, wait);
    await first;
    const second = early ?? desk.act({ kind: 'move', ...A, columns: 0, rows: 1 }, '移动版块');
    await vi.advanceTimersByTimeAsync(5);
    await answer({ layout: layoutAt(4), reason: null, note: '“丙”让了位' });
    await second;
    expect(desk.said.get()).toBe('“丙”让了位；Ctrl+Z 撤销。');
  }
});

it('a page made up anew for one that cannot stand is kept as it is seen when its text is opened, and that is said', async () => {
  const { desk, labels, kept } = opened(layoutAt(7));
  desk.keepNow();
  expect(kept()).toEqual(layoutAt(7));
  expect(labels).toEqual(['定下现在的版面']);
  expect(desk.said.get()).toBe('版面：原来的版面在现在的版心里排不下，程序重新拼过；现在这样定下了，改稿时各块不再换地方；Ctrl+Z 撤销。');
  // Once.
  desk.said.set('');
  desk.keepNow();
  expect([labels.length, desk.said.get()]).toEqual([1, '']);
});

it('is kept when it is there, where its pages are still set', async () => {
  const { desk, kept, change, show } = opened(layoutAt(7));
  change();
  desk.keepNow();
  expect(kept()).toEqual(layoutAt(0));
  show();
  await Promise.resolve();
  await Promise.resolve();
  expect(kept()).toEqual(layoutAt(7));
});

it('what can stand is kept already', () => {
  const { desk, labels } = opened();
  desk.keepNow();
  expect([labels, desk.said.get()]).toEqual([[], '']);
});
