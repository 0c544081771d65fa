// 破栏 (N-01): into how many columns so many base columns are broken for a wanted
// measure. By the page's own columns and gaps alone; which measure an article wants, and
// takes for its lines' sake, is measure-choice.ts's.
import type { PaperMaster } from '../../model/master';
import { brokenMeasure } from '../../page/paper-grid';

const broken = new WeakMap<PaperMaster, Map<number, number>>();

/** Into how many columns m base columns are broken for a wanted measure (N-01). */
export function breakColumns(master: PaperMaster, columns: number, wanted: number): number {
  let known = broken.get(master);
  if (known === undefined) broken.set(master, (known = new Map()));
  // Fewer than a thousand columns and whole measures: one number names both.
  const key = wanted * 1000 + columns;
  let into = known.get(key);
  if (into === undefined) known.set(key, (into = breaksFrom(master, columns, wanted)[0]!.into));
  return into;
}

/** Into how many columns so many base columns are broken for the measure of others. */
export function breakAlike(master: PaperMaster, columns: number, { columns: others, into }: { readonly columns: number; readonly into: number }): number {
  return breakColumns(master, columns, brokenMeasure(master, others, into).characters);
}

/** All ways to break so many columns, the nearest to the wanted measure first. */
export function breaksFrom(master: PaperMaster, columns: number, wanted: number): { readonly into: number; readonly characters: number; readonly off: number }[] {
  return Array.from({ length: columns }, (_, i) => {
    const into = i + 1;
    const { characters, gap } = brokenMeasure(master, columns, into);
    return { into, characters, off: Math.abs(characters - wanted) + (into === 1 ? 0 : 2 * (gap - master.gap)) };
  }).sort((a, b) => a.off - b.off || a.into - b.into);
}
