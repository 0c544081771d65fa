import { describe, expect, it } from 'vitest';
import { doc, h, p, placeholder, positionOf as tagAt, table } from '../../../test/build';
import { findQuote, placeOf, positionOf } from './places';

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

describe('a quote finds its place', () => {
  const articles = [{ id: 'a', doc: doc(h(1, '总的看法'), p('这一年路走得稳，也走得实，大家心里有数。')) }];

  it.each([
    ['its words', '这一年路走得稳，也走得实', { article: 'a', block: 1, offset: 0 }],
    ['a short one whole', '总的看法', { article: 'a', block: 0, offset: 0 }],
    ['a mark before it that the text does not have', '※走得稳，也走得实，大家', { article: 'a', block: 1, offset: 4 }],
  ])('%s', (_, quote, place) => expect(findQuote(articles, quote)).toEqual(place));

  it.each(['', '别处的一句话，没有收进稿件'])('%s: nowhere', (quote) => expect(findQuote(articles, quote)).toBeNull());
});
