// Beginning from something: 新建 from a template, standard sections, set phrases.
import { checkPhrase } from '../../templates/insert-blocks';
import { canMakeNew } from '../../templates/new-dialog';
import { today } from '../../templates/today';
import { canEdit, dialogCommand, hasDocument, onText, type Command } from '../command';

/** The first of the menu 文件. */
export const NEW: Command = dialogCommand('new', '新建（模板）…', '文件', 'Ctrl+N', { enabled: canMakeNew });

/** Behind the commands of the text itself. */
export const TEMPLATE_COMMANDS: readonly Command[] = [
  dialogCommand('keep-template', '存为模板…', '文件', 'Ctrl+Shift+T', { enabled: hasDocument }),
  dialogCommand('section', '标准段落…', '插入', 'Ctrl+Alt+S', { apart: true, enabled: (workspace) => canEdit(workspace) && workspace.places.caret.get()?.field === null }),
  dialogCommand('phrases', '表述库…', '插入', 'Ctrl+Alt+B', { enabled: hasDocument }),
  onText('phrase-checked', '表述已核对', '校对', 'Ctrl+Alt+K', checkPhrase(today), { fields: true }),
];
