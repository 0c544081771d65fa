// The shortest edit between two lists (Myers, "An O(ND) difference algorithm"): what the
// comparisons of paragraphs, letters and words stand on. Cost grows with the product of
// lengths and differences, so a caller says how many differences are worth looking for.

/** `left`: an entry only of the first list, `right`: only of the second. */
export type Edit = 'left' | 'right' | 'both';

/** Steps from `a` to `b`, `both` where they agree; null where it takes more than `most` edits. */
export function shortestEdit(a: readonly string[], b: readonly string[], most: number): Edit[] | null {
  const limit = Math.min(a.length + b.length, most);
  const trace: Map<number, number>[] = [];
  let ends = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= limit; d++) {
    const next = new Map(ends);
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (ends.get(k - 1) ?? -1) < (ends.get(k + 1) ?? -1));
      let x = down ? (ends.get(k + 1) ?? 0) : (ends.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtrack(trace, ends, a.length, b.length, d);
    }
    trace.push(ends);
    ends = next;
  }
  return null;
}

function backtrack(trace: readonly Map<number, number>[], last: ReadonlyMap<number, number>, n: number, m: number, depth: number): Edit[] {
  const steps: Edit[] = [];
  let [x, y] = [n, m];
  for (let d = depth; d >= 0; d--) {
    const ends = d === depth ? last : trace[d]!;
    const k = x - y;
    const down = k === -d || (k !== d && (ends.get(k - 1) ?? -1) < (ends.get(k + 1) ?? -1));
    const from = down ? k + 1 : k - 1;
    const startX = d === 0 ? 0 : (ends.get(from) ?? 0);
    const startY = d === 0 ? 0 : startX - from;
    const [middleX, middleY] = d === 0 ? [0, 0] : down ? [startX, startY + 1] : [startX + 1, startY];
    while (x > middleX && y > middleY) {
      steps.push('both');
      x--;
      y--;
    }
    if (d > 0) steps.push(down ? 'right' : 'left');
    [x, y] = [startX, startY];
  }
  return steps.reverse();
}
