// Every command of the window (W4). Menu bar, tool row, palette and keyboard all
// read this table; within a menu commands stand in its order. Word's shortcuts
// where Word has one; never bound: what input methods take.
import type { Command } from './command';
import { EDIT_COMMANDS } from './commands/edit-commands';
import { FILE_COMMANDS, QUIT } from './commands/file-commands';
import { LAYOUT_COMMANDS } from './commands/layout-commands';
import { MAKEUP_COMMAND } from '../makeup/makeup-command';
import { SEND_COMMANDS } from '../makeup/send-to-paper';
import { EDITION_COMMANDS } from '../edition/edition-command';
import { FIND_COMMANDS } from './commands/find-commands';
import { COMPARE_COMMANDS } from '../compare/compare-command';
import { IMPORT_COMMANDS } from '../import-review/import-commands';
import { FIGURES_COMMAND } from '../figures/figures-command';
import { LAST_YEAR_COMMANDS } from '../last-year/last-year-command';
import { PROMISES_COMMAND } from '../promises/promises-command';
import { ROLL_FORWARD_COMMAND } from '../roll-forward/roll-command';
import { TAKE_BACK_COMMANDS } from '../take-back/take-back-command';
import { WORD_COMMANDS } from '../word/word-commands';
import { EXPORT_ALL, PRINT_COMMANDS } from '../printing/print-commands';
import { SAVING_COMMANDS } from '../saving/saving-commands';
import { PROOF_COMMANDS } from './commands/proof-commands';
import { STRUCTURE_COMMANDS } from './commands/structure-commands';
import { NEW, TEMPLATE_COMMANDS } from './commands/template-commands';
import { VIEW_COMMANDS } from './commands/view-commands';
import { WRITING_COMMANDS } from './commands/writing-commands';

export const COMMANDS: readonly Command[] = [
  ROLL_FORWARD_COMMAND,
  NEW,
  ...FILE_COMMANDS,
  EXPORT_ALL,
  ...SEND_COMMANDS,
  ...IMPORT_COMMANDS,
  ...WORD_COMMANDS,
  ...TAKE_BACK_COMMANDS,
  ...EDIT_COMMANDS,
  ...FIND_COMMANDS,
  ...PRINT_COMMANDS,
  ...COMPARE_COMMANDS,
  ...LAST_YEAR_COMMANDS,
  ...SAVING_COMMANDS,
  ...WRITING_COMMANDS,
  ...PROOF_COMMANDS,
  FIGURES_COMMAND,
  PROMISES_COMMAND,
  ...STRUCTURE_COMMANDS,
  ...TEMPLATE_COMMANDS,
  ...VIEW_COMMANDS,
  MAKEUP_COMMAND,
  ...EDITION_COMMANDS,
  ...LAYOUT_COMMANDS,
  QUIT,
];

/** The command that a key press asks for, or null. While composing none does (W20). */
export function commandOf(event: KeyboardEvent): Command | null {
  if (event.isComposing || event.keyCode === 229) return null;
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey) parts.push('Shift');
  // Alt and Shift change `key` (on a Mac, or to a capital): the code of a digit or letter does not move.
  const code = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  parts.push(code ?? event.key);
  const pressed = parts.join('+');
  if (pressed === 'Ctrl+Shift+Z') return COMMANDS.find(({ id }) => id === 'redo') ?? null;
  return COMMANDS.find(({ shortcut, native }) => shortcut === pressed && native !== true) ?? null;
}
