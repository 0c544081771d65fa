// Invented words for the generator: places, bodies, people, topics, and the
// sentences that official writers make of them. Large enough that two seeds
// share hardly a heading. Every place and person is fiction; no sentence is
// taken from any text.

/** mulberry32: numbers of 0 to 1 by seed. */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)] as T;
  }

  /** Several different ones, in the order of the list shuffled. */
  some<T>(from: readonly T[], count: number): T[] {
    return from.map((one) => [this.next(), one] as const).sort((a, b) => a[0] - b[0]).slice(0, count).map(([, one]) => one);
  }
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

const STEMS = words('云岭 岚州 沧宁 映山 鹤鸣 青垭 白石 临岚 溪源 望江 双河 松坪 清水 枫林 碧川 长汀 龙泉 玉屏 南岭 东湖 北原 西渡 平沙 金谷 凤台');
const SURNAMES = words('林 周 陈 何 许 马 江 韩 方 罗 沈 苏 贺 郑 吴 黄 赵 孙 李 王 张 刘 杨 高 梁 宋 唐 冯 曹 彭 曾 萧 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 魏 吕 丁 任 卢 姚 钟 姜 崔 谭 陆 范 汪 廖 石 金 贾 夏 付 白 邹 孟 熊 秦 邱 侯 尹 薛 闫 段 雷 龙 史 陶 黎 毛 郝 顾 龚 邵 万 覃 武 钱 戴 严 莫 孔 向 常 欧阳 司马 慕容');
const GIVEN = words('致远 望山 秋实 静宜 承志 若兰 松 望 怀清 砚秋 一帆 晓棠 知南 千里 明 建国 立新 卫东 海燕 志强 雪梅 光 田 平 遥 海 宁 春生 念真 以宁 疏影 柏年 兰亭 晓岚 国华 振邦 玉兰 子安 文博 天成 敏 琳 波 涛 勇 军 丽 洁 磊 翔 颖 浩然 思源 长青');

export type Level = 'province' | 'city' | 'county' | 'nation';

/** Where a meeting is held and what its bodies are called. */
export interface Place {
  readonly level: Level;
  /** 云岭市; empty for the nation. */
  readonly name: string;
  readonly stem: string;
  /** 市, 省, 县, 区: 市委, 省政府. */
  readonly short: string;
  readonly chief: string;
}

const CHIEFS: Readonly<Record<string, string>> = { 省: '省长', 市: '市长', 县: '县长', 区: '区长', 自治区: '自治区主席', 州: '州长' };

export function makePlace(d: Dice): Place {
  const stem = d.pick(STEMS);
  const level = d.pick(['province', 'city', 'city', 'county', 'county', 'nation'] as const);
  if (level === 'nation') return { level, name: '', stem: '全国', short: '', chief: '国务院总理' };
  const suffix = level === 'province' ? d.pick(['省', '省', '省', '自治区']) : level === 'city' ? d.pick(['市', '市', '市', '州']) : d.pick(['县', '县', '区', '市']);
  const name = suffix === '州' ? `${stem}自治州` : `${stem}${suffix}`;
  const short = suffix === '自治区' ? '自治区' : suffix;
  return { level, name, stem, short, chief: CHIEFS[suffix] as string };
}

export function makeName(d: Dice): string {
  return d.pick(SURNAMES) + d.pick(GIVEN);
}

const DIGITS = '零一二三四五六七八九十';

/** 1 to 99 in Han. */
export function han(n: number): string {
  if (n <= 10) return DIGITS[n] as string;
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

export function hanDate(year: number, month: number, day: number): string {
  return `${[...String(year)].map((c) => '〇一二三四五六七八九'[Number(c)]).join('')}年${han(month)}月${han(day)}日`;
}

const TOPICS = words('产业升级 项目建设 科技创新 乡村振兴 营商环境 城市更新 生态保护 民生保障 文旅融合 县域商业 粮食安全 对外开放 基层治理 安全生产 养老服务 教育均衡 医疗改革 就业增收 数字经济 交通路网 水利设施 防灾减灾 人才引育 国企改革 金融服务 冷链物流 中药材种植 农村电商 社区食堂 老旧小区改造 河湖治理 森林防火 托育服务 文化遗产 全民健身 法治建设 代表工作 立法工作 预算监督 提案办理 社情民意 委员履职 专题协商 民主监督 界别活动 文史资料 机关建设 政治引领 理论学习 审判执行 公益诉讼 司法改革 未成年人保护 知识产权 信访调解 诉源治理');
const VERBS = words('推进 深化 抓实 做优 加强 完善 落实 提升 统筹 规范 拓展 推动 优化 健全 改进 做强 严抓 细抓 持续 用好');
const ADVERBS = words('扎实 全力 深入 持续 有序 稳步 着力 大力 加快 切实 精准 统筹 协同 主动 创新');
const RESULTS = words('更加有力 更加有效 更加牢固 更加明显 更加突出 更加夯实 更加顺畅 更加活跃 取得新进展 迈上新台阶 展现新气象 实现新突破 开创新局面 增添新动力 持续向好 稳步提高 不断增强');
const FOURS = words('固本铸魂 把稳方向 凝心聚力 服务大局 守正创新 担当作为 踔厉奋发 勇毅前行 真抓实干 善作善成 同心同德 群策群力 问计于民 聚焦中心 提质增效 攻坚克难 乘势而上 争先进位 为民履职 尽责担当 强基固本 锐意进取 求真务实 团结奋进 依法履职 精准发力 规范高效 公正司法 护航发展');
const DOCUMENTS = words('实施意见 工作规则 管理办法 三年行动计划 工作方案 指导意见 若干措施 暂行办法 实施细则 联系制度');
const BRANDS = words('码上议 有事来协商 同心茶座 委员会客厅 代表家园 一站办 云上岚水 岭上春 百村行 共享法庭 检护民生 小巷管家');
const UNITS = words('个 项 次 件 场 条 家 处 公里 万人次 亿元 万元 万亩 名');
const GROUPS = words('委员 代表 干警 法官 干部 职工 群众 企业 村社 部门');

export const topic = (d: Dice): string => d.pick(TOPICS);
const figure = (d: Dice): string => (d.chance(0.3) ? `${d.int(1, 99)}.${d.int(1, 9)}` : d.chance(0.1) ? `${d.int(1, 9)},${d.int(100, 999)}` : `${d.int(2, 990)}`);
const rate = (d: Dice): string => `${d.int(1, 98)}${d.chance(0.6) ? `.${d.int(1, 9)}` : ''}%`;

/** One clause without mark. */
function clause(d: Dice): string {
  switch (d.int(0, 9)) {
    case 0: return `${d.pick(ADVERBS)}${d.pick(VERBS)}${topic(d)}`;
    case 1: return `把${topic(d)}摆在${d.pick(['重要', '突出', '优先'])}位置`;
    case 2: return `组织${d.pick(GROUPS)}${figure(d)}${d.pick(['人次', '名'])}${d.pick(['走访', '视察', '调研', '培训'])}`;
    case 3: return `出台${topic(d)}${d.pick(DOCUMENTS)}${d.int(2, 12)}项`;
    case 4: return `${topic(d)}投入增长${rate(d)}`;
    case 5: return `打造“${d.pick(BRANDS)}”${d.pick(['平台', '品牌', '载体'])}`;
    case 6: return `完成${topic(d)}任务${figure(d)}${d.pick(UNITS)}`;
    case 7: return `与${d.pick(GROUPS)}面对面商量${topic(d)}`;
    case 8: return `推动${topic(d)}同${topic(d)}${d.pick(['相衔接', '相结合', '同部署'])}`;
    default: return `${topic(d)}${d.pick(RESULTS)}`;
  }
}

/** One sentence with its stop; more than twenty characters nearly always. */
export function sentence(d: Dice): string {
  const n = d.int(2, 4);
  const parts = Array.from({ length: n }, () => clause(d));
  switch (d.int(0, 8)) {
    case 0: return `${parts.join('，')}；${clause(d)}，${clause(d)}。`;
    case 1: return `一是${parts.join('，')}；二是${clause(d)}；三是${clause(d)}。`;
    case 2: return `制定《关于${d.pick(VERBS)}${topic(d)}的${d.pick(DOCUMENTS)}${d.chance(0.4) ? '（试行）' : ''}》，${parts.join('，')}。`;
    case 3: return `${parts.join('，')}，其中${clause(d)}${d.int(2, 40)}${d.pick(UNITS)}。`;
    case 4: return `全年${parts.join('、')}，${clause(d)}。`;
    case 5: return `针对${topic(d)}、${topic(d)}等问题，${parts.join('，')}。`;
    case 6: return `${d.pick(['一位', '有的', '不少'])}${d.pick(GROUPS)}说，“${parts[0]}，${clause(d)}。”`;
    default: return `${parts.join('，')}。`;
  }
}

/** Several sentences, together at least so long. */
export function paragraph(d: Dice, least: number): string {
  let text = sentence(d);
  while (text.length < least) text += sentence(d);
  return text;
}

/** The words of a numbered heading, without number and stop. */
export function headingWords(d: Dice): string {
  switch (d.int(0, 8)) {
    case 0: return `${d.pick(FOURS)}${d.pick(FOURS)}，${topic(d)}${d.pick(RESULTS)}`;
    case 1: return `${d.pick(ADVERBS)}${d.pick(VERBS)}${topic(d)}`;
    case 2: return `坚持${d.pick(FOURS)}，${d.pick(VERBS)}${topic(d)}`;
    case 3: return `聚焦${topic(d)}，${topic(d)}${d.pick(RESULTS)}`;
    case 4: return `在${topic(d)}中${d.pick(FOURS)}`;
    case 5: return `${topic(d)}${d.pick(RESULTS)}`;
    case 6: return `${d.pick(VERBS)}${topic(d)}、${topic(d)}，${d.pick(FOURS)}`;
    case 7: return `紧扣“${d.pick(BRANDS)}”，${d.pick(ADVERBS)}${d.pick(VERBS)}${topic(d)}`;
    default: return `围绕${topic(d)}${d.pick(['献策', '建言', '出力', '聚力', '监督'])}`;
  }
}

/** A family of parallel theme sentences, each with its stop. */
export function themes(d: Dice, count: number): string[] {
  const made = new Set<string>();
  const make = d.pick([
    () => `围绕${topic(d)}${d.pick(['建言', '献策', '出力', '问效', '搭桥'])}。`,
    () => `${topic(d).slice(0, 4)}${d.pick(['走深走实', '提质增效', '有声有色', '再上台阶', '落地见效'])}。`,
    () => `${d.pick(ADVERBS)}${d.pick(VERBS)}${topic(d).slice(0, 4)}。`,
    () => `要${d.pick(VERBS)}${topic(d).slice(0, 4)}${d.pick(['机制', '体系', '平台', '质效'])}。`,
  ]);
  for (let tries = 0; made.size < count && tries < 60; tries += 1) made.add(make());
  return [...made];
}

/** A part of a report that looks back, forward, or at itself. */
export function partWords(d: Dice, year: number, at: number, of: number): string {
  if (at === 0) return d.pick([`${year}年工作回顾`, `过去一年的工作`, `${year}年主要工作`, `${year}年工作总结`, '过去一年工作回顾', `过去五年工作回顾`, `一年来的主要工作`]);
  if (at === of - 1) return d.pick([`${year + 1}年工作安排`, `${year + 1}年主要任务`, `${year + 1}年工作建议`, '今后工作的建议', `${year + 1}年工作打算`, '今年的主要工作']);
  return d.pick(['主要体会', '存在的问题和不足', `${year + 1}年总体要求和主要目标`, '几点体会', '“十五五”时期的目标任务', '加强自身建设']);
}

/** A headline of two or four phrases parted by spaces. */
export function slogan(d: Dice): string {
  const [a, b, c, e] = d.some(FOURS, 4) as [string, string, string, string];
  return d.chance(0.5) ? `${a}${b} ${c}${e}` : `${a} ${b}`;
}
