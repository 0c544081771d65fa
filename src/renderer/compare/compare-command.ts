// The command of 两稿对比, in the menu 文件 beside 稿次.
import { dialogCommand, type Command } from '../shell/command';

/** Dialog id and command; `compare:ID` begins with that version. */
export const COMPARE = 'compare';

export const COMPARE_COMMANDS: readonly Command[] = [dialogCommand(COMPARE, '两稿对比…', '文件', 'Ctrl+Alt+D')];
