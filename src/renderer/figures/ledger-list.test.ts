import { describe, expect, it } from 'vitest';
import { article, doc, h, p, packageOf, table } from '../../../test/build';
import { figureLedger } from '../../core/report/figures/figure-rows';
import type { Package } from '../../core/model/package';
import { changeWords, figureName, FIRST_VIEW, sectionNumber, sentenceParts, shownRows, type LedgerView } from './ledger-list';

const last = { id: 'last-year', name: '去年', date: '2025-01-01', articles: [article('a', 'report', doc(p('立案163件，办复率100%，满意率98.9%。')))] };
const base: Package = packageOf([article('a', 'report', doc(h(1, '工作总结'), h(2, '建言献策'), p('立案171件，办复率100%，满意率97.7%。'), p('新建议事室31个。')))]);
const pkg: Package = { ...base, versions: [{ ...last, meeting: base.meeting }], figures: { '立案件，办复率%，满意率%。#0': { office: '提案委', basis: '系统', checker: '白露', date: '2025-12-22', confirmed: '171件' } } };
const { rows } = figureLedger(pkg);
const values = (view: Partial<LedgerView>): readonly (string | undefined)[] => shownRows(rows, { ...FIRST_VIEW, ...view }).map((index) => rows[index]?.figure.text);

it('a bar is called by whole words', () => {
  const name = (text: string, at = 0): string => figureName(figureLedger(packageOf([article('a', 'report', doc(p(text)))])).rows[at]!.figure);
  expect(name('组织党组理论学习中心组集中学习12次。')).toBe('学习中心组集中学习 次');
  expect(name('学习贯彻习近平总书记重要讲话精神41项。')).toBe('习近平总书记重要讲话精神 项');
  expect(name('12件列为重点提案督办落实到位。')).toBe('列为重点提案督办 件');
  expect(name('立案192件，其中经济类80件。', 1)).toBe('经济类 件');
  expect(name('读书沙龙举办9期。')).toBe('读书沙龙 期');
  expect(name('"委员进社区"活动走访群众236户。')).toBe('活动走访群众 户');
  // What opens its clause: by what the figure before counts.
  expect(name('新建协商议事室22个，总数达到108个。', 1)).toBe('协商议事室总数 个');
  expect(name('举办读书分享会31场，1900余人次参加。', 1)).toBe('举办读书分享会参加 人次');
  expect(name('组织委员培训5期、420人次。', 1)).toBe('组织委员培训 人次');
});

describe('rows of the ledger', () => {
  it.each<[what: string, view: Partial<LedgerView>, shown: readonly string[]]>([
    ['all, as in the text', {}, ['171', '100', '97.7', '31']],
    ['of a state', { state: 'confirmed' }, ['171']],
    ['of an office', { office: '提案委' }, ['171']],
    ['of no office', { office: '' }, ['100', '97.7', '31']],
    ['that hold each word', { search: '议事 31' }, ['31']],
    ['by what was said of them', { search: '白露' }, ['171']],
    ['that hold none', { search: '没有' }, []],
    ['by value', { sort: { by: 'value', down: false } }, ['31', '97.7', '100', '171']],
    ['by change, what is not known last', { sort: { by: 'change', down: true } }, ['171', '100', '97.7', '31']],
    ['by office, what has none last', { sort: { by: 'office', down: true } }, ['171', '100', '97.7', '31']],
    ['by state, what is to be done first', { sort: { by: 'state', down: false } }, ['100', '97.7', '31', '171']],
    ['backwards', { sort: { by: 'text', down: true } }, ['31', '97.7', '100', '171']],
  ])('%s', (_, view, shown) => expect(values(view)).toEqual(shown));

  it('say the change and where the number stands', () => {
    expect(rows.map(({ figure }) => changeWords(figure))).toEqual(['＋8', '持平', '－1.2', '—']);
    expect(sentenceParts(rows[2]!.figure, false)).toEqual({ before: '…件，办复率100%，满意率', number: '97.7', after: '%。' });
    expect(sentenceParts(rows[2]!.figure, true).before).toBe('立案171件，办复率100%，满意率');
    expect(rows.map(({ figure }) => figureName(figure))).toEqual(['立案 件', '办复率 %', '满意率 %', '新建议事室 个']);
    const [, part] = figureLedger(packageOf([article('b', 'report', doc(p('收到提案30件，其中12件列为重点提案。')))])).rows;
    expect(figureName(part!.figure)).toBe('列为重点提案 件');
    const [cell] = figureLedger(packageOf([article('b', 'report', doc(table(['类别', '立案（件）'], ['经济建设', '75'])))])).rows;
    expect(figureName(cell!.figure)).toBe('经济建设 立案 件');
  });
});

it.each([['一、工作总结 （二）建言献策', '一（二）'], ['一、工作总结', '一'], ['（三）凝聚共识', '（三）'], ['2026年工作回顾 一、旗帜鲜明讲政治 （二）强化党建', '一（二）'], ['2026年工作回顾 三、凝心聚力', '三'], ['', ''], ['过去一年的工作', '过去一年的工']])('%s is %s', (section, short) => expect(sectionNumber(section)).toBe(short));
