// Puts pasted blocks where the selection is, so that each arrives as what it is: a
// heading never runs into the sentence before it, an empty paragraph gives way, and
// what stood behind the caret stays behind the last word. One transaction.
import type { Fragment, Node } from 'prosemirror-model';
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { schema, type ParagraphAttrs } from '../../core/model/schema';
import { clearCells } from '../structure/table-commands';

const { paragraph, table, hard_break: hardBreak } = schema.nodes;

/** Body text, which runs together with body text beside it. */
function isPlain(node: Node): boolean {
  return node.type === paragraph && (node.attrs as ParagraphAttrs).head === null;
}

/** The transaction; null where nothing is to be put in. */
export function insertBlocks(state: EditorState, blocks: readonly Node[]): Transaction | null {
  const [only] = blocks;
  if (only === undefined) return null;
  const tr = state.tr;
  if (!clearCells(tr)) tr.deleteSelection();
  const { $from } = tr.selection;
  const { parent, depth } = $from;
  if (!parent.isTextblock) return null;
  if (depth !== 1) return insertInline(tr, blocks);
  const head = parent.content.cut(0, $from.parentOffset);
  const tail = parent.content.cut($from.parentOffset);
  const isEmpty = parent.content.size === 0;
  if (blocks.length === 1 && isPlain(only) && !(isEmpty && isPlain(parent))) return insertInline(tr, blocks);

  const out: Node[] = [];
  blocks.forEach((block, i) => {
    if (i === 0 && head.size > 0) {
      if (isPlain(block)) {
        out.push(parent.copy(head.append(block.content)));
        return;
      }
      out.push(parent.copy(head));
    }
    out.push(block);
  });
  // Where the last word is, counted from the end of what is put in.
  let behind = tail.size;
  const last = out.at(-1);
  if (tail.size > 0 || last?.type === table) {
    const rest = withoutLead(tail);
    if (last !== undefined && isPlain(last) && last.type === paragraph) out[out.length - 1] = last.copy(last.content.append(rest));
    else {
      out.push(paragraph.create(null, rest));
      // Behind a table there is nowhere else for the caret.
      behind = rest.size + (last?.type === table ? 0 : 2);
    }
  }
  const from = $from.before();
  tr.replaceWith(from, $from.after(), out);
  const end = from + out.reduce((sum, node) => sum + node.nodeSize, 0) - 1 - behind;
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)).scrollIntoView();
}

/** The tail of a run-in heading's paragraph has no head of its own. */
function withoutLead(content: Fragment): Fragment {
  let out = content;
  content.forEach((node, _offset, index) => {
    const marks = schema.marks.lead.removeFromSet(node.marks);
    if (marks !== node.marks) out = out.replaceChild(index, node.mark(marks));
  });
  return out;
}

/** Into a line of text (a cell, a sentence): the words alone, a line break between paragraphs. */
function insertInline(tr: Transaction, blocks: readonly Node[]): Transaction {
  const nodes: Node[] = [];
  const { lead } = schema.marks;
  const take = (block: Node): void => {
    if (!block.isTextblock) {
      block.forEach(take);
      return;
    }
    if (nodes.length > 0) nodes.push(hardBreak.create());
    block.forEach((node) => nodes.push(node.mark(lead.removeFromSet(node.marks))));
  };
  blocks.forEach(take);
  const { from } = tr.selection;
  const size = nodes.reduce((sum, node) => sum + node.nodeSize, 0);
  tr.replaceWith(from, tr.selection.to, nodes);
  return tr.setSelection(TextSelection.create(tr.doc, from + size)).setStoredMarks(null).scrollIntoView();
}
