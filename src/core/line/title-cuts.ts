// What it costs to end a title's line before each character (G-06, T-37, N-13):
// nothing where an official name ends or a headline has its blank, much inside
// a word, and nearly forbidden before 的 or after 和. Costs are in the unit of
// title.ts, where a line more costs 45.
import { commonLengthAt } from './common-words';
import { LEANING, PREFIXES, SUFFIXES, wordLengthAt } from './title-words';

/** From here on a break is inside a word, as far as one can tell: reported as title-break. */
export const INSIDE_WORD = 300;

const AT_WORD = 40;
const BESIDE_WORD = 90;
/** Beside a common word that no table of ours has: it is one, but what the heading says may be longer. */
const BESIDE_COMMON = 70;
const IN_COMMON = 350;
const UNKNOWN = 150;
const NEVER = 2000;
/** Inside an open place: only where it is longer than a line. */
const HOLE = 1500;

const ORDINAL = '[零〇一二三四五六七八九十百\\d]+';
/** Numbers in characters, of two or more, and what they count: 四百一十二个. */
const COUNTED = '[零〇一二三四五六七八九十百千万]{2,}[余多]?[个位名项条件座户家所天年人次处场栋间部辆台套棵亩吨级批册本篇张块口盏艘只]';
/** Verbs that a headline's second line begins with: what is done, to what. Words that are as often nouns (建设, 发展) are none of them. */
const VERBS = '开展|举行|召开|听取|传达学习|表决通过|通报|走访看望|看望慰问|调研|视察|协商|共商|热议|聚焦|助力|推动|赋能|启动|完成|突破|实施|实行|获评|获|建成|惠及|走进|走完|入选|发布|印发|出台|支持|交付|落户|通过|圆满|胜利|隆重|首次|专题|集中';
/** What leans on such a verb from before: 联合开展, 专题调研. */
const BEFORE_VERB = '联合|共同|深入|全面|扎实|持续|积极|广泛|首次|专题|集中|隆重|胜利|圆满|组织|视频|实地|多次|并|将|拟|已|再|要|被|获|可|能|时|未|的|地|得|和|与|及|来|赴|在|向|以|、';

/** Stretches that hold together, and what a break inside them costs. */
const WHOLE: readonly (readonly [RegExp, number])[] = [
  [/常务委员会/g, 400],
  [/委员会/g, 600],
  [/工作报告/g, 60],
  [/中国人民政治协商会议/g, 110],
  [new RegExp(`第${ORDINAL}[届次]`, 'g'), 600],
  [new RegExp(`${ORDINAL}届(?:${ORDINAL}次)?`, 'g'), 600],
  [new RegExp(`${ORDINAL}次(?:全体)?(?:会议|全会)`, 'g'), 200],
  [/热烈(?:祝贺|庆祝|欢迎)/g, 300],
  // names of what meets, of what is built and of what is honoured; what is one act in two verbs
  [/常委会会议|主席会议|能力建设|试点城市|地理标志(?:产品)?|重大项目|执法检查|专题(?:协商|调研|视察)|传达学习|表决通过|走访看望|看望慰问|集体提案|社区协商/g, 240],
  [new RegExp(`第${ORDINAL}[\\u4e00-\\u9fff]{0,4}?(?:工程处|管理处|中学|小学|医院|支队|大队)`, 'g'), 300],
  [/(?:工程|管理|办事)处/g, 400],
  // what is said in four characters is one word
  [/(?:坚定|毫|坚持|锲而|持之|一以|驰而|久久|善作|踔厉|凝心|同心|守正|真抓|脚踏|埋头|勇毅|笃行|攻坚|求真|履职|建言|群策|同舟|继往|开拓|锐意|乘势|提质|增效|固本|强基|问计|团结)(?:不移|不动摇|不懈|不舍|以恒|贯之|不息|为功|善成|奋发|聚力|同德|同向|创新|实干|实地|苦干|前行|不怠|克难|务实|尽责|资政|群力|共济|开来|进取|而上|增效|提质|铸魂|培元|于民|奋进|奋斗)/g, 400],
  [/新型工业化|新质生产力|高质量发展|乡村全面振兴|中国式现代化/g, 400],
  [new RegExp(COUNTED, 'g'), 400],
  [/[零〇一二三四五六七八九十百千万]{2,}[余多]?/g, 400],
  [/[二三四五六七八九十两几][个项条]/g, 300],
  [/(?<=^|[\s　、])[\u4e00-\u9fff]{2,4}主持(?=$|[\s　])/g, 340],
  // who is there: 高伯衡韦知远到会
  [/(?<=^|[\s　、])[\u4e00-\u9fff]{2,8}(?=到会)/g, 400],
  [/(?:调研|考察|视察|会见|座谈|看望|讨论|检查)时(?:强调|指出|提出)/g, 300],
  // whom one visits, what one attends, where one comes to: the object stands with its verb
  [/政协委员|人大代表|出席(?:会议|大会|全会)|来我[市省县区州]|党的(?:全面)?领导|协商平台/g, 200],
  [new RegExp(`(?:举行|召开)第${ORDINAL}次`, 'g'), 120],
  [/\d+年(?:\d+月)?(?:\d+日)?/g, 600],
  [/[“《（][^”》）]*[”》）]/g, 120],
  // what no line need be too short for stands whole: a work's name, a quoted word
  [/[“《〈][^“”《》〈〉]{1,12}[”》〉]/g, 320],
  // a number stands with what it counts
  [/\d[\d.,]*[余多]?[万亿千百]*[余多]?(?:人次|[年月日时天岁届次号期场批件项条份篇章节款个名位人户家所处座栋间套台辆架张册级类种组支对双把棵遍倍成元角吨亩米%％℃])?/g, 400],
  // what is counted follows on the same line, where that can be
  [/\d[个件项条名位户家所座栋场张本][\u4e00-\u9fff]{2}/g, 140],
  // one or two of something: 一座连心桥
  [/[一两][条座个件名位项份支场张把本条棵站所家间栋][\u4e00-\u9fff]/g, 300],
  // who does what a headline tells of, at its beginning or behind a blank
  [/(?<=^|[\s　、])[\u4e00-\u9fff]{2,4}(?=主持|看望|会见|率队|率团|作报告|作工作报告|领衔|当选|讲话(?:$|[\s　]))/g, 340],
  [/(?<=在|于)[\u4e00-\u9fff]{2,4}(?:大剧院|大会堂|人民会堂|会堂|剧院|礼堂|宾馆|会议中心|会展中心|文化宫|体育馆|广场)/g, 400],
  [/自治[区州县旗]|中华人民共和国/g, 600],
  [new RegExp(`${ORDINAL}(?:余|多)?周?年`, 'g'), 600],
  [/(?<=^|政协|会议|中共|——在|[届市州省区])(?!政协|委员|常务|第)[\u4e00-\u9fff]{2,16}?族(?:自治[区州县旗]|[乡镇])/g, 400],
  [/(?<=^|政协|会议|中共|——在|[：\s　])[\u4e00-\u9fff]{2,4}?(?:自治区|自治州|自治县|市|县|省|区|州|盟|旗)/g, 600],
];

/** Places where the meaning ends, and what a break there costs; the place is the end of the match. */
const ENDS: readonly (readonly [RegExp, number])[] = [
  [/中国人民政治协商会议/g, 15],
  [/委员会(?=常务委员会|第|关于)/g, 0],
  [/常务委员会(?=关于)/g, 0],
  [/常务委员会(?=工作报告)/g, 20],
  [/(?:会议|全会)(?=关于)/g, 0],
  // a place and its 届 are one name: parted where no smaller size keeps it whole
  [new RegExp(`[市县省区州盟旗]?(?=第${ORDINAL}届)`, 'g'), 80],
  [new RegExp(`(?<=委员会)(?=第${ORDINAL}次)`, 'g'), 0],
  [new RegExp(`(?=第${ORDINAL}次[\\u4e00-\\u9fff]{0,4}会议)`, 'g'), 20],
  [/(?<=.)(?=关于)/g, 10],
  // what is welcomed stands whole on the next line
  [/热烈(?:祝贺|庆祝|欢迎)/g, 15],
  [/(?:强调|指出)(?=[\u4e00-\u9fff]{4})/g, 10],
  // the time and what meets: 六届五次 / 常委会会议
  [new RegExp(`届${ORDINAL}次(?=常委会|主席会议|全体会议)`, 'g'), 35],
  // a session is named, then what it does
  [new RegExp(`(?:第${ORDINAL}次|届${ORDINAL}次)(?:全体)?(?:会议|全会)(?!关于|上|期间|精神|以来|的|议程|主席团|秘书|闭幕|(?:隆重)?开幕|(?:胜利|圆满)闭幕|提案|和|与|及|[\\s　])(?=.{2})`, 'g'), 10],
  [new RegExp(`(?<=[\\u4e00-\\u9fff]{4})(?<!${BEFORE_VERB})(?=${VERBS})`, 'g'), 40],
  [/(?<=[\u4e00-\u9fff]{5})(?=并(?:获|召开|举行|通过|开展))/g, 20],
  [/(?<=[\u4e00-\u9fff]{3})(?<![零〇一二三四五六七八九十百千万第])(?=[二三四五六七八九十两几]+[个项条][\u4e00-\u9fff]{2})/g, 60],
  [/看望(?=出席|参加)|(?<=委员|代表|会议|[\u4e00-\u9fff]{4})(?=并(?:参加|讲话|作|在|向|主持))/g, 20],
  [/(?<=[会组团协府大])(?=举行|召开)/g, 15],
  [/(?<=[\u4e00-\u9fff]{3})(?=来我[市省县区州])/g, 20],
  [/以来/g, 25],
  [new RegExp(`第${ORDINAL}届(?=[\\u4e00-\\u9fff]{2,20}委员会)`, 'g'), 45],
  [/[市州省区](?=[\u4e00-\u9fff]{2,12}族自治)/g, 60],
  [/族(?=[\u4e00-\u9fff]{1,4}族|自治)/g, 200],
  [/\d日(?=.)/g, 10],
  [/(?<=.)——/g, NEVER],
  [/(?<=.)(?=——)/g, 5],
  [/[，；：！？。｜|]/g, 5],
  [/(?<=.{3})(?=到(?:[一二三两]|\d))/g, 25],
  // behind the name of a work: 《…条例》 / 专题调研启动
  [/》(?![的等和与及、”》）])(?=.{3})/g, 30],
  // behind a quoted word, where enough follows
  [/”(?![的等和与及、”》）里上下中内外旁边])(?=.{6})/g, 55],
  [/”[里上下中内外旁边](?![的等和与及、”》）])(?=.{5})/g, 55],
  [/、/g, 35],
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
  const inside = priceWords(text, costs);
  for (const [pattern, cost] of WHOLE) {
    for (const match of text.matchAll(pattern)) if (match[0].length < text.length || !isBracket(match[0])) raise(costs, match.index + 1, match.index + match[0].length, cost);
  }
  for (const [pattern, cost] of ENDS) {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length;
      // 以及, 参与, 目的地: no meaning ends inside a word.
      if (cost !== NEVER && inside[at] === 1) continue;
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

/**
 * Known words are whole, their ends good; in a stretch of unknown ones common words are whole, and every fourth place
 * is better than the odd ones. @returns 1 at each place inside a word
 */
function priceWords(text: string, costs: Float64Array): Uint8Array {
  const inside = new Uint8Array(text.length + 1);
  const known = new Uint8Array(text.length + 1); // 1: a word ends or begins here, 2: both
  const common = new Uint8Array(text.length + 1); // likewise, of the common ones
  let at = 0;
  let stretch = 0;
  while (at < text.length) {
    const length = wordLengthAt(text, at);
    const usual = length === 0 ? usualLengthAt(text, at) : 0;
    if (usual > 0) {
      raise(costs, at + 1, at + usual, IN_COMMON);
      inside.fill(1, at + 1, at + usual);
      common[at]!++;
      at += usual;
      common[at]!++;
      stretch = at;
      continue;
    }
    if (length === 0) {
      const since = at - stretch;
      if (since > 0) costs[at] = since % 4 === 0 ? UNKNOWN - 40 : since % 2 === 0 ? UNKNOWN - 15 : UNKNOWN + 30;
      at++;
      continue;
    }
    raise(costs, at + 1, at + length, 600);
    inside.fill(1, at + 1, at + length);
    known[at]!++;
    at += length;
    known[at]!++;
    stretch = at;
  }
  for (let k = 1; k < text.length; k++) {
    if (known[k]! > 0) costs[k] = known[k] === 2 ? AT_WORD : common[k]! > 0 ? BESIDE_COMMON : BESIDE_WORD;
    else if (common[k]! > 0) costs[k] = common[k] === 2 ? BESIDE_COMMON : BESIDE_WORD;
  }
  for (let k = 1; k < text.length; k++) {
    if (wordLengthAt(text, k) === 0 && usualLengthAt(text, k) === 0 && SUFFIXES.includes(text[k]!)) costs[k] = Math.max(costs[k]!, 400);
    if (known[k] !== 2 && common[k] !== 2 && PREFIXES.includes(text[k - 1]!)) costs[k] = Math.max(costs[k]!, 400);
    if (LEANING.includes(text[k - 1]!) && known[k] !== 2) costs[k] = costs[k]! + 120;
  }
  return inside;
}

/** Length of a common word that begins here and cuts none of our own off, else 0. */
function usualLengthAt(text: string, at: number): number {
  const length = commonLengthAt(text, at);
  for (let k = at + 1; k < at + length; k++) if (k + wordLengthAt(text, k) > at + length) return 0;
  return length;
}

/** T-37: 的, 地, 得 do not begin a line, 和, 与, 及 do not end one. */
function priceParticles(text: string, costs: Float64Array): void {
  for (let k = 1; k < text.length; k++) {
    const begins = text[k]!;
    if (begins === '的' || ((begins === '地' || begins === '得') && wordLengthAt(text, k) === 0)) costs[k] = NEVER;
    const isAlone = wordLengthAt(text, k) === 0 && commonLengthAt(text, k) === 0;
    // 了, 着: of the verb before them. Where something is (议事亭”里): of what stands before it.
    if (isAlone && (begins === '了' || begins === '着')) costs[k] = Math.max(costs[k]!, 600);
    if ((begins === '里' && text[k + 1] === '的') || (isAlone && /[”』》）][里上下中内外旁边]/u.test(text.slice(k - 1, k + 1)))) costs[k] = Math.max(costs[k]!, IN_COMMON);
    const ends = text[k - 1]!;
    if ((ends === '和' || ends === '与' || ends === '及') && !(k > 1 && text[k - 2] !== '以' && isWord(text, k - 2))) costs[k] = NEVER;
  }
}

/** Two characters that are a word: 参与, 普及. */
function isWord(text: string, at: number): boolean {
  return wordLengthAt(text, at) === 2 || commonLengthAt(text, at) === 2;
}

function priceBlanks(text: string, costs: Float64Array): void {
  if (!/[ \u3000]/.test(text.trim())) return;
  for (let k = 1; k < text.length; k++) {
    const blank = /[ \u3000]/.test(text[k - 1]!) && !/[ \u3000]/.test(text[k]!);
    costs[k] = blank ? 0 : costs[k]! + 60;
  }
}
