// The draft as one group of changes: applied it is the draft, inverted it is last year's
// package again, letter by letter, and it survives JSON as the journal keeps it.
import { describe, expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import { applyChanges } from '../../model/apply-change';
import type { PackageChange } from '../../model/change';
import type { Package } from '../../model/package';
import { applyRoll } from './apply-roll';
import { countOpen, openTasks } from '../open-tasks';
import { rollGroups } from './fold-items';
import { planRoll } from './plan-roll';
import { rollChanges } from './roll-changes';
import { rollTasks, type RollTask } from './roll-tasks';

const LAST = [
  '政协松岭市委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2025年1月8日）', '周行远', '', '各位委员：', '我受委托向大会报告工作，请予审议。', '',
  '一、2024年工作总结', '2024年是砥砺前行的一年。全年召开专题协商会8次，形成调研报告18篇，一批意见建议转化为政策举措。', '落实市委八届五次全会部署，六届二次会议以来立案163件，六届二次会议以来办复163件。',
  '二、2025年工作安排', '坚决做到“两个维护”，要把各项任务抓细抓实，做到事事有回音、件件有着落。',
];
const last: Package = toPackage(recognise(LAST.join('\n')), { id: 'p', name: '去年' });
const plan = planRoll(last, { kind: 'next', meeting: { opens: '2026-01-12' } });
const draft = applyRoll(plan, { refused: new Set(), id: 'p', name: '去年', today: '2025-11-26' });
const json = (pkg: Package): string => JSON.stringify({ ...pkg, assets: [...pkg.assets.keys()] });

describe('a draft as changes', () => {
  it('makes the draft of last year’s package, and undone gives that back', () => {
    const changes = JSON.parse(JSON.stringify(rollChanges(last, draft))) as PackageChange[];
    const made = applyChanges(last, changes);
    if (!made.ok) throw new Error(made.reason);
    expect(json(made.value.pkg)).toBe(json(draft));
    const back = applyChanges(made.value.pkg, made.value.inverse);
    if (!back.ok) throw new Error(back.reason);
    expect(json(back.value.pkg)).toBe(json(last));
  });
});

describe('the rows a person goes through', () => {
  const groups = rollGroups(plan.items);
  it('fold equal changes, never two figures', () => {
    const figures = groups[1]!.rows.filter(({ items }) => items[0].kind === 'figure');
    expect(figures.map(({ items }) => items.length)).toEqual([1, 1, 1, 1]);
    const sessions = groups[0]!.rows.filter(({ items }) => items[0].kind === 'session').map(({ items }) => [items[0].group === 'change' ? items[0].from : '', items.length]);
    expect(sessions).toContainEqual(['六届二次会议', 2]);
  });
  it('count what they hold', () => {
    for (const { count, kinds, rows } of groups) {
      expect(kinds.reduce((sum, one) => sum + one.count, 0)).toBe(count);
      expect(rows.reduce((sum, { items }) => sum + items.length, 0)).toBe(count);
    }
  });
  it('count what the draft will: flags that touch are one, and what the record lacks is no 待填', () => {
    const again = planRoll(last, { kind: 'next', meeting: {} });
    const made = applyRoll(again, { refused: new Set(), id: 'q', name: '今年', today: '2026-11-26' });
    const [, blank, review] = rollGroups(again.items);
    expect(blank?.kinds.map(({ kind }) => kind)).toContain('record');
    expect({ blanks: blank?.count, checks: review?.count }).toEqual(countOpen(openTasks(made, '2026-11-26')));
  });
});

const doneTasks = (pkg: Package): RollTask[] => rollTasks(pkg).filter(({ isOpen }) => !isOpen);

describe('what is done', () => {
  const replaceIn = (pkg: Package, was: string, edit: (doc: Package['articles'][0]['doc'], from: number, to: number) => Package['articles'][0]['doc']): Package => {
    const [article] = pkg.articles;
    let found: [number, number] | null = null;
    article!.doc.descendants((node, pos) => {
      const hit = node.type.name === 'placeholder' ? node.attrs['was'] === was : node.isText && node.marks.some(({ type }) => type.name === 'doubt') && node.text?.includes(was) === true;
      if (hit && found === null) found = [pos, pos + node.nodeSize];
      return true;
    });
    if (found === null) throw new Error(`no ${was}`);
    return { ...pkg, articles: [{ ...article!, doc: edit(article!.doc, ...(found as [number, number])) }] };
  };
  const text = (words: string) => (doc: Package['articles'][0]['doc'], from: number, to: number) => doc.replace(from, to, doc.type.schema.node('doc', null, doc.type.schema.node('paragraph', null, doc.type.schema.text(words))).slice(1, 1 + words.length));

  it('is nothing right after the draft was made: each place is open, and says why', () => {
    expect(doneTasks(draft)).toEqual([]);
    const asked = plan.items.filter((item) => (item.group === 'blank' && !item.record) || (item.group === 'review' && item.task));
    expect(rollTasks(draft).map(({ why }) => why)).toEqual(asked.map(({ why }) => why));
  });

  it('knows a figure that was filled, by what stands there now', () => {
    expect(doneTasks(replaceIn(draft, '8', text('9')))).toMatchObject([{ group: 'blank', kind: 'figure', was: '8', now: '9' }]);
    expect(doneTasks(replaceIn(draft, '18', text('18')))).toMatchObject([{ was: '18', now: '18' }]);
  });

  it('knows a flag that was ticked', () => {
    const [article] = draft.articles;
    const { doc } = article!;
    const ticked = { ...draft, articles: [{ ...article!, doc: doc.type.schema.nodeFromJSON(JSON.parse(JSON.stringify(doc.toJSON(), (key, value: unknown) => (key === 'marks' && Array.isArray(value) ? value.filter((mark: { type: string }) => mark.type !== 'doubt') : value)))) }] };
    const now = doneTasks(ticked).map(({ group, was, now: words }) => [group, was, words]);
    expect(now).toContainEqual(['review', '“两个维护”', '“两个维护”']);
    expect(now.every(([group, was, words]) => group === 'review' && was === words)).toBe(true);
  });

  it('finds its paragraph after one was put before it, and has none for one that is gone', () => {
    const filled = replaceIn(draft, '163', text('171'));
    const [article] = filled.articles;
    const moved = { ...filled, articles: [{ ...article!, doc: article!.doc.copy(article!.doc.content.addToStart(article!.doc.type.schema.node('paragraph', null, article!.doc.type.schema.text('新写的一段，说别的事。')))) }] };
    expect(doneTasks(moved)).toMatchObject([{ was: '163', now: '171', block: (doneTasks(filled)[0]?.block ?? 0) + 1 }]);
    const gone = { ...draft, articles: [{ ...article!, doc: article!.doc.copy(article!.doc.content.cut(0, article!.doc.child(0).nodeSize)) }] };
    expect(doneTasks(gone)).toEqual([]);
  });
});
