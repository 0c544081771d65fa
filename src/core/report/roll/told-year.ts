// Which year a place of the text speaks of that has none of its own: whether a year named in its sentence
// is the sentence's, or is told on the way; and whether what stands without one looks back. In: a text and
// offsets. Out: yes or no. What the two years of the report are is report-years.ts' to say.
import type { Unit } from './unit';

/** Whether the year at `from` is that of its sentence: one of the report's (`isNear`), or it opens a clause. What began in a year (推动2021年启动的工程, 2017年以来) is told on the way. */
export function isSpokenOf(text: string, from: number, to: number, isNear: boolean): boolean {
  const opensClause = from === 0 || /[。！？；，：、\n]/.test(text.charAt(from - 1));
  const rest = text.slice(to, to + 24);
  if (/^年[^，。；]{0,6}以来/.test(rest)) return false;
  if (!opensClause && /^年(?:\d{1,2}月)?[^，。；、]{1,12}的/.test(rest) && !/^年(?:度)?(?:工作|的)/.test(rest)) return false;
  return isNear || (opensClause && /^年(?:，|正?是|恰逢|适逢|正值|迎来)/.test(rest));
}

/** Whether offset `at` of a sentence that begins at `from` speaks of the year that is past: in the part that looks back, and where a speech says 一年来. `isLate`: the meeting fell into the year that it looks back on. */
export function looksBack({ text, part, kind }: Unit, from: number, at: number, isLate: boolean): boolean {
  const before = text.slice(from, at);
  if (/今年/.test(before)) return isLate;
  if (part === 'review') return true;
  if (kind === 'report' && part !== 'opening') return /去年|过去(?:的)?一年/.test(before);
  return /一年来|去年|过去(?:的)?一年|[四三二一]次(?:全体)?会议以来/.test(text.slice(0, at)) && !/新的一年|今后|未来一年|要[\u4e00-\u9fff]/.test(before);
}
