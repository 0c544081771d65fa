// 目标字数 of sections (W17). A target is tied to its heading by the heading's words,
// for there are no block ids in the file (DESIGN); a heading that was reworded since
// keeps its target by its place, as long as no other target claims it.
import type { ArticleTargets, SectionTarget } from './package';

/** The target of each heading, in their order, or null. `headings`: their words, without numbers. */
export function sectionTargets(targets: ArticleTargets | undefined, headings: readonly string[]): readonly (number | null)[] {
  const found: (number | null)[] = headings.map(() => null);
  const left: SectionTarget[] = [];
  for (const target of targets?.sections ?? []) {
    // Of several headings of the same words the one nearest to where it was.
    const places = headings.flatMap((heading, at) => (heading === target.heading && found[at] === null ? [at] : []));
    const at = places.toSorted((a, b) => Math.abs(a - target.index) - Math.abs(b - target.index))[0];
    if (at === undefined) left.push(target);
    else found[at] = target.words;
  }
  for (const { index, words } of left) if (index < found.length && found[index] === null) found[index] = words;
  return found;
}

/** Targets with those of the headings as given (null: none). Targets of headings that are gone are let go. */
export function withSectionTargets(words: number | null, headings: readonly string[], targets: readonly (number | null)[]): ArticleTargets | null {
  const sections = headings.flatMap((heading, index): SectionTarget[] => {
    const target = targets[index] ?? null;
    return target === null ? [] : [{ heading, index, words: target }];
  });
  return words === null && sections.length === 0 ? null : { words, sections };
}
