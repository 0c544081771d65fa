// Texts of kinds that the grammar of test/recognise does not have: accounts of a phone, official
// papers with a red head, minutes, lists of names, timetables half in columns, lines of thirteen
// characters. A text a test, read as its user would read it.
import { describe, expect, it } from 'vitest';
import { outlineOf, recognise, restoreText } from './index';

const read = (lines: readonly string[]) => outlineOf(recognise(lines.join('\n')));
const paragraphs = (lines: readonly string[]) => recognise(lines.join('\n')).articles.flatMap(({ blocks }) => blocks.map(({ text }) => text));

describe('a text of another kind', () => {
  it('an emoji ends no sentence, nor makes its paragraph go on', () => {
    const { joins } = read(['市政协五届四次会议今日开幕', '本报讯（记者 江一帆）1月12日上午，政协云岭市第五届委员会第四次会议隆重开幕。🎉', '市政协主席林致远代表常务委员会作工作报告。👏🏻', '会议由韩秋实主持，市领导到会祝贺并在主席台就座🇨🇳']);
    expect(joins).toEqual([]);
  });

  it('offices and names under the title of a list are the list, nobody speaks it', () => {
    const { articles } = read(['政协云岭市第五届委员会第四次会议秘书长、副秘书长名单', '秘书长', '贺  松', '副秘书长', '江一帆　何　远　郭望晴（女）　李　明（回族）']);
    expect(articles).toMatchObject([{ kind: 'notice', speaker: null, title: '政协云岭市第五届委员会第四次会议秘书长、副秘书长名单' }]);
  });

  it('rows of names run on with their blanks', () => {
    const head = ['云岭市政协2026年第1次主席会议纪要', '（2026年1月6日）', '会议听取了五届四次会议筹备情况的汇报，研究了会议议程（草案）、日程（草案）。'];
    expect(paragraphs([...head, '出席：林致远　沈若兰　慕容珺　赵　喆', '列席：何　远　江一帆']).slice(-2)).toEqual(['出席：林致远　沈若兰　慕容珺　赵　喆', '列席：何　远　江一帆']);
    expect(paragraphs([...head, '林致远　沈若兰　慕容珺', '何晓棠　江一帆　郭望晴']).at(-1)).toBe('何晓棠　江一帆　郭望晴');
    expect(read(head).articles[0]).toMatchObject({ kind: 'notice' });
  });

  it('a timetable of which some times stand in columns is text throughout', () => {
    const lines = ['政协云岭市第五届委员会第四次会议日程', '1月11日（星期日）', '3:00　　主席团第一次会议　　云岭宾馆', '8:00　　党员委员会议　　　　云岭会堂', '1月12日（星期一）', '9:00　　开幕大会　　　　　　云岭会堂', '听取常务委员会工作报告'];
    expect(paragraphs(lines)).toEqual(lines.slice(1));
  });

  it('five dots of text that trails off are no heading', () => {
    expect(read(['政府工作报告', '各位代表：', '现在，我代表市人民政府向大会报告工作，请予审议。', '一、过去五年', '五年来，我们……', '二、今年工作', '今年要办好十件实事，让群众得到实惠。']).articles[0]!.headings.map(({ text }) => text)).toEqual(['过去五年', '今年工作']);
  });

  it('a speech at a meeting has its title where no other stands over it, on one line or two', () => {
    const rest = ['陈望山', '（2026年1月15日）', '各位委员，同志们：', '会议圆满完成各项议程，即将胜利闭幕，我表示热烈的祝贺。'];
    const title = '在政协云岭市第五届委员会第四次会议闭幕会上的讲话';
    for (const lines of [[title], [title.slice(0, 18), title.slice(18)]]) expect(read([...lines, ...rest]).articles).toMatchObject([{ kind: 'address', title, occasion: null, speaker: '陈望山' }]);
    expect(read(['携手奋进新征程', `——${title.slice(0, 18)}`, title.slice(18), ...rest]).articles).toMatchObject([{ title: '携手奋进新征程', occasion: '在政协云岭市第五届委员会第四次会议闭幕会上' }]);
  });

  it('an article of rules keeps the blank behind its number', () => {
    const head = ['政协云岭市第五届委员会第四次会议选举办法', '（2026年1月14日通过）'];
    expect(paragraphs([...head, '第一条　根据章程的有关规定，制定本办法。', '第二条  本次会议选举副主席 2 名。', '第三条选举采用无记名投票方式。'])).toEqual(['第一条　根据章程的有关规定，制定本办法。', '第二条　本次会议选举副主席2名。', '第三条选举采用无记名投票方式。']);
  });

  it('by whom members were chosen stands under the title of a list, in no headline', () => {
    const { articles } = read(['政协云岭市第五届委员会第四次会议补选常务委员名单', '（2026年1月16日政协云岭市第五届委员会第四次会议选举产生）', '（共8名，按姓氏笔画为序）', '丁若永　于　秋　马若子　王若飞', '韦娟永　方　华　司马伟嘉　叶轩秋']);
    expect(articles).toMatchObject([{ kind: 'notice', title: '政协云岭市第五届委员会第四次会议补选常务委员名单', dateText: '2026年1月16日' }]);
  });

  it('a cover in front of its report is none of its text, and one without the same title is kept', () => {
    const report = ['政协云岭市第五届委员会常务委员会', '关于五届三次会议以来提案工作情况的报告', '——2026年1月12日在政协云岭市第五届委员会第四次会议上', '苏望', '各位委员：', '我受常务委员会委托，向大会报告提案工作情况，请予审议。', '一、基本情况', '共提出提案312件，经审查立案268件。', '让我们团结奋斗，为云岭发展作出新贡献！'];
    const cover = ['政协云岭市第五届委员会', '常务委员会关于五届三次会议以来', '提案工作情况的报告', '（草　案）', '', '二○二六年一月', ''];
    const text = [...cover, ...report].join('\n');
    const recognition = recognise(text);
    expect(recognition.articles).toHaveLength(1);
    expect(recognition.noise.map(({ line, why }) => [line, why])).toEqual([1, 2, 3, 4, 6].map((line) => [line, '封面：后面另有同一题目的正文']));
    expect(restoreText(recognition)).toBe(text);
    expect(read([...cover.map((line) => line.replace('三次', '二次')), ...report]).articles).toHaveLength(2);
  });

  it('a numbered heading that just fills a narrow line is a heading still', () => {
    const body = '　　2025年是“十四五”规划的收官之年，也是云岭滚石上山、爬坡过坎的一年，更是五届市政协履职走深、工作出新的一年。外部需求走弱、夏秋连旱，全市上下咬定目标不松劲。';
    const wrap = (text: string): string[] => text.match(/.{1,13}/gu) ?? [];
    const { articles, joins } = read(['政协云岭市第五届委员会常务委员会工作报告', '各位委员：', ...wrap('　　我代表常务委员会向大会报告工作，请予审议，并请列席会议的同志提出意见。'), '　　一、二〇二五年工作回顾', ...wrap(body), ...wrap(body.replace('2025', '2024'))]);
    expect(articles[0]!.headings.map(({ level, text }) => [level, text])).toEqual([[1, '二〇二五年工作回顾']]);
    expect(joins.filter(({ beforeLine }) => beforeLine === 6)).toEqual([]);
  });

  it('parts, chapters and sections under each other are headings a level apart, no table and no other text', () => {
    const { articles } = read([
      '政府工作报告', '（2026年1月8日）', '单雄信', '各位代表：', '第一部分　过去五年工作回顾', '过去五年极不平凡。', '第二部分　主要任务', '第一章　建设现代化产业体系', '第一节　做强主导产业',
      '实施链长制，推动产业迈向中高端。', '第二节  培育新兴产业', '发展低空经济、生物制造。', '第二章 全面从严治政', '锻造过硬队伍。',
    ]);
    expect(articles).toHaveLength(1);
    expect(articles[0]!.headings.map(({ level, text }) => [level, text])).toEqual([
      [0, '第一部分　过去五年工作回顾'], [0, '第二部分　主要任务'], [1, '第一章　建设现代化产业体系'], [2, '第一节　做强主导产业'], [2, '第二节　培育新兴产业'], [1, '第二章　全面从严治政'],
    ]);
  });
});
