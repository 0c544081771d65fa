// 待办: 待填 (placeholders) and 待核 (doubts) of the whole package.
import type { FieldPath, Package } from '../../core/model/package';
import { openPlaces, type OpenPlace } from '../../core/model/stage';
import { articleNames } from './article-names';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from './lower-list';

// The tab counts what the list shows: found once a package.
const found = new WeakMap<Package['articles'], readonly OpenPlace[]>();

function tasksOf({ articles }: Package): readonly OpenPlace[] {
  const known = found.get(articles);
  if (known !== undefined) return known;
  const tasks = articles.flatMap((article) => openPlaces(article));
  found.set(articles, tasks);
  return tasks;
}

function TaskList({ workspace, pkg }: LowerListProps) {
  const tasks = tasksOf(pkg);
  if (tasks.length === 0) return <li className="quiet">没有待填和待核的地方。</li>;
  const names = articleNames(pkg.articles, pkg.meeting);
  return tasks.slice(0, MOST_ENTRIES).map(({ kind, article, block, field, from, text }, index) => (
    <li key={index}>
      <button type="button" className="plain" onClick={() => workspace.places.goTo({ article, field: field as FieldPath | null, block: block ?? 0, offset: from })}>
        <b className="tag warning">{kind === 'placeholder' ? '待填' : '待核'}</b>
        <span>
          {text}
          <small>{names[pkg.articles.findIndex(({ id }) => id === article)]}</small>
        </span>
      </button>
    </li>
  ));
}

export const TASKS: LowerTab = { id: 'tasks', title: '待办', count: ({ pkg }) => tasksOf(pkg).length, List: TaskList };
