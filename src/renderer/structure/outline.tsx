// 结构: the headings of the article shown. A click goes there, a section is dragged
// to another place (its numbers follow), what stands below a heading folds away.
// Keys: ↑ ↓ walk, ← → fold and unfold, Enter goes there.
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Node } from 'prosemirror-model';
import type { Package } from '../../core/model/package';
import { quoted } from '../../core/model/quote';
import { sectionTargets } from '../../core/model/targets';
import { LABEL } from '../editor/text-view';
import { entryAt, outlineEntries, type OutlineEntry } from '../panels/outline-entries';
import { useSelected } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { walkList } from '../shell/walk-list';
import { moveSection, sectionAt } from './move-section';
import { useSectionDrag } from './section-drag';

const CLASSES = ['part', 'part', 'deep', 'deeper', 'deeper'] as const;

interface OutlineProps {
  readonly workspace: Workspace;
  readonly pkg: Package;
  readonly shown: string | null;
}

export function Outline({ workspace, pkg, shown }: OutlineProps) {
  const doc = pkg.articles.find(({ id }) => id === shown)?.doc ?? null;
  const { meeting } = pkg;
  const entries = useMemo(() => (doc === null ? [] : outlineEntries(doc, meeting)), [doc, meeting]);
  const current = useSelected(workspace.places.caret, (caret) => (caret?.article === shown && caret.field === null ? entryAt(entries, caret.block) : -1));
  const ofArticle = shown === null ? undefined : pkg.targets?.[shown];
  const targets = useMemo(() => sectionTargets(ofArticle, entries.map(({ title }) => title)), [ofArticle, entries]);
  if (shown === null || doc === null || entries.length === 0) return <p className="quiet">没有标题</p>;
  return <Entries key={shown} workspace={workspace} article={shown} doc={doc} entries={entries} targets={targets} current={current} />;
}

interface EntriesProps {
  readonly workspace: Workspace;
  readonly article: string;
  readonly doc: Node;
  readonly entries: readonly OutlineEntry[];
  /** 目标字数 of each entry, or null. */
  readonly targets: readonly (number | null)[];
  /** Index of the entry of the caret. */
  readonly current: number;
}

/** What an entry is remembered by when it is folded: numbers change, its words mostly not. */
const nameOf = ({ level, title }: OutlineEntry): string => `${level} ${title}`;

/** The entries below another, up to the next of its level or above. */
function childrenOf(entries: readonly OutlineEntry[], index: number): number {
  const level = entries[index]?.level ?? 0;
  let end = index + 1;
  while (end < entries.length && (entries[end]?.level ?? 0) > level) end++;
  return end - index - 1;
}

/** Indexes of the entries that no fold hides. */
function visible(entries: readonly OutlineEntry[], folded: ReadonlySet<string>): readonly number[] {
  const out: number[] = [];
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    if (entry === undefined) continue;
    out.push(i);
    if (folded.has(nameOf(entry))) i += childrenOf(entries, i);
  }
  return out;
}

function Entries({ workspace, article, doc, entries, targets, current }: EntriesProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  const shown = visible(entries, folded);
  // The section of the caret may be folded away: then what holds it is marked.
  const marked = shown.findLast((index) => index <= current) ?? -1;

  const move = (block: number, place: number): void => {
    const view = workspace.texts.of({ article, field: null })?.view;
    // The list is a moment behind the text: what it says must still stand there.
    if (view === undefined || !view.editable || workspace.texts.composing || view.state.doc.childCount !== doc.childCount) return;
    const section = sectionAt(view.state.doc, block);
    const tr = section?.from === block ? moveSection(view.state, section, place) : null;
    if (tr === null) return;
    view.dispatch(tr.setMeta(LABEL, `移动${quoted(entries.find((entry) => entry.block === block)?.title ?? '')}`));
  };
  const drag = useSectionDrag(list, doc, move);

  const fold = (index: number, on: boolean): void => {
    const entry = entries[index];
    if (entry === undefined) return;
    const next = new Set(folded);
    if (on) next.add(nameOf(entry));
    else next.delete(nameOf(entry));
    setFolded(next);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (walkList(event, { among: 'button.entry' })) return;
    const index = Number((event.target as HTMLElement).closest('li')?.dataset['index'] ?? -1);
    if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || event.altKey || childrenOf(entries, index) === 0) return;
    fold(index, event.key === 'ArrowLeft');
    event.preventDefault();
  };
  return (
    <ul ref={list} className="list outline" onKeyDown={onKey} onPointerDown={drag.start}>
      {shown.map((index) => {
        const entry = entries[index];
        if (entry === undefined) return null;
        const isFolded = folded.has(nameOf(entry));
        const parts = childrenOf(entries, index);
        const target = targets[index] ?? null;
        return (
          <li key={entry.block} data-block={entry.block} data-level={entry.level} data-index={index} className={CLASSES[entry.level] ?? 'deeper'}>
            {parts > 0 && (
              <button
                type="button"
                className="plain fold"
                tabIndex={-1}
                aria-expanded={!isFolded}
                aria-label={`${isFolded ? '展开' : '折叠'}${quoted(entry.title)}`}
                onClick={() => fold(index, !isFolded)}
              >
                {isFolded ? '▸' : '▾'}
              </button>
            )}
            <button
              type="button"
              className="plain entry"
              aria-current={index === marked}
              title={`${entry.text}\n拖动可移动这一节（光标在节内时 Alt+Shift+↑ ↓）`}
              onClick={() => drag.isClick() && workspace.places.goTo({ article, field: null, block: entry.block, offset: 0 })}
            >
              <span>{entry.text}</span>
              <small>{entry.words.toLocaleString('zh-CN')}{target !== null && ` / ${target.toLocaleString('zh-CN')}`}</small>
            </button>
          </li>
        );
      })}
      {drag.line !== null && <li className="drop" aria-hidden="true" style={{ top: drag.line.top, left: drag.line.left }} />}
    </ul>
  );
}
