import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../core/diagnostic';
import { groupFindings, groupWords } from './finding-groups';

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

  it('what 待办 lists is one line with its count; what the record lacks is told by itself', () => {
    const open = (what: string, severity: Diagnostic['severity'] = 'warning', place: Diagnostic['at'] = at(1)): Diagnostic => ({ severity, code: 'placeholder-open', message: what, at: place, suggestion: null });
    const stale: Diagnostic = { severity: 'warning', code: 'phrase-stale', message: '“两个确立”：一年没有核对', at: at(2), suggestion: '对照现行文件核对' };
    const groups = groupFindings([open('第1段还有待填“8□次”'), open('第2段还有待填“9□件”'), open('标题区还有待核“林致远”'), stale, stale, open('会议信息缺“地名”，会印作未填', 'error', null)], new Set());
    expect(groups.map(groupWords)).toEqual(['会议信息缺“地名”，会印作未填', '还有待填 2 处、待核 1 处', '有 2 处规范表述久未核对']);
    expect(groups[1]?.all).toHaveLength(3);
    expect(groupFindings([open('标题区还有待核“林致远”')], new Set()).map(groupWords)).toEqual(['还有待核 1 处']);
    expect(groupFindings([open('第1段还有待填“8□次”')], new Set()).map(groupWords)).toEqual(['还有待填 1 处']);
  });

  it('keys are each other’s own', () => {
    const keys = groupFindings([loose(1), missing('次', 0), loose(2), missing('次', 1)], new Set(['line-loose'])).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });
});
