// The title block in printed order (G-21, N-10), as plain text and web page have it.
import type { FieldPath } from '../model/package';

export const HEAD_ORDER: readonly (FieldPath | 'label' | 'abridged')[] = [
  'label', 'deck.over', 'deck.main', 'deck.sub', 'head.occasion', 'abridged', 'head.date', 'head.speaker', 'head.salutation',
];
