// Make-up by hand: what each act does to the blocks, and the law that a page after any
// acts and undos is the page that a fresh composition makes of its layout. Fake fonts.
import { beforeAll, describe, expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { checkLaws } from '../../../../test/laws-pages';
import { prose, random } from '../../../../test/random';
import { encodeGrayPng } from '../../gray-png';
import { applyChange, invertChange } from '../../model/apply-change';
import { areasOf, layoutChange, layoutFault, type Layout, type Piece } from '../../model/layout';
import type { PackageChange } from '../../model/change';
import { dressChange } from '../../model/dress';
import type { ArticlePicture, Edition, Package } from '../../model/package';
import { Typesetter } from '../../typeset';
import type { HandAct } from './hand-act';
import { pieceOf } from './hand-put';
import { boundsOf } from '../measure/hand-shape';

const KINDS = [['lead', 'news', 6], ['report', 'report', 20], ['comment', 'editorial', 7], ['brief', 'news', 2], ['other', 'news', 4]] as const;

function day(seed: number): Package {
  const roll = random(seed);
  const edition = shipped('N8', KINDS.map(([id]) => id), { paper: DAILY });
  return { ...packageOf(KINDS.map(([id, kind, blocks]) => article(id, kind, doc(
    ...Array.from({ length: blocks }, (_, i) => (kind === 'report' && i % 7 === 0 ? h(1, '工作回顾') : p(prose(roll, 60 + roll(200))))),
  ), { 'deck.main': `${id === 'report' ? '' : '市政协'}${prose(roll, 9)}` }))), editions: [edition] };
}

const pkg = day(11);
const edition = pkg.editions[0]!;
const typesetter = new Typesetter(FAKE);
let layout: Layout;
beforeAll(() => {
  ({ layout } = typesetter.typeset(pkg, edition).layout!);
});
const act = (one: HandAct, on: Layout = layout) => typesetter.actByHand(pkg, edition, on, one);
const done = (one: HandAct, on: Layout = layout): Layout => {
  const outcome = act(one, on);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.layout;
};
const at = (article: string) => ({ page: layout.pages.find(({ pieces }) => pieces.some((piece) => piece.article === article))!.number, article });

describe('acts', () => {
  it('a pin is set and taken away, and nothing else is another', () => {
    const pinned = done({ kind: 'pin', ...at('brief'), pinned: true });
    expect(pieceOf(pinned, at('brief'))).toEqual({ ...pieceOf(layout, at('brief')), pinned: true });
    expect(done({ kind: 'pin', ...at('brief'), pinned: false }, pinned)).toEqual(layout);
  });

  it('an edge pulled in leaves lines without room, which are counted; pulled back it is as before', () => {
    const smaller = done({ kind: 'pull', ...at('brief'), edges: { left: 0, right: 0, top: 0, bottom: -3 } });
    const rooms = typesetter.rooms(pkg, edition, smaller);
    const room = rooms.find(({ article }) => article === 'brief')!;
    expect(room.over).toBeGreaterThan(0);
    expect(room.short).toBe(0);
    const said = typesetter.typeset(pkg, { ...edition, layout: smaller }).diagnostics.find(({ code }) => code === 'frame-overset');
    expect(said?.message).toContain(`余`);
    const back = done({ kind: 'pull', ...at('brief'), edges: { left: 0, right: 0, top: 0, bottom: 3 } }, smaller);
    const { fitted: _fitted, ...before } = pieceOf(layout, at('brief'))!;
    expect(pieceOf(back, at('brief'))).toEqual(before);
  });

  it('beyond the type area nothing goes; the reason says so', () => {
    expect(act({ kind: 'move', ...at('brief'), columns: 40, rows: 0 })).toEqual({ ok: false, reason: expect.stringContaining('版心外') as string });
  });

  it('a block put on another takes room from its text, never from its headline', () => {
    let yieldedOnce = false;
    for (const by of Array.from({ length: 8 * 60 }, (_, i) => ({ columns: (i % 8) - 4, rows: 2 * Math.floor(i / 8) - 60 }))) {
      const outcome = act({ kind: 'move', ...at('brief'), ...by });
      if (!outcome.ok) continue;
      expect(layoutFault(outcome.layout, 8, 123)).toBeNull();
      for (const { article: id } of layout.pages[0]!.pieces) {
        if (id === 'brief') continue;
        const [before, after] = [pieceOf(layout, at(id))!, pieceOf(outcome.layout, at(id))!];
        expect([after.deck, after.box]).toEqual([before.deck, before.box]);
        if (JSON.stringify(areasOf(after)) !== JSON.stringify(areasOf(before))) yieldedOnce = true;
      }
    }
    expect(yieldedOnce || layout.pages.length > 1).toBe(true);
  });

  it('竖题: the title stands beside the text as high as the block; turned back it is the block as it was', () => {
    const before = pieceOf(layout, at('brief'))!;
    const turned = done({ kind: 'turn', ...at('brief'), upright: true });
    const piece = pieceOf(turned, at('brief'))!;
    expect(piece.upright).toBe(true);
    expect(areasOf(piece).map(({ row, rows }) => [row, rows])).toEqual(areasOf(piece).map(() => [before.deck!.row, before.deck!.rows + before.body[0]!.area.rows]));
    expect(piece.body[0]!.area.column).toBe(piece.deck!.column + piece.deck!.columns);
    // Nine characters wide, what its column has more goes to the text (N-14).
    expect(piece.body[0]!.beside).toBe(true);
    const pages = typesetter.typeset(pkg, { ...edition, layout: turned });
    expect(pages.diagnostics.filter(({ code, message }) => code === 'frame-overset' && message.includes('标题'))).toEqual([]);
    const back = pieceOf(done({ kind: 'turn', ...at('brief'), upright: false }, turned), at('brief'))!;
    expect(back.upright).toBeUndefined();
    expect([back.deck, back.body[0]!.area]).toEqual([before.deck, before.body[0]!.area]);
    expect(act({ kind: 'head', ...at('brief'), rows: 1 }, turned)).toEqual({ ok: false, reason: expect.stringContaining('竖题') as string });
  });

  it('a block goes to another page where it covers least, whole; back it may go too; a page that would be empty keeps its last', () => {
    const page = at('brief').page;
    const before = pieceOf(layout, at('brief'))!;
    const last = layout.pages.at(-1)!.number;
    const carried = done({ kind: 'carry', ...at('brief'), to: last + 1 });
    expect(pieceOf(carried, at('brief'))).toBeNull();
    const there = pieceOf(carried, { page: last + 1, article: 'brief' })!;
    expect(areasOf(there).map(({ columns, rows }) => [columns, rows])).toEqual(areasOf(before).map(({ columns, rows }) => [columns, rows]));
    expect(layoutFault(carried, 8, 123)).toBeNull();
    expect(boundsOf(there)).toMatchObject({ column: 0, row: 0 });
    // Its old room is still free: it goes back without covering anything, and the page that was made for it is no more.
    const back = done({ kind: 'carry', page: last + 1, article: 'brief', to: page }, carried);
    expect(layoutFault(back, 8, 123)).toBeNull();
    for (const { article: id } of layout.pages[0]!.pieces) if (id !== 'brief') expect(pieceOf(back, { page, article: id })).toEqual(pieceOf(layout, { page, article: id }));
    expect(back.pages.map(({ number }) => number)).toEqual(layout.pages.map(({ number }) => number));
    expect(act({ kind: 'carry', page: last + 1, article: 'brief', to: last + 2 }, carried)).toEqual({ ok: false, reason: expect.stringContaining('单独占着') as string });
    const pinned = done({ kind: 'pin', ...at('brief'), pinned: true });
    expect(act({ kind: 'carry', ...at('brief'), to: last + 1 }, pinned)).toEqual({ ok: false, reason: expect.stringContaining('锁定') as string });
  });

  it('试排 is made only where the block is better for it and no other has lines without room', () => {
    const overs = (of: Package, on: Layout): ReadonlyMap<string, number> => new Map(typesetter.rooms(of, edition, on).map(({ article: id, over }) => [id, over]));
    let [made, broken] = [0, 0];
    // As many days as have both outcomes.
    for (const of of [pkg, ...[12, 10, 9, 11].map(day)]) {
      if (made > 0 && broken > 0) break;
      const standing = typesetter.typeset(of, edition).layout!.layout;
      for (const { number, pieces } of standing.pages) {
        for (const { article: id, from, to } of pieces) {
          if (from !== null || to !== null) continue;
          const name = { page: number, article: id };
          const edges = { left: 0, right: 0, top: 0, bottom: 0 };
          const lower = typesetter.actByHand(of, edition, standing, { kind: 'pull', ...name, edges: { ...edges, bottom: -4 } });
          if (!lower.ok || (overs(of, lower.layout).get(id) ?? 0) === 0) continue;
          for (const one of [{ ...edges, bottom: 4 }, { ...edges, bottom: 12 }, { ...edges, right: 1 }, { ...edges, left: 1 }, { ...edges, bottom: 1, right: -1 }]) {
            const plain = typesetter.actByHand(of, edition, lower.layout, { kind: 'pull', ...name, edges: one });
            const outcome = typesetter.actByHand(of, edition, lower.layout, { kind: 'remedy', act: { kind: 'pull', ...name, edges: one } });
            if (!plain.ok) {
              expect(outcome).toEqual(plain);
              continue;
            }
            const [before, after] = [overs(of, lower.layout), overs(of, plain.layout)];
            const isBroken = [...after].some(([other, over]) => other !== id && over > (before.get(other) ?? 0));
            expect(outcome.ok).toBe(!isBroken && after.get(id)! < before.get(id)!);
            if (outcome.ok) made++;
            else if (isBroken) {
              broken++;
              expect(outcome.reason).toMatch(/^“.+”会余 \d+ 行$/u);
            }
          }
        }
      }
    }
    expect(made).toBeGreaterThan(0);
    expect(broken).toBeGreaterThan(0);
  });

  it('two blocks change their places, and a pinned one does not', () => {
    const swapped = done({ kind: 'swap', ...at('brief'), other: at('other') });
    const [brief, other] = [pieceOf(layout, at('brief'))!, pieceOf(layout, at('other'))!];
    expect(pieceOf(swapped, { page: at('other').page, article: 'brief' })?.deck).toMatchObject({ column: other.deck!.column, columns: other.deck!.columns });
    expect(pieceOf(swapped, { page: at('brief').page, article: 'other' })?.deck).toMatchObject({ column: brief.deck!.column, columns: brief.deck!.columns });
    // In the other's order from above; no line is without room that had one, no cell white that was none.
    const row = (on: Layout, id: string): number => boundsOf(on.pages.flatMap(({ pieces }) => pieces).find((piece) => piece.article === id)!).row;
    expect(Math.sign(row(swapped, 'brief') - row(swapped, 'other'))).toBe(-Math.sign(row(layout, 'brief') - row(layout, 'other')));
    expect(typesetter.rooms(pkg, edition, swapped).filter(({ over }) => over > 0)).toEqual(typesetter.rooms(pkg, edition, layout).filter(({ over }) => over > 0));
    const pinned = done({ kind: 'pin', ...at('brief'), pinned: true });
    expect(act({ kind: 'swap', ...at('brief'), other: at('other') }, pinned)).toEqual({ ok: false, reason: expect.stringContaining('锁定') as string });
  });
});

it('two that change places stand on nothing that is pinned, though all else is made up anew', () => {
  const plain = (id: string, wide: number, column: number, row: number, deck: number, rows: number, into: number): Piece => ({ article: id, variant: 'news', deck: { column, columns: wide, row, rows: deck }, body: [{ area: { column, columns: wide, row: row + deck, rows }, into }], box: null, from: null, to: null });
  const page: Layout = { pages: [{ number: 1, mastheadRows: 12, pieces: [
    { article: 'lead', variant: 'box', deck: null, body: [], box: { area: { column: 0, row: 12, columns: 8, rows: 16 }, into: 4 }, from: null, to: null },
    { ...plain('report', 3, 5, 29, 8, 85, 2), variant: 'report' },
    { ...plain('comment', 4, 0, 29, 4, 64, 4), pinned: true },
    plain('brief', 5, 0, 111, 4, 7, 5), plain('other', 5, 0, 98, 4, 8, 3),
  ] }] };
  const outcome = act({ kind: 'swap', page: 1, article: 'lead', other: { page: 1, article: 'other' } }, page);
  if (outcome.ok) expect([layoutFault(outcome.layout, 8, 123), pieceOf(outcome.layout, { page: 1, article: 'comment' })]).toEqual([null, page.pages[0]!.pieces[2]]);
  else expect(outcome.reason).toMatch(/对调/u);
});

/** Runs of the law: one, or so many (`BANXIN_SOAK`). */
const SOAK = Number(process.env['BANXIN_SOAK'] ?? 1);
const STEPS = 44;

it.each(Array.from({ length: SOAK }, (_, i) => 5 + i))('after any acts, drops, numbers, pictures, cuts and undos the page is what a fresh composition makes of it, every text once and whole (%i)', (seed) => {
  const roll = random(seed);
  const begin: Package = { ...pkg, assets: new Map([['hall.png', encodeGrayPng(300, 200, new Uint8Array(300 * 200).fill(120))]]) };
  const images = begin.assets;
  const desk = new Typesetter({ ...FAKE, images });
  let current = begin;
  const now = (): Edition => current.editions[0]!;
  const undo: { readonly changes: readonly PackageChange[]; readonly before: Package }[] = [];
  const undone = (): void => {
    const { changes, before } = undo.pop()!;
    // Each from the package that it was made on, the last first.
    const stages = changes.reduce<Package[]>((all, change) => [...all, applied(all.at(-1)!, change)], [before]);
    for (const [i, change] of [...changes.entries()].toReversed()) {
      const inverse = invertChange(stages[i]!, change);
      if (!inverse.ok) throw new Error(inverse.reason);
      current = applied(current, inverse.value);
    }
  };
  // Block numbers are each Typesetter's own.
  const plain = ({ list, layout: made }: ReturnType<Typesetter['typeset']>) => JSON.stringify([list.pages, made], (key, value: unknown) => (key === 'block' ? null : ArrayBuffer.isView(value) ? [...(value as unknown as Iterable<number>)] : value));
  const expectFresh = (): void => expect(plain(desk.typeset(current, now()))).toBe(plain(new Typesetter({ ...FAKE, images }).typeset(current, now())));
  /** Each article's text stands once and whole, but for what is told to have no room. */
  const expectWhole = (step: number): void => {
    const set = desk.typeset(current, now());
    const over = new Set(desk.rooms(current, now(), set.layout!.layout).filter((room) => room.over > 0).map((room) => room.article));
    expect([step, checkLaws(set, current, now(), { ...FAKE, images }).filter((law) => ![...over].some((id) => law.startsWith(`${id}: `)))]).toEqual([step, []]);
  };
  const done = new Set<string>();
  let [turn, tries] = [0, 0];
  for (let step = 0; step < STEPS; step++) {
    if (step === 20) expectFresh();
    if (step % (SOAK > 1 ? 1 : 11) === 10 % (SOAK > 1 ? 1 : 11)) expectWhole(step);
    if (undo.length > 0 && roll(5) === 0) {
      undone();
      desk.typeset(current, now());
      continue;
    }
    const base = now().layout ?? desk.typeset(current, now()).layout!.layout;
    const blocks = base.pages.flatMap(({ number, pieces }) => pieces.map(({ article: id }) => ({ page: number, article: id })));
    const block = blocks[roll(blocks.length)]!;
    const piece = pieceOf(base, block)!;
    const old = current.pictures?.[block.article];
    const picture: ArticlePicture = { asset: 'hall.png', caption: '会场', width: 300, height: 200, columns: 1 };
    const dropOn = (name: { readonly page: number; readonly article: string }, rowOf: (area: ReturnType<typeof boundsOf>) => number): HandAct | null => {
      const [own, other] = [boundsOf(piece), boundsOf(pieceOf(base, name)!)];
      const column = Math.min(other.column, 8 - own.columns);
      const row = Math.max(name.page === 1 ? 12 : 0, Math.min(rowOf(other), 123 - own.rows));
      return name.page !== block.page || name.article === block.article ? null : { kind: 'move', ...block, columns: column - own.column, rows: row - own.row, giveWay: true };
    };
    const placed = (next: ArticlePicture | null): PackageChange => ({ kind: 'set', path: `pictures/${block.article}`, from: old ?? null, to: next });
    const ways: readonly (readonly [string, () => HandAct | readonly PackageChange[] | null])[] = [
      // Place and size as numbers (place-numbers.ts), and what else must have been done.
      ['place', () => ({ kind: 'move', ...block, columns: roll(2), rows: roll(9) - 4, giveWay: true })],
      // Dropped onto another's headline, into its text, at the head of the page.
      ['drop', () => dropOn(blocks[roll(blocks.length)]!, (area) => area.row)],
      ['into text', () => dropOn(blocks[roll(blocks.length)]!, (area) => area.row + roll(Math.max(1, area.rows)))],
      ['lead', () => ({ kind: 'lead', ...block })],
      ['size', () => ({ kind: 'pull', ...block, edges: { left: 0, right: roll(2), top: 0, bottom: 1 + roll(12) }, giveWay: 'level' })],
      ['box', () => ({ kind: 'box', ...block, boxed: piece.box === null })],
      ['pin', () => ({ kind: 'pin', ...block, pinned: roll(2) === 0 })],
      ['picture', () => [placed(old === undefined ? picture : { ...old, columns: 1 + roll(2) })]],
      ['spot', () => [placed({ ...(old ?? picture), place: { column: roll(3), row: roll(12) } })]],
      ['cut', () => {
        // Of a block that is a line or two too low.
        for (const less of [0, 1, 2]) {
          for (const name of blocks) {
            const lower = less === 0 ? { ok: true as const, layout: base } : desk.actByHand(current, now(), base, { kind: 'pull', ...name, edges: { left: 0, right: 0, top: 0, bottom: -less } });
            const answer = lower.ok ? desk.omission(current, now(), lower.layout, name.article) : null;
            if (lower.ok && answer?.ok === true && answer.omission.layout !== null) return [layoutChange(now(), answer.omission.layout), ...answer.omission.parts.map(({ cut }) => cut.change)];
          }
        }
        return null;
      }],
      ['move', () => ({ kind: 'move', ...block, columns: roll(3) - 1, rows: roll(15) - 7 })],
      ['pull', () => ({ kind: 'pull', ...block, edges: { left: roll(2) - 1, right: roll(3) - 1, top: roll(5) - 2, bottom: roll(9) - 4 } })],
      ['swap', () => ({ kind: 'swap', ...block, other: blocks[roll(blocks.length)]! })],
      ['carry', () => ({ kind: 'carry', ...block, to: 1 + roll(3) })],
      ['turn', () => ({ kind: 'turn', ...block, upright: piece.upright !== true })],
      ['head', () => ({ kind: 'head', ...block, rows: roll(3) - 1 })],
      ['fit', () => ({ kind: 'fit', ...block })],
      ['headline', () => ({ kind: 'headline', ...block, lines: ([1, 2, null] as const)[roll(3)]! })],
      ['jump', () => ({ kind: 'jump', ...block, to: block.page + 1 + roll(2) })],
      ['join', () => ({ kind: 'join', ...block })],
      ['break', () => ({ kind: 'break', ...block, into: 1 + roll(4) })],
      ['no picture', () => (old === undefined ? null : [placed(null)])],
      ['dress', () => [dressChange(now(), block.article, { border: 'wenwu', tint: [0, 10][roll(2)]! })]],
    ];
    // As many of each, whatever the dice say.
    const [name, way] = ways[turn % 3 === 0 ? roll(ways.length) : (turn - 1 - Math.floor(turn / 3)) % ways.length]!;
    // A way that was refused is tried on other blocks first.
    if (++tries > 3) [turn, tries] = [turn + 1, 0];
    const one = way();
    if (one === null) continue;
    let changes: readonly PackageChange[];
    if ('kind' in one) {
      const outcome = desk.actByHand(current, now(), base, one);
      if (!outcome.ok) {
        expect(outcome.reason).toMatch(/\p{Script=Han}/u);
        continue;
      }
      expect([one, layoutFault(outcome.layout, 8, 123)]).toEqual([one, null]);
      changes = [layoutChange(now(), outcome.layout)];
    } else changes = now().layout === undefined && !one.some((change) => change.kind === 'set' && change.path.endsWith('/layout')) ? [layoutChange(now(), base), ...one] : one;
    undo.push({ changes, before: current });
    current = changes.reduce(applied, current);
    desk.typeset(current, now());
    done.add(name);
    [turn, tries] = [turn + 1, 0];
  }
  if (seed === 5) expect(done.size).toBeGreaterThan(10);
  if (seed === 5) for (const name of ['place', 'drop', 'into text', 'size', 'picture', 'spot', 'box', 'pin', 'cut']) expect([...done]).toContain(name);
  expectFresh();
  while (undo.length > 0) undone();
  expect(current.editions[0]!.layout).toBeUndefined();
  expect(current.pictures ?? {}).toEqual({});
  expect(plain(desk.typeset(current, now()))).toBe(plain(new Typesetter({ ...FAKE, images }).typeset(begin, edition)));
}, 120_000);

function applied(on: Package, change: PackageChange): Package {
  const next = applyChange(on, change);
  if (!next.ok) throw new Error(next.reason);
  return next.value;
}
