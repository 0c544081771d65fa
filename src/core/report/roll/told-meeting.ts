// 届 and 次 of a meeting whose record lacks them, from the report's own words: a title that has the
// occasion in it (在政协…第四届委员会第二次会议上的工作报告), a mandate that names the session
// (向政协…十届四次会议报告工作). In: a package as it was read. Out: the same with its record filled in;
// what the record says stands. A session is counted on from the one
// before it only where the report says that it did what that one had decided.
import { FIELD_PATHS, type Package } from '../../model/package';
import { bodyOf } from './body';
import { sessionMentions } from './sessions';
import { unitsOf, type Unit } from './unit';

/** Paragraphs among which the mandate stands. */
const FIRST = 4;

export function withToldMeeting(pkg: Package): Package {
  const { meeting } = pkg;
  if (meeting.term !== null && meeting.session !== null) return pkg;
  const body = bodyOf(pkg);
  const level = meeting.place?.at(-1) ?? null;
  const units = unitsOf(pkg).filter(saysMeeting);
  for (const unit of [...units.filter(({ kind }) => kind === 'report'), ...units.filter(({ kind }) => kind !== 'report')]) {
    const told = sessionMentions(unit.text, body, level).find(({ owner, session, since }) => owner === 'own' && session !== null && !since);
    if (told !== undefined && (meeting.term === null || meeting.term === told.term)) return { ...pkg, meeting: { ...meeting, term: told.term, session: told.session } };
  }
  const told = previousNamed(pkg, body, level);
  return told === null ? pkg : { ...pkg, meeting: { ...meeting, term: told.term, session: told.session + 1 } };
}

/** 完成七届三次会议确定的任务 of what looks back: the meeting before this one. What the plan names (落实七届四次会议精神) must agree. */
function previousNamed(pkg: Package, body: ReturnType<typeof bodyOf>, level: string | null): { readonly term: number; readonly session: number } | null {
  const own = unitsOf(pkg).filter(({ kind, field }) => kind === 'report' && field === null).flatMap((unit) => sessionMentions(unit.text, body, level).flatMap(({ owner, term, session, from, to }) => (owner === 'own' && session !== null ? [{ unit, term, session, before: unit.text.slice(Math.max(0, from - 12), from), behind: unit.text.slice(to, to + 6) }] : [])));
  const planned = own.find(({ unit }) => unit.part === 'plan');
  const isNext = (one: { readonly term: number; readonly session: number }): boolean => planned !== undefined && planned.term === one.term && planned.session === one.session + 1;
  const done = own.find(({ unit, before, behind }) => unit.part === 'review' && /(?:完成|落实|执行)[^，。；]*$/.test(before) && /^(?:所?确定|提出|部署|明确|安排|精神|的?(?:各项)?(?:决议|任务|部署|要求))/.test(behind));
  // 十届三次会议召开以来 of what looks back, 开好十届四次会议 of what looks on.
  const since = own.find((one) => one.unit.part === 'review' && /^(?:胜利|隆重|顺利)?(?:召开)?以来/.test(one.behind) && isNext(one));
  if (done === undefined && since !== undefined && (pkg.meeting.term === null || pkg.meeting.term === since.term)) return since;
  if (done === undefined || (pkg.meeting.term !== null && pkg.meeting.term !== done.term)) return null;
  return planned === undefined || isNext(done) ? done : null;
}

/** A head of the report, or its mandate. Of a speech or a resolution its head, and its first words, which open or close the meeting. */
function saysMeeting({ kind, field, block, heading, text }: Unit): boolean {
  if (heading) return false;
  if (field !== null) return (kind === 'report' || isOfMeeting(kind)) && FIELD_PATHS.includes(field);
  if (block === null || block >= FIRST) return false;
  return kind === 'report' ? /请予审[议查]|报告工作/.test(text) : isOfMeeting(kind) && /今天|圆满|闭幕|开幕|隆重|听取和?审议|审议通过|会议通过/.test(text);
}

/** Spoken or passed at the meeting itself, or printed of it. */
const isOfMeeting = (kind: Unit['kind']): boolean => kind === 'address' || kind === 'resolution' || kind === 'editorial' || kind === 'news' || kind === 'notice';
