// Counts up to ten that are written in Han (三个小组, 两份报告, 建议五条). Official style writes
// small counts so, and its fixed terms as well (两个维护, 三个方面): which is which is told by what
// is counted (counted-words.ts). In: plain text. Out: counts that surely are figures, and such
// as may be one, which a person must look at. A measure word of things makes a figure whatever it
// counts, one of thoughts where no thought is counted. One (一个, 一份) is an article but among counts.
import { fromHan } from '../../model/numerals';
import { FIXED, isOtherWord, isThought, ORDER, THING } from './counted-words';
import { isLimit } from './kept-digits';
import { FIRM, LOOSE, TRAILING } from './measures';

export interface HanCount {
  readonly from: number;
  /** Of the number alone, 余 and 多 included. */
  readonly to: number;
  readonly value: number;
  readonly measure: string;
  /** End of the measure word, exclusive. */
  readonly end: number;
  /** Surely a figure. */
  readonly certain: boolean;
  /** It counts thoughts (三个方面). */
  readonly ofOrder: boolean;
  /** Number, measure word and what is counted as far as it is short. */
  readonly words: string;
}

const words = (list: readonly string[]): string => [...list].toSorted((a, b) => b.length - a.length).join('|');
/** The digit is looked for first: what may not stand before it is asked of few places, not of every letter. */
const COUNT = new RegExp(`(?=[两二三四五六七八九十])(?<![第前每这那哪某各数几届百千万亿零〇两二三四五六七八九十一周初高])(?<!其|点|星期|礼拜|之|不)([两二三四五六七八九十])(余|多)?(${words([...FIRM, ...LOOSE, ...TRAILING])})`, 'g');
/** 九届四次、五次: of a list of sessions. */
const OF_SESSIONS = /届[一二三四五六七八九十]{1,3}次(?:会议)?(?:[、和至到][一二三四五六七八九十]{1,3}次(?:会议)?)*[、和至到]$/;
/** 第一、三批. */
const OF_ORDINALS = /第[一二三四五六七八九十]{1,3}(?:[、和至到][一二三四五六七八九十]{1,3})*[、和至到]$/;
/** 港区二期, 改造工程一期: a part of a work, not how many issues. */
const PHASE = /(?:区|园|厂|站|港|工程|项目|[铁公]路|线|院|馆|库|城|机场|中心|桥)$/;

/** One is an article but where it stands among counts: 报告三份，其中一份获批示; 执法检查两次、专题询问一次. */
const ONE = /(?=一)(?:(?<=其中有?)一(?=(份|件|项|篇|条|家|名|个|部)(?![\u4e00-\u9fff]?半))|(?<=[\u4e00-\u9fff]{2}|》|”)一(?=(次|份|件|项|篇|条|场|期|部|名|家|个|座|处|本|幅|支|批|台|辆|套|册|卷|位|人|枚|面)(?:[，。；、）\d两二三四五六七八九十]|$))|(?<=[，；、])一(?=(件|条|项|篇|份|部|名|个|位|家)(?:获|被|入选|得到|列入|受到|正在|尚|仍|已|未|暂|转为|在办)))/g;
const COUNTED_BEFORE = /(?:\d|[两二三四五六七八九十百千])(?:余|多)?(?:次|份|件|项|篇|条|场|期|部|个|名|家|位|支|所|座|处|台|辆|套|册|本|枚|块|人)[^。]*$/;

/** 模范一名、市级三名. */
const COUNTED_BEHIND = /^[两二三四五六七八九十\d]{1,3}[册本卷辑集期篇幅部件盒]|^[、，][^。；]{0,12}?(?<!第)(?:\d|[两二三四五六七八九十百]){1,4}(?:次|份|件|项|篇|条|场|期|部|名|家|座|处|位|台|辆|套|册|本|支|枚|块|个)/;
/** One that stands in a row with other counts: 一个省级示范站、三个市级示范站. */
const LISTED_ONE = /(?=一)(?<![每第再又逐同任这那某另统由以把用由有是每〇零一二三四五六七八九十百])一(名|位|家|座|份|支|所|件|篇|场|部|项|条|个|处|次|本|册|套|台|辆|幅|首|间|栋|幢)(?=[\u4e00-\u9fff])(?!(?:次性|个人|个个|方|系列))/g;
const OTHER_COUNT = '(?:\\d[\\d.]*|[两三四五六七八九十百]{1,3})(?:余|多)?(?:名|位|家|座|份|支|所|件|篇|场|部|项|条|个|处|次|本|册|套|台|辆|幅|首|批|间|栋|幢|人)';
const ROW_BEHIND = new RegExp(`^[\\u4e00-\\u9fff（）“”]{1,14}(?:[、和]|，(?=${OTHER_COUNT}))[\\u4e00-\\u9fff]{0,3}?${OTHER_COUNT}`);
const ROW_BEFORE = new RegExp(`${OTHER_COUNT}[\\u4e00-\\u9fff（）“”]{1,14}(?:[、和]|，(?=$))[\\u4e00-\\u9fff]{0,3}$`);

/** What is told of pieces that were named before: 其余两件列入明年计划. */
const TOLD = /^(?:列入|被|获|由|得到|转|入选|已|均|全部|纳入|写入|进入)/;
/** Behind what is done: 办成实事五件, 提出建议三条. */
const BEHIND_THING = /[\u4e00-\u9fff][\u4e00-\u9fff”》]$/;

const PLACE = '省市县区|市县区|县市区|省区市|省市区|省市|县市|县区|市区|市州|市地|州市|区县|乡镇|镇街|镇乡|街道|社区|国|省|市|县|区|州|旗|盟|镇|乡|村|校|院|地|企|企业|部门|单位';
const PLACE_END = '(?!政(?!协)|[委场长域级交界共内外一直属业线道旗标家有主位边区县市州镇村校])';
/** 与周边三市, 走访六县: places are counted by their kind alone. */
const PLACES = new RegExp(`(?=[两二三四五六七八九十])(?<=周边|毗邻|相邻|沿江|沿线|沿河|沿岸|邻近|奔赴|赴|往|走访|走进|走遍|深入|覆盖|涉及|惠及|遍及|辐射|横跨|地跨|跨|联合|会同|联系|对接|对口|结对|来自|访问|考察|等|长三角|珠三角|京津冀|成渝|全[省市县区州]|下辖|所辖|辖区|辖)([两二三四五六七八九十])(?=(${PLACE})${PLACE_END}(?!一市|协作|联席|通衢|交汇))`, 'g');
/** 七镇三街道, 四省十一县: two kinds at once. */
const PLACE_PAIR = new RegExp(`(?=[两二三四五六七八九十])(?<![第一二三四五六七八九十两百千每这那])([两二三四五六七八九十])(?=(${PLACE})([两二三四五六七八九十]{1,3}|\\d{1,3})个?(?:${PLACE})(?!政协|协作|联席|交界|通衢|联动|联合|中|线|高|地$|[委场长级]))(?!三省一市)`, 'g');
const PLACE_SECOND = new RegExp(`(?=[两二三四五六七八九十])(?<=(?<![第一二三四五六七八九十两百千每这那])(?:[两二三四五六七八九十]{1,3}|\\d{1,3})个?(?:${PLACE}))([两二三四五六七八九十])(?=(${PLACE})(?!政协|协作|联席|交界|通衢|联动|联合|中|线|高|[委场长级]))`, 'g');

/** 两人荣立三等功, 培养博士三人. */
const PERSONS = /(?=[两二三四五六七八九十])(?<![第前每这那哪某各数几百千万亿零〇两二三四五六七八九十一])([两二三四五六七八九十])(?=(?:余|多)?人(?!世界|行|小组赛|帮|墓|一组|民|大|心|力|转|三足|成虎|制|篮球|足球|间|为|以上党|称|道|工|才|口|居|家|物|文|生|类|群|均|防|普|选|员|份))/g;

/** Counts up to ten in Han, in order; what fixed terms count is none. Names in quotation marks are the caller's to leave out. */
export function hanCounts(text: string): readonly HanCount[] {
  const found: HanCount[] = [];
  for (const match of text.matchAll(COUNT)) {
    const count = countAt(text, match);
    if (count !== null) found.push(count);
  }
  const push = (from: number, number: string, measure: string): void => {
    if (found.every((other) => from < other.from || from >= other.end)) found.push({ from, to: from + 1, value: fromHan(number) ?? 0, measure, end: from + 1 + measure.length, certain: true, ofOrder: false, words: `${number}${measure}` });
  };
  for (const { 0: number, index } of text.matchAll(PERSONS)) push(index, number, '人');
  for (const pattern of [PLACES, PLACE_PAIR, PLACE_SECOND]) for (const { 0: number, 2: kind = '', index } of text.matchAll(pattern)) push(index, number, kind);
  for (const match of text.matchAll(ONE)) {
    const from = match.index;
    const sentence = text.slice(text.lastIndexOf('。', from) + 1, from);
    const clause = /[^，；：]*$/.exec(sentence)?.[0] ?? '';
    const measure = match[1] ?? match[2] ?? match[3] ?? '';
    if (!(COUNTED_BEFORE.test(sentence) || COUNTED_BEHIND.test(text.slice(from + 1 + measure.length))) || /[每第再又逐届]|[同任个]$/.test(clause)) continue;
    push(from, '一', measure);
  }
  for (const { index, 1: measure = '' } of text.matchAll(LISTED_ONE)) {
    const [before, behind] = [text.slice(Math.max(0, index - 28), index), text.slice(index + 2, index + 32)];
    if (isOtherWord(measure, behind) || FIXED.test(behind) || ORDER.test(behind)) continue;
    // The row is one of figures: what stands beside it is one itself.
    const [next, last] = [ROW_BEHIND.exec(behind), ROW_BEFORE.exec(before)];
    const isCount = (from: number, to: number): boolean => /\d/.test(text.slice(from, to)) || found.some((one) => one.certain && one.from >= from && one.from < to);
    if ((next !== null && isCount(index + 2, index + 2 + next[0].length)) || (last !== null && isCount(index - last[0].length, index))) push(index, '一', measure);
  }
  return found.toSorted((a, b) => a.from - b.from);
}

function countAt(text: string, match: RegExpExecArray): HanCount | null {
  const [whole, number = '', more = '', measure = ''] = match;
  const from = match.index;
  const end = from + whole.length;
  const behind = text.slice(end, end + 24);
  const before = text.slice(Math.max(0, from - 24), from);
  const value = fromHan(number);
  // 八项规定, 四部委, 三位一体.
  if (value === null || (number === '八' && behind.startsWith('规定')) || isOtherWord(measure, behind) || OF_SESSIONS.test(before) || OF_ORDINALS.test(before)) return null;
  if (measure === '期' && PHASE.test(before)) return null;
  if (isLimit(before, text.slice(from + number.length, end + 24))) return null;
  // 连续两个学期 grows by itself (spans.ts).
  if (/连续$/.test(before) && /^(?:学期|季度|月|年度|财年|赛季)/.test(behind)) return null;
  // 大湾村三组, 凤凰路三段.
  if ((measure === '组' && /[村寨屯庄湾]$/.test(before)) || (measure === '段' && /[路街道河]$/.test(before))) return null;
  if (more === '' && FIXED.test(behind) && !/^[名家户位人处座所]$|次$/.test(measure)) return null;
  const isBehind = /^[，。；、）（\d]|^$|^等|^[一两二三四五六七八九十百千]+[余多]?[人件项次名个]/.test(behind) && BEHIND_THING.test(before);
  // Two of a thing are 两; 二类, 二期 are the second kind and part, but where 提案二件 stands behind.
  if (number === '二' && (!isBehind || /^[类部组批级段层道期]$/.test(measure))) return null;
  const isLoose = LOOSE.includes(measure);
  const ofOrder = more === '' && isLoose && ORDER.test(behind);
  const isCounted = TRAILING.includes(measure) || (isLoose && !/^(?:[\u4e00-\u9fff“]|\d[\d.]*[\u4e00-\u9fff]{1,3}以[上下])/.test(behind)) ? false : more !== '' || !isLoose || (!ofOrder && isLooseCount(number, measure, before, behind));
  if (TRAILING.includes(measure) && !isBehind) return null;
  const noun = /^(?![的了在被都与和后前内中])[\u4e00-\u9fff](?:(?![的了在被都与和后前内中])[\u4e00-\u9fff]){0,2}/.exec(behind)?.[0] ?? '';
  return { from, to: from + number.length + more.length, value, measure, end, certain: isCounted || isBehind, ofOrder, words: `${whole}${isBehind ? '' : noun}` };
}

/** Whether 个, 项, 条 and their like count a thing. Ten of them are a way of speaking (十条措施) but for 个. */
function isLooseCount(number: string, measure: string, before: string, behind: string): boolean {
  // 两个30户以上自然屯.
  if ((/^[件条项篇]$/.test(measure) && TOLD.test(behind)) || /^\d/.test(behind)) return true;
  if (number === '十' && measure !== '个') return false;
  if (/^[类种层]$/.test(measure)) return THING.test(behind);
  return !isThought(before, behind);
}
