// The command of Word files that came in, in the menu 文件.
import { LAST_IMPORT } from '../import-review/import-commands';
import { dialogCommand, type Command } from '../shell/command';

/** Dialog id and command of the import report. */
export const WORD_REPORT = 'word-report';

export const WORD_COMMANDS: readonly Command[] = [
  dialogCommand(WORD_REPORT, 'Word 导入报告…', '文件', 'Ctrl+Alt+Shift+W', { sub: LAST_IMPORT, enabled: (workspace) => workspace.session.get()?.opened.word !== undefined }),
];
