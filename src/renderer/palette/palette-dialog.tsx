// The command palette (W4): every command of the window, found by characters or by
// the initials of their pinyin, with its menu and its shortcut; what cannot run now
// is grey. Behind @ stand the articles and headings of the package. It reads what an
// input method still composes: bc typed into one is bc here.
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { Package } from '../../core/model/package';
import { articleNames } from '../panels/article-names';
import { outlineEntries } from '../panels/outline-entries';
import type { Workspace } from '../session/workspace';
import { COMMANDS } from '../shell/commands';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { shortcutText } from '../shell/shortcut-text';
import { fuzzyMatch } from './fuzzy-match';

interface Entry {
  readonly id: string;
  readonly title: string;
  /** Where it stands: a menu, an article. */
  readonly where: string;
  readonly shortcut: string | null;
  readonly enabled: boolean;
  readonly run: () => void;
}

/** More than this nobody reads. */
const MOST_SHOWN = 60;

function commandEntries(workspace: Workspace): readonly Entry[] {
  return COMMANDS.filter(({ id }) => id !== 'palette').map((command) => ({
    id: command.id,
    title: command.title,
    where: command.menu,
    shortcut: command.shortcut,
    enabled: command.enabled(workspace),
    run: () => {
      if (command.enabled(workspace)) command.run(workspace);
    },
  }));
}

function placeEntries(workspace: Workspace, pkg: Package): readonly Entry[] {
  const names = articleNames(pkg.articles, pkg.meeting);
  return pkg.articles.flatMap(({ id, doc }, index): Entry[] => {
    const name = names[index] ?? '';
    const go = (block: number) => () => workspace.places.goTo({ article: id, field: null, block, offset: 0 });
    const own: Entry = { id, title: name, where: '稿件', shortcut: null, enabled: true, run: go(0) };
    return [own, ...outlineEntries(doc, pkg.meeting).map(({ block, text }): Entry => ({ id: `${id} ${block}`, title: text, where: name, shortcut: null, enabled: true, run: go(block) }))];
  });
}

interface Shown {
  readonly entry: Entry;
  readonly at: readonly number[];
}

function matching(entries: readonly Entry[], query: string): readonly Shown[] {
  return entries
    .flatMap((entry): (Shown & { readonly score: number })[] => {
      const match = fuzzyMatch(query, entry.title);
      return match === null ? [] : [{ entry, at: match.at, score: match.score }];
    })
    .toSorted((a, b) => b.score - a.score || Number(b.entry.enabled) - Number(a.entry.enabled))
    .slice(0, MOST_SHOWN);
}

export const PaletteDialog: DialogContent = ({ workspace }) => {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  // What can run is what could when the palette was opened: nothing changes beneath it.
  const commands = useMemo(() => commandEntries(workspace), [workspace]);
  const pkg = workspace.session.get()?.pkg ?? null;
  const places = useMemo(() => (pkg === null ? [] : placeEntries(workspace, pkg)), [workspace, pkg]);
  const isPlace = query.startsWith('@');
  const shown = useMemo(() => matching(isPlace ? places : commands, isPlace ? query.slice(1) : query), [isPlace, places, commands, query]);
  const index = Math.min(active, shown.length - 1);

  const run = (entry: Entry | undefined): void => {
    if (entry === undefined || !entry.enabled) return;
    workspace.dialog.set(null);
    // Once the dialog is gone, and the caret has the focus again.
    requestAnimationFrame(entry.run);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(shown.length - 1, index + by));
    setActive(next);
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Dialog
      workspace={workspace}
      title="命令面板"
      onSubmit={() => run(shown[index]?.entry)}
      foot={<span className="rest">↑ ↓ 选择 · Enter 执行 · Esc 关闭 · 先打 @ 找稿件和标题</span>}
    >
      <div className="palette">
        <input
          type="text"
          role="combobox"
          aria-label="命令名或拼音首字母"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={shown.length === 0 ? undefined : `${list}-${index}`}
          placeholder="命令名，或拼音首字母：bc 是保存"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
          }}
          onKeyDown={onKey}
        />
        <ul id={list} role="listbox" aria-label="命令">
          {shown.map(({ entry, at }, place) => (
            <li
              key={entry.id}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === index}
              aria-disabled={!entry.enabled}
              onPointerMove={() => setActive(place)}
              onClick={() => run(entry)}
            >
              <span><Marked title={entry.title} at={at} /></span>
              <small>{entry.where}</small>
              <kbd>{entry.shortcut === null ? '' : shortcutText(entry.shortcut)}</kbd>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p className="quiet" role="status">{isPlace && pkg === null ? '没有打开文稿。' : '没有这样的命令。'}</p>}
      </div>
    </Dialog>
  );
};

/** A title with the characters that answered in bold. */
function Marked({ title, at }: { readonly title: string; readonly at: readonly number[] }) {
  const hit = new Set(at);
  return [...title].map((char, index) => (hit.has(index) ? <b key={index}>{char}</b> : char));
}
