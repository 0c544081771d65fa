// The missing half of a pair of marks put into a line's clean form. Every stretch
// of the line that stands behind it moves on by the mark's length; the insertion
// is a listed change, so that the source is still rebuilt exactly.
import type { Piece, RecognisedArticle, RecognisedBlock, RecognisedField } from '../recognition';
import { pieceStart } from './parts';

interface Insertion {
  readonly line: number;
  /** Offset in the line's clean form. */
  readonly at: number;
  readonly mark: string;
  /** A closing mark belongs to the words before it, an opening one to those behind. */
  readonly closes: boolean;
}

/** Whether the insertion falls into this piece; a place between two pieces belongs to the one that the mark clings to. */
function falls({ from, to }: Piece, { at, closes }: Insertion): boolean {
  return closes ? at > from && at <= to : at >= from && at < to;
}

const isBehind = ({ from }: Piece, { at, closes }: Insertion): boolean => (closes ? from >= at : from > at);

function shifted(piece: Piece, insertion: Insertion): Piece {
  if (piece.line !== insertion.line) return piece;
  const { length } = insertion.mark;
  if (falls(piece, insertion)) return { ...piece, to: piece.to + length };
  return isBehind(piece, insertion) ? { ...piece, from: piece.from + length, to: piece.to + length } : piece;
}

function inText(text: string, offset: number, mark: string): string {
  return text.slice(0, offset) + mark + text.slice(offset);
}

function inBlock(block: RecognisedBlock, insertion: Insertion): RecognisedBlock {
  const index = block.pieces.findIndex((piece) => piece.line === insertion.line && falls(piece, insertion));
  const pieces = block.pieces.map((piece) => shifted(piece, insertion));
  if (index < 0) return { ...block, pieces };
  const offset = pieceStart(block, index) + insertion.at - (block.pieces[index] as Piece).from;
  const { length } = insertion.mark;
  // A closer that stands at the end of a range belongs to it, an opener at its start as well.
  const ends = (at: number): number => (at > offset || (at === offset && insertion.closes) ? at + length : at);
  const { head } = block;
  return {
    ...block, pieces, text: inText(block.text, offset, insertion.mark),
    head: head === null || head.leadLength === null ? head : { ...head, leadLength: ends(head.leadLength) },
    themes: block.themes.map(([from, to]) => [ends(from), ends(to)]),
  };
}

function inField(field: RecognisedField, insertion: Insertion): RecognisedField {
  return {
    lines: field.lines.map((text, i) => {
      const piece = field.pieces[i] as Piece;
      return piece.line === insertion.line && falls(piece, insertion) ? inText(text, insertion.at - piece.from, insertion.mark) : text;
    }),
    pieces: field.pieces.map((piece) => shifted(piece, insertion)),
  };
}

/** The article with the mark in it; null where the place is not in its words (in a drawn number, in no article). */
export function putMark(article: RecognisedArticle, insertion: Insertion): RecognisedArticle | null {
  const all = [
    ...article.blocks.flatMap(({ pieces }) => pieces), ...Object.values(article.fields).flatMap((field) => field?.pieces ?? []), ...(article.label === null ? [] : [article.label.piece]),
  ];
  if (!all.some((piece) => piece.line === insertion.line && falls(piece, insertion))) return null;
  const { label } = article;
  const fields = Object.fromEntries(Object.entries(article.fields).map(([name, field]) => [name, field === null ? null : inField(field, insertion)])) as RecognisedArticle['fields'];
  return {
    ...article, fields,
    label: label === null ? null : {
      text: label.piece.line === insertion.line && falls(label.piece, insertion) ? inText(label.text, insertion.at - label.piece.from, insertion.mark) : label.text,
      piece: shifted(label.piece, insertion),
    },
    blocks: article.blocks.map((block) => (block.pieces.some(({ line }) => line === insertion.line) ? inBlock(block, insertion) : block)),
  };
}

/** How many characters of the line, white space not counted, stand behind an offset of its clean form. */
export function visibleBehind(article: RecognisedArticle, line: number, at: number): number {
  let count = 0;
  const add = (piece: Piece, text: string): void => {
    if (piece.line === line && piece.to > at) count += text.slice(Math.max(0, at - piece.from)).replace(/\s/g, '').length;
  };
  if (article.label !== null) add(article.label.piece, article.label.text);
  for (const field of Object.values(article.fields)) field?.pieces.forEach((piece, i) => add(piece, field.lines[i] as string));
  for (const block of article.blocks) block.pieces.forEach((piece, i) => add(piece, block.text.slice(pieceStart(block, i), pieceStart(block, i) + piece.to - piece.from)));
  return count;
}
