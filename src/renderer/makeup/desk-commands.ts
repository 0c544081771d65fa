// The window's commands while 排版台 is open: what is about the paper or the file works there
// too, a dialog in the desk's place with the desk back after it; what is about a text says
// where it is used. No shortcut is without an answer.
import type { Workspace } from '../session/workspace';
import type { Command } from '../shell/command';
import { shortcutText } from '../shell/shortcut-text';
import { leaveFor } from './leave-for';
import type { MakeupDesk } from './makeup-desk';

/** Their dialogs open in the desk's place, and the desk comes back. */
const DIALOGS: ReadonlySet<string> = new Set(['paper', 'edition', 'meeting', 'history', 'counts', 'print', 'stage', 'notices', 'shortcuts']);
/** They need no text before them. */
const IN_PLACE: ReadonlySet<string> = new Set(['save-as', 'export', 'export-word', 'export-text', 'export-text-gb18030', 'export-page', 'export-all', 'send-to-paper-gb18030', 'new-window', 'next-window', 'close-window', 'quit']);

/** Runs a command of the window from the desk, or says why it does not. */
export function deskCommand(command: Command, workspace: Workspace, desk: MakeupDesk): void {
  const { id, title, shortcut } = command;
  const name = title.replace(/…$/u, '');
  if (!DIALOGS.has(id) && !IN_PLACE.has(id)) desk.said.set(`“${name}”在稿件里用：先按 Esc 回到稿件${shortcut === null ? '' : `，再按 ${shortcutText(shortcut)}`}。`);
  else if (!command.enabled(workspace)) desk.said.set(`“${name}”现在用不了。`);
  else if (IN_PLACE.has(id)) command.run(workspace);
  else leaveFor(workspace, () => command.run(workspace), desk.selected.get()?.article ?? null);
}
