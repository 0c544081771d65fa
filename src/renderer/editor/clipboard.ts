// What leaves and enters by the clipboard. Copied text has its heading numbers
// once, as text for other programs (the drawn ones are in no selection), and
// placeholders in their outward form (W13). Pasting plain text makes a paragraph
// of each line. How other programs' HTML and text become an article: paste/.
import { Fragment, Slice, type Node } from 'prosemirror-model';
import type { EditorProps } from 'prosemirror-view';
import { schema } from '../../core/model/schema';
import { numberHeadings } from '../../core/model/numbering';
import type { Meeting } from '../../core/model/package';
import { OutwardSerializer, type OutwardLinks } from '../paste/outward-html';
import { leafText } from './field-atoms';

/** Text of a slice, a line a block. `labels`: number of each block of the slice, or null. */
function sliceText(slice: Slice, labels: readonly (string | null)[], meeting: Meeting): string {
  const lines: string[] = [];
  const textOf = (block: Node): string => block.textBetween(0, block.content.size, '\t', (leaf) => leafText(leaf, meeting));
  slice.content.forEach((block, _offset, index) => {
    // A row of a table is a line, its cells are parted by tabs.
    if (block.type === schema.nodes.table) block.forEach((row) => lines.push(textOf(row)));
    else lines.push((labels[index] ?? '') + textOf(block));
  });
  return lines.join('\n');
}

/** Labels of the top-level blocks from `from` to `to`. A heading of which only a part is taken leaves its number behind. */
function labelsBetween(doc: Node, from: number, to: number): readonly (string | null)[] {
  const [start, end] = [doc.resolve(from), doc.resolve(to)];
  const labels = numberHeadings(doc).slice(start.index(0), end.index(0) + 1);
  const isPart = start.depth > 0 && (start.parentOffset > 0 || (start.sameParent(end) && to < start.end()));
  return isPart ? [null, ...labels.slice(1)] : labels;
}

/** For an article's text. */
export function articleClipboard({ meeting, look }: OutwardLinks): EditorProps {
  const serializer = new OutwardSerializer({ meeting, look });
  return {
    clipboardSerializer: serializer,
    transformCopied(slice, view) {
      const { from, to } = view.state.selection;
      serializer.labels = labelsBetween(view.state.doc, from, to);
      return slice;
    },
    clipboardTextSerializer(slice, view) {
      const { from, to } = view.state.selection;
      return sliceText(slice, labelsBetween(view.state.doc, from, to), meeting());
    },
    clipboardTextParser(text) {
      const lines = text.split(/\r\n?|\n/).filter((line) => line !== '');
      const blocks = lines.map((line) => schema.nodes.paragraph.create(null, schema.text(line)));
      return new Slice(Fragment.from(blocks), 1, 1);
    },
  };
}

/** For a deck field: everything comes as one line. */
export function fieldClipboard(meeting: () => Meeting): EditorProps {
  return {
    clipboardTextSerializer: (slice) => sliceText(slice, [], meeting()),
    transformPasted(slice) {
      const text = slice.content.textBetween(0, slice.content.size, '', (leaf) => leafText(leaf, meeting()).replaceAll('\n', ''));
      return text === '' ? Slice.empty : new Slice(Fragment.from(schema.nodes.paragraph.create(null, schema.text(text))), 1, 1);
    },
  };
}
