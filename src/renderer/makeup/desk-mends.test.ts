// 试排 and 转版 for a desk that is a stand-in: what is asked of it, in which order, and what is said.
import { expect, it } from 'vitest';
import { shipped } from '../../../test/build-edition';
import type { DeskAct } from '../../core/makeup/hand/hand-act';
import type { BlockRoom } from '../../core/makeup/judge/rooms';
import type { BlockName, Layout, Piece } from '../../core/model/layout';
import { pageNamer } from '../../core/model/page-name';
import type { PaperMaster } from '../../core/model/master';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { DeskMends, type MendHost } from './desk-mends';

const A: BlockName = { page: 1, article: 'a' };
const B: BlockName = { page: 1, article: 'b' };
const master = shipped('T6', []).master as PaperMaster;

const pieceOf = (article: string, column: number, more: Partial<Piece> = {}): Piece => ({ article, variant: 'news', deck: { column, columns: 3, row: 0, rows: 5 }, body: [{ area: { column, columns: 3, row: 5, rows: 80 }, into: 3 }], box: null, from: null, to: null, ...more });
const roomOf = (name: BlockName, more: Partial<BlockRoom> = {}): BlockRoom => ({ ...name, over: 0, short: 0, needs: 240, lines: 240, columns: 3, measure: 11, ...more });

interface Has {
  readonly pieces?: readonly Piece[];
  readonly rooms?: readonly BlockRoom[];
  /** A page behind the first, with so many rows free. */
  readonly second?: number;
  /** Acts that can be made; else all. */
  readonly may?: (act: DeskAct) => boolean;
  /** What an act says of itself. */
  readonly says?: string;
  /** An article whose title has no room. */
  readonly titleOver?: string;
  /** Each act is given up while it is tried. */
  readonly isGivenUp?: boolean;
  /** What the page is worth with sentences left out; else none may be. */
  readonly cut?: number;
}

function desk({ pieces = [pieceOf('a', 0), pieceOf('b', 3)], rooms = [roomOf(A), roomOf(B)], second, may = () => true, says = '', titleOver, isGivenUp = false, cut }: Has) {
  const layout: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces }, ...(second === undefined ? [] : [{ number: 2, mastheadRows: 0, pieces: [{ ...pieceOf('c', 0), body: [{ area: { column: 0, columns: 6, row: 5, rows: 80 - second }, into: 6 }] }] }])] };
  const said = new Observable('');
  const [acts, selected, asked, cutOf, omitted] = [[] as (readonly [DeskAct, string])[], [] as BlockName[], [] as unknown[], [] as BlockName[], [] as (BlockName | null)[]];
  let waits = 0;
  const host: MendHost = {
    layout, master, said, pageOf: pageNamer(null),
    get givenUp() {
      return isGivenUp ? acts.length : 0;
    },
    blocks: () => pieces.map(({ article }) => ({ page: 1, article })),
    pieceOf: ({ article }) => pieces.find((piece) => piece.article === article) ?? null,
    roomOf: ({ article }) => rooms.find((room) => room.article === article) ?? null,
    select: (block) => void selected.push(block),
    act: (act, label) => {
      acts.push([act, label]);
      if (may(act)) said.set(says);
      return Promise.resolve(may(act));
    },
    cuts: {
      of: (block) => {
        cutOf.push(block);
        return Promise.resolve(cut === undefined ? null : { change: { kind: 'steps', article: block.article, field: null, steps: [] }, sentences: ['会议强调这一点。'], characters: 8, score: cut });
      },
      omit: (block) => Promise.resolve(void omitted.push(block)),
    },
    whenDone: () => {
      waits++;
      return Promise.resolve();
    },
  };
  const diagnostics = titleOver === undefined ? [] : [{ code: 'frame-overset', at: { article: titleOver } }];
  const feed = { pages: new Observable({ diagnostics, madeUp: { rooms } }), remedies: (...question: unknown[]) => Promise.resolve(asked.push(question) > 0 ? { ways: [], failed: '' } : null) };
  return { mends: new DeskMends(host, { feed } as unknown as Workspace), said, acts, selected, asked, cutOf, omitted, waits: () => waits };
}
const titles = (act: DeskAct | undefined): readonly string[] => (act?.kind === 'remedies' ? act.ways.map(({ title }) => title) : []);

it('T on a block that is over tries its ways as one act, jumps last, only to pages that have room; it waits for the acts before', async () => {
  for (const [second, targets] of [[undefined, ['转到第2版']], [20, ['转到第2版', '转到第3版']], [2, ['转到第3版']]] as const) {
    const { mends, acts, waits } = desk({ rooms: [roomOf(A, { over: 7 }), roomOf(B)], ...(second === undefined ? {} : { second }) });
    await mends.mend(A);
    expect(waits()).toBe(1);
    expect(acts).toHaveLength(1);
    expect(acts[0]![1]).toBe('试排');
    const ways = titles(acts[0]![0]);
    // 7 lines over three columns are three rows.
    expect(ways.slice(0, 2)).toEqual(['撑版：收紧几段', '下边加高 3 行']);
    expect(ways.filter((title) => title.startsWith('转到'))).toEqual(targets);
    expect(ways.at(-1)).toBe(targets.at(-1));
  }
});

it('T leaves sentences out where the page is worth more for it than for the best of the ways, or none works; not where that was given up', async () => {
  const rooms = [roomOf(A, { over: 7 }), roomOf(B)];
  // The ways are asked to leave the page nearly as much: three points less, for the text is the writer's.
  const poor = desk({ rooms, cut: 88, may: () => false });
  await poor.mends.mend(A);
  expect([poor.cutOf, poor.acts.map(([act]) => act.kind === 'remedies' && act.least), poor.omitted]).toEqual([[A], [85], [A]]);
  const good = desk({ rooms, cut: 88 });
  await good.mends.mend(A);
  expect([good.acts.length, good.omitted]).toEqual([1, []]);
  const none = desk({ rooms, may: () => false });
  await none.mends.mend(A);
  expect([none.acts.map(([act]) => act.kind === 'remedies' && act.least), none.omitted]).toEqual([[undefined], []]);
  const givenUp = desk({ rooms, cut: 88, may: () => false, isGivenUp: true });
  await givenUp.mends.mend(A);
  expect([givenUp.acts.length, givenUp.omitted]).toEqual([1, []]);
  // A block that is too large is no reason to leave anything out; nor is a jump that was asked for by its key.
  const short = desk({ rooms: [roomOf(A, { short: 9 }), roomOf(B)], cut: 88, may: () => false });
  await short.mends.mend(A);
  const jump = desk({ rooms: [roomOf(A, { over: 40 }), roomOf(B)], cut: 88, may: () => false });
  await jump.mends.jump(A);
  expect([short.cutOf, short.omitted, jump.cutOf, jump.omitted]).toEqual([[], [], [], []]);
});

it('T on a block that is right tells of the one that is over, the same article’s other part first, and selects it; where none is, that there is nothing to do', async () => {
  const other = desk({ rooms: [roomOf(A), roomOf(B, { over: 4 })] });
  await other.mends.mend(A);
  expect([other.selected, other.acts, other.said.get()]).toEqual([[B], [], '这一块正好；选上的这一块余 4 行，再按 T 试排。']);
  const none = desk({});
  await none.mends.mend(A);
  expect([none.selected, none.acts, none.said.get()]).toEqual([[], [], '这一块正好，不用试排。']);
  const gone = desk({ rooms: [] });
  await gone.mends.mend(A);
  expect([gone.acts, gone.said.get()]).toEqual([[], '这一块已经不在版上。']);
});

it('a title without room has its zone made higher by as many rows as it takes, no more', async () => {
  const { mends, acts, said } = desk({ titleOver: 'a', may: (act) => act.kind === 'head' && act.rows >= 3 });
  expect([mends.titleOver('a'), mends.titleOver('b')]).toEqual([true, false]);
  await mends.mend(A);
  expect(acts.map(([, label]) => label)).toEqual(['标题区加高 1 行', '标题区加高 2 行', '标题区加高 3 行']);
  expect(said.get()).toBe('标题区加高 3 行；Ctrl+Z 撤销。');
  // Given up while it is tried, no more rows are.
  const givenUp = desk({ titleOver: 'a', may: () => false, isGivenUp: true });
  await givenUp.mends.mend(A);
  expect(givenUp.acts).toHaveLength(1);
  // Where its text has no room either, that comes first.
  expect(desk({ titleOver: 'a', rooms: [roomOf(A, { over: 2 }), roomOf(B)] }).mends.titleOver('a')).toBe(false);
});

it('J jumps what is over, joins what was jumped, and says why not where it fits or is boxed', async () => {
  const over = desk({ rooms: [roomOf(A, { over: 40 }), roomOf(B)] });
  await over.mends.jump(A);
  expect(titles(over.acts[0]?.[0])).toEqual(['转到第2版']);
  const fits = desk({});
  await fits.mends.jump(A);
  expect([fits.acts, fits.said.get()]).toEqual([[], '这一块排得下，不用转版。']);
  const boxed = desk({ pieces: [pieceOf('a', 0, { deck: null, body: [], box: { area: { column: 0, columns: 3, row: 0, rows: 40 }, into: 2 } })] });
  await boxed.mends.jump(A);
  expect([boxed.acts, boxed.said.get()]).toEqual([[], '加了框的稿件不能转版：先按 B 去框。']);
  const jumped = desk({ pieces: [pieceOf('a', 0, { to: 2 })] });
  await jumped.mends.jump(A);
  expect(jumped.acts).toEqual([[{ kind: 'join', ...A }, '并回一版']]);
  expect(jumped.said.get()).toBe('转了版的并回一版；Ctrl+Z 撤销，再按 J 又转。');
  // What the act itself has to say is not talked over; nor why it was not made.
  const noted = desk({ pieces: [pieceOf('a', 0, { to: 2 })], says: '“甲”余 3 行；Ctrl+Z 撤销。' });
  await noted.mends.jump(A);
  expect(noted.said.get()).toBe('“甲”余 3 行；Ctrl+Z 撤销。');
});

it('a way that is chosen is made as one that must mend, and told by its name, with what it says of itself', async () => {
  const way = { title: '下边加高 2 行', act: { kind: 'pull', ...A, edges: { left: 0, right: 0, top: 0, bottom: 2 } } } as const;
  for (const [says, words] of [['', '下边加高 2 行；Ctrl+Z 撤销。'], ['版面由 90 分变为 88 分；Ctrl+Z 撤销。', '下边加高 2 行：版面由 90 分变为 88 分；Ctrl+Z 撤销。']] as const) {
    const { mends, acts, said } = desk({ says });
    await mends.make(way);
    expect([acts, said.get()]).toEqual([[[{ kind: 'remedy', act: way.act }, way.title]], words]);
  }
  const refused = desk({ may: () => false });
  refused.said.set('下面的会余 2 行。');
  await refused.mends.make(way);
  expect(refused.said.get()).toBe('下面的会余 2 行。');
});

it('the ways that work are asked of the worker for the page as it is; for a block that is right nobody is asked', async () => {
  const over = desk({ rooms: [roomOf(A, { over: 7 }), roomOf(B)] });
  expect(await over.mends.tried(A)).toEqual({ ways: [], failed: '' });
  expect(over.asked).toHaveLength(1);
  expect(await over.mends.tried(B)).toBeNull();
  expect(over.asked).toHaveLength(1);
});
