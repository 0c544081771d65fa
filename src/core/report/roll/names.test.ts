import { describe, expect, it } from 'vitest';
import { anniversaryMentions } from './anniversaries';
import { dateMentions, isDay } from './dates';
import { leaders } from './leaders';
import { campaigns, eventNames, formulas, longQuotations, namedSpeeches, quotations, serialNumbers, slogans, spiritNames, topics, workNames } from './names';
import { planMentions, planOf } from './plan-period';

type Finder = (text: string) => readonly { readonly from: number; readonly to: number }[];
const words = (find: Finder, text: string): string[] => find(text).map(({ from, to }) => text.slice(from, to));

describe('W-B: names of the year', () => {
  it.each<readonly [Finder, string, readonly string[]]>([
    [workNames, '制定《关于党员委员联系的办法（试行）》，形成《优化营商环境建议案》', ['关于党员委员联系的办法（试行）', '优化营商环境建议案']],
    [workNames, '《关于盘活闲置厂房的建议》提案办结', ['关于盘活闲置厂房的建议']],
    [workNames, '在《人民政协报》《协商新报》刊登，贯彻《中国共产党政治协商工作条例》，深入落实《关于加强政协工作的实施办法》', []],
    [eventNames, '开展“进乡村、看变化”“进企业、看发展”主题视察活动，“书香政协”读书活动', ['进乡村、看变化', '进企业、看发展', '书香政协']],
    [eventNames, '共同主办2023梅花鹿产业高质量发展大会', ['2023梅花鹿产业高质量发展大会']],
    [eventNames, '首届“云岭论坛”、第三届委员读书节成功举办', ['首届“云岭论坛”', '第三届委员读书节']],
    [eventNames, '举办第二届“委员杯”和第五届职工书画展', ['第二届“委员杯”', '第五届职工书画展']],
    [eventNames, '着力就第十五届全运会云岭赛区筹备建言，政协第五届委员会第四次会议召开，庆祝元宵节', []],
    [eventNames, '坚决做到“两个维护”，“有事好商量”议事室', []],
    [workNames, '编辑出版《青陂文史》第二十一辑、《青陂政协》第8期，编印《文史资料（第十二辑）》，编发《政协信息专报》32期，会刊《青陂政协》2024年第4期，出版《青陂政协志》', ['青陂政协志']],
    [serialNumbers, '编辑出版《青陂文史》第二十一辑、《青陂政协》第8期，编印《文史资料（第十二辑）》，征集文史资料第三辑，会刊《青陂政协》2024年第4期，港区第二期工程，第三期培训班', ['二十一', '8', '十二', '三', '4']],
    [topics, '围绕“培育壮大竹木产业集群”开展协商，召开“推进城市更新”“完善养老服务体系”专题议政性常委会会议，以“建设和美乡村”为题调研，以“加装电梯好不好”为议题协商', ['培育壮大竹木产业集群', '推进城市更新', '完善养老服务体系', '建设和美乡村', '加装电梯好不好']],
    [topics, '围绕“十五五”规划编制开展协商，打造“有事好商量”协商平台，聚焦“三农”开展调研，搭建“请你来协商”协商议事品牌，聚焦“百县千镇万村高质量发展工程”开展监督，围绕“高质量发展”建言', []],
    [campaigns, '扎实开展党纪学习教育，推进深入贯彻中央八项规定精神学习教育，巩固拓展主题教育成果，启动“走基层、转作风”主题教育，抓好“铸魂赋能”专项学习教育', ['党纪学习教育', '深入贯彻中央八项规定精神学习教育', '主题教育', '走基层、转作风', '铸魂赋能']],
    [campaigns, '开展党员学习教育12次，加强干部学习教育，开展警示教育、爱国主义教育，建设主题教育基地', []],
    [spiritNames, '传达中央经济工作会议、中央农村工作会议和省委农村工作会议精神', ['中央经济工作会议', '中央农村工作会议', '省委农村工作会议']],
    [workNames, '文史专辑《青禾往事（二）》反响良好，《山城记忆》正式出版', ['青禾往事（二）', '山城记忆']],
    [spiritNames, '围绕中共二十届四中全会精神举办研讨班，传达学习省委经济工作会议精神', ['中共二十届四中全会', '省委经济工作会议']],
  ])('%o %s', (find, text, expected) => expect(words(find, text)).toEqual(expected));
});

describe('W-C: what a person judges', () => {
  it.each<readonly [Finder, string, readonly string[]]>([
    [leaders, '市政协主席林致远，副主席苏望、韩秋实，秘书长贺松在主席台就座', ['市政协主席林致远', '副主席苏望、韩秋实', '秘书长贺松']],
    [leaders, '主席会议成员带头，主席团会议，主席督办重点提案', []],
    [quotations, '前文。习近平总书记强调，人民政协要广开言路。后文。', ['习近平总书记强调，人民政协要广开言路。']],
    [quotations, '县委书记批示“建议很有针对性”，县长肯定：“好”，做到“两个维护”，强调“四个意识”', ['“建议很有针对性”', '“好”']],
    [longQuotations, '推动“让群众少跑腿、让数据多跑路”，打造“有事好商量协商议事厅”，坚持“两个确立”', ['“让群众少跑腿、让数据多跑路”']],
    [namedSpeeches, '学习习近平总书记考察黑龙江重要讲话重要指示精神，贯彻习近平总书记在全国政协成立75周年大会上的重要讲话精神，学习习近平总书记重要讲话精神36项', ['习近平总书记考察黑龙江重要讲话重要指示精神', '习近平总书记在全国政协成立75周年大会上的重要讲话精神']],
    [formulas, '捍卫“两个确立”、做到“两个维护”。增强“四个意识”。', ['“两个确立”', '“四个意识”']],
    [slogans, '创新“1+4+6+N”协商机制，细化“1+4+6+N”体系，落实“三抓一服务”行动', ['“1+4+6+N”', '“三抓一服务”']],
    [slogans, '2023年是振兴发展的关键一年，也是', ['振兴发展的关键一年']],
  ])('%o %s', (find, text, expected) => expect(words(find, text)).toEqual(expected));
});

describe('anniversaries', () => {
  it.each([
    ['今年是人民政协成立75周年', '75', 1949, '人民政协成立75周年'],
    ['2023年是东北振兴战略实施20周年', '20', 2003, '东北振兴战略实施20周年'],
    ['以纪念建党105周年为契机', '105', 1921, '建党105周年'],
    ['庆祝新中国成立七十五周年', '七十五', 1949, '新中国成立七十五周年'],
    ['迎来松岭撤县设市30周年', '30', null, '松岭撤县设市30周年'],
    ['纪念中国人民抗日战争暨世界反法西斯战争胜利80周年', '80', 1945, '中国人民抗日战争暨世界反法西斯战争胜利80周年'],
  ])('%s', (text, written, founded, phrase) => expect(anniversaryMentions(text)).toMatchObject([{ written, founded, phrase }]));
});

describe('five-year plans: 十四五 2021–25, 十五五 2026–30', () => {
  it.each([[2021, 14, 1], [2025, 14, 5], [2026, 15, 1], [2030, 15, 5], [2031, 16, 1]])('%d', (year, plan, position) => expect(planOf(year)).toEqual({ plan, position }));

  it('the last year’s words become the first year’s, the first year’s have no next', () => {
    const [end] = planMentions('“十四五”规划的收官之年');
    expect(end?.forYear(2026)).toBe('“十五五”规划的开局之年');
    const [start] = planMentions('“十五五”规划开局之年');
    expect(start?.position).toBe(1);
    expect(start?.forYear(2027)).toBeNull();
  });

  it('the fourth year’s words are a person’s to judge', () => expect(planMentions('也是实现“十四五”规划目标任务的关键一年').map(({ text, position }) => [text, position])).toEqual([['“十四五”规划目标任务的关键一年', null]]));

  it('other words of beginning and end only age', () => expect(planMentions('为“十五五”开好局、起好步').map(({ text, position }) => [text, position])).toEqual([['“十五五”开好局、起好步', null]]));
});

describe('dates keep their form', () => {
  it.each([
    ['（2024年1月8日）', '2026-01-12', '2026年1月12日'],
    ['1月8日下午', '2026-01-12', '1月12日'],
    ['二〇二四年一月八日', '2025-12-20', '二〇二五年十二月二十日'],
  ])('%s', (text, iso, expected) => {
    const [mention] = dateMentions(text);
    expect(mention?.write(iso)).toBe(expected);
    expect(mention !== undefined && isDay(mention, '2024-01-08')).toBe(true);
  });
});
