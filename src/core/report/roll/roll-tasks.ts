// What became of the places that roll-forward emptied and flagged: open still, and why, or
// done, with what stands there now (去年 8 → 今年 9). Nothing of it is kept in the package: the version
// `last-year` and the record say what was emptied and flagged, the text of today what
// became of it. So it survives saving, is undone with the text itself, and knows a figure
// filled in Word, in the text or in the list alike. A paragraph that is gone has no task.
import type { Node } from 'prosemirror-model';
import { renderField } from '../../model/fields';
import { shortestEdit } from '../../model/shortest-edit';
import type { TextPlace, TextStretch } from '../../diagnostic';
import type { Article, Meeting, Package, Version } from '../../model/package';
import type { PlaceholderAttrs } from '../../model/schema';
import { wordEnd, wordStart } from '../../model/word-edges';
import { cellLabel } from '../figures/table-cells';
import { LAST_YEAR, MADE } from './version-ids';
import { CARRIED_CLOSE, carriedStretches, isCarriedIn } from './five-year-report';
import type { BlankItem, ReviewItem } from './item';
import { planRoll } from './plan-roll';
import { ATOM, placeIn, textOf, unitsOf, type Unit } from './unit';

/** A place of today's text that the roll-forward emptied or flagged. */
export interface RollTask extends TextStretch {
  /** Why it was emptied or flagged, in Chinese. */
  readonly why: string;
  readonly isOpen: boolean;
  readonly group: 'blank' | 'review';
  readonly kind: Open['kind'];
  /** A hole of the template: `was` is last year's words where it has any, `clause` the template's. */
  readonly isHole: boolean;
  /** Last year's words. */
  readonly was: string;
  /** The clause of last year's text that they stood in. */
  readonly clause: string;
  /** What stands there now; null: the sentence was written anew. */
  readonly now: string | null;
  /** What the heads of its table say of it (经济建设 立案：); '' elsewhere. */
  readonly label: string;
  /** What stands around it, for a list. */
  readonly before: string;
  readonly after: string;
  readonly section: string;
}

/** A hole of the template that a report on five years was made on. */
interface Hole {
  readonly group: 'blank';
  readonly kind: PlaceholderAttrs['type'];
  readonly was: string;
  readonly why: string;
  readonly place: TextPlace;
  readonly isHole: true;
}

type Open = BlankItem | ReviewItem | Hole;
const isHole = (item: Open): item is Hole => 'isHole' in item;

/** More than this beside what was there, and the sentence is another. */
const MOST_NEW = 24;
/** A paragraph with more differences in letters was written anew. */
const MOST_EDITS = 1200;
/** Letters of a piece by which a paragraph is found again, and what share of its pieces must be: fewer are the language's. */
const PIECE = 6;
const LEAST_SHARE = 0.3;
const AROUND = 10;
const CLAUSE = 24;

const planned = new WeakMap<Version, { readonly meeting: Meeting; readonly items: ReadonlyMap<string, readonly Open[]>; readonly units: ReadonlyMap<string, readonly Unit[]> }>();
const traced = new WeakMap<Node, WeakMap<Node, readonly number[] | null>>();

/** In the order of last year's text; none where that is not kept. */
export function rollTasks(pkg: Package): readonly RollTask[] {
  const last = pkg.versions.find(({ id }) => id === LAST_YEAR);
  if (last === undefined) return [];
  const { items, units } = planOf(pkg, last);
  const now = byArticle(unitsOf(pkg));
  const renewed = renewedReport(pkg, last);
  return pkg.articles.flatMap((article) => {
    const [then, today] = [units.get(article.id) ?? [], now.get(article.id) ?? []];
    if (article.id !== renewed) return tasksIn(article, then, today, items, pkg.meeting);
    // The template's head is new; who speaks was asked, and the tables came along.
    const report = last.articles.find(({ id }) => id === renewed);
    return [...tasksIn(article, then.filter(({ field, cell }) => field === 'head.speaker' || cell !== null), today, items, pkg.meeting), ...(report === undefined ? [] : carriedTasks(then, report.doc, today, madeUnits(pkg, article))), ...askedTasks(pkg, article, today)];
  });
}

/** The texts of the draft of a report as it was made; null: it is not kept. */
function madeUnits({ versions }: Package, { id }: Article): readonly Unit[] | null {
  const made = versions.find((version) => version.id === MADE)?.articles.find((article) => article.id === id);
  return made === undefined ? null : unitsIn(made);
}

/** What the template of a report on five years asked for: its holes, by the draft as it was made. Of tables last year's tell. */
function askedTasks({ versions, meeting }: Package, article: Article, now: readonly Unit[]): RollTask[] {
  const made = versions.find(({ id }) => id === MADE)?.articles.find(({ id }) => id === article.id);
  if (made === undefined) return [];
  const was = unitsIn(made).filter(({ field, cell }) => field === null && cell === null);
  const items = new Map<string, Open[]>();
  for (const unit of was) {
    const own = holesIn(unit);
    if (own.length > 0) items.set(placeKey(made.id, null, unit.block), own);
  }
  return tasksIn(article, was, now.filter(({ cell }) => cell === null), items, meeting);
}

const unitsKept = new WeakMap<Article, readonly Unit[]>();

/** The units of an article that does not change. */
function unitsIn(article: Article): readonly Unit[] {
  const known = unitsKept.get(article) ?? unitsOf({ articles: [article] });
  unitsKept.set(article, known);
  return known;
}

function holesIn(unit: Unit): Hole[] {
  const holes: Hole[] = [];
  unit.node.forEach((inline, offset) => {
    if (inline.type.name !== 'placeholder') return;
    const { type, was, note } = inline.attrs as PlaceholderAttrs;
    holes.push({ group: 'blank', kind: type, was: was ?? '', why: note ?? '', place: placeIn(unit, offset, offset + 1), isHole: true });
  });
  return holes;
}

/** 换届: the report that was made anew on a template; null: none was. */
function renewedReport({ meeting, articles }: Package, last: Version): string | null {
  const isNewTerm = meeting.session === 1 && last.meeting.session !== null && last.meeting.session > 1;
  const report = isNewTerm ? last.articles.find(({ kind }) => kind === 'report')?.id ?? null : null;
  return report !== null && articles.some(({ id }) => id === report) ? report : null;
}

/** Last year's words in a report on five years: open while they are under 待核. What was deleted or written anew has no task. */
function carriedTasks(was: readonly Unit[], doc: Node, now: readonly Unit[], made: readonly Unit[] | null): RollTask[] {
  return carriedStretches(was, doc).flatMap(({ unit, from, to, why }): RollTask[] => {
    const words = unit.text.slice(from, to);
    if (made !== null && why !== CARRIED_CLOSE && !isCarriedIn(made, words)) return [];
    const there = now.find(({ field, text }) => field === null && text.includes(words));
    if (there === undefined || words.trim() === '') return [];
    const start = there.text.indexOf(words);
    const end = start + words.length;
    return [{
      why, label: '', isHole: false, isOpen: isOpenAt(there.node, start, end, 'review'), group: 'review', kind: 'carried', article: there.article, block: there.block, field: null, from: there.base + start, to: there.base + end,
      was: words.replaceAll(ATOM, ''), clause: words.replaceAll(ATOM, ''), now: words.replaceAll(ATOM, ''), before: there.text.slice(wordStart(there.text, start - AROUND), start), after: there.text.slice(end, wordEnd(there.text, end + AROUND)), section: there.section,
    }];
  });
}

/** What was to be done, by article and place; made once a version and record. */
function planOf(pkg: Package, last: Version): { readonly items: ReadonlyMap<string, readonly Open[]>; readonly units: ReadonlyMap<string, readonly Unit[]> } {
  const known = planned.get(last);
  if (known?.meeting === pkg.meeting) return known;
  const then: Package = { ...pkg, meeting: last.meeting, articles: last.articles };
  const items = new Map<string, Open[]>();
  for (const item of planRoll(then, { kind: 'next', meeting: pkg.meeting, isWhole: true }).items) {
    if (item.group === 'change' || (item.group === 'review' ? !item.task : item.record)) continue;
    const key = placeKey(item.place.article, item.place.field, item.place.block);
    items.set(key, [...(items.get(key) ?? []), item]);
  }
  const made = { meeting: pkg.meeting, items, units: byArticle(unitsOf(last)) };
  planned.set(last, made);
  return made;
}

function byArticle(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const group = groups.get(unit.article);
    if (group === undefined) groups.set(unit.article, [unit]);
    else group.push(unit);
  }
  return groups;
}

const placeKey = (article: string, field: string | null, block: number | null): string => `${article}/${field ?? ''}/${block ?? ''}`;

function tasksIn({ id }: Article, was: readonly Unit[], now: readonly Unit[], items: ReadonlyMap<string, readonly Open[]>, meeting: Meeting): RollTask[] {
  const pairs = pairUnits(was, now, (unit) => items.has(placeKey(id, unit.field, unit.block)));
  const tasks: RollTask[] = [];
  for (const unit of was) {
    const own = (items.get(placeKey(id, unit.field, unit.block)) ?? []).filter(({ place }) => place.from >= unit.base && place.to <= unit.base + unit.text.length);
    const there = own.length === 0 ? undefined : pairs.get(unit);
    if (there === undefined) continue;
    for (const item of own) tasks.push(taskAt(item, unit, there, meeting));
  }
  return tasks;
}

function taskAt(item: Open, unit: Unit, there: Unit, meeting: Meeting): RollTask {
  const [from, to] = [item.place.from - unit.base, item.place.to - unit.base];
  const stretch = stretchOf(unit.node, there.node, from, to) ?? (isHole(item) ? betweenWords(unit.text, there.text, from) : null);
  const was = item.group === 'blank' ? item.was : item.text;
  const [start, end] = stretch ?? [0, 0];
  const isAnew = stretch === null || (!isHole(item) && end - start > was.length + MOST_NEW);
  const label = there.cell === null || item.kind !== 'figure' ? '' : cellLabel(there.cell);
  const isOpen = isAnew ? isHole(item) && hasHole(there.node, item) : isOpenAt(there.node, start, end, item.group);
  const base = { label, isHole: isHole(item), group: item.group, kind: item.kind, why: item.why, isOpen, article: there.article, block: there.block, field: there.field, was, clause: `${label}${clauseOf(unit.text, from, to)}`, section: there.section };
  if (isAnew) return { ...base, from: there.base + start, to: there.base + start, now: null, before: unit.text.slice(wordStart(unit.text, from - AROUND), from), after: unit.text.slice(to, wordEnd(unit.text, to + AROUND)) };
  return { ...base, from: there.base + start, to: there.base + end, now: wordsIn(there.node, start, end, meeting), before: there.text.slice(wordStart(there.text, start - AROUND), start), after: there.text.slice(end, wordEnd(there.text, end + AROUND)) };
}

/** What stands around a stretch up to the next mark on either side. */
function clauseOf(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - CLAUSE), from).split(/[。！？；，、\n]/).at(-1) ?? '';
  const after = text.slice(to, to + CLAUSE).split(/[。！？；，、\n]/)[0] ?? '';
  return `${before}${text.slice(from, to)}${after}`.replaceAll(ATOM, '');
}

/** A stretch as a reader sees it, values of the record filled in. */
function wordsIn(node: Node, from: number, to: number, meeting: Meeting): string {
  return node.textBetween(from, to, '', (leaf) => (leaf.type.name === 'field' ? renderField(String(leaf.attrs['path']), String(leaf.attrs['form']), meeting) ?? '' : ''));
}

/** Whether something open stands from `from` to `to`: a placeholder, or of a flag its doubt. */
function isOpenAt(node: Node, from: number, to: number, group: Open['group']): boolean {
  let open = false;
  node.forEach((inline, offset) => {
    if (offset >= to || offset + inline.nodeSize <= from) return;
    open ||= inline.type.name === 'placeholder' || (group === 'review' && inline.marks.some(({ type }) => type.name === 'doubt'));
  });
  return open;
}

/** Where a stretch of last year's paragraph stands in today's: between what is left of its neighbours. null: written anew. */
function stretchOf(was: Node, now: Node, from: number, to: number): readonly [number, number] | null {
  const places = trace(was, now);
  if (places === null) return null;
  let start = 0;
  for (let i = from - 1; i >= 0; i--) {
    if (places[i]! >= 0) {
      start = places[i]! + 1;
      break;
    }
  }
  let end = now.content.size;
  for (let i = to; i < places.length; i++) {
    if (places[i]! >= 0) {
      end = places[i]!;
      break;
    }
  }
  return [start, Math.max(start, end)];
}

/** Where the hole at `hole` was in a text with far more in it by now: between the words of the old one that stood around it, looked for one behind the other. null: they are gone. */
function betweenWords(was: string, now: string, hole: number): readonly [number, number] | null {
  let start = 0;
  const pieces = was.split(ATOM);
  for (let index = 0, at = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const found = now.indexOf(piece, start);
    if (found < 0) return null;
    // The hole before this piece.
    if (index > 0 && at - 1 === hole) return [start, piece === '' ? now.length : found];
    start = found + piece.length;
    at += piece.length + 1;
  }
  return null;
}

function hasHole(node: Node, { kind, why }: Hole): boolean {
  return node.children.some((inline) => inline.type.name === 'placeholder' && inline.attrs['type'] === kind && (inline.attrs['note'] ?? '') === why);
}

/** Of each position of the old paragraph its place in the new one, −1: gone. */
function trace(was: Node, now: Node): readonly number[] | null {
  const known = traced.get(was)?.get(now);
  if (known !== undefined) return known;
  const steps = shortestEdit([...split(textOf(was))], [...split(textOf(now))], MOST_EDITS);
  let places: number[] | null = null;
  if (steps !== null) {
    places = [];
    let at = 0;
    for (const step of steps) {
      if (step === 'both') places.push(at++);
      else if (step === 'left') places.push(-1);
      else at++;
    }
  }
  const of = traced.get(was) ?? new WeakMap<Node, readonly number[] | null>();
  traced.set(was, of);
  of.set(now, places);
  return places;
}

/** One entry a position, as offsets count. */
const split = (text: string): string[] => text.split('');

/** Last year's texts and what became of them: a field by its path, a paragraph by where it stood and how it begins and ends, else by pieces of its words. */
function pairUnits(was: readonly Unit[], now: readonly Unit[], isAsked: (unit: Unit) => boolean): ReadonlyMap<Unit, Unit> {
  const pairs = new Map<Unit, Unit>();
  const bodies = now.filter(({ field }) => field === null);
  const old = was.filter(({ field }) => field === null);
  let pieces: ReadonlyMap<string, Unit | null> | null = null;
  // By how many paragraphs what stands here has moved.
  let shift = 0;
  const cells = cellsByName(bodies);
  const oldCells = cellsByName(old);
  old.forEach((unit, index) => {
    if (!isAsked(unit)) return;
    if (unit.cell !== null) {
      const name = cellName(unit);
      const there = cells.get(name)?.[oldCells.get(name)!.indexOf(unit)];
      if (there !== undefined) pairs.set(unit, there);
      return;
    }
    const near = [shift, 0, shift + 1, shift - 1].find((by) => isLike(unit, bodies[index + by]));
    if (near !== undefined) {
      shift = near;
      pairs.set(unit, bodies[index + near]!);
      return;
    }
    pieces ??= piecesIn(bodies);
    const found = byPieces(unit, pieces);
    if (found !== null) pairs.set(unit, found);
  });
  for (const unit of was) {
    const same = unit.field === null ? undefined : now.find(({ field }) => field === unit.field);
    if (same !== undefined) pairs.set(unit, same);
  }
  return pairs;
}

/** A cell is the one whose row and column are called so, the years in their names aside. */
const cellName = ({ cell }: Unit): string => `${cell!.rowName}\n${cell!.columnName}`.replaceAll(/(?:19|20)\d{2}年?/g, '');

function cellsByName(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const named = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.cell === null) continue;
    const name = cellName(unit);
    named.set(name, [...(named.get(name) ?? []), unit]);
  }
  return named;
}

function isLike({ text }: Unit, there: Unit | undefined): boolean {
  return there !== undefined && text.length >= 2 * PIECE && there.text.startsWith(text.slice(0, PIECE)) && there.text.endsWith(text.slice(-PIECE));
}

/** Pieces of all paragraphs; null: in several of them, which tells none. */
function piecesIn(units: readonly Unit[]): ReadonlyMap<string, Unit | null> {
  const pieces = new Map<string, Unit | null>();
  for (const unit of units) {
    for (const piece of piecesOf(unit.text)) {
      const known = pieces.get(piece);
      pieces.set(piece, known === undefined || known === unit ? unit : null);
    }
  }
  return pieces;
}

function byPieces({ text }: Unit, pieces: ReadonlyMap<string, Unit | null>): Unit | null {
  const votes = new Map<Unit, number>();
  for (const piece of piecesOf(text)) {
    const there = pieces.get(piece);
    if (there !== undefined && there !== null) votes.set(there, (votes.get(there) ?? 0) + 1);
  }
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= LEAST_SHARE * Math.max(1, text.length - PIECE + 1) ? best[0] : null;
}

function* piecesOf(text: string): Generator<string> {
  for (let i = 0; i + PIECE <= text.length; i++) yield text.slice(i, i + PIECE);
}
