// Codes as Word writes them for 带圈字符, 拼音指南 and symbols.
import { expect, it } from 'vitest';
import { drawnByCode } from './drawn-by-code';

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
