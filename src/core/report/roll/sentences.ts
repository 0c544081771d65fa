// Where the sentences of a text begin and end.

const SENTENCE = /[^。！？!?\n]*[。！？!?\n]?[”’）]*/g;

/** The sentences of a text with where they start. */
export function sentencesOf(text: string): readonly { readonly from: number; readonly text: string }[] {
  return [...text.matchAll(SENTENCE)].filter(([sentence]) => sentence.trim() !== '').map((match) => ({ from: match.index, text: match[0] }));
}

/** The sentence of `text` that holds offset `at`, its bounds. */
export function sentenceAt(text: string, at: number): { readonly from: number; readonly to: number } {
  let from = at;
  while (from > 0 && !isStop(text.charCodeAt(from - 1))) from--;
  let to = at;
  while (to < text.length && !isStop(text.charCodeAt(to))) to++;
  return { from, to: Math.min(text.length, to + 1) };
}

/** Whether a sentence ends with it: 。！？!? and a line's end. Asked of every character around a figure at each export: a regular expression takes ten times as long. */
function isStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x21 || unit === 0x3f || unit === 0x0a;
}
