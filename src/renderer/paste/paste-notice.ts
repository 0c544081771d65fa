// What is said after a paste: only where something was changed or left behind.
import type { Pasted } from './pasted-para';
import type { PasteReport } from './pasted-blocks';

/** Head of the message: an older one of its kind is taken away for the new. */
export const PASTE_NOTICE = '粘贴：';

/** null: everything arrived as it was. */
export function pasteNotice({ headings, numbers, joins, doubtful, tables }: PasteReport, { pictures, comments, deletions }: Pasted, tooLarge: boolean): string | null {
  const did = [
    headings > 0 && `认出 ${headings} 处标题`,
    numbers > 0 && `${numbers} 个编号改为自动编号（随位置重排）`,
    joins > 0 && `连起 ${joins} 处句中换行`,
    tables > 0 && `${tables} 张表格`,
  ].filter((part) => part !== false);
  const left = [
    doubtful > 0 && `另有 ${doubtful} 处换行拿不准，没有连`,
    pictures > 0 && `${pictures} 张图片没有带入`,
    comments > 0 && `${comments} 条批注没有带入`,
    deletions > 0 && `${deletions} 处修订中删去的文字没有带入`,
    tooLarge && '内容太大，只取了文字',
  ].filter((part) => part !== false);
  if (did.length + left.length === 0) return null;
  return `${PASTE_NOTICE}${[...did, ...left].join('，')}。不要这些改动可撤销后按 Ctrl+Shift+V 粘贴为纯文本。`;
}
