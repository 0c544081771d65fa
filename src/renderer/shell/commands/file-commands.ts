// The menu 文件.
import type { TextFormat } from '../../../ipc/printing';
import { always, hasDocument, type Command } from '../command';

/** Writes the texts of the edition shown in another format. */
function textCommand(id: string, title: string, shortcut: string, format: TextFormat, extra: Partial<Command> = {}): Command {
  return {
    id, title, menu: '文件', shortcut, ...extra,
    enabled: (workspace) => hasDocument(workspace) && workspace.edition.get() !== null && workspace.files.task.get() === null,
    run: (workspace) => void workspace.files.exportText(format),
  };
}

const OTHERS = { sub: '导出其他格式' };

export const FILE_COMMANDS: readonly Command[] = [
  { id: 'open', title: '打开…', menu: '文件', shortcut: 'Ctrl+O', enabled: always, run: (workspace) => void workspace.files.open() },
  { id: 'save', title: '保存', menu: '文件', shortcut: 'Ctrl+S', apart: true, enabled: hasDocument, run: (workspace) => void workspace.files.save(false) },
  { id: 'save-as', title: '另存为…', menu: '文件', shortcut: 'F12', enabled: hasDocument, run: (workspace) => void workspace.files.save(true) },
  {
    id: 'export', title: '导出 PDF…', menu: '文件', shortcut: 'Ctrl+Shift+E', apart: true,
    enabled: (workspace) => hasDocument(workspace) && workspace.edition.get() !== null && workspace.files.task.get() === null,
    run: (workspace) => void workspace.files.exportPdf(),
  },
  textCommand('export-word', '另存为 Word…', 'Ctrl+Shift+S', 'docx'),
  textCommand('export-text', '导出文本…', 'Ctrl+Alt+Shift+S', 'txt', OTHERS),
  textCommand('export-text-gb18030', '导出文本（GB18030，旧系统用）…', 'Ctrl+Alt+Shift+G', 'txt-gb18030', OTHERS),
  textCommand('export-page', '导出网页…', 'Ctrl+Alt+Shift+A', 'html', OTHERS),
];

/** At the end of the menu, after all that others add to it. */
export const QUIT: Command = { id: 'quit', title: '退出', menu: '文件', shortcut: 'Ctrl+Q', apart: true, enabled: always, run: (workspace) => void workspace.api.quit() };
