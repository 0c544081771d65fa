// The inverse of recognise: the text that came in, rebuilt from what came out
// (articles, changes, noise, line ends) and from nothing else. This is the law
// "text in = text out + listed changes" in its strongest form; the property
// tests and the check before 完成 call it.
import { headingLabel } from '../model/numbering';
import type { Change } from './change';
import { undoChanges } from './clean-line';
import type { Piece, Recognition, RecognisedBlock } from './recognition';
import { LINE_BREAKS } from './source-lines';

/**
 * The source text of a recognition.
 * @throws RangeError where a line is claimed twice or a change does not fit: the recogniser lost something.
 */
export function restoreText(recognition: Recognition): string {
  const clean = cleanLines(recognition);
  const raw: string[] = Array.from({ length: recognition.lineCount }, () => '');
  const changes = changesByLine(recognition.changes);
  for (const { line, text } of recognition.noise) {
    if (clean.has(line)) throw new RangeError(`line ${line} is noise and text`);
    raw[line - 1] = text;
  }
  for (const [line, text] of clean) raw[line - 1] = undoChanges(text, changes.get(line) ?? []);
  for (const [line, own] of changes) if (!clean.has(line)) raw[line - 1] = undoChanges('', own);
  return raw.map((text, i) => text + (LINE_BREAKS[recognition.lineEnds[i] ?? 0] ?? '')).join('');
}

function changesByLine(changes: readonly Change[]): Map<number, Change[]> {
  const byLine = new Map<number, Change[]>();
  for (const change of changes) {
    const own = byLine.get(change.line);
    if (own === undefined) byLine.set(change.line, [change]);
    else own.push(change);
  }
  return byLine;
}

interface Part extends Piece {
  readonly text: string;
}

/** The clean form of every line that an article holds, put together from its pieces and the numbers of its heads. */
function cleanLines(recognition: Recognition): Map<number, string> {
  const parts: Part[] = [];
  for (const article of recognition.articles) {
    if (article.label !== null) parts.push({ ...article.label.piece, text: article.label.text });
    for (const field of Object.values(article.fields)) field?.pieces.forEach((piece, i) => { parts.push({ ...piece, text: field.lines[i] as string }); });
    for (const block of article.blocks) parts.push(...blockParts(block));
  }
  parts.sort((a, b) => a.line - b.line || a.from - b.from);
  const lines = new Map<number, string>();
  for (const part of parts) {
    const before = lines.get(part.line) ?? '';
    if (before.length !== part.from || part.text.length !== part.to - part.from) throw new RangeError(`line ${part.line} is not covered exactly at ${part.from}`);
    lines.set(part.line, before + part.text);
  }
  return lines;
}

function blockParts(block: RecognisedBlock): Part[] {
  const parts: Part[] = [];
  const { head } = block;
  const label = head === null || head.value === null ? null : headingLabel(head.level, head.form, head.value);
  let at = 0;
  block.pieces.forEach((piece, i) => {
    const text = block.text.slice(at, at + piece.to - piece.from);
    at += text.length + (block.kind === 'table' ? 1 : 0);
    if (i === 0 && label !== null) parts.push({ line: piece.line, from: piece.from - label.length, to: piece.from, text: label });
    parts.push({ ...piece, text });
  });
  return parts;
}
