// Times and sizes as people say them.

const two = (value: number): string => String(value).padStart(2, '0');

/** 10:32 */
export function clockTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** 今天 10:32:07, 昨天 18:20:44, 11月25日 09:05, 2025年12月3日 09:05. @param now ms since the epoch, as `at`. */
export function dayAndTime(at: number, now: number = Date.now()): string {
  const [date, today] = [new Date(at), new Date(now)];
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1).getTime();
  if (at >= midnight && at < midnight + 86_400_000) return `今天 ${clockTime(at)}:${two(date.getSeconds())}`;
  if (at >= yesterday && at < midnight) return `昨天 ${clockTime(at)}:${two(date.getSeconds())}`;
  const year = date.getFullYear() === today.getFullYear() ? '' : `${date.getFullYear()}年`;
  return `${year}${date.getMonth() + 1}月${date.getDate()}日 ${clockTime(at)}`;
}

/** When a 稿次 was frozen; of a day alone (last year's text has the day of its meeting) no hour: 2026年1月12日. */
export function frozenAt(date: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (day !== null) return `${day[1]}年${Number(day[2])}月${Number(day[3])}日`;
  const at = Date.parse(date);
  return Number.isNaN(at) ? date : dayAndTime(at);
}

/** 12 KB, 1.4 MB */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
