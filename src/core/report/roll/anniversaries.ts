// 周年: an event's anniversary moves with the year and is kept only where the new number is
// one that is celebrated (TYPESETTING 4.4: minimum step 5); otherwise a person decides.
// The founding year comes from the table, else from the mention and the year it was said in.
import { fromHan, toHan } from '../../model/numerals';

export interface AnniversaryMention {
  /** Of the number alone: 75. */
  readonly from: number;
  readonly to: number;
  /** As written: 75 or 七十五. */
  readonly written: string;
  readonly n: number;
  /** 人民政协成立75周年, for people. */
  readonly phrase: string;
  /** Founding year by the table; null: not in it. */
  readonly founded: number | null;
  /** Another number, in the same script. */
  readonly write: (years: number) => string;
}

/** Events of the table (TYPESETTING 4.4, and of general knowledge), the words that name them, their year. */
const EVENTS: readonly (readonly [RegExp, number])[] = [
  [/人民政协(?:成立|诞生)?|政协成立|全国政协成立|(?:中国)?人民政治协商会议(?:成立)?/, 1949],
  [/(?:新中国|中华人民共和国|建国|国庆)(?:成立)?/, 1949],
  [/(?:中国共产党|建党|党)(?:成立|诞生|建立)?/, 1921],
  [/(?:人民解放军|建军|中国人民解放军)(?:成立|建军)?/, 1927],
  [/(?:抗日战争|抗战)(?:暨世界反法西斯战争)?胜利|世界反法西斯战争胜利/, 1945],
  [/改革开放/, 1978],
  [/(?:东北|老工业基地)(?:等老工业基地)?(?:全面)?振兴(?:战略)?(?:实施)?/, 2003],
  [/(?:红军)?长征胜利/, 1936],
  [/抗美援朝(?:出国作战)?/, 1950],
  [/人民代表大会制度(?:建立|成立)?|全国人民代表大会成立/, 1954],
  [/西部大开发/, 1999],
  [/(?:香港)(?:回归)/, 1997],
  [/(?:澳门)(?:回归)/, 1999],
  [/五四运动/, 1919],
  [/辛亥革命/, 1911],
  [/多党合作(?:和政治协商)?制度/, 1949],
  [/五一口号/, 1948],
  [/长征出发/, 1934],
  [/遵义会议/, 1935],
  [/(?:全民族抗战|全面抗战)(?:爆发)?|七七事变|卢沟桥事变/, 1937],
  [/九一八事变/, 1931],
  [/孙中山(?:先生)?(?:诞辰)?/, 1866],
  [/毛泽东(?:同志)?(?:诞辰)?/, 1893],
  [/周恩来(?:同志)?(?:诞辰)?/, 1898],
  [/邓小平(?:同志)?(?:诞辰)?/, 1904],
  [/陈云(?:同志)?(?:诞辰)?/, 1905],
  [/民革/, 1948],
  [/民盟/, 1941],
  [/(?:民建|民进)/, 1945],
  [/农工党/, 1930],
  [/致公党/, 1925],
  [/台盟/, 1947],
  [/(?:中华全国总工会|全总)/, 1925],
  [/共青团/, 1922],
  [/一带一路/, 2013],
  [/京津冀协同发展/, 2014],
  [/地方人大(?:设立)?常委会/, 1979],
];

/** 75周年, 75华诞, 75岁生日. */
const MENTION = /([\u4e00-\u9fff“”·]{0,24}?)(\d{1,4}|[〇零一二三四五六七八九十百千]+)(?=周年|华诞|周岁|岁(?:生日|华诞)|年华诞)/g;
/** What may stand between the event and its number; where it is another thing's, no table knows it. */
const TAIL = /^(?:成立|诞生|建立|创立|创建|确立|设立|发布|提出|实施|召开|爆发|出发|胜利|回归|祖国|以来|同志|先生|诞辰|伟大|战略|倡议|出国作战|迎来|迎接|即将|将|正值|适逢|恰逢|节|的|第|”)*$/;
/** 县政协成立40周年, 民建云岭市委会成立30周年: a body of the place, which no table knows. */
const OF_PLACE = /(?:[省市县区州旗盟]|自治区|[本我全该])(?:政协|人大|委|委会|党)?(?:成立|建立|设立|组建)?$/;

/** Anniversaries in `text`, in order. */
export function anniversaryMentions(text: string): readonly AnniversaryMention[] {
  const found: AnniversaryMention[] = [];
  for (const match of text.matchAll(MENTION)) {
    const [whole, before = '', written = ''] = match;
    const n = /\d/.test(written) ? Number(written) : fromHan(written);
    if (n === null || n === 0) continue;
    const from = match.index + before.length;
    // The last event named before the number.
    let founded: number | null = null;
    let last = -1;
    for (const [event, year] of EVENTS) {
      for (const hit of before.matchAll(new RegExp(event.source, 'g'))) {
        const end = hit.index + hit[0].length;
        if (end > last && TAIL.test(before.slice(end))) [last, founded] = [end, year];
      }
    }
    // 为80岁生日的老人祝寿: people have birthdays, too.
    if (founded === null && /^(?:周岁|岁)/.test(text.slice(from + written.length))) continue;
    const isOfPlace = OF_PLACE.test(before.replace(/(?:成立|建立|设立|组建)$/, ''));
    const phrase = `${whole}周年`.replace(/^.*(?:周年[和与及暨]|迎来了?|迎接|喜迎|纪念|适逢|恰逢|正值|庆祝|围绕|结合|开展|举办|举行|承办|组织|参与|做好|是|为|^[在以])/, '');
    found.push({ from, to: from + written.length, written, n, phrase, founded: isOfPlace ? null : founded, write: (years) => (/\d/.test(written) ? String(years) : toHan(years)) });
  }
  return found;
}

/** Whether a number of years is celebrated. */
export const isCelebrated = (n: number): boolean => n > 0 && n % 5 === 0;
