// Mentions of plenary sessions, 届 and 次, in long and short form (政协云岭市第五届委员会
// 第四次会议, 五届四次会议), each with whose it is. Own sessions are rolled by their
// relation (this, previous, since the first); the Party's plenaries and other bodies'
// sessions go to a person (TYPESETTING 4.4, W-A and W-C).
import { fromHan, toHan } from '../../model/numerals';
import type { Body } from './body';

export interface SessionMention {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly term: number;
  /** null: the 届 alone is named (第九届委员会, 九届市政协). */
  readonly session: number | null;
  readonly owner: 'own' | 'other';
  /** 以来 follows: counted from that session on. */
  readonly since: boolean;
  /** It is one of several named at once, which are its text. */
  readonly isListed: boolean;
  /** The mention with other numbers. */
  readonly write: (term: number, session: number | null) => string;
}

/** In Han, or in digits as some write it (10届3次会议). */
const H = '(?:[一二三四五六七八九十百]{1,5}|\\d{1,2})';
/** Neither the end of another number nor behind another 第; 新一届政协, 上一届, 每一届 count no term: 一届 is one of them there. */
const APART = `(?<![第\\d.${'一二三四五六七八九十百'}])(?!(?<=[新上下每各这本某哪任])一届)`;
const TAIL = '(?:全体)?会议|全体委员会议|全委会|全会|大会(?!发言)';

/** A number as this one is written, in Han or in digits. */
const like = (written: string, n: number): string => (/\d/.test(written) ? String(n) : toHan(n));
const valueOf = (written: string): number | null => (/^\d+$/.test(written) ? Number(written) : fromHan(written));
/** Whatever may stand between 届 and 委员会: a place (第八届茂名市委员会), a blank of a broken title. 第 may be left out at either number. */
const LONG = new RegExp(`${APART}(第?)(${H})届(\\s*(?:[\\u3400-\\u9fff]{0,10}?)委员会|\\s*(?:[\\u3400-\\u9fff]{0,8}?)人民代表大会)(?:(\\s*第?)(${H})次(${TAIL}))?`, 'g');
const SHORT = new RegExp(`${APART}(第?)(${H})届((?:(?:全国|[省市县区州盟旗])?(?:政协|人大))?第?)(${H})次(${TAIL}|(?![\\u4e00-\\u9fff]*中全会))(?!常委|常务委员会|主席会议|主任会议|党组|执委|理事|监事)`, 'g');
/** 九届一次、二次会议: several at once, of which none is moved without the others. */
const MORE = new RegExp(`^(?:[、和]${H}次)+(?:全体)?会议`);
const TERM = new RegExp(`(?:${APART}|(?<=第))(${H})届(?=(?:[省市县区州盟旗]|[\\u4e00-\\u9fff]{2,3}[省市县区州盟旗])?(?:政协|人大)(?!常委会第|[一二三四五六七八九十]+次))|(?<=(?:政协|人大))(${H})届(?=[，。以来的]|常委会)`, 'g');

const OTHERS = /(?:全国|中央|中共|中国共产党|党的|(?:省委|市委|县委|区委|州委|旗委|盟委)(?!员会)|自治区党委|纪委|团委|工会|妇联|残联)[^，。；、]{0,14}$/;

/** What the Party, a party or another union holds. */
const PARTY = /(?:[省市县区州盟旗]委|自治区党委|中共|中央|党的|纪委|党组|常委会|常务委员会|专委会|联席会议|工商联|青联|侨联|科协|文联|作协|妇联|残联|团委|工会|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|知联会)第?$/;

/** 筹备好六届四次全会, 做好六届三次全会提案办理: said of the own, whose 全体会议 some call so. */
const OWN_PLENARY = /(?:筹备|筹办|办好|开好|召开好|备好)[好了]?$/;

/** Whose session stands behind `before` and shows `inside` (委员会, 人大, 政协). */
function ownerOf(before: string, inside: string, body: Body, level: string | null): 'own' | 'other' {
  // 紧扣市委八届一次全会: what the Party's name stands right before is the Party's, whoever does it.
  if (PARTY.test(before)) return 'other';
  // 市委十四届三次全会和十三届二次会议: what is named behind a plenary of the Party is another's.
  // 县（区）政协: the brackets hold another level of the same kind.
  // 十四届全国人大二次会议和省十四届人大二次会议: the second has a name of its own.
  const whole = before.slice(-24).replace(/（[省市县区州盟旗、]+）(?=政协|人大)/g, '').replace(/^.*(?:(?:全会|党代会)(?:精神|部署)?|[省市县区州盟旗]委(?:的)?(?:工作|决策)?(?:精神|部署|要求|决定|安排))(?:以及|[和与及暨])/, '');
  const behind = whole.replace(/^.*(?:会议|大会|两会)(?:精神|部署|决议|要求)*(?:以及|[和与及暨、])/, '');
  const near = (/[省市县区州盟旗本我](?:政协|人大)?(?:第)?$/.test(behind) || /^[省市县区州盟旗](?:政协|人大)/.test(inside) ? behind : whole).slice(-18);
  if (/^\s*全国/.test(inside)) return 'other';
  if (/中央|纪律检查|代表大会常务/.test(inside) && !/人民代表大会/.test(inside)) return 'other';
  if (OTHERS.test(near) && !/(?:政协|人民政协|政治协商会议)[\u4e00-\u9fff]{0,8}$/.test(near.replace(/全国政协[^，。；]*$/, ''))) return 'other';
  if (/(?:全国)(?:政协|人大)[^，。；、]{0,6}$/.test(near)) return 'other';
  // 省政协十二届三次会议 in a city's report, 市政协… in a province's.
  const named = /([省市县区州盟旗])(?:政协|人大)[^，。；、]{0,4}$/.exec(near)?.[1] ?? /^([省市县区州盟旗])(?:政协|人大)/.exec(inside)?.[1] ?? /([省市县区州盟旗])$/.exec(near)?.[1] ?? null;
  if (named !== null && level !== null && named !== level) return 'other';
  if (body === 'cppcc' && (/人大|人民代表大会/.test(inside) || /人大[^，。；、]{0,4}$/.test(near))) return 'other';
  if (body === 'congress' && (/政协/.test(inside) || (/委员会/.test(inside) && !/常务委员会/.test(inside)) || /(?:政协|政治协商会议)[^，。；、]{0,12}$/.test(near))) return 'other';
  return 'own';
}

/** 县委十四届: 届 of a committee of the Party. */
const PARTY_TERM = new RegExp(`(?:[省市县区州盟旗]委|自治区党委|党的|中共[\\u4e00-\\u9fff]{0,8}|党代会|纪委)第?(${H})届`, 'g');

/** The own 届 where texts may call its sessions 全会 without a name (十届三次全会以来): null where a committee of the Party is in the same. */
export const termOfPlenaries = (texts: readonly string[], term: number | null): number | null => (texts.some((text) => [...text.matchAll(PARTY_TERM)].some(([, named = '']) => valueOf(named) === term)) ? null : term);

/** Mentions in `text`, in order. `level`: 省, 市, 县…: of the own body, from its place. `plenaries`: as of termOfPlenaries. */
export function sessionMentions(text: string, body: Body, level: string | null, plenaries: number | null = null): readonly SessionMention[] {
  const found: SessionMention[] = [];
  const taken = (at: number): boolean => found.some(({ from, to }) => at >= from && at < to);
  const since = (to: number): boolean => /^(?:[^，。；]{0,4})以来/.test(text.slice(to));
  for (const match of text.matchAll(LONG)) {
    const [whole, di = '', t = '', inside = '', gap = '', s, tail = ''] = match;
    const [term, session] = [valueOf(t), s === undefined ? null : valueOf(s)];
    if (term === null || (s !== undefined && session === null)) continue;
    const before = text.slice(0, match.index);
    // 第一届全国… of history; 常务委员会第二十次会议 is no plenary.
    const end = match.index + whole.length;
    if (s === undefined && /^常务委员会第/.test(text.slice(end))) continue;
    found.push({
      from: match.index, to: end, text: whole, term, session, owner: ownerOf(before, inside, body, level), since: since(end),
      isListed: false, write: (to, next) => `${di}${like(t, to)}届${inside}${next === null ? '' : `${gap}${like(s ?? t, next)}次${tail}`}`,
    });
  }
  for (const match of text.matchAll(SHORT)) {
    const [whole, di = '', t = '', inside = '', s = '', tail = ''] = match;
    const [term, session] = [valueOf(t), valueOf(s)];
    if (term === null || session === null || taken(match.index)) continue;
    const end = match.index + whole.length;
    // 八届四次、五次全会: a list is the Party's; 三次代表会议 is another thing.
    const party = tail === '全会' || /^(?:、[一二三四五六七八九十]+次)*全会/.test(text.slice(end)) || /^(?:党代会|中全会)/.test(text.slice(end));
    const more = tail === '' && !party ? (MORE.exec(text.slice(end))?.[0].length ?? 0) : 0;
    const before = text.slice(0, match.index);
    const isNameless = tail === '全会' && term === plenaries && !PARTY.test(before) && !OTHERS.test(before.slice(-18));
    found.push({
      from: match.index, to: end + more, text: text.slice(match.index, end + more), term, session, since: since(end), isListed: more > 0,
      owner: party && !isNameless && !/政协[^，。]{0,4}$/.test(before) && !OWN_PLENARY.test(before.slice(-8)) ? 'other' : ownerOf(before, inside, body, level),
      write: (to, next) => `${di}${like(t, to)}届${inside}${next === null ? '' : `${like(s, next)}次`}${tail}`,
    });
  }
  for (const match of text.matchAll(TERM)) {
    const [whole, first, second] = match;
    const term = valueOf(first ?? second ?? '');
    if (term === null || taken(match.index)) continue;
    const inside = text.slice(match.index + whole.length, match.index + whole.length + 6);
    found.push({
      from: match.index, to: match.index + whole.length, text: whole, term, session: null, since: false, isListed: false,
      owner: ownerOf(text.slice(0, match.index), /^[^，。]*?(?:政协|人大)/.exec(inside)?.[0] ?? '', body, level),
      write: (to) => `${like(first ?? second ?? '', to)}届`,
    });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** The Party's plenaries and congresses, conferences of the state (W-C): 二十届四中全会, 市委八届四次、五次全会, 第十二次党代会. */
export function plenaryMentions(text: string): readonly { readonly from: number; readonly to: number }[] {
  const pattern = new RegExp(`(?:(?:中共|党的|省委|市委|县委|区委|州委|旗委|盟委)?)${H}届(?:(?:[、和]?${H}(?:次|中)(?:全体)?(?:全会|会议)?)+(?:全会|全体会议))|(?<![届、第${'一二三四五六七八九十'}中])${H}次全会|(?:省|市|县|区|州)?第${H}次(?:党代会|党代表大会|代表大会)`, 'g');
  return [...text.matchAll(pattern)].filter(([whole]) => /全会|党代|代表大会|^[^\d一二三四五六七八九十百]+.*全体会议/.test(whole)).map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
