import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortestEdit } from './shortest-edit';

/** Length of the longest common subsequence, by the table. */
function common(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0);
  for (const one of a) {
    const row = [0];
    for (let j = 0; j < b.length; j++) row.push(one === b[j] ? above[j]! + 1 : Math.max(row[j]!, above[j + 1]!));
    above = row;
  }
  return above[b.length]!;
}

it('keeps as much as can be kept, says so in steps that lead from the one to the other, and gives up beyond the bound', () => {
  const list = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 30 });
  fc.assert(fc.property(list, list, (a, b) => {
    const steps = shortestEdit(a, b, a.length + b.length)!;
    expect(steps.filter((step) => step === 'both')).toHaveLength(common(a, b));
    let [i, j] = [0, 0];
    for (const step of steps) {
      if (step === 'both') expect(a[i]).toBe(b[j]);
      if (step !== 'right') i++;
      if (step !== 'left') j++;
    }
    expect([i, j]).toEqual([a.length, b.length]);
    const edits = steps.length - common(a, b);
    expect(shortestEdit(a, b, edits)).toEqual(steps);
    if (edits > 0) expect(shortestEdit(a, b, edits - 1)).toBeNull();
  }));
});
