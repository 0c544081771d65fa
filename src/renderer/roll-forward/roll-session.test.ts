// What is decided while a draft is prepared: the kind by the record, the record by what is
// typed over the last one, decisions that outlive a step back, and what a file's rows say.
import { describe, expect, it } from 'vitest';
import { recognise, toPackage } from '../../core/import/index';
import { tasksOf } from '../panels/tasks';
import { today } from '../templates/today';
import { listRows } from './list-rows';
import { draftOf } from './make-draft';
import { RollSession, stateOf } from './roll-session';
import { sectionCounts } from './section-counts';

const text = (session: string): string => [
  '政协松岭市委员会常务委员会工作报告', `——在政协松岭市第六届委员会第${session}次会议上`, '（2025年1月8日）', '周行远', '', '各位委员：', '我受委托向大会报告工作，请予审议。', '',
  '一、2024年工作总结', '（一）固本强基。召开专题协商会8次，形成调研报告18篇。', '（二）凝聚共识。立案163件，全面落实市委八届五次全会精神。落实六届二次会议部署，完成六届二次会议确定的任务。', '二、2025年工作安排', '抓好落实。',
].join('\n');
const source = (session: string) => ({ name: '去年.txt', pkg: toPackage(recognise(text(session)), { id: 'p', name: '去年' }), notes: [], questions: 0, isText: true });
const none = (): Promise<null> => Promise.resolve(null);

describe('the kind of the next meeting', () => {
  it('is chosen by the record, and left open at a fifth session', () => {
    const session = new RollSession();
    session.take(source('二'));
    expect([session.kind.get(), session.given()?.session]).toEqual(['next', 3]);
    session.take(source('五'));
    expect([session.kind.get(), session.given()]).toEqual([null, null]);
  });
  it('another kind takes what was typed of 届 and 次 with it, not the date', () => {
    const session = new RollSession();
    session.take(source('五'));
    session.choose('next');
    session.drafts.set({ session: '七', opens: '2026年1月12日' });
    expect(session.record()).toMatchObject({ term: 6, session: 7, opens: '2026-01-12' });
    session.choose('newTerm');
    expect(session.record()).toMatchObject({ term: 7, session: 1, reportTerm: 6, opens: '2026-01-12' });
  });
  it('what cannot be read is named', () => {
    const session = new RollSession();
    session.take(source('二'));
    session.drafts.set({ opens: '2026年13月1日' });
    expect(session.unread()).toEqual({ name: '开幕日期', reason: '没有 13 月' });
  });
  it('a value taken out is not known any more', async () => {
    const session = new RollSession();
    session.take(source('二'));
    session.drafts.set({ speaker: '' });
    await session.propose(none);
    expect(session.proposal.get()?.plan.meeting.speaker).toBeNull();
  });
});

it('a first annual report takes the structure of the last annual one, the numbers of the first session', async () => {
  const session = new RollSession();
  session.take({ ...source('一'), pkg: toPackage(recognise(text('一').replace('第六届委员会第一次', '第七届委员会第一次')), { id: 'f', name: '五年' }) });
  expect(session.kind.get()).toBe('firstAnnual');
  const annual = source('五');
  session.annual.set(annual);
  await session.propose(none);
  const { plan } = session.proposal.get()!;
  expect(plan.last).toBe(annual.pkg);
  expect(plan.meeting).toMatchObject({ term: 7, reportTerm: 7, session: 2 });
  session.choose('next');
  expect(session.annual.get()).toBeNull();
});

describe('decisions', () => {
  it('stay where the proposals are made again, and count by section', async () => {
    const session = new RollSession();
    session.take(source('二'));
    await session.propose(none);
    const { groups } = session.proposal.get()!;
    const figures = groups[1]!.rows.filter(({ items }) => items[0].kind === 'figure');
    expect(figures).toHaveLength(3);
    const draft = () => draftOf(session.proposal.get()!, session.refused.get(), 'd');
    const counts = () => sectionCounts(draft(), today()).map(({ name, blanks, checks }) => [name, blanks, checks]);
    const listed = () => tasksOf(draft()).filter(({ tag }) => tag !== '已办');
    expect(counts().reduce((sum, [, blanks, checks]) => sum + Number(blanks) + Number(checks), 0)).toBe(listed().length);
    expect(counts()).toContainEqual(['一（一）固本强基', 2, 0]);
    session.turn(figures[0]!);
    expect(counts()).toContainEqual(['一（一）固本强基', 1, 0]);
    session.drafts.set({ opens: '2026-01-12' });
    await session.propose(none);
    expect(stateOf(figures[0]!.items, session.refused.get())).toBe('refused');
    expect(session.decisions).toBe(2);
    session.turn(figures[0]!);
    expect(session.refused.get().size).toBe(0);
  });
  it('rows of a group stand under its own, equal places under an unfolded row', async () => {
    const session = new RollSession();
    session.take(source('三'));
    await session.propose(none);
    const { groups } = session.proposal.get()!;
    const folded = groups[0]!.rows.find(({ items }) => items.length > 1);
    expect(folded?.items).toHaveLength(2);
    const rows = listRows(groups, new Set([folded!.id]));
    expect(rows.filter(({ shape }) => shape === 'head').map(({ group }) => group)).toEqual(groups.filter(({ count }) => count > 0).map(({ group }) => group));
    expect(rows.filter(({ shape }) => shape === 'part')).toHaveLength(2);
  });
});
