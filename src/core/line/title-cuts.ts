// What it costs to end a title's line before each character (G-06, T-37, N-13):
// nothing where an official name ends or a headline has its blank, much inside
// a word, and nearly forbidden before 的 or after 和. Costs are in the unit of
// title.ts, where a line more costs 45.
import { LEANING, PREFIXES, SUFFIXES, wordLengthAt } from './title-words';

/** From here on a break is inside a word, as far as one can tell: reported as title-break. */
export const INSIDE_WORD = 300;

const AT_WORD = 40;
const BESIDE_WORD = 90;
const UNKNOWN = 150;
const NEVER = 2000;
/** Inside an open place: only where it is longer than a line. */
const HOLE = 1500;

const ORDINAL = '[零〇一二三四五六七八九十百\\d]+';

/** Stretches that hold together, and what a break inside them costs. */
const WHOLE: readonly (readonly [RegExp, number])[] = [
  [/常务委员会/g, 400],
  [/委员会/g, 600],
  [/工作报告/g, 60],
  [/中国人民政治协商会议/g, 110],
  [new RegExp(`第${ORDINAL}[届次]`, 'g'), 600],
  [new RegExp(`${ORDINAL}届(?:${ORDINAL}次)?`, 'g'), 600],
  [new RegExp(`${ORDINAL}次(?:全体)?(?:会议|全会)`, 'g'), 200],
  [/\d+年(?:\d+月)?(?:\d+日)?/g, 600],
  [/[“《（][^”》）]*[”》）]/g, 120],
  [/(?<=^|政协|会议|中共|——在)[\u4e00-\u9fff]{2,4}?(?:自治区|自治州|自治县|市|县|省|区|州|盟|旗)/g, 600],
];

/** Places where the meaning ends, and what a break there costs; the place is the end of the match. */
const ENDS: readonly (readonly [RegExp, number])[] = [
  [/中国人民政治协商会议/g, 15],
  [/委员会(?=常务委员会|第|关于)/g, 0],
  [/常务委员会(?=关于)/g, 0],
  [/常务委员会(?=工作报告)/g, 20],
  [/(?:会议|全会)(?=关于)/g, 0],
  [new RegExp(`[市县省区州盟旗]?(?=第${ORDINAL}届)`, 'g'), 30],
  [new RegExp(`(?<=委员会)(?=第${ORDINAL}次)`, 'g'), 0],
  [new RegExp(`(?=第${ORDINAL}次[\\u4e00-\\u9fff]{0,4}会议)`, 'g'), 20],
  [/(?<=.)(?=关于)/g, 10],
  [/以来/g, 25],
  [/\d日(?=.)/g, 10],
  [/(?<=.)——/g, NEVER],
  [/(?<=.)(?=——)/g, 5],
  [/[，；：！？。]/g, 5],
  [/、/g, 60],
  [/的/g, 25],
  [/在[\u4e00-\u9fff]{2,8}中(?![国央共华小心])(?=.)/g, 25],
  [/(?=[和与及])/g, 30],
];

/**
 * Costs of a break before each offset of a title's text (length + 1 entries). Blanks make the other places
 * dearer: a headline with a space breaks at the space.
 */
export function cutCosts(text: string): Float64Array {
  const costs = new Float64Array(text.length + 1).fill(UNKNOWN);
  priceWords(text, costs);
  for (const [pattern, cost] of WHOLE) {
    for (const match of text.matchAll(pattern)) if (match[0].length < text.length || !isBracket(match[0])) raise(costs, match.index + 1, match.index + match[0].length, cost);
  }
  for (const [pattern, cost] of ENDS) {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length;
      costs[at] = cost === NEVER ? NEVER : Math.min(costs[at]!, Math.max(cost, insideQuote(text, at) ? 120 : 0));
    }
  }
  priceParticles(text, costs);
  priceBlanks(text, costs);
  // Last: nothing in 〔地名：未填〕 is a place to break at, its mark least of all.
  for (const { 0: hole, index } of text.matchAll(/〔[^〔〕]*〕/g)) raise(costs, index + 1, index + hole.length, HOLE);
  return costs;
}

function raise(costs: Float64Array, from: number, to: number, cost: number): void {
  for (let k = from; k < to; k++) costs[k] = Math.max(costs[k]!, cost);
}

/** A title that stands in brackets as a whole is no quotation. */
function isBracket(text: string): boolean {
  return /^[“《（]/.test(text);
}

function insideQuote(text: string, at: number): boolean {
  if (isBracket(text) && /^[^“《（]*[”》）]$/.test(text.slice(at))) return false;
  const before = text.slice(0, at);
  return /[“《（][^”》）]*$/.test(before) && /^[^“《（]*[”》）]/.test(text.slice(at));
}

/** Known words are whole, their ends good; in a stretch of unknown ones every fourth place is better than the odd ones. */
function priceWords(text: string, costs: Float64Array): void {
  const known = new Uint8Array(text.length + 1); // 1: a word ends or begins here, 2: both
  let at = 0;
  let stretch = 0;
  while (at < text.length) {
    const length = wordLengthAt(text, at);
    if (length === 0) {
      const since = at - stretch;
      if (since > 0) costs[at] = since % 4 === 0 ? UNKNOWN - 40 : since % 2 === 0 ? UNKNOWN - 15 : UNKNOWN + 30;
      at++;
      continue;
    }
    raise(costs, at + 1, at + length, 600);
    known[at]!++;
    at += length;
    known[at]!++;
    stretch = at;
  }
  for (let k = 1; k < text.length; k++) if (known[k]! > 0) costs[k] = known[k] === 2 ? AT_WORD : BESIDE_WORD;
  for (let k = 1; k < text.length; k++) {
    if (wordLengthAt(text, k) === 0 && SUFFIXES.includes(text[k]!)) costs[k] = Math.max(costs[k]!, 400);
    if (known[k] !== 2 && PREFIXES.includes(text[k - 1]!)) costs[k] = Math.max(costs[k]!, 400);
    if (LEANING.includes(text[k - 1]!) && known[k] !== 2) costs[k] = costs[k]! + 120;
  }
}

/** T-37: 的, 地, 得 do not begin a line, 和, 与, 及 do not end one. */
function priceParticles(text: string, costs: Float64Array): void {
  for (let k = 1; k < text.length; k++) {
    const begins = text[k]!;
    if (begins === '的' || ((begins === '地' || begins === '得') && wordLengthAt(text, k) === 0)) costs[k] = NEVER;
    const ends = text[k - 1]!;
    if ((ends === '和' || ends === '与' || ends === '及') && !(k > 1 && wordLengthAt(text, k - 2) === 2)) costs[k] = NEVER;
  }
}

function priceBlanks(text: string, costs: Float64Array): void {
  if (!/[ \u3000]/.test(text.trim())) return;
  for (let k = 1; k < text.length; k++) {
    const blank = /[ \u3000]/.test(text[k - 1]!) && !/[ \u3000]/.test(text[k]!);
    costs[k] = blank ? 0 : costs[k]! + 60;
  }
}
