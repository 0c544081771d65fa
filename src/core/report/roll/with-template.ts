// 换届: the outgoing committee reports on five years, on another template (TYPESETTING
// 4.1a, W-16). The report is made anew from that template; what its head says before and
// after is listed, and last year's text stays in the version kept beside the draft.
import { fieldText } from '../../model/field-text';
import { FIELD_PATHS, type Article, type FieldPath, type Package } from '../../model/package';
import type { ChangeItem } from './item';
import type { RollPlan } from './plan-roll';

/** The article that a five-year report replaces: the first report. */
export function replacedReport(last: Package): Article | null {
  return last.articles.find(({ kind }) => kind === 'report') ?? null;
}

/** The plan without what concerns the replaced report but its head, which is compared. */
export function withTemplate(plan: RollPlan, template: Article): RollPlan {
  const replaced = replacedReport(plan.last);
  if (replaced === null) return plan;
  const heads: ChangeItem[] = FIELD_PATHS.flatMap((path): ChangeItem[] => {
    const [from, to] = [fieldText(replaced.fields[path], plan.last.meeting), fieldText(template.fields[path], plan.meeting)];
    if (from === '' || from === to) return [];
    const place = { article: replaced.id, block: null, field: path, from: 0, to: replaced.fields[path]?.firstChild?.content.size ?? 0, line: null, excerpt: from };
    const kind = path === 'head.date' ? 'date' : path === 'deck.main' ? 'term' : 'session';
    return [{ id: headId(replaced, path), place, section: '', sentence: { text: from, from: 0, to: from.length }, why: '换届报告的模板', group: 'change', kind, from, to, record: true }];
  });
  return { ...plan, items: [...heads, ...plan.items.filter(({ place, group, kind }) => place.article !== replaced.id || (group === 'review' && kind === 'promise'))] };
}

/** The draft with the template's report in the place of last year's; a head whose change was refused stays as last year had it. */
export function putTemplate(draft: Package, last: Package, template: Article, refused: ReadonlySet<string> = new Set()): Package {
  const replaced = replacedReport(last);
  if (replaced === null) return { ...draft, articles: [{ ...template, id: 'report' }, ...draft.articles] };
  const articles = draft.articles.map((article) => {
    if (article.id !== replaced.id) return article;
    const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, (refused.has(headId(replaced, path)) ? article : template).fields[path]])) as Article['fields'];
    return { ...template, id: article.id, fields };
  });
  return { ...draft, articles };
}

const headId = ({ id }: Article, path: FieldPath): string => `${id}/${path}`;
