// One draft → the recognised article: head fields, joined paragraphs, headings,
// theme sentences, table rows. Text is only cut into pieces here, never made.
import type { Change } from './change';
import type { Draft, Page } from './drafts';
import { decideHeads, isTableTitle, themeLength, themesInside, type Group } from './headings';
import { headFields, type Head } from './head-fields';
import { decideJoins, isOwnHeading, type DecidedJoin } from './joins';
import { readLabel } from './label';
import type { LineFacts } from './line-facts';
import type { Join, Piece, RecognisedArticle, RecognisedBlock, RecognisedHead } from './recognition';
import { doubtRivals, type OpenEnds } from './open-ends';
import { isFormLine, Role } from './roles';
import { doubtfulCuts } from './doubtful-cuts';

/** What assembling shares over the whole text. */
export interface Assembly {
  readonly page: Page;
  /** Final clean text of each line, by position. */
  readonly texts: readonly string[];
  readonly changes: Map<number, Change[]>;
  readonly joins: Join[];
  /** Texts that break off before another one. */
  readonly ends: OpenEnds;
}

interface RawGroup extends Group {
  readonly pieces: readonly Piece[];
  /** Positions of its lines. */
  readonly at: readonly number[];
}

const MERGED_SALUTATION = /^(?:尊敬的)?各位[^，。：:]{1,16}(?:[，、][^，。：:]{1,10}){0,3}：(?=.)/;

/** The article of a draft; its joins are appended to the assembly's. */
export function assemble(assembly: Assembly, draft: Draft, id: string): RecognisedArticle {
  const { page, texts } = assembly;
  const head = headFields(page, draft, draft.kind, texts, assembly.changes);
  const fields = { ...head.fields };
  const decided = doubtRivals(page, draft, decideJoins(page, draft), assembly.ends);
  let groups = groupLines(assembly, draft, head, decided);
  const first = groups[0];
  if (fields.salutation === null && first !== undefined && (draft.kind === 'report' || draft.kind === 'address')) {
    const match = MERGED_SALUTATION.exec(first.text);
    if (match !== null) {
      const length = match[0].length;
      const piece = first.pieces[0] as Piece;
      fields.salutation = { lines: [match[0]], pieces: [{ ...piece, to: piece.from + length }] };
      groups = [{ ...first, text: first.text.slice(length), label: null, members: false, pieces: [{ ...piece, from: piece.from + length }, ...first.pieces.slice(1)] }, ...groups.slice(1)];
    }
  }
  const heads = decideHeads(groups, draft.kind);
  const certain = decided.filter((join) => join.certain);
  const cut = certain.filter(({ before }) => isCutPiece(page.lines[draft.body[before] as number] as LineFacts));
  recordJoins(assembly, draft, decided, doubtfulCuts(groups, heads, certain.length, cut.length), groups);
  const lines = [...draft.head, ...draft.body].map((i) => (page.lines[i] as LineFacts).line).sort((a, b) => a - b);
  return { id, kind: draft.kind, label: head.label, fields, blocks: blocksOf(assembly, draft, groups, heads), lines, reasons: draft.reasons };
}

/** A long piece of a paragraph that ends in mid sentence, as the end of a column cuts it. */
const isCutPiece = ({ open, wrapped, short }: LineFacts): boolean => open && !wrapped && !short;

/** Body lines as paragraphs: certain joins done, each line once. */
function groupLines({ page, texts }: Assembly, draft: Draft, head: Head, joins: readonly DecidedJoin[]): RawGroup[] {
  const joined = new Set(joins.filter((join) => join.certain).map((join) => join.after));
  const groups: { at: number[] }[] = head.rest.map((i) => ({ at: [i] }));
  draft.body.forEach((i, k) => {
    if (joined.has(k)) (groups.at(-1) as { at: number[] }).at.push(i);
    else groups.push({ at: [i] });
  });
  return groups.map(({ at }) => {
    const facts = page.lines[at[0] as number] as LineFacts;
    const parts = at.map((i) => texts[i] as string);
    const text = parts.length === 1 ? (parts[0] as string) : parts.join('');
    // （⏎三）: the number stands in two lines, what it heads in the second.
    const second = page.lines[at[1] ?? -1];
    const labelled = second !== undefined && second.labelBefore > 0 ? second : facts;
    return {
      text, at, row: facts.row,
      label: facts.row || labelled.label === null ? null : readLabel(text),
      subhead: page.roles[at[0] as number] === Role.subhead,
      own: (labelled === facts ? at.length === 1 : at.length === 2) && (isOwnHeading(labelled) || (facts.hint?.heading !== undefined && facts.label !== null && facts.hint.lead === undefined)),
      hint: facts.hint,
      members: facts.start === 'members',
      pieces: at.map((i, k) => ({ line: (page.lines[i] as LineFacts).line, from: 0, to: (parts[k] as string).length })),
    };
  });
}

function recordJoins({ page, joins }: Assembly, draft: Draft, decided: readonly DecidedJoin[], doubtful: readonly number[], groups: readonly RawGroup[]): void {
  const lineOf = (i: number): number => (page.lines[i] as LineFacts).line;
  for (const { before, after, certain, reason } of decided) {
    joins.push({ beforeLine: lineOf(draft.body[before] as number), afterLine: lineOf(draft.body[after] as number), certain, reason });
  }
  for (const g of doubtful) {
    const a = (groups[g - 1] as RawGroup).at.at(-1) as number;
    const b = (groups[g] as RawGroup).at[0] as number;
    const asked = joins.some((join) => join.beforeLine === lineOf(a) && join.afterLine === lineOf(b));
    if (!asked) joins.push({ beforeLine: lineOf(a), afterLine: lineOf(b), certain: false, reason: '前后两段像是一段在句号处断开的' });
  }
}

function blocksOf(assembly: Assembly, draft: Draft, groups: readonly RawGroup[], heads: readonly (RecognisedHead | null)[]): RecognisedBlock[] {
  const blocks: RecognisedBlock[] = [];
  // Behind who signs stand 联系人 and 抄送.
  let signed = groups.length;
  while (signed > 1 && isFormLine(assembly.page.lines[(groups[signed - 1] as RawGroup).at[0] as number] as LineFacts)) signed -= 1;
  for (let g = 0; g < groups.length; g += 1) {
    const group = groups[g] as RawGroup;
    if (group.row) {
      let end = g + 1;
      while (end < groups.length && (groups[end] as RawGroup).row && cells(groups[end] as RawGroup) === cells(group)) end += 1;
      const rows = groups.slice(g, end);
      if ((rows.length > 1 || group.hint?.row === true) && cells(group) > 1) {
        blocks.push({ kind: 'table', text: rows.map((row) => row.text).join('\n'), pieces: rows.flatMap((row) => row.pieces), head: null, themes: [], align: null });
        g = end - 1;
        continue;
      }
    }
    const one = block(assembly, draft, group, heads[g] ?? null, g >= signed - 3);
    blocks.push(one.head === null && one.align === null && isTableTitle(groups, g) ? { ...one, align: 'center' } : one);
  }
  const items = blocks.filter((one) => one.head?.level === 2 && one.head.leadLength !== null);
  const themed = items.filter((one) => one.themes.length > 0).length;
  return blocks.map((one) => withLoneTheme(one, items.length - 1, themed));
}

/** Items of which two and more have theme sentences: a single one right behind its heading is one as well. `themed` of the `siblings` have theirs. */
function withLoneTheme(one: RecognisedBlock, siblings: number, themed: number): RecognisedBlock {
  const at = one.head?.leadLength ?? null;
  if (at === null || one.head?.level !== 2 || one.themes.length > 0) return one;
  const length = themeLength(one.text.slice(at));
  if (length === 0 || length > LONGEST_LONE_THEME) return one;
  return themed >= 2 && themed * 3 >= siblings ? { ...one, themes: [[at, at + length]] } : one;
}

/** 理论武装走深走实。 and a little more: a lone sentence longer than this may be plain text. */
const LONGEST_LONE_THEME = 13;

const cells = (group: RawGroup): number => group.text.split('\t').length;

function block({ page, changes }: Assembly, draft: Draft, group: RawGroup, head: RecognisedHead | null, last: boolean): RecognisedBlock {
  const { label } = group;
  const numbered = head !== null && head.number !== null && label !== null;
  if (!numbered) {
    return { kind: head !== null && head.leadLength === null ? 'heading' : 'paragraph', text: group.text, pieces: group.pieces, head, themes: [], align: alignOf(page, draft, group, head, last) };
  }
  // The label is the number's now: another make of it is a listed change, a space behind it as well.
  const first = group.pieces[0] as Piece;
  const written = group.text.slice(0, label.length);
  const space = /^\s*/.exec(group.text.slice(label.length))?.[0] ?? '';
  if (first.to - first.from < label.length) return brokenNumber(changes, group, head, label.canonical, written + space);
  if (written + space !== label.canonical) {
    const own = changes.get(first.line) ?? [];
    own.push({ line: first.line, kind: 'label', from: written + space, to: label.canonical, at: 0 });
    changes.set(first.line, own);
  }
  const cut = written.length + space.length;
  const text = group.text.slice(cut);
  const shift = label.canonical.length - cut;
  const pieces = [{ line: first.line, from: label.canonical.length, to: first.to + shift }, ...group.pieces.slice(1)];
  const lead = head.leadLength;
  const at = lead === null ? null : lead - space.length;
  return {
    kind: lead === null ? 'heading' : 'paragraph', text, pieces, head: { ...head, leadLength: at },
    themes: at === null ? [] : themesInside(text, at), align: null,
  };
}

/** A block whose number stands in two lines: it is printed where it begins, and the second line holds what is left. */
function brokenNumber(changes: Map<number, Change[]>, group: RawGroup, head: RecognisedHead, canonical: string, written: string): RecognisedBlock {
  const [first, second, ...rest] = group.pieces as readonly [Piece, Piece, ...Piece[]];
  const here = first.to - first.from;
  const record = (line: number, from: string, to: string): void => { changes.set(line, [...(changes.get(line) ?? []), { line, kind: 'label', from, to, at: 0 }]); };
  record(first.line, written.slice(0, here), canonical);
  record(second.line, written.slice(here), '');
  const text = group.text.slice(written.length);
  const at = head.leadLength === null ? null : head.leadLength - (written.length - written.trimEnd().length);
  return {
    kind: at === null ? 'heading' : 'paragraph', text, head: { ...head, leadLength: at }, themes: at === null ? [] : themesInside(text, at), align: null,
    pieces: [{ line: first.line, from: canonical.length, to: canonical.length }, { ...second, to: second.to - (written.length - here) }, ...rest],
  };
}

/** The signature and date under a notice, resolution or address stand right; a second label under the headline is centred. */
function alignOf(page: Page, draft: Draft, group: RawGroup, head: RecognisedHead | null, last: boolean): RecognisedBlock['align'] {
  const first = group.at[0] as number;
  if (draft.head.includes(first)) return 'center';
  if (head !== null || !last || group.at.length > 1 || draft.kind === 'news' || draft.kind === 'editorial') return null;
  const { compact, short } = page.lines[first] as LineFacts;
  if (isFormLine(page.lines[first] as LineFacts)) return null;
  const signs = page.roles[first] === Role.sign || (short && compact.length <= 30 && !/[。！？；：]$/.test(compact) && (/\d{4}年\d{1,2}月\d{1,2}日$/.test(compact) || /(?:委员会|办公室|大会|主席团|秘书处|党组|人民政府)$/.test(compact)));
  return signs ? 'right' : null;
}
