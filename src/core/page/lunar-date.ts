// The lunar date of a day (农历), as a paper's masthead says it. The calendar of the platform (Intl, ICU) is a day
// behind where a new moon falls just before midnight in Beijing: by it the new year of 2027, 6 February, begins on
// the 7th. So the days are those of a table of the almanac, solarlunar's.
import solarlunar from 'solarlunar';

const MONTHS = ['正月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '腊月'];

/** 　农历十一月廿五 of an ISO date, as it stands behind its weekday; '' outside of the table's years, 1900 to 2100. */
export function lunarDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  const lunar = solarlunar.solar2lunar(year, month, day);
  if (typeof lunar === 'number') return '';
  return `　农历${lunar.isLeap ? '闰' : ''}${MONTHS[lunar.lMonth - 1]!}${lunar.dayCn}`;
}
