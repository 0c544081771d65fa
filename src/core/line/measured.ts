// A shaped paragraph laid out as one endless line: prefix sums over its glyphs,
// so that any line between two breaks is priced in constant time. Scratch
// space, filled anew for each paragraph that is broken and kept by nobody.
import { IDEOSPACE, SPACE, STOP_END, STOP_IN } from './char-class';
import {
  ADDRESS_LACKING_PRICE, BREAK_PRICE, BROKEN, EASED_PRICE, GIVE_PRICE, LACKING_PRICE, LEAST_BLANK, LEAST_GAP, LEAST_WORD, LOOSE, MOST_COMMA, MOST_GAP, MOST_LABEL, MOST_LIST, MOST_WORD, SQUEEZE_PRICE, STEPS,
  STEP_BLANK, STEP_OF_KIND, STEP_STOP, STEP_TIGHT, TOLERANCE, VERY_LOOSE, fullnessWeight, hotGapCost,
} from './cost';
import type { LineKernel } from './line-kernel';
import { FORBIDDEN, GLUE_BLANK, GLUE_BRACKET, GLUE_COMMA, GLUE_FIXED, GLUE_GAP, GLUE_LABEL, GLUE_LIST, GLUE_MASK, GLUE_WORD, OPENING, PARTS_ADDRESS, PARTS_NAME, type ShapedParagraph } from './shaped';
import { isHanLatin } from './spacing';

/** How a paragraph's lines are filled: to the measure, or as they fall. */
export type Filling = 'justified' | 'ragged';

/** Price of an em that a ragged line leaves empty, squared: a parted number is worth 6 em. */
export const RAGGED_PRICE = 4;

/** The paragraph under work. Public arrays are read by the search's inner loops. */
export class Measured {
  /** What does the inner loops instead of the code here; it has the arrays then. */
  private readonly code: LineKernel | null;
  private room = 0;
  shaped!: ShapedParagraph;
  count = 0;
  filling: Filling = 'justified';
  hanging = false;
  private fullness = 6;
  /** Left edge of each glyph's box from the first one's, natural; and right edge. */
  left = new Float64Array(0);
  right = new Float64Array(0);
  /** Squeeze that the glue up to and before each glyph has, cumulated over steps: `squeeze[s]` holds steps 0 … s. */
  squeeze: Float64Array[] = [];
  /** The sums of its last step, where there are blanks. */
  private narrowed = new Float64Array(0);
  /** The sums with characters drawn together as well; made only when a paragraph is to be. */
  private drawn = new Float64Array(0);
  /** Sums of what `ease` opens, and of that and `give`. */
  private opened = new Float64Array(0);
  private easedGive = new Float64Array(0);
  private eases = false;
  /** Most that a line can be given before Han are: `give`, or more where the paragraph is eased. */
  reach = new Float64Array(0);
  /** Whether the line priced last opens what `ease` lets it open. */
  private eased = false;
  /** What word spaces, gaps and opening commas can give before Han do. */
  give = new Float64Array(0);
  /** Most that a glue keeps when everything is squeezed, em. */
  private kept = 0;
  /** Openings up to and before each glyph. */
  openings = new Int32Array(0);
  /** End of the last glyph before each place that is no typed blank; filled only where there are blanks. */
  private solid = new Int32Array(0);
  /** Whether there are typed blanks, which fall away at lines' ends. */
  blanks = false;
  /** Break kinds; a copy of the shaped ones only where emergencies were added. */
  brk: Uint8Array = new Uint8Array(0);
  /** Added gap of the line priced last. */
  readonly gap = new Float64Array(1);
  /** Whether the line priced last hangs its last mark. */
  hung = false;

  constructor(kernel: LineKernel | null = null) {
    this.code = kernel;
  }

  /** The kernel, where this paragraph is for it: one whose marks may hang is not, nor one that is eased. */
  get kernel(): LineKernel | null {
    return this.hanging || this.eases ? null : this.code;
  }

  load(shaped: ShapedParagraph, filling: Filling): void {
    const again = shaped === this.shaped; // asked for once more, in another number of lines: its sums stand
    this.filling = filling;
    this.brk = shaped.brk;
    this.eases = false;
    this.hanging = shaped.paragraph.style.hanging;
    const { kernel } = this;
    if (!again) this.take(shaped, kernel);
    this.unease();
    if (kernel === null) return;
    this.brk = kernel.arrays.brk;
    if (again) this.brk.set(shaped.brk);
  }

  private take(shaped: ShapedParagraph, kernel: LineKernel | null): void {
    const n = shaped.glyph.length;
    if (n >= this.room) this.grow(n);
    this.shaped = shaped;
    this.count = n;
    const { style } = shaped.paragraph;
    this.fullness = fullnessWeight(style);
    this.blanks = shaped.blanks;
    if (kernel === null) this.hotSum(style.openCommas);
    else this.kept = kernel.load(shaped, this.filling === 'ragged', this.fullness);
    // Without blanks the last step has nothing of its own, and costs no sum.
    this.squeeze[STEP_BLANK] = this.blanks ? this.narrowed : this.squeeze[STEP_STOP]!;
    if (kernel === null && this.blanks) this.markBlanks();
  }

  /**
   * What a paragraph may do where no break of it keeps its lines from being loose, until `unease` or the next paragraph:
   * a line draws its characters together a hair, as far as its look does, or opens its commas, brackets and the places beside
   * its numbers before its Han (T-22, 2), though its style closes them.
   */
  ease(): void {
    if (this.filling === 'ragged') return;
    if (this.drawn.length < this.count) {
      this.drawn = new Float64Array(this.room);
      this.opened = new Float64Array(this.room);
      this.easedGive = new Float64Array(this.room);
    }
    const below = this.squeeze[STEP_BLANK]!;
    let room = 0;
    let open = 0;
    for (let k = 0; k < this.count; k++) {
      this.drawn[k] = below[k]! + (room += tightOf(this.shaped, k));
      this.opened[k] = open += k > 0 ? opensOf(this.shaped, k) : 0;
      this.easedGive[k] = this.give[k]! + open;
    }
    this.squeeze[STEP_TIGHT] = this.drawn;
    this.reach = this.easedGive;
    this.eases = true;
  }

  unease(): void {
    this.squeeze[STEP_TIGHT] = this.squeeze[STEP_BLANK]!;
    this.reach = this.give;
    this.eases = false;
  }

  /** Forbids breaks inside names of a list, until the next paragraph. */
  keepNames(): void {
    if (this.brk === this.shaped.brk) this.brk = this.shaped.brk.slice();
    for (let k = 0; k < this.count; k++) if (this.brk[k] === PARTS_NAME) this.brk[k] = FORBIDDEN;
  }

  /** em that commas and the places beside numbers of glyphs [i, e) give, where the line priced last has to open them. */
  openedIn(i: number, e: number): number {
    return this.eased ? this.opened[e - 1]! - this.opened[i]! : 0;
  }

  private markBlanks(): void {
    const { cls, glue, kind } = this.shaped;
    if (this.solid.length <= this.count) this.solid = new Int32Array(this.room + 1);
    const stops = this.squeeze[STEP_STOP]!;
    let end = 0;
    let room = 0;
    for (let k = 0; k <= this.count; k++) {
      this.solid[k] = end;
      if (k === this.count) break;
      const own = kind[k]! & GLUE_MASK;
      if (STEP_OF_KIND[own] === STEP_BLANK) room += roomOf(own, glue[k]!);
      this.narrowed[k] = stops[k]! + room;
      if (cls[k] !== SPACE && cls[k] !== IDEOSPACE) end = k + 1;
    }
  }

  private grow(n: number): void {
    this.room = Math.max((n + 8) & ~7, this.room * 2, 2048);
    if (this.code !== null) {
      this.code.reserve(this.room);
      this.takeArrays(this.code);
      return;
    }
    this.left = new Float64Array(this.room);
    this.right = new Float64Array(this.room);
    this.give = new Float64Array(this.room);
    this.openings = new Int32Array(this.room);
    this.squeeze = Array.from({ length: STEP_BLANK }, () => new Float64Array(this.room));
    this.narrowed = new Float64Array(this.room);
  }

  /** Takes over the kernel's arrays, new ones where it has moved its memory. */
  private takeArrays({ arrays }: LineKernel): void {
    this.left = arrays.left;
    this.right = arrays.right;
    this.give = arrays.give;
    this.openings = arrays.openings;
    this.solid = arrays.solid;
    this.narrowed = arrays.narrowed;
    this.squeeze = [...arrays.squeeze, this.blanks ? arrays.narrowed : arrays.squeeze[STEP_STOP]!];
    this.unease();
  }

  /** Called after a search: where it has moved the kernel's memory, all arrays are others. */
  follow(kernel: LineKernel): void {
    if (!kernel.hasMoved()) return;
    this.takeArrays(kernel);
    this.brk = kernel.arrays.brk;
  }

  private hotSum(openCommas: boolean): void {
    const { width, glue, kind } = this.shaped;
    const { left, right, give, openings } = this;
    const { squeeze } = this;
    const s0 = squeeze[0]!; // one by one: taken apart as a list they would be iterated over, a third of what V8 has to compile here
    const s1 = squeeze[1]!;
    const s2 = squeeze[2]!;
    const s3 = squeeze[3]!;
    const s4 = squeeze[4]!;
    let x = 0;
    let c0 = 0;
    let c1 = 0;
    let c2 = 0;
    let c3 = 0;
    let c4 = 0;
    let given = 0;
    let open = 0;
    let kept = 0;
    for (let k = 0; k < this.count; k++) {
      const g = glue[k]!;
      const type = kind[k]!;
      if ((type & OPENING) !== 0) open++;
      const own = type & GLUE_MASK;
      if (own !== 0) {
        const step = STEP_OF_KIND[own]!;
        const room = roomOf(own, g);
        // each summed every time: a sum not yet met is one for which compiled code is thrown away
        c4 += step <= 4 ? room : 0;
        c3 += step <= 3 ? room : 0;
        c2 += step <= 2 ? room : 0;
        c1 += step <= 1 ? room : 0;
        c0 += step === 0 ? room : 0;
        given += giveOf(own, g, openCommas);
        if (g - room > kept && k > 0) kept = g - room;
      } else if (g > kept && k > 0) kept = g;
      x += g;
      left[k] = x;
      x += width[k]!;
      right[k] = x;
      s0[k] = c0;
      s1[k] = c1;
      s2[k] = c2;
      s3[k] = c3;
      s4[k] = c4;
      give[k] = given;
      openings[k] = open;
    }
    this.kept = kept;
  }

  /** End of the line's content when it is broken before glyph `j`: blanks at its end fall away (T-06). */
  contentEnd(i: number, j: number): number {
    return this.blanks ? Math.max(i, this.solid[j]!) : j;
  }

  /** Natural width of glyphs [i, e), em; 0 for none. */
  natural(i: number, e: number): number {
    return e > i ? this.right[e - 1]! - this.left[i]! : 0;
  }

  /** Least width of glyphs [i, e), everything squeezed. */
  least(i: number, e: number): number {
    if (e <= i) return 0;
    const all = this.squeeze[STEPS - 1]!;
    return this.right[e - 1]! - this.left[i]! - (all[e - 1]! - all[i]!);
  }

  /** Most em by which the least widths of lines may fall short of the whole's for each break: glue that it drops, a mark that hangs. */
  dropped(): number {
    return this.kept + (this.hanging ? 0.5 : 0);
  }

  /** Width of glyphs [i, e), e > i, loosened with every opening by `bound` em. */
  most(i: number, e: number, bound: number): number {
    const give = this.give[e - 1]! - this.give[i]!;
    return this.right[e - 1]! - this.left[i]! + give + bound * (this.openings[e - 1]! - this.openings[i]!);
  }

  /** First glyph from `from` on whose rest up to `t` takes at most `room` em: what is left shrinks from glyph to glyph, so that halving finds it. */
  firstHeld(from: number, t: number, room: number): number {
    const { left } = this;
    const all = this.squeeze[STEPS - 1]!;
    // `least` with its sums at hand: halving asks it nine times a line
    const right = this.right[t - 1]!;
    const squeeze = all[t - 1]!;
    let low = from;
    let high = t;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (right - left[middle]! - (squeeze - all[middle]!) > room) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Last glyph from `from` on whose rest up to `t` can still fill `room` em, its openings `bound` em wide; by halving, as `firstHeld`. */
  lastFull(from: number, t: number, bound: number, room: number): number {
    const { left, give, openings } = this;
    const right = this.right[t - 1]!;
    const given = give[t - 1]!;
    const open = openings[t - 1]!;
    let low = from;
    let high = Math.max(from, t - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (right - left[middle]! + (given - give[middle]!) + bound * (open - openings[middle]!) >= room) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Cost of the line [i, j) in a measure (em), its break at `j` not counted; Infinity where it cannot be
   * squeezed in. Its added gap is left in `gap[0]`. `last`: the stretch ends here, nothing is stretched.
   */
  hotPrice(i: number, j: number, measure: number, last: boolean): number {
    const e = this.blanks ? this.contentEnd(i, j) : j;
    this.gap[0] = 0;
    this.hung = false;
    this.eased = false;
    if (e <= i) return last ? 0 : BROKEN;
    const rest = measure - (this.right[e - 1]! - this.left[i]!);
    let cost = rest < -TOLERANCE ? this.hotSqueezeCost(i, e, -rest) : last ? 0 : this.filling === 'ragged' ? raggedCost(rest) : this.hotLoosenCost(i, e, rest);
    if (this.hanging && !last && this.hangs(e)) cost = this.priceHung(i, e, rest, cost);
    return cost;
  }

  /** T-15: whether the mark at the line's end may hang: `。，、`, never one of several. */
  private hangs(e: number): boolean {
    if (e < 2 || !isHangable(this.shaped, e - 1)) return false;
    const { width, glue } = this.shaped;
    return glue[e - 1] === 0 && width[e - 1]! <= 0.5 && this.shaped.cls[e - 2]! <= 2;
  }

  /** Hangs the mark where that is better: then the line is as wide as if it were not there. */
  private priceHung(i: number, e: number, rest: number, plain: number): number {
    const gap = this.gap[0]!;
    const { eased } = this;
    this.eased = false;
    const hung = rest + this.shaped.width[e - 1]!;
    this.gap[0] = 0;
    const cost = hung < -TOLERANCE ? Infinity : this.filling === 'ragged' ? raggedCost(hung) : this.hotLoosenCost(i, e - 1, hung);
    if (cost < plain) {
      this.hung = true;
      return cost;
    }
    this.gap[0] = gap;
    this.eased = eased;
    return plain;
  }

  private hotSqueezeCost(i: number, e: number, need: number): number {
    const { squeeze } = this;
    const all = squeeze[STEPS - 1]!;
    if (need > all[e - 1]! - all[i]! + TOLERANCE) return Infinity;
    let cost = 0;
    let taken = 0;
    let used = 0;
    for (let s = 0; s < STEPS && taken < need; s++) {
      const room = squeeze[s]![e - 1]! - squeeze[s]![i]!;
      if (room <= used) continue;
      const next = Math.min(need, room);
      cost += (next - taken) * SQUEEZE_PRICE[s]!;
      taken = next;
      used = room;
    }
    const full = used > 0 ? Math.min(1, need / used) : 0;
    return cost + this.fullness * full * full;
  }

  private hotLoosenCost(i: number, e: number, rest: number): number {
    if (rest <= TOLERANCE) return 0;
    const give = this.give[e - 1]! - this.give[i]!;
    if (rest <= give) return rest * GIVE_PRICE;
    const openings = this.openings[e - 1]! - this.openings[i]!;
    const gap = openings === 0 ? Infinity : (rest - give) / openings;
    if (gap > VERY_LOOSE && this.brk[e] === PARTS_ADDRESS) return hotGapCost(VERY_LOOSE) + rest * ADDRESS_LACKING_PRICE;
    if (gap > LOOSE + TOLERANCE && this.eases) return this.easeCost(i, e, rest - give, openings);
    if (openings === 0) return BROKEN / 4 + rest * LACKING_PRICE;
    this.gap[0] = gap;
    return give * GIVE_PRICE + hotGapCost(gap);
  }

  /** Cost of a line that lacks `rest` em still when it has given all that it gives by itself. */
  private easeCost(i: number, e: number, rest: number, openings: number): number {
    const opened = this.opened[e - 1]! - this.opened[i]!;
    if (openings === 0 && opened < rest) return BROKEN / 4 + rest * LACKING_PRICE;
    const gap = opened < rest ? (rest - opened) / openings : 0;
    this.gap[0] = gap;
    this.eased = opened > 0;
    return (this.eased ? EASED_PRICE : 0) + hotGapCost(gap);
  }

  /** Price of breaking before glyph `j`. */
  breakPrice(j: number): number {
    return BREAK_PRICE[this.brk[j]!]!;
  }
}

function raggedCost(rest: number): number {
  return RAGGED_PRICE * rest * rest;
}

function isHangable(shaped: ShapedParagraph, k: number): boolean {
  const c = shaped.paragraph.text.charCodeAt(shaped.at[k]!);
  return c === 0x3002 || c === 0xff0c || c === 0x3001;
}

/** What can be taken from a glue, em. Its width is in em of the paragraph; small text is squeezed by the same rule. */
export function roomOf(kind: number, glue: number): number {
  if (kind === GLUE_WORD) return Math.max(0, glue - LEAST_WORD);
  if (kind === GLUE_GAP) return Math.max(0, glue - LEAST_GAP);
  if (kind === GLUE_LABEL) return 0;
  return kind === GLUE_BLANK || kind === GLUE_LIST ? Math.max(0, glue - LEAST_BLANK) : glue;
}

/** em by which a glyph may come closer to the one before it; twice as near before a stop, whose ink stands off. */
export function tightOf({ kind, cls, paragraph: { style } }: ShapedParagraph, k: number): number {
  if ((kind[k]! & OPENING) === 0) return 0;
  return (style.tighten ?? 0) * (cls[k] === STOP_IN || cls[k] === STOP_END ? 2 : 1);
}

/** em that a place which its style keeps closed opens in a line that is loose else: the blank of a comma or bracket, and what stands beside a number. */
export function opensOf({ kind, glue, cls }: ShapedParagraph, k: number): number {
  const own = kind[k]! & GLUE_MASK;
  if (own === GLUE_COMMA || own === GLUE_BRACKET) return Math.max(0, MOST_COMMA - glue[k]!);
  return own === GLUE_FIXED && (kind[k]! & OPENING) !== 0 && isHanLatin(cls[k - 1]!, cls[k]!) ? Math.max(0, MOST_GAP - glue[k]!) : 0;
}

/** What a glue gives before Han gaps open, em (T-22, steps 1 and 2; opening commas). */
export function giveOf(kind: number, glue: number, openCommas: boolean): number {
  if (kind === GLUE_WORD) return Math.max(0, MOST_WORD - glue);
  if (kind === GLUE_GAP) return Math.max(0, MOST_GAP - glue);
  if (kind === GLUE_LABEL) return Math.max(0, MOST_LABEL - glue);
  if (kind === GLUE_LIST) return Math.max(0, MOST_LIST - glue);
  if (kind === GLUE_COMMA && openCommas) return Math.max(0, MOST_COMMA - glue);
  return 0;
}

