// Every command of the window: its name, where it stands in the menu, its
// shortcut, when it can run and what it does. Menu bar, tool row and keyboard all
// read this table; the palette of a later issue will. Word's shortcuts where Word
// has one; never bound: what input methods take (W4).
import { toggleMark } from 'prosemirror-commands';
import type { Command as TextCommand } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../../core/model/schema';
import { placeholderText } from '../../core/model/placeholder';
import { PLACEHOLDER_TYPES } from '../editor/placeholder-types';
import { insertPlaceholder, isAtLevel, nextTask, setBody, setHeading, shiftLevel, toggleOmit, toggleTheme } from '../editor/text-commands';
import { LABEL } from '../editor/text-view';
import type { EditionKind } from '../../core/model/package';
import type { LowerPane, Zoom } from '../session/pane-layout';
import type { Workspace } from '../session/workspace';

export const MENUS = ['文件', '编辑', '插入', '格式', '校对', '版式', '查看', '帮助'] as const;
export type MenuName = (typeof MENUS)[number];

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly menu: MenuName;
  /** As the menu shows it: `Ctrl+Alt+1`; null for none. */
  readonly shortcut: string | null;
  /** A line above it in the menu. */
  readonly apart?: boolean;
  /** The browser does it by itself when the keys are pressed. */
  readonly native?: boolean;
  enabled(workspace: Workspace): boolean;
  /** A checked entry, or left out for a command that is not one. */
  checked?(workspace: Workspace): boolean;
  run(workspace: Workspace): void;
}

const always = (): boolean => true;
const hasLabel = (workspace: Workspace, which: 'undoLabel' | 'redoLabel'): boolean => (workspace.session.get()?.state.get()[which] ?? null) !== null;
const hasDocument = (workspace: Workspace): boolean => workspace.session.get() !== null;

/** A command on the text that has the caret; on deck fields too where `fields` says so. */
function onText(id: string, title: string, menu: MenuName, shortcut: string | null, command: TextCommand, extra: Partial<Command> & { fields?: boolean } = {}): Command {
  const { fields = false, ...rest } = extra;
  const viewOf = (workspace: Workspace): EditorView | null => {
    const view = workspace.active?.view;
    if (view === undefined || !view.editable || workspace.composing) return null;
    return fields || workspace.caret.get()?.field === null ? view : null;
  };
  return {
    id, title, menu, shortcut, ...rest,
    enabled(workspace) {
      const view = viewOf(workspace);
      return view !== null && command(view.state);
    },
    run(workspace) {
      const view = viewOf(workspace);
      if (view === null) return;
      command(view.state, (tr) => view.dispatch(tr.setMeta(LABEL, title)), view);
      view.focus();
    },
  };
}

/** A mark that no letter typed later should have: it needs a selection. */
function onSelection(command: TextCommand): TextCommand {
  return (state, dispatch, view) => !state.selection.empty && command(state, dispatch, view);
}

function atLevel(level: number | null): (workspace: Workspace) => boolean {
  return (workspace) => {
    const view = workspace.active?.view;
    return view !== undefined && isAtLevel(view.state, level);
  };
}

const EDITIONS = [['booklet', '单行本'], ['newspaper', '报纸'], ['speech', '大字稿']] as const;

function editionCommand(kind: EditionKind, title: string): Command {
  const first = (workspace: Workspace): string | null => workspace.session.get()?.pkg.editions.find((edition) => edition.kind === kind)?.id ?? null;
  return {
    id: `edition-${kind}`, title, menu: '版式', shortcut: null,
    enabled: (workspace) => first(workspace) !== null,
    checked: (workspace) => workspace.session.get()?.pkg.editions.find(({ id }) => id === workspace.edition.get())?.kind === kind,
    run(workspace) {
      const id = first(workspace);
      if (id !== null) workspace.chooseEdition(id);
    },
  };
}

function zoomCommand(zoom: Zoom, title: string, apart = false): Command {
  return {
    id: `zoom-${zoom}`, title, menu: '查看', shortcut: null, apart, enabled: hasDocument,
    checked: (workspace) => workspace.panes.layout.get().zoom === zoom,
    run: (workspace) => workspace.panes.change({ zoom }),
  };
}

function lowerCommand(lower: LowerPane, title: string, shortcut: string | null): Command {
  return {
    id: lower, title, menu: '校对', shortcut, enabled: hasDocument,
    checked: (workspace) => workspace.panes.layout.get().lower === lower,
    run: (workspace) => workspace.panes.change({ lower, pagesFolded: false }),
  };
}

function clipboard(id: string, title: string, shortcut: string, action: 'cut' | 'copy' | 'paste' | 'pastePlain', apart = false): Command {
  return {
    id, title, menu: '编辑', shortcut, apart, native: true,
    enabled: (workspace) => workspace.active !== null && !workspace.composing,
    run(workspace) {
      workspace.active?.view.focus();
      void workspace.api.clipboard(action);
    },
  };
}

export const COMMANDS: readonly Command[] = [
  { id: 'open', title: '打开…', menu: '文件', shortcut: 'Ctrl+O', enabled: always, run: (workspace) => void workspace.open() },
  { id: 'save', title: '保存', menu: '文件', shortcut: 'Ctrl+S', apart: true, enabled: hasDocument, run: (workspace) => void workspace.save(false) },
  { id: 'save-as', title: '另存为…', menu: '文件', shortcut: 'F12', enabled: hasDocument, run: (workspace) => void workspace.save(true) },
  {
    id: 'export', title: '导出 PDF…', menu: '文件', shortcut: 'Ctrl+Shift+E', apart: true,
    enabled: (workspace) => hasDocument(workspace) && workspace.edition.get() !== null && workspace.task.get() === null,
    run: (workspace) => void workspace.exportPdf(),
  },
  { id: 'quit', title: '退出', menu: '文件', shortcut: 'Ctrl+Q', apart: true, enabled: always, run: (workspace) => void workspace.api.quit() },

  {
    id: 'undo', title: '撤销', menu: '编辑', shortcut: 'Ctrl+Z',
    enabled: (workspace) => hasLabel(workspace, 'undoLabel') && !workspace.composing,
    run: (workspace) => workspace.undo(),
  },
  {
    id: 'redo', title: '恢复', menu: '编辑', shortcut: 'Ctrl+Y',
    enabled: (workspace) => hasLabel(workspace, 'redoLabel') && !workspace.composing,
    run: (workspace) => workspace.redo(),
  },
  clipboard('cut', '剪切', 'Ctrl+X', 'cut', true),
  clipboard('copy', '复制', 'Ctrl+C', 'copy'),
  clipboard('paste', '粘贴', 'Ctrl+V', 'paste'),
  clipboard('paste-plain', '粘贴为纯文本', 'Ctrl+Shift+V', 'pastePlain'),

  ...PLACEHOLDER_TYPES.map((type) => onText(`placeholder-${type}`, `待填 ${placeholderText(type, null)}`, '插入', null, insertPlaceholder(type), { fields: true })),
  onText('doubt', '存疑（待核）', '插入', 'Ctrl+Alt+Q', onSelection(toggleMark(schema.marks.doubt)), { apart: true, fields: true }),

  onText('body', '正文', '格式', 'Ctrl+Alt+0', setBody, { checked: atLevel(null) }),
  ...[1, 2, 3].map((level) =>
    onText(`heading-${level}`, ['', '一级标题', '二级标题', '三级标题'][level] ?? '', '格式', `Ctrl+Alt+${level}`, setHeading(level), { checked: atLevel(level) }),
  ),
  onText('theme', '段首主题句', '格式', 'Ctrl+Alt+4', toggleTheme, { checked: atLevel(5) }),
  onText('promote', '升级', '格式', 'Alt+Shift+ArrowLeft', shiftLevel(-1), { apart: true }),
  onText('demote', '降级', '格式', 'Alt+Shift+ArrowRight', shiftLevel(1)),
  onText('strong', '加粗', '格式', 'Ctrl+B', toggleMark(schema.marks.strong), { apart: true, fields: true }),
  onText('omit-newspaper', '见报略', '格式', null, toggleOmit('newspaper'), { apart: true }),
  onText('omit-speech', '宣读略', '格式', null, toggleOmit('speech')),

  lowerCommand('findings', '版面提示', 'F7'),
  lowerCommand('tasks', '待办', null),
  { ...lowerCommand('questions', '疑问', null), enabled: (workspace) => (workspace.session.get()?.opened.questions.length ?? 0) > 0 },
  onText('next-task', '下一处待办', '校对', 'F8', nextTask, { apart: true, fields: true }),

  ...EDITIONS.map(([kind, title]) => editionCommand(kind, title)),

  zoomCommand('width', '适合宽度'),
  zoomCommand('page', '整页'),
  zoomCommand('true', '实际大小'),
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
    run: (workspace) => workspace.panes.change({ swapped: !workspace.panes.layout.get().swapped }),
  },
  { id: 'full-screen', title: '全屏', menu: '查看', shortcut: 'F11', apart: true, enabled: always, run: (workspace) => void workspace.api.toggleFullScreen() },

  { id: 'about', title: '关于版心', menu: '帮助', shortcut: null, enabled: always, run: (workspace) => workspace.about() },
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
