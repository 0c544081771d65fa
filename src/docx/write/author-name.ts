// Who wrote a comment or made a change, as Word takes it: 255 characters at most, and
// never nobody (own/read-own.ts knows the word again).

/** The name for w:author. */
export function authorOf(by: string): string {
  return by === '' ? '未署名' : by.slice(0, 255);
}
