// 换届: what last year's report gives to the report on five years, which is made on a template
// (TYPESETTING W-16). The template keeps its words; of last year's come the small heads, theme
// sentences and tables of the section on the same subject, sections of the place's own, the
// close, and beside the template's holes what stood there last year. Words of last year's stand
// under 待核: they were written about one year; a table comes as the plan rolled it, its cells
// 待填. In: the template's report and a plan. Out: the report, and a review item each that a
// person may tick off beforehand.
import { Transform } from 'prosemirror-transform';
import type { Mark, Node } from 'prosemirror-model';
import type { Article, Package } from '../../model/package';
import { schema, type PlaceholderAttrs } from '../../model/schema';
import { eachTextblock } from '../../model/textblocks';
import { headOf } from '../../model/numbering';
import { findFigures } from '../figures/find-figures';
import { bodyOf } from './body';
import { isSaid, sectionsOf, subjectsOf, tablesOf, type Piece, type Section } from './five-year-sections';
import type { ReviewItem } from './item';
import { plenaryMentions } from './sessions';
import { partsOfReport } from './parts';
import { ATOM, placeIn, unitsOf, type Unit } from './unit';

/** The template of the report on five years, by whose it is. */
export function fiveYearTemplate(last: Package): { readonly template: string; readonly switches: Readonly<Record<string, boolean>> } {
  if (bodyOf(last) === 'cppcc') return { template: 'cppcc-term', switches: {} };
  // Counties and districts make no law of their own.
  return { template: 'congress-annual', switches: { 'five-years': true, legislation: !/[县区旗]$/.test(last.meeting.place ?? '') || /(?:自治区|地区)$/.test(last.meeting.place ?? '') } };
}

export interface FiveYearReport {
  readonly article: Article;
  /** What of it is last year's words, under 待核 unless refused. */
  readonly carried: readonly ReviewItem[];
}

/** `report`: id of last year's report. `refused`: ids of what was looked at already (已核，不改). `rolled`: last year's report with the plan done to it, block for block, of which the tables come; null: as they stood. */
export function fiveYearReport(template: Article, last: Package, report: string, refused: ReadonlySet<string> = new Set(), rolled: Node | null = null): FiveYearReport {
  const doc = docOf(last, report);
  const units = unitsOf(last).filter(({ article }) => article === report);
  const carried: ReviewItem[] = [];
  const take = (unit: Unit, from: number, to: number, why: string, marks: readonly Mark[]): Node => {
    const text = unit.text.slice(from, to).replaceAll(ATOM, '');
    const item: ReviewItem = {
      id: `${unit.article}/${unit.block}/${unit.base + from}-${unit.base + to}?five`, group: 'review', kind: 'carried', text, task: true, why, place: placeIn(unit, from, to), section: unit.section,
      sentence: { text, from: 0, to: text.length },
    };
    carried.push(item);
    return schema.text(text, refused.has(item.id) ? marks : schema.marks.doubt.create().addToSet(marks));
  };
  const grown = withSections(template.doc, sectionsOf(units, doc, 'review'), 'review', rolled ?? doc, take);
  const blocks = [...withSections(grown, sectionsOf(units, doc, 'plan'), 'plan', rolled ?? doc, take).children];
  const close = units.findLast(({ part, heading }) => part === 'close' && !heading);
  const end = blocks.at(-1);
  if (close !== undefined && end !== undefined && /^各位(?:委员|代表)/.test(end.textContent)) {
    // Whole, with the values of the record and the set phrases in it.
    const { marks } = take(close, 0, close.text.length, CARRIED_CLOSE, []);
    blocks[blocks.length - 1] = schema.nodes.paragraph.create(end.attrs, close.node.children.map((inline) => inline.mark(marks.reduce((all, mark) => mark.addToSet(all), inline.marks))));
  }
  return { article: { ...template, doc: withOldValues(schema.nodes.doc.create(null, blocks), units) }, carried };
}

/** What of last year's report a report on five years may have word for word, whichever template it was made on: its heads, its theme sentences, its close. */
export function carriedStretches(units: readonly Unit[], doc: Node): readonly { readonly unit: Unit; readonly from: number; readonly to: number; readonly why: string }[] {
  const sections = sectionsOf(units, doc, 'review').flatMap(({ head, pieces }) => [
    ...(head === null ? [] : [{ unit: head.unit, from: 0, to: head.to, why: CARRIED_HEAD }]),
    ...pieces.flatMap((piece) => (piece.kind === 'table' ? [] : [{ unit: piece.unit, from: piece.from, to: piece.to, why: CARRIED_THEME }])),
  ]);
  const close = units.findLast(({ part, heading }) => part === 'close' && !heading);
  return close === undefined ? sections : [...sections, { unit: close, from: 0, to: close.text.length, why: CARRIED_CLOSE }];
}

/** Whether the draft as it was made has these words as they were carried, with a hole for what they are about: the template may say the same of its own. `made`: its texts. */
export function isCarriedIn(made: readonly Unit[], words: string): boolean {
  return made.some(({ field, heading, text, node }) => {
    const at = field === null ? text.indexOf(words) : -1;
    if (at < 0) return false;
    if (text === words) return heading;
    let end = at + words.length;
    if (text.charAt(end) === '。') end++;
    const behind = node.nodeAt(end);
    return (at === 0 || /[。\ufffc]/.test(text.charAt(at - 1))) && behind?.type.name === 'placeholder' && behind.attrs['note'] === HOLE.note;
  });
}

/** Top-level blocks of last year's report that come into the one on five years as they were rolled: its tables with their titles and notes. */
export function carriedBlocks(last: Package, report: string): { readonly blocks: ReadonlySet<number>; readonly titles: ReadonlySet<number> } {
  const tables = tablesOf(docOf(last, report));
  const run = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return { blocks: new Set(tables.flatMap(({ first, last: end }) => run(first, end))), titles: new Set(tables.flatMap(({ first, table }) => run(first, table - 1))) };
}

const docOf = ({ articles }: Package, report: string): Node => articles.find(({ id }) => id === report)?.doc ?? schema.nodes.doc.create(null, schema.nodes.paragraph.create());

const CARRIED_THEME = '去年的小标题，请核对五年报告是否还用';
const CARRIED_HEAD = '去年一节的题目，请核对五年报告是否还用';
/** Why a close is asked about. */
export const CARRIED_CLOSE = '去年报告的结尾，照放在这里，请核对';

type Take = (unit: Unit, from: number, to: number, why: string, marks: readonly Mark[]) => Node;

const HOLE = { type: 'text', was: null, note: '五年来这方面的做法和成效' } as const satisfies PlaceholderAttrs;
const hole = (): Node => schema.nodes.placeholder.create(HOLE);

/**
 * The template's blocks, what last year's sections give at the end of the sections of `part` on
 * the same subject; of the review what no section is about is a section of its own behind them.
 * What has no head of its own and no subject stays with what stood before it.
 */
function withSections(doc: Node, sections: readonly Section[], part: 'review' | 'plan', rolled: Node, take: Take): Node {
  if (sections.length === 0) return doc;
  const parts = partsOfReport('report', doc);
  const heads = doc.children.flatMap((block, index) => (headOf(block)?.level === 2 && parts[index] === part ? [{ index, lead: leadText(block), subjects: subjectsOfHead(leadText(block)) }] : []));
  const last = heads.at(-1)?.index ?? doc.childCount - 1;
  // What comes before any head: behind the overview.
  const first = heads[0] === undefined ? last : heads[0].index - 1;
  const into = new Map<number, Section[]>();
  const others: Section[] = [];
  let before: number | null = null;
  for (const section of sections) {
    const index: number | null = placeOf(section, heads, into) ?? (section.head === null || part === 'plan' ? before ?? (part === 'plan' ? last : first) : null);
    if (index === null) others.push(section);
    else {
      into.set(index, [...(into.get(index) ?? []), part === 'review' ? withOwnHead(section, leadText(doc.child(index))) : section]);
      before = index;
    }
  }
  const blocks: Node[] = [];
  let waiting: Node[] = [];
  doc.forEach((block, _offset, index) => {
    // A section ends where the next begins, and before the thanks behind the last.
    if (waiting.length > 0 && !isInSection(block, parts[index] === part)) {
      blocks.push(...waiting);
      waiting = [];
    }
    const grown = growth(block, into.get(index) ?? [], rolled, take);
    blocks.push(grown.block);
    waiting.push(...grown.behind, ...(index === last ? others.flatMap((section) => ownSection(section, rolled, take)) : []));
  });
  return schema.nodes.doc.create(null, [...blocks, ...waiting]);
}

/** What a head of the template is on: 以良法促进发展 is on laws. */
const subjectsOfHead = (lead: string): readonly number[] => subjectsOf(/立法/.test(lead) ? '立法' : lead);

/** What words are on, as the heads of the template have it: a congress works for development and livelihood by its supervision. */
function subjectsFor(words: string, heads: readonly { readonly lead: string; readonly subjects: readonly number[] }[]): readonly number[] {
  const own = subjectsOf(words);
  const isKnown = own.some((one) => heads.some(({ subjects }) => subjects.includes(one)));
  const isOfCongress = heads.some(({ lead }) => /依法监督|监督刚性/.test(lead));
  return !isKnown && own.length > 0 && isOfCongress ? subjectsOf('监督') : own;
}

/** A section that goes into one of the template's with its own head as the first of its theme sentences, unless that says it already. */
function withOwnHead(section: Section, lead: string): Section {
  const { head, pieces } = section;
  if (head === null || !isSaid(section.title) || lead.replace(/。$/, '') === section.title) return section;
  return { ...section, pieces: [{ kind: 'theme', unit: head.unit, from: 0, to: head.to, isHead: true }, ...pieces] };
}

/** The head of the template that a section is on, by its words, else by those of what stands in it; of several that which says most of the same words, then which has the least yet. */
function placeOf({ title, pieces }: Section, heads: readonly { readonly index: number; readonly lead: string; readonly subjects: readonly number[] }[], into: ReadonlyMap<number, readonly Section[]>): number | null {
  const within = pieces.flatMap((piece) => (piece.kind === 'table' ? [] : [piece.unit.text.slice(piece.from, piece.to)]));
  for (const words of [title, within.join()]) {
    const own = subjectsFor(words, heads);
    const like = heads.map(({ index, lead, subjects }) => ({ index, shared: subjects.filter((one) => own.includes(one)).length, same: sharedPairs(lead, title) })).filter(({ shared }) => shared > 0);
    const [best] = like.toSorted((a, b) => b.shared - a.shared || b.same - a.same || (into.get(a.index)?.length ?? 0) - (into.get(b.index)?.length ?? 0));
    if (best !== undefined) return best.index;
  }
  return null;
}

/** Pairs of letters that both have. */
function sharedPairs(a: string, b: string): number {
  const pairs = new Set(Array.from({ length: Math.max(0, a.length - 1) }, (_, i) => a.slice(i, i + 2)));
  return new Set(Array.from({ length: Math.max(0, b.length - 1) }, (_, i) => b.slice(i, i + 2)).filter((pair) => pairs.has(pair))).size;
}

const isInSection = (block: Node, isInPart: boolean): boolean => isInPart && block.type.name === 'paragraph' && (headOf(block)?.level ?? 5) > 2 && !/^(?:各位|回顾|总结|同时，我们)/.test(block.textContent);

/** A section that the template has not, with a hole for what it says. */
function ownSection({ head, pieces }: Section, rolled: Node, take: Take): Node[] {
  if (head === null) return piecesOf(pieces, rolled, take);
  const { unit, to } = head;
  const lead = take(unit, 0, to, CARRIED_HEAD, [schema.marks.lead.create()]);
  const stop = /[。！？]$/.test(unit.text.slice(0, to)) ? [] : [schema.text('。', [schema.marks.lead.create()])];
  const block = schema.nodes.paragraph.create({ head: { level: 2, numbered: true, start: null, form: null } }, [lead, ...stop, hole()]);
  const grown = growth(block, [{ head, title: '', pieces }], rolled, take);
  return [grown.block, ...grown.behind];
}

/** A section's paragraph with the theme sentences that open the sections put into it; all behind the first head or table stands in blocks of its own. */
function growth(block: Node, sections: readonly Section[], rolled: Node, take: Take): { readonly block: Node; readonly behind: readonly Node[] } {
  // Only a paragraph that is a section's goes on with themes.
  const canGrow = block.type.name === 'paragraph' && headOf(block) !== null;
  const split = sections.map(({ pieces }) => {
    const at = canGrow ? pieces.findIndex(({ kind }) => kind !== 'theme') : 0;
    return at < 0 ? [pieces, []] as const : [pieces.slice(0, at), pieces.slice(at)] as const;
  });
  const themes = split.flatMap(([own]) => own).flatMap((piece) => stretch(piece, take));
  return { block: themes.length === 0 ? block : block.copy(block.content.append(schema.nodes.paragraph.create(null, themes).content)), behind: split.flatMap(([, rest]) => piecesOf(rest, rolled, take)) };
}

/** Pieces as blocks: a head opens one, themes go on in it, a table is one with its title and note. */
function piecesOf(pieces: readonly Piece[], rolled: Node, take: Take): Node[] {
  const blocks: Node[] = [];
  let runs = false;
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      blocks.push(...rolled.children.slice(piece.first, piece.last + 1));
      runs = false;
      continue;
    }
    const head = piece.kind === 'head' ? headOf(piece.unit.node) : null;
    if (head !== null && piece.kind === 'head' && piece.unit.heading) {
      blocks.push(schema.nodes.heading.create({ ...piece.unit.node.attrs, level: piece.level, start: null }, take(piece.unit, piece.from, piece.to, CARRIED_THEME, [])), schema.nodes.paragraph.create(null, hole()));
    } else if (head !== null || !runs) {
      blocks.push(schema.nodes.paragraph.create({ head: head === null || piece.kind === 'theme' ? null : { ...head, level: piece.level, start: null } }, stretch(piece, take)));
    } else {
      const open = blocks.pop()!;
      blocks.push(open.copy(open.content.append(schema.nodes.paragraph.create(null, stretch(piece, take)).content)));
    }
    runs = true;
  }
  return blocks;
}

/** A theme sentence or run-in head, with a hole for what it is about. */
function stretch(piece: Piece, take: Take): Node[] {
  if (piece.kind === 'table') return [];
  const mark = (piece.kind === 'head' ? schema.marks.lead : schema.marks.theme).create();
  const isHead = piece.kind === 'theme' && piece.isHead === true;
  const stop = isHead && !/[。！？]$/.test(piece.unit.text.slice(0, piece.to)) ? [schema.text('。', [mark])] : [];
  return [take(piece.unit, piece.from, piece.to, isHead ? CARRIED_HEAD : CARRIED_THEME, [mark]), ...stop, hole()];
}

const leadText = (block: Node): string => {
  if (block.type.name === 'heading') return block.textContent;
  let text = '';
  block.forEach((inline) => {
    if (inline.marks.some(({ type }) => type.name === 'lead')) text += inline.textContent;
  });
  return text;
};

/** What the place strives for, in last year's 总要求: 为加快建设…广聚共识. */
const GOAL = /为((?:加快|推动|推进|奋力|谱写|建设|实现|开创|打造)[^，。；]{4,40}?)(?:贡献|广聚|凝聚|汇聚|提供|作出|增添|献)/;

/** Beside the template's holes what last year's text has there. */
function withOldValues(doc: Node, units: readonly Unit[]): Node {
  const demand = units.find(({ part, text }) => part === 'plan' && /总体?要求|总体思路|工作思路/.test(text))?.text ?? '';
  const goal = GOAL.exec(demand)?.[1] ?? null;
  const plenaries = plenaryMentions(demand).map(({ from, to }) => demand.slice(from, to)).join('和');
  const figures = units.flatMap(({ text }) => findFigures(text).map((figure) => ({ ...figure, before: text.slice(Math.max(0, figure.from - LOOK), figure.from) })));
  const tr = new Transform(doc);
  doc.forEach((block, offset) => {
    eachTextblock(block, (node, _base, inside) => {
      node.forEach((inline, at) => {
        if (inline.type.name !== 'placeholder') return;
        const { type, note } = inline.attrs as PlaceholderAttrs;
        const was = type === 'spirit' ? plenaries : type === 'text' ? (note?.includes('发展目标') === true ? goal : null) : type === 'figure' ? oldFigure(node, at, figures) : null;
        if (was !== null && was !== '') tr.setNodeAttribute(offset + inside + at, 'was', was);
      });
    });
  });
  return tr.doc;
}

/** Letters before a figure that say what it counts. */
const LOOK = 12;

type LastFigure = ReturnType<typeof findFigures>[number] & { readonly before: string };

/** Last year's figure of what the hole at `at` counts: the same words before it, the same word behind. */
function oldFigure(node: Node, at: number, figures: readonly LastFigure[]): string | null {
  const before = node.textBetween(Math.max(0, at - LOOK), at, '', '，');
  const clause = (/[^，。；、：]*$/.exec(before)?.[0] ?? '').replace(/^(?:五年|共|计)+/, '').replace(/^(?:召开|收到|提交|编报|开展)/, '');
  const behind = node.textBetween(at + 1, Math.min(node.content.size, at + 5), '', '，');
  const [said] = findFigures(`1${behind}`);
  if (said === undefined || clause.length < 2) return null;
  const like = figures.filter(({ unit, measure, before: words }) => unit === said.unit && measure === said.measure && words.endsWith(clause) && COUNTED_ALONE.test(words.slice(0, -clause.length)));
  return like.length === 1 ? like[0]!.text : null;
}

/** What may stand before the words: 专题议政性常委会会议 counts other meetings. */
const COUNTED_ALONE = /(?:^|[，。；、：]|收到|提交|审查|编报|编发|报送|召开|举行|开展|[共计])$/;
