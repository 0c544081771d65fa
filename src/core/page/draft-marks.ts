// What a 改稿本 prints beside its text: line numbers in the left margin, a header
// with 稿次, time and page, a hairline before the wide margin. In: composed pages
// of a master that asks for them. Out: the same pages with frames and rules more;
// all of it is furniture, so that no article's text changes. A line's number is
// what somebody who reads the page counts: printed lines from 1 on each page,
// blank rows not counted, the cells of a table's row one line.
import type { SheetMaster } from '../model/master';
import type { StyleSheet } from '../flow/style-sheet';
import { baselineOf, paceOf, type FilledFrame, type Frame, type Page, type Rule } from './frame';
import { generated, type SheetTools, typeAreaLeft } from './sheet-page';

export interface DraftHeader {
  /** 稿次; null: none. */
  readonly stage: string | null;
  /** As Edition.printedAt. */
  readonly printedAt: string | null;
}

/** Distance of the header's baseline above its rule, pt (by eye). */
const ABOVE_RULE = 5;
/** Room for a line number, pt. */
const NUMBER_WIDTH = 24;
/** Thickness of the header's rule and of the margin's hairline, pt. */
const RULE = 0.5;
const HAIRLINE = 0.25;

/** The pages with what the master's draft marks ask for; the pages themselves where it asks for nothing. */
export function markDraft(pages: readonly Page[], master: SheetMaster, header: DraftHeader, sheet: StyleSheet, tools: SheetTools): readonly Page[] {
  if (master.draft === undefined) return pages;
  const last = pages.reduce((most, { label }) => Math.max(most, Number(label)), 0);
  return pages.map((page) => (page.label === '' ? page : markPage(page, last, master, header, sheet, tools)));
}

function markPage(page: Page, last: number, master: SheetMaster, header: DraftHeader, sheet: StyleSheet, tools: SheetTools): Page {
  const { draft } = master;
  if (draft === undefined) return page;
  const left = typeAreaLeft(master, Number(page.label));
  const width = master.columns.characters * master.columns.em;
  const frames: FilledFrame[] = [];
  const rules: Rule[] = [];
  const put = (what: string, text: string, align: 'left' | 'right', x: number, baseline: number, room: number): void => {
    const style = sheet.variant(sheet.paragraph('furniture'), align, 0);
    const { size } = style.text;
    const frame: Frame = { what, x, y: baseline - size, width: room, rows: 1, grid: { pitch: size, firstBaseline: size, em: size } };
    frames.push({ frame, article: null, fragments: generated(tools.flower.generate(what, text, style), room, tools.setter) });
  };
  if (draft.every > 0) {
    lineBaselines(page, master.pitch).forEach((baseline, index) => {
      if ((index + 1) % draft.every === 0) put('line-number', String(index + 1), 'right', left - draft.gap - NUMBER_WIDTH, baseline, NUMBER_WIDTH);
    });
  }
  if (draft.header > 0) {
    const y = master.top - draft.header;
    // The header runs over the wide margin too: the page is read as one.
    const whole = master.width - 2 * left;
    const said = [header.stage, printedTime(header.printedAt)].filter((part) => part !== null).join('　');
    if (said !== '') put('draft-header', said, 'left', left, y - ABOVE_RULE, whole);
    put('draft-page', `第 ${page.label} 页　共 ${last} 页`, 'right', left, y - ABOVE_RULE, whole);
    rules.push({ what: 'draft-rule', kind: 'line', x: left, y, width: whole, height: 0, stroke: RULE, fill: null });
  }
  if (draft.margin > 0) {
    const height = master.firstBaseline + (master.lines - 1) * master.pitch;
    rules.push({ what: 'draft-margin', kind: 'line', x: left + width + draft.margin, y: master.top, width: 0, height, stroke: HAIRLINE, fill: null });
  }
  return { ...page, frames: [...page.frames, ...frames], rules: [...page.rules, ...rules] };
}

/** Baselines of the printed lines of a page's articles, from the sheet's top. */
function lineBaselines(page: Page, pitch: number): readonly number[] {
  const found: number[] = [];
  for (const { frame, article, fragments } of page.frames) {
    if (article === null) continue;
    for (const fragment of fragments) {
      const { set, first, end, row } = fragment;
      const pace = paceOf(fragment);
      for (let i = first; i < end; i++) found.push(frame.y + baselineOf(frame.grid, row + (i - first) * pace, pace, set.paragraph.style.text.size));
    }
  }
  found.sort((a, b) => a - b);
  return found.filter((y, i) => i === 0 || y - found[i - 1]! > pitch / 2);
}

/** 2026年1月12日 16:20 of 2026-01-12T16:20, the time left out where it has none; null for null. For headers of a 改稿本 and a 花脸稿. */
export function printedTime(at: string | null): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(at ?? '');
  if (match === null) return null;
  const day = `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
  return match[4] === undefined ? day : `${day} ${match[4]}`;
}
