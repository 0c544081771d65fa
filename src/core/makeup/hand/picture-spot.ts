// A picture in the text of its block, as the hand moves it: where it stands now, counted in
// the block's own columns of text and lines, and where it stands so many of them further. In:
// the block and where its picture is printed. Out: a spot (picture-place.ts sets it). Of a
// box, whose lines are its own, columns alone are known for sure.
import type { Point, Rect } from '../../geometry';
import type { Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { ArticlePicture, PictureSpot } from '../../model/package';
import { brokenFrames, longMeasure, rowTop } from '../../page/paper-grid';

/** Where an article's picture is printed: 版次, and its rectangle there in pt. */
export interface PrintedPicture {
  readonly page: number;
  readonly article: string;
  readonly rect: Rect;
}

/** Columns of text of a block. */
export function textColumns({ body, box }: Piece): number {
  return box?.into ?? body.reduce((sum, { into }) => sum + into, 0);
}

/** From one column of text to the next, and from line to line, pt. */
export function spotStep({ body, box }: Piece, master: PaperMaster): Point {
  const one = box ?? body[0];
  return { x: one === undefined ? 1 : longMeasure(master, one.area.columns) / one.into, y: master.pitch };
}

/** The spot at which a picture stands now. */
export function spotOf({ rect }: PrintedPicture, piece: Piece, picture: ArticlePicture, master: PaperMaster): PictureSpot {
  if (piece.box !== null) return typeof picture.place === 'object' ? picture.place : { column: picture.place === 'left' ? 0 : textColumns(piece), row: picture.place === 'foot' ? piece.box.area.rows : 0 };
  let [before, best] = [0, { column: 0, row: 0, far: Infinity }];
  for (const broken of piece.body) {
    brokenFrames(master, broken, 'body').forEach(({ x }, k) => {
      const row = Math.round((rect.y - rowTop(master, broken.area.row)) / master.pitch);
      const far = Math.abs(rect.x - x) + (row < 0 || row > broken.area.rows ? master.width : 0);
      if (far < best.far) best = { column: before + k, row: Math.max(0, row), far };
    });
    before += broken.into;
  }
  return { column: best.column, row: best.row };
}

/** A spot so many columns and lines further, in the block. `high`: lines of the picture. */
export function movedSpot({ column, row }: PictureSpot, columns: number, rows: number, piece: Piece, high: number): PictureSpot {
  const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  const to = within(column + columns, textColumns(piece) - 1);
  let before = 0;
  const own = piece.box ?? piece.body.find(({ into }) => (before += into) > to);
  return { column: to, row: within(row + rows, Math.max(0, (own?.area.rows ?? 0) - high)) };
}
