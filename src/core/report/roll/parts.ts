// Which part of a report each block stands in: what looks back (W-06…W-11), what looks
// forward (W-12…W-14), the reflections between them, the close (W-15). Told by the words
// of the level-1 headings, or where a report has none by its transitions (W-10, W-13).
import type { Node } from 'prosemirror-model';
import { headOf } from '../../model/numbering';
import type { ArticleKind } from '../../model/package';

/** `head`: the deck and head fields; `opening`: before the first part; `other`: of articles that are no report. */
export type Part = 'head' | 'opening' | 'review' | 'reflection' | 'plan' | 'close' | 'other';

const PLAN = /安排|打算|任务|计划|展望|思路|建议|要点|部署|下一步|今后|未来|谋划|规划|新的一年|来年|重点工作(?!回顾|情况)|目标/;
const REVIEW = /总结|回顾|主要工作|工作情况|过去|回望|成效|做法|基本情况|以来|成绩|履职情况|完成情况|执行情况|一年来|五年来/;
const REFLECTION = /体会|经验|启示|认识|不足|问题/;

/** What a level-1 heading says; null: nothing. */
export function partOfHeading(words: string): Part | null {
  // 2024年国民经济和社会发展计划执行情况 is what was done.
  const [review, plan] = [REVIEW.test(words), PLAN.test(words.replace(/(?:计划|预算|规划)(?=[^，。和与及]{0,4}执行情况)/g, ''))];
  if (review && !plan) return 'review';
  if (plan && !review) return 'plan';
  if (REFLECTION.test(words)) return 'reflection';
  // 过去五年工作回顾和今后工作建议: one heading for both looks back first.
  return review ? 'review' : null;
}

/** The part of each top-level block. */
export function partsOfReport(kind: ArticleKind, doc: Node): readonly Part[] {
  const parts: Part[] = [];
  if (kind !== 'report') {
    doc.forEach(() => parts.push('other'));
    return parts;
  }
  let part: Part = 'opening';
  let looksBack = '';
  doc.forEach((block) => {
    const head = headOf(block);
    const words = head === null ? '' : block.textContent.slice(0, 40);
    if (head !== null && head.level <= 1 && block.type.name === 'heading') part = (part !== 'opening' && (THIS_YEAR.test(words) || isYearBehind(words, looksBack)) ? 'plan' : partOfHeading(words)) ?? (part === 'opening' ? 'review' : part);
    // 总要求 opens the plan of a report whose parts have no headings.
    else if (part !== 'plan' && /^(?:\d{4}|二[〇○零][〇○零一二三四五六七八九]{2})年[^。]{0,30}(?:总体?要求|工作思路|总体思路)是/.test(block.textContent.slice(0, 60))) part = 'plan';
    else if (part === 'opening' && head !== null && head.level === 2) part = 'review';
    if (head !== null && head.level <= 1 && part === 'review' && PAST.test(words)) looksBack = words;
    parts.push(part === 'plan' && head === null && isClose(block.textContent) ? (part = 'close') : part);
  });
  return parts;
}

/** 今年的工作 behind 过去一年的工作, 明年的工作; as the first part, at a meeting of December, it is what was done. */
const THIS_YEAR = /^[^，。]{0,4}[今明]年(?:的|主要|重点)*(?:工作|任务)$/;

/** What was done in a year, by its heading: 过去一年工作, 2024年工作回顾. */
const PAST = /过去(?:的)?一年|一年来|(?:19|20)\d{2}年/;

/** 2025年主要工作 behind 过去一年工作, or behind a heading of the year before: the year that is planned. */
function isYearBehind(words: string, looksBack: string): boolean {
  const year = /^((?:19|20)\d{2})年(?:的|度)*(?:主要|重点|总体)*工作(?:任务)?$/.exec(words.trim())?.[1];
  if (year === undefined || looksBack === '') return false;
  const past = /(?:19|20)\d{2}(?=年)/.exec(looksBack)?.[0];
  return past === undefined || Number(past) + 1 === Number(year);
}

const isClose = (text: string): boolean => /^(?:各位委员|各位代表|同志们|委员们)/.test(text) && /(?:贡献|奋斗|篇章|胜利|前进|辉煌)[！。”]*$/.test(text);
