// Shows hits in the text by the browser's own highlights (CSS Custom Highlight):
// ranges beside the document. No decoration and no node of the text changes, so
// that an input method at work in a hit cannot be disturbed (W20), and a thousand
// hits cost nothing when typing.
import type { Hit } from '../../core/model/find';
import type { ScreenTexts } from '../session/screen-texts';

/** More than this in one article are not marked one by one: the whole text would be yellow. */
const MOST_MARKED = 3000;

const NAMES = ['found', 'found-current'] as const;

/** Marks the hits that are on screen; `current` in its own colour. */
export function markHits(hits: readonly Hit[], current: Hit | null, texts: ScreenTexts): void {
  const ranges: Record<(typeof NAMES)[number], Range[]> = { found: [], 'found-current': [] };
  for (const hit of hits) {
    if (ranges.found.length >= MOST_MARKED && hit !== current) continue;
    const view = texts.of(hit)?.view;
    // The text is newer than the hit: it is found again when typing pauses.
    if (view === undefined || hit.to > view.state.doc.content.size) continue;
    const range = document.createRange();
    const [start, end] = [view.domAtPos(hit.from, 1), view.domAtPos(hit.to, -1)];
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    ranges[hit === current ? 'found-current' : 'found'].push(range);
  }
  for (const name of NAMES) {
    if (ranges[name].length === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, new Highlight(...ranges[name]));
  }
}

export function unmarkHits(): void {
  for (const name of NAMES) CSS.highlights.delete(name);
}
