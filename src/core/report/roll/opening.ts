// Which text opens its part of a report: there stand the year and its motto ({Y}年是…之年), in
// slots of their own (TYPESETTING W-07), and no names of the year's work. In: units in order.
import type { Unit } from './unit';

/** Articles whose parts are banners without a number: there 一、 opens a section of one. */
export const withBanners = (units: readonly Unit[]): ReadonlySet<string> => new Set(units.flatMap(({ article, heading, node }) => (heading && node.attrs['level'] === 0 ? [article] : [])));

/** A text block that opens its part: the first under a level-1 heading, or the first that is no mandate. */
export function opensPart(units: readonly Unit[], i: number, banners: ReadonlySet<string>): boolean {
  const [unit, before] = [units[i]!, units[i - 1]];
  if (unit.field !== null || unit.heading) return false;
  if (before === undefined || before.article !== unit.article) return false;
  return before.part !== unit.part || (before.heading && before.node.attrs['level'] <= (banners.has(unit.article) ? 0 : 1)) || /请予审议/.test(before.text);
}
