// A review made again from what was told of it, step by step.
import { describe, expect, it } from 'vitest';
import { recognise } from '../recognise';
import { startReview } from './review';
import { openDecisions, replay, type ReviewStep } from './steps';

const TEXT = ['云岭市政协常委会工作报告', '（2026年1月12日）', '各位委员：', '一、2025年工作回顾', '全年召开专题协商会四次，围绕发展先进制造业、改善城乡环境提出意见。', '责任编辑：江平 校对：于海'].join('\n');
const first = startReview(TEXT, recognise(TEXT));
const noise = (line: number): ReviewStep => ({ kind: 'decide', label: `第${line}行不收`, decisions: [{ kind: 'noise', lines: [line] }] });
const UNDO: ReviewStep = { kind: 'undo' };
const REDO: ReviewStep = { kind: 'redo' };
const FINISHED: ReviewStep = { kind: 'finished', articles: ['a'] };

const noiseAfter = (steps: readonly ReviewStep[]): number[] => {
  const { steps: made, done } = replay(first, steps);
  return (made[done - 1]?.after ?? first).recognition.noise.map(({ line }) => line);
};

describe('replay', () => {
  it.each<[string, ReviewStep[], number[], number]>([
    ['nothing', [], [6], 0],
    ['two decisions', [noise(2), noise(5)], [2, 5, 6], 2],
    ['one of them undone', [noise(2), noise(5), UNDO], [2, 6], 1],
    ['undone and done again', [noise(2), UNDO, REDO], [2, 6], 1],
    ['a new one in place of what was undone', [noise(2), UNDO, noise(5), REDO], [5, 6], 1],
    ['more undone than was done', [noise(2), UNDO, UNDO, UNDO], [6], 0],
    ['finished', [noise(2), FINISHED], [2, 6], 0],
    ['finished, and gone on with', [noise(2), FINISHED, noise(5)], [2, 5, 6], 2],
    ['finished, undone: it is not what the package has', [noise(2), noise(5), FINISHED, UNDO], [2, 6], 1],
    ['finished, undone and done otherwise', [noise(2), FINISHED, UNDO, noise(5)], [5, 6], 1],
  ])('%s', (_name, steps, lines, open) => {
    expect(noiseAfter(steps)).toEqual(lines);
    expect(openDecisions(steps)).toBe(open);
  });

  it('a decision that does not fit the text any more changes nothing and is counted; the others keep their places', () => {
    const steps: ReviewStep[] = [noise(2), { kind: 'decide', label: '送到第九篇', decisions: [{ kind: 'send', lines: [5], article: 'a9', before: null }] }, noise(5), UNDO];
    const { lost, done, steps: made } = replay(first, steps);
    expect([lost, done, made.map(({ label }) => label)]).toEqual([1, 2, ['第2行不收', '送到第九篇', '第5行不收']]);
    expect(noiseAfter(steps)).toEqual([2, 6]);
  });
});
