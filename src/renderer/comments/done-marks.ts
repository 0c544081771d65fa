// Words whose 批注 is done, or whose thread is not in the package, are not marked in
// the text any more. By a style sheet that names them: the text itself is not drawn
// anew, so nothing happens under an input method.
import { useEffect } from 'react';
import type { DocumentSession } from '../session/document-session';

export function useDoneMarks(session: DocumentSession): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    let drawn: unknown = null;
    const draw = (): void => {
      const { comments } = session.pkg;
      if (comments === drawn) return;
      drawn = comments;
      const open = comments.filter(({ done }) => !done).map(({ id }) => `[data-comment="${CSS.escape(id)}"]`);
      sheet.replaceSync(open.length === 0 ? '' : `.ProseMirror :is(${open.join(',')}) { background: var(--comment); box-shadow: inset 0 -2px var(--edge); }`);
    };
    draw();
    const unwatch = session.state.watch(draw);
    return () => {
      unwatch();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [session]);
}
