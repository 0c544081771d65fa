import { describe, expect, it } from 'vitest';
import type { Layout } from '../../core/model/layout';
import { spentWords } from './spent-words';

describe('按行长折算', () => {
  it('every cell of the pages is text, headline or box, or neither', () => {
    const area = (columns: number, rows: number) => ({ column: 0, columns, row: 0, rows });
    const layout: Layout = {
      pages: [
        { number: 1, mastheadRows: 12, pieces: [{ article: 'a', variant: 'news', deck: area(4, 6), body: [{ area: area(4, 30), into: 3 }], box: null, from: null, to: null }] },
        { number: 2, mastheadRows: 0, pieces: [{ article: 'b', variant: 'box', deck: null, body: [], box: { area: area(3, 20), into: 2 }, from: null, to: null }] },
      ],
    };
    expect(spentWords(layout, { columns: 8, lines: 100 })).toBe('版心 1504 栏行：正文 120，标题和框 84，各篇之间和空着的 1300。');
  });
});
