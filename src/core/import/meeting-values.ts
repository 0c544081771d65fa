// The meeting record as far as a head tells it: place, organisation, 届, 次,
// date, speaker, salutation (COMMANDS, meeting.json). 会议届 and 次 come from the
// occasion line, 报告届 from the title (TYPESETTING 4.1a). What the head does not
// say is null; nothing is guessed but one thing by practice: a 工作报告 is given
// on the opening day, so its date is `opens`.
import { fromHan } from '../model/numerals';
import { EMPTY_MEETING, type Meeting } from '../model/package';
import type { HeadValues } from './head-values';

const HAN = '[一二三四五六七八九十百]+';
const STEM = '(中国人民政治协商会议|人民政协|政协)';
// Place before 届 or after it (茂名, the national committee); 全国 is no place.
const CPPCC = new RegExp(`${STEM}([\\u3400-\\u9fff]{2,12}?)?第(${HAN})届([\\u3400-\\u9fff]{2,12}?)?委员会`);
const CPPCC_TERMLESS = new RegExp(`${STEM}([\\u3400-\\u9fff]{2,12}?)委员会`);
const CONGRESS = new RegExp(`([\\u3400-\\u9fff]{2,12}?)?第(${HAN})届([\\u3400-\\u9fff]{2,12}?)?人民代表大会`);
const CONGRESS_TERMLESS = new RegExp(`^([\\u3400-\\u9fff]{2,12}?)人民代表大会`);
const SESSION = new RegExp(`第(${HAN})次(?:全体)?会议`);

interface Body {
  readonly kind: 'cppcc' | 'congress';
  readonly full: string | null;
  readonly short: string | null;
  readonly place: string | null;
  readonly term: number | null;
}

/** [stem or '', place, number of the 届 or ''] of a name, place before or after the 届. */
function parts(match: RegExpExecArray | null, stem: boolean): readonly [string, string, string] | null {
  if (match === null) return null;
  const [head = '', before = '', term = '', after = ''] = stem ? match.slice(1) : ['', ...match.slice(1)];
  return [head, before === '' || before === '全国' ? after || before : before, term];
}

function bodyIn(text: string): Body | null {
  const cppcc = parts(CPPCC.exec(text), true) ?? parts(CPPCC_TERMLESS.exec(text), true);
  if (cppcc !== null) {
    const [stem, place, term] = cppcc;
    if (place === '') return null;
    return {
      kind: 'cppcc', place: place === '全国' ? null : place, term: term === '' ? null : fromHan(term),
      full: stem === '中国人民政治协商会议' ? `${stem}${place}委员会` : null,
      short: stem === '政协' ? `${stem}${place}委员会` : null,
    };
  }
  const congress = parts(CONGRESS.exec(text), false) ?? parts(CONGRESS_TERMLESS.exec(text), false);
  if (congress === null) return null;
  const [, place, term] = congress;
  if (place === '') return null;
  return { kind: 'congress', place: place === '全国' ? null : place, term: term === '' ? null : fromHan(term), full: `${place}人民代表大会`, short: null };
}

/** What a report says of itself beside what `outline` gives of its head: where the title is a theme, its name stands there. */
export interface ReportWords {
  /** 副题, as printed. */
  readonly sub: string | null;
  /** 题注, as printed: ——在…会议上的工作报告. */
  readonly occasion: string | null;
  /** Its first paragraph: …委托，向大会报告工作，请予审议。 */
  readonly opening: string | null;
}

const WORK_REPORT = /工作报告(?:[（(][^（）()]{1,8}[）)])*$/;
const STANDING = /常委会|常务委员会第|主席会议|主任会议/;

/** Is it the report that the meeting opens with? A draft that the standing committee hears is not given at the meeting. */
function isOpeningReport({ title, occasion }: HeadValues, said: ReportWords): boolean {
  if (title === null || STANDING.test(occasion ?? '')) return false;
  return [title, said.sub, said.occasion].some((text) => text !== null && WORK_REPORT.test(text.replace(/\s/g, ''))) || /向(?:大会|会议)(?:报告工作|作(?:工作)?报告)/.test((said.opening ?? '').slice(0, 120));
}

/** The record that one article's head tells; all null where it tells nothing. */
export function meetingOf(head: HeadValues, said: ReportWords): Meeting {
  const title = (head.title === null ? null : bodyIn(head.title)) ?? (said.sub === null ? null : bodyIn(said.sub.replace(/\s/g, '')));
  const occasionText = head.occasion?.replace(/^在/, '') ?? null;
  const occasion = occasionText === null ? null : bodyIn(occasionText);
  const session = occasionText === null ? null : SESSION.exec(occasionText);
  return {
    ...EMPTY_MEETING,
    place: occasion?.place ?? title?.place ?? null,
    organisation: { full: title?.full ?? occasion?.full ?? null, short: occasion?.short ?? title?.short ?? null },
    term: occasion?.term ?? null,
    reportTerm: title?.kind === occasion?.kind || occasion === null ? title?.term ?? null : null,
    session: session === null ? null : fromHan(session[1] as string),
    opens: isOpeningReport(head, said) ? head.date : null,
    speaker: head.speaker,
    salutation: head.salutation,
  };
}

/** How much of a record is known, to choose among several heads. */
export function knownValues(meeting: Meeting): number {
  return [meeting.place, meeting.organisation.full, meeting.organisation.short, meeting.term, meeting.reportTerm, meeting.session, meeting.opens, meeting.speaker, meeting.salutation].filter((value) => value !== null).length;
}
