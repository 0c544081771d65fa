// The commands of importing, in the menus 文件 and 查看.
import { always, hasDocument, type Command } from '../shell/command';

/** The menu beside 文件 of what came in before. */
export const LAST_IMPORT = '上次的导入';

export const IMPORT_COMMANDS: readonly Command[] = [
  { id: 'import', title: '导入文本…', menu: '文件', shortcut: 'Ctrl+Shift+O', apart: true, enabled: always, run: (workspace) => void workspace.imports.choose() },
  {
    id: 'import-back', title: '回到导入审阅…', menu: '文件', sub: LAST_IMPORT, shortcut: 'Ctrl+Alt+Shift+O', enabled: (workspace) => workspace.imports.review.get() !== null,
    run: (workspace) => workspace.imports.goBack(),
  },
  {
    id: 'import-resume', title: '接着上次的导入审阅…', menu: '文件', sub: LAST_IMPORT, shortcut: 'Ctrl+Alt+Shift+V', enabled: (workspace) => workspace.imports.kept.get().length > 0,
    run: (workspace) => void workspace.imports.resume(workspace.imports.kept.get()[0]?.id ?? ''),
  },
  {
    id: 'import-original', title: '导入原文', menu: '查看', shortcut: 'Ctrl+Alt+Shift+Y', enabled: (workspace) => hasDocument(workspace) && workspace.imports.hasOriginal(),
    checked: (workspace) => workspace.imports.originalShown.get(),
    run: (workspace) => workspace.imports.toggleOriginal(),
  },
];
