// Newspaper pages from a placement: header and masthead, title blocks, texts, boxes,
// tints, the line of the last page. It sets what the placement says; how tall things are
// the placer asks its measurer.
import { BOXED_TITLE } from '../flow/article-styles';
import type { Block } from '../flow/flow';
import { pageCode } from '../model/page-name';
import { BoxComposer } from './compose-box';
import { PieceComposer } from './compose-piece';
import type { Composed, Overset, PageFault } from './compose-sheets';
import { TitleComposer } from './compose-title';
import type { Page } from './frame';
import { composeHeader, composeMasthead, composeTail } from './furniture';
import { PaperMeasurer } from './measure-paper';
import type { PaperJob, PaperSheet } from './paper-job';
import { PaperPictures } from './paper-pictures';
import { endRule, tintsOf } from './paper-rules';
import type { PagePlan, Piece, Placement } from './placement';
import type { SheetTools } from './sheet-page';

export class PaperComposer {
  /** How tall things are on these pages. */
  readonly measurer: PaperMeasurer;
  private readonly titles: TitleComposer;
  private readonly pieces: PieceComposer;
  private readonly boxes: BoxComposer;

  constructor(
    private readonly job: PaperJob,
    private readonly tools: SheetTools,
  ) {
    const pictures = new PaperPictures(job, tools);
    this.titles = new TitleComposer(job, tools);
    this.pieces = new PieceComposer(job, tools, pictures);
    this.boxes = new BoxComposer(job, tools, { title: (article) => this.titles.blocks(article, BOXED_TITLE), body: (article, variant) => this.pieces.body(article, variant) }, pictures);
    this.measurer = new PaperMeasurer(job, tools, this.titles, this.pieces, this.boxes);
  }

  /** Composes every page of the placement. */
  compose(placement: Placement): Composed {
    const rests = new Map<string, readonly Block[]>();
    const faults: PageFault[] = [];
    const overset: Overset[] = [];
    const pages = placement.pages.map((plan, i) => this.page(plan, i === placement.pages.length - 1, rests, {
      fault: (kind, rect) => void faults.push({ page: i + 1, kind, ...(rect === undefined ? {} : { rect }) }),
      over: (one) => void overset.push({ ...one, page: i + 1 }),
    }));
    for (const article of placement.left) if (!overset.some((over) => over.article === article)) overset.push({ article, ...this.pieces.over(rests.get(article) ?? this.pieces.body(article, 'news'), undefined) });
    return { pages, faults: [...faults, ...brokenJumps(placement)], overset, unboxed: placement.unboxed };
  }

  private page(plan: PagePlan, isLast: boolean, rests: Map<string, readonly Block[]>, told: Pick<PaperSheet, 'fault' | 'over'>): Page {
    const { master, sheet: styles, paper, date } = this.job;
    const sheet: PaperSheet = { frames: [], rules: [], pictures: [], ...told };
    const { frames, rules, pictures } = sheet;
    if (paper !== null) {
      const furniture = plan.mastheadRows > 0
        ? composeMasthead(paper, date, plan, master, styles, this.tools)
        : composeHeader(paper, date, plan, master, styles, this.tools);
      frames.push(...furniture.frames);
      rules.push(...furniture.rules);
      pictures.push(...furniture.pictures);
      if (isLast && paper.tail !== undefined) {
        const tail = composeTail(paper.tail, master, styles, this.tools);
        frames.push(...tail.frames);
        rules.push(...tail.rules);
      }
    }
    for (const piece of plan.pieces) {
      const { tint } = this.job.dress(piece.article);
      if (tint !== undefined) rules.push(...tintsOf(master, piece, tint));
    }
    const heads = new Map(this.titles.ranked(plan.pieces).map(({ piece, size }) => [piece, size]));
    for (const piece of plan.pieces) {
      if (piece.box !== null) this.boxes.put(piece, piece.box, sheet);
      else this.plain(piece, plan, rests, sheet, heads.get(piece) ?? Infinity);
    }
    rules.push(...endRule(master, plan));
    return { size: { width: master.width, height: master.height }, label: pageCode(this.job.paper, plan.number) ?? String(plan.number), frames, rules, ...(pictures.length === 0 ? {} : { pictures }) };
  }

  /** A piece without a box: its title block, its 主题 no larger than `most` pt, and its text, or what an earlier page left of it. */
  private plain(piece: Piece, plan: PagePlan, rests: Map<string, readonly Block[]>, sheet: PaperSheet, most: number): void {
    const { article, variant, from } = piece;
    const start = rests.get(article);
    const thread = start !== undefined && from !== null ? this.pieces.continued(start, from) : this.pieces.body(article, variant);
    if (piece.deck !== null) this.titles.put(piece, piece.deck, sheet, most);
    rests.set(article, this.pieces.put(piece, thread, plan, sheet));
  }
}

/** Jump lines without their other end: each 下转 needs a 上接 on the page that it names, and the other way round (N-20 (3)). */
function brokenJumps({ pages }: Placement): PageFault[] {
  const out: PageFault[] = [];
  pages.forEach(({ number, pieces }, i) => {
    for (const { article, from, to } of pieces) {
      const meets = (other: number, end: 'from' | 'to'): boolean =>
        pages.some((page) => page.number === other && page.pieces.some((piece) => piece.article === article && piece[end] === number));
      if ((to !== null && !meets(to, 'from')) || (from !== null && !meets(from, 'to'))) out.push({ page: i + 1, kind: 'jump' });
    }
  });
  return out;
}
