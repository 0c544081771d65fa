// Characters for which a face draws another character, as somebody saw on paper: the face is
// taken to lack them, so that another face stands in and the substitution is reported. Without
// this the page would say something else than the text, and no check of codes could see it.

/** By PostScript name. */
const WRONG: Readonly<Record<string, string>> = {
  // a dollar sign at U+FFE5; its U+00A5 is right
  'FandolFang-Regular': '￥',
};

/** The code points that the face draws wrongly; null for nearly every face. */
export function wrongGlyphs(postscriptName: string): ReadonlySet<number> | null {
  const characters = WRONG[postscriptName];
  return characters === undefined ? null : new Set(Array.from(characters, (one) => one.codePointAt(0)!));
}
