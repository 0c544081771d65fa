// The command of 排版台, in the menu 版式.
import { dialogCommand, hasDocument, type Command } from '../shell/command';
import { shownPaper } from '../paper/shown-paper';

/** Dialog id and command. */
export const MAKEUP = 'makeup';

export const MAKEUP_COMMAND: Command = dialogCommand(MAKEUP, '排版台…', '版式', 'Alt+4', { enabled: (workspace) => hasDocument(workspace) && shownPaper(workspace) !== null });
