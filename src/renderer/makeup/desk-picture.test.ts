// A picture moved by keys and by numbers that are written, on the page that the engine sets of it
// (fake fonts): it never stands still at a step that it could go, and what it cannot is said.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { FAKE, shipped } from '../../../test/build-edition';
import { encodeGrayPng } from '../../core/gray-png';
import type { BlockName, Layout } from '../../core/model/layout';
import type { ArticlePicture, Package } from '../../core/model/package';
import { Typesetter } from '../../core/typeset';
import { DocumentSession } from '../session/document-session';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { type HeldPicture, withHeld } from '../worker/held-picture';
import { printedPictures } from '../worker/printed-pictures';
import { movePicture, pictureOf, writePicture } from './desk-picture';
import { MakeupDesk } from './makeup-desk';

const BLOCK: BlockName = { page: 1, article: 'lead' };
const area = { column: 0, columns: 4, row: 6, rows: 50 };
const layout: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'lead', variant: 'news', deck: { column: 0, columns: 4, row: 0, rows: 6 }, body: [{ area, into: 4 }], box: null, from: null, to: null }] }] };
const typesetter = new Typesetter(FAKE);

/** 50 rows of four columns, and more text than they hold: their foot is where the frame's is. */
function opened(picture: ArticlePicture) {
  const edition = shipped('N8', ['lead'], { layout });
  const pkg: Package = { ...packageOf([article('lead', 'news', doc(...Array.from({ length: 24 }, () => p('甲'.repeat(128)))), { 'deck.main': '市政协会议今天开幕' })], [edition]), assets: new Map([['p.png', encodeGrayPng(8, 8, new Uint8Array(64))]]), pictures: { lead: picture } };
  const links = { undone: () => {}, main: { apply: () => Promise.resolve({ ok: true as const, value: null }), resync: () => Promise.resolve({ ok: true as const, value: null }) }, worker: { change: () => {} }, notice: () => {}, caret: () => null, restore: () => {} };
  const session = new DocumentSession({ document: 1, file: null, readOnly: null, dirty: false, version: 0, history: [] } as unknown as ConstructorParameters<typeof DocumentSession>[0], pkg, links as unknown as ConstructorParameters<typeof DocumentSession>[2]);
  const pages = new Observable<unknown>(null);
  const show = (held: HeldPicture | null): void => {
    const shown = withHeld(session.pkg, held);
    const set = typesetter.typeset(shown, shown.editions[0]!);
    pages.set({ version: session.version, edition: edition.id, pages: [], diagnostics: [], madeUp: { proposal: set.layout, rooms: [], pictures: printedPictures(set.list.pages, set.layout!.layout, shown), titles: [], ms: 1 } });
  };
  show(null);
  session.state.watch(() => show(null));
  const feed = {
    pages,
    holdPicture: (_: Layout, held: HeldPicture) => Promise.resolve(show(held)),
    hand: () => Promise.resolve(show(null)),
  };
  const workspace = { session: new Observable(session), feed } as unknown as Workspace;
  const desk = new MakeupDesk(workspace, edition.id);
  const row = (): number => pictureOf(workspace, desk, BLOCK)!.spot.row;
  return { session, workspace, desk, row, column: () => pictureOf(workspace, desk, BLOCK)!.spot.column, steps: () => session.steps().length };
}

const one = (place: ArticlePicture['place']): ArticlePicture => ({ asset: 'p.png', caption: '会议现场。', width: 900, height: 600, columns: 1, ...(place === undefined ? {} : { place }) });

it('goes all the way up from the foot, one undo a step, and down again from the head; each step is seen', async () => {
  const { workspace, desk, row, steps } = opened(one('foot'));
  const foot = row();
  expect(foot).toBeGreaterThan(30);
  for (const [way, end] of [[-1, 0], [1, foot]] as const) {
    for (let presses = 0; presses < 60 && row() !== end; presses++) {
      const [before, made] = [row(), steps()];
      await movePicture(workspace, desk, BLOCK, 0, way);
      expect((row() - before) * way).toBeGreaterThan(0);
      expect(steps()).toBe(made + 1);
    }
    expect(row()).toBe(end);
    const made = steps();
    await movePicture(workspace, desk, BLOCK, 0, way);
    expect([row(), steps(), desk.said.get()]).toEqual([end, made, '图已经到了这一块的边上。']);
  }
});

it('says where it stands instead of a row or a column that was written, and makes no step that moves nothing', async () => {
  const { workspace, desk, row, column, steps } = opened(one({ column: 1, row: 20 }));
  expect([row(), column()]).toEqual([20, 1]);
  await writePicture(workspace, desk, BLOCK, { row: 24 });
  expect([row(), steps(), desk.said.get()]).toEqual([24, 1, '']);
  await writePicture(workspace, desk, BLOCK, { row: 2 });
  expect([row(), steps()]).toEqual([0, 2]);
  expect(desk.said.get()).toBe('图排不到第 3 行（图要整个在这一块里；它的上面、下面要么不排字，要么至少排 4 行），在第 1 行。');
  await writePicture(workspace, desk, BLOCK, { row: 3 });
  expect([row(), steps()]).toEqual([0, 2]);
  await writePicture(workspace, desk, BLOCK, { column: 8 });
  expect([column(), steps()]).toEqual([3, 3]);
  expect(desk.said.get()).toBe('图排不到第 9 栏（正文共 4 栏，图要整个在里面），在第 4 栏。');
});
