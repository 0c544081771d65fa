// Years by their animal and their place in the cycle of sixty (蛇年, 乙巳蛇年, 乙巳年), as closing words wish them:
// last year's is never this year's. In: a text. Out: such words that mean one of the given years,
// and what another year is called.
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ANIMALS = '鼠牛虎兔龙蛇马羊猴鸡狗猪';

/** The year 4 of our era begins both rounds. */
const sinceFirst = (year: number, round: number): number => (((year - 4) % round) + round) % round;

/** 2026 is 丙午马年. */
export const zodiacOf = (year: number): string => `${STEMS.charAt(sinceFirst(year, 10))}${BRANCHES.charAt(sinceFirst(year, 12))}${ANIMALS.charAt(sinceFirst(year, 12))}年`;

export interface ZodiacMention {
  readonly from: number;
  readonly to: number;
  /** Which of the given years it means. */
  readonly year: number;
}

const MENTION = new RegExp(`(?:([${STEMS}][${BRANCHES}])([${ANIMALS}]?)|([${ANIMALS}]))年(?!级|代|龄|份|轻)`, 'g');

/** What means one of `years`, in order. */
export function zodiacMentions(text: string, years: readonly number[]): readonly ZodiacMention[] {
  return [...text.matchAll(MENTION)].flatMap((match): ZodiacMention[] => {
    const [whole, cycle, , animal] = match;
    const year = years.find((one) => (cycle === undefined ? zodiacOf(one).charAt(2) === animal : zodiacOf(one).startsWith(cycle)));
    return year === undefined ? [] : [{ from: match.index, to: match.index + whole.length, year }];
  });
}
