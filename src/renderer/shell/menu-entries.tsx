// The entries of a menu, in groups with a hairline between them: the menu row's and the
// one at a right click are drawn alike. Entries that are seldom used stand in a menu of
// their own beside it, which opens by pointer, Enter or →, and closes by ← or Escape.
import { Fragment, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { shortcutText } from './shortcut-text';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  /** As a Command has it; null for none. */
  readonly shortcut: string | null;
  readonly enabled: boolean;
  /** Of an entry that can be checked. */
  readonly checked?: boolean | undefined;
  run(): void;
}

/** A menu beside the menu. */
export interface SubMenu {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

interface MenuEntriesProps {
  readonly groups: readonly (readonly (MenuEntry | SubMenu)[])[];
  /** Called for an entry that can run. */
  readonly choose: (entry: MenuEntry) => void;
}

export function MenuEntries({ groups, choose }: MenuEntriesProps) {
  return groups.filter((group) => group.length > 0).map((group, index) => (
    <Fragment key={group[0]?.id}>
      {index > 0 && <hr />}
      {group.map((entry) => ('entries' in entry ? <Beside key={entry.id} sub={entry} choose={choose} /> : <Entry key={entry.id} entry={entry} choose={choose} />))}
    </Fragment>
  ));
}

function Entry({ entry, choose }: { readonly entry: MenuEntry; readonly choose: (entry: MenuEntry) => void }) {
  return (
    <button
      type="button"
      className="plain"
      role={entry.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={entry.checked}
      aria-disabled={!entry.enabled}
      // The caret's text stays the one that the commands work on.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => entry.enabled && choose(entry)}
    >
      <span>{entry.title}</span>
      {entry.shortcut !== null && <kbd>{shortcutText(entry.shortcut)}</kbd>}
    </button>
  );
}

/** Left free at the window's edges, CSS pixels. */
const EDGE = 4;

function Beside({ sub, choose }: { readonly sub: SubMenu; readonly choose: (entry: MenuEntry) => void }) {
  const [open, setOpen] = useState<'pointer' | 'key' | null>(null);
  const head = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [from, element] = [head.current?.getBoundingClientRect(), box.current];
    if (open === null || from === undefined || element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const left = from.right + width + EDGE <= window.innerWidth ? from.right - EDGE : Math.max(EDGE, from.left - width + EDGE);
    element.style.left = `${left}px`;
    element.style.top = `${Math.max(EDGE, Math.min(from.top - EDGE, window.innerHeight - height - EDGE))}px`;
    if (open === 'key') element.querySelector('button')?.focus();
  }, [open]);
  const onKey = (event: KeyboardEvent): void => {
    if (open === null ? event.key !== 'ArrowRight' : event.key !== 'ArrowLeft' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(open === null ? 'key' : null);
    if (open !== null) head.current?.focus();
  };
  return (
    <div className="beside" role="none" onKeyDown={onKey} onPointerEnter={() => setOpen('pointer')} onPointerLeave={() => setOpen(null)}>
      <button
        ref={head}
        type="button"
        className="plain"
        role="menuitem"
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onPointerDown={(event) => event.preventDefault()}
        // Enter is a click without a pointer.
        onClick={(event) => setOpen(event.detail === 0 ? 'key' : 'pointer')}
      >
        <span>{sub.title}</span>
        <kbd aria-hidden>›</kbd>
      </button>
      {open !== null && (
        <div ref={box} className="popup" role="menu" aria-label={sub.title}>
          {sub.entries.map((entry) => <Entry key={entry.id} entry={entry} choose={choose} />)}
        </div>
      )}
    </div>
  );
}
