// The texts of a package as the rules of roll-forward read them: one unit a field and
// a text block, with what part of a report it is. A value of the meeting record counts
// one position as every atom does (COMMANDS, "Places"), shown here as U+FFFC, so that
// offsets are those of the document; a hard break is a line feed.
import type { Node } from 'prosemirror-model';
import type { TextPlace } from '../../diagnostic';
import { bareNumber, headOf, numberHeadings } from '../../model/numbering';
import { FIELD_PATHS, type Article, type ArticleKind, type FieldPath, type Package } from '../../model/package';
import { eachTextblock } from '../../model/textblocks';
import { tableCells, type TableCell } from '../figures/table-cells';
import { partsOfReport, type Part } from './parts';

export const ATOM = '\ufffc';

export interface Unit {
  readonly article: string;
  readonly kind: ArticleKind;
  readonly field: FieldPath | null;
  /** Index among the article's top-level blocks; null in a field. */
  readonly block: number | null;
  /** Offset of the text in its block: not 0 in the later cells of a table. */
  readonly base: number;
  /** Document position before the first character. */
  readonly start: number;
  readonly text: string;
  /** The text block itself. */
  readonly node: Node;
  readonly part: Part;
  /** Heading words of the section it stands in, with numbers: 一（二）拓宽渠道…, behind the part above them where the report has such (2026年工作安排); '' before the first. */
  readonly section: string;
  readonly heading: boolean;
  /** What its place in a table says of it; null outside of tables. */
  readonly cell: TableCell | null;
}

/** Letters before a table among which its unit is looked for. */
const CAPTION = 40;

/** Text of a text block, one character a position. */
export function textOf(node: Node): string {
  if (node.childCount === 1 && node.firstChild!.isText) return node.firstChild!.text!;
  let text = '';
  node.forEach((inline) => {
    if (inline.isText) text += inline.text ?? '';
    else text += inline.type.name === 'hard_break' ? '\n' : ATOM;
  });
  return text;
}

/** As `unitsOf`, only those whose text is asked for, and of a report neither parts nor sections: numbering and parting a book to read a few of its sentences takes longer than reading them. */
export function unitsWhere({ articles }: Pick<Package, 'articles'>, asked: (text: string, cell: TableCell | null) => boolean): readonly Unit[] {
  return articles.flatMap(({ id, kind, fields, doc }) => {
    const units = fieldUnits({ id, kind, fields }).filter(({ text }) => asked(text, null));
    doc.forEach((block, offset, index) => {
      const cells = cellsOf(doc, block, index);
      eachTextblock(block, (node, base, inside) => {
        const text = textOf(node);
        const cell = cells?.next().value ?? null;
        if (asked(text, cell)) units.push({ article: id, kind, field: null, block: index, base, start: offset + inside, text, node, part: 'other', section: '', heading: block.type.name === 'heading', cell });
      });
    });
    return units;
  });
}

/** Units of every article, fields first, in the order of the package. */
export function unitsOf({ articles }: Pick<Package, 'articles'>): readonly Unit[] {
  return articles.flatMap((article) => [...fieldUnits(article), ...blockUnits(article)]);
}

function fieldUnits({ id, kind, fields }: Pick<Article, 'id' | 'kind' | 'fields'>): Unit[] {
  const units: Unit[] = [];
  for (const field of FIELD_PATHS) {
    const node = fields[field]?.firstChild ?? null;
    if (node === null) continue;
    units.push({ article: id, kind, field, block: null, base: 0, start: 1, text: textOf(node), node, part: 'head', section: '', heading: false, cell: null });
  }
  return units;
}

function blockUnits({ id, kind, doc }: Article): Unit[] {
  const parts = partsOfReport(kind, doc);
  const labels = numberHeadings(doc);
  const units: Unit[] = [];
  const section: string[] = [];
  doc.forEach((block, offset, index) => {
    const head = headOf(block);
    if (head !== null) {
      const level = Math.min(head.level, 5);
      section.length = Math.min(section.length, Math.max(0, level));
      const own = labels[index] ?? null;
      const words = (textOf(block).split('。')[0] ?? '').replaceAll(/[\s\ufffc]/g, '');
      const number = own === null || level === 0 ? '' : level === 1 ? `${bareNumber(own)}、` : `（${bareNumber(own)}）`;
      section[level] = level <= 2 ? `${number}${words}` : '';
    } else if (isOfThePart(kind, block)) {
      section.length = Math.min(section.length, (section[0] ?? '') === '' ? 2 : 1);
    }
    const named = section.filter((part) => part !== undefined && part !== '').join(' ');
    const cells = cellsOf(doc, block, index);
    eachTextblock(block, (node, base, inside) => {
      units.push({ article: id, kind, field: null, block: index, base, start: offset + inside, text: textOf(node), node, part: parts[index] ?? 'other', section: named, heading: block.type.name === 'heading', cell: cells?.next().value ?? null });
    });
  });
  return units;
}

/** Whether a paragraph belongs to a report's part, not to its last section: thanks, what is lacking, the close. */
export const isOfThePart = (kind: ArticleKind, block: Node): boolean => kind === 'report' && OF_THE_PART.test(block.textContent);

/** How a paragraph begins that speaks of all that went before. */
const OF_THE_PART = /^\s*(?:各位(?:委员|代表|同志|朋友)|同志们|在(?:充分)?肯定成绩|在看到成绩|肯定成绩的同时|同时，?(?:我们)?(?:也|还)?(?:要)?清醒)/;

/** The cells of a block that is a table, in the order of its texts; null: it is none. */
function cellsOf(doc: Node, block: Node, index: number): Iterator<TableCell, null> | null {
  if (block.type.name !== 'table') return null;
  return tableCells(block, index === 0 ? '' : doc.child(index - 1).textContent.slice(-CAPTION)).values() as Iterator<TableCell, null>;
}

/** Where the heading of a unit ends: all of a heading, of a paragraph its run-in one; 0: it has none. */
export function leadEnd({ node, text, heading }: Unit): number {
  if (heading) return text.length;
  let end = 0;
  node.forEach((inline, offset) => {
    if (inline.marks.some(({ type }) => type.name === 'lead')) end = offset + inline.nodeSize;
  });
  return end;
}

/** The place of a stretch of a unit. */
export function placeIn(unit: Unit, from: number, to: number): TextPlace {
  return { article: unit.article, block: unit.block, field: unit.field, from: unit.base + from, to: unit.base + to, line: null, excerpt: unit.text.slice(from, to).replaceAll(ATOM, '') };
}
