// What the window and the page worker say to each other. The worker holds its own
// package and follows by changes; it answers with page keys and, when asked, with
// painted bitmaps, so that no glyph and no outline crosses and the typing thread
// paints nothing. A key names one laid-out page: an unchanged page keeps it, so
// the window asks only for pages that changed. Every answer carries its version.
import type { PackageChange } from '../../core/model/change';
import type { Diagnostic } from '../../core/diagnostic';
import type { BlockOrigin } from '../../core/flow/flow';
import type { DeskAct, RemedyWay } from '../../core/makeup/hand/hand-act';
import type { Proposal } from '../../core/makeup/judge/proposal';
import type { PrintedPicture } from '../../core/makeup/hand/picture-spot';
import type { BlockRoom, Reckoned } from '../../core/makeup/judge/rooms';
import type { Layout } from '../../core/model/layout';
import type { OmissionAnswer } from '../../core/makeup/hand/omission';
import type { Rect } from '../../core/geometry';
import type { EditionFaces } from '../../ipc/index';
import type { HeldPicture } from './held-picture';
import type { PrintedTitle } from './printed-titles';

/** A proposal, and where the pictures of its articles would be printed; left out where no article has one. */
export interface PicturedProposal extends Proposal {
  readonly pictures?: readonly PrintedPicture[] | undefined;
}

export type ToWorker =
  | { readonly kind: 'faces'; readonly faces: readonly EditionFaces[] }
  | { readonly kind: 'open'; readonly document: number; readonly version: number; readonly bytes: Uint8Array }
  | { readonly kind: 'change'; readonly version: number; readonly changes: readonly PackageChange[] }
  | { readonly kind: 'edition'; readonly edition: string }
  /** `isQuick`: of sprites (preview/glyph-sprites.ts), to be followed by an exact one. */
  | { readonly kind: 'paint'; readonly request: number; readonly key: number; readonly scale: number; readonly isQuick: boolean }
  /** The page will be painted quickly: its sprites are made while nobody waits. */
  | { readonly kind: 'prepare'; readonly key: number; readonly scale: number }
  /** Nothing is painted quickly any more: sprites are forgotten. */
  | { readonly kind: 'prepare-no-more' }
  /** Which text stands at a place of a page (pt). */
  | { readonly kind: 'hit'; readonly request: number; readonly key: number; readonly x: number; readonly y: number }
  /** Where places of the text, or of paper, stand on the pages. */
  | { readonly kind: 'places'; readonly request: number; readonly places: readonly Diagnostic['at'][] }
  /** What the pages would be with these changes, which are not made. */
  | { readonly kind: 'try'; readonly request: number; readonly changes: readonly PackageChange[] }
  /** Head of a newspaper's first page, and foot of its last, with changes that are not made; `scale` device pixels a pt. */
  | { readonly kind: 'sketch'; readonly request: number; readonly edition: string; readonly changes: readonly PackageChange[]; readonly scale: number }
  /** Where a position of a text stands on the pages. `block` null: a field. */
  | { readonly kind: 'caret'; readonly request: number; readonly place: CaretPlace }
  /** Several make-ups of the newspaper edition that is shown. */
  | { readonly kind: 'propose'; readonly request: number }
  /** Ends the proposing that is under way: it is answered with what was found. */
  | { readonly kind: 'propose-no-more' }
  /** A make-up after an act by hand, shown as if it were kept until the next change; `act` null: shown no longer. */
  | { readonly kind: 'hand'; readonly request: number; readonly layout: Layout; readonly act: DeskAct | null }
  /** A make-up with a picture where it is held, shown until the next change, or until a `hand` without an act. */
  | { readonly kind: 'hold-picture'; readonly request: number; readonly layout: Layout; readonly held: HeldPicture }
  /** Ends the act by hand that is looked for: it is not made. */
  | { readonly kind: 'hand-no-more' }
  /** Which of these ways mend a block, tried with their text set. */
  | { readonly kind: 'remedies'; readonly request: number; readonly layout: Layout; readonly ways: readonly RemedyWay[] }
  /** Sentences that an article may leave out to fit its blocks of a layout. */
  | { readonly kind: 'cut'; readonly request: number; readonly layout: Layout; readonly article: string | null }
  /** Lines of the articles of the newspaper shown in the paper's measures. */
  | { readonly kind: 'reckon'; readonly request: number }
  /** To be answered by `alive` once everything before it is done, a setting that it asked for included. */
  | { readonly kind: 'live' };

export interface CaretPlace {
  readonly article: string;
  readonly field: string | null;
  readonly block: number;
  readonly offset: number;
}

export interface PageInfo {
  readonly key: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

export interface HitPlace {
  readonly version: number;
  /** Furniture (`masthead`, `header-page`, `cover-title`) has no place in a text. */
  readonly furniture: string | null;
  /** null: furniture. */
  readonly origin: BlockOrigin | null;
  /** Position in the block (an inline atom counts one). */
  readonly offset: number;
}

export interface Trial {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the pages of a newspaper are made up as. */
export interface MadeUp {
  readonly proposal: Proposal;
  /** Of the master that they are made up on: of another one its frames stand elsewhere (`areaName`). */
  readonly area: string;
  readonly rooms: readonly BlockRoom[];
  /** First pictures of its articles, where they are printed. */
  readonly pictures: readonly PrintedPicture[];
  /** Its titles in several lines, where these begin. */
  readonly titles: readonly PrintedTitle[];
  /** Milliseconds that setting the pages took. */
  readonly ms: number;
}

/** `reason`: why the act cannot be, in Chinese; the pages stay then. */
export type HandAnswer = { readonly layout: Layout; readonly reason: null; /** What else became of the page. */ readonly note?: string; /** Which of several ways it was. */ readonly title?: string } | { readonly layout: null; readonly reason: string };

/** Ways that mend a block, the best first, with what the page is worth then; `failed`: why the others do not, in words. */
export interface RemedyAnswer {
  readonly ways: readonly (RemedyWay & { readonly score: number; /** Rules of the page that it breaks: T does not take it. */ readonly added: string })[];
  readonly failed: string;
}

export interface CaretBar {
  readonly version: number;
  /** Index among the pages. */
  readonly page: number;
  /** Caret's place on the page, pt; without width. */
  readonly rect: Rect;
}

export type FromWorker =
  | { readonly kind: 'pages'; readonly document: number; readonly version: number; readonly edition: string; readonly pages: readonly PageInfo[]; readonly diagnostics: readonly Diagnostic[]; /** null: no newspaper. */ readonly madeUp: MadeUp | null }
  /** null: the page is no longer among the pages. */
  | { readonly kind: 'painted'; readonly request: number; readonly bitmap: ImageBitmap | null }
  | { readonly kind: 'hit'; readonly request: number; readonly place: HitPlace | null }
  | { readonly kind: 'caret'; readonly request: number; readonly bar: CaretBar | null }
  /** null: a place that no page shows. */
  | { readonly kind: 'placed'; readonly request: number; readonly bars: readonly (CaretBar | null)[] }
  /** null: no edition is shown, or a change does not fit. */
  | { readonly kind: 'tried'; readonly request: number; readonly outcome: Trial | null }
  /** null: no such newspaper, or a change does not fit. */
  | { readonly kind: 'sketched'; readonly request: number; readonly bitmap: ImageBitmap | null }
  /** null: no newspaper is shown. */
  | { readonly kind: 'proposed'; /** There may be more, in another answer to the request. */ readonly isAll: boolean; readonly request: number; readonly proposals: readonly PicturedProposal[] | null }
  | { readonly kind: 'handled'; readonly request: number; readonly answer: HandAnswer }
  /** null: no newspaper is shown, or something else was asked for meanwhile. */
  | { readonly kind: 'remedied'; readonly request: number; readonly answer: RemedyAnswer | null }
  /** null: it fits, no newspaper is shown, or so little is not to be had. */
  | { readonly kind: 'cut'; readonly request: number; readonly answer: OmissionAnswer | null }
  /** Empty: no newspaper is shown. */
  | { readonly kind: 'reckoned'; readonly request: number; readonly articles: readonly Reckoned[] }
  /** Laying out failed, or a change did not fit: the pages shown are those before it. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'alive' };
