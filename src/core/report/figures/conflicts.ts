// What of the 数字台账 cannot be right (TYPESETTING P-12): a part above its total, parts that
// do not sum up, one figure said differently in two articles. A false alarm costs more than
// a miss: whoever was sent for nothing three times reads the fourth no more. So parts are
// added only where they are surely classes of one thing, and two articles are held against
// each other only where they surely speak of the same. In: the ledger. Out: conflicts by index.
import { amountOf } from './amount';
import { quotedName } from './quoted-name';
import { shownFigure as shown, wordOf, type LedgerFigure } from './ledger';
import { tableSums } from './table-sums';
import { tableTotals } from './table-text';
import { areApart, partingOf } from './whole-parts';

/** `figures`: indexes into the ledger, the total first. */
export interface LedgerConflict {
  readonly kind: 'part-exceeds' | 'sum-differs' | 'said-differently';
  readonly figures: readonly number[];
  /** In Chinese. */
  readonly message: string;
  /** Only a hint: it may well be right so. */
  readonly isHint?: true;
}

/** P-12: 其中 ≤ total, listed parts against their sum, one measure quoted twice must agree. */
export function conflictsOf(ledger: readonly LedgerFigure[]): readonly LedgerConflict[] {
  return [...ledger.flatMap((_, i) => [...sumConflict(ledger, i), ...listedConflict(ledger, i), ...classedConflict(ledger, i)]), ...tableSums(ledger), ...tableTotals(ledger), ...quoteConflicts(ledger)];
}

const before = ({ sentence, inSentence: [from] }: LedgerFigure, length: number): string => sentence.slice(Math.max(0, from - length), from);
/** The sentence behind unit and measure word. */
const behind = (figure: LedgerFigure): string => figure.sentence.slice(figure.inSentence[1] + (figure.sentence.startsWith(wordOf(figure), figure.inSentence[1]) ? wordOf(figure).length : 0));

/** An exact count of something that has parts: no share, no rank, no increase (one part may grow more than the whole), no limit. */
function isTotal(figure: LedgerFigure): boolean {
  const word = wordOf(figure);
  if (figure.value === null || /[%％‰倍点度℃]/.test(word) || word === '' || /[余多几来数～~—–至到-]/.test(figure.text)) return false;
  const said = before(figure, 10);
  if (/[前第每各约近超逾上破过]$/.test(said) || /(?:增加|增长|增至|减少|下降|降低|提高|上升|净[^，。]{0,4}|同比|利润|亏损|新增|平均|人均|日均|户均|不少于|不低于|超过|突破|达到?|以上|左右)[了约]?$/.test(said)) return /(?:达到?|新增)$/.test(said);
  if (/每[个名家位人年月周季次][^，。；：]*$/.test(figure.sentence.slice(0, figure.inSentence[0]))) return false;
  return !/^(?:以上|左右|以内|多|余)/.test(behind(figure));
}

/** A share of all that is told as reached: 办复率100%. */
const isRate = (figure: LedgerFigure): boolean => figure.value !== null && /^[%％]$/.test(wordOf(figure)) && /^[\d.一二三四五六七八九十百点]+$/.test(figure.text) && !/^(?:以上|左右|以内)/.test(behind(figure));

/** People are counted once in each of several groups, and so are those above the others: 党员委员, 女委员; 重点提案, 委员提案. */
const OVERLAPPING_WORD = /^(?:名|人|位|人次|户|家)$/;
const OVERLAPPING_NAME = /重点|优秀|联名|联合|领衔|督办|优先|首次|被|获|得到|采用|采纳|批示|转化|办复|办结|已|新/;

/** Whether parts may follow a figure at all: nearly none has any, and this is asked of each at every export. */
function mayHaveParts({ sentence, inSentence: [, end] }: LedgerFigure, next: LedgerFigure | undefined): boolean {
  return sentence.includes('其中', end) || sentence.includes('：', end) || next?.sentence.trimStart().startsWith('其中') === true;
}

function sumConflict(ledger: readonly LedgerFigure[], at: number): readonly LedgerConflict[] {
  const total = ledger[at]!;
  if (total.cell !== null || !mayHaveParts(total, ledger[at + 1]) || !isTotal(total)) return [];
  const opened = partsBegin(ledger, at);
  if (opened === null) return [];
  const whole = amountOf(total);
  const parts = parallelParts(ledger, at, opened);
  if (parts.length === 0) return [];
  const above = parts.filter(({ index }) => amountOf(ledger[index]!).amount > whole.amount);
  if (above.length > 0) {
    return [{ kind: 'part-exceeds', figures: [at, ...above.map(({ index }) => index)], message: `“${opened.byColon ? '' : '其中'}${shown(ledger[above[0]!.index]!)}”大于总数“${shown(total)}”` }];
  }
  const names = parts.map(({ name }) => name);
  if (parts.length < 2 || (!areApart(names) && (!areClasses(names, opened.byColon) || (OVERLAPPING_WORD.test(whole.word) && !opened.byColon)))) return [];
  const sum = Math.round(parts.reduce((all, { index }) => all + amountOf(ledger[index]!).amount, 0) * 1000) / 1000;
  const last = behind(ledger[parts.at(-1)!.index]!);
  const isWhole = opened.byColon && !/^[^，；。]{0,4}等/.test(last) && parts.length === opened.figures;
  // 其中委员提案151件、集体提案50件 of 203: there is no third kind.
  const parting = !opened.byColon && sum < whole.amount && parts.length === opened.figures && !/^[^，；。]{0,4}等/.test(last) ? partingOf(names) : null;
  if (sum === whole.amount || (sum < whole.amount && !isWhole && parting === null)) return [];
  const unit = wordOf(total);
  const scale = total.value === 0 ? 1 : whole.amount / total.value!;
  const shownSum = Math.round((sum / scale) * 1000) / 1000;
  const over = Math.round((shownSum - total.value!) * 1000) / 1000;
  const figures = [at, ...parts.map(({ index }) => index)];
  if (parting !== null) return [{ kind: 'sum-differs', figures, message: `“${names.join('”“')}”相加${shownSum}${unit}，比总数“${shown(total)}”少${-over}`, ...(parting === 'likely' ? { isHint: true } : {}) }];
  return [{
    kind: 'sum-differs', figures,
    message: over > 0 ? `分项相加${shownSum}${unit}，比总数“${shown(total)}”多${over}` : `分项相加${shownSum}${unit}，与总数“${shown(total)}”不等`,
  }];
}

/** What a total stands right behind that says it is the sum of what was listed: 60件、82件、40件，合计182件. */
const SUMMED = /[，；](?:合计|共计|总计)$/;

/** A list whose total, said behind it, is another: no run of its last parts sums up to it. */
function listedConflict(ledger: readonly LedgerFigure[], at: number): readonly LedgerConflict[] {
  const total = ledger[at]!;
  if (total.cell !== null || !SUMMED.test(before(total, 3)) || !isTotal(total)) return [];
  const whole = amountOf(total);
  const listed: number[] = [];
  let [sum, isList] = [0, true];
  for (let j = at - 1; j >= 0; j--) {
    const part = ledger[j]!;
    if (!sameSentence(part, total)) break;
    const gap = part.sentence.slice(part.sentence.length - behind(part).length, ledger[j + 1]!.inSentence[0]);
    if (part.value === null || /[余多几来数～~]/.test(part.text) || amountOf(part).word !== whole.word || /[。；：]/.test(gap)) break;
    sum = Math.round((sum + amountOf(part).amount) * 1000) / 1000;
    // Beyond the list other parts may belong to it.
    isList &&= j === at - 1 || /^[^，]{0,6}[、和][^，、]{0,16}$/.test(gap);
    if (isList) listed.unshift(j);
    if (at - j >= 2 && sum === whole.amount) return [];
  }
  if (listed.length < 2) return [];
  const added = listed.reduce((all, j) => all + amountOf(ledger[j]!).amount, 0);
  const scale = total.value === 0 ? 1 : whole.amount / total.value!;
  const over = Math.round(((added - whole.amount) / scale) * 1000) / 1000;
  return [{ kind: 'sum-differs', figures: [at, ...listed], message: `分项相加${Math.round((added / scale) * 1000) / 1000}${wordOf(total)}，比合计“${shown(total)}”${over > 0 ? '多' : '少'}${Math.abs(over)}` }];
}

/** What lists all kinds of a thing that was counted before: 按类别分，经济建设98件…. As sum-stretches.ts has it. */
const BY_CLASS = /按[^，。；：\d]{1,10}分[，：]/;
/** A count farther from their sum than this part of it is of something else. */
const NEAR_SUM = 0.1;

/** Kinds by which what was counted earlier in the paragraph is parted, and that sum up to none of its counts. */
function classedConflict(ledger: readonly LedgerFigure[], at: number): readonly LedgerConflict[] {
  const first = ledger[at]!;
  const last = ledger[at - 1];
  if (first.cell !== null || last === undefined || last.article !== first.article || last.place.block !== first.place.block) return [];
  const from = sameSentence(last, first) ? last.sentence.length - behind(last).length : 0;
  const mark = BY_CLASS.exec(first.sentence.slice(from, first.inSentence[0]));
  if (mark === null) return [];
  const { word } = amountOf(first);
  const end = ledger.findIndex((other, j) => j > at && !sameSentence(other, first));
  const figures = ledger.slice(at, end < 0 ? ledger.length : end).filter((one) => amountOf(one).word === word).length;
  const parts = parallelParts(ledger, at, { first: at, start: from + mark.index + mark[0].length, sentence: first.sentence, byColon: true, figures });
  const closing = parts.at(-1);
  if (parts.length < 2 || parts.length !== figures || /^[^，；。]{0,4}等/.test(behind(ledger[closing!.index]!)) || !isTotal(first)) return [];
  const sum = Math.round(parts.reduce((all, { index }) => all + amountOf(ledger[index]!).amount, 0) * 1000) / 1000;
  const earlier = ledger.flatMap((one, j) => (j < at && one.article === first.article && one.place.block === first.place.block && one.place.field === first.place.field && amountOf(one).word === word && isTotal(one) ? [j] : []));
  const far = (j: number): number => Math.abs(amountOf(ledger[j]!).amount - sum);
  const total = earlier.toSorted((a, b) => far(a) - far(b))[0];
  if (total === undefined || far(total) === 0 || far(total) > NEAR_SUM * sum) return [];
  const scale = amountOf(ledger[total]!).amount / (ledger[total]!.value || 1);
  const over = Math.round(((sum - amountOf(ledger[total]!).amount) / scale) * 1000) / 1000;
  return [{ kind: 'sum-differs', figures: [total, ...parts.map(({ index }) => index)], message: `${mark[0].slice(0, -1)}的各项相加${Math.round((sum / scale) * 1000) / 1000}${wordOf(ledger[total]!)}，比总数“${shown(ledger[total]!)}”${over > 0 ? '多' : '少'}${Math.abs(over)}` }];
}

interface Opening {
  /** Index of the first figure that may be a part, and the words between the mark and it. */
  readonly first: number;
  readonly start: number;
  readonly sentence: string;
  /** 171件：… lists all parts; 其中 only some. */
  readonly byColon: boolean;
  /** Figures of the total's word from the mark up to the end of the sentence. */
  readonly figures: number;
}

const sameSentence = (a: LedgerFigure, b: LedgerFigure): boolean => a.article === b.article && a.place.block === b.place.block && a.place.field === b.place.field && a.sentence === b.sentence;

const sentenceStart = ({ place, inSentence: [from] }: LedgerFigure): number => place.from - from;
/** The sentence of `next` begins where that of `figure` ends: one without figures between them would be what 其中 speaks of. */
const followsAtOnce = (figure: LedgerFigure, next: LedgerFigure): boolean => next.article === figure.article && next.place.block === figure.place.block && next.place.field === figure.place.field && sentenceStart(next) === sentenceStart(figure) + figure.sentence.length;

/** Where the parts of a total begin: behind 其中 or a colon that follow it, or behind 其中 at the start of the next sentence. */
function partsBegin(ledger: readonly LedgerFigure[], at: number): Opening | null {
  const total = ledger[at]!;
  const { word } = amountOf(total);
  const mark = /^[^，。；：]{0,4}(?:[，；（]?(其中)(?:包括|有)?[，：]?|(：))/.exec(behind(total));
  const end = total.sentence.length - behind(total).length;
  const follow = (first: number, start: number, sentence: string, byColon: boolean): Opening => {
    let figures = 0;
    for (let j = first; j < ledger.length && ledger[j]!.sentence === sentence && ledger[j]!.article === total.article; j++) if (amountOf(ledger[j]!).word === word) figures++;
    return { first, start, sentence, byColon, figures };
  };
  if (mark !== null) return follow(at + 1, end + mark[0].length, total.sentence, mark[1] === undefined);
  // The only figure of its word in a sentence that ends, and the next begins with 其中.
  if (!/^[^，。；：]{0,8}。$/.test(behind(total))) return null;
  const next = ledger[at + 1];
  if (next === undefined || !followsAtOnce(total, next) || !/^其中[，：]?/.test(next.sentence.trimStart())) return null;
  if (ledger.some((other, j) => j !== at && sameSentence(other, total) && amountOf(other).word === word)) return null;
  const lead = next.sentence.length - next.sentence.trimStart().length;
  return follow(at + 1, lead + (/^其中[，：]?/.exec(next.sentence.trimStart())?.[0].length ?? 0), next.sentence, false);
}

interface Part {
  readonly index: number;
  /** Words before its number, from the stop before it: 委员提案. */
  readonly name: string;
}

/** Parts that stand side by side behind the mark: each a short name and a number of the total's word, stops between. */
function parallelParts(ledger: readonly LedgerFigure[], at: number, { first, start, sentence }: Opening): readonly Part[] {
  const { word } = amountOf(ledger[at]!);
  const parts: Part[] = [];
  let from = start;
  for (let j = first; j < ledger.length; j++) {
    const part = ledger[j]!;
    if (part.sentence !== sentence || part.article !== ledger[at]!.article || part.place.block !== ledger[at]!.place.block) break;
    if (part.inSentence[0] < from) continue;
    // The share of a part stands between it and the next: 201件，占64.4%、…
    if (/^[，（]?(?:约?占|比重|占比)[^，。；、]{0,8}$/.test(sentence.slice(from, part.inSentence[0])) && /[%％]/.test(wordOf(part))) {
      from = sentence.length - behind(part).length + (/^[）]/.test(behind(part)) ? 1 : 0);
      continue;
    }
    const gap = sentence.slice(from, part.inSentence[0]);
    const name = parts.length === 0 ? /^([^，。；、：]{0,16})$/.exec(gap)?.[1] : /^[、，；](?:和|及|以及)?([^，。；、：]{1,16})$/.exec(gap)?.[1];
    const about = part.value === null || /[余多几来数～~]/.test(part.text) || /(?:占|超过|增长|比|同比|第|前)$/.test(gap);
    if (name === undefined || about || amountOf(part).word !== word) break;
    parts.push({ index: j, name });
    if (/^[^，。；：、]{0,8}[，；（]?其中/.test(behind(part))) break;
    from = sentence.length - behind(part).length;
    // 8件立案, 41篇获批示: the name follows the number, and what it is a part of is the reader's to say.
    if (!/^[、，；。（]/.test(sentence.slice(from)) && from < sentence.length && !/^等/.test(sentence.slice(from))) break;
  }
  // Behind the first part only what is a class beside it goes on.
  if (areApart(parts.map(({ name }) => name))) return parts;
  const classes = parts.findIndex((_, n) => n > 0 && !areClasses(parts.slice(0, n + 1).map(({ name }) => name), true) && /^[，；]/.test(sentence.slice(sentence.length - behind(ledger[parts[n - 1]!.index]!).length)));
  return classes < 0 ? parts : parts.slice(0, classes);
}

/** Names that part one thing: they end alike (委员提案、党派提案; 经济类、社会类), or behind a colon are short bare nouns. */
function areClasses(names: readonly string[], byColon: boolean): boolean {
  if (names.some((name) => OVERLAPPING_NAME.test(name) || name === '')) return false;
  const shared = names.reduce((end, name) => commonEnd(end, name));
  if (shared.length >= 2 || /[类级期]$/.test(shared)) return true;
  return byColon && names.every((name) => name.length <= 8 && !/^(?:有|占|立案|办|采|转|列|经|由|其|共|并)/.test(name));
}

function commonEnd(a: string, b: string): string {
  let n = 0;
  while (n < Math.min(a.length, b.length) && a.at(-1 - n) === b.at(-1 - n)) n++;
  return n === 0 ? '' : a.slice(-n);
}

/** Words that bound the time or the occasion a figure is of; 一年来 and the like are what a report is about anyway. */
const SCOPE = /截至[^，。]{0,12}|[五四三两二]年[来间]?|[届次][^，。]{0,6}(?:以来|期间)|期间|以来|历年|累计|本次|这次|本届|上届|上年|去年|大会|全会|会前|会上|上半年|下半年|季度|\d+月|当年|当月|每/g;

/** Between two reports, which are about different work, only what is counted once for the whole body. */
const OF_THE_BODY = /提案|立案|社情民意|建议案|大会发言|收到建议|常委会会议|主席会议|主任会议|全体会议/;

interface Quote {
  readonly index: number;
  readonly scope: string;
}

function quoteConflicts(ledger: readonly LedgerFigure[]): LedgerConflict[] {
  if (ledger.every(({ article }) => article === ledger[0]!.article)) return [];
  const byName = new Map<string, Quote[]>();
  ledger.forEach((figure, index) => {
    if (figure.value === null || figure.cell !== null || !(isTotal(figure) || isRate(figure))) return;
    const said = figure.sentence.slice(0, figure.inSentence[0]);
    const name = quotedName(said, wordOf(figure), behind(figure));
    if (name === null) return;
    const key = `${name}|${amountOf(figure).word}`;
    // 五届三次会议以来 is the year that the whole paper is about.
    const scope = [...said.replaceAll(/[届第][一二三四五六七八九十]+次(?:全体)?会议以来/g, '').matchAll(SCOPE)].map(([word]) => word).join(' ');
    const quotes = byName.get(key) ?? [];
    // Told twice alike in one article it is one thing.
    if (quotes.some((one) => ledger[one.index]!.article === figure.article && one.scope === scope && amountOf(ledger[one.index]!).amount === amountOf(figure).amount)) return;
    byName.set(key, [...quotes, { index, scope }]);
  });
  const found: LedgerConflict[] = [];
  for (const [key, quotes] of byName) {
    const [name = ''] = key.split('|');
    const articles = new Set(quotes.map(({ index }) => ledger[index]!.article));
    // Named twice in one article it is not one thing.
    if (articles.size < 2 || articles.size < quotes.length) continue;
    const [first, ...others] = quotes;
    const one = ledger[first!.index]!;
    const other = others.find(({ index, scope }) => scope === first!.scope && amountOf(ledger[index]!).amount !== amountOf(one).amount && (OF_THE_BODY.test(name) || !(one.ofReport && ledger[index]!.ofReport)));
    if (other === undefined) continue;
    found.push({ kind: 'said-differently', figures: [first!.index, other.index], message: `“${name}”一处写${shown(one)}，另一处写${shown(ledger[other.index]!)}` });
  }
  return found;
}
