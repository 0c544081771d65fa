// The kinds of 待填, in the order the menu shows them. The words are core's.
import { placeholderText } from '../../core/model/placeholder';
import type { PlaceholderAttrs } from '../../core/model/schema';

export const PLACEHOLDER_TYPES: readonly PlaceholderAttrs['type'][] = ['figure', 'date', 'name', 'event', 'spirit', 'work', 'text'];

export function isPlaceholderType(text: string): text is PlaceholderAttrs['type'] {
  return (PLACEHOLDER_TYPES as readonly string[]).includes(text);
}

/** Letters of a note that a chip shows; the whole note is its title. */
const NOTE_SHOWN = 16;

/** What a chip shows (W13): 〔数字：待填 · 提案件数 · 去年 8〕. Outside Banxin only 〔数字：待填〕 is copied. */
export function placeholderLabel({ type, was, note }: PlaceholderAttrs): string {
  const outward = placeholderText(type, null);
  const said = note === null ? '' : ` · ${note.length > NOTE_SHOWN ? `${note.slice(0, NOTE_SHOWN)}…` : note}`;
  return said === '' && was === null ? outward : `${outward.slice(0, -1)}${said}${was === null ? '' : ` · 去年 ${was}`}〕`;
}
