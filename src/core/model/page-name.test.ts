import { describe, expect, it } from 'vitest';
import { jumpText, pageCode, pageNamer, printedPageName, USUAL_JUMP } from './page-name';

const worded = (pageWording: string) => ({ pageWording, jump: USUAL_JUMP });

describe('版次: one name of a page everywhere', () => {
  it.each([
    // wording, printed, spoken of, 下转
    ['A{n:1}版', 'A3版', '（下转A3版）'],
    ['第A{n:2}版', '第A03版', '（下转第A03版）'],
    ['{n}版', '三版', '（下转三版）'],
    ['B{n:1}', 'B3', '（下转B3）'],
    ['第{n}版', '第三版', '（下转第三版）'],
    // Figures in the 报眉 leave the jump lines their own numerals.
    ['第{n:1}版', '第3版', '（下转第三版）'],
  ])('%s: the 报眉 and the desk say %s, a jump %s', (wording, name, jump) => {
    const paper = worded(wording);
    expect([printedPageName(paper, 3), pageNamer(paper)(3), jumpText(paper, 'forward', 3)]).toEqual([name, name, jump]);
  });

  it('a paper that says nothing: 第三版 in print, 第3版 where the program speaks', () => {
    expect([printedPageName(null, 3), pageNamer(null)(3), jumpText(null, 'back', 1)]).toEqual(['第三版', '第3版', '（上接第一版）']);
  });

  it('a jump worded in its own way stays, A once alone', () => {
    const own = { pageWording: 'A{n:1}版', jump: { forward: '▶下转A{n}版', back: '◀上接A{n}版', numerals: 'digits' } } as const;
    expect([jumpText(own, 'forward', 12), jumpText(own, 'back', 1)]).toEqual(['▶下转A12版', '◀上接A1版']);
    expect(jumpText({ pageWording: 'A{n:1}版', jump: { forward: '（下转{n}版）', back: '（上接{n}版）', numerals: 'digits' } }, 'forward', 2)).toBe('（下转A2版）');
  });

  it('letters and figures are the number in the header', () => {
    expect([pageCode(worded('A{n:1}版'), 3), pageCode(worded('第A{n:2}版'), 3), pageCode(worded('第{n}版'), 3), pageCode(worded('{n:1}版'), 3), pageCode(null, 3)]).toEqual(['A3', 'A03', null, null, null]);
  });
});
