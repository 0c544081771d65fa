// Pages of many short articles (要闻·简讯) as a layout editor dovetails them (犬牙交错): the columns of
// the article at the head end at as many heights as there are stacks under them, each as far down as
// its stack leaves it, so that all ends level, nothing goes straight through (N-31, N-32) and no two
// headlines stand side by side (N-30); what is too short to stand over the whole width has others
// beside it (ground-plans.ts). In: what waits for the page. Out: pages (dovetail-page.ts), the best
// first, for judge-ends.ts to judge; nothing is set. Who stands where is searched by simulated
// annealing: of so many articles there are too many ways, and a beam of single pieces leaves for the
// last ones what no headline fits. Where it is all too much for the page, that is full, and the last
// of it waits for the next one.
import { DovetailPage, type DovetailState, LEAST_ROWS, type Worth } from './dovetail-page';
import { type GroundPlan, groundPlans } from './ground-plans';
import { MOST_SHORT } from '../measure/last-column';
import type { Ruler, Waiting } from '../measure/ruler';
import type { Found } from '../draft/search-memory';

/** Fewer articles find better pages one by one. */
const LEAST = 6;
/** Characters of a brief, and of what else may stand among briefs; part of the articles that are such. */
const BRIEF = 320;
const STORY = 800;
const MOSTLY = 0.7;
/** The search goes on with the best plans alone: plans, and steps; of many articles on fewer plans. */
const ROUNDS = [{ plans: 60, steps: 240 }, { plans: 16, steps: 1000 }, { plans: 6, steps: 4000 }] as const;
const ROUNDS_OF_MANY = [{ plans: 24, steps: 600 }, { plans: 8, steps: 2500 }, { plans: 3, steps: 9000 }] as const;
const MANY = 16;
/** Searches where no more than a few plans come to a page without a fault. */
const MOST_AGAIN = 4;
const ENOUGH = 4;
/** How much worse a step may be, at first and at last. */
const HOT = 90;
const COLD = 1.5;
/** Of all steps, those that give a headline a row, and those that change two articles over; the others move one. */
const GROW = 0.3;
const SWAP = 0.35;
/** Part of a full page that is filled at first. */
const BEGUN = 0.85;
/** Pages that are handed on. */
const MOST_FOUND = 16;

/**
 * Briefs (简讯), so many that they are stacked under their lead: what is longer stands better by itself. `isTight`: one by one they
 * came to no page; then stories too, and a lead that is long, as a report, whose text goes down between them.
 */
function areBriefs(waiting: readonly Waiting[], lead: Waiting, isTight: boolean, ruler: Ruler): boolean {
  if (waiting.length < LEAST || waiting.some((one) => one.rest !== null || (ruler.isLong(one) && !(isTight && one === lead)))) return false;
  if (isTight) return true;
  const characters = waiting.filter((one) => one !== lead && !one.boxed).map((one) => ruler.need(one, 1, 1) * ruler.master.characters);
  return characters.every((own) => own <= STORY) && characters.filter((own) => own <= BRIEF).length >= MOSTLY * characters.length;
}

/** Pages of briefs under and beside the first article, the best first; none where the articles are none. `isTight`: nothing else came to a page that a desk would print. */
export function dovetailed(waiting: readonly Waiting[], mastheadRows: number, isTight: boolean, ruler: Ruler): readonly Found[] {
  const lead = waiting.find(({ boxed }) => !boxed);
  if (lead === undefined || !areBriefs(waiting, lead, isTight, ruler)) return [];
  const { columns } = ruler.master;
  const others = waiting.filter((one) => one !== lead);
  const page = new DovetailPage(lead, others, mastheadRows, ruler, false);
  const lines = page.sizes.needs.at(-1)!;
  if (!Number.isFinite(lines)) return [];
  const plans = groundPlans(columns, waiting.length - 1, lines >= LEAST_ROWS * columns, lines <= 2 * LEAST_ROWS * columns, ruler.style === 'interlocked').filter(({ tops: [first] }) => {
    // Its text is under each column of its title, and beside it down to that one's foot: what begins below is at another height (N-30).
    const { title, columns: wide } = first!;
    const head = ruler.deck(lead, title).rows;
    return LEAST_ROWS * title + Math.max(LEAST_ROWS, head) * (wide - title) <= lines + MOST_SHORT;
  });
  const found = new DovetailSearch(page).best(plans);
  return found.length > 0 ? found : new DovetailSearch(new DovetailPage(lead, others, mastheadRows, ruler, true, page.sizes)).best(plans);
}

/** The best page of a plan so far. */
interface Tried extends Worth {
  readonly plan: GroundPlan;
  readonly state: DovetailState;
}

const NONE: Worth = { cost: Infinity, faults: Infinity, isBroken: true };

/** What has no fault before what has one, what is a page before what is none. */
function better(a: Worth, b: Worth): number {
  return Number(a.isBroken) - Number(b.isBroken) || Number(a.faults > 0) - Number(b.faults > 0) || a.cost - b.cost;
}

class DovetailSearch {
  private seed = 1;

  constructor(private readonly page: DovetailPage) {}

  /** The best page of each plan, the best first. */
  best(plans: readonly GroundPlan[]): readonly Found[] {
    const rounds = this.page.others.length > MANY ? ROUNDS_OF_MANY : ROUNDS;
    // Of too many plans some of each kind.
    const count = Math.min(plans.length, rounds[0].plans);
    const some = Array.from({ length: count }, (_, k) => plans[Math.floor((k * plans.length) / count)]!);
    const best = new Map<GroundPlan, Tried>();
    for (let again = 0; again < MOST_AGAIN; again++) {
      let tried = some.map((plan): Tried => ({ plan, state: this.begun(plan), ...NONE }));
      for (const { plans: most, steps } of rounds) {
        tried = tried.sort(better).slice(0, most).map(({ plan, state }) => this.searched(plan, state, steps));
        for (const one of tried) if (!best.has(one.plan) || better(one, best.get(one.plan)!) < 0) best.set(one.plan, one);
      }
      // By chance the one search comes to a page without a fault, and the other does not.
      const clean = [...best.values()].filter(({ faults, isBroken }) => faults === 0 && !isBroken).length;
      if (clean >= ENOUGH || (again > 0 && clean > 0)) break;
    }
    return [...best.values()].sort(better).filter(({ isBroken }) => !isBroken).slice(0, MOST_FOUND).map(({ plan, state }) => this.page.made(plan, state));
  }

  /** A number of 0 to 1: the same ones each time. */
  private next(): number {
    this.seed = (Math.imul(this.seed, 1664525) + 1013904223) >>> 0;
    return this.seed / 4294967296;
  }

  private below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Each article in turn to the place that is highest: at the head, then in the stacks. */
  private begun(plan: GroundPlan): DovetailState {
    const { page } = this;
    const { needs } = page.sizes;
    const all = page.others.map((_, i) => i);
    const tops = all.filter((i) => Number.isFinite(needs[i])).slice(0, plan.tops.length - 1);
    const rest = all.filter((i) => !tops.includes(i));
    const feet = plan.joints.map(() => rest.pop() ?? -1).reverse();
    const stacks: number[][] = plan.stacks.map(() => []);
    const ends = plan.stacks.map(() => 0);
    const waits: number[] = [];
    const room = page.lines - page.mastheadRows - LEAST_ROWS;
    for (const i of rest) {
      let best = 0;
      for (let k = 1; k < stacks.length; k++) if (ends[k]! < ends[best]!) best = k;
      const rows = (page.sizes.inStack(plan.stacks[best]!.columns)[i]?.rows ?? 0) + 1;
      if (page.isFull && ends[best]! + rows > BEGUN * room) waits.push(i);
      else {
        stacks[best]!.push(i);
        ends[best]! += rows;
      }
    }
    return { stacks, tops, feet, waits, grown: [...page.others.map(() => 0), 0] };
  }

  /** A few better states, one step at a time; a worse one now and then, less and less. */
  private searched(plan: GroundPlan, from: DovetailState, steps: number): Tried {
    let now = from;
    let worth = this.page.worthOf(plan, now);
    let best: Tried = { plan, state: now, ...worth };
    for (let step = 0; step < steps; step++) {
      const next = this.step(plan, now);
      if (next === null) continue;
      const heat = HOT * (COLD / HOT) ** (step / steps);
      const most = worth.cost - heat * Math.log(1 - this.next());
      const own = this.page.worthOf(plan, next, most);
      if (own.cost > most) continue;
      [now, worth] = [next, own];
      if (better(worth, best) < 0) best = { plan, state: now, ...worth };
    }
    return best;
  }

  /** One step from a state; null where it would be none. */
  private step(plan: GroundPlan, state: DovetailState): DovetailState | null {
    const { stacks, tops, feet, waits, grown } = state;
    const { isFull, others } = this.page;
    const way = this.next();
    if (way < GROW) {
      const i = this.below(grown.length);
      return { ...state, grown: grown.with(i, Math.max(0, grown[i]! + (this.next() < 0.5 ? 1 : -1))) };
    }
    if (way < GROW + SWAP || plan.stacks.length < 2) {
      const a = this.below(others.length);
      const b = this.below(others.length);
      if (a === b) return null;
      const other = (i: number): number => (i === a ? b : i === b ? a : i);
      return { stacks: stacks.map((own) => own.map(other)), tops: tops.map(other), feet: feet.map(other), waits: waits.map(other), grown };
    }
    // One from a stack, or from what waits, to another place.
    const lists = [...stacks, ...(isFull ? [waits] : [])];
    const from = this.below(lists.length);
    const to = this.below(lists.length);
    if (lists[from]!.length === 0) return null;
    const at = this.below(lists[from]!.length);
    const i = lists[from]![at]!;
    const moved = lists.map((own, k) => (k === from ? own.toSpliced(at, 1) : own));
    moved[to] = moved[to]!.toSpliced(this.below(moved[to]!.length + 1), 0, i);
    return { ...state, stacks: moved.slice(0, stacks.length), waits: isFull ? moved.at(-1)! : waits };
  }
}
