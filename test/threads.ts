// Threads of plain blocks for tests of frames and pages: paragraphs of so many Han
// in a frame of 10 characters (the first line holds 8), nothing of ProseMirror.
import type { Block, Paragraph, ParagraphStyle, Table } from '../src/core/flow/flow';
import type { Filled } from '../src/core/page/fill-frame';
import { Setter } from '../src/core/page/setter';
import { FAKE_FONTS } from './build-edition';
import { BODY, paragraphOf } from './paragraphs';
import { han } from './build';

/** A frame's width, pt: ten characters of 10 pt. */
export const WIDTH = 100;

export function newSetter(): Setter {
  return new Setter(FAKE_FONTS);
}

let nextRef = 1;

export function block(content: Paragraph | Table): Block {
  return { ref: nextRef++, content };
}

/** A paragraph that takes exactly so many lines of ten characters, all but the last full; the last holds `tail` (2 to 10). */
export function lines(count: number, style: Partial<ParagraphStyle> = {}, tail = 10): Block {
  const indent = style.indent ?? BODY.indent;
  const characters = count === 1 ? tail - indent : 10 - indent + 10 * (count - 2) + tail;
  return block(paragraphOf(han(characters, nextRef), style));
}

/** A heading of so many lines that keeps `keep` lines of the next block with it. */
export function head(keep = 1, count = 1, style: Partial<ParagraphStyle> = {}): Block {
  return lines(count, { name: 'heading1', keepWithNext: keep, indent: 0, align: 'left', ...style });
}

/** A table of one-line rows, a column. */
export function tableOf(rows: readonly (readonly string[])[]): Block {
  const style: ParagraphStyle = { ...BODY, name: 'table', indent: 0, align: 'left' };
  return block({ kind: 'table', rows: rows.map((cells) => cells.map((cell) => paragraphOf(cell, style))), style, breakBefore: false });
}

/** What a frame holds, a word a fragment: index of its block, lines `first`–`end`, at which row: `0:0-3@0 1:0-1@3`. */
export function shape(thread: readonly Block[], filled: Filled): string {
  return filled.fragments.map(({ block: b, first, end, row }) => `${thread.findIndex((one) => one.ref === b.ref)}:${first}-${end}@${row}`).join(' ');
}

/** Display text of the lines that stand in filled frames, in order. */
export function textOf(frames: readonly Filled[]): string {
  return frames.flatMap(({ fragments }) => fragments.map(({ set, first, end }) =>
    set.lines.slice(first, end).map((line) => set.paragraph.text.slice(line.from, line.to)).join(''))).join('');
}

/** Display text of a thread. */
export function threadText(thread: readonly Block[]): string {
  return thread.map(({ content }) => (content.kind === 'paragraph' ? content.text : content.rows.flat().map((cell) => cell.text).join(''))).join('');
}
