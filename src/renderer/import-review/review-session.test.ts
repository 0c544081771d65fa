// The session of a review: bands, rows and questions of each state, decisions by the
// window's actions, undo and redo with where the user was.
import { describe, expect, it } from 'vitest';
import { recognise } from '../../core/import/index';
import { packRecognition, type ReviewStep } from '../../core/import/review/index';
import { changeWords } from './line-bands';
import type { ResultRow } from './result-rows';
import { answer, joinSelected, moveRow, openArticle, partSelected, sendToNumber, setKind, toNoise, toPart, toText } from './review-actions';
import { ReviewSession } from './review-session';

const TEXT = [
  '云岭市政协常委会工作报告', // 1
  '（2026年1月12日）', // 2
  '各位委员：', // 3
  '一、2025年工作回顾', // 4
  '（一）拓宽渠道，成效明显。全年召开专题协商会四次，围绕发展先进制造业、改善城乡环境', // 5
  '', // 6
  '提出意见建议120条,得到市委、市政府的重视和采纳。', // 7
  '责任编辑：江平 校对：于海', // 8
  '政协云岭市第九届委员会第三次会议开幕', // 9
  '本报讯（记者 于海）1月12日，政协云岭市第九届委员会第三次会议在市人民会堂开幕，委员们步入会场。', // 10
  '会上，委员们听取了“三下乡活动的情况汇报。', // 11
].join('\n');

const start = (text = TEXT): ReviewSession => new ReviewSession({
  name: '一.txt', encoding: 'UTF-8', text, recognition: packRecognition(recognise(text)), damaged: [], bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64),
}, 'new');

const all = ({ state }: ReviewSession): ResultRow[] => Array.from({ length: state.get().rows.count }, (_, i) => state.get().rows.at(i) as ResultRow);
const rows = (session: ReviewSession): string[] => all(session).map(({ kind, part, lead, text, lines }) => `${kind} ${part} ${lead}|${text.slice(0, 8)} ${lines.join('+')}`.replace(/ +/g, ' '));
const select = (session: ReviewSession, anchor: number, head = anchor): void => session.selection.set({ anchor, head });
const band = (session: ReviewSession, line: number): string => {
  const one = session.state.get().bands.bandOf(line);
  return one === null ? '' : `${one.article ?? ''}|${one.part}`;
};

describe('what is shown of a state', () => {
  it('a band for each line that holds something', () => {
    const session = start();
    expect(Array.from({ length: 11 }, (_, i) => band(session, i + 1))).toEqual([
      '报告|主题', '报告|日期', '报告|称谓', '报告|一级标题', '报告|二级标题起段', '', '报告|接第5行', '|不收', '消息|主题', '消息|电头段', '消息|正文',
    ]);
    expect(changeWords(session.state.get().bands.changesOf(7))).toBe('标点改全角 ,→，');
    expect(session.state.get().bands.bandOf(99)).toBe(null);
  });
  it('rows with drawn numbers, found by key and by line', () => {
    const session = start();
    expect(rows(session)).toEqual([
      'article |云岭市政协常委会 1+2+3+4+5+7', 'field 主题 |云岭市政协常委会 1', 'field 日期 |（2026年1月 2', 'field 称谓 |各位委员： 3',
      'heading 一、2025年工作回顾| 4', 'heading （一）拓宽渠道，成效明显。|全年召开专题协商 5+7',
      'article |政协云岭市第九届 9+10+11', 'field 主题 |政协云岭市第九届 9', 'text |本报讯（记者 于 10', 'text |会上，委员们听取 11',
    ]);
    const { rows: list } = session.state.get();
    expect(all(session).map(({ key }) => list.indexOf(key))).toEqual(all(session).map((_, i) => i));
    expect([1, 5, 7, 8, 11].map(list.ofLine)).toEqual([1, 5, 5, -1, 9]);
    expect([list.indexOf('a9'), list.indexOf('a1/7.0')]).toEqual([-1, -1]);
  });
});

describe('actions', () => {
  it('send by number, open, leave out, take in: said in words, undone one by one', () => {
    const session = start();
    select(session, 7);
    expect(sendToNumber(session, session.selectedLines(), 2)).toBe(true);
    expect(session.said.get()).toBe('第7行送到消息。');
    select(session, 10, 11);
    expect(openArticle(session, session.selectedLines())).toBe(true);
    expect(band(session, 10)).toBe('消息2|电头段');
    select(session, 4);
    expect(toNoise(session, [4])).toBe(true);
    expect(toText(session, [8])).toBe(true);
    expect(session.decisions).toBe(4);
    for (let i = 0; i < 4; i += 1) session.undo();
    expect(band(session, 10)).toBe('消息|电头段');
    expect(session.selection.get()).toEqual({ anchor: 7, head: 7 });
    expect(session.state.get().undoLabel).toBe(null);
    session.undo();
    expect(session.said.get()).toBe('没有可以撤销的决定。');
    for (let i = 0; i < 4; i += 1) session.redo();
    // Line 7 above it went to the story.
    expect(band(session, 8)).toBe('消息1|正文');
    expect(session.state.get().redoLabel).toBe(null);
  });
  it('a new decision after undo takes the place of what was undone', () => {
    const session = start();
    toNoise(session, [11]);
    session.undo();
    setKind(session, 'a2', 'notice');
    session.redo();
    expect(session.said.get()).toBe('没有可以重做的决定。');
    expect(band(session, 11)).toBe('公告|正文');
  });
  it('a range is joined, and each of its lines parted again, as one step', () => {
    const session = start();
    select(session, 10, 11);
    expect(joinSelected(session)).toBe(true);
    expect(rows(session).at(-1)).toBe('text |本报讯（记者 于 10+11');
    select(session, 10, 11);
    expect(partSelected(session)).toBe(true);
    expect(session.decisions).toBe(2);
    select(session, 7);
    expect(partSelected(session)).toBe(true);
    expect(joinSelected(session)).toBe(true);
    expect(band(session, 7)).toBe('报告|接第5行');
  });
  it('says why nothing was done, and makes no step of it', () => {
    const session = start();
    const said = (act: boolean): string => (act ? '' : session.said.get());
    expect(said(sendToNumber(session, [4], 9))).toBe('没有第 9 篇。');
    expect(said(toPart(session, [6], 'main'))).toBe('选中的是空行，没有文字。');
    expect(said(sendToNumber(session, [4], 1))).toBe('选中的行已经在这一篇里。');
    select(session, 4);
    expect(said(joinSelected(session))).toBe('第4行前面没有可以相接的段落。');
    expect(said(moveRow(session, all(session)[1] as ResultRow, 1))).toBe('题下各项有固定的位置，不能移动。');
    expect(said(moveRow(session, all(session)[0] as ResultRow, -1))).toBe('已经在头上或末尾了。');
    expect(session.decisions).toBe(0);
  });
  it('blocks and articles change places by keys', () => {
    const session = start();
    moveRow(session, all(session).at(-1) as ResultRow, -1);
    expect(rows(session).slice(-2)).toEqual(['text |会上，委员们听取 11', 'text |本报讯（记者 于 10']);
    moveRow(session, all(session).at(-2) as ResultRow, 1);
    expect(rows(session)).toEqual(rows(start()));
    moveRow(session, all(session)[0] as ResultRow, 1);
    expect(all(session)[0]?.label).toMatchObject({ number: 1, name: '消息' });
  });
  it('a question is answered as proposed, the next is current, an undone one is asked again', () => {
    const session = start();
    // The report that breaks off before the news is asked about as well.
    const [end, question] = session.state.get().questions;
    expect([end?.kind, end?.lines, question?.kind]).toEqual(['unassigned', [7], 'unmatched-quote']);
    expect(answer(session, question as NonNullable<typeof question>)).toBe(true);
    expect(all(session).at(-1)?.text).toBe('会上，委员们听取了“三下乡活动的情况汇报”。');
    expect(session.state.get().questions.map(({ key }) => key)).toEqual([end?.key]);
    session.undo();
    expect(session.state.get().questions.map(({ key }) => key)).toEqual([end?.key, question?.key]);
  });
  it('what was finished is not asked about when one leaves; what was decided since is', () => {
    const session = start();
    toNoise(session, [11]);
    expect(session.isUnfinished).toBe(true);
    session.finish(null);
    expect(session.isUnfinished).toBe(false);
    toNoise(session, [10]);
    expect(session.isUnfinished).toBe(true);
  });
});

describe('gone on with after a crash (W41)', () => {
  const imported = start().imported;

  it('the state, undo and redo, and what a new article is called are those of before', () => {
    const steps: ReviewStep[] = [];
    const before = new ReviewSession(imported, 'new', { onStep: (step) => steps.push(step) });
    openArticle(before, [7]);
    toNoise(before, [6, 7]);
    toNoise(before, [10]);
    before.undo();
    const after = new ReviewSession(imported, 'new', { steps: JSON.parse(JSON.stringify(steps)) as ReviewStep[] });
    expect(after.review.recognition).toEqual(before.review.recognition);
    expect([after.decisions, after.isUnfinished, after.lost, after.state.get().undoLabel, after.state.get().redoLabel]).toEqual([2, true, 0, before.state.get().undoLabel, '第10行不收']);
    expect(after.newId()).toBe(before.newId());
    after.redo();
    before.redo();
    expect(after.review.recognition).toEqual(before.review.recognition);
  });

  it('finished once, it knows the articles that it made; what was done since is unfinished', () => {
    const steps: ReviewStep[] = [];
    const before = new ReviewSession(imported, 'open', { onStep: (step) => steps.push(step) });
    toNoise(before, [10]);
    before.finish(['x', 'y']);
    expect(new ReviewSession(imported, 'open', { steps }).isUnfinished).toBe(false);
    toNoise(before, [11]);
    const after = new ReviewSession(imported, 'open', { steps });
    expect([after.isUnfinished, after.joined]).toEqual([true, ['x', 'y']]);
  });
});
