// Keeps the titles in 改稿 parted into lines as the page has them: at once where they are open over
// the page as it is, after a key when the page is set anew. No key waits for it. In: the article, the
// page that its block stands on. Out: lines drawn in its fields (editor/printed-lines.ts).
import { useEffect } from 'react';
import { FIELD_PATHS } from '../../core/model/package';
import { type LineStart, printedLines } from '../editor/printed-lines';
import type { Workspace } from '../session/workspace';

/** Nothing is printed in more than one line. */
const ONE_LINE: readonly LineStart[] = [];

/** `page`: 版次. */
export function usePrintedLines(workspace: Workspace, article: string, page: number): void {
  useEffect(() => {
    const { feed, texts, session } = workspace;
    const draw = (): void => {
      const pages = feed.pages.get();
      // The text is newer, or letters stand open in it: its lines come with the next pages.
      if (pages === null || pages.version !== session.get()?.version || texts.composing) return;
      const own = (pages.madeUp?.titles ?? []).filter((title) => title.article === article);
      for (const field of FIELD_PATHS) {
        const text = texts.of({ article, field });
        if (text === null) continue;
        const lines = own.filter((title) => title.field === field);
        const tr = printedLines(text.view.state, (lines.find((title) => title.page === page) ?? lines[0])?.starts ?? ONE_LINE);
        if (tr !== null) text.view.dispatch(tr);
      }
    };
    draw();
    const unwatch = [feed.pages.watch(draw), texts.entered.watch(draw)];
    return () => {
      for (const stop of unwatch) stop();
    };
  }, [workspace, article, page]);
}
