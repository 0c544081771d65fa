// 换届: what last year's report gives to the report on five years, which is made on a template
// (TYPESETTING W-16). The template keeps its words; of last year's come the small heads and
// theme sentences of the section on the same subject, sections of the place's own, the close,
// and beside the template's holes what stood there last year. All that is last year's words
// stands under 待核: it was written about one year. In: the template's report and a plan. Out:
// the report, and a review item each that a person may tick off beforehand.
import { Transform } from 'prosemirror-transform';
import type { Mark, Node } from 'prosemirror-model';
import type { Article, Package } from '../../model/package';
import { schema, type PlaceholderAttrs } from '../../model/schema';
import { eachTextblock } from '../../model/textblocks';
import { findFigures } from '../figures/find-figures';
import { bodyOf } from './body';
import type { ReviewItem } from './item';
import { plenaryMentions } from './sessions';
import { partsOfReport } from './parts';
import { ATOM, leadEnd, placeIn, unitsOf, type Unit } from './unit';

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

/** `report`: id of last year's report. `refused`: ids of what was looked at already (已核，不改). */
export function fiveYearReport(template: Article, last: Package, report: string, refused: ReadonlySet<string> = new Set()): FiveYearReport {
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
  const blocks = withSections(template.doc, sectionsOf(units), take);
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
export function carriedStretches(units: readonly Unit[]): readonly { readonly unit: Unit; readonly from: number; readonly to: number; readonly why: string }[] {
  const sections = sectionsOf(units).flatMap(({ unit, to, themes }) => [{ unit, from: 0, to, why: CARRIED_HEAD }, ...themes.map((theme) => ({ ...theme, why: CARRIED_THEME }))]);
  const close = units.findLast(({ part, heading }) => part === 'close' && !heading);
  return close === undefined ? sections : [...sections, { unit: close, from: 0, to: close.text.length, why: CARRIED_CLOSE }];
}

const CARRIED_THEME = '去年的小标题，请核对五年报告是否还用';
const CARRIED_HEAD = '去年的一节，模板里没有，请核对五年报告是否还写';
const CARRIED_CLOSE = '去年报告的结尾，照放在这里，请核对';

type Take = (unit: Unit, from: number, to: number, why: string, marks: readonly Mark[]) => Node;

/** A section of last year's review: its head, and the theme sentences in it. */
interface Section {
  readonly unit: Unit;
  readonly to: number;
  readonly title: string;
  readonly themes: readonly { readonly unit: Unit; readonly from: number; readonly to: number }[];
}

function sectionsOf(units: readonly Unit[]): readonly Section[] {
  const review = units.filter(({ part, field }) => part === 'review' && field === null);
  const levels = review.map(levelOf).filter((level): level is number => level !== null && level >= 1 && level <= 4);
  // （一） under 一、; where the parts are banners without a number, 一、 itself.
  const level = levels.includes(2) ? 2 : Math.min(...levels);
  const sections: { unit: Unit; to: number; title: string; themes: { unit: Unit; from: number; to: number }[] }[] = [];
  for (const unit of review) {
    const own = levelOf(unit);
    if (own === level) {
      const to = leadEnd(unit);
      sections.push({ unit, to, title: unit.text.slice(0, to).replace(/。$/, ''), themes: [] });
    } else if (own !== null && own < level) continue;
    const section = sections.at(-1);
    if (section === undefined) continue;
    if (own === 5) section.themes.push({ unit, from: 0, to: leadEnd(unit) });
    unit.node.forEach((inline, offset) => {
      if (!inline.marks.some(({ type }) => type.name === 'theme')) return;
      const before = section.themes.at(-1);
      if (before?.unit === unit && before.to === offset) before.to = offset + inline.nodeSize;
      else section.themes.push({ unit, from: offset, to: offset + inline.nodeSize });
    });
  }
  // A theme that counts something was last year's; one that is a value of the record or a hole alone says nothing.
  const says = ({ text }: Unit, from: number, to: number): boolean => /[\u3400-\u9fff]/.test(text.slice(from, to));
  return sections.filter(({ unit, to }) => says(unit, 0, to)).map((section) => ({ ...section, themes: section.themes.filter(({ unit, from, to }) => says(unit, from, to) && !/\d/.test(unit.text.slice(from, to))) }));
}

function levelOf({ node, heading }: Unit): number | null {
  if (heading) return Number(node.attrs['level']);
  return (node.attrs['head'] as { level: number } | null | undefined)?.level ?? null;
}

/** What a section is about, told by the words of its head. */
const SUBJECTS: readonly RegExp[] = [
  /监督/, /立法/, /决定|任免/, /代表/, /提案|协商|平台|渠道|民主作用/, /为民|民生|群众|实事/, /团结|联谊|共识|统战|同心|合力/, /自身|强基|提能|队伍|机关|履职能力|从严|底气/, /建言|资政|献策|良策|中心|大局|高质量|发展/, /政治|引领|铸魂|思想|理论|方向|党的领导|党建/,
];
const subjectsOf = (title: string): readonly number[] => SUBJECTS.flatMap((subject, index) => (subject.test(title) ? [index] : []));

const HOLE = { type: 'text', was: null, note: '五年来这方面的做法和成效' } as const satisfies PlaceholderAttrs;

/** The template's blocks, last year's theme sentences at the end of the sections on the same subject; what no section is about is a section of its own behind them. */
function withSections(doc: Node, sections: readonly Section[], take: Take): Node[] {
  const parts = partsOfReport('report', doc);
  const heads = doc.children.flatMap((block, index) => ((block.attrs['head'] as { level: number } | null | undefined)?.level === 2 && parts[index] === 'review' ? [{ index, subjects: subjectsOf(leadText(block)) }] : []));
  const last = heads.at(-1)?.index ?? doc.childCount - 1;
  const into = new Map<number, Section[]>();
  const others: Section[] = [];
  for (const section of sections) {
    const own = subjectsOf(section.title);
    const like = heads.map(({ index, subjects }) => ({ index, shared: subjects.filter((one) => own.includes(one)).length })).filter(({ shared }) => shared > 0).toSorted((a, b) => b.shared - a.shared || (into.get(a.index)?.length ?? 0) - (into.get(b.index)?.length ?? 0));
    const place = like[0]?.index;
    if (place === undefined) others.push(section);
    else into.set(place, [...(into.get(place) ?? []), section]);
  }
  const hole = (): Node => schema.nodes.placeholder.create(HOLE);
  return doc.children.flatMap((block, index): Node[] => {
    const themes = (into.get(index) ?? []).flatMap(({ themes: own }) => own);
    const grown = themes.length === 0 ? block : block.copy(block.content.append(schema.nodes.paragraph.create(null, themes.flatMap(({ unit, from, to }) => [take(unit, from, to, CARRIED_THEME, [schema.marks.theme.create()]), hole()])).content));
    if (index !== last) return [grown];
    return [grown, ...others.map(({ unit, to, title, themes: own }): Node => {
      const head = take(unit, 0, to, CARRIED_HEAD, [schema.marks.lead.create()]);
      const stop = /[。！？]$/.test(title) || unit.text.slice(0, to).endsWith('。') ? [] : [schema.text('。', [schema.marks.lead.create()])];
      return schema.nodes.paragraph.create({ head: { level: 2, numbered: true, start: null, form: null } }, [head, ...stop, hole(), ...own.flatMap((theme) => [take(theme.unit, theme.from, theme.to, CARRIED_THEME, [schema.marks.theme.create()]), hole()])]);
    })];
  });
}

const leadText = (block: Node): string => {
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
