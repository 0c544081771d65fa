// Sessions that a text names (TYPESETTING 4.4, W-A and W-C): the own are moved by their relation to
// the meeting (move-session.ts), the Party's and other bodies' are a person's to judge. In: the items
// of a unit. Out: more of them.
import { findFigures } from '../figures/find-figures';
import { bareSessions, officeSessions } from './bare-sessions';
import { moveSession } from './move-session';
import { plenaries, spiritNames } from './names';
import { sentenceAt } from './sentences';
import { sessionMentions, type SessionMention } from './sessions';
import type { UnitItems } from './unit-items';

/** Own sessions move; others are asked about. */
export function rollSessions(items: UnitItems): void {
  const { body, level, last, meeting } = items.context;
  const mentions = sessionMentions(items.unit.text, body, level, items.context.plenaries);
  // 十届三次全会 of the own body is no plenary of the Party.
  const named = plenaries(items.unit.text).filter(({ from, to }) => mentions.every((one) => one.owner === 'other' || to <= one.from || from >= one.to));
  for (const { from, to } of named) plenary(items, from, to);
  if (items.unit.part !== 'plan') for (const { from, to } of officeSessions(items.unit.text)) items.review('plenary', from, to, '去年会议的次数，请核对');
  for (const mention of mentions) {
    if (mention.owner === 'other') {
      if (mention.session !== null && named.every(({ from, to }) => mention.to <= from || mention.from >= to)) items.review('plenary', mention.from, mention.to, '别的会议的届次，请核对');
      continue;
    }
    const moved = moveSession(mention, last.meeting, meeting, isAboutProposals(items, mention.from), isComparedWith(items.unit.text, mention));
    if (moved === null) continue;
    // 第五届委员会自2017年成立以来: its years are that 届's.
    if (moved.kind === 'term' && /^[^，。；、]{0,12}(?:自|于|从)(?:19|20)\d{2}年/.test(items.unit.text.slice(mention.to))) items.review('plenary', mention.from, mention.to, '说的是这一届哪年成立，请核对');
    else if (moved.kind === 'term' && isOfFiveYears(items, mention.from)) items.review('plenary', mention.from, mention.to, '说的是五年的工作，是哪一届请核对');
    else if (moved.kind === 'ask') items.review('plenary', mention.from, mention.to, moved.why);
    else items.change(moved.kind, mention.from, mention.to, moved.to, moved.why);
    if (moved.kind === 'session' && moved.doubt !== undefined) items.review('plenary', mention.from, mention.to, moved.doubt);
  }
  for (const mention of last.meeting.term === null ? [] : bareSessions(items.unit.text, last.meeting.term, body, level)) {
    // Of a new 届 its own first meeting is counted, and 二次会议 alone does not say whose it was.
    const moved = last.meeting.term === meeting.term ? moveSession(mention, last.meeting, meeting, isAboutProposals(items, mention.from), isComparedWith(items.unit.text, mention)) : null;
    if (moved?.kind === 'session') items.change('session', mention.from, mention.to, moved.to, moved.why);
    else if (items.free(mention.from, mention.to)) items.review('plenary', mention.from, mention.to, '没有写届的一次会议，请核对');
  }
}

/** A plenary of the Party: a spirit that was studied in the year is emptied, any other is a person's to judge. */
function plenary(items: UnitItems, from: number, to: number): void {
  const { text, part } = items.unit;
  const studied = part === 'review' && !items.opens && spiritNames(text).some((spirit) => spirit.from <= from && to <= spirit.to);
  if (!studied) items.review('plenary', from, to, '全会和党代会的届次，请核对');
}

/** 十届人大一次会议以来的五年: of the report on five years what is said of them is not the next 届's; its mandate is. */
function isOfFiveYears({ unit: { text, field, part }, context: { kind, last } }: UnitItems, at: number): boolean {
  if (kind !== 'firstAnnual' || last.meeting.session !== 1 || field !== null || part === 'opening') return false;
  const { from, to } = sentenceAt(text, at);
  return /(?<![第个])五年(?!规划|计划|立法)/.test(text.slice(from, to));
}

/** 比六届二次会议增加9件, said of what came of the third. */
export function isComparedWith(text: string, { from, to }: Pick<SessionMention, 'from' | 'to'>): boolean {
  return /(?:比|较|与|同|相比)[^，。；]{0,8}$/.test(text.slice(Math.max(0, from - 12), from)) && /^(?:期间|以来)?(?:的|时)?(?:同期|相比|多|少|增|减|提[高升]|上升|下降|持平|略|大幅)/.test(text.slice(to));
}

function isAboutProposals(items: UnitItems, at: number): boolean {
  const { from, to } = sentenceAt(items.unit.text, at);
  const said = items.unit.text.slice(from, to);
  if (/优秀|评选|表彰/.test(said)) return false;
  // 九届一次会议以来，开展专题协商4次, said by the second: what is counted is the year's.
  return /提案|立案|建议和意见|议案/.test(said) || ((items.unit.part === 'review' || items.unit.part === 'other') && findFigures(said).length > 0);
}
