// The command of the 数字台账, in the menu 校对.
import { dialogCommand, type Command } from '../shell/command';

/** Dialog id and command. */
export const FIGURES = 'figures';

export const FIGURES_COMMAND: Command = dialogCommand(FIGURES, '数字台账…', '校对', 'Ctrl+Shift+D', { apart: true });
