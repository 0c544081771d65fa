// Words of a text or a title inside quotation marks of ours, in findings, reasons and messages: the
// marks that they have themselves are the inner ones, ‘ ’, and what those held is in “ ” again (GB/T 15834—2011, 4.8.3.3).

const SWAPPED: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };

/** What stands inside “ ”: marks of the words a level further in. */
export function inner(words: string): string {
  return /[“”]/.test(words) ? words.replaceAll(/[“”‘’]/g, (mark) => SWAPPED[mark] ?? mark) : words;
}

/** The words in “ ”. */
export function quoted(words: string): string {
  return `“${inner(words)}”`;
}
