// Where an article's numbering stopped and whether a line goes on from there: the surest
// sign of which article a piece belongs to. Levels 1 and 2 alone, for smaller numbers
// begin again under each heading.
import type { Draft, Page } from './drafts';
import type { LineFacts } from './line-facts';

/** Labels of level 1 and 2 in a draft's body: the last value of each. */
function lastValues(page: Page, draft: Draft): readonly [number, number] {
  let one = 0;
  let two = 0;
  for (const i of draft.body) {
    const { label, row } = page.lines[i] as LineFacts;
    if (label === null || row || label.level > 2) continue;
    if (label.level === 1) {
      one = label.value;
      two = 0;
    } else two = label.value;
  }
  return [one, two];
}

/** Would this line's label go on where the draft's numbering stopped? Levels 1 and 2. */
export function continuesNumbers(page: Page, draft: Draft, line: LineFacts): boolean {
  if (line.label === null || line.label.level > 2) return false;
  const [one, two] = lastValues(page, draft);
  return line.label.level === 1 ? one > 0 && line.label.value === one + 1 : two > 0 && line.label.value === two + 1;
}
