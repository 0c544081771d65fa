// 生成草稿: last year's package opens as a new one that has no file, and what was decided
// is done to it as one step, so that one undo gives back last year's text. The file that
// it came from is not touched.
import { writePackage } from '../../core/model/package-file';
import type { Package } from '../../core/model/package';
import { countOpen, openTasks } from '../../core/report/open-tasks';
import { applyRoll } from '../../core/report/roll/apply-roll';
import { rollChanges } from '../../core/report/roll/roll-changes';
import { putTemplate } from '../../core/report/roll/with-template';
import type { Workspace } from '../session/workspace';
import { today } from '../templates/today';
import type { Proposal, RollSession } from './roll-session';

const LABEL = '从去年的报告生成草稿';

/** CSS pixels: the list is what is worked on from here; lower, it shows a task or two. */
const TASKS_HEIGHT = 320;

/** The draft that is proposed without what is refused. */
export function draftOf({ plan, template }: Proposal, refused: ReadonlySet<string>, id: string): Package {
  const rolled = applyRoll(plan, { refused, id, name: draftName(plan.last, plan.years), today: today() });
  return template === null ? rolled : putTemplate(rolled, plan, template, today(), refused);
}

/** Makes the draft and shows it; why it could not, in Chinese, or null. */
export async function makeDraft(workspace: Workspace, session: RollSession): Promise<string | null> {
  const proposal = session.proposal.get();
  if (proposal === null) return '还没有可以生成的改动。';
  const { plan } = proposal;
  const refused = session.refused.get();
  const draft = draftOf(proposal, refused, crypto.randomUUID());
  const changed = plan.items.filter(({ id, group }) => group === 'change' && !refused.has(id)).length;
  const { blanks, checks } = countOpen(openTasks(draft, today()));
  const note = [
    `已从“${session.source.get()?.name ?? ''}”生成草稿：自动改写 ${changed} 处，留下待填 ${blanks} 处、待核 ${checks} 处。`,
    '去年的文件没有动，去年的文字留在这份文稿包里。草稿还没有存盘；Ctrl+Z 一步退回去年的文字。',
  ].join('');
  const opened = await workspace.api.openForDraft(writePackage({ ...plan.last, id: draft.id, name: draft.name }, null), note);
  if (!opened.ok) return opened.message;
  if (opened.value === null) return '没有生成：还留在原来的文稿包里。';
  workspace.show(opened.value);
  const open = workspace.session.get();
  if (open === null) return null;
  open.change(rollChanges(open.pkg, draft), LABEL);
  const { panes } = workspace;
  panes.change({ lower: 'tasks', pagesFolded: false, lowerHeight: Math.max(panes.layout.get().lowerHeight, TASKS_HEIGHT) });
  return null;
}

/** Last year's name a year on; one that names no year is told from the old one by a word. */
function draftName({ name }: Package, years: { readonly last: number; readonly next: number } | null): string {
  const by = years === null ? 1 : years.next - years.last;
  const next = name.replace(/(?:19|20)\d{2}(?=年|\D|$)/g, (year) => String(Number(year) + by));
  return next === name ? `${name.replace(/\.(?:banxin|docx?|txt)$/i, '').replace(/（今年草稿）$/, '')}（今年草稿）` : next;
}
