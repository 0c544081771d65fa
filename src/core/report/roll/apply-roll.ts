// A plan and a person's decisions → the new draft. In: what plan-roll.ts proposed, which
// of it is refused. Out: a package of its own with last year's text kept as a version.
// What is not in the list is not rewritten: with every listed change undone, the draft's
// text is last year's (the law of roll.property.test.ts).
import { Transform } from 'prosemirror-transform';
import type { Node } from 'prosemirror-model';
import { carriedRecords } from '../figures/carried-records';
import { renderField } from '../../model/fields';
import { FIELD_PATHS, type Article, type Edition, type FieldDoc, type FieldPath, type Package } from '../../model/package';
import { schema } from '../../model/schema';
import type { RollItem } from './item';
import type { RollPlan } from './plan-roll';
import { unitsOf, type Unit } from './unit';
import { LAST_YEAR } from './version-ids';

export interface RollDecisions {
  /** Ids of changes and blanks that are not done, and of review items that are ticked off (已核，不改). */
  readonly refused: ReadonlySet<string>;
  /** Of the new package; core makes no random ids. */
  readonly id: string;
  readonly name: string;
  /** Today, ISO: the date of the version that keeps last year's text where its meeting's day is not known. */
  readonly today: string;
}

/** The new draft. Versions, comments, ignored findings and what was said of figures and promises stay with last year's package; who answers for a figure goes on. */
export function applyRoll(plan: RollPlan, { refused, id, name, today }: RollDecisions): Package {
  const { last, meeting } = plan;
  const units = unitsOf(last);
  const byText = new Map<string, RollItem[]>();
  for (const item of plan.items) {
    const key = textKey(item.place.article, item.place.field);
    byText.set(key, [...(byText.get(key) ?? []), item]);
  }
  const articles = last.articles.map((article): Article => {
    const roll = (doc: Node, field: FieldPath | null): Node => {
      const own = units.filter((unit) => unit.article === article.id && unit.field === field);
      return rolled(doc, own, byText.get(textKey(article.id, field)) ?? [], refused);
    };
    const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, article.fields[path] === null ? null : roll(article.fields[path], path)])) as Record<FieldPath, FieldDoc>;
    const doc = roll(article.doc, null);
    return { ...article, fields, doc: plan.kind === 'structure' ? skeleton(doc) : doc };
  });
  const kept = { id: LAST_YEAR, name: `去年定稿${sessionName(last)}`, date: last.meeting.opens ?? today, meeting: last.meeting, articles: last.articles };
  // Last year's confirmations are of last year's figures, and last year's promises of the year before.
  const { figures: said, promises: _promises, ...rest } = last;
  const figures = carriedRecords(said);
  return {
    ...rest, ...(figures === undefined ? {} : { figures }), id, name, stage: '工作稿第1稿', meeting, articles, editions: last.editions.map((edition) => nextEdition(edition, plan)),
    versions: [kept], comments: [], ignored: [],
  };
}

const textKey = (article: string, field: string | null): string => `${article}/${field ?? ''}`;

/** （五届四次）, or nothing where the record does not say. */
function sessionName({ meeting }: Package): string {
  const name = renderField('meeting', 'jieci', meeting);
  return name === null ? '' : `（${name}）`;
}

/** A day of the old meeting becomes the new one's; issue number and faces are those of a print that is past. */
function nextEdition(edition: Edition, { last: { meeting: was }, meeting: now }: RollPlan): Edition {
  const date = edition.date === null ? null : edition.date === was.opens ? now.opens : edition.date === was.closes ? now.closes : null;
  const paper = edition.paper === null ? null : { ...edition.paper, issue: null };
  return { ...edition, date, paper, faces: {} };
}

function rolled(doc: Node, units: readonly Unit[], items: readonly RollItem[], refused: ReadonlySet<string>): Node {
  const tr = new Transform(doc);
  const at = (item: RollItem): { readonly from: number; readonly to: number } => {
    const unit = units.find(({ block, base, text }) => block === item.place.block && item.place.from >= base && item.place.to <= base + text.length);
    if (unit === undefined) throw new RangeError(`no text for ${item.id}`);
    return { from: unit.start + item.place.from - unit.base, to: unit.start + item.place.to - unit.base };
  };
  const edits = items.filter((item) => item.group !== 'review').map((item) => ({ item, ...at(item) })).toSorted((a, b) => b.from - a.from);
  for (const { item, from, to } of edits) edit(tr, doc, item, from, to, refused.has(item.id));
  for (const item of items) {
    if (item.group !== 'review' || !item.task || refused.has(item.id)) continue;
    const { from, to } = at(item);
    tr.addMark(tr.mapping.map(from, 1), tr.mapping.map(to, -1), schema.marks.doubt.create());
  }
  // Threads stay with last year's text; what a hand asked of a paragraph was asked of other lines.
  tr.removeMark(0, tr.doc.content.size, schema.marks.comment);
  tr.doc.descendants((node, pos) => {
    if ((node.attrs['adjust'] ?? null) !== null) tr.setNodeAttribute(pos, 'adjust', null);
    return !node.isTextblock;
  });
  return tr.doc;
}

/** One change or blank. A value of the record follows the record by itself: refused, it becomes the old words. */
function edit(tr: Transform, doc: Node, item: Exclude<RollItem, { group: 'review' }>, from: number, to: number, refused: boolean): void {
  const marks = doc.resolve(from).nodeAfter?.marks ?? [];
  if (item.record) {
    const field = doc.resolve(from).nodeAfter;
    if (refused) tr.replaceWith(from, to, schema.text(item.group === 'change' ? item.from : item.was, marks));
    else if (item.group === 'blank' && field?.attrs['path'] === 'occasion') tr.replaceWith(from, to, aroundDay(String(field.attrs['form']))?.map((inline) => inline.mark(marks)) ?? field);
    return;
  }
  if (refused) return;
  if (item.group === 'blank') {
    tr.replaceWith(from, to, schema.nodes.placeholder.create({ type: item.kind, was: item.was, note: null }, null, marks));
    return;
  }
  // Only what differs is replaced, so that marks and hard breaks around it stay.
  const [was, now] = [item.from, item.to];
  let head = 0;
  while (head < was.length && head < now.length && was[head] === now[head]) head++;
  let tail = 0;
  while (tail < was.length - head && tail < now.length - head && was[was.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const text = now.slice(head, now.length - tail);
  const start = from + head;
  const own = doc.resolve(start).nodeAfter?.marks ?? marks;
  if (text === '') tr.delete(start, to - tail);
  else tr.replaceWith(start, to - tail, schema.text(text, own));
}

/** An occasion with the day in it, of which the day alone is not known: the meeting's name stands, the day is what is lacking. null: a form without a day. */
function aroundDay(form: string): readonly Node[] | null {
  const value = (path: string, own: string): Node => schema.nodes.field.create({ path, form: own });
  const meeting = value('meeting', 'plain');
  switch (form) {
    case 'dashDate': return [schema.text('——在'), value('opens', 'monthDay'), meeting, schema.text('上')];
    case 'dashDateReport': return [schema.text('——'), value('opens', 'plain'), schema.text('在'), meeting, schema.text('上的报告')];
    case 'bracket': return [schema.text('（'), value('opens', 'plain'), schema.text('在'), meeting, schema.text('上）')];
    default: return null;
  }
}

/** Headings and run-in heads alone, each with a place for its text (只要结构). */
function skeleton(doc: Node): Node {
  const blocks: Node[] = [];
  const open = (): Node => schema.nodes.placeholder.create({ type: 'text', was: null, note: null });
  let empty = false;
  doc.forEach((block) => {
    if (block.type.name === 'heading') {
      if (empty) blocks.push(schema.nodes.paragraph.create(null, open()));
      blocks.push(block);
      empty = true;
      return;
    }
    if (block.type.name !== 'paragraph' || block.attrs['head'] === null) return;
    const lead: Node[] = [];
    block.forEach((inline) => {
      if (inline.marks.some(({ type }) => type.name === 'lead')) lead.push(inline);
    });
    blocks.push(schema.nodes.paragraph.create(block.attrs, [...lead, open()]));
    empty = false;
  });
  if (empty || blocks.length === 0) blocks.push(schema.nodes.paragraph.create(null, open()));
  return schema.nodes.doc.create(null, blocks);
}
