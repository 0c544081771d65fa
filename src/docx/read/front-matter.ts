// Paragraphs of a Word file that are furniture, not text of an article: a cover page
// that says the title once more, the red head of a 公文 (its name, its number,
// 签发人) and its 版记, a table of contents. The edition makes its own; all are named in the import report, word for
// word. Where it is not sure, the text stays text.
import { MADE_STYLES } from '../own-names';
import type { DocxParagraph } from './paragraph';

/** A cover has no more lines than this, and none longer. */
const COVER_LINES = 15;
const LONGEST_COVER_LINE = 48;

/** …… 12, or a tab and a number. */
const CONTENTS_LINE = /^.{2,60}?(?:\t+|[.．·…⋯]{2,}|\s{2,})\s*[（(]?\d{1,3}[)）]?$/;

const bare = (text: string): string => text.replace(/[\s——（）()]/g, '');

/** What each furniture paragraph is, by index. */
export function furnitureOf(paragraphs: readonly DocxParagraph[]): Map<number, string> {
  const found = new Map<number, string>();
  // A file of ours names it.
  paragraphs.forEach(({ style }, i) => style.name === MADE_STYLES.stage.name && found.set(i, '稿次'));
  for (const i of coverParagraphs(paragraphs)) found.set(i, '封面');
  const red = redHead(paragraphs);
  for (const i of red) if (!found.has(i)) found.set(i, '公文版头');
  if (red.length > 0) for (const i of imprint(paragraphs)) found.set(i, '公文版记');
  for (const i of contentsLines(paragraphs)) if (!found.has(i)) found.set(i, '目录');
  return found;
}

/** A table of contents without its field: lines in the styles of one, or 目录 and lines that end in page numbers behind it. */
function contentsLines(paragraphs: readonly DocxParagraph[]): number[] {
  const styled = paragraphs.flatMap(({ style, text }, i) => (/^(?:toc(?: heading|\s*\d)|目录\s*\d)$/i.test(style.name) && text.trim() !== '' ? [i] : []));
  const filled = paragraphs.map(({ text }, i) => ({ text: text.trim(), i })).filter(({ text }) => text !== '');
  const at = filled.findIndex(({ text }) => bare(text) === '目录');
  if (at < 0) return styled;
  let end = at + 1;
  while (end < filled.length && CONTENTS_LINE.test(filled[end]!.text)) end += 1;
  const heading = paragraphs[filled[at]!.i]!;
  // Alone it is a title of nothing: its entries were a field, and are left out already.
  return end - at > 2 || heading.look.align === 'center' ? [...new Set([...styled, ...filled.slice(at, end).map(({ i }) => i)])] : styled;
}

/** Short lines on a page of their own before the text, whose words come again at the head of the next page. */
function coverParagraphs(paragraphs: readonly DocxParagraph[]): number[] {
  const end = paragraphs.findIndex(({ breakBefore }, i) => i > 0 && breakBefore);
  if (end < 1) return [];
  const cover = paragraphs.slice(0, end).map((paragraph, i) => ({ paragraph, i })).filter(({ paragraph }) => paragraph.text.trim() !== '');
  if (cover.length === 0 || cover.length > COVER_LINES || cover.some(({ paragraph }) => paragraph.text.trim().length > LONGEST_COVER_LINE || /[。；！？]$/.test(paragraph.text.trim()) || paragraph.table !== null)) return [];
  const covered = bare(cover.map(({ paragraph }) => paragraph.text).join(''));
  const next = paragraphs.slice(end).filter(({ text }) => text.trim() !== '').slice(0, 8).map(({ text }) => bare(text));
  // The title may be broken into other lines there: its longest line must be found on the cover, whole.
  const repeated = next.filter((text) => text.length >= 4 && covered.includes(text));
  const title = next.slice(0, 3).join('');
  return repeated.length > 0 && (title.includes(repeated[0]!) || covered.length < 400) ? cover.map(({ i }) => i) : [];
}

const DOCUMENT_NUMBER = /^[\u4e00-\u9fff]{2,12}[〔\[［(（]\d{4}[〕\]］)）]\s*第?\d{1,4}\s*号(?:\s*签发人[：:].{2,12})?$/;
const HEAD_MARK = /^(?:\d{6}|(?:绝密|机密|秘密)(?:★.{0,6})?|特急|加急|平急|特提|签发人[：:].{2,12})$/;
const RED_NAME = /(?:文件|公报|通报|纪要|通知单|简报)$/;
/** Lines looked at from the file's beginning. */
const HEAD_LINES = 8;

/** The red head of a 公文: a line in red, large, and the marks and number around it. */
function redHead(paragraphs: readonly DocxParagraph[]): number[] {
  const head = paragraphs.map((paragraph, i) => ({ paragraph, i })).filter(({ paragraph }) => paragraph.text.trim() !== '').slice(0, HEAD_LINES);
  const name = head.find(({ paragraph }) => isRed(paragraph) && (RED_NAME.test(bare(paragraph.text)) || Math.max(...paragraph.stretches.map(({ look }) => look.size ?? 0)) >= 26));
  if (name === undefined) return [];
  return head.filter(({ paragraph, i }) => {
    if (/^(?:title|标题)/i.test(paragraph.style.name)) return false;
    const text = paragraph.text.replace(/\s/g, '');
    return i === name.i || isRed(paragraph) || DOCUMENT_NUMBER.test(text) || HEAD_MARK.test(text);
  }).map(({ i }) => i);
}

/** 版记 at the end of a 公文: who else receives it, who printed it and when. */
function imprint(paragraphs: readonly DocxParagraph[]): number[] {
  return paragraphs.map(({ text }, i) => ({ text: text.replace(/\s/g, ''), i })).filter(({ text }) => text !== '').slice(-4)
    .filter(({ text }) => /^(?:抄送|抄报|主送)[：:]/.test(text) || /\d{4}年\d{1,2}月\d{1,2}日印发$/.test(text) || /^[（(]?共印\d+份[）)]?$/.test(text)).map(({ i }) => i);
}

function isRed({ stretches }: DocxParagraph): boolean {
  return stretches.length > 0 && stretches.every(({ look }) => {
    const colour = /^([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/.exec(look.colour ?? '');
    return colour !== null && Number.parseInt(colour[1]!, 16) >= 0xc0 && Number.parseInt(colour[2]!, 16) < 0x60 && Number.parseInt(colour[3]!, 16) < 0x60;
  });
}
