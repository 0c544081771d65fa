// What would mend a block whose text does not meet its room (T, 试排): ways, each an act by hand,
// tried with their text set, and only what works is told or taken. In: a layout and the ways that
// might be, each with its name. Out: those after which all of the block's text has room, or its
// room is filled, and no other has lines without room that had it; what the page is worth least
// less by first. An act that makes it higher is tried a few rows higher where a line is still
// over: a heading, or a paragraph's last line, may take them. One that breaks a rule of the page
// (碰题, 断版…) that was kept comes after others that are about as good and says so in its name: who
// wants it takes it by that name, and T, which takes the best unseen, never does.
import type { Layout } from '../../model/layout';
import { quoted } from '../../model/quote';
import { addedTaboos } from './added-taboos';
import { actingByHand } from './by-hand';
import type { ActsAct, HandAct, HandOutcome, HandTools, RemediesAct, RemedyAct, RemedyWay } from './hand-act';
import { type BlockRoom, roomsOf } from '../judge/rooms';
import type { Steps } from '../measure/steps';
import { askedName, madeName } from './way-names';
import { asSaid, withWorth, withWorthAtEnd } from './worth-words';

/** A way that was tried and works. */
export interface TriedWay extends RemedyWay {
  readonly layout: Layout;
  /** What is to be said of it. */
  readonly note: string;
  /** What the page is worth then, as it is told. */
  readonly score: number;
  readonly left: number;
  /** Rules of the page that it breaks and that were kept: `2 处碰题`; empty where none. */
  readonly added: string;
}

/** `failed`: why the others do not, in words. */
export interface TriedWays {
  readonly tried: readonly TriedWay[];
  readonly failed: string;
}

/** Rows more than asked at which an edge is tried. */
const MOST_MORE = 4;
/** Points that a page may lose by a way, for dearer ones not to be looked for. */
const LITTLE = 3;
/** Points that a way costs which breaks a rule that was kept, beside those that the page loses by it: another as good is taken. */
const ADDED = 20;

/** An act that is to mend a block: refused where the block is no better for it, or another one then has lines without room. */
export function* remedied(layout: Layout, { act }: RemedyAct, tools: HandTools): Steps<HandOutcome> {
  const tried = yield* tryAct(layout, act, tools);
  if (!tried.ok) return tried;
  const { layout: after } = tried;
  return { ok: true, layout: after, ...asSaid(withWorth(tried, layout, after, tools)) };
}

/** The best of the ways, made; why none works where none does. */
export function* bestRemedy(layout: Layout, { ways, isAsked, least }: RemediesAct, tools: HandTools): Steps<HandOutcome> {
  const { tried, failed } = yield* triedWays(layout, ways, tools);
  const [best] = tried;
  if (best !== undefined && least !== undefined && rankOf(best) < least) return { ok: false, reason: `没有试排：最好的是${askedName(best)}，版面只有 ${best.score} 分` };
  if (best !== undefined && best.added !== '' && isAsked !== true) return { ok: false, reason: `没有试排：排得下的，好的都会添版面忌讳，如${askedName(best)}（${best.score} 分）${tried[1] === undefined ? '' : `、${askedName(tried[1])}（${tried[1].score} 分）`}。要这样排，在右边“所选”里按那一条` };
  if (best === undefined) return { ok: false, reason: failed };
  const title = madeName(best);
  return { ok: true, layout: best.layout, note: `${title}${best.note}`, title };
}

/** The ways that work, the best first. Those that make others anew, and those over a page, are not looked for where a plain one does little harm. */
export function* triedWays(layout: Layout, ways: readonly RemedyWay[], tools: HandTools): Steps<TriedWays> {
  const made: TriedWay[] = [];
  const failed: { readonly title: string; readonly reason: string }[] = [];
  const { left: was } = tools.worthOf(layout);
  for (const way of ways) {
    if (isDear(way.act) && made.some(({ left, added }) => added === '' && left >= was - LITTLE)) continue;
    let reason = '';
    for (const one of higher(way)) {
      yield;
      const tried = yield* tryAct(layout, one.act, tools);
      // What is jumped may be more than there is room for on the other page, and is told.
      if (tried.ok && (tried.isMended || one.act.kind === 'jump')) {
        const { score, left } = tools.worthOf(tried.layout);
        const added = addedTaboos(layout, tried.layout, tools);
        const note = `${tried.note === undefined ? '' : '：'}${withWorth(tried, layout, tried.layout, tools)}`;
        if (!made.some((other) => JSON.stringify(other.layout) === JSON.stringify(tried.layout))) made.push({ ...one, layout: tried.layout, note, score, left, added });
        reason = '';
        break;
      }
      reason ||= tried.ok ? stillWords(tried.layout, way.act.article, tools) : tried.reason;
      if (!tried.ok) break;
    }
    if (reason !== '') failed.push({ title: way.title, reason });
  }
  const rooms = roomsOf(layout, tools.ruler).filter(({ article }) => ways.some(({ act }) => act.article === article));
  const isOver = rooms.some(({ over }) => over > 0);
  return { tried: made.toSorted((a, b) => rankOf(b) - rankOf(a)), failed: failedWords(failed, isOver, rooms.reduce((sum, { short }) => sum + short, 0)) };
}

/** Several acts as one step; what the page is worth then is told where it is less. */
export function* actingTogether(layout: Layout, { acts }: ActsAct, tools: HandTools): Steps<HandOutcome> {
  let now = layout;
  const said: Extract<HandOutcome, { readonly ok: true }>[] = [];
  for (const act of acts) {
    const outcome = yield* actingByHand(now, act, tools);
    if (!outcome.ok) return outcome;
    now = outcome.layout;
    said.push(outcome);
  }
  return { ok: true, layout: now, ...(acts.length === 1 && said[0]?.note !== undefined ? { note: said[0].note } : asSaid(withWorthAtEnd(said, layout, now, tools))) };
}

function rankOf({ left, added }: TriedWay): number {
  return left - (added === '' ? 0 : ADDED);
}

type Tried = { readonly ok: true; readonly layout: Layout; readonly note?: string; readonly done?: string; readonly isMended: boolean } | Extract<HandOutcome, { readonly ok: false }>;

/** An act, its outcome weighed by what has room then; refused where its block is no better for it or another is the worse. */
function* tryAct(layout: Layout, act: HandAct, tools: HandTools): Steps<Tried> {
  const outcome = yield* actingByHand(layout, act, tools);
  if (!outcome.ok) return outcome;
  const [before, after] = [layout, outcome.layout].map((one) => roomsOf(one, tools.ruler)) as [BlockRoom[], BlockRoom[]];
  const name = (article: string): string => quoted(tools.titleOf(article));
  const broken = after.find(({ article }) => article !== act.article && oversOf(after, article) > oversOf(before, article));
  if (broken !== undefined) return { ok: false, reason: `${name(broken.article)}会余 ${oversOf(after, broken.article)} 行` };
  const shorts = (rooms: readonly BlockRoom[]): number => rooms.reduce((sum, room) => sum + (room.article === act.article ? room.short : 0), 0);
  const [was, is] = [oversOf(before, act.article), oversOf(after, act.article)];
  const isBetter = was > 0 ? is < was : is === 0 && shorts(after) < shorts(before);
  return isBetter ? { ...outcome, isMended: is === 0 } : { ok: false, reason: `${name(act.article)}${was > 0 ? '还是排不下' : '还是排不满'}` };
}

function oversOf(rooms: readonly BlockRoom[], article: string): number {
  return rooms.reduce((sum, room) => sum + (room.article === article ? room.over : 0), 0);
}

function stillWords(layout: Layout, article: string, { ruler, titleOf }: HandTools): string {
  const over = oversOf(roomsOf(layout, ruler), article);
  return over === 0 ? '' : `${quoted(titleOf(article))}还余 ${over} 行`;
}

/** The way, and the same a row less high, then as it is and a few rows higher, where it makes the block higher. */
function higher({ title, act }: RemedyWay): RemedyWay[] {
  if (act.kind !== 'pull' || act.edges.top + act.edges.bottom <= 0) return [{ title, act }];
  const asked = act.edges.top + act.edges.bottom;
  // A line that only the end of a paragraph took has its place again in a row less.
  const first = act.giveWay === 'level' || asked < 2 ? 0 : -1;
  return Array.from({ length: act.giveWay === 'level' ? 1 : MOST_MORE + 1 - first }, (_, i) => i + first).map((more) => {
    const edges = act.edges.top > 0 ? { ...act.edges, top: act.edges.top + more } : { ...act.edges, bottom: act.edges.bottom + more };
    return { title: title.replace(/\d+(?= 行)/u, String(edges.top + edges.bottom)), act: { ...act, edges } };
  });
}

/** It makes others anew, or needs another page. */
function isDear(act: HandAct): boolean {
  return act.kind === 'jump' || (act.kind === 'pull' && act.giveWay === 'level');
}

/** Why ways could not be, for text that has no room (`isOver`) or leaves `short` lines empty, those with one reason together; what else might be done is said where each is tried alone. */
export function failedWords(failed: readonly { readonly title: string; readonly reason: string }[], isOver = true, short = Infinity): string {
  const byReason = new Map<string, string[]>();
  for (const { title, reason } of failed) {
    const why = reason.replace(/。$/u, '').replace(/：(?:换个位置|先).*$/u, '');
    byReason.set(why, [...(byReason.get(why) ?? []), title]);
  }
  const further = isOver ? '可以略去几句（L），或把旁边一篇移到下一版（Ctrl+Alt+PageDown）再试' : short <= 1 ? '末栏短 1 行是常有的，可以不动；要排满就加一句' : '可以配图、加几句，或把下面的一篇往上移';
  return `试过的 ${failed.length} 条都不行，${further}。${[...byReason].map(([why, titles]) => `${why}（${titles.join(' / ')}）`).join('；')}`;
}
