// Cuts a paragraph in two at a place in its text, for a page that must end at a
// stop. Both halves keep their sources, so that nothing downstream needs to know.
import type { Paragraph, ParagraphStyle, Span } from './flow';

const halves = new WeakMap<Paragraph, Map<number, readonly [Paragraph, Paragraph]>>();
const flush = new WeakMap<ParagraphStyle, ParagraphStyle>();

/**
 * The paragraph up to `offset` (exclusive) and from it on; the second half begins flush, for it is no new paragraph.
 * Splitting the same paragraph at the same place gives the same objects.
 * @throws RangeError where one half would be empty.
 */
export function splitParagraph(paragraph: Paragraph, offset: number): readonly [Paragraph, Paragraph] {
  if (offset <= 0 || offset >= paragraph.text.length) throw new RangeError(`cannot split ${paragraph.text.length} characters at ${offset}`);
  let byOffset = halves.get(paragraph);
  if (byOffset === undefined) halves.set(paragraph, (byOffset = new Map()));
  let pair = byOffset.get(offset);
  if (pair === undefined) {
    const { lead, ...rest } = paragraph;
    pair = [
      { ...rest, text: paragraph.text.slice(0, offset), spans: clip(paragraph.spans, 0, offset), ...(lead !== undefined && lead < offset ? { lead } : {}) },
      {
        ...rest, ...(lead !== undefined && lead > offset ? { lead: lead - offset } : {}), text: paragraph.text.slice(offset), spans: clip(paragraph.spans, offset, paragraph.text.length),
        style: flushed(paragraph.style), breakBefore: false, heading: null,
      },
    ];
    byOffset.set(offset, pair);
  }
  return pair;
}

function flushed(style: ParagraphStyle): ParagraphStyle {
  let made = flush.get(style);
  if (made === undefined) flush.set(style, (made = { ...style, indent: 0, linesBefore: 0 }));
  return made;
}

function clip(spans: readonly Span[], from: number, to: number): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    if (span.to <= from || span.from >= to) continue;
    const cut = Math.max(0, from - span.from);
    const source = span.source.kind === 'text' ? { kind: 'text' as const, at: span.source.at + cut } : span.source;
    out.push({ ...span, from: Math.max(span.from, from) - from, to: Math.min(span.to, to) - from, source });
  }
  return out;
}
