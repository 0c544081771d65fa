// What grows a year older by itself and is no figure: years in a row (连续四年), years that are
// looked back on (近三年), first times (首次), which are none the next year. Found for a person.

/** Such words in `text`, with why. */
export function spansOfYears(text: string): readonly { readonly from: number; readonly to: number; readonly why: string; /** A task in the plan as well. */ readonly anywhere: boolean }[] {
  const found = RULES.flatMap(([pattern, why, anywhere = false]) => [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, why, anywhere })));
  // 近三年来 is one stretch, though two rules know it.
  return found.filter(({ from, to }, i) => found.slice(0, i).every((one) => to <= one.from || from >= one.to));
}

const YEARS = '(?:\\d{1,3}|[两二三四五六七八九十]{1,3})(?:余|多)?';
const RULES: readonly (readonly [pattern: RegExp, why: string, anywhere?: boolean])[] = [
  [/(?:履职|任期)(?:内|中)?的?(?:第[一二三四五]年|最后一年|开局之年|收官之年|届中之年)|(?:届满|届末|届中|届首)之年/g, '是届内的第几年，请核对', true],
  [/(?<![换一本每上下新])届内(?!容)|任期内|(?<![提目从以])前年(?!度)|后年(?!度)/g, '以去年的日子说的时间，请核对'],
  [new RegExp(`连续第?${YEARS}(?:年|届)(?!级)`, 'g'), '连续的年数，今年又多一年，请核对'],
  [/连续[两二三四五六七八九十\d]{1,2}个(?:学期|季度|月|年度|财年|赛季)/g, '连续的时间，请核对'],
  [new RegExp(`(?:近|过去|历时|建成|成立)${YEARS}年(?:多|余)?(?:来)?`, 'g'), '年数请核对'],
  [new RegExp(`(?<![\\d百千年每一])${YEARS}年(?:多|余)?来`, 'g'), '年数请核对'],
  [/(?<![\d第一千百])(?:\d{1,3}|[二三四五六七八九]十[一二三四五六七八九]?|一百[〇零一二三四五六七八九十]{0,4})载/g, '年数请核对'],
  [/第(?:\d{1,3}|[一二三四五六七八九十]{1,4})个(?:[\u4e00-\u9fff]{0,10}?(?:节|宣传[日周月]|[家界民农业法全防救残护权]日)|履职年)/g, '今年又多一个，请核对'],
  [/(?:走过|历经|经过)了?[两二三四五六七八九十\d]{1,2}年/g, '年数请核对'],
  [/届[省市县区州盟旗]?(?:政协|人大|委员会|常委会)[^，。；]{0,4}(?:(?:开局|收官|起步|届满|届中|换届)之年|第[一二三四五]年)/g, '是届内的第几年，请核对', true],
  [/(?:今|明|后)年(?:[\u4e00-\u9fff]{0,8})换届/g, '换届的时间，请核对', true],
  [/首(?:次|创|开先河)|第一次(?!会议|全体|代表)/g, '去年是首次，今年请核对'],
];
