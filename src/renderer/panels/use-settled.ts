// The package for counters, outline and lists: not at every key, but when typing
// has paused, and never while an input method is at work (W20).
import { useEffect, useState } from 'react';
import type { Package } from '../../core/model/package';
import type { DocumentSession } from '../session/document-session';
import type { Workspace } from '../session/workspace';

const PAUSE_MS = 150;

export function useSettled(workspace: Workspace, session: DocumentSession): Package {
  const [pkg, setPkg] = useState(session.pkg);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const settle = (): void => {
      timer = null;
      if (workspace.texts.composing) arm();
      else setPkg(session.pkg);
    };
    const arm = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(settle, PAUSE_MS);
    };
    const unwatch = session.state.watch(arm);
    setPkg(session.pkg);
    return () => {
      unwatch();
      if (timer !== null) clearTimeout(timer);
    };
  }, [workspace, session]);
  return pkg;
}
