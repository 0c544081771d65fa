// Words taken from last year's text or a reference into this year's, under the mark
// `taken` that says from where: at the caret, or as a paragraph of their own.
import type { Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import { schema } from '../../core/model/schema';
import { LABEL } from '../editor/text-view';
import type { Workspace } from '../session/workspace';

/** Puts a sentence at the caret of the text in hand; false where there is none that may be changed. */
export function takeSentence({ texts }: Workspace, text: string, source: string): boolean {
  const view = texts.active?.view;
  if (view === undefined || !view.editable || texts.composing) return false;
  const { tr } = view.state;
  tr.replaceSelectionWith(schema.text(text, [schema.marks.taken.create({ source })]), false);
  view.dispatch(tr.setMeta(LABEL, '取用参考资料').scrollIntoView());
  view.focus();
  return true;
}

/** Puts a paragraph behind the block of that index (−1: before all) of an article on screen; false where it is not. */
export function takeParagraph({ texts }: Workspace, article: string, behind: number, text: string, source: string): boolean {
  const view = texts.of({ article, field: null })?.view;
  if (view === undefined || !view.editable || texts.composing) return false;
  const { doc, tr } = view.state;
  const at = doc.children.slice(0, behind + 1).reduce((sum: number, block: Node) => sum + block.nodeSize, 0);
  tr.insert(at, schema.nodes.paragraph.create(null, schema.text(text, [schema.marks.taken.create({ source })])));
  tr.setSelection(TextSelection.create(tr.doc, at + 1));
  view.dispatch(tr.setMeta(LABEL, '取回去年的一段').scrollIntoView());
  view.focus();
  return true;
}
