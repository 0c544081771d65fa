// Faults of the setting, marked on the page where they stand (W32): a tick at the
// line's left edge with its word. What layout says is asked for its places when
// changes pause: no key waits for it.
import { useEffect, useState } from 'react';
import type { Diagnostic, Severity } from '../../core/diagnostic';
import type { Rect } from '../../core/geometry';
import { MOST_ENTRIES } from '../panels/lower-list';
import type { Workspace } from '../session/workspace';

export interface PageMark {
  readonly severity: Severity;
  readonly message: string;
  /** Of the line, pt. */
  readonly rect: Rect;
}

export const NO_MARKS: readonly PageMark[] = [];

const PAUSE_MS = 300;

/** The page says it itself, in brackets (〔数字：待填〕): no fault of its setting, and a new draft is full of them. A doubt is not seen on it. */
function isPrinted({ code, at }: Diagnostic): boolean {
  return code === 'field-empty' || (code === 'placeholder-open' && at !== null && 'excerpt' in at && at.excerpt.includes('：待填〕'));
}
const WORDS: Readonly<Record<Severity, string>> = { error: '错', warning: '疑', info: '注' };

const NOWHERE_ELSE = (): boolean => false;

/** Marks by page index; the arrays of pages whose marks did not change stay the same. `isElsewhere`, the same function each time: what a view draws itself. */
export function useMarks(workspace: Workspace, isElsewhere: (diagnostic: Diagnostic) => boolean = NOWHERE_ELSE): ReadonlyMap<number, readonly PageMark[]> {
  const [marks, setMarks] = useState<ReadonlyMap<number, readonly PageMark[]>>(new Map());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const pages = workspace.feed.pages.get();
      const told = (pages?.diagnostics ?? []).filter((diagnostic) => diagnostic.severity !== 'info' && diagnostic.at !== null && !isPrinted(diagnostic) && !isElsewhere(diagnostic)).slice(0, MOST_ENTRIES);
      const places = told.length === 0 ? [] : await workspace.feed.placesOf(told.map(({ at }) => at));
      if (isWanted && workspace.feed.pages.get() === pages) setMarks((old) => kept(old, byPage(told, places)));
    };
    const later = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE_MS);
    };
    later();
    const unwatch = workspace.feed.pages.watch(later);
    return () => {
      isWanted = false;
      if (timer !== null) clearTimeout(timer);
      unwatch();
    };
  }, [workspace, isElsewhere]);
  return marks;
}

function byPage(told: readonly Diagnostic[], places: readonly ({ readonly page: number; readonly rect: Rect } | null)[]): Map<number, readonly PageMark[]> {
  const marks = new Map<number, PageMark[]>();
  for (const [index, { severity, message }] of told.entries()) {
    const place = places[index];
    if (place === undefined || place === null) continue;
    const ofPage = marks.get(place.page);
    const mark = { severity, message, rect: place.rect };
    if (ofPage === undefined) marks.set(place.page, [mark]);
    else ofPage.push(mark);
  }
  return marks;
}

function kept(old: ReadonlyMap<number, readonly PageMark[]>, next: Map<number, readonly PageMark[]>): ReadonlyMap<number, readonly PageMark[]> {
  for (const [page, marks] of next) {
    const before = old.get(page);
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(marks)) next.set(page, before);
  }
  return next;
}

/** Beside the line, pt. */
const ASIDE = 5;

/** Below this many CSS pixels a line is too low for a word; the tick alone is drawn. */
const WORD_FROM = 11;

export function Mark({ mark, scale }: { readonly mark: PageMark; readonly scale: number }) {
  const { rect, severity, message } = mark;
  const height = rect.height * scale;
  return (
    // The list below the pages says the same to who cannot see it.
    <span className={`mark ${severity}`} aria-hidden="true" title={message} style={{ left: (rect.x - ASIDE) * scale, top: rect.y * scale, height }}>
      {height >= WORD_FROM ? <b>{WORDS[severity]}</b> : null}
    </span>
  );
}
