import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundPlans } from './ground-plans';

describe('ground plans of a page of stacks', () => {
  it('three columns, one article over all of them: each way to part them into two stacks or three', () => {
    const [whole] = [groundPlans(3, 9, true, false, true)];
    const under = whole.filter(({ tops: [top] }) => top!.title === 3).map(({ stacks }) => stacks.map(({ columns }) => columns).join('+'));
    expect(under.toSorted()).toEqual(['1+1+1', '1+2', '2+1']);
    // Its title over two of them, its text beside that in the third: no stack stands under both.
    const beside = whole.filter(({ tops: [top] }) => top!.title === 2).map(({ stacks }) => stacks.map(({ columns, under: own }) => `${columns}${own ? '' : '*'}`).join('+'));
    expect(beside.toSorted()).toEqual(['1+1+1*', '2+1*']);
  });
  it('four columns, two articles at the head: a column of text between their titles, and one joint', () => {
    const plans = groundPlans(4, 9, false, true, true).filter(({ tops }) => tops.length === 2);
    expect(plans.map(({ tops }) => tops.map(({ title, columns }) => `${title}/${columns}`).join(' '))).toContain('1/2 1/2');
    for (const { joints, stacks, tops } of plans) expect(joints.map((k) => stacks[k]!.column + stacks[k]!.columns)).toEqual([tops[1]!.column]);
    expect(groundPlans(4, 9, false, true, false).every(({ joints }) => joints.length === 0)).toBe(true);
  });
  it('articles at the head and stacks take every column once, stacks stand under one part of one article, no two joints share a stack', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 14 }), fc.boolean(), fc.boolean(), (columns, others, isWhole, isPart) => {
      for (const { tops, stacks, joints } of groundPlans(columns, others, isWhole, isPart, true)) {
        expect(tops.reduce((at, { column, columns: wide }) => (expect(column).toBe(at), at + wide), 0)).toBe(columns);
        expect(stacks.reduce((at, { column, columns: wide }) => (expect(column).toBe(at), at + wide), 0)).toBe(columns);
        expect(stacks.length).toBeLessThanOrEqual(others);
        for (const { column, columns: wide, top, under } of stacks) {
          const own = tops[top]!;
          const [from, to] = under ? [own.column, own.column + own.title] : [own.column + own.title, own.column + own.columns];
          expect(column >= from && column + wide <= to).toBe(true);
        }
        joints.forEach((at, i) => expect(at).toBeGreaterThan((joints[i - 1] ?? -2) + 1));
        // N-30: only the last title at the head may go to the end of its article.
        for (const { title, columns: wide } of tops.slice(0, -1)) expect(title).toBeLessThan(wide);
      }
    }), { numRuns: 60 });
  });
});
