import { expect, it } from 'vitest';
import { wordEnd, wordStart } from './word-edges';

const TEXT = '传达学习贯彻习近平总书记重要讲话精神1,206项，理论学习中心组集中学习。';
const before = (behind: string, length: number): string => TEXT.slice(wordStart(TEXT, TEXT.indexOf(behind) - length), TEXT.indexOf(behind));

it('a quotation begins and ends with a word', () => {
  expect(before('1,206', 8)).toBe('习近平总书记重要讲话精神');
  expect(before('1,206', 10)).toBe('习近平总书记重要讲话精神');
  expect(before('1,206', 6)).toBe('重要讲话精神');
  expect(before('项', 2)).toBe('1,206');
  expect(TEXT.slice(0, wordEnd(TEXT, 7))).toBe('传达学习贯彻习近平总书记');
  expect(before('。', 1)).toBe('学习');
});

it('the ends of a text are edges, and so is what lies beyond them', () => {
  expect([wordStart(TEXT, -3), wordStart(TEXT, 0), wordEnd(TEXT, TEXT.length), wordEnd(TEXT, TEXT.length + 5)]).toEqual([0, 0, TEXT.length, TEXT.length]);
  expect([wordStart('', 0), wordEnd('', 3)]).toEqual([0, 0]);
});
