// What changes the package around the text: the meeting record. Its commands stand
// in 编辑 and 插入 behind those of the text itself.
import { shiftSection } from '../../structure/move-section';
import type { Workspace } from '../../session/workspace';
import { canEdit, dialogCommand, lowerCommand, onText, type Command } from '../command';

const hasSelection = (workspace: Workspace): boolean => canEdit(workspace) && workspace.texts.active?.view.state.selection.empty === false;

export const STRUCTURE_COMMANDS: readonly Command[] = [
  dialogCommand('meeting', '会议信息…', '编辑', 'Ctrl+Shift+M', { apart: true }),
  onText('section-up', '上移一节', '编辑', 'Alt+Shift+ArrowUp', shiftSection(-1), { apart: true }),
  onText('section-down', '下移一节', '编辑', 'Alt+Shift+ArrowDown', shiftSection(1)),
  dialogCommand('comment', '批注…', '插入', 'Ctrl+Alt+M', { apart: true, enabled: hasSelection }),
  lowerCommand('comments', '批注', null),
];
