// 届 and 次 of a meeting whose record lacks them, from the report's own words: a title that has the
// occasion in it (在政协…第四届委员会第二次会议上的工作报告), a mandate that names the session
// (向政协…十届四次会议报告工作). In: a package as it was read. Out: the same with its record filled in;
// what the record says stands. No session is counted from another one.
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
  for (const unit of unitsOf(pkg).filter(saysMeeting)) {
    const told = sessionMentions(unit.text, body, level).find(({ owner, session, since }) => owner === 'own' && session !== null && !since);
    if (told !== undefined && (meeting.term === null || meeting.term === told.term)) return { ...pkg, meeting: { ...meeting, term: told.term, session: told.session } };
  }
  return pkg;
}

/** A head of the report, or its mandate. */
const saysMeeting = ({ kind, field, block, heading, text }: Unit): boolean => kind === 'report' && !heading && (field === null ? block !== null && block < FIRST && /请予审[议查]|报告工作/.test(text) : FIELD_PATHS.includes(field));
