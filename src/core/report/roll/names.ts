// What a year names anew (W-B): events, meeting spirits and products of work; and what a
// person must judge (W-C): leaders, formulas, slogans, quoted speeches. Each finder gives
// stretches of a text; none changes anything. Names are told by the words around them, so
// that newspapers, laws and standing policies in 《》 are not taken for this year's work.
import { plenaryMentions } from './sessions';
import { sentenceAt } from './sentences';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const stretches = (text: string, pattern: RegExp): Stretch[] => [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));

/** Names that are no product of the year: newspapers, laws, rules of the centre, standing regulations. */
const STANDING = /(?:日报|晚报|晨报|时报|新报|快报|政协报|党报|周刊|期刊|杂志|宪法|章程|条例|(?<!办|方|做|说)法|民法典|准则|决议|决定|党史|选集|文选|著作选读|干部读本|学习问答|概论|纲要|规划|总体方案)(?:（[^）]*）)?$|^(?:中共|中国共产党|中华人民共和国|习近平|国务院|全国|中央|人民)/;
const PRODUCT = /(?:建议案?|提案|报告|办法|细则|规则|规程|方案|制度|意见|措施|清单|指引|手册|汇编|文集|文史资料|丛书|实录|画册|志|史|图录|纪事|口述史?|选编|简报|专报|信息|要报|倡议书?|公约|协议|标准|指南|计划|台账|录|集)(?:（[^）]*）)?$/;
const MADE = /(?:制定|制订|出台|形成|印发|编印|编纂|编写|编辑|编撰|出版|修订|修改|完善|提交|提出|报送|上报|撰写|完成|推出|通过|创作|拍摄|整理|征编|编发|下发|起草|发布|签署|签订|督办|领办|办理|围绕|的)[^，。；《》]{0,12}(?:《[^》]*》[、和]?)*$/;

/** Products of the year's work: the name inside 《》, the marks stay. */
export function workNames(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.matchAll(/《([^《》]+)》/g)) {
    const [whole, name = ''] = match;
    const from = match.index + 1;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + whole.length);
    const carried = /(?:贯彻|落实|学习|执行|遵守|依据|根据|按照|依照|宣传|推动)[^，。；]{0,10}(?:《[^》]*》[、和]?)*$/.test(before);
    if ((STANDING.test(name) && !isOwnLaw(before, name)) || carried || ISSUE_BEHIND.test(after) || ISSUE_IN_NAME.test(name)) continue;
    if (MADE.test(before) || /(?:专辑|画册|图书|丛书|文集|书籍|专著|史料|纪录片|专题片)$/.test(before) || /^(?:一书|正式|公开|顺利)*(?:出版|付梓|面世|问世|成书|编印|首发)/.test(after) || /^(?:等?(?:重点)?(?:提案|建议案?|报告|调研报告|信息|文件|书|系列|专题|一书|等))/.test(after) || PRODUCT.test(name)) found.push({ from, to: from + name.length });
  }
  return found;
}

const ORDINAL = '[一二三四五六七八九十百零〇\\d]+(?:[、至和到—～~-]+第?[一二三四五六七八九十百零〇\\d]+)*';
/** 《青陂文史》第二十一辑: a serial keeps its name, and each year has other numbers of it. */
const ISSUE_BEHIND = new RegExp(`^[（(]?(?:(?:\\d{4}年)?(?:总)?第${ORDINAL}|\\d+余?|[两二三四五六七八九十]+余?)[辑期卷刊集号]`);
const ISSUE_IN_NAME = new RegExp(`第${ORDINAL}[辑期卷刊集]`);
const ISSUE = new RegExp(`(?:》(?:（|\\()?(?:\\d{4}年)?|《[^《》]*|(?:文史(?:资料)?|会刊|专辑|丛书|年鉴|简报|专报|通讯|文集))(?:总)?第(${ORDINAL})(?=[辑期卷刊集](?:[^\\u4e00-\\u9fff]|$|[^，。；]{0,12}(?:出版|编印|编辑|印发|刊发|付印|发行|问世|工作|等|和|与|及|的|共))|[辑卷])`, 'g');

/** Numbers of serials (第二十一辑): what is between 第 and 辑. */
export function serialNumbers(text: string): readonly Stretch[] {
  return [...text.matchAll(ISSUE)].map((match) => {
    const to = match.index + match[0].length;
    return { from: to - (match[1]?.length ?? 0), to };
  });
}

/** 制定《松岭市物业管理条例》: a law of the place made in the year. */
const isOwnLaw = (before: string, name: string): boolean => /(?:制定|修订|修改|修正|审议通过|表决通过|批准|废止|颁布|出台)(?:了)?(?:《[^》]*》[、和]?)*$/.test(before) && /(?:条例|规定|办法|决定|决议|规则)(?:（[^）]*）)?$/.test(name) && !/^(?:中共|中国|中华人民共和国|国务院|全国|中央)/.test(name);

const EVENT = /“([^“”]{2,24})”(?:、?“[^“”]{2,24}”)*(?=(?:系列|主题|专题|专项|志愿|集中|大型|品牌|惠民|年度)*(?:视察|调研|服务|实践|宣讲|读书|联谊|竞赛|公益|协商|监督|慰问|助学|义诊|交流|走访|参观)?(?:活动|行动|大会|论坛|峰会|讲堂|沙龙|展览|比赛|大赛|晚会|座谈会|报告会|恳谈会|推介会|文化节|艺术节|节|书画展|摄影展|作品展|文艺演出|征文))/g;
/** The same told by what was done with it, whatever stands between: 组织“重走长征路”红色研学活动. */
const DONE_EVENT = /(?<=(?:开展|组织|举办|举行|主办|承办|协办|启动|参加|参与)了?[^，。；“”]{0,10})(?<!届)“([^“”]{2,24})”(?=[\u4e00-\u9fff]{0,8}?(?:活动|行动|展(?!开|示|现|望|销|业|区)|分享会|大赛|比赛|论坛|峰会|晚会|座谈会|报告会|恳谈会|推介会|沙龙|讲堂|读书会|研学|演出|汇演|巡讲|宣讲))/g;
/** Standing terms, which are no event of a year. */
const STANDING_TERM = /^(?:一带一路|一国两制|三下乡|专精特新|回头看|放管服|两会|三农|双碳|双减|双创|一老一小|中国梦|四个自信|四不两直|互联网\+.*)$/;
/** The subject of a consultation, which is its title: 围绕“培育壮大竹木产业集群”开展专题协商. */
const TOPIC = /(?<=(?:就|围绕|聚焦|针对|紧扣|以|题为|主题为|议题为)[^，。；“”]{0,6})“[^“”]{5,40}”(?:[、和及]?“[^“”]{2,40}”)*(?=等?(?:[\d两三四五六七八九十]*[个项]?(?:为(?:主|议|课|专)?题|主题|议题|课题|专题)|这一|，?(?:先后|分别|深入|多次|专门|集中|重点|持续)*(?:开展|召开|举行|举办|进行|组织|协商|调研|视察|监督|建言|议政|座谈|资政|赴)))/g;
/** The same told by what is behind it. */
const TOPIC_OF = /“[^“”]{6,40}”(?:[、和及]?“[^“”]{5,40}”)*(?=等?(?:专题|对口|界别|提案办理|网络|远程|双月|季度|重点|年度)*(?:协商(?!民主|平台|议事|品牌|机制|制度|室|在|工作)|议政性?(?:常|会)|民主监督|调研(?!基地)|视察|课题|议题|座谈会))/g;
/** A name that stays from year to year, not a subject: 以“有事好商量”为… */
const BRAND = /议事|商量|协商|直通车|会客厅|讲堂|工作室|之家|驿站|品牌|平台|码上|云上|掌上|书香/;

/** A policy that stays: “百千万工程”, “高质量发展”. A subject begins with what is to be done. */
const POLICY = /^(?!推|完善|加快|培育|打造|提升|优化|加强|促进|建设|健全|深化|实施|构建|壮大|做|发展|强化|提高|夯实|激活|擦亮|破解|落实|扩大|保护|传承|防范)[^“”]*(?:工程|行动|战略|经验|机制|规划|布局|计划|理念|精神)$|^(?:高质量发展|中国式现代化|新质生产力|全过程人民民主|共同富裕|乡村全面振兴)$/;

/** Subjects of consultations, inquiries and supervisions, inside the quotation marks. */
export function topics(text: string): readonly Stretch[] {
  return [...text.matchAll(TOPIC), ...text.matchAll(TOPIC_OF)].flatMap((match) => quotedIn(match[0]).map(({ from, to }) => ({ from: match.index + from, to: match.index + to })))
    .filter(({ from, to }, i, all) => to - from >= 5 && !BRAND.test(text.slice(from, to)) && !POLICY.test(text.slice(from, to)) && !STANDING_TERM.test(text.slice(from, to)) && all.findIndex((one) => one.from === from) === i)
    .toSorted((a, b) => a.from - b.from);
}

/** What stands inside each pair of quotation marks. */
const quotedIn = (text: string): Stretch[] => [...text.matchAll(/“([^“”]+)”/g)].map(({ index, 0: whole }) => ({ from: index + 1, to: index + whole.length - 1 }));

const CAMPAIGN_KIND = '(?:学习教育|主题教育|教育实践活动|集中教育|专题教育)';
/** 党纪学习教育: known by its name anywhere, another by what was done with it. */
const KNOWN_CAMPAIGN = new RegExp(`(?:(?:学习贯彻)?习近平新时代中国特色社会主义思想主题教育|(?:深入)?(?:学习)?贯彻(?:落实)?中央八项规定精神学习教育|(?:党纪|党史|“三严三实”|“两学一做”|“不忘初心、牢记使命”|党的群众路线)${CAMPAIGN_KIND}(?:常态化制度化)?)`, 'g');
const HELD_CAMPAIGN = new RegExp(`(?<=(?:开展|推进|抓好|启动|完成|参加|深化|巩固(?:拓展)?|组织))(?!(?:全体|广大)?(?:党员|干部|机关|委员|常委|经常|集中|理论|各类|系列|思想|政治|廉|普法|法治|国防|警示|爱国|日常|常态|专题|党性|拓展|深化|好|了))(?:[\\u4e00-\\u9fff]{2,20}?|“[^“”]{2,20}”(?:专项|专题|主题|集中|系列)?)${CAMPAIGN_KIND}(?!基地|中心|培训|资源|阵地)|(?<=(?:开展|推进|深化|拓展|巩固|抓好)(?:好|了)?)主题教育(?=成果|[，。、和]|走深)`, 'g');

/** Campaigns of study, each of a year. */
export function campaigns(text: string): readonly Stretch[] {
  const known = stretches(text, KNOWN_CAMPAIGN);
  const held = stretches(text, HELD_CAMPAIGN).filter(({ from, to }) => known.every((one) => to <= one.from || from >= one.to));
  // Of a quoted name the marks stay, and what it is.
  return [...known, ...held].map(({ from, to }) => (text[from] === '“' ? { from: from + 1, to: text.indexOf('”', from) } : { from, to })).toSorted((a, b) => a.from - b.from);
}

const NAMED_EVENT = /(?:举办|主办|承办|召开|协办|举行|参加|参与)[^，。；“”《》]{0,10}?((?:首届|第[一二三四五六七八九十]+届|\d{4}(?:年)?)[^，。；“”《》]{2,20}(?:大会|论坛|峰会|博览会|文化节|艺术节|旅游节|运动会|洽谈会|推介会))/g;

/** 首届“青湖论坛”, 第三届委员读书节: one of a series, which has another number this year. */
const ONE_OF_SERIES = '(?:首届|第[一二三四五六七八九十]+届)(?:“[^“”]{2,20}”|运动会|[^，。；、和“”]{2,16}?(?:大会|论坛|峰会|博览会|[\\u4e00-\\u9fff]节|运动会|洽谈会|推介会|展览|书画展|大赛|比赛|竞赛|[交训夏冬研][\\u4e00-\\u9fff]{1,2}营|文化[周月季]|活动[周月]|联谊会|年会|双年展))';
const SERIES = new RegExp(`(?<=(?:举办|主办|承办|协办|举行)(?:了)?(?:全?[国省市县区州])?)${ONE_OF_SERIES}(?:[、和]${ONE_OF_SERIES})*|${ONE_OF_SERIES}(?:[、和]${ONE_OF_SERIES})*(?=(?:成功|如期|顺利|圆满|隆重)?(?:举办|举行|召开|开幕|闭幕))`, 'g');
const EACH_OF_SERIES = new RegExp(ONE_OF_SERIES, 'g');

/** Titles of the year's events: what stands inside the quotation marks, or the named meeting. */
export function eventNames(text: string): readonly Stretch[] {
  const quoted = [...text.matchAll(EVENT)].flatMap((match) => {
    const found: Stretch[] = [];
    for (const name of match[0].matchAll(/“([^“”]+)”/g)) found.push({ from: match.index + name.index + 1, to: match.index + name.index + 1 + (name[1]?.length ?? 0) });
    return found;
  });
  const named = [...text.matchAll(NAMED_EVENT)].map((match) => {
    const name = match[1] ?? '';
    const from = match.index + match[0].length - name.length;
    return { from, to: from + name.length };
  });
  const series = [...text.matchAll(SERIES)].flatMap((match) => stretches(match[0], EACH_OF_SERIES).map(({ from, to }) => ({ from: match.index + from, to: match.index + to })));
  const done = [...text.matchAll(DONE_EVENT)].map((match) => ({ from: match.index + 1, to: match.index + match[0].length - 1 })).filter(({ from }) => quoted.every((one) => one.from !== from));
  const known = [...quoted, ...done, ...named].filter(({ from, to }) => !STANDING_TERM.test(text.slice(from, to)));
  const others = series.filter(({ from, to }) => known.every((one) => to <= one.from || from >= one.to));
  return [...known, ...others].toSorted((a, b) => a.from - b.from);
}

const SPIRIT = /(?:(?:学习|贯彻|传达|宣讲|领会|宣传|围绕|落实)+[^，。；]{0,12}?|(?<=精神[、和及]))((?:(?:党?中央|全国|省委?|市委?|县委?|区委?|自治区党委)[、和])*(?:(?:中共|党的)?[一二三四五六七八九十]+(?:大|届[一二三四五六七八九十]+中全会)|(?:全国|中央|省委?|市委?|县委?|区委?)?(?:“?两会”?|(?:[\u4e00-\u9fff]{0,14}(?:工作会议|座谈会|全会)))))精神/g;

/** Meeting spirits studied in the year; in guiding formulas they are flagged instead (planRoll decides by the part). */
export function spiritNames(text: string): readonly Stretch[] {
  return [...text.matchAll(SPIRIT)].map((match) => {
    const name = match[1] ?? '';
    const from = match.index + match[0].length - 2 - name.length;
    return { from, to: from + name.length };
  }).flatMap((last) => [...listedBefore(text, last.from), ...partedNames(text, last)]);
}

/** 中央经济工作会议、中央农村工作会议精神: the meetings named before the last one of a list. */
function listedBefore(text: string, from: number): readonly Stretch[] {
  const match = LISTED.exec(text.slice(Math.max(0, from - 30), from));
  if (match === null) return [];
  const start = from - match[0].length;
  return [...listedBefore(text, start), { from: start, to: start + (match[1]?.length ?? 0) }];
}

/** 中央农村工作会议和省委农村工作会议: two names that 和 joins. */
function partedNames(text: string, { from, to }: Stretch): readonly Stretch[] {
  let at = from;
  return text.slice(from, to).split(JOINED).map((name) => {
    const start = at;
    at += name.length + 1;
    return { from: start, to: start + name.length };
  });
}

const JOINED = /(?<=会议|座谈会|全会)[和与及](?=中央|全国|中共|[省市县区州旗盟]委)/;
const LISTED = /((?:中央|全国|中共|党的|[省市县区州旗盟]委)[^，。；、“”]{0,14}?(?:会议|座谈会|全会)|(?:全国|[省市县区州旗盟])“?两会”?)[、和及]$/;

const SPEECH_OF_YEAR = /习近平总书记(?:考察|视察|调研|来|在|致|给|对)[^，。；“”]{1,24}?(?:重要讲话|重要指示|重要批示|重要回信|回信|贺信)(?:[、和]?(?:重要讲话|重要指示|重要批示|批示))*(?:精神)?/g;

/** 习近平总书记考察黑龙江重要讲话重要指示精神: what was said on an occasion, by its name. */
export const namedSpeeches = (text: string): readonly Stretch[] => stretches(text, SPEECH_OF_YEAR);

const FORMULA = /以习近平新时代中国特色社会主义思想为指导|坚持习近平新时代中国特色社会主义思想(?:科学)?指(?:导|引)|“两个确立”|“两个维护”|“四个意识”|“四个自信”|中共(?:十[一二三四五六七八九]|二十|二十[一二三])大(?:和[^，。]{0,14}全会)?精神|党的(?:十[一二三四五六七八九]|二十)大(?:和[^，。]{0,14}全会)?精神|以习近平同志为核心的(?:中共中央|党中央)/g;

/** Guiding formulas, one a sentence: the first. */
export function formulas(text: string): readonly Stretch[] {
  return firstOfSentence(text, stretches(text, FORMULA));
}

const SLOGAN = /“[^“”]*[\dA-Z][^“”]*[+＋×][^“”]*”|“\d{3,6}[^“”]{0,4}”(?=(?:工作|发展|产业|履职)*(?:机制|布局|体系|行动|战略|思路|工程|模式|计划|格局|路径|目标|要求))|“[三四五六七八九十]大[^“”]{1,6}”|“[一二三四五六七八九十]+[^“”]{1,6}[一二三四五六七八九十]+[^“”]{0,10}”(?=(?:工作)?(?:机制|布局|体系|行动|战略|思路|工程|模式|服务|发展))/g;
/** {Y}年是…的…之年: a year's motto. */
const MOTTO = /(?:年是|(?:也|更|又|还)是)([^。，；]*?(?:之年|的一年|关键一年))(?=[，。；、和])/g;

/** Slogans of place and year. */
export function slogans(text: string): readonly Stretch[] {
  const mottos = [...text.matchAll(MOTTO)].map((match) => ({ from: match.index + match[0].length - (match[1]?.length ?? 0), to: match.index + match[0].length }));
  // Anniversaries and plan periods have rules of their own.
  const own = mottos.filter(({ from, to }) => !/周年|十[一二三四五六七八九]?五/.test(text.slice(from, to)));
  return [...firstOfEach(text, stretches(text, SLOGAN)), ...own].toSorted((a, b) => a.from - b.from);
}

const SPEECH = /(?:习近平总书记|总书记|习近平主席)[^。；]{0,20}?(?:强调|指出|要求|作出重要指示)[，：:]?[^。]*。?/g;

/** What somebody of office wrote or said of the work, in quotation marks: 批示“建议很有针对性……”. */
const REMARK = /(?<=(?:批示|签批|批阅|阅示|肯定|评价|称赞|点赞|赞扬|赞许|赞誉|寄语|勉励|嘱托|题词|批语|指出|强调|表示|认为|写道|说)[^，。；“”]{0,8}[：:，]?)“[^“”]*(?:“[^“”]*”[^“”]*)*”/g;
/** Shorter words are a formula, but for a remark that is a sentence. */
const LEAST_REMARK = 8;

/** Quoted speeches, whole sentences, and what was remarked, in its marks. What a plenary said is flagged with the plenary. */
export function quotations(text: string): readonly Stretch[] {
  const speeches = stretches(text, SPEECH);
  const remarks = stretches(text, REMARK).filter(({ from, to }) => {
    const words = text.slice(from + 1, to - 1);
    const isRemark = /(?:批示|签批|批阅|阅示|批语|肯定|评价)[^，。；“”]{0,8}[：:，]?$/.test(text.slice(0, from));
    return (words.length >= LEAST_REMARK || isRemark || /[，。！…]/.test(words)) && speeches.every((one) => to <= one.from || from >= one.to);
  });
  return [...speeches, ...remarks].toSorted((a, b) => a.from - b.from);
}

/** Where a name stands, its letters apart or not; null: it does not. */
export function nameIn(text: string, name: string): Stretch | null {
  const bare = name.replaceAll(/\s/g, '');
  return /^[\u4e00-\u9fff·]{2,12}$/.test(bare) ? stretches(text, new RegExp([...bare].join('\\s*'), 'g'))[0] ?? null : null;
}

/** Where a person is named who spoke or presided last year. A name of two letters may be a word (方圆十里): it counts where somebody does something. */
export function namedAt(text: string, name: string): readonly Stretch[] {
  const bare = name.replaceAll(/\s/g, '');
  if (!/^[\u4e00-\u9fff·]{2,12}$/.test(bare)) return [];
  return stretches(text, new RegExp(`${[...bare].join('\\s*')}${bare.length > 2 ? '' : '(?=受|所作|同志|代表|主持|作|宣布|说|在|向|指出)'}`, 'g'));
}

/** 全会 and 党代会 with their numbers. */
export const plenaries = plenaryMentions;

/** Quoted words so long that they are hardly a term: somebody's, or this year's. */
const QUOTED = /“[^“”]{8,60}”/g;

/** Long quotations that no other rule speaks of, marks included. */
export function longQuotations(text: string): readonly Stretch[] {
  return stretches(text, QUOTED).filter(({ from, to }) => !BRAND.test(text.slice(from, to)));
}

function firstOfSentence(text: string, found: readonly Stretch[]): Stretch[] {
  let until = -1;
  return found.filter(({ from }) => {
    if (from < until) return false;
    until = sentenceAt(text, from).to;
    return true;
  });
}

function firstOfEach(text: string, found: readonly Stretch[]): Stretch[] {
  const seen = new Set<string>();
  return found.filter(({ from, to }) => {
    const words = text.slice(from, to);
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}
