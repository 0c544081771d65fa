import { expect, it } from 'vitest';
import type { Diagnostic } from '../../core/diagnostic';
import { conservedWords } from './conserved-words';

const over = (message: string): Diagnostic => ({ severity: 'error', code: 'frame-overset', message, at: null, suggestion: '' });

it('an export says that its text is the articles’ only where it is, else what is not on the pages', () => {
  const one = over('第1版的“同心启新程”在围框里排不下，余 9 行（每行 16 字）');
  const loose: Diagnostic = { severity: 'warning', code: 'line-loose', message: '一行字距太松', at: null, suggestion: '' };
  expect(conservedWords({ textConserved: true, diagnostics: [loose] })).toBe('文字与稿件一致');
  expect(conservedWords({ textConserved: false, diagnostics: [loose, one] })).toBe(`文字不全：${one.message}`);
  expect(conservedWords({ textConserved: false, diagnostics: ['甲', '乙', '丙', '丁'].map(over) })).toBe('文字不全：甲；乙；丙；等 4 处');
  expect(conservedWords({ textConserved: false, diagnostics: [loose] })).toBe('文字与稿件不一致：有的字没有印出来，见“版面提示”');
});
