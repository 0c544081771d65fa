// What layout says about words of the text, marked where they stand: an underline
// drawn beside the document (CSS Custom Highlight), so that an input method at work
// in it is not disturbed (W20). Wavy for 错, dotted for 疑: not by colour alone (W8).
import { useEffect } from 'react';
import type { Diagnostic, TextPlace } from '../../core/diagnostic';
import type { FieldPath } from '../../core/model/package';
import { positionOf } from '../editor/places';
import type { ScreenTexts } from '../session/screen-texts';
import type { Workspace } from '../session/workspace';
import { MOST_ENTRIES } from './lower-list';

const NAMES = { error: 'finding-error', warning: 'finding-warning' } as const;
/** Changes of the pages are marked when they pause. */
const PAUSE_MS = 300;

/** Keeps the marks of the article on screen as the pages say. */
export function useFindingMarks(workspace: Workspace): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const after = (pause: number): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => {
        timer = null;
        const pages = workspace.feed.pages.get();
        // The pages are older than the text, or letters stand open in it: they are marked with the next ones.
        if (workspace.texts.composing || (pages !== null && pages.version < (workspace.session.get()?.version ?? 0))) return;
        mark(pages?.diagnostics ?? [], workspace.texts);
      }, pause);
    };
    const later = (): void => after(PAUSE_MS);
    later();
    // A text that comes on screen (改稿 opened again over the same pages) has its marks at once, with the others that come with it.
    const unwatch = [workspace.feed.pages.watch(later), workspace.article.watch(later), workspace.texts.entered.watch(() => after(0))];
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const stop of unwatch) stop();
      for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
    };
  }, [workspace]);
}

function mark(diagnostics: readonly Diagnostic[], texts: ScreenTexts): void {
  for (const severity of ['error', 'warning'] as const) {
    const ranges = diagnostics
      .filter((diagnostic) => diagnostic.severity === severity)
      .slice(0, MOST_ENTRIES)
      .map(({ at }) => (at === null || 'page' in at ? null : rangeOf(at, texts)))
      .filter((range) => range !== null);
    if (ranges.length === 0) CSS.highlights.delete(NAMES[severity]);
    else CSS.highlights.set(NAMES[severity], new Highlight(...ranges));
  }
}

/** The words of a place on screen; null where they are not. */
export function rangeOf({ article, field, block, from, to }: TextPlace, texts: ScreenTexts): Range | null {
  const view = texts.of({ article, field: field as FieldPath | null })?.view;
  if (view === undefined || to <= from) return null;
  const [start, end] = [positionOf(view.state.doc, { block: block ?? 0, offset: from }), positionOf(view.state.doc, { block: block ?? 0, offset: to })];
  if (start === null || end === null || end <= start) return null;
  const range = document.createRange();
  const [first, last] = [view.domAtPos(start, 1), view.domAtPos(end, -1)];
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}
