// Two columns side by side in each line, as text recognition gives them; and what looks like
// them and is none. Place and persons invented.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';
import { restoreText } from './restore';
import { questionsOf, startReview } from './review';
import { widthOf } from './line-facts';

const LEFT = ['　　本报讯（记者 何晓棠）1月12日，政', '协云岭市第七届委员会第五次会议在市会堂隆', '重开幕。市委书记周正阳出席会议并讲话，市', '政协主席林致远代表常务委员会向大会报告工', '作。大会应到委员312名，实到298名，', '符合规定人数。会议期间，委员们将听取和审', '议常委会工作报告和提案工作情况报告，列席', '市七届人大五次会议，听取并讨论政府工作报', '告。'];
const RIGHT = ['　　会议指出，2025年是云岭发展进程中', '极不平凡的一年。全市上下顶住压力、攻坚克', '难，地区生产总值增长6.2%，城乡居民收', '入稳步提高。市政协坚持团结和民主两大主题', '，全年开展专题协商6次，提交调研报告18', '篇，办复提案286件，为全市高质量发展作', '出了新的贡献。会议强调，要广泛凝聚共识，', '汇聚奋进力量。'];
const TITLE = ['政协云岭市七届五次会议隆重开幕', ''];

const beside = (left: readonly string[], right: readonly string[]): string[] => Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
  const [a = '', b = ''] = [left[i], right[i]];
  return b === '' ? a : `${a}${' '.repeat(44 - widthOf(a))}${b}`;
});
const blocks = (lines: readonly string[]): string[] => {
  const text = lines.join('\n');
  const recognition = recognise(text);
  expect(restoreText(recognition)).toBe(text);
  return recognition.articles.flatMap((article) => article.blocks.map((block) => block.text));
};
const said = (lines: readonly string[]): string => lines.join('').replace(/^　+/, '');

describe('two columns side by side', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['the left one longer', LEFT, RIGHT],
    ['the right one longer', [...LEFT.slice(0, 6), '议常委会工作报告。'], RIGHT],
  ])('are read one behind the other: %s', (_, left, right) => {
    expect(blocks([...TITLE, ...beside(left, right)])).toEqual([said(left), said(right)]);
  });

  it('what stands behind them in the whole width is its own', () => {
    const rest = '会后，与会同志合影留念。委员们表示，要把会议精神落实到履职工作的全过程，以实际行动回应群众期盼。';
    expect(blocks([...TITLE, ...beside(LEFT, RIGHT), rest]).at(-1)).toBe(rest);
  });

  it('it is said', () => {
    const text = [...TITLE, ...beside(LEFT, RIGHT)].join('\n');
    expect(questionsOf(startReview(text, recognise(text)), []).map(({ lines, text: asked, yes }) => [lines, asked, yes])).toEqual([[[4], '第4行起是右栏：原来两栏并排在一行里，先读左栏，再读右栏；次序不对就选中这些行移开。', null]]);
  });
});

describe('no columns', () => {
  it.each<[string, readonly string[]]>([
    ['a table', ['项目          件数', ...['经济建设', '政治建设', '文化建设', '社会建设', '生态文明', '党的建设', '合计'].map((name, i) => `${name}      ${i + 3}件`)]],
    ['a timetable', ['日程', ...['开幕会，听取报告', '分组讨论，审议报告', '联组会议，专题协商', '大会发言，书面交流', '选举大会，投票选举', '闭幕会，通过决议', '合影留念，会议结束'].map((name, i) => `1月${12 + i}日上午9:00          ${name}`)]],
    ['names', Array.from({ length: 8 }, () => '何　田    江一帆    苏　望    于　海')],
  ])('%s', (_, lines) => { expect(recognise(lines.join('\n')).lineCount).toBe(lines.length); });
});
