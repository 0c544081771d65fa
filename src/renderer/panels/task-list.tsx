// 待办: 待填 (placeholders) and 待核 (doubts, and set phrases that have aged) of the
// whole package. A phrase is ticked here, or with the caret in it.
import { FIELD_PATHS, type FieldPath, type Meeting, type Package } from '../../core/model/package';
import { openPlaces } from '../../core/model/stage';
import { stalePhrases, staleWords } from '../../core/report/phrase-age';
import { positionOf } from '../editor/places';
import type { DocumentSession } from '../session/document-session';
import { checkedSteps, phraseAt } from '../templates/insert-blocks';
import { today } from '../templates/today';
import { articleNames } from './article-names';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from './lower-list';

interface Task {
  readonly tag: '待填' | '待核';
  readonly article: string;
  readonly block: number | null;
  readonly field: string | null;
  readonly from: number;
  readonly text: string;
  /** What belongs there, or why it is to be looked at. */
  readonly note: string | null;
  readonly isPhrase: boolean;
}

// The tab counts what the list shows: found once a package.
const found = new WeakMap<Package['articles'], { readonly meeting: Meeting; readonly tasks: readonly Task[] }>();

/** Heads first, then down the text. */
function byPlace(a: Task, b: Task): number {
  if (a.field !== b.field) return order(a.field) - order(b.field);
  return (a.block ?? 0) - (b.block ?? 0) || a.from - b.from;
}

const order = (field: string | null): number => (field === null ? FIELD_PATHS.length : (FIELD_PATHS as readonly string[]).indexOf(field));

function tasksOf({ articles, meeting }: Package): readonly Task[] {
  const known = found.get(articles);
  if (known?.meeting === meeting) return known.tasks;
  const day = today();
  const tasks = articles.flatMap((article): Task[] => [
    ...openPlaces(article, null, meeting).map(({ kind, ...place }): Task => ({ ...place, tag: kind === 'placeholder' ? '待填' : '待核', isPhrase: false })),
    ...stalePhrases(article, meeting, day).map(({ dated, ...place }): Task => ({ ...place, tag: '待核', note: staleWords(dated), isPhrase: true })),
  ].sort(byPlace));
  found.set(articles, { meeting, tasks });
  return tasks;
}

function tick({ pkg, change }: Pick<DocumentSession, 'pkg' | 'change'>, { article: id, block, field, from }: Task): void {
  const article = pkg.articles.find((one) => one.id === id);
  const doc = field === null ? article?.doc : article?.fields[field as FieldPath];
  const position = doc === null || doc === undefined ? null : positionOf(doc, { block: block ?? 0, offset: from });
  // One in: the place between two phrases belongs to both.
  const range = position === null ? null : phraseAt(doc!, position + 1);
  if (range === null) return;
  change([{ kind: 'steps', article: id, field, steps: checkedSteps(doc!, range, today()).map((step) => step.toJSON() as unknown) }], '表述已核对');
}

function TaskList({ workspace, session, pkg }: LowerListProps) {
  const tasks = tasksOf(pkg);
  if (tasks.length === 0) return <li className="quiet">没有待填和待核的地方。</li>;
  const names = articleNames(pkg.articles, pkg.meeting);
  const canTick = session.opened.readOnly === null;
  return tasks.slice(0, MOST_ENTRIES).map((task, index) => {
    const { tag, article, block, field, from, text, note, isPhrase } = task;
    const name = names[pkg.articles.findIndex(({ id }) => id === article)];
    return (
      <li key={index} className={isPhrase && canTick ? 'with-action' : ''}>
        <button type="button" className="plain" onClick={() => workspace.places.goTo({ article, field: field as FieldPath | null, block: block ?? 0, offset: from })}>
          <b className="tag warning">{tag}</b>
          <span>
            {text}
            <small>{note === null ? name : `${name} · ${note}`}</small>
          </span>
        </button>
        {isPhrase && canTick && <button type="button" className="button small" onClick={() => tick({ pkg: session.pkg, change: (changes, label) => session.change(changes, label) }, task)}>已核对</button>}
      </li>
    );
  });
}

/** What 待办 counts. */
export const countTasks = (pkg: Package): number => tasksOf(pkg).length;

export const TASKS: LowerTab = { id: 'tasks', title: '待办', count: ({ pkg }) => countTasks(pkg), List: TaskList };
