// A table of a Word file → rows of a simple table: one line a row, cells apart by
// tabs, a merged cell's text in its first place and nothing in the others. A table
// of one column, and one whose cells hold running text, is there for the layout
// (the head of a 公文, a frame): its paragraphs are taken as paragraphs. Tables
// inside cells are flattened into their cell. Each of these is named in the tally.
import { joinParagraphs, type DocxParagraph } from './paragraph';
import type { Tally } from './tally';
import { childOf, childrenOf, elementsOf, isOn, valueOf, type XmlElement } from './xml-tree';

/** The story that a table stands in, as far as its table needs it. */
interface TableStory {
  readonly tally: Tally;
  /** Depth of tables around what is read. */
  readonly depth: number;
  /** Why the text in a tracked change is not taken, or null where it is; counts the change. */
  fateOf(change: XmlElement): string | null;
  /** Paragraphs of one cell, read apart. `dropped`: why its row is not taken, or null. */
  cell(content: XmlElement, dropped: string | null): DocxParagraph[];
  /** A row without text, or a cell of one. */
  emptyRow(): DocxParagraph;
}

interface Cell {
  readonly paragraphs: readonly DocxParagraph[];
  readonly span: number;
  /** Goes on with the cell above. */
  readonly continues: boolean;
}

/** A cell that holds a paragraph longer than this is running text in a frame; so is one of many paragraphs that holds most of the table's text. */
const LONGEST_CELL = 200;
const MOST_PARAGRAPHS = 4;

/** The table's rows, or its paragraphs where it is there for the layout. */
export function readTable(story: TableStory, element: XmlElement): DocxParagraph[] {
  const rows = rowsOf(story, element);
  const columns = Math.max(0, ...rows.map((cells) => cells.reduce((n, cell) => n + cell.span, 0)));
  const all = rows.flatMap((cells) => cells.flatMap((cell) => cell.paragraphs));
  const filled = all.filter(({ text }) => text.trim() !== '');
  if (filled.length === 0) return [];
  if (columns <= 1 || filled.some(({ text }) => text.length > LONGEST_CELL) || rows.some((cells) => cells.some((cell) => isFramed(cell, lengthOf(filled))))) {
    story.tally.found('表格', columns <= 1 ? '只有一列的表格，按段落取入' : '单元格里是成段的文字，按段落取入');
    return filled.map((paragraph) => ({ ...paragraph, table: null }));
  }
  if (story.depth > 1) story.tally.found('表格', '单元格里套的表格，并入所在单元格');
  else {
    story.tally.found('表格', '按行、列取入');
    if (rows.some((cells) => cells.some((cell) => cell.span > 1 || cell.continues))) story.tally.found('合并单元格', '文字放在第一格，其余留空');
  }
  return rows.flatMap((cells): DocxParagraph[] => {
    const row = rowOf(story, cells, columns);
    return row === null ? [] : [row];
  });
}

/** Does a cell hold a text of its own? `all`: length of the whole table's. */
function isFramed({ paragraphs }: Cell, all: number): boolean {
  const filled = paragraphs.filter(({ text }) => text.trim() !== '');
  return filled.length > MOST_PARAGRAPHS && lengthOf(filled) > LONGEST_CELL && lengthOf(filled) > all * MOST;
}

/** A frame's share of its table. */
const MOST = 0.7;

const lengthOf = (paragraphs: readonly DocxParagraph[]): number => paragraphs.reduce((sum, { text }) => sum + text.length, 0);

function rowsOf(story: TableStory, element: XmlElement): Cell[][] {
  const rows: Cell[][] = [];
  const walk = (container: XmlElement, dropped: string | null): void => {
    for (const child of elementsOf(container)) {
      if (child.name === 'w:tr') {
        const cells = cellsOf(story, child, dropped);
        if (cells.length > 0) rows.push(cells);
      } else if (child.name === 'w:sdt') {
        const content = childOf(child, 'w:sdtContent');
        if (content !== undefined) walk(content, dropped);
      } else if (child.name === 'w:ins' || child.name === 'w:del') walk(child, story.fateOf(child) ?? dropped);
      else if (child.name === 'w:customXml') walk(child, dropped);
    }
  };
  walk(element, null);
  return rows;
}

function cellsOf(story: TableStory, row: XmlElement, dropped: string | null): Cell[] {
  const properties = childOf(row, 'w:trPr');
  let fate = dropped;
  for (const change of properties === undefined ? [] : elementsOf(properties)) if (change.name === 'w:ins' || change.name === 'w:del') fate = story.fateOf(change) ?? fate;
  const cells: Cell[] = [];
  const before = Number(valueOf(properties, 'w:gridBefore') ?? 0);
  if (before > 0 && before < 64) cells.push({ paragraphs: [], span: before, continues: false });
  const walk = (container: XmlElement): void => {
    for (const child of elementsOf(container)) {
      if (child.name === 'w:tc') cells.push(cellOf(story, child, fate));
      else if (child.name === 'w:sdt' || child.name === 'w:customXml') walk(childOf(child, 'w:sdtContent') ?? child);
    }
  };
  walk(row);
  // A row that the choice of changes leaves out is no empty row.
  return fate === null ? cells : [];
}

function cellOf(story: TableStory, element: XmlElement, dropped: string | null): Cell {
  const properties = childOf(element, 'w:tcPr');
  const merge = childOf(properties, 'w:vMerge');
  const span = Number(valueOf(properties, 'w:gridSpan') ?? 1);
  return {
    paragraphs: story.cell(element, dropped),
    span: Number.isInteger(span) && span > 0 && span < 64 ? span : 1,
    continues: (merge !== undefined && merge.attributes.get('w:val') !== 'restart') || isOn(properties, 'w:hMerge') === true && childrenOf(properties, 'w:hMerge')[0]?.attributes.get('w:val') !== 'restart',
  };
}

/** One line: the cells apart by tabs, `columns` of them; null for a row without text. */
function rowOf(story: TableStory, cells: readonly Cell[], columns: number): DocxParagraph | null {
  const empty = story.emptyRow();
  const parts: DocxParagraph[] = [];
  for (const cell of cells) {
    // A continued cell of a merge is empty as a rule; text that stands there all the same is shown nowhere in Word, and kept.
    const filled = cell.paragraphs.filter(({ text, label }) => text.trim() !== '' || label !== null);
    parts.push(filled.length === 1 ? { ...filled[0]!, ...joinParagraphs(filled, ' ') } : { ...empty, ...joinParagraphs(filled.map(withoutTabs), ' ') });
    for (let more = 1; more < cell.span; more += 1) parts.push(empty);
  }
  while (parts.length < columns) parts.push(empty);
  const line = joinParagraphs(parts.map((part) => ({ ...withoutTabs(part), label: null })), '\t');
  if (line.text.trim() === '') return null;
  const first = cells.flatMap((cell) => cell.paragraphs)[0];
  return { ...empty, ...line, number: first?.number ?? empty.number, boxed: first?.boxed ?? false, table: 0 };
}

/** A tab inside a cell would make two cells of it. */
function withoutTabs(paragraph: DocxParagraph): DocxParagraph {
  return paragraph.text.includes('\t') ? { ...paragraph, text: paragraph.text.replaceAll('\t', ' ') } : paragraph;
}
