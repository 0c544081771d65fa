// The menu 校对: the lists below the pages and the walk along what is open.
import { countTasks, goToNextTask } from '../../panels/task-list';
import type { Workspace } from '../../session/workspace';
import { always, dialogCommand, lowerCommand, type Command } from '../command';

const openTasks = (workspace: Workspace): number => {
  const session = workspace.session.get();
  return session === null ? 0 : countTasks(session.pkg);
};


export const PROOF_COMMANDS: readonly Command[] = [
  lowerCommand('findings', '版面提示', 'F7'),
  lowerCommand('tasks', '待办', 'Shift+F7'),
  { ...lowerCommand('questions', '疑问', 'Ctrl+F7'), enabled: (workspace) => (workspace.session.get()?.opened.questions.length ?? 0) > 0 },
  { id: 'next-task', title: '下一处待办', menu: '校对', shortcut: 'F8', apart: true, enabled: (workspace) => openTasks(workspace) > 0 && !workspace.texts.composing, run: goToNextTask },
  dialogCommand('counts', '字数与目标…', '校对', 'Ctrl+Shift+G', { apart: true }),
  dialogCommand('typing', '输入习惯…', '校对', 'Ctrl+Alt+I', { apart: true, enabled: always }),
];
