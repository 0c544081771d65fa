// The sentence that a caret stands in: what a 批注 is put on where nothing is
// selected, as Word takes the word.

const END = /[。！？；](?:[”’」』）])*/g;

/** `[from, to)` of the sentence around an offset, without white space at its ends; null where there is no text. Atoms count one. */
export function sentenceAround(text: string, offset: number): readonly [number, number] | null {
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    // A caret right behind the stop still belongs to its sentence, but not where another begins there.
    if (end < offset || (end === offset && end < text.length)) from = end;
    else {
      to = end;
      break;
    }
  }
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return from < to ? [from, to] : null;
}
