import { describe, expect, it } from 'vitest';
import { doc, note, p } from '../../../test/build';
import { notesOf } from './note-places';

describe('terms that are explained', () => {
  it('are numbered by first appearance; a term that comes again has its number', () => {
    const text = doc(p('两支', note('两支队伍', '甲'), '，三个', note('三个一', '乙')), p('两支', note('两支队伍', '甲')));
    expect(notesOf(text).map(({ number, term, block, offset }) => [number, term, block, offset])).toEqual([[1, '两支队伍', 0, 2], [2, '三个一', 0, 6], [1, '两支队伍', 1, 2]]);
  });
});
