import { describe, expect, it } from 'vitest';
import { article, doc, h, p, placeholder, positionOf as tagAt, table } from '../../../test/build';
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
  const ALIKE = '政协云岭市第五届委员会常务委员会今天举行会议，审议了各项草案。';
  const MEANT = '政协云岭市第五届委员会第四次会议应出席委员二百余人，符合规定人数。';
  const articles = [
    article('a', 'report', doc(h(1, '总的看法'), p(ALIKE)), { 'deck.main': '常务委员会工作报告' }),
    article('b', 'news', doc(p('前一段'), p('会前，', placeholder(), MEANT), table(['项目', '件数'], ['提案', '百件']))),
  ];

  it.each([
    ['a whole one', '总的看法', { article: 'a', field: null, block: 0, offset: 0 }],
    ['in a field', '工作报告', { article: 'a', field: 'deck.main', block: 0, offset: 5 }],
    ['behind an atom, which counts one', MEANT, { article: 'b', field: null, block: 1, offset: 4 }],
    ['in a table, offsets running on over the cells', '提案', { article: 'b', field: null, block: 2, offset: 6 }],
    ['a mark before it that the text lacks; never another text that begins alike', `※${MEANT}`, { article: 'b', field: null, block: 1, offset: 4 }],
    ['tidied at its end', `${MEANT.slice(0, 26)}（略）`, { article: 'b', field: null, block: 1, offset: 4 }],
  ])('%s', (_, quote, place) => expect(findQuote(articles, quote)).toEqual(place));

  it.each(['', '总的看法是别的'])('“%s” stands nowhere', (quote) => expect(findQuote(articles, quote)).toBeNull());
});
