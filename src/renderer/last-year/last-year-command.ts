// The command of 去年对照, in the menu 查看: shows last year's text and 参考资料 beside this
// year's, or puts them away.
import { hasDocument, type Command } from '../shell/command';
import type { Workspace } from '../session/workspace';

/** Shows the pane or puts it away. */
export function toggleLastYear({ lastYearShown, imports, panes }: Workspace): void {
  lastYearShown.set(!lastYearShown.get());
  if (!lastYearShown.get()) return;
  // Both would stand in one place.
  imports.originalShown.set(false);
  panes.change({ pagesFolded: false });
}

export const LAST_YEAR_COMMANDS: readonly Command[] = [
  { id: 'last-year', title: '去年对照', menu: '查看', shortcut: 'Ctrl+Alt+Y', enabled: hasDocument, checked: ({ lastYearShown }) => lastYearShown.get(), run: toggleLastYear },
];
