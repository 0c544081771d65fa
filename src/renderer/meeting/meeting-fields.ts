// The lines of the form 会议信息: what each is called, how a value is shown in its
// box and read back from what a person types there. In: text as typed. Out: a value
// for the record (null: not known) or the reason why it is none, in Chinese. Numbers
// are read as people write them (五, 第五届, 5), dates with 年月日 or with hyphens.
import { fieldName } from '../../core/model/fields';
import { fromHan, toHan } from '../../core/model/numerals';
import type { Meeting } from '../../core/model/package';

export type MeetingPath =
  | 'place' | 'organisation.full' | 'organisation.short' | 'term' | 'reportTerm' | 'session' | 'opens' | 'closes'
  | 'venue' | 'speaker' | 'chair' | 'expected' | 'present' | 'salutation' | 'superior';

export type ReadValue = { readonly ok: true; readonly value: string | number | null } | { readonly ok: false; readonly reason: string };

export interface MeetingLine {
  readonly path: MeetingPath;
  readonly name: string;
  /** Shown in the empty box. */
  readonly hint: string;
  show(value: string | number | null): string;
  read(text: string): ReadValue;
}

const ok = (value: string | number | null): ReadValue => ({ ok: true, value });
const bad = (reason: string): ReadValue => ({ ok: false, reason });

/** More than any committee or hall has. */
const MOST_PEOPLE = 100_000;
const MOST_TERM = 99;
const LONGEST = 120;

function readText(text: string): ReadValue {
  const value = text.trim();
  return value.length > LONGEST ? bad(`太长了，最多 ${LONGEST} 个字`) : ok(value === '' ? null : value);
}

/** 5, 五, 第五届, 第五次会议 → 5. */
function readOrdinal(text: string, unit: '届' | '次'): ReadValue {
  const bare = text.trim().replace(/^第/, '').replace(/(?:次会议|次|届)$/, '');
  if (bare === '') return text.trim() === '' ? ok(null) : bad(`写第几${unit}，如 5 或 五`);
  const value = /^\d{1,4}$/.test(bare) ? Number(bare) : fromHan(bare);
  if (value === null || value < 1 || value > MOST_TERM) return bad(`写第几${unit}，如 5 或 五`);
  return ok(value);
}

function readCount(text: string): ReadValue {
  const bare = text.trim().replace(/[,，\s]/g, '').replace(/[人名位]$/, '');
  if (bare === '') return ok(null);
  if (!/^\d{1,9}$/.test(bare)) return bad('写人数，如 368');
  const value = Number(bare);
  return value > MOST_PEOPLE ? bad(`人数不会多于 ${MOST_PEOPLE}`) : ok(value);
}

const DATE = /^(\d{4})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?$/;

/** 2027-01-12, 2027/1/12, 2027.1.12, 20270112, 2027年1月12日 → 2027-01-12. */
export function readDate(text: string): ReadValue {
  const bare = text.trim();
  if (bare === '') return ok(null);
  const match = DATE.exec(bare) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  if (match === null) return bad('写年月日，如 2027-01-12 或 2027年1月12日');
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12) return bad(`没有 ${month} 月`);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > days) return bad(`${year} 年 ${month} 月没有 ${day} 日`);
  return ok(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function showDate(value: string | number | null): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value ?? ''));
  return match === null ? String(value ?? '') : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

const plain = (value: string | number | null): string => String(value ?? '');
const text = (path: MeetingPath, hint: string): MeetingLine => ({ path, name: fieldName(path), hint, show: plain, read: readText });
const date = (path: MeetingPath): MeetingLine => ({ path, name: fieldName(path), hint: '2027-01-12 或 2027年1月12日', show: showDate, read: readDate });
const count = (path: MeetingPath): MeetingLine => ({ path, name: fieldName(path), hint: '368', show: plain, read: readCount });
const ordinal = (path: MeetingPath, name: string, unit: '届' | '次', hint: string): MeetingLine => ({
  path, name, hint,
  show: (value) => (typeof value === 'number' && value > 0 ? toHan(value) : plain(value)),
  read: (typed) => readOrdinal(typed, unit),
});

/** In the order of the form. */
export const MEETING_LINES: readonly MeetingLine[] = [
  text('place', '云岭市'),
  text('organisation.full', '中国人民政治协商会议云岭市委员会'),
  text('organisation.short', '政协云岭市委员会'),
  ordinal('term', '会议届', '届', '五'),
  ordinal('session', '次', '次', '四'),
  ordinal('reportTerm', '报告届', '届', ''),
  text('venue', '云岭大会堂'),
  date('opens'),
  date('closes'),
  text('speaker', ''),
  text('chair', ''),
  count('expected'),
  count('present'),
  { ...text('salutation', '各位委员：'), name: '称谓' },
  { ...text('superior', '按地名：县、区是市；在州、盟、地区下的填州、盟、地区'), name: '上一级' },
];

/** The value of the record at a path. */
export function valueAt(meeting: Meeting, path: MeetingPath): string | number | null {
  switch (path) {
    case 'organisation.full': return meeting.organisation.full;
    case 'organisation.short': return meeting.organisation.short;
    case 'superior': return meeting.superior ?? null;
    default: return meeting[path];
  }
}

/** The record with another value at a path. */
export function withValue(meeting: Meeting, path: MeetingPath, value: string | number | null): Meeting {
  switch (path) {
    case 'organisation.full': return { ...meeting, organisation: { ...meeting.organisation, full: value as string | null } };
    case 'organisation.short': return { ...meeting, organisation: { ...meeting.organisation, short: value as string | null } };
    default: return { ...meeting, [path]: value };
  }
}

/** Path of the change that sets a value (apply-change.ts). */
export function changePath(path: MeetingPath): string {
  return `meeting/${path.replace('.', '/')}`;
}

/**
 * What is to be said of a value that can be read but does not go with the others, or how an empty one is filled;
 * null: nothing. Beside the field, never in the way.
 */
export function remarkOn(meeting: Meeting, path: MeetingPath): string | null {
  switch (path) {
    case 'reportTerm': return reportTermRemark(meeting);
    case 'closes':
      return meeting.opens !== null && meeting.closes !== null && meeting.closes < meeting.opens ? '闭幕早于开幕，请核对' : null;
    case 'present':
      return meeting.expected !== null && meeting.present !== null && meeting.present > meeting.expected ? '实到多于应到，请核对' : null;
    case 'organisation.full':
      return meeting.place !== null && meeting.organisation.full?.includes(meeting.place) === false ? '全称里没有上面的地名，请核对' : null;
    default: return null;
  }
}

function reportTermRemark({ term, reportTerm, session }: Meeting): string | null {
  if (term === null) return null;
  if (session === null) return reportTerm === null ? '填了“次”才知道：同会议届，第一次会议报告上一届' : null;
  const usual = session === 1 ? term - 1 : term;
  if (reportTerm === null) {
    if (usual < 1) return null;
    return session === 1 ? `不填就是第${toHan(usual)}届：第一次会议报告上一届的工作` : `不填就同会议届：第${toHan(usual)}届`;
  }
  if (usual >= 1 && reportTerm !== usual) return session === 1 ? `第一次会议一般报告第${toHan(usual)}届的工作，请核对` : `一般同会议届（第${toHan(usual)}届），请核对`;
  return null;
}
