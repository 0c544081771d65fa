// The command of 承诺与结果, in the menu 校对.
import { dialogCommand, type Command } from '../shell/command';

/** Dialog id and command. */
export const PROMISES = 'promises';

export const PROMISES_COMMAND: Command = dialogCommand(PROMISES, '承诺与结果…', '校对', 'Ctrl+Shift+J');
