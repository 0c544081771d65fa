// COMMANDS, "Places": `line` as in `outline`, 1-based lines of the imported text.
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Place } from '../diagnostic';
import { recognise } from './recognise';
import { withSourceLines } from './source-line';

const TEXT = [
  '中国人民政治协商会议云岭市', '第五届委员会常务委员会工作报告', '——在政协云岭市第五届委员会第四次会议上', '（2026年1月12日）', '林致远', '', '各位委员：',
  '我受常务委员会委托，向大会报告工作，请予审议。', '', '一、2025年工作回顾', '一年来，全市政协组织履职有力，共提交提案 286 件，办复率达到百分之一百，比上年多出十件，成效明', '显，群众满意。',
].join('\n');

function lineOf(at: Place | null): number | null | undefined {
  const diagnostic: Diagnostic = { severity: 'info', code: 'line-loose', message: '', at, suggestion: null };
  const [{ at: found }] = withSourceLines([diagnostic], recognise(TEXT)) as [Diagnostic];
  return found !== null && 'article' in found ? found.line : undefined;
}
const place = (more: Partial<Extract<Place, { article: string }>>): Place => ({ article: 'a1', block: null, field: null, from: 0, to: 1, line: null, excerpt: '', ...more });

describe('a place of the text has the line that it stood in', () => {
  it.each<[string, Place, number | null]>([
    ['a paragraph', place({ block: 0 }), 8], ['a heading', place({ block: 1 }), 10], ['the first piece of a joined paragraph', place({ block: 2, from: 3 }), 11],
    ['its second piece', place({ block: 2, from: 52, to: 53 }), 12], ['a title’s first line', place({ field: 'deck.main' }), 1],
    ['its second, behind the break', place({ field: 'deck.main', from: 16, to: 17 }), 2], ['the speaker', place({ field: 'head.speaker' }), 5],
    ['an article that the text lacks', place({ article: 'x', block: 0 }), null], ['a field that it lacks', place({ field: 'deck.sub' }), null],
  ])('%s', (_name, at, line) => expect(lineOf(at)).toBe(line));
  it('a place on paper stays as it is', () => expect(lineOf({ page: 1, rect: { x: 0, y: 0, width: 1, height: 1 } })).toBeUndefined());
});
