// Characters of a text that found no room, as they are told everywhere: beside the block, in the
// findings, where 见报略 or a swap is refused. In: what is left of a thread. Out: its
// characters, about: a blank or a mark is one too.
import type { Block } from '../flow/flow';

/** Characters of what is left, tables and pictures not counted. */
export function restCharacters(rest: readonly Block[]): number {
  return rest.reduce((sum, { content }) => sum + (content.kind === 'paragraph' ? content.text.length : 0), 0);
}
