// `npm run makeup -- --drops`: acts by hand on real pages, measured: who else is changed, what
// the page loses, taboos, lines without room, holes, CPU and the longest wait between two steps.
// `--only TEXT` cases whose name has it, `--kind CLASS,CLASS` acts of those, `--worst N` the dearest of each class,
// `--seeds A,B` others, `--json FILE` every act, to be held against another run's; `--draw` the
// page of each act that is told, before and after, a letter a block (a capital: its title, or box).
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Flower } from '../../src/core/flow/flow-article';
import { actingByHand } from '../../src/core/makeup/hand/by-hand';
import type { HandAct, HandTools, Worth } from '../../src/core/makeup/hand/hand-act';
import { changedBeside, moreOver, movedBeside } from '../../src/core/makeup/hand/hand-cost';
import { boundsOf } from '../../src/core/makeup/measure/hand-shape';
import { pieceOf } from '../../src/core/makeup/hand/hand-put';
import { harmOf } from '../../src/core/makeup/hand/harm';
import type { Loss } from '../../src/core/makeup/rules/loss';
import { isFault } from '../../src/core/makeup/rules/page-cost';
import { SearchMemory } from '../../src/core/makeup/draft/search-memory';
import { SwapMemory } from '../../src/core/makeup/hand/swap-memory';
import { areasOf, type Layout, layoutFault } from '../../src/core/model/layout';
import type { PaperMaster } from '../../src/core/model/master';
import { Paginator } from '../../src/core/page/paginate';
import { PieceMemory } from '../../src/core/page/piece-memory';
import { Setter } from '../../src/core/page/setter';
import { headedPaper, paperSetting, proposingPaper, remadePaper, worthOfPaper } from '../../src/core/typeset-paper';
import { findFonts } from '../../src/node/fonts';
import { actsOn, type Class, CLASSES } from './hand-acts';
import { type HandCase, handCases } from './hand-cases';

/** An act made, and what came of it. */
interface Outcome {
  readonly on: string;
  readonly kind: Class;
  readonly act: HandAct;
  readonly pages: readonly [Layout, Layout | null];
  readonly says: string;
  readonly refused: boolean;
  /** Rows and columns from where it was put. */
  readonly off: number;
  readonly changed: number;
  readonly moved: number;
  /** Points that the page is worth less; that its lead is the lead no more, where it was put lower, is not counted. */
  readonly lost: number;
  readonly taboos: number;
  readonly over: number;
  /** Rows that feet are off by, more than before. */
  readonly feet: number;
  readonly ms: number;
  readonly longest: number;
}

const words = process.argv.slice(2);
const value = (name: string): string | undefined => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const root = process.cwd();
const seeds = (value('--seeds') ?? '3,7,12').split(',').map(Number);
const worst = Number(value('--worst') ?? 0);
const { fonts } = findFonts({ system: false, edition: 'newspaper' });

/** A lead that stands lower, or beside the head (losses.ts): who puts another one there asked for that. */
const isLead = ({ say }: Loss): boolean => say.includes('不在左上');

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The edition's tools, and the page that the program proposes. */
function openCase({ pkg, edition }: HandCase): { readonly tools: HandTools; readonly layout: Layout } {
  const setter = new Setter(fonts);
  const paginator = new Paginator(setter);
  const flower = new Flower();
  const memory = new SearchMemory();
  const { layout: _layout, ...unplaced } = edition;
  const master = edition.master as PaperMaster;
  const articles = edition.articles.map((id) => pkg.articles.find((one) => one.id === id)!);
  const setting = paperSetting(unplaced, master, articles, pkg.meeting, (one, variant) => flower.flow(one, { edition, meeting: pkg.meeting, stage: pkg.stage, variant, noteNumber: null, notesKey: '' }, new Map()).flow, { flower, setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() }, pkg.pictures);
  const [best] = [...proposingPaper(setting, memory)].at(-1) ?? [];
  const worths = new WeakMap<Layout, Worth>();
  const worthOf = (one: Layout): Worth => {
    const worth = worths.get(one) ?? worthOfPaper(one, setting);
    worths.set(one, worth);
    return worth;
  };
  const tools: HandTools = {
    ruler: setting.ruler, edition: edition.articles, head: articles.find(({ kind }) => kind !== 'editorial')?.id ?? null, titleOf: setting.titleOf, isReport: (id) => articles.find((one) => one.id === id)?.kind === 'report', worthOf,
    swaps: new SwapMemory(), remake: (pins, several) => remadePaper(setting, pins, several, memory), headed: (one, name, at) => headedPaper(setting, one, name, at, memory),
  };
  return { tools, layout: best!.layout };
}

function leftOf(layout: Layout, { worthOf }: HandTools): number {
  const { left, losses } = worthOf(layout);
  return left + losses.filter(isLead).reduce((sum, { points }) => sum + points, 0);
}

function measured(on: string, layout: Layout, kind: Class, act: HandAct, tools: HandTools): Outcome {
  const { ruler } = tools;
  const began = cpu();
  let longest = 0;
  const steps = actingByHand(layout, act, tools);
  let from = cpu();
  let step = steps.next();
  for (;;) {
    longest = Math.max(longest, cpu() - from);
    if (step.done === true) break;
    from = cpu();
    step = steps.next();
  }
  const ms = cpu() - began;
  const outcome = step.value;
  const none = { on, kind, act, pages: [layout, outcome.ok ? outcome.layout : null] as const, ms, longest, off: 0, changed: 0, moved: 0, lost: 0, taboos: 0, over: 0, feet: 0 };
  if (!outcome.ok) return { ...none, refused: true, says: outcome.reason };
  const after = outcome.layout;
  const fault = layoutFault(after, ruler.master.columns, ruler.master.lines);
  if (fault !== null) throw new Error(`${on} ${JSON.stringify(act)}: ${fault}`);
  const own = act.kind === 'swap' ? [act.article, act.other.article] : [act.article];
  const facts = (one: Layout): { readonly taboos: number; readonly feet: number } => {
    const { pages } = harmOf(one, tools);
    return { taboos: pages.reduce((sum, { taboos }) => sum + taboos.filter((found) => isFault(found, ruler.style)).length, 0), feet: Math.max(...pages.map(({ white }) => white.worst)) };
  };
  const [was, is] = [facts(layout), facts(after)];
  let off = 0;
  if (act.kind === 'move') {
    const [old, there] = [pieceOf(layout, act), pieceOf(after, act)];
    if (old !== null && there !== null) off = Math.abs(boundsOf(there).row - boundsOf(old).row - act.rows) + 14 * Math.abs(boundsOf(there).column - boundsOf(old).column - act.columns);
  }
  return {
    ...none, refused: false, says: outcome.note ?? '', off, changed: changedBeside(layout, after, own).length, moved: movedBeside(layout, after, own),
    lost: Math.round(10 * (leftOf(layout, tools) - leftOf(after, tools))) / 10, taboos: Math.max(0, is.taboos - was.taboos),
    over: moreOver(layout, after, tools).reduce((sum, { more }) => sum + more, 0), feet: Math.max(0, is.feet - was.feet),
  };
}

/** Rows of a page that one line of its drawing stands for. */
const DRAWN = 3;

/** The page of an act, before and after it, side by side. */
function drawn({ pages: [before, after], act }: Outcome): string {
  const letters = [...new Set(before.pages.flatMap(({ pieces }) => pieces.map(({ article }) => article)))];
  const draw = (layout: Layout): string[] => {
    const plan = layout.pages.find(({ number }) => number === act.page);
    const areas = plan?.pieces.flatMap((piece) => areasOf(piece).map((area, i) => ({ area, letter: String.fromCodePoint((i === 0 && piece.from === null ? 65 : 97) + letters.indexOf(piece.article)) }))) ?? [];
    const end = Math.max(0, ...areas.map(({ area }) => area.row + area.rows));
    const wide = Math.max(0, ...areas.map(({ area }) => area.column + area.columns));
    return Array.from({ length: Math.ceil(end / DRAWN) }, (_, line) => Array.from({ length: wide }, (_cell, column) => areas.find(({ area }) => area.row <= line * DRAWN + 1 && line * DRAWN + 1 < area.row + area.rows && area.column <= column && column < area.column + area.columns)?.letter ?? '.').map((letter) => letter + letter).join(''));
  };
  const [left, right] = [draw(before), after === null ? [] : draw(after)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => `      ${(left[i] ?? '').padEnd(24)}${right[i] ?? ''}`).join('\n');
}

const all: Outcome[] = [];
for (const one of handCases(root, seeds)) {
  if (!one.name.includes(value('--only') ?? '')) continue;
  const { tools, layout } = openCase(one);
  const own = actsOn(layout, tools.ruler.master, tools.isReport).filter(({ kind }) => (value('--kind') ?? '').split(',').some((one) => kind.includes(one)));
  const made = own.map(({ kind, act }) => measured(one.name, layout, kind, act, tools));
  all.push(...made);
  console.log(`${one.name}：${layout.pages.length} 版 ${layout.pages.map(({ pieces }) => pieces.length).join('+')} 块，${tools.worthOf(layout).score} 分，${made.length} 个动作，CPU ${Math.round(made.reduce((sum, { ms }) => sum + ms, 0) / 1000)} 秒`);
}

const rank = (list: readonly number[], part: number): number => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(part * list.length))] ?? 0;
const row = (cells: readonly (string | number)[]): string => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(6, '　') : String(cell).padStart(11))).join('');
console.log(row(['类', 'n', 'refused', 'off p50/90', 'moved 50/90', 'changed max', 'lost 50/90', 'lost max', 'new taboos', 'over n/max', 'feet n/max', 'ms 50/90', 'ms max', 'step max']));
for (const kind of CLASSES) {
  const own = all.filter((one) => one.kind === kind);
  if (own.length === 0) continue;
  const made = own.filter(({ refused }) => !refused);
  const two = (of: (one: Outcome) => number, list = made): string => `${Math.round(10 * rank(list.map(of), 0.5)) / 10}/${Math.round(10 * rank(list.map(of), 0.9)) / 10}`;
  const most = (of: (one: Outcome) => number, list: readonly Outcome[] = made): number => Math.round(10 * Math.max(0, ...list.map(of))) / 10;
  console.log(row([
    kind, own.length, own.length - made.length, two(({ off }) => off), two(({ moved }) => moved), most(({ changed }) => changed), two(({ lost }) => lost), most(({ lost }) => lost),
    made.filter(({ taboos }) => taboos > 0).length, `${made.filter(({ over }) => over > 0).length}/${most(({ over }) => over)}`, `${made.filter(({ feet }) => feet > 0).length}/${most(({ feet }) => feet)}`, two(({ ms }) => Math.round(ms), own), Math.round(most(({ ms }) => ms, own)), Math.round(most(({ longest }) => longest, own)),
  ]));
  const dear = ({ lost, moved, over, refused, off }: Outcome): number => (refused ? 1000 : lost + 4 * moved + 2 * over + off / 2);
  for (const one of own.toSorted((a, b) => dear(b) - dear(a)).slice(0, worst)) {
    const { kind: _kind, page, article, ...how } = one.act;
    console.log(`    ${one.on} ${page} ${article} ${JSON.stringify(how)}: off ${one.off} changed ${one.changed} moved ${one.moved} lost ${one.lost} taboos ${one.taboos} over ${one.over} feet ${one.feet} ${Math.round(one.ms)} ms: ${one.says}`);
    if (words.includes('--draw')) console.log(drawn(one));
  }
}
const file = value('--json');
if (file !== undefined) writeFileSync(path.resolve(file), JSON.stringify(all.map(({ pages: _pages, ...one }) => one)));
