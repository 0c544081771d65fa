// 表题, and what else of a text is a title without being a heading of its outline: a
// short line without a final mark right before a table names that table; 名词解释 names
// what follows. The first stands centred, both stay with what they name (T-34).
// Told by the text, for a typed or imported line bears no mark of it.
import type { Node } from 'prosemirror-model';
import { namesTable } from '../model/names-table';
import { headOf } from '../model/numbering';
import type { ParagraphAttrs } from '../model/schema';
import type { ParagraphStyle } from './flow';
import type { StyleSheet } from './style-sheet';

const MOST_CHARACTERS = 36;
const NAMES_REST = /^(?:名\s*词\s*(?:解\s*释|注\s*释)|名词解释（[^（）]*）)$/u;

/** Whether the block is the title of the table that `next` is. */
export function isTableTitle(block: Node, next: Node | null): boolean {
  if (next?.type.name !== 'table') return false;
  const { textContent: text } = block;
  const head = headOf(block);
  const free = block.type.name === 'heading' ? head !== null && !head.numbered && head.level > 1 : block.type.name === 'paragraph' && head === null && (block.attrs as ParagraphAttrs).align !== 'right';
  return free && namesTable(text);
}

/** Whether the paragraph is the line 名词解释 over what it names. */
export function isAnnexTitle(block: Node, next: Node | null): boolean {
  return next !== null && block.type.name === 'paragraph' && headOf(block) === null && block.textContent.length <= MOST_CHARACTERS && NAMES_REST.test(block.textContent.trim());
}

const kept = new WeakMap<ParagraphStyle, ParagraphStyle>();

/** The style of a line that stays with what follows it, centred where it is a table's; shared. */
export function titleLine(style: ParagraphStyle, ofTable: boolean, sheet: StyleSheet): ParagraphStyle {
  const base = ofTable ? sheet.variant(style, 'center') : style;
  if (base.keepWithNext > 0) return base;
  let made = kept.get(base);
  if (made === undefined) kept.set(base, (made = { ...base, keepWithNext: 1 }));
  return made;
}
