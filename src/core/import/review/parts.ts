// Articles taken apart and put together again by source lines. A part is what one
// line, or a run of joined lines, is in its article: the label, a field's line, a
// block. Parts carry their pieces along, so whatever is moved stays the same
// stretch of the same source line.
import { headingLabel } from '../../model/numbering';
import type { FieldName, Piece, RecognisedArticle, RecognisedBlock, RecognisedField } from '../recognition';

export type Part =
  | { readonly kind: 'label'; readonly text: string; readonly piece: Piece }
  | { readonly kind: 'field'; readonly name: FieldName; readonly text: string; readonly piece: Piece }
  | { readonly kind: 'block'; readonly block: RecognisedBlock };

export const FIELD_ORDER: readonly FieldName[] = ['over', 'main', 'sub', 'occasion', 'date', 'speaker', 'salutation'];

/** The number that stands before a block's text in its source line, '' for none. */
export function labelOf({ head }: RecognisedBlock): string {
  return head === null || head.value === null ? '' : (headingLabel(head.level, head.form, head.value) ?? '');
}

/** Offset in the block's text where its piece `index` begins. */
export function pieceStart(block: RecognisedBlock, index: number): number {
  let at = 0;
  for (let i = 0; i < index; i += 1) at += pieceLength(block, i) + (block.kind === 'table' ? 1 : 0);
  return at;
}

export function pieceLength(block: RecognisedBlock, index: number): number {
  const piece = block.pieces[index] as Piece;
  return piece.to - piece.from;
}

/** The pieces `[from, to)` of a block as a block of their own. What begins a paragraph stays with its first piece. */
export function sliceBlock(block: RecognisedBlock, from: number, to: number): RecognisedBlock {
  if (from === 0 && to === block.pieces.length) return block;
  const start = pieceStart(block, from);
  const text = block.text.slice(start, pieceStart(block, to - 1) + pieceLength(block, to - 1));
  const pieces = block.pieces.slice(from, to);
  const within = block.themes.map(([a, b]) => [a - start, b - start] as const).filter(([a, b]) => a >= 0 && b <= text.length);
  if (from > 0) return { kind: block.kind === 'table' ? 'table' : 'paragraph', text, pieces, head: null, themes: within, align: block.align };
  const lead = block.head?.leadLength ?? null;
  // A first sentence that ends in another piece: what is left of it is a heading alone.
  if (block.head !== null && lead !== null && lead >= text.length) return { ...block, kind: 'heading', text, pieces, head: { ...block.head, leadLength: null }, themes: [] };
  return { ...block, text, pieces, themes: within };
}

/** The block cut into runs of pieces, each wholly inside the set of lines or outside. */
export function runsOf(block: RecognisedBlock, isIn: (line: number) => boolean): readonly { readonly block: RecognisedBlock; readonly taken: boolean }[] {
  const runs: { block: RecognisedBlock; taken: boolean }[] = [];
  let from = 0;
  for (let i = 1; i <= block.pieces.length; i += 1) {
    const taken = isIn((block.pieces[from] as Piece).line);
    if (i < block.pieces.length && isIn((block.pieces[i] as Piece).line) === taken) continue;
    runs.push({ block: sliceBlock(block, from, i), taken });
    from = i;
  }
  return runs;
}

/** Takes the parts of these lines out of an article. `rest` may hold nothing any more. */
export function takeParts(article: RecognisedArticle, isIn: (line: number) => boolean): { readonly rest: RecognisedArticle; readonly parts: readonly Part[] } {
  const { rest: head, parts } = takeHead(article, isIn);
  const blocks: RecognisedBlock[] = [];
  for (const block of article.blocks) {
    for (const run of runsOf(block, isIn)) {
      if (run.taken) parts.push({ kind: 'block', block: run.block });
      else blocks.push(run.block);
    }
  }
  return { rest: { ...head, blocks }, parts };
}

/** Takes the label and the field lines of these lines out of an article; its blocks stay. */
export function takeHead(article: RecognisedArticle, isIn: (line: number) => boolean): { readonly rest: RecognisedArticle; readonly parts: Part[] } {
  const parts: Part[] = [];
  let { label } = article;
  if (label !== null && isIn(label.piece.line)) {
    parts.push({ kind: 'label', ...label });
    label = null;
  }
  const fields = { ...article.fields };
  for (const name of FIELD_ORDER) {
    const field = fields[name];
    if (field === null || !field.pieces.some(({ line }) => isIn(line))) continue;
    const kept: number[] = [];
    field.pieces.forEach((piece, i) => {
      if (isIn(piece.line)) parts.push({ kind: 'field', name, text: field.lines[i] as string, piece });
      else kept.push(i);
    });
    fields[name] = kept.length === 0 ? null : { lines: kept.map((i) => field.lines[i] as string), pieces: kept.map((i) => field.pieces[i] as Piece) };
  }
  return { rest: { ...article, label, fields }, parts };
}

/** A label or field line as a paragraph. */
export function asParagraph(part: Part): RecognisedBlock {
  return part.kind === 'block' ? part.block : { kind: 'paragraph', text: part.text, pieces: [part.piece], head: null, themes: [], align: null };
}

const firstLine = (block: RecognisedBlock): number => block.pieces[0]?.line ?? 0;
const lastLine = (block: RecognisedBlock): number => block.pieces.at(-1)?.line ?? 0;

/** Where a block that begins at `line` stands by the source's order: behind the block that holds the nearest line above it. */
function placeByOrder(blocks: readonly RecognisedBlock[], line: number): number {
  let place = 0;
  let nearest = 0;
  blocks.forEach((block, i) => {
    const above = lastLine(block) < line ? lastLine(block) : firstLine(block) <= line ? firstLine(block) : 0;
    if (above <= nearest) return;
    nearest = above;
    place = i + 1;
  });
  return place;
}

/**
 * Puts parts into an article. A label or field that it has already stays: the newcomer becomes a paragraph.
 * @param before the line whose block they go before; null: by the source's order.
 */
export function putParts(article: RecognisedArticle, parts: readonly Part[], before: number | null): RecognisedArticle {
  let { label } = article;
  const fields = { ...article.fields };
  const incoming = new Set<FieldName>();
  const blocks: RecognisedBlock[] = [];
  for (const part of parts) {
    if (part.kind === 'label' && label === null) label = { text: part.text, piece: part.piece };
    else if (part.kind === 'field' && (fields[part.name] === null || incoming.has(part.name))) {
      incoming.add(part.name);
      fields[part.name] = withLine(fields[part.name], part.text, part.piece);
    } else blocks.push(asParagraph(part));
  }
  return { ...article, label, fields, blocks: putBlocks(article.blocks, blocks, before) };
}

/** A field with one line more, in the order of the source. */
export function withLine(field: RecognisedField | null, text: string, piece: Piece): RecognisedField {
  const entries = [...(field === null ? [] : field.pieces.map((own, i) => ({ text: field.lines[i] as string, piece: own }))), { text, piece }];
  entries.sort((a, b) => a.piece.line - b.piece.line || a.piece.from - b.piece.from);
  return { lines: entries.map((entry) => entry.text), pieces: entries.map((entry) => entry.piece) };
}

export function putBlocks(own: readonly RecognisedBlock[], incoming: readonly RecognisedBlock[], before: number | null): readonly RecognisedBlock[] {
  if (incoming.length === 0) return own;
  const at = before === null ? -1 : own.findIndex((block) => block.pieces.some(({ line }) => line === before));
  if (at >= 0) return [...own.slice(0, at), ...incoming, ...own.slice(at)];
  // A long run that stood together is put once, not block by block: 50,000 blocks would each look for their place.
  let blocks = own;
  let from = 0;
  while (from < incoming.length) {
    const first = incoming[from] as RecognisedBlock;
    const place = placeByOrder(blocks, firstLine(first));
    const bound = blocks[place] === undefined ? Infinity : firstLine(blocks[place]);
    let to = from + 1;
    while (to < incoming.length && firstLine(incoming[to] as RecognisedBlock) > lastLine(incoming[to - 1] as RecognisedBlock) && firstLine(incoming[to] as RecognisedBlock) < bound) to += 1;
    blocks = [...blocks.slice(0, place), ...incoming.slice(from, to), ...blocks.slice(place)];
    from = to;
  }
  return blocks;
}

/** Every line that an article holds, ascending. */
export function linesOf(article: RecognisedArticle): number[] {
  const lines = new Set<number>();
  if (article.label !== null) lines.add(article.label.piece.line);
  for (const field of Object.values(article.fields)) for (const { line } of field?.pieces ?? []) lines.add(line);
  for (const block of article.blocks) for (const { line } of block.pieces) lines.add(line);
  return [...lines].sort((a, b) => a - b);
}
