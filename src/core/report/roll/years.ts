// Years of a report and where they stand. Rolled by themselves only in labelled slots:
// headings, {Y}年是…之年 that opens a part (W-07), 总要求 (W-13), and words that name the
// report's own parts (2025年工作回顾). A body year near the report's is a person's to judge
// (TYPESETTING 4.4, W-A and W-C); older ones are history.
import { fromHanDigits, toHanDigits } from '../../model/numerals';
import { sentenceAt } from './sentences';
import { findFigures } from '../figures/find-figures';
import type { Unit } from './unit';

export interface YearMention {
  readonly from: number;
  /** Of the four digits; of a stretch of years both ends. */
  readonly to: number;
  /** Of a stretch its last. */
  readonly year: number;
  /** Of a stretch its first; null of a single year. */
  readonly begins: number | null;
  /** The same form of another year. */
  readonly write: (year: number) => string;
  /** Whether the place is a labelled slot. */
  readonly slot: boolean;
  /** A slot that may be another year's as well: one of the report's two moves there, a third is no fault. */
  readonly loose: boolean;
  /** Why it is one, or what the year belongs to, in Chinese. */
  readonly why: string;
}

/** Whose: 市政协, 市十六届人大常委会, 全市人大. */
const WHOSE = '(?:[全本]?(?:[省市县区州盟旗]|自治[区州县旗]))?(?:[一二三四五六七八九十]{1,3}届)?(?:[省市县区州盟旗]|自治[区州县旗])?(?:政协|人民政协|人大|常委会|常务委员会|人大常委会|政协常委会|机关)*(?:的)?';
/** Behind the year: words that name a part of the report, or the work of the year as a whole. */
const LABEL = new RegExp(`^年(?:度)?(?:的)?${WHOSE}(?:(?:主要|重点|全年|各项|提案|履职|工作)*(?:工作|履职)(?!会议|条例|组|站|室|日|队|者|人员|动态|简报|经费|手册|台账|要点》|方案|考核|考评|先进|优秀|标兵|模范|奖|典型|创新|经验|案例|表彰|信息》|法|质量|满意)|(?:主要|重点|目标|履职|工作)+(?:任务|目标|情况|思路|打算)|(?:任务|目标)(?:安排|部署|建议|打算)|(?:任务|目标)(?=是|有|：)|总体(?:要求|思路|目标)|总的?(?:要求|思路)|指导思想|基本(?:思路|情况)|(?:总结|回顾|情况|安排|打算|展望|要点|计划|思路)(?=[，。；、：和与及]|$|如下))`);
/** What the year brings, and what is planned for it or was carried out: 2025年的新形势, 2025年立法计划, 2024年预算执行情况. */
const NAMED = new RegExp(`^年(?:度)?(?:的)?${WHOSE}(?:新形势|新任务|新起点|新征程|中心工作|目标任务|奋斗目标|成绩(?:单)?|(?:发展)?成就|实践(?=[再已充证]|表明|告诉)|度(?:重点)?(?:协商|民主监督|立法|监督|调研|视察)(?=[，。；、]|工作|活动|议题|任务|项目)|(?:协商|立法|监督|民主监督|调研|视察|代表工作|履职)(?:工作)?计划(?=[，。；、制编已]|$)|(?:国民经济和社会发展|全?[省市县区州盟旗]级?(?:和[^，。]{0,4})?)?(?:财政)?(?:计划|预算)(?:执行情况|草案))`);
/** Of what a meeting approves, and what is planned by it: 批准2025年县本级预算, 2025年度民生实事项目. */
const APPROVED = /^年(?:度)?(?:的)?(?:全?[省市县区州盟旗](?:级|本级)?(?:(?:和|及)[省市县区州盟旗]本?级)?)?(?:国民经济和社会发展(?:年度)?|财政|本级|地方)*(?:计划|预算|财政收支|民生实事(?:项目)?)(?=[，。；、和与及的》0-9]|草案|收支|安排|票决|执行|候选|开展|实施|办理|推进|$)/;
const DEMAND = /^年[^。；]{0,40}(?:总体?的?要求|总体思路|工作思路|指导思想|工作重点|重点工作|重点任务|主要任务|工作目标|主要目标)(?:是|为|有|：|如下)/;
const OPENING = /^年，?(?:正?是|恰逢|适逢|迎来|也是)[^。]*(?:之年|一年|周年|关键期|年)/;
/** 2024年，在市委的领导下…: the overview, whatever its subject. What an event of the year says (2024年，平台上线) is none, nor is a month of it. */
const OVERVIEW = /^年(?:以来)?，?(?:面对|围绕|站在|聚焦|紧扣|立足|坚持|对标|着眼|按照|根据|随着|在|[省市县区州盟旗]?(?:政协|人大)|[\u4e00-\u9fff]{0,8}(?:政协|人大|常委会|常务委员会|党组|全体委员|广大委员|代表们?|委员们)|全[省市县区州盟旗]|[省市县区州盟旗]?(?:(?:中级|高级)?(?:人民)?法院|(?:人民)?检察院|(?:人民)?政府)|我们|我[省市县区州旗]|极不平凡|要[\u4e00-\u9fff])/;

/** 2024年，市政协常委会召开会议; 2024年度，共收到提案; 2025年，我们将…; 2025年，要…: said of the body that reports, wherever a sentence begins with the year. */
const OWN = /^(?:年度，|年(?:以来)?，?(?:(?:[\u4e00-\u9fff]{0,6}(?:政协|人大(?!代)))?(?:及其)?(?:常委会|常务委员会|党组|主席会议|主任会议|机关)?(?:坚持|共|累计|全年|先后|始终|紧紧|紧扣|认真|切实|深入|着力|扎实|要[\u4e00-\u9fff]|将|拟|继续|重点(?:围绕|抓好|做好|开展))|[省市县区州盟旗]?(?:政协|人大(?!代))|常委会|常务委员会|主席会议(?!召开)|主任会议|我们|[省市县区州盟旗]?(?:政协|人大)?[一二三四五六七八九十]{1,3}届(?:[省市县区州盟旗]?(?:政协|人大))?[一二三四五六七八九十]{1,2}次(?:全体)?会议(?!召开|开幕|闭幕|期间召开)))/;
/** 2024年成立的专班…, 在第39届大赛上获奖: what the year alone has. */
const OF_ITS_OWN = /^年[^，。；]{0,12}(?:成立|建成|启动|开工|出台|创办|投用|通车|获评|获批|制定|修订|列入)[^，。；]{0,6}的|^[^。；]*第[\d一二三四五六七八九十]+届(?!委员会|[省市县区州盟旗]|政协|人大|常委会)/;
/** 2022年将召开党的二十大: what others hold in that year alone. */
const HELD_ONCE = /^年，?[^，。；]{0,8}(?:将|要)[^，。；]{0,8}(?:召开|举行|举办|迎来|承办)[^，。；]{0,8}(?:党的|中共|二十[一二三]?大|全国|中央|党代会|代表大会|[省市县区州]委|亚运|奥运|冬奥|全运|博览会|运动会)|^年，?(?:党的|中共|[省市县区州盟旗]委|[省市县区州盟旗])?[^，。；]{0,8}(?:[二三]十[一二三四]?大|全会|党代会|代表大会|运动会|博览会|亚运会|冬奥会)[^，。；]{0,8}(?:召开|举行|举办|开幕)/;
/** Whether what stands behind a year is that year's alone. */
export const isOfItsOwn = (rest: string): boolean => OF_ITS_OWN.test(rest) || HELD_ONCE.test(rest);

/** 2024年，市委团结带领…: of who speaks for the Party. */
const PARTY = /^年，?(?:中共[\u4e00-\u9fff]{2,8})?[省市县区州盟旗]委(?:、[省市县区州盟旗]政府)?(?!员|召开|印发|出台|举)/;

/** 2025年，提案委员会将抓好落实: what opens a plan, whoever is to do it. */
const WILL = /^年，?(?:[\u4e00-\u9fff]{2,14}?)?(?:将|要)(?![求素点件闻来军])/;

/** 2025年是“十四五”规划收官之年. */
const IN_PLAN = /^年，?(?:正?是|恰逢|适逢|也是)[^。；，]{0,6}十[一二三四五六七八九]?五[^。；，]{0,10}(?:开局|收官|起步|首年|第一年|最后一年)/;

/** 刚刚过去的2024年，是…的一年. */
const LEAD_IN = /^(?:各位(?:委员|代表)(?:、?同志们)?[，！]|同志们[，！]|(?:——|各位(?:委员|代表)(?:、?同志们)?[，！]|同志们[，！])?(?:在?(?:刚刚|即将|已经|已)?(?:过去|走过|逝去|到来|开启|收官)的|(?:崭新|全新|充满希望|新)的|回[顾望首眸](?:刚刚|即将)?(?:过去的|走过的)?|展望|综观|纵观|总结|告别|走过|迎来|总的看，?|即将到来的|新的一年，?(?:即|也就是)?)|[^。]{0,12}(?:会议|大会|报告|决议)(?:一致|还|同时)?(?:认为|指出|强调|要求|提出|号召|希望|明确|决定|认识到|充分肯定|高度评价)[，：]?)$/;

/** 面对2025年的新形势: a year called by what it brings is the report's. */
const CALLED = /(?:^|[，；：、])(?:(?:刚刚|即将|已经|已)?(?:过去|走过|到来)的|(?:崭新|全新)的|回[顾望首眸]|展望|综观|纵观|迈[进入]|步入|跨入|进入|奋进|走过|告别|迎来|迎接|喜迎)$/;

/** 附件：1.2023年度优秀提案名单, 表2 二〇二四年提案办理情况, 2024年工作总结……1: a line of its own that names a list or a text of the year. */
const LISTED = /^年(?:度)?[^，。；：！？]{0,40}(?:名单|名册|目录|题目|选题|课题|议程|日程|事项|案例|清单|一览表?|[^代]表|图|方案|计划|要点|安排|汇编|选编|情况|报告|总结|台账|分工|议题|篇目|建议案|大事记|纪要|名录|决算|预算|草案)(?:（[^）]*）)?[》”]?(?:[.…·\s]*\d{0,3})?$/;
/** What may stand before the year there. */
const LISTED_BY = /^(?:附(?:件|表|录|图|注)?[一二三四五六七八九十\d]*[：:.．、\s]*|表[一二三四五六七八九十\d]+(?:[-—.]\d+)?[：:\s]*|图\d+\s*)?(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]\s*)?[《“]?(?:[\u4e00-\u9fff]{0,24})$/;

/** Why two years that are the ends of one thing are no slot. */
export const SPAN_OF_YEARS = '起止年份';

/** A year as it is written somewhere. */
interface WrittenYear {
  readonly from: number;
  /** Of the digits, 年 not included. */
  readonly to: number;
  readonly year: number;
  readonly write: (year: number) => string;
}

/** 2.2025年度…: a line's number stands before the year. */
const DIGITS = /(?<![\d〔]|\d{3}\.)(?:19|20)\d{2}(?=年)/g;
const HAN = /(?<![〇○零一二三四五六七八九十])(?:二[〇○零]|一九)[〇○零一二三四五六七八九]{2}(?=年)/g;
/** 回望2024：… of a heading, which says no 年. */
const BARE = /(?<![\d.〔A-Za-z—–～~-])(?:19|20)\d{2}(?![\d年.A-Za-z〕—–～~-])/g;
/** The same in Han, 年 said or not. */
const HAN_BARE = /(?<![〇○零一二三四五六七八九十])二[〇○零][〇○零一二三四五六七八九]{2}(?![〇○零一二三四五六七八九十年—至])/g;
/** 回望2024，… 奋进2025，…: without 年 after such words alone. */
const CALLED_BARE = /(?<=^|[。；！？])(?:19|20)\d{2}(?=，)|(?<=回望|回首|回眸|回顾|展望|奋进|走过|告别|迎接|迎来|迈进|迈入|步入|喜迎|拥抱|逐梦|启航|决胜|再见，?)(?:(?:19|20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})(?=[，。！；、：]|$)/g;
/** 2024—2025年, 2023年至2024年: two ends of one thing. */
const SPAN = /((?:19|20)\d{2})年?[—–～~\-至到]+((?:19|20)\d{2})(?=年)/g;

const HAN_SPAN = /([〇○零一二三四五六七八九]{4})年?[—–～~\-至到]+([〇○零一二三四五六七八九]{4})(?=年)/g;
const numberOf = (written: string): number => (/^\d/.test(written) ? Number(written) : (fromHanDigits(written.replaceAll(/[○零]/g, '〇')) ?? 0));

/** Years written in `text`: with 年, in Han, in a heading (`isHeading`) also bare. */
export function writtenYears(text: string, isHeading: boolean): readonly WrittenYear[] {
  const arabic = [...text.matchAll(DIGITS), ...(isHeading ? text.matchAll(BARE) : text.matchAll(CALLED_BARE))].filter(([year]) => /^\d/.test(year)).map((match): WrittenYear => ({ from: match.index, to: match.index + 4, year: Number(match[0]), write: String }));
  const han = [...text.matchAll(HAN), ...[...text.matchAll(isHeading ? HAN_BARE : CALLED_BARE)].filter(([year]) => !/^\d/.test(year))].flatMap((match): WrittenYear[] => {
    const zero = /[○零]/.exec(match[0])?.[0] ?? '〇';
    const year = fromHanDigits(match[0].replaceAll(/[○零]/g, '〇'));
    return year === null ? [] : [{ from: match.index, to: match.index + match[0].length, year, write: (to) => toHanDigits(to).replaceAll('〇', zero) }];
  });
  return [...arabic, ...han].toSorted((a, b) => a.from - b.from);
}

/** Year mentions of a unit. `isFirst`: the unit opens its part (the paragraph behind a level-1 heading). */
export function yearMentions(unit: Unit, isFirst: boolean): readonly YearMention[] {
  const { text } = unit;
  const spans = [...text.matchAll(SPAN), ...text.matchAll(HAN_SPAN)].map((match): YearMention => ({ from: match.index, to: match.index + match[0].length, year: numberOf(match[2]!), begins: numberOf(match[1]!), slot: false, loose: false, why: SPAN_OF_YEARS, write: () => match[0] }));
  const single = writtenYears(text, unit.heading).filter(({ from }) => spans.every((span) => from < span.from || from >= span.to)).map((year): YearMention => {
    const [slot, why] = slotOf(unit, isFirst, year.from, text.slice(year.to));
    if (slot) return { ...year, begins: null, slot, loose: false, why };
    const loose = looseSlot(unit, year.from, text.slice(year.to));
    return { ...year, begins: null, slot: loose !== null, loose: loose !== null, why: loose ?? why };
  });
  return [...spans, ...single].toSorted((a, b) => a.from - b.from);
}

/** The year that what stands from `from` to `to` is said of: the last named before it in its sentence, else one behind it in its clause. */
export function yearOfStatement(text: string, mentions: readonly YearMention[], from: number, to: number): YearMention | null {
  const around = sentenceAt(text, from);
  // 作为“十四五”规划收官之年，2025年…: the year is behind the comma.
  const reach = /(?:作为|身处|正值|适逢|恰逢)[^，。；]*$/.test(text.slice(around.from, from)) ? /^[^，。；]*(?:，[^，。；]*)?/ : /^[^，。；]*/;
  const clause = to + (reach.exec(text.slice(to, around.to))?.[0].length ?? 0);
  const named = mentions.filter((year) => year.from >= around.from && year.to <= clause && year.begins === null);
  return named.findLast((year) => year.to <= from) ?? named.find((year) => year.from >= to) ?? null;
}

function slotOf(unit: Unit, isFirst: boolean, at: number, rest: string): readonly [boolean, string] {
  // A full date belongs to an event, whatever stands around it.
  if (/^年\d{1,2}月/.test(rest)) return [false, '正文里的日期'];
  if (unit.heading) return [true, '标题'];
  if (!rest.startsWith('年')) return [false, '正文里的年份'];
  const lead = unit.node.attrs['head'] as { level: number } | null | undefined ?? null;
  const sentence = sentenceAt(unit.text, at);
  if (lead !== null && sentence.from === 0) return [true, '标题'];
  if (LABEL.test(rest)) return [true, '部分名称'];
  if (DEMAND.test(rest)) return [true, '总要求'];
  const before = unit.text.slice(sentence.from, at);
  // A speech and a resolution have no parts: each sentence may begin with the year. A year's place in its plan moves with it wherever it is told.
  const isSpoken = unit.kind === 'address' || unit.kind === 'resolution';
  const opens = isFirst || isSpoken || IN_PLAN.test(rest);
  if (HELD_ONCE.test(rest)) return [false, '正文里的年份'];
  if (opens && sentence.from === at && at === 0 && unit.part === 'plan' && WILL.test(rest)) return [true, '总述句'];
  if (opens && LEAD_IN.test(before)) return [true, '总述句'];
  if (opens && before === '' && (OPENING.test(rest) || ((sentence.from === 0 || isSpoken) && OVERVIEW.test(rest)))) return [true, '总述句'];
  return [false, '正文里的年份'];
}

/** Spoken, passed or printed at the meeting. */
const isOfMeeting = ({ kind }: Unit): boolean => kind === 'address' || kind === 'resolution' || kind === 'editorial' || kind === 'news' || kind === 'notice';

/** Why a year that has no slot moves all the same; null: it does not. */
function looseSlot(unit: Unit, at: number, rest: string): string | null {
  if (/^年\d{1,2}月/.test(rest) || HELD_ONCE.test(rest)) return null;
  if (!rest.startsWith('年')) return '总述句';
  if (!/[，。；！？]/.test(unit.text) && unit.text.length <= 60 && LISTED.test(rest) && LISTED_BY.test(unit.text.slice(0, at))) return '附件、目录的题目';
  if (unit.part === 'plan' && unit.text.charAt(at - 1) === '《' && /^年[^《》]{0,20}(?:计划|要点|方案|安排|清单)》/.test(rest)) return '计划的名称';
  if (NAMED.test(rest) || ((isOfMeeting(unit) || unit.part === 'plan') && APPROVED.test(rest))) return '部分名称';
  const sentence = sentenceAt(unit.text, at);
  const before = unit.text.slice(sentence.from, at);
  if (LEAD_IN.test(before) || (unit.kind === 'news' && /^[^。，]{0,20}(?:指出|强调|要求|提出|表示|希望|认为)，$/.test(before)) || CALLED.test(before) || (before === '' && /(?:各位(?:委员|代表)|同志们)[^。！]{0,8}！$/.test(unit.text.slice(0, sentence.from)))) return '总述句';
  // Any sentence may begin so, what the body itself did or will do in the year; what happened in it stays.
  if (/^(?:——|（|[一二三四五六七八九十]是)?$/.test(before) && (OWN.test(rest) || (unit.kind === 'address' && PARTY.test(rest)))) return '总述句';
  if (/[，；：]$/.test(before) && /^年，?我们/.test(rest)) return '总述句';
  if (unit.kind === 'editorial' && before === '' && (OPENING.test(rest) || OVERVIEW.test(rest))) return '总述句';
  // 2024年，书记督办提案2件: its figures are the new year's to fill in, so is the year.
  if (/(?:^|；)$/.test(before) && (unit.part === 'review' || unit.part === 'plan') && /^年(?![\d底初末起至到—])/.test(rest) && !OF_ITS_OWN.test(rest) && findFigures(/^[^；]*/.exec(unit.text.slice(at, sentence.to))![0]).length > 0) return '总述句';
  return null;
}
