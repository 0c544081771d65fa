// Acts by hand on one block's form, where it stands: its box, its title upwards or downwards and
// in how many lines, the rows of its title block, 破栏 and 撑版. In: a layout, the block and
// the act. Out: the layout after it, or why it cannot be, in Chinese.
import type { Area, Broken, HeadlineLines, Layout, Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { brokenMeasure } from '../../page/paper-grid';
import { breakAlike } from '../measure/break-columns';
import type { HandActOf, HandOutcome, HandTools } from './hand-act';
import { checked, put, refuse, withPieces } from './hand-put';
import { boxedIn, boxIn, isWhole, settleIn, turned, unfitted } from './hand-room';
import { boundsOf, underDeck } from '../measure/hand-shape';
import { besideFixed, collide } from './shift-others';

/** Characters of a line, or those of the page's own column, that 破栏 leaves at the least. */
const LEAST_MEASURE = 13;

/** 加框、去框, over the same room. */
export function boxByHand(layout: Layout, piece: Piece, act: HandActOf<'box'>, tools: HandTools): HandOutcome {
  const { ruler } = tools;
  const name = quoted(tools.titleOf(piece.article));
  if (piece.from !== null || piece.to !== null) return refuse(`${name}转了版，不能加框：先按 J 并回一版`);
  const bounds = boundsOf(piece);
  if (act.boxed && !isWhole(piece)) return squared(layout, piece, boxIn({ ...unfitted(piece), variant: 'box' }, bounds, ruler), act.page, '加框', tools);
  const bare: Piece = { ...unfitted(piece), variant: act.boxed ? 'box' : tools.isReport(piece.article) ? 'report' : 'news' };
  const next = act.boxed ? boxIn(bare, bounds, ruler) : settleIn(bare, bounds, ruler);
  return next === null ? refuse(`${name}在这里排不下`) : put(layout, act.page, [[piece, next]], tools);
}

/** 竖题, or 横题 again. */
export function turnByHand(layout: Layout, piece: Piece, act: HandActOf<'turn'>, tools: HandTools): HandOutcome {
  const { ruler } = tools;
  const name = quoted(tools.titleOf(piece.article));
  if (piece.box !== null) return boxedTurn(layout, piece, piece.box, act, tools);
  if (piece.deck === null) return refuse(`${name}在这里没有单独的标题区，排不成竖题`);
  const bounds = boundsOf(piece);
  const next = act.upright ? turned(piece, bounds, ruler) : settleIn(piece, bounds, ruler);
  if (!isWhole(piece)) return squared(layout, piece, next, act.page, act.upright ? '改竖题' : '改横题', tools);
  return next === null ? refuse(act.upright ? `${name}在这里排不下竖题：要两栏以上宽，高要放得下标题` : `${name}在这里排不下横题`) : put(layout, act.page, [[piece, next]], tools);
}

/** 竖题 in a box, and back: the box stays where it is; what then has no room is told. */
function boxedTurn(layout: Layout, piece: Piece, { area, into }: Broken, { page, upright }: HandActOf<'turn'>, tools: HandTools): HandOutcome {
  const { ruler, titleOf } = tools;
  const { upright: _upright, ...flat } = piece;
  const { headline: _headline, ...free } = flat;
  if (ruler.box(flat, area.columns, into).mainLines === 0) return refuse(`${quoted(titleOf(piece.article))}没有标题`);
  const next = boxedIn(upright ? { ...free, upright: true } : flat, area, ruler);
  const boxed = next?.box ?? null;
  if (next === null || boxed === null) return refuse(`${quoted(titleOf(piece.article))}的框里排不下竖题：框要再宽一栏，或标题改短，不比正文高`);
  const outcome = put(layout, page, [[piece, next]], tools);
  const lacks = ruler.box(next, area.columns, boxed.into).rows - area.rows;
  return outcome.ok && lacks > 0 ? { ...outcome, note: `标题改了方向，框里少 ${lacks} 行的地方，按 T 试排` } : outcome;
}

/** 破栏 of its widest areas, the others to the same measure. */
export function breakByHand(layout: Layout, piece: Piece, act: HandActOf<'break'>, tools: HandTools): HandOutcome {
  const { ruler } = tools;
  const name = quoted(tools.titleOf(piece.article));
  const widest = Math.max(...piece.body.map(({ area }) => area.columns), piece.box?.area.columns ?? 0);
  const change = (one: Broken): Broken => ({ ...one, into: one.area.columns === widest ? act.into : breakAlike(ruler.master, one.area.columns, { columns: widest, into: act.into }) });
  const least = Math.min(LEAST_MEASURE, ruler.master.characters);
  if (act.into < 1 || brokenMeasure(ruler.master, widest, act.into).characters < least) return refuse(`${name}再分栏，一行就不够 ${least} 字了`);
  return put(layout, act.page, [[piece, { ...unfitted(piece), body: piece.body.map(change), box: piece.box === null ? null : change(piece.box) }]], tools);
}

/** Rows more, or less, for its title block. */
export function headRowsByHand(layout: Layout, piece: Piece, act: HandActOf<'head'>, tools: HandTools): HandOutcome {
  const { ruler } = tools;
  const name = quoted(tools.titleOf(piece.article));
  if (piece.deck === null) return refuse(`${name}在这里没有单独的标题区`);
  if (piece.upright === true) return refuse(`${name}是竖题，标题与正文一样高：要改就改整块的高`);
  const least = ruler.deck(piece, piece.deck.columns).rows;
  const deck: Area = { ...piece.deck, rows: piece.deck.rows + act.rows };
  if (deck.rows < least) return refuse(`${name}的标题至少要 ${least} 行高`);
  return put(layout, act.page, [[piece, { ...unfitted(piece), deck, body: underDeck(piece.body, piece.deck, deck) }]], tools);
}

/** 标题一行、两行, or as the program finds best. */
export function headlineByHand(layout: Layout, piece: Piece, act: HandActOf<'headline'>, tools: HandTools): HandOutcome {
  const { ruler } = tools;
  const name = quoted(tools.titleOf(piece.article));
  if (piece.box !== null) return boxedHeadline(layout, piece, piece.box, act, tools);
  if (piece.deck === null) return refuse(`${name}在这里没有单独的标题区`);
  if (piece.upright === true) return refuse(`${name}是竖题：先改回横题`);
  const { headline: _headline, ...rest } = unfitted(piece);
  const next: Piece = act.lines === null ? rest : { ...rest, headline: act.lines };
  const size = ruler.deck(next, piece.deck.columns);
  if (act.lines !== null && size.mainLines !== act.lines) return refuse(`${name}的标题在 ${piece.deck.columns} 栏里${linesFault(act.lines)}`);
  const deck: Area = { ...piece.deck, rows: size.rows };
  const body = underDeck(piece.body, piece.deck, deck);
  if (body.some(({ area }) => area.rows < 1)) return refuse(`${name}太矮，放不下这样的标题`);
  return put(layout, act.page, [[piece, { ...next, deck, body }]], tools);
}

/** Why a headline has not so many lines. */
function linesFault(lines: HeadlineLines): string {
  return lines === 1 ? '排不成一行：加宽，或把标题改短' : '太短，排不成两行';
}

/** 标题一行、两行 in a box: the box stays as high as it is; what then has no room, or too much, is told. */
function boxedHeadline(layout: Layout, piece: Piece, { area, into }: Broken, { page, lines }: HandActOf<'headline'>, tools: HandTools): HandOutcome {
  const { ruler, titleOf } = tools;
  const { headline: _headline, ...rest } = piece;
  const next: Piece = lines === null ? rest : { ...rest, headline: lines };
  const [before, size] = [ruler.box(piece, area.columns, into), ruler.box(next, area.columns, into)];
  if (piece.upright === true) return refuse(`${quoted(titleOf(piece.article))}是竖题：先改回横题`);
  if (size.mainLines === 0) return refuse(`${quoted(titleOf(piece.article))}没有标题`);
  if (lines !== null && size.mainLines !== lines) return refuse(`${quoted(titleOf(piece.article))}的标题在 ${area.columns} 栏的框里${linesFault(lines)}`);
  const outcome = put(layout, page, [[piece, next]], tools);
  const [lacks, lacked] = [size.rows - area.rows, before.rows - area.rows];
  return outcome.ok && lacks > 0 && lacks > lacked ? { ...outcome, note: `标题高了，框里少 ${lacks} 行的地方，按 T 试排` } : outcome;
}

/** 撑版. */
export function fitByHand(layout: Layout, piece: Piece, act: HandActOf<'fit'>, tools: HandTools): HandOutcome {
  const { ruler } = tools;
  const name = quoted(tools.titleOf(piece.article));
  if (piece.box !== null || piece.from !== null || piece.to !== null) return refuse(`${name}加了框或转了版，不能撑版`);
  const stretched = ruler.measure.stretch(ruler.measure.body(piece.article, piece.variant), piece.body);
  if (stretched === null || stretched.lines === 0) return refuse(`${name}放松、收紧都到不了栏脚：超出了撑版的限度`);
  return put(layout, act.page, [[piece, { ...piece, fitted: stretched.lines }]], tools);
}

/** A block that was no rectangle made one (拉齐), the others shifting for it; else what stands in its way, and how to go on. */
function squared(layout: Layout, piece: Piece, next: Piece | null, page: number, what: string, { ruler, titleOf }: HandTools): HandOutcome {
  const name = quoted(titleOf(piece.article));
  const { columns, rows } = boundsOf(piece);
  const plan = layout.pages.find(({ number }) => number === page);
  if (next === null || plan === undefined) return refuse(`${name}占的不是一个长方块，拉齐成 ${columns} 栏 ${rows} 行也${what}不了：先用 Shift+方向键改它的大小`);
  const pieces = besideFixed(plan, [next], ruler.master);
  const made = pieces === null ? null : checked(withPieces(layout, page, () => pieces), ruler);
  if (made?.ok === true) return { ...made, note: `${name}拉齐成 ${columns} 栏 ${rows} 行，${what}了，别的稿件让了位` };
  const inWay = plan.pieces.filter((one) => one !== piece && collide(one, next)).map(({ article }) => quoted(titleOf(article)));
  return refuse(`${name}占的不是一个长方块，要拉齐成 ${columns} 栏 ${rows} 行才能${what}${inWay.length === 0 ? '' : `，那里有${inWay.join('、')}：先移开（Ctrl+Alt+PageDown 移到下一版），或按 Shift+← 把${name}收窄`}`);
}
