// What changes the package around the text: the meeting record. Its commands stand
// in 编辑 and 插入 behind those of the text itself.
import { dialogCommand, type Command } from '../command';

export const STRUCTURE_COMMANDS: readonly Command[] = [
  dialogCommand('meeting', '会议信息…', '编辑', 'Ctrl+Shift+M', { apart: true }),
];
