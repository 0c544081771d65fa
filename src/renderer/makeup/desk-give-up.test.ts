// Ctrl+Z while an act is still tried, or what was let go is: that is not made, and nothing else is
// undone by it. The worker is a stand-in that answers when it is told to.
import { expect, it } from 'vitest';
import { shipped } from '../../../test/build-edition';
import type { DeskAct } from '../../core/makeup/hand/hand-act';
import type { Proposal } from '../../core/makeup/judge/proposal';
import type { Layout } from '../../core/model/layout';
import type { Edition } from '../../core/model/package';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { HandAnswer } from '../worker/protocol';
import { MakeupDesk } from './makeup-desk';

const layoutAt = (row: number): Layout => ({ pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'a', variant: 'news', deck: { column: 0, columns: 3, row, rows: 5 }, body: [], box: null, from: null, to: null }] }] });
const A = { page: 1, article: 'a' } as const;
const NEVER: HandAnswer = { layout: null, reason: '不再找了，版面没有动' };
const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

function opened() {
  const states: Layout[] = [layoutAt(0), layoutAt(1)];
  let edition: Edition = { ...shipped('T6', ['a']), layout: states.at(-1)! };
  let version = 0;
  const pages = new Observable<unknown>(null);
  const show = (): void => {
    edition = { ...edition, layout: states.at(-1)! };
    pages.set({ version, madeUp: { proposal: { layout: edition.layout }, rooms: [] } });
  };
  const session = {
    get pkg() {
      return { editions: [edition], articles: [], meeting: {} };
    },
    get version() {
      return version;
    },
    opened: { readOnly: null },
    state: { get: () => ({ undoLabel: states.length > 1 ? '移动版块' : null, redoLabel: null }) },
    steps: () => [],
    change: ([change]: readonly { readonly to: unknown }[]) => {
      states.push(change!.to as Layout);
      version++;
      show();
    },
  };
  show();
  const waiting: ((answer: HandAnswer) => void)[] = [];
  /** What the worker was asked to show without an act: the page as it is kept. */
  let shownAgain = 0;
  let ended = 0;
  const feed = {
    pages,
    hand: (base: Layout, act: DeskAct | null) => {
      if (act !== null) return new Promise<HandAnswer>((resolve) => waiting.push(resolve));
      shownAgain++;
      return Promise.resolve<HandAnswer>({ layout: base, reason: null });
    },
    handNoMore: () => {
      ended++;
    },
  };
  const workspace = {
    session: new Observable(session), feed,
    undo: () => {
      states.pop();
      version++;
      show();
    },
  } as unknown as Workspace;
  const desk = new MakeupDesk(workspace, edition.id);
  /** Rows that the headline stood at after each step that is kept. */
  const kept = (): readonly number[] => states.map(({ pages: [page] }) => page!.pieces[0]!.deck!.row);
  return { desk, kept, answer: async (answer: HandAnswer): Promise<void> => { waiting.shift()!(answer); await moment(); }, asked: () => waiting.length, ended: () => ended, shownAgain: () => shownAgain };
}

it('one Ctrl+Z gives up the act that is tried, the next one undoes the step before', async () => {
  const { desk, kept, answer, ended } = opened();
  const act = desk.act({ kind: 'swap', ...A, other: { page: 1, article: 'b' } }, '对调');
  await moment();
  desk.step('undo');
  expect(desk.said.get()).toBe('“对调”不做了，版面没有动。');
  expect(ended()).toBe(1);
  await answer(NEVER);
  expect(await act).toBe(false);
  expect([kept(), desk.said.get()]).toEqual([[0, 1], '“对调”不做了，版面没有动。']);
  desk.step('undo');
  expect([kept(), desk.said.get()]).toEqual([[0], '撤销了“移动版块”。']);
});

it('what was found all the same is not made, and goes off the page', async () => {
  const { desk, kept, answer, shownAgain } = opened();
  const act = desk.act({ kind: 'lead', ...A }, '提到版首');
  await moment();
  desk.step('undo');
  await answer({ layout: layoutAt(7), reason: null, note: '“乙”让了位' });
  expect(await act).toBe(false);
  expect([kept(), shownAgain(), desk.said.get()]).toEqual([[0, 1], 1, '“提到版首”不做了，版面没有动。']);
});

it('of several that wait the newest is given up, the one that is tried goes on', async () => {
  const { desk, kept, answer, asked, ended } = opened();
  const both = [desk.act({ kind: 'lead', ...A }, '提到版首'), desk.act({ kind: 'move', ...A, columns: 0, rows: 1 }, '移动版块')];
  await moment();
  desk.step('undo');
  expect(ended()).toBe(0);
  await answer({ layout: layoutAt(7), reason: null });
  expect(await Promise.all(both)).toEqual([true, false]);
  expect([kept(), asked()]).toEqual([[0, 1, 7], 0]);
});

it('标题行数 that is given up is not looked for in other lines', async () => {
  const { desk, answer, asked } = opened();
  const turned = desk.turnLines(A, [1, 2, null]);
  await moment();
  desk.step('undo');
  await answer(NEVER);
  await turned;
  expect([asked(), desk.said.get()]).toEqual([0, '“标题排 1 行”不做了，版面没有动。']);
});

it('a drop for which others are to give way', async () => {
  for (const found of [NEVER, { layout: layoutAt(7), reason: null }] as const) {
    const { desk, kept, answer, ended, shownAgain } = opened();
    desk.grab();
    desk.drag.move({ kind: 'move', ...A, columns: 0, rows: 3 });
    await answer({ layout: null, reason: '会压住“乙”的标题' });
    const drop = desk.drag.drop('移动版块');
    await moment();
    desk.step('undo');
    expect([desk.said.get(), ended()]).toEqual(['“移动版块”不做了，版面没有动。', 1]);
    await answer(found);
    expect(await drop).toBe(false);
    expect([kept(), shownAgain(), desk.said.get()]).toEqual([[0, 1], 1, '“移动版块”不做了，版面没有动。']);
    desk.step('undo');
    expect(kept()).toEqual([0]);
  }
});

it('while a drop is still made no other drag begins, and a key waits: both go on from the page that it leaves', async () => {
  const { desk, kept, answer, asked } = opened();
  expect(desk.grab()).toBe(true);
  desk.drag.move({ kind: 'move', ...A, columns: 0, rows: 3 });
  await answer({ layout: layoutAt(4), reason: null });
  const drop = desk.drag.drop('移动版块');
  await moment();
  expect([desk.grab(), desk.drag.isOn.get(), desk.said.get()]).toEqual([false, false, '“移动版块”还在排，排好了接着拖；不等就按 Esc。']);
  const act = desk.act({ kind: 'move', ...A, columns: 0, rows: 1 }, '下移');
  await moment();
  // The level page about the drop alone is looked for.
  expect([asked(), desk.making]).toEqual([1, '下移']);
  await answer({ layout: layoutAt(5), reason: null });
  expect([await drop, asked(), kept()]).toEqual([true, 1, [0, 1, 5]]);
  await answer({ layout: layoutAt(6), reason: null });
  expect([await act, kept(), desk.making]).toEqual([true, [0, 1, 5, 6], null]);
  expect(desk.grab()).toBe(true);
});

it('a drop whose act comes behind it', async () => {
  const { desk, answer } = opened();
  desk.grab();
  desk.drag.move({ kind: 'move', ...A, columns: 0, rows: 0 });
  const drop = desk.drag.drop(null, '对调');
  await moment();
  desk.step('undo');
  await answer({ layout: layoutAt(1), reason: null });
  expect(await drop).toBe(false);
  expect(desk.said.get()).toBe('“对调”不做了，版面没有动。');
});

it('a proposal that is taken stands, whatever is found for the page before it', async () => {
  const { desk, kept, answer } = opened();
  const act = desk.act({ kind: 'lead', ...A }, '提到版首');
  await moment();
  desk.take({ layout: layoutAt(7) } as Proposal, '方案二');
  expect(desk.said.get()).toBe('采用了方案二；还在试的不做了。');
  await answer({ layout: layoutAt(3), reason: null });
  expect(await act).toBe(false);
  expect(kept()).toEqual([0, 1, 7]);
});
