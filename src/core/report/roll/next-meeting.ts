// The record of the next meeting as far as the last one tells it (TYPESETTING 4.1a, 4.4):
// 届 and 次 by the kind of roll, what stays with the committee, and nothing about the day:
// dates, attendance and the chair are those of a meeting that has not been held.
import { EMPTY_MEETING, type Meeting, type Package, type Version } from '../../model/package';
import { reportTermOf } from '../../model/fields';
import { toHan } from '../../model/numerals';

export type RollKind = 'next' | 'newTerm' | 'firstAnnual' | 'structure';

/** From the fifth session on the next may be another term's first: who rolls must say (COMMANDS, `term-change-undecided`). */
const ASK_FROM_SESSION = 5;

/** The kind that the last meeting's record leaves no doubt about; null: ask. */
export function kindOf(last: Meeting): RollKind | null {
  if (last.session === 1) return 'firstAnnual';
  return last.session !== null && last.session >= ASK_FROM_SESSION ? null : 'next';
}

/** The last annual report that a package made for a first session keeps beside its own on five years; null: none. */
export function annualIn({ meeting, versions }: Pick<Package, 'meeting' | 'versions'>): Version | null {
  return meeting.session === 1 ? versions.find((version) => (version.meeting.session ?? 1) > 1 && version.articles.some(({ kind }) => kind === 'report')) ?? null : null;
}

/** What is known of the next meeting; what is `given` stands over it. */
export function nextMeeting(last: Meeting, kind: RollKind, given: Partial<Meeting>): Meeting {
  const { term, session } = last;
  const numbers = ((): Pick<Meeting, 'term' | 'reportTerm' | 'session'> => {
    switch (kind) {
      case 'newTerm': return { term: term === null ? null : term + 1, reportTerm: term, session: 1 };
      // From a first session its own 届; from an earlier annual report, whose structure is taken, the 届 after it.
      case 'firstAnnual': {
        const next = term === null ? null : session === 1 || session === null ? term : term + 1;
        return { term: next, reportTerm: next, session: 2 };
      }
      case 'next': case 'structure': return { term, reportTerm: term ?? reportTermOf(last), session: session === null ? null : session + 1 };
    }
  })();
  const kept: Meeting = {
    ...EMPTY_MEETING, place: last.place, organisation: withShort(last.organisation), venue: last.venue, speaker: last.speaker, salutation: last.salutation, ...(last.superior === undefined ? {} : { superior: last.superior }), ...numbers,
  };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)) as Partial<Meeting>;
  const merged: Meeting = { ...kept, ...known };
  // A record that names 届 and 次 of its own decides 报告届, too.
  const says = (value: number | null | undefined): boolean => value !== null && value !== undefined;
  if (!says(given.reportTerm) && (says(given.term) || says(given.session))) {
    return { ...merged, reportTerm: merged.term === null ? null : merged.session === 1 ? merged.term - 1 : merged.term };
  }
  return merged;
}

/** 松岭县人民代表大会 is 松岭县人大 for short, which heads never say. */
function withShort({ full, short }: Meeting['organisation']): Meeting['organisation'] {
  return { full, short: short ?? (full?.endsWith('人民代表大会') === true ? `${full.slice(0, -'人民代表大会'.length)}人大` : null) };
}

/** What a record says of 届 and 次 that the kind of the draft does not, and what by that is due (十三届一次); null: they agree, or it says nothing. */
export function oddRecord(kind: RollKind, given: Partial<Meeting>, last: Meeting): { readonly said: string; readonly due: string } | null {
  const due = nextMeeting(last, kind, {});
  const isOdd = (['term', 'session'] as const).some((name) => typeof given[name] === 'number' && due[name] !== null && given[name] !== due[name]);
  const say = (term: number | null, session: number | null): string => `${term === null ? '' : `${toHan(term)}届`}${session === null ? '' : `${toHan(session)}次`}`;
  return isOdd ? { said: say(given.term ?? null, given.session ?? null), due: say(due.term, due.session) } : null;
}
