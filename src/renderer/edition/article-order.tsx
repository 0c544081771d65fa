// Which articles an edition prints, in which order: a box each to tick, the ticked ones
// first in their order. 上移 and 下移 beside each, Alt+↑ Alt+↓ on the box.
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Package } from '../../core/model/package';
import { quoted } from '../../core/model/quote';
import { articleNames } from '../panels/article-names';

interface ArticleOrderProps {
  readonly pkg: Package;
  readonly chosen: readonly string[];
  readonly change: (chosen: readonly string[]) => void;
}

export function ArticleOrder({ pkg, chosen, change }: ArticleOrderProps) {
  const list = useRef<HTMLUListElement>(null);
  /** Row that was moved by a key: the browser takes the focus from an element that it moves. */
  const moved = useRef<string | null>(null);
  useEffect(() => {
    if (moved.current !== null) list.current?.querySelector<HTMLElement>(`[data-article="${CSS.escape(moved.current)}"] input`)?.focus();
    moved.current = null;
  }, [chosen]);
  const names = articleNames(pkg.articles, pkg.meeting);
  const nameOf = (id: string): string => names[pkg.articles.findIndex((article) => article.id === id)] ?? '';
  const others = pkg.articles.map(({ id }) => id).filter((id) => !chosen.includes(id));
  const move = (id: string, by: 1 | -1): void => {
    const from = chosen.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= chosen.length) return;
    moved.current = id;
    change(chosen.toSpliced(from, 1).toSpliced(to, 0, id));
  };
  const onKey = (event: KeyboardEvent, id: string): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <ul ref={list} className="article-order" aria-labelledby="edition-articles">
      {[...chosen, ...others].map((id) => {
        const at = chosen.indexOf(id);
        return (
          <li key={id} data-article={id}>
            <label title={nameOf(id)}>
              <input
                type="checkbox"
                checked={at >= 0}
                onKeyDown={(event) => onKey(event, id)}
                onChange={(event) => change(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
              />
              <span>{nameOf(id)}</span>
            </label>
            {at >= 0 && chosen.length > 1 && (
              <>
                <button type="button" className="button small" disabled={at === 0} aria-label={`上移${quoted(nameOf(id))}`} onClick={() => move(id, -1)}>上移</button>
                <button type="button" className="button small" disabled={at === chosen.length - 1} aria-label={`下移${quoted(nameOf(id))}`} onClick={() => move(id, 1)}>下移</button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
