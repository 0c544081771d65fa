// Paragraphs for tests of the line setter, made of plain records: a text, a
// style with the field's usual values, spans where a test needs them.
import type { Paragraph, ParagraphStyle, Span, TextStyle } from '../src/core/flow/flow';

export const SONG: TextStyle = { role: 'song', latin: 'body', size: 10, embolden: 0, rise: 0 };

export const BODY: ParagraphStyle = {
  name: 'body', text: SONG, align: 'justify', indent: 2, left: 0, right: 0, punctuation: 'quanjiao', kinsoku: 'gb', hanLatinGap: 0,
  indentOpener: 'trim', hanging: false, openCommas: false, title: false, spread: false, gridLines: 1, linesBefore: 0, linesAfter: 0,
  keepWithNext: 0, fallback: 'character',
};

/** A piece of a paragraph: its text, and what differs from the paragraph's style. */
export interface Piece {
  readonly text: string;
  readonly style?: Partial<TextStyle>;
  readonly glue?: Span['glue'];
}

/** A paragraph of one or more pieces; `style` over BODY. Its text is 10 pt, so that 1 em = 10 pt. */
export function paragraphOf(content: string | readonly Piece[], style: Partial<ParagraphStyle> = {}, looseness = 0): Paragraph {
  const full = { ...BODY, ...style };
  const pieces: readonly Piece[] = typeof content === 'string' ? [{ text: content }] : content;
  const spans: Span[] = [];
  let text = '';
  for (const piece of pieces) {
    const from = text.length;
    text += piece.text;
    if (text.length === from) continue;
    const own = piece.style === undefined ? full.text : { ...full.text, ...piece.style };
    spans.push({ from, to: text.length, style: own, source: { kind: 'text', at: from }, glue: piece.glue ?? null });
  }
  return { kind: 'paragraph', text, spans, style: full, looseness, breakBefore: false, heading: null };
}
