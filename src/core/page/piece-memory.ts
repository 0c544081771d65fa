// Pieces and title blocks as they were filled, remembered by the blocks that stand in
// them and by the shape of their columns: after an edit only the article that changed
// is filled anew, whatever a placer asks about the others. Its life is the Typesetter's.
import type { Block } from '../flow/flow';
import { type ColumnGroup, slotsOf } from './column-group';
import { type Filled, fillFrame, THREAD_START } from './fill-frame';
import { overfillPiece } from './overfill-piece';
import { copyfitPiece, type FilledPiece, fillPiece } from './fill-piece';
import { nearPart } from './near-part';
import type { Paginator } from './paginate';
import { type Stretched, stretchPiece } from './stretch-piece';

/** Threads that begin with one block are few: the text as it is now, and as it was a few keys ago. */
const MOST_THREADS = 4;
/** Shapes that a thread is kept in; past that all are forgotten. */
const MOST_SHAPES = 300;
/** Rows of a frame that no title fills. */
const ENDLESS = 10_000;
const NO_WISHES: ReadonlyMap<number, number> = new Map();

export class PieceMemory {
  private readonly threads = new WeakMap<Block, (readonly Block[])[]>();
  private readonly pieces = new WeakMap<readonly Block[], Map<string, FilledPiece>>();
  private readonly stretched = new WeakMap<readonly Block[], Map<string, Stretched | null>>();
  private readonly decks = new WeakMap<readonly Block[], Map<number, Filled>>();

  constructor(private readonly paginator: Paginator) {}

  /** The same blocks as the same array: what is remembered hangs on it. */
  thread(blocks: readonly Block[]): readonly Block[] {
    const [first] = blocks;
    if (first === undefined) return blocks;
    let alike = this.threads.get(first);
    if (alike === undefined) this.threads.set(first, (alike = []));
    const at = alike.findIndex((other) => other.length === blocks.length && other.every((block, i) => block === blocks[i]));
    const thread = at < 0 ? blocks : alike.splice(at, 1)[0]!;
    alike.push(thread);
    if (alike.length > MOST_THREADS) alike.shift();
    return thread;
  }

  /** `fillPiece`, each shape of a thread once. */
  fill(thread: readonly Block[], groups: readonly ColumnGroup[]): FilledPiece {
    return this.remembered(thread, shapeOf(groups), () => fillPiece(thread, groups, this.paginator));
  }

  /** `copyfitPiece` likewise. */
  copyfit(thread: readonly Block[], groups: readonly ColumnGroup[], jump = Infinity): FilledPiece {
    return this.remembered(thread, `fit ${jump} ${shapeOf(groups)}`, () => copyfitPiece(thread, groups, this.paginator, jump));
  }

  /** `overfillPiece` likewise; `isSet`: copyfitted where it fits. */
  overfill(thread: readonly Block[], groups: readonly ColumnGroup[], isSet: boolean): FilledPiece {
    return this.remembered(thread, `over ${isSet ? 'fit ' : ''}${shapeOf(groups)}`, () => overfillPiece(thread, groups, this.paginator, () => (isSet ? this.copyfit(thread, groups) : this.fill(thread, groups))));
  }

  /** `stretchPiece` likewise. */
  stretch(thread: readonly Block[], groups: readonly ColumnGroup[]): Stretched | null {
    let byShape = this.stretched.get(thread);
    if (byShape === undefined) this.stretched.set(thread, (byShape = new Map()));
    const shape = shapeOf(groups);
    let found = byShape.get(shape);
    if (found !== undefined) return found;
    // What goes on far beyond the columns is not a few lines from their feet.
    found = nearPart(thread, groups) === null ? stretchPiece(thread, slotsOf(groups), this.paginator) : null;
    if (byShape.size >= MOST_SHAPES) byShape.clear();
    byShape.set(shape, found);
    return found;
  }

  /** A title block in one frame as high as it needs. */
  deck(blocks: readonly Block[], width: number): Filled {
    const deck = this.thread(blocks);
    let byWidth = this.decks.get(deck);
    if (byWidth === undefined) this.decks.set(deck, (byWidth = new Map()));
    let filled = byWidth.get(width);
    if (filled === undefined) byWidth.set(width, (filled = fillFrame(deck, THREAD_START, width, ENDLESS, { stray: 'tolerate' }, NO_WISHES, this.paginator.setter)));
    return filled;
  }

  private remembered(thread: readonly Block[], shape: string, fill: () => FilledPiece): FilledPiece {
    let byShape = this.pieces.get(thread);
    if (byShape === undefined) this.pieces.set(thread, (byShape = new Map()));
    let piece = byShape.get(shape);
    if (piece !== undefined) return piece;
    piece = fill();
    if (byShape.size >= MOST_SHAPES) byShape.clear();
    byShape.set(shape, piece);
    return piece;
  }
}

function shapeOf(groups: readonly ColumnGroup[]): string {
  return groups.map(({ columns, width, rows }) => `${columns} ${width} ${rows}`).join();
}
