// What takes points of a layout, and what is said of it, in the words of a desk: one
// function a matter, in the order in which a layout editor looks. In: the layout's facts.
// Out: points and sentences; proposal.ts adds them up and sorts them.
import { type PagePlan, type Piece, textRows } from '../../model/layout';
import { quoted } from '../../model/quote';
import { brokenMeasure } from '../../page/paper-grid';
import type { Placement } from '../../page/placement';
import { editorialLosses } from './editorial-losses';
import { boundsOf } from '../measure/hand-shape';
import { MOST_GAP } from '../measure/head-gaps';
import { LEAST_TITLE_PART, spanOf, wideWords } from '../measure/head-span';
import type { LayoutFacts, Looseness, ProposalTaboo } from './layout-facts';
import { leadLosses } from './lead-losses';
import type { Loss, Say, TitleOf } from '../rules/loss';
import { namesOf } from '../rules/names-of';
import { oftenTorn, tornLead } from './needless-jumps';
import { orderLosses } from './order-losses';
import { isFault, isStub } from '../rules/page-cost';
import type { Candidate } from '../measure/ruler';
import { shapeLosses } from './shape-losses';
import { type SparePage, sparePage } from './spare-page';
import { apartFrom, plainGutters, type Taboo } from '../rules/taboos';
import type { Yardstick } from '../measure/yardstick';

/** Points that things take; by eye on the sample editions, in proportion to page-cost.ts. */
const POINTS = { fault: 12, hole: 0.25, empty: 135, emptier: 60, foot: 3, jump: 3, torn: 15, headline: 3, strip: 8, unboxed: 4, lead: 24, first: 8, narrow: 6, overwide: 1.5, small: 2, sunk: 25, left: 40, over: 30, loose: 0.1, wide: 4, measure: 1, picture: 5 };

/** Part of a last page that may stay white without a word: a few lines are made good around its headlines. */
const FEW_EMPTY = 0.02;

/** What a part of a last page that is white takes beyond those few lines: a tenth of a page is no good page; more of it is the edition's fault, and make-ups are compared by what else they are. */
const MUCH_EMPTY = 0.1;

/** Text by a headline's side for what stands under it: times that count, and from which on that is much narrower than its text; a headline over half of it is not. */
const MOST_NARROW = 2;
const MUCH_NARROW = 1.6;

/** Points that the white foot of a page before the last takes at the most besides its part of the page: text was there to go on on it; none where the next page is a whole report's, which no desk tears to fill that foot (N-21). */
const MOST_EARLY = 30;

/** Rows of text in one column from which on what is 重要 is a strip: half of a tabloid page. */
const LONG_STRIP = 40;

/** N-21: part of a page's columns that a report's title is as wide as. */
const TITLE_PART = 0.75;

const NAMES: Readonly<Record<ProposalTaboo['kind'], string>> = {
  abreast: '碰题', across: '断版', gutter: '通缝', headless: '题文分离', reversed: '逆转', fold: '折线压题', lead: '头条不在左上', hole: '各栏不齐', tail: '末栏不足 3 行', loose: '字距过大',
};

type PageOf = Yardstick['pageOf'];

/** What takes points of a layout, and what takes none and is worth a word; `titleOf` names an article in the words. */
export function lossesOf(facts: LayoutFacts, titleOf: TitleOf): readonly Loss[] {
  const losses: Loss[] = [];
  for (const matter of [roomLosses, tabooLosses, whiteLosses, feetLosses, headLosses, jumpLosses, shapeLosses, orderLosses, editorialLosses, leadLosses, spanLosses, pictureLosses, settingLosses]) matter(facts, (points, say) => void losses.push({ points, say }), titleOf);
  return losses;
}

/** What a layout's faults are called, each once; white that nobody wanted is told by its kind alone. */
export function faultNames({ taboos }: Pick<LayoutFacts, 'taboos'>): readonly string[] {
  return [...new Set(taboos.filter(({ severity }) => severity !== 'info').map(({ kind }) => (kind === 'hole' ? '空洞' : kind === 'lead' ? '头条不在头版' : NAMES[kind])))];
}

/** All of the text has its room. */
function roomLosses({ placement, ruler, edition, ends }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  const { left } = placement;
  const over = [...new Set(ends.flat().filter((end) => end.over && !end.goesOn).map(({ article }) => article))];
  for (const article of placement.unboxed) say(POINTS.unboxed, `${quoted(titleOf(article))}太长，一个版放不下它的围框，没有加框`);
  for (const article of left) say(POINTS.left, `${quoted(titleOf(article))}排不下，约 ${hundreds(ruler.measure.body(article, 'news').reduce((sum, { content }) => sum + (content.kind === 'paragraph' ? content.text.length : 0), 0))} 字没有位置`);
  // Text that is not on the page is worse than any taboo.
  if (over.length > 0) say(POINTS.over * over.length, `${over.map((article) => quoted(titleOf(article))).join('、')}还有余，没有排完`);
  else if (left.length === 0) say(0, edition.length === 1 ? '全文排得下' : `全部 ${edition.length} 篇都排得下`);
}

/** The taboos, ends of columns and lines that are no newspaper's. */
function tabooLosses({ placement, candidates, ruler, head, onPages, labels, taboos, front, ends, holed, loose }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  const { pages } = placement;
  const { style } = ruler;
  const faults = taboos.filter(({ severity }) => severity !== 'info');
  for (const [i, page] of pages.entries()) for (const taboo of onPages[i]!) if (isFault(taboo, style)) say(POINTS.fault, `${ruler.pageOf(page.number)}有${NAMES[taboo.kind]}${placeOf(taboo)}${concerning(taboo, titleOf)}`);
  for (const [i, page] of pages.entries()) for (const { articles } of labels[i]!) say(POINTS.fault, `${ruler.pageOf(page.number)}有${NAMES.fold}：${articles.map((article) => quoted(titleOf(article))).join('')}的标签`);
  if (front !== null) say(POINTS.fault, `头条没有排在${ruler.pageOf(pages[0]!.number)}${named([front], titleOf)}`);
  for (const [i, page] of pages.entries()) for (const { article, fault } of ends[i]!) if (fault !== null && !(fault === 'hole' && holed.some((gap) => gap.page === page.number && gap.article === article))) say(POINTS.fault, `${ruler.pageOf(page.number)}有${NAMES[fault]}${named([article], titleOf)}`);
  for (const { page, article, rows } of holed) say(POINTS.fault, `${ruler.pageOf(page)}${quoted(titleOf(article))}的小标题前空 ${rows} 行`);
  for (const { page, article, characters, gap } of loose) say(POINTS.wide, `${ruler.pageOf(page)}${quoted(titleOf(article))}有一行字距过大（${characters} 字一行，每字多 ${gap.toFixed(2)} 字）`);
  if (faults.every(({ kind }) => kind === 'loose' || kind === 'hole' || kind === 'tail') && labels.every((own) => own.length === 0)) say(0, style === 'modular' ? '没有碰题、题文分离和折线压题' : '没有碰题、断版、通缝等版面忌讳');
  if (style === 'modular') for (const page of pages) for (const { area } of plainGutters(page, ruler.master)) say(0, `${ruler.pageOf(page.number)}第${area.column + 1}、${area.column + 2}栏之间从上到下一条直缝`);
  for (const taboo of taboos) if (taboo.severity === 'info') say(taboo.kind === 'lead' ? leadPoints(taboo, head, candidates) : 1, `${ruler.pageOf(taboo.page)}${taboo.kind === 'lead' ? lowWords(taboo, head, titleOf) : `${NAMES[taboo.kind]}${named(taboo.articles, titleOf)}`}`);
}

/** Pictures that a block is too low or too narrow for. */
function pictureLosses({ pictures, ruler }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  for (const { page, article, wanted, printed } of pictures) say(POINTS.picture * (wanted - printed), `${ruler.pageOf(page)}${quoted(titleOf(article))}的配图${printed === 0 ? '没有地方放' : `要跨 ${wanted} 栏，只跨 ${printed} 栏`}`);
}

/** White between articles, and below the last one. */
function whiteLosses({ placement, ruler, whites, cells, holes: white, between, wide }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  const { pages, left } = placement;
  const { master } = ruler;
  const foot = whites.at(-1)?.foot ?? 0;
  // A page before the last whose foot is white: worse than a last one, for text was there to go on on it.
  const early = pages.slice(0, -1).flatMap((page, i) => {
    const own = whites[i]!.foot;
    const share = own / (master.columns * (master.lines - page.mastheadRows));
    return share <= FEW_EMPTY ? [] : [{ page, own, share, most: headedByReport(pages[i + 1]!, master.columns) ? 0 : MOST_EARLY }];
  });
  for (const { page, own, share, most } of early) say(Math.min(most, POINTS.hole * own) + emptyPoints(share), `${ruler.pageOf(page.number)}没有排满，缺 ${own} 行（每行 ${master.characters} 字），下部${master.columns}栏各空 ${own / master.columns} 行，占这一版 ${percent(share)}；可补约 ${hundreds(own * master.characters)} 字的稿件、配图`);
  const holes = white - early.reduce((sum, { own }) => sum + own, 0);
  const inside = between - early.reduce((sum, { own }) => sum + own, 0);
  say(Math.min(30, POINTS.hole * holes), holes > 0 ? `各篇之间缺 ${holes} 行（每行 ${master.characters} 字），占版心 ${percent(holes / cells)}${wide.length === 0 ? '' : `，其中${namesOf(wide.map(({ article }) => article), titleOf)}的标题区多空 ${holes - inside} 行`}` : foot > 0 || early.length > 0 ? '各篇之间没有空行' : '排满，没有空行');
  if (foot > 0) {
    // Nothing of the text is left: what is white is the edition's, not the make-up's; a page that is half white is none for all that.
    const last = pages.at(-1)!;
    const share = foot / (master.columns * (master.lines - last.mastheadRows));
    const spare = left.length > 0 ? null : sparePage(pages, master);
    say(emptyPoints(share), `${spare === null ? `${ruler.pageOf(last.number)}没有排满` : `${ruler.pageOf(last.number)}几乎空着，只排了 ${spare.lines} 行`}，缺 ${foot} 行（每行 ${master.characters} 字），下部${master.columns}栏各空 ${foot / master.columns} 行，占这一版 ${percent(share)}${share <= FEW_EMPTY ? '' : spare === null ? `；可补约 ${hundreds(foot * master.characters)} 字的稿件、配图，或换用较小的版面` : `；${spareWords(spare, titleOf, ruler.pageOf)}，要不就补约 ${hundreds(foot * master.characters)} 字的稿件、配图`}`);
  }
}

/** How level the columns' feet are. */
function feetLosses({ placement, ruler, whites, feetLines, endsLevel }: LayoutFacts, say: Say): void {
  const { pages } = placement;
  const open = pages.filter((_, i) => whites[i]!.worst > 2).map(({ number }) => ruler.pageOf(number)).join('、');
  say(feetLines > 1 ? Math.min(12, POINTS.foot * (feetLines - 1)) : 0, feetLines === 0 ? '各栏栏脚齐平' : feetLines === 1 && endsLevel && whites.every(({ worst }) => worst === 0) ? '各篇栏脚齐平，篇末一栏最多短 1 行' : `${open === '' ? '' : `${open}有空洞，`}栏脚最多差 ${feetLines} 行`);
}

/** The 头条, and what headlines are like. */
function headLosses({ placement, ruler, leads, head, onPages }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  const { pages } = placement;
  const { master } = ruler;
  say(0, leadWords(placement, leads, head, onPages[0]?.every(({ kind }) => kind !== 'lead') === true ? master.columns : null, titleOf, ruler.pageOf));
  const down = pages.flatMap(({ pieces }) => pieces.filter(({ upright }) => upright === true).map(({ article }) => quoted(titleOf(article))));
  if (down.length > 0) say(0, `${down.join('、')}用竖题`);
  const tall = tallHeads(pages, ruler);
  say(POINTS.headline * tall.length, tall.length === 0 ? '各篇标题都不超过两行' : `${tall.map((article) => quoted(titleOf(article))).join('、')}的标题折成三行以上`);
}

/** Jumps, and pieces that are torn. */
function jumpLosses({ placement, ruler, head, edition }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  const { pages } = placement;
  const jumps = pages.flatMap((page) => page.pieces.filter(({ to }) => to !== null).map(({ article, to }) => ({ article, from: page.number, to: to! })));
  say(POINTS.jump * jumps.length, jumps.length === 0 ? '没有转版' : jumpWords(jumps, titleOf, ruler.pageOf));
  const torn = tornLead(pages, head, edition);
  if (torn !== null) say(POINTS.torn, `头条${quoted(titleOf(head))}拆成两版，同版的${namesOf(torn.instead, titleOf)}却整篇排着；宜把${torn.instead.length > 1 ? '这几篇' : '这一篇'}移到${ruler.pageOf(torn.to)}，头条排全`);
  for (const { article, page, times } of oftenTorn(pages, ruler.master)) say(POINTS.torn, `${quoted(titleOf(article))}转了 ${times} 次，转一次就够；宜把${ruler.pageOf(page)}让给它，别的稿件排到后面`);
  for (const page of pages) for (const piece of page.pieces) {
    const apart = piece.from === null ? apartFrom(piece, page.pieces) : null;
    if (apart === null || apart.beside === 0) continue;
    const times = apart.beside / apart.own;
    const who = `${ruler.pageOf(page.number)}${quoted(titleOf(piece.article))}`;
    if (times < 1) say((POINTS.narrow * apart.beside) / (apart.own + apart.beside), `${who}有 ${apart.beside} 行排在标题右边、别的稿件下面`);
    else say(POINTS.narrow * (Math.min(MOST_NARROW, times) - 0.5), `${who}的标题比正文窄${times < MUCH_NARROW ? '' : '得多'}，正文多半排在标题旁边、别的稿件下面`);
  }
  for (const page of pages) for (const piece of page.pieces) if (isStub(piece)) say(POINTS.fault, `${ruler.pageOf(page.number)}${quoted(titleOf(piece.article))}${piece.from === null ? '转版前' : '转来的文字'}不足 5 行`);
}

/** How wide headlines are for what stands under them, and what is 重要 for its length (N-11, N-21, N-37). */
function spanLosses({ placement, candidates, ruler, head }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  const { pages } = placement;
  const { master } = ruler;
  for (const page of pages) for (const piece of page.pieces) {
    const span = spanOf(piece, piece.article === head);
    if (span !== null) say(POINTS.overwide * span.many, `${ruler.pageOf(page.number)}${wideWords(titleOf(piece.article), piece.deck!.columns, span)}`);
  }
  const important = new Set(candidates.filter(({ important: is }) => is === true).map(({ article }) => article));
  for (const page of pages) for (const piece of page.pieces) {
    const { article, deck, box, from, upright } = piece;
    const rows = textRows(piece.body);
    if (important.has(article) && from === null && box === null && upright !== true && deck?.columns === 1 && master.columns > 1 && boundsOf(piece).columns === 1 && rows >= LONG_STRIP) say(POINTS.strip, `${ruler.pageOf(page.number)}重要稿件${quoted(titleOf(article))}只排了 1 栏，高 ${boundsOf(piece).rows} 行，压不住；宜跨 2 栏以上`);
  }
  for (const page of pages) for (const { article, variant, deck, from } of page.pieces) {
    const least = Math.ceil(TITLE_PART * master.columns);
    const isSunk = deck !== null && deck.columns < LEAST_TITLE_PART * master.columns;
    // On several pages there is one that it could head; on one a 讲话 may stand below, the report of the year not.
    const isWorst = isSunk && (pages.length > 1 || candidates.some((one) => one.article === article && one.kind === 'report'));
    if (variant === 'report' && from === null && deck !== null && deck.columns < least) say(POINTS.small * (least - deck.columns) + (isWorst ? POINTS.sunk : 0), `${ruler.pageOf(page.number)}${quoted(titleOf(article))}的标题只跨 ${deck.columns} 栏${isSunk ? '，不到版面的一半' : ''}，报告的标题宜跨 ${least} 栏以上`);
  }
}

/** The measure of an only article, and what copyfitting took. */
function settingLosses({ placement, ruler, edition, gaps, looseness }: LayoutFacts, say: Say): void {
  const { pages } = placement;
  const lone = edition.length === 1 ? measureOf(pages[0]?.pieces[0], ruler) : null;
  if (lone !== null && Math.abs(lone.characters - lone.usual) > 1) say(POINTS.measure * Math.abs(lone.characters - lone.usual), `正文每行 ${lone.characters} 字，常用的是 ${lone.usual} 字`);
  const inside = gaps.reduce((most, { rows }) => (rows <= MOST_GAP ? Math.max(most, rows) : most), 0);
  if (looseness.lines !== 0 || looseness.headRows > 0 || looseness.boxRows > 0 || inside > 0) say(POINTS.loose * (Math.abs(looseness.lines) + looseness.headRows + looseness.boxRows + inside), fitted(looseness, inside));
}

/** A report begins at the page's head, under a title over half of it at least, and is whole there. */
function headedByReport({ pieces, mastheadRows }: PagePlan, columns: number): boolean {
  return pieces.some(({ variant, deck, from, to }) => variant === 'report' && from === null && to === null && deck !== null && deck.row === mastheadRows && deck.columns >= LEAST_TITLE_PART * columns);
}

/** `share`: part of the last page that is white. */
function emptyPoints(share: number): number {
  const empty = Math.max(0, share - FEW_EMPTY);
  return POINTS.empty * Math.min(MUCH_EMPTY, empty) + POINTS.emptier * Math.max(0, empty - MUCH_EMPTY);
}

function named(articles: readonly string[], titleOf: TitleOf): string {
  return articles.length === 0 ? '' : `：${articles.map((article) => quoted(titleOf(article))).join('与')}`;
}

/** What a taboo concerns: the articles, or the one whose text is read as the other's. */
function concerning({ kind, articles }: Taboo, titleOf: TitleOf): string {
  const [own, over] = articles;
  return kind === 'headless' && own !== undefined && over !== undefined ? `：${quoted(titleOf(own))}有文字排在${quoted(titleOf(over))}下面，上边没有自己的标题` : named(articles, titleOf);
}

/** Characters of a line of a text in columns, and what its lines usually have. */
function measureOf(piece: Piece | undefined, ruler: Yardstick): { readonly characters: number; readonly usual: number } | null {
  const run = piece?.body[0];
  return piece === undefined || run === undefined ? null : { characters: brokenMeasure(ruler.master, run.area.columns, run.into).characters, usual: ruler.wanted(piece) };
}

/** A number of characters as an editor orders text: in hundreds. */
function hundreds(characters: number): number {
  return Math.max(100, Math.round(characters / 100) * 100);
}

/** One story's jumps together: 由第1版转第2版、第3版. */
function jumpWords(jumps: readonly { readonly article: string; readonly from: number; readonly to: number }[], titleOf: TitleOf, pageOf: PageOf): string {
  return [...new Set(jumps.map(({ article }) => article))].map((article) => {
    const own = jumps.filter((jump) => jump.article === article);
    return `${quoted(titleOf(article))}由${pageOf(own[0]!.from)}转${own.map(({ to }) => pageOf(to)).join('、')}${own.length > 1 ? `，转了 ${own.length} 次` : ''}`;
  }).join('；');
}

/** How a page that is nearly empty would not be needed: at the most by all that stands on it; most often rows that were given to level the pages before it take a good part. */
export function spareWords({ page, characters, article }: SparePage, titleOf: TitleOf, pageOf: PageOf): string {
  return `见报略至多约 ${characters} 字，就不用排${pageOf(page)}（往往少得多：在排版台选中${article === null ? '一篇按 L，从几篇里' : `${quoted(titleOf(article))}按 L，`}试出够用的几句）`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)}%`;
}

/** `inside`: rows above a heading inside a text, at the most. */
function fitted({ lines, pieces, headRows, boxRows }: Looseness, inside: number): string {
  const text = lines === 0 ? '' : `${pieces} 篇共${lines > 0 ? '放松' : '收紧'} ${Math.abs(lines)} 行`;
  const heads = headRows === 0 ? '' : `标题上下加 ${headRows} 行`;
  const boxes = boxRows === 0 ? '' : `框里行距加大占 ${boxRows} 行`;
  const above = inside === 0 ? '' : `小标题前最多空 ${inside} 行`;
  return `撑版：${[text, heads, boxes, above].filter((part) => part !== '').join('，')}`;
}

/** Where on the page: a break by its line, a gutter by the columns beside it. */
function placeOf({ kind, area }: Taboo): string {
  return kind === 'across' ? `（第 ${area.row + 1} 行处）` : kind === 'gutter' ? `（第 ${area.column + 1}、${area.column + 2} 栏之间）` : '';
}

/** The 头条, or a report, below another headline; another article that only is the first of its page is worth less. */
function leadPoints({ articles: [lead] }: ProposalTaboo, head: string, candidates: readonly Candidate[]): number {
  const kind = candidates.find(({ article }) => article === lead)?.kind;
  return lead === head || kind === 'report' || kind === 'address' ? POINTS.lead : POINTS.first;
}

/** `head`: the edition's first article is its 头条; on an inner page the report heads the page though another one is that. */
function lowWords({ articles: [lead = ''] }: ProposalTaboo, head: string, titleOf: TitleOf): string {
  return lead === head ? `${NAMES.lead}：${quoted(titleOf(lead))}` : `的第一篇${quoted(titleOf(lead))}不在左上`;
}

/** `whole`: columns of a page whose lead is at its head; null where it is not. */
function leadWords({ pages }: Placement, leads: readonly (string | null)[], head: string, whole: number | null, titleOf: TitleOf, pageOf: PageOf): string {
  const [first] = pages;
  const [lead = null] = leads;
  if (first === undefined || lead === null) return '第一个版没有头条';
  const piece = first.pieces.find(({ article }) => article === lead);
  const columns = piece?.deck?.columns ?? piece?.box?.area.columns ?? 0;
  const where = columns === whole ? '在版首，标题通栏' : `${whole === null ? '' : '在左上，'}标题跨 ${columns} 栏`;
  return lead === head ? `头条${quoted(titleOf(lead))}${whole === null ? '，' : ''}${where}` : `${pageOf(first.number)}以${quoted(titleOf(lead))}为首（头条是${quoted(titleOf(head))}），标题${columns === whole ? '通栏' : `跨 ${columns} 栏`}`;
}

/** Articles whose headline has three lines and more of its largest size. */
function tallHeads(pages: readonly PagePlan[], ruler: Yardstick): string[] {
  return pages.flatMap(({ pieces }) => pieces.filter(({ article, variant, deck, upright }) => deck !== null && upright !== true && ruler.deck({ article, variant }, deck.columns).mainLines > 2).map(({ article }) => article));
}
