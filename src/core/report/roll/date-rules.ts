// Days and months that a text names (TYPESETTING 4.4): those of the meeting come from the new record
// (meeting-days.ts), others of last year's are a person's to judge. In: the items of a unit.
// Out: more of them.
import { dateMentions, headMonth, monthMentions } from './dates';
import { isClosing, newDay } from './meeting-days';
import type { UnitItems } from './unit-items';
import type { Unit } from './unit';

/** Days of the meeting move with it; others are asked about. */
export function rollDates(items: UnitItems): void {
  const { meeting: next } = items.context;
  const { unit } = items;
  /** New days by where they stand: the end of a stretch is written after its beginning. */
  const days = new Map<number, string>();
  for (const mention of dateMentions(unit.text)) {
    const { from, to, since } = mention;
    const own = unit.field === 'head.date' || unit.field === 'head.occasion';
    const now = newDay(mention, unit, items.context);
    if (now !== undefined) {
      if (now === null) items.blank('date', from, to, '新会议的日期未定');
      else {
        days.set(from, now);
        const written = mention.write(now, since === null ? undefined : days.get(since));
        if (written !== unit.text.slice(from, to)) items.change('date', from, to, written, '取自会议信息');
      }
      continue;
    }
    // A story's dates are those of last year's days; a report's are its history.
    if (isOfDays(unit) || own) items.blank('date', from, to, '去年会期里的日期');
    else if (mention.year === null || items.isNear(mention.year)) {
      items.take(from, to);
      items.review('year', from, to, '去年的日期，请核对');
    }
  }
  const month = unit.field === 'head.date' || unit.field === 'head.occasion' ? headMonth(unit.text) : null;
  if (month !== null && items.free(month.from, month.to)) {
    const day = isClosing(unit, items.context.last) ? (next.closes ?? next.opens) : next.opens;
    if (day === null) items.blank('date', month.from, month.to, '新会议的日期未定');
    else if (month.write(day) !== unit.text.slice(month.from, month.to)) items.change('date', month.from, month.to, month.write(day), '取自会议信息');
  }
  for (const { from, to, year } of monthMentions(unit.text)) {
    if (!items.free(from, to) || (year !== null && !items.isNear(year))) continue;
    items.take(from, to);
    items.review('year', from, to, '去年的月份，请核对');
  }
  // 上半年 says the same of any year: it is to be seen, and no task.
  for (const match of unit.text.matchAll(/(?<!每)(?:第?[一二三四1-4]季度|前[三3]个?季度|(?<!大)[上下]半年)/g)) {
    if (items.free(match.index, match.index + match[0].length)) items.review('year', match.index, match.index + match[0].length, '去年的时间，请核对', false);
  }
}

/** Stories of the meeting's days, and what is decided and posted there. */
const isOfDays = ({ kind }: Unit): boolean => kind === 'news' || kind === 'editorial' || kind === 'resolution' || kind === 'notice';
