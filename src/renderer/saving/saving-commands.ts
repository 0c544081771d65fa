// 文件: recovery, backups, the switch of autosave.
import { always, type Command } from '../shell/command';

export const SAVING_COMMANDS: readonly Command[] = [
  {
    id: 'recover', title: '恢复上次的稿子…', menu: '文件', shortcut: 'Ctrl+Alt+R', apart: true,
    enabled: (workspace) => workspace.saving.recoveries.get().length > 0,
    run: (workspace) => workspace.dialog.set('recover'),
  },
  { id: 'backups', title: '历史备份…', menu: '文件', shortcut: 'Ctrl+Alt+H', enabled: always, run: (workspace) => workspace.dialog.set('backups') },
  {
    id: 'autosave', title: '自动保存', menu: '文件', shortcut: 'Ctrl+Alt+W', enabled: always,
    checked: (workspace) => workspace.saving.state.get()?.autosave === true,
    run: (workspace) => void workspace.saving.setAutosave(workspace.saving.state.get()?.autosave !== true),
  },
];
