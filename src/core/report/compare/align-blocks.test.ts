import { describe, expect, it, vi } from 'vitest';
import { alignBlocks } from './align-blocks';
import { ReuseIndex } from './reuse';

const STUDY = '坚持把学习放在首位，健全党组中心组带学、专题培训导学、委员沙龙促学的机制。';
const CONSULT = '围绕新区建设、老城更新和交通治理召开协商会议，形成的意见得到有关部门采纳。';
const UNITY = '走访民主党派、工商联和无党派人士，在联谊交友中增进共识，把心聚到一起。';

describe('alignBlocks', () => {
  it('pairs what is alike and leaves what is not', () => {
    expect(alignBlocks([STUDY, '远程协商取得突破。', UNITY], [STUDY.replace('三', '四').replace('首位', '前面'), '新写的一段。', UNITY.replace('走访', '拜访')])).toEqual([0, -1, 2]);
    expect(alignBlocks([], [STUDY])).toEqual([]);
    expect(alignBlocks([STUDY], [])).toEqual([-1]);
  });

  it('takes the pairing with most in common, not the first that would do', () => {
    // The first new paragraph quotes enough of STUDY to pass for it; the second is it but for one word.
    const quoting = `各专门委员会都要健全党组中心组带学、专题培训导学、委员沙龙促学，${UNITY}`;
    expect(alignBlocks([STUDY], [quoting, STUDY.replace('首位', '前面')])).toEqual([1]);
    expect(alignBlocks([STUDY, UNITY], [quoting, STUDY.replace('首位', '前面')])).toEqual([1, -1]);
  });

  it('keeps the order: of two that changed places one is kept', () => {
    expect(alignBlocks([STUDY, CONSULT], [CONSULT, STUDY]).filter((at) => at >= 0)).toHaveLength(1);
  });

  it('a heading by its beginning and end; a row by its name or its cells, never one with a paragraph', () => {
    expect(alignBlocks(['深化协商，平台建设不断完善', null], ['深化协商，平台建设更加完善', null])).toEqual([0, -1]);
    expect(alignBlocks([['界别', '提案'], ['中共', '32'], ['民革', '18']], [['界别', '提案'], ['特邀', '22'], ['中共', '35'], ['民建', '7']])).toEqual([0, 2, -1]);
    expect(alignBlocks([['提案', '187'], STUDY], [STUDY, ['提案', '187']]).filter((at) => at >= 0)).toHaveLength(1);
    expect(alignBlocks([['提案']], ['提案'])).toEqual([-1]);
  });

  it('a short one of which a word here and a figure there is another', () => {
    expect(alignBlocks(['2025年是“十四五”规划收官之年。'], ['2026年是“十五五”规划开局之年。'])).toEqual([0]);
    expect(alignBlocks(['要办好提案。', '2025年要抓好落实。'], ['要走访委员。', '2026年开局良好。'])).toEqual([-1, -1]);
  });

  it('one that became many, and many that became one, are found anywhere among them', () => {
    const others = Array.from({ length: 60 }, (_, i) => `第${i}件新事。`);
    expect(alignBlocks([CONSULT], [...others.slice(0, 50), CONSULT.replace('新区', '新城'), ...others.slice(50)])).toEqual([50]);
    expect(alignBlocks([...others.slice(0, 50), CONSULT, ...others.slice(50)], [CONSULT.replace('新区', '新城')])[50]).toBe(0);
  });

  it('compares along the diagonal alone', () => {
    const share = vi.spyOn(ReuseIndex.prototype, 'share');
    const [was, now] = ['旧', '新'].map((side) => Array.from({ length: 400 }, (_, i) => `${side}${i}`)) as [string[], string[]];
    alignBlocks(was, now);
    expect(share.mock.calls.length).toBeLessThan(400 * 27);
    share.mockRestore();
  });
});
