// How well a sentence of this year's review answers a task of last year's plan. Chinese gives
// no words for free, and secretaries say the result otherwise than the promise (主城区停车难 →
// 新增泊位): so pairs of characters are compared, each weighing by how seldom it stands in both
// reports, words of every report cut out before; and the matters that both speak of, told by
// a list of our own. What both set in quotation marks weighs most. In: texts. Out: a likeness
// from 0 to 1, and what both have, which is the reason shown.

/** Words of work reports that tell nothing of the task; cut out before pairs are made. */
const COMMON = /机关干部|管理条例|条例草案|实施办法|管理办法|每个?季度|每年|每月|季度|年度|去年|今年|本年|首批|周年|纪念|[“‘]?十[一二三四五六七八九]?五[”’]?|人民政协|学习教育|[省市县区]委(?!员)|[省市县区]政府|党委|政府|有关部门|各部门|听取|审议|关于|提出|主要负责人|负责人|目标|完成|任务|计划|安排|广大|委员|代表(?!之家)|市政协|省政协|县政协|区政协|政协|人大常委会|常委会|委员会|主席会议|党组|各项准备|各项|进一步|高质量|高水平|全面|深入|持续|积极|切实|扎实|着力|继续|不断|大力|认真|充分|更好|更加|加快|加强|完善|健全|推进|推动|促进|开展|组织|做好|抓好|办好|落实|强化|提升|提高|发挥|建立|建设|举办|召开|制定|修改|修订|出台|形成|围绕|聚焦|紧扣|关注|支持|助力|服务|坚持|探索|深化|规范|优化|拓展|实施|工作|作用|机制|体系|制度|活动|问题|情况|方面|重点|专题|专项|调研|视察|考察|协商|议政|建言献策|建言|监督|报告|意见|建议|对策|全市|全省|全县|全区|全年|一年来|我们|以及|通过|进行|有关|相关|要就|要对|要把|发展|以来/g;

/** What reports are about, each with the words that tell of it: who has one of a line speaks of the same matter as who has another. */
const MATTERS: readonly RegExp[] = [
  '停车|车位|泊位', '老旧小区|旧楼|老小区|电梯|物业|业主|业委会', '助餐|食堂|老年餐|养老|老年人|老人|失能|颐养|敬老院|特困|供养|适老|老年|银发|助老', '托育|托位|幼儿|婴幼儿|幼儿园', '学位|入学|就学|入园|座位|学校|校园|义务教育|基础教育|教育均衡|中小学|高中|家门口上学', '职业教育|职业学院|职校|产教融合|实训|技工|高职',
  '村医|乡村医生|家庭医生|健康|医疗|医院|就医|看病|卫生|医保|医共体|坐诊|会诊|卫生室|异地结算', '义诊|送诊|巡诊|医卫|医药卫生|送医', '食品|餐饮|菜篮子|农贸市场|菜市场|菜场|摊位', '饮水|供水|水窖|管网|用水|自来水', '水库|水源地|湖泊|入湖|河道|河流|流域|河湖|水质|碧水|治水|库岸', '污染|蓝天|净土|空气质量|优良天数|断面|黑臭|环境问题|大气|排污|污水|生态环境|环保',
  '禁渔|禁捕|退捕|渔民', '垃圾|环卫|人居环境', '林草|绿化|造林|湿地|森林', '粮食|耕地|撂荒|高标准农田|复耕|种子', '农业|农产品|种植|养殖|产业链|链条|全产业链|农特产|果蔬|茶叶|肉牛', '冷链|冷库|保鲜|物流|快递|仓储', '乡村旅游|民宿|文旅|旅游|游客|景区',
  '口岸|边境|跨境|外贸|通关', '营商环境|惠企|要素保障|民营企业|民营经济|企业家|拖欠|账款|清欠', '中小企业|小微企业|百企|万企|结对|助企|纾困|车间|厂房|企业', '科技|创新|研发|揭榜|专利|攻关|新质生产力|成果转化率|实验室', '人工智能|智能工厂|智能制造|制造业|装备|工业|数字经济', '统一大市场|地方保护', '夜间经济|夜间消费|夜市|夜经济|商圈', '招商|引资|签约|客商|推介|乡贤|在外|返乡', '消费|商贸|商业|市场',
  '数字政协|数字人大|智慧|掌上|上线|平台|一网通|指尖|线上|网络议政|网上|系统|小程序|数字化|云上|互联网|扫码|码上|二维码', '提案|立案', '社情民意|直报|信息员|信息点|信息被|编报信息|报送信息|条信息|信息工作', '办理质量|督办|领办|领衔|牵头督|办结|解决率|重点建议|议案建议', '家站点|家、站、点|代表家|进站|代表之家|联络站|代表联络|工作站|服务站|委员站|活动室|活动场所|驿站|联系点', '联系群众|接访|接待群众|走访|会客|会客厅|面对面|民声|固定联系|联系代表|联系制度|联系人民群众|进万家|千家万户|走进群众|五级代表',
  '协商成果|成果转化|采纳', '基层协商|协商在基层|有事好商量|议事室|议事点|邻里|协商驿站', '民主监督|暗访|督改', '履职档案|一人一档|履职评价|考评|量化|积分|评价办法|履职管理|述职考核', '劝退|退出|约谈|提醒谈话|缺席|队伍教育|委员管理|委员队伍|履职不力|履职排名', '评议|述职|测评|打分|评分|一把手', '培训|轮训|研修|初任', '读书|荐书|书香|阅读|领读|书院|书屋', '史料|口述|文史|政协史|编撰|编纂|成书|付梓|编成|画册', '古籍|历史文化|非遗|传承|文物|古驿道|遗产|古道|古镇|古村|古寨|古城|古建|传统村落|老厂|老码头', '书画|展览|文艺|演出|文化下乡|送文化',
  '青年委员|青年|三十五岁', '港澳|海外|侨|同乡|台胞|台商', '民族|宗教|寺观|教堂|信教|石榴籽|彝村|傣寨|村寨', '党派|工商联|无党派|党外|新的社会阶层|统一战线', '新就业|灵活就业|骑手|外卖|货运|网约车|快递员|劳动者|司机|职业伤害|新业态', '就业|用工|招聘|稳岗|岗位|毕业生|去向落实|零工|创业', '无障碍|残疾|自闭症|特殊群体', '妇女|儿童|未成年人', '校车|接送学生|学生专车|跟车', '联动|上下联动|三级政协|县乡人大|县乡|同题', '毗邻|跨市|四市|联席会议|东部协作|对口协作|外地|交流合作|两地|学习交流|相邻|邻区|邻县|跨区域|联合视察|合作框架|友好往来|代表团|兄弟政协|等地政协|长三角|珠三角|京津冀|成渝|大湾区', '驻村|帮扶|乡村振兴|脱贫',
  '立法|法规|条例|一审|起草', '立法联系点|立法建议|征集立法', '备案审查|规范性文件|合宪', '预算|决算|收支|过紧日子|三公|财政|绩效|资金|联网监督|审计', '国有资产|国资', '执法检查|检查组|实施法|贯彻实施|落实中', '专题询问|询问|当面问|现场答|作答|应询|十二问|十问', '司法|法院|检察|两院|执行难|法庭|派出所|案件|公正', '安全生产|隐患|消防|应急|救援|防灾', '民生实事|票决|投票|实事项目|件实事', '选举|换届', '任免|任命|宪法宣誓', '议事规则|表决|会议制度', '新闻|媒体|刊发|报道|对外宣传|宣传工作|公众号|政协报|粉丝|阅读量|推送', '模范机关|机关建设|节约型|办公|文明单位', '信访|矛盾|调解|化解', '城市更新|旧厂区|街区|棚改|老城', '交通|公路|道路|路网|铁路|机场|公交|村道|养路|养护|出行|班车|客车|村组道路|四好农村路', '住房|保障房|公租房', '网格|社区治理|基层治理', '周年|纪念|庆祝', '理论学习|主题教育|中心组|集体学习|思想政治|学习教育',
  // What the readers of other years had in common: a line a matter of town and country, of business, of a body's own work.
  '新能源汽车|电动车|电动汽车|充电|换电|找桩', '教师|师资|支教|教职', '内涝|易涝|积水|排水|雨污|海绵城市|防涝', '互评|双评|双向评价|评价办理|回访评价|面商|办中|办后', '心理', '近视|视力|护眼', '债务|化债|专项债', '委员小组|活动小组|界别小组|委员活动组',
  '路灯|照明|亮化', '议题征集|征题|选题|年度协商计划', '高等教育|高校|大学', '理论研究|理论文章|课题研究|研究会', '黑土|耕地质量|水土保持|侵蚀', '文明行为|文明城市|不文明|移风易俗|高价彩礼', '公交|出行|通勤|班线', '农机|机收|农业机械', '畜牧|生猪|奶业|牛羊', '渔业|水产|养殖', '林下|林业|林权|林长', '河长|湖长|清河', '物价|保供|米袋子', '应届|征兵|退役军人|军人|双拥', '档案|地方志|方志', '住建|房屋|危房|棚户区|安置房', '招生|考试|中考|高考', '电商|直播|网购', '会展|展会|博览会', '总部|楼宇经济', '港口|航道|码头', '口腔|精神卫生|罕见病|慢性病', '减负|形式主义|精文简会', '统计|普查', '双减|课后服务|校外培训|作业', '校园餐|营养餐|学生餐|食材', '校园周边|学校门口|校门|护学', '生育|三孩|母婴|产假', '殡葬|公墓|丧葬', '燃气|用气|液化气|天然气', '供暖|供热|取暖|暖气', '扬尘|噪声|油烟|异味', '诈骗|反诈', '禁毒|毒品', '电动自行车|飞线', '地铁|轨道',
  '信用|诚信|失信', '知识产权|商标', '老字号|地理标志|区域公用品牌', '中药|道地药材|中医|国医', '油茶|茶园|茶产业|茶农', '种业|种子法|良种|育种|制种|套牌', '灌区|灌溉|水渠|水利', '防汛|抗旱|防洪|山洪|地质灾害', '野生动物|候鸟|生物多样性', '碳达峰|碳中和|双碳|光伏|风电|绿电|储能', '低空|无人机|通航',
  '算力|大数据|数据要素|数据资源', '金融|信贷|融资|贷款|上市|银行|化险|非法集资|担保', '开发区|产业园|园区', '土地|用地|闲置', '招投标|政府采购|工程建设', '减税|税费|税收', '法律援助|法律服务|律师|普法|讲法|法治宣传|宪法宣传|学法', '行政复议|行政执法|执法监督', '集体经济|三资|集体资产', '改厕|户厕|厕所', '宅基地|自建房|农房', '农民工|欠薪|工资',
  '社保|养老金|参保|低保|救助', '慈善|志愿', '体育|健身|赛事', '图书馆|博物馆|文化馆|书屋|公共文化', '红色|革命|烈士|长征', '戏曲|剧团|民歌', '家风|家教|家庭教育', '人才|引才|博士', '作风|党纪|廉政|警示教育|清廉|巡视整改', '大会发言', '智库|专家库', '讲堂|大讲堂|讲座', '知情明政|情况通报|通报会', '专委会设置|内设机构|机构改革',
  '联络处|联络室|街道政协', '采砂|矿山|矿产|非法开采', '合作医疗|家庭医生', '献血|急救|心肺复苏', '宠物|养犬', '电力|电网|停电|用电', '通信|基站|信号|宽带', '邮政|快递进村',
].map((words) => new RegExp(words));

/** Lines that tell how a body works, not of what: two sentences may share one and speak of different things. */
const WAYS = /^(?:数字政协|议题征集|理论研究|减负|提案|社情民意|办理质量|家站点|联系群众|协商成果|基层协商|民主监督|履职档案|劝退|评议|培训|读书|执法检查|专题询问|任免|议事规则|新闻|模范机关|理论学习|讲堂|互评|大会发言|周年|立法|选举)/;
const TOPICS: ReadonlySet<string> = new Set(MATTERS.flatMap(({ source }, index) => (WAYS.test(source) ? [] : [`#${index}`])));

/** What a comparison reads of a text. */
export interface Reading {
  readonly text: string;
  /** Pairs of characters, and matters as #n. */
  readonly pairs: ReadonlySet<string>;
  /** What stands in “” and 《》. */
  readonly named: readonly string[];
}

/** 线上线下读书会: held in any way, and about no platform. */
const BOTH_WAYS = /线上(?:和|与|、)?线下|线下(?:和|与|、)?线上/g;

/** Reads a text. `place`: whose reports they are, which both name all over. */
export function readingOf(text: string, place: string | null = null): Reading {
  const told = text.replaceAll(BOTH_WAYS, ' ');
  const named = [...text.matchAll(/[“《]([^“”《》]{2,20})[”》]/g)].map(([, name = '']) => name).filter((name) => !/^十[一二三四五六七八九]?五$|^[一二两三四五六七八九]个/.test(name));
  const pairs = new Set<string>();
  MATTERS.forEach((matter, index) => {
    if (matter.test(told)) pairs.add(`#${index}`);
  });
  let bare = told.replaceAll(/[\s\d%％，、；：。！？“”‘’《》（）()+—-]+/g, ' ');
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
/** This much of what a short task says is all of it: 特约监督员. */
const MOST_OF = 0.6;
/** And so much a matter that no other sentence speaks of, and no other task. */
const ALONE = 0.08;
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
    const alone = new Set<number>();
    for (const pair of task.pairs) {
      const own = this.#weight(pair);
      total += own;
      const having = this.#having.get(pair) ?? [];
      for (const index of having) shared.set(index, (shared.get(index) ?? 0) + own);
      // A matter of one sentence and one task alone.
      if ((TOPICS.has(pair) || !pair.startsWith('#')) && having.length === 1 && this.#planned.get(pair) === 1) alone.add(having[0]!);
    }
    let best: { readonly index: number; readonly likeness: number } | null = null;
    this.#review.forEach((sentence, index) => {
      const own = shared.get(index) ?? 0;
      const isNamed = task.named.some((name) => sentence.text.includes(name)) || sentence.named.some((name) => task.text.includes(name));
      if (own < LEAST * this.#scale && !isNamed && !(alone.has(index) && own >= MOST_OF * total)) return;
      const spread = Math.min(1, ENOUGH / Math.max(1, sentence.pairs.size));
      const likeness = Math.min(1, (own / Math.max(total, THIN * this.#scale)) * (0.85 + 0.15 * spread) + (isNamed ? NAME : 0) + (alone.has(index) ? ALONE : 0));
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
