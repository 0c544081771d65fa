// What 待办 lists: 待填 (placeholders), 待核 (doubts, set phrases that have aged) and 已办
// (roll-forward's places that are open no more), in the order of the text with the
// section each stands in. In: a package. Out: records; nothing is drawn here.
import type { Node } from 'prosemirror-model';
import type { TextStretch } from '../../core/diagnostic';
import { docOf } from '../../core/model/apply-change';
import { emptyFieldText, renderField } from '../../core/model/fields';
import { FIELD_PATHS, type FieldPath, type Meeting, type Package } from '../../core/model/package';
import { placeholderText } from '../../core/model/placeholder';
import { quoted } from '../../core/model/quote';
import type { FieldAttrs, PlaceholderAttrs } from '../../core/model/schema';
import { findFigures } from '../../core/report/figures/find-figures';
import { openTasks } from '../../core/report/open-tasks';
import { rollTasks, type RollTask } from '../../core/report/roll/roll-tasks';
import { ATOM, unitsOf } from '../../core/report/roll/unit';
import { positionOf } from '../editor/places';
import { today } from '../templates/today';
import { articleNames } from './article-names';
import { shortSection } from './section-name';

export interface Task extends TextStretch {
  /** Stays the same while what stands before it in its paragraph changes: the row below one that is filled keeps the focus. */
  readonly key: string;
  readonly tag: '待填' | '待核' | '已办';
  readonly text: string;
  /** What belongs there, why it is to be looked at, what became of it. */
  readonly note: string | null;
  /** Of a 待填 that can be filled here: what follows it in the text (次, 件); null: it cannot. */
  readonly suffix: string | null;
  /** Of a 待填: what is to be filled in. */
  readonly type: PlaceholderAttrs['type'] | null;
  /** Of a 待核: how it is ticked. */
  readonly tick: 'phrase' | 'doubt' | null;
  readonly section: string;
}

type Place = Pick<Task, 'article' | 'block' | 'field' | 'from'>;

/** A task as it is found, before it has a key. */
type Found = Omit<Task, 'key'>;

// The tab counts what the list shows: found once a package.
const found = new WeakMap<Package['articles'], { readonly meeting: Meeting; readonly tasks: readonly Task[] }>();

/** Everything listed. Kept for the last package asked about. */
export function tasksOf(pkg: Package): readonly Task[] {
  const { articles, meeting } = pkg;
  const known = found.get(articles);
  if (known?.meeting === meeting) return known.tasks;
  const day = today();
  const sectionOf = sectionFinder(pkg);
  const rolled = rollTasks(pkg);
  const flags = rolled.filter(({ isOpen, group }) => isOpen && group === 'review');
  const emptied = rolled.filter(({ isOpen, isHole, group }) => isOpen && !isHole && group === 'blank');
  const open = openTasks(pkg, day).map(({ kind, ...place }): Found => {
    const section = sectionOf(place);
    if (kind === 'placeholder') return toFill(pkg, place, section, emptied);
    if (kind === 'doubt') return { ...place, tag: '待核', note: reasons(flags, place), suffix: null, type: null, tick: 'doubt', section };
    return { ...place, tag: '待核', suffix: null, type: null, tick: 'phrase', section };
  });
  const done = rolled.filter(({ isOpen }) => !isOpen).map((task): Found => ({ ...task, tag: '已办', ...doneWords(task), suffix: null, type: null, tick: null, section: sectionOf(task) }));
  const order = new Map(articles.map(({ id }, index) => [id, index]));
  const tasks = [...open, ...done].toSorted((a, b) => (order.get(a.article) ?? 0) - (order.get(b.article) ?? 0) || byPlace(a, b)).map((task): Task => ({ ...task, key: keyOf(pkg, task) }));
  found.set(articles, { meeting, tasks });
  return tasks;
}

/** Why a doubt was put there, where roll-forward did. */
function reasons(flags: readonly RollTask[], { article, field, block, from, to }: Omit<Found, 'tag' | 'note' | 'suffix' | 'type' | 'tick' | 'section'>): string | null {
  const here = flags.filter((flag) => flag.article === article && flag.field === field && flag.block === block && flag.from < to && flag.to > from);
  return here.length === 0 ? null : [...new Set(here.map(({ why }) => why))].join('；');
}

/** By its distance from the end of its paragraph. */
function keyOf(pkg: Package, { article, field, block, from, tag, tick }: Found): string {
  const size = docOf(pkg, article, field)?.maybeChild(block ?? 0)?.content.size ?? 0;
  return [article, field ?? '', block ?? '', size - from, tag, tick ?? ''].join('/');
}

/** The open place next after the caret (its own end, where one is selected), on through the package's articles and from the first again; null: nothing is open. */
export function taskAfter(pkg: Package, caret: Place | null): Task | null {
  const open = tasksOf(pkg).filter(({ tag }) => tag !== '已办');
  const order = pkg.articles.map(({ id }) => id);
  const isAfter = (task: Task): boolean => {
    if (caret === null) return true;
    const by = order.indexOf(task.article) - order.indexOf(caret.article);
    return by === 0 ? byPlace(task, caret) >= 0 : by > 0;
  };
  return open.find(isAfter) ?? open[0] ?? null;
}

/** Heads first, then down the text. */
function byPlace(a: Place, b: Place): number {
  if (a.field !== b.field) return fieldOrder(a.field) - fieldOrder(b.field);
  return (a.block ?? 0) - (b.block ?? 0) || a.from - b.from;
}

const fieldOrder = (field: string | null): number => (field === null ? FIELD_PATHS.length : (FIELD_PATHS as readonly string[]).indexOf(field));

/** Names the section that a place stands in, with its article where there are several. */
export function sectionFinder(pkg: Package): (place: Pick<Place, 'article' | 'block' | 'field'>) => string {
  const names = articleNames(pkg.articles, pkg.meeting);
  const prefixes = new Map(pkg.articles.map(({ id }, index) => [id, index === 0 ? '' : `${names[index] ?? ''} · `]));
  const sections = new Map<string, string>();
  for (const { article, block, field, section } of unitsOf(pkg)) if (field === null) sections.set(`${article}/${block ?? ''}`, section);
  return ({ article, block, field }) => `${prefixes.get(article) ?? ''}${field !== null ? '标题区' : shortSection(sections.get(`${article}/${block ?? ''}`) ?? '') || '开头'}`;
}

/** Letters of what follows a figure, where no measure word is known. */
const SUFFIX = 4;

function toFill(pkg: Package, place: Omit<Found, 'tag' | 'suffix' | 'tick' | 'type' | 'section'>, section: string, emptied: readonly RollTask[]): Found {
  const doc = docOf(pkg, place.article, place.field);
  const position = doc === null ? null : positionOf(doc, { block: place.block ?? 0, offset: place.from });
  const node = doc === null || position === null ? null : doc.nodeAt(position);
  const task: Found = { ...place, tag: '待填', suffix: null, type: null, tick: null, section };
  if (doc === null || position === null || node?.type.name !== 'placeholder') return task;
  const { type, was, note } = node.attrs as PlaceholderAttrs;
  const at = doc.resolve(position);
  const around = (from: number, to: number): string => at.parent.textBetween(Math.max(0, from), Math.min(to, at.parent.content.size), '', (leaf) => shownLeaf(leaf, pkg.meeting));
  const [before, after] = [around(at.parentOffset - 24, at.parentOffset).split(/[。！？；，、\n]/).at(-1) ?? '', around(at.parentOffset + 1, at.parentOffset + 13)];
  const clause = after.split(/[。！？；，、\n]/)[0] ?? '';
  // Last year's own words where the draft keeps them: what stands around the hole today may be this year's already.
  const own = was === null ? undefined : emptied.find((one) => one.was === was && one.article === place.article && one.field === place.field && one.block === place.block && one.from <= place.from && one.to > place.from);
  const old = was === null ? null : own === undefined || own.label !== '' ? `去年 ${was}` : `去年：${own.clause}`;
  const said = [note, old].filter((one) => one !== null).join(' · ');
  return { ...task, type, text: `${own?.label ?? ''}${before}${placeholderText(type, null)}${clause}`.replaceAll(ATOM, '□'), note: said === '' ? null : said, suffix: type === 'text' ? null : type === 'figure' ? suffixOf(after) : '' };
}

/** An atom as a reader sees it: a value of the record in its words. */
function shownLeaf(leaf: Node, meeting: Meeting): string {
  if (leaf.type.name === 'placeholder') return '〔待填〕';
  if (leaf.type.name !== 'field') return ATOM;
  const { path, form } = leaf.attrs as FieldAttrs;
  return renderField(path, form, meeting) ?? emptyFieldText(path);
}

/** 次, 亿元: the unit or measure word that follows. */
function suffixOf(after: string): string {
  const [figure] = findFigures(`1${after}`);
  return figure?.from === 0 ? `${figure.unit ?? ''}${figure.measure ?? ''}` : (after.split(/[，。；、\n]/)[0] ?? '').slice(0, SUFFIX);
}

/** Letters of what was written into a hole that a row shows. */
const SHOWN = 40;
const clip = (words: string): string => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);

function doneWords({ group, was, now, label, before, after, isHole, why }: RollTask): { readonly text: string; readonly note: string } {
  const bare = (text: string): string => text.replaceAll(ATOM, '');
  if (now === null) return { text: `${bare(before)}${was}${bare(after)}`, note: '这一句已改写' };
  const stays = bare(now) === was;
  if (group === 'review') return { text: was, note: stays ? '照旧，已核' : now === '' ? '已删去' : rewritten(was, bare(now)) };
  if (isHole && was === '') return { text: `${bare(before).split(/[。；，、]/).at(-1) ?? ''}${clip(bare(now))}${bare(after).split(/[。；，、]/)[0] ?? ''}`, note: now === '' ? `没有写：${why}` : why };
  const clause = `${label}${bare(before).split(/[。；，、]/).at(-1) ?? ''}${bare(now)}${bare(after).split(/[。；，、]/)[0] ?? ''}`;
  return { text: clause, note: stays ? `去年 ${was}，今年照旧` : now === '' ? `去年 ${was}，今年不写` : `去年 ${was} → 今年 ${bare(now)}` };
}

/** What a flagged place reads now; where little is left between what stayed around it, that says nothing of it. */
const rewritten = (was: string, now: string): string => (now.length * 2 < was.length ? '已改写' : `已改为${quoted(now)}`);

/** A task as it stands in the text of now, which a list may be a pause behind; null: it is gone. */
export function taskNow(pkg: Package, { key }: Task): Task | null {
  return tasksOf(pkg).find((task) => task.key === key) ?? null;
}

/** Where a task's text lies for a change, or null where it is gone. */
export function rangeOf(pkg: Package, { article, field, block, from, to }: Task): { readonly from: number; readonly to: number } | null {
  const doc = docOf(pkg, article, field as FieldPath | null);
  const start = doc === null ? null : positionOf(doc, { block: block ?? 0, offset: from });
  return start === null ? null : { from: start, to: start + Math.max(0, to - from) };
}
