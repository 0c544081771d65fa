// What is known of a line beyond its characters, where the text came from a file
// that shows more (a Word document: styles, faces, alignment, tables). Hints are
// evidence beside the line's own: they change what a role costs (roles.ts), they do
// not decide; only that a line is a row of a table is a fact. Whoever makes them
// (src/docx/read/evidence.ts) says in Chinese by what they were known.
import type { LineFacts } from './line-facts';
import { NEVER, Role } from './roles';

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

/** Changes the costs of a line's roles by what its hint says. */
export function weighHint({ hint, label, compact }: LineFacts, costs: Float64Array): void {
  if (hint === null) return;
  if (hint.row === true) {
    costs.fill(NEVER);
    costs[Role.body] = 0;
    return;
  }
  if (hint.item === true) {
    costs.fill(NEVER);
    costs[Role.body] = 0;
    return;
  }
  if (hint.over === true) {
    costs.fill(NEVER);
    costs[Role.title] = 0;
    return;
  }
  const add = (role: Role, cost: number): void => { costs[role] = Math.min(NEVER, Math.max(0, (costs[role] as number) + cost)); };
  if (hint.title !== undefined) {
    costs[Role.title] = hint.title.sure ? 0 : Math.min(costs[Role.title] as number, 0.5);
    add(Role.body, 5);
    add(Role.subhead, 5);
  } else if (hint.heading !== undefined && label === null) {
    costs[Role.subhead] = Math.min(costs[Role.subhead] as number, hint.heading.sure ? 0 : 0.5);
    add(Role.body, hint.heading.sure ? 6 : 3);
    if (hint.heading.sure) add(Role.title, 3);
  } else if (hint.plain === true) {
    add(Role.subhead, 2.5);
    add(Role.title, 2.5);
  }
  if (hint.align === 'center' && label === null) {
    add(Role.title, -1);
    add(Role.body, 1);
  } else if (hint.align === 'right') {
    // A signature, a number: never a headline.
    add(Role.title, 4);
    add(Role.subhead, 4);
    add(Role.date, 2);
  } else if (hint.plain === true && compact.length >= 4) add(Role.title, 0.5);
}

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
