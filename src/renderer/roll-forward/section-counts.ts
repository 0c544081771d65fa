// What will be left to do in a draft, by section: 待填 and 待核 as 待办 counts them. In: the
// draft as it would be made. Out: sections in the order of the text.
import type { Package } from '../../core/model/package';
import { countOpen, openTasks, type OpenTask } from '../../core/report/open-tasks';
import type { RollItem } from '../../core/report/roll/item';
import { articleNames } from '../panels/article-names';
import { shortSection } from '../panels/section-name';
import { sectionFinder } from '../panels/tasks';

export interface SectionCount {
  readonly name: string;
  readonly blanks: number;
  readonly checks: number;
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

/** @param day ISO, by which set phrases age. */
export function sectionCounts(draft: Package, day: string): readonly SectionCount[] {
  const sectionOf = sectionFinder(draft);
  const sections = new Map<string, OpenTask[]>();
  for (const task of openTasks(draft, day)) {
    const name = sectionOf(task);
    const own = sections.get(name);
    if (own === undefined) sections.set(name, [task]);
    else own.push(task);
  }
  return [...sections].map(([name, tasks]) => ({ name, ...countOpen(tasks) }));
}
