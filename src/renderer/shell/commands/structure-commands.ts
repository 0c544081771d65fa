// What gives a text its structure beside headings: the meeting record, sections that
// move, 批注, 名词解释, tables, and the faces that set words apart. In their menus
// they stand behind the commands of writing-commands.ts.
import { toggleMark } from 'prosemirror-commands';
import type { Command as TextCommand } from 'prosemirror-state';
import type { PackageChange } from '../../../core/model/change';
import { schema } from '../../../core/model/schema';
import type { DocumentSession } from '../../session/document-session';
import type { Workspace } from '../../session/workspace';
import { duplicateArticle, moveArticle } from '../../structure/article-changes';
import { shiftSection } from '../../structure/move-section';
import { addColumn, addRow, deleteColumn, deleteRow, deleteTable, insertTable } from '../../structure/table-commands';
import { canEdit, dialogCommand, lowerCommand, onText, type Command } from '../command';

const hasCaret = (workspace: Workspace): boolean => canEdit(workspace) && workspace.texts.active !== null;

/** In the article's text, where a command of the text could run. */
function inText(workspace: Workspace, command?: TextCommand): boolean {
  const view = workspace.texts.active?.view;
  return canEdit(workspace) && view !== undefined && workspace.places.caret.get()?.field === null && (command?.(view.state) ?? true);
}

/** A face or place above the line, on deck fields too. */
function markCommand(mark: 'kai' | 'hei' | 'superscript', title: string, shortcut: string | null, extra: Partial<Command> = {}): Command {
  return onText(mark, title, '格式', shortcut, toggleMark(schema.marks[mark]), {
    ...extra, fields: true,
    checked(workspace) {
      const state = workspace.texts.active?.view.state;
      if (state === undefined) return false;
      const { from, to, empty, $from } = state.selection;
      return empty ? schema.marks[mark].isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, schema.marks[mark]);
    },
  });
}

function change(session: DocumentSession, changes: readonly PackageChange[]): void {
  if (changes.length > 0) session.change(changes, '移动稿件');
}

/** A command on the article shown. */
function articleCommand(id: string, title: string, run: (workspace: Workspace, session: DocumentSession, article: string) => void, extra: Partial<Command> = {}): Command {
  return {
    id, title, menu: '编辑', shortcut: null, ...extra,
    enabled: (workspace) => canEdit(workspace) && workspace.article.get() !== null,
    run(workspace) {
      const [session, article] = [workspace.session.get(), workspace.article.get()];
      if (session !== null && article !== null) run(workspace, session, article);
    },
  };
}

export const STRUCTURE_COMMANDS: readonly Command[] = [
  dialogCommand('meeting', '会议信息…', '编辑', 'Ctrl+Shift+M', { apart: true }),
  onText('section-up', '上移一节', '编辑', 'Alt+Shift+ArrowUp', shiftSection(-1), { apart: true }),
  onText('section-down', '下移一节', '编辑', 'Alt+Shift+ArrowDown', shiftSection(1)),

  articleCommand('article', '稿件属性…', (workspace) => workspace.dialog.set('article'), { apart: true, shortcut: 'Ctrl+Alt+Shift+P' }),
  articleCommand('duplicate-article', '复制一篇', (workspace, session, id) => {
    const copy = crypto.randomUUID();
    session.change(duplicateArticle(session.pkg, id, copy), '复制稿件');
    workspace.article.set(copy);
  }, { shortcut: 'Ctrl+Alt+Shift+D' }),
  articleCommand('article-up', '稿件上移', (_, session, id) => change(session, moveArticle(session.pkg, id, -1)), { shortcut: 'Ctrl+Alt+PageUp' }),
  articleCommand('article-down', '稿件下移', (_, session, id) => change(session, moveArticle(session.pkg, id, 1)), { shortcut: 'Ctrl+Alt+PageDown' }),
  articleCommand('delete-article', '删除稿件…', (workspace) => workspace.dialog.set('delete-article'), { shortcut: 'Ctrl+Alt+Shift+X' }),

  dialogCommand('new-article', '新建稿件…', '插入', 'Ctrl+Alt+Shift+N', { apart: true, enabled: canEdit }),
  dialogCommand('field', '会议信息项…', '插入', 'Ctrl+Alt+Shift+M', { enabled: hasCaret }),
  dialogCommand('comment', '批注…', '插入', 'Ctrl+Alt+M', { apart: true, enabled: hasCaret }),
  dialogCommand('note', '名词解释…', '插入', 'Ctrl+Alt+F', { enabled: (workspace) => inText(workspace) }),
  dialogCommand('table', '表格…', '插入', 'Ctrl+Alt+Shift+T', { enabled: (workspace) => inText(workspace, insertTable(1, 1)) }),

  markCommand('kai', '楷体', 'Ctrl+Alt+Shift+K', { apart: true }),
  markCommand('hei', '黑体', 'Ctrl+Alt+Shift+H'),
  markCommand('superscript', '上标', 'Ctrl+Shift++'),
  onText('row-above', '在上方插入行', '格式', 'Ctrl+Alt+Shift+U', addRow(-1), { apart: true }),
  onText('row-below', '在下方插入行', '格式', 'Ctrl+Alt+Shift+J', addRow(1)),
  onText('column-left', '在左侧插入列', '格式', 'Ctrl+Alt+Shift+L', addColumn(-1)),
  onText('column-right', '在右侧插入列', '格式', 'Ctrl+Alt+Shift+R', addColumn(1)),
  onText('delete-row', '删除行', '格式', 'Ctrl+Alt+Shift+E', deleteRow),
  onText('delete-column', '删除列', '格式', 'Ctrl+Alt+Shift+C', deleteColumn),
  onText('delete-table', '删除表格', '格式', 'Ctrl+Alt+Shift+B', deleteTable),

  lowerCommand('comments', '批注', 'Alt+F7'),
  lowerCommand('notes', '名词', 'Ctrl+Shift+F7'),
];
