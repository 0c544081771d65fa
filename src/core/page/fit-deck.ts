// A title block fitted to its columns (N-10…N-13, N-21): the 主题 takes the largest
// size of the master's ladder at which it stands in few lines that end where the
// meaning allows; 引题, 副题 and the rest keep their proportion to it. In: the blocks
// as the look has them and a width; out: the same blocks, smaller where they must be.
// Letters are never distorted, and a size is never made up.
import type { PaperMaster } from '../model/master';
import type { StyleName } from '../model/look';
import type { HeadlineLines, Variant } from '../model/layout';
import type { Block, Paragraph, ParagraphStyle, TextStyle } from '../flow/flow';
import type { SetParagraph } from '../line/line';
import { cutCosts } from '../line/title-cuts';
import { wrap } from './cut-thread';
import type { Setter } from './setter';

/** Styles of a 主题 in its surroundings. */
export const MAIN_STYLES: ReadonlySet<string> = new Set<StyleName>(['title', 'newsTitle', 'boxTitle']);

/** Lines that a 主题 may have, and the part of its largest size that it may shrink to for that (N-11, N-21; by eye). */
const MOST_LINES: Readonly<Record<Variant, number>> = { report: 2, news: 2, box: 2 };
const LEAST_PART: Readonly<Record<Variant, number>> = { report: 0.55, news: 0.64, box: 0.6 };
/** A headline of news that is this much smaller in one line is set so: two lines are for what would be smaller still. */
const ONE_LINE_PART = 0.75;
/** What leads or is 重要 is not set as small as the others for one line (N-11: sizes follow importance). */
const ONE_LINE_LARGE = 0.8;
/**
 * Lines that end where the meaning allows are worth a smaller size (T-37): what a step down the ladder counts beside the price of
 * the worst of their ends (title-cuts.ts), and the part of the largest size that they are set in at the least for it.
 */
const STEP_DOWN = 35;
const LEAST_FOR_MEANING = 0.74;
/** A committee parted from its term, 第五届|委员会: of two lines in one size it is no bad end, and yet worth two smaller sizes. */
const PARTED_NAME = /届\|委员会/u;
const NAME_PARTED = 100;
/** Smallest size of 引题 and 副题, pt: 五号. */
const LEAST_SUB = 10.5;
/** Largest size of a date and a speaker that grow with their 主题, pt (N-21: 四号, 三号). */
const MOST_OF: Readonly<Record<string, number>> = { date: 14, speaker: 16, signature: 16 };
/** What a report's title block says of where and by whom is no smaller than 三号 (N-21), nor than half of a 主题 that is small itself. */
const NAMED: ReadonlySet<string> = new Set<StyleName>(['occasion', 'speaker']);
const LEAST_NAMED = 16;
const NAMED_PART = 0.5;
/** Rows of the grid that a line of a size takes: its em and a little air (N-11: sizes, and lines between and around). */
const AIR = 1.15;

/** What a page has that says nothing of its headlines: Founder's 号 (TYPESETTING 1.6), and the largest 主题 of news over so many characters of the body. */
const LADDER = [10.5, 12, 14, 16, 18, 21, 24, 28, 32, 36, 42, 48, 56, 63];
const NEWS = [[14, 14], [28, 18], [42, 21], [56, 24], [84, 28], [100, 32]] as const;
const LARGEST_NEWS = 36;

function sizeOver(characters: number): number {
  return NEWS.find(([most]) => characters <= most)?.[1] ?? LARGEST_NEWS;
}

/** 一行, 两行 by hand: the smallest size for it, pt (三号 is the least of a headline of news), and how much larger than its largest a 主题 may be for two lines. */
const LEAST_WISHED = 12;
const MOST_WISHED = 1.6;

/** Of a 主题 that would stand in one line: em that it has at the least to be parted in two, and parts of its length that these may have, the most even first. */
const LEAST_PARTED = 6;
const PARTED = [0.52, 0.56, 0.6, 0.65, 0.7];

/** What an article is to its page: the lead, 重要, one of the others, or one of these with little text. */
export type Standing = 'lead' | 'important' | 'plain' | 'short' | 'brief';

/** Steps of the ladder that a headline is larger than news over as many columns (N-11: sizes follow importance). */
const STEPS_UP: Readonly<Record<Standing, number>> = { lead: 2, important: 1, plain: 0, short: 0, brief: 0 };
/** Base columns over which little text has its headline at the widest, however wide it stands. */
const WIDEST: Readonly<Partial<Record<Standing, number>>> = { short: 3, brief: 2 };

/** The blocks of a title block as they are set over so many base columns, `width` pt wide; the 主题 in `wished` lines where a size does that. */
export function fitDeck(deck: readonly Block[], variant: Variant, columns: number, width: number, master: PaperMaster, setter: Setter, wished?: HeadlineLines, standing: Standing = 'plain'): readonly Block[] {
  const main = mainOf(deck);
  if (main === undefined) return deck;
  const asked = wished === undefined ? null : wishedSize(main, wished, variant, columns, width, master, setter, standing);
  if (asked !== null) return asked.size === asked.own && asked.closeness === AS_IT_FALLS ? deck : deck.map((block) => scaledBlock(block, asked.size / asked.own, asked.size, asked.ladder, master.pitch, asked.closeness));
  const { sizes, ladder, own } = headlineSizes(main, variant, columns, width, master, null, standing);
  const size = bestSize(main, sizes, variant, width, master, setter, STEPS_UP[standing] > 0 ? ONE_LINE_LARGE : ONE_LINE_PART);
  const set = setter.set(scaled(main, size, master.pitch), width);
  const tight = tightened(main, sizes, size, { lines: set.lines, worst: worstEnd(set) }, width, master, setter);
  if (tight !== null) return deck.map((block) => scaledBlock(block, tight.size / own, tight.size, ladder, master.pitch, tight));
  return size === own ? deck : deck.map((block) => scaledBlock(block, size / own, size, ladder, master.pitch));
}

/**
 * The same title block in each smaller size at which its 主题 stands in few lines (in as many as are wished), largest first: for a
 * zone that a make-up gave it and that a line more, as （摘要）, has made too low.
 */
export function* smallerDecks(deck: readonly Block[], variant: Variant, columns: number, width: number, master: PaperMaster, setter: Setter, wished?: HeadlineLines, standing: Standing = 'plain'): Iterable<readonly Block[]> {
  const main = mainOf(deck);
  if (main === undefined) return;
  const { sizes, ladder, own } = headlineSizes(main, variant, columns, width, master, null, standing);
  for (const size of sizes) {
    const set = setter.set(scaled(main, size, master.pitch), width);
    const isFew = wished === undefined ? set.lines.length <= MOST_LINES[variant] : set.lines.length === wished;
    if (isFew && !set.issues.some(({ code }) => code === 'title-break' || code === 'line-overfull')) yield deck.map((block) => scaledBlock(block, size / own, size, ladder, master.pitch));
  }
}

/** Part of its size in which a headline is still as large as its columns ask: about two steps of the ladder. */
const LEAST_YIELDED = 0.75;

/**
 * A title block that `fitDeck` has `fitted`, in each smaller size at which its 主题 has as many lines that end no worse, the largest
 * first: for one that is to be no larger than the headline of what matters more (N-11, N-37). pt.
 */
export function* yieldingDecks(deck: readonly Block[], fitted: readonly Block[], width: number, master: PaperMaster, setter: Setter): Iterable<{ readonly size: number; readonly blocks: readonly Block[] }> {
  const [main, now] = [deck, fitted].map(mainOf);
  if (main === undefined || now === undefined) return;
  const set = setter.set(now, width);
  const [most, worst] = [now.style.text.size, worstEnd(set)];
  const ladder = master.headlines?.ladder ?? LADDER;
  for (const size of ladder.toReversed()) {
    if (size >= most || size < Math.max(LEAST_WISHED, LEAST_YIELDED * most)) continue;
    const one = tryOf(main, size, width, master, setter);
    if (one.lines === set.lines.length && !one.broken && one.worst <= worst) yield { size, blocks: deck.map((block) => scaledBlock(block, size / main.style.text.size, size, ladder, master.pitch)) };
  }
}

/** The 主题 of a title block. */
export function mainOf(deck: readonly Block[]): Paragraph | undefined {
  const main = deck.find(({ content }) => MAIN_STYLES.has(content.style.name))?.content;
  return main?.kind === 'paragraph' ? main : undefined;
}

/** How a headline is set closer than it falls: added to each letter space, em, what is left of a blank between its words, and em left free at each side of its lines (none left out). */
interface Closeness {
  readonly tracking: number;
  readonly wordSpace: number;
  readonly narrow?: number;
}

/** First blanks alone, then letters too: as far as the eye does not see it (by eye on 小标宋 and 黑体; letters never overlap). */
const CLOSER: readonly Closeness[] = [{ tracking: 0, wordSpace: 0.75 }, { tracking: 0, wordSpace: 0.5 }, { tracking: -0.02, wordSpace: 0.5 }, { tracking: -0.04, wordSpace: 0.5 }];

/** A larger size in which the 主题 stands in as many lines when it is set a little closer; null where there is none. */
function tightened(main: Paragraph, sizes: readonly number[], size: number, { lines: { length: lines }, worst }: { readonly lines: SetParagraph['lines']; readonly worst: number }, width: number, master: PaperMaster, setter: Setter): (Closeness & { readonly size: number }) | null {
  for (const larger of sizes.filter((one) => one > size)) {
    for (const closeness of CLOSER) {
      const set = setter.set(scaled(main, larger, master.pitch, closeness), width);
      if (set.lines.length <= lines && worstEnd(set) <= worst && set.lines.every(({ right }) => right <= width + 0.01) && !set.issues.some(({ code }) => code === 'title-break' || code === 'line-overfull')) return { ...closeness, size: larger };
    }
  }
  return null;
}

/** Sizes that a 主题 may have over so many base columns, largest first; `least` pt instead of the part of the largest that it may shrink to. */
export function headlineSizes(main: Paragraph, variant: Variant, columns: number, width: number, master: PaperMaster, least: number | null, standing: Standing = 'plain'): { readonly sizes: readonly number[]; readonly ladder: readonly number[]; readonly own: number } {
  const own = main.style.text.size;
  const ladder = master.headlines?.ladder ?? LADDER;
  const most = largest(own, variant, columns, width, master, standing);
  const sizes = ladder.filter((size) => size <= most && size >= (least ?? LEAST_PART[variant] * most)).toSorted((a, b) => b - a);
  if (!sizes.includes(most)) sizes.unshift(most);
  return { sizes, ladder, own };
}

/** The largest 主题 over so many base columns: a report that leads, and what is boxed, as the look has it; everything else as news. */
function largest(own: number, variant: Variant, columns: number, width: number, master: PaperMaster, standing: Standing): number {
  if (variant === 'box' || (variant === 'report' && standing === 'lead')) return own;
  const { ladder, news } = master.headlines ?? { ladder: LADDER, news: null };
  const wide = Math.min(columns, WIDEST[standing] ?? columns);
  const usual = news === null ? sizeOver((width * wide) / columns / master.em) : (news[Math.min(wide, news.length) - 1] ?? own);
  const up = STEPS_UP[standing] + (variant === 'report' ? 1 : 0);
  const raised = ladder.filter((size) => size > usual)[up - 1] ?? usual;
  return variant === 'report' ? Math.min(own, raised) : raised;
}

/** The largest size with the 主题 in so many lines that end where meaning allows; a larger one than it would have only where none of its own does that; one that is too short for two in lines narrower than its room. */
function wishedSize(main: Paragraph, wished: HeadlineLines, variant: Variant, columns: number, width: number, master: PaperMaster, setter: Setter, standing: Standing): { readonly size: number; readonly own: number; readonly ladder: readonly number[]; readonly closeness: Closeness } | null {
  const { sizes, ladder, own } = headlineSizes(main, variant, columns, width, master, LEAST_WISHED, standing);
  const most = sizes[0] ?? own;
  const larger = wished === 1 ? [] : ladder.filter((size) => size > most && size <= MOST_WISHED * most).toSorted((a, b) => a - b);
  for (const some of [sizes, larger]) {
    const tries = some.map((size) => tryOf(main, size, width, master, setter)).filter(({ lines, broken }) => lines === wished && !broken);
    const [best] = byMeaning(tries, wished);
    if (best !== undefined) return { size: best.size, own, ladder, closeness: AS_IT_FALLS };
  }
  const closeness = wished === 1 ? null : narrowed(main, most, width, master, setter);
  return closeness === null ? null : { size: most, own, ladder, closeness };
}

/** The 主题 in two lines about as long as each other, where it would stand in one: in a measure narrower than its room; null where it is too short for that, or meaning allows no end. */
function narrowed(main: Paragraph, size: number, width: number, master: PaperMaster, setter: Setter): Closeness | null {
  const whole = setter.set(scaled(main, size, master.pitch), width);
  const [line, second] = whole.lines;
  if (line === undefined || second !== undefined) return null;
  const long = line.right - (whole.x[line.first] ?? 0);
  if (long < LEAST_PARTED * size) return null;
  for (const part of PARTED) {
    const closeness: Closeness = { ...AS_IT_FALLS, narrow: Math.floor((50 * (width - part * long)) / size) / 100 };
    const set = setter.set(scaled(main, size, master.pitch, closeness), width);
    if (set.lines.length === 2 && !set.issues.some(({ code }) => code === 'title-break' || code === 'line-overfull')) return closeness;
  }
  return null;
}

/** A 主题 in a size: its lines, whether one has to end inside a word or is too wide, and what the worst of their ends costs. */
interface Try {
  readonly size: number;
  readonly lines: number;
  readonly broken: boolean;
  readonly worst: number;
}

function tryOf(main: Paragraph, size: number, width: number, master: PaperMaster, setter: Setter): Try {
  const set = setter.set(scaled(main, size, master.pitch), width);
  return { size, lines: set.lines.length, broken: set.issues.some(({ code }) => code === 'title-break' || code === 'line-overfull'), worst: worstEnd(set) };
}

/** Of a title that is set, once: it is asked for again with each letter that is typed elsewhere on the page. */
const worsts = new WeakMap<SetParagraph, number>();

/** What the worst of a title's line ends costs, where it is not the writer's own. */
function worstEnd(set: SetParagraph): number {
  let worst = worsts.get(set);
  if (worst === undefined) worsts.set(set, (worst = worstEndOf(set)));
  return worst;
}

function worstEndOf({ lines, paragraph: { text } }: SetParagraph): number {
  if (lines.length < 2) return 0;
  let worst = 0;
  let from = 0;
  for (const part of text.split('\n')) {
    const costs = cutCosts(part);
    for (const { to } of lines) if (to > from && to < from + part.length) worst = Math.max(worst, costs[to - from]!, PARTED_NAME.test(`${part.slice(0, to - from)}|${part.slice(to - from)}`) ? NAME_PARTED : 0);
    from += part.length + 1;
  }
  return worst;
}

/** Sizes in which a 主题 stands in so few lines, the largest first; before it what ends its lines better for being a little smaller. */
function byMeaning(tries: readonly Try[], most: number): readonly Try[] {
  const seemly = tries.filter(({ lines, broken }) => lines <= most && !broken);
  const [first] = seemly;
  if (first === undefined) return [];
  const worth = (one: Try): number => one.worst + STEP_DOWN * seemly.indexOf(one);
  return seemly.filter(({ size }) => size >= LEAST_FOR_MEANING * first.size).toSorted((a, b) => worth(a) - worth(b));
}

function bestSize(main: Paragraph, sizes: readonly number[], variant: Variant, width: number, master: PaperMaster, setter: Setter, oneLine: number): number {
  const tries = sizes.map((size) => tryOf(main, size, width, master, setter));
  const [largest] = tries;
  const [one] = byMeaning(tries, 1);
  if (variant === 'news' && one !== undefined && one.size >= oneLine * largest!.size) return one.size;
  const [fitting] = byMeaning(tries, MOST_LINES[variant]);
  if (fitting !== undefined) return fitting.size;
  // No size has it in two lines: in as few as there are, and then as large as that allows.
  const whole = tries.filter(({ broken }) => !broken);
  const fewest = whole.reduce((least, { lines }) => Math.min(least, lines), Infinity);
  return (byMeaning(whole.filter(({ lines }) => lines === fewest), fewest)[0] ?? tries.at(-1)!).size;
}

/** A block of a title whose 主题 is set in `main` pt, `part` of its own size. */
export function scaledBlock(block: Block, part: number, main: number, ladder: readonly number[], pitch: number, closeness: Closeness = AS_IT_FALLS): Block {
  const { content, ref } = block;
  if (content.kind !== 'paragraph') return block;
  if (MAIN_STYLES.has(content.style.name)) return wrap(scaled(content, main, pitch, closeness), ref);
  const own = content.style.text.size;
  const least = NAMED.has(content.style.name) ? Math.min(own, LEAST_NAMED, main * NAMED_PART) : 0;
  const wanted = Math.max(LEAST_SUB, least, Math.min(own * part, Math.max(own, MOST_OF[content.style.name] ?? Infinity)));
  const size = ladder.findLast((one) => one <= wanted + 0.01) ?? wanted;
  return content.style.name === 'label' || size === own ? block : wrap(scaled(content, size, pitch), ref);
}

const AS_IT_FALLS: Closeness = { tracking: 0, wordSpace: 1 };

// By size in hundredths of a pt, and how close: one number names both.
const made = new WeakMap<Paragraph, Map<number, Paragraph>>();
const styles = new WeakMap<ParagraphStyle, Map<number, ParagraphStyle>>();

function keyOf(size: number, { tracking, wordSpace, narrow = 0 }: Closeness): number {
  return Math.round(narrow * 100) * 1e10 + Math.round(size * 100) * 10_000 + Math.round((tracking + 0.5) * 100) * 101 + Math.round(wordSpace * 100);
}

/** The paragraph in another size; the same one each time. */
function scaled(paragraph: Paragraph, size: number, pitch: number, closeness: Closeness = AS_IT_FALLS): Paragraph {
  const own = paragraph.style.text.size;
  if (size === own && closeness === AS_IT_FALLS) return paragraph;
  const key = keyOf(size, closeness);
  let bySize = made.get(paragraph);
  if (bySize === undefined) made.set(paragraph, (bySize = new Map()));
  let other = bySize.get(key);
  if (other === undefined) {
    const texts = new Map<TextStyle, TextStyle>();
    const text = (style: TextStyle): TextStyle => {
      let shared = texts.get(style);
      if (shared === undefined) texts.set(style, (shared = { ...style, size: (style.size * size) / own }));
      return shared;
    };
    other = { ...paragraph, style: scaledStyle(paragraph.style, size, pitch, closeness), spans: paragraph.spans.map((span) => ({ ...span, style: text(span.style) })) };
    bySize.set(key, other);
  }
  return other;
}

function scaledStyle(style: ParagraphStyle, size: number, pitch: number, closeness: Closeness): ParagraphStyle {
  const key = keyOf(size, closeness);
  let bySize = styles.get(style);
  if (bySize === undefined) styles.set(style, (bySize = new Map()));
  let other = bySize.get(key);
  if (other === undefined) {
    bySize.set(key, (other = { ...style, text: { ...style.text, size }, gridLines: Math.ceil((size * AIR) / pitch), ...(closeness === AS_IT_FALLS ? {} : { tracking: closeness.tracking, wordSpace: closeness.wordSpace }), ...(closeness.narrow === undefined ? {} : { left: style.left + closeness.narrow, right: style.right + closeness.narrow }) }));
  }
  return other;
}
