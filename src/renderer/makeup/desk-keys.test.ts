// Every key of the list at the desk's right, on every kind of block and with none selected:
// each does something, or says why not. The engine is the real one, set at once; fake fonts.
import type { KeyboardEvent } from 'react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, FAKE, shipped } from '../../../test/build-edition';
import { prose, random } from '../../../test/random';
import type { DeskAct } from '../../core/makeup/hand/hand-act';
import type { Proposal } from '../../core/makeup/judge/proposal';
import type { BlockName, Layout } from '../../core/model/layout';
import type { Package } from '../../core/model/package';
import { Typesetter } from '../../core/typeset';
import { DocumentSession } from '../session/document-session';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { carryKey } from './carry-block';
import { DESK_HELP } from './desk-help';
import { deskKey } from './desk-keys';
import { MakeupDesk } from './makeup-desk';

class Field {}
beforeAll(() => {
  vi.stubGlobal('HTMLInputElement', Field);
  vi.stubGlobal('document', { querySelector: () => ({ focus: () => touched++ }) });
});
afterAll(() => vi.unstubAllGlobals());

/** What was done outside of the package: a number field, a page turned, the editor opened. */
let touched = 0;
const typesetter = new Typesetter(FAKE);

/** `isTold`: what is wrong is found out too, which takes longer. */
function opened(pkg: Package, readOnly: string | null = null, isTold = false) {
  const [edition] = pkg.editions;
  const links = { undone: () => {}, main: { apply: () => Promise.resolve({ ok: true as const, value: null }), resync: () => Promise.resolve({ ok: true as const, value: null }) }, worker: { change: () => {} }, notice: () => {}, caret: () => null, restore: () => {} };
  const session = new DocumentSession({ document: 1, file: null, readOnly, dirty: false, version: 0, history: [] } as unknown as ConstructorParameters<typeof DocumentSession>[0], pkg, links as unknown as ConstructorParameters<typeof DocumentSession>[2]);
  const pages = new Observable<unknown>(null);
  const now = () => session.pkg.editions.find(({ id }) => id === edition!.id)!;
  const show = (): void => {
    const layout = now().layout ?? made;
    const { diagnostics } = isTold ? typesetter.typeset(session.pkg, now()) : { diagnostics: [] };
    pages.set({ version: session.version, edition: now().id, pages: [], diagnostics, madeUp: { proposal: { layout, score: 90, reasons: [] }, rooms: typesetter.rooms(session.pkg, now(), layout), pictures: [], titles: [], ms: 1 } });
  };
  show();
  session.state.watch(show);
  const feed = {
    pages,
    hand: (layout: Layout, act: DeskAct | null) => {
      const outcome = act === null ? { ok: true as const, layout } : typesetter.actByHand(session.pkg, now(), layout, act);
      return Promise.resolve(outcome.ok ? { layout: outcome.layout, reason: null, ...('note' in outcome ? { note: outcome.note } : {}) } : { layout: null, reason: outcome.reason });
    },
    cut: (layout: Layout, of: string | null) => Promise.resolve(typesetter.omission(session.pkg, now(), layout, of)),
    propose: () => Promise.resolve([] as Proposal[]), proposeNoMore: () => {}, handNoMore: () => {},
  };
  const dialog = new Observable<string | null>('makeup');
  const observed = new Observable<string | null>(null);
  const workspace = { session: new Observable(session), feed, dialog, article: observed, inPlace: observed, edition: new Observable(edition!.id), notices: { add: () => touched++ }, files: { save: () => Promise.resolve(touched++), task: new Observable(null) }, undo: () => session.undo(), redo: () => session.redo() } as unknown as Workspace;
  return { session, workspace, desk: new MakeupDesk(workspace, edition!.id), dialog };
}

type Open = ReturnType<typeof opened>;

/** Presses a key; what came of it: a change, words, or something else that is seen. '' where nothing did. */
async function press({ session, workspace, desk, dialog }: Open, chord: string, role: string): Promise<string> {
  const parts = chord.split('+');
  const code = parts.at(-1)!;
  const key = code.replace(/^Key|^Digit/u, '').toLowerCase();
  const target = { getAttribute: () => (role === 'page' ? 'listbox' : null), closest: (of: string) => (role === 'list' && of === '.makeup-articles' ? {} : null) };
  const event = {
    key: code.startsWith('Key') || code.startsWith('Digit') ? key : code === 'Equal' ? '=' : code === 'Minus' ? '-' : code, code, target,
    ctrlKey: parts.includes('Control'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift'), metaKey: false,
  };
  const react = { ...event, nativeEvent: { ...event, getModifierState: () => false } } as unknown as KeyboardEvent;
  desk.said.set('');
  const seen = (): string => JSON.stringify([session.version, desk.selected.get(), desk.swapping.get(), desk.picture.get(), dialog.get(), touched]);
  const before = seen();
  const touch = (): void => void touched++;
  const block = desk.selected.get();
  const isDone = carryKey(react, desk) || deskKey(react, { workspace, desk, page: 0, turn: touch, zoom: touch, fit: touch, edit: touch, send: touch, help: touch, compare: touch, picture: touch, save: touch });
  // All that waits for another is done.
  for (let i = 0; i < 60; i++) await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (let i = 0; i < 60; i++) await Promise.resolve();
  const said = desk.said.get();
  const came = seen() !== before ? 'changed' : said;
  // As it was, for the next key.
  desk.swapping.set(null);
  desk.picture.set(false);
  dialog.set('makeup');
  while (session.state.get().undoLabel !== null) session.undo();
  desk.selected.set(block);
  return isDone ? came : '';
}

const roll = random(31);
const story = (id: string, kind: 'news' | 'editorial' | 'report', paragraphs: number) => article(id, kind, doc(...Array.from({ length: paragraphs }, () => p(`${prose(roll, 45)}。${prose(roll, 38)}。`))), { 'deck.main': `市政协${prose(roll, 8)}` });
const articles = [story('lead', 'news', 14), story('view', 'editorial', 8), story('story', 'news', 7), story('brief', 'news', 3)];
const edition = shipped('T6', articles.map(({ id }) => id), { paper: { ...DAILY, firstPage: 2 } });
const plain = packageOf(articles, [edition]);
const made = typesetter.typeset(plain, edition).layout!.layout;
const withLayout = (layout: Layout): Package => packageOf(articles, [{ ...edition, layout }]);
const blockOf = (layout: Layout, id: string): BlockName => ({ page: layout.pages.find(({ pieces }) => pieces.some((piece) => piece.article === id))!.number, article: id });
/** The layout after acts, those that cannot be left out. */
const after = (...acts: readonly DeskAct[]): Layout => acts.reduce((layout, act) => {
  const outcome = typesetter.actByHand(plain, edition, layout, act);
  return outcome.ok ? outcome.layout : layout;
}, made);
const brief = blockOf(made, 'brief');
const low = { left: 0, right: 0, top: 0, bottom: -3 };
const jumped = after({ kind: 'pull', ...blockOf(made, 'story'), edges: { ...low, bottom: -12 } }, { kind: 'jump', ...blockOf(made, 'story'), to: made.pages.at(-1)!.number + 1 });

const STATES: readonly (readonly [string, Package, BlockName | null])[] = [
  ['nothing selected', plain, null],
  ['a story as the program made it', plain, brief],
  ['the lead', plain, blockOf(made, 'lead')],
  ['the boxed editorial', plain, blockOf(made, 'view')],
  ['a story in a box', withLayout(after({ kind: 'box', ...brief, boxed: true })), brief],
  ['a title downwards', withLayout(after({ kind: 'pull', ...brief, edges: { ...low, bottom: 8 } }, { kind: 'turn', ...brief, upright: true })), brief],
  ['one that is locked', withLayout(after({ kind: 'pin', ...brief, pinned: true })), brief],
  ['one with lines over', withLayout(after({ kind: 'pull', ...brief, edges: low })), brief],
  ['one that goes on elsewhere', withLayout(jumped), blockOf(jumped, 'story')],
  ['where it goes on', withLayout(jumped), { page: jumped.pages.at(-1)!.number, article: 'story' }],
  ['one that is on the page no more', plain, { page: 9, article: 'brief' }],
];

const HOME = ['nothing selected', 'the lead', 'where it goes on', 'one that is on the page no more'];

const PRESSES = DESK_HELP.flatMap(({ presses }) => presses);

describe('no key without an act or an answer', () => {
  it.each(STATES)('%s', async (state, pkg, block) => {
    const open = opened(pkg);
    open.desk.selected.set(block);
    const silent: string[] = [];
    // Without a block arrows push the page (page-board.tsx); Tab past the last block leaves it.
    // Home searches for seconds where it is an act: by-hand.test.ts and the e2e journey press it.
    const isOther = (chord: string): boolean => (block === null && chord.includes('Arrow')) || chord === 'Tab' || (chord === 'Home' && HOME.every((name) => name !== state));
    for (const chord of PRESSES.filter((one) => !isOther(one))) if ((await press(open, chord, 'page')) === '') silent.push(chord);
    expect(silent).toEqual([]);
  });

  it('nor where the package may not be changed', async () => {
    const open = opened(plain, '它来自更新的版本');
    open.desk.selected.set(brief);
    const silent: string[] = [];
    for (const chord of PRESSES.filter((one) => one !== 'Tab')) if ((await press(open, chord, 'page')) === '') silent.push(chord);
    expect(silent).toEqual([]);
  });

  it('nor at an article in the list that was just chosen, or at a button: letters and arrows are the block’s there', async () => {
    const open = opened(withLayout(after({ kind: 'pull', ...brief, edges: low })));
    open.desk.selected.set(brief);
    expect(await press(open, 'KeyT', 'list')).toBe('changed');
    expect(await press(open, 'KeyL', 'button')).not.toBe('');
    expect(await press(open, 'ArrowRight', 'list')).not.toBe('');
    // A button has its own Enter and its page its arrows.
    expect([await press(open, 'Enter', 'list'), await press(open, 'ArrowDown', 'button')]).toEqual(['', '']);
  });
});

describe('what is wrong or was done is mended, or taken back, by the same key', () => {
  it('J: what was jumped is one block again', async () => {
    const { desk, session } = opened(withLayout(jumped));
    await desk.mends.jump(blockOf(jumped, 'story'));
    expect([session.state.get().undoLabel, desk.blocks().filter(({ article: id }) => id === 'story').length]).toEqual(['并回一版', 1]);
  });

  it('J where it goes on: the same', async () => {
    const { desk, session } = opened(withLayout(jumped));
    const [begins, goesOn] = [blockOf(jumped, 'story'), { page: jumped.pages.at(-1)!.number, article: 'story' }];
    expect(goesOn.page).not.toBe(begins.page);
    await desk.mends.jump(goesOn);
    expect([session.state.get().undoLabel, desk.blocks().filter(({ article: id }) => id === 'story')]).toEqual(['并回一版', [begins]]);
  });

  it('L: what brings a jump back is offered word for word, and left out when it is asked for again, with the jump gone', async () => {
    // Two lines are too many for its first page.
    let rows = 30;
    const lead = (high: number): Layout => ({ pages: [{ number: 2, mastheadRows: 0, pieces: [{ article: 'lead', variant: 'news', deck: { column: 0, columns: 6, row: 0, rows: 6 }, body: [{ area: { column: 0, columns: 6, row: 6, rows: high }, into: 5 }], box: null, from: null, to: null }] }] });
    const only = { ...edition, articles: ['lead'] };
    while (typesetter.rooms(plain, only, lead(rows))[0]!.over === 0) rows--;
    const [page] = lead(rows).pages;
    const goesOn = { ...page!.pieces[0]!, deck: null, body: [{ area: { column: 0, columns: 6, row: 0, rows: 20 }, into: 5 }], from: 2 };
    const layout: Layout = { pages: [{ ...page!, pieces: [{ ...page!.pieces[0]!, to: 3 }] }, { number: 3, mastheadRows: 0, pieces: [goesOn] }] };
    const { desk, session } = opened(packageOf(articles, [{ ...only, layout }]));
    const block = { page: 2, article: 'lead' };
    await desk.cuts.omit(block);
    expect([desk.said.get(), session.version]).toEqual([expect.stringMatching(/^略去 \d+ 字，全文就能并回第2版：略哪几句列在右边，再按 L 略去。$/u), 0]);
    const offered = desk.cuts.omitted.get()!;
    await desk.cuts.omit(block);
    expect([desk.cuts.omitted.get()?.isOffered, desk.cuts.omitted.get()?.omission]).toEqual([false, offered.omission]);
    expect([desk.blocks(), desk.roomOf(block)?.over]).toEqual([[block], 0]);
  });

  it('T: a title that grew too long for its zone has rows more', async () => {
    const titled = articles.map((one) => (one.id === 'brief' ? article('brief', 'news', one.doc, { 'deck.main': `市政协${prose(random(4), 60)}` }) : one));
    const { desk, session } = opened(packageOf(titled, [{ ...edition, layout: made }]), null, true);
    expect(desk.mends.titleOver('brief')).toBe(true);
    desk.selected.set(brief);
    await desk.mends.mend(brief);
    expect(desk.said.get()).toMatch(/^标题区加高 \d+ 行；Ctrl\+Z 撤销。$/u);
    expect([desk.mends.titleOver('brief'), session.state.get().undoLabel]).toEqual([false, expect.stringContaining('标题区加高')]);
  });
});
