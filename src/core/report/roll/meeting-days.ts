// Which day of the new meeting a day of last year's text becomes, by what the text is for: what opens a
// meeting bears its first day, what closes it or is passed by it its last. In: a date and its text. Out: an
// ISO day of the new record. Nothing is inferred: a day that the record lacks is null, for a placeholder.
import type { Body } from './body';
import { dateMentions, isAfter, isDay, type DateMention } from './dates';
import { sessionMentions } from './sessions';
import type { Unit } from './unit';
import { fieldText } from '../../model/field-text';
import type { Meeting, Package } from '../../model/package';

interface Meetings {
  readonly last: Package;
  readonly meeting: Meeting;
  readonly body: Body;
  readonly level: string | null;
}

/** The day that `mention` becomes; null: not known, undefined: it is none of the meeting's. */
export function newDay(mention: DateMention, unit: Unit, { last, meeting: next, body, level }: Meetings): string | null | undefined {
  const { opens, closes } = last.meeting;
  const { text, kind, field } = unit;
  const isOpening = isDay(mention, opens);
  const isLast = isDay(mention, closes);
  const day = isOpening ? next.opens : isLast ? next.closes : undefined;
  const own = field === 'head.date' || field === 'head.occasion';
  if (own && mention.since === null) {
    // Passed by the standing committee, before the opening or at one of the plenary sittings, on a day that no record has.
    if (OF_OTHERS.test(text)) return day ?? null;
    if (isClosing(unit, last)) return isOpening && !isLast && closes !== null ? next.opens : next.closes;
    if (day === undefined && (opens === null || field === 'head.date' || kind === 'resolution')) return isAfter(mention, opens) ? next.closes : next.opens;
  }
  // （2025年1月6日至10日） of a timetable ends with the meeting.
  if (own && mention.since !== null && day === undefined) return next.closes;
  if (day !== undefined || own) return day;
  const behind = text.slice(mention.to, mention.to + 24);
  // The end of a stretch that begins with the opening, and the day on which it closes, where the record has none.
  if (closes === null && mention.since !== null && dateMentions(text).some((one) => one.from === mention.since && isDay(one, opens))) return next.closes;
  if (kind !== 'report' && (opens === null || (closes === null && isAfter(mention, opens))) && /^(?:[上下]午)?(?:隆重|胜利|圆满)?闭幕/.test(behind)) return next.closes;
  if (opens !== null || kind === 'report') return undefined;
  if (/^(?:[上下]午)?(?:隆重|胜利)?开幕/.test(behind)) return next.opens;
  // 于1月8日至11日在松岭召开: said of the meeting itself.
  const rest = REST.exec(behind)?.[0].length ?? 0;
  const isEnd = mention.since !== null || /(?:日|）)(?:至|到|—+|－|-|～)$/.test(text.slice(0, mention.from));
  const isHeld = (rest > 0 || isEnd) && /^[^，。；]{0,16}(?:召开|举行)/.test(behind.slice(rest)) && sessionMentions(text.slice(0, mention.from), body, level).some(({ owner }) => owner === 'own');
  if (isHeld) return isEnd ? next.closes : next.opens;
  // 于1月8日召开; of a story also 1月8日上午，…隆重开幕.
  const isOn = /会议[^，。；]{0,4}(?:定|拟|将)?于$/.test(text.slice(0, mention.from)) && /^(?:[上下]午)?(?:在[^，。；]{0,12})?(?:隆重)?(?:召开|举行|开幕)/.test(behind);
  const told = kind === 'news' ? /^[上下]午，?[^。]{0,60}?(开幕|闭幕)(?=[。，]|$)/.exec(text.slice(mention.to)) : null;
  if (!isOn && told === null) return undefined;
  const isOwn = sessionMentions(text, body, level).some(({ owner }) => owner === 'own');
  return isOwn ? (told?.[1] === '闭幕' ? next.closes : next.opens) : undefined;
}

const OF_OTHERS = /(?:常务委员会|常委会|主席会议|主任会议|预备会议|主席团)[^，。]{0,12}(?:通过|批准)|会议第[一二三四五]次全体会议(?:通过|批准)|(?:常务委员会第?|常委会第?|次常委会(?:会议)?|主席会议|主任会议)[^，。]{0,10}上/;
/** The second half of a stretch of days. */
const REST = /^(?:至|到|—+|－|-|～)(?:\d{1,2}月)?\d{1,2}日/;

/** What is passed at a meeting, and a speech that closes it, bear its last day. */
export function isClosing({ article, text }: Unit, last: Package): boolean {
  const fields = last.articles.find(({ id }) => id === article)?.fields;
  return /(?:通过|批准)[）)]?$/.test(text) || [fields?.['deck.main'], fields?.['head.occasion']].some((field) => /闭幕|(?:决议|公报)$/.test(fieldText(field, last.meeting)));
}
