// Booklet and large-type copy: one frame a page on mirrored sheets, folios,
// cover, contents, annex of terms, recto starts and blanks (G-01…G-23).
import type { Rect } from '../geometry';
import { ANNEX } from '../model/conserved-text';
import type { NoteAttrs } from '../model/schema';
import type { BookletParts } from '../model/package';
import type { SheetMaster } from '../model/master';
import type { Block, Flow } from '../flow/flow';
import type { Flower } from '../flow/flow-article';
import type { StyleSheet } from '../flow/style-sheet';
import { composeContents, type ContentsEntry } from './contents';
import { composeCover, type CoverText } from './cover';
import { type DraftHeader, markDraft } from './draft-marks';
import type { Fault, Filled, FillRules } from './fill-frame';
import type { FilledFrame, Frame, Grid, Page } from './frame';
import type { Slot } from './paginate';
import { markRedline, type RedlineHeader } from './redline-marks';
import { blankPage, generated, sheetGrid, type SheetTools, typeAreaLeft } from './sheet-page';

export interface SheetJob {
  readonly master: SheetMaster;
  readonly sheet: StyleSheet;
  readonly flows: readonly Flow[];
  readonly parts: BookletParts | null;
  readonly cover: CoverText | null;
  readonly notes: readonly NoteAttrs[];
  /** What the header of a 改稿本 says. */
  readonly draft: DraftHeader;
  /** Of a 花脸稿; null: what changed is not marked. */
  readonly redline: RedlineHeader | null;
}

export interface PageFault {
  /** 1-based. */
  readonly page: number;
  /**
   * `short`: a page that had to end early (G-03 wants it full). `jump`: a jump line whose other end is missing (N-20 (3)).
   * `tail`, `hole`, `gap`: a newspaper's last column of less than three lines, a column that stops more than two rows early, or
   * that has more than two rows empty above a heading (N-34).
   */
  readonly kind: Exclude<Fault, 'row'> | 'short' | 'jump' | 'tail' | 'hole' | 'gap';
  /** The column or the hole; left out: the page. */
  readonly rect?: Rect;
}

/** Text of an article that no frame holds (余 N 行). */
export interface Overset {
  readonly article: string;
  /** 1-based page where it had to end; null: it found no place at all. */
  readonly page: number | null;
  /** Lines that are over, in a column of `measure` characters; of a title block grid rows. */
  readonly lines: number;
  /** Characters of the text in them, about. */
  readonly characters: number;
  readonly measure: number;
  readonly what: 'text' | 'box' | 'deck';
  /** Its block is as wide as the type area: no column can be added. */
  readonly isFullWidth?: true;
}

export interface Composed {
  readonly pages: readonly Page[];
  /** Frames whose end broke a rule, or that a line is too high for. */
  readonly faults: readonly PageFault[];
  /** What no frame holds. */
  readonly overset: readonly Overset[];
  /** Articles that wanted a box and stand without one. */
  readonly unboxed: readonly string[];
}

const RULES: FillRules = { stray: 'never' };

/** Composes all pages of a booklet or a large-type copy. */
export function composeSheets(job: SheetJob, tools: SheetTools): Composed {
  const { master, parts } = job;
  const faults: PageFault[] = [];
  const slot: Slot = { width: master.columns.characters * master.columns.em, rows: master.lines, endAtStop: master.endAtStop };
  const threads: { article: string | null; filled: readonly Filled[] }[] = job.flows.map((flow) => ({
    article: flow.article,
    filled: tools.paginator.paginate([...flow.head, ...flow.body], () => slot, RULES),
  }));
  const annex = parts?.annex === true ? annexThread(job.notes, job.sheet, tools.flower) : [];
  if (annex.length > 0) threads.push({ article: ANNEX, filled: tools.paginator.paginate(annex, () => slot, RULES) });

  // Numbers first: the contents page prints them, and it stands before them.
  const recto = master.folio.place !== 'none' && parts !== null;
  const starts: number[] = [];
  let number = 1;
  for (const { filled } of threads) {
    if (recto && number % 2 === 0) number++;
    starts.push(number);
    number += filled.length;
  }
  const front: Page[] = [];
  if (parts?.cover === true && job.cover !== null) front.push(...composeCover(job.cover, master, job.sheet, tools));
  // A resolution has no headings: 目录 alone on a page would name nothing.
  const listed = parts?.contents === true ? entries(threads, starts, annex) : [];
  if (listed.length > 0) front.push(...composeContents(listed, master, job.sheet, tools, front.length));
  if (parts !== null && front.length % 2 === 1) front.push(blankPage(master));

  const pages: Page[] = [...front];
  let printed = 1;
  threads.forEach(({ article, filled }, i) => {
    while (printed < starts[i]!) {
      pages.push(blankPage(master));
      printed++;
    }
    for (const one of filled) {
      if (one.forced !== null && one.forced !== 'row') faults.push({ page: pages.length + 1, kind: one.forced });
      else if (one.short > 0 && master.endAtStop === 0 && !breaksBefore(one, job.flows[i])) faults.push({ page: pages.length + 1, kind: 'short' });
      pages.push(textPage(one, article, printed++, job, slot, tools));
    }
  });
  const multiple = parts?.multiple ?? 1;
  while (pages.length % multiple !== 0) pages.push(blankPage(master));
  const drafted = markDraft(pages, master, job.draft, job.sheet, tools);
  return { pages: job.redline === null ? drafted : markRedline(drafted, master, job.redline, job.sheet, tools), faults, overset: [], unboxed: [] };
}

/** The page ends early because a hand asked for a break there, or for a table that stands whole on the next: that is no fault. */
function breaksBefore({ next }: Filled, flow: Flow | undefined): boolean {
  if (next === null || next.chunk > 0 || flow === undefined) return next === null;
  const thread = [...flow.head, ...flow.body];
  const first = thread[next.block]?.content;
  if (first === undefined) return false;
  const titles = first.kind === 'paragraph' && first.style.keepWithNext > 0 && thread[next.block + 1]?.content.kind === 'table';
  return first.breakBefore || first.kind === 'table' || titles;
}

function textPage(filled: Filled, article: string | null, number: number, job: SheetJob, slot: Slot, tools: SheetTools): Page {
  const { master } = job;
  const key = `${number} ${article ?? ''}`;
  let made = tools.pages.get(filled.fragments);
  // A master may be edited and keep its name.
  if (made?.master !== master) tools.pages.set(filled.fragments, (made = { master, byKey: new Map<string, Page>() }));
  const { byKey } = made;
  let page = byKey.get(key);
  if (page === undefined) {
    const frame: Frame = { what: 'text', x: typeAreaLeft(master, number), y: master.top, width: slot.width, rows: slot.rows, grid: sheetGrid(master) };
    const frames: FilledFrame[] = [{ frame, article, fragments: filled.fragments }];
    const folio = folioFrame(number, job, tools);
    if (folio !== null) frames.push(folio);
    page = { size: { width: master.width, height: master.height }, label: String(number), frames, rules: [] };
    byKey.set(key, page);
  }
  return page;
}

/** `— 1 —` below the type area: outside and one character in, or centred (G-10). */
function folioFrame(number: number, job: SheetJob, tools: SheetTools): FilledFrame | null {
  const { master, sheet } = job;
  const { folio } = master;
  if (folio.place === 'none') return null;
  const base = sheet.paragraph('folio');
  const odd = number % 2 === 1;
  const align = folio.place === 'centre' ? 'center' : odd ? 'right' : 'left';
  const style = sheet.variant(base, align);
  const block = tools.flower.generate('folio', folio.dash ? `— ${number} —` : String(number), style);
  const size = base.text.size;
  const width = master.columns.characters * master.columns.em - folio.inset;
  // The distance is to the dash, whose ink lies on the middle of the em box.
  const bottom = master.top + master.firstBaseline + (master.lines - 1) * master.pitch + master.columns.em * 0.12;
  const grid: Grid = { pitch: size, firstBaseline: 0.38 * size, em: size };
  const frame: Frame = {
    what: 'folio', x: typeAreaLeft(master, number) + (odd || folio.place === 'centre' ? 0 : folio.inset), y: bottom + folio.belowTypeArea, width, rows: 1, grid,
  };
  return { frame, article: null, fragments: generated(block, width, tools.setter) };
}

function annexThread(notes: readonly NoteAttrs[], sheet: StyleSheet, flower: Flower): readonly Block[] {
  if (notes.length === 0) return [];
  const body = sheet.paragraph('body');
  const term = sheet.inside('annexTerm', body.text);
  return [
    flower.generate('annex-title', '名　词　解　释', sheet.paragraph('annexTitle')),
    ...notes.map((note, i) => {
      const lead = `${i + 1}.${note.term}：`;
      return flower.compose(`annex ${note.term}`, [{ text: lead, style: term }, { text: note.text, style: body.text }], body);
    }),
  ];
}

/** Headings of the composed pages with the numbers they are printed on. */
function entries(threads: readonly { article: string | null; filled: readonly Filled[] }[], starts: readonly number[], annex: readonly Block[]): ContentsEntry[] {
  const out: ContentsEntry[] = [];
  threads.forEach(({ filled }, i) => {
    filled.forEach((frame, k) => {
      for (const fragment of frame.fragments) {
        const { content } = fragment.block;
        if (fragment.first !== 0 || content.kind !== 'paragraph') continue;
        // A tail of a cut paragraph has no heading: only the block's own first line counts.
        const { heading } = fragment.set.paragraph;
        if (heading !== null && heading.level <= 2) out.push({ level: heading.level, text: heading.text, page: starts[i]! + k });
        else if (annex[0] !== undefined && fragment.block === annex[0]) out.push({ level: 1, text: '名词解释', page: starts[i]! + k });
      }
    });
  });
  return out;
}
