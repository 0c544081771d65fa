// The menus 版式, 查看 and 帮助: which pages are shown, how large, and the panes.
import type { EditionKind } from '../../../core/model/package';
import type { Zoom } from '../../session/pane-layout';
import type { Workspace } from '../../session/workspace';
import { DIAGNOSTICS } from '../../support/diagnostics-command';
import { toggleFullScreen } from '../full-screen';
import { walkPanes } from '../walk-panes';
import { always, dialogCommand, hasDocument, type Command } from '../command';

const EDITIONS = [['booklet', '单行本', 'Alt+1'], ['newspaper', '报纸', 'Alt+2'], ['speech', '大字稿', 'Alt+3']] as const;

function editionCommand(kind: EditionKind, title: string, shortcut: string): Command {
  const first = (workspace: Workspace): string | null => workspace.session.get()?.pkg.editions.find((edition) => edition.kind === kind)?.id ?? null;
  return {
    id: `edition-${kind}`, title, menu: '版式', shortcut,
    enabled: (workspace) => first(workspace) !== null,
    checked: (workspace) => workspace.session.get()?.pkg.editions.find(({ id }) => id === workspace.edition.get())?.kind === kind,
    run(workspace) {
      const id = first(workspace);
      if (id !== null) workspace.chooseEdition(id);
    },
  };
}

function zoomCommand(zoom: Zoom, title: string, shortcut: string): Command {
  return {
    id: `zoom-${zoom}`, title, menu: '查看', shortcut, apart: zoom === 'width', enabled: hasDocument,
    checked: (workspace) => workspace.panes.layout.get().zoom === zoom,
    run: (workspace) => workspace.panes.change({ zoom }),
  };
}

async function nextWindow({ api, notices }: Workspace): Promise<void> {
  const answer = await api.nextWindow();
  if (answer.ok && !answer.value) notices.tell('said', '只开着这一个窗口。要同时看两份文稿包，用“查看 › 新建窗口”。');
}

export const VIEW_COMMANDS: readonly Command[] = [
  ...EDITIONS.map(([kind, title, shortcut]) => editionCommand(kind, title, shortcut)),

  zoomCommand('width', '适合宽度', 'Ctrl+Shift+1'),
  zoomCommand('page', '整页', 'Ctrl+Shift+2'),
  zoomCommand('true', '实际大小', 'Ctrl+Shift+3'),
  {
    id: 'two-up', title: '双页并排', menu: '查看', shortcut: 'Ctrl+Shift+4', enabled: hasDocument,
    checked: (workspace) => workspace.panes.layout.get().twoUp,
    run: (workspace) => workspace.panes.change({ twoUp: !workspace.panes.layout.get().twoUp }),
  },
  {
    id: 'fold-nav', title: '左栏', menu: '查看', shortcut: 'Ctrl+Alt+[', apart: true, enabled: hasDocument,
    checked: (workspace) => !workspace.panes.layout.get().navFolded,
    run: (workspace) => workspace.panes.change({ navFolded: !workspace.panes.layout.get().navFolded }),
  },
  {
    id: 'fold-pages', title: '版面', menu: '查看', shortcut: 'Ctrl+Alt+]', enabled: hasDocument,
    checked: (workspace) => !workspace.panes.layout.get().pagesFolded,
    run: (workspace) => workspace.panes.change({ pagesFolded: !workspace.panes.layout.get().pagesFolded }),
  },
  {
    id: 'swap', title: '对调写作区与版面的宽度', menu: '查看', shortcut: 'F9', enabled: hasDocument,
    checked: (workspace) => workspace.panes.layout.get().swapped,
    run(workspace) {
      workspace.panes.change({ swapped: !workspace.panes.layout.get().swapped });
      workspace.texts.active?.showCaret();
    },
  },
  { id: 'next-pane', title: '下一栏', menu: '查看', shortcut: 'F6', enabled: hasDocument, run: (workspace) => walkPanes(workspace, 1) },
  { id: 'previous-pane', title: '上一栏', menu: '查看', shortcut: 'Shift+F6', enabled: hasDocument, run: (workspace) => walkPanes(workspace, -1) },
  { id: 'full-screen', title: '全屏写作', menu: '查看', shortcut: 'F11', enabled: always, run: toggleFullScreen },
  { id: 'new-window', title: '新建窗口', menu: '查看', shortcut: 'Ctrl+Alt+O', apart: true, enabled: always, run: (workspace) => void workspace.api.newWindow() },
  { id: 'next-window', title: '下一个窗口', menu: '查看', shortcut: 'Ctrl+F6', enabled: always, run: (workspace) => void nextWindow(workspace) },
  { id: 'close-window', title: '关闭窗口', menu: '查看', shortcut: 'Ctrl+W', enabled: always, run: (workspace) => void workspace.api.closeWindow() },
  dialogCommand('notices', '通知…', '查看', 'Ctrl+Alt+J', { enabled: always, apart: true }),
  { id: 'larger', title: '界面放大', menu: '查看', shortcut: 'Ctrl+=', apart: true, enabled: always, run: (workspace) => void workspace.api.zoomWindow(1) },
  { id: 'smaller', title: '界面缩小', menu: '查看', shortcut: 'Ctrl+-', enabled: always, run: (workspace) => void workspace.api.zoomWindow(-1) },
  { id: 'true-size', title: '界面原大小', menu: '查看', shortcut: 'Ctrl+Shift+0', enabled: always, run: (workspace) => void workspace.api.zoomWindow(0) },

  dialogCommand('palette', '命令面板…', '帮助', 'Ctrl+K', { enabled: always }),
  dialogCommand('shortcuts', '快捷键', '帮助', 'F1', { enabled: always }),
  DIAGNOSTICS,
  { id: 'about', title: '关于版心', menu: '帮助', shortcut: 'Shift+F1', enabled: always, run: (workspace) => workspace.about() },
];
