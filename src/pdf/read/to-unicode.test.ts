import { describe, expect, it } from 'vitest';
import { readToUnicode } from './to-unicode';

const read = (body: string) => readToUnicode(Buffer.from(`/CMapType 2 def ${body} endcmap`));

describe('ToUnicode (9.10.3)', () => {
  it.each([
    ['a character', '1 beginbfchar <0001> <4e00> endbfchar', 1, '一'],
    ['one outside the BMP', '1 beginbfchar <0001> <d842dfb7> endbfchar', 1, '𠮷'],
    ['several characters', '1 beginbfchar <0001> <20142014> endbfchar', 1, '——'],
    ['a range counted up', '1 beginbfrange <0001> <0003> <4e00> endbfrange', 3, '丂'],
    ['a range of texts', '1 beginbfrange <0001> <0002> [<4e00> <4e8c>] endbfrange', 2, '二'],
    ['U+0000', '1 beginbfchar <0001> <0000> endbfchar', 1, '\0'],
    ['one behind a longer one', '3 beginbfchar <0001> <4e00>\n<0002> <d842dfb7>\n<0003>  <4E8c>\nendbfchar', 3, '二'],
    ['one in a second list', '1 beginbfchar <0001><4e00> endbfchar 1 beginbfchar <0002> <4e8c>endbfchar', 2, '二'],
    ['nothing', '1 beginbfchar <0001> <4e00> endbfchar', 2, undefined],
  ])('%s', (_, body, code, text) => {
    expect(read(body).get(code)).toBe(text);
  });
  it('a text of half a unit is a fault', () => {
    expect(() => read('1 beginbfchar <0001> <4e> endbfchar')).toThrow('两个字节');
  });
  it('a digit that is none is a fault', () => {
    expect(() => read('1 beginbfchar <0001> <4g00> endbfchar')).toThrow('十六进制');
  });
  it('a code of one byte is a fault', () => {
    expect(() => read('1 beginbfchar <01> <4e00> endbfchar')).toThrow('两个字节');
  });
});
