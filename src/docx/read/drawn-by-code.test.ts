// Codes as Word writes them for 带圈字符, 拼音指南 and symbols.
import { expect, it } from 'vitest';
import { drawnByCode, lostResult } from './drawn-by-code';

it.each<[string, string | null]>([
  [' eq \\o\\ac(○,3) ', '③'],
  [' EQ \\o\\ac(□,√)', '√'],
  ['EQ \\* jc2 \\* "Font:宋体" \\* hps16 \\o\\ad(\\s\\up 15(jiè),界)', '界'],
  [' SYMBOL 254 \\f "Wingdings" \\s 12 ', '☑'],
  [' SYMBOL 0xF0FE \\f Wingdings', '☑'],
  [' SYMBOL 61700 \\f "不知道的字体" ', null],
  [' EQ \\f(1,2) ', null],
  [' PAGE ', null],
])('%s draws %s', (code, text) => {
  expect(drawnByCode(code)?.text ?? null).toBe(text);
});

it.each<[string, string | null]>([[' AUTONUM \\s . ', 'AUTONUM'], [' seq 表 \\* ARABIC ', 'SEQ'], [' = 1+2 ', '='], [' XE "词条" ', null], [' SET a 1 ', null], ['', null]])('%s without a result loses %s', (code, name) => {
  expect(lostResult(code)).toBe(name);
});
