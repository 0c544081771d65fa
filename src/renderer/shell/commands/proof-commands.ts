// The menu 校对: the lists below the pages and the walk along what is open.
import { nextTask } from '../../editor/text-commands';
import { always, dialogCommand, lowerCommand, onText, type Command } from '../command';

export const PROOF_COMMANDS: readonly Command[] = [
  lowerCommand('findings', '版面提示', 'F7'),
  lowerCommand('tasks', '待办', 'Shift+F7'),
  { ...lowerCommand('questions', '疑问', 'Ctrl+F7'), enabled: (workspace) => (workspace.session.get()?.opened.questions.length ?? 0) > 0 },
  onText('next-task', '下一处待办', '校对', 'F8', nextTask, { apart: true, fields: true }),
  dialogCommand('counts', '字数与目标…', '校对', 'Ctrl+Shift+G', { apart: true }),
  dialogCommand('typing', '输入习惯…', '校对', 'Ctrl+Alt+I', { apart: true, enabled: always }),
];
