// This year's new words underlined in the text, drawn beside the document (CSS Custom
// Highlight), so that an input method at work in it is not disturbed (W20).
import { useEffect } from 'react';
import { rangeOf } from '../panels/finding-marks';
import type { Workspace } from '../session/workspace';
import type { BesideNow } from './use-beside';

const NAME = 'last-year-new';

/** Keeps the underlines of what was compared last; none where `made` is null or older than the text. */
export function useNewWords(workspace: Workspace, made: BesideNow | null): void {
  useEffect(() => {
    if (made === null || made.version !== workspace.session.get()?.version || workspace.texts.composing) return;
    const ranges = made.beside.rows.flatMap(({ block, fresh }) => fresh.map(({ from, to }) => rangeOf({ article: made.article, field: null, block, line: null, from, to, excerpt: '' }, workspace.texts))).filter((range) => range !== null);
    if (ranges.length > 0) CSS.highlights.set(NAME, new Highlight(...ranges));
    return () => {
      CSS.highlights.delete(NAME);
    };
  }, [workspace, made]);
}
