// A text as it would stand with Chinese stops: the rules that read a report know ，and “”, a file typed
// elsewhere may have , and ". In: plain text. Out: the same, character for character, so that
// every place is that of the text as it is written. Nothing is changed in the text itself.

const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' };

/** `text` with full-width stops, brackets and quotation marks; commas and colons between digits stay (1,206; 9:30). */
export function inFullWidth(text: string): string {
  if (!/[,;:!?()"]/.test(text)) return text;
  let isOpen = false;
  return text.replaceAll(/[;!?()]|(?<!\d)[,:]|[,:](?!\d)|"/g, (mark) => {
    if (mark !== '"') return WIDE[mark] ?? mark;
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
}

/** What a rule writes, with the quotation marks of the words it stands for. */
export const likeWritten = (was: string, now: string): string => (was.includes('"') ? now.replaceAll(/[“”]/g, '"') : now);
