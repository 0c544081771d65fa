// The recogniser's rules for text that is pasted into an article, where no titles,
// heads or articles are looked for: which hard line breaks stand inside a sentence,
// and which paragraphs are headings or open with one. In: clean lines, no blank
// ones. Out: decisions, by index; the text itself is the caller's.
import type { ArticleKind } from '../model/package';
import type { NumberForm } from '../model/schema';
import { decideHeads, type Group } from './headings';
import { decideJoins, isOwnHeading } from './joins';
import { readLabel, type Label } from './label';
import { dropFalseLabels, factsOf, markOutdented, markRows, markWrapped, wrapMeasure, type LineFacts } from './line-facts';
import { measureOf } from './measure';
import { Role } from './roles';

export interface PastedLine {
  /** Without white space at its ends. */
  readonly text: string;
  /** White space stood before it, as before the first line of a paragraph. */
  readonly indented: boolean;
  readonly blanksBefore: number;
}

export interface PastedJoins {
  /** Lines that surely go on from the one before. */
  readonly certain: ReadonlySet<number>;
  /** Lines that may: they stay apart. */
  readonly doubtful: ReadonlySet<number>;
}

/** Half-width brackets at the head of a line are a label's all the same; the length stays. */
function widened(text: string): string {
  return text.replace(/^\(([^()]{1,3})\)/, '（$1）').replace(/^（([^()]{1,3})\)/, '（$1）');
}

/** Which lines of hard-wrapped text are one paragraph with the line before them. */
export function joinPasted(pasted: readonly PastedLine[]): PastedJoins {
  const lines = pasted.map(({ text, indented, blanksBefore }, i) => factsOf(i + 1, widened(text), indented, blanksBefore));
  markWrapped(lines, measureOf(lines));
  markRows(lines);
  markOutdented(lines);
  dropFalseLabels(lines);
  const page = { lines, roles: new Uint8Array(lines.length).fill(Role.body), measure: wrapMeasure(lines) };
  const draft = { kind: 'report' as const, head: [], body: lines.map((_, i) => i), seams: new Set<number>(), strays: new Set<number>(), reasons: [] };
  const joins = decideJoins(page, draft);
  const of = (certain: boolean): ReadonlySet<number> => new Set(joins.filter((join) => join.certain === certain).map(({ after }) => after));
  return { certain: of(true), doubtful: of(false) };
}

export interface PastedHead {
  /** 1–4, as its number says. */
  readonly level: number;
  readonly form: NumberForm;
  /** UTF-16 length of the number in the text. */
  readonly label: number;
  /** Length of the run-in heading behind the number; null: the whole paragraph is the heading. */
  readonly lead: number | null;
}

/** The number at the head of a paragraph, white space behind it included in its length; null where there is none. */
export function pastedLabel(text: string): { readonly level: number; readonly form: NumberForm; readonly value: number; readonly length: number } | null {
  const label = readLabel(widened(text));
  if (label === null) return null;
  let { length } = label;
  while (length < text.length && /\s/.test(text[length] ?? '')) length += 1;
  return { level: label.level, form: label.form, value: label.value, length };
}

/** Numbered headings among paragraphs; null for body text. Theme sentences and unnumbered lines are left as they are. */
export function headsOfPasted(paragraphs: readonly string[], kind: ArticleKind): readonly (PastedHead | null)[] {
  const texts = paragraphs.map(widened);
  const groups = texts.map((text): Group => {
    const facts: LineFacts = factsOf(1, text, false, 0);
    const label: Label | null = facts.label;
    return { text, label, subhead: false, own: isOwnHeading(facts), row: false, members: facts.start === 'members' };
  });
  return decideHeads(groups, kind).map((head, i) => {
    const label = pastedLabel(texts[i] ?? '');
    if (head === null || head.level > 4 || head.number === null || label === null) return null;
    // White space behind the number belongs to neither.
    const own = groups[i]?.label?.length ?? 0;
    return { level: head.level, form: head.form, label: label.length, lead: head.leadLength === null ? null : head.leadLength - (label.length - own) };
  });
}
