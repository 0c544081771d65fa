// How well a sentence of this year's review answers a task of last year's plan. Chinese gives
// no words for free, and secretaries say the result otherwise than the promise (主城区停车难 →
// 新增泊位): so pairs of characters are compared, each weighing by how seldom it stands in both
// reports, words of every report cut out before; and the matters that both speak of, told by
// a list of our own. What both set in quotation marks weighs most. In: texts. Out: a likeness
// from 0 to 1, and what both have, which is the reason shown.

/** Words of work reports that tell nothing of the task; cut out before pairs are made. */
const COMMON = /每个?季度|每年|每月|季度|年度|去年|今年|本年|首批|周年|纪念|[“‘]?十[一二三四五六七八九]?五[”’]?|人民政协|学习教育|[省市县区]委(?!员)|[省市县区]政府|党委|政府|有关部门|各部门|听取|审议|关于|提出|主要负责人|负责人|目标|完成|任务|计划|安排|广大|委员|代表(?!之家)|市政协|省政协|县政协|区政协|政协|人大常委会|常委会|委员会|主席会议|党组|各项准备|各项|进一步|高质量|高水平|全面|深入|持续|积极|切实|扎实|着力|继续|不断|大力|认真|充分|更好|更加|加快|加强|完善|健全|推进|推动|促进|开展|组织|做好|抓好|办好|落实|强化|提升|提高|发挥|建立|建设|举办|召开|制定|出台|形成|围绕|聚焦|紧扣|关注|支持|助力|服务|坚持|探索|深化|规范|优化|拓展|实施|工作|作用|机制|体系|制度|活动|问题|情况|方面|重点|专题|专项|调研|视察|考察|协商|议政|建言献策|建言|监督|报告|意见|建议|对策|全市|全省|全县|全区|全年|一年来|我们|以及|通过|进行|有关|相关|要就|要对|要把|发展|以来/g;

/** What reports are about, each with the words that tell of it: who has one of a line speaks of the same matter as who has another. */
const MATTERS: readonly RegExp[] = [
  '停车|车位|泊位', '老旧小区|旧楼|老小区|电梯|物业|业主|业委会', '助餐|食堂|老年餐|养老|老年人|老人|失能|颐养', '托育|托位|幼儿|婴幼儿|幼儿园', '学位|入学|就学|座位|学校|校园|义务教育|基础教育|教育均衡|中小学|高中|家门口上学', '职业教育|职业学院|职校|产教融合|实训|技工',
  '村医|乡村医生|医疗|医院|就医|看病|卫生|医保|医共体', '义诊|送诊|巡诊|医卫|医药卫生|送医', '食品|餐饮|菜篮子|农贸市场', '饮水|供水|水窖|管网|用水|自来水', '水库|水源地|湖泊|入湖|河道|河流|流域|河湖|水质|碧水|治水|库岸', '污染|蓝天|净土|环境问题|大气|排污|污水|生态环境|环保',
  '禁渔|禁捕|退捕|渔民', '垃圾|环卫|人居环境', '林草|绿化|造林|湿地|森林', '粮食|耕地|撂荒|高标准农田|复耕|种子', '农业|农产品|种植|养殖|产业链|链条|全产业链|农特产|果蔬|茶叶|肉牛', '冷链|冷库|保鲜|物流|快递|仓储', '乡村旅游|民宿|文旅|旅游|游客|景区',
  '口岸|边境|跨境|外贸|通关', '营商环境|惠企|要素保障|民营企业|民营经济|企业家|拖欠|账款|清欠', '中小企业|小微企业|百企|结对|助企|企业', '科技|创新|研发|揭榜|专利', '人工智能|智能工厂|智能制造|制造业|工业|数字经济', '统一大市场|地方保护', '夜间经济|夜间消费|夜市|夜经济|商圈', '招商|引资|签约|乡贤|在外|返乡', '消费|商贸|商业|市场',
  '数字政协|数字人大|智慧|掌上|上线|平台|一网通|指尖|线上|网络议政|网上|系统|小程序|数字化|云上', '提案|立案', '社情民意|直报|信息员|信息点', '办理质量|督办|领办|领衔|牵头督|办结|解决率|重点建议|议案建议', '家站点|家、站、点|代表家|进站|代表之家|联络站|代表联络|工作站|服务站|委员站|活动室|活动场所|驿站|联系点', '联系群众|接访|接待群众|走访|会客|固定联系|联系代表|联系制度',
  '协商成果|成果转化|采纳|采用', '基层协商|协商在基层|有事好商量|议事室|议事点|邻里|协商驿站', '民主监督|暗访|督改', '履职档案|一人一档|履职评价|考评|量化|积分|评价办法|履职管理|述职考核', '劝退|退出|约谈|提醒谈话|缺席', '评议|述职|测评|打分|评分|一把手', '培训|轮训|研修|初任', '读书|书香|阅读|领读|书院|书屋', '史料|口述|文史|政协史|编撰|编纂|成书|付梓|编成|画册', '古籍|非遗|传承|文物|遗产|古道|古镇|老厂|老码头', '书画|展览|文艺|演出|文化下乡|送文化',
  '青年委员|青年|三十五岁', '港澳|侨|台胞|台商', '民族|宗教|彝村|傣寨|村寨', '党派|工商联|无党派', '新就业|灵活就业|骑手|外卖|货运|网约车|快递员|劳动者', '就业|用工|招聘', '无障碍|残疾|自闭症|特殊群体', '妇女|儿童|未成年人|校车', '联动|上下联动|三级政协|县乡人大|县乡|同题', '毗邻|跨市|四市|联席会议|东部协作|对口协作|外地|交流合作|两地|学习交流', '驻村|帮扶|乡村振兴|脱贫',
  '立法|法规|条例|一审|起草', '立法联系点|立法建议|征集立法', '备案审查|规范性文件|合宪', '预算|决算|财政|资金|联网监督|审计', '国有资产|国资', '执法检查|检查组|实施法|贯彻实施|落实中', '专题询问|询问|当面问|现场答|作答|应询|十二问|十问', '司法|法院|检察|两院|执行难|法庭|派出所|案件|公正', '安全生产|隐患|消防|应急', '民生实事|票决|投票|实事项目|件实事', '选举|换届', '任免|任命|宪法宣誓', '议事规则|表决|会议制度', '新闻|媒体|刊发|报道|对外宣传|宣传工作', '模范机关|机关建设|节约型|办公|文明单位', '信访|矛盾|调解|化解', '城市更新|旧厂区|街区|棚改|老城', '交通|公路|道路|路网|铁路|机场|公交', '住房|保障房|公租房', '网格|社区治理|基层治理', '周年|纪念|庆祝', '理论学习|主题教育|中心组|集体学习|思想政治|学习教育',
].map((words) => new RegExp(words));

/** What a comparison reads of a text. */
export interface Reading {
  readonly text: string;
  /** Pairs of characters, and matters as #n. */
  readonly pairs: ReadonlySet<string>;
  /** What stands in “” and 《》. */
  readonly named: readonly string[];
}

/** Reads a text. `place`: whose reports they are, which both name all over. */
export function readingOf(text: string, place: string | null = null): Reading {
  const named = [...text.matchAll(/[“《]([^“”《》]{2,20})[”》]/g)].map(([, name = '']) => name).filter((name) => !/^十[一二三四五六七八九]?五$|^[一二两三四五六七八九]个/.test(name));
  const pairs = new Set<string>();
  MATTERS.forEach((matter, index) => {
    if (matter.test(text)) pairs.add(`#${index}`);
  });
  let bare = text.replaceAll(/[\s\d%％，、；：。！？“”‘’《》（）()+—-]+/g, ' ');
  const name = place?.replace(/(?:自治)?[省市县区州盟旗]$/, '') ?? '';
  if (name.length >= 2) bare = bare.replaceAll(name, ' ');
  bare = bare.replaceAll(COMMON, ' ').replaceAll(/[一二三四五六七八九十百千两]+[余多]?(?:[万亿]?[名人次件条项个篇份家户场期位部所处座])/g, ' ').replaceAll(/[的了和与及等在为对把就将要向从以并也都更其]/g, ' ');
  for (const run of bare.split(' ')) for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2));
  return { text, pairs, named };
}

/** What a pair weighs that no sentence of the review has. */
const UNSAID = 0.5;
/** And a matter against a pair. */
const MATTER = 1.5;
/** A shared name counts as so much of the task. */
const NAME = 0.5;
/** Pairs of a sentence beyond these make it say other things as well. */
const ENOUGH = 24;
/** So much must be shared at least, of what a pair weighs that stands nowhere else; and a task that says less than so much is not answered by one word. */
const LEAST = 1;
const THIN = 2;

/** The sentences of a review, to be searched for what answers a task. */
export class ReviewSearch {
  /** Sentences by what they have. */
  readonly #having = new Map<string, number[]>();
  readonly #planned = new Map<string, number>();
  readonly #review: readonly Reading[];
  readonly #scale: number;
  readonly #size: number;

  /** `plan`: the tasks, whose words count as seldom or often said, too. */
  constructor(review: readonly Reading[], plan: readonly Reading[]) {
    this.#review = review;
    this.#size = review.length + plan.length;
    this.#scale = Math.log(1 + this.#size);
    review.forEach(({ pairs }, index) => {
      for (const pair of pairs) {
        const own = this.#having.get(pair);
        if (own === undefined) this.#having.set(pair, [index]);
        else own.push(index);
      }
    });
    for (const { pairs } of plan) for (const pair of pairs) this.#planned.set(pair, (this.#planned.get(pair) ?? 0) + 1);
  }

  /** How much a pair says: the fewer have it, the more; one that stands in the plan alone less, for the result may be said otherwise. */
  #weight(pair: string): number {
    const there = this.#having.get(pair)?.length ?? 0;
    return Math.log(1 + this.#size / Math.max(1, there + (this.#planned.get(pair) ?? 0))) * (there === 0 ? UNSAID : 1) * (pair.startsWith('#') ? MATTER : 1);
  }

  /** The sentence that speaks most of `task`, and how much of it from 0 to 1; null: none has anything of it. */
  best(task: Reading): { readonly index: number; readonly likeness: number } | null {
    let total = 0;
    const shared = new Map<number, number>();
    for (const pair of task.pairs) {
      const own = this.#weight(pair);
      total += own;
      for (const index of this.#having.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + own);
    }
    let best: { readonly index: number; readonly likeness: number } | null = null;
    this.#review.forEach((sentence, index) => {
      const own = shared.get(index) ?? 0;
      const isNamed = task.named.some((name) => sentence.text.includes(name)) || sentence.named.some((name) => task.text.includes(name));
      if (own < LEAST * this.#scale && !isNamed) return;
      const spread = Math.min(1, ENOUGH / Math.max(1, sentence.pairs.size));
      const likeness = Math.min(1, (own / Math.max(total, THIN * this.#scale)) * (0.85 + 0.15 * spread) + (isNamed ? NAME : 0));
      if (likeness > (best?.likeness ?? 0)) best = { index, likeness };
    });
    return best;
  }
}

/** Reasons shown: at most so many. */
const MOST = 5;

/** What both texts have, for a person: their common words, and the words by which they speak of one matter (停车—车位). */
export function sharedWords(task: string, sentence: string): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < task.length;) {
    let n = 0;
    while (i + n < task.length && /[\u4e00-\u9fff]/.test(task.charAt(i + n)) && sentence.includes(task.slice(i, i + n + 1))) n++;
    const words = task.slice(i, i + n);
    if (n >= 2 && words.replaceAll(COMMON, '').length >= 2) found.push(words);
    i += Math.max(1, n);
  }
  for (const matter of MATTERS) {
    const [here, there] = [matter.exec(task)?.[0], matter.exec(sentence)?.[0]];
    if (here !== undefined && there !== undefined && here !== there && !sentence.includes(here)) found.push(`${here}—${there}`);
  }
  return [...new Set(found)].slice(0, MOST);
}
