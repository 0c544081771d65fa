// Words taken from last year's text or a reference into this year's, under the mark
// `taken` that says from where: at the caret, or as a paragraph of their own.
import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import { emptyFieldText, renderField } from '../../core/model/fields';
import { numberHeadings } from '../../core/model/numbering';
import type { Version } from '../../core/model/package';
import { type FieldAttrs, schema } from '../../core/model/schema';
import { changedPieces } from '../../core/report/compare/change-list';
import { LABEL } from '../editor/text-view';
import type { Workspace } from '../session/workspace';

/** Puts a sentence at the caret of the text in hand, behind the sentence that the caret stands in; false where there is none that may be changed. */
export function takeSentence({ texts }: Workspace, text: string, source: string): boolean {
  const view = texts.active?.view;
  if (view === undefined || !view.editable || texts.composing) return false;
  const { tr, selection } = view.state;
  if (selection.empty) tr.setSelection(TextSelection.create(tr.doc, betweenSentences(selection.$from, text)));
  tr.replaceSelectionWith(schema.text(text, [schema.marks.taken.create({ source })]), false);
  view.dispatch(tr.setMeta(LABEL, '取用参考资料').scrollIntoView());
  view.focus();
  return true;
}

/** Ends of a sentence, with the marks that close it. */
const SENTENCE_END = /[。！？；](?:[”’）》]*)/g;

/** Where a sentence that was taken goes: at the caret where that stands between two, or where what is taken is none; else behind the one in hand. */
export function betweenSentences({ parent, parentOffset, pos }: Pick<ResolvedPos, 'parent' | 'parentOffset' | 'pos'>, taken: string): number {
  if (!/[。！？；][”’）》]*$/.test(taken) || !parent.isTextblock) return pos;
  const whole = parent.textBetween(0, parent.content.size, '', '\ufffc');
  const ends = [0, ...[...whole.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)];
  // Behind the last stop there may be words that are not ended yet: there a sentence is being written.
  const end = ends.find((at) => at >= parentOffset);
  return end === undefined ? pos : pos + end - parentOffset;
}

/** Marks that belong to the text they stood in, not to the words. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(['comment', 'inserted', 'deleted', 'taken', 'phrase', 'doubt']);

/** Last year's block of those words as a block for now: its notes, its lead and faces come along, values of last year's record as what they were. A plain paragraph where no block reads so. */
export function blockTaken({ articles, meeting }: Pick<Version, 'articles' | 'meeting'>, words: string, source: string): Node {
  const taken = schema.marks.taken.create({ source });
  for (const { doc } of articles) {
    const labels = numberHeadings(doc);
    for (const [index, block] of doc.children.entries()) {
      const read = block.isTextblock ? changedPieces(block, meeting).map(({ text }) => text).join('') : null;
      // One that is gone is shown with its number, which is made anew where it is put.
      if (read === null || (read !== words && (labels[index] ?? '') + read !== words)) continue;
      const content = block.children.map((inline: Node): Node => {
        const marks = taken.addToSet(inline.marks.filter(({ type }) => !LEFT_BEHIND.has(type.name)));
        if (inline.type.name !== 'field') return inline.mark(marks);
        const { path, form } = inline.attrs as FieldAttrs;
        return schema.text(renderField(path, form, meeting) ?? emptyFieldText(path), marks);
      });
      return block.type.create({ ...block.attrs, adjust: null }, Fragment.fromArray(content));
    }
  }
  return schema.nodes.paragraph.create(null, schema.text(words, [taken]));
}

/** Puts a block behind the block of that index (−1: before all) of an article on screen; false where it is not. */
export function takeParagraph({ texts }: Workspace, article: string, behind: number, block: Node): boolean {
  const view = texts.of({ article, field: null })?.view;
  if (view === undefined || !view.editable || texts.composing) return false;
  const { doc, tr } = view.state;
  const at = doc.children.slice(0, behind + 1).reduce((sum: number, before: Node) => sum + before.nodeSize, 0);
  tr.insert(at, block);
  tr.setSelection(TextSelection.create(tr.doc, at + 1));
  view.dispatch(tr.setMeta(LABEL, '取回去年的一段').scrollIntoView());
  view.focus();
  return true;
}
