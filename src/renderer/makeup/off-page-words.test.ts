import { expect, it } from 'vitest';
import { layoutFault } from '../../core/model/layout';
import { FIXED } from '../../../test/fixed-page';
import { offPageWords } from './off-page-words';

const BLOCK = { page: 1, article: 'a' };
const STILL = { left: 0, right: 0, top: 0, bottom: 0 };
/** As the model words it, of a page with fewer lines than its blocks have. */
const off = layoutFault(FIXED, 8, 40)!;

it('a block that would leave the page is named, with its side and what to do', () => {
  expect(off).toContain('版心外');
  expect(offPageWords(off, { kind: 'move', ...BLOCK, columns: 1, rows: 0 }, '开幕')).toBe('“开幕”再往右移就出了版心：要靠右先收窄（Shift+←）');
  expect(offPageWords(off, { kind: 'move', ...BLOCK, columns: 0, rows: -1 }, '开幕')).toBe('“开幕”已经在最上边了，再移就出了版心');
  expect(offPageWords(off, { kind: 'pull', ...BLOCK, edges: { ...STILL, bottom: 1 } }, '开幕')).toBe('“开幕”下边已经到了版心边上，不能再加高：先往另一边移，再拉');
  expect(offPageWords(off, { kind: 'pull', ...BLOCK, edges: { ...STILL, left: 1 } }, '开幕')).toContain('左边已经到了版心边上，不能再加宽');
});

it('what others were pushed to, and any other reason, is told as it is', () => {
  expect(offPageWords(off, { kind: 'pull', ...BLOCK, edges: { ...STILL, bottom: 1 }, giveWay: 'shift' }, '开幕')).toBe(off);
  expect(offPageWords('会压住“社论”的标题', { kind: 'move', ...BLOCK, columns: 1, rows: 0 }, '开幕')).toBe('会压住“社论”的标题');
});
