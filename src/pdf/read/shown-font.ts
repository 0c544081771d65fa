// A font as far as the text of content streams is read with it.
import type { CodeToText } from './to-unicode';

/** What the reader needs of a font, and what it finds out. */
export interface ShownFont {
  readonly name: string;
  readonly text: CodeToText;
  /** 1 for each code shown. */
  readonly used: Uint8Array;
}
