// The text blocks of a top-level block: itself, or the paragraphs of a table's cells.
// Places count their offsets on over the cells, one position between two (COMMANDS).
import type { Node } from 'prosemirror-model';

/**
 * Calls `visit` for each, in order. `base`: offset in the top-level block at which its text begins; `inside`: document
 * positions from before the top-level block to before its first character.
 */
export function eachTextblock(block: Node, visit: (textblock: Node, base: number, inside: number) => void): void {
  if (block.isTextblock) {
    visit(block, 0, 1);
    return;
  }
  let base = 0;
  block.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    visit(node, base, pos + 2);
    base += node.content.size + 1;
    return false;
  });
}
