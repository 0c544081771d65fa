import { describe, expect, it } from 'vitest';
import { badBytesOf } from './bad-bytes';
import { decodeText, encodingDoubt, LARGEST_TEXT, refuseTooLarge } from './decode-text';

const TEXT = '政府工作报告\n（2025年1月7日）\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n';

// 政协 in GB18030, from the standard's table: 政 D5FE, 协 D0AD; 。 A1A3; 𠀀 (U+20000) 95328236.
const GB = Uint8Array.from([0xd5, 0xfe, 0xd0, 0xad, 0xa1, 0xa3]);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('');
  const bytes = new Uint8Array(units.length * 2);
  for (let i = 0; i < units.length; i += 1) {
    const c = units.charCodeAt(i);
    bytes[i * 2 + (bigEndian ? 0 : 1)] = c >> 8;
    bytes[i * 2 + (bigEndian ? 1 : 0)] = c & 0xff;
  }
  return bytes;
}

describe('encodings are found without asking and reported', () => {
  const utf8 = new TextEncoder().encode(TEXT);
  it.each([
    ['UTF-8', utf8, 'utf-8', TEXT],
    ['UTF-8 with BOM, which is no text', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8-bom', TEXT],
    ['UTF-16 LE with BOM', utf16(TEXT, false, true), 'utf-16le', TEXT],
    ['UTF-16 BE with BOM', utf16(TEXT, true, true), 'utf-16be', TEXT],
    ['UTF-16 LE without BOM', utf16(TEXT, false, false), 'utf-16le', TEXT],
    ['UTF-16 BE without BOM', utf16(TEXT, true, false), 'utf-16be', TEXT],
    ['GB18030, two bytes a character', GB, 'gb18030', '政协。'],
    ['GB18030, four bytes a character', Uint8Array.from([...GB, 0x95, 0x32, 0x82, 0x36]), 'gb18030', '政协。\u{20000}'],
    ['UTF-16 LE without BOM, one line, nothing but Han', utf16('大会应出席委员二百八十六人，实到二百七十一人，符合规定人数。', false, false), 'utf-16le', '大会应出席委员二百八十六人，实到二百七十一人，符合规定人数。'],
    ['UTF-16 BE without BOM, one line, nothing but Han', utf16('会议听取和审议了政府工作报告，决定批准这个报告。', true, false), 'utf-16be', '会议听取和审议了政府工作报告，决定批准这个报告。'],
    ['plain ASCII is UTF-8', new TextEncoder().encode('2025-01-07\n'), 'utf-8', '2025-01-07\n'],
    ['an empty file is an empty text', new Uint8Array(0), 'utf-8', ''],
  ])('%s', (_name, bytes, encoding, text) => {
    expect(decodeText(bytes, 'a.txt')).toEqual({ text, encoding, badLines: [], badBytes: [] });
  });

  it('a form feed between pages is text', () => {
    expect(decodeText(new TextEncoder().encode('一\f二'), 'a.txt').text).toBe('一\f二');
  });
});

describe('Big5, and what reads as no Chinese', () => {
  // By the tables of Big5: 會 B7 7C, 議 C4 B3, 大 A4 6A, 政 AC 46, 協 A8 F3; ， A1 41, 。 A1 43.
  const BIG5 = Uint8Array.from([0xb7, 0x7c, 0xc4, 0xb3, 0xa1, 0x41, 0xa4, 0x6a, 0xb7, 0x7c, 0xa1, 0x43, 0xac, 0x46, 0xa8, 0xf3, 0xb7, 0x7c, 0xc4, 0xb3, 0xa1, 0x43]);
  it('Big5 is read as what it is, and people are told', () => {
    const read = decodeText(BIG5, 'a.txt');
    expect(read).toEqual({ text: '會議，大會。政協會議。', encoding: 'big5', badLines: [], badBytes: [] });
    expect(encodingDoubt(read, BIG5)).toContain('Big5');
  });
  it('a damaged byte in it is named', () => {
    const { encoding, badBytes } = decodeText(Uint8Array.from([...BIG5, 0x0a, 0xb7, 0x0a, ...BIG5]), 'a.txt');
    expect([encoding, badBytes]).toEqual(['big5', [{ line: 2, at: BIG5.length + 1, byte: 0xb7 }]]);
  });
  it('traditional Chinese in GB18030 stays what it is', () => {
    // 會議 in GBK: 95FE D768; ， A3AC; 大會 B4F3 95FE; 。 A1A3.
    expect(decodeText(Uint8Array.from([0x95, 0xfe, 0xd7, 0x68, 0xa3, 0xac, 0xb4, 0xf3, 0x95, 0xfe, 0xa1, 0xa3]), 'a.txt')).toMatchObject({ text: '會議，大會。', encoding: 'gb18030' });
  });
  it('Japanese in Shift_JIS reads as GB18030, and people are told', () => {
    // これはテストです in Shift_JIS.
    const line = [0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x82, 0xc5, 0x82, 0xb7, 0x0a];
    const doubtOf = (bytes: Uint8Array): string | null => encodingDoubt(decodeText(bytes, 'a.txt'), bytes);
    expect(doubtOf(Uint8Array.from(Array.from({ length: 12 }, () => line).flat()))).toContain('不像中文');
    // A list of names has hardly a common character: 张涛 D5C5 CCCE, 李丽 C0EE C0F6.
    expect(doubtOf(Uint8Array.from(Array.from({ length: 40 }, () => [0xd5, 0xc5, 0xcc, 0xce, 0x0a, 0xc0, 0xee, 0xc0, 0xf6, 0x0a]).flat()))).toBeNull();
    expect(doubtOf(GB)).toBeNull();
  });
});

describe('Korean and Japanese', () => {
  // 위원 여러분 in KS X 1001: C0A7 BFF8, BFA9 B7AF BAD0.
  const KOREAN = [0xc0, 0xa7, 0xbf, 0xf8, 0x20, 0xbf, 0xa9, 0xb7, 0xaf, 0xba, 0xd0, 0x2e, 0x0a];
  const times = (line: readonly number[], n: number): Uint8Array => Uint8Array.from(Array.from({ length: n }, () => line).flat());
  it('a few syllables of EUC-KR are read as Chinese, and people are asked; a few Han are not', () => {
    // 회의 보고서 and 안녕하세요
    for (const hex of ['c8b8c0c720bab8b0edbcad', 'bec8b3e7c7cfbcbcbfe4']) {
      const bytes = Buffer.from(hex, 'hex');
      const read = decodeText(bytes, 'kr.txt');
      expect(read.encoding).toBe('gb18030');
      expect(encodingDoubt(read, bytes)).toContain('EUC-KR 编码的韩文');
    }
    for (const hex of ['b9abcae6', 'b3a3ceafbbe1b9a4d7f7b1a8b8e6']) {
      const bytes = Buffer.from(hex, 'hex'); // 公示, 常委会工作报告
      expect(encodingDoubt(decodeText(bytes, 'gb.txt'), bytes)).toBeNull();
    }
  });
  it('EUC-KR is read as what it is, and people are told', () => {
    const bytes = times(KOREAN, 4);
    const read = decodeText(bytes, 'a.txt');
    expect(read).toMatchObject({ text: '위원 여러분.\n'.repeat(4), encoding: 'euc-kr', badLines: [] });
    expect(encodingDoubt(read, bytes)).toContain('EUC-KR 编码的韩文');
  });
  it('Chinese names and places of all initials are none', () => {
    // 陈伟 B3C2 CEB0, 包钢 B0FC B8D6, 高峰 B8DF B7E5, 周敏 D6DC C3F4, 徐洋 D0EC D1F3
    const names = [0xb3, 0xc2, 0xce, 0xb0, 0x0a, 0xb0, 0xfc, 0xb8, 0xd6, 0x0a, 0xb8, 0xdf, 0xb7, 0xe5, 0x0a, 0xd6, 0xdc, 0xc3, 0xf4, 0x0a, 0xd0, 0xec, 0xd1, 0xf3, 0x0a];
    expect(decodeText(times(names, 8), 'a.txt').encoding).toBe('gb18030');
    // Two words are no evidence.
    expect(decodeText(times(KOREAN, 1), 'a.txt').encoding).toBe('gb18030');
  });
  it('EUC-JP has its kana where GB 2312 has them: people are told', () => {
    // これは in row A4, 会議 B2F1 B5C4
    const bytes = times([0xa4, 0xb3, 0xa4, 0xec, 0xa4, 0xcf, 0xb2, 0xf1, 0xb5, 0xc4, 0x0a], 8);
    expect(encodingDoubt(decodeText(bytes, 'a.txt'), bytes)).toContain('不像中文');
  });
});

describe('each bad byte is reported with its line', () => {
  it('UTF-8 that lost a byte in line 3', () => {
    const good = new TextEncoder().encode('政协会议文件\n第一行正文内容\n');
    const { encoding, badLines, badBytes, text } = decodeText(Uint8Array.from([...good, 0xe6, 0x94, 0x0a, ...new TextEncoder().encode('正文继续写下去\n'.repeat(4))]), 'a.txt');
    expect(encoding).toBe('utf-8');
    expect(badLines).toEqual([3]);
    expect(badBytes).toEqual([{ line: 3, at: good.length, byte: 0xe6 }, { line: 3, at: good.length + 1, byte: 0x94 }]);
    expect(text.split('\n')[2]).toBe('\ufffd');
  });

  it('one bad character in UTF-8 whose bytes would all be rare characters of GB18030', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(`${'政协'.repeat(20)}\n`), 0xed, 0xa0, 0x80, ...new TextEncoder().encode(`x\n${'委员'.repeat(20)}`)]);
    const { encoding, badLines, badBytes } = decodeText(bytes, 'a.txt');
    expect([encoding, badLines, badBytes.map(({ byte }) => byte)]).toEqual(['utf-8', [2], [0xed, 0xa0, 0x80]]);
  });

  it('a lone surrogate in UTF-16 without a mark', () => {
    expect(decodeText(utf16('一行\n\ud800\n二行，政协委员', false, false), 'a.txt')).toMatchObject({ encoding: 'utf-16le', badLines: [2] });
  });

  it('a lone surrogate in UTF-16', () => {
    const bytes = utf16('一行\n二\ud800行\n', false, true);
    expect(decodeText(bytes, 'a.txt')).toEqual({ text: '一行\n二\ufffd行\n', encoding: 'utf-16le', badLines: [2], badBytes: [{ line: 2, at: 10, byte: 0x00 }, { line: 2, at: 11, byte: 0xd8 }] });
  });

  it('lines of GB18030 in a UTF-8 file: each of their bytes, whatever ends the lines', () => {
    const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
    const bytes = Uint8Array.from([...utf8(`${TEXT.repeat(3)}\r`), ...GB, ...utf8('\r\n正文继续写下去。')]);
    const { encoding, badLines, badBytes } = decodeText(bytes, 'a.txt');
    expect([encoding, badLines]).toEqual(['utf-8', [14]]);
    // D0 AD, the second character, is a Cyrillic letter in UTF-8.
    expect(badBytes.map(({ byte }) => byte)).toEqual([0xd5, 0xfe, 0xa1, 0xa3]);
    expect(badBytes.every(({ at, byte, line }) => bytes[at] === byte && line === 14)).toBe(true);
  });

  it.each<[string, number[], number[]]>([
    ['a lead that shows the one before it to be bad begins a good character', [0xcc, 0xe1, 0xb0, 0xb8, 0x0a], [0xcc]],
    ['at the end of a line', [0xb0, 0xec, 0xc0, 0xed, 0xe3, 0x80, 0x82, 0x0a], [0xb0, 0xec, 0xc0, 0xed]],
  ])('the bad bytes and no others: %s', (_name, line, bad) => {
    const utf8 = new TextEncoder().encode(TEXT.repeat(3));
    expect(decodeText(Uint8Array.from([...utf8, 0x0a, ...line, ...utf8]), 'a.txt').badBytes.map(({ byte }) => byte)).toEqual(bad);
  });

  it('without them a text is what it was between the marks of what could not be read', () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return (seed >> 8) % below;
    };
    for (let round = 0; round < 200; round += 1) {
      const label = round % 2 === 0 ? 'utf-8' : 'utf-16le';
      const bytes = Uint8Array.from({ length: 60 }, (_, i) => (label === 'utf-16le' && i % 2 === 1 ? [0x4e, 0xd8, 0xdc, 0x65][next(4)] as number : [0x41, 0xe6, 0x94, 0xbf, 0xed, 0xa0, 0xf0, 0xc3][next(8)] as number));
      const bad = new Set(badBytesOf(bytes, label, [1]).map(({ at }) => at));
      const decode = (part: Uint8Array): string => new TextDecoder(label, { ignoreBOM: true }).decode(part);
      expect(decode(bytes.filter((_, at) => !bad.has(at)))).toBe(decode(bytes).replaceAll('\ufffd', ''));
    }
  });
});

it('a vertical tab (Word’s line break) or a form feed makes a short text no binary file', () => {
  expect(decodeText(Buffer.from('各位委员：\u000b请予审议。\u000c'), 'a.txt')).toMatchObject({ text: '各位委员：\u000b请予审议。\u000c', encoding: 'utf-8' });
});

describe('what is no text is refused with a message that names the file', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0xff, 0xd8]);
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 0xff);
  const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
  it.each([['a PNG', png], ['a PDF of plain letters', pdf], ['a text with marks of Word', new TextEncoder().encode('{\\rtf1\\ansi text}')], ['noise with every byte', noise], ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4, 5])]])('%s', (_name, bytes) => {
    expect(() => decodeText(bytes, '图片.txt')).toThrow(/“图片.txt”不是文本文件/);
  });

  it('over the limit: refused by its size, the limit named', () => {
    expect(() => { refuseTooLarge(1024 * 1024 * 1024, '大.txt'); }).toThrow(/1024 MB.*64 MB/);
    expect(() => { refuseTooLarge(LARGEST_TEXT, '大.txt'); }).not.toThrow();
  });
});
