// Where a quotation of a few letters begins and ends so that it cuts no word in two: a list
// that reads 平总书记重要讲话 is not to be shown to anybody. In: a text and a place in it. Out:
// the nearest edge of a word outwards. Words are ICU's; the General Secretary's name and
// office are one, and so is a number.

// Made when first asked for: an export that quotes nothing never needs it.
let segmenter: Intl.Segmenter | undefined;
/** Letters on each side by which a word is known. */
const AROUND = 12;

/** The beginning of the word that `at` stands in; `at` itself between two words. */
export const wordStart = (text: string, at: number): number => edgesAt(text, at)[0];

/** The end of the word that `at` stands in; `at` itself between two words. */
export const wordEnd = (text: string, at: number): number => edgesAt(text, at)[1];

/** What may not be parted though it is more words than one. */
const ONE = /习近平(?:总书记|同志|主席)?|社情民意|中心组|\d[\d,.]*/g;

function edgesAt(text: string, at: number): readonly [from: number, to: number] {
  if (at <= 0) return [0, 0];
  if (at >= text.length) return [text.length, text.length];
  const start = Math.max(0, at - AROUND);
  const window = text.slice(start, at + AROUND);
  for (const { index, 0: whole } of window.matchAll(ONE)) if (start + index < at && at < start + index + whole.length) return [start + index, start + index + whole.length];
  for (const { index, segment } of (segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })).segment(window)) if (start + index < at && at < start + index + segment.length) return [start + index, start + index + segment.length];
  return [at, at];
}
