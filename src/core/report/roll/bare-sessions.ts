// Sessions that are named without their 届 (三次会议以来, 向第四次会议报告工作, 本届二次会议), and those of the
// office between them (常委会第十二次会议). In: a text and the 届 of last year's meeting. Out: the first as
// mentions of that 届, to be rolled by their relation like any other (move-session.ts) where
// their number is that of this meeting or one beside it; the others' places, for a person.
import { fromHan, toHan } from '../../model/numerals';
import type { Body } from './body';
import type { SessionMention } from './sessions';

const H = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';
/** Behind it the words tell that a plenary is meant; 会议 alone may be any, and 在三次全体会议上发言 counts them. */
const TELLS = '以来|期间|确定|部署|提出|决议|精神|报告|上(?:的|，|作)?|闭幕|召开|各项|要求|安排|通过|审议|胜利|立案|提案|代表|委员|闭会|之后|以后|同期|增加|减少|多|少';
const LED = '(?<=^|[，。；：、]|落实好?|完成好?|贯彻好?|执行|自|从|按照|根据|自从|向|提交|提请|迎接|筹备好?|关于|大会报告|[抓做办开搞理]好|比|较)';
const BARE = new RegExp(`(?<![届第、和至到\\d〇零一二三四五六七八九十]|常委会|常务委员会|主席会议|主任会议|党组|会长会议|理事会|政协|人大)(?:(本届)第?(${H})次(?:全体)?会议|(?:${LED}(?:第(?=${H}次)|(?=${H}次会议))|(?<=在)第(?=${H}次))(${H})次(?:全体)?会议(?=${TELLS}))`, 'g');
const DOUBTFUL = /(?<![第届一二三四五六七八九十政协人大、和])([一二三四五六七八九十]{1,3})次(?:全体)?会议(?=以来|期间|确定|部署|(?<!(?:召开|举行|组织|参加|主持|先后|累计|[共了开])[一二三四五六七八九十]{1,3}次(?:全体)?会议)(?:闭幕|闭会|精神|决议|提案))/g;
const OFFICE = /(?:常委会|常务委员会|主席会议|主任会议|党组)第[一二三四五六七八九十百\d]{1,4}(?:(?:[至到、—～~-]|次(?:会议)?[至到、])第?[一二三四五六七八九十百\d]{1,4})?次(?:（[^）]*）)?(?:会议)?|(?<=届(?:委员会)?|[市县区州省旗盟]?政协|人大|^|[，。；、：])第?[一二三四五六七八九十百\d]{1,4}次(?:常委会(?:议)?|常务委员会|主席会议|主任会议|党组会)(?:会议)?|(?:[一二三四五六七八九十]{1,3}|\d{1,2})届第?[一二三四五六七八九十\d]{1,3}次(?:执委会?|理事会?)(?:会议)?/g;
/** Somebody else's, named shortly before. */
const OTHERS = /(?:全国|中央|中共|党的|[省市县区州盟旗](?:委|纪委)|党代会|人大|政协|常委会|常务委员会|主席会议|主任会议|工会|妇联|团委|代表大会|委员会)[^，。；]{0,8}$/;

/** 市人民代表大会第四次会议, 市政协四次全体会议: by the name of the body, without its 届. */
const NAMED = new RegExp(`(?<![届国])([省市县区州盟旗]|自治[区州县旗]|本届)?(人民代表大会|人大|政协)(第?)(${H})次((?:全体)?会议)(?!的?(?:常委|主席|主任))`, 'g');

function namedSessions(text: string, term: number, body: Body, level: string | null): readonly SessionMention[] {
  return [...text.matchAll(NAMED)].flatMap((match): SessionMention[] => {
    const [whole, place = '', name = '', di = '', written = '', kind = ''] = match;
    const session = /\d/.test(written) ? Number(written) : fromHan(written);
    const isOwn = (name === '政协') === (body === 'cppcc') && (place === '' || place === '本届' || level === null || place.endsWith(level));
    if (session === null || !isOwn || /(?:全国|中央)$/.test(text.slice(0, match.index))) return [];
    const to = match.index + whole.length;
    return [{
      from: match.index + place.length, to, text: whole.slice(place.length), term, session, owner: 'own', since: /^[^，。；]{0,4}以来/.test(text.slice(to)), isListed: false,
      write: (_, next) => `${name}${di}${next === null ? written : /\d/.test(written) ? next : toHan(next)}次${kind}`,
    }];
  });
}

/** Mentions of a plenary without its 届, taken for one of `term`; of owner `other` where it may be another's. */
export function bareSessions(text: string, term: number, body: Body, level: string | null): readonly SessionMention[] {
  const found = [...text.matchAll(BARE)].flatMap((match): SessionMention[] => {
    const [whole, own = '', long, short] = match;
    const written = long ?? short ?? '';
    const session = /\d/.test(written) ? Number(written) : fromHan(written);
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    if (session === null || (own === '' && OTHERS.test(before) && !before.endsWith('关于'))) return [];
    const to = match.index + whole.length;
    const at = whole.indexOf(written, own.length);
    return [{
      from: match.index, to, text: whole, term, session, owner: 'own', since: /^[^，。；]{0,4}以来/.test(text.slice(to)), isListed: false,
      write: (_, next) => `${whole.slice(0, at)}${next === null ? written : /\d/.test(written) ? next : toHan(next)}${whole.slice(at + written.length)}`,
    }];
  });
  // 组织三次会议期间的视察: whether a plenary is meant is not told; it is for a person, as one of several is.
  const doubtful = [...text.matchAll(DOUBTFUL)].filter(({ index }) => found.every(({ from, to }) => index < from || index >= to)).map((match): SessionMention => ({
    from: match.index, to: match.index + match[0].length, text: match[0], term, session: fromHan(match[1] ?? ''), owner: 'other', since: false, isListed: true, write: () => match[0],
  }));
  const named = namedSessions(text, term, body, level).filter(({ from, to }) => [...found, ...doubtful].every((one) => to <= one.from || from >= one.to));
  return [...found, ...doubtful, ...named].toSorted((a, b) => a.from - b.from);
}

/** Meetings of the office, numbered within their year or 届. */
export function officeSessions(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(OFFICE)].map(({ index, 0: whole }) => ({ from: index, to: index + whole.length }));
}
