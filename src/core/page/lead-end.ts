// Where a run-in head ends inside its paragraph. Its stop ends a heading, not a
// sentence: a frame that ends there, or before it, leaves a heading without its text
// (T-34). The flow knows it where the look sets it like its text (段首主题句 of a booklet
// or a speech); what a look sets apart at a paragraph's beginning counts as well.
import type { BlockContent, Paragraph } from '../flow/flow';

/** Offset behind the run-in head, or what else is set apart at the paragraph's beginning, with text behind it; 0: nothing is. */
export function leadEnd(paragraph: Paragraph): number {
  return Math.max(paragraph.lead ?? 0, shownEnd(paragraph));
}

/** The same of what is seen to be one: in another face or weight than its text. */
function shownEnd({ spans, style }: Paragraph): number {
  const rest = spans.findIndex((span) => span.style.role === style.text.role && span.style.embolden === style.text.embolden);
  return rest <= 0 ? 0 : spans[rest]!.from;
}

/** Characters of its text that a line ends with at the least to be more than a run-in head. */
const LEAST_TEXT = 4;

/** Offset up to which a frame that ends there leaves the run-in head alone: behind it there are some characters of its text, too few to be read as that; 0: it has none. */
export function leadAlone(paragraph: Paragraph): number {
  const end = leadEnd(paragraph);
  return end === 0 ? 0 : Math.min(end + LEAST_TEXT, paragraph.text.length) - 1;
}

/** Rows may stand above it for a foot to be level: a heading, or where none can take them a paragraph that is seen to begin with one (run-in). */
export function takesRows(content: BlockContent): boolean {
  return content.kind === 'paragraph' && (content.style.keepWithNext > 0 || shownEnd(content) > 0);
}
