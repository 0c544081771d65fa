// What a paper calls its pages: 第三版, A3版, 第A03版, 三版. In: the paper's own wording
// (报纸信息 → 版次写作) and a 版次. Out: the words that its 报眉, its jump lines, 排版台, a
// make-up's reasons and its findings all say, so that no page has two names. A paper that
// says nothing of it is worded as ever: 第三版 in print, 第3版 where the program speaks.
import { toHan } from './numerals';
import type { PaperProfile } from './package';

/** A jump's wording where no paper says its own (N-20 (1)): the usual one. */
export const USUAL_JUMP: PaperProfile['jump'] = { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' };

/** Where the number stands in a wording: `{n}`, or `{n:1}` and `{n:2}`, digits of one place or two at the least. */
export const NUMBER_PLACE = /\{n(?::([12]))?\}/u;

/** A jump's or header's wording with its page number filled in: `下转第{n}版` → 下转第二版; `{n:1}` are digits in any case, `{n:2}` two of them at the least (A03). */
export function pageName(wording: string, number: number, numerals: 'han' | 'digits'): string {
  return wording.replace(NUMBER_PLACE, (_all, digits: string | undefined) => (digits === undefined ? (numerals === 'han' ? toHan(number) : String(number)) : String(number).padStart(Number(digits), '0')));
}

/** What is wrong with a wording that is to name a page (转版, 接排, 版次), in Chinese; null: its number stands in it once, and nothing else in braces. */
export function wordingFault(wording: string): string | null {
  const others = wording.replace(NUMBER_PLACE, '');
  if (others === wording || NUMBER_PLACE.test(others)) return '要有一处 {n}，印出时换成版次';
  const odd = /\{[^}]*\}?|\}/u.exec(others);
  return odd === null ? null : `“${odd[0]}”不代表什么，会照样印出来：数写作 {n}`;
}

type Worded = Pick<PaperProfile, 'pageWording'> | null;

/** What the 报眉 calls a page. */
export function printedPageName(paper: Worded, number: number): string {
  return pageName(paper?.pageWording ?? '第{n}版', number, 'han');
}

/** What the program calls a page where it speaks of it: as the 报眉 has it where the paper says how, else 第3版. */
export function pageNamer(paper: Worded): (number: number) => string {
  return (number) => (paper?.pageWording === undefined ? `第${number}版` : printedPageName(paper, number));
}

/** Letters and figures that are a page's number: A3 of A3版, A03 of 第A03版; null where its name has no letters. */
export function pageCode(paper: Worded, number: number): string | null {
  return /^第?([A-Za-z]{1,2}\d{1,3})版?$/u.exec(printedPageName(paper, number))?.[1] ?? null;
}

/** What a jump's wording calls the other page, where it does not word it in its own way. */
const PLAIN_PAGE = /第\{n(?::[12])?\}版|(?<![A-Za-z\d])\{n(?::[12])?\}版/u;

/**
 * A jump line (N-20), brackets included: `forward` 下转 the page of that number, `back` 上接 it. Where the paper calls its pages
 * otherwise than 第N版 (A3版, 三版), 第N版 in the jump's wording is what it calls them; a wording of its own (下转A{n:1}版) stays.
 */
export function jumpText(paper: Pick<PaperProfile, 'pageWording' | 'jump'> | null, way: 'forward' | 'back', number: number): string {
  const { numerals, [way]: wording } = paper?.jump ?? USUAL_JUMP;
  const own = paper?.pageWording;
  const isPlain = own === undefined || own.replace(NUMBER_PLACE, '{n}') === '第{n}版';
  return pageName(isPlain ? wording : wording.replace(PLAIN_PAGE, () => printedPageName(paper, number)), number, numerals);
}
