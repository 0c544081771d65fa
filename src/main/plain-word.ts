// What may stand in a log or a report for support: words of ours, which are ASCII
// and have no blanks. No text, no file name and no path is one (W63).

/** Whether a string is a word of the program's own: a code, a version, a name of a method. */
export function isPlainWord(value: string): boolean {
  return /^[\w.:+-]{1,80}$/.test(value);
}

/** A copy of plain data in which every string that is no such word is replaced by `?`. */
export function withoutText(value: unknown): unknown {
  if (typeof value === 'string') return isPlainWord(value) ? value : '?';
  if (Array.isArray(value)) return value.map(withoutText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [isPlainWord(key) ? key : '?', withoutText(inner)]));
}
