// What a story of a Word file is read into: paragraphs in order, with their text,
// the look of each stretch of it, and the points at which something else stands
// (a note, a comment's ends, a break). Rows of tables are paragraphs too, their
// cells apart by tabs: a line of the import is a paragraph or a row.
import type { ListNumber } from './numbering';
import type { ParagraphLook, RunLook, StyleOfParagraph } from './style-sheet';

/** A stretch of a paragraph's text, `[from, to)` in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly look: RunLook;
  /** Name of its character style, or null. */
  readonly style: string | null;
}

export type PointKind = 'footnote' | 'endnote' | 'comment-start' | 'comment-end' | 'comment-here' | 'line-break' | 'page-break' | 'control-start' | 'control-end';

/** Something at an offset of the text that is no text. */
export interface Point {
  readonly at: number;
  readonly kind: PointKind;
  /** Of a note or comment its id, of a content control its tag. */
  readonly id: string;
}

export interface DocxParagraph {
  /** 1-based, in document order; paragraphs of a text box have their host's. */
  readonly number: number;
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly points: readonly Point[];
  /** Ranges of the text that no text node of the file holds: symbols, hyphens, tabs between cells. */
  readonly made: readonly (readonly [number, number])[];
  readonly label: ListNumber | null;
  readonly style: StyleOfParagraph;
  readonly look: ParagraphLook;
  /** Offset of a style separator: what stands before it is a heading that runs into its paragraph. */
  readonly separator: number | null;
  /** Index of its table, or null. */
  readonly table: number | null;
  /** Stands in a text box or a shape. */
  readonly boxed: boolean;
  readonly breakBefore: boolean;
  /** Index into the sections. */
  readonly section: number;
}

/** A paragraph as it grows. */
export class GrowingParagraph {
  text = '';
  readonly stretches: Stretch[] = [];
  readonly points: Point[] = [];
  readonly made: (readonly [number, number])[] = [];
  separator: number | null = null;
  breakBefore = false;

  append(text: string, look: RunLook, style: string | null, made: boolean): void {
    if (text === '') return;
    const from = this.text.length;
    this.text += text;
    const to = this.text.length;
    if (made) this.made.push([from, to]);
    const last = this.stretches.at(-1);
    if (last !== undefined && last.style === style && sameLook(last.look, look)) this.stretches[this.stretches.length - 1] = { ...last, to };
    else this.stretches.push({ from, to, look, style });
  }

  point(kind: PointKind, id: string): void {
    this.points.push({ at: this.text.length, kind, id });
  }
}

function sameLook(a: RunLook, b: RunLook): boolean {
  return a === b || (a.eastAsia === b.eastAsia && a.ascii === b.ascii && a.size === b.size && a.bold === b.bold && a.italic === b.italic && a.raised === b.raised && a.colour === b.colour && a.caps === b.caps);
}

/** Cells (or paragraphs of one) as one row: `between` stands between them and is nobody's text. */
export function joinParagraphs(parts: readonly DocxParagraph[], between: string): Pick<DocxParagraph, 'text' | 'stretches' | 'points' | 'made'> {
  let text = '';
  const stretches: Stretch[] = [];
  const points: Point[] = [];
  const made: (readonly [number, number])[] = [];
  parts.forEach((part, i) => {
    if (i > 0) {
      made.push([text.length, text.length + between.length]);
      text += between;
    }
    const label = part.label === null ? '' : part.label.text;
    if (label !== '') made.push([text.length, text.length + label.length]);
    const base = text.length + label.length;
    text += label + part.text;
    for (const one of part.stretches) stretches.push({ ...one, from: one.from + base, to: one.to + base });
    for (const one of part.points) points.push({ ...one, at: one.at + base });
    for (const [from, to] of part.made) made.push([from + base, to + base]);
  });
  return { text, stretches, points, made };
}
