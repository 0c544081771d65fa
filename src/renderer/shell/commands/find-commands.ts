// Finding and replacing, in the menu 编辑.
import type { Workspace } from '../../session/workspace';
import { hasDocument, type Command } from '../command';

const canStep = (workspace: Workspace): boolean => hasDocument(workspace) && workspace.find.asked.get().text !== '';

export const FIND_COMMANDS: readonly Command[] = [
  { id: 'find', title: '查找…', menu: '编辑', shortcut: 'Ctrl+F', apart: true, enabled: hasDocument, run: (workspace) => workspace.find.open('find') },
  { id: 'replace', title: '替换…', menu: '编辑', shortcut: 'Ctrl+H', enabled: hasDocument, run: (workspace) => workspace.find.open('replace') },
  { id: 'find-next', title: '查找下一处', menu: '编辑', shortcut: 'F3', enabled: canStep, run: (workspace) => void workspace.find.step(1) },
  { id: 'find-previous', title: '查找上一处', menu: '编辑', shortcut: 'Shift+F3', enabled: canStep, run: (workspace) => void workspace.find.step(-1) },
];
