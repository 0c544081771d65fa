// What leaves and enters by the clipboard. Copied text has its heading numbers
// once, as text for other programs (the drawn ones are in no selection), and
// placeholders in their outward form (W13). Pasting plain text makes a paragraph
// of each line. Structure from Word and web pages is the next issue's work; what
// comes as HTML keeps what the schema knows and becomes text for the rest.
import { Fragment, Slice, type Node } from 'prosemirror-model';
import type { EditorProps } from 'prosemirror-view';
import { schema } from '../../core/model/schema';
import { numberHeadings } from '../../core/model/numbering';
import type { Meeting } from '../../core/model/package';
import { leafText } from './field-atoms';

/** Text of a slice, a line a block. `labels`: number of each block of the slice, or null. */
function sliceText(slice: Slice, labels: readonly (string | null)[], meeting: Meeting): string {
  const lines: string[] = [];
  slice.content.forEach((block, _offset, index) => {
    lines.push((labels[index] ?? '') + block.textBetween(0, block.content.size, '\t', (leaf) => leafText(leaf, meeting)));
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
export function articleClipboard(meeting: () => Meeting): EditorProps {
  return {
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
