// A title block set downwards (竖题, N-14): its lines are columns from right to left,
// 引题 first, in one deck frame beside the text. The 主题 takes the largest size of the
// ladder at which no line is higher than the frame and all stand side by side in its
// width; the others keep their proportion to it (N-11). In: the blocks, the frame's
// size in pt; out: lines with their places, and whether they really fit.
import type { Variant } from '../model/layout';
import type { PaperMaster } from '../model/master';
import type { Block, Paragraph } from '../flow/flow';
import { verticalLine, type VerticalLine } from '../line/vertical-line';
import { headlineSizes, MAIN_STYLES, scaledBlock } from './fit-deck';
import type { UprightLine } from './frame';
import type { Setter } from './setter';

/** Name of the frame of such a title: its runs go down, and then a line to the left. */
export const UPRIGHT_DECK = 'upright-deck';

export interface VerticalTitle {
  readonly lines: readonly UprightLine[];
  readonly fits: boolean;
  readonly mainLines: number;
  /** One that a layout editor would take of himself (N-14, T-38): it fills its column, nothing is broken, no figures or letters stand one below the other. */
  readonly isSeemly: boolean;
}

/** Air between the lines of one block, and between blocks, em of the larger size (N-11: a little air between). */
const LINE_AIR = 0.15;
const BLOCK_AIR = 0.4;
/** Lines that a 主题 may have downwards. */
const MOST_LINES = 2;
/** Smallest 主题 downwards, pt: below 四号 it is no headline. */
const LEAST_MAIN = 14;
/** Parts of its frame that a seemly one fills: the longest line of the 主题 in height, all lines with their air in width. */
const LEAST_HIGH = 0.6;
const LEAST_WIDE = 0.38;
/** Characters of a 主题 that reads well downwards, at the least and at the most (N-14: two lines of a dozen). */
const SHORTEST = 6;
const LONGEST = 26;
/** Letters and long numbers, which would stand one below the other (T-38); marks that a vertical line rather does without. */
const UNSEEMLY = /[A-Za-z]{2}|[0-9]{4}|[0-9][.%][0-9]*|[()（）〔〕［］/…—]/u;

/** Shortenings of the measure that are tried until no column is too high. */
const TRIES = 8;

interface SetBlock {
  readonly block: Block;
  readonly isMain: boolean;
  readonly size: number;
  readonly lines: readonly VerticalLine[];
  readonly isBroken: boolean;
  /** A unit that is never parted had to be (T-05): it does not fit. */
  readonly isParted: boolean;
}

/** The title block in a frame of `width` × `height` pt; `columns`: base columns of the whole piece, by which its largest size goes. */
export function verticalTitle(deck: readonly Block[], variant: Variant, columns: number, width: number, height: number, master: PaperMaster, setter: Setter): VerticalTitle {
  const main = deck.find(({ content }) => MAIN_STYLES.has(content.style.name))?.content;
  if (main?.kind !== 'paragraph') return placed(deck.flatMap((block) => setBlock(block, height, setter)), width, height);
  const { sizes, ladder, own } = headlineSizes(main, variant, columns, width, master, LEAST_MAIN, 'important');
  let [best, bestWorth]: [VerticalTitle | null, number] = [null, Infinity];
  for (const size of sizes) {
    const set = deck.flatMap((block) => setBlock(scaledBlock(block, size / own, size, ladder, master.pitch), height, setter));
    const title = placed(set, width, height);
    const isBroken = set.some((one) => one.isMain && one.isBroken);
    // In two lines as large as can be; else in few lines; one that does not fit is as small as can be.
    const worth = (title.fits ? 0 : 100) + (isBroken ? 10 : 0) + Math.max(MOST_LINES, title.mainLines);
    if (worth < bestWorth || (worth === bestWorth && !title.fits)) [best, bestWorth] = [title, worth];
    if (bestWorth === MOST_LINES) break;
  }
  return best!;
}

/** A block's columns, none higher than the frame where that can be. */
function setBlock(block: Block, height: number, setter: Setter): SetBlock[] {
  const { content } = block;
  if (content.kind !== 'paragraph' || content.text === '') return [];
  const paragraph: Paragraph = content;
  let measure = height;
  let found = columnsIn(block, paragraph, measure, setter);
  for (let i = 0; i < TRIES; i++) {
    const over = Math.max(...found.lines.map(({ length }) => length)) - height;
    if (over <= 0.01 || measure - over < 2 * paragraph.style.text.size) break;
    measure -= Math.max(over, 0.25 * paragraph.style.text.size);
    found = columnsIn(block, paragraph, measure, setter);
  }
  return [found];
}

function columnsIn(block: Block, paragraph: Paragraph, measure: number, setter: Setter): SetBlock {
  const set = setter.set(paragraph, measure);
  return {
    block, isMain: MAIN_STYLES.has(paragraph.style.name), size: paragraph.style.text.size, lines: set.lines.map((line) => verticalLine(set, line, setter.fontsOf(paragraph.style.text.role))),
    isBroken: set.issues.some(({ code }) => code === 'title-break'), isParted: set.issues.some(({ code }) => code === 'line-overfull'),
  };
}

/** Columns side by side from the right, the whole in the middle of the frame; what stands before the 主题 begins with it, what follows ends with it. */
function placed(blocks: readonly SetBlock[], width: number, height: number): VerticalTitle {
  let wide = 0;
  const rights: number[][] = [];
  blocks.forEach(({ size, lines }, b) => {
    const before = blocks[b - 1];
    if (before !== undefined) wide += BLOCK_AIR * Math.min(size, before.size);
    rights.push(lines.map((_, i) => {
      wide += size + (i > 0 ? LINE_AIR * size : 0);
      return wide;
    }));
  });
  const right = width - (width - wide) / 2;
  const mains = blocks.filter(({ isMain }) => isMain).flatMap(({ lines }) => lines);
  const tall = Math.max(0, ...(mains.length > 0 ? mains : blocks.flatMap(({ lines }) => lines)).map(({ length }) => length));
  const [top, foot] = [(height - tall) / 2, (height + tall) / 2];
  const mainAt = blocks.findIndex(({ isMain }) => isMain);
  const lines = blocks.flatMap(({ block, isMain, lines: own }, b) => own.map((line, i): UprightLine => {
    const spare = height - line.length;
    const y = isMain || mainAt < 0 || line.length > tall ? spare / 2 : b < mainAt ? top : foot - line.length;
    return { block, line, x: right - rights[b]![i]!, y: Math.max(0, y) };
  }));
  const isWhole = mainAt >= 0 && !blocks.some(({ isMain, isBroken }) => isMain && isBroken) && mains.length <= MOST_LINES;
  const text = blocks.flatMap(({ block: { content }, isMain }) => (isMain && content.kind === 'paragraph' ? [content.text] : [])).join('');
  const length = text.replaceAll(/\s/gu, '').length;
  const fits = !blocks.some(({ isParted }) => isParted) && wide <= width + 0.01 && lines.every(({ line }) => line.length <= height + 0.01);
  const isSeemly = fits && isWhole && length >= SHORTEST && length <= LONGEST && !UNSEEMLY.test(text) && tall >= LEAST_HIGH * height && wide >= LEAST_WIDE * width;
  return { lines, fits, mainLines: mains.length, isSeemly };
}
