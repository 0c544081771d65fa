// Set phrases age: a formula that stood in last year's plenary is wrong this year.
// Each stands under the mark `phrase{id, dated, checked}`; older than twelve months
// it is 待核, a place of 待办 and the finding `phrase-stale`, until somebody ticks it
// (`checked`, the month of it, from which it ages anew). The day comes from the
// caller: the same text on the same day says the same. It is a warning in every
// stage and never refuses an export: what is old may well still be right.
import type { Mark, Node } from 'prosemirror-model';
import type { Diagnostic, TextStretch } from '../diagnostic';
import { FIELD_PATHS, type Article, type Meeting, type Package } from '../model/package';
import { emptyFieldText, renderField } from '../model/fields';
import { quoted } from '../model/quote';
import type { FieldAttrs } from '../model/schema';
import { eachTextblock } from '../model/textblocks';

/** Months that a wording stands without being looked at (issue 3 §2). */
const GOOD_FOR = 12;

/** Months since year 0 of an ISO month or day; null for anything else. */
function months(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(iso);
  return match === null ? null : Number(match[1]) * 12 + Number(match[2]);
}

/** Whether a wording of month `dated`, looked at in `checked` (null: never), is older than twelve months on the ISO day `today`. */
export function isStale(dated: string | null, checked: string | null, today: string): boolean {
  const last = months(checked ?? dated ?? '');
  const now = months(today);
  return last !== null && now !== null && now - last > GOOD_FOR;
}

/** What the mark shows: 此表述为2025年10月版，请核对. */
export function staleWords(dated: string): string {
  const match = /^(\d{4})-(\d{2})/.exec(dated);
  return match === null ? '此表述年月不明，请核对' : `此表述为${match[1]}年${Number(match[2])}月版，请核对`;
}

/** A phrase of a text that is 待核. */
export interface StalePhrase extends TextStretch {
  readonly text: string;
  readonly id: string;
  readonly dated: string;
}

interface PhraseAttrs {
  readonly id: string;
  readonly dated: string | null;
  readonly checked: string | null;
}

function phraseOf(marks: readonly Mark[]): PhraseAttrs | null {
  const mark = marks.find(({ type }) => type.name === 'phrase');
  return mark === undefined ? null : (mark.attrs as PhraseAttrs);
}

type Where = Pick<StalePhrase, 'article' | 'block' | 'field'>;

/** Stale phrases of one textblock; neighbouring pieces of one phrase (a field in its middle) are one. */
function staleInBlock(block: Node, base: number, at: Where, meeting: Meeting, today: string, out: StalePhrase[]): void {
  let open: { attrs: PhraseAttrs; from: number; text: string } | null = null;
  let offset = base;
  const flush = (): void => {
    if (open !== null) out.push({ ...at, from: open.from, to: offset, text: open.text, id: open.attrs.id, dated: open.attrs.dated ?? '' });
    open = null;
  };
  block.forEach((inline) => {
    const attrs = phraseOf(inline.marks);
    const stale = attrs !== null && isStale(attrs.dated, attrs.checked, today);
    if (!stale || open?.attrs.id !== attrs.id) flush();
    if (stale) {
      open ??= { attrs, from: offset, text: '' };
      open.text += inline.isText ? inline.text! : inlineText(inline, meeting);
    }
    offset += inline.nodeSize;
  });
  flush();
}

function inlineText(inline: Node, meeting: Meeting): string {
  if (inline.type.name !== 'field') return '';
  const { path, form } = inline.attrs as FieldAttrs;
  return renderField(path, form, meeting) ?? emptyFieldText(path);
}

/** Every phrase of an article that is 待核 on the ISO day `today`: its fields in printed order, then its blocks. */
export function stalePhrases(article: Article, meeting: Meeting, today: string): StalePhrase[] {
  const out: StalePhrase[] = [];
  for (const field of FIELD_PATHS) {
    article.fields[field]?.forEach((block) => staleInBlock(block, 0, { article: article.id, block: null, field }, meeting, today, out));
  }
  article.doc.forEach((block, _offset, index) => {
    const at = { article: article.id, block: index, field: null };
    eachTextblock(block, (node, base) => staleInBlock(node, base, at, meeting, today, out));
  });
  return out;
}

/** One `phrase-stale` warning a phrase that is 待核. */
export function phraseDiagnostics(pkg: Package, today: string): Diagnostic[] {
  return pkg.articles.flatMap((article) => stalePhrases(article, pkg.meeting, today).map(({ id: _id, dated, text, ...place }): Diagnostic => ({
    severity: 'warning', code: 'phrase-stale', message: `${quoted(text)}：${staleWords(dated)}`,
    at: { ...place, line: null, excerpt: text }, suggestion: '对照现行文件核对，改好或确认后标为已核对',
  })));
}
