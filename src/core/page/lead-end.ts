// Where a run-in head ends inside its paragraph. Its stop ends a heading, not a
// sentence: a frame that ends there, or before it, leaves a heading without its text
// (T-34). Told by the look alone, so that a theme sentence in its own face counts too.
import type { Paragraph } from '../flow/flow';

/** Offset behind the run-in head, or what else is set apart at the paragraph's beginning, with text behind it; 0: nothing is. */
export function leadEnd({ spans, style }: Paragraph): number {
  const rest = spans.findIndex((span) => span.style.role === style.text.role && span.style.embolden === style.text.embolden);
  return rest <= 0 ? 0 : spans[rest]!.from;
}
