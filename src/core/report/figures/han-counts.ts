// Counts up to ten that are written in Han (三个小组, 两份报告, 建议五条). Official style writes
// small counts so, and its fixed terms as well (两个维护, 三个方面): which is which is told by what
// is counted. In: plain text. Out: counts that surely are figures, and such as may be one,
// which a person must look at. One (一个, 一份) is an article but among counts, ten (十条措施) a
// way of speaking.
import { fromHan } from '../../model/numerals';

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

const COUNT = /(?<![第前每这那几数届百千万两二三四五六七八九十一])(?<!其|点)([两二三四五六七八九十])(余|多)?(个月|批次|轮次|场次|件次|个|名|位|条|项|件|家|座|份|支|所|处|类|批|组|轮|部|本|户|首|箱|幅|台|套|辆|栋|幢|册|间|块|封|笔|起|卷|面|讲)/g;

/** One is an article but where it stands among counts: 报告三份，其中一份获批示; 执法检查两次、专题询问一次. */
const ONE = /(?<=其中有?)一(?=(份|件|项|篇|条|家|名|个|部)(?![\u4e00-\u9fff]?半))|(?<=[\u4e00-\u9fff]{2})一(?=(次|份|件|项|篇|条|场|期|部|名|家|个|座|处)[，。；、])|(?<=[，；、])一(?=(件|条|项|篇|份|部)(?:获|被|入选|得到|列入))/g;
const COUNTED_BEFORE = /(?:\d|[两二三四五六七八九十百千])(?:余|多)?(?:次|份|件|项|篇|条|场|期|部|个|名|家)[^。]*$/;

/** 模范一名、市级三名. */
const COUNTED_BEHIND = /^[、，][^。；]{0,12}?(?<!第)(?:\d|[两二三四五六七八九十百]){1,4}(?:次|份|件|项|篇|条|场|期|部|名|家|座|处|位)/;

/** What these measure is countable by itself: people, houses, papers. */
const CONCRETE = /^[名位家座份支所本户首箱幅台套辆栋幢册间块封笔起卷]$|^(?:批|轮|场|件)次$/;
/** What is counted behind 个, 项, 条, with at most a few words before it. */
const THING = /^[^，。；：、！？“”（）《》]{0,8}?(?:小组|调研组|视察组|工作组|督导组|检查组|专班|工作队|考察团|代表团|视察团|艺术团|讲师团|分队|服务队|部门|单位|省份|集体|协会|商会|联盟|机构|党?支部|委员会|专委会|委办局|企业|合作社|县(?!级|委|城|域|长|政|人大)|县市区|乡镇|街道|村(?!级|委|干|规)|专栏|栏目|应用|社区|学校|医院|园区|项目|课题|议题|题目|选题|报告|建议案|建议|意见|提案|议案|信息|问题|案例|文件|办法|制度(?!改革)|措施|举措|法规|规章|条例|规定|决议|决定|细则|规则|会议|活动|座谈会|协商会|恳谈会|报告会|展览|培训班|文集|专辑|书(?:[，。；、]|$)|专著|剧目|影片|短片|委员|干部|专家|教师|老人|工作站|联络站|联系点|工作室|议事室|活动室|服务点|基地|界别|党派|专业|岗位|片区|小区|街区|古镇|景区|水库|河段|路段|单元|标准|奖项|荣誉|课程|讲座|会场|市(?:州|[（，、。；县区学考调视]|$)|路(?:[，、。；贯畅建改]|$)|公路|道路|线路|专线|航线|网格|河[流道]|大桥|产业链|大事|实事|好事|难事|平台|站点)/;
/** 项 counts work, but for what the centre has numbered and what is a principle. */
const NUMBERED = /^[^，。；、]{0,2}(?:制度改革|规定|原则|要求|监督|管理|职能|职责|权利|义务|内容|标准|核心)/;
/** What is told of pieces that were named before: 其余两件列入明年计划. */
const TOLD = /^(?:列入|被|获|由|得到|转|入选|已|均|全部|纳入|写入|进入)/;
/** Behind the measure word these are words of fixed terms. */
const FIXED = /^(?:维护|全?覆盖|队伍|确立|意识|自信|务必|毫不|结合|善于|文明|面向|坚持|服从|更加|“|一体|一批|代表重要|基本|责任|健康|贯通|相互|大局|相统一|统一|委(?!员|办)|到位|为主|红线|底线|战线|腿|班子|人(?:心|民)|以上党委|全会)/;
/** And these of an order of thoughts, which is a figure of the year all the same: to be seen, not to be done. */
const ORDER = /^(?:方面|层面|维度|环节|角度|阶段|步骤|关键|重点(?!提案|项目|议题|课题)|主题|作用|体系|转变|转型|促进|战略|短板|定位|重大|年头|时期|主线)/;
/** Behind what is done: 办成实事五件, 提出建议三条. */
const BEHIND_THING = /[\u4e00-\u9fff][\u4e00-\u9fff”》]$/;

/** 与周边三市, 走访六县: neighbours are counted by their kind alone. */
const PLACES = /(?<=周边|毗邻|相邻|沿江|沿线|奔赴|赴|走访|走进)([两二三四五六七八九十])(?=[省市县区州旗镇乡](?![委场长域级政]))/g;

/** 两人荣立三等功, 三人获嘉奖. */
const PERSONS = /(?<=[，、；。其中有])([两二三四五六七八九十])(?=人(?:获|被|荣|入选|当选|晋升|受到|通过|参加|调任|提任|退出|转岗|牺牲|入党|[，。；、]))/g;

/** Counts up to ten in Han, in order; what fixed terms count is none. Names in quotation marks are the caller's to leave out. */
export function hanCounts(text: string): readonly HanCount[] {
  const found: HanCount[] = [];
  for (const match of text.matchAll(COUNT)) {
    const [whole, number = '', more = '', measure = ''] = match;
    const from = match.index;
    const end = from + whole.length;
    const behind = text.slice(end);
    const value = fromHan(number);
    // 八项规定, 四部委, 三位一体; 三五个, 两三名 are said by the way.
    if (value === null || (number === '八' && behind.startsWith('规定')) || (FIXED.test(behind) && !/^[名家户]$/.test(measure)) || (measure === '本' && behind.startsWith('账')) || /^[三四五六七八九两]/.test(text.charAt(from - 1))) continue;
    // 一类、二类: a kind, not how many.
    if (/^[类部组批]$/.test(measure) && number === '二') continue;
    const ofOrder = ORDER.test(behind) && !(measure === '项' && /^重[点大]/.test(behind));
    const isCounted = !ofOrder && measure !== '个月' && (CONCRETE.test(measure) ? !/^(?:论|分|子|土|级|一|来|到|步|义|伏|点|飞|初|立|抓)/.test(behind) : (number !== '十' && THING.test(behind)) || (measure === '项' && number !== '十' && /^[\u4e00-\u9fff]/.test(behind) && !NUMBERED.test(behind)) || (/^[件条项篇]$/.test(measure) && TOLD.test(behind)));
    const isBehind = /^[，。；、）（\d]|^等|^[一两二三四五六七八九十百千]+[余多]?[人件项次名]/.test(behind) && BEHIND_THING.test(text.slice(Math.max(0, from - 2), from)) && measure !== '个月';
    // 六面发力.
    if (/^[面讲]$/.test(measure) && !isBehind) continue;
    // 两部, 三部 without a name behind are departments as well.
    if (measure === '部' && !isCounted && !isBehind) continue;
    const noun = /^(?![的了在被都与和后前内中])[\u4e00-\u9fff](?:(?![的了在被都与和后前内中])[\u4e00-\u9fff]){0,2}/.exec(behind)?.[0] ?? '';
    found.push({ from, to: from + number.length + more.length, value, measure, end, certain: isCounted || isBehind, ofOrder, words: `${whole}${isBehind ? '' : noun}` });
  }
  for (const { 0: number, index: from } of text.matchAll(PERSONS)) found.push({ from, to: from + 1, value: fromHan(number) ?? 0, measure: '人', end: from + 2, certain: true, ofOrder: false, words: `${number}人` });
  for (const match of text.matchAll(PLACES)) {
    const [number] = match;
    const from = match.index;
    found.push({ from, to: from + 1, value: fromHan(number) ?? 0, measure: text.charAt(from + 1), end: from + 2, certain: true, ofOrder: false, words: text.slice(from, from + 2) });
  }
  for (const match of text.matchAll(ONE)) {
    const from = match.index;
    const sentence = text.slice(text.lastIndexOf('。', from) + 1, from);
    const clause = /[^，；：]*$/.exec(sentence)?.[0] ?? '';
    const measure = match[1] ?? match[2] ?? match[3] ?? '';
    if (!(COUNTED_BEFORE.test(sentence) || COUNTED_BEHIND.test(text.slice(from + 1 + measure.length))) || /[每第再又逐届]|[同任]$/.test(clause)) continue;
    found.push({ from, to: from + 1, value: 1, measure, end: from + 1 + measure.length, certain: true, ofOrder: false, words: `一${measure}` });
  }
  return found.toSorted((a, b) => a.from - b.from);
}
