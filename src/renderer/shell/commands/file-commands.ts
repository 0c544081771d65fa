// The menu 文件.
import { always, hasDocument, type Command } from '../command';

export const FILE_COMMANDS: readonly Command[] = [
  { id: 'open', title: '打开…', menu: '文件', shortcut: 'Ctrl+O', enabled: always, run: (workspace) => void workspace.files.open() },
  { id: 'save', title: '保存', menu: '文件', shortcut: 'Ctrl+S', apart: true, enabled: hasDocument, run: (workspace) => void workspace.files.save(false) },
  { id: 'save-as', title: '另存为…', menu: '文件', shortcut: 'F12', enabled: hasDocument, run: (workspace) => void workspace.files.save(true) },
  {
    id: 'export', title: '导出 PDF…', menu: '文件', shortcut: 'Ctrl+Shift+E', apart: true,
    enabled: (workspace) => hasDocument(workspace) && workspace.edition.get() !== null && workspace.files.task.get() === null,
    run: (workspace) => void workspace.files.exportPdf(),
  },
];

/** At the end of the menu, after all that others add to it. */
export const QUIT: Command = { id: 'quit', title: '退出', menu: '文件', shortcut: 'Ctrl+Q', apart: true, enabled: always, run: (workspace) => void workspace.api.quit() };
