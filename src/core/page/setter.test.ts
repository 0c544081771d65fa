import { describe, expect, it } from 'vitest';
import { han } from '../../../test/build';
import { paragraphOf } from '../../../test/paragraphs';
import { newSetter, WIDTH } from '../../../test/threads';

describe('a setter', () => {
  it('answers the same lines for the same question, and for a paragraph whose shaping it has let go', () => {
    const setter = newSetter();
    const first = paragraphOf(`${han(300)}，“${han(20)}”。`);
    const set = setter.set(first, WIDTH);
    expect(setter.set(first, WIDTH)).toBe(set);
    for (let i = 0; i < 40; i++) setter.set(paragraphOf(han(400)), WIDTH); // a book of 16,000 characters in between
    expect(setter.set(first, WIDTH / 2)).toEqual(newSetter().set(first, WIDTH / 2));
    expect(setter.set(first, WIDTH)).toBe(set);
  });

  it('sets a paragraph a line longer or shorter the same whether it was set without that before or not', () => {
    for (const text of [`${han(310)}，“${han(20)}”。`, han(47), `${han(200)}\n${han(90)}`]) {
      const paragraph = paragraphOf(text);
      const setter = newSetter();
      const plain = setter.set(paragraph, WIDTH).lines.length;
      for (const looseness of [1, -1, 2]) {
        const loose = setter.set(paragraph, WIDTH, looseness);
        expect(loose).toEqual(newSetter().set(paragraph, WIDTH, looseness));
        // one of them can be had: what is compared is not twice what stands without
        if (looseness === 1) expect(loose.lines.length).toBe(plain + 1);
      }
    }
  });

  it('keeps of a book no more than its lines show: seven bytes a glyph beside their places', () => {
    const { glyph, face, at } = newSetter().set(paragraphOf(han(500)), WIDTH);
    expect(new Set([glyph.buffer, face.buffer, at.buffer]).size).toBe(1);
    expect(glyph.buffer.byteLength).toBe(7 * 500);
  });
});
