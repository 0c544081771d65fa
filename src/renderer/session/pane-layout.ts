// Widths and folding of the panes, remembered on this computer (W1). Widths in CSS
// pixels. What was remembered and is no longer sensible is brought into bounds.
import { Observable } from './observable';
import { readRemembered } from './remembered';

/** `hand`: at `zoomPercent`. */
export type Zoom = 'width' | 'page' | 'true' | 'hand';
export type LowerPane = 'findings' | 'tasks' | 'questions' | 'adjusted' | 'comments' | 'notes';

export interface PaneLayout {
  readonly navWidth: number;
  readonly pagesWidth: number;
  readonly lowerHeight: number;
  readonly navFolded: boolean;
  readonly pagesFolded: boolean;
  /** Writing area and pages have changed widths, for looking at a page closely on a small screen. */
  readonly swapped: boolean;
  /** Full-screen writing: which panes were folded before it; null: not in it. */
  readonly before: { readonly navFolded: boolean; readonly pagesFolded: boolean } | null;
  readonly zoom: Zoom;
  /** Set by hand, percent of true size. */
  readonly zoomPercent: number;
  /** Pages of a sheet edition lie side by side, as they do in the open booklet. */
  readonly twoUp: boolean;
  readonly lower: LowerPane;
}

const STORE = 'banxin.panes';

const FIRST: PaneLayout = {
  navWidth: 240, pagesWidth: 424, lowerHeight: 176, navFolded: false, pagesFolded: false, swapped: false, before: null, zoom: 'width', zoomPercent: 100, twoUp: false,
  lower: 'findings',
};

/** Share of the window's width that the pages get at first: 424 of 1366. */
const PAGES_SHARE = 0.31;

export const BOUNDS = { navWidth: [160, 400], pagesWidth: [280, 1100], lowerHeight: [72, 480], zoomPercent: [10, 400] } as const;

function within(value: unknown, [least, most]: readonly [number, number], first: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(least, Math.min(most, value)) : first;
}

/** What was remembered, field by field; anything else is as at first, in a window of this width. */
export function readLayout(text: string | null, windowWidth: number): PaneLayout {
  const raw = readRemembered<PaneLayout>(text);
  return {
    navWidth: within(raw.navWidth, BOUNDS.navWidth, FIRST.navWidth),
    pagesWidth: within(raw.pagesWidth, BOUNDS.pagesWidth, Math.max(FIRST.pagesWidth, Math.round(windowWidth * PAGES_SHARE))),
    lowerHeight: within(raw.lowerHeight, BOUNDS.lowerHeight, FIRST.lowerHeight),
    navFolded: raw.navFolded === true,
    pagesFolded: raw.pagesFolded === true,
    swapped: raw.swapped === true,
    before: null,
    zoom: raw.zoom === 'page' || raw.zoom === 'true' || raw.zoom === 'hand' ? raw.zoom : FIRST.zoom,
    zoomPercent: within(raw.zoomPercent, BOUNDS.zoomPercent, FIRST.zoomPercent),
    twoUp: raw.twoUp === true,
    lower: raw.lower === 'tasks' || raw.lower === 'comments' ? raw.lower : FIRST.lower,
  };
}

export class PaneStore {
  readonly layout: Observable<PaneLayout>;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>, windowWidth: number) {
    this.#storage = storage;
    this.layout = new Observable(readLayout(storage.getItem(STORE), windowWidth));
  }

  change(part: Partial<PaneLayout>): void {
    const next = { ...this.layout.get(), ...part };
    this.layout.set(next);
    // A start is never in full-screen writing: the panes are remembered as they were before it.
    this.#storage.setItem(STORE, JSON.stringify(next.before === null ? next : { ...next, ...next.before, before: null }));
  }
}
