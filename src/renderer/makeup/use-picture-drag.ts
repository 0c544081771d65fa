// The picture of the selected block under the pointer: a drag that begins on it moves it by
// columns of its block's text and by lines; its frame shows where it goes and the text flows
// around it there, of which only the newest wish counts; it is kept when it is let go. In: the
// pointer. Out: one move of the picture. The block itself stays.
import { useRef, useState, type PointerEvent } from 'react';
import type { Point, Rect } from '../../core/geometry';
import { movedSpot, spotStep } from '../../core/makeup/hand/picture-spot';
import type { BlockName, Layout, Piece } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import type { PictureSpot } from '../../core/model/package';
import type { Workspace } from '../session/workspace';
import { pictureOf, putPicture } from './desk-picture';
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
  /** The make-up that it is dragged on. */
  readonly layout: Layout;
  moving: boolean;
  /** Where it is held now. */
  at: PictureSpot;
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
  const asked = useRef<PictureSpot | null>(null);
  const asking = useRef<Promise<void> | null>(null);
  /** Shows the text around the picture where it is held; the newest wish wins. */
  const pump = async (one: Held): Promise<void> => {
    while (asked.current !== null && held.current === one) {
      const place = asked.current;
      asked.current = null;
      await workspace.feed.holdPicture(one.layout, { article: one.block.article, place });
    }
  };
  return {
    landing,
    begin: (event, { x, y }, block, piece) => {
      const own = pictureOf(workspace, desk, block);
      const { layout } = desk;
      if (own === null || layout === null) return false;
      const { rect } = own.printed;
      if (x < rect.x || x > rect.x + rect.width || y < rect.y || y > rect.y + rect.height) return false;
      held.current = { x: event.clientX, y: event.clientY, block, piece, rect, spot: own.spot, high: own.high, layout, moving: false, at: own.spot };
      event.currentTarget.setPointerCapture(event.pointerId);
      return true;
    },
    move: (event) => {
      const one = held.current;
      if (one === null) return false;
      const [dx, dy] = [event.clientX - one.x, event.clientY - one.y];
      if (!one.moving && Math.hypot(dx, dy) < DRAG_FROM) return true;
      one.moving = true;
      if (!desk.mayChange()) return true;
      const step = spotStep(one.piece, master);
      const spot = movedSpot(one.spot, Math.round(dx / scale / step.x), Math.round(dy / scale / step.y), one.piece, one.high);
      if (spot.column === one.at.column && spot.row === one.at.row) return true;
      one.at = spot;
      setLanding({ rect: { ...one.rect, x: one.rect.x + (spot.column - one.spot.column) * step.x, y: one.rect.y + (spot.row - one.spot.row) * step.y }, spot });
      asked.current = spot;
      asking.current ??= pump(one).finally(() => (asking.current = null));
      return true;
    },
    end: (keep) => {
      const one = held.current;
      if (one === null) return false;
      held.current = null;
      asked.current = null;
      setLanding(null);
      const isMoved = one.at.column !== one.spot.column || one.at.row !== one.spot.row;
      // What is shown is what was kept again, or becomes it.
      if (keep && isMoved) putPicture(workspace, desk, one.block, one.at);
      else if (one.moving) void (asking.current ?? Promise.resolve()).then(() => workspace.feed.hand(one.layout, null));
      return true;
    },
  };
}
