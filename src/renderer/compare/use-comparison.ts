// Two texts compared in a worker, so that the window answers while it is done: how far it
// is, what came of it, and giving it up. Another choice of texts ends what was under way.
import { useEffect, useState } from 'react';
import type { Edition, Package } from '../../core/model/package';
import { articleFromJson, articleToJson } from '../../core/model/package-json';
import type { ChangeList } from '../../core/report/compare/change-list';
import { namesOf, redlinePackage, type Redlined } from '../../core/report/compare/redline-package';
import type { Joined } from '../../core/report/compare/redline';
import { type ComparedText, shortTitle } from './compared-texts';
import type { FromCompare, TextJson, ToCompare } from './compare-messages';

export interface ComparedNow {
  readonly was: ComparedText;
  readonly now: ComparedText;
  readonly joined: Joined;
  readonly edition: Edition;
  readonly red: Redlined;
  readonly list: ChangeList;
  readonly verbatim: readonly string[];
}

export type ComparisonState =
  | { readonly kind: 'nothing' }
  /** Done, 0–1. */
  | { readonly kind: 'working'; readonly done: number }
  | { readonly kind: 'givenUp' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'compared'; readonly compared: ComparedNow };

export interface Comparing {
  readonly state: ComparisonState;
  readonly giveUp: () => void;
  readonly again: () => void;
}

const NOTHING: ComparisonState = { kind: 'nothing' };

/** Compares whenever one of the three is another; null: not chosen. */
export function useComparison(was: ComparedText | null, now: ComparedText | null, booklet: Edition | null): Comparing {
  const [state, setState] = useState<ComparisonState>(NOTHING);
  const [isWanted, want] = useState(true);
  useEffect(() => want(true), [was, now, booklet]);
  useEffect(() => {
    if (was === null || now === null || booklet === null) {
      setState(NOTHING);
      return;
    }
    if (!isWanted) {
      setState({ kind: 'givenUp' });
      return;
    }
    setState({ kind: 'working', done: 0 });
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    const job = { was: was.pkg, now: now.pkg, from: shortTitle(was), to: shortTitle(now), edition: editionFor(now.pkg, booklet), at: localMinute() };
    worker.onmessage = ({ data }: MessageEvent<FromCompare>) => {
      if (data.kind === 'progress') {
        setState({ kind: 'working', done: data.done });
        return;
      }
      worker.terminate();
      const joined = { old: data.old, articles: data.articles.map(articleFromJson), numbers: data.numbers };
      setState({ kind: 'compared', compared: { was, now, joined, edition: job.edition, red: redlinePackage(job, joined), list: data.list, verbatim: data.verbatim } });
    };
    worker.onerror = ({ message }) => setState({ kind: 'failed', message });
    worker.postMessage({ was: jsonOf(was.pkg), now: jsonOf(now.pkg), names: namesOf(job) } satisfies ToCompare);
    return () => worker.terminate();
  }, [was, now, booklet, isWanted]);
  return { state, giveUp: () => want(false), again: () => want(true) };
}

const jsonOf = ({ meeting, articles }: Package): TextJson => ({ meeting, articles: articles.map(articleToJson) });

/** The booklet of the open package sets them; the reports of a package that it does not know stand in for its own. */
function editionFor({ articles }: Package, booklet: Edition): Edition {
  const known = new Set(articles.map(({ id }) => id));
  const own = booklet.articles.filter((id) => known.has(id));
  const reports = articles.filter(({ kind }) => kind === 'report');
  return { ...booklet, articles: own.length > 0 ? own : (reports.length > 0 ? reports : articles.slice(0, 1)).map(({ id }) => id) };
}

function localMinute(): string {
  const moment = new Date();
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
