// The kinds of 待填, in the order the menu shows them. The words are core's.
import { placeholderText } from '../../core/model/placeholder';
import type { PlaceholderAttrs } from '../../core/model/schema';

export const PLACEHOLDER_TYPES: readonly PlaceholderAttrs['type'][] = ['figure', 'date', 'name', 'event', 'spirit', 'work', 'text'];

export function isPlaceholderType(text: string): text is PlaceholderAttrs['type'] {
  return (PLACEHOLDER_TYPES as readonly string[]).includes(text);
}

/** What a chip shows: 〔数字：待填 · 去年 8〕. Outside Banxin only 〔数字：待填〕 is copied (W13). */
export function placeholderLabel({ type, was }: PlaceholderAttrs): string {
  const outward = placeholderText(type, null);
  return was === null ? outward : `${outward.slice(0, -1)} · 去年 ${was}〕`;
}
