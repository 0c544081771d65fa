import { describe, expect, it } from 'vitest';
import { article, doc, field, h, marked, p, packageOf, placeholder, table } from '../../../test/build';
import { applyRoll } from '../../core/report/roll/apply-roll';
import { planRoll } from '../../core/report/roll/plan-roll';
import { taskAfter, taskNow, tasksOf } from './tasks';

describe('下一处待办', () => {
  const pkg = packageOf([
    article('a', 'report', doc(p('甲', placeholder(), '乙'), p('丙', marked('doubt', null, '存疑'), '丁')), { 'head.salutation': placeholder('name') }),
    article('b', 'news', doc(p('戊', placeholder('date')))),
  ]);
  const at = (caret: { article: string; field: string | null; block: number; from: number } | null): string => {
    const task = taskAfter(pkg, caret);
    return `${task?.article ?? ''} ${task?.field ?? task?.block ?? ''} ${task?.from ?? ''}-${task?.to ?? ''}`;
  };

  it('heads first, down the text, on in the next article and from the first again', () => {
    expect(at(null)).toBe('a head.salutation 0-1');
    expect(at({ article: 'a', field: 'deck.main', block: 0, from: 3 })).toBe('a head.salutation 0-1');
    // Its end, where one is selected.
    expect(at({ article: 'a', field: 'head.salutation', block: 0, from: 1 })).toBe('a 0 1-2');
    expect(at({ article: 'a', field: null, block: 0, from: 1 })).toBe('a 0 1-2');
    expect(at({ article: 'a', field: null, block: 0, from: 2 })).toBe('a 1 1-3');
    expect(at({ article: 'a', field: null, block: 1, from: 3 })).toBe('b 0 1-2');
    expect(at({ article: 'b', field: null, block: 0, from: 2 })).toBe('a head.salutation 0-1');
  });

  it('nothing is open: none', () => {
    expect(taskAfter(packageOf([article('a', 'report', doc(p('都写好了')))]), null)).toBeNull();
  });
});

describe('a 待填 among its words', () => {
  const row = (meeting: Parameters<typeof packageOf>[2]): string | undefined => tasksOf(packageOf([article('a', 'report', doc(p('在', field('place'), '是', placeholder('text'), '之年。')))], [], meeting)).at(0)?.text;

  it('shows values of the record as they read, and which are missing', () => {
    expect([row({ place: '云岭市' }), row({})]).toEqual(['在云岭市是〔内容：待填〕之年', '在〔地名：未填〕是〔内容：待填〕之年']);
  });
});

describe('去年 beside a 待填', () => {
  const last = packageOf([article('a', 'report', doc(p('一年来，共提交提案306件，办复率很高，委员们的意见得到了认真办理，许多建议写进了市里的规划。')))], [], { opens: '2025-01-12', term: 5, reportTerm: 5, session: 4 });
  const draft = applyRoll(planRoll(last, { kind: 'next', meeting: { ...last.meeting, opens: '2026-01-12', session: 5 } }), { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
  const noteOf = (typed: string): string | null | undefined => {
    const [first] = draft.articles;
    const paragraph = first?.doc.firstChild;
    if (first === undefined || paragraph === null || paragraph === undefined) throw new Error('no text');
    const words = paragraph.textContent.slice(0, 4);
    const doc2 = first.doc.copy(first.doc.content.replaceChild(0, paragraph.copy(paragraph.cut(0, 0).content.append(p(words, typed).content).append(paragraph.slice(4).content))));
    return tasksOf({ ...draft, articles: [{ ...first, doc: doc2 }] }).find(({ tag, type }) => tag === '待填' && type === 'figure')?.note;
  };

  it('is last year’s own clause, whatever is typed before the hole meanwhile', () => {
    expect(noteOf('')).toBe('去年：共提交提案306件');
    expect(noteOf('今年新写的话')).toBe('去年：共提交提案306件');
  });

  it('of a cell stands beside what its row and column are called; done, it is listed so', () => {
    const rolled = (...rows: readonly (readonly string[])[]) => packageOf([article('a', 'report', doc(table(...rows)))], [], { opens: '2025-01-12', term: 5, reportTerm: 5, session: 4 });
    const old = rolled(['类别', '立案', '办复'], ['经济', '75', '74'], ['社会', '62', '62']);
    const made = applyRoll(planRoll(old, { kind: 'next', meeting: { ...old.meeting, opens: '2026-01-12', session: 5 } }), { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
    expect(tasksOf(made).map(({ text, note }) => [text, note]).slice(0, 2)).toEqual([['经济 立案：〔数字：待填〕', '去年 75'], ['经济 办复：〔数字：待填〕', '去年 74']]);
    const filled = { ...rolled(['类别', '立案', '办复'], ['经济', '80', '79'], ['社会', '60', '60']), versions: made.versions };
    expect(tasksOf(filled).map(({ text, note }) => [text, note])[0]).toEqual(['经济 立案：80', '去年 75 → 今年 80']);
  });

  it('is the number alone where last year’s text is not kept', () => {
    expect(tasksOf({ ...draft, versions: [] }).find(({ type }) => type === 'figure')?.note).toBe('去年 306');
  });
});

describe('the list a pause behind the text', () => {
  it('a row is its 待填 after the one before it was filled in longer words, and gone once it is filled itself', () => {
    const of = (...content: Parameters<typeof p>) => packageOf([article('a', 'report', doc(p(...content)))]);
    const [, second] = tasksOf(of('提案', placeholder(), '件，信息', placeholder(), '条。'));
    if (second === undefined) throw new Error('no second');
    expect(taskNow(of('提案', '1500', '件，信息', placeholder(), '条。'), second)?.from).toBe(second.from + 3);
    expect(taskNow(of('提案', '1500', '件，信息', '26', '条。'), second)).toBeNull();
  });
});

describe('the section of a row', () => {
  it('has the part of the report above it, without which two 一、 are alike', () => {
    const pkg = packageOf([article('a', 'report', doc(
      h(0, '2025年工作回顾'), h(1, '加强政治引领'), p('举办讲座', placeholder(), '次。'), h(0, '2026年工作安排'), p('新的一年，安排', placeholder(), '项。'), h(1, '聚焦中心任务'), p('办好', placeholder(), '件。'),
    ))]);
    expect(tasksOf(pkg).map(({ section }) => section)).toEqual(['2025年工作回顾 一、加强政治引领', '2026年工作安排', '2026年工作安排 一、聚焦中心任务']);
  });
});

it('what became of a flag is told by the words there now, and by none where hardly any are left between its neighbours', () => {
  const last = packageOf([article('a', 'report', doc(h(1, '2024年工作回顾'), p('2024年是新中国成立75周年，也是人民政协成立75周年。一年来，委员们履职尽责，各项任务圆满完成。')))], [], { opens: '2025-01-12', term: 5, reportTerm: 5, session: 4 });
  const draft = applyRoll(planRoll(last, { kind: 'next', meeting: { ...last.meeting, opens: '2026-01-12', session: 5 } }), { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
  const [first] = draft.articles;
  const written = { ...draft, articles: [{ ...first!, doc: first!.doc.copy(first!.doc.content.replaceChild(1, p('2025年是“十四五”规划收官之年。一年来，委员们履职尽责，各项任务圆满完成。'))) }] };
  expect(tasksOf(written).map(({ tag, text, note }) => [tag, text, note])).toEqual([['已办', '新中国成立75周年', '已改写'], ['已办', '人民政协成立75周年', '已改为“‘十四五’规划收官之年”']]);
});
