// A look (样式): how each style of a text is set. Data: resources/looks/*.json,
// held whole by an edition, so that a user may copy and change it. Lengths in em
// of the style's own size unless said; `size` is in em of the look's body size
// times `em` of the master, see Look.body.
import type { FontRole } from '../font';
import type { Red } from './dress';

/** The adjustable marks' style (TYPESETTING 1.3). */
export type PunctuationStyle = 'quanjiao' | 'kaiming' | 'banjiao' | 'plain';

/** 禁则 level (T-03). */
export type Kinsoku = 'none' | 'basic' | 'gb' | 'strict';

/** One named style. What is left out is taken from `body`, then from the defaults in flow/style-sheet.ts. */
export interface StyleRecord {
  readonly role?: FontRole;
  readonly latin?: 'body' | 'times' | 'hei';
  /** pt; left out: the body's. */
  readonly size?: number;
  readonly embolden?: number;
  /** Left out: half-width marks in titles (N-13), else the body's, else the look's. */
  readonly punctuation?: PunctuationStyle;
  /** 中西间距, em (T-25); left out: the body's, else the look's. */
  readonly hanLatinGap?: number;
  readonly align?: 'justify' | 'left' | 'center' | 'right';
  readonly indent?: number;
  readonly left?: number;
  readonly right?: number;
  readonly title?: boolean;
  readonly spread?: boolean;
  readonly gridLines?: number;
  readonly linesBefore?: number;
  readonly linesAfter?: number;
  readonly keepWithNext?: number;
}

export type StyleName =
  | 'body' | 'salutation' | 'signature'
  | 'title' | 'over' | 'sub' | 'occasion' | 'date' | 'speaker' | 'label' | 'abridged'
  | 'heading0' | 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'heading5'
  | 'runIn1' | 'runIn2' | 'runIn3' | 'runIn4' | 'theme' | 'lead'
  | 'folio' | 'note' | 'strong' | 'table' | 'tableHead'
  | 'coverSeries' | 'coverTitle' | 'coverWork' | 'coverOccasion' | 'coverSpeaker' | 'coverFoot'
  | 'contentsTitle' | 'contents1' | 'contents2' | 'annexTitle' | 'annexTerm'
  | 'masthead' | 'headerNumber' | 'headerName' | 'headerPage' | 'furniture' | 'furnitureBold' | 'jump' | 'boxBody' | 'boxTitle' | 'boxSub' | 'newsTitle' | 'newsOver' | 'newsSub' | 'dateline' | 'caption';

export interface Look {
  readonly id: string;
  readonly name: string;
  /** Body size, pt. */
  readonly size: number;
  readonly punctuation: PunctuationStyle;
  readonly kinsoku: Kinsoku;
  readonly hanLatinGap: number;
  readonly hanging: boolean;
  readonly openCommas: boolean;
  /** em by which characters of a line may come closer together, where lines of their paragraph are loose else (over 0.12 em). Left out: not at all. */
  readonly tighten?: number;
  readonly indentOpener: 'trim' | 'keep';
  /** The one red that titles may be printed in (套红); left out: none named yet. */
  readonly red?: Red;
  readonly styles: Readonly<Partial<Record<StyleName, StyleRecord>>>;
}
