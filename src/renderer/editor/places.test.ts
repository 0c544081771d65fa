import { describe, expect, it } from 'vitest';
import { doc, h, p, placeholder, positionOf as tagAt, table } from '../../../test/build';
import { placeOf, positionOf } from './places';

describe('COMMANDS, Places: block and offset, an inline atom counts one', () => {
  const text = doc(h(1, '题'), p('甲', placeholder(), '<a>乙'), table(['一格', '二格'], ['三格']), p('末<b>'));

  it.each([
    ['after an atom', tagAt(text, 'a'), { block: 1, offset: 2 }],
    ['at the end of the text', tagAt(text, 'b'), { block: 3, offset: 1 }],
  ])('%s', (_, position, place) => {
    expect(placeOf(text, position)).toEqual(place);
    expect(positionOf(text, place)).toBe(position);
  });

  it('in a table offsets run on over the cells, one position between two', () => {
    // 一格|二格|三格: the second cell begins at 3, the third at 6.
    for (const [offset, before] of [[0, ''], [2, '一格'], [3, ''], [4, '二'], [6, ''], [8, '三格']] as const) {
      const position = positionOf(text, { block: 2, offset });
      expect(position).not.toBeNull();
      const at = text.resolve(position ?? 0);
      expect(at.parent.textBetween(0, at.parentOffset)).toBe(before);
      expect(placeOf(text, position ?? 0)).toEqual({ block: 2, offset });
    }
  });

  it('an offset past the end is the end, a block that is gone has no position', () => {
    expect(positionOf(text, { block: 0, offset: 99 })).toBe(2);
    expect(positionOf(text, { block: 9, offset: 0 })).toBeNull();
  });
});
