import { describe, expect, it } from 'vitest';
import { article, br, doc, field, h, heading, lead, marked, note, omit, p, packageOf, par, placeholder, table } from '../../../../test/build';
import { applyChange, invertChange } from '../../model/apply-change';
import type { CommentThread, Package } from '../../model/package';
import { takeBack, type TakeBackPlan } from './take-back';
import { takeBackChanges } from './take-back-changes';

type Blocks = Parameters<typeof doc>;

const report = (blocks: Blocks, comments: readonly CommentThread[] = [], title = '工作报告'): Package => ({ ...packageOf([article('r', 'report', doc(...blocks), { 'deck.main': title })], [], { term: 5 }), comments });

const accept = (pkg: Package, plan: TakeBackPlan, ids: readonly string[] = plan.pieces.map(({ id }) => id)): Package => {
  let serial = 0;
  const changes = takeBackChanges(pkg, plan, new Set(ids), () => `n${++serial}`);
  const after = changes.reduce((now, change) => {
    const applied = applyChange(now, change);
    if (!applied.ok) throw new Error(applied.reason);
    return applied.value;
  }, pkg);
  // One step of undo: everything back as it was.
  let back = after;
  const befores = changes.reduce<Package[]>((list, change) => [...list, (applyChange(list.at(-1)!, change) as { value: Package }).value], [pkg]);
  changes.toReversed().forEach((change, i) => {
    const inverse = invertChange(befores[changes.length - 1 - i]!, change);
    if (!inverse.ok) throw new Error(inverse.reason);
    back = (applyChange(back, inverse.value) as { value: Package }).value;
  });
  expect(back.articles[0]!.doc.eq(pkg.articles[0]!.doc)).toBe(true);
  return after;
};

const said = (plan: TakeBackPlan): unknown[] => plan.pieces.map(({ kind, section, words, what }) => [kind, section, words.map(({ kind: is, text }) => `${is === 'same' ? '' : is === 'new' ? '+' : '-'}${text}`).join('|'), what]);

describe('what differs, piece by piece, under its heading', () => {
  it('nothing, where nothing was changed: values of the record that came back as words are the same', () => {
    const ours = report([h(1, '总结'), p('届：', field('term', 'di'), placeholder(), note('甲', '乙'))]);
    const theirs = report([h(1, '总结'), p('届：第五届〔数字：待填〕〔甲：乙〕')]);
    expect(takeBack(ours, theirs, 'booklet')).toMatchObject({ pieces: [], articles: [{ article: 'r', kept: 2 }], unknown: [] });
  });
  it('a paragraph changed, one new, one gone', () => {
    const ours = report([h(1, '总结'), p('收到提案312件，办复率百分之百。'), h(1, '安排'), p('这一段整段删去，别处没有相近的话。'), p('末段不动。')]);
    const theirs = report([h(1, '总结'), p('收到提案328件，办复率百分之百。'), p('新添的一段说另外一件完全不同的事情。'), h(1, '安排'), p('末段不动。')]);
    expect(said(takeBack(ours, theirs, 'booklet'))).toEqual([
      ['changed', '一、总结', '收到提案|-312|+328|件，办复率百分之百。', null],
      ['new', '一、总结', '+新添的一段说另外一件完全不同的事情。', null],
      ['gone', '二、安排', '-这一段整段删去，别处没有相近的话。', null],
    ]);
  });
  it('a list restarted, a paragraph made a heading, a title changed', () => {
    const ours = report([h(1, '总结'), p('重点工作'), h(1, '安排')]);
    const theirs = report([h(1, '总结'), h(2, '重点工作'), heading({ level: 1, start: 1 }, '安排')], [], '工作总结');
    expect(said(takeBack(ours, theirs, 'booklet'))).toEqual([
      ['field', '标题部分', '工作|-报告|+总结', '主题'],
      ['changed', '（一）重点工作', '重点工作', '正文 → 二级标题“（一）”'],
      ['changed', '一、安排', '安排', '一级标题“二、” → 一级标题“一、”'],
    ]);
  });
  it('an article that the package has not is named; one that the file has not is not gone', () => {
    const ours: Package = packageOf([article('r', 'report', doc(p('报告的话'))), article('n', 'notice', doc(p('公告的话')))]);
    const theirs = packageOf([article('x', 'news', doc(p('完全是别的一篇文章')), { 'deck.main': '别的' })]);
    expect(takeBack(ours, theirs, 'booklet')).toMatchObject({ pieces: [], unknown: ['别的'] });
  });
  it('notes that came as they are printed are notes', () => {
    const ours = report([p('“书香政协”', note('“书香政协”', '读书的品牌：活动'), '品牌'), p('末段')]);
    const printed = report([p('“书香政协”〔1〕品牌'), p('末段'), p('名词解释'), p('1.“书香政协”：读书的品牌：活动')]);
    expect(takeBack(ours, printed, null)).toMatchObject({ pieces: [], articles: [{ kept: 2 }] });
    expect(said(takeBack(ours, report([p('“书香政协”〔1〕品牌'), p('末段'), p('名词解释'), p('1.“书香政协”：读书的品牌：行动')]), null))).toHaveLength(1);
    // No annex of ours: left as it stands.
    expect(said(takeBack(ours, report([p('“书香政协”〔1〕品牌'), p('末段'), p('名词解释'), p('别的话')]), null))).toHaveLength(3);
  });
  it('a foreign file’s article is found by its words', () => {
    const ours = packageOf([article('a', 'notice', doc(p('会议定于一月召开。'))), article('b', 'report', doc(p('收到提案312件，立案268件。')))]);
    const theirs = packageOf([article('a1', 'report', doc(p('收到提案328件，立案268件。')))]);
    expect(takeBack(ours, theirs, null).pieces.map((piece) => piece.article)).toEqual(['b']);
  });
});

describe('what is accepted becomes one step of undo', () => {
  const ours = report([
    h(1, '总结'), p('收到提案', placeholder(), '件，', marked('doubt', null, '三成'), '办复', note('平台', '一个平台'), '。'), par({ head: { level: 2 }, adjust: { b: { lines: 1 } } }, lead('固本铸魂。'), '学习。'), p('不动'), table(['甲', '乙'], ['丙', '丁']),
  ]);
  const theirs = report([
    h(1, '总结'), p('收到提案', placeholder(), '件，', marked('doubt', null, '三成'), '已经办复', note('平台', '一个平台'), '。'), p('插入一段新的话。'), par({ head: { level: 2 } }, lead('固本铸魂。'), '学习好。'), p('不动'), table(['甲', '乙'], ['丙', '戊']),
  ]);
  const plan = takeBack(ours, theirs, 'booklet');
  it('all of it gives their text, with our atoms, marks and what editions asked', () => {
    const after = accept(ours, plan).articles[0]!.doc;
    expect(after.childCount).toBe(6);
    expect(after.child(1).eq(theirs.articles[0]!.doc.child(1))).toBe(true);
    expect(after.child(3).attrs['adjust']).toEqual({ b: { lines: 1 } });
    expect(takeBack({ ...ours, articles: [{ ...ours.articles[0]!, doc: after }] }, theirs, 'booklet').pieces).toEqual([]);
  });
  it.each(plan.pieces.map(({ id }, at) => [at, id] as const))('piece %i alone leaves the others', (_at, id) => {
    const after = accept(ours, plan, [id]);
    const left = takeBack(after, theirs, 'booklet').pieces.length;
    expect(left).toBe(plan.pieces.length - 1);
  });
  it('nothing accepted changes nothing', () => expect(takeBackChanges(ours, plan, new Set(), () => 'x')).toEqual([]));
  it('all paragraphs gone leaves an empty one', () => {
    const bare = report([p('甲乙丙丁戊己')]);
    expect(accept(bare, takeBack(bare, report([p('完全不同的另一句话')]), 'booklet')).articles[0]!.doc.childCount).toBe(1);
  });
});

describe('批注 of a Word user', () => {
  const c = (id: string, ...words: string[]): ReturnType<typeof marked> => marked('comment', { id }, ...words);
  const thread = (id: string, ...texts: string[]): CommentThread => ({ id, article: 'r', done: false, entries: texts.map((text) => ({ by: '王', at: '2026-01-07T08:00:00Z', text })) });
  it('a new one comes onto its words, whether the paragraph is changed or not', () => {
    const ours = report([p('收到提案312件。'), p('会议开幕。')]);
    const theirs = report([p('收到', c('w0', '提案'), '328件。'), p('会议', c('w1', '开幕'), '。')], [thread('w0', '核'), thread('w1', '改')]);
    const plan = takeBack(ours, theirs, 'booklet');
    expect(plan.pieces.map(({ kind }) => kind)).toEqual(['changed', 'comment', 'comment']);
    for (const ids of [plan.pieces.map(({ id }) => id), ['comment w0', 'comment w1']]) {
      const after = accept(ours, plan, ids);
      const marks: string[] = [];
      after.articles[0]!.doc.descendants((node) => {
        if (node.marks.some(({ type }) => type.name === 'comment')) marks.push(`${node.marks[0]!.attrs['id'] as string} ${node.text}`);
      });
      expect(marks).toEqual(['n1 提案', 'n2 开幕']);
      expect(after.comments.map(({ id, quote, entries }) => [id, quote, entries[0]!.text])).toEqual([['n1', '提案', '核'], ['n2', '开幕', '改']]);
    }
  });
  it('an answer is added to our thread', () => {
    const ours = report([p('收到', c('c', '提案'))], [thread('c', '核')]);
    const plan = takeBack(ours, report([p('收到', c('c', '提案'))], [{ ...thread('c', '核', '已核'), done: true }]), 'booklet');
    expect(said(plan)).toEqual([['comment', '', '+王：已核', '批注已办']]);
    expect(accept(ours, plan).comments[0]).toMatchObject({ done: true, entries: [{ text: '核' }, { text: '已核' }] });
  });
  it('one that is not accepted leaves no mark behind in a paragraph that is', () => {
    const ours = report([p('收到提案312件。')]);
    const plan = takeBack(ours, report([p('收到', c('w0', '提案'), '328件。'), p(c('w0', '新的一段话'))], [thread('w0', '核')]), 'booklet');
    const after = accept(ours, plan, plan.pieces.filter(({ kind }) => kind !== 'comment').map(({ id }) => id));
    expect(JSON.stringify(after.articles[0]!.doc.toJSON())).not.toContain('comment');
  });
});

describe('what an edition left out of its file', () => {
  const ours = report([
    h(1, '总结'), p('收到提案312件，', omit('speech', '其中集体提案60件，'), '办复率百分之百。'), par({ head: { level: 2, numbered: true, start: null, form: null } }, lead(omit('speech', '宣读时略去的一段。')), omit('speech', '全段都不念。')),
    par({ head: { level: 2, numbered: true, start: null, form: null } }, lead('凝聚共识。'), '走访委员。'), h(1, '安排'), p('末段', omit('newspaper', '（见报略）'), '不动。'),
  ]);
  const second = { level: 2, numbered: true, start: 2, form: null } as const;
  const returned = (blocks: Blocks): Package => report([h(1, '总结'), ...blocks, h(1, '安排'), p('末段（见报略）不动。')]);

  it('is not gone, nor is a number that shows as it did', () => {
    const plan = takeBack(ours, returned([p('收到提案312件，办复率百分之百。'), par({ head: second }, lead('凝聚共识。'), '走访委员。')]), 'speech');
    expect(plan).toMatchObject({ pieces: [], leftOut: { edition: 'speech', count: 2 } });
  });
  it('stays in a paragraph that was changed around it, and between paragraphs', () => {
    const plan = takeBack(ours, returned([p('收到提案328件，办复率百分之百，又有新增。'), p('新添的一段说另外一件完全不同的事情。'), par({ head: second }, lead('凝聚共识。'), '走访委员和群众。')]), 'speech');
    expect(plan.pieces.map(({ kind }) => kind)).toEqual(['changed', 'new', 'changed']);
    const doc = accept(ours, plan).articles[0]!.doc;
    expect(doc.textBetween(0, doc.content.size, '|')).toBe('总结|收到提案328件，其中集体提案60件，办复率百分之百，又有新增。|宣读时略去的一段。全段都不念。|新添的一段说另外一件完全不同的事情。|凝聚共识。走访委员和群众。|安排|末段（见报略）不动。');
    expect(doc.child(1).child(1).marks.map(({ type }) => type.name)).toEqual(['omit']);
    expect(doc.child(4).attrs['head']).toMatchObject({ start: null });
  });
  it('is told by the file’s words where the file does not say which edition it is of; one that holds them is of the booklet', () => {
    const blocks: Blocks = [p('收到提案312件，办复率百分之百。'), par({ head: second }, lead('凝聚共识。'), '走访委员。')];
    expect(takeBack(ours, returned(blocks), null)).toMatchObject({ pieces: [], leftOut: { edition: 'speech' } });
    expect(takeBack(ours, ours, null)).toMatchObject({ pieces: [], leftOut: null });
    expect(takeBack(ours, returned([p('收到提案312件，其中集体提案60件，办复率百分之百。'), ...blocks.slice(1)]), null)).toMatchObject({ pieces: [{ kind: 'gone' }], leftOut: null });
  });
  it('stays in a cell of a table that was changed in another', () => {
    const held = report([p('表：'), table(['甲', omit('speech', '12')], ['乙', '34'])]);
    const plan = takeBack(held, report([p('表：'), table(['甲', ''], ['乙', '35'])]), 'speech');
    expect(plan.pieces.map(({ kind }) => kind)).toEqual(['changed']);
    expect(accept(held, plan).articles[0]!.doc.lastChild!.textContent).toBe('甲12乙35');
  });
});

describe('a file that is none of ours: its structure is a guess, its words tell', () => {
  const ours = report([h(1, '总结'), par({ head: { level: 2, numbered: true, start: null, form: null } }, lead('固本铸魂。'), '学习', note('“书香政协”', '读书的品牌'), '品牌。'), p('末段')], [], '云岭市政协工作报告');
  const text = (words: string): Package => ({ ...report([p('总结'), p(words), p('末段')]), articles: [article('x', 'report', doc(p('总结'), p(words), p('末段')), { 'deck.main': ['云岭市政协', br, '工作报告'] })] });

  it('headings that were not seen, numbers that were lost, notes that were not printed and the ends of a title’s lines are no differences', () => {
    expect(takeBack(ours, text('固本铸魂。学习品牌。'), null)).toMatchObject({ pieces: [], articles: [{ kept: 3 }] });
  });
  it('words that were changed come into our heading, with its number and its note', () => {
    const plan = takeBack(ours, text('固本铸魂。学习用好品牌。'), null);
    expect(said(plan)).toEqual([['changed', '（一）固本铸魂', '固本铸魂。学习|+用好|品牌。', null]]);
    const block = accept(ours, plan).articles[0]!.doc.child(1);
    expect([block.attrs['head'], block.textContent, block.child(0).marks.map(({ type }) => type.name)]).toEqual([ours.articles[0]!.doc.child(1).attrs['head'], '固本铸魂。学习用好品牌。', ['lead']]);
    expect(JSON.stringify(block.toJSON())).toContain('读书的品牌');
  });
});
