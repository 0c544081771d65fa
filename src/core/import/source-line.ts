// Where a place of the document stood in the raw text (COMMANDS, "Places":
// `line`). A package made from a text keeps no lines; while the recognition is at
// hand, diagnostics get theirs from the pieces that blocks and fields are made of.
import type { Diagnostic, TextPlace } from '../diagnostic';
import type { FieldPath } from '../model/package';
import type { Piece, Recognition } from './recognition';
import { FIELD_NAMES } from './to-package';

/** Diagnostics with the 1-based source line of each place of the text; places on paper stay as they are. */
export function withSourceLines(diagnostics: readonly Diagnostic[], recognition: Recognition): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { at } = diagnostic;
    return at === null || 'page' in at ? diagnostic : { ...diagnostic, at: { ...at, line: lineOf(at, recognition) } };
  });
}

function lineOf({ article: id, block, field, from }: TextPlace, { articles }: Recognition): number | null {
  const article = articles.find((one) => one.id === id);
  if (article === undefined) return null;
  if (block !== null) {
    const source = article.blocks[block];
    return source === undefined ? null : pieceAt(source.pieces, from, source.kind === 'table' ? 1 : 0);
  }
  const name = Object.hasOwn(FIELD_NAMES, field ?? '') ? FIELD_NAMES[field as FieldPath] : null;
  // A hard break stands between the lines of a field.
  return name === null ? null : pieceAt(article.fields[name]?.pieces ?? [], from, 1);
}

/** Line of the piece that holds offset `at` of a text in which pieces are `apart` positions from each other. */
function pieceAt(pieces: readonly Piece[], at: number, apart: number): number | null {
  let end = 0;
  for (const { line, from, to } of pieces) {
    end += to - from + apart;
    if (at < end) return line;
  }
  return pieces.at(-1)?.line ?? null;
}
