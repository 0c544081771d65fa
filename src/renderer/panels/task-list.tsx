// 待办: 待填 (placeholders) and 待核 (doubts, and set phrases that have aged) of the whole
// package by section, with what is done already. A figure is filled in its row, with the
// measure word that follows; Tab or Enter goes on to the next. What is looked at is ticked
// here, or with the caret in it.
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Transform, type Step } from 'prosemirror-transform';
import { docOf } from '../../core/model/apply-change';
import type { FieldPath, Package } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import { LAST_YEAR } from '../../core/report/roll/version-ids';
import type { DocumentSession } from '../session/document-session';
import type { Caret } from '../session/places';
import { Observable, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { checkedSteps, phraseAt } from '../templates/insert-blocks';
import { today } from '../templates/today';
import { holdsFigure } from '../typing/figure-hole';
import { lackingWords } from './lacking-words';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from './lower-list';
import { rangeOf, taskAfter, taskNow, tasksOf, type Task } from './tasks';

const TAGS = ['全部', '待填', '待核', '已办'] as const;

/** What the list shows; it stays when the list goes and comes. */
const shownTag = new Observable<(typeof TAGS)[number]>('全部');

function change(session: DocumentSession, { article, field }: Task, steps: readonly Step[], label: string): void {
  if (steps.length > 0) session.change([{ kind: 'steps', article, field, steps: steps.map((step) => step.toJSON() as unknown) }], label);
}

function tick(session: DocumentSession, shown: Task): void {
  const task = taskNow(session.pkg, shown);
  const doc = task === null ? null : docOf(session.pkg, task.article, task.field);
  const range = task === null ? null : rangeOf(session.pkg, task);
  if (task === null || doc === null || range === null) return;
  if (task.tick === 'doubt') {
    change(session, task, new Transform(doc).removeMark(range.from, range.to, schema.marks.doubt).steps, '已核');
    return;
  }
  // One in: the place between two phrases belongs to both.
  const phrase = phraseAt(doc, range.from + 1);
  if (phrase !== null) change(session, task, checkedSteps(doc, phrase, today()), '表述已核对');
}

/** Puts words in the place of a 待填; what the marks around it are stays. Who fills faster than the list follows fills the right one all the same. */
function fill(session: DocumentSession, shown: Task, words: string): void {
  const task = taskNow(session.pkg, shown);
  const doc = task === null ? null : docOf(session.pkg, task.article, task.field);
  const range = task === null ? null : rangeOf(session.pkg, task);
  const node = doc === null || range === null ? null : doc.nodeAt(range.from);
  if (task === null || doc === null || range === null || node?.type !== schema.nodes.placeholder) return;
  const text = schema.text(words, node.marks.filter(({ type }) => type !== schema.marks.doubt));
  change(session, task, new Transform(doc).replaceWith(range.from, range.from + node.nodeSize, text).steps, `填入“${words}”`);
}

// A 待填 is gone to as a click in the text does: what is typed next takes its place.
const caretOf = ({ article, field, block, from }: Task): Caret => ({ article, field: field as FieldPath | null, block: block ?? 0, offset: from });

/** F8: selects the open place next after the caret, in whatever text it stands. */
export function goToNextTask({ session, places }: Workspace): void {
  const open = session.get();
  const caret = places.caret.get();
  const task = open === null ? null : taskAfter(open.pkg, caret === null ? null : { ...caret, from: caret.offset });
  if (task !== null) places.goTo({ ...caretOf(task), to: task.to });
}

function TaskList({ workspace, session, pkg }: LowerListProps) {
  const tag = useWatched(shownTag);
  const all = tasksOf(pkg);
  if (all.length === 0) return <li className="quiet">没有待填和待核的地方。</li>;
  const shown = all.filter((task) => tag === '全部' || task.tag === tag);
  const drawn = shown.slice(0, MOST_ENTRIES);
  return (
    <>
      <Head tasks={all} tag={tag} isDraft={pkg.versions.some(({ id }) => id === LAST_YEAR)} lacking={pkg.versions.some(({ id }) => id === LAST_YEAR) ? lackingWords(pkg.meeting) : null} fillIn={() => workspace.dialog.set('meeting')} />
      {drawn.map((task, index) => (
        <Section key={task.key} task={task} isFirst={drawn[index - 1]?.section !== task.section} all={all}>
          <Row workspace={workspace} session={session} task={task} />
        </Section>
      ))}
      {shown.length === 0 && <li className="quiet">{tag === '已办' ? '还没有办好的。' : `没有${tag}了。`}</li>}
      {shown.length > drawn.length && <li className="quiet">后面还有 {shown.length - drawn.length} 处，办好前面的就列出来。</li>}
    </>
  );
}

interface HeadProps {
  readonly tasks: readonly Task[];
  readonly tag: string;
  /** Rolled forward: what was asked for is known after it was filled too. */
  readonly isDraft: boolean;
  /** What the record of a draft lacks; null: nothing. */
  readonly lacking: string | null;
  readonly fillIn: () => void;
}

function Head({ tasks, tag, isDraft, lacking, fillIn }: HeadProps) {
  const count = (of: Task['tag']): number => tasks.filter((task) => task.tag === of).length;
  const done = count('已办');
  return (
    <li className="task-head">
      <p>
        {/* What a template asked for is not known once it is filled: no share that stays nought whatever is done. */}
        <span>{done === 0 && !isDraft ? `待办 ${tasks.length}` : `已办 ${done} / ${tasks.length}`}</span>
        <small>余：待填 {count('待填')} · 待核 {count('待核')}</small>
      </p>
      {(done > 0 || isDraft) && <progress max={tasks.length} value={done} aria-label="已办" />}
      {lacking !== null && <p className="task-lacking"><small>会议信息还缺：{lacking}</small><button type="button" className="plain" onClick={fillIn}>填写…</button></p>}
      <div className="task-kinds" role="group" aria-label="列出">
        {TAGS.map((one) => <button key={one} type="button" className="plain" aria-pressed={one === tag} onClick={() => shownTag.set(one)}>{one}</button>)}
      </div>
    </li>
  );
}

interface SectionProps {
  readonly task: Task;
  readonly isFirst: boolean;
  readonly all: readonly Task[];
  readonly children: ReactNode;
}

/** A row, with its section's line above the first. */
function Section({ task: { section }, isFirst, all, children }: SectionProps) {
  // The row stays what it is when it becomes the first.
  const own = isFirst ? all.filter((task) => task.section === section) : [];
  return (
    <>
      {isFirst && (
        <li className="task-section">
          <span>{section}</span>
          <small>余 {own.filter(({ tag }) => tag !== '已办').length} / {own.length}</small>
        </li>
      )}
      {children}
    </>
  );
}

interface RowProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly task: Task;
}

function Row({ workspace, session, task }: RowProps) {
  const canChange = session.opened.readOnly === null;
  const acts = canChange && (task.tick !== null || task.suffix !== null);
  return (
    <li className={`${acts ? 'with-action' : ''}${task.tag === '已办' ? ' task-done' : ''}`}>
      <button type="button" className="plain" onClick={() => workspace.places.goTo(task.tag === '待填' ? { ...caretOf(task), to: task.from + 1 } : caretOf(task))}>
        <b className={task.tag === '已办' ? 'tag' : 'tag warning'}>{task.tag}</b>
        <span>
          {task.tag === '已办' ? <del>{task.text}</del> : task.text}
          {task.note !== null && <small>{task.note}</small>}
        </span>
      </button>
      {canChange && task.suffix !== null && <Fill workspace={workspace} session={session} task={task} suffix={task.suffix} />}
      {canChange && task.tick !== null && <button type="button" className="button small" onClick={() => tick(session, task)}>{task.tick === 'phrase' ? '已核对' : '已核'}</button>}
    </li>
  );
}

function Fill({ workspace, session, task, suffix }: RowProps & { readonly suffix: string }) {
  const [words, setWords] = useState('');
  const put = (): void => {
    if (words.trim() !== '') fill(session, task, words.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    // In an empty box there is nothing of its own to undo: what was filled before is.
    if (words === '' && (event.ctrlKey || event.metaKey) && (event.code === 'KeyZ' || event.code === 'KeyY')) {
      event.preventDefault();
      if (event.code === 'KeyY' || event.shiftKey) workspace.redo();
      else workspace.undo();
      return;
    }
    if ((event.key !== 'Enter' && event.key !== 'Tab') || event.ctrlKey || event.altKey) return;
    // Enter passes over nothing that is empty; Tab walks; backwards nothing is filled.
    if (event.key === 'Enter' && words.trim() === '') return;
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.task-fill input')];
    const to = boxes[boxes.indexOf(event.currentTarget) + (event.shiftKey ? -1 : 1)];
    if (to !== undefined || event.key === 'Enter') event.preventDefault();
    if (!event.shiftKey) put();
    to?.focus();
  };
  return (
    <span className="task-fill">
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={`填：${task.text}`}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onFocus={() => workspace.places.goTo(caretOf(task), false)}
        onKeyDown={onKeyDown}
      />
      <span>{suffix}</span>
      {task.type === 'figure' && words.trim() !== '' && !holdsFigure(words) && <small className="not-figure" role="status">没有数字</small>}
      <button type="button" className="button small" tabIndex={-1} disabled={words.trim() === ''} onClick={put}>填入</button>
    </span>
  );
}

/** What 待办 counts: what is open. */
export const countTasks = (pkg: Package): number => tasksOf(pkg).filter(({ tag }) => tag !== '已办').length;

export const TASKS: LowerTab = { id: 'tasks', title: '待办', count: ({ pkg }) => countTasks(pkg), List: TaskList };
