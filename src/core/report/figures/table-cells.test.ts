// Which cells of a table are figures, what they are called, and which sums are wrong.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf, table } from '../../../../test/build';
import type { Package } from '../../model/package';
import { applyRoll } from '../roll/apply-roll';
import { planRoll } from '../roll/plan-roll';
import { rollTasks } from '../roll/roll-tasks';
import { factsOf } from './facts';
import { figureDiagnostics } from './figure-findings';
import { figureLedger } from './figure-rows';
import { shownFigure } from './ledger';

const of = (rows: readonly (readonly string[])[], caption = '提案办理情况如下。'): Package => packageOf([article('a', 'report', doc(p(caption), table(...rows), p('以上请予审议。')))]);
const cells = (pkg: Package): readonly string[] => figureLedger(pkg).rows.map(({ figure }) => `${figure.sentence.slice(0, figure.inSentence[0])}${shownFigure(figure)}`);
const sums = (pkg: Package): readonly string[] => figureDiagnostics(pkg).map(({ code, message, at }) => `${code} ${at !== null && 'excerpt' in at ? at.excerpt : ''} ${message}`);

const PROPOSALS: readonly (readonly string[])[] = [['类别', '立案', '办复', '满意'], ['经济建设', '75', '75', '75'], ['社会事业', '62', '62', '61'], ['城乡建设', '59', '59', '58'], ['合　计', '196', '196', '194']];

describe('figures of a table', () => {
  it.each<[what: string, rows: readonly (readonly string[])[], caption: string, expected: readonly string[]]>([
    ['are bare numbers, called by row and column', PROPOSALS.slice(0, 2), '', ['经济建设 立案：75', '经济建设 办复：75', '经济建设 满意：75']],
    ['take their unit from the head', [['委室', '协商（次）', '满意率（%）', '经费（万元）', '建议条数'], ['提案委', '6', '98.5', '12.4', '31']], '', ['提案委 协商：6次', '提案委 满意率：98.5%', '提案委 经费：12.4万元', '提案委 建议条数：31条']],
    ['from the words above, from the row, from a column of units', [['指标', '单位', '完成'], ['收到提案', '件', '1,203'], ['参加活动（人次）', '', '3400余']], '', ['收到提案 完成：1,203件', '参加活动 完成：3400余人次']],
    ['from 单位：件 above', PROPOSALS.slice(0, 2), '表1 办理情况（单位：件）', ['经济建设 立案：75件', '经济建设 办复：75件', '经济建设 满意：75件']],
    ['are no heads, years, ordinals, telephone numbers', [['序号', '年份', '立案', '联系电话'], ['1', '2023', '75', '13800001111'], ['2', '2024', '62', '0571-88001122']], '', ['2023 立案：75', '2024 立案：62']],
    ['words right before them say what they are where no head stands over them', [['收到提案', '203', '立案', '196'], ['办复', '196', '满意（％）', '98.5']], '', ['收到提案：203', '立案：196', '办复：196', '满意：98.5％']],
    ['in Han, in digits of full width', [['委室', '会议', '调研'], ['提案委', '六次', '１２'], ['经济委', '四次', '3']], '', ['提案委 会议：六次', '提案委 调研：12', '经济委 会议：四次', '经济委 调研：3']],
    ['years may be heads', [['', '2023', '2024'], ['立案', '75', '82']], '', ['立案 2023：75', '立案 2024：82']],
    ['two heads, a share beside a count, a range of words', [['类别', '办理', '办理'], ['', '件数', '占比'], ['经济', '75（38.3%）', '38.3%'], ['社会', '若干', '—']], '', ['经济 办理 件数：75件', '经济 办理 件数：75（38.3%', '经济 办理 占比：38.3%']],
    ['a title over all, a head over two columns', [['2024年提案办理情况', '', '', ''], ['类别', '2024年', '', '满意率'], ['', '立案', '办复', ''], ['经济', '75', '74', '100%']], '', ['经济 2024年 立案：75', '经济 2024年 办复：74', '经济 满意率：100%']],
    ['months may be heads, a place of the meeting is none', [['', '1月', '2月', '房号'], ['来信', '12', '9', '1206']], '', ['来信 1月：12', '来信 2月：9']],
    ['a table of words has none', [['姓名', '职务'], ['周行远', '主席'], ['林晚', '副主席']], '', []],
  ])('%s', (_, rows, caption, expected) => expect(cells(of(rows, caption))).toEqual(expected));

  it('stand in the answer of `facts` too, those in sentences as ever', () => {
    expect(factsOf(of([['类别', '立案'], ['经济建设', '75'], ['委员视察12次，走访', '9']])).map(({ text, sentence }) => [text, sentence])).toEqual([['75', '经济建设 立案：75'], ['12', '委员视察12次，走访'], ['9', '委员视察12次，走访 立案：9']]);
  });
});

describe('sums of a table', () => {
  it('that are right say nothing', () => expect(sums(of(PROPOSALS))).toEqual([]));

  it.each<[what: string, rows: readonly (readonly string[])[], expected: readonly string[]]>([
    ['a column against its 合计', PROPOSALS.with(3, ['城乡建设', '59', '59', '88']), ['figure-sum 194 表中“满意”一栏相加是224，与“合计”194不等']],
    ['合计 over its parts', [PROPOSALS[0]!, ['合计', '200', '196', '194'], ...PROPOSALS.slice(1, 4)], ['figure-sum 200 表中“立案”一栏相加是196，与“合计”200不等']],
    ['a row against its 合计', [['类别', '上半年', '下半年', '合计'], ['经济', '30', '45', '76'], ['社会', '20', '—', '20']], ['figure-sum 76 表中“经济”一行相加是75，与“合计”76不等']],
    ['小计 and 合计', [['类别', '件'], ['经济', '3'], ['科技', '4'], ['小计', '7'], ['文化', '2'], ['教育', '5'], ['小计', '8'], ['合计', '15']], ['figure-sum 8 表中“件”一栏相加是7，与“小计”8件不等']],
    ['money rounded before it was added', [['项目', '万元'], ['甲', '1.24'], ['乙', '1.24'], ['丙', '1.24'], ['合计', '3.73']], []],
    ['shares, averages, 其中, cells of words and open cells are not added', [['类别', '满意率', '平均得分', '说明'], ['经济', '98', '9', '3'], ['社会', '97', '8', '若干'], ['合计', '98', '9', '9']], []],
    ['a part above its whole', [['项目', '数量'], ['提案总数', '203'], ['其中：委员提案', '251'], ['集体提案', '50']], ['figure-sum 203 表中“其中：委员提案”251，大于“提案总数”203']],
    ['其中 in a head', [['类别', '立案', '其中重点'], ['提案', '20', '3'], ['其中：联名', '5', '1'], ['合计', '20', '3']], []],
  ])('%s', (_, rows, expected) => expect(sums(of(rows))).toEqual(expected));

  it('are 有出入 in the ledger', () => {
    expect(figureLedger(of(PROPOSALS.with(3, ['城乡建设', '59', '59', '88']))).rows.filter(({ state }) => state === 'conflicting').map(({ figure }) => figure.sentence)).toEqual(['经济建设 满意：75', '社会事业 满意：61', '城乡建设 满意：88', '合计 满意：194']);
  });
});

describe('a table at roll-forward', () => {
  const last = of(PROPOSALS);
  const plan = planRoll(last, { kind: 'next', meeting: {} });
  const draft = (refused: readonly string[] = []): Package => applyRoll(plan, { refused: new Set(refused), id: 'next', name: '今年', today: '2025-11-26' });

  it('is emptied cell by cell, each told by its heads, each undone alone', () => {
    const figures = plan.items.filter(({ kind }) => kind === 'figure');
    expect(figures).toHaveLength(12);
    expect(figures[0]).toMatchObject({ was: '75', sentence: { text: '经济建设 立案：75', from: 8, to: 10 } });
    const words = (pkg: Package): string => pkg.articles[0]!.doc.child(1).textBetween(0, pkg.articles[0]!.doc.child(1).content.size, '|', (leaf) => `〔${String(leaf.attrs['was'])}〕`);
    expect(words(draft())).toBe('类别|立案|办复|满意|经济建设|〔75〕|〔75〕|〔75〕|社会事业|〔62〕|〔62〕|〔61〕|城乡建设|〔59〕|〔59〕|〔58〕|合　计|〔196〕|〔196〕|〔194〕');
    expect(words(draft([figures[0]!.id]))).toContain('经济建设|75|〔75〕');
    expect(draft(plan.items.map(({ id }) => id)).articles[0]!.doc.eq(last.articles[0]!.doc)).toBe(true);
  });

  it('stands in the ledger with last year’s cells, open and filled', () => {
    const open = figureLedger(draft()).rows;
    expect(open.map(({ figure, state }) => `${figure.sentence} ${state} ${String(figure.last)}`).slice(0, 2)).toEqual(['经济建设 立案：□ open 75', '经济建设 办复：□ open 75']);
    const filled = of(PROPOSALS.with(1, ['经济建设', '80', '80', '79']));
    const rows = figureLedger({ ...filled, versions: draft().versions }).rows;
    expect(rows.slice(0, 3).map(({ figure }) => [figure.value, figure.last])).toEqual([[80, 75], [80, 75], [79, 75]]);
  });

  it('is a task a cell, done when it is filled, also in a table that has another row', () => {
    expect(rollTasks(draft()).filter(({ isOpen, label }) => isOpen && label !== '')).toHaveLength(12);
    const filled = of([PROPOSALS[0]!, ['文化', '8', '8', '8'], ['经济建设', '80', '80', '79'], ...PROPOSALS.slice(2)]);
    expect(rollTasks({ ...filled, versions: draft().versions })[0]).toMatchObject({ label: '经济建设 立案：', was: '75', now: '80', isOpen: false });
  });
});
