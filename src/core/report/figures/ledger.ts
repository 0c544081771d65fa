// The ledger of figures (数字台账): each figure and each open one (待填), last year's value
// beside it where last year's text has the same sentence, and what does not add up
// (TYPESETTING P-12). In: this year's package and last year's text. Out: rows in the order
// of the text. Who answers for a figure and whether it was confirmed is kept elsewhere.
import type { Package } from '../../model/package';
import type { PlaceholderAttrs } from '../../model/schema';
import { ATOM, placeIn, sentenceAt, unitsOf, type Unit } from '../roll/unit';
import type { Fact } from './facts';
import { findFigures } from './find-figures';

/** A figure of the ledger; `value` null: 待填. */
export interface LedgerFigure extends Omit<Fact, 'value'> {
  readonly value: number | null;
  /** Offsets of the number in `sentence`. */
  readonly inSentence: readonly [number, number];
  /** Last year's value, null where no sentence matches. A placeholder that keeps the old one says it itself. */
  readonly last: number | null;
  /** Steady over the years: the sentence without its numbers, and which of its figures this is. */
  readonly key: string;
}

/** The figures of `pkg`, with last year's beside them. */
export function ledgerOf(pkg: Pick<Package, 'articles'>, lastYear: Pick<Package, 'articles'> | null): readonly LedgerFigure[] {
  const known = new Map<string, number>();
  for (const figure of lastYear === null ? [] : figuresOf(lastYear)) if (figure.value !== null && !known.has(figure.key)) known.set(figure.key, figure.value);
  return figuresOf(pkg).map((figure) => ({ ...figure, last: known.get(figure.key) ?? figure.last }));
}

/** A key is part of a change's path, and a paragraph without a stop may be a book. */
const LONGEST_KEY = 400;

function figuresOf(pkg: Pick<Package, 'articles'>): LedgerFigure[] {
  let article = '';
  // Within an article each figure has a key of its own; two articles that say the same sentence speak of one figure.
  let counted = new Map<string, number>();
  return unitsOf(pkg).flatMap((unit) => {
    if (unit.article !== article) counted = new Map();
    ({ article } = unit);
    const places = [...written(unit), ...open(unit)].toSorted((a, b) => a.from - b.from);
    return places.map(({ from, to, value, text, measured, measure, was }): LedgerFigure => {
      const around = sentenceAt(unit.text, from);
      const bare = bareSentence(unit, around.from, around.to, places).slice(0, LONGEST_KEY);
      const n = counted.get(bare) ?? 0;
      counted.set(bare, n + 1);
      const raw = unit.text.slice(around.from, around.to);
      const sentence = raw.replaceAll(ATOM, '□');
      return {
        value, text, unit: measured, measure, sentence, inSentence: [from - around.from, to - around.from], article: unit.article, section: unit.section,
        place: placeIn(unit, from, to), last: was, key: `${bare}#${n}`,
      };
    });
  });
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  readonly text: string;
  readonly measured: string | null;
  readonly measure: string | null;
  readonly was: number | null;
}

const written = (unit: Unit): Place[] => findFigures(unit.text).map(({ from, to, value, text, unit: measured, measure }) => ({ from, to, value, text, measured, measure, was: null }));

/** Placeholders of figures: the words behind one are read as if a number stood there. */
function open(unit: Unit): Place[] {
  const found: Place[] = [];
  unit.node.forEach((inline, offset) => {
    if (inline.type.name !== 'placeholder') return;
    const { type, was } = inline.attrs as PlaceholderAttrs;
    if (type !== 'figure') return;
    const [figure] = findFigures(`1${unit.text.slice(offset + 1, offset + 9)}`);
    const old = was === null ? null : Number.parseFloat(was.replaceAll(',', ''));
    found.push({ from: offset, to: offset + 1, value: null, text: '', measured: figure?.unit ?? null, measure: figure?.measure ?? null, was: old === null || Number.isNaN(old) ? null : old });
  });
  return found;
}

/** The sentence without numbers, years and placeholders: what it says, whatever the year. */
function bareSentence(unit: Unit, from: number, to: number, places: readonly Place[]): string {
  let bare = '';
  for (let i = from; i < to; i++) if (!places.some((place) => i >= place.from && i < place.to)) bare += unit.text.charAt(i);
  return bare.replace(/(?:19|20)\d{2}年|\s/g, '').replaceAll(ATOM, '');
}

/** What does not add up, or is said differently in two articles. `figures`: indexes into the ledger. */
export interface LedgerConflict {
  readonly kind: 'part-exceeds' | 'sum-differs' | 'said-differently';
  readonly figures: readonly number[];
  /** In Chinese. */
  readonly message: string;
}

/** P-12: 其中 ≤ total, listed parts against their sum, one measure quoted twice must agree. */
export function conflictsOf(ledger: readonly LedgerFigure[]): readonly LedgerConflict[] {
  return [...sumConflicts(ledger), ...quoteConflicts(ledger)];
}

const wordOf = ({ unit, measure }: LedgerFigure): string => `${unit ?? ''}${measure ?? ''}`;

/** The figure as it is said: 171件; of an open one its words alone. What a confirmation keeps. */
export const shownFigure = (figure: LedgerFigure): string => `${figure.text}${wordOf(figure)}`;
const shown = shownFigure;

function sumConflicts(ledger: readonly LedgerFigure[]): LedgerConflict[] {
  const found: LedgerConflict[] = [];
  ledger.forEach((total, i) => {
    if (total.value === null || total.unit === '%') return;
    const behind = total.sentence.slice(total.inSentence[1]);
    const mark = /^[^，。；：]{0,6}(?:[，；]?(其中)[，：]?|(：))/.exec(behind);
    if (mark === null) return;
    // The parts: figures of this sentence behind the mark, of one word with the total, up to the next that opens parts of its own.
    const parts: number[] = [];
    const start = total.inSentence[1] + mark[0].length;
    for (let j = i + 1; j < ledger.length; j++) {
      const part = ledger[j]!;
      if (part.article !== total.article || part.place.block !== total.place.block || part.sentence !== total.sentence) break;
      if (part.inSentence[0] < start || wordOf(part) !== wordOf(total)) continue;
      if (/[；]/.test(total.sentence.slice(start, part.inSentence[0])) && mark[1] !== undefined && parts.length === 0) break;
      parts.push(j);
      if (/^[^，。；：、]{0,8}[，；]?其中/.test(part.sentence.slice(part.inSentence[1]))) break;
    }
    const values = parts.map((j) => ledger[j]!.value);
    if (parts.length === 0 || values.some((value) => value === null)) return;
    const above = parts.filter((j) => ledger[j]!.value! > total.value!);
    if (above.length > 0) {
      found.push({ kind: 'part-exceeds', figures: [i, ...above], message: `“其中${shown(ledger[above[0]!]!)}”大于总数“${shown(total)}”` });
      return;
    }
    const sum = Math.round(values.reduce<number>((all, value) => all + value!, 0) * 1000) / 1000;
    const isList = parts.length >= 2 && parts.slice(1).every((j, n) => /^[^，。；]*、|^[^，。；]*，/.test(total.sentence.slice(ledger[parts[n]!]!.inSentence[1], ledger[j]!.inSentence[0])));
    if (isList && sum > total.value) found.push({ kind: 'sum-differs', figures: [i, ...parts], message: `分项相加${sum}${wordOf(total)}，比总数“${shown(total)}”多${Math.round((sum - total.value) * 1000) / 1000}` });
    else if (isList && mark[2] !== undefined && sum !== total.value) found.push({ kind: 'sum-differs', figures: [i, ...parts], message: `分项相加${sum}${wordOf(total)}，与总数“${shown(total)}”不等` });
  });
  return found;
}

/** Words before the number that name what is counted; shorter ones are found everywhere. */
const NAME = 4;

function quoteConflicts(ledger: readonly LedgerFigure[]): LedgerConflict[] {
  const byName = new Map<string, number[]>();
  ledger.forEach((figure, i) => {
    if (figure.value === null) return;
    const before = /([\u4e00-\u9fff]{4,})$/.exec(figure.sentence.slice(0, figure.inSentence[0]))?.[1] ?? '';
    if (before.length < NAME) return;
    const name = `${before.slice(-NAME)}|${wordOf(figure)}`;
    byName.set(name, [...(byName.get(name) ?? []), i]);
  });
  const found: LedgerConflict[] = [];
  for (const [name, all] of byName) {
    const articles = new Map<string, number[]>();
    for (const i of all) articles.set(ledger[i]!.article, [...(articles.get(ledger[i]!.article) ?? []), i]);
    // Named twice in one article it is not one thing.
    if (articles.size < 2 || [...articles.values()].some((list) => list.length > 1)) continue;
    const [first, ...others] = all;
    const other = others.find((i) => ledger[i]!.value !== ledger[first!]!.value);
    if (other !== undefined && !/[余多]/.test(ledger[first!]!.text + ledger[other]!.text)) {
      found.push({ kind: 'said-differently', figures: [first!, other], message: `“${name.split('|')[0]}”一处写${shown(ledger[first!]!)}，另一处写${shown(ledger[other]!)}` });
    }
  }
  return found;
}
