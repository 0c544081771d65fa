// What will be left to do in a draft, by section: 待填 and 待核 of the proposals that are
// not refused. In: items and refusals. Out: sections in the order of the text.
import type { Article, Package } from '../../core/model/package';
import { openPlaces } from '../../core/model/stage';
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

/** @param template the report of a 换届, whose places to be filled are its own. */
export function sectionCounts(last: Package, items: readonly RollItem[], refused: ReadonlySet<string>, template: Article | null): readonly SectionCount[] {
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
  if (template !== null) sections.set('五年工作报告（模板）', { blanks: openPlaces(template).length, reviews: 0 });
  return [...sections].map(([name, count]) => ({ name, ...count }));
}
