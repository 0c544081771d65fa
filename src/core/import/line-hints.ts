// What is known of a line beyond its characters, where the text came from a file
// that shows more (a Word document: styles, faces, alignment, tables). Hints are
// evidence beside the line's own: they change what a role costs (weigh-hint.ts), they do
// not decide; only that a line is a row of a table is a fact. Whoever makes them
// (src/docx/read/evidence.ts) says in Chinese by what they were known.

export interface LineHint {
  /** A row of a table: cells apart by tabs, taken as they are. */
  readonly row?: boolean;
  /** Stands as a heading; `level` where the file says one (0–5 as in COMMANDS). `sure`: by its style, not only by its look. */
  readonly heading?: { readonly level: number | null; readonly sure: boolean; readonly reason: string };
  /** Looks like the title. */
  readonly title?: { readonly sure: boolean; readonly reason: string };
  /** Looks like the running text, in a file whose headings look otherwise. */
  readonly plain?: boolean;
  /** Its first `visible` characters (white space not counted) stand in another face: a heading that runs in. */
  readonly lead?: { readonly visible: number; readonly reason: string };
  readonly align?: 'center' | 'right';
  /** An item of a list that its mark shows: a paragraph of its own, no heading. */
  readonly item?: boolean;
  /** No furniture of a page or a site, whatever it looks like. */
  readonly kept?: boolean;
  /** Stands over the title and is no part of it: a bulletin's name, number and editor. */
  readonly over?: boolean;
  /** Its first line is indented. */
  readonly indented?: boolean;
  /** A new page begins with it. */
  readonly newPage?: boolean;
}

/** By 1-based line. */
export type LineHints = ReadonlyMap<number, LineHint>;

/** Where the lead of a hint ends in a text that may have lost blanks: UTF-16 offset behind its last visible character. */
export function leadEnd(text: string, visible: number): number {
  let seen = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (/\s/.test(text[i] as string)) continue;
    seen += 1;
    if (seen === visible) return i + 1;
  }
  return text.length;
}
