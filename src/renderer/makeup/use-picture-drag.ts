// The picture of the selected block under the pointer: a drag that begins on it moves it by
// columns of its block's text and by lines; its frame shows where it goes, and it is set when
// it is let go. In: the pointer. Out: one move of the picture. The block itself stays.
import { useRef, useState, type PointerEvent } from 'react';
import type { Point, Rect } from '../../core/geometry';
import type { BlockName } from '../../core/makeup/by-hand';
import { movedSpot, spotStep } from '../../core/makeup/picture-spot';
import type { Piece } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import type { PictureSpot } from '../../core/model/package';
import type { Workspace } from '../session/workspace';
import { movePicture, pictureOf } from './desk-picture';
import type { MakeupDesk } from './makeup-desk';

/** CSS pixels that a pointer moves before it drags. */
const DRAG_FROM = 4;

interface Held {
  readonly x: number;
  readonly y: number;
  readonly block: BlockName;
  readonly piece: Piece;
  readonly rect: Rect;
  readonly spot: PictureSpot;
  readonly high: number;
  moving: boolean;
  columns: number;
  rows: number;
}

export interface PictureDrag {
  /** Begins where the point lies on the picture of the block. */
  readonly begin: (event: PointerEvent, at: Point, block: BlockName, piece: Piece) => boolean;
  readonly move: (event: PointerEvent) => boolean;
  /** False where none was under way. */
  readonly end: (keep: boolean) => boolean;
  /** Where it goes, pt, and the spot that this is; null while none is dragged. */
  readonly landing: { readonly rect: Rect; readonly spot: PictureSpot } | null;
}

export function usePictureDrag(workspace: Workspace, desk: MakeupDesk, master: PaperMaster, scale: number): PictureDrag {
  const held = useRef<Held | null>(null);
  const [landing, setLanding] = useState<PictureDrag['landing']>(null);
  return {
    landing,
    begin: (event, { x, y }, block, piece) => {
      const own = pictureOf(workspace, desk, block);
      if (own === null) return false;
      const { rect } = own.printed;
      if (x < rect.x || x > rect.x + rect.width || y < rect.y || y > rect.y + rect.height) return false;
      held.current = { x: event.clientX, y: event.clientY, block, piece, rect, spot: own.spot, high: own.high, moving: false, columns: 0, rows: 0 };
      event.currentTarget.setPointerCapture(event.pointerId);
      return true;
    },
    move: (event) => {
      const one = held.current;
      if (one === null) return false;
      const [dx, dy] = [event.clientX - one.x, event.clientY - one.y];
      if (!one.moving && Math.hypot(dx, dy) < DRAG_FROM) return true;
      one.moving = true;
      const step = spotStep(one.piece, master);
      const spot = movedSpot(one.spot, Math.round(dx / scale / step.x), Math.round(dy / scale / step.y), one.piece, one.high);
      [one.columns, one.rows] = [spot.column - one.spot.column, spot.row - one.spot.row];
      setLanding({ rect: { ...one.rect, x: one.rect.x + one.columns * step.x, y: one.rect.y + one.rows * step.y }, spot });
      return true;
    },
    end: (keep) => {
      const one = held.current;
      if (one === null) return false;
      held.current = null;
      setLanding(null);
      if (keep && one.moving && (one.columns !== 0 || one.rows !== 0)) movePicture(workspace, desk, one.block, one.columns, one.rows);
      return true;
    },
  };
}
