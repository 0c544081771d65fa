// Noise that only its place shows: a row a text, the lines that are noise, why.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';
import { restoreText } from './restore';

// Twenty-eight characters a line, as a PDF of a report gives them.
const WRAPPED = [
  '　　过去一年外部需求收缩、旱涝急转、要素趋紧几道难题叠加',
  '而来，我们咬定目标不松劲，经济运行企稳回升，民生的账本一',
  '页页兑现；全年新开工亿元以上项目一百多个，竣工投产九十四',
];
const REST = ['个，沿江工业走廊的轮廓越来越清晰，老厂房里亮起了新的灯。', '　　老旧小区改造惠及两万多户，加装电梯的老楼里，八十岁的', '住户第一次不用人搀就下了楼；夜班公交开到了每一个厂门口，', '新增的普惠托位让双职工家庭松了一口气。'];
const HEAD = ['政府工作报告', '——在云岭市第七届人民代表大会第五次会议上', '各位代表：'];
const LONG = '委员们走进社区和企业听取意见，就群众关心的停车、就医、入学等问题提出建议，一批问题得到解决，大家都说协商真管用。';

describe('noise by its place', () => {
  it.each<[string, string[], [number, string][]]>([
    ['a page number between the lines of a paragraph', [...HEAD, ...WRAPPED, '1', ...REST], [[7, '页码']]],
    ['a running head behind it, though it comes but once', [...HEAD, ...WRAPPED, '1', '云岭市会议文件汇编', ...REST], [[7, '页码'], [8, '页眉：每页重复的一行']]],
    ['the title again at the top of the next page', [...HEAD, ...WRAPPED, ...REST, ...WRAPPED, '政府工作报告', ...REST], [[14, '页眉：每页重复的一行']]],
    ['numbers that count the pages of a text that is not wrapped', [...HEAD, ...[1, 2, 3, 4].flatMap((page) => [...Array.from({ length: 8 }, () => LONG), `${page}`])], [[12, '页码'], [21, '页码'], [30, '页码'], [39, '页码']]],
    ['words of a site’s bar beside its buttons', ['下载', '打印', '【字号：', '加大', '还原', '】', ...HEAD, LONG], [1, 2, 3, 4, 5, 6].map((line) => [line, line === 3 ? '来源与时间' : '网站按钮'])],
    ['the headline of a site over the report’s own title', ['云岭市政府工作报告', '来源：云岭日报', '云岭市', '政府工作报告', ...HEAD.slice(1), LONG], [[1, '网页标题：下面另有相同的标题'], [2, '来源与时间']]],
    ['the headline of a site with the year and the place', ['2026年云岭市政府工作报告', '来源：云岭日报', '政 府 工 作 报 告', ...HEAD.slice(1), LONG], [[1, '网页标题：下面另有相同的标题'], [2, '来源与时间']]],
    ['the red head of an official paper and its number', ['中共云岭市委办公室文件', '云办发〔2026〕3号', '关于2025年度政协提案办理工作情况的报告', '市政协：', LONG], [[1, '红头：发文机关标志'], [2, '发文字号']]],
    ['what counts the parts of a text for a phone', ['市政协五届四次会议开幕', 'PART 01', LONG, 'PART.02', LONG], [[2, '公众号的分节标记'], [4, '公众号的分节标记']]],
    ['no ellipsis, which stands for what is left out', [...HEAD, LONG, '……', LONG], []],
    ['the day on which a site brought it, under the title', ['政府工作报告', '2026-01-13', ...HEAD.slice(1), LONG], [[2, '来源与时间']]],
    ['an account’s byline', ['原创 云岭政协 云岭政协 2026年1月16日 18:02 云州', ...HEAD, LONG], [[1, '来源与时间']]],
    ['a masthead in pieces', ['云岭日报', 'YUNLING DAILY', '2026年1月17日 星期六', '今日天气 多云转晴 偏南风2～3级 2℃～13℃', ...HEAD, LONG], [[1, '报头'], [2, '报头'], [3, '报眉：报名、日期、版次'], [4, '报头']]],
    ['an agency’s line over the document that it sends', ['（受权发布）政府工作报告', '新华社云岭3月17日电', ...HEAD, LONG], [[1, '网页标题：下面另有相同的标题'], [2, '来源与时间']]],
    ['the headline of a site with its name', ['政府工作报告_云岭市人民政府', ...HEAD, LONG], [[1, '网页标题：下面另有相同的标题']]],
    ['links with their dates', [...HEAD, LONG, '相关链接', '市政协举办委员学习培训班　2025-12-18', '市领导走访委员　2025-12-16'], [[5, '网站推荐'], [6, '别的网页的链接'], [7, '别的网页的链接']]],
    ['headlines behind 推荐阅读, down to the end', [...HEAD, LONG, '推荐阅读', '一图读懂政府工作报告', '委员说：把协商开到群众家门口', '打印 关闭'], [[5, '网站推荐'], [6, '别的网页的链接'], [7, '别的网页的链接'], [8, '网站按钮']]],
    ['what a printed page is a part of', [...HEAD, ...WRAPPED, ...REST, '云岭市2026年会议文件', ...WRAPPED, ...REST], [[11, '页眉：会议文件的名称']]],
    ['what stands above a site’s path, whatever its words', ['云岭市', '个人中心', '退出', '首页 >新闻 >滚动', ...HEAD, LONG], [[1, '网站栏目'], [2, '网站栏目'], [3, '网站栏目'], [4, '网站面包屑']]],
    ['the name of a paper’s archive in its masthead', ['返回目录', '云岭日报图文数据库', '云岭日报 2026年1月13日 星期二', ...HEAD, LONG], [[1, '版面导航'], [2, '报头'], [3, '报眉：报名、日期、版次']]],
    ['a paper’s page as an archive names it', ['云岭日报/2026年/1月/16日/第001版', '要闻', ...HEAD, LONG], [[1, '报眉：报名、日期、版次'], [2, '网站按钮']]],
    ['what stands below an article on a web page', ['首页 > 要闻 > 正文', ...HEAD, LONG, '责任编辑：许知南', '深度观察', '云岭头条丨春到岚水', '打印 关闭'], [[1, '网站面包屑'], [6, '编辑署名'], [7, '网页的页脚'], [8, '网页的页脚'], [9, '网站按钮']]],
    ['contents with leaders', [...HEAD.slice(0, 2), '目　录', '一、工作回顾………… 1', '（一）强化引领………… 2', '二、工作安排………… 9', ...HEAD.slice(2), '一、工作回顾', LONG, '（一）强化引领', LONG, '二、工作安排', LONG], [3, 4, 5, 6].map((line) => [line, '目录：各版面自己生成'])],
    ['contents without pages, whose words stand again below', [...HEAD.slice(0, 2), '目录', '一、工作回顾', '二、工作安排', ...HEAD.slice(2), '一、工作回顾', LONG, '二、工作安排', LONG], [3, 4, 5].map((line) => [line, '目录：各版面自己生成'])],
  ])('%s', (_name, lines, noise) => {
    const text = lines.join('\n');
    const recognition = recognise(text);
    expect(recognition.noise.map(({ line, why }) => [line, why])).toEqual(noise);
    expect(restoreText(recognition)).toBe(text);
  });

  it.each<[string, string[], number[]]>([
    ['a title and a name above the line that says whence they are', ['政府工作报告', '林致远', '《云岭日报》（2026年1月13日 01版）', '首页 > 要闻 > 正文', LONG], [3, 4]],
    ['a list of names behind who edited a page that is no web page', [...HEAD, LONG, '责任编辑：许知南', '提案审查委员会名单', '马千里', '白 露'], [5]],
    ['a notice behind the buttons of a web page', ['首页 > 要闻 > 正文', '【打印】【关闭】', ...HEAD, LONG, '责任编辑：许知南', '关于召开座谈会的公告', '云岭市政协办公室', '2026年1月15日'], [1, 2, 7]],
    ['a signature above who edited it', ['首页 > 要闻 > 正文', '【打印】【关闭】', '关于召开座谈会的公告', LONG, '云岭市政协办公室', '2026年1月15日', '责任编辑：许知南'], [1, 2, 7]],
  ])('text beside noise: %s', (_name, lines, noise) => { expect(recognise(lines.join('\n')).noise.map(({ line }) => line)).toEqual(noise); });

  it.each<[string, string[]]>([
    ['a figure that a bold face parted from its sentence', [...HEAD, '全年新开工亿元以上项目共计', '126', '个，竣工投产九十四个，沿江工业走廊的轮廓越来越清晰。', ...WRAPPED, ...REST]],
    ['two reports of one meeting have one occasion and one date', [...HEAD, '（2026年1月13日）', LONG, '云岭市人民法院工作报告', HEAD[1] as string, '（2026年1月13日）', '各位代表：', LONG]],
    ['an address that comes again', [...HEAD, LONG, '各位代表！', LONG, '各位代表！', LONG, '各位代表！', LONG]],
    ['the heads of two tables', [...HEAD, '项目\t数量\t备注', '提案\t110件\t办复', LONG, '项目\t数量\t备注', '信息\t29篇\t报送', LONG]],
    ['days in a list', [...HEAD, LONG, '2026-01-13', '2026-01-14', '2026-01-15', LONG]],
    ['a timetable', ['政协云岭市第五届委员会第五次会议日程', '2026年1月12日 9:00 开幕会 市会堂', '2026年1月12日 14:30 分组讨论 各驻地', '2026年1月13日 9:00 列席大会 市会堂']],
    ['the days of a timetable, each its own line', ['政协云岭市第五届委员会第五次会议日程', '2026年1月12日 星期一', '上午 开幕会', '2026年1月13日 星期二', '下午 分组讨论']],
    ['a headline and a name over the paper that they are from', [...HEAD.slice(0, 1), '（2026年1月12日）', '林致远', LONG]],
    ['rows of a budget', [...HEAD, LONG, '一、税收收入   618', '二、非税收入   246', '三、转移收入   310', LONG]],
    ['a paper’s name by itself', ['读者来信', '云岭日报', LONG]],
    ['headings that come again without 目录', [...HEAD, '一、工作回顾', LONG, '二、工作安排', LONG]],
    ['a report behind 相关报道 that is no list', [...HEAD, LONG, '一、工作回顾', LONG, LONG]],
    ['大 and 小 that stand by no button', [...HEAD, LONG, '大', LONG, '小', LONG]],
  ])('text: %s', (_name, lines) => { expect(recognise(lines.join('\n')).noise).toEqual([]); });
});
