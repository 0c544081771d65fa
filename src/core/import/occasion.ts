// The occasion line (题注, W-02): ——在政协…会议上, with the date inside, before
// or after, in brackets, over one or two lines. `isOccasion` says what a line
// of a head is; `occasionOf` gives what `outline` reports: 在…上, no dash, no
// brackets, no date, no speaker, also where the date stands in its middle.
import { findDate } from './date';

/** How much of an occasion a line without spaces is. `first`/`last`: of a line broken in two. */
export type OccasionPart = 'whole' | 'first' | 'last' | null;

const DASHES = /^(?:—+|--+|[－─―–]+)/;
const MEETING_END = /(?:会议|大会|全会|会|论坛|仪式|活动)上(?:的)?(?:报告|讲话|致辞|发言|主持词|总结)?/;
const WHOLE = new RegExp(`在.{2,}${MEETING_END.source}(?:[（(].*[）)])?[）)]?$`);
const LAST = new RegExp(`^.{1,24}${MEETING_END.source}(?:[（(].*[）)])?[）)]?$`);

/** A session in brackets, its day before it perhaps. */
const NAMED_ALONE = /^[（(](?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)?[\u3400-\u9fff]{4,40}(?:第[一二三四五六七八九十]{1,3}|届[一二三四五六七八九十]{1,3})次(?:全体)?会议[）)]$/;

/** Is the text, that of several lines perhaps, one whole occasion? */
export function isWholeOccasion(text: string): boolean {
  return occasionPart(text) === 'whole';
}

/** What part of an occasion the line is; `text` without spaces, at most a line of a head long. */
export function occasionPart(text: string): OccasionPart {
  // Every occasion names a meeting; a look for the word spares the patterns.
  if (text.length > 70 || text.length < 4 || !/[会坛式动]/.test(text) || /[。；]/.test(text)) return null;
  const bare = text.replace(DASHES, '').replace(/^[（(]/, '');
  const marked = bare.length !== text.length;
  const date = findDate(bare);
  const head = date === null || date.from > 0 ? bare : bare.slice(date.to);
  // 在…上 without dash or bracket: only where 在 or the date opens the line.
  if ((marked || head.startsWith('在')) && bare.includes('上') && WHOLE.test(bare)) return 'whole';
  // （2026年1月6日政协…会议上）: in brackets, the date before the meeting, no 在.
  if (/^[（(]/.test(text) && date?.from === 0 && /会议上[）)]$/.test(head) && !head.includes('，')) return 'whole';
  // （政协…第四次会议）, （2026年1月6日政协…第四次会议）: in brackets neither 在 nor 上.
  if (NAMED_ALONE.test(text)) return 'whole';
  if (marked && head.startsWith('在') && !/[，！？]/.test(head)) return /会议[）)]?$/.test(head) ? 'whole' : 'first';
  if (!marked && !bare.includes('在') && bare.includes('上') && LAST.test(bare)) return 'last';
  return null;
}

/** `在…上` of an occasion's text, or null where it holds none. Spaces may stand in the text. */
export function occasionOf(text: string): string | null {
  let bare = text.replace(/\s/g, '').replace(DASHES, '');
  const date = findDate(bare);
  if (date !== null) bare = bare.slice(0, date.from) + bare.slice(date.to);
  bare = bare.replace(/[（(][，、]?[）)]/g, '');
  const from = bare.indexOf('在');
  if (from < 0) return /^[（(]?([^（）()]{4,}会议上?)[）)]?$/.exec(bare)?.[1] ?? null;
  const to = bare.lastIndexOf('上');
  if (to > from) return bare.slice(from, to + 1);
  return bare.slice(from).replace(/[）)]+$/, '');
}
