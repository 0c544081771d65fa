// Personal names in a byline or a caption's credit stay whole: （记者 慕容喆 通讯员 赵岭）, 记者 慕容喆 摄, and the last
// one of a credit stays with its 摄. A caption may end with a name and 摄 alone: 查看排水口。　苏禾　摄.
// A line of nothing but a byline is one too. Only there is a word of two to four Han surely a name; in running text nobody can tell one
// without a list. The roles between the names may part: a line is loosened for a name alone.

import { isByline } from '../model/byline';

/** Cheap signs of a byline: most paragraphs have none of them. */
const SIGNS = ['记者', '通讯员', '摄', '供图'];
const ROLE = '(?:本报)?(?:特约|实习|见习|全媒体|首席)*(?:记者|通讯员|摄影|编辑|作者)';
/** How a text ends that may hold a credit: CREDIT takes V8 long to compile, and a report speaks of journalists too. */
const MAY_CREDIT = /(?:摄影?|图|文)(?:报道)?[）)。]?$/;
/** In brackets, up to 60 characters. */
const BRACKETED = new RegExp(`（[^（）。；]{0,8}?${ROLE}[^（）。；]{1,60}）`, 'gu');
/** What was done, at the end of a credit. */
const DID = '(?:摄影?|供图|文\\/图|图\\/文|图|文)(?:报道)?[）)。]?$';
/** At the end of a caption or a story: who took or wrote it. */
const CREDIT = new RegExp(`${ROLE}[ \\u3000:：]*(?:\\p{Script=Han}{2,4}[ \\u3000、/])*\\p{Script=Han}{2,4}?[ \\u3000]*${DID}`, 'gu');
/** The same without a role, set off from the caption by a blank, a bracket or a full stop: only 摄 and 供图 are surely somebody's then. */
const BARE_CREDIT = /(?<=[ \u3000（(。！？])(?:\p{Script=Han}{2,4}[ \u3000、/])*\p{Script=Han}{2,4}?[ \u3000]*(?:摄影?|供图)[）)。]?$/gu;
/** Behind the last name of a credit: its blank and what was done, without the mark that closes it. */
const DEED_BEHIND = /^[ \u3000]+(?:摄影?|供图)(?=[）)。]?$)/u;
/** A word between blanks, brackets and marks. */
const WORD = /\p{Script=Han}{2,5}(?![\p{Script=Han}])/gu;

const IS_ROLE = new RegExp(`${ROLE}$|员$|报讯$`, 'u');

/** A typed space between two words: in a 电头 it stands for the full-width one that parts its names (TYPESETTING 2.4). */
const TYPED_SPACE = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** Calls `name` with each range of the text, `to` exclusive, that is a name in a byline, and `space` with the place of each typed space between its words where it stands in brackets, or where the byline is all of the text. */
export function namesInBylines(text: string, name: (from: number, to: number) => void, space: (at: number) => void): void {
  if (!SIGNS.some((sign) => text.includes(sign))) return;
  if (isByline(text)) {
    for (const found of text.matchAll(TYPED_SPACE)) space(found.index);
    wordsOf(text, 0, name);
    return;
  }
  for (const { index, 0: byline } of text.matchAll(BRACKETED)) for (const found of byline.matchAll(TYPED_SPACE)) space(index + found.index);
  for (const { index, 0: byline } of text.matchAll(BRACKETED)) wordsOf(byline, index, name);
  if (!MAY_CREDIT.test(text)) return;
  const credit = [...text.matchAll(CREDIT)][0] ?? [...text.matchAll(BARE_CREDIT)][0];
  if (credit === undefined) return;
  const { index, 0: words } = credit;
  wordsOf(words, index, name);
  for (const found of words.matchAll(WORD)) {
    const end = found.index + found[0].length;
    const deed = DEED_BEHIND.exec(words.slice(end));
    if (deed !== null && !IS_ROLE.test(found[0])) name(index + found.index, index + end + deed[0].length);
  }
}

/** Calls `name` with each word of a byline that begins at `at` in its text, but for what its people are. */
function wordsOf(byline: string, at: number, name: (from: number, to: number) => void): void {
  for (const found of byline.matchAll(WORD)) {
    // The end of a longer run of Han is no word of its own.
    const before = byline[found.index - 1];
    if ((before === undefined || !/\p{Script=Han}/u.test(before)) && !IS_ROLE.test(found[0])) name(at + found.index, at + found.index + found[0].length);
  }
}
