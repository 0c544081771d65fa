// In what a make-up is another one than those beside it, in words: who looks at two with the
// same score wants to know which article stands where, and how wide. In: layouts in their order.
// Out: a sentence each, naming places as an editor does (左上 6 栏, 第2版右下 3 栏).
import { areasOf, type Area, type Layout, type Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { quoted } from '../../model/quote';
import { brokenMeasure } from '../../page/paper-grid';
import { boundsOf } from '../measure/hand-shape';
import { sameSpot } from '../draft/page-moves';
import type { Yardstick } from '../measure/yardstick';

/** Articles that are named; more would not be read. */
const MOST_NAMED = 3;

interface Begun {
  readonly page: number;
  readonly top: number;
  readonly piece: Piece;
}

/** A sentence for each layout; none where there is no other. `edition`: its articles in order. */
export function differenceWords(layouts: readonly Layout[], edition: readonly string[], { master, pageOf }: Pick<Yardstick, 'master' | 'pageOf'>, titleOf: (article: string) => string): readonly (string | null)[] {
  const all = layouts.map(begunOf);
  return all.map((own, i) => {
    // The first beside the second, each other one beside the first.
    const other = i === 0 ? 1 : 0;
    const beside = all[other];
    if (beside === undefined) return null;
    const many = layouts[i]!.pages.length > 1 || layouts[other]!.pages.length > 1;
    const placeWords = (one: Begun): string => placeOf(one, master, many ? pageOf : null);
    // A title downwards is seen before all else.
    const isUpright = (article: string): boolean => own.get(article)?.piece.upright === true;
    const [lone] = edition;
    if (edition.length === 1 && lone !== undefined && isSame(own.get(lone), beside.get(lone))) return measureWords(own.get(lone), beside.get(lone), master, `（与${i === 0 ? '方案二' : '方案一'}不同）`);
    const moved = edition.filter((article) => !isSame(own.get(article), beside.get(article))).toSorted((a, b) => Number(isUpright(b)) - Number(isUpright(a)));
    // Two that have one name here are told apart as well as one that has it in both.
    const begun = moved.slice(0, MOST_NAMED).map((article) => own.get(article));
    const isTwice = (one: Begun): boolean => begun.filter((other) => other !== undefined && placeWords(other) === placeWords(one)).length > 1;
    const named = moved.slice(0, MOST_NAMED).map((article) => {
      const [here, there] = [own.get(article), beside.get(article)];
      if (here === undefined) return `${quoted(titleOf(article))}没有排下`;
      const words = placeWords(here);
      const isBoth = there !== undefined && placeWords(there) === words;
      return `${words}${isBoth ? exactly(spotOf(here.piece), spotOf(there.piece)) : isTwice(here) ? `，从第 ${spotOf(here.piece).row + 1} 行起，` : ''}是${quoted(titleOf(article))}`;
    });
    return named.length === 0 ? null : `${named.join('；')}${moved.length > named.length ? `；另有 ${moved.length - named.length} 篇` : ''}（与${i === 0 ? '方案二' : '方案一'}不同）`;
  });
}

/** An edition's only article in the same place: what tells is how wide its lines are. */
function measureWords(own: Begun | undefined, beside: Begun | undefined, master: PaperMaster, than: string): string | null {
  const [here, there] = [own, beside].map((one) => one?.piece.box ?? one?.piece.body[0]);
  if (here === undefined || there === undefined || (here.into === there.into && here.area.columns === there.area.columns)) return null;
  const { into, area } = here;
  return own?.piece.box === null ? `正文分 ${into} 栏，每行 ${brokenMeasure(master, area.columns, into).characters} 字${than}` : `框内正文分 ${into} 栏${than}`;
}

/** Where each article begins. */
function begunOf({ pages }: Layout): ReadonlyMap<string, Begun> {
  const out = new Map<string, Begun>();
  for (const { number, mastheadRows, pieces } of pages) for (const piece of pieces) if (!out.has(piece.article)) out.set(piece.article, { page: number, top: mastheadRows, piece });
  return out;
}

function isSame(a: Begun | undefined, b: Begun | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.page === b.page && sameSpot(a.piece, b.piece);
}

function spotOf(piece: Piece): Area {
  if (piece.upright === true) return boundsOf(piece);
  return piece.deck ?? areasOf(piece)[0] ?? { column: 0, columns: 0, row: 0, rows: 0 };
}

/** What tells two apart whose places have the same name. */
function exactly({ row, column }: Area, other: Area): string {
  return row === other.row ? `，从第 ${column + 1} 栏起，` : `，从第 ${row + 1} 行起，`;
}

/** 左上 3 栏: where a piece begins, and over how many base columns; with `pageOf`, on which page. */
function placeOf({ page, top, piece }: Begun, { columns, lines }: PaperMaster, pageOf: ((number: number) => string) | null): string {
  const { column, columns: wide, row } = spotOf(piece);
  const middle = (column + wide / 2) / columns;
  const down = (row - top) / (lines - top);
  const across = wide === columns ? '' : middle < 0.4 ? '左' : middle > 0.6 ? '右' : '中';
  const height = down < 0.02 ? (across === '' ? '版首' : '上') : down < 0.34 ? '上' : down < 0.6 ? '中' : '下';
  const place = across === '' ? (height === '版首' ? height : `${height}部`) : across === '中' ? `中间偏${height}` : `${across}${height === '中' ? '侧中部' : height}`;
  return `${pageOf?.(page) ?? ''}${place.replace('中间偏中', '正中')}${wide === columns ? '通栏' : ` ${wide} 栏`}${piece.box === null ? '' : '（加框）'}${piece.upright === true ? '（竖题）' : ''}`;
}
