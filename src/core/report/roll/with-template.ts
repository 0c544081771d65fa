// 换届: the outgoing committee reports on five years, on another template (TYPESETTING
// 4.1a, W-16). The report is made anew from that template with what last year's gives it
// (five-year-report.ts); its head keeps the form of last year's; what it says before and after
// is listed, and last year's text stays in the version kept beside the draft.
import type { Node } from 'prosemirror-model';
import { fieldText } from '../../model/field-text';
import { FIELD_PATHS, type Article, type FieldDoc, type FieldPath, type Package } from '../../model/package';
import { schema } from '../../model/schema';
import { MADE } from './version-ids';
import { carriedBlocks, fiveYearReport } from './five-year-report';
import type { BlankItem, ChangeItem, RollItem } from './item';
import type { RollPlan } from './plan-roll';

/** The article that a five-year report replaces: the first report. */
function replacedReport(last: Package): Article | null {
  return last.articles.find(({ kind }) => kind === 'report') ?? null;
}

/** The plan without what concerns the replaced report but its head, which is compared, and what of it is carried into the new one. */
export function withTemplate(plan: RollPlan, template: Article): RollPlan {
  const replaced = replacedReport(plan.last);
  if (replaced === null) return plan;
  const heads = FIELD_PATHS.flatMap((path): (ChangeItem | BlankItem)[] => {
    const [from, to] = [fieldText(replaced.fields[path], plan.last.meeting), fieldText(template.fields[path], plan.meeting)];
    if (from === '' || from === to || keepsForm(path, from, plan) || (path === 'head.speaker' && saysPost(from, to))) return [];
    const place = { article: replaced.id, block: null, field: path, from: 0, to: replaced.fields[path]?.firstChild?.content.size ?? 0, line: null, excerpt: from };
    const kind = path === 'head.date' ? 'date' : path === 'deck.main' ? 'term' : 'session';
    const base = { id: headId(replaced, path), place, section: '', sentence: { text: from, from: 0, to: from.length }, why: '换届报告的模板', record: true };
    return [path === 'head.date' && plan.meeting.opens === null ? { ...base, group: 'blank', kind: 'date', was: from } : { ...base, group: 'change', kind, from, to }];
  });
  const { carried } = fiveYearReport(template, plan.last, replaced.id);
  const tables = carriedBlocks(plan.last, replaced.id);
  const inTable = ({ place }: RollItem): boolean => place.block !== null && tables.blocks.has(place.block);
  const inHead = ({ place: { field } }: RollItem): boolean => field !== null && isFieldPath(field) && keepsForm(field, fieldText(replaced.fields[field], plan.last.meeting), plan);
  const kept = plan.items.filter((item) => item.place.article === replaced.id && (isKept(item) || inHead(item) || inTable(item))).map((item) => (inTable(item) && tables.titles.has(item.place.block!) ? overFiveYears(item, plan) : item));
  return { ...plan, items: [...heads, ...kept, ...carried, ...plan.items.filter(({ place }) => place.article !== replaced.id)] };
}

/** 2025年协商活动情况 of a table's title tells of the five years now: 2022—2026年. */
function overFiveYears(item: RollItem, { years }: RollPlan): RollItem {
  if (years === null || item.kind !== 'year') return item;
  const { id, place, section, sentence } = item;
  // In a title that is a line of text a year is a person's to judge elsewhere.
  const year = item.group === 'change' ? item.from : item.text;
  return year !== String(years.last) ? item : { id, place, section, sentence, group: 'change', kind: 'year', from: year, to: `${years.next - 4}—${years.next}`, why: '表名，换届报告写五年', record: false };
}

/** Parts of a head that a place writes in a form of its own: the full name of a self-governing place, the day before the meeting's name. */
const OWN_FORM: readonly FieldPath[] = ['deck.main', 'head.occasion', 'head.date'];
const isFieldPath = (path: string): path is FieldPath => (FIELD_PATHS as readonly string[]).includes(path);

/** Whether a part of the head stays in the form that last year's had, as the plan rolls it; `from`: its words. A title that names a year tells of that year, and a place of another name writes itself anew. */
function keepsForm(path: FieldPath, from: string, { last, meeting }: RollPlan): boolean {
  return OWN_FORM.includes(path) && from !== '' && last.meeting.place === meeting.place && last.meeting.organisation.full === meeting.organisation.full && !(path === 'deck.main' && /年/.test(from));
}

/** Who speaks, and last year's promises, are asked whatever the report. */
const isKept = ({ group, kind, place }: RollItem): boolean => group === 'review' && (kind === 'promise' || (kind === 'leader' && place.field === 'head.speaker'));

/** The draft with the template's report in the place of last year's, kept as a version as it is now; a head whose change was refused stays as last year had it. `today`: ISO, the version's date. */
export function putTemplate(draft: Package, plan: RollPlan, template: Article, today: string, refused: ReadonlySet<string> = new Set()): Package {
  const made = withReport(draft, plan, template, refused);
  return { ...made, versions: [...made.versions, { id: MADE, name: '换届草稿（刚生成）', date: today, meeting: made.meeting, articles: made.articles }] };
}

function withReport(draft: Package, plan: RollPlan, template: Article, refused: ReadonlySet<string>): Package {
  const replaced = replacedReport(plan.last);
  if (replaced === null) return { ...draft, articles: [{ ...template, id: 'report' }, ...draft.articles] };
  const { article: made } = fiveYearReport(template, plan.last, replaced.id, refused, draft.articles.find(({ id }) => id === replaced.id)?.doc ?? null);
  const asksSpeaker = plan.items.some((item) => item.place.article === replaced.id && item.place.field === 'head.speaker' && item.group === 'review' && !refused.has(item.id));
  const then = (path: FieldPath): string => fieldText(replaced.fields[path], plan.last.meeting);
  // ——2025年2月20日在…会议上 says the day already.
  const daysInOccasion = then('head.date') === '' && keepsForm('head.occasion', then('head.occasion'), plan) && /\d日|[〇○零一二三四五六七八九十]日/.test(then('head.occasion'));
  // 在…第五次会议上的工作报告 names the meeting already.
  const isInTitle = then('head.occasion') === '' && keepsForm('deck.main', then('deck.main'), plan) && /次会议/.test(then('deck.main'));
  const articles = draft.articles.map((article) => {
    if (article.id !== replaced.id) return article;
    const fields = Object.fromEntries(FIELD_PATHS.map((path): [FieldPath, FieldDoc] => {
      const keepsPost = path === 'head.speaker' && saysPost(fieldText(article.fields[path], plan.meeting), fieldText(template.fields[path], plan.meeting));
      const doc = (refused.has(headId(replaced, path)) || keepsPost || keepsForm(path, then(path), plan) ? article : template).fields[path];
      if ((path === 'head.date' && daysInOccasion) || (path === 'head.occasion' && isInTitle)) return [path, null];
      return [path, path === 'head.speaker' && asksSpeaker ? doubted(doc) : doc];
    })) as Article['fields'];
    return { ...made, id: article.id, fields };
  });
  return { ...draft, articles };
}

/** 县人大常委会主任　江临风 says more than the template's name alone. */
const saysPost = (own: string, name: string): boolean => name !== '' && own !== name && own.replaceAll(/\s/g, '').endsWith(name.replaceAll(/\s/g, ''));

const headId = ({ id }: Article, path: FieldPath): string => `${id}/${path}`;

/** A field under 待核. */
function doubted(doc: FieldDoc): FieldDoc {
  const mark = schema.marks.doubt.create();
  return doc === null ? null : doc.copy(doc.content.replaceChild(0, markAll(doc.child(0), mark)));
}

function markAll(paragraph: Node, mark: Parameters<Node['mark']>[0][number]): Node {
  const inlines: Node[] = [];
  paragraph.forEach((inline) => inlines.push(inline.mark(mark.addToSet(inline.marks))));
  return schema.nodes.paragraph.create(paragraph.attrs, inlines);
}
