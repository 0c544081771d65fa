// The menus 插入 and 格式: what a command does to the text that has the caret.
import { toggleMark } from 'prosemirror-commands';
import type { Command as TextCommand } from 'prosemirror-state';
import { placeholderText } from '../../../core/model/placeholder';
import { schema } from '../../../core/model/schema';
import { PLACEHOLDER_TYPES } from '../../editor/placeholder-types';
import { insertPlaceholder, isAtLevel, setBody, setHeading, shiftLevel, toggleOmit, toggleTheme } from '../../editor/text-commands';
import type { Workspace } from '../../session/workspace';
import { onText, type Command } from '../command';

/** A mark that no letter typed later should have: it needs a selection. */
function onSelection(command: TextCommand): TextCommand {
  return (state, dispatch, view) => !state.selection.empty && command(state, dispatch, view);
}

function atLevel(level: number | null): (workspace: Workspace) => boolean {
  return (workspace) => {
    const view = workspace.texts.active?.view;
    return view !== undefined && isAtLevel(view.state, level);
  };
}

/** Whether what is typed next, or all of the selection, has the mark 加粗. */
function isStrong(workspace: Workspace): boolean {
  const state = workspace.texts.active?.view.state;
  if (state === undefined) return false;
  const { from, to, empty, $from } = state.selection;
  const { strong } = schema.marks;
  if (empty) return strong.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, strong);
}

export const WRITING_COMMANDS: readonly Command[] = [
  ...PLACEHOLDER_TYPES.map((type, index) => onText(`placeholder-${type}`, `待填 ${placeholderText(type, null)}`, '插入', `Ctrl+Alt+Shift+${index + 1}`, insertPlaceholder(type), { fields: true })),
  onText('doubt', '存疑（待核）', '插入', 'Ctrl+Alt+Q', onSelection(toggleMark(schema.marks.doubt)), { apart: true, fields: true }),

  onText('body', '正文', '格式', 'Ctrl+Alt+0', setBody, { checked: atLevel(null) }),
  ...[1, 2, 3].map((level) =>
    onText(`heading-${level}`, ['', '一级标题', '二级标题', '三级标题'][level] ?? '', '格式', `Ctrl+Alt+${level}`, setHeading(level), { checked: atLevel(level) }),
  ),
  onText('theme', '段首主题句', '格式', 'Ctrl+Alt+4', toggleTheme, { checked: atLevel(5) }),
  onText('promote', '升级', '格式', 'Alt+Shift+ArrowLeft', shiftLevel(-1), { apart: true }),
  onText('demote', '降级', '格式', 'Alt+Shift+ArrowRight', shiftLevel(1)),
  onText('strong', '加粗', '格式', 'Ctrl+B', toggleMark(schema.marks.strong), { apart: true, fields: true, checked: isStrong }),
  onText('omit-newspaper', '见报略', '格式', 'Ctrl+Alt+N', toggleOmit('newspaper'), { apart: true }),
  onText('omit-speech', '宣读略', '格式', 'Ctrl+Alt+X', toggleOmit('speech')),
];
