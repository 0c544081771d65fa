// Counts written in Han that are more than a digit: 一百二十篇, 三百余人, 十多次, 数十件, 两万多户,
// 近千条, 上百亿元, 超百万. In: plain text. Out: where the number stands (余 and 多 included,
// 万 and 亿 only where 余 or 多 follows them, as for figures in digits), its value, its unit.
// Ten, a hundred or a thousand alone are ways of speaking (百家企业) unless a word before says
// that they count (上百家); small counts are han-counts.ts's.
import { fromHan } from '../../model/numerals';
import { FIXED as TERM, ORDER } from './counted-words';
import { isKind } from './kept-digits';
import { MEASURES, UNITS } from './measures';

/** A number in Han with what follows it; `value` of 数十 and 近百 is that of its power. */
export interface LargeCount {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: string | null;
  readonly measure: string | null;
  /** End of unit and measure word, exclusive. */
  readonly end: number;
}

const POWER = /[十百千万亿]/;
const RUN = /(?=[数几]?[一二两三四五六七八九十百千零〇万亿])([数几])?((?:[一二两三四五六七八九十百千零〇]+亿(?=[一二两三四五六七八九零]))?(?:[一二两三四五六七八九十百千零〇]+万(?=[一二两三四五六七八九零]))?[一二两三四五六七八九十百千零〇]*)(点[〇零一二三四五六七八九]+)?(几)?([余多])?(万亿|万|亿)?([余多])?/g;
/** Words before a bare power that make it a count. */
const ABOUT = /(?:近|上|超|超过|逾|过|达|达到|突破|破|约|接近|高达|累计|突破了|超过了|上了)$/;
/** What a number is no figure behind: ordinals, each, and other numbers. */
const NOT_BEHIND = /[第每届·.\d〇零一二两三四五六七八九十百千万亿]$|分之$|[第一二三四五六七八九十]、$|[一二三四五六七八九十]月$|[前这那某哪]$|届[一二三四五六七八九十]+次(?:会议)?(?:[、和至到][一二三四五六七八九十]+次(?:会议)?)*[、和至到]$|(?:星期|礼拜|农历|正月|成百|千方)$/;
/** Names and terms whose number is fixed. */
const FIXED = /^(?:个民族|个方面|节气|国集团|个工作日?内办结制|字|人民|多?中国人|大山|小时(?:值守|值班|服务|在线|热线)|.{0,6}圈|次(?:会议|全会|党代会|全国代表|代表大会|人大)|分(?![，。；、）])|道拐|强|佳|条战线|家争鸣|级|城[市区]?[，。；、]|家宴|[国省县乡村]道|岁|周年)/;
const MEASURE_WORDS: readonly { readonly word: string; readonly isUnit: boolean }[] = [...UNITS.map((word) => ({ word, isUnit: true })), ...MEASURES.map((word) => ({ word, isUnit: false }))].toSorted((a, b) => b.word.length - a.word.length);
const STOP = /^(?:[，。；、）：]|$)/;

/** Counts above ten in Han, in order. */
export function largeCounts(text: string): readonly LargeCount[] {
  if (!POWER.test(text)) return [];
  const found: LargeCount[] = [];
  for (const match of text.matchAll(RUN)) {
    if (POWER.test(match[0])) {
      const count = countAt(text, match);
      if (count !== null) found.push(count);
    }
  }
  return found;
}

function countAt(text: string, match: RegExpExecArray): LargeCount | null {
  const [, vague = '', run = '', decimals = '', odd = '', more = '', multiplier = '', moreBehind = ''] = match;
  const from = match.index;
  const before = text.slice(Math.max(0, from - 16), from);
  if (NOT_BEHIND.test(before) && !(vague !== '' && !/[第每\d]$/.test(before))) return null;
  // 万 or 亿 alone: 近万人次.
  if (run === '' && (multiplier === '' || !(ABOUT.test(before) || vague !== '' || moreBehind !== ''))) return null;
  const bare = /^(?:|[十百千])$/.test(run);
  const isAbout = odd !== '' || more !== '' || moreBehind !== '' || (vague !== '' && bare);
  if (vague !== '' && !bare) return null;
  const value = run.includes('亿') ? overYi(run, multiplier) : valueOf(run, decimals, run === '' ? multiplier : '');
  if (value === null) return null;
  const end = from + match[0].length;
  const behind = text.slice(end, end + 12);
  // 超亿元项目 is a kind of project.
  if (bare && /^元(?:以上|级|的)?(?:项目|企业|产业|园区|村|镇)/.test(behind)) return null;
  // 十几届, 百余年.
  if (FIXED.test(behind) && !(behind.startsWith('字') && multiplier !== '')) return null;
  const word = MEASURE_WORDS.find((one) => behind.startsWith(one.word)) ?? null;
  // 国务院二十条, 新十条.
  if (word?.word === '条' && /(?:新|国务院)$/.test(before)) return null;
  // 十四个坚持, 十三个方面.
  if (word !== null && /^[个项条]$/.test(word.word) && !isAbout && isTerm(behind.slice(word.word.length))) return null;
  const isSaid = ABOUT.test(before);
  if (word === null && (multiplier === '' || (run.length < 2 && !STOP.test(behind) && !(/^[两二三四五六七八九]$/.test(run) && !/^[里年水山物]/.test(behind))))) return null;
  if (!isAbout && !isCertain({ run, bare, multiplier, isSaid, rest: behind.slice(word?.word.length ?? 0), word: word?.word ?? '' })) return null;
  // A lone 万 or 亿 is the number itself.
  const kept = run === '' && vague === '' ? '' : multiplier;
  const to = moreBehind !== '' || kept === '' ? end : end - kept.length;
  const unit = `${moreBehind === '' ? kept : ''}${word?.isUnit === true ? word.word : ''}`;
  if (`${run}${multiplier}` === '三百六十五' || (run === '二十四' && word?.word === '小时')) return null;
  return { from, to, value: run !== '' && moreBehind !== '' ? value * timesOf(multiplier) : value, unit: unit === '' ? null : unit, measure: word !== null && !word.isUnit ? word.word : null, end: end + (word?.word.length ?? 0) };
}

const isTerm = (behind: string): boolean => TERM.test(behind) || ORDER.test(behind);

interface Plain {
  readonly run: string;
  /** Ten, a hundred, a thousand, or nothing before 万. */
  readonly bare: boolean;
  readonly multiplier: string;
  /** 近, 超, 上 stand before it. */
  readonly isSaid: boolean;
  /** Behind unit and measure word. */
  readonly rest: string;
  readonly word: string;
}

/** Whether a number without 余 and 多 is a figure. */
function isCertain({ run, bare, multiplier, isSaid, rest, word }: Plain): boolean {
  if (isSaid || (bare && run !== '十' && word !== '' && /^(?:以上|以下|之多|有余|左右)/.test(rest) && !isKind(rest))) return true;
  // 百万人次, 投入千万元。 but 百万富翁, 千万元企业; ten alone is told by what is counted.
  if (bare) return multiplier !== '' && (run === '十' || word === '人次' || (word !== '' && STOP.test(rest)));
  // 两万元, 三亿元.
  if (!/[十百千]/.test(run)) return multiplier !== '';
  return true;
}

const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** What 万, 亿, 千万 multiply by; 1 of anything else. */
export function timesOf(multiplier: string): number {
  return POWERS[multiplier] ?? Array.from(multiplier).reduce((all, power) => all * (POWERS[power] ?? 1), 1);
}

/** 三亿两千 of 三亿两千万: as many of its 万. */
function overYi(run: string, multiplier: string): number | null {
  const [high, low] = run.split('亿').map(fromHan);
  if (high === null || high === undefined || low === null || low === undefined) return null;
  return multiplier === '万' ? high * 1e4 + low : high * 1e8 + low;
}

function valueOf(run: string, decimals: string, lone: string): number | null {
  if (run === '') return POWERS[lone] ?? 1;
  // 四五十, 三四百, 十七八: said by the way, worth the first of the two.
  const plain = run.replace(/([一二两三四五六七八九])[两二三四五六七八九](?=[十百千]?$)/, '$1');
  const whole = POWERS[run] ?? fromHan(run.replaceAll('〇', '零')) ?? fromHan(plain);
  if (whole === null || decimals === '') return whole;
  return Number(`${whole}.${Array.from(decimals.slice(1), (digit) => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)).join('')}`);
}
