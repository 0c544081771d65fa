// Years of this year's text that are another year's (TYPESETTING P-32): in what names a part
// (二、2025年工作安排 of a report that plans 2026), in a sentence of what looks back, beside 去年 and 今年.
// In: a text, the years of the report. Out: stretches and what is wrong with them. A year that
// something began in, or is compared with, is history and left in peace.
import type { Meeting, Version } from '../model/package';
import { renderField } from '../model/fields';
import { firstYearOf, planMentions, planOf } from './roll/plan-period';
import { partOfHeading } from './roll/parts';
import type { RollKind } from './roll/next-meeting';
import { reportYears } from './roll/report-years';
import { unitsOf, type Unit } from './roll/unit';
import { yearMentions } from './roll/years';

/** The year that a report looks back on, and the one it plans. */
export interface YearsOfReport {
  readonly review: number;
  readonly plan: number;
  /** It looks back on a whole 届: any year of it may be told of. */
  readonly isOfTerm: boolean;
}

export interface WrongYear {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly suggestion: string;
}

/** By the day of the meeting, else by last year's report; null: neither tells. */
export function yearsOfReport(meeting: Meeting, last: Version | null): YearsOfReport | null {
  const byDay = renderField('reviewYear', 'plain', meeting);
  const review = byDay !== null ? Number(byDay) : last === null ? null : yearAfter(meeting, last);
  return review === null ? null : { review, plan: review + 1, isOfTerm: meeting.session === 1 };
}

const after = new WeakMap<Version, Map<RollKind, number | null>>();

/** The year after the one that last year's report looks back on; after a 届 that ended, with the report on five years between them. */
function yearAfter(meeting: Meeting, last: Version): number | null {
  const kind = meeting.session === 2 && last.meeting.session !== 1 ? 'firstAnnual' : 'next';
  const known = after.get(last) ?? new Map<RollKind, number | null>();
  after.set(last, known);
  const told = known.get(kind);
  if (told !== undefined) return told;
  const year = reportYears(unitsOf(last), last.meeting, meeting, kind)?.next ?? null;
  known.set(kind, year);
  return year;
}

const PLANS = /安排|打算|展望|计划|要求|思路|谋划|部署|今后|下一步|目标|任务(?!完成)/;
const LOOKS_BACK = /回顾|总结|完成情况|落实情况|过去/;
/** What the words behind a year, or a heading, speak of; null: either. */
function partOf(words: string): 'review' | 'plan' | null {
  const [back, ahead] = [LOOKS_BACK.test(words), PLANS.test(words)];
  return back === ahead ? null : back ? 'review' : 'plan';
}

/** Before a year that something is measured from or held against. */
const AGAINST_BEFORE = /(?:比|较|与|和|同|从|自|于|(?<!截)至|到|始|以|距|早在|由|超过|好于|高于|低于|[去今前明]年[，,（(即是在的]*)$/;
const AGAINST_BEHIND = /^年?(?:[以至]来|起|同期|相比|以前|之前|底?以来|度?(?:的)?基础上|[—–～~\-至到、和]|[^，。；]{0,8}(?:启动|成立|建成|出台|印发|立项|创办|创建|开工|发布|开始|设立|施行|实施以来|换届|颁布)|度?[^，。；]{0,16}(?:决算|预算|国有资产|审计|财政|计划执行|环境状况))/;
/** 2025年要制定条例, of a plan: the year in which it is to be done. */
const TO_DO = /^年，?[^，。；]{0,14}?(?:将|要|力争|计划|拟)(?![求素点件闻来军])/;

/** Years of a text that do not fit; `opens`: it opens its part; `isOld`: whether the sentence at an offset is last year's. */
export function wrongYears(unit: Unit, opens: boolean, { review, plan, isOfTerm }: YearsOfReport, isOld: (from: number) => boolean): WrongYear[] {
  return yearMentions(unit, opens).flatMap(({ from, to, year, slot: moves, loose, begins, why }): WrongYear[] => {
    const slot = moves && !loose;
    const [before, rest] = [unit.text.slice(Math.max(0, from - 4), from), unit.text.slice(to, to + 24)];
    const error = (should: number, message: string): WrongYear[] => [{ from, to: to + 1, severity: 'error', message, suggestion: `核对是否应为${should}年` }];
    // 2019年以来, 2021年是“十四五”开局之年: history. 2026年是“十五五”规划开局之年 is true, and asked about by roll-forward.
    if (slot && !unit.heading && (year < review - 2 || isInItsPlace(unit.text, to, year))) return [];
    if (slot && year !== review && year !== plan) return error(year < review ? review : plan, `“${year}年”不是总结年（${review}年）也不是安排年（${plan}年）`);
    if (slot) {
      const part = slotPart(unit, opens, why, from, rest);
      if (part === 'plan' && year === review) return error(plan, `“${year}年”是总结的一年，安排写的是${plan}年`);
      if (part === 'review' && year === plan) return error(review, `“${year}年”是安排的一年，总结写的是${review}年`);
      // Last year it was the year ahead.
      return year === review && unit.part !== 'review' && isOld(from) ? [old(from, to, year)] : [];
    }
    if (year === review - 1 && isOld(from)) return [old(from, to, year)];
    const isTold = unit.field === null && (unit.kind === 'report' ? unit.part === 'review' || unit.part === 'plan' : TELLS.has(unit.kind));
    const isToDo = unit.kind === 'report' && unit.part === 'plan' && year === review && TO_DO.test(rest) && /(?:^|[，。；：、])$/.test(before);
    if (isToDo) return [{ from, to: to + 1, severity: 'warning', message: `安排的是${plan}年，这里写的是${year}年`, suggestion: '核对年份' }];
    if (!isTold || (isOfTerm && unit.kind === 'report') || begins !== null || year !== review - 1 || AGAINST_BEFORE.test(before) || AGAINST_BEHIND.test(rest)) return [];
    return [{ from, to: to + 1, severity: 'warning', message: unit.part !== 'plan' ? `回顾的是${review}年，这里写的是${year}年` : `安排的是${plan}年，这里写的是${year}年`, suggestion: '核对年份' }];
  });
}

/** Whether what a year is said to be in its plan is so. */
const isInItsPlace = (text: string, to: number, year: number): boolean => planMentions(text).some(({ from, plan, position }) =>
  position !== null && from > to && /^年，?(?:正?是|既是|也是|作为|恰逢|适逢|正值)(?:[^。；]*，(?:也|又|更|还)?是)?(?:实施|实现)?$/.test(text.slice(to, from)) && planOf(year).plan === plan && planOf(year).position === position);

const old = (from: number, to: number, year: number): WrongYear => ({ from, to: to + 1, severity: 'warning', message: `这句话里的“${year}年”是去年的文稿里原有的`, suggestion: '核对这件事今年是否还写' });

/** What looks back on the year beside the report. */
const TELLS: ReadonlySet<Unit['kind']> = new Set<Unit['kind']>(['editorial', 'address', 'resolution']);

/** 2026年是“十四五”规划收官之年: a year that has another place in its plan. 今年 is the year that the report plans. */
export function wrongPlaces(text: string, { plan: ahead }: YearsOfReport): WrongYear[] {
  return planMentions(text).flatMap(({ from, to, text: words, plan, position }): WrongYear[] => {
    const [, year, now] = NAMED.exec(text.slice(Math.max(0, from - 20), from)) ?? [];
    if (position === null || (year === undefined && now === undefined)) return [];
    const said = year === undefined ? ahead : Number(year);
    const is = planOf(said);
    if (is.plan === plan && is.position === position) return [];
    return [{ from, to, severity: 'warning', message: `${words}是${firstYearOf(plan) + position - 1}年，这里说的是${said}年`, suggestion: '核对年份和规划的说法' }];
  });
}

const NAMED = /(?:((?:19|20)\d{2})年|(今年))，?(?:正?是|恰逢|适逢|也是)?(?:实施|实现|完成)?$/;

/** Whose year a slot should have: by the heading's own words, the words behind the year, or the part that the text opens. */
function slotPart(unit: Unit, opens: boolean, why: string, from: number, rest: string): 'review' | 'plan' | null {
  if (unit.heading) return partOf(unit.text) ?? strict(partOfHeading(unit.text));
  if (why === '部分名称' || why === '总要求') return partOf(/^年[^，。；、\d和与及]*/.exec(rest)?.[0] ?? '');
  // 2026年是…之年 at the head of the plan.
  const isOpening = opens && from === 0 && /^年，?(?:正?是|恰逢|适逢|迎来)/.test(rest);
  // Of a report whose parts are banners and numbered headings at once the nearest tells.
  return isOpening && unit.kind === 'report' ? (unit.section.split(' ').map(partOf).findLast((part) => part !== null) ?? null) : null;
}

const strict = (part: ReturnType<typeof partOfHeading>): 'plan' | null => (part === 'plan' ? part : null);

/** 今年（2025年）, 去年，在2023年召开: the word against the year of the meeting, which a meeting without a day has in either year. */
export function wrongSaidYears(text: string, { review, plan }: YearsOfReport, opens: string | null): WrongYear[] {
  const meets = opens === null ? [plan] : [Number(opens.slice(0, 4))];
  const away: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1 };
  return [...text.matchAll(SAID)].flatMap((match): WrongYear[] => {
    const [whole, word = '', year = ''] = match;
    if (meets.some((one) => one + away[word]! === Number(year)) || (opens === null && word === '今年' && Number(year) === review)) return [];
    const should = meets[0]! + away[word]!;
    return [{ from: match.index, to: match.index + whole.length, severity: 'warning', message: `“${word}”与“${year}年”对不上：会议在${meets[0]}年的说法里，${word}是${should}年`, suggestion: '核对年份' }];
  });
}

const SAID = /(前年|去年|今年|明年)(?:[（(，,]|即|是|也就是|的)*(?:在|于|即)?((?:19|20)\d{2})年/g;
