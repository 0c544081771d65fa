// The ledger of figures (数字台账): each figure and each open one (待填), last year's value
// beside it where last year's text has the same sentence. In: this year's package and last
// year's text. Out: rows in the order of the text. What does not add up is told by
// conflicts.ts, who answers for a figure and whether it was confirmed by figure-rows.ts.
import type { Package } from '../../model/package';
import type { PlaceholderAttrs } from '../../model/schema';
import { sentenceAt } from '../roll/sentences';
import { ATOM, placeIn, unitsOf, unitsWhere, type Unit } from '../roll/unit';
import type { Fact } from './facts';
import { cellLabel, type TableCell } from './table-cells';
import { lastValues, moreOf, type More } from './last-values';
import { findFigures } from './find-figures';

/** A figure of the ledger; `value` null: 待填. */
export interface LedgerFigure extends Omit<Fact, 'value'> {
  readonly value: number | null;
  /** Offsets of the number in `sentence`. */
  readonly inSentence: readonly [number, number];
  /** Last year's value, null where no sentence matches. A placeholder that keeps the old one says it itself. */
  readonly last: number | null;
  /** 余 of 1600余: last year's number was not exact. */
  readonly lastMore: More;
  /** Steady over the years: the sentence without its numbers, and which of its figures this is. */
  readonly key: string;
  /** As `key`, counted within the article: what last year's figure is found by. */
  readonly yearKey: string;
  /** Stands in what a report plans: it is no figure of what was done. */
  readonly isPlanned: boolean;
  /** Stands in a report: two reports are about different work. */
  readonly ofReport: boolean;
  /** Its place in a table whose cell says nothing but numbers; null: it stands in a sentence. */
  readonly cell: TableCell | null;
}

/** Part of a text; `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The figures of some stretches of each text, whole sentences, for who needs neither keys (those count what goes before) nor sections. */
export function figuresIn(pkg: Pick<Package, 'articles'>, stretches: (text: string) => readonly Stretch[]): readonly LedgerFigure[] {
  const found = new Map<string, readonly Stretch[]>();
  const units = unitsWhere(pkg, (text, cell) => {
    const parts = cell !== null && cell.figures.length > 0 ? whole(text) : stretches(text);
    if (parts.length > 0) found.set(text, parts);
    return parts.length > 0;
  });
  return figuresOf(units, (text) => found.get(text)!, false);
}

const whole = (text: string): readonly Stretch[] => [{ from: 0, to: text.length }];

/** The figures of `pkg`, with last year's beside them. */
export function ledgerOf(pkg: Pick<Package, 'articles'>, lastYear: Pick<Package, 'articles'> | null): readonly LedgerFigure[] {
  const figures = figuresOf(unitsOf(pkg));
  if (lastYear === null) return figures;
  const last = lastValues(figures, figuresOf(unitsOf(lastYear)));
  return figures.map((figure, index) => ({ ...figure, ...last[index] }));
}

/** Key of a cell that no head names. */
const NO_LABEL = '表：';

/** A key is part of a change's path, and a paragraph without a stop may be a book. */
const LONGEST_KEY = 400;

/** `keyed`: with keys; without, both are empty. */
function figuresOf(units: readonly Unit[], stretches = whole, keyed = true): LedgerFigure[] {
  let article = '';
  // Each figure of the package has a key of its own; last year's is looked for among the sentences of an article.
  const counted = new Map<string, number>();
  let inArticle = new Map<string, number>();
  return units.flatMap((unit) => {
    const parts = stretches(unit.text);
    if (unit.article !== article) inArticle = new Map();
    ({ article } = unit);
    const label = unit.cell !== null && unit.cell.figures.length > 0 ? cellLabel(unit.cell) : null;
    const places = (label !== null ? inCell(unit) : parts.flatMap((part) => [...written(unit, part), ...open(unit, part)])).toSorted((a, b) => a.from - b.from);
    let around: Stretch = { from: 0, to: 0 };
    return places.map(({ from, to, value, text, measured, measure, was, lastMore }): LedgerFigure => {
      if (from >= around.to) around = sentenceAt(unit.text, from);
      const bare = !keyed ? '' : (label === null ? bareSentence(unit, around.from, around.to, places) : withoutYears(label || NO_LABEL).replaceAll(/(?:19|20)\d{2}/g, '')).slice(0, LONGEST_KEY);
      const [n, m] = [counted.get(bare) ?? 0, inArticle.get(bare) ?? 0];
      counted.set(bare, n + 1);
      inArticle.set(bare, m + 1);
      const sentence = `${label ?? ''}${shownSentence(unit, around.from, around.to)}`;
      const shift = (label ?? '').length - around.from;
      return {
        value, text, unit: measured, measure, sentence, inSentence: [from + shift, to + shift], article: unit.article, section: unit.section,
        place: placeIn(unit, from, to), last: was, lastMore, key: keyed ? `${bare}#${n}` : '', yearKey: keyed ? `${bare}#${m}` : '', isPlanned: unit.part === 'plan', ofReport: unit.kind === 'report', cell: label === null ? null : unit.cell,
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
  readonly lastMore: More;
}

const written = (unit: Unit, part: Stretch): Place[] => findFigures(unit.text.slice(part.from, part.to)).map(({ from, to, value, text, unit: measured, measure }) => ({ from: part.from + from, to: part.from + to, value, text, measured, measure, was: null, lastMore: '' }));

/** The figures of a cell, whose words its heads say; of an open one the old value. */
function inCell({ cell, node }: Unit): Place[] {
  return cell!.figures.map(({ from, to, value, text, unit, measure }): Place => {
    const was = value === null ? String(node.nodeAt(from)?.attrs['was'] ?? '') : '';
    const old = was === '' ? null : valueOf(was, '', '');
    return { from, to, value, text, measured: unit, measure, was: old, lastMore: moreOf(was) };
  });
}

/** Letters beside a number that tell what it is. */
const AROUND = 8;

/** What an emptied number was: 1,206, 三百余, 百分之〔九十八〕. null: no number can be made of it. */
function valueOf(was: string, before: string, after: string): number | null {
  if (/^[\d.,]+$/.test(was)) return Number(was.replaceAll(',', ''));
  return findFigures(`${before}${was}${after}`).find(({ from }) => from === before.length)?.value ?? null;
}

/** Placeholders of figures: the words behind one are read as if a number stood there. */
function open(unit: Unit, part: Stretch): Place[] {
  const found: Place[] = [];
  unit.node.forEach((inline, offset) => {
    if (inline.type.name !== 'placeholder' || offset < part.from || offset >= part.to) return;
    const { type, was } = inline.attrs as PlaceholderAttrs;
    if (type !== 'figure') return;
    const [figure] = findFigures(`1${unit.text.slice(offset + 1, offset + 9)}`);
    const old = was === null ? null : valueOf(was, unit.text.slice(Math.max(0, offset - AROUND), offset), unit.text.slice(offset + 1, offset + 1 + AROUND));
    found.push({ from: offset, to: offset + 1, value: null, text: '', measured: unit.text.slice(0, offset).endsWith('百分之') ? '%' : figure?.unit ?? null, measure: figure?.measure ?? null, was: old, lastMore: moreOf(was ?? '') });
  });
  return found;
}

/** What stands for an atom that is no placeholder (a note's sign, a value of the record): nothing to be seen, and one position. */
export const UNSEEN = '\u200b';

/** The sentence as it is read, a placeholder as □, position for position. */
function shownSentence(unit: Unit, from: number, to: number): string {
  const sentence = unit.text.slice(from, to);
  if (!sentence.includes(ATOM)) return sentence;
  const open = new Set<number>();
  unit.node.forEach((inline, offset) => {
    if (inline.type.name === 'placeholder') open.add(offset);
  });
  return Array.from({ length: sentence.length }, (_, i) => sentence.charAt(i)).map((char, i) => (char !== ATOM ? char : open.has(from + i) ? '□' : UNSEEN)).join('');
}

/** The sentence without numbers, years and placeholders: what it says, whatever the year. */
function bareSentence(unit: Unit, from: number, to: number, places: readonly Place[]): string {
  let bare = '';
  let past = from;
  for (const place of places) {
    if (place.to <= past || place.from >= to) continue;
    bare += unit.text.slice(past, Math.max(past, place.from));
    past = Math.min(to, place.to);
  }
  bare += unit.text.slice(past, to);
  return withoutYears(bare).replaceAll(ATOM, '');
}

const withoutYears = (words: string): string => words.replace(/(?:19|20)\d{2}年|\s/g, '');

/** Last year's value as it is shown: 1600余; '' where there is none. */
export const shownLast = ({ last, lastMore }: Pick<LedgerFigure, 'last' | 'lastMore'>): string => (last === null ? '' : `${last}${lastMore}`);

export const wordOf = ({ unit, measure }: LedgerFigure): string => `${unit ?? ''}${measure ?? ''}`;

/** The figure as it is said: 171件; of an open one its words alone. What a confirmation keeps. */
export const shownFigure = (figure: LedgerFigure): string => `${figure.text}${wordOf(figure)}`;
