// Where a jump line （下转第N版） stands (N-20 (1)): at the right of the last line of its part
// where that leaves room, else on the row below it.
import type { Filled } from './fill-frame';

/** Whether the last line of a column `width` pt wide leaves a jump line its `wanted` pt. */
export function hasJumpRoom(last: Filled | undefined, width: number, wanted: number): boolean {
  const fragment = last?.fragments.at(-1);
  const line = fragment?.set.lines[fragment.end - 1];
  return line !== undefined && fragment?.block.content.kind !== 'table' && width - line.right >= wanted;
}
