// What of last year's report goes into the one on five years (TYPESETTING W-16): the sections
// of a part, each with what stands in it in its order: theme sentences, heads below the
// section's own, tables with their titles. In: the units of a report and its document. Out:
// sections. A report whose part has no sections of its own gives each head as a section
// (`loose`), so that it finds its place by its own words; where sections go is five-year-report.ts.
import type { Node } from 'prosemirror-model';
import { headOf } from '../../model/numbering';
import { partOfHeading } from './parts';
import { leadEnd, type Unit } from './unit';

export type Piece =
  /** Opens a stretch of a paragraph; `isHead`: it was its section's head. */
  | { readonly kind: 'theme'; readonly unit: Unit; readonly from: number; readonly to: number; readonly isHead?: true }
  /** A head below the section's own, run-in or on a line; `level` as it stands under a section of level 2. */
  | { readonly kind: 'head'; readonly unit: Unit; readonly from: number; readonly to: number; readonly level: number }
  /** A table with the lines that belong to it: top-level blocks from `first` up to `last`, that included. */
  | { readonly kind: 'table'; readonly first: number; readonly last: number };

export interface Section {
  /** Its head; null: it has none of its own and goes where the piece before it went, or by its words. */
  readonly head: { readonly unit: Unit; readonly to: number } | null;
  /** What its place is found by. */
  readonly title: string;
  readonly pieces: readonly Piece[];
}

/** Level of a head without a number, which stands under whatever is above it. */
const LOOSE = 5;

/** Level of the sections of a report on five years. */
const SECTION = 2;

/** Longest line that may be a table's title or note. */
const CAPTION = 40;

/** The lines above a table that are its title and unit, and a note below, as top-level blocks. */
export function tableBlocks(doc: Node, table: number): { readonly first: number; readonly last: number } {
  const isLine = (block: Node | null): boolean => {
    if (block === null || (block.type.name !== 'paragraph' && block.type.name !== 'heading')) return false;
    const words = block.textContent.trim();
    const level = headOf(block)?.level ?? null;
    return words !== '' && words.length <= CAPTION && !/[。；：:，]$/.test(words) && (level === null || (block.type.name === 'heading' && level === 5)) && !/^各位/.test(words);
  };
  let first = table;
  if (isLine(doc.maybeChild(first - 1)) && first > 0) first--;
  // 单位：件 stands between the title and the table.
  if (first < table && first > 0 && /^[（(]?单位[：:]/.test(doc.child(first).textContent.trim()) && isLine(doc.child(first - 1))) first--;
  const next = doc.maybeChild(table + 1);
  const last = next !== null && next.type.name === 'paragraph' && /^(?:[（(]?注|说明|数据来源|来源)[：:]/.test(next.textContent.trim()) ? table + 1 : table;
  return { first, last };
}

/** The tables of a document, in order. */
export function tablesOf(doc: Node): readonly { readonly first: number; readonly last: number; readonly table: number }[] {
  return doc.children.flatMap((block, table) => (block.type.name === 'table' ? [{ ...tableBlocks(doc, table), table }] : []));
}

/** The sections of what looks back (`review`) or forward (`plan`), in the order of the text; of the plan tables alone, for a task of last year is no suggestion for five years. */
export function sectionsOf(units: readonly Unit[], doc: Node, part: 'review' | 'plan'): readonly Section[] {
  const isForward = (unit: Unit): boolean => unit.part === 'plan' || unit.part === 'close';
  const own = units.filter((unit) => unit.field === null && isForward(unit) === (part === 'plan'));
  const tables = tablesOf(doc);
  const inTable = new Map(tables.flatMap((table) => Array.from({ length: table.last - table.first + 1 }, (_, i) => [table.first + i, table] as const)));
  const levels = own.filter((unit) => unit.part === part && !inTable.has(unit.block!)).map(levelOf).filter((level): level is number => level !== null && level >= 1 && level <= 4);
  // （一） under 一、; where the parts are banners without a number, 一、 itself; without either every head is for itself.
  const firsts = own.filter((unit) => unit.part === part && levelOf(unit) === 1 && !isPartHead(headWords(unit)));
  const level = firsts.length > 1 ? 1 : levels.includes(2) ? 2 : Math.min(...levels);
  const sections: { head: Section['head']; title: string; pieces: Piece[] }[] = [];
  /** Behind a part's own heading nothing is a section until one opens. */
  let open: { head: Section['head']; title: string; pieces: Piece[] } | null = null;
  const add = (piece: Piece, title: string): void => {
    if (open !== null) open.pieces.push(piece);
    else sections.push({ head: null, title, pieces: [piece] });
  };
  const told = new Set<number>();
  for (const unit of own) {
    const table = inTable.get(unit.block!);
    if (table !== undefined) {
      if (!told.has(table.table)) add({ kind: 'table', first: table.first, last: table.last }, '');
      told.add(table.table);
      continue;
    }
    if (unit.part !== part) continue;
    const at = levelOf(unit);
    const to = leadEnd(unit);
    const title = headWords(unit);
    if (at !== null && at < Math.min(level, LOOSE)) {
      open = null;
      continue;
    }
    if (at === level) {
      open = level === 1 && isPartHead(title) ? null : { head: { unit, to }, title, pieces: [] };
      if (open !== null) sections.push(open);
    } else if (at !== null && part === 'review' && isSaid(unit.text.slice(0, to))) add({ kind: 'head', unit, from: 0, to, level: at >= LOOSE ? LOOSE : Math.min(LOOSE - 1, Math.max(SECTION + 1, SECTION + at - level)) }, title);
    if (part === 'review') for (const theme of themesOf(unit)) add(theme, unit.text.slice(theme.from, theme.to));
  }
  return sections.filter(({ head, pieces }) => (head === null ? pieces.length > 0 : hasWords(head.unit.text.slice(0, head.to))));
}

/** 2025年工作回顾 opens a part; 一、聚焦提质增效 is a section, though it says 成效. */
const isPartHead = (title: string): boolean => partOfHeading(title) !== null && subjectsOf(title).length === 0;

const headWords = (unit: Unit): string => unit.text.slice(0, leadEnd(unit)).replace(/。$/, '');

function themesOf(unit: Unit): readonly Extract<Piece, { kind: 'theme' }>[] {
  const themes: { from: number; to: number }[] = [];
  unit.node.forEach((inline, offset) => {
    if (!inline.marks.some(({ type }) => type.name === 'theme')) return;
    const before = themes.at(-1);
    if (before?.to === offset) before.to = offset + inline.nodeSize;
    else themes.push({ from: offset, to: offset + inline.nodeSize });
  });
  return themes.filter(({ from, to }) => isSaid(unit.text.slice(from, to))).map((theme) => ({ kind: 'theme', unit, ...theme }) as const);
}

/** One that is a value of the record or a hole alone says nothing. */
const hasWords = (text: string): boolean => /[\u3400-\u9fff]/.test(text);
/** Whether words may be said again: what counts something was last year's. */
export const isSaid = (text: string): boolean => hasWords(text) && !/\d/.test(text);

/** Level of a unit's head; null: it has none. */
function levelOf({ node, heading }: Unit): number | null {
  if (heading) return Number(node.attrs['level']);
  return (node.attrs['head'] as { level: number } | null | undefined)?.level ?? null;
}

/** What a section is about, told by the words of its head. */
const SUBJECTS: readonly RegExp[] = [
  /监督|视察|督办/, /立法/, /决定|任免/, /代表/, /提案|协商|平台|渠道|民主作用|社情民意/, /为民|民生|群众|实事/, /团结|联谊|共识|统战|同心|合力|文史|界别/, /自身|强基|提能|队伍|机关|履职能力|能力水平|提升能力|从严|底气|委员管理|作风/, /建言|资政|献策|献计|良策|中心|大局|高质量|发展|产业|经济|城乡|城市|生态|绿色|治理|文化强|文化繁荣|乡村|营商/, /政治|引领|铸魂|思想|理论|方向|党的领导|党建|学习/,
];

/** Which of the subjects that a report has a head speaks of, as indexes. */
export function subjectsOf(title: string): readonly number[] {
  return SUBJECTS.flatMap((subject, index) => (subject.test(title) ? [index] : []));
}
