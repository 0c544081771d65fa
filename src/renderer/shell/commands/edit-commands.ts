// The menu 编辑: undo and the clipboard.
import { selectAll } from 'prosemirror-commands';
import { expectPlainPaste } from '../../paste/paste-plugin';
import type { Workspace } from '../../session/workspace';
import { dialogCommand, type Command } from '../command';

const hasLabel = (workspace: Workspace, which: 'undoLabel' | 'redoLabel'): boolean => (workspace.session.get()?.state.get()[which] ?? null) !== null;

function clipboard(id: string, title: string, shortcut: string, action: 'cut' | 'copy' | 'paste' | 'pastePlain', apart = false): Command {
  return {
    id, title, menu: '编辑', shortcut, apart, native: true,
    enabled: (workspace) => workspace.texts.active !== null && !workspace.texts.composing,
    run(workspace) {
      const view = workspace.texts.active?.view;
      view?.focus();
      if (action === 'pastePlain' && view !== undefined) expectPlainPaste(view);
      void workspace.api.clipboard(action);
    },
  };
}

export const EDIT_COMMANDS: readonly Command[] = [
  {
    id: 'undo', title: '撤销', menu: '编辑', shortcut: 'Ctrl+Z',
    enabled: (workspace) => hasLabel(workspace, 'undoLabel') && !workspace.texts.composing,
    run: (workspace) => workspace.undo(),
  },
  {
    id: 'redo', title: '恢复', menu: '编辑', shortcut: 'Ctrl+Y',
    enabled: (workspace) => hasLabel(workspace, 'redoLabel') && !workspace.texts.composing,
    run: (workspace) => workspace.redo(),
  },
  dialogCommand('history', '撤销历史…', '编辑', 'Ctrl+Alt+U'),
  clipboard('cut', '剪切', 'Ctrl+X', 'cut', true),
  clipboard('copy', '复制', 'Ctrl+C', 'copy'),
  clipboard('paste', '粘贴', 'Ctrl+V', 'paste'),
  clipboard('paste-plain', '粘贴为纯文本', 'Ctrl+Shift+V', 'pastePlain'),
  {
    // The text that has the caret: an article, or one line of its head. The keys are ProseMirror's own.
    id: 'select-all', title: '全选', menu: '编辑', shortcut: 'Ctrl+A', native: true,
    enabled: (workspace) => workspace.texts.active !== null && !workspace.texts.composing,
    run(workspace) {
      const view = workspace.texts.active?.view;
      if (view === undefined) return;
      selectAll(view.state, view.dispatch);
      view.focus();
    },
  },
];
