// Pasted paragraphs → blocks of an article, and what was changed on the way. Styles
// give headings, numbers of lists and typed numbers of headings become drawn ones,
// hard line breaks are joined where the recogniser is sure; 楷体, 黑体 and 加粗 stay
// where they set words apart from the rest. Everything else arrives as text.
import type { Node } from 'prosemirror-model';
import { headsOfPasted, joinPasted, pastedLabel, type PastedHead } from '../../core/import/pasted-lines';
import type { ArticleKind } from '../../core/model/package';
import { schema, type HeadAttrs } from '../../core/model/schema';
import { sliceRuns, textOf, type Pasted, type PastedPara, type PastedRun, type PastedTable } from './pasted-para';

export interface PasteReport {
  readonly headings: number;
  /** Numbers that are drawn now. */
  readonly numbers: number;
  readonly joins: number;
  /** Line breaks that may stand inside a sentence and were left. */
  readonly doubtful: number;
  readonly tables: number;
}

export interface PastedBlocks {
  readonly blocks: readonly Node[];
  readonly report: PasteReport;
}

const { paragraph, heading, table, table_row: row, table_cell: cell, hard_break: hardBreak } = schema.nodes;

export function toBlocks({ paras }: Pasted, kind: ArticleKind): PastedBlocks {
  const joined = joinLines(paras);
  const texts = joined.paras.filter((para) => para.kind === 'para');
  const recognised = texts.length < 2 && texts[0]?.list === null ? [] : headsOfPasted(texts.map((para) => (para.list ?? '') + textOf(para.runs)), kind);
  const usual = usualLook(texts);
  const report = { headings: 0, numbers: 0, joins: joined.joins, doubtful: joined.doubtful, tables: 0 };
  let at = 0;
  let before: ListNumber | null = null;
  const blocks = joined.paras.map((para) => {
    if (para.kind === 'table') {
      report.tables += 1;
      return tableOf(para, usual);
    }
    const head = recognised[at] ?? null;
    at += 1;
    const number: ListNumber | null = para.list === null ? null : pastedLabel(para.list + textOf(para.runs));
    // A list begins with its own number, and goes on from the item before.
    const start = number === null || (before?.level === number.level && before.value + 1 === number.value) ? null : number.value;
    before = number;
    return blockOf(para, head, start, usual, report);
  });
  return { blocks, report };
}

/** Number of an item of a list: its level by its make, and which it is. */
type ListNumber = Readonly<Record<'level' | 'value', number>>;

interface Joined {
  readonly paras: readonly (PastedPara | PastedTable)[];
  readonly joins: number;
  readonly doubtful: number;
}

/** Joins what a line break parts inside a sentence. Tables part the text. */
function joinLines(paras: readonly (PastedPara | PastedTable)[]): Joined {
  if (!paras.some((para) => para.kind === 'para' && para.soft)) return { paras, joins: 0, doubtful: 0 };
  const out: (PastedPara | PastedTable)[] = [];
  let joins = 0;
  let doubtful = 0;
  for (let from = 0; from < paras.length;) {
    const first = paras[from];
    if (first?.kind === 'table') {
      out.push(first);
      from += 1;
      continue;
    }
    const stretch: PastedPara[] = [];
    for (let para = paras[from]; para?.kind === 'para'; para = paras[from]) {
      stretch.push(para);
      from += 1;
    }
    const decided = joinPasted(stretch.map(({ runs, list, indented, blanksBefore }) => ({ text: (list ?? '') + textOf(runs), indented, blanksBefore })));
    stretch.forEach((para, i) => {
      const before = out.at(-1);
      const isBody = para.soft && para.list === null && para.level === null && before?.kind === 'para' && before.level === null && i > 0;
      if (isBody && decided.certain.has(i)) {
        out[out.length - 1] = { ...before, runs: [...before.runs, ...blank(before.runs, para.runs), ...para.runs] };
        joins += 1;
      } else {
        if (isBody && decided.doubtful.has(i)) doubtful += 1;
        out.push(para);
      }
    });
  }
  return { paras: out, joins, doubtful };
}

/** A blank between two words of Latin letters that a line break parted. */
function blank(before: readonly PastedRun[], after: readonly PastedRun[]): readonly PastedRun[] {
  const isLatin = /[A-Za-z,;]/.test(textOf(before).at(-1) ?? '') && /[A-Za-z]/.test(textOf(after)[0] ?? '');
  return isLatin ? [{ text: ' ', face: null, strong: false, raised: false }] : [];
}

interface Look {
  readonly face: PastedRun['face'];
  readonly strong: boolean;
}

/** The face that most of the text has: it is the other program's body, and says nothing. */
function usualLook(paras: readonly PastedPara[]): Look {
  const size = { kai: 0, hei: 0, strong: 0, all: 0 };
  for (const { runs, level } of paras) {
    if (level !== null) continue;
    for (const { text, face, strong } of runs) {
      size.all += text.length;
      if (face !== null) size[face] += text.length;
      if (strong) size.strong += text.length;
    }
  }
  const most = (part: number): boolean => part * 2 > size.all;
  return { face: most(size.kai) ? 'kai' : most(size.hei) ? 'hei' : null, strong: most(size.strong) };
}

/** `start`: the number that an item of a list has not from the one before. */
function blockOf(para: PastedPara, recognised: PastedHead | null, start: number | null, usual: Look, report: { headings: number; numbers: number }): Node {
  const numbered: readonly PastedRun[] = para.list === null ? para.runs : [{ text: para.list, face: null, strong: false, raised: false }, ...para.runs];
  const label = pastedLabel(textOf(numbered));
  const end = textOf(numbered).length;
  const styled = para.level !== null && end > (label?.length ?? 0);
  if (styled) {
    report.headings += 1;
    if (label !== null) report.numbers += 1;
    // The make of a number says more than a style's rank: 一、 is the first level whatever Word calls it.
    const level = label?.level ?? Math.min(Math.max(para.level ?? 1, 1), 4);
    return heading.create(headAttrs(level, label !== null, label?.form ?? null), inline(sliceRuns(numbered, label?.length ?? 0, end), null));
  }
  if (recognised === null) {
    if (para.list === null || label === null) return paragraph.create({ align: para.align, head: null, adjust: null }, inline(numbered, usual));
    // An item of a list that is no heading: its number is drawn, its text is body text.
    report.numbers += 1;
    return paragraph.create({ align: para.align, head: { ...headAttrs(label.level, true, label.form), start }, adjust: null }, inline(para.runs, usual));
  }
  report.headings += 1;
  report.numbers += 1;
  const attrs = headAttrs(recognised.level, true, recognised.form);
  if (recognised.lead === null) return heading.create(attrs, inline(sliceRuns(numbered, recognised.label, end), null));
  const stop = recognised.label + recognised.lead;
  const lead = inline(sliceRuns(numbered, recognised.label, stop), null).map((node) => node.mark(schema.marks.lead.create().addToSet(node.marks)));
  return paragraph.create({ align: para.align, head: attrs, adjust: null }, [...lead, ...inline(sliceRuns(numbered, stop, end), usual)]);
}

function headAttrs(level: number, numbered: boolean, form: HeadAttrs['form']): HeadAttrs {
  return { level, numbered, start: null, form };
}

function tableOf({ rows }: PastedTable, usual: Look): Node {
  return table.create(null, rows.map((cells) => row.create(null, cells.map((runs) => cell.create(null, paragraph.create(null, inline(runs, usual)))))));
}

/** Figures and letters among words of a face belong to them, though the other program set them in a Latin one. */
function evenFaces(runs: readonly PastedRun[]): readonly PastedRun[] {
  return runs.map((run, i) => {
    const [before, after] = [runs[i - 1], runs[i + 1]];
    return run.face === null && !/[\u2e80-\u9fff]/.test(run.text) && before?.face === after?.face && before !== undefined ? { ...run, face: before.face } : run;
  });
}

/** Text nodes of runs. `usual` null: a heading, whose face is its level's. */
function inline(runs: readonly PastedRun[], usual: Look | null): Node[] {
  const nodes: Node[] = [];
  for (const { text, face, strong, raised } of evenFaces(runs)) {
    const marks = [
      ...(usual !== null && face !== null && face !== usual.face ? [schema.marks[face].create()] : []),
      ...(usual !== null && strong && !usual.strong ? [schema.marks.strong.create()] : []),
      ...(raised ? [schema.marks.superscript.create()] : []),
    ];
    text.split('\n').forEach((part, i) => {
      if (i > 0) nodes.push(hardBreak.create());
      if (part !== '') nodes.push(schema.text(part, marks));
    });
  }
  return nodes;
}
