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

/** 12 KB, 1.4 MB */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
