// 文件: 导出全部, 打印 and its record, 稿次. 编辑: 转到, where Word has it.
import { dialogCommand, hasDocument, type Command } from '../shell/command';

/** Beside the other exports. */
export const EXPORT_ALL: Command = {
  id: 'export-all', title: '导出全部…', menu: '文件', shortcut: 'Ctrl+Alt+E',
  enabled: (workspace) => hasDocument(workspace) && workspace.files.task.get() === null,
  run: (workspace) => void workspace.files.exportAll(),
};

export const PRINT_COMMANDS: readonly Command[] = [
  dialogCommand('print', '打印…', '文件', 'Ctrl+P', { apart: true, enabled: (workspace) => hasDocument(workspace) && workspace.files.task.get() === null }),
  dialogCommand('print-record', '打印记录…', '文件', 'Ctrl+Alt+P'),
  { id: 'compare-print', title: '与上次打印相比…', menu: '文件', shortcut: 'Ctrl+Shift+P', enabled: hasDocument, run: (workspace) => workspace.dialog.set('print-record:last') },
  dialogCommand('stage', '稿次…', '文件', 'Ctrl+Alt+V', { apart: true }),
  dialogCommand('go-to', '转到…', '编辑', 'Ctrl+G', { apart: true }),
];
