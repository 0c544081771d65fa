// The display list: the only thing that the canvas and the PDF draw. Plain
// data: pages of items, origin top left, y down, pt, items relative to the
// group they stand in. Glyphs are ids at positions; nobody downstream measures.
// A page's glyphs lie in three typed arrays that its runs point into, so that
// a page crosses to the window in a millisecond and a run is a small record.
import type { Rect, Size } from '../geometry';
import type { BlockRef } from '../flow/flow';
import type { Red } from '../model/dress';

/** Where a run's text comes from. Offsets are positions in the block (UTF-16, an inline atom counts one). */
export type Source =
  | { readonly kind: 'text'; readonly block: BlockRef; readonly from: number; readonly to: number }
  /** The whole run stands for the atom at `from`. */
  | { readonly kind: 'atom'; readonly block: BlockRef; readonly from: number; readonly to: number }
  | { readonly kind: 'generated'; readonly block: BlockRef | null; readonly what: string };

/** Glyphs of one face on one baseline. */
export interface GlyphRun {
  readonly kind: 'glyphs';
  /** Index into the list's fonts. */
  readonly font: number;
  readonly size: number;
  /** Baseline of the run; glyph places are `page.x[i]` from the group's left edge. */
  readonly y: number;
  /** Range in the page's arrays; `end` exclusive. */
  readonly first: number;
  readonly end: number;
  /** Stroke width, pt; 0 for none. */
  readonly embolden: number;
  /** Gray: 0 black … 1 white. */
  readonly gray: number;
  /** In the list's red instead; left out: in gray. */
  readonly red?: boolean;
  readonly text: string;
  readonly source: Source;
}

/** A filled or stroked path: rules, boxes. Coordinates in pt, y down. */
export interface PathItem {
  readonly kind: 'path';
  readonly ops: string; // M L C Z, a letter a command
  readonly coords: readonly number[];
  readonly fill: number | null; // gray, or null
  readonly stroke: { readonly width: number; readonly gray: number } | null;
  /** Filled and stroked in the list's red instead. */
  readonly red?: boolean;
}

export interface ImageItem {
  readonly kind: 'image';
  readonly image: string; // id in the resources
  readonly rect: Rect;
  /** Line art of 1 bit whose black is the list's red. */
  readonly red?: boolean;
}

/** A clickable place: `page` is 1-based in this list. */
export interface LinkItem {
  readonly kind: 'link';
  readonly rect: Rect;
  readonly page: number;
  readonly y: number;
}

/** Items moved together; `clip` in the group's own coordinates. `what` names the frame for the dump. */
export interface Group {
  readonly kind: 'group';
  readonly what: string;
  /** Article whose text the group holds; null inside such a group, or for page furniture (an artifact of the PDF). */
  readonly article: string | null;
  readonly x: number;
  readonly y: number;
  readonly clip: Size | null;
  readonly items: readonly Item[];
}

export type Item = GlyphRun | PathItem | ImageItem | LinkItem | Group;

export interface DisplayPage {
  readonly size: Size;
  /** Page label: the number as printed, or the 版次; '' on an unnumbered page. */
  readonly label: string;
  readonly items: readonly Item[];
  readonly glyph: Uint16Array;
  /** Per glyph: x of its origin from its group's left edge, pt. */
  readonly x: Float32Array;
  /** Per glyph: offset of its first character in its run's text. */
  readonly at: Uint16Array;
}

export interface OutlineEntry {
  readonly level: number;
  readonly title: string;
  readonly page: number; // 1-based
  readonly y: number;
}

export interface DisplayList {
  /** Font ids, each once; runs point here. */
  readonly fonts: readonly string[];
  readonly pages: readonly DisplayPage[];
  readonly outline: readonly OutlineEntry[];
  /** Metadata of the document. */
  readonly title: string;
  readonly author: string;
  /** 套红: the one colour beside black; left out: all is black. */
  readonly red?: Red;
}
