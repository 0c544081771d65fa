// 字数 of the selection, once it has stood still for a moment, and never while an
// input method is at work (W20).
import { useEffect, useState } from 'react';
import { countWords } from '../panels/count-words';
import { leafText } from '../editor/field-atoms';
import type { Workspace } from '../session/workspace';

const PAUSE_MS = 150;

/** 0 for a caret. */
export function useSelectedWords(workspace: Workspace): number {
  const [words, setWords] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const count = (): void => {
      timer = null;
      const state = workspace.texts.active?.view.state;
      const meeting = workspace.session.get()?.pkg.meeting;
      if (workspace.texts.composing) return;
      if (state === undefined || meeting === undefined || state.selection.empty) setWords(0);
      else setWords(countWords(state.doc.textBetween(state.selection.from, state.selection.to, '\n', (leaf) => leafText(leaf, meeting))));
    };
    const arm = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(count, PAUSE_MS);
    };
    const unwatch = workspace.pulse.watch(arm);
    return () => {
      unwatch();
      if (timer !== null) clearTimeout(timer);
    };
  }, [workspace]);
  return words;
}
