// banxin rollforward: last year's file → this year's draft, with the list of what was
// rewritten, emptied, and left to a person. Every proposal is taken; the window lets
// them be refused one by one.
import { basename, extname } from 'node:path';
import type { TextPlace } from '../core/diagnostic';
import type { Article, Meeting, Package } from '../core/model/package';
import type { PlaceholderAttrs } from '../core/model/schema';
import { eachTextblock } from '../core/model/textblocks';
import { countOpen, openTasks } from '../core/report/open-tasks';
import { applyRoll } from '../core/report/roll/apply-roll';
import { fiveYearTemplate } from '../core/report/roll/five-year-report';
import { rollGroups } from '../core/report/roll/fold-items';
import { annualIn, kindOf, nextMeeting, oddRecord, type RollKind } from '../core/report/roll/next-meeting';
import { planRoll, type RollPlan } from '../core/report/roll/plan-roll';
import { withToldMeeting } from '../core/report/roll/told-meeting';
import { putTemplate, withTemplate } from '../core/report/roll/with-template';
import { AppError } from '../node/app-error';
import { openInput, savePackage } from '../node/package-store';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { sourceLines } from './edition-options';
import { keepOld, packageTarget } from './keep-old';
import { openMeeting } from './open-meeting';
import { print, printJson, say } from './print';
import { rollList } from './roll-list';

const KINDS: readonly RollKind[] = ['next', 'newTerm', 'firstAnnual', 'structure'];

const SHAPE: CommandShape = {
  usage: 'banxin rollforward <去年的文件> [--kind next|newTerm|firstAnnual|structure] [--meeting 会议信息.json] [--annual 上一份年度报告] -o 文稿包.banxin [--json]',
  files: ['去年的文件'],
  options: { kind: 'value', meeting: 'value', annual: 'value', o: 'value', json: 'flag' },
  required: ['o'],
};

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const target = packageTarget(args.value('o')!);
  const asked = args.value('kind');
  if (asked !== null && !KINDS.includes(asked as RollKind)) throw new UsageError(`--kind 应写 ${KINDS.join('、')}，不能是 ${asked}`);
  const { pkg: read, text, notes } = await openInput(args.files[0]!);
  const pkg = withToldMeeting(read);
  for (const note of notes) say(`注意：${note}`);
  const kind = (asked as RollKind | null) ?? kindOf(pkg.meeting);
  if (kind === null) throw new AppError('term-change-undecided', `去年是第${pkg.meeting.session ?? ''}次会议，今年可能换届：请用 --kind next（同届顺延）或 --kind newTerm（换届）写明`);
  const file = args.value('meeting');
  const given: Partial<Meeting> = file === null ? {} : await openMeeting(file);
  const odd = oddRecord(kind, given, pkg.meeting);
  if (odd !== null) say(`注意：会议信息写的是${odd.said}，按 --kind ${kind} 应是${odd.due}：两样请核对，草稿照会议信息写`);
  const annual = args.value('annual');
  if (annual !== null && kind !== 'firstAnnual') throw new UsageError('--annual 只用于 --kind firstAnnual');
  const annualKept = annual === null && kind === 'firstAnnual' ? annualIn(pkg) : null;
  if (annualKept !== null) say(`注意：文稿包里留着上一份年度报告“${annualKept.name}”；要用它的结构，加 --annual "${args.files[0]!}#${annualKept.id}"`);
  const { plan, template, text: planned } = await planOf({ pkg, text }, kind, given, annual);
  const name = basename(target, extname(target));
  const today = new Date().toISOString().slice(0, 10);
  const { randomUUID } = await import('node:crypto');
  const rolled = applyRoll(plan, { refused: new Set(), id: randomUUID(), name, today });
  const draft = template === null ? rolled : putTemplate(rolled, plan, template, today);
  const kept = keepOld(target);
  await savePackage(target, draft, null);
  if (kept !== null) say(`原有的“${target}”已留作“${kept}”`);
  const withLines = await sourceLines(planned);
  const placed = (place: TextPlace): TextPlace => withLines([{ severity: 'info', code: 'placeholder-open', message: '', at: place, suggestion: null }])[0]!.at as TextPlace;
  const answer = answerOf(plan, placed, draft);
  if (args.has('json')) printJson(answer);
  else print(rollList(plan.items, placed).map((line) => `${line}\n`).join(''));
  // As 待办 of the window counts them.
  const { blanks, checks } = countOpen(openTasks(draft, today));
  const lacking = plan.items.filter((item) => item.group === 'blank' && item.record).length;
  say(`已生成“${target}”：自动改写 ${answer.changed.length} 处，待填 ${blanks} 处，待核 ${checks} 处${lacking === 0 ? '' : `，会议信息还有 ${lacking} 处未填`}${template === null ? '' : `，报告换成了五年工作的模板（${templateWords(plan, blanks, checks)}）`}`);
  return 0;
}

/** What of it is the template's own and no proposal of the list. */
function templateWords({ items }: RollPlan, blanks: number, checks: number): string {
  const listed = rollGroups(items);
  const of = (group: string): number => listed.find((one) => one.group === group)?.count ?? 0;
  return `模板自带待填 ${blanks - of('blank')} 处、待核 ${checks - of('review')} 处`;
}

interface Planned {
  readonly plan: RollPlan;
  readonly template: Article | null;
  /** What the places of the plan are in. */
  readonly text: Opened['text'];
}
type Opened = Awaited<ReturnType<typeof openInput>>;

async function planOf({ pkg, text }: Pick<Opened, 'pkg' | 'text'>, kind: RollKind, given: Partial<Meeting>, annual: string | null): Promise<Planned> {
  if (kind === 'newTerm') {
    const plan = planRoll(pkg, { kind, meeting: given });
    const template = await fiveYears(fiveYearTemplate(pkg), plan.meeting);
    return { plan: withTemplate(plan, template), template, text };
  }
  if (annual === null) return { plan: planRoll(pkg, { kind, meeting: given }), template: null, text };
  // The structure of the last annual report, the numbers of the committee that stands now.
  const source = await openInput(annual);
  return { plan: planRoll(source.pkg, { kind, meeting: { ...nextMeeting(pkg.meeting, kind, {}), ...given } }), template: null, text: source.text };
}

async function fiveYears({ template, switches }: ReturnType<typeof fiveYearTemplate>, meeting: Meeting): Promise<Article> {
  const { LIBRARY, newPackage } = await import('../node/templates');
  const made = await newPackage({ template, folder: null, name: '', meeting, switches: new Map(Object.entries(switches)), phrases: LIBRARY.phrases });
  const report = made.articles.find(({ kind }) => kind === 'report');
  if (report === undefined) throw new RangeError('the five-year template has no report');
  return report;
}

interface Answer {
  readonly changed: readonly { readonly kind: string; readonly from: string; readonly to: string; readonly place: TextPlace }[];
  readonly placeholders: readonly { readonly kind: string; readonly was: string; readonly place: TextPlace }[];
  readonly review: readonly { readonly kind: string; readonly text: string; readonly place: TextPlace; readonly why: string }[];
}

/** The answer of COMMANDS: places in the source text. What a template or 只要结构 leaves to be filled stands in no source: its places are the draft's, without a line. */
function answerOf({ items, kind }: RollPlan, placed: (place: TextPlace) => TextPlace, draft: Package): Answer {
  const emptied = items.flatMap((item) => (item.group === 'blank' ? [{ kind: item.kind, was: item.was, place: placed(item.place) }] : []));
  return {
    changed: items.flatMap((item) => (item.group === 'change' ? [{ kind: item.kind, from: item.from, to: item.to, place: placed(item.place) }] : [])),
    placeholders: [...emptied, ...madePlaceholders(draft, kind)],
    // A count in Han that was left is text carried over.
    review: items.flatMap((item) => (item.group === 'review' ? [{ kind: item.kind === 'count' ? 'carried' : item.kind, text: item.text, place: placed(item.place), why: item.why }] : [])),
  };
}

function madePlaceholders({ articles }: Package, kind: RollKind): Answer['placeholders'] {
  const report = articles.find((article) => article.kind === 'report');
  const made = kind === 'structure' ? articles : kind === 'newTerm' && report !== undefined ? [report] : [];
  return made.flatMap(({ id, doc }) => doc.children.flatMap((block, index): Answer['placeholders'] => {
    const found: Answer['placeholders'][number][] = [];
    // Last year's tables come along: their cells stand in the list with their place in the source.
    if (kind === 'newTerm' && block.type.name === 'table') return found;
    eachTextblock(block, (node, base) => node.forEach((inline, offset) => {
      if (inline.type.name !== 'placeholder') return;
      const { type, was, note } = inline.attrs as PlaceholderAttrs;
      if (kind === 'structure' && type !== 'text') return;
      const from = base + offset;
      found.push({ kind: type, was: was ?? '', place: { article: id, block: index, field: null, from, to: from + 1, line: null, excerpt: note ?? '' } });
    }));
    return found;
  }));
}
