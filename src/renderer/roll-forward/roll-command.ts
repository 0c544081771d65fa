// The command of 从去年的报告开始, the first of the menu 文件.
import { always, dialogCommand, type Command } from '../shell/command';

/** Dialog id and command. */
export const ROLL_FORWARD = 'roll-forward';

export const ROLL_FORWARD_COMMAND: Command = dialogCommand(ROLL_FORWARD, '从去年的报告开始…', '文件', 'Ctrl+Shift+N', { enabled: always });
