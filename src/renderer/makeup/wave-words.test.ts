import { expect, it } from 'vitest';
import type { Diagnostic } from '../../core/diagnostic';
import { waveWords } from './wave-words';

const finding = (severity: Diagnostic['severity'], message: string, article: string, field: string | null): Diagnostic => ({ severity, code: 'frame-overset', message, at: { article, field, block: field === null ? 0 : null, from: 0, to: 4, line: null, excerpt: '' } as Diagnostic['at'], suggestion: null });

it('says what is underlined in the text that is written, errors first', () => {
  const all = [finding('warning', '此段无法收紧：“一”', 'a', null), finding('error', '第1版的“甲”排不下，余 12 行', 'a', 'deck.main'), finding('error', '别篇的', 'b', 'deck.main'), finding('info', '不画线', 'a', null)];
  expect(waveWords(all, 'a')).toBe('标题下的红波线：第1版的“甲”排不下，余 12 行；正文里的点线：此段无法收紧：“一”');
  expect(waveWords(all, 'c')).toBe('');
  expect(waveWords([...all, finding('warning', '又一处', 'a', null)], 'a')).toBe('标题下的红波线：第1版的“甲”排不下，余 12 行；正文里的点线：此段无法收紧：“一”；另有 1 处，列在右边');
});
