// The shortest edit between two lists (Myers, "An O(ND) difference algorithm"): what the
// comparisons of paragraphs, letters and words stand on. Cost grows with the product of
// lengths and differences, so a caller says how many differences are worth looking for.

/** `left`: an entry only of the first list, `right`: only of the second. */
export type Edit = 'left' | 'right' | 'both';

/** Steps from `a` to `b`, `both` where they agree; null where it takes more than `most` edits. */
export function shortestEdit(a: readonly string[], b: readonly string[], most: number): Edit[] | null {
  const limit = Math.min(a.length + b.length, most);
  // How far each diagonal reaches, by k + limit + 1; a step writes the diagonals of its own parity and reads the others.
  const middle = limit + 1;
  const ends = new Int32Array(2 * limit + 3);
  /** Of each step the ends that it began with, by k + d. */
  const trace: Int32Array[] = [];
  for (let d = 0; d <= limit; d++) {
    trace.push(ends.slice(middle - d, middle + d + 1));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && ends[middle + k - 1]! < ends[middle + k + 1]!);
      let x = down ? ends[middle + k + 1]! : ends[middle + k - 1]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      ends[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return backtrack(trace, a.length, b.length);
    }
  }
  return null;
}

function backtrack(trace: readonly Int32Array[], n: number, m: number): Edit[] {
  const steps: Edit[] = [];
  let [x, y] = [n, m];
  for (let d = trace.length - 1; d >= 0; d--) {
    const ends = trace[d]!;
    const k = x - y;
    const down = k === -d || (k !== d && ends[k - 1 + d]! < ends[k + 1 + d]!);
    const from = down ? k + 1 : k - 1;
    const startX = d === 0 ? 0 : ends[from + d]!;
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
