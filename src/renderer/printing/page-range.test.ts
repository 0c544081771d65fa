import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageRange, writePageRange } from './page-range';

describe('pages as people type them', () => {
  it.each<[string, number[]]>([
    ['1-5，9', [0, 1, 2, 3, 4, 8]], ['9, 1-2', [0, 1, 8]], ['3', [2]], ['２～４', [1, 2, 3]], ['1、3；5', [0, 2, 4]], ['8-', [7, 8, 9]], ['2至3', [1, 2]], ['1 3', [0, 2]], ['1-3,2-4', [0, 1, 2, 3]],
    ['1 - 3', [0, 1, 2]],
  ])('%j', (text, pages) => expect(readPageRange(text, 10)).toEqual({ ok: true, pages }));
  it.each<[string, string]>([['', '如 1-5，9'], ['，', '如 1-5，9'], ['a', '“a”不是页码'], ['0', '一共 10 页'], ['11', '没有“11”这些页'], ['5-3', '前大后小'], ['2-30', '一共 10 页'], ['1.5', '不是页码']])(
    '%j is refused', (text, words) => expect(readPageRange(text, 10)).toMatchObject({ ok: false, wrong: expect.stringContaining(words) as string }));
  it('what is written is read back', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 49 }), { minLength: 1 }), (chosen) => {
      const pages = chosen.toSorted((a, b) => a - b);
      expect(readPageRange(writePageRange(pages), 50)).toEqual({ ok: true, pages });
    }));
  });
});
