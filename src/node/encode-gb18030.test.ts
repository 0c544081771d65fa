import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from './encode-gb18030';

const decode = (bytes: Uint8Array): string => new TextDecoder('gb18030').decode(bytes);
const hex = (text: string): string => Buffer.from(encodeGb18030(text).bytes).toString('hex');

// Codes by Python's gb18030, which is another program's.
describe('GB18030', () => {
  it.each([
    ['政', 'd5fe'], ['协', 'd0ad'], ['。', 'a1a3'], ['“', 'a1b0'], ['—', 'a1aa'], ['…', 'a1ad'], ['〔', 'a1b2'], ['A', '41'],
    ['䶮', 'fe9f'], ['㐀', '8139ee39'], ['€', 'a2e3'], ['𠮷', '9534b235'],
  ])('%s is %s', (char, code) => expect(hex(char)).toBe(code));
  it('reads back every character of the first plane but private ones that the standard has given real characters, and rare ones beyond', () => {
    let text = '';
    for (let code = 0x20; code < 0xfffd; code++) if ((code < 0xd800 || code > 0xdfff)) text += String.fromCharCode(code);
    text += '𠀀𬉼\u{10ffff}';
    const { bytes, lost } = encodeGb18030(text);
    expect(lost.filter((char) => char < '\ue000' || char > '\uf8ff')).toEqual([]);
    expect(lost.length).toBeLessThan(25);
    expect(decode(bytes) === [...text].map((char) => (lost.includes(char) ? '?' : char)).join('')).toBe(true);
  });
  it('says what has no code', () => {
    expect(encodeGb18030('a\ud800b')).toEqual({ bytes: new Uint8Array([0x61, 0x3f, 0x62]), lost: ['\ud800'] });
  });
});
