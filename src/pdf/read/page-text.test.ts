import { describe, expect, it } from 'vitest';
import { TextCollector } from './page-text';
import type { ShownFont } from './shown-font';
import { CodeToText } from './to-unicode';

/** A font whose code 0x41 is 报, 0x42 告, 0x43 two characters; 0x44 has no text. */
function testFont(): ShownFont {
  const text = new CodeToText();
  text.set(0x41, '报');
  text.set(0x42, '告');
  text.set(0x43, '——');
  text.set(0x45, '𠮷');
  return { name: 'Test', text, used: new Uint8Array(0x10000) };
}

function read(...streams: string[]) {
  const collector = new TextCollector();
  const font = testFont();
  streams.forEach((stream, i) => collector.read(Buffer.from(stream, 'latin1'), i + 1, new Map([['F0', font]])));
  return { articles: Object.fromEntries(collector.articles()), artifacts: collector.artifacts(), problems: collector.problems, font };
}

const SHOW = 'BT /F0 16 Tf 72 700 Td (\0A\0B)Tj ET ';

describe('text by its marks, in content order', () => {
  it('an article over several sequences and pages is one text', () => {
    const { articles, problems } = read(`/Article <</Id (a)>> BDC ${SHOW}EMC /Article <</Id (b)>> BDC ${SHOW}EMC`, `/Article <</Id (a)>> BDC ${SHOW}EMC`);
    expect([articles, problems]).toEqual([{ a: '报告报告', b: '报告' }, []]);
  });
  it('an article, an artifact and a string longer than what is gathered at once', () => {
    const lines = (count: number): string => '(\0A\0C\0B)Tj '.repeat(count);
    const string = `(${'\0B\0A'.repeat(9000)})Tj`;
    const { articles, artifacts } = read(`/Article <</Id (a)>> BDC BT /F0 9 Tf ${lines(5000)}${string} ${lines(3)}ET EMC /Artifact BMC BT /F0 9 Tf ${lines(40)}ET EMC`);
    expect(articles).toEqual({ a: `${'报——告'.repeat(5000)}${'告报'.repeat(9000)}${'报——告'.repeat(3)}` });
    expect(artifacts).toEqual(['报——告'.repeat(40)]);
  });
  it('an id in UTF-16', () => {
    expect(read(`/Article <</Id <feff793e8bba>>> BDC ${SHOW}EMC`).articles).toEqual({ 社论: '报告' });
  });
  it('each artifact apart, empty ones left out', () => {
    expect(read(`/Artifact BMC ${SHOW}EMC /Artifact BMC 0 0 m 1 1 l S EMC /Artifact BMC ${SHOW}EMC`).artifacts).toEqual(['报告', '报告']);
  });
  it('TJ arrays, hexadecimal strings, escapes, texts of several units', () => {
    const { articles } = read('/Article <</Id (a)>> BDC BT /F0 9 Tf [(\0A)-120.5(\\000\\102)<0043 0045>]TJ ET EMC');
    expect(articles).toEqual({ a: '报告——𠮷' });
  });
  it('/ActualText replaces what it holds', () => {
    const { articles } = read(`/Article <</Id (a)>> BDC /Span <</ActualText <feff4e00>>> BDC ${SHOW}EMC ${SHOW}EMC`);
    expect(articles).toEqual({ a: '一报告' });
  });
  it('what stands before another operator is not of the next: strings before Td, the name before Tf', () => {
    expect(read('/Artifact BMC BT /F0 9 Tf (\0A)Td (\0B)Tj T* (\0A) Tj ET EMC').artifacts).toEqual(['告报']);
    expect(() => read('/Artifact BMC /F0 9 Tf 9 Tf')).toThrow('没有字体');
  });
  it.each(['$1 Td', '!x', '1 0 %'])('a byte that begins nothing is a fault: %s', (stream) => {
    expect(() => read(stream)).toThrow('不认识的字节');
  });
  it('every code shown is noted, under /ActualText too', () => {
    const { font } = read('/Artifact BMC BT /F0 9 Tf (\0A)Tj /Span <</ActualText (x)>> BDC (\0D)Tj EMC ET EMC');
    expect([0x41, 0x42, 0x44].map((code) => font.used[code])).toEqual([1, 0, 1]);
  });
});

describe('what a page of ours may not hold is a problem that names the page', () => {
  it.each([
    ['text outside any mark', SHOW, '不在任何'],
    ['a glyph without text', '/Artifact BMC BT /F0 9 Tf (\0D)Tj ET EMC', '没有对应的文字'],
    ['RGB', '1 0 0 rg', '颜色（rg）'],
    ['a colour space', '/Cs1 cs', '颜色（cs）'],
    ['cyan', '1 0 0 0 k', '油墨'],
    ['yellow', '0 0 1 0 K', '油墨'],
    ['cyan where the stream begins', '.1 0 0 0 k', '油墨'],
    ['cyan behind a matrix', '1 0 0 1 0 0 cm .1 0 0 0 k', '油墨'],
    ['a mark that does not end', '/Artifact BMC', '没有结束'],
    ['one end too many', 'EMC', '太多'],
    ['Q without q', 'Q', 'Q 比 q 多'],
    ['half a code', '/Artifact BMC BT /F0 9 Tf (\0A\0)Tj ET EMC', '不成对'],
  ])('%s', (_, stream, problem) => {
    expect(read('', stream).problems).toEqual([expect.stringMatching(`^第 2 页：.*${problem}`)]);
  });
  it('gray and black are none', () => {
    expect(read('1 0 0 1 9 9 cm .5 g 0 G 0 0 0 1 k 0 0 0 .3 K q Q').problems).toEqual([]);
  });
});

it('Q brings the font back', () => {
  expect(read('/Artifact BMC /F0 9 Tf q Q BT (\0A)Tj ET EMC').artifacts).toEqual(['报']);
});
