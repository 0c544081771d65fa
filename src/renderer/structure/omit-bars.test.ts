import { describe, expect, it } from 'vitest';
import { barsOf } from './omit-bars';

const line = (number: number): { top: number; bottom: number } => ({ top: number * 31, bottom: number * 31 + 22 });

describe('bars beside lines', () => {
  it.each([
    ['none', [], []],
    ['one line', [2], [[2, 2]]],
    ['lines that follow each other are one', [2, 3, 4], [[2, 4]]],
    ['a line between parts them', [2, 4], [[2, 2], [4, 4]]],
    ['several pieces of one line, in any order', [3, 2, 3, 2], [[2, 3]]],
  ] as const)('%s', (_, lines, wanted) => {
    expect(barsOf(lines.map(line))).toEqual(wanted.map(([from, to]) => ({ top: line(from).top, bottom: line(to).bottom })));
  });
});
