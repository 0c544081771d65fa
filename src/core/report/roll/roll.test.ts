// Roll-forward on whole texts: ten heads of as many forms, and the acceptance of
// TYPESETTING 8.7 on the real sample where it is at hand.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import { fieldText } from '../../model/field-text';
import { numberHeadings } from '../../model/numbering';
import { EMPTY_MEETING, type Meeting, type Package } from '../../model/package';
import { schema } from '../../model/schema';
import { openPlaces } from '../../model/stage';
import { applyRoll } from './apply-roll';
import type { RollItem } from './item';
import { kindOf, type RollKind } from './next-meeting';
import { planRoll, type RollPlan } from './plan-roll';
import { putTemplate, withTemplate } from './with-template';

const SAMPLE = path.join(process.env['BANXIN_SAMPLE'] ?? path.resolve(import.meta.dirname, '../../../../../shared/samples'), 'work-report-page-2024.txt');

const packageOf = (text: string): Package => toPackage(recognise(text), { id: 'last', name: '去年' });
const draftOf = (plan: RollPlan, refused: Iterable<string> = []): Package => applyRoll(plan, { refused: new Set(refused), id: 'next', name: '今年', today: '2025-11-26' });
const roll = (text: string, kind: RollKind = 'next', meeting: Partial<Meeting> = {}): RollPlan => planRoll(packageOf(text), { kind, meeting });

/** All text of a package, a field or block a line, as it prints in a 工作稿. */
function textOf({ articles, meeting }: Package): string {
  const lines: string[] = [];
  for (const { fields, doc } of articles) {
    for (const field of Object.values(fields)) if (field !== null) lines.push(fieldText(field, meeting) + placeholders(field));
    const labels = numberHeadings(doc);
    doc.forEach((block, _offset, index) => lines.push((labels[index] ?? '') + block.textBetween(0, block.content.size, '', (leaf) => (leaf.type.name === 'placeholder' ? `〔${String(leaf.attrs['was'])}〕` : ''))));
  }
  return lines.join('\n');
}
function placeholders(field: { descendants: (visit: (node: { type: { name: string }; attrs: Record<string, unknown> }) => boolean) => void }): string {
  let shown = '';
  field.descendants((node) => {
    if (node.type.name === 'placeholder') shown += `〔${String(node.attrs['was'])}〕`;
    return true;
  });
  return shown;
}

const changes = (items: readonly RollItem[]): string[] => items.flatMap((item) => (item.group === 'change' ? [`${item.from}→${item.to}`] : []));
const reviews = (items: readonly RollItem[], kind: string): string[] => items.flatMap((item) => (item.group === 'review' && item.kind === kind ? [item.text] : []));

/** A report with this head and these sentences in its parts. */
const report = (head: readonly string[], review: string, plan: string): string => [...head, '', '各位委员：', '我受委托向大会报告工作，请予审议。', '', ...review.split('\n'), '', ...plan.split('\n')].join('\n');

it('a series is held anew under another number; what the year was in its plan is told by the new year’s place', () => {
  const { items } = roll(report(['中国人民政治协商会议松岭市第六届委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2025年1月8日）', '周行远'], '一、2024年工作总结\n2024年是实现“十四五”规划目标任务的关键一年。\n首届“松岭论坛”、第三届委员读书节成功举办。', '二、2025年工作安排\n要抓好落实。'));
  expect(items.flatMap((item) => (item.group === 'blank' && item.kind === 'event' ? [item.was] : []))).toEqual(['首届“松岭论坛”', '第三届委员读书节']);
  expect(items.flatMap((item) => (item.group === 'review' && item.kind === 'year' ? [`${item.text}：${item.why}`] : []))).toEqual(['“十四五”规划目标任务的关键一年：2025年是“十四五”第五年，这句话请核对']);
});

describe('a statement becomes this year’s whole, or not at all', () => {
  /** What is proposed of one sentence of the review or the plan. */
  const said = (part: 'review' | 'plan', sentence: string, session = '四'): string[] => {
    const { items } = roll(report(['中国人民政治协商会议松岭市第六届委员会常务委员会工作报告', `——在政协松岭市第六届委员会第${session}次会议上`, '（2025年1月8日）', '周行远'], `一、2024年工作总结\n一年来，履职有力。\n${part === 'review' ? sentence : ''}`, `二、2025年工作安排\n一要抓好落实。\n${part === 'plan' ? sentence : ''}`));
    return items.filter((item) => item.sentence.text === sentence && item.kind !== 'promise' && item.kind !== 'carried').map((item) => (item.group === 'change' ? `${item.from}→${item.to}` : item.group === 'review' ? `${item.text}：${item.why}` : item.was));
  };

  it.each<readonly ['review' | 'plan', string, readonly string[]]>([
    ['plan', '要紧扣2025年“十四五”规划收官，抓好落实。', ['2025：正文里的年份，请核对', '“十四五”规划收官：这句话说的是2025年，没有改，请连同年份核对']],
    ['plan', '2025年是“十四五”规划收官之年。', ['2025→2026', '“十四五”规划收官之年→“十五五”规划开局之年']],
    ['review', '2020年是“十三五”规划收官之年。', []],
    ['review', '2024年，喜迎云岭建市四十四周年。', ['2024→2025', '四十四→四十五']],
    ['review', '各界在2024年庆祝云岭建市四十四周年。', ['2024：正文里的年份，请核对', '云岭建市四十四周年：这句话说的是2024年，没有改，请连同年份核对']],
    ['plan', '举办“青商回归”恳谈会，编印《松岭抗战史料选编》。', ['青商回归：去年安排里的活动名称，请核对', '松岭抗战史料选编：去年安排里的成果名称，请核对']],
    ['plan', '要落实“十五五”规划建议。', ['“十五五”规划：2026年起是“十五五”，这句话请核对']],
  ])('%s: %s', (part, sentence, expected) => expect(said(part, sentence)).toEqual(expected));

  it('after the fifth session the next is asked about, and the number that it would have is written', () => {
    expect(said('plan', '以优异成绩迎接六届四次会议召开。', '三')).toEqual(['六届四次会议→六届五次会议']);
    expect(said('plan', '以优异成绩迎接六届五次会议召开。')).toEqual(['六届五次会议→六届六次会议', '六届五次会议：今年是第五次会议，下一次可能换届，请核对']);
  });

  it('whoever is to do it: the year that opens a plan is the plan’s', () => {
    const { items } = roll(report(['政协苍梧县第九届委员会常务委员会关于提案工作情况的报告', '——在政协苍梧县第九届委员会第三次会议上', '（2025年1月8日）', '方雨桐'], '一、基本情况\n提案质量提高。', '二、2025年提案工作的打算\n2025年，提案委员会将抓好落实。'));
    expect(changes(items).filter((one) => one.length === 9)).toEqual(['2025→2026', '2025→2026']);
  });

  it('a speech of December alone: its year is that of the day under its title', () => {
    const { items, years } = roll('大会开幕词\n（2025年12月25日）\n顾清源\n各位委员、同志们：\n政协临江县第十届委员会第四次会议今天隆重开幕了！2025年即将过去，这一年是“十四五”收官之年。2026年是“十五五”开局之年。预祝大会圆满成功！', 'next', { opens: '2026-12-25' });
    expect(years).toEqual({ last: 2025, next: 2026 });
    expect(changes(items)).toEqual(['2025年12月25日→2026年12月25日', '第十届委员会第四次会议→第十届委员会第五次会议', '2025→2026', '“十四五”收官之年→“十五五”开局之年']);
    // 2027 has no such place in its plan: what is true of 2026 stays whole, and is asked about.
    expect(reviews(items, 'year')).toEqual(['“十五五”开局之年']);
  });

  it('what the last of a 届 says of the first of the next is asked about, for that is this one at a 换届', () => {
    expect(said('plan', '以优异成绩迎接七届一次会议召开。')).toEqual(['七届一次会议：往后的会议，请核对']);
  });

  it('a session that is rewritten is not asked about as one without its 届', () => {
    const { items } = roll(report(['松岭市人民代表大会常务委员会工作报告', '——2025年2月20日在松岭市第九届人民代表大会第五次会议上', '罗正'], '2024年的主要工作\n履职有力。', '2025年的主要任务\n抓好落实。'), 'firstAnnual');
    expect(reviews(items, 'plenary')).toEqual([]);
  });
});

describe('ten heads of last year and what the next one says', () => {
  it.each<readonly [string, readonly string[], string, string, Partial<Meeting>, readonly string[]]>([
    ['city', ['中国人民政治协商会议松岭市第六届委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2025年1月8日）', '周行远'],
      '一、2024年工作总结\n2024年是砥砺前行的一年。一年来，完成六届一次会议确定的任务。', '二、2025年工作安排\n2025年市政协工作的总体要求是：守正创新。',
      { opens: '2026-01-12' }, ['第六届委员会第三次会议', '（2026年1月12日）', '一、2025年工作总结', '2025年是砥砺前行的一年', '完成六届二次会议确定的任务', '二、2026年工作安排', '2026年市政协工作的总体要求是']],
    ['届 before the place', ['中国人民政治协商会议第八届江门渡市委员会常务委员会工作报告', '——在政协第八届江门渡市委员会第三次会议上', '（2025年2月10日）', '陆其昌'],
      '一、2024年工作回顾\n2024年是攻坚之年。', '二、2025年工作任务\n开展调研。', {}, ['第八届江门渡市委员会第四次会议', '一、2025年工作回顾', '二、2026年工作任务']],
    ['a December meeting', ['中国人民政治协商会议清河县第九届委员会常务委员会工作报告', '——2024年12月22日在政协清河县第九届委员会第四次会议上的报告', '沈一鸣'],
      '一、2024年主要工作\n召开常委会会议5次。', '二、2025年工作打算\n抓好落实。', { opens: '2025-12-20', session: 5, term: 9 },
      ['——2025年12月20日在政协清河县第九届委员会第五次会议上的报告', '一、2025年主要工作', '召开常委会会议〔5〕次', '二、2026年工作打算']],
    ['all in brackets', ['政协平湖岛市委员会常务委员会工作报告', '（2025年3月7日在政协平湖岛市第三届委员会第四次会议上）', '郭远舟'],
      '一、2024年工作回顾\n编发信息29篇。', '二、2025年工作建议\n深入调研。', { opens: '2026-03-05' },
      ['（2026年3月5日在政协平湖岛市第三届委员会第五次会议上）', '编发信息〔29〕篇', '二、2026年工作建议']],
    ['county, spaced title', ['中国人民政治协商会议', '雾山县第十一届委员会常务委员会', '工 作 报 告', '（2025年1月3日）', '常　青'],
      '一、2024年工作回顾\n十一届县政协履职尽责。', '二、2025年工作安排\n做好提案工作。', {}, ['雾山县第十一届委员会常务委员会', '一、2025年工作回顾', '二、2026年工作安排', '十一届县政协履职尽责']],
    ['province, numbers past ten', ['中国人民政治协商会议云江省第十三届委员会常务委员会工作报告', '——在政协云江省第十三届委员会第二次会议上', '（2024年1月20日）', '高望'],
      '一、2023年工作回顾\n2023年是全面贯彻中共二十大精神的开局之年。', '二、2024年主要任务\n2024年，省政协工作的总体要求是：团结奋进。', { opens: '2025-01-19' },
      ['第十三届委员会第三次会议', '（2025年1月19日）', '一、2024年工作回顾', '二、2025年主要任务', '2025年，省政协工作的总体要求是']],
    ['a congress standing committee', ['松岭市人民代表大会常务委员会工作报告', '——2025年1月10日在松岭市第八届人民代表大会第四次会议上', '市人大常委会主任　韩江'],
      '一、2024年的主要工作\n市八届人大三次会议以来，共审议报告28项。', '二、2025年的主要任务\n依法履职。', { opens: '2026-01-11' },
      ['——2026年1月11日在松岭市第八届人民代表大会第五次会议上', '一、2025年的主要工作', '市八届人大四次会议以来，共审议报告〔28〕项', '二、2026年的主要任务']],
    ['banners without numbers', ['政协石桥区委员会常务委员会工作报告', '——在政协石桥区第七届委员会第二次会议上', '（2025年1月15日）', '林晚'],
      '2024年工作回顾\n一、强化政治引领\n学习12次。', '2025年工作安排\n一、服务大局\n做好调研。', {}, ['第七届委员会第三次会议', '2025年工作回顾', '2026年工作安排', '学习〔12〕次']],
    ['the plan period ends', ['中国人民政治协商会议松岭市第六届委员会常务委员会工作报告', '——在政协松岭市第六届委员会第三次会议上', '（2026年1月12日）', '周行远'],
      '一、2025年工作总结\n2025年是“十四五”规划收官之年。', '二、2026年工作安排\n要团结一心。', {}, ['2026年是“十五五”规划开局之年', '第六届委员会第四次会议']],
    ['since the first session', ['中国人民政治协商会议松岭市第六届委员会常务委员会工作报告', '——在政协松岭市第六届委员会第三次会议上', '（2026年1月12日）', '周行远'],
      '一、2025年工作总结\n开展六届一次会议以来优秀提案评选。六届二次会议以来收到提案212件，立案198件。', '二、2026年工作安排\n要团结一心。', {},
      ['六届一次会议以来优秀提案评选', '六届三次会议以来收到提案〔212〕件，立案〔198〕件']],
  ])('%s', (_name, head, review, plan, meeting, expected) => {
    const rolled = textOf(draftOf(roll(report(head, review, plan), 'next', meeting)));
    for (const words of expected) expect(rolled).toContain(words);
  });
});

describe('九届五次 → 十届一次 → 十届二次', () => {
  const annual = report(['中国人民政治协商会议松岭市第九届委员会常务委员会工作报告', '——在政协松岭市第九届委员会第五次会议上', '（2026年1月12日）', '周行远'],
    '一、2025年工作总结\n九届市政协履职尽责，认真落实九届四次会议部署，开展本届优秀提案评选。', '二、2026年工作安排\n要抓好落实。');

  it('asks at the fifth session, goes on by itself before and after', () => {
    const meeting = (session: number): Meeting => ({ ...EMPTY_MEETING, term: 9, session });
    expect([1, 2, 4, 5, 6].map((session) => kindOf(meeting(session)))).toEqual(['firstAnnual', 'next', 'next', null, null]);
  });

  it('a 稿次 that was typed under the title is asked about', () => {
    const typed = report(['中国人民政治协商会议松岭市第九届委员会常务委员会工作报告', '（征求意见稿）', '——在政协松岭市第九届委员会第三次会议上', '（2025年1月12日）', '周行远'], '一、2024年工作总结\n履职有力。', '二、2025年工作安排\n要抓好落实。');
    expect(roll(typed, 'next').items.filter(({ place, why }) => place.field?.startsWith('deck.') === true && why.includes('稿次')).map((item) => (item.group === 'review' ? [item.kind, item.text, item.task] : []))).toEqual([['carried', '（征求意见稿）', true]]);
  });

  it('newTerm: 会议届 one more, 次 one, 报告届 kept', () => {
    const plan = roll(annual, 'newTerm');
    expect(plan.meeting).toMatchObject({ term: 10, reportTerm: 9, session: 1, opens: null });
    const draft = draftOf(plan);
    expect(fieldText(draft.articles[0]?.fields['deck.main'], draft.meeting)).toBe('中国人民政治协商会议松岭市第九届委员会常务委员会工作报告');
    expect(fieldText(draft.articles[0]?.fields['head.occasion'], draft.meeting)).toBe('——在政协松岭市第十届委员会第一次会议上');
    expect(textOf(draft)).toContain('九届市政协履职尽责，认真落实九届五次会议部署，开展本届');
  });

  it('newTerm on a template: its text, the head as it is accepted or refused', () => {
    const [template] = draftOf(roll(report(['中国人民政治协商会议松岭市第九届委员会常务委员会工作报告', '——在政协松岭市第十届委员会第一次会议上', '（2027年1月12日）', '周行远'], '一、五年工作回顾\n五年来砥砺前行。', '二、今后工作的建议\n守正创新。'), 'next')).articles;
    const plan = withTemplate(roll(annual, 'newTerm', { opens: '2027-01-12' }), template!);
    const made = (refused: readonly string[]): Package => putTemplate(draftOf(plan, refused), plan, template!, '2025-11-26', new Set(refused));
    const date = plan.items.find(({ place }) => place.field === 'head.date');
    expect(date).toMatchObject({ group: 'change', from: '（2026年1月12日）' });
    const head = (pkg: Package): string => fieldText(pkg.articles[0]?.fields['head.date'], pkg.meeting);
    expect([head(made([])), head(made([date!.id]))]).toEqual(['（2027年1月12日）', '（2026年1月12日）']);
    expect(textOf(made([date!.id]))).toContain('五年来砥砺前行');
  });

  it('firstAnnual from a first session: 报告届 one more, 次 two', () => {
    const first = report(['中国人民政治协商会议松岭市第九届委员会常务委员会工作报告', '——在政协松岭市第十届委员会第一次会议上', '（2027年1月12日）', '周行远'],
      '一、五年工作回顾\n九届市政协五年来召开全体会议5次。', '二、今后工作的建议\n要抓好落实。');
    const plan = roll(first, 'firstAnnual');
    expect(reviews(plan.items, 'year')).toEqual(['五年工作', '五年来', '今后工作']);
    const draft = draftOf(plan);
    expect(draft.meeting).toMatchObject({ term: 10, reportTerm: 10, session: 2 });
    expect(textOf(draft)).toContain('第十届委员会常务委员会工作报告');
    expect(textOf(draft)).toContain('——在政协松岭市第十届委员会第二次会议上');
    // What is said of five years is the 届's that had them, and asked about.
    expect(textOf(draft)).toContain('九届市政协五年来召开全体会议〔5〕次');
    expect(reviews(plan.items, 'plenary')).toEqual(['九届']);
  });

  it.each<readonly [RollKind, string, string, string | null, string]>([
    ['firstAnnual', '十届一次', '县政协主席　周行远', '林致远', '县政协主席　林致远'],
    ['next', '九届四次', '县政协主席　周行远', '林致远', '县政协主席　林致远'],
    ['next', '九届四次', '县政协主席 常　青', '林致远', '县政协主席 林致远'],
    ['next', '九届四次', '县政协主席　周行远', null, '县政协主席　〔周行远〕'],
  ])('%s: another person reports, whose office stands before the name', (kind, session, line, speaker, expected) => {
    const [term, at] = session.split('届');
    const last = report(['中国人民政治协商会议松岭县第九届委员会常务委员会工作报告', `——在政协松岭县第${term}届委员会第${at!.charAt(0)}次会议上`, '（2027年1月12日）', line], '一、工作回顾\n履职尽责。', '二、今后工作的建议\n要抓好落实。');
    const pkg = packageOf(last);
    const { meeting } = planRoll(pkg, { kind, meeting: {} });
    const plan = planRoll(pkg, { kind, meeting: { ...meeting, speaker }, isWhole: true });
    expect(plan.items.filter(({ place }) => place.field === 'head.speaker').map((item) => [item.kind, item.why])).toEqual([['leader', '报告人换了，职务请核对'], ['name', speaker === null ? '新会议的报告人未定' : '取自会议信息']]);
    const { fields } = draftOf(plan).articles[0]!;
    expect(fields['head.speaker']!.textBetween(0, fields['head.speaker']!.content.size, '', (leaf) => `〔${String(leaf.attrs['was'])}〕`)).toBe(expected);
  });

  it('firstAnnual by the structure of the last annual report: this, previous and 届 are the new ones', () => {
    const plan = roll(annual, 'firstAnnual');
    expect(plan.meeting).toMatchObject({ term: 10, reportTerm: 10, session: 2 });
    const text = textOf(draftOf(plan));
    expect(text).toContain('——在政协松岭市第十届委员会第二次会议上');
    expect(text).toContain('十届市政协履职尽责，认真落实十届一次会议部署，开展本届');
  });
});

it('numbers of a row that was typed as a line are emptied, the years over them are not', () => {
  const { items } = roll(report(['政协松岭市委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2025年1月8日）', '周行远'], '一、2024年工作总结\n类别 2023 2024\n经济建设 75 1,203 74.5%', '二、2025年工作安排\n要抓好落实。'));
  expect(items.flatMap((item) => (item.group === 'blank' && item.kind === 'figure' ? [item.was] : []))).toEqual(['75', '1,203', '74.5']);
});

describe('what is left to a person', () => {
  it('anniversaries are moved where the new one is celebrated, else flagged with the number', () => {
    const plan = roll(report(['政协松岭市委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2024年1月8日）', '周行远'], '一、2023年工作总结\n2023年是东北振兴战略实施20周年。', '二、2024年工作安排\n各位委员，今年是人民政协成立75周年。'));
    expect(reviews(plan.items, 'anniversary')).toEqual(['东北振兴战略实施20周年', '人民政协成立75周年']);
    expect(plan.items.filter(({ kind }) => kind === 'anniversary').map(({ why }) => why)).toEqual(['2024年是21周年，不逢五逢十，是否还写请定', '2025年是76周年，不逢五逢十，是否还写请定']);
  });

  it('plenaries, formulas and speeches are flagged, never changed', () => {
    const plan = roll(report(['政协松岭市委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2024年1月8日）', '周行远'], '一、2023年工作总结\n2023年是难忘的一年。', '二、2024年工作安排\n落实省委十二届四次全会和市委八届四次、五次全会精神。习近平总书记强调，要广开言路。坚决做到“两个维护”。'));
    expect(reviews(plan.items, 'plenary')).toEqual(['省委十二届四次全会', '市委八届四次、五次全会']);
    expect(reviews(plan.items, 'quotation')).toEqual(['习近平总书记强调，要广开言路。']);
    expect(reviews(plan.items, 'formula')).toEqual(['“两个维护”']);
    expect(textOf(draftOf(plan))).toContain('落实省委十二届四次全会和市委八届四次、五次全会精神。');
    expect(draftOf(plan).articles.flatMap((article) => openPlaces(article)).filter(({ kind }) => kind === 'doubt').length).toBeGreaterThanOrEqual(2);
  });

  it('a refused change leaves the words, a ticked item no doubt', () => {
    const plan = roll(report(['政协松岭市委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2024年1月8日）', '周行远'], '一、2023年工作总结\n编发信息29篇。', '二、2024年工作安排\n坚决做到“两个维护”。'));
    const draft = draftOf(plan, plan.items.map(({ id }) => id));
    expect(textOf(draft)).toBe(textOf(plan.last));
    expect(draft.articles.flatMap((article) => openPlaces(article))).toEqual([]);
  });

  it('only the structure: heads stay, each with a place for its text', () => {
    const plan = roll(report(['政协松岭市委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2024年1月8日）', '周行远'], '一、2023年工作总结\n（一）强基固本。学习8次。', '二、2024年工作安排\n抓好落实。'), 'structure');
    const { doc } = draftOf(plan).articles[0]!;
    expect(doc.toJSON()).toMatchObject({ content: [{ type: 'heading' }, { type: 'paragraph' }, { type: 'heading' }, { type: 'paragraph' }] });
    expect(doc.textContent).toBe('2024年工作总结强基固本。2025年工作安排');
  });
});

it('keeps last year’s text as a version, drops threads, hand remedies and issue numbers', () => {
  const last = packageOf(report(['政协松岭市委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2024年1月8日）', '周行远'], '一、2023年工作总结\n学习8次。', '二、2024年工作安排\n抓好落实。'));
  const [article] = last.articles;
  const doc = schema.nodes.doc.create(null, article!.doc.content.replaceChild(0, article!.doc.child(0).type.create({ ...article!.doc.child(0).attrs, adjust: { booklet: { lines: -1 } } }, article!.doc.child(0).content)));
  const draft = draftOf(planRoll({ ...last, articles: [{ ...article!, doc }], comments: [{ id: 'c', article: article!.id, entries: [], done: false }] }, { kind: 'next', meeting: {} }));
  expect(draft.comments).toEqual([]);
  expect(draft.articles[0]?.doc.child(0).attrs['adjust']).toBeNull();
  expect(draft.versions).toMatchObject([{ id: 'last-year', name: '去年定稿（六届二次）', date: '2024-01-08' }]);
  expect(draft.versions[0]?.articles[0]?.doc).toBe(doc);
  expect(draft.stage).toBe('工作稿第1稿');
});

describe.skipIf(!existsSync(SAMPLE))('TYPESETTING 8.7 on the sample', () => {
  const last = existsSync(SAMPLE) ? packageOf(readFileSync(SAMPLE, 'utf8')) : null;
  const plan = last === null ? null : planRoll(last, { kind: 'next', meeting: {} });
  const items = (): readonly RollItem[] => plan!.items.filter(({ place }) => place.article === plan!.last.articles[0]?.id);

  it('is 九届四次, looks back on 2024 and plans 2025', () => {
    expect(plan?.meeting).toMatchObject({ term: 9, session: 4, opens: null });
    expect(plan?.years).toEqual({ last: 2023, next: 2024 });
    expect(changes(items())).toEqual([
      expect.stringContaining('第九届委员会第四次会议上'), '2023→2024', '2023→2024', '九届二次全体会议→九届三次全体会议', '2024→2025', '2024→2025',
    ]);
  });

  it('empties the 30 counts and the rank, keeps the measure words', () => {
    const was = items().flatMap((item) => (item.group === 'blank' && item.kind === 'figure' ? [item.was] : []));
    expect(was).toEqual(['8', '8', '24', '68', '25', '30余', '8', '10', '3', '5', '39', '53', '2', '4', '6', '15', '21', '5', '两', '110', '11', '100', '29', '8', '6', '4', '1000多', '6', '20余', '6', '30余']);
  });

  it('flags 76周年 and each plenary of the 市委', () => {
    expect(reviews(items(), 'anniversary')).toEqual(['人民政协成立75周年']);
    expect(reviews(items(), 'plenary').filter((text) => text.startsWith('市委'))).toHaveLength(5);
  });

  it('is refused as a 大会稿', () => {
    expect(draftOf(plan!).articles.flatMap((article) => openPlaces(article)).length).toBeGreaterThan(60);
  });
});
