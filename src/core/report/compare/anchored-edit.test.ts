import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestEdit } from '../../model/shortest-edit';
import { anchoredEdit } from './anchored-edit';

/** A list that counts how often it is read. */
function counted(list: readonly string[]): { readonly list: readonly string[]; reads(): number } {
  let reads = 0;
  return { list: new Proxy(list, { get: (of, key, self) => { if (typeof key === 'string' && /^\d+$/.test(key)) reads++; return Reflect.get(of, key, self) as unknown; } }), reads: () => reads };
}

/** So many paragraphs, every seventh another in the second, every eleventh gone, every thirteenth followed by one more, with formulas that repeat. */
function reports(length: number): readonly [string[], string[]] {
  const was = Array.from({ length }, (_, i) => (i % 5 === 4 ? '一年来，成绩来之不易。' : `第${i}段`));
  const now = was.flatMap((text, i) => (i % 11 === 3 ? [] : i % 7 === 2 ? [`改了的${text}`] : i % 13 === 6 ? [text, `加在${i}后`] : [text]));
  return [was, now];
}

describe('anchoredEdit', () => {
  it('its steps take the one list to the other', () => {
    const list = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', ''), { maxLength: 30 });
    fc.assert(fc.property(list, list, (a, b) => {
      const steps = anchoredEdit(a, b);
      expect(steps.filter((step) => step !== 'right')).toHaveLength(a.length);
      expect(steps.filter((step) => step !== 'left')).toHaveLength(b.length);
      let [i, j] = [0, 0];
      for (const step of steps) {
        if (step === 'both') expect(a[i]).toBe(b[j]);
        if (step !== 'right') i++;
        if (step !== 'left') j++;
      }
    }), { numRuns: 300 });
  });

  it('keeps as much as the shortest edit where each entry stands once and in order', () => {
    const [was, now] = reports(120);
    const kept = (steps: readonly string[] | null): number => (steps ?? []).filter((step) => step === 'both').length;
    expect(kept(anchoredEdit(was, now))).toBe(kept(shortestEdit(was, now, 400)));
  });

  it('an entry that stands once in both is kept, though blank ones would make a shorter edit', () => {
    const steps = anchoredEdit(['', '', '独段', 'a', 'b'], ['c', '独段', '', '', 'd']);
    expect(steps.filter((step) => step === 'both')).toHaveLength(1);
  });

  it('reads grow with the length, not with its square', () => {
    const reads = (length: number): number => {
      const [was, now] = reports(length).map(counted) as [ReturnType<typeof counted>, ReturnType<typeof counted>];
      anchoredEdit(was.list, now.list);
      return was.reads() + now.reads();
    };
    expect(reads(4000) / reads(1000)).toBeLessThan(5);
  });

  it('gives up in a stretch where nothing is the same, within bounds', () => {
    const [a, b] = [Array.from({ length: 3000 }, (_, i) => `旧${i}`), Array.from({ length: 3000 }, (_, i) => `新${i}`)].map(counted) as [ReturnType<typeof counted>, ReturnType<typeof counted>];
    expect(anchoredEdit(a.list, b.list)).toHaveLength(6000);
    expect(a.reads() + b.reads()).toBeLessThan(100_000);
  });
});
