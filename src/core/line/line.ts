// A set paragraph: its glyphs with final places, cut into lines. One pair of
// typed arrays per paragraph, ranges into them per line: a report has tens of
// thousands of lines, and an object per glyph would cost more than the fitting.
import type { Font } from '../font';
import type { Paragraph } from '../flow/flow';

/** A face at a size, as used in a paragraph; glyphs name it by index. */
export interface Face {
  readonly font: Font;
  /** Glyph size, pt. */
  readonly size: number;
  /** Shift of the baseline upwards, pt (superscript, and the face's own adjust). */
  readonly rise: number;
  /** Stroke width, pt; 0 for none. */
  readonly embolden: number;
}

/** A problem found while shaping or breaking; the flow's owner gives it its place in the document. */
export interface LineIssue {
  readonly code:
    | 'glyph-missing' | 'glyph-substituted' | 'field-substituted' | 'font-missing' | 'role-substituted' | 'embolden-synthetic'
    | 'line-overfull' | 'line-loose' | 'last-line-short' | 'looseness-refused' | 'title-break';
  /** Display offsets in the paragraph's text; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Line index, or null. */
  readonly line: number | null;
  /** What the message needs: the character, a family, a gap in em. */
  readonly detail: string;
}

/** One line (行): a range of glyphs, and how it was fitted. */
export interface Line {
  /** Glyph range in the paragraph's arrays; `end` exclusive. Glyphs of a dropped blank at a line's end are in no line's range. */
  readonly first: number;
  readonly end: number;
  /** Display offsets covered, dropped blanks included: the lines' ranges tile the text. */
  readonly from: number;
  readonly to: number;
  /** Right end of the last glyph's advance from the frame's left edge, pt (trimmed blank not counted). */
  readonly right: number;
  /** Added gap between characters, em of the paragraph's size (0 where none; negative never). */
  readonly gap: number;
}

export interface SetParagraph {
  readonly paragraph: Paragraph;
  readonly faces: readonly Face[];
  /** Glyph ids, in text order. */
  readonly glyph: Uint16Array;
  /** Index into `faces`, per glyph. */
  readonly face: Uint8Array;
  /** Display offset of each glyph's first character; the next glyph's (or the text's end) bounds it. */
  readonly at: Uint32Array;
  /** Origin of each glyph from the frame's left edge, pt. */
  readonly x: Float64Array;
  readonly lines: readonly Line[];
  readonly issues: readonly LineIssue[];
}
