// The booklet's cover (G-21): conference and number in the set above, the title
// with 工作报告 large, occasion and speaker, body and month at the foot.
import type { SheetMaster } from '../model/master';
import type { StyleSheet } from '../flow/style-sheet';
import type { StyleName } from '../model/look';
import { generated, sheetGrid, type SheetTools, typeAreaLeft } from './sheet-page';
import type { FilledFrame, Frame, Page } from './frame';

/** Everything printed on a cover; null where the record has no value for it. */
export interface CoverText {
  readonly series: string | null;
  readonly collect: boolean;
  readonly title: string;
  /** The 副题 with its dash: under a theme it names the report. */
  readonly sub: string | null;
  /** The 稿次 in brackets. */
  readonly stage: string | null;
  readonly occasion: string | null;
  readonly speaker: string | null;
  readonly foot: readonly string[];
}

/** Rows of the 22-row grid where the parts begin (by eye on the reference booklet), as shares of the grid's rows. */
const ROWS = { series: 0, title: 5 / 22, foot: 19 / 22 };

/** The cover, always a recto. */
export function composeCover(cover: CoverText, master: SheetMaster, sheet: StyleSheet, tools: SheetTools): Page[] {
  const width = master.columns.characters * master.columns.em;
  const grid = sheetGrid(master);
  const frames: FilledFrame[] = [];
  const put = (what: string, text: string, style: StyleName, row: number): number => {
    const paragraph = sheet.paragraph(style);
    const block = tools.flower.generate(what, text, paragraph);
    const at = row + paragraph.linesBefore;
    const frame: Frame = { what, x: typeAreaLeft(master, 1), y: master.top + at * grid.pitch, width, rows: 1, grid };
    const fragments = generated(block, width, tools.setter);
    frames.push({ frame, article: null, fragments });
    return at + (fragments[0]?.set.lines.length ?? 0) * paragraph.gridLines + paragraph.linesAfter;
  };
  let row = Math.round(ROWS.series * master.lines);
  if (cover.series !== null) row = put('cover-series', cover.series, 'coverSeries', row);
  if (cover.collect) row = put('cover-collect', '会后收回', 'coverSeries', row);
  // On a low sheet the parts follow each other, and none stands over another.
  row = Math.max(row, Math.round(ROWS.title * master.lines));
  const work = '工作报告';
  const oneLine = officeStyle(cover.title, work, width, sheet);
  const parted = oneLine === null && cover.title.endsWith(work) && cover.title.length > work.length;
  row = put('cover-title', parted ? cover.title.slice(0, -work.length) : cover.title, oneLine ?? 'coverTitle', row);
  if (parted) row = put('cover-work', [...work].join('　'), 'coverWork', row);
  if (cover.sub !== null) row = put('cover-sub', cover.sub, 'coverOccasion', row);
  if (cover.stage !== null) row = put('cover-stage', cover.stage, 'coverOccasion', row);
  if (cover.occasion !== null) row = put('cover-occasion', cover.occasion, 'coverOccasion', row + 1);
  if (cover.speaker !== null) row = put('cover-speaker', cover.speaker, 'coverSpeaker', row);
  row = Math.max(row, Math.round(ROWS.foot * master.lines));
  for (const line of cover.foot) row = put('cover-foot', line, 'coverFoot', row);
  return [{ size: { width: master.width, height: master.height }, label: '', frames, rules: [] }];
}

/**
 * 政府工作报告, 云岭市中级人民法院工作报告: the title of an office's report is one line of one size, as large as it fits; 政府
 * over a large 工作报告 would read as two things. A committee's name is long, and its 工作报告 stands apart below it. null: parted, or no such title.
 */
function officeStyle(title: string, work: string, width: number, sheet: StyleSheet): StyleName | null {
  if (!title.endsWith(work) || /委员会|常委会|届|\n/.test(title)) return null;
  const characters = [...title].length;
  return (['coverWork', 'coverTitle'] as const).find((style) => characters * sheet.paragraph(style).text.size <= width) ?? null;
}
