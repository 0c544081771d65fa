// The places where one writes, for the tests of input methods: a small report with a
// block of each kind, the caret at any offset of what a block shows, and a window
// whose autosave comes every other second.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { article, doc, field, h, lead, marked, note, p, packageOf, par, placeholder, table } from '../build';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { openFile, type Running } from './launch';

/** Blocks by name. Each has words enough to stand in the middle of. */
const BLOCKS = {
  plain: p('会议听取了大家的意见。'),
  heading: h(1, '总体情况'),
  runIn: par({ head: { level: 2 } }, lead('固本强基。'), '深入学习领会。'),
  chip: p('办结', placeholder('figure'), '件提案。'),
  atoms: p('在', field('place'), '召开会议', note('常委会', '常务委员会'), '之后。'),
  strong: p('前文', marked('strong', null, '重点'), '后文。'),
  comment: p('这里有', marked('comment', { id: 'c1' }, '批注的话'), '在。'),
  table: table(['甲', '乙'], ['丙', '丁']),
  empty: p(),
  doubt: p('有', marked('doubt', null, '存疑的数字'), '一处。'),
  last: p('下一年还要走下去。'),
} as const;
export type BlockName = keyof typeof BLOCKS;
export const NAMES = Object.keys(BLOCKS) as BlockName[];

/** Every place, by block and offset in what it shows. */
export const PLACES: readonly (readonly [where: string, name: BlockName, offset: number])[] = [
  ['start of a paragraph', 'plain', 0],
  ['middle of a paragraph', 'plain', 5],
  ['end of a paragraph', 'plain', 11],
  ['a heading, behind its number', 'heading', 0],
  ['a heading’s end', 'heading', 4],
  ['a run-in heading’s start', 'runIn', 0],
  ['inside a run-in heading', 'runIn', 2],
  ['where a run-in heading ends', 'runIn', 5],
  ['before a 待填', 'chip', 2],
  ['behind a 待填', 'chip', 10],
  ['before a value of the meeting record', 'atoms', 1],
  ['behind one', 'atoms', 4],
  ['before a 名词解释', 'atoms', 8],
  ['behind one', 'atoms', 9],
  ['before bold words', 'strong', 2],
  ['inside bold words', 'strong', 3],
  ['behind bold words', 'strong', 4],
  ['before words with a 批注', 'comment', 3],
  ['inside words with a 批注', 'comment', 5],
  ['behind them', 'comment', 7],
  ['a table’s first cell', 'table', 1],
  ['its last cell', 'table', 4],
  ['an empty paragraph', 'empty', 0],
  ['inside words that a finding underlines', 'doubt', 3],
  ['the last paragraph’s end', 'last', 9],
];

/** Autosave's clock in these tests: the window's own, set forward, ms. */
export const AUTOSAVE_MS = 1500;

/** Opens the report from a file of its own, in a window whose autosave comes every AUTOSAVE_MS. Answers the file. */
export async function openPlaces(run: Running): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-places-')), '会议.banxin');
  const pkg = packageOf([article('a', 'report', doc(...Object.values(BLOCKS)), { 'deck.main': '工作报告' })], [], { place: '云岭市' });
  const thread = { id: 'c1', article: 'a', entries: [{ by: '张', at: '2026-01-01T00:00:00.000Z', text: '再核' }], done: false, quote: '批注的话' };
  writeFileSync(file, writePackage({ ...pkg, comments: [thread] }, null));
  await run.page.addInitScript((ms) => {
    const every = window.setInterval.bind(window) as (handler: TimerHandler, timeout?: number, ...rest: unknown[]) => number;
    Object.assign(window, { setInterval: (handler: TimerHandler, timeout?: number, ...rest: unknown[]) => every(handler, timeout === 30_000 ? ms : timeout, ...rest) });
  }, AUTOSAVE_MS);
  await run.page.reload();
  await run.page.waitForSelector('.card');
  await openFile(run, file);
  return file;
}

/** What the article's text in a saved file holds. */
export function textOnDisk(file: string): string {
  return readPackage(new Uint8Array(readFileSync(file))).pkg.articles[0]?.doc.textContent ?? '';
}

/** The blocks' shown texts. */
export function textsOf({ page }: Running): Promise<readonly string[]> {
  return page.locator('.text > *').allTextContents();
}

/** Caret at an offset of a block's shown text; atoms count as what they show. */
export async function caretIn({ page }: Running, name: BlockName, offset: number): Promise<void> {
  await page.evaluate(([index, to]) => {
    const block = document.querySelectorAll('.text > *')[index] as Element;
    block.scrollIntoView({ block: 'center' });
    block.closest<HTMLElement>('.text')?.focus();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let left = to;
    let node = walker.nextNode();
    for (; node !== null && left > (node.textContent?.length ?? 0); node = walker.nextNode()) left -= node.textContent?.length ?? 0;
    const atom = node?.parentElement?.closest('[contenteditable="false"], .chip, .field, .note') ?? null;
    const range = document.createRange();
    if (node === null) range.selectNodeContents(block.querySelector('td p') ?? block);
    else if (atom !== null) range.setStartAfter(atom);
    else range.setStart(node, left);
    range.collapse(node !== null);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, [NAMES.indexOf(name), offset] as const);
  await page.waitForTimeout(60);
}

/** The shown text of the caret's block up to the caret, atoms as what they show; `?` where there is no caret in a block. */
export function textBeforeCaret({ page }: Running): Promise<string> {
  return page.evaluate(() => {
    const selection = getSelection();
    const block = [...document.querySelectorAll('.text > *')].find((each) => each.contains(selection?.focusNode ?? null));
    if (block === undefined || selection?.isCollapsed !== true || selection.focusNode === null) return '?';
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(selection.focusNode, selection.focusOffset);
    return range.toString();
  });
}
