// What would mend a block whose text does not meet its room, likeliest first: each an
// act by hand to be tried by one key, undone by another. In: 余 or 缺 in lines.
import type { HandAct, RemedyWay } from '../../core/makeup/hand/hand-act';
import type { Omission } from '../../core/makeup/hand/omission';
import type { BlockRoom } from '../../core/makeup/judge/rooms';
import { whiteOf } from '../../core/makeup/rules/page-white';
import type { BlockName, PagePlan, Piece } from '../../core/model/layout';
import { quoted } from '../../core/model/quote';

export type Mend = RemedyWay;

/** What the paper calls a page of a 版次. */
type PageOf = (number: number) => string;

const STILL = { left: 0, right: 0, top: 0, bottom: 0 };

/** Columns of the page at a side of a block. */
interface Sides {
  readonly left: number;
  readonly right: number;
}

const NONE: Sides = { left: 0, right: 0 };

/** `targets`: 版次 of the pages that a jump may go to; `free`: columns that stand empty beside the block. What is jumped comes last: it is no help to the reader. */
export function mendsOf(name: BlockName, piece: Piece, { over, short, columns, lines, more }: BlockRoom, targets: readonly number[], pageOf: PageOf, free: Sides = NONE): readonly Mend[] {
  const pull = (edges: Partial<typeof STILL>): HandAct => ({ kind: 'pull', ...name, edges: { ...STILL, ...edges } });
  if (over > 0) {
    const rows = more ?? Math.ceil(over / Math.max(1, columns));
    return [
      ...(piece.box === null ? [{ title: '撑版：收紧几段', act: { kind: 'fit', ...name } as const }] : []),
      { title: `下边加高 ${rows} 行`, act: pull({ bottom: rows }) },
      { title: `下边加高 ${rows} 行，下面的让位`, act: { kind: 'pull', ...name, edges: { ...STILL, bottom: rows }, giveWay: 'shift' } },
      { title: `上边加高 ${rows} 行`, act: pull({ top: rows }) },
      ...widened(free).map(({ left, right }): Mend => ({ title: [...(left === 0 ? [] : [`左边加宽 ${left} 栏`]), ...(right === 0 ? [] : [`右边加宽 ${right} 栏`])].join('，'), act: pull({ left, right }) })),
      { title: `下边加高 ${rows} 行，其余让位`, act: { kind: 'pull', ...name, edges: { ...STILL, bottom: rows }, giveWay: 'level' } },
      ...jumpsOf(name, piece, targets, pageOf),
    ];
  }
  if (short === 0) return [];
  // Nothing is left to go on: all of it has room in the first block.
  if (piece.from !== null && short === lines) return [{ title: '并回一版', act: { kind: 'join', ...name } }];
  const rows = Math.floor(short / Math.max(1, columns));
  return [
    ...(piece.box === null ? [{ title: '撑版：放松几段', act: { kind: 'fit', ...name } as const }] : []),
    ...(rows > 0 ? [{ title: `下边收回 ${rows} 行`, act: pull({ bottom: -rows }) }] : []),
    ...(piece.deck !== null && piece.upright !== true ? [{ title: '标题区加高 1 行', act: { kind: 'head', ...name, rows: 1 } as const }] : []),
  ];
}

/** One column more at each side, text giving way there; and as many as stand empty, at one side or at both. */
function widened(free: Sides): Sides[] {
  const upTo = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1);
  return [
    ...upTo(Math.max(1, free.right)).map((right) => ({ left: 0, right })), ...upTo(Math.max(1, free.left)).map((left) => ({ left, right: 0 })),
    ...upTo(free.left).flatMap((left) => upTo(free.right).map((right) => ({ left, right }))),
  ];
}

/** Points by which a page must be worth more for text to be left out than for a block to be another: what was written goes last. */
const FOR_TEXT = 3;
/** Points that a way counts less which breaks a rule of the page that was kept: as the page worker ranks them (remedies.ts). */
const ADDED = 20;

/** Points that a page must be worth after the best way, for it to be taken before sentences are left out that leave the page so many. */
export function leastBeside(score: number): number {
  return score - FOR_TEXT;
}

/** Where 见报略 stands among the ways that mend a block, the best first, as T takes them; `score`: what the page is worth after it. */
export function cutAmong(ways: readonly { readonly score: number; readonly added: string }[], score: number): number {
  const at = ways.findIndex((way) => way.score - (way.added === '' ? 0 : ADDED) < leastBeside(score));
  return at < 0 ? ways.length : at;
}

/** 转版, to each page that it may go to. */
export function jumpsOf(name: BlockName, { box, from, to }: Piece, targets: readonly number[], pageOf: PageOf): readonly Mend[] {
  return box !== null || from !== null || to !== null ? [] : targets.map((page): Mend => ({ title: `转到${pageOf(page)}`, act: { kind: 'jump', ...name, to: page } }));
}

/** Lines of one base column that no block covers: between the blocks, and below all of them where that is more than a headline's air; as the findings count them. */
export function whiteLines(pages: readonly PagePlan[], columns: number, lines: number): number {
  return pages.reduce((sum, page) => {
    const { holes, foot, end } = whiteOf(page, columns, lines);
    return sum + holes + (lines - end > 2 ? foot : 0);
  }, 0);
}

/** 余 or 缺 of all blocks in one measure: the blocks' own where they have one, else the page's, into which each is turned. `white`: lines of the page that are no block's. */
export function totalWords(rooms: readonly BlockRoom[], what: 'over' | 'short', characters: number, white = 0): string {
  const own = rooms.filter((room) => room[what] > 0);
  const [first] = own;
  if (white > 0) {
    const lines = Math.ceil(own.reduce((sum, room) => sum + room[what] * room.measure, 0) / characters);
    return `缺${own.every(({ measure }) => measure === characters) ? '' : '约'} ${lines + white} 行（每行 ${characters} 字${lines > 0 ? `，其中块外空 ${white} 行` : ''}）`;
  }
  if (first === undefined) return '';
  const isOne = own.every(({ measure }) => measure === first.measure);
  const lines = isOne ? own.reduce((sum, room) => sum + room[what], 0) : Math.ceil(own.reduce((sum, room) => sum + room[what] * room.measure, 0) / characters);
  return `${what === 'over' ? '余' : '缺'}${isOne ? '' : '约'} ${lines} 行（每行 ${isOne ? first.measure : characters} 字）`;
}

/** What 见报略 did: of whom how much, and what the page is then. */
export function omittedWords({ why, page, parts, characters }: Omission, nameOf: (article: string) => string, pageOf: PageOf): string {
  const places = parts.reduce((sum, { cut }) => sum + cut.sentences.length, 0);
  const of = parts.length < 2 ? '' : `（${parts.map(({ article, cut }) => `${quoted(nameOf(article))}${cut.characters} 字`).join('，')}）`;
  const then = why === 'page' ? `不排${pageOf(page)}，重新拼过，` : why === 'jump' ? `全文并回${pageOf(page)}，` : '';
  return `见报略了 ${characters} 字，${places} 处${of}，${then}略去的列在右边；Ctrl+Z 撤销。`;
}

/** 余 N 行, 缺 N 行, 正好; of one that goes on elsewhere, also what its jump leaves empty. */
export function roomWords({ over, short, beforeJump = 0 }: Pick<BlockRoom, 'over' | 'short' | 'beforeJump'>): string {
  return over > 0 ? `余 ${over} 行` : short > 0 ? `缺 ${short} 行` : beforeJump > 0 ? `正好（转版前末栏空 ${beforeJump} 行）` : '正好';
}
