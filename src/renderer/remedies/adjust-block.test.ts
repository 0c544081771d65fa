import { describe, expect, it } from 'vitest';
import type { Article } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import { adjustedBlocks, adjustStep, wishOf } from './adjust-block';

const p = (text: string, adjust: unknown = null) => schema.node('paragraph', { adjust }, [schema.text(text)]);

describe('adjustStep', () => {
  const doc = schema.node('doc', null, [p('各位委员：'), p('一年来，市政协常委会坚持团结和民主两大主题。', { paper: { lines: 1 } })]);

  it('asks a block for a line less in one edition, and leaves the wish of another edition alone', () => {
    const after = adjustStep(doc, 1, 'booklet', { lines: -1, breakBefore: false })?.apply(doc).doc;
    expect(after?.child(1).attrs['adjust']).toEqual({ paper: { lines: 1 }, booklet: { lines: -1 } });
    expect(after?.child(0).attrs['adjust']).toBeNull();
    expect(after?.textContent).toBe(doc.textContent);
  });

  it('asks nothing any more: the attribute is null again', () => {
    const after = adjustStep(doc, 1, 'paper', { lines: 0, breakBefore: false })?.apply(doc).doc;
    expect(after?.child(1).attrs['adjust']).toBeNull();
  });

  it('is inverted by its own inverse', () => {
    const step = adjustStep(doc, 0, 'booklet', { lines: 0, breakBefore: true });
    const after = step?.apply(doc).doc;
    expect(wishOf(after?.child(0) ?? doc, 'booklet')).toEqual({ lines: 0, breakBefore: true });
    expect(step?.invert(doc).apply(after ?? doc).doc?.eq(doc)).toBe(true);
  });

  it('has no step for a block that is not there', () => {
    expect(adjustStep(doc, 2, 'booklet', { lines: 1, breakBefore: false })).toBeNull();
  });

  it('lists what is asked in an edition', () => {
    const article = { id: 'report', doc } as unknown as Article;
    expect(adjustedBlocks([article], 'paper')).toEqual([{ article: 'report', block: 1, lines: 1, breakBefore: false, text: '一年来，市政协常委会坚持团结和民主两大主' }]);
    expect(adjustedBlocks([article], 'booklet')).toEqual([]);
  });
});
