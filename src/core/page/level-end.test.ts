// The end of an article level to a line, by numbers of lines: which of its columns end one
// above the others, and what is not touched. Fake fonts, ten characters a line.
import { describe, expect, it } from 'vitest';
import type { Block } from '../flow/flow';
import { han } from '../../../test/build';
import { paragraphOf } from '../../../test/paragraphs';
import { block, lines, newSetter, textOf, threadText, WIDTH } from '../../../test/threads';
import { copyfitPiece } from './fill-piece';
import { Paginator } from './paginate';

const endOf = (thread: readonly Block[], columns: number): readonly number[] => {
  const piece = copyfitPiece(thread, [{ columns, width: WIDTH, rows: 60 }], new Paginator(newSetter()));
  expect(textOf(piece.columns)).toBe(threadText(thread));
  return piece.columns.map(({ used }) => used);
};
const ones = (count: number): Block[] => Array.from({ length: count }, () => lines(1));

describe('T-36: the last column of an article no more than a line above the others', () => {
  it('so many columns at its right end a line above as it is short of', () => {
    expect(endOf(ones(34), 4)).toEqual([9, 9, 8, 8]);
    expect(endOf(ones(16), 3)).toEqual([6, 5, 5]);
    expect(endOf(ones(10), 3)).toEqual([4, 3, 3]);
  });
  it('one that is a line short stays', () => {
    expect(endOf(ones(35), 4)).toEqual([9, 9, 9, 8]);
  });
  it('another column than that at the right where a paragraph’s last line, short, would come to stand alone at a head for it (T-33)', () => {
    // 25 lines, the 18th of them a paragraph's last, four characters: the third column does not begin with it.
    expect(endOf([...ones(9), block(paragraphOf(han(82))), ...ones(7)], 3)).toEqual([8, 8, 9]);
  });
});
