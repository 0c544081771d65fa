// The entries of a menu, in groups with a hairline between them: the menu row's and the
// one at a right click are drawn alike.
import { Fragment } from 'react';
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

interface MenuEntriesProps {
  readonly groups: readonly (readonly MenuEntry[])[];
  /** Called for an entry that can run. */
  readonly choose: (entry: MenuEntry) => void;
}

export function MenuEntries({ groups, choose }: MenuEntriesProps) {
  return groups.filter((group) => group.length > 0).map((group, index) => (
    <Fragment key={group[0]?.id}>
      {index > 0 && <hr />}
      {group.map((entry) => (
        <button
          key={entry.id}
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
      ))}
    </Fragment>
  ));
}
