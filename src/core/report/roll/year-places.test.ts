// Years, sessions, dates and anniversaries in the places where a text says them on the way: beside a
// founding year, in a list of annexes, behind another body's session, in Han, in a speech without
// headings. Each is moved, or asked about, by what it says and not by what stands next to it.
import { describe, expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import { schema } from '../../model/schema';
import { planRoll, type RollOptions } from './plan-roll';
import { unitsOf } from './unit';

const HEAD = ['中国人民政治协商会议松岭市第九届委员会常务委员会工作报告', '——在政协松岭市第九届委员会第三次会议上', '（2025年1月8日）', '周敬亭', '', '各位委员：', '我代表政协松岭市第九届委员会常务委员会，向大会报告工作，请予审议。', ''];
const NEXT: RollOptions = { kind: 'next', meeting: { opens: '2026-01-13', closes: '2026-01-16' } };

/** What is made of the last of `lines`: changes as was→now, blanks in 〔〕, what is asked bare. */
function made(lines: readonly string[], options: RollOptions = NEXT): string[] {
  const { last, items } = planRoll(toPackage(recognise(lines.join('\n')), { id: 'last', name: 'last' }), options);
  const { id, doc } = last.articles.at(-1)!;
  return items.flatMap((item) => {
    if (item.place.article !== id || item.place.block !== doc.childCount - 1 || ['carried', 'promise', 'figure', 'formula', 'slogan', 'leader'].includes(item.kind)) return [];
    return [item.group === 'change' ? `${item.from}→${item.to}` : item.group === 'blank' ? `〔${item.was}〕` : item.text];
  });
}

/** The same of the day in the head. */
const dated = (lines: readonly string[], options: RollOptions = NEXT): string[] => planRoll(toPackage(recognise(lines.join('\n')), { id: 'last', name: 'last' }), options).items
  .flatMap((item) => (item.kind !== 'date' || item.place.field === null ? [] : [item.group === 'change' ? `${item.from}→${item.to}` : item.group === 'blank' ? `〔${item.was}〕` : '']));

describe('in a report', () => {
  const review = [...HEAD, '一、2024年工作回顾', '一年来，市政协履职有为。'];
  const plan = [...review, '二、2025年工作安排', '2025年市政协工作的总体要求是：围绕中心。'];
  it.each([
    ['附件：1.2024年度优秀提案名单', ['2024→2025']],
    ['附件：2025年重点提案督办一览表', ['2025→2026']],
    ['附表2　二〇二四年提案办理情况统计表', ['二〇二四→二〇二五']],
    ['2.《2025年度协商计划》', ['2025→2026']],
    ['附：1.2018年度优秀提案名单', []],
  ])('a line that names a list: %s', (line, expected) => expect(made([...plan, line])).toEqual(expected));
  it.each([
    ['推动2021年启动的涧河治理工程完工，庆祝建党103周年、改革开放46周年。', ['建党103周年', '改革开放46周年']],
    ['推动2019年启动的治理工程完工，开展人民政协成立74周年活动。', ['人民政协成立74周年']],
    ['2017年以来接续建设的文史馆开馆，纪念抗战胜利79周年。', ['79→80']],
    ['适应二〇二三年修改的章程，举办纪念抗战胜利七十九周年书画展。', ['二〇二三', '七十九→八十']],
  ])('what began in a year is not the year of the sentence: %s', (line, expected) => expect(made([...review, line])).toEqual(expected));
  it.each([
    ['二〇二五年是“十四五”规划收官之年。', ['二〇二五→二〇二六', '“十四五”规划收官之年→“十五五”规划开局之年']],
    ['要以庆祝建党104周年为契机，抓好宣传。', ['104→105']],
    ['今年是“十四五”规划承前启后之年、“十四五”规划实施的第四年，开展“十四五”规划中期评估。', ['“十四五”规划承前启后之年', '“十四五”规划实施的第四年', '“十四五”规划中期评估']],
    ['各位委员，2025年任务艰巨。', ['2025→2026']],
    ['“十三五”规划实施以来，民生改善，“十四五”规划中期调整。', ['“十三五”规划', '“十四五”规划中期调整']],
    ['落实2025年立法计划，抓好实施。', ['2025→2026']],
    ['2025年召开常委会会议4次。', ['2025→2026']],
    ['2.二〇二五年重点提案选题', ['二〇二五→二〇二六']],
    ['制定《2025年度协商计划》，报市委审定。', ['2025→2026']],
  ])('in the plan: %s', (line, expected) => expect(made([...plan, line])).toEqual(expected));
  it.each([
    ['过去的2024年，市政协常委会主要做了以下工作。', ['2024→2025']],
    ['2024年度，共收到提案。', ['2024→2025']],
    ['——2024年，我们协商议政。', ['2024→2025']],
    ['2024年，主席会议成员视察。', ['2024→2025']],
    ['各位委员，2024年的成绩来之不易。', ['2024→2025']],
    ['回望2024，我们砥砺前行；奋进二〇二五，我们信心百倍。', ['2024→2025', '二〇二五→二〇二六']],
    ['站在2025年的新起点上，我们满怀信心。', ['2025→2026']],
    ['各位委员！2024年是充满收获的一年。', ['2024→2025']],
    ['2025年拟开展以下协商。', ['2025→2026']],
    ['24年度考核优秀，本届政协走过三年历程，明年市政协将换届。', ['24', '走过三年', '明年市政协将换届']],
    ['2024年，市委书记领衔督办提案2件。', ['2024→2025']],
    ['站在新的起点，2024年我们再创佳绩；也是九届市政协收官之年。', ['2024→2025', '届市政协收官之年']],
    ['立案99件；2024年度重点提案十二件办结。', ['2024→2025']],
    ['2024年底，立案99件。', ['2024']],
    // What happened in it, and what began before it, is asked about or left.
    ['2024年，智慧平台上线运行。', ['2024']],
    ['2024年新建成的市民中心接待群众3万人次。', ['2024']],
    ['2024年，在第39届创新大赛上获奖3项。', ['2024']],
    ['在2024年全省政协工作会议上发言。', ['2024']],
    ['2024年全市老年人代表参观。', ['2024']],
    ['二〇二三至二〇二四年，开展评议。', ['二〇二三至二〇二四']],
    ['回望2018，我们从这里出发。', []],
  ])('the year as it is spoken of: %s', (line, expected) => expect(made([...review, line])).toEqual(expected));
  it.each([
    ['学习贯彻全国政协十四届二次会议和市政协九届二次会议精神。', ['九届二次会议→九届三次会议', '十四届二次会议']],
    ['落实省政协十二届二次会议和全国政协十四届二次会议部署。', ['十二届二次会议', '十四届二次会议']],
    ['市政协紧扣市委九届二次全会部署履职。', ['市委九届二次全会']],
    ['按照市委部署和九届二次会议要求，扎实履职。', ['九届二次会议→九届三次会议']],
    ['市政协党组第九届第二次会议研究。', ['第九届第二次会议']],
    ['市政协九届十二次常委会会议协商，市工商联九届二次执委会会议召开。', ['十二次常委会会议', '九届二次执委会会议']],
    ['召开市九届政协常委会第20至27次会议。', ['常委会第20至27次会议']],
  ])('whose session it is: %s', (line, expected) => expect(made([...review, line]).toSorted((a, b) => Number(b.includes('→')) - Number(a.includes('→')))).toEqual(expected));
  it.each([
    ['人民政协迎来75华诞，委员们庆祝人民政协75岁生日，慰问80岁生日的老人。', ['75华诞', '人民政协75岁生']],
    ['纪念周恩来同志诞辰126周年、民革成立76周年、多党合作制度确立75周年。', ['周恩来同志诞辰126周年', '民革成立76周年', '多党合作制度确立75周年']],
    ['庆祝民盟松岭市委会成立29周年、“五一口号”发布七十六周年。', ['29→30', '“五一口号”发布七十六周年']],
  ])('anniversaries: %s', (line, expected) => expect(made([...review, line])).toEqual(expected));
  it('reads 计划执行情况 as what was done', () => {
    const lines = ['关于松岭市2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告', '——2025年1月8日在松岭市第十七届人民代表大会第四次会议上', '松岭市发展和改革委员会', '', '各位代表：', '现将2024年国民经济和社会发展计划执行情况与2025年计划草案提请审查。', '', '一、2024年国民经济和社会发展计划执行情况', '2024年，全市生产总值增长6%。', '二、2025年重点任务', '2025年是“十四五”规划收官之年。'];
    expect(planRoll(toPackage(recognise(lines.join('\n')), { id: 'last', name: 'last' }), NEXT).years).toEqual({ last: 2024, next: 2025 });
    expect(made(lines)).toEqual(['2025→2026', '“十四五”规划收官之年→“十五五”规划开局之年']);
  });
  it('asks about a plan that is over, and not about the one that goes on', () => {
    const earlier = [...HEAD, '一、2022年工作回顾', '一年来，履职有为。'].map((line) => line.replace('2025', '2023'));
    expect(made([...earlier, '“十三五”规划任务完成后，围绕“十四五”规划实施建言。'], { kind: 'next', meeting: { opens: '2024-01-13' } })).toEqual(['“十三五”规划']);
  });
  it('asks about 聚焦收官 of the year before the last one of a plan', () => {
    expect(made([...review, '聚焦“十四五”规划收官，协商建言。'])).toEqual(['“十四五”规划收官']);
    expect(made([...review, '2025年是“十四五”规划收官之年。'])).toEqual(['2025→2026', '“十四五”规划收官之年→“十五五”规划开局之年']);
  });
  it('takes the session from 各项决议 of the one before, and 今年的工作 for the plan', () => {
    const lines = ['中国人民政治协商会议松岭市第九届委员会常务委员会工作报告', '（2025年1月8日）', '周敬亭', '', '各位委员：', '受常务委员会委托，我报告过去一年的工作，请予审议。', '', '过去一年的工作', '一年来，市政协落实九届二次会议各项决议。', '今年的工作', '今年，落实九届三次会议精神。', '迎接市政协成立69周年。'];
    expect(planRoll(toPackage(recognise(lines.join('\n')), { id: 'last', name: 'last' }), NEXT).meeting).toMatchObject({ term: 9, session: 4 });
    expect(made(lines)).toEqual(['69→70']);
  });
  it('parts a report by years in Han as by others', () => {
    const han = [...HEAD, '二〇二四年工作回顾', '一年来，履职有为。', '一、把牢方向，政治建设展现新气象。召开党组会议。', '二、紧扣中心，协商议政取得新成效。举办座谈会。', '二〇二五年工作部署', '二〇二五年是“十四五”规划收官之年。', '纪念建党104周年。'];
    const parts = unitsOf(toPackage(recognise(han.join('\n')), { id: 'l', name: 'l' })).filter(({ heading }) => heading).map(({ part, text }) => `${part} ${text}`);
    expect(parts).toEqual(['review 二〇二四年工作回顾', 'plan 二〇二五年工作部署']);
    expect(made(han)).toEqual(['104→105']);
  });
  it('takes 今年的工作 for what was done where 明年的工作 stands beside it', () => {
    const late = ['政协松岭市第九届委员会常务委员会工作报告', '——在政协松岭市第九届委员会第三次会议上', '（2024年12月24日）', '周敬亭', '', '各位委员：', '我受委托，报告工作，请予审议。', '', '今年的工作', '今年，市政协履职有为。', '纪念抗战胜利79周年。'];
    const next: RollOptions = { kind: 'next', meeting: { opens: '2025-12-23' } };
    expect(made([...late, '明年的工作', '明年是“十四五”规划收官之年，是建党104周年。'], next)).toEqual(['“十四五”规划收官之年→“十五五”规划开局之年', '104→105']);
    expect(planRoll(toPackage(recognise([...late, '明年的工作', '要抓好学习。'].join('\n')), { id: 'l', name: 'l' }), next).items.filter(({ kind }) => kind === 'anniversary')).toMatchObject([{ from: '79', to: '80' }]);
  });
  it('counts what the second session counts since the first as the year\'s', () => {
    const second = HEAD.map((line) => line.replace('第三次', '第二次'));
    expect(made([...second, '一、2024年工作回顾', '一年来，履职有为。', '九届一次会议以来，开展协商4次。'])).toEqual(['九届一次会议→九届二次会议']);
    expect(made([...second, '一、2024年工作回顾', '一年来，履职有为。', '九届一次会议以来，我们始终坚持党的领导。'])).toEqual(['九届一次会议']);
  });
  it('reads a day with blanks, leaves that of a standing committee to be told, and asks about the document\'s number', () => {
    expect(dated(HEAD.map((line) => line.replace('（2025年1月8日）', '（2025 年 1 月 8 日）')))).toEqual(['2025 年 1 月 8 日→2026年1月13日']);
    const draft = ['云协发〔2025〕3号', '政协松岭市第九届委员会', '常务委员会工作报告（草案）', '——2024年12月20日在市政协九届十六次常委会会议上', '周敬亭', '', '各位常委：', '请予审议。'];
    expect(dated(draft)).toEqual(['〔2024年12月20日〕']);
    // Typed over the title; an imported one is a letterhead's.
    const { articles: [report], ...rest } = toPackage(recognise([...HEAD, '一、2024年工作回顾'].join('\n')), { id: 'l', name: 'l' });
    const numbered = { ...rest, articles: [{ ...report!, fields: { ...report!.fields, 'deck.over': schema.nodes.doc.create(null, schema.nodes.paragraph.create(null, schema.text('云协发〔2025〕3号'))) } }] };
    expect(planRoll(numbered, NEXT).items.filter(({ place }) => place.field === 'deck.over').map((item) => (item.group === 'review' ? [item.text, item.why] : []))).toEqual([['〔2025〕3号', '去年的文号，请写今年的']]);
  });
  it('writes the month of a head that has no day', () => {
    expect(dated(HEAD.map((line) => line.replace('（2025年1月8日）', '（2025年1月）')), { kind: 'next', meeting: { opens: '2025-12-23' } })).toEqual(['2025年1月→2025年12月']);
    expect(dated(HEAD.map((line) => line.replace('（2025年1月8日）', '（二〇二五年一月）')), { kind: 'next', meeting: {} })).toEqual(['〔二〇二五年一月〕']);
  });
});

describe('what is said and passed at the meeting', () => {
  const closing = (date: string): string[] => ['在政协松岭市第九届委员会第三次会议闭幕会上的讲话', date, '周敬亭', '', '各位委员：', '2024年，是很不平凡的一年。一年来，市政协落实九届二次会议部署，举办纪念抗战胜利79周年活动。'];
  const passed = ['政协松岭市第九届委员会第三次会议政治决议', '（2025年1月11日政协松岭市第九届委员会第三次会议通过）', '', '会议认为，2024年，市政协常委会履职有为。', '会议要求，2025年，要以庆祝建党104周年为契机，抓好宣传。'];
  it('bears the last day where it closes the meeting or is passed by it', () => {
    expect(dated(closing('（2025年1月11日）'))).toEqual(['2025年1月11日→2026年1月16日']);
    expect(dated(passed)).toEqual(['2025年1月11日→2026年1月16日']);
    expect(dated(passed, { kind: 'next', meeting: { opens: '2026-01-13' } })).toEqual(['〔2025年1月11日〕']);
    expect(dated(closing('（2025年1月11日）').map((line) => line.replace('闭幕', '开幕')))).toEqual(['2025年1月11日→2026年1月13日']);
  });
  it('leaves the day of what another meeting passed to be told, and reads the days in the text', () => {
    expect(dated(['松岭市第九届人民代表大会第三次会议选举办法', '（2025年1月9日松岭市第九届人民代表大会第三次会议第二次全体会议通过）', '', '一、制定本办法。'])).toEqual(['〔2025年1月9日〕']);
    expect(dated(['政协松岭市第九届委员会第三次会议议程', '（2025年1月7日政协松岭市第九届委员会第三次会议预备会议通过）', '', '一、听取和审议常务委员会工作报告'])).toEqual(['〔2025年1月7日〕']);
    expect(made(['政协松岭市第九届委员会第三次会议公报', '（2025年1月11日）', '', '政协松岭市第九届委员会第三次会议于2025年1月8日至11日举行。'])).toEqual(['第九届委员会第三次会议→第九届委员会第四次会议', '2025年1月8日→2026年1月13日', '11日→16日']);
    expect(made([...closing('（2025年1月11日）').slice(0, 5), '一年来，履职有为。', '大会于1月8日开幕，1月11日闭幕。'])).toEqual(['1月8日→1月13日', '1月11日→1月16日']);
  });
  it('knows the last day beside a report that has the first alone', () => {
    const page = [...HEAD, '一、2024年工作回顾', '2024年，市政协履职有为。', '', '政协松岭市九届三次会议隆重开幕'];
    expect(made([...page, '本报讯（记者 江一帆）1月8日上午，政协松岭市第九届委员会第三次会议隆重开幕，会议将于1月11日上午闭幕。'])).toEqual(['1月8日→1月13日', '第九届委员会第三次会议→第九届委员会第四次会议', '1月11日→1月16日']);
    expect(made([...page, '本报讯（记者 江一帆）政协松岭市第九届委员会第三次会议于1月8日至11日举行。'])).toEqual(['第九届委员会第三次会议→第九届委员会第四次会议', '1月8日→1月13日', '11日→16日']);
  });
  it('reads a story by the year of the next meeting, and asks where that is not known', () => {
    const story = ['政协松岭市九届三次会议胜利闭幕', '本报讯（记者 江一帆）政协松岭市第九届委员会第三次会议胜利闭幕。', '会议指出，2025年是“十四五”规划收官之年。'];
    expect(made(story)).toEqual(['2025→2026', '“十四五”规划收官之年→“十五五”规划开局之年']);
    expect(made(story, { kind: 'next', meeting: {} })).toEqual(['2025', '“十四五”规划收官之年']);
  });
  it('reads the days of a story and of a decision', () => {
    expect(made(['政协松岭市九届三次会议隆重开幕', '本报讯（记者 江一帆）1月8日上午，政协松岭市第九届委员会第三次会议隆重开幕。'])).toEqual(['1月8日→1月13日', '第九届委员会第三次会议→第九届委员会第四次会议']);
    expect(made(['政协松岭市九届三次会议胜利闭幕', '本报讯（记者 江一帆）政协松岭市第九届委员会第三次会议胜利闭幕。', '报告指出，2024年，市政协履职有为。'])).toEqual(['2024→2025']);
    expect(made(['政协松岭市第九届委员会常务委员会关于召开政协松岭市第九届委员会第三次会议的决定', '（2024年12月15日政协松岭市第九届委员会常务委员会第十五次会议通过）', '', '决定政协松岭市第九届委员会第三次会议于2025年1月8日召开。'])).toEqual(['第九届委员会第三次会议→第九届委员会第四次会议', '2025年1月8日→2026年1月13日']);
    expect(dated(HEAD.map((line) => line.replace('（2025年1月8日）', '（2025.01.08）')), { kind: 'next', meeting: { opens: '2026-01-13' } })).toEqual(['2025.01.08→2026.01.13']);
  });
  it('tells the year of an anniversary without a heading', () => expect(made(closing('（2025年1月11日）'))).toEqual(['2024→2025', '九届二次会议→九届三次会议', '79→80']));
  it('moves the year behind 会议要求 as behind 会议强调', () => expect(made(passed)).toEqual(['2025→2026', '104→105']));
});
