// Shares and multiples written in Han: 百分之九十八点六, 百分之百, 五成以上, 三分之二, 增长两倍, 翻一番; and
// stretches of time that work took: 历时三个月, 三天内. In: plain text. Out: the number
// and its unit; of a fraction all of it. What a rule asks for (三分之一以上代表联名) is no figure.
import { fromHan } from '../../model/numerals';
import { isLimit, NAMED } from './kept-digits';

export interface HanShare {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: string | null;
  readonly end: number;
}

const HUNDREDTH = /([百千万])分之([〇零一二三四五六七八九十百]+(?:点[〇零一二三四五六七八九]+)?)/g;
const TENTH = /(?<![第十百千〇一二两三四五六七八九])([一二两三四五六七八九](?:[两二三四五六七八九](?=成))?)成(?![为立员效果绩功熟就长本分型套人片年份渝群千百天交全语色不因都品色宫]|建制)/g;
const N = '(?<![第每百千万亿〇零两一二三四五六七八九十.\\d周初])(?<![〇零一二三四五六七八九]点)';
/** 两公里, 三亩, 两周, 一个百分点: measures that no way of speaking has. 三天两头 is none. */
const MEASURED = new RegExp(`(?=[一两二三四五六七八九十])(?:${N}([两二三四五六七八九十])(?=(平方公里|平方千米|平方米|立方米|千瓦时|公里|千米|海里|厘米|毫米|公顷|公斤|千克|亩|吨|个季度|个半月|个半小时|个多小时|个多月|个月|个小时|小时|分钟|秒钟|周(?![年岁末边边围身到密期转全知])|美元|欧元|港元)(?!(?:地|之家|跨|战|圈|两头|以外|之外|内外|外)))|${N}([一两二三四五六七八九十])(?=(个百分点|个工作日|个自然日))|${N}([两二三四五六七八九十])(?=(天)(?!两头|一|打鱼|人|下|地|津|堂|王|空|台|河|山|文|气|然|子))|(?<=[到至为助给付收费资缴捐降涨加元价])([两二三四五六七八九十])(?=(元)(?![旦素件宵月老气首帅代曲青末初])))`, 'g');
/** 三点六公里: below ten; what is above is han-large.ts's. */
const DECIMAL = /(?<![第十百千万〇零一二两三四五六七八九.\d午])[〇零一二三四五六七八九]点[〇零一二三四五六七八九]+(?=(万亿|万|亿|千)?(?:[个件项篇人名户次亩吨元米斤倍％%‰℃度]|公里|千米|平方|立方|公顷|公斤|千克|小时|分钟|[百千]?米))/g;
const FRACTION = /(?<![百千万第])[一二三四五六七八九十]+分之[一二三四五六七八九十]+(?!以上(?:的)?(?:代表|委员|常委|常务|组成|业主|县级|成员|议员))/g;
/** 超过2/3, 约1/4: the same in figures. */
const SLASH = /(?<=[超过近约占达为的有由到至])[1-9]\/[2-9](?![\d/月日])/g;
const TIMES = /(?<![第百千万])([一二两三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?=[余多]?倍)/g;
const DOUBLED = /(?<=翻了?)([一两二三四])番/g;
/** 历时一个月: one is a number where it is told how long something took. */
const TOOK = /(?=一)(?:(?<=(?:历时|用时|耗时|提前|仅用|只用|延长|缩短|缩减|压缩|为期|持续|奋战)[了至到为近约]?)(一)(个月|个季度|个[半多]?小时|小时|天|周|年(?!内))|(?<![第每〇零一二三四五六七八九十百]|[会办送]后)一(?=个月内(?:办|完|解|答|反|全|整)))/g;

/** Shares, multiples and stretches of time in Han, in order. */
export function hanShares(text: string): readonly HanShare[] {
  const found: HanShare[] = [];
  const push = (from: number, words: string, value: number | null, unit: string | null, length = 0): void => {
    if (value !== null) found.push({ from, to: from + words.length, value, unit, end: from + words.length + length });
  };
  if (text.includes('分之')) {
    for (const match of text.matchAll(HUNDREDTH)) {
      const [whole, of, part = ''] = match;
      push(match.index + whole.length - part.length, part, decimal(part), of === '百' ? '%' : of === '千' ? '‰' : '‱');
    }
    for (const match of text.matchAll(FRACTION)) {
      const [below = null, above = null] = match[0].split('分之').map(fromHan);
      push(match.index, match[0], below === null || above === null ? null : Math.round((above / below) * 1000) / 1000, null);
    }
  }
  if (text.includes('/')) {
    for (const match of text.matchAll(SLASH)) {
      const [above = 0, below = 1] = match[0].split('/').map(Number);
      push(match.index, match[0], Math.round((above / below) * 1000) / 1000, null);
    }
  }
  if (text.includes('成')) {
    for (const match of text.matchAll(TENTH)) {
      const [, number = ''] = match;
      // 一成半, 八成五 are one number.
      const odd = number.length > 1 ? undefined : /^成([半一二三四五六七八九])(?![一二三四五六七八九十个名条项])/.exec(text.slice(match.index + 1))?.[1];
      if (odd !== undefined) push(match.index, `${number}成${odd}`, (fromHan(number) ?? 0) + (odd === '半' ? 5 : fromHan(odd) ?? 0) / 10, null);
      // 六七成 is worth its first.
      else push(match.index, number, fromHan(number.charAt(0)), '成', 1);
    }
  }
  if (text.includes('点')) {
    for (const { 0: number, 1: unit = '', index } of text.matchAll(DECIMAL)) push(index, number, decimal(number), unit, unit.length);
  }
  if (text.includes('倍')) for (const match of text.matchAll(TIMES)) push(match.index, match[1]!, fromHan(match[1]!), '倍', /^[余多]/.test(text.slice(match.index + match[1]!.length)) ? 2 : 1);
  if (text.includes('番')) for (const match of text.matchAll(DOUBLED)) push(match.index, match[1]!, fromHan(match[1]!), '番', 1);
  for (const match of text.matchAll(MEASURED)) {
    const unit = match[2] ?? match[4] ?? match[6] ?? match[8] ?? '';
    const behind = text.slice(match.index + match[0].length, match.index + 20);
    if (isLimit(text.slice(Math.max(0, match.index - 12), match.index), behind) || NAMED.test(behind.slice(unit.length))) continue;
    push(match.index, match[0], fromHan(match[0]), unit, unit.length);
  }
  for (const { index, 2: unit = '个月' } of text.matchAll(TOOK)) push(index, '一', 1, unit, unit.length);
  return found.toSorted((a, b) => a.from - b.from);
}

function decimal(part: string): number | null {
  const [integer = '', decimals = ''] = part.split('点');
  const value = integer === '百' ? 100 : /^[〇零]$/.test(integer) ? 0 : fromHan(integer);
  return value === null || decimals === '' ? value : Number(`${value}.${[...decimals].map((digit) => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)).join('')}`);
}
