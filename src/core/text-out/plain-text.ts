// An edition's texts as plain text: numbers as text, a line a paragraph, two blanks at
// its beginning, cells of a table parted by tabs: what every program opens and what our
// own recogniser reads back. In: package and edition. Out: one string with LF. It holds
// just what the edition prints (conserved-text.ts), in its order, and under a report's title the 稿次.
import type { Node } from 'prosemirror-model';
import { numberHeadings } from '../model/numbering';
import type { Edition, Package } from '../model/package';
import { hasOmission } from '../model/conserved-text';
import type { ParagraphAttrs } from '../model/schema';
import { HEAD_ORDER, stageOfText } from './head-order';
import { PrintedText } from './printed-text';

const INDENT = '　　';

/** The edition as plain text; every line ends with LF. */
export function plainText(pkg: Package, edition: Edition): string {
  const printed = new PrintedText(pkg, edition);
  const parts = printed.articles.map((article) => {
    const lines: string[] = [];
    for (const part of HEAD_ORDER) {
      if (part === 'label') lines.push(...(article.label === null ? [] : [article.label]));
      else if (part === 'stage') {
        const stage = stageOfText(article, edition, pkg.stage);
        if (stage !== null) lines.push(stage);
      } else if (part === 'abridged') lines.push(...(edition.abridgedNote && hasOmission(article, edition.kind) ? ['（摘要）'] : []));
      else {
        const text = printed.textblock(article.fields[part]?.firstChild ?? null, null);
        // A salutation begins the text: a blank line parts it from the title block.
        if (text !== null && text !== '') lines.push(...(part === 'head.salutation' ? ['', text] : text.split('\n')));
      }
    }
    if (lines.length > 0 && !lines.includes('')) lines.push('');
    const labels = numberHeadings(article.doc);
    article.doc.forEach((block, _offset, index) => lines.push(...blockLines(block, labels[index] ?? null, printed)));
    return lines.join('\n');
  });
  const annex = printed.notes.map(({ term, text }, index) => `${INDENT}${index + 1}.${term}：${text}`);
  if (annex.length > 0) parts.push(['名词解释', '', ...annex].join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function blockLines(block: Node, label: string | null, printed: PrintedText): string[] {
  if (block.type.name === 'table') {
    const rows: string[] = [];
    block.forEach((row) => {
      const cells: string[] = [];
      row.forEach((cell) => {
        // A cell is one field of its line.
        cells.push((printed.textblock(cell.firstChild, null) ?? '').replace(/[\n\t]/g, ' '));
      });
      rows.push(cells.join('\t'));
    });
    return rows;
  }
  const text = printed.textblock(block, label);
  if (text === null) return [];
  const flush = block.type.name === 'paragraph' && (block.attrs as ParagraphAttrs).align !== null;
  return [(flush || text === '' ? '' : INDENT) + text];
}
