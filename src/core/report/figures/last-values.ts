// Last year's value of each figure: of the same sentence; where the sentence was written anew,
// of what it counts (立案〔〕件), if only one of last year's is so called and tells of the same; or of
// the figure at the same place of a sentence that is nearly the same. What was newly made is not
// what there is in all, what is planned not what was done, and advice on one theme not that on
// another. In: both ledgers. Out: a value each, or null.
import { amountOf } from './amount';
import { sameName } from './quoted-name';
import { likeness, pairsOf, REWORDED } from './sentence-likeness';

/** What is read of a figure of the ledger. */
export interface CountedFigure {
  readonly value: number | null;
  readonly unit: string | null;
  readonly measure: string | null;
  readonly sentence: string;
  readonly inSentence: readonly [number, number];
  readonly yearKey: string;
  /** Stands in what a report plans. */
  readonly isPlanned: boolean;
  /** What it says of last year itself. */
  readonly last: number | null;
  /** The number as it is written, 1600余; and of `last` whether more is said. */
  readonly text: string;
  readonly lastMore: More;
}

/** What a number that is not exact ends in: 1600余. */
export type More = '' | '余' | '多';
export const moreOf = (text: string): More => (/[余多]$/.exec(text)?.[0] ?? '') as More;

/** Last year's value; `last` null: there is none. */
interface LastValue {
  readonly last: number | null;
  readonly lastMore: More;
}

/** Letters before a number by which what it counts is called. */
const NAME = 4;
const LEAST_NAME = 3;
/** More figures than these without a sentence of their own are not compared pair by pair. */
const MOST = 400;

export function lastValues(now: readonly CountedFigure[], last: readonly CountedFigure[]): readonly LastValue[] {
  const known = new Map<string, number>();
  last.forEach(({ value, yearKey }, index) => {
    if (value !== null && !known.has(yearKey)) known.set(yearKey, index);
  });
  const found = now.map(({ yearKey }) => known.get(yearKey) ?? null);
  const taken = new Set(found);
  const left = last.flatMap((figure, index) => (figure.value === null || taken.has(index) ? [] : [{ figure, index, pairs: pairsOfKey(figure.yearKey) }])).slice(0, MOST);
  const open = now.flatMap((_, index) => (found[index] === null && now[index]!.last === null ? [index] : [])).slice(0, MOST);
  const byName = [nameOf, behindOf].map((of) => ({ of, left: called(left, ({ figure }) => of(figure)), open: called(open, (index) => of(now[index]!)) }));
  for (const index of open) {
    const figure = now[index]!;
    const alone = byName.flatMap(({ of, left: earlier, open: own }) => {
      const name = of(figure);
      const there = name === null ? undefined : earlier.get(name);
      return there?.length === 1 && own.get(name!)?.length === 1 ? there : [];
    });
    const same = alone[0] ?? nearest(figure, left, taken);
    if (same === undefined || taken.has(same.index) || !isOneTheme(figure, same.figure)) continue;
    taken.add(same.index);
    found[index] = same.index;
  }
  besideFound(now, last, found, taken);
  return found.map((index, at) => (index === null ? { last: now[at]!.last, lastMore: now[at]!.lastMore } : { last: valueAs(last[index]!, now[at]!), lastMore: moreOf(last[index]!.text) }));
}

/** Finds what stands beside a figure that was found, the same words between them: 培训5期、420人次. */
function besideFound(now: readonly CountedFigure[], last: readonly CountedFigure[], found: (number | null)[], taken: Set<number | null>): void {
  const between = (figures: readonly CountedFigure[], a: number): string | null => {
    const [one, other] = [figures[a], figures[a + 1]];
    return one === undefined || other === undefined || one.sentence !== other.sentence ? null : one.sentence.slice(one.inSentence[1], other.inSentence[0]);
  };
  const take = (at: number, index: number, words: string | null, there: string | null): void => {
    const [figure, earlier] = [now[at], last[index]];
    if (figure === undefined || earlier === undefined || found[at] !== null || figure.last !== null || earlier.value === null || taken.has(index) || words === null || words !== there || wordOf(figure) !== wordOf(earlier)) return;
    found[at] = index;
    taken.add(index);
  };
  for (let at = 1; at < now.length; at++) if (found[at - 1] !== null && found[at - 1] !== undefined) take(at, found[at - 1]! + 1, between(now, at - 1), between(last, found[at - 1]!));
  for (let at = now.length - 2; at >= 0; at--) if (found[at + 1] !== null && found[at + 1] !== undefined) take(at, found[at + 1]! - 1, between(now, at), between(last, found[at + 1]! - 1));
}

/** Last year's number in the multiple that this year's is written in: 9800人次 beside 1.2万人次 is 0.98. */
function valueAs(earlier: CountedFigure, figure: CountedFigure): number | null {
  const [was, is] = [amountOf(earlier), amountOf(figure)];
  return earlier.value === null || was.times === is.times ? earlier.value : Number((was.amount / is.times).toPrecision(12));
}

/** 收到提案|件: the letters before the number, and its words; of a number that opens its clause, or says a sum, what the clause before counts. null: too few to tell. */
function nameOf(figure: CountedFigure): string | null {
  const clauses = figure.sentence.slice(0, figure.inSentence[0]).split(/[，；：]/);
  const own = countedIn(clauses.at(-1) ?? '');
  const isSum = SUM.test(clauses.at(-1) ?? '');
  const before = own === '' ? countedIn((clauses.at(-2) ?? '').replace(/[\d.,]+[\u4e00-\u9fff]{0,3}$/, '')) : own;
  const word = wordOf(figure);
  const same = sameName(before);
  if ((!isName(before) && same === null) || word === '') return null;
  // 读书分享会26场，1900余人次参加: of another thing than the readings.
  return [own === '' && !isSum ? '>' : '', isNew(figure) ? '新' : '', figure.isPlanned ? '要' : '', same ?? held(before).slice(-NAME), '|', word].join('');
}

/** 累计达到108个: of what was counted before, in all. */
const SUM = /^(?:目前|现)?(?:累计|总数|总量|共有)/;
/** Made in the year: what there is in all is another figure. */
const NEW = /^(?:[\u4e00-\u9fff]{0,4}?)(?<![创更革全最翻])(?:新[建增设开办签]|新(?:成立|打造|培育|发展|吸纳))/;

const isNew = ({ sentence, inSentence: [from] }: CountedFigure): boolean => NEW.test(sentence.slice(0, from).split(/[，；：]/).at(-1) ?? '');

/** What the words at the end of a clause call the thing counted. */
const countedIn = (clause: string): string => /[\u4e00-\u9fffA-Z]*$/.exec(clause)?.[0].replace(/^(?:其中|经|全年|共|先后|目前)+|(?:共计?|累计|总数|总量|共有|达到?|约|近|超过?)+$/g, '').replace(/(?<=[\u4e00-\u9fff]{3})(?:召开|开展|举办|举行|组织|编发|报送|完成|办理)$/, '') ?? '';

/** Words that call something; A类 does. */
const isName = (words: string): boolean => words.length >= LEAST_NAME || /^[A-Z]./.test(words);

/** What was held, without the verb: of 召开座谈会8次、协商会5次 the one has it and the other has not. */
const held = (name: string): string => name.replace(/^.*(?:召开|举办|举行|开展|组织)(?=[\u4e00-\u9fff]{3})/, '');

/** What a sentence is about, where it says so: 围绕“优化营商环境”开展专题协商. */
const THEME = /(?:^|[。；，])(?:围绕|聚焦|紧扣|紧盯|针对|就)([^，。；]{2,40}?)(?:开展|召开|组织|进行|深入|，|$)/g;
/** Themes of fewer pairs in common are others. */
const SAME_THEME = 0.5;

/** Of many themes: 围绕“民营经济”“冷链物流”等召开座谈会11次. */
const MANY = /等(?:[^“”]{0,6})$/;

/** A theme that is still 待填. */
const NOT_FILLED = /^[□“”、等\u200b]+$/;

/** Whether two figures may be the same in two years, by what their sentences say that they are about. */
function isOneTheme(a: CountedFigure, b: CountedFigure): boolean {
  const [mine, other] = [a, b].map(({ sentence, inSentence: [from] }) => [...sentence.slice(0, from).matchAll(THEME)].at(-1)?.[1]).map((theme) => (theme === undefined || NOT_FILLED.test(theme) ? undefined : theme));
  return mine === undefined || other === undefined || mine === other || (MANY.test(mine) && MANY.test(other)) || likeness(pairsOf(mine), pairsOf(other)) >= SAME_THEME;
}

/** 36名常委 of a number that opens its clause: what is counted stands behind it. null: it does not. */
function behindOf(figure: CountedFigure): string | null {
  const { sentence, inSentence: [from, to] } = figure;
  const word = wordOf(figure);
  const behind = /^[\u4e00-\u9fff]+/.exec(sentence.slice(to).replace(/^余/, '').slice(`${figure.unit ?? ''}${figure.measure ?? ''}`.length))?.[0] ?? '';
  return /[\u4e00-\u9fff]$/.test(sentence.slice(0, from)) || word === '' || behind.length < 2 || /^(?:参[加与]|以[上下]|左右|[被由得为])/.test(behind) ? null : `${figure.isPlanned ? '要' : ''}${word}|${behind.slice(0, NAME)}`;
}

/** What is called so, by name. */
function called<T>(all: readonly T[], of: (one: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const name = of(one);
    if (name !== null) found.set(name, [...(found.get(name) ?? []), one]);
  }
  return found;
}

type Left = { readonly figure: CountedFigure; readonly index: number; readonly pairs: ReadonlySet<string> };

function nearest(figure: CountedFigure, left: readonly Left[], taken: ReadonlySet<number | null>): Left | undefined {
  const mine = pairsOfKey(figure.yearKey);
  const place = figure.yearKey.slice(figure.yearKey.lastIndexOf('#'));
  let best: Left | undefined;
  let score = REWORDED;
  for (const one of left) {
    if (!one.figure.yearKey.endsWith(place) || one.figure.isPlanned !== figure.isPlanned || isNew(one.figure) !== isNew(figure) || wordOf(one.figure) !== wordOf(figure) || isOtherThing(one.figure, figure)) continue;
    const share = likeness(mine, one.pairs);
    if (share >= score) [best, score] = [one, share];
  }
  return best === undefined ? undefined : nearerCalled(figure, best, left, taken);
}

/** So much more alike must the words before another number of the sentence be, for it to be the one; and so much at least where the first is another's. */
const NEARER = 0.2;
const ALIKE = 0.5;

/** Of the sentence that was found the number whose own words are nearest: 省政协采用52条，市政协采用73条 may stand the other way round. */
function nearerCalled(figure: CountedFigure, found: Left, left: readonly Left[], taken: ReadonlySet<number | null>): Left | undefined {
  const own = pairsOf(ownWords(figure));
  const like = ({ figure: one }: Left): number => likeness(own, pairsOf(ownWords(one)));
  const isTaken = taken.has(found.index);
  const others = left.filter(({ figure: one, index }) => !taken.has(index) && one.sentence === found.figure.sentence && wordOf(one) === wordOf(figure) && isNew(one) === isNew(figure) && !isOtherThing(one, figure));
  const best = others.toSorted((a, b) => like(b) - like(a))[0];
  if (best !== undefined && like(best) > (isTaken ? ALIKE : like(found) + NEARER)) return best;
  return isTaken ? undefined : found;
}

/** Whether the words right before two numbers call two things: 座谈会 and 协商会 that changed places. */
function isOtherThing(a: CountedFigure, b: CountedFigure): boolean {
  const [mine, other] = [ownWords(a), ownWords(b)];
  return isName(mine) && isName(other) && likeness(pairsOf(mine), pairsOf(other)) === 0;
}

/** The words of its clause that stand right before a number. */
const ownWords = ({ sentence, inSentence: [from] }: CountedFigure): string => held(countedIn(sentence.slice(0, from).split(/[，；：、]/).at(-1) ?? ''));

const pairsOfKey = (key: string): ReadonlySet<string> => pairsOf(key.slice(0, Math.max(0, key.lastIndexOf('#'))));

/** What is counted, whatever multiple the number is written in. */
const wordOf = (figure: CountedFigure): string => amountOf(figure).word || (figure.unit ?? '');
