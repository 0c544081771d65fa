// The words of a 表题: whether a line, by what it says, is the name of the table that
// stands under it. The recogniser and the setting ask the same question, so that what
// is no heading on the page is none in the outline either. Where the line stands
// (right before a table) is theirs to see.

const MOST_CHARACTERS = 36;
const NAMES_TABLE = /(?:表|情况|统计|一览|汇总|明细|名单|清单|安排|对比|构成|分布|排名)(?:[（(][^（()）]*[）)])?$|^附?表[\s\d一二三四五六七八九十：:]/u;

/** Whether the text may name a table: short, without a final mark, 统计表 or 表1 in it. */
export function namesTable(text: string): boolean {
  return text.length > 0 && text.length <= MOST_CHARACTERS && NAMES_TABLE.test(text.trim());
}
