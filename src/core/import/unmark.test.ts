// Texts that bring marks of the program they come from: mail, line numbers, a chat, Markdown,
// an account's article, forms and bulletins. What is read of each, what is left out and why;
// and that the text that came in can be rebuilt. Place and persons invented.
import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline';
import { queriesOf } from './queries';
import { recognise } from './recognise';
import { restoreText } from './restore';

/** What the outline of a text shows, after the law has been held. */
function read(text: string) {
  const recognition = recognise(text);
  expect(restoreText(recognition)).toBe(text);
  return {
    heads: outlineOf(recognition).articles.map(({ kind, title, speaker, headings }) => ({ kind, title, speaker, headings: headings.map((head) => [head.level, head.number, head.text]) })),
    noise: recognition.noise.map(({ line, why }) => [line, why]),
    texts: recognition.articles.flatMap(({ blocks }) => blocks.map((block) => block.text)),
    blocks: recognition.articles.flatMap(({ blocks }) => blocks),
    kinds: [...new Set(recognition.changes.map(({ kind }) => kind))].sort(),
  };
}

const REPORT = [
  '中国人民政治协商会议云岭市第七届委员会', '常务委员会工作报告', '（2026年1月12日）', '林致远', '', '各位委员：',
  '我受政协云岭市第七届委员会常务委员会委托，向大会报告工作，请予审', '议。',
  '一、2025年工作回顾', '2025年，常委会召开常委会议4次、主席会议12次，开展专题协商6次，提', '交调研报告18篇，有力服务了全市中心工作。',
  '（一）坚持党的领导。举办专题学习班5期，培训委员320人次。', '二、2026年工作安排', '让我们更加紧密地团结起来，为建设现代化云岭而努力奋斗！',
];
const REPORT_HEADS = [{
  kind: 'report', title: '中国人民政治协商会议云岭市第七届委员会常务委员会工作报告', speaker: '林致远',
  headings: [[1, '一', '2025年工作回顾'], [2, '一', '坚持党的领导'], [1, '二', '2026年工作安排']],
}];

describe('mail', () => {
  const HEAD = ['发件人: 市政协办公室 <office@example.com>', '发送时间: 2026年1月5日 18:22', '收件人: 江一帆', '主题: 转发: 常委会工作报告', ''];

  it('a report that is quoted line by line; the letter round it is left out', () => {
    const { heads, noise, kinds } = read([...HEAD, '江主任：', '　　报告稿发给您，请审阅。谢谢！', '', ...REPORT.map((line) => `> ${line}`.trimEnd()), '', '-- ', '云岭市政协办公室', '电话：0871-6123456'].join('\n'));
    expect(heads).toEqual(REPORT_HEADS);
    expect(new Set(noise.map(([, why]) => why))).toEqual(new Set(['邮件的信头', '邮件里写给收件人的话，不是引用的稿件', '邮件末尾的发件人']));
    expect(kinds).toContain('quote');
  });

  it('an answer: the greeting, the sender’s name and the letter that is answered are left out', () => {
    const { heads, noise } = read(['From: 何晓棠 <a@example.com>', 'Sent: Monday, January 5, 2026 6:22 PM', 'To: 江一帆 <b@example.com>', 'Subject: Re: 报告', '', '江主任，按您的意见改好了，见下。', '', ...REPORT, '', '何晓棠', '发自我的手机', '', '在 2026年1月5日，下午3:10，江一帆 <b@example.com> 写道：', '', '> 晓棠：', '> 初稿看了，第二部分再压一压。', '> 江一帆'].join('\n'));
    expect(heads).toEqual(REPORT_HEADS);
    expect([...new Set(noise.map(([, why]) => why))]).toEqual(['邮件的信头', '邮件里写给收件人的话，不是引用的稿件', '邮件末尾的发件人', '邮件里写明从哪里发出的一行', '邮件的转发、引用说明', '邮件里引用的前一封信']);
  });

  it('the head of a letter that was passed on', () => {
    const { heads, noise } = read(['-----原始邮件-----', ...HEAD, ...REPORT].join('\n'));
    expect(heads).toEqual(REPORT_HEADS);
    expect(noise.map(([, why]) => why)).toEqual(['邮件的转发、引用说明', '邮件的信头', '邮件的信头', '邮件的信头', '邮件的信头']);
  });

  it('what stands above the head of a letter that was passed on', () => {
    const { heads, noise } = read(['主题：FW: 报告', '', '何主任：', '请阅示。', '江一帆', '________________', ...HEAD, ...REPORT].join('\n'));
    expect(heads).toEqual(REPORT_HEADS);
    expect(noise.slice(0, 5).map(([line]) => line)).toEqual([1, 3, 4, 5, 6]);
  });

  it('a single > and a notice that names whom to write to are none', () => {
    expect(read('县政协委员列席大会\n本报讯（记者 何 田）1月15日，县政协委员列席大会。\n收件人：县政协办公室\n时间：1月20日前').noise).toEqual([]);
    expect(read(['县政协委员列席大会', '> 本报讯（记者 何 田）1月15日，县政协委员列席大会。'].join('\n')).kinds).not.toContain('quote');
  });
});

describe('numbers of lines', () => {
  it('are taken, the indents behind them stay', () => {
    const numbered = REPORT.map((line, i) => `${String(i + 1).padStart(3)}  ${/^(?:我受|一、|2025|（一）|二、|让)/.test(line) ? '　　' : ''}${line}`);
    const { heads, noise, kinds } = read(['第1页', ...numbered].join('\n'));
    expect(heads).toEqual(REPORT_HEADS);
    expect(noise).toEqual([[1, '页码']]);
    expect(kinds).toContain('line-number');
  });

  it.each([': ', '\t', ' | '])('with %j behind them', (mark) => {
    expect(read(REPORT.map((line, i) => `${String(i + 1).padStart(2, '0')}${mark}${line}`).join('\n')).heads).toEqual(REPORT_HEADS);
  });

  it('with a point before headings that have numbers of their own', () => {
    const lines = ['云岭市政协2025年工作报告', '一、主要工作', '（一）强化政治引领。全年学习22次。', '二、下步打算', '抓好协商民主建设。'];
    expect(read(lines.map((line, i) => `${i + 1}.${line}`).join('\n')).heads).toMatchObject([{ title: '云岭市政协2025年工作报告', headings: [[1, '一', '主要工作'], [2, '一', '强化政治引领'], [1, '二', '下步打算']] }]);
  });

  it('a list of persons keeps its numbers', () => {
    const list = ['何田', '江一帆', '苏望', '于海', '林致远', '何晓棠', '马千里', '王松', '白露', '田野', '冯唐', '吕品'];
    expect(read(['云岭市政协委员名单', ...list.map((name, i) => `${i + 1}　${name}`)].join('\n')).kinds).not.toContain('line-number');
  });
});

describe('a chat', () => {
  it('gives its manuscript; stamps, pictures and short words are left out', () => {
    const { heads, noise } = read([
      '2026-01-05 09:12:33 江一帆', '报告的稿子发群里了，大家看看', '', '2026-01-05 09:13:02 江一帆', ...REPORT, '', '2026-01-05 09:20:41 何晓棠', '[图片]', '', '2026-01-05 09:21:10 何晓棠', '收到[抱拳]',
    ].join('\n'));
    expect(heads).toEqual(REPORT_HEADS);
    expect(noise.map(([, why]) => why)).toEqual(['聊天记录里的人名和时间', '聊天里的话，不是稿件', '聊天记录里的人名和时间', '聊天记录里的人名和时间', '聊天里图片、文件的代号', '聊天记录里的人名和时间', '聊天里的话，不是稿件']);
  });

  it('names alone over the messages, where a stand-in shows that it is a chat', () => {
    const talk = (last: string): string => ['江一帆:', '稿子发大家看看', '', '苏望:', ...REPORT.filter((line) => line !== ''), '', '江一帆:', last].join('\n');
    expect(read(talk('[OK]')).heads).toEqual(REPORT_HEADS);
    expect(read(talk('会议开得很好，报告讲得很实在。')).noise).toEqual([]);
  });

  it('a timetable is none', () => {
    const { noise } = read(['政协云岭市七届五次会议日程', '1月12日（星期一）', '开幕会　9:00', '分组讨论　14:30', '联组会议　16:00', '闭幕会　17:30'].join('\n'));
    expect(noise).toEqual([]);
  });
});

describe('Markdown', () => {
  const DRAFT = [
    '---', 'title: 提案', '---', '', '# 关于推进城市更新的提案', '', '## 基本情况', '', '我市现有老旧小区**312个**，涉及居民*8.6万*户，见[统计公报](https://example.com/a)。', '', '### 资金来源', '', '- 财政投入占比超过九成', '- 社会资本参与意愿不强', '',
    '## 几点建议', '', '1. **完善政策体系。**出台城市更新实施办法。', '2. __强化后续管理。__推行`红色物业`。', '', '| 年度 | 小区（个） |', '|------|:----------:|', '| 2024 | 86 |', '',
  ];

  it('heads by their depth, items, emphasis, links, a table', () => {
    const { heads, noise, texts, blocks } = read(DRAFT.join('\n'));
    expect(heads).toEqual([{ kind: 'notice', title: '关于推进城市更新的提案', speaker: null, headings: [[1, null, '基本情况'], [2, null, '资金来源'], [1, null, '几点建议'], [3, '1', '完善政策体系'], [3, '2', '强化后续管理']] }]);
    expect(texts).toContain('我市现有老旧小区312个，涉及居民8.6万户，见统计公报。');
    expect(texts).toContain('财政投入占比超过九成');
    expect(texts.at(-1)).toBe('年度\t小区（个）\n2024\t86');
    expect(blocks.at(-1)?.kind).toBe('table');
    expect(noise.map(([, why]) => why)).toEqual(['文件开头的属性，不是正文', '文件开头的属性，不是正文', '文件开头的属性，不是正文', 'Markdown 的表格线']);
  });

  it('heads with 一、 in them say what a depth is', () => {
    const { heads } = read(['## 2025年工作回顾', '### 一、强化政治引领', '#### （一）深化理论武装', '一年来，召开党组会议16次。', '### 二、服务中心大局', '全年开展协商12次。', '## 2026年工作安排', '### 一、聚焦开局', '开展专题协商。'].join('\n'));
    expect(heads[0]?.headings).toEqual([[0, null, '2025年工作回顾'], [1, '一', '强化政治引领'], [2, '一', '深化理论武装'], [1, '二', '服务中心大局'], [0, null, '2026年工作安排'], [1, '一', '聚焦开局']]);
  });

  it('what an assistant says round its draft is left out; 1. and 2. under heads are items', () => {
    const { heads, noise } = read(['好的，以下是为您起草的报告：', '', '---', '', '# 云岭市政协2025年工作报告', '', '各位委员：', '', '## 一、工作回顾', '', '### 1. 强化政治引领', '', '1. 专题议政会2次', '2. 对口协商12次', '', '*以上内容仅供参考，可根据实际情况调整。*', '', '希望对您有帮助！如需修改，请告诉我。'].join('\n'));
    expect(heads.map(({ title, headings }) => [title, headings])).toEqual([['云岭市政协2025年工作报告', [[1, '一', '工作回顾'], [3, '1', '强化政治引领']]]]);
    expect(noise.map(([line]) => line)).toEqual([1, 3, 16, 18]);
  });

  it('a bold beginning is a heading that runs in, also in a list whose items end with ；', () => {
    const { heads } = read(['**关于促进数字经济发展的建议**', '**一、问题**', '主要问题有：', '1. **龙头企业少**：营收超10亿元的企业仅2家；', '2. **应用场景窄**：中小企业上云率不足30%；', '**二、建议**', '- **做强主体**。实施企业培育行动。', '- **拓展场景**。每年发布应用场景清单。', '综上，建议尽快出台实施意见。'].join('\n'));
    expect(heads[0]?.headings).toEqual([[1, '一', '问题'], [3, '1', '龙头企业少：'], [3, '2', '应用场景窄：'], [1, '二', '建议'], [5, null, '做强主体'], [5, null, '拓展场景']]);
  });

  it('a dash, a page number and stars of a plain text stay', () => {
    const text = ['县政协委员列席大会', '本报讯（记者 何 田）1月15日，委员李**、王*等列席大会，提出5*3项建议。', '- 1 -', '会议由何田主持。'].join('\n');
    expect(read(text).texts.join('')).toContain('委员李**、王*等列席大会，提出5*3项建议。');
  });
});

describe('what an account sent', () => {
  it('01 over a heading, a caption with ▲, 原创', () => {
    const { heads, noise } = read([
      '点击上方蓝字关注我们', '', '原创 云岭政协 云岭政协', '', '政协云岭市七届五次会议隆重开幕', '', '1月12日上午，政协云岭市第七届委员会第五次会议在市会堂隆重开幕。', '', '▲ 市政协主席林致远作报告', '',
      '01', '', '凝心聚力谋发展', '', '大会应到委员312名，实到298名，符合规定人数。', '', '02', '', '履职尽责开新局', '', '会议指出，2026年是“十五五”开局之年。', '', '▼', '', 'END',
    ].join('\n'));
    expect(heads.map(({ title, headings }) => [title, headings])).toEqual([['政协云岭市七届五次会议隆重开幕', [[5, null, '凝心聚力谋发展'], [5, null, '履职尽责开新局']]]]);
    expect(noise).toEqual([[1, '公众号的按钮'], [3, '公众号的按钮'], [9, '图片说明'], [11, '公众号的分节标记'], [17, '公众号的分节标记'], [23, '分隔线'], [25, '公众号的按钮']]);
  });
});

it('an account’s name, whence it has the text, how to scroll; ① over a heading', () => {
  const { heads, noise } = read(['云岭政协', '以下文章来源于云岭日报 ，作者何晓棠', '向上滑动阅览', '政协委员热议政府工作报告', '1月13日，委员分组讨论政府工作报告。', '①', '何田委员：加快补齐养老短板', '建议扩大社区食堂覆盖面，全年新增20家。', '②', '江平委员：让孩子就近上学', '建议新建学校6所。', '点亮“在看”'].join('\n'));
  expect(heads).toEqual([{ kind: 'news', title: '政协委员热议政府工作报告', speaker: null, headings: [[5, null, '何田委员：加快补齐养老短板'], [5, null, '江平委员：让孩子就近上学']] }]);
  expect(noise.map(([line]) => line)).toEqual([1, 2, 3, 6, 9, 12]);
});

describe('ornaments', () => {
  it('before and behind a line are taken as listed changes; items of one sign are no headings', () => {
    const { heads, texts, kinds, noise } = read(['🎉政协云岭市七届五次会议胜利闭幕🎉', '✅ 会议概况', '1月15日上午，会议圆满完成各项议程。', '✅ 主要成果', '➤ 收到提案326件', '➤ 立案298件', '🎊🎊🎊', '🔹 社情民意42条', '委员们表示，将立足岗位作贡献💪'].join('\n'));
    expect(heads.map(({ title, headings }) => [title, headings])).toEqual([['政协云岭市七届五次会议胜利闭幕', [[5, null, '会议概况'], [5, null, '主要成果']]]]);
    expect(texts).toEqual(['会议概况', '1月15日上午，会议圆满完成各项议程。', '主要成果', '收到提案326件', '立案298件', '社情民意42条', '委员们表示，将立足岗位作贡献']);
    expect(kinds).toEqual(['ornament']);
    expect(noise).toEqual([[7, '分隔线']]);
  });

  it('a keycap is a number; signs that faces have and those inside a sentence stay', () => {
    expect(read(['工作要点', '1️⃣ 抓好提案工作。', '★ 要点', '●改造老旧小区27个', '委员👍点赞。'].join('\n')).texts.slice(-4)).toEqual(['抓好提案工作。', '★ 要点', '●改造老旧小区27个', '委员👍点赞。']);
  });
});

describe('pages of a printed paper', () => {
  it('its name on top of every page is left out on the first one as well; an unindented line of its own measure goes on', () => {
    const page = ['工作，请予审议，并请列席会议的同志提出意见，我们将认真吸纳。', '常委会坚持以习近平新时代中国特色社会主义思想为指导，深入', '贯彻省委、市委政协工作会议精神，召开常委会议4次、主席会议', '12次，开展专题协商6次，提交调研报告18篇，取得了新的成效。', '举办专题学习班5期，培训委员320人次，组织委员赴革命老区开'];
    const { heads, noise, texts } = read(['云岭市政协文件', '政协云岭市第七届委员会常务委员会', '工作报告', '林致远', '各位委员：', '我受政协云岭市第七届委员会常务委员会委托，现在向大会报告', ...page, '— 1 —', '云岭市政协文件', '展现场教学，夯实了思想基础。'].join('\n'));
    expect(heads[0]?.title).toBe('政协云岭市第七届委员会常务委员会工作报告');
    expect(noise).toEqual([[1, '页眉：每页重复的一行'], [12, '页码'], [13, '页眉：每页重复的一行']]);
    expect(texts[0]).toContain('向大会报告工作，请予审议');
  });
});

describe('forms and bulletins', () => {
  it('the fields of a proposal are paragraphs of their own', () => {
    const { heads, noise, texts } = read(['政协云岭市第七届委员会第五次会议提案', '案由：关于发展养老服务的建议', '提案人：何晓棠', '联名人：江一帆、苏望', '联系电话：13800000000', '主办单位：市民政局', '会办单位：市卫健委、市财政局', '内容：', '截至2025年末，我市60岁以上老年人口达到38.6万人。', '一、存在的问题', '机构床位结构不合理，失能老人入住难。', '二、有关建议', '支持职业院校开设老年服务专业。'].join('\n'));
    expect(heads).toEqual([{ kind: 'report', title: '政协云岭市第七届委员会第五次会议提案', speaker: null, headings: [[1, '一', '存在的问题'], [1, '二', '有关建议']] }]);
    expect(noise).toEqual([]);
    expect(texts.slice(0, 4)).toEqual(['案由：关于发展养老服务的建议', '提案人：何晓棠', '联名人：江一帆、苏望', '联系电话：13800000000']);
  });

  it('the foot of a site is none', () => {
    const { noise } = read(['首页 > 要闻 > 正文', '县政协委员列席大会', '本报讯（记者 何 田）1月15日，县政协委员列席大会，围绕政府工作报告提出意见建议。', '主办单位：县政协', '承办单位：县政协办公室', '技术支持：县大数据中心', '联系电话：0871-6123456', '版权所有 县政协'].join('\n'));
    expect(noise.map(([line]) => line)).toEqual([1, 4, 5, 6, 7, 8]);
  });

  it('a bulletin’s name, number and editor stand over the title; whom it goes to, under it', () => {
    const recognition = recognise(['社情民意信息', '（2026年第8期）', '云岭市政协办公室编　　　　2026年2月6日', '', '关于规范充电设施管理的建议', '市政协委员何晓棠反映：近年来，我市充电需求大、设施少。', '为此建议：', '一、编制专项规划。将充电设施纳入改造内容。', '二、统一收费标准。由市发改委制定指导价。', '报：省政协办公厅，市委、市政府领导', '送：市发改委、市住建局'].join('\n'));
    const [article] = recognition.articles;
    expect(recognition.articles).toHaveLength(1);
    expect([article?.kind, article?.fields.over?.lines.length, article?.fields.main?.lines]).toEqual(['report', 3, ['关于规范充电设施管理的建议']]);
    expect(article?.blocks.slice(-2).map(({ text }) => text)).toEqual(['报：省政协办公厅，市委、市政府领导', '送：市发改委、市住建局']);
  });

  it('minutes with their number, who signs them and whom they go to are one text', () => {
    const { heads, blocks } = read(['政协云岭市第七届委员会第三十二次主席会议纪要', '〔2026〕3号', '时间：2026年2月10日', '主持人：林致远', '出席：何晓棠、江一帆', '列席：各专门委员会主任', '2月10日，林致远主持召开主席会议，现将议定事项纪要如下：', '一、学习传达有关精神', '会议传达学习了省“两会”精神。', '二、研究其他事项', '会议同意委员联络站建设方案。', '　　　　云岭市政协办公室', '　　　　2026年2月11日', '分送：市政协主席、副主席，各专门委员会'].join('\n'));
    expect(heads).toEqual([{ kind: 'notice', title: '政协云岭市第七届委员会第三十二次主席会议纪要', speaker: null, headings: [[1, '一', '学习传达有关精神'], [1, '二', '研究其他事项']] }]);
    expect(blocks.slice(-3).map(({ align }) => align)).toEqual(['right', 'right', null]);
  });

  it('the number of a speech in its set stands over its title; 《》 that names the title keeps its blank', () => {
    const recognition = recognise(['政协云岭市七届五次会议大会发言材料之三', '培育海洋新质生产力 打造蓝色增长极', '民建云岭市委员会　何晓棠', '各位委员：', '我的发言题目是《培育海洋新质生产力 打造蓝色增长极》。近年来，我市海洋 生产总值年均增长8.4%。'].join('\n'));
    expect(recognition.articles.map(({ fields }) => [fields.over?.lines, fields.main?.lines])).toEqual([[['政协云岭市七届五次会议大会发言材料之三'], ['培育海洋新质生产力 打造蓝色增长极']]]);
    expect(recognition.articles[0]?.blocks[0]?.text).toBe('我的发言题目是《培育海洋新质生产力 打造蓝色增长极》。近年来，我市海洋生产总值年均增长8.4%。');
  });
});

describe('who says it', () => {
  const TEXT = '1月15日，县政协委员走进社区，听取群众对养老服务的意见，梳理形成建议8条。';

  it.each(['本报记者 何田：', '何田委员：', '特约通讯员 江平：'])('%s over a headline stands over it', (who) => {
    const { articles } = recognise([who, '县政协委员走进社区听民声', TEXT].join('\n'));
    expect(articles.map(({ fields }) => [fields.over?.lines, fields.main?.lines])).toEqual([[[who], ['县政协委员走进社区听民声']]]);
  });

  it('names with what they say, each over its text, are headings', () => {
    expect(read(['委员心声', '何田：加快补齐养老短板', TEXT, '江平：让孩子就近上学', '全县学位缺口仍有2000个，要加快新建学校。'].join('\n')).heads[0]).toMatchObject({ title: '委员心声', headings: [[5, null, '何田：加快补齐养老短板'], [5, null, '江平：让孩子就近上学']] });
  });

  it('the kind of a story and its column stand over its headline, who wrote it is no heading', () => {
    const { articles } = recognise(['政协委员履职风采录', '人物通讯', '蓝天下的守望', '——记区政协委员、护林员老杜', '特约记者 方舟', '老杜在林子里走了三十年。'].join('\n'));
    expect(articles.map(({ fields, blocks }) => [fields.over?.lines, fields.main?.lines, fields.sub?.lines, blocks[0]?.kind])).toEqual([[['政协委员履职风采录', '人物通讯'], ['蓝天下的守望'], ['——记区政协委员、护林员老杜'], 'paragraph']]);
  });
});

it('1）is a number, and no half of a bracket that is asked about', () => {
  const recognition = recognise(['云岭市政协2025年工作报告', '各位委员：', '我受委托，报告工作。', '一、工作回顾', '1)强化学习。全年学习22次。', '2)深入调研。形成报告18篇；1)经济，2)民生。'].join('\n'));
  expect(recognition.articles[0]?.blocks.slice(2).map(({ head, text }) => [head?.level, head?.number, text])).toEqual([[4, '1', '强化学习。全年学习22次。'], [4, '2', '深入调研。形成报告18篇；1）经济，2）民生。']]);
  expect(queriesOf(recognition)).toEqual([]);
});

it('who passed a paper on a day is nobody’s name', () => {
  expect(outlineOf(recognise('政协云岭市第七届委员会第五次会议\n关于常务委员会工作报告的决议\n（2026年1月15日通过）\n会议批准林致远同志所作的工作报告。')).articles[0]).toMatchObject({ speaker: null, date: '2026-01-15' });
});
