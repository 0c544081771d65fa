// 结构: the headings of an article with their numbers and the 字数 of their
// sections. A theme sentence (level 5) is no section.
import type { Node } from 'prosemirror-model';
import { headOf, numberHeadings } from '../../core/model/numbering';
import type { Meeting } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import { leafText } from '../editor/field-atoms';
import { countBlock } from './count-words';

export interface OutlineEntry {
  /** Index of the top-level block. */
  readonly block: number;
  readonly level: number;
  /** With its number, without a closing stop: as a list shows it. */
  readonly text: string;
  /** Without it. */
  readonly title: string;
  /** 字数 from this heading to the next of its level or above. */
  readonly words: number;
}

/** Text of a heading: of a run-in one the part under `lead`, without its closing stop. */
function headingText(block: Node, meeting: Meeting): string {
  const isWhole = block.type === schema.nodes.heading;
  let text = '';
  block.forEach((inline) => {
    if (isWhole || schema.marks.lead.isInSet(inline.marks) !== undefined) text += inline.text ?? leafText(inline, meeting);
  });
  text = text.replaceAll('\n', '');
  return isWhole ? text : text.replace(/[。：]$/, '');
}

export function outlineEntries(doc: Node, meeting: Meeting): readonly OutlineEntry[] {
  const labels = numberHeadings(doc);
  const entries: { block: number; level: number; text: string; title: string; words: number }[] = [];
  const open: { level: number; words: number }[] = [];
  doc.forEach((block, _offset, index) => {
    const level = headOf(block)?.level;
    const title = level === undefined ? '' : headingText(block, meeting);
    // An item of a list has a number, and heads nothing.
    const isItem = title === '' && block.type === schema.nodes.paragraph;
    if (level !== undefined && level < 5 && !isItem) {
      const entry = { block: index, level, text: (labels[index] ?? '') + title.replace(/。$/, ''), title, words: 0 };
      entries.push(entry);
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
      open.push(entry);
    }
    const words = countBlock(block, meeting);
    for (const section of open) section.words += words;
  });
  return entries;
}

/** Index of the entry whose section holds a block; -1 before the first heading. */
export function entryAt(entries: readonly OutlineEntry[], block: number): number {
  return entries.findLastIndex((entry) => entry.block <= block);
}
