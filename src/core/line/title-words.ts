// The little that a title's breaks need to know of Chinese words (T-37): words
// of reports, meetings and headlines, and characters that lean on a neighbour.
// Intl.Segmenter is not used: its data differ between ICU versions, and a title
// must break alike everywhere. A table of its own, to be added to.

const WORDS =
  '市政协 省政协 县政协 区政协 全国政协 专题 党外委员 宜居 宜业 和美 美丽 中国 人民 政治 协商 会议 政协 委员 委员会 常务 常委 常委会 全国 全体 主席 副主席 主席团 秘书 秘书长 党组 机关 专门 代表 大会 ' +
  '中共 中央 中华 中华民族 共产党 党委 党外 党建 党史 市委 省委 县委 区委 政府 人大 人大代表 统战 统一战线 民主 党派 民主党派 ' +
  '习近平 新时代 特色 社会 社会主义 思想 精神 理论 主题 教育 学习 贯彻 落实 宣传 宣讲 领导 坚持 坚定 全面 深入 深化 改革 开放 ' +
  '工作 报告 总结 回顾 安排 部署 任务 要点 计划 规划 方案 意见 建议 提案 提案工作 情况 说明 决议 决定 决算 预算 办法 草案 条例 章程 ' +
  '名单 议程 日程 公告 通知 通报 简报 纪要 讲话 致辞 开幕词 闭幕词 主持词 开幕 闭幕 开幕会 闭幕会 召开 举行 隆重 胜利 圆满 成功 ' +
  '热烈 祝贺 庆祝 纪念 欢迎 预祝 致敬 慰问 调研 视察 监督 考察 座谈 座谈会 研讨 协商会 议政 建言 资政 参政 参政议政 民主监督 政治协商 ' +
  '履职 尽责 履职尽责 担当 作为 凝聚 共识 力量 智慧 汇聚 合力 团结 奋斗 奋进 奋力 奋楫 扬帆 笃行 实干 创新 创造 开创 谱写 书写 绘就 描绘 ' +
  '新篇 新篇章 篇章 华章 新局面 局面 新征程 征程 新程 新辉煌 辉煌 未来 蓝图 答卷 使命 初心 梦想 复兴 伟大 振兴 全面振兴 东北 现代化 现代 ' +
  '建设 发展 高质量 高水平 推进 推动 促进 加快 加强 提升 提高 增强 优化 改善 保障 保护 治理 服务 助力 助推 赋能 贡献 展现 彰显 打造 构建 ' +
  '经济 产业 工业 农业 农村 乡村 乡村振兴 城市 城乡 生态 文明 环境 营商 营商环境 文化 旅游 文旅 科技 人才 数字 数字化 民生 民营 企业 项目 投资 消费 ' +
  '市场 资源 能源 绿色 低碳 安全 食品 食品安全 药品 健康 医疗 卫生 养老 就业 住房 交通 基层 群众 社区 街道 青年 妇女 儿童 残疾人 少数民族 民族 宗教 界别 ' +
  '委员会议 联组 小组 讨论 审议 审查 通过 听取 选举 选出 当选 产生 增补 换届 任命 免职 ' +
  '全市 全省 全县 全区 我市 我省 我县 本市 各级 各界 各地 各族 社会各界 人士 同志 同胞 代表团 ' +
  '关于 根据 围绕 聚焦 紧扣 立足 面向 为了 通过 以来 期间 之际 之年 开局 开局之年 收官 关键 关键之年 重要 重大 重点 主要 基本 根本 具体 有关 ' +
  '第一 第二 第三 首次 一年 一年来 五年 今年 去年 明年 过去 当前 今后 时期 阶段 十四五 十五五 ' +
  '凝心聚力 同心同德 同心 同向 砥砺 砥砺前行 前行 踔厉奋发 勇毅 勇毅前行 奋勇 争先 再创 再谱 再启 再上 台阶 新台阶 佳绩 新 启航 起航 ' +
  '地区 地方 地位 地市 地域 得到 得力 和平 和谐 与会 与时俱进 及时 以及 参与 给予 ' +
  '人民政协 人心 人心和力量 专门协商 机构 制度化 规范化 程序化 专业化 法治化 常态化 议政建言 协商议政 基层协商 社情民意 社情 民意 信息 联谊 文史 资料 对外 友好 交往 ' +
  '成效 成绩 经验 基本经验 做法 问题 不足 差距 体会 启示 特点 形势 思路 总体 总体要求 总体思路 要求 目标 目标任务 举措 措施 打算 成果 转化 质量 效能 实效 品牌 平台 优势 作用 ' +
  '中心 大局 中心任务 中心工作 服务大局 实践 广泛 引领 政治引领 方向 政治方向 能力 履职能力 水平 队伍 作风 责任 职能 主体 强化 健全 完善 体系 制度 机制 体制 自身 自身建设 ' +
  '专精特新 小巨人 数字经济 县域经济 民营经济 实体经济 市场经济 科技创新 城市更新 对外开放 民主监督 司法改革 公益诉讼 社会治理 基层治理 矛盾纠纷 党的建设 作风建设 ' +
  '高质量发展 团结联谊 持续 持续推进 深入推进 扎实 积极 主动 充分 显著 明显 有效 有力 发挥 办理 督办 征集 审查 取得 共同 共同富裕 美好 幸福 ' +
  '获评 荣获 入选 大剧院 剧院 会堂 礼堂 工作室 专项资金 老旧小区 改造 食堂 社区食堂 居民 完工 启动 双向评议 评议 观察 综述 侧记 纪实 联名 好提案 好商量 ' +
  '委员工作室 大民生 小提案 断头路 连心桥 年轻人 讲堂 回音 着落 履职记 贴心 建成 办成 走访 会见 率队 领衔 主持 议题 热议 共商 共话 ' +
  '本报 记者 评论员 社论 摘要 附件 名词 解释 目录 文件 会刊 ';

/** Characters that end a word and never begin a line of a title, unless a known word begins with them. */
export const SUFFIXES = '市县省区州会届次号者性化们式型率度点类';
/** Characters that begin a word and never end a line of a title. */
export const PREFIXES = '第各全本副总每该';
/** Prepositions and adverbs that lean on what follows: poor ends of a line. */
export const LEANING = '在为向对从以把被将于由至不再更最';

const LONGEST = 5;

let words: Set<string> | null = null;

/** Length of the longest known word at `at` in `text` that is longer than one character, else 0. */
export function wordLengthAt(text: string, at: number): number {
  words ??= new Set(WORDS.split(' '));
  for (let length = Math.min(LONGEST, text.length - at); length > 1; length--) {
    if (words.has(text.slice(at, at + length))) return length;
  }
  return 0;
}
