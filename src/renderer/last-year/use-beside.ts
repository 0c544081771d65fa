// The article in hand beside last year's, compared in an idle moment after typing has
// paused (never while an input method is at work, W20): no key waits for it.
import { useEffect, useState } from 'react';
import type { Version } from '../../core/model/package';
import { type Beside, besideLastYear } from '../../core/report/compare/beside';
import { useSettled } from '../panels/use-settled';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';

/** At most so long it waits for an idle moment, ms. */
const LATEST = 2000;

export interface BesideNow {
  readonly article: string;
  readonly version: number;
  readonly beside: Beside;
}

/** null: not compared yet, or there is nothing to compare. */
export function useBeside(workspace: Workspace, session: DocumentSession, last: Version | null): BesideNow | null {
  const pkg = useSettled(workspace, session);
  const article = useWatched(workspace.article);
  const [made, setMade] = useState<BesideNow | null>(null);
  useEffect(() => {
    if (last === null || article === null) {
      setMade(null);
      return;
    }
    const idle = requestIdleCallback(() => {
      const beside = besideLastYear(last, pkg, article);
      setMade(beside === null ? null : { article, version: session.version, beside });
    }, { timeout: LATEST });
    return () => cancelIdleCallback(idle);
  }, [last, pkg, article, session]);
  return made;
}
