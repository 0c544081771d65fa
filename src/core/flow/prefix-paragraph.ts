// A generated label in front of a paragraph: （上接第一版） opens the continuation
// of a jump (N-20). The text behind it keeps its sources.
import type { Paragraph, ParagraphStyle, TextStyle } from './flow';

const made = new WeakMap<Paragraph, Map<string, Paragraph>>();

/** The paragraph with `label` before its text, in `labelStyle`, set in `style` (its own where it begins a paragraph). Same input, same object. */
export function prefixParagraph(paragraph: Paragraph, label: string, what: string, labelStyle: TextStyle, style: ParagraphStyle): Paragraph {
  let byLabel = made.get(paragraph);
  if (byLabel === undefined) made.set(paragraph, (byLabel = new Map()));
  let prefixed = byLabel.get(label);
  if (prefixed === undefined || prefixed.style !== style) {
    const by = label.length;
    prefixed = {
      ...paragraph,
      style,
      text: label + paragraph.text,
      ...(paragraph.lead === undefined ? {} : { lead: paragraph.lead + by }),
      spans: [
        { from: 0, to: by, style: labelStyle, source: { kind: 'generated', what }, glue: null },
        ...paragraph.spans.map((span) => ({ ...span, from: span.from + by, to: span.to + by })),
      ],
    };
    byLabel.set(label, prefixed);
  }
  return prefixed;
}
