// A recognition on its way between processes. A text of 100,000 lines is a million
// small objects, which take seconds to cross one by one; as one string they take a
// tenth. Lone halves of characters survive (JSON escapes them).
import type { Recognition } from '../recognition';

/** How each line ended goes beside it, as bytes. */
export type PackedRecognition = { readonly json: string; readonly lineEnds: Uint8Array };

export function packRecognition({ lineEnds, ...rest }: Recognition): PackedRecognition {
  return { json: JSON.stringify(rest), lineEnds };
}

/** What was packed by `packRecognition`, which is trusted: it comes from our own process. */
export function unpackRecognition({ json, lineEnds }: PackedRecognition): Recognition {
  return { ...(JSON.parse(json) as Omit<Recognition, 'lineEnds'>), lineEnds };
}
