// The best ways to fill one newspaper page: plans are searched by what they cost on
// estimates (search-page.ts), remembered, and only the best are set in type (set-draft.ts).
import { briefPages } from '../stacks/brief-pages';
import { outranks } from '../rules/outranks';
import { crowdsOf } from '../rules/crowded';
import type { Waiting } from '../measure/ruler';
import type { Found, SearchMemory } from '../draft/search-memory';
import { PageSearch, type PageWidth, type PinnedFrame } from './search-page';
import { type Attempt, setDraft } from '../draft/set-draft';
import type { Yardstick } from '../measure/yardstick';

/** Part of a page that its text must fill, headlines not counted, for anything to stand at the foot. */
const FULL = 0.6;
/** The best few ways to fill the page, best first; one that places nothing only where nothing can be placed. */
export function placePage(waiting: readonly Waiting[], frame: PinnedFrame, ruler: Yardstick, width: PageWidth, memory: SearchMemory): Attempt[] {
  const foot = fills(waiting, ruler);
  const { number, mastheadRows, pinned, others, alike, uneven, stepped, whole } = frame;
  const important = waiting.map((one) => `${one.important === true ? 1 : 0}${one.atHead === undefined ? '' : `@${one.atHead.column}+${one.atHead.columns ?? ''}${one.atHead.goesOn ? '>' : ''}`}`).join('');
  const ranks = waiting.map((one) => waiting.map((other) => (outranks(one, other) ? 1 : 0)).join('')).join('.');
  const told = [number, mastheadRows, foot ? 1 : 0, stepped ? 1 : 0, width.set, width.last, width.clean, width.led, width.headed, width.headedFirst ? 1 : 0, width.beam, whole ?? '', pinned.length + others.length === 0 ? '' : JSON.stringify([pinned, others, alike]), uneven, important, ranks].join(' ');
  const stacks = stepped && pinned.length === 0 ? briefPages(waiting, mastheadRows, width.headedFirst, ruler, memory) : [];
  const best = memory.recall(waiting, `${told} ${toldOf(stacks)}`, ruler, (asked) => new PageSearch(waiting, foot, { ...frame, beam: width.beam, looked: width.looked }, width, asked, stacks).found());
  let least = { last: Infinity, other: Infinity, any: Infinity };
  const set = best.flatMap((found) => {
    const made = setDraft(found, waiting, frame, ruler, least);
    for (const { cost, faults, left } of made) {
      least = { ...least, any: Math.min(least.any, cost) };
      if (faults > 0) continue;
      least = left.length === 0 ? { ...least, last: Math.min(least.last, cost) } : { ...least, other: Math.min(least.other, cost) };
    }
    return made;
  }).sort((a, b) => a.cost - b.cost);
  // Rows that one piece takes may leave none between two others, and the rule there would go through a line.
  const apart = set.filter(({ plan }) => crowdsOf(plan).length === 0);
  const attempts = apart.length > 0 ? apart : set;
  const last = attempts.find(({ left }) => left.length === 0);
  const clean = attempts.find(({ faults }) => faults === 0);
  const led = attempts.find((attempt) => attempt.led && attempt.faults === 0) ?? attempts.find((attempt) => attempt.led);
  const headed = attempts.find((attempt) => attempt.led && attempt.left.length === 0);
  // The page behind may end well after one of them alone.
  const flawless = attempts.filter((attempt) => attempt.led && attempt.faults === 0).slice(0, width.headed >> 1);
  return attempts.filter((attempt, i) => i < width.ways || attempt === last || attempt === headed || attempt === clean || attempt === led || flawless.includes(attempt));
}

/** What pages of briefs hold, in words that differ where that does: they come of what the search is not asked. */
function toldOf(stacks: readonly Found[]): string {
  return stacks.length === 0 ? '' : JSON.stringify(stacks.map(({ pieces, left, rest }) => [pieces.map((piece) => [piece.article, piece.deck?.rows, piece.body, piece.box]), left.length, rest?.body]));
}

/** The text fills the page, about: only then does anything stand at its foot. */
function fills(waiting: readonly Waiting[], ruler: Yardstick): boolean {
  const { columns, characters, lines } = ruler.master;
  return waiting.reduce((sum, one) => sum + ruler.characters(one), 0) > FULL * columns * characters * lines;
}
