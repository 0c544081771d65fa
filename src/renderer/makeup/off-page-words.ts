// A block that was moved or pulled off the page: the make-up's own reason says only that
// something would stand there; here which block, at which side, and what to do instead.
import { quoted } from '../../core/model/quote';
import type { DeskAct } from '../../core/makeup/hand/hand-act';

/** How the reason of a layout ends that is not inside the type area (layout.ts). */
const OFF = '排到了版心外';

/** The reason in words for who made the act; any other reason as it is. Of others that were pushed it says nothing. */
export function offPageWords(reason: string, act: DeskAct, name: string): string {
  if (!reason.endsWith(OFF)) return reason;
  if (act.kind === 'move' && act.giveWay !== true) {
    if (act.columns > 0) return `${quoted(name)}再往右移就出了版心：要靠右先收窄（Shift+←）`;
    if (act.rows > 0) return `${quoted(name)}再往下移就出了版心：要往下先减高（Shift+↑），或按 Ctrl+Alt+PageDown 移到下一版`;
    return `${quoted(name)}已经在最${act.columns < 0 ? '左' : '上'}边了，再移就出了版心`;
  }
  if (act.kind === 'pull' && act.giveWay === undefined) {
    const { left, right, top, bottom } = act.edges;
    const side = right > 0 ? '右' : left > 0 ? '左' : bottom > 0 ? '下' : top > 0 ? '上' : '';
    if (side !== '') return `${quoted(name)}${side}边已经到了版心边上，不能再加${side === '右' || side === '左' ? '宽' : '高'}：先往另一边移，再拉`;
  }
  return reason;
}
