// 换届: tables, heads on lines of their own and what the template asked for. The template is a
// small one written here, so that each rule stands alone; the real ones are in five-year-report.test.ts.
import { describe, expect, it } from 'vitest';
import { article, doc, h, marked, p, packageOf, placeholder, table } from '../../../../test/build';
import type { Article, Package } from '../../model/package';
import { schema } from '../../model/schema';
import type { Node } from 'prosemirror-model';
import { applyRoll } from './apply-roll';
import { planRoll } from './plan-roll';
import { rollTasks } from './roll-tasks';
import { putTemplate, withTemplate } from './with-template';

const head = (level: number, lead: string, ...rest: readonly (string | Node)[]): Node => run({ level, numbered: level < 5, start: null, form: null }, schema.text(lead, [schema.marks.lead.create()]), ...rest);
const run = (of: object | null, ...inline: readonly (string | Node)[]): Node => schema.nodes.paragraph.create({ head: of }, inline.map((one) => (typeof one === 'string' ? schema.text(one) : one)));
const hole = (note: string): Node => schema.nodes.placeholder.create({ type: 'text', note });

const template: Article = article('report', 'report', doc(
  h(1, '过去五年的工作'), p('五年来，共召开常委会会议', placeholder('figure'), '次。'),
  head(2, '协商民主作用更加彰显。', hole('重点协商')),
  head(2, '监督实效更加凸显。', hole('监督')),
  p('各位委员，五年来的成绩来之不易。'),
  h(1, '今后工作的建议'), head(2, '进一步服务大局。', hole('建议')), p('各位委员，让我们作出贡献！'),
));

function rolled(blocks: readonly Node[], refused: readonly string[] = []): { readonly draft: Package; readonly report: Article; readonly plan: ReturnType<typeof withTemplate> } {
  const last = packageOf([article('report', 'report', doc(...blocks))], [], { place: '松岭市', term: 9, reportTerm: 9, session: 5, opens: '2026-01-12' });
  const plan = withTemplate(planRoll(last, { kind: 'newTerm', meeting: { opens: '2027-01-12' } }), template);
  const draft = putTemplate(applyRoll(plan, { refused: new Set(refused), id: 'n', name: 'n', today: '2026-11-26' }), plan, template, '2026-11-26', new Set(refused));
  return { draft, report: draft.articles[0]!, plan };
}

/** Each block in a word: its kind or head, and its text. */
const lines = ({ doc: { children } }: Article): string[] => children.map((block) => `${block.type.name === 'table' ? 'table' : (block.attrs['head'] as { level: number } | null | undefined)?.level ?? ''} ${block.textBetween(0, block.content.size, '|', (leaf) => (leaf.type.name === 'placeholder' ? '□' : ''))}`.trim());

const SECTIONS = [
  h(1, '2025年工作回顾'), p('2025年，依靠各方，工作有成。'),
  head(2, '协商议政有深度。', '开展协商50场。'),
  h(5, '表1　2025年协商活动情况'), table(['形式', '场次（场）'], ['专题协商', '4'], ['合计', '50']),
  head(2, '监督工作有力度。', '开展视察5次。'), head(5, '民主监督更有力度。', '提出意见31条。'),
  h(1, '2026年工作安排'), p('2026年要抓好落实。'), p('各位委员，让我们为开创新局面作出贡献！'),
];

describe('a table', () => {
  const { draft, report, plan } = rolled(SECTIONS);

  it('stands in the section on its subject, its title over five years, its cells 待填', () => {
    expect(lines(report).slice(2, 8)).toEqual(['2 协商民主作用更加彰显。□协商议政有深度。□', '表1　2022—2026年协商活动情况', 'table 形式|场次（场）|专题协商|□|合计|□', '2 监督实效更加凸显。□监督工作有力度。□', '5 民主监督更有力度。□', '各位委员，五年来的成绩来之不易。']);
    const cells: string[] = [];
    report.doc.descendants((node) => {
      if (node.type.name === 'placeholder' && node.attrs['was'] !== null) cells.push(String(node.attrs['was']));
    });
    expect(cells).toEqual(['4', '50']);
  });

  it('what is refused of it stays as it was, and its cells are tasks', () => {
    const cell = plan.items.find((item) => item.group === 'blank' && item.was === '4')!;
    const year = plan.items.find(({ group, kind }) => group === 'change' && kind === 'year')!;
    expect(lines(rolled(SECTIONS, [cell.id, year.id]).report).slice(3, 5)).toEqual(['表1　2025年协商活动情况', 'table 形式|场次（场）|专题协商|4|合计|□']);
    expect(rollTasks(draft).filter(({ label }) => label !== '').map(({ label, isOpen, was }) => [label, isOpen, was])).toEqual([['专题协商 场次：', true, '4'], ['合计 场次：', true, '50']]);
  });

  it('its title is one over five years where it is a line of text, too', () => {
    const plain = SECTIONS.map((block) => (block.textContent.startsWith('表1') ? p(block.textContent) : block));
    const { report: own, plan: listed } = rolled(plain);
    expect(lines(own)[3]).toBe('表1　2022—2026年协商活动情况');
    expect(listed.items.filter(({ kind }) => kind === 'year').map((item) => (item.group === 'change' ? [item.from, item.to] : item.kind))).toEqual([['2025', '2022—2026']]);
  });

  it('of the plan stands in the suggestions, one before any section behind the overview; a note comes along', () => {
    const own = rolled([
      h(1, '2025年工作回顾'), p('2025年，依靠各方，工作有成。'), p('履职概况'), p('单位：次'), table(['会议', '次数'], ['全体会议', '1']), p('注：不含联组会议。'),
      head(2, '协商议政有深度。', '开展协商50场。'), h(1, '2026年工作安排'), head(2, '服务大局。', '要建言。'), h(5, '重点协商计划'), table(['议题', '场次'], ['港口', '1']), p('各位委员，让我们为开创新局面作出贡献！'),
    ]).report;
    expect(lines(own)).toEqual(['过去五年的工作', '五年来，共召开常委会会议□次。', '履职概况', '单位：次', 'table 会议|次数|全体会议|□', '注：不含联组会议。', '2 协商民主作用更加彰显。□协商议政有深度。□', '2 监督实效更加凸显。□', '各位委员，五年来的成绩来之不易。', '今后工作的建议', '2 进一步服务大局。□', '重点协商计划', 'table 议题|场次|港口|□', '各位委员，让我们为开创新局面作出贡献！']);
  });
});

it('where the part has no sections, each head finds its own; one without a subject stays with the one before it', () => {
  const { report } = rolled([
    h(1, '2025年工作回顾'), p('2025年，依靠各方，工作有成。'), head(5, '开展民主监督。', '视察5次。'), head(5, '一步一个脚印。', '走访7次。'), p(marked('theme', null, '提升提案质效。'), '收到提案214件。'),
    h(1, '2026年工作安排'), p('2026年要抓好落实。'),
  ]);
  expect(lines(report).slice(2, 7)).toEqual(['2 协商民主作用更加彰显。□提升提案质效。□', '2 监督实效更加凸显。□', '5 开展民主监督。□', '5 一步一个脚印。□', '各位委员，五年来的成绩来之不易。']);
});

it('where the parts are banners, 一、 is the section and （一） a head in it', () => {
  const { report } = rolled([
    schema.nodes.heading.create({ level: 0, numbered: false }, schema.text('2025年工作回顾')), p('2025年，依靠各方，工作有成。'),
    h(1, '协商议政有深度'), head(2, '助推特色产业。', '开展调研6次。'), table(['专委会', '调研（次）'], ['提案委', '2']), h(1, '监督工作有力度'), head(2, '选准题目。', '开展视察5次。'),
    schema.nodes.heading.create({ level: 0, numbered: false }, schema.text('2026年工作安排')), p('2026年要抓好落实。'),
  ]);
  expect(lines(report).slice(2, 8)).toEqual(['2 协商民主作用更加彰显。□协商议政有深度。□', '3 助推特色产业。□', 'table 专委会|调研（次）|提案委|□', '2 监督实效更加凸显。□监督工作有力度。□', '3 选准题目。□', '各位委员，五年来的成绩来之不易。']);
});

describe('what the template asked for', () => {
  const { draft } = rolled(SECTIONS);
  const holes = (pkg: Package): (readonly [string, boolean, string | null])[] => rollTasks(pkg).filter(({ isHole }) => isHole).map(({ why, isOpen, now }) => [why, isOpen, now] as const);
  const filled = (index: number, ...inline: readonly (string | Node)[]): Package => {
    const [first] = draft.articles;
    const block = first!.doc.child(index);
    return { ...draft, articles: [{ ...first!, doc: first!.doc.copy(first!.doc.content.replaceChild(index, block.copy(run(null, ...inline).content))) }] };
  };

  it('is open, then done with what was written there, and open again when that is undone', () => {
    expect(holes(draft).map(([why, isOpen]) => [why, isOpen])).toEqual([['', true], ['重点协商', true], ['五年来这方面的做法和成效', true], ['监督', true], ['五年来这方面的做法和成效', true], ['五年来这方面的做法和成效', true], ['建议', true]]);
    expect(holes(filled(1, '五年来，共召开常委会会议26次。'))[0]).toEqual(['', false, '26']);
    const long = '围绕港口建设开展协商，提出建议，推动落实。'.repeat(80);
    expect(holes(filled(2, '协商民主作用更加彰显。', long, '协商议政有深度。', hole('五年来这方面的做法和成效')))[1]).toEqual(['重点协商', false, long]);
    expect(holes(draft).every(([, isOpen]) => isOpen)).toBe(true);
  });

  it('a hole that is still there is open, whatever was written beside it', () => {
    expect(holes(filled(2, '换了说法的一大段话。'.repeat(200), hole('重点协商'))).find(([why]) => why === '重点协商')?.[1] ?? true).toBe(true);
  });
});
