// A block in words, for who hears the page and does not see it: where it stands, how large
// it is, its form and dress. Each is a piece of its own, so that what an act changed is what
// is read; 余 and 缺 stand in the block's own name (mends.ts).
import { boundsOf } from '../../core/makeup/measure/hand-shape';
import type { Dress } from '../../core/model/dress';
import type { Piece } from '../../core/model/layout';

/** Place, size, headline, box, red, lock: what there is of them, counted from 1 as the lattice counts. */
export function pieceWords(piece: Piece, dress: Dress): readonly string[] {
  const { column, row, columns, rows } = boundsOf(piece);
  return [
    `第 ${column + 1} 栏第 ${row + 1} 行起`,
    `宽 ${columns} 栏，高 ${rows} 行`,
    piece.upright === true ? '竖题' : piece.headline === undefined ? '' : piece.headline === 1 ? '标题一行' : '标题两行',
    piece.box === null ? '' : '加框',
    dress.red === true ? '标题套红' : '',
    piece.pinned === true ? '锁定' : '',
  ].filter((words) => words !== '');
}
