// Words of the five-year plans (TYPESETTING 4.4): 十四五 2021–25, its first year 开局之年,
// its last 收官之年. In a labelled slot the phrase is that of the new year where it has
// one; between the first and the last year no set word exists, and a person writes it.
import { fromHan, toHan } from '../../model/numerals';

/** The plan that year `year` belongs to: 十四五 is 14, 2021–2025. */
export function planOf(year: number): { readonly plan: number; readonly position: number } {
  const since = year - 2021;
  const plan = 14 + Math.floor(since / 5);
  return { plan, position: since - (plan - 14) * 5 + 1 };
}

/** The first year of a plan: 15, 十五五, begins in 2026. */
export const firstYearOf = (plan: number): number => 2021 + (plan - 14) * 5;

export interface PlanMention {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly plan: number;
  /** 开局 (1), 收官 (5), null: another word that ages (起好步, 谋划, 关键一年). */
  readonly position: 1 | 5 | null;
  /** The phrase for another year; null where none is set. */
  readonly forYear: (year: number) => string | null;
}

/** What may stand around the name where a year's place in its plan is told: 全面完成“十四五”规划目标任务的收官之年, “十四五”规划圆满收官之年. */
const GROWN = '(?:(?:的?(?:目标任务|各项(?:目标)?任务|主要任务|发展目标))?的?(?:圆满|全面|决战|决胜|攻坚|冲刺|胜利|完美|、)*)';
/** “十四五”规划收官之年, “十四五”收官, 第十四个五年规划的最后一年. */
const PHRASE = new RegExp(`((?:全面|圆满|如期)?完成)?(?:([“‘]?)十([一二三四五六七八九]|)五([”’]?)((?:规划|时期)?)|第十([一二三四五六七八九])个五年(规划|时期))(?:(的?)(开局(?:之年|起步之年|起步)?|起步之年|收官(?:之年)?|首年|第一年|最后一年)|${GROWN}(开局(?:起步)?之年|起步之年|收官之年|第一年|最后一年))`, 'g');
/** Before a year's place in its plan that is told without 之年: 是“十四五”收官、“十五五”谋划之年. */
const TELLS_YEAR = /(?:^|[，。；：、]|是|作为|恰逢|适逢|正值|迎来|进入|值此|处[于在]|站在|\d{4}年|[今明]年)(?:实施|实现)?$/;
const AGEING = /[“‘]?十[一二三四五六七八九]?五[”’]?(?:规划)?[^，。；]{0,6}(?:开好局|起好步|开局|起步|收好官|收官|谋划|编制|圆满|(?:关键|攻坚|冲刺|决胜|承上启下)(?:的)?(?:之年|一年)|中期(?:评估|调整|检查)|开门红|过半)|[“‘]?十[一二三四五六七八九]?五[”’]?(?:规划)?(?:实施|发展)?的?(?:第[二三四]年|[^，。；“”的]{2,10}(?:之年|的?[重关][要键]一年))/g;

/** Plan phrases of `text`, in order. */
export function planMentions(text: string): readonly PlanMention[] {
  const found: PlanMention[] = [];
  for (const match of text.matchAll(PHRASE)) {
    const [whole, done = '', open = '', tens = '', close = '', kind = '', ordinal, ordinalKind = '', of = '', plain, grown] = match;
    const plan = numberOf(ordinal ?? tens);
    const word = plain ?? grown ?? '';
    // 完成“十四五” is done at its end; 收官 alone may be told of anything.
    const prefix = word === '收官' || word === '开局' ? '' : done;
    // 为“十四五”收官出力 tells what is worked for, not what the year is: which of the two it becomes is not told.
    if (plan === null || (/^(?:收官|开局|起步|开局起步)$/.test(word) && !TELLS_YEAR.test(text.slice(0, match.index)))) continue;
    const first = /开局|起步|首年|第一年/.test(word);
    const from = match.index + done.length - prefix.length;
    found.push({
      from, to: match.index + whole.length, text: whole.slice(done.length - prefix.length), plan, position: first ? 1 : 5,
      forYear: (year) => {
        const now = planOf(year);
        // 十一五 to 十九五: what the names with 十 can say.
        if ((now.position !== 1 && now.position !== 5) || now.plan < 11 || now.plan > 19) return null;
        if (now.plan === plan && now.position === (first ? 1 : 5)) return whole.slice(done.length - prefix.length);
        const said = now.position === 1 ? (first ? word : word.replace('收官', '开局').replace('最后一年', '第一年')) : first ? word.replace(/开局起步|开局|起步/, '收官').replace(/首年|第一年/, '最后一年') : word;
        const its = toHan(now.plan - 10);
        const name = ordinal === undefined ? `${open}十${its}五${close}${kind}` : `第十${its}个五年${ordinalKind}`;
        const joint = plain !== undefined ? of : whole.endsWith(`的${word}`) ? '的' : '';
        return `${prefix !== '' && now.position === 1 ? '实施' : prefix}${name}${joint}${said}`;
      },
    });
  }
  for (const match of text.matchAll(AGEING)) {
    if (found.some(({ from, to }) => match.index < to && match.index + match[0].length > from)) continue;
    const plan = numberOf(/十([一二三四五六七八九]?)五/.exec(match[0])?.[1] ?? '');
    if (plan !== null) found.push({ from: match.index, to: match.index + match[0].length, text: match[0], plan, position: null, forYear: () => null });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** Each name of a plan in `text`: “十四五”规划, ‘十五五’. */
export function planNames(text: string): readonly { readonly from: number; readonly to: number; readonly plan: number | null }[] {
  return [...text.matchAll(/[“‘]?十[一二三四五六七八九]?五[”’]?(?:规划|时期|期间)|[“‘]十[一二三四五六七八九]?五[”’]/g)].map((match) => ({ from: match.index, to: match.index + match[0].length, plan: numberOf(/十([一二三四五六七八九]?)五/.exec(match[0])?.[1] ?? '') }));
}

/** 十四五 is plan 14: its 四 is the unit, 五 belongs to the name. */
function numberOf(tens: string): number | null {
  const unit = tens === '' ? 0 : fromHan(tens);
  return unit === null ? null : 10 + unit;
}
