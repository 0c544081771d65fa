// Lines of a 名单 in a newspaper's columns: nothing but names, parted by blanks (TYPESETTING 4.1b).
// In: a line's text; out: whether it is one, and its style: flush with the column's left edge, not
// justified, on stops that share out the paper's own measure, so that names of two, three and four
// characters stand under each other, and the one that has no room any more stands under the first.
import { isByline } from '../model/byline';
import { hasSurname } from '../model/surnames';
import type { ParagraphStyle } from './flow';
import type { StyleSheet } from './style-sheet';

/** Three characters, and the least blank between two names, em. */
const [THREE, BLANK] = [3, 1];
/** Stops are whole parts of an em, so that names add up to the measure to the bit. */
const FINE = 64;

const NAME = '[\\p{Script=Han}]{1,4}(?:·[\\p{Script=Han}]{1,8})*(?:（[^（）]{1,10}）)?';
/** Three words at the least: two with a blank between are a headline or a slogan. */
const NAMES = new RegExp(`^${NAME}(?:\\u3000{1,2}${NAME}){2,}$`, 'u');

/** The same with spaces of any width, four names at the least: a slogan has them too, so most must begin as names do. */
const TYPED = new RegExp(`^${NAME}(?:[ \\u3000]{1,4}${NAME}){3,}$`, 'u');

/** Whether a line holds names alone; `ofList`: it stands in a 公告, where the last line may have two. A byline is none: it is text, indented as such. */
export function isNamesLine(text: string, ofList: boolean): boolean {
  if (isByline(text)) return false;
  return NAMES.test(text) || (TYPED.test(text) && areNames(text)) || (ofList && new RegExp(`^${NAME}\\u3000{1,2}${NAME}$`, 'u').test(text));
}

function areNames(text: string): boolean {
  const words = text.split(/[ \u3000]+/u).filter(([, second]) => second !== undefined);
  return words.filter(hasSurname).length * 3 >= words.length * 2 && words.length > 0;
}

/** The style of such a line on a paper whose lines have so many characters: as many names of three a row as they hold, at 13 three of 5 ems; shared. */
export function namesStyle(body: ParagraphStyle, characters: number, sheet: StyleSheet): ParagraphStyle {
  const names = Math.floor((characters + BLANK) / (THREE + BLANK));
  return sheet.listed(body, names < 2 ? THREE + BLANK : Math.floor(((characters - THREE) / (names - 1)) * FINE) / FINE);
}
