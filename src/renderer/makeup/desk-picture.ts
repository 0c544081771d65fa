// The picture of a block on 排版台: taken in hand by its key or by the pointer, moved by columns
// of its block's text and by lines, each move one step of undo. In: how far. Out: a change of
// the package; the make-up stands as it is meanwhile (what the program made is kept with it).
import { movedSpot, type PrintedPicture, spotOf, textColumns } from '../../core/makeup/hand/picture-spot';
import { type BlockName, layoutChange } from '../../core/model/layout';
import type { ArticlePicture, PictureSpot } from '../../core/model/package';
import type { Workspace } from '../session/workspace';
import type { MakeupDesk } from './makeup-desk';

/** A block's picture: as the package has it, where it is printed, and the spot that this is. */
export interface DeskPicture {
  readonly picture: ArticlePicture;
  readonly printed: PrintedPicture;
  readonly spot: PictureSpot;
  /** Lines that it is high. */
  readonly high: number;
}

/** The picture of a block that is printed in it; null where there is none. */
export function pictureOf(workspace: Workspace, desk: MakeupDesk, block: BlockName): DeskPicture | null {
  const [piece, { master }] = [desk.pieceOf(block), desk];
  const picture = workspace.session.get()?.pkg.pictures?.[block.article];
  const printed = workspace.feed.pages.get()?.madeUp?.pictures.find(({ page, article }) => page === block.page && article === block.article);
  return piece === null || master === null || picture === undefined || printed === undefined ? null : { picture, printed, spot: spotOf(printed, piece, picture, master), high: Math.round(printed.rect.height / master.pitch) };
}

/** Rows that a step goes where fewer stand still: text over or under a picture has four rows or none (picture-place.ts), and one is air. */
const STRIDES = [1, 5, 6, 8] as const;

/** The steps so far of each desk's pictures: a key that is held waits for the last one. */
const steps = new WeakMap<MakeupDesk, Promise<void>>();

function inTurn(desk: MakeupDesk, step: () => Promise<void>): Promise<void> {
  const done = (steps.get(desk) ?? Promise.resolve()).then(step);
  steps.set(desk, done.catch(() => undefined));
  return done;
}

/** Moves it by a step, where it stood still by as many rows as it takes for it to be seen; says where it went then, or why it stays. */
export function movePicture(workspace: Workspace, desk: MakeupDesk, block: BlockName, columns: number, rows: number): Promise<void> {
  return inTurn(desk, async () => {
    await desk.whenDone();
    const [own, piece] = [pictureOf(workspace, desk, block), desk.pieceOf(block)];
    if (own === null || piece === null || !desk.mayChange()) return;
    for (const stride of columns === 0 ? STRIDES : [1]) {
      const spot = movedSpot(own.spot, columns, rows * stride, piece, own.high);
      if (isSame(spot, own.spot)) continue;
      const there = await tried(workspace, desk, block, spot);
      if (there === null || (columns === 0 ? (there.row - own.spot.row) * rows <= 0 : there.column === own.spot.column)) continue;
      putPicture(workspace, desk, block, spot);
      if (columns === 0 && there.row !== own.spot.row + rows) desk.said.set(`图移到了第 ${there.row + 1} 行：图的上面、下面要么不排字，要么至少排 4 行。`);
      return;
    }
    await asKept(workspace, desk);
    desk.said.set('图已经到了这一块的边上。');
  });
}

/** Sets it at a column and a row that were written, as near as it can stand there; says where it stands instead. */
export function writePicture(workspace: Workspace, desk: MakeupDesk, block: BlockName, written: Partial<PictureSpot>): Promise<void> {
  return inTurn(desk, async () => {
    await desk.whenDone();
    const [own, piece] = [pictureOf(workspace, desk, block), desk.pieceOf(block)];
    if (own === null || piece === null || !desk.mayChange()) return;
    const wanted = { ...own.spot, ...written };
    const spot = movedSpot(wanted, 0, 0, piece, own.high);
    const there = isSame(spot, own.spot) ? own.spot : await tried(workspace, desk, block, spot);
    if (there === null || isSame(there, own.spot)) await asKept(workspace, desk);
    else putPicture(workspace, desk, block, spot);
    if (there !== null && !isSame(there, wanted)) desk.said.set(`${insteadWords(wanted, there, textColumns(piece))}。`);
  });
}

/** Why it is not where somebody wrote. */
function insteadWords(wanted: PictureSpot, there: PictureSpot, columns: number): string {
  const words: string[] = [];
  if (there.column !== wanted.column) words.push(`图排不到第 ${wanted.column + 1} 栏（正文共 ${columns} 栏，图要整个在里面），在第 ${there.column + 1} 栏`);
  if (there.row !== wanted.row) words.push(`图排不到第 ${wanted.row + 1} 行（图要整个在这一块里；它的上面、下面要么不排字，要么至少排 4 行），在第 ${there.row + 1} 行`);
  return words.join('；');
}

function isSame(a: PictureSpot, b: PictureSpot): boolean {
  return a.column === b.column && a.row === b.row;
}

/** Where it would be printed for a spot; it is shown so. A box's rows are its own: the spot itself. null: nowhere. */
async function tried(workspace: Workspace, desk: MakeupDesk, block: BlockName, place: PictureSpot): Promise<PictureSpot | null> {
  const { layout } = desk;
  if (layout === null) return null;
  if (desk.pieceOf(block)?.box !== null) return place;
  await workspace.feed.holdPicture(layout, { article: block.article, place });
  return pictureOf(workspace, desk, block)?.spot ?? null;
}

/** The page as it is kept again. */
async function asKept(workspace: Workspace, desk: MakeupDesk): Promise<void> {
  if (desk.layout !== null) await workspace.feed.hand(desk.layout, null);
}

/** Sets it at a spot of its block's text. */
export function putPicture(workspace: Workspace, desk: MakeupDesk, block: BlockName, spot: PictureSpot): void {
  const { edition, layout } = desk;
  const session = workspace.session.get();
  const from = session?.pkg.pictures?.[block.article];
  if (session === null || edition === null || layout === null || from === undefined || !desk.mayChange()) return;
  desk.said.set('');
  const isKept = JSON.stringify(edition.layout ?? null) === JSON.stringify(layout);
  session.change([...(isKept ? [] : [layoutChange(edition, layout)]), { kind: 'set', path: `pictures/${block.article}`, from, to: { ...from, place: spot } }], '移动配图');
}

/** The key of the picture: taken in hand, or let go. */
export function holdPicture(workspace: Workspace, desk: MakeupDesk, block: BlockName): void {
  if (desk.picture.get()) desk.picture.set(false);
  else if (pictureOf(workspace, desk, block) === null) desk.said.set('这一块没有图：Ctrl+Alt+Shift+I 配图。');
  else {
    desk.picture.set(true);
    desk.said.set('方向键移图：左右一栏，上下一行；P 或 Esc 放下。');
  }
}
