import { describe, expect, it } from 'vitest';
import { countWords } from './count-words';

describe('W17: 字数 as Word counts it', () => {
  it.each([
    ['a Han character and a full-width mark count one each', '各位委员：', 5],
    ['a number counts one, however long', '全年立案163件', 6],
    ['a decimal with its point and sign counts one', '增长8.5%以上', 5],
    ['Latin words count one each', 'GB/T 9704 标准', 4],
    ['a dash and an ellipsis count two marks each', '——在会上……', 7],
    ['curved quotes count one each', '“双周协商”', 6],
    ['blanks count none, the full-width one too', '李 磊　同志', 4],
    ['a character outside the BMP counts one', '𠮷林', 2],
    ['nothing counts nothing', '', 0],
  ])('%s', (_, text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
