// Years and sessions of what is said, printed and passed at a meeting: editorials and resolutions that
// have no parts and often no day, and 全会 as a committee's own session. Each moves by what it says.
import { describe, expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import type { Meeting } from '../../model/package';
import { planRoll } from './plan-roll';

const NEXT: Partial<Meeting> = { opens: '2026-01-13', closes: '2026-01-16' };
const planned = (lines: readonly string[], meeting: Partial<Meeting>): ReturnType<typeof planRoll> => planRoll(toPackage(recognise(lines.join('\n')), { id: 'last', name: 'last' }), { kind: 'next', meeting });

/** What is made of the last of `lines`: changes as was→now, what is asked bare. */
function made(lines: readonly string[], meeting: Partial<Meeting> = NEXT): string[] {
  const { last, items } = planned(lines, meeting);
  const { id, doc } = last.articles.at(-1)!;
  return items.flatMap((item) => {
    if (item.place.article !== id || item.place.block !== doc.childCount - 1 || ['carried', 'promise', 'figure', 'formula', 'slogan', 'leader'].includes(item.kind)) return [];
    return [item.group === 'change' ? `${item.from}→${item.to}` : item.group === 'blank' ? `〔${item.was}〕` : item.text];
  });
}

const EDITORIAL = ['同心聚力启新程', '——热烈祝贺市政协六届四次会议胜利闭幕', '本报评论员', '', '市政协六届四次会议圆满完成各项议程，昨天胜利闭幕。'];
const PASSED = ['松岭县第十八届人民代表大会第四次会议', '关于松岭县2024年财政预算执行情况和2025年财政预算的决议', '（2025年1月10日松岭县第十八届人民代表大会第四次会议通过）', ''];

describe('an editorial', () => {
  it.each([
    ['2025年，云岭改革发展任务艰巨，需要各界同心。', ['2025→2026']],
    ['2025年，云岭改革发展任务艰巨；2025年，更须各界同心。', ['2025→2026', '2025→2026']],
    ['崭新的2025年，需要我们接续奋斗。', ['2025→2026']],
    ['2025年1月，新桥通车。', ['2025年1月']],
    ['2025年的钟声已经敲响，2025年的征程已经开启。', ['2025→2026', '2025→2026']],
    ['2025年，云岭将办好第十届山地节。', ['2025']],
    ['2024年，云岭经济总量跨上新台阶。', ['2024→2025']],
    ['2024年，云岭高铁通车。', ['2024']],
    ['2024年的实践再次证明，人民政协大有可为。', ['2024→2025']],
    ['2025年启动的新城建设日新月异。', ['2025']],
    ['二〇二五年，任重道远。', ['二〇二五→二〇二六']],
  ])('the year ahead: %s', (line, expected) => expect(made([...EDITORIAL, '刚刚过去的2024年，云岭稳中有进。', line])).toEqual(expected));
  it('that closes the meeting and speaks of the year ahead first', () => {
    const ahead = [...EDITORIAL, '会议高度评价2024年云岭取得的成绩。', '2025年，是全面完成“十四五”规划目标任务的收官之年。'];
    expect(planned(ahead, NEXT).years).toEqual({ last: 2024, next: 2025 });
    expect(planned(ahead, {}).years).toEqual({ last: 2024, next: 2025 });
    expect(planned([...EDITORIAL, '2025年，是“十四五”规划收官之年。一年来，市政协履职有为。', '2026年，任重道远。'], {}).years).toEqual({ last: 2025, next: 2026 });
  });
});

describe('a text that says no year', () => {
  const plain = ['汇聚智慧力量　谱写崭新篇章', '——热烈祝贺云岭市政协六届四次会议隆重召开', '本报社论', '', '六届四次会议是一次盛会。'];
  it.each([
    ['今年是“十四五”规划收官之年。', ['“十四五”规划收官之年→“十五五”规划开局之年']],
    ['以建党104周年为契机。', ['104→105']],
    ['2024，我们一起走过；2025，我们再创辉煌。', ['2024→2025', '2025→2026']],
  ])('is read by the next meeting: %s', (line, expected) => expect(made([...plain, line])).toEqual(expected));
});

describe('a speech of a congress', () => {
  const closing = ['在云岭市第十六届人民代表大会第四次会议闭幕会上的讲话', '（2025年1月10日）', '陈树生', '', '各位代表、同志们：', '云岭市第十六届人民代表大会第四次会议就要闭幕了。'];
  it.each([
    ['市人民代表大会第四次会议即将闭幕，市人大三次会议以来，建议全部办结。', ['人民代表大会第四次会议→人民代表大会第五次会议', '人大三次会议→人大四次会议']],
    ['省人民代表大会第三次会议即将召开，市政协第四次会议闭幕。', []],
  ])('names its session by itself: %s', (line, expected) => expect(made([...closing, line])).toEqual(expected));
});

describe('a resolution', () => {
  it.each([
    ['会议决定，批准2025年县本级预算，批准2025年国民经济和社会发展计划。', ['2025→2026', '2025→2026']],
    ['县人民政府要严格执行2025年预算，办好2025年度民生实事项目10件。', ['2025→2026', '2025→2026']],
    ['会议要求，扎实开展2025年度协商。', ['2025→2026']],
    ['会议审查了2025年全县和县本级财政预算草案，2024年结转资金要尽快下达。', ['2025→2026', '2024']],
  ])('what it approves: %s', (line, expected) => expect(made([...PASSED, line])).toEqual(expected));
});

describe('a report', () => {
  const head = (party: string): string[] => ['中国人民政治协商会议第十届松岭县委员会常务委员会工作报告', '——2025年2月12日在政协第十届松岭县委员会第四次会议上', '何志刚', '', '各位委员：', '我向大会报告工作，请予审议。', '', '过去一年工作回顾', `2024年，县政协常委会围绕县委${party}届八次全会部署履职。`];
  it('calls its own session 全会, where the Party is in another 届', () => {
    expect(made([...head('十四'), '十届三次全会以来，共收到提案156件。'])).toEqual(['十届三次全会→十届四次全会']);
    expect(made([...head('十'), '贯彻十届三次全会决策，收到提案156件。'])).toEqual(['十届三次全会']);
    expect(made([...head('十四'), '学习县委十届三次全会决策。'])).toEqual(['县委十届三次全会']);
  });
  it.each([
    ['三次会议闭幕后，及时召开交办会；比二次会议增加5件。', ['三次会议→四次会议', '二次会议→三次会议']],
    ['抓好四次会议提案的审查，做好四次会议闭会期间的提案。', ['四次会议→五次会议', '四次会议→五次会议']],
    ['召开三次会议研究提案，召开三次会议审议通过办法。', []],
  ])('a session without its 届: %s', (line, expected) => expect(made([...head('十四'), line])).toEqual(expected));
  it('an anniversary that tells its own year', () => expect(made([...head('十四'), '到2029年中华人民共和国成立80周年时，完成改革任务。'])).toEqual([]));
  it('compares with the session before the last', () => {
    expect(made([...head('十四'), '立案268件，比十届二次会议多9件；十届二次会议第58号提案落地。'])).toEqual(['十届二次会议→十届三次会议', '十届二次会议']);
  });
  it('asks about the year of the 届 in a heading', () => expect(made([...head('十四'), '三、十届政协第四年工作安排'])).toEqual(['届政协第四年']));
});

describe('a year\'s place in its plan', () => {
  const plan = ['政协松岭县第十届委员会常务委员会工作报告', '（2025年2月12日在政协松岭县第十届委员会第四次会议上）', '何志刚', '', '各位委员：', '我向大会报告工作，请予审议。', '', '一、2024年工作回顾', '一年来，履职有为。', '二、2025年工作安排'];
  it.each([
    ['2025年是“十四五”规划目标任务的收官之年。', ['2025→2026', '“十四五”规划目标任务的收官之年→“十五五”规划的开局之年']],
    ['2025年是“十四五”规划圆满收官之年。', ['2025→2026', '“十四五”规划圆满收官之年→“十五五”规划开局之年']],
    ['2025年是全面完成“十四五”规划的收官之年。', ['2025→2026', '全面完成“十四五”规划的收官之年→实施“十五五”规划的开局之年']],
    ['2025年是‘十四五’规划收官之年。', ['2025→2026', '‘十四五’规划收官之年→‘十五五’规划开局之年']],
    ['2025年是第十四个五年规划的最后一年。', ['2025→2026', '第十四个五年规划的最后一年→第十五个五年规划的第一年']],
    // What is said of another year than the sentence's is asked about, both or none.
    ['作为“十四五”规划收官之年，2025年任务繁重。', ['“十四五”规划收官之年', '2025']],
    ['要高质量完成“十四五”规划收官。', ['“十四五”规划收官']],
    ['2025年是“十四五”收官、改革攻坚的关键年。', ['2025→2026', '“十四五”收官→“十五五”开局']],
    ['2025年将召开党的二十一大。', ['2025']],
    ['2025年，党的二十一大将胜利召开。', ['2025']],
  ])('%s', (line, expected) => expect(made([...plan, line])).toEqual(expected));
  it('is told where the new year has none', () => {
    const later = plan.map((line) => line.replaceAll('2025', '2026').replaceAll('2024', '2025'));
    const { items } = planned([...later, '2026年是“十五五”规划开局之年。'], { opens: '2027-01-13' });
    expect(items.filter(({ kind, group }) => kind === 'year' && group === 'review').map(({ why }) => why)).toEqual(['2027年是“十五五”第二年，“开局之年”是2026年，这句话请改写']);
    const both = planned([...later, '2026年是中国共产党成立105周年，也是“十五五”规划开局之年。'], { opens: '2027-01-13' }).items;
    expect(both.flatMap((item) => (item.group === 'change' && item.kind === 'year' && item.sentence.text.includes('105') ? [item.to] : []))).toEqual([]);
    // The statement stays whole, for it is true of its year.
    expect(items.filter(({ group, kind, place }) => group === 'change' && kind === 'year' && place.block === 5)).toEqual([]);
  });
});

it('asks about 今年 and 明年 where the meeting comes into another half of the winter', () => {
  const speech = (day: string): string[] => ['在政协桐江区第五届委员会第四次会议闭幕会上的讲话', `（${day}）`, '骆以宁', '', '各位委员，同志们：', '即将过去的2024年，是不平凡的一年。', '今年以来，我们履职有为；明年，我们要再接再厉。'];
  expect(made(speech('2024年12月27日'))).toEqual(['今年', '明年']);
  expect(made(speech('2024年12月27日'), { opens: '2025-12-26' })).toEqual([]);
  expect(made(speech('2025年1月10日'))).toEqual([]);
  expect(made(speech('2025年1月10日'), { opens: '2025-12-26' })).toEqual(['今年', '明年']);
  expect(planned(speech('2025年1月10日'), { opens: '2025-12-26' }).items.find(({ why }) => why.includes('“今年”'))?.why).toBe('新会议在2025年12月开，“今年”说的是2025年，请核对');
});

it('tells the meeting by the session since which a report looks back and the one it is to open', () => {
  const slogan = ['凝心聚力谋发展　履职尽责谱新篇', '——政协松岭县第十届委员会常务委员会工作报告', '（2025年2月12日）', '何志刚', '', '各位委员：', '我代表县政协常委会向大会作工作报告，请予审议。', '2024年工作总结', '在县政协十届三次会议胜利召开以来的一年里，我们做了大量工作。', '2025年工作谋划', '开好十届四次会议。'];
  expect(made(slogan)).toEqual(['十届四次会议→十届五次会议']);
  // Neither agrees with the other: it is not told.
  expect(made([...slogan.slice(0, -1), '开好十届五次会议。'])).toEqual(['十届五次会议']);
});

it('a term with the year of its beginning stays, and is asked about', () => {
  const five = ['政协云岭市第五届委员会常务委员会工作报告', '——2022年1月6日在政协云岭市第六届委员会第一次会议上', '沈怀远', '', '各位委员：', '我受政协云岭市第五届委员会常务委员会委托，向大会报告过去五年工作，请予审议。', '一、五年工作回顾', '五届市政协五年来团结奋进。五届一次会议以来，履职有为。政协云岭市第五届委员会自2017年1月成立以来，工作扎实。'];
  const { items, last } = planRoll(toPackage(recognise(five.join('\n')), { id: 'last', name: 'last' }), { kind: 'firstAnnual', meeting: { opens: '2023-01-08' } });
  const block = last.articles[0]!.doc.childCount - 1;
  expect(items.filter(({ place, kind }) => place.block === block && kind !== 'carried').map((item) => (item.group === 'change' ? item.to : item.group === 'review' ? item.why : ''))).toEqual(['说的是五年的工作，是哪一届请核对', '五年报告的说法，年度报告要改写', '六届一次会议', '说的是这一届哪年成立，请核对']);
});
