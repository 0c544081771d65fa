import { describe, expect, it } from 'vitest';
import { readLineAddress } from './line-address';

describe('转到 understands how a line is named', () => {
  it.each([
    '第7页第12行', '第 7 页 第 12 行', '7页12行', '7页第12行', '第7页12', '7.12', '7 12', '7，12', '7、12', '7-12', '７页１２行', '７．１２', ' 7:12 ', '第七页第十二行', '七页十二行',
  ])('%j', (text) => expect(readLineAddress(text)).toEqual({ page: 7, line: 12 }));
  it.each([['7', 7], ['第7页', 7], ['第二十一页', 21]])('%j is the first line of the page', (text, page) => expect(readLineAddress(text)).toEqual({ page, line: 1 }));
  it.each(['', '页', '第页第行', '0.3', '3.0', '7.12.3', 'a7', '7x', '第十百页', '12345'])('%j names none', (text) => expect(readLineAddress(text)).toBeNull());
});
