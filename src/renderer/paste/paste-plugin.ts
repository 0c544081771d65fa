// Pasting into an article (W15). What Banxin copied comes back whole (its slice is
// marked); another program's HTML and plain text become paragraphs by our rules,
// with a word about what was changed; 粘贴为纯文本 takes the text as it stands. While
// an input method composes, nothing is pasted (W20).
import { Fragment, type Node, type Slice } from 'prosemirror-model';
import { Plugin, Selection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { ArticleKind } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import { readForeign } from './foreign-html';
import { insertBlocks } from './insert-blocks';
import { pasteNotice } from './paste-notice';
import { toBlocks } from './pasted-blocks';
import { plainLines } from './plain-lines';

export interface PasteLinks {
  readonly kind: ArticleKind;
  /** What was changed, in Chinese. */
  readonly say: (message: string) => void;
  /** A text was pasted in which this many headings were found. */
  readonly offer: (text: string, headings: number) => void;
}

/** A menu's 粘贴为纯文本 says so before its paste comes: the event itself does not. */
const PLAIN = 'banxin-plain-paste';
/** The paste that was asked for comes at once, or not at all (an empty clipboard), ms. */
const SOON = 1000;

export function expectPlainPaste({ dom }: EditorView): void {
  dom.dispatchEvent(new CustomEvent(PLAIN));
}

export function pastePlugin({ kind, say, offer }: PasteLinks): Plugin {
  let plainUntil = 0;
  /** False where there is nothing to take. */
  const takeForeign = (view: EditorView, event: Event, html: string, text: string, how: 'paste' | 'drop'): boolean => {
    const foreign = html.trim() === '' ? null : readForeign(html);
    const pasted = foreign ?? plainLines(text);
    if (pasted.paras.length === 0 && pasted.pictures === 0) return false;
    const { blocks, report } = toBlocks(pasted, kind);
    if (blocks.length > 0) take(view, event, blocks, how);
    else event.preventDefault();
    const notice = pasteNotice(report, pasted, foreign === null && html.trim() !== '');
    if (notice !== null) say(notice);
    if (how === 'paste') offer(text, report.headings);
    return true;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        [PLAIN]() {
          plainUntil = performance.now() + SOON;
          return false;
        },
        keydown(_view, event) {
          if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyV') plainUntil = performance.now() + SOON;
          return false;
        },
        paste(view, event) {
          const data = event.clipboardData;
          if (data === null || view.composing || !view.editable) return false;
          const isPlain = performance.now() < plainUntil;
          plainUntil = 0;
          const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
          if (isPlain) return take(view, event, asText(text));
          if (html.includes('data-pm-slice')) return false;
          return takeForeign(view, event, html, text, 'paste');
        },
      },
      // Our own slice, which ProseMirror has read.
      handlePaste(view, event, slice) {
        const blocks = wholeBlocks(slice);
        return blocks !== null && take(view, event, blocks);
      },
      // Words dragged here from another program; files are the window's business.
      handleDrop(view, event, _slice, moved) {
        const data = event.dataTransfer;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (moved || data === null || at === null || view.composing || data.types.includes('Files')) return false;
        const html = data.getData('text/html');
        if (html.includes('data-pm-slice')) return false;
        view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))));
        view.focus();
        return takeForeign(view, event, html, data.getData('text/plain'), 'drop');
      },
    },
  });
}

function take(view: EditorView, event: Event, blocks: readonly Node[], how: 'paste' | 'drop' = 'paste'): boolean {
  event.preventDefault();
  const tr = insertBlocks(view.state, blocks);
  if (tr !== null) view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', how));
  return true;
}

/** A paragraph a line, nothing looked for in it; blank lines left out. */
function asText(text: string): readonly Node[] {
  return text.split(/\r\n?|\n/).filter((line) => line !== '').map((line) => schema.nodes.paragraph.create(null, schema.text(line)));
}

/** The blocks of our own slice; null for words inside one block, which ProseMirror puts in by itself. */
function wholeBlocks({ content }: Slice): readonly Node[] | null {
  const { heading, paragraph, table } = schema.nodes;
  const blocks = content.content;
  if (blocks.length === 0 || !blocks.every(({ type }) => type === heading || type === paragraph || type === table)) return null;
  return blocks.map((block) => {
    if (block.type !== paragraph || block.attrs['head'] === null) return block;
    // The later part of a run-in heading's paragraph is body text.
    const begins = block.firstChild !== null && schema.marks.lead.isInSet(block.firstChild.marks) !== undefined;
    return begins ? block : paragraph.create({ ...block.attrs, head: null }, Fragment.from(block.content));
  });
}
