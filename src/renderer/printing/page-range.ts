// Pages as people type them: 1-5，9. In: what was typed and how many pages there
// are. Out: their indexes in order, each once, or why it cannot be read.

export type PageRange = { readonly ok: true; /** 0-based. */ readonly pages: readonly number[] } | { readonly ok: false; /** Chinese. */ readonly wrong: string };

const PART = /^(\d{1,4})(-)?(\d{1,4})?$/;

/** Reads a range of `count` pages; `3-` goes on to the last. */
export function readPageRange(text: string, count: number): PageRange {
  const chosen = new Set<number>();
  const parts = text.normalize('NFKC').replace(/\s*[-–—~至到]\s*/g, '-').split(/[,;、\s]+/).filter((part) => part !== '');
  if (parts.length === 0) return { ok: false, wrong: '写上要印的页码，如 1-5，9' };
  for (const part of parts) {
    const match = PART.exec(part);
    if (match === null) return { ok: false, wrong: `“${part}”不是页码；写作 1-5，9` };
    const first = Number(match[1]);
    const last = match[3] !== undefined ? Number(match[3]) : match[2] !== undefined ? count : first;
    if (first < 1 || last > count || first > last) return { ok: false, wrong: first > last && last >= 1 ? `“${part}”前大后小` : `没有“${part}”这些页：一共 ${count} 页` };
    for (let page = first; page <= last; page++) chosen.add(page - 1);
  }
  return { ok: true, pages: [...chosen].toSorted((a, b) => a - b) };
}

/** The range as it would be typed: 1-3，7. */
export function writePageRange(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? String(from + 1) : `${from + 1}-${to + 1}`)).join('，');
}
