// The picture of a block on 排版台: taken in hand by its key or by the pointer, moved by columns
// of its block's text and by lines, each move one step of undo. In: how far. Out: a change of
// the package; the make-up stands as it is meanwhile (what the program made is kept with it).
import { movedSpot, type PrintedPicture, spotOf } from '../../core/makeup/picture-spot';
import type { BlockName } from '../../core/makeup/hand-act';
import { layoutChange } from '../../core/model/layout';
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

/** Moves it, or says why it stays. */
export function movePicture(workspace: Workspace, desk: MakeupDesk, block: BlockName, columns: number, rows: number): void {
  const [own, piece, session] = [pictureOf(workspace, desk, block), desk.pieceOf(block), workspace.session.get()];
  if (own === null || piece === null || session === null) return;
  const spot = movedSpot(own.spot, columns, rows, piece, own.high);
  if (spot.column === own.spot.column && spot.row === own.spot.row) {
    desk.said.set('图已经到了这一块的边上。');
    return;
  }
  putPicture(workspace, desk, block, spot);
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
