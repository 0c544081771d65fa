import { describe, expect, it } from 'vitest';
import { doc, p, table } from '../../../test/build';
import { eachTextblock } from './textblocks';

describe('the text blocks of a top-level block', () => {
  const text = doc(p('上一段'), table(['一格', ''], ['三格']));
  const found = (index: number): (readonly [string, number, number])[] => {
    const all: (readonly [string, number, number])[] = [];
    eachTextblock(text.child(index), (node, base, inside) => all.push([node.textContent, base, inside]));
    return all;
  };

  it('a paragraph is its own', () => expect(found(0)).toEqual([['上一段', 0, 1]]));

  it('COMMANDS, Places: in a table offsets run on over the cells, one position between two; positions lead to the text', () => {
    expect(found(1).map(([words, base]) => [words, base])).toEqual([['一格', 0], ['', 3], ['三格', 4]]);
    const start = text.child(0).nodeSize;
    for (const [words, , inside] of found(1)) {
      const at = text.resolve(start + inside);
      expect(at.parent.textContent).toBe(words);
      expect(at.parentOffset).toBe(0);
    }
  });
});
