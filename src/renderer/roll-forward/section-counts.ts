// What will be left to do in a draft, by section: 待填 and 待核 of the proposals that are
// not refused. In: items and refusals. Out: sections in the order of the text.
import type { Package } from '../../core/model/package';
import type { RollItem } from '../../core/report/roll/item';
import { articleNames } from '../panels/article-names';
import { shortSection } from '../panels/section-name';

export interface SectionCount {
  readonly name: string;
  readonly blanks: number;
  readonly reviews: number;
}

/** Name of an item's section, with its article where a package has several. */
export function sectionNamer({ articles, meeting }: Package): (item: Pick<RollItem, 'place' | 'section'>) => string {
  const names = articleNames(articles, meeting);
  const indices = new Map(articles.map(({ id }, index) => [id, index]));
  return ({ place, section }) => {
    const index = indices.get(place.article) ?? 0;
    const here = place.field !== null ? '标题区' : section === '' ? '开头' : shortSection(section);
    return index === 0 ? here : `${names[index] ?? ''} · ${here}`;
  };
}

export function sectionCounts(last: Package, items: readonly RollItem[], refused: ReadonlySet<string>): readonly SectionCount[] {
  const nameOf = sectionNamer(last);
  const sections = new Map<string, { blanks: number; reviews: number }>();
  for (const item of items) {
    if (refused.has(item.id) || item.group === 'change' || (item.group === 'review' ? !item.task : item.record)) continue;
    const name = nameOf(item);
    const count = sections.get(name) ?? { blanks: 0, reviews: 0 };
    sections.set(name, count);
    if (item.group === 'blank') count.blanks += 1;
    else count.reviews += 1;
  }
  return [...sections].map(([name, count]) => ({ name, ...count }));
}
