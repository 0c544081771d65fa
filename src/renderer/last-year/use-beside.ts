// The article in hand beside last year's: sent to a worker when typing has paused (never
// while an input method is at work, W20), so that no key waits for the comparison.
import { useEffect, useRef, useState } from 'react';
import type { Version } from '../../core/model/package';
import { articleToJson, versionToJson } from '../../core/model/package-json';
import type { Beside } from '../../core/report/compare/beside';
import { useSettled } from '../panels/use-settled';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { FromBeside, ToBeside } from './beside-messages';

export interface BesideNow {
  readonly article: string;
  readonly version: number;
  /** Blocks that the article had then. */
  readonly blocks: number;
  readonly beside: Beside;
}

/** null: not compared yet, or there is nothing to compare. */
export function useBeside(workspace: Workspace, session: DocumentSession, last: Version | null): BesideNow | null {
  const pkg = useSettled(workspace, session);
  const shown = useWatched(workspace.article);
  const [made, setMade] = useState<BesideNow | null>(null);
  const worker = useRef<Worker | null>(null);
  /** What was asked last. */
  const asked = useRef({ request: 0, article: '', version: 0, blocks: 0 });
  useEffect(() => {
    setMade(null);
    if (last === null) return;
    const one = new Worker(new URL('./beside-worker.ts', import.meta.url), { type: 'module' });
    one.onmessage = ({ data: { request, beside } }: MessageEvent<FromBeside>) => {
      const { article, version, blocks } = asked.current;
      if (request === asked.current.request) setMade(beside === null ? null : { article, version, blocks, beside });
    };
    one.postMessage({ kind: 'last', last: versionToJson(last) } satisfies ToBeside);
    worker.current = one;
    return () => {
      worker.current = null;
      one.terminate();
    };
  }, [last]);
  const article = pkg.articles.find(({ id }) => id === shown);
  const { meeting } = pkg;
  useEffect(() => {
    if (worker.current === null || article === undefined) return;
    asked.current = { request: asked.current.request + 1, article: article.id, version: session.version, blocks: article.doc.childCount };
    worker.current.postMessage({ kind: 'compare', request: asked.current.request, meeting, article: articleToJson(article) } satisfies ToBeside);
  }, [last, article, meeting, session]);
  return made?.article === shown ? made : null;
}
