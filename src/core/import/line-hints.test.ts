// What hints change, and what they leave alone: the same lines with and without.
import { describe, expect, it } from 'vitest';
import { leadEnd, type LineHint } from './line-hints';
import { recognise } from './recognise';
import { restoreText } from './restore';

const BODY = '一年来，我们围绕中心、服务大局，认真履行职能，各项工作取得了新的成效，为全市发展作出了贡献。';

const headings = (lines: readonly string[], hints: Readonly<Record<number, LineHint>>): string[] => {
  const text = lines.join('\n');
  const found = recognise(text, new Map(Object.entries(hints).map(([line, hint]) => [Number(line), hint])));
  expect(restoreText(found)).toBe(text);
  return found.articles.flatMap(({ blocks }) => blocks.flatMap(({ head, text: words }) => (head === null ? [] : [`${head.level}${head.number ?? ''} ${head.leadLength === null ? words : words.slice(0, head.leadLength)}`])));
};

const STYLE = { level: 2, sure: true, reason: '样式“标题 2”' };
const LEAD = { visible: 7, reason: '段首加粗' };

describe('hints', () => {
  it.each<[string, readonly string[], Readonly<Record<number, LineHint>>, readonly string[]]>([
    ['a styled heading keeps its level', ['工作报告', BODY, '强化理论武装', BODY], { 3: { heading: STYLE } }, ['2 强化理论武装']],
    ['a labelled paragraph with a stop, styled: a heading of its own', ['工作报告', BODY, '（一）坚持党的领导，把牢正确方向，在思想上政治上行动上始终同党中央保持高度一致。', BODY], { 3: { heading: STYLE } }, ['2一 坚持党的领导，把牢正确方向，在思想上政治上行动上始终同党中央保持高度一致。']],
    ['a bold beginning without a number', ['工作报告', `坚持建言资政。${BODY}`, BODY], { 2: { lead: LEAD } }, ['5 坚持建言资政。']],
    ['a bold beginning behind a number, the number in it', ['工作报告', `（一）坚持为民。${BODY}`, BODY], { 2: { lead: { visible: 8, reason: '段首加粗' } } }, ['2一 坚持为民。']],
    ['a bold beginning that is the whole paragraph is none', ['工作报告', BODY, '坚持建言资政。'], { 3: { lead: LEAD } }, []],
    ['no hint, no heading', ['工作报告', `坚持建言资政。${BODY}`, BODY], {}, []],
  ])('%s', (_, lines, hints, expected) => {
    expect(headings(lines, hints)).toEqual(expected);
  });

  it('rows are taken as they are, empty cells too', () => {
    const found = recognise(['名单', BODY, '姓名\t\t单位', '王（某）\t(男)\t'].join('\n'), new Map([[3, { row: true }], [4, { row: true }]]));
    expect(found.articles.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'table')?.text).toBe('姓名\t\t单位\n王（某）\t(男)\t');
    expect(found.changes).toEqual([]);
  });

  it.each([['一 二三', 2, 3], ['一二', 5, 2], ['', 1, 0]])('leadEnd(%j, %i) is %i', (text, visible, end) => {
    expect(leadEnd(text, visible)).toBe(end);
  });
});
