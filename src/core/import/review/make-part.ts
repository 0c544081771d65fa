// A run of lines made a block of a part that the user names. Lines come in their
// clean form, whole, with the numbers that the text has: a heading takes its
// number apart here, and another make of it is a listed change, as in assemble.ts.
import { headingLabel } from '../../model/numbering';
import type { Change } from '../change';
import { readLabel } from '../label';
import type { Piece, RecognisedBlock } from '../recognition';
import { HEADING_LEVELS, type HeadingLevel, type LinePart } from './decision';

export interface CleanLine {
  readonly line: number;
  readonly text: string;
}

export const headingLevel = (part: LinePart): HeadingLevel | null => HEADING_LEVELS.find((level) => part === `heading-${level}`) ?? null;

const wholePieces = (lines: readonly CleanLine[]): Piece[] => lines.map(({ line, text }) => ({ line, from: 0, to: text.length }));

/** The lines as one paragraph without a heading. */
export function makeParagraph(lines: readonly CleanLine[]): RecognisedBlock {
  return { kind: 'paragraph', text: lines.map(({ text }) => text).join(''), pieces: wholePieces(lines), head: null, themes: [], align: null };
}

/** The lines as rows of one table, or null where they do not have the same number of cells, two or more. */
export function makeTable(lines: readonly CleanLine[]): RecognisedBlock | null {
  const cells = new Set(lines.map(({ text }) => text.split('\t').length));
  if (cells.size !== 1 || cells.has(1)) return null;
  return { kind: 'table', text: lines.map(({ text }) => text).join('\n'), pieces: wholePieces(lines), head: null, themes: [], align: null };
}

/** Length of the first sentence where text goes on behind it, closers included; null: the whole is one. */
function leadOf(text: string): number | null {
  const stop = text.search(/[。！？]/);
  if (stop < 0) return null;
  let end = stop + 1;
  while (end < text.length && '”’）》'.includes(text[end] as string)) end += 1;
  return end < text.length ? end : null;
}

/** The lines as a heading, or as a paragraph that its first sentence heads. `note` gets the change of a number that is written anew. */
export function makeHeading(lines: readonly CleanLine[], level: HeadingLevel, reason: string, note: (change: Change) => void): RecognisedBlock {
  const pieces = wholePieces(lines);
  const [first] = lines as readonly [CleanLine, ...CleanLine[]];
  const whole = lines.map(({ text }) => text).join('');
  const label = readLabel(first.text);
  const printed = label === null ? null : headingLabel(level, label.form, label.value);
  // Part titles and theme sentences carry no number: there it stays a part of the words.
  if (label === null || printed === null || level === 0 || level === 5) {
    const leadLength = leadOf(whole);
    return { kind: leadLength === null ? 'heading' : 'paragraph', text: whole, pieces, head: { level, number: null, value: null, form: null, leadLength, reason }, themes: [], align: null };
  }
  const space = /^\s*/.exec(first.text.slice(label.length))?.[0] ?? '';
  const written = first.text.slice(0, label.length) + space;
  if (written !== printed) note({ line: first.line, kind: 'label', from: written, to: printed, at: 0 });
  const text = whole.slice(written.length);
  const leadLength = leadOf(text);
  const head = { level, number: label.number, value: label.value, form: label.form, leadLength, reason };
  const start: Piece = { line: first.line, from: printed.length, to: printed.length + first.text.length - written.length };
  return { kind: leadLength === null ? 'heading' : 'paragraph', text, pieces: [start, ...pieces.slice(1)], head, themes: [], align: null };
}
