// The keys of 排版台. Undo, proposals, 重新排版 and the letters of a block work everywhere in
// it but where text is written or a list is chosen from; arrows on the page and in the list
// of articles; Tab, Enter and the space bar on the page alone, so that buttons keep theirs.
// None of those in its list is without an act or an answer.
import type { KeyboardEvent } from 'react';
import type { Workspace } from '../session/workspace';
import { commandOf } from '../shell/commands';
import { deskCommand } from './desk-commands';
import { holdPicture, movePicture } from './desk-picture';
import type { MakeupDesk } from './makeup-desk';
import { toFirstNumber } from './number-field';
import { proposalName } from './proposal-name';

export interface KeyTarget {
  readonly workspace: Workspace;
  readonly desk: MakeupDesk;
  /** Index of the page shown. */
  readonly page: number;
  readonly turn: (page: number) => void;
  readonly zoom: (by: number) => void;
  /** Shows the page in one of the usual sizes. */
  readonly fit: (zoom: 'page' | 'width' | 'true') => void;
  /** Opens an article's editor on the page. */
  readonly edit: (article: string) => void;
  readonly send: () => void;
  /** Shows the list of keys, the page where it is. */
  readonly help: () => void;
  /** Shows the proposals large, side by side; the page again where they are. */
  readonly compare: () => void;
  /** 配图 of the block that is selected. */
  readonly picture: () => void;
  /** The block that is selected as a PDF. */
  readonly save: () => void;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** Proposals that there usually are. */
const USUAL = 3;
/** Ctrl and plus show the page so many times as large. */
export const ZOOM_STEP = 1.25;
/** 标题: as the program finds best, one line, two. */
const NEXT_LINES = [1, 2, null] as const;

/** Does what a key asks; false where it asks nothing of the desk. */
export function deskKey(event: KeyboardEvent, target: KeyTarget): boolean {
  const { workspace, desk } = target;
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.target instanceof HTMLInputElement && event.target.type === 'text') return false;
  if (isCommand && !event.altKey && (event.code === 'KeyZ' || event.code === 'KeyY')) {
    desk.step(event.code === 'KeyY' || event.shiftKey ? 'redo' : 'undo');
    return true;
  }
  if (event.key === 'F1' && !isCommand && !event.altKey && !event.shiftKey) {
    target.help();
    return true;
  }
  if (isCommand && event.key === 'Enter') {
    if (event.shiftKey) target.send();
    else void desk.proposals.propose(true);
    return true;
  }
  if (isCommand && !event.altKey && ['=', '+', '-'].includes(event.key)) {
    target.zoom(event.key === '-' ? 1 / ZOOM_STEP : ZOOM_STEP);
    return true;
  }
  const fit = isCommand && !event.altKey ? fitOf(event) : null;
  if (fit !== null) {
    target.fit(fit);
    return true;
  }
  if (isCommand && !event.altKey && event.code === 'KeyS') {
    void workspace.files.save(false);
    return true;
  }
  if (isCommand && event.altKey && event.shiftKey && event.code === 'KeyI') {
    target.picture();
    return true;
  }
  if (event.altKey && !isCommand && !event.shiftKey && event.code === 'Digit0') {
    target.compare();
    return true;
  }
  const digit = /^Digit([1-9])$/.exec(event.code);
  if (event.altKey && !isCommand && digit !== null) {
    const at = Number(digit[1]) - 1;
    const proposal = desk.proposals.list.get()[at];
    if (proposal !== undefined) desk.take(proposal, proposalName(at));
    else if (at < USUAL) desk.said.set(desk.proposals.isOn.get() ? '方案还在拼，拼好再换。' : `没有${proposalName(at)}：Ctrl+回车重新排版。`);
    // Those that there usually are; what other numbers mean in the window they mean here.
    if (proposal !== undefined || at < USUAL) return true;
  }
  const place = placeOf(event.target as HTMLElement);
  if (place !== null && boardKey(event, target, isCommand, place)) return true;
  const command = commandOf(event.nativeEvent);
  if (command === null) return false;
  deskCommand(command, workspace, desk);
  return true;
}

/** Ctrl+0 整版, Ctrl+1 实际大小, as layout programs have them; the window's own with Shift: 1 width, 2 page, 3 true size. */
function fitOf({ code, shiftKey }: KeyboardEvent): 'page' | 'width' | 'true' | null {
  if (code === 'Digit0' || code === 'Numpad0') return shiftKey ? null : 'page';
  if (code === 'Digit1') return shiftKey ? 'width' : 'true';
  return shiftKey && code === 'Digit2' ? 'page' : shiftKey && code === 'Digit3' ? 'true' : null;
}

/** Keys of the selected block; Ctrl+Alt with some. */
const BLOCK_KEYS = /^Key[BEGHJLNPRTVX]$/;

/** Where a key is pressed: on the page, at an article in the list beside it, at something else that has no use for letters. */
type KeyPlace = 'page' | 'article' | 'button';

function placeOf(target: HTMLElement): KeyPlace | null {
  if (target.getAttribute('role') === 'listbox') return 'page';
  if (target.closest('.makeup-articles') !== null) return 'article';
  return target.closest('select, input, textarea, [contenteditable="true"]') === null || (target instanceof HTMLInputElement && target.type === 'checkbox') ? 'button' : null;
}

function boardKey(event: KeyboardEvent, { workspace, desk, page, turn, edit, save }: KeyTarget, isCommand: boolean, place: KeyPlace): boolean {
  const block = desk.selected.get();
  const isLetter = BLOCK_KEYS.test(event.code) && (isCommand ? event.altKey && ['KeyL', 'KeyX'].includes(event.code) : !event.altKey);
  const isArrow = ARROWS[event.key] !== undefined && !isCommand && !event.altKey;
  // A button has its own Enter, its page its own scrolling.
  if (place !== 'page' && !isLetter && !(place === 'article' && isArrow && block !== null)) return false;
  if (event.key === 'PageUp' || event.key === 'PageDown') {
    turn(page + (event.key === 'PageUp' ? -1 : 1));
    return true;
  }
  if (event.key === 'Tab') {
    const blocks = desk.blocks();
    const at = blocks.findIndex(({ page: on, article }) => on === block?.page && article === block.article);
    // Past the last block, or before the first, the focus goes on, unless the other block of a swap is looked for.
    if (desk.swapping.get() === null && (event.shiftKey ? at <= 0 : at === blocks.length - 1)) return false;
    desk.walk(event.shiftKey ? -1 : 1, page);
    return true;
  }
  if (block === null) {
    const isBlockKey = isLetter || (!isCommand && !event.altKey && (event.key === 'Enter' || event.key === 'Home'));
    if (isBlockKey) desk.said.set('先选一块：单击它，或按 Tab。');
    return isBlockKey;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    if (desk.swapping.get() !== null) desk.select(block);
    else if (event.key === 'Enter') edit(block.article);
    else return false;
    return true;
  }
  if (isCommand && event.altKey && event.code === 'KeyX') {
    if (desk.blocks().length < 2) desk.said.set('版上只有这一块，没有可以对调的。');
    else if (desk.swapping.get() === null) desk.swapping.set(block);
    else desk.swapNoMore();
    return true;
  }
  const piece = desk.pieceOf(block);
  if (piece === null && (isLetter || isArrow)) {
    desk.said.set('这一块已经不在版上。');
    return true;
  }
  if (isCommand && event.altKey && event.code === 'KeyL') {
    void desk.act({ kind: 'pin', ...block, pinned: piece?.pinned !== true }, piece?.pinned === true ? '解锁' : '锁定');
    return true;
  }
  const arrow = ARROWS[event.key];
  if (arrow !== undefined && !isCommand && !event.altKey) {
    const [columns, rows] = arrow;
    if (desk.picture.get()) void movePicture(workspace, desk, block, columns, rows);
    else if (event.shiftKey) void desk.act({ kind: 'pull', ...block, edges: { left: 0, top: 0, right: columns, bottom: rows } }, '改版块大小');
    else void desk.act({ kind: 'move', ...block, columns, rows }, '移动版块');
    return true;
  }
  if (event.code === 'KeyT' && !isCommand && !event.altKey) {
    void desk.mends.mend(block);
    return true;
  }
  if (event.code === 'KeyP' && !isCommand && !event.altKey) {
    holdPicture(workspace, desk, block);
    return true;
  }
  if (event.code === 'KeyN' && !isCommand && !event.altKey) return toFirstNumber();
  if (event.code === 'KeyG' && !isCommand && !event.altKey) {
    void desk.giveWay();
    return true;
  }
  if (event.key === 'Home' && !isCommand && !event.altKey) {
    void desk.act({ kind: 'lead', ...block }, '提到版首');
    return true;
  }
  if (event.code === 'KeyJ' && !isCommand && !event.altKey) {
    void desk.mends.jump(block);
    return true;
  }
  if (event.code === 'KeyL' && !isCommand && !event.altKey) {
    void desk.cuts.omit(block);
    return true;
  }
  if (event.code === 'KeyH' && !isCommand && !event.altKey && piece !== null) {
    void desk.turnLines(block, NEXT_LINES.slice(piece.headline ?? 0));
    return true;
  }
  if (event.code === 'KeyV' && !isCommand && !event.altKey && piece !== null) {
    void desk.act({ kind: 'turn', ...block, upright: piece.upright !== true }, piece.upright === true ? '改横题' : '改竖题');
    return true;
  }
  if (event.code === 'KeyB' && !isCommand && !event.altKey && piece !== null) {
    void desk.act({ kind: 'box', ...block, boxed: piece.box === null }, piece.box === null ? '加框' : '去框');
    return true;
  }
  if (event.code === 'KeyE' && !isCommand && !event.altKey) {
    save();
    return true;
  }
  if (event.code === 'KeyR' && !isCommand && !event.altKey) {
    desk.turnRed(block.article);
    return true;
  }
  return false;
}
