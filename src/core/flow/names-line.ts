// Lines of a 名单 in a newspaper's columns: nothing but names, parted by blanks (TYPESETTING 4.1b).
// In: a line's text; out: whether it is one, and its style: flush with the column's left edge, not
// justified, so that names of three characters and spread ones of two stand under each other, and
// the one that has no room any more stands under the first. The blanks are the text's own.
import type { ParagraphStyle } from './flow';
import type { StyleSheet } from './style-sheet';

const NAME = '[\\p{Script=Han}]{1,4}(?:·[\\p{Script=Han}]{1,8})*(?:（[^（）]{1,10}）)?';
/** Three words at the least: two with a blank between are a headline or a slogan. */
const NAMES = new RegExp(`^${NAME}(?:\\u3000{1,2}${NAME}){2,}$`, 'u');

/** Whether a line holds names alone; `ofList`: it stands in a 公告, where the last line may have two. */
export function isNamesLine(text: string, ofList: boolean): boolean {
  return NAMES.test(text) || (ofList && new RegExp(`^${NAME}\\u3000{1,2}${NAME}$`, 'u').test(text));
}

/** The style of such a line; shared. */
export function namesStyle(body: ParagraphStyle, sheet: StyleSheet): ParagraphStyle {
  return sheet.variant(body, 'left', 0);
}
