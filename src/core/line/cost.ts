// What a line costs (FITTING, "Cost of a line that worked"): the one place
// where looseness, squeezing, parted units and lone characters are weighed
// against each other. Lengths in em of the paragraph's size. The order in which
// a line is squeezed (T-21) and loosened (T-22) is here too, so that what the
// search priced is what is set.
import type { ParagraphStyle } from '../flow/flow';
import {
  AFTER_OPENER, AFTER_ORDINAL, AT_CONNECTOR, BEFORE_CLOSER, BREAK_KINDS, EMERGENCY, EMERGENCY_AT_MARK, GLUE_BLANK, GLUE_BRACKET, GLUE_COMMA, GLUE_GAP, GLUE_LABEL, GLUE_LIST, GLUE_STOP,
  GLUE_WORD, PARTS_ADDRESS, PARTS_FORMULA, PARTS_NAME, PARTS_NUMBER,
} from './shaped';

/** Added gap from which a line is said to be loose, em (T-24). */
export const LOOSE = 0.12;
/** Above it a line is worse than anything but a broken rule (T-24). */
export const VERY_LOOSE = 0.25;
/** em by which a line may miss its measure unseen: 0.0016 pt at 三号. */
export const TOLERANCE = 1e-4;
/** Last line of one character (T-32). */
export const LONE_CHARACTER = 4000;
/** A unit broken at the measure. */
export const BROKEN = 1e6;
/** Price of an em that a line lacks which nothing can stretch: one lone character before a long word looks worse than the word broken once more, a word a little short does not. */
export const LACKING_PRICE: number = BROKEN / 4;
/** The same of a line that ends inside an address, which is left short rather than very loose. */
export const ADDRESS_LACKING_PRICE = 500;

/** Steps of squeezing in T-21's order, as indexes; GAP before STOP as its step 6 is before 7. */
export const STEP_WORD = 0;
export const STEP_BRACKET = 1;
export const STEP_COMMA = 2;
export const STEP_GAP = 3;
export const STEP_STOP = 4;
/** Blanks of a byline, after all of T-21's: a line a little loose is better, a parted name is not. */
export const STEP_BLANK = 5;
/** Characters drawn together, last of all and only where a paragraph has a loose line else (measured.ts, `ease`). */
export const STEP_TIGHT = 6;
export const STEPS = 7;

/**
 * Price of an em squeezed, by step (FITTING; word spaces, Han–Latin gaps and blanks by eye, between their neighbours).
 * Characters of a narrow line drawn together all they may cost a little less than the line's passing 0.12 em.
 */
export const SQUEEZE_PRICE: Float64Array = new Float64Array([4, 6, 10, 12, 24, 300, 700]);

/** Steps by glue kind; kinds that are never squeezed have −1. */
export const STEP_OF_KIND: Int8Array = (() => {
  const steps = new Int8Array(16).fill(-1);
  steps[GLUE_WORD] = STEP_WORD;
  steps[GLUE_BRACKET] = STEP_BRACKET;
  steps[GLUE_COMMA] = STEP_COMMA;
  steps[GLUE_GAP] = STEP_GAP;
  steps[GLUE_LABEL] = STEP_GAP;
  steps[GLUE_STOP] = STEP_STOP;
  steps[GLUE_BLANK] = STEP_BLANK;
  steps[GLUE_LIST] = STEP_BLANK;
  return steps;
})();

/** Steps of loosening before all places open, in T-22's order; opening commas after T-22's own two. */
export const GIVE_STEPS = 3;

/** Steps of loosening by glue kind; kinds that give nothing of their own have −1. */
export const GIVE_STEP_OF_KIND: Int8Array = (() => {
  const steps = new Int8Array(16).fill(-1);
  steps[GLUE_WORD] = 0;
  steps[GLUE_LIST] = 0;
  steps[GLUE_GAP] = 1;
  steps[GLUE_LABEL] = 1;
  steps[GLUE_COMMA] = 2;
  return steps;
})();

/** Least word space and Han–Latin gap, em (T-21, steps 2 and 6). */
export const LEAST_WORD = 0.25;
export const LEAST_GAP = 0.125;
/** Widest word space (T-22, 1), and widest Han–Latin gap: many houses' third, for half an em beside a digit shows (T-22, 2). */
export const MOST_WORD = 0.5;
export const MOST_GAP = 1 / 3;
/** Widest blank behind a heading's number that has none of its own, em: the half that a full-width mark has. */
export const MOST_LABEL = 0.5;
/** Least a typed U+3000 of a byline is, em: what a typed space between Han is; a name parted shows more (by eye). */
export const LEAST_BLANK = 0.5;
/** Widest blank between two names of a list, em: two names that a narrow column holds stand at its edges (by eye). */
export const MOST_LIST = 4;
/** A comma that may open takes at most its half em back. */
export const MOST_COMMA = 0.5;

/** Price of an em that word spaces, gaps and opening commas give before Han do; the same for each step, so that the search needs their sum alone. */
export const GIVE_PRICE = 4;

/** Price of a line that would be loose, but has its commas and the places beside its numbers opened first: as much as being nearly so. */
export const EASED_PRICE = 100;

/** Weight of fullness²: how bad it is to squeeze all that can be squeezed rather than a little of much (T-21, end). */
export function fullnessWeight(style: ParagraphStyle): number {
  return style.punctuation === 'quanjiao' ? 30 : 6;
}

/**
 * Cost of a loose line's added gap, em. FITTING's, but 120 and not 40 for passing 0.12: with that the search comes to
 * the fewest such lines that any lawful setting has, or nearly (line-quality.test.ts), and other figures hardly move.
 */
export function hotGapCost(gap: number): number {
  const g = gap / LOOSE;
  let cost = 100 * g * g * g;
  if (gap > LOOSE + TOLERANCE) cost += 120 + (300 * (gap - LOOSE)) / 0.13;
  if (gap > VERY_LOOSE) cost += 4000 + 20000 * (gap - VERY_LOOSE);
  return cost;
}

/** Cost of the step between the added gaps of two neighbouring lines. */
export function hotContrastCost(a: number, b: number): number {
  const d = (a - b) / LOOSE;
  return 25 * d * d;
}

/** A gap, em, rather than which a name parts. */
const NAME_GAP = 0.3;

/** Price of a break, by its kind. */
export const BREAK_PRICE: Float64Array = (() => {
  const price = new Float64Array(BREAK_KINDS);
  price[PARTS_NUMBER] = 150;
  price[AFTER_ORDINAL] = 40;
  price[AFTER_OPENER] = 60;
  price[BEFORE_CLOSER] = 30;
  price[AT_CONNECTOR] = 40;
  // A name parts only where its line would be looser than any other may be.
  price[PARTS_NAME] = hotGapCost(NAME_GAP);
  price[PARTS_ADDRESS] = price[PARTS_FORMULA] = hotGapCost(VERY_LOOSE);
  price[EMERGENCY] = BROKEN;
  price[EMERGENCY_AT_MARK] = 3 * BROKEN;
  return price;
})();

/** A greedy line up to this cost may stand: a gap of 0.08 em and nothing else (FITTING, "Greedy first"). */
export const MAY_STAND: number = hotGapCost(0.08) + 1e-6;
