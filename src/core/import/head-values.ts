// What `outline` reports of a head, read from the fields as they are printed:
// title without spacing and site prefix, 在…上, ISO date, the name alone. One
// reading for recognised articles and for packages.
import { findDate } from './date';
import { occasionOf } from './occasion';
import { isKnownName, speakerLine, speakerName } from './speaker';

/** The printed text of each field; null: the article has none. Lines of a field apart by `\n`. */
export interface PrintedHead {
  readonly main: string | null;
  readonly occasion: string | null;
  readonly date: string | null;
  readonly speaker: string | null;
  readonly salutation: string | null;
}

export interface HeadValues {
  readonly title: string | null;
  readonly occasion: string | null;
  /** ISO; null without a year. */
  readonly date: string | null;
  readonly dateText: string | null;
  readonly speaker: string | null;
  readonly salutation: string | null;
}

/** What a news agency, a site or a paper sets before a title. */
export const WIRE_PREFIX = /^(?:[（(【\[](?:(?:两会)?受权发布|两会|现场实录|全文|权威发布|图文|文字实录|[\u4e00-\u9fff]{0,6}(?:专题|聚焦|专栏|特别报道|特刊))[）)】\]]|(?:(?:两会)?受权发布|全文|权威发布|两会|最新|标题|社论|本报社论|快评|时评|评论员文章|本报评论员)[丨｜|：:])/;

/** The values of a head. What it does not hold is null, never guessed. */
export function headValues(head: PrintedHead): HeadValues {
  const bare = (text: string): string => text.replace(/\s/g, '');
  const occasionText = head.occasion === null ? null : bare(head.occasion);
  const date = findDate(bare(head.date ?? '')) ?? (occasionText === null ? null : findDate(occasionText));
  return {
    title: head.main === null ? null : bare(head.main).replace(WIRE_PREFIX, ''),
    occasion: occasionText === null ? null : occasionOf(occasionText),
    date: date?.iso ?? null,
    dateText: date?.text ?? null,
    speaker: head.speaker === null ? speakerIn(occasionText ?? '') ?? speakerBeside(bare(head.date ?? ''), date?.text) : speakerName(head.speaker),
    salutation: head.salutation === null ? null : bare(head.salutation).replace(/[：:！!]$/, ''),
  };
}

/** （2026年1月13日在…会议上 市长 顾南乔）: the name that stands behind the meeting in the occasion's own brackets. */
function speakerIn(occasion: string): string | null {
  const tail = /^[（(].*会议上[，、]?([\u3400-\u9fff\u{20000}-\u{323af}·]{2,24})[）)]$/u.exec(occasion)?.[1];
  return tail !== undefined && (speakerLine(tail) === 'office-and-name' || isKnownName(tail)) ? speakerName(tail) : null;
}

/** （何田　2025年1月7日）: the name beside the day in its brackets. */
function speakerBeside(field: string, date: string | undefined): string | null {
  const name = date === undefined ? '' : field.replace(date, '').replace(/[（()），、]/g, '');
  return isKnownName(name) ? name : null;
}
