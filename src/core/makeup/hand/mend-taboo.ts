// One step that takes away what the desk must not do (试排 beside a finding): every act by
// hand on the blocks concerned is tried, and the one after which least is wrong is taken,
// if less is wrong than before, and what is asked about is gone (asked-wrong.ts). In: a layout
// and where it is wrong. Out: the layout, or why no one act mends it. It changes nothing that is pinned.
import type { Layout, PagePlan, Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import type { HandAct, HandOutcome, HandTools, MendAct } from './hand-act';
import { askedAt } from './asked-wrong';
import { actingByHand } from './by-hand';
import { crowdsOf } from '../rules/crowded';
import { PAGE } from './give-way';
import { GAVE_WAY } from './way-words';
import { harmOf, type PageHarm } from './harm';
import { overwide } from '../measure/head-span';
import { isFault } from '../rules/page-cost';
import { leadOn } from '../rules/page-leads';
import { whiteOf } from '../rules/page-white';
import { roomsOf } from '../judge/rooms';
import type { Steps } from '../measure/steps';
import { TABOO_NAMES } from '../rules/taboo-names';
import type { TabooKind } from '../rules/taboos';
import { usedBody } from '../judge/used-body';
import { noteWith, scoreWords } from './worth-words';

/** Rows that a block moves, or is made higher by, at the most. */
const FAR = 8;
/** Points that a row moved for a rule's sake may cost. */
const FEW_POINTS = 5;
/** Ways to make a block narrower for which all others are made up anew. */
const MOST_ANEW = 2;
/** What a column that a headline has too many counts beside a white cell (harm.ts): it may leave a few of these. */
const WIDE = 6;
const STILL = { left: 0, right: 0, top: 0, bottom: 0 };

export function* mendTaboo(layout: Layout, act: MendAct, tools: HandTools): Steps<HandOutcome> {
  const plan = layout.pages.find(({ number }) => number === act.page);
  if (plan === undefined) return { ok: false, reason: `没有${tools.ruler.pageOf(act.page)}` };
  const harm = harmOf(layout, tools).pages.find((page) => page.plan === plan);
  const asked = harm === undefined ? null : askedAt(harm, act, tools);
  const wrongs = (one: Layout): Wrongs => wrongsOf(one, act, asked, tools);
  const before = wrongs(layout);
  const { left: now } = tools.worthOf(layout);
  // A rule through a line takes no points: that it is gone may cost a few.
  const was = act.taboo === 'crowd' ? now - FEW_POINTS : now;
  let best: { readonly layout: Layout; readonly wrong: number; readonly act: HandAct } | null = null;
  let isDearer = false;
  for (const piece of plan.pieces) {
    const { article, pinned, from, to } = piece;
    if (pinned === true || (act.articles.length > 0 && !act.articles.includes(article))) continue;
    yield;
    const block = { page: act.page, article };
    const others = plan.pieces.filter((other) => other.article !== article && other.pinned !== true && from === null && to === null);
    for (const one of [...others.map((other): HandAct => ({ kind: 'swap', ...block, other: { page: act.page, article: other.article }, asIs: true })), ...(act.taboo === 'wide' ? narrowings(piece, block, tools) : stepsOf(block))]) {
      const outcome = yield* actingByHand(layout, one, tools);
      if (!outcome.ok) continue;
      const after = wrongs(outcome.layout);
      if (newFaults(before.faults, after.faults).length > 0) continue;
      if (after.own >= before.own || after.asked >= before.asked || after.wrong >= before.wrong || (best !== null && after.wrong >= best.wrong)) continue;
      // A text without room, or a page that is worth less, is no mend.
      if (after.over > before.over || tools.worthOf(outcome.layout).left <= was) isDearer = true;
      else best = { layout: outcome.layout, wrong: after.wrong, act: one };
    }
  }
  if (best === null && act.taboo === 'lead') {
    const refused: string[] = [];
    const anew = yield* ledAnew(layout, act, wrongs, refused, tools);
    if (anew !== null) return anew;
    if (refused.length > 0) return { ok: false, reason: `头条排到左上就会${[...new Set(refused)].join('、')}，版面没有动：换一个方案，或先移开别的稿件` };
  }
  if (best === null && act.taboo === 'wide') {
    const anew = yield* narrowedAnew(layout, act, wrongs, tools);
    if (anew !== null) return anew;
  }
  // Where the edition has not text enough no step fills the page.
  const lacks = best === null && act.taboo === 'hole' ? lackWords(layout, plan, tools) : null;
  if (lacks !== null) return { ok: false, reason: lacks };
  if (best === null) return { ok: false, reason: isDearer ? '挪一步能改掉，可是会有稿件排不下，或版面分数更低，没有动：换一个方案，或重新排版' : `${before.asked < before.own ? '这一处' : ''}挪一步改不掉：换一个方案，或重新排版` };
  return { ok: true, layout: best.layout, ...noteWith(doneWords(best.act, tools), scoreWords(tools.worthOf(layout), tools.worthOf(best.layout))) };
}

/** Lines without text on a page from which on it is text that lacks, not a step. */
const MUCH = 60;

/** That the text does not fill the page, and what would; null where little is empty, or some text has no room. */
function lackWords(layout: Layout, plan: PagePlan, { ruler }: HandTools): string | null {
  const { master, pageOf } = ruler;
  const { holes, foot } = whiteOf({ ...plan, pieces: plan.pieces.map((piece) => ({ ...piece, body: usedBody(piece, ruler) })) }, master.columns, master.lines);
  if (holes + foot < MUCH || roomsOf(layout, ruler).some(({ over }) => over > 0)) return null;
  return `${pageOf(plan.number)}还缺约 ${Math.round(((holes + foot) * master.characters) / 100) * 100} 字的稿件，挪动填不满：补稿、配图，或换用较小的版面`;
}

/** `“甲”上移 2 行`: what was done. */
function doneWords(act: HandAct, { titleOf }: HandTools): string {
  const name = 'article' in act ? quoted(titleOf(act.article)) : '';
  const by = (count: number, unit: string, [more, less]: readonly [string, string]): string => `${count > 0 ? more : less} ${Math.abs(count)} ${unit}`;
  switch (act.kind) {
    case 'swap': return `${name}与${quoted(titleOf(act.other.article))}对调了`;
    case 'move': return `${name}${act.rows === 0 ? by(act.columns, '栏', ['右移', '左移']) : by(act.rows, '行', ['下移', '上移'])}`;
    case 'head': return `${name}的标题区${by(act.rows, '行', ['加高', '减去'])}`;
    case 'pull': {
      const { left, right, top, bottom } = act.edges;
      if (right !== 0) return `${name}右边${by(right, '栏', ['加宽', '收窄'])}`;
      if (left !== 0) return `${name}左边${by(left, '栏', ['加宽', '收窄'])}`;
      return top === 0 ? `${name}下边${by(bottom, '行', ['加高', '收回'])}` : `${name}上边${by(top, '行', ['加高', '收回'])}`;
    }
    default: return name;
  }
}

/** The paper made up anew with its lead at the head: the lead's block moved there as it is, or all of it as the program finds best, whichever has less wrong. */
function* ledAnew(layout: Layout, act: MendAct, wrongs: (one: Layout) => Wrongs, refused: string[], tools: HandTools): Steps<HandOutcome | null> {
  const before = wrongs(layout);
  const lead = leadOn(layout.pages, act.page, tools.edition, tools.isReport);
  const moved = lead === null ? null : yield* actingByHand(layout, { kind: 'lead', page: act.page, article: lead }, tools);
  yield;
  const { left: was } = tools.worthOf(layout);
  const anew = tools.remake(layout.pages, true).filter(({ placement }) => placement.left.length === 0);
  let best: { readonly layout: Layout; readonly wrong: number } | null = null;
  for (const one of [...(moved?.ok === true ? [moved.layout] : []), ...anew.map(({ placement }): Layout => ({ pages: placement.pages }))]) {
    const { wrong, own, asked, faults, over } = wrongs(one);
    if (over > before.over || asked >= before.asked || tools.worthOf(one).left <= was) continue;
    const more = newFaults(before.faults, faults);
    if (own < before.own && more.length > 0) {
      refused.push(...more.map((kind) => TABOO_NAMES[kind]));
      continue;
    }
    const dear = wrong + PAGE * Math.max(0, one.pages.length - layout.pages.length);
    if (own < before.own && (best === null || dear < best.wrong)) best = { layout: one, wrong: dear };
  }
  return best === null ? null : { ok: true, layout: best.layout, ...noteWith(GAVE_WAY, scoreWords(tools.worthOf(layout), tools.worthOf(best.layout))) };
}

/** A block with a headline that is too wide made narrower, and all others anew around it, where that is worth more. */
function* narrowedAnew(layout: Layout, act: MendAct, wrongs: (one: Layout) => Wrongs, tools: HandTools): Steps<HandOutcome | null> {
  const before = wrongs(layout);
  const { left: was } = tools.worthOf(layout);
  const plan = layout.pages.find(({ number }) => number === act.page);
  for (const piece of plan?.pieces ?? []) {
    if (piece.pinned === true) continue;
    let tries = 0;
    for (const one of narrowings(piece, { page: act.page, article: piece.article }, tools)) {
      if (one.kind !== 'pull' || one.giveWay !== undefined || tries++ >= MOST_ANEW) continue;
      yield;
      const outcome = yield* actingByHand(layout, { ...one, giveWay: true }, tools);
      if (!outcome.ok) continue;
      const { own, asked, over, faults } = wrongs(outcome.layout);
      if (own >= before.own || asked >= before.asked || over > before.over || newFaults(before.faults, faults).length > 0 || tools.worthOf(outcome.layout).left <= was) continue;
      return { ok: true, layout: outcome.layout, ...noteWith(`${doneWords(one, tools)}，${GAVE_WAY}`, scoreWords(tools.worthOf(layout), tools.worthOf(outcome.layout))) };
    }
  }
  return null;
}

function stepsOf(block: { readonly page: number; readonly article: string }): HandAct[] {
  const out: HandAct[] = [];
  for (let rows = 1; rows <= FAR; rows++) {
    out.push({ kind: 'move', ...block, columns: 0, rows }, { kind: 'move', ...block, columns: 0, rows: -rows }, { kind: 'pull', ...block, edges: { ...STILL, bottom: rows } }, { kind: 'pull', ...block, edges: { ...STILL, bottom: -rows } }, { kind: 'pull', ...block, edges: { ...STILL, top: rows } });
    if (rows <= 4) out.push({ kind: 'head', ...block, rows }, { kind: 'head', ...block, rows: -rows });
  }
  for (const columns of [1, -1]) out.push({ kind: 'move', ...block, columns, rows: 0 }, { kind: 'pull', ...block, edges: { ...STILL, right: columns } }, { kind: 'pull', ...block, edges: { ...STILL, left: columns } });
  return out;
}

/** A block whose headline is too wide, narrower by the columns that are too many or some of them, its text as much higher; nothing for another one. */
function narrowings({ body, deck, ...piece }: Piece, block: { readonly page: number; readonly article: string }, { head }: HandTools): HandAct[] {
  const [only, ...others] = body;
  if (only === undefined || deck === null || others.length > 0 || only.area.columns !== deck.columns) return [];
  const { columns, rows } = only.area;
  const out: HandAct[] = [];
  for (let many = overwide({ ...piece, body, deck }, block.article === head); many > 0; many--) {
    const higher = Math.ceil((rows * columns) / (columns - many)) - rows;
    for (const side of ['right', 'left'] as const) for (const bottom of [higher, higher + 1]) {
      const pull = { kind: 'pull', ...block, edges: { ...STILL, [side]: -many, bottom } } as const;
      out.push(pull, { ...pull, giveWay: 'level' });
    }
  }
  return out;
}

/** What is wrong with a layout, by what a mend is judged by. */
interface Wrongs {
  readonly wrong: number;
  /** Of the asked kind on the asked page. */
  readonly own: number;
  /** Of the one that is asked about (asked-wrong.ts); where any is, as many as of the kind. */
  readonly asked: number;
  /** Lines without room. */
  readonly over: number;
  /** Taboos of the paper's style, of all pages. */
  readonly faults: readonly TabooKind[];
}


/** Kinds of which there are more than before: one taboo is not mended by another. */
function newFaults(before: readonly TabooKind[], after: readonly TabooKind[]): TabooKind[] {
  const count = (all: readonly TabooKind[], kind: TabooKind): number => all.filter((one) => one === kind).length;
  return [...new Set(after)].filter((kind) => count(after, kind) > count(before, kind));
}

function wrongsOf(layout: Layout, { page, taboo }: MendAct, asked: ReturnType<typeof askedAt>, tools: HandTools): Wrongs {
  const { head, ruler } = tools;
  const { wrong, pages, rooms } = harmOf(layout, tools);
  const ownOf = ({ plan, taboos, white }: PageHarm): number => {
    switch (taboo) {
      case 'hole': return white.holes;
      case 'crowd': return crowdsOf(plan).length;
      case 'wide': return plan.pieces.reduce((sum, piece) => sum + overwide(piece, piece.article === head), 0);
      default: return taboos.filter(({ kind }) => kind === taboo).length;
    }
  };
  const own = pages.filter(({ plan }) => plan.number === page).reduce((sum, one) => sum + ownOf(one), 0);
  const left = asked === null ? own : pages.filter(({ plan }) => plan.number === page).reduce((sum, one) => sum + asked(one), 0);
  return { wrong: wrong + (taboo === 'wide' ? WIDE * own : 0), own, asked: left, over: rooms.reduce((sum, room) => sum + room.over, 0), faults: pages.flatMap(({ taboos }) => taboos.filter((found) => isFault(found, ruler.style)).map(({ kind }) => kind)) };
}
