// Values of the meeting record in their named forms: 第九届, 九届三次, 2024年1月8日,
// the full title. An inline `field{path, form}` shows one (DESIGN, "typed once,
// changed once"). In: path, form, record. Out: the text, or null where the record
// lacks what the form needs: nothing is guessed but the 报告届 rule (§4.1a). A
// speaker's two-character name gets its blank from the look, not here.
import type { Meeting } from './package';
import { toHan, toHanDigits } from './numerals';

/** 报告届 of a record: as typed, else the 会议届, at a 第一次会议 one less (TYPESETTING 4.1a). null: not known. */
export function reportTermOf(meeting: Meeting): number | null {
  if (meeting.reportTerm !== null) return meeting.reportTerm;
  if (meeting.term === null || meeting.session === null) return null;
  const term = meeting.session === 1 ? meeting.term - 1 : meeting.term;
  return term >= 1 ? term : null;
}

/**
 * The year that the reports of a meeting look back on: of a meeting in the last quarter its own, else the year before
 * (W-06; a plenary of December reports on the year that ends). null: no opening day.
 */
function reviewYearOf(meeting: Meeting): number | null {
  const opens = dateParts(meeting.opens);
  return opens === null ? null : opens.month >= 10 ? opens.year : opens.year - 1;
}

/**
 * The plenary that proposals are counted from (提案工作报告, 五届三次会议以来): the last one of this 届; at a 第一次会议,
 * where the outgoing committee reports on all its years, the first one of its own.
 */
function sinceOf(meeting: Meeting): { readonly term: number; readonly session: number } | null {
  const { term, session } = meeting;
  if (session === 1) return with1(reportTermOf(meeting), (of) => ({ term: of, session: 1 }));
  return term === null || session === null ? null : { term, session: session - 1 };
}

type Form = (meeting: Meeting) => string | null;

const with1 = <T, R>(value: T | null, make: (value: T) => R | null): R | null => (value === null ? null : make(value));
const han = (n: number): string | null => (Number.isInteger(n) && n > 0 ? toHan(n) : null);

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dateParts(iso: string | null): DateParts | null {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** G-11: Arabic digits, full year, no leading zeros. */
const fullDate = ({ year, month, day }: DateParts): string => `${year}年${month}月${day}日`;

/** Head of the organisation's name, before place and 届: 中国人民政治协商会议 or 政协; null where the name says neither. */
function stem(name: string | null, place: string | null): string | null {
  if (name === null) return null;
  let head = name.endsWith('委员会') ? name.slice(0, -3) : name;
  if (place !== null && head.endsWith(place)) head = head.slice(0, -place.length);
  else if (place !== null && head === `${place}政协`) head = '政协';
  return head === '' ? null : head;
}

const FULL_STEM = '中国人民政治协商会议';

function fullStem(meeting: Meeting): string | null {
  return stem(meeting.organisation.full, meeting.place);
}

/** The short name's stem; without a short name the full name's own abbreviation. */
function shortStem(meeting: Meeting): string | null {
  return stem(meeting.organisation.short, meeting.place) ?? (fullStem(meeting) === FULL_STEM ? '政协' : null);
}

type Order = 'placeFirst' | 'termFirst' | 'noTerm';

/** {stem}{市}第N届委员会, {stem}第N届{市}委员会 (茂名, the national committee), or without a term. */
function committee(head: string | null, meeting: Meeting, term: number | null, order: Order): string | null {
  const { place } = meeting;
  if (head === null || place === null) return null;
  if (order === 'noTerm') return `${head}${place}委员会`;
  const number = term === null ? null : han(term);
  if (number === null) return null;
  return order === 'placeFirst' ? `${head}${place}第${number}届委员会` : `${head}第${number}届${place}委员会`;
}

/** 政协…第九届委员会第三次会议: the meeting's name, with the 会议届. */
function meetingName(head: string | null, meeting: Meeting, order: Order): string | null {
  const name = committee(head, meeting, meeting.term, order);
  const session = meeting.session === null ? null : han(meeting.session);
  return name === null || session === null ? null : `${name}第${session}次会议`;
}

/** W-01: the report's title, with the 报告届. */
function reportTitle(order: Order): Form {
  return (meeting) => with1(committee(fullStem(meeting), meeting, reportTermOf(meeting), order), (name) => `${name}常务委员会工作报告`);
}

/** W-02: 在…上, written around the meeting's name. */
function occasion(write: (name: string, opens: DateParts | null) => string | null, order: Order): Form {
  return (meeting) => with1(meetingName(shortStem(meeting), meeting, order), (name) => write(name, dateParts(meeting.opens)));
}

const termForms = (of: (meeting: Meeting) => number | null): Readonly<Record<string, Form>> => ({
  plain: (m) => with1(of(m), String),
  han: (m) => with1(of(m), han),
  jie: (m) => with1(of(m), (n) => with1(han(n), (t) => `${t}届`)),
  di: (m) => with1(of(m), (n) => with1(han(n), (t) => `第${t}届`)),
});

const dateForms = (of: (meeting: Meeting) => string | null): Readonly<Record<string, Form>> => {
  const form = (write: (date: DateParts) => string): Form => (m) => with1(dateParts(of(m)), write);
  return {
    plain: form(fullDate),
    bracket: form((date) => `（${fullDate(date)}）`),
    iso: (m) => of(m),
    year: form(({ year }) => `${year}年`),
    month: form(({ year, month }) => `${year}年${month}月`),
    monthDay: form(({ month, day }) => `${month}月${day}日`),
    hanYear: form(({ year }) => `${toHanDigits(year)}年`),
    hanMonth: form(({ year, month }) => `${toHanDigits(year)}年${toHan(month)}月`),
  };
};

const text = (of: (meeting: Meeting) => string | null): Readonly<Record<string, Form>> => ({ plain: of });
const count = (of: (meeting: Meeting) => number | null): Readonly<Record<string, Form>> => ({
  plain: (m) => with1(of(m), String),
  ren: (m) => with1(of(m), (n) => `${n}人`),
});

const yearForms = (of: (meeting: Meeting) => number | null): Readonly<Record<string, Form>> => ({
  plain: (m) => with1(of(m), String),
  year: (m) => with1(of(m), (n) => `${n}年`),
});

/** 五届三次 */
const jieci = (term: number, session: number): string | null => with1(han(term), (jie) => with1(han(session), (ci) => `${jie}届${ci}次`));

/** What a place's name ends in where it is one that has a committee of its own. */
const LEVELS = '省市县区州旗盟';

/** 南江彝族自治州云岭县: a place of which the names say what it is under. */
const UNDER = /(州|盟|地区)[\u4e00-\u9fff]{1,8}[县市区旗](?:委员会)?$/u;

/**
 * Who guides a committee's work (省政协关心指导): what the record says; else of a province the national committee's, of a county
 * or district the city's, or 州, 盟, 地区 where its full name has it, of any other place the province's. null: nothing says what place it is.
 */
function superiorOf({ place, organisation, superior }: Meeting): string | null {
  if (superior !== undefined && superior !== null && superior !== '') return superior;
  if (place === null) return null;
  const under = UNDER.exec(organisation.full ?? '')?.[1] ?? UNDER.exec(place)?.[1];
  if (under !== undefined) return under;
  if (/(?:省|自治区|^北京市|^上海市|^天津市|^重庆市)$/.test(place)) return '全国';
  if (/[县区旗]$/.test(place)) return '市';
  return LEVELS.includes(place.at(-1) ?? '-') ? '省' : null;
}

const FORMS: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  place: text((m) => m.place),
  level: text((m) => with1(m.place?.at(-1) ?? null, (last) => (LEVELS.includes(last) ? last : null))),
  superior: { plain: superiorOf, all: (m) => with1(superiorOf(m), (above) => (above === '全国' ? '全国' : above === '省' || above === '自治区' ? `全国和${above}` : `省和${above}`)) },
  'organisation.full': {
    ...text((m) => m.organisation.full),
    term: (m) => committee(fullStem(m), m, m.term, 'placeFirst'),
    reportTerm: (m) => committee(fullStem(m), m, reportTermOf(m), 'placeFirst'),
  },
  'organisation.short': {
    ...text((m) => m.organisation.short),
    term: (m) => committee(shortStem(m), m, m.term, 'placeFirst'),
    reportTerm: (m) => committee(shortStem(m), m, reportTermOf(m), 'placeFirst'),
  },
  term: termForms((m) => m.term),
  reportTerm: termForms(reportTermOf),
  session: {
    plain: (m) => with1(m.session, String),
    han: (m) => with1(m.session, han),
    ci: (m) => with1(m.session, (n) => with1(han(n), (t) => `${t}次`)),
    di: (m) => with1(m.session, (n) => with1(han(n), (t) => `第${t}次`)),
  },
  opens: dateForms((m) => m.opens),
  closes: dateForms((m) => m.closes),
  venue: text((m) => m.venue),
  speaker: text((m) => m.speaker),
  chair: text((m) => m.chair),
  expected: count((m) => m.expected),
  present: count((m) => m.present),
  salutation: text((m) => m.salutation),
  title: { plain: reportTitle('placeFirst'), termFirst: reportTitle('termFirst'), noTerm: reportTitle('noTerm') },
  meeting: {
    plain: (m) => meetingName(shortStem(m), m, 'placeFirst'),
    termFirst: (m) => meetingName(shortStem(m), m, 'termFirst'),
    full: (m) => meetingName(fullStem(m), m, 'placeFirst'),
    jieci: (m) => with1(m.term, (t) => with1(m.session, (s) => jieci(t, s))),
    since: (m) => with1(sinceOf(m), ({ term, session }) => jieci(term, session)),
  },
  reviewYear: yearForms(reviewYearOf),
  planYear: yearForms((m) => with1(reviewYearOf(m), (year) => year + 1)),
  occasion: {
    plain: occasion((name) => `在${name}上`, 'placeFirst'),
    dash: occasion((name) => `——在${name}上`, 'placeFirst'),
    dashTermFirst: occasion((name) => `——在${name}上`, 'termFirst'),
    dashDate: occasion((name, date) => with1(date, ({ month, day }) => `——在${month}月${day}日${name}上`), 'placeFirst'),
    dashDateReport: occasion((name, date) => with1(date, (d) => `——${fullDate(d)}在${name}上的报告`), 'placeFirst'),
    bracket: occasion((name, date) => with1(date, (d) => `（${fullDate(d)}在${name}上）`), 'placeFirst'),
  },
};

/** Chinese names of the paths, for what an empty field shows and for the window's list. */
const PATH_NAMES: Readonly<Record<string, string>> = {
  place: '地名', level: '地名', superior: '地名', 'organisation.full': '单位全称', 'organisation.short': '单位简称', term: '会议届', reportTerm: '报告届', session: '次',
  opens: '开幕日期', closes: '闭幕日期', venue: '会场', speaker: '报告人', chair: '主持人', expected: '应到人数', present: '实到人数',
  salutation: '称呼', title: '报告标题', meeting: '会议名称', occasion: '题注', reviewYear: '开幕日期', planYear: '开幕日期',
};

/** What of the record a path shows, by its Chinese name (the window's list, messages); the path where there is none. */
export function fieldName(path: string): string {
  return Object.hasOwn(PATH_NAMES, path) ? PATH_NAMES[path]! : path;
}

/** Does the path ask what kind of place it is (市委, 省政协), and the record's place, though it is there, does not tell? */
export function isLevelUntold(path: string, { place }: Meeting): boolean {
  return (path === 'level' || path === 'superior') && place !== null && place !== '';
}

/** Paths that stand many times in running text and are short there: what they print where the record is empty. */
const SHORT_EMPTY: Readonly<Record<string, string>> = { level: '〔市〕', superior: '〔上级〕', reviewYear: '〔去年〕', planYear: '〔今年〕' };

/** Every path that a field may show, each with its forms. */
export const FIELD_FORMS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(FORMS).map(([path, forms]) => [path, Object.keys(forms)]));

/** The value at `path` of the record in `form`; null where the record lacks it, or where there is no such path or form. */
export function renderField(path: string, form: string, meeting: Meeting): string | null {
  const forms = Object.hasOwn(FORMS, path) ? FORMS[path]! : null;
  const render = forms !== null && Object.hasOwn(forms, form) ? forms[form]! : null;
  const value = render === null ? null : render(meeting);
  return value === '' ? null : value;
}

/** What a field without a value prints (the flow reports it as `field-empty`): 〔会场：未填〕. */
export function emptyFieldText(path: string): string {
  return Object.hasOwn(SHORT_EMPTY, path) ? SHORT_EMPTY[path]! : `〔${fieldName(path)}：未填〕`;
}
