// A session of the own body that a text names, against the meeting record (TYPESETTING P-13): this
// one, the one before, the first of the 届 and the one after each have their place; any other that is
// looked back on, carried out or counted from is last year's wording. In: a mention, what stands
// around it, both records. Out: what is wrong with it, or null. History that nothing is asked
// of (一次会议确立的制度) is left in peace: roll-forward asked about it once.
import { reportTermOf } from '../model/fields';
import { toHan } from '../model/numerals';
import type { Meeting } from '../model/package';
import { LAST_OF_TERM, moveSession } from './roll/move-session';
import { isComparedWith } from './roll/session-rules';
import type { SessionMention } from './roll/sessions';
import { sentenceAt } from './roll/sentences';
import type { Unit } from './roll/unit';

export interface WrongSession {
  /** `open`: judged by the stage, as what is open is. */
  readonly severity: 'error' | 'open' | 'warning';
  readonly message: string;
  readonly suggestion: string;
  /** Roll-forward wrote it and asked about it: the next meeting, after which the 届 may end. */
  readonly isAsked?: true;
}

/** 今天, 请予审议: said of the meeting that is held. */
const NOW = /今天|今日|现在|此次|这次|适逢|正值|欣逢|请予审[议查]|预祝|热烈祝贺/;
/** What tells of the year that is past. */
const LOOKS_BACK = /一年来|过去(?:的)?一年|去年|(?:19|20)\d{2}年|回顾|以来|会议认为/;
/** 迎接…的召开: said of a meeting that is to come. */
const AHEAD_BEFORE = /(?:迎接|喜迎|筹备|筹办|准备|迎来|开好|办好|即将召开|将召开)[好了]?[^，。；]{0,14}$/;
const AHEAD_BEHIND = /^[^，。；]{0,8}(?:召开作|[作做]好?准备|筹备|打好基础|打下基础|创造条件)/;
/** 十一届八次、九次常委会会议: no plenary. */
const OFFICE_BEHIND = /^[、和至到一二三四五六七八九十次第]*(?:常委会|常务委员会|主席会议|主任会议|党组)/;
/** Of a meeting that was held. */
const HELD_BEHIND = /^(?:以来|期间|上(?!报)|所?确定|所?部署|所?提出|审议|通过|闭幕|隆重|今天|现在|，听取|的?(?:精神|决议|各项))/;
/** What one carries out: 落实…确定的任务. */
const CARRIES_BEFORE = /(?:落实|完成|贯彻|执行|学习|按照|对照|遵循|围绕)[^，。；]{0,14}$/;
/** … and what came of it: 三次会议期间代表提出的建议全部办复. */
const CARRIES_BEHIND = /^(?:期间[^，。；]{0,8}(?:提出|票决|收到|立案|交办|作出|建议|反映|关注|呼吁|热议)的?|上?所?(?:确定|部署|提出|明确|安排)|上，[^，。；]{0,8}(?:提出|票决|交办)的|的?(?:各项)?(?:决议|精神|任务|部署|要求))/;
/** What a new 届 says of the one before. */
const TAKEN_OVER = /打下|基础上|接续|继续(?:关注|推进|推动|跟踪)|上一?届|历届|换届|新一届/;
/** What is told as history. */
const HISTORY = /首次|第一次|首创|曾|当时|创立|创办|设立|始于|起步/;

/** The sessions of last year's text that roll-forward leaves as they are: history, or asked about. */
export function leftSessions(mentions: readonly SessionMention[], last: Meeting, meeting: Meeting): readonly SessionMention[] {
  return mentions.filter((mention) => {
    const moved = mention.owner === 'own' ? moveSession(mention, last, meeting, false) : null;
    return mention.owner === 'own' && (moved === null || moved.kind !== 'session');
  });
}

/** What is wrong with an own session; `last`: the record of last year's meeting, null where none is kept. */
export function wrongSession(unit: Pick<Unit, 'text' | 'field' | 'kind' | 'part'>, mention: SessionMention, meeting: Meeting, last: Meeting | null): WrongSession | null {
  const { term, session } = meeting;
  if (term === null || session === null) return null;
  const { text, term: named, session: at, since } = mention;
  if (OFFICE_BEHIND.test(unit.text.slice(mention.to))) return null;
  const byRecord = `按会议信息改正：这次是${toHan(term)}届${toHan(session)}次会议`;
  const around = sentenceAt(unit.text, mention.from);
  const sentence = unit.text.slice(around.from, around.to);
  // 在九届市政协打下的基础上: the 届 before, which is taken over from.
  if (at === null) return named === term || named === reportTermOf(meeting) || (named < term && TAKEN_OVER.test(sentence)) ? null : { severity: unit.field === null ? 'open' : 'error', message: `“${text}”与会议信息不合`, suggestion: byRecord };
  if (named === term && at === session) {
    // 迎接九届一次会议召开, which a year ago was said of the next.
    const isAhead = unit.field === null && unit.part !== 'review' && unit.kind === 'report' && /(?:迎接|喜迎)[^，。；]{0,10}$/.test(unit.text.slice(Math.max(0, mention.from - 16), mention.from));
    return isAhead ? { severity: 'warning', message: `“${text}”是这次会议，不是下一次`, suggestion: '核对是哪一次会议' } : null;
  }
  if (named > term || (named === term && at > session)) return notHeld(unit, mention, term, session);
  const before = heldBefore(meeting, last);
  const isBefore = before !== null && named === before.term && at === before.session;
  // What was carried out since is told in every article.
  const isDone = isBefore && unit.field === null && carries(unit.text, mention) && (unit.kind === 'resolution' || LOOKS_BACK.test(sentence));
  // A past session belongs in what looks back; a title, an editorial, a story are about this one.
  const isNews = unit.kind === 'news' && !/提案|以来|上次/.test(sentence);
  const isTitle = unit.field !== null && (unit.field !== 'deck.main' || unit.kind === 'report');
  const isNow = NOW.test(sentence);
  const aboutThis = isTitle || (unit.field === null && (unit.kind === 'editorial' || unit.kind === 'resolution' || isNews || isNow));
  // The one before may have been meant, as roll-forward itself writes it; an older one is told as history.
  const isOlder = named === term && at < session - 1;
  const isSure = isTitle || isNow || (!isOlder && (!isBefore || /开幕|闭幕|召开|举行/.test(sentence)));
  if (aboutThis && !since && !isDone) return { severity: isSure ? 'error' : 'open', message: `“${text}”不是这次会议`, suggestion: byRecord };
  return unit.field === null || since ? wrongPast(unit, mention, sentence, meeting, before) : null;
}

/** A meeting that has not been held when this one is. The next one may be spoken of as what is to come. */
function notHeld({ text: all, field, kind }: Pick<Unit, 'text' | 'field' | 'kind'>, { text, from, to, term: named, session: at, since }: SessionMention, term: number, session: number): WrongSession | null {
  const isNext = (named === term && at === session + 1) || (named === term + 1 && at === 1);
  const isAhead = AHEAD_BEFORE.test(all.slice(Math.max(0, from - 24), from)) || AHEAD_BEHIND.test(all.slice(to));
  const message = `“${text}”在会议信息里的这次会议之后`;
  if (!isNext || field !== null || since || HELD_BEHIND.test(all.slice(to)) || (!isAhead && kind === 'news')) return { severity: 'error', message, suggestion: '按会议信息改正' };
  const isDoubtful = named === term ? session >= LAST_OF_TERM : session < LAST_OF_TERM - 1;
  if (isDoubtful) return { severity: 'warning', message: `“${text}”：这次是第${toHan(session)}次会议，下一次是否换届`, suggestion: '核对下一次会议的届次', isAsked: true };
  return isAhead ? null : { severity: 'warning', message, suggestion: '核对是哪一次会议', isAsked: true };
}

/** The session held before this one; of a first session the last that was recorded. */
function heldBefore({ term, session }: Meeting, last: Meeting | null): { readonly term: number; readonly session: number } | null {
  if (term === null || session === null) return null;
  if (session > 1) return { term, session: session - 1 };
  return last?.term === term - 1 && last.session !== null && last.session > 1 ? { term: last.term, session: last.session } : null;
}

/** Whether it is a meeting whose decisions one carries out. */
const carries = (text: string, { from, to }: SessionMention): boolean => CARRIES_BEHIND.test(text.slice(to)) || CARRIES_BEFORE.test(text.slice(Math.max(0, from - 20), from));

function wrongPast({ text: all, part }: Pick<Unit, 'text' | 'part'>, mention: SessionMention, sentence: string, meeting: Meeting, before: { readonly term: number; readonly session: number } | null): WrongSession | null {
  const { text, term: named, session: at, since, isListed } = mention;
  const isBefore = before !== null && named === before.term && at === before.session;
  const should = before === null ? '核对是哪一次会议' : `核对是否应为${toHan(before.term)}届${toHan(before.session)}次会议`;
  const isFirst = at === 1 && (named === meeting.term || named === reportTermOf(meeting));
  const ofFive = meeting.session === 1 && named === reportTermOf(meeting);
  if (since) {
    if (isBefore || isFirst || (ofFive && before === null)) return null;
    return { severity: 'open', message: `“${text}以来”不是从上一次会议算起`, suggestion: should };
  }
  // 比六届二次会议增加9件, said of what came of the third.
  if (named === meeting.term && meeting.session !== null && at === meeting.session - 2 && isComparedWith(all, mention)) return null;
  const isDone = carries(all, mention);
  // What is to be done is what this meeting decides.
  if (isBefore) return part === 'plan' && isDone ? { severity: 'warning', message: `“${text}”是上一次会议，安排里要落实的是这次会议`, suggestion: '核对是哪一次会议' } : null;
  if (ofFive || isListed || HISTORY.test(sentence)) return null;
  if (isDone) return { severity: 'open', message: `“${text}”不是上一次会议，也不是这次会议`, suggestion: should };
  return isFirst ? null : { severity: 'warning', message: `“${text}”是更早的一次会议`, suggestion: should };
}
