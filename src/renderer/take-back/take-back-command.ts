// The command of 取回 Word 改稿, in the menu 文件.
import { canEdit, dialogCommand, hasDocument, type Command } from '../shell/command';

/** Dialog id and command. */
export const TAKE_BACK = 'take-back';

export const TAKE_BACK_COMMANDS: readonly Command[] = [
  dialogCommand(TAKE_BACK, '取回 Word 改稿…', '文件', 'Ctrl+Alt+Shift+F', { enabled: (workspace) => hasDocument(workspace) && canEdit(workspace) }),
];
