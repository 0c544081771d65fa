import { describe, expect, it } from 'vitest';
import { Fragment, Slice } from 'prosemirror-model';
import { doc, note, p, table } from '../../../test/build';
import { schema } from '../../core/model/schema';
import { notesOf } from './note-places';

describe('terms that are explained', () => {
  it('are numbered by first appearance; a term that comes again has its number', () => {
    const text = doc(p('两支', note('两支队伍', '甲'), '，三个', note('三个一', '乙')), p('两支', note('两支队伍', '甲')));
    expect(notesOf(text).map(({ number, term, block, offset }) => [number, term, block, offset])).toEqual([[1, '两支队伍', 0, 2], [2, '三个一', 0, 6], [1, '两支队伍', 1, 2]]);
  });

  it('in a cell, offsets run on over the cells', () => {
    const text = doc(table(['甲', '乙']));
    const cells = text.child(0).child(0);
    const second = cells.child(1).child(0);
    const anchored = text.replace(9, 10, new Slice(Fragment.from([second.child(0), schema.nodes.note.create({ term: '丙', text: '丁' })]), 0, 0));
    expect(notesOf(anchored)).toEqual([{ term: '丙', text: '丁', number: 1, block: 0, offset: 3 }]);
  });
});
