// One edition made up and set in real faces, and every bar of a newspaper page checked
// on each of its proposals (issue 7 §6): what fails is a sentence under the bar's name.
// It asks the make-up itself, the composer for lines, and the laws of pages.
import type { Font, FontRole } from '../../src/core/font';
import type { BlockOrigin } from '../../src/core/flow/flow';
import { Flower } from '../../src/core/flow/flow-article';
import { whiteOf } from '../../src/core/makeup/rules/page-white';
import type { Proposal } from '../../src/core/makeup/judge/proposal';
import { differences } from '../../src/core/makeup/propose/differences';
import { SearchMemory } from '../../src/core/makeup/draft/search-memory';
import { layoutFault } from '../../src/core/model/layout';
import type { PaperMaster } from '../../src/core/model/master';
import { Paginator } from '../../src/core/page/paginate';
import { PieceMemory } from '../../src/core/page/piece-memory';
import { Setter } from '../../src/core/page/setter';
import { Typesetter } from '../../src/core/typeset';
import { paperSetting, proposingPaper } from '../../src/core/typeset-paper';
import { checkLaws } from '../laws-pages';
import type { Case } from './editions';
import { footFault, printedLegs } from './printed-feet';

export const BARS = [
  '全文一次', '版面合法', '最松一行', '行长不足', '末行单字', '上格', '栏脚', '印出栏脚', '填满', '忌讳次序', '有忌讳', '转版', '不满三案', '互不相同', '排不下', '超过一秒', '未填高分',
] as const;
export type Bar = (typeof BARS)[number];

export interface Judged {
  /** Each with the proposal that it is of, from 1; 0: of all. */
  readonly faults: readonly (readonly [Bar, string, number])[];
  readonly proposals: readonly Proposal[];
  /** CPU milliseconds that proposing took. */
  readonly ms: number;
  readonly pages: number;
  /** Body lines of the first proposal, by the characters of their measure. */
  readonly lines: ReadonlyMap<number, Lines>;
}

/** Lines of body text at one measure: all, over 0.12 em, the worst. */
interface Lines {
  all: number;
  loose: number;
  worst: number;
}

/** Proposals that an edition has. */
const WANTED = 3;
/** What a measure may have (FITTING, issue 7 §6): its worst gap. The share of lines over 0.12 em is pooled by who asks: a few lines of one text say nothing. */
const MOST_GAP = 0.24;
const NARROW_GAP = 0.35;

export function judge({ pkg, edition }: Case, fonts: ReadonlyMap<FontRole, readonly Font[]>): Judged {
  const master = edition.master as PaperMaster;
  const faults: [Bar, string, number][] = [];
  const lines = new Map<number, Lines>();
  const setter = new Setter(fonts);
  const paginator = new Paginator(setter);
  const flower = new Flower();
  const origins = new Map<number, BlockOrigin>();
  const tools = { flower, setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() };
  const began = process.cpuUsage();
  const setting = paperSetting(edition, master, pkg.articles, pkg.meeting, (article, variant) => flower.flow(article, { edition, meeting: pkg.meeting, stage: pkg.stage, variant, noteNumber: null, notesKey: '' }, origins).flow, tools);
  const proposals = [...proposingPaper(setting, new SearchMemory())].at(-1) ?? [];
  const used = process.cpuUsage(began);
  const ms = (used.user + used.system) / 1000;
  const pages = proposals[0]!.layout.pages.length;
  if (ms > 1000 * Math.max(1, pages)) faults.push(['超过一秒', `${Math.round(ms)} ms, ${pages} pages`, 0]);
  if (proposals.length < WANTED) faults.push(['不满三案', `${proposals.length}`, 0]);
  const different = Math.min(2, edition.articles.length);
  proposals.forEach((one, i) => proposals.slice(i + 1).forEach((other, k) => {
    if (differences(one.layout, other.layout) < different) faults.push(['互不相同', `方案 ${i + 1} and ${i + 2 + k}`, 0]);
  }));
  const isFaulty = ({ taboos }: Proposal): boolean => taboos.some(({ severity }) => severity !== 'info');
  // A lead below others is told only, and yet no clean page (N-37); what is worth much more stands before it.
  const isClean = (one: Proposal): boolean => !isFaulty(one) && one.taboos.every(({ kind }) => kind !== 'lead');
  if (proposals.some((one, i) => isFaulty(one) && proposals.slice(i + 1).some(isClean))) faults.push(['忌讳次序', 'one with a taboo above one without', 0]);
  if (isFaulty(proposals[0]!)) faults.push(['有忌讳', proposals[0]!.taboos.filter(({ severity }) => severity !== 'info').map(({ kind, page }) => `${kind} on ${page}`).join(', '), 0]);
  proposals.forEach(({ layout, reasons, score }, index) => {
    const where = `方案 ${index + 1}`;
    const fault = (bar: Bar, text: string): void => void faults.push([bar, `${where}: ${text}`, index + 1]);
    if (reasons.some((reason) => reason.includes('排不下'))) fault('排不下', reasons.join('；'));
    const illegal = layoutFault(layout, master.columns, master.lines);
    if (illegal !== null) fault('版面合法', illegal);
    const kept = { ...edition, layout };
    for (const law of checkLaws(new Typesetter({ fonts, images: new Map() }).typeset(pkg, kept), pkg, kept, { fonts, images: new Map() })) fault('全文一次', law);
    const composed = setting.composer.compose({ pages: layout.pages, left: [], unboxed: [] });
    if (composed.overset.length > 0) fault('排不下', JSON.stringify(composed.overset));
    const byMeasure = new Map<number, Lines>();
    composed.pages.forEach((page, at) => page.frames.forEach(({ frame, fragments }) => {
      if (frame.what !== 'body' && frame.what !== 'box-body') return;
      const row = (frame.y - master.top) / master.pitch;
      if (frame.what === 'body' && Math.abs(row - Math.round(row)) > 1e-6) fault('上格', `page ${at + 1} row ${row}`);
      const measure = Math.round(frame.width / frame.grid.em);
      if (measure < Math.min(13, master.characters)) fault('行长不足', `page ${at + 1}: ${measure}`);
      let own = byMeasure.get(measure);
      if (own === undefined) byMeasure.set(measure, (own = { all: 0, loose: 0, worst: 0 }));
      for (const { set, first, end } of fragments) {
        if (set.paragraph.style.text.size > frame.grid.em * 1.01) continue;
        for (let i = first; i < end; i++) {
          const line = set.lines[i]!;
          if (i === set.lines.length - 1) {
            if (i > 0 && set.issues.some(({ code }) => code === 'last-line-short')) fault('末行单字', set.paragraph.text.slice(-6));
            continue;
          }
          own.all++;
          if (line.gap > 0.1201) own.loose++;
          if (line.gap > own.worst) own.worst = line.gap;
        }
      }
    }));
    for (const [measure, { all, loose, worst }] of byMeasure) {
      if (worst > (measure < 13 ? NARROW_GAP : MOST_GAP) + 1e-3) fault('最松一行', `${measure} 字 ${worst.toFixed(3)}`);
      if (index > 0) continue;
      const pooled = lines.get(measure) ?? { all: 0, loose: 0, worst: 0 };
      lines.set(measure, { all: pooled.all + all, loose: pooled.loose + loose, worst: Math.max(pooled.worst, worst) });
    }
    for (const { kind, page } of composed.faults) if (kind === 'hole' || kind === 'tail') fault('栏脚', `${kind} on ${page}`);
    else if (kind === 'jump') fault('转版', `page ${page}`);
    layout.pages.forEach((page, at) => {
      for (const leg of printedLegs(page, composed.pages[at]!.frames, master)) if (footFault(leg) > 0) fault('印出栏脚', `第${page.number}版 ${leg.article} 第${leg.leg + 1}段 ${leg.rows} 行，印到 ${leg.printed.join(' ')}`);
      const white = whiteOf(page, master.columns, master.lines);
      if (white.worst > 2) fault('栏脚', `第${page.number}版 ${white.worst} rows`);
      else if (white.worst > 0) fault('栏脚', `第${page.number}版 差 ${white.worst}`);
      // Nor is the foot filled before a page that a report has whole, under its title at the head: no text is there but the report's, which is not torn for it (N-21).
      const last = at === layout.pages.length - 1 || layout.pages[at + 1]!.pieces.some(({ variant, from, to, deck }) => variant === 'report' && from === null && to === null && deck?.row === 0);
      const cells = master.columns * (master.lines - page.mastheadRows);
      const holes = white.holes + (last ? 0 : white.foot);
      if (holes > 0.005 * cells) fault('填满', `第${page.number}版 ${(100 - (100 * holes) / cells).toFixed(2)}%`);
      if (last && white.foot > 0.1 * cells && score > 90) fault('未填高分', `第${page.number}版 ${Math.round((100 * white.foot) / cells)}% 空, ${score} 分`);
      for (const piece of page.pieces) {
        const lines = piece.body.reduce((sum, { area, into }) => sum + area.rows * into, 0);
        if ((piece.to !== null || piece.from !== null) && lines < 5) fault('转版', `${piece.article} on ${page.number}: ${lines} lines`);
        if (piece.to !== null && piece.to <= page.number) fault('转版', `${piece.article} jumps from ${page.number} to ${piece.to}`);
      }
    });
  });
  return { faults, proposals, ms, pages, lines };
}
