import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../core/diagnostic';
import { groupFindings } from './finding-groups';

const at = (block: number): Diagnostic['at'] => ({ article: 'a', block, field: null, from: 0, to: 1, line: null, excerpt: '字' });
const missing = (what: string, block: number): Diagnostic => ({ severity: 'warning', code: 'field-empty', message: `会议信息缺“${what}”`, at: at(block), suggestion: null });
const loose = (block: number): Diagnostic => ({ severity: 'info', code: 'line-loose', message: '字距偏大', at: at(block), suggestion: null });

describe('what 版面提示 lists', () => {
  it('the same of several places once, in the order of the text, the gravest first', () => {
    const error: Diagnostic = { severity: 'error', code: 'frame-overset', message: '排不下', at: null, suggestion: null };
    const groups = groupFindings([missing('地名', 0), missing('次', 0), missing('地名', 3), error], new Set());
    expect(groups.map(({ diagnostic, all }) => [diagnostic.message, all.length])).toEqual([['排不下', 1], ['会议信息缺“地名”', 2], ['会议信息缺“次”', 1]]);
    expect(groups[1]?.all.map((one) => (one.at !== null && 'block' in one.at ? one.at.block : null))).toEqual([0, 3]);
  });

  it('what is mended at its place stands by itself', () => {
    expect(groupFindings([loose(1), loose(2)], new Set(['line-loose'])).map(({ all }) => all.length)).toEqual([1, 1]);
    expect(groupFindings([loose(1), loose(2)], new Set())).toHaveLength(1);
  });

  it('keys are each other’s own', () => {
    const keys = groupFindings([loose(1), missing('次', 0), loose(2), missing('次', 1)], new Set(['line-loose'])).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });
});
