import { expect, it } from 'vitest';
import { thumbnailWords } from './thumbnail-words';

it('as many characters as the bar is wide for, none in a bar that they are too high for', () => {
  const name = '消息 · 市政协五届四次会议开幕';
  expect(thumbnailWords(name, { width: 260, height: 52 }, true)).toBe('市政协五届');
  expect(thumbnailWords(name, { width: 260, height: 51 }, true)).toBe('');
  // Beside no headline they stand lower.
  expect(thumbnailWords('社论', { width: 400, height: 72 }, false)).toBe('社论');
  expect(thumbnailWords('社论', { width: 400, height: 71 }, false)).toBe('');
});
